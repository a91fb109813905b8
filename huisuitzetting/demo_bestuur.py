"""Around the cases of the demo: the contact list, and the figures of the last half year."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import uuid4

from convenant.beleid.kalender import AMSTERDAM
from convenant.demo import Mens, Toneel, Verhaal, op
from convenant.partijen.models import Groep
from convenant.tijd import vandaag

from .werkafspraken import contactlijst, kengetallen
from .werkafspraken.contact import Contact
from .werkafspraken.ontvangers import naam_van

IN_DE_LIJST = ("mila", "ruud", "fatma", "zora", "youssef", "petra", "wilma")


def verhalen(toneel: Toneel, mensen: dict[str, Mens]) -> Iterator[Verhaal]:
    yield _contactlijst(toneel, mensen)
    yield _cijfers(toneel)


def _contactlijst(toneel: Toneel, mensen: dict[str, Mens]) -> Verhaal:
    """Everyone the tenant or a colleague can call; of Stichting Trekvaart nobody is known yet."""
    yield op(_dag(toneel) - timedelta(days=212), 10)
    for nummer, sleutel in enumerate(IN_DE_LIJST):
        with toneel.als("bea"):
            groep = Groep.objects.select_related("deelname__partij").get(
                convenant=toneel.convenant,
                deelname__partij=toneel.mensen[sleutel].partij,
                functie=mensen[sleutel].functie,
            )
            contact = Contact(
                mensen[sleutel].naam,
                naam_van(groep),
                f"023 000 00 {nummer:02}",
                f"{sleutel}@voorbeeld.nl",
                vandaag(),
            )
            contactlijst.verspreid(contact, None, uuid4())


def _cijfers(toneel: Toneel) -> Verhaal:
    """Each tells its numbers of the half year that ended last, some weeks later; Het Bolwerk has not yet."""
    yield op(_na_het_halfjaar(_dag(toneel)), 11)
    periode = kengetallen.perioden()[0].sleutel
    with toneel.als("wilma"):
        kengetallen.deel_wijkteam(periode, uuid4())
    with toneel.als("zora"):
        kengetallen.deel_sdv(periode, 14, uuid4())
    with toneel.als("petra"):
        kengetallen.deel_corporatie(periode, {("huurder_met_kinderen", "huurschuld"): 6}, 7, 12, uuid4())


def _na_het_halfjaar(dag: date) -> date:
    """Some weeks into this half year, or into the one before it."""
    begin = dag.replace(month=1 if dag.month <= 6 else 7, day=1)
    if dag - begin < timedelta(days=25):
        begin = begin.replace(month=1) if begin.month == 7 else begin.replace(year=begin.year - 1, month=7)
    return begin + timedelta(days=20)


def _dag(toneel: Toneel) -> date:
    return toneel.nu.astimezone(AMSTERDAM).date()
