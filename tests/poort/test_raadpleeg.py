"""One raadpleging through gate and database."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from brpinzage.handelingen import Identiteit
from brpinzage.rijen import Persoonsrij
from convenant.poort import poort
from convenant.poort.handeling import Geweigerd, NietGevonden
from convenant.poort.models import Logregel, LogVerborgen
from convenant.tijd import stel_in
from tests.wereld import KADE_3, LINDELAAN_12, LINDELAAN_14A, NU, Wereld, laad


def lees(wereld: Wereld, naam: str, ontvangst) -> poort.Gelezen:
    with wereld.als(naam):
        return poort.lees(ontvangst)


@pytest.mark.eis("HEE-2.5", "HEE-5.1", "HEE-OW.8")
def test_eigen_adres_geeft_naam_en_adres_en_niets_anders(wereld):
    gelezen = lees(wereld, "anna", wereld.raadpleeg("anna", LINDELAAN_12))
    assert {veld.naam: veld.waarde for veld in gelezen.velden} == {
        "naam_bewoner": ["Fatima Yılmaz", "Willem de Vries"],
        "adres_straatnaam": "Lindelaan",
        "adres_huisnummer": "12",
        "adres_huisletter": "",
        "adres_huisnummertoevoeging": "",
        "adres_postcode": "2101 AB",
        "adres_woonplaats": "Heemstede",
    }
    assert (gelezen.doel, gelezen.grondslag, gelezen.eis) == ("bestandskwaliteit", "wet_brp_3_9", "HEE-2.5")


@pytest.mark.eis("HEE-2.3")
def test_adres_van_ander_wordt_geweigerd_met_artikel(wereld):
    with pytest.raises(Geweigerd) as weigering:
        wereld.raadpleeg("carla", LINDELAAN_12)
    assert [reden.eis for reden in weigering.value.redenen] == ["HEE-2.3"]


@pytest.mark.eis("HEE-PAR.2")
def test_ander_ziet_de_raadpleging_niet(wereld):
    ontvangst = wereld.raadpleeg("anna", LINDELAAN_12)
    with pytest.raises(NietGevonden):
        lees(wereld, "carla", ontvangst)
    with pytest.raises(NietGevonden):
        lees(wereld, "carla", uuid4())


@pytest.mark.eis("HEE-14")
def test_na_de_dag_is_de_kopie_niet_meer_te_lezen(wereld):
    ontvangst = wereld.raadpleeg("anna", LINDELAAN_12)
    with stel_in(NU + timedelta(days=1)), pytest.raises(Geweigerd) as weigering:
        lees(wereld, "anna", ontvangst)
    assert [reden.eis for reden in weigering.value.redenen] == ["HEE-14"]


@pytest.mark.eis("HEE-3.3")
def test_verborgen_persoon_en_te_vol_adres_geven_dezelfde_zin(wereld):
    laad(
        wereld,
        Persoonsrij(LINDELAAN_12, "", "p9", afgeschermd=True),
        Persoonsrij(LINDELAAN_12, "Jan Smit", "p8"),
    )
    with pytest.raises(Geweigerd) as verborgen:
        wereld.raadpleeg("anna", LINDELAAN_12)
    laad(wereld, *(Persoonsrij(LINDELAAN_14A, f"Bewoner {n}", f"q{n}") for n in range(21)))
    with pytest.raises(Geweigerd) as te_vol:
        wereld.raadpleeg("anna", LINDELAAN_14A)
    assert verborgen.value.redenen == te_vol.value.redenen
    assert "schriftelijk" in verborgen.value.redenen[0].tekst


@pytest.mark.eis("HEE-3.7")
@pytest.mark.parametrize(
    "identiteit",
    [
        Identiteit("", "huurder", "paspoort", date(2026, 11, 20)),
        Identiteit("R. Vink", "buurman", "paspoort", date(2026, 11, 20)),
        Identiteit("R. Vink", "huurder", "clubkaart", date(2026, 11, 20)),
        Identiteit("R. Vink", "huurder", "paspoort", None),
        Identiteit("R. Vink", "huurder", "paspoort", date(2026, 11, 24)),
    ],
)
def test_zonder_vastgestelde_identiteit_geweigerd(wereld, identiteit):
    with pytest.raises(Geweigerd) as weigering:
        wereld.raadpleeg("anna", LINDELAAN_12, identiteit=identiteit)
    assert [reden.eis for reden in weigering.value.redenen] == ["HEE-3.7"]


@pytest.mark.eis("HEE-2.1")
def test_zonder_noodzaak_geweigerd(wereld):
    with pytest.raises(Geweigerd) as weigering:
        wereld.raadpleeg("anna", LINDELAAN_12, noodzaak="  ")
    assert [reden.eis for reden in weigering.value.redenen] == ["HEE-2.1"]


@pytest.mark.eis("HEE-4")
def test_toezichthouder_ziet_alles_en_de_ander_niets(wereld):
    wereld.raadpleeg("anna", LINDELAAN_12)
    with pytest.raises(Geweigerd):
        wereld.raadpleeg("carla", LINDELAAN_12)
    with wereld.als("frits"):
        regels = list(Logregel.objects.filter(handeling="raadplegen").order_by("volg"))
        assert [(r.uitkomst, r.eis) for r in regels] == [("toegestaan", "HEE-2.5"), ("geweigerd", "HEE-2.3")]
        assert len(regels[0].betrokkenen) == 2
    with wereld.als("carla"):
        assert [r.uitkomst for r in Logregel.objects.filter(handeling="raadplegen")] == ["geweigerd"]
    with wereld.als("anna"):
        assert [r.uitkomst for r in Logregel.objects.filter(handeling="raadplegen")] == ["toegestaan"]


@pytest.mark.eis("HEE-3.3", "HEE-4")
def test_ware_reden_alleen_voor_de_toezichthouder(wereld):
    laad(wereld, Persoonsrij(LINDELAAN_12, "", "p9", afgeschermd=True))
    with pytest.raises(Geweigerd):
        wereld.raadpleeg("anna", LINDELAAN_12)
    with wereld.als("anna"):
        (regel,) = Logregel.objects.filter(handeling="raadplegen")
        assert "geheimhouding" not in str(regel.redenen)
        assert not LogVerborgen.objects.exists()
    with wereld.als("frits"):
        (verborgen,) = LogVerborgen.objects.all()
        assert "geheimhouding" in str(verborgen.redenen)


def test_zelfde_formulier_twee_keer_is_een_raadpleging(wereld):
    kenmerk = uuid4()
    eerste = wereld.raadpleeg("anna", LINDELAAN_12, kenmerk=kenmerk)
    assert wereld.raadpleeg("anna", LINDELAAN_12, kenmerk=kenmerk) == eerste
    with wereld.als("frits"):
        assert Logregel.objects.filter(handeling="raadplegen").count() == 1


@pytest.mark.eis("HEE-5.5", "HEE-5.6")
def test_zonder_autorisatie_geweigerd_met_artikel(wereld):
    with pytest.raises(Geweigerd) as weigering:
        wereld.raadpleeg("dirk", LINDELAAN_12)
    assert {reden.eis for reden in weigering.value.redenen} >= {"HEE-2.5"}


@pytest.mark.eis("HEE-9.5")
def test_na_het_einde_is_de_toegang_dicht(wereld):
    wereld.convenant.einde = date(2026, 11, 23)
    wereld.convenant.save()
    with pytest.raises(Geweigerd) as weigering:
        wereld.raadpleeg("anna", LINDELAAN_12)
    assert [reden.eis for reden in weigering.value.redenen] == ["HEE-9.5"]


@pytest.mark.eis("HEE-2.3")
def test_bezit_van_gisteren_is_geen_bezit(wereld, als_eigenaar):
    from brpinzage.models import Bezit

    with als_eigenaar():
        Bezit.objects.filter(adres_sleutel=LINDELAAN_12.sleutel).update(tot=date(2026, 11, 23))
    with pytest.raises(Geweigerd) as weigering:
        wereld.raadpleeg("anna", LINDELAAN_12)
    assert [reden.eis for reden in weigering.value.redenen] == ["HEE-2.3"]
    with pytest.raises(Geweigerd):
        wereld.raadpleeg("anna", KADE_3)
