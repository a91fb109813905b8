"""Which Sociaal Wijkteam a case goes to (HAA-2.1.c): that of the tenant's postcode, and then the one that has it."""

from contextlib import suppress

from convenant.partijen import teams
from convenant.partijen.models import Groep
from convenant.partijen.teams import GeenTeam
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.poort.zaken import groepen_met
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.kanten import SWT
from huisuitzetting.models import Huurovereenkomst


def wijkteam_voor(postcode: str, zaak: Zaak | None = None) -> Groep:
    """The Sociaal Wijkteam that a report about this postcode goes to: the one that has the case already, if any does.

    Raises Ongeldig when nobody answers for the postcode.
    """
    if zaak is not None and (met := groepen_met(zaak, SWT)):
        return met[0]
    try:
        return teams.team_voor(beurt().wie.convenant, SWT, postcode)
    except GeenTeam as fout:
        raise Ongeldig({"": str(fout)}) from fout


def wijkteam_van(zaak: Zaak) -> Groep:
    """The Sociaal Wijkteam that has this case, wherever its postcode has gone since; before the handover that of the own
    tenant's postcode, and where nothing tells the one without a name, which has no case by that."""
    if met := groepen_met(zaak, SWT):
        return met[0]
    wie = beurt().wie
    huur = Huurovereenkomst.objects.filter(zaak=zaak).first()
    if huur is not None:
        with suppress(GeenTeam):
            return teams.team_voor(wie.convenant, SWT, huur.postcode)
    return Groep.objects.select_related("deelname").get(
        convenant=wie.convenant, deelname__soort=SWT.soort, functie=SWT.functie, team=""
    )


def gaat_over(wijkteam: Groep, postcode: str) -> bool:
    """Whether this is the wijkteam for this postcode, for the facts of the policy."""
    with suppress(GeenTeam):
        return teams.team_voor(beurt().wie.convenant, SWT, postcode) == wijkteam
    return False
