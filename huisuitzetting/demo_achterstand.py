"""Arrears in the demo that are still between corporatie and tenant: the monthly files, and what is done about them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

from convenant.beleid import kalender
from convenant.beleid.kalender import AMSTERDAM
from convenant.demo import Toneel, Verhaal, op
from convenant.tijd import vandaag
from huisuitzetting.models import Huurovereenkomst

from . import demo_huren
from .achterstand import huren, inlezen, regelen
from .achterstand.regeling import LOOPT, Afspraak
from .melding import handelingen as melding

MELDERS = {"meeuw": "mila", "bolwerk": "ruud"}
SJABLOON = "Herinnering huur"
# How many days ago the files before today's came.
BESTANDEN = {"meeuw": (210, 180, 120, 90, 60, 30), "bolwerk": (60, 30)}


def verhalen(toneel: Toneel) -> Iterator[Verhaal]:
    for partij, wie in MELDERS.items():
        for geleden in BESTANDEN[partij]:
            yield _bestand(toneel, partij, wie, geleden)
        yield _bestand(toneel, partij, wie, 0)
        yield _al_in_gesprek(toneel, partij, wie)
    yield _regeling(toneel)
    for hoofdpersoon in ("morgen_melden", "ook_melden", "nog_een_melden", "vierde_melden"):
        yield _te_melden(toneel, "meeuw", hoofdpersoon)
    yield _te_melden(toneel, "bolwerk", "melden")
    yield _vandaag_gemeld(toneel)


def dagen(toneel: Toneel, geleden: int, uur: int, minuut: int = 0) -> datetime:
    """So many days before the demo, working day or not."""
    return op(toneel.nu.astimezone(AMSTERDAM).date() - timedelta(days=geleden), uur, minuut)


def huur_van(contractnummer: str) -> int:
    """The id of an own tenancy."""
    return Huurovereenkomst.objects.values_list("pk", flat=True).get(contractnummer=contractnummer)


def zoek_contact(huur: int, wijze: str = "telefoon", *, bereikt: bool = True) -> int:
    return huren.leg_contact_vast(huur, wijze, bereikt=bereikt, gewezen_op_sdv=True, kenmerk=uuid4())


def stuur_brief(huur: int) -> int:
    return huren.leg_brief_vast(huur, SJABLOON, vandaag(), uuid4())


def tot_de_brief(toneel: Toneel, partij: str, wie: str, *, contact: int, brief: int) -> Verhaal:
    """Contact and then the letter, so many days ago; the beginning of every story about arrears."""
    nummer = demo_huren.contractnummer(partij, wie)
    yield dagen(toneel, contact, 10, 20)
    with toneel.als(MELDERS[partij]):
        zoek_contact(huur_van(nummer), "huisbezoek")
    yield dagen(toneel, brief, 9, 40)
    with toneel.als(MELDERS[partij]):
        stuur_brief(huur_van(nummer))


def _bestand(toneel: Toneel, partij: str, wie: str, geleden: int) -> Verhaal:
    yield dagen(toneel, geleden, 8) if geleden else toneel.nu
    csv = demo_huren.bestand(partij, toneel.nu.astimezone(AMSTERDAM).date(), geleden)
    with toneel.als(wie):
        inlezen.verwerk(inlezen.lees(csv, heel=True))


def _al_in_gesprek(toneel: Toneel, partij: str, wie: str) -> Verhaal:
    """Of whoever was in arrears long enough to be in the last file but one: contact, for most the letter too."""
    bekend = demo_huren.overige(partij, BESTANDEN[partij][-1] + 1)
    yield dagen(toneel, 14, 11)
    with toneel.als(wie):
        for plaats, huurder in enumerate(bekend):
            wijze = ("brief", "telefoon")[plaats % 2]
            zoek_contact(huur_van(huurder.contractnummer), wijze, bereikt=wijze == "telefoon")
    yield dagen(toneel, 7, 15)
    with toneel.als(wie):
        for plaats, huurder in enumerate(bekend):
            if plaats % 4:
                stuur_brief(huur_van(huurder.contractnummer))


def _regeling(toneel: Toneel) -> Verhaal:
    yield from tot_de_brief(toneel, "meeuw", "regeling", contact=50, brief=36)
    yield dagen(toneel, 29, 14)
    with toneel.als("noud"):
        dag = vandaag()
        afspraak = Afspraak(dag, Decimal("60.00"), kalender.tel(dag, 14, "maanden"))
        regelen.leg_vast(huur_van(demo_huren.contractnummer("meeuw", "regeling")), LOOPT, afspraak)


def _te_melden(toneel: Toneel, partij: str, wie: str) -> Verhaal:
    """With the file of today one and a half month's rent is owed: handover is due."""
    yield from tot_de_brief(toneel, partij, wie, contact=28, brief=12)


def _vandaag_gemeld(toneel: Toneel) -> Verhaal:
    yield from tot_de_brief(toneel, "meeuw", "gemeld", contact=27, brief=13)
    yield toneel.nu
    with toneel.als("mila"):
        melding.meld_achterstand(huur_van(demo_huren.contractnummer("meeuw", "gemeld")), uuid4())
