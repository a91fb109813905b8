"""Twelve weeks of ordinary work in the demo, so that the dashboard and the report have something to show."""

from collections.abc import Iterator
from itertools import cycle
from uuid import uuid4

from convenant.brp.adres import Adres
from convenant.demo import Toneel, Verhaal
from convenant.poort import poort
from convenant.tijd import vandaag

from . import afwijkingen, controle, demo_personen, handelingen, rondom
from .afwijkingen import Bevinding
from .handelingen import Identiteit

WERKDAGEN = 60
VRAGEN = (  # soort, question, answer
    ("technisch", "De code uit mijn telefoon werkt niet meer.", "Vraag uw beheerder om een nieuwe sleutel."),
    (
        "inhoudelijk",
        "Mag ik ook kijken bij een woning die we net verkochten?",
        "Nee, alleen bij eigen bezit.",
    ),
    ("technisch", "Het bestand met bezit wordt niet gelezen.", "Sla het op als CSV met puntkomma's."),
    ("inhoudelijk", "Welk doel kies ik bij medehuur?", "Kies bestandskwaliteit, en schrijf op waarom."),
)
UITKOMSTEN = ("brp_aangepast", "geen_wijziging", "bestand_aangepast", "brp_aangepast")
TOELICHTING = "Volgens ons staat hier iemand anders ingeschreven dan er woont."


def verhalen(toneel: Toneel, linde: int, waterkant: int) -> Iterator[Verhaal]:
    """`linde` and `waterkant` are the ids of the deelnames. Told in working days ago."""
    dagen = (dag for dag in range(WERKDAGEN, 0, -1) if dag * 7 % 10 < 5)
    for dag, wie, vraag in zip(dagen, cycle(("anna", "carlo", "anna")), cycle(VRAGEN), strict=False):
        yield _vraag(toneel, dag, wie, *vraag)
    yield from _afwijkingen(toneel)
    yield _controle(toneel, linde, "ina", gevraagd=40, voor=30, beantwoord=33)
    yield _controle(toneel, linde, "ina", gevraagd=28, voor=18, beantwoord=20)
    yield _controle(toneel, waterkant, "jan", gevraagd=35, voor=30, beantwoord=27)
    yield _controle(toneel, waterkant, "jan", gevraagd=9, voor=2)
    yield _controle(toneel, waterkant, "jan", gevraagd=4, voor=-3)


def _vraag(toneel: Toneel, dag: int, wie: str, soort: str, vraag: str, antwoord: str) -> Verhaal:
    """Asked; the next day answered; the day after that closed. The last ones are still under way."""
    yield toneel.geleden(dag, 9 + dag % 7, dag % 60)
    with toneel.als(wie):
        zaak = rondom.vraag_ondersteuning(None, soort, vraag, uuid4())
    if dag < 3:
        return
    yield toneel.geleden(dag - 1, 11, dag % 60)
    with toneel.als("eva"):
        rondom.beantwoord_ondersteuning(zaak, antwoord, uuid4())
    if dag < 5:
        return
    yield toneel.geleden(dag - 2, 10, dag % 60)
    with toneel.als(wie):
        rondom.sluit_vraag(zaak)


def _afwijkingen(toneel: Toneel) -> Iterator[Verhaal]:
    """Reported at once, or days later than HEE-2.6 asks, or not yet; of after the first extract."""
    linde, waterkant = (demo_personen.adressen(partij) for partij in ("linde", "waterkant"))
    for plaats, uitkomst in enumerate(UITKOMSTEN):
        yield _afwijking(toneel, "anna", linde[30 + plaats], 17 - 2 * plaats, 17 - 2 * plaats, uitkomst)
    yield _afwijking(toneel, "anna", linde[35], 17, 10, "brp_aangepast")
    yield _afwijking(toneel, "carlo", waterkant[30], 12, 12, "geen_wijziging")
    yield _afwijking(toneel, "anna", linde[36], 8)
    yield _afwijking(toneel, "anna", linde[37], 3)
    yield _afwijking(toneel, "carlo", waterkant[31], 7)


def _afwijking(
    toneel: Toneel, wie: str, adres: Adres, gezien: int, gemeld: int = 0, uitkomst: str = ""
) -> Verhaal:
    """Found, kept, and perhaps reported: who does that on a later day looks once more (decision 62)."""
    for dag in sorted({gezien, gemeld or gezien}, reverse=True):
        yield toneel.geleden(dag, 10, dag)
        with toneel.als(wie):
            zaak = _wijkt_af(adres)
    if not gemeld:
        return
    with toneel.als(wie):
        afwijkingen.meld(zaak, "andere_bewoner", TOELICHTING, uuid4())
    yield toneel.geleden(gemeld - 2, 14, gemeld)
    with toneel.als("eva"):
        afwijkingen.start_onderzoek(zaak)
    yield toneel.geleden(gemeld - 4, 15, gemeld)
    with toneel.als("eva"):
        afwijkingen.leg_uitkomst_vast(zaak, uitkomst, uuid4())


def _wijkt_af(adres: Adres) -> int:
    ontvangst = handelingen.raadpleeg(
        adres,
        doel="onrechtmatige_bewoning",
        noodzaak="De huismeester ziet hier andere mensen.",
        identiteit=Identiteit("R. Vink", "huurder", "paspoort", vandaag()),
        kenmerk=uuid4(),
    )
    namen = poort.lees(ontvangst).waarde("naam_bewoner")
    return afwijkingen.wijkt_af(
        ontvangst, Bevinding(["wijkt_af"] * len(namen), "andere_bewoner", TOELICHTING)
    )


def _controle(
    toneel: Toneel, deelname: int, wie: str, *, gevraagd: int, voor: int, beantwoord: int | None = None
) -> Verhaal:
    """Asked by supervision, to be answered by `wie` on a day; a negative number of working days is to come."""
    yield toneel.geleden(gevraagd, 15, 40)
    with toneel.als("frits"):
        vraag = "Laat zien hoe u nagaat of een raadpleging nodig was."
        zaak = controle.open_controle(
            None, str(deelname), vraag, "Een voorbeeld", toneel.geleden(voor, 12).date(), uuid4()
        )
    if beantwoord is None:
        return
    yield toneel.geleden(beantwoord, 9, 30)
    with toneel.als(wie):
        controle.beantwoord(
            zaak, "Twee collega's kijken elke maand mee. Het verslag ligt bij ons.", None, uuid4()
        )
    yield toneel.geleden(beantwoord - 1, 16)
    with toneel.als("frits"):
        controle.rond_af(zaak, "In orde.", uuid4())
