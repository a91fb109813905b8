"""To which groups something of the working agreements goes, and what they are called."""

from collections.abc import Sequence

from convenant.beleid.taal import Kant
from convenant.partijen.models import Groep
from convenant.poort.grens import beurt
from huisuitzetting.beleid.kanten import BESTUUR

from .contact import FUNCTIENAMEN


def groepen_die_krijgen(gegevensset: str) -> list[Groep]:
    """All that the convenant names for this set."""
    return _groepen(beurt().wie.beleid.gegevensset(gegevensset).aan)


def wie_evalueert() -> list[Groep]:
    """The managers of the corporaties, the teamleider and the beleidsadviseur (HAA-9.2)."""
    return _groepen(BESTUUR)


def naam_van(groep: Groep) -> str:
    """A functie at a party, as the contact list names it: of several wijkteams each by its own name."""
    return f"{groep.team or FUNCTIENAMEN[groep.functie]}, {groep.deelname.partij.naam}"


def _groepen(kanten: Sequence[Kant]) -> list[Groep]:
    open = Groep.objects.filter(convenant=beurt().wie.convenant, gesloten_op=None)
    groepen = open.select_related("deelname__partij")
    return [
        groep
        for groep in groepen.order_by("deelname_id", "pk")
        if any(kant.past(Kant(groep.deelname.soort, groep.functie)) for kant in kanten)
    ]
