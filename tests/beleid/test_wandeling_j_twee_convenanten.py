"""Walk (j): one person at two corporaties in two convenanten (decisions 5 and 71).

The same medewerker works at Ymere under Zoeklicht and at Elan Wonen under Haarlem, and Ymere takes part in both. Two
walks go side by side about the same invented person; nothing of one is reachable in the other.
"""

import pytest

from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.taal import INZIEN
from huisuitzetting.beleid import HAARLEM
from meldpunt.beleid import ZOEKLICHT

from .haarlem_verhaal import ALLES, ELAN, TEAM, TERUG, YMERE, ZEVEN_GEGEVENS, gemeld
from .tabel import alle_kanten, alle_stappen, stand
from .wandeling import Wandeling

YMERE_IN_ZOEKLICHT, MELDPUNT = "corporatie/behandelaar@ymere", "directie_wonen/meldpunt"

LINGE = {
    "adres_straatnaam": "Proefplein",
    "adres_huisnummer": "1",
    "adres_huisletter": "A",
    "adres_postcode": "1000 AA",
    "adres_woonplaats": "Amsterdam",
    "inhoud_melding": "De uitkering lijkt niet te kloppen met wie er woont.",
    "type_melding": "website",
    "naam_corporatie": "Ymere",
    "naam_medewerker_corporatie": "M. Dubbel",
    "datum_constatering": "2026-03-09",
}


def zoeklicht() -> Wandeling:
    wandeling = Wandeling(ZOEKLICHT)
    wandeling.stuur("linge_melding", YMERE_IN_ZOEKLICHT, MELDPUNT, LINGE, grondslag="woningwet_corporatie")
    return wandeling


def haarlem(**anders: str) -> Wandeling:
    """Reported, not yet taken up, fed back: at the corporatie where the same person works as melder."""
    wandeling = Wandeling(HAARLEM)
    gemeld(wandeling)
    wandeling.stuur("terugkoppeling", TEAM, ELAN, TERUG | anders)
    return wandeling


@pytest.mark.eis("HAA-PAR.2", "HAA-PR1.3", "HAA-PR6.1", "ZOE-PAR.2")
def test_in_elk_convenant_alleen_de_kopieen_van_dat_convenant():
    """Ymere is melder in Haarlem too, but this tenant is Elan's; the person sees per convenant what belongs there."""
    links, rechts = zoeklicht(), haarlem()
    links.iedereen_ziet({wie: {"linge_melding": LINGE} for wie in (YMERE_IN_ZOEKLICHT, MELDPUNT)})
    assert rechts.ziet(ELAN).keys() == {"herinneringsbrief", "melding_achterstand", "terugkoppeling"}
    assert rechts.ziet(ELAN)["melding_achterstand"] == ZEVEN_GEGEVENS
    assert rechts.ziet(YMERE) == rechts.ziet(YMERE_IN_ZOEKLICHT) == rechts.ziet(MELDPUNT) == {}
    assert links.ziet(ELAN) == links.ziet(YMERE) == links.ziet(TEAM) == {}


@pytest.mark.eis("HAA-PR1.3", "HAA-PR5.4")
def test_wat_in_haarlem_gebeurt_verandert_in_zoeklicht_niets():
    voor = {wie: zoeklicht().ziet(wie) for wie in (YMERE_IN_ZOEKLICHT, MELDPUNT)}
    for contact in ("ja", "nee"):
        links, rechts = zoeklicht(), haarlem(contact_gelegd=contact)
        assert rechts.ziet(ELAN)["terugkoppeling"]["contact_gelegd"] == contact
        assert {wie: links.ziet(wie) for wie in voor} == voor
        assert links.stap == "linge_gemeld"


