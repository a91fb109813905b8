"""What tests of the console say in one line: register somebody, decide about it, look at what became of it."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from convenant.console import daden, mensen
from convenant.partijen.models import Autorisatie, Medewerker
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.wie import werkplekken
from tests.console.conftest import VANDAAG
from tests.wereld import Wereld


def meld_aan(
    wereld: Wereld, wie: str, mens: str, deelname: str, functie: str, kenmerk: UUID | None = None
) -> int:
    groep = wereld.groep(deelname, functie)
    with wereld.als(wie):
        return daden.meld_aan(wereld.mensen[mens].pk, groep.pk, kenmerk or uuid4())


def doe(
    wereld: Wereld, wie: str, daad: str, autorisatie: int, kenmerk: UUID | None = None, **gegevens: Any
) -> None:
    if daad == daden.VERLENEN:
        gegevens = {"van": VANDAAG, "tot": None} | gegevens
    elif daad != daden.BEVESTIGEN:
        gegevens = {"reden": "Omdat het moet."} | gegevens
    with wereld.als(wie):
        daden.doe(daad, autorisatie, kenmerk or uuid4(), **gegevens)


def uitslag(wereld: Wereld, wie: str, daad: str, autorisatie: int, **gegevens: Any) -> str:
    """ "" when it was done, else what came of it."""
    try:
        doe(wereld, wie, daad, autorisatie, **gegevens)
    except NietGevonden:
        return "niet gevonden"
    except Geweigerd as fout:
        return "; ".join(f"{reden.tekst} ({reden.eis})" for reden in fout.redenen)
    except Ongeldig as fout:
        return "; ".join(fout.fouten.values())
    return ""


def neem_aan(wereld: Wereld, wie: str, deelname: str, naam: str, van: date = VANDAAG) -> Medewerker:
    """Somebody new with a declaration of secrecy; known in the world by this name."""
    with wereld.als(wie):
        pk = mensen.neem_aan(wereld.deelnames[deelname].pk, naam.capitalize(), f"{naam}@voorbeeld.nl", van)
        mensen.leg_vast(pk, "geheimhouding", "contract", "2026-1", van)
    wereld.mensen[naam] = Medewerker.objects.select_related("account").get(pk=pk)
    return wereld.mensen[naam]


def functies(wereld: Wereld, naam: str) -> set[str]:
    """What this person can work as today."""
    return {wie.functie for wie in werkplekken(wereld.mensen[naam].account, wereld.convenant)} - {""}


def stand(autorisatie: int) -> tuple[date | None, date | None, bool, bool]:
    """van, tot, suspended, closed."""
    rij = Autorisatie.objects.get(pk=autorisatie)
    return rij.van, rij.tot, rij.geschorst_op is not None, rij.afgesloten_op is not None
