"""Clocks, terms and settings of Heemstede as far as the product runs them."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from brpinzage import afwijkingen, laden
from brpinzage.afwijkingen import Bevinding
from brpinzage.rijen import Persoonsrij
from convenant.beleid.kalender import AMSTERDAM
from convenant.partijen.models import InstellingWaarde
from convenant.poort import dossier
from convenant.poort.handeling import Geweigerd
from convenant.poort.intrekken import vernietig_verlopen
from convenant.poort.logboek import TOEGESTAAN
from convenant.tijd import stel_in
from convenant.toezicht import steekproef
from tests.beleid.heemstede.kanten import VIJF_DOELEN
from tests.wereld import LINDELAAN_12, NU, Wereld, laad

from .toneel import gezegd, lees, weigering

AFWIJKEND = Bevinding(["komt_overeen", "mist"], "bewoner_niet_in_administratie", "Wij kennen alleen mevrouw.")
MIDDERNACHT = datetime(2026, 11, 24, tzinfo=AMSTERDAM)


def zet(wereld: Wereld, naam: str, waarde: object) -> None:
    InstellingWaarde.objects.update_or_create(
        convenant=wereld.convenant, deelname=None, naam=naam, defaults={"waarde": waarde}
    )


@pytest.mark.eis("HEE-14")
def test_wat_geraadpleegd_is_vergaat_met_de_dag(wereld):
    """Readable until midnight in the Netherlands; then refused, and destroyed by whoever comes by."""
    kopie = wereld.raadpleeg("anna", LINDELAAN_12)
    with stel_in(MIDDERNACHT - timedelta(seconds=1)):
        assert lees(wereld, "anna", kopie).waarde("naam_bewoner")
        assert vernietig_verlopen() == 0
    with stel_in(MIDDERNACHT):
        with pytest.raises(Geweigerd) as weigert:
            lees(wereld, "anna", kopie)
        assert [reden.eis for reden in weigert.value.redenen] == ["HEE-14"]
        assert vernietig_verlopen() == 1


@pytest.mark.eis("HEE-14")
@pytest.mark.parametrize("soort", ["raadpleging", "afwijking", "verhuizing", "logboek"])
def test_zonder_bewaartermijn_gaat_niets(wereld, soort):
    InstellingWaarde.objects.filter(naam=f"bewaartermijn_{soort}").delete()
    redenen = weigering(lambda: wereld.raadpleeg("anna", LINDELAAN_12))
    assert [eis for _, eis in redenen] == ["HEE-14"]


@pytest.mark.eis("HEE-3.3")
@pytest.mark.parametrize(("maximum", "hoogste"), [(None, 20), (3, 3)])
def test_vanaf_hoeveel_bewoners_een_adres_dicht_is(wereld, maximum, hoogste):
    if maximum is not None:
        zet(wereld, "maximum_bewoners", maximum)
    for aantal in (hoogste, hoogste + 1):
        laad(wereld, *(Persoonsrij(LINDELAAN_12, f"Mens {n}", f"m{n}") for n in range(aantal)))
        verwacht = () if aantal == hoogste else gezegd("niet_te_veel_bewoners")
        assert weigering(lambda: wereld.raadpleeg("anna", LINDELAAN_12)) == verwacht


@pytest.mark.eis("HEE-11.1")
@pytest.mark.parametrize(("ingesteld", "dagen"), [(None, 1), (3, 3)])
def test_wanneer_een_uittreksel_oud_is(wereld, ingesteld, dagen):
    if ingesteld is not None:
        zet(wereld, "uittreksel_maximaal_oud", ingesteld)
    for later, oud in ((timedelta(days=dagen), False), (timedelta(days=dagen, seconds=1), True)):
        with stel_in(NU + later), wereld.als("eva"):
            actief = laden.actief_uittreksel()
            assert actief
            assert laden.is_te_oud(actief) is oud


@pytest.mark.eis("HEE-2.6")
@pytest.mark.parametrize(("ingesteld", "dag"), [(None, date(2026, 11, 30)), (1, date(2026, 11, 24))])
def test_herinnering_aan_een_afwijking(wereld, ingesteld, dag):
    """Five werkdagen after Monday is the next Monday, unless the convenant chose otherwise."""
    if ingesteld is not None:
        zet(wereld, "herinnering_afwijking", ingesteld)
    kopie = wereld.raadpleeg("anna", LINDELAAN_12)
    with wereld.als("anna"):
        zaak = dossier.lees_zaak(afwijkingen.wijkt_af(kopie, AFWIJKEND))
    assert zaak.termijn
    assert (zaak.termijn - timedelta(seconds=1)).astimezone(AMSTERDAM).date() == dag
    assert zaak.stap == "wijkt_af"


@pytest.mark.eis("HEE-3.4")
@pytest.mark.parametrize(("ingesteld", "hoogste"), [(None, 50), (2, 2)])
def test_daglimiet_per_medewerker(wereld, ingesteld, hoogste):
    """The last one of the day goes, one more does not; a colleague and the next day are not held back."""
    if ingesteld is not None:
        zet(wereld, "daglimiet_raadplegingen", ingesteld)
    with wereld.als("anna") as beurt:
        beurt.regels += [beurt.regel("raadplegen", TOEGESTAAN) for _ in range(hoogste - 1)]
    wereld.raadpleeg("anna", LINDELAAN_12)
    assert weigering(lambda: wereld.raadpleeg("anna", LINDELAAN_12)) == gezegd("binnen_daglimiet")
    assert weigering(lambda: wereld.raadpleeg("bert", LINDELAAN_12)) == ()
    with stel_in(MIDDERNACHT + timedelta(hours=9)):
        assert weigering(lambda: wereld.raadpleeg("anna", LINDELAAN_12)) == ()


@pytest.mark.eis("HEE-4")
@pytest.mark.parametrize(("ingesteld", "omvang"), [(None, 25), (4, 4)])
def test_omvang_van_de_steekproef(wereld, ingesteld, omvang):
    if ingesteld is not None:
        zet(wereld, "steekproef_omvang", ingesteld)
    with stel_in(datetime(2026, 10, 12, 10, tzinfo=AMSTERDAM)), wereld.als("anna") as beurt:
        beurt.regels += [beurt.regel("raadplegen", TOEGESTAAN) for _ in range(30)]
    with wereld.als("frits"):
        steekproef.trek()
        _, kaart = steekproef.stand()
        assert kaart
        assert kaart.aantal == omvang


@pytest.mark.eis("HEE-1.b", "HEE-1.c", "HEE-1.e", "HEE-2.6", "HEE-3.1")
@pytest.mark.parametrize("doel", VIJF_DOELEN)
def test_een_afwijking_gaat_voor_het_doel_van_haar_raadpleging(wereld, doel):
    """Whatever the raadpleging was for: what is seen is reported, under that doel and no other (decision 76)."""
    kopie = wereld.raadpleeg("anna", LINDELAAN_12, doel=doel)
    with wereld.als("anna"):
        zaak = afwijkingen.wijkt_af(kopie, AFWIJKEND)
        afwijkingen.meld(zaak, AFWIJKEND.aard, AFWIJKEND.toelichting, uuid4())
    with wereld.als("eva"):
        melding = dossier.lees_zaak(zaak).laatste("afwijkingsmelding")
        assert melding
        assert melding.doel == doel