@pytest.mark.eis("HAA-PR1.3", "HAA-PR6.1")
@pytest.mark.parametrize(("hier", "daar"), [(ZOEKLICHT, HAARLEM), (HAARLEM, ZOEKLICHT)], ids=lambda b: b.code)
def test_een_gegevensset_bestaat_alleen_in_haar_eigen_convenant(hier, daar):
    """Asking one policy about a set of the other is a mistake in the program, not an answer."""
    vreemd = {s.naam for s in daar.gegevenssets} - {s.naam for s in hier.gegevenssets}
    assert {"linge_melding", "melding_achterstand"} & vreemd
    wie = alle_kanten(hier)[0]
    for naam in vreemd:
        with pytest.raises(KeyError):
            beslis(hier, Vraag(wie, INZIEN, gegevensset=naam), stand(hier))


@pytest.mark.eis("HAA-PR5.3", "HAA-PAR.2")
@pytest.mark.parametrize(("hier", "daar"), [(ZOEKLICHT, HAARLEM), (HAARLEM, ZOEKLICHT)], ids=lambda b: b.code)
def test_een_functie_geldt_alleen_in_haar_eigen_convenant(hier, daar):
    """A functie of the other convenant reads nothing and does nothing here, in no step, whatever is true."""
    eigen = set(alle_kanten(hier))
    vreemden = [wie for wie in alle_kanten(daar) if wie not in eigen]
    assert vreemden
    verbs = sorted({v for rij in hier.bevoegdheden for v in rij.handelingen})
    waar = stand(hier)
    for wie in vreemden:
        for handeling in verbs:
            assert not beslis(hier, Vraag(wie, handeling), waar).mag, f"{wie}: {handeling}"
        for gegevensset in hier.gegevenssets:
            for stap in gegevensset.inzage_in:
                vraag = Vraag(wie, INZIEN, stap, gegevensset.naam)
                assert not beslis(hier, vraag, waar).mag, f"{wie}: {gegevensset.naam} in {stap}"


@pytest.mark.eis("HAA-9.1", "HAA-PR4.4")
def test_het_einde_van_haarlem_raakt_zoeklicht_niet():
    links, rechts = zoeklicht(), haarlem()
    rechts.nu_geldt(convenant_van_kracht=False)
    assert rechts.ziet(ELAN) == rechts.ziet(TEAM) == {}
    assert links.ziet(YMERE_IN_ZOEKLICHT) == {"linge_melding": LINGE}


@pytest.mark.eis("HAA-PAR.2", "HAA-B2.1.b")
def test_dezelfde_persoon_als_huurder_van_twee_corporaties_is_twee_zaken():
    """Reported again by Ymere after a move: a case of its own, that joins nothing to Elan's."""
    elan, ymere = haarlem(), Wandeling(HAARLEM)
    for handeling in ("achterstand_vastleggen", "contact_zoeken", "brief_versturen"):
        ymere.doe(YMERE, handeling)
    verhuisd = ZEVEN_GEGEVENS | {"adres": "Proefplein 9"}
    ymere.stuur("melding_achterstand", YMERE, TEAM, ALLES | verhuisd, grondslag="avg_6_1_b")
    ymere.iedereen_ziet({wie: {"melding_achterstand": verhuisd} for wie in (YMERE, TEAM)})
    assert elan.ziet(ELAN)["melding_achterstand"]["adres"] == "Proefplein 1"
    assert elan.ziet(YMERE) == ymere.ziet(ELAN) == {}


@pytest.mark.eis("HAA-PR5.3")
def test_de_stappen_van_de_twee_zijn_niet_uitwisselbaar():
    """A step of one is no step of the other: a case cannot move between convenanten (it closes and opens anew)."""
    vreemd = set(HAARLEM.stappen) - set(alle_stappen(ZOEKLICHT))
    assert {"gemeld", "wachtlijst", "ontruimd"} <= vreemd
    melder = next(kant for kant in alle_kanten(ZOEKLICHT) if kant.functie == "behandelaar")
    for stap in vreemd:
        for naam in ("linge_melding", "linge_signaal"):
            assert not beslis(ZOEKLICHT, Vraag(melder, INZIEN, stap, naam), stand(ZOEKLICHT)).mag
