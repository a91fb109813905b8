"""The facts of a handover: which wijkteam it is for, and on which ground it rests."""

from collections.abc import Mapping

from convenant.partijen.models import Groep
from convenant.poort.feiten import Aanvraag, FeitVraag
from convenant.poort.zaken import heeft_toegang, verstuurd
from huisuitzetting.beleid.kanten import SWT
from huisuitzetting.models import Huurovereenkomst

from .wijkteams import wijkteam_voor

MET_ACHTERSTAND = "melding_achterstand"


def verantwoordelijk_wijkteam(aanvraag: Aanvraag) -> bool:
    """Of a wijkteam that gets something: it has the case, or it is the one for the tenant's postcode. Of one that acts or
    reads: it has the case (HAA-2.1.c)."""
    ontvanger = aanvraag.ontvanger
    if ontvanger is not None and ontvanger.functie == SWT.functie:
        return heeft_toegang(aanvraag.zaak, ontvanger) or _voor_postcode(aanvraag.object, ontvanger)
    # Which cases it has the fence says: another's is not there for it.
    return aanvraag.wie.kant.functie == SWT.functie


def _voor_postcode(object: object, wijkteam: Groep) -> bool:
    return isinstance(object, Huurovereenkomst) and wijkteam_voor(object.postcode) == wijkteam


def zonder_contacttermijn(aanvraag: Aanvraag) -> bool:
    """There was no report of arrears alone (HAA-3.5)."""
    return verstuurd(aanvraag.zaak, MET_ACHTERSTAND) is None


MELDING: Mapping[str, FeitVraag] = {
    "verantwoordelijk_wijkteam": verantwoordelijk_wijkteam,
    "zonder_contacttermijn": zonder_contacttermijn,
}
