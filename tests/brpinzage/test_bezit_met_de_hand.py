"""One dwelling of the stock by hand: ended, corrected, taken out; and the list one walks through."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brpinzage import bezit, laden, voorstel
from brpinzage.rijen import Bezitrij
from convenant.brp.adres import maak_adres
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.models import Logregel
from tests.brpinzage.test_voorstel import PLEIN_1, VANDAAG, bevestig, eigen, leg_voor
from tests.wereld import BEGIN, KADE_3, LINDELAAN_12


def test_beeindigen_laat_de_geschiedenis_staan(wereld):
    rij = eigen(wereld, LINDELAAN_12)
    with wereld.als("ina"):
        bezit.beeindig(rij.id, VANDAAG)
    bevestig(wereld, leg_voor(wereld, Bezitrij(LINDELAAN_12, VANDAAG + timedelta(days=30))))
    with wereld.als("ina"):
        perioden = bezit.geschiedenis(rij.id)
        assert [(p.van, p.tot) for p in perioden] == [(VANDAAG + timedelta(days=30), None), (BEGIN, VANDAAG)]
    with pytest.raises(Geweigerd):
        wereld.raadpleeg("anna", LINDELAAN_12)
    with wereld.als("frits"):
        regels = Logregel.objects.filter(handeling="bezit_bijhouden", object=LINDELAAN_12.regel)
        assert [(regel.uitkomst, regel.eis) for regel in regels] == [("toegestaan", "HEE-2.3")]


@pytest.mark.parametrize("per", [BEGIN, BEGIN - timedelta(days=1)])
def test_beeindigen_kan_niet_voor_het_begin(wereld, per):
    rij = eigen(wereld, LINDELAAN_12)
    with pytest.raises(Ongeldig) as fout, wereld.als("ina"):
        bezit.beeindig(rij.id, per)
    assert "Kies een latere dag" in fout.value.fouten["per"]


def test_later_beeindigen_dan_al_gebeurd_is_kan_niet(wereld):
    rij = eigen(wereld, LINDELAAN_12)
    with wereld.als("ina"):
        bezit.beeindig(rij.id, VANDAAG)
    with pytest.raises(Ongeldig), wereld.als("ina"):
        bezit.beeindig(rij.id, VANDAAG + timedelta(days=1))
    with wereld.als("ina"):
        assert bezit.woning(rij.id).tot == VANDAAG


GOED = {"straatnaam": "Lindelaan", "woonplaats": "Heemstede", "bag_id": "", "van": BEGIN, "tot": None}


def test_verbeteren(wereld):
    rij = eigen(wereld, LINDELAAN_12)
    nieuw = GOED | {"straatnaam": "Lindenlaan", "van": date(2019, 1, 1)}
    with wereld.als("ina"):
        bezit.verbeter(rij.id, **nieuw)
        woning = bezit.woning(rij.id)
    assert (woning.adres.straatnaam, woning.van) == ("Lindenlaan", date(2019, 1, 1))


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"tot": BEGIN}, "tot"),
        ({"bag_id": "12"}, "bag_id"),
        ({"van": date(2018, 6, 1)}, "van"),
    ],
)
def test_verbeteren_van_wat_niet_kan(wereld, anders, veld):
    rij = eigen(wereld, LINDELAAN_12)
    with wereld.als("ina"):
        laden.werk_bezit_bij([Bezitrij(LINDELAAN_12, date(2018, 1, 1), date(2019, 1, 1))])
    with pytest.raises(Ongeldig) as fout, wereld.als("ina"):
        bezit.verbeter(rij.id, **(GOED | anders))
    assert list(fout.value.fouten) == [veld]


def test_verbeteren_neemt_geen_woning_van_een_ander(wereld):
    with wereld.als("jan"):
        laden.werk_bezit_bij([Bezitrij(replace(PLEIN_1, bag_id="0397010000007777"), BEGIN)])
    rij = eigen(wereld, LINDELAAN_12)
    with pytest.raises(Ongeldig), wereld.als("ina"):
        bezit.verbeter(rij.id, **(GOED | {"bag_id": "0397010000007777"}))


def test_de_woning_van_een_ander_is_er_niet(wereld):
    kade = eigen(wereld, KADE_3, "jan")
    for doe in (
        lambda: bezit.woning(kade.id),
        lambda: bezit.geschiedenis(kade.id),
        lambda: bezit.beeindig(kade.id, VANDAAG),
        lambda: bezit.verbeter(kade.id, **GOED),
    ):
        with pytest.raises(NietGevonden), wereld.als("ina"):
            doe()


def test_bladeren_in_de_orde_van_de_straat_en_zoeken(wereld):
    adressen = [maak_adres("2104AA", str(nummer), "", "", "Plein", "Heemstede") for nummer in range(1, 121)]
    with wereld.als("ina"):
        laden.werk_bezit_bij(Bezitrij(adres, BEGIN) for adres in reversed(adressen))
        nummers, na = [], None
        while True:
            rijen, na = bezit.bladzijde(bezit.Zoeken(VANDAAG), na)
            nummers += [rij.adres.huisnummer for rij in rijen]
            if na is None:
                break
        assert nummers == ["12", "14", *(str(nummer) for nummer in range(1, 121))]
        gevonden, _ = bezit.bladzijde(bezit.Zoeken(VANDAAG, "2104AA", "12"))
        assert [rij.adres.huisnummer for rij in gevonden] == ["12"]
        assert len(bezit.bladzijde(bezit.Zoeken(VANDAAG, "2104AA"))[0]) == bezit.PER_PAGINA


def test_het_aantal_vragen_hangt_niet_af_van_het_aantal_rijen(wereld):
    een, veel = vragen(wereld, 1), vragen(wereld, 200)
    assert een == veel
    assert max(veel) <= 20


def vragen(wereld, aantal: int) -> list[int]:
    """How many queries laying down, looking, confirming and listing take."""
    rijen = [Bezitrij(maak_adres("2104AA", str(n + 1)), BEGIN) for n in range(aantal)]
    with wereld.als("ina"):
        with CaptureQueriesContext(connection) as leggen:
            id = voorstel.leg_voor(rijen, heel=False)
        with CaptureQueriesContext(connection) as kijken:
            voorstel.geef(id)
            voorstel.wijzigingen(id, "nieuw")
        with CaptureQueriesContext(connection) as doen:
            voorstel.bevestig(id)
        with CaptureQueriesContext(connection) as lijst:
            bezit.bladzijde(bezit.Zoeken(VANDAAG))
    return [len(gevangen) for gevangen in (leggen, kijken, doen, lijst)]
