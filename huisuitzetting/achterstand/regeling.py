"""An arrangement with the tenant as the corporatie keeps it: from when, how much a month, until when. Pure.

Only one of which all three are known, which is kept, and whose last day has not gone by stands in the way of the handover
and the bailiff (HAA-3.4). It counts from the day it was made, also when the first month to pay is still to come.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from convenant.beleid import kalender
from huisuitzetting.dagen import EERSTE, JAAR_VERDER, LANG_GELEDEN

LOOPT, VERBROKEN, AFGELOPEN = "loopt", "verbroken", "afgelopen"
LANGSTE = 10  # years; more is a slip of the finger
GEEN_BEDRAG = "Vul een bedrag in van meer dan 0 euro."
ALLE_DRIE = "Een regeling heeft een begin, een bedrag per maand en een einde. Vul dit ook in."
AL_AFGELOPEN = "Deze regeling is al afgelopen. Vul de nieuwe einddatum in, of kies ‘Er is geen regeling’."
ZONDER_STAND = (
    "Hier staat een regeling, maar niet of zij loopt. Vul bij betalingsregeling ‘loopt’ of ‘verbroken’ in."
)
SINDS, PER_MAAND, TOT = "regeling_sinds", "regeling_per_maand", "regeling_tot"


@dataclass(frozen=True)
class Afspraak:
    """What is paid off: so much a month from `sinds` until and including `tot`."""

    sinds: date
    per_maand: Decimal
    tot: date


def fouten_in(afspraak: Afspraak, dag: date) -> dict[str, str]:
    """What cannot be about an arrangement as it is written down on this day, per field. That it is over is no fault of it."""
    fouten = {}
    if afspraak.per_maand <= 0:
        fouten[PER_MAAND] = GEEN_BEDRAG
    if afspraak.sinds < EERSTE:
        fouten[SINDS] = LANG_GELEDEN
    elif afspraak.sinds > kalender.tel(dag, 1, "jaren"):
        fouten[SINDS] = JAAR_VERDER
    if afspraak.tot < afspraak.sinds:
        fouten[TOT] = "Het einde ligt voor het begin. Controleer de twee datums."
    elif afspraak.tot > kalender.tel(dag, LANGSTE, "jaren"):
        fouten[TOT] = f"Deze datum ligt meer dan {LANGSTE} jaar verder. Controleer het jaar."
    return fouten
