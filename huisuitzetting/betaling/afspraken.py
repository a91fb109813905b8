"""What is agreed about paying: amounts, terms and dates, and what of them cannot be. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from convenant.beleid import kalender
from huisuitzetting.achterstand.regeling import GEEN_BEDRAG
from huisuitzetting.dagen import EERSTE, JAAR_VERDER, LANG_GELEDEN

LANGSTE_REGELING = 120  # months; more is a slip of the finger
PER_TERMIJN, TERMIJNEN, START = "bedrag_per_termijn", "aantal_termijnen", "startdatum_regeling"


@dataclass(frozen=True)
class Regeling:
    """An arrangement for the arrears: so much a month, so many months, from this day."""

    bedrag: Decimal
    termijnen: int
    start: date

    @property
    def einde(self) -> date:
        """The day of the last term."""
        return kalender.tel(self.start, self.termijnen - 1, "maanden")

    @property
    def waarden(self) -> dict[str, Any]:
        """The three fields by which a set names it."""
        return {PER_TERMIJN: euro(self.bedrag), TERMIJNEN: self.termijnen, START: self.start.isoformat()}


@dataclass(frozen=True)
class Voorstel:
    """From when the running rent is paid, how much, and an arrangement for the arrears if there can be one (HAA-6.2)."""

    hervatting: date
    lopende_huur: Decimal
    regeling: Regeling | None

    @property
    def waarden(self) -> dict[str, Any]:
        lopend = {
            "datum_hervatting_lopende_huur": self.hervatting.isoformat(),
            "bedrag_lopende_huur": euro(self.lopende_huur),
        }
        return lopend | (self.regeling.waarden if self.regeling else {})


def fouten_in(regeling: Regeling, dag: date) -> dict[str, str]:
    """What cannot be about an arrangement that is made on this day, per field."""
    fouten = {}
    if regeling.bedrag <= 0:
        fouten[PER_TERMIJN] = GEEN_BEDRAG
    if not 1 <= regeling.termijnen <= LANGSTE_REGELING:
        fouten[TERMIJNEN] = f"Vul een aantal maanden in van 1 tot en met {LANGSTE_REGELING}."
    elif regeling.einde < dag:
        fouten[START] = "Deze regeling is dan al afgelopen. Controleer de datum en het aantal termijnen."
    if regeling.start < EERSTE:
        fouten[START] = LANG_GELEDEN
    if regeling.start > kalender.tel(dag, 1, "jaren"):
        fouten[START] = JAAR_VERDER
    return fouten


def regeling_uit(waarden: Mapping[str, Any]) -> Regeling | None:
    """The arrangement in the values of a copy; None when it names none."""
    if PER_TERMIJN not in waarden:
        return None
    return Regeling(
        lees_euro(waarden[PER_TERMIJN]), int(waarden[TERMIJNEN]), date.fromisoformat(waarden[START])
    )


def euro(bedrag: Decimal) -> str:
    """As people write it: € 1.050,00."""
    return "€ " + f"{bedrag:,.2f}".translate(str.maketrans(",.", ".,"))


def lees_euro(tekst: str) -> Decimal:
    """The reverse of `euro`."""
    return Decimal(tekst.removeprefix("€ ").replace(".", "").replace(",", "."))
