"""The facts of a handover: which wijkteam it is for, and on which ground it rests."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection

from convenant.partijen.models import Groep
from convenant.poort.feiten import Aanvraag, FeitVraag
from convenant.poort.zaken import heeft_toegang, verstuurd
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.kanten import SWT
from huisuitzetting.models import Huurovereenkomst

from .wijkteams import gaat_over

MET_ACHTERSTAND, MET_MEER = "melding_achterstand", "melding_met_meer"
MET_TOESTEMMING = "melding_met_toestemming"


@dataclass(frozen=True)
class Signaal:
    """A tenant without arrears about whom the corporatie worries, as typed (HAA-3.3)."""

    naam: str
    geboortedatum: date | None
    telefoonnummer: str
    adres: str
    postcode: str
    huisnummer: int
    signaalcategorie: str


def verantwoordelijk_wijkteam(aanvraag: Aanvraag) -> bool:
    """Of a wijkteam that gets something: it has the case, or it is the one for the tenant's postcode. Of one that acts or
    reads: it has the case (HAA-2.1.c)."""
    ontvanger = aanvraag.ontvanger
    if ontvanger is not None and ontvanger.functie == SWT.functie:
        return heeft_toegang(aanvraag.zaak, ontvanger) or _voor_postcode(aanvraag.object, ontvanger)
    # Which cases it has the fence says: another's is not there for it.
    return aanvraag.wie.kant.functie == SWT.functie


def _voor_postcode(object: object, wijkteam: Groep) -> bool:
    return isinstance(object, Huurovereenkomst | Signaal) and gaat_over(wijkteam, object.postcode)


def zonder_contacttermijn(aanvraag: Aanvraag) -> bool:
    """There was no report of arrears alone (HAA-3.5)."""
    return verstuurd(aanvraag.zaak, MET_ACHTERSTAND) is None


def melding_op_toestemming(aanvraag: Aanvraag) -> bool:
    return verstuurd(aanvraag.zaak, MET_TOESTEMMING) is not None


def toestemming_huurder(aanvraag: Aanvraag) -> bool:
    """The consent this case was reported with still holds."""
    return aanvraag.zaak is not None and toestemming_sinds(aanvraag.zaak) is not None


def toestemming_sinds(zaak: Zaak) -> date | None:
    """Since when a tenant agrees to the report this case began with; None without consent. For who has the case."""
    with connection.cursor() as cursor:
        cursor.execute("select melding_toestemming_sinds(%s)", [zaak.pk])
        return cursor.fetchone()[0]


MELDING: Mapping[str, FeitVraag] = {
    "verantwoordelijk_wijkteam": verantwoordelijk_wijkteam,
    "zonder_contacttermijn": zonder_contacttermijn,
    "melding_op_toestemming": melding_op_toestemming,
    "toestemming_huurder": toestemming_huurder,
}
