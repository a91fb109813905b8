"""Announcing maintenance (HEE-5.8) and the yearly security declaration (HEE-6.1)."""

from datetime import date, timedelta

import pytest

from brpinzage import beveiliging, onderhoud
from brpinzage.onderhoud import Aankondigen
from convenant.partijen.models import Verklaring
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.tijd import stel_in
from tests.proef import maak_proef
from tests.wereld import NU, Wereld

UUR = timedelta(hours=1)


def kondig_aan(wereld: Wereld, van: timedelta = -UUR, tot: timedelta = UUR) -> int:
    with wereld.als("hugo"):
        return onderhoud.kondig_aan(Aankondigen("Onderhoud", "Even dicht.", NU + van, NU + tot))


def lopende(wereld: Wereld, naam: str) -> list[str]:
    with wereld.als(naam):
        return [melding.wat.titel for melding in onderhoud.lopende()]


@pytest.mark.eis("HEE-5.8")
def test_iedereen_ziet_het_van_het_begin_tot_het_einde(wereld):
    kondig_aan(wereld, UUR, 2 * UUR)
    for uren, titels in ((0, []), (1, ["Onderhoud"]), (2, [])):
        with stel_in(NU + uren * UUR):
            for naam in ("anna", "ina", "eva", "frits", "hugo", "dirk"):
                assert lopende(wereld, naam) == titels


@pytest.mark.eis("HEE-5.8")
def test_een_ander_convenant_ziet_er_niets_van(wereld):
    kondig_aan(wereld)
    assert lopende(maak_proef(), "kees") == []


@pytest.mark.eis("HEE-5.8")
def test_alleen_de_convenantbeheerder_kondigt_aan_en_trekt_in(wereld):
    nummer = kondig_aan(wereld)
    for naam in ("anna", "ina", "eva", "frits", "gerda"):
        with wereld.als(naam):
            with pytest.raises(Geweigerd):
                onderhoud.kondig_aan(Aankondigen("Iets", "Anders.", NU, NU + UUR))
            with pytest.raises(Geweigerd):
                onderhoud.trek_in(nummer)


@pytest.mark.eis("HEE-5.8")
def test_ingetrokken_is_direct_weg_en_kan_maar_een_keer(wereld):
    nummer = kondig_aan(wereld)
    with wereld.als("hugo"):
        onderhoud.trek_in(nummer)
        with pytest.raises(Ongeldig):
            onderhoud.trek_in(nummer)
        with pytest.raises(NietGevonden):
            onderhoud.trek_in(nummer + 1000)
        assert [melding.stand for melding in onderhoud.alle()] == ["ingetrokken"]
    assert lopende(wereld, "anna") == []
    with wereld.als("anna"):
        assert onderhoud.alle() == []


@pytest.mark.eis("HEE-5.8")
@pytest.mark.parametrize(("van", "tot"), [(UUR, UUR), (2 * UUR, UUR), (-2 * UUR, -UUR)])
def test_een_periode_die_niet_kan(wereld, van, tot):
    with pytest.raises(Ongeldig):
        kondig_aan(wereld, van, tot)


@pytest.mark.eis("HEE-5.8")
def test_hetzelfde_twee_keer_is_een_aankondiging(wereld):
    assert kondig_aan(wereld) == kondig_aan(wereld)


@pytest.mark.eis("HEE-6.1")
def test_de_beheerder_verklaart_voor_een_jaar(wereld):
    with wereld.als("ina"):
        assert beveiliging.eigen_stand() is None
        beveiliging.verklaar("Sterke wachtwoorden.")
        beveiliging.verklaar("Sterke wachtwoorden.")  # twice is once
    assert Verklaring.objects.filter(soort="beveiliging").count() == 1
    with wereld.als("ina"):
        stand = beveiliging.eigen_stand()
    assert stand is not None
    assert (stand.maatregelen, stand.van, stand.tot) == (
        "Sterke wachtwoorden.",
        date(2026, 11, 23),
        date(2027, 11, 23),
    )
    for dagen, geldig, bijna in ((0, True, False), (335, True, True), (364, True, True), (365, False, False)):
        with stel_in(NU + timedelta(days=dagen)):
            assert (stand.is_geldig, stand.verloopt_bijna) == (geldig, bijna)


@pytest.mark.eis("HEE-6.1")
def test_opnieuw_verklaren_begint_een_nieuw_jaar(wereld):
    with wereld.als("ina"):
        beveiliging.verklaar("Sterke wachtwoorden.")
    with stel_in(NU + timedelta(days=300)), wereld.als("ina"):
        beveiliging.verklaar("Ook twee stappen bij het inloggen.")
        stand = beveiliging.eigen_stand()
    assert stand is not None
    assert stand.tot == date(2028, 9, 19)
    perioden = Verklaring.objects.filter(soort="beveiliging").order_by("van").values_list("van", "tot")
    assert list(perioden) == [
        (date(2026, 11, 23), date(2027, 9, 19)),
        (date(2027, 9, 19), date(2028, 9, 19)),
    ]


@pytest.mark.eis("HEE-6.1")
def test_de_gemeente_leest_de_maatregelen_en_een_andere_corporatie_niet(wereld):
    with wereld.als("ina"):
        beveiliging.verklaar("Sterke wachtwoorden.")
    gezien = {}
    for naam in ("ina", "jan", "anna", "hugo", "frits", "eva"):
        with wereld.als(naam):
            gezien[naam] = len(beveiliging.standen())
    assert gezien == {"ina": 1, "jan": 0, "anna": 0, "hugo": 1, "frits": 0, "eva": 0}
    for naam in ("anna", "hugo", "eva"):
        with wereld.als(naam), pytest.raises(Geweigerd):
            beveiliging.verklaar("Niet van mij.")
