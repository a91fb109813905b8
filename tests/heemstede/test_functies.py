"""What acting in a functie takes and who may hold it, with the rows that answer the facts really changed."""

import pytest

from convenant.beleid.taal import INZIEN
from convenant.partijen import rechten
from convenant.partijen.inrichting import InrichtingFout
from tests.beleid.heemstede import BEVOEGDHEDEN, FUNCTIES
from tests.beleid.heemstede.feiten import FEITEN
from tests.beleid.heemstede.kanten import BEHEER
from tests.beleid.tabel import params
from tests.wereld import BEGIN, Wereld

from .test_handelingen import ZONDER
from .toneel import SPELER, begint, doe, gezegd, groep, ongedaan, onwaar, weigering


@pytest.mark.parametrize(
    ("functie", "feit"),
    [
        pytest.param(
            regel.functie, feit, marks=pytest.mark.eis(regel.eis, FEITEN[feit]), id=f"{regel.functie}-{feit}"
        )
        for regel in FUNCTIES
        for feit in regel.vereist
    ],
)
def test_zonder_wat_de_functie_vereist_gaat_niets(wereld, functie, feit):
    """Refused with the article of what is missing, as soon as it is missing, whatever the verb."""
    naam = SPELER[functie]
    verbs = {r.handeling for r in BEVOEGDHEDEN if functie in r.door and begint(r.handeling) in ZONDER} - {
        INZIEN
    }
    with wereld.als(naam):
        assert {weigering(lambda v=verb: doe(v)) for verb in verbs} == {()}
    with onwaar(wereld, feit, naam), wereld.als(naam):
        assert {weigering(lambda v=verb: doe(v)) for verb in verbs} == {gezegd(feit)}


def meld_aan(wereld: Wereld, naam: str, functie: str):
    """Registered by a colleague who plays no part in it; not granted yet."""
    aanmelders = ("ina", "bert") if functie.startswith("corporatie") else ("hugo", "gerda")
    aanmelder = next(ander for ander in aanmelders if ander != naam)
    return rechten.meld_aan(wereld.mensen[naam], groep(wereld, functie), door=wereld.mensen[aanmelder])


def kan_verleend(wereld: Wereld, naam: str, functie: str) -> bool:
    verlener = wereld.mensen["eva" if naam == "frits" else "frits"]
    try:
        with ongedaan():
            rechten.verleen(meld_aan(wereld, naam, functie), door=verlener, van=BEGIN)
    except InrichtingFout:
        return False
    return True


def maak_plaats(wereld: Wereld) -> None:
    """For another contactpersoon of De Linde."""
    rechten.trek_in(wereld.autorisaties["bert"], door=wereld.mensen["ina"], reden="Weg.", per=BEGIN)


@pytest.mark.parametrize("regel", params(FUNCTIES))
def test_niet_meer_mensen_dan_de_functie_toelaat(wereld, regel):
    """Beside the two contactpersonen of De Linde there is no third; elsewhere a second is no matter."""
    naam = "dirk" if regel.functie.startswith("corporatie") else "ivo"
    assert kan_verleend(wereld, naam, regel.functie) is (regel.maximum is None)
    if regel.maximum is not None:
        maak_plaats(wereld)
        assert kan_verleend(wereld, naam, regel.functie)


@pytest.mark.parametrize("regel", params(FUNCTIES))
def test_functies_die_niet_samengaan(wereld, regel):
    """Not in one person, in whichever order they are granted."""
    maak_plaats(wereld)
    soort = regel.functie.split("/")[0]
    for ander in FUNCTIES:
        if ander is regel or not ander.functie.startswith(soort):
            continue
        eigen, tweede = regel.functie.split("/")[1], ander.functie.split("/")[1]
        samen = tweede not in regel.onverenigbaar and eigen not in ander.onverenigbaar
        assert kan_verleend(wereld, SPELER[regel.functie], ander.functie) is samen, f"{eigen} met {tweede}"


@pytest.mark.eis("HEE-5.6", "HEE-PAR.1")
def test_vier_ogen(wereld):
    """Who registers or is registered does not grant."""
    for door in ("ina", "dirk"):
        with pytest.raises(InrichtingFout):
            rechten.verleen(meld_aan(wereld, "dirk", BEHEER), door=wereld.mensen[door], van=BEGIN)
