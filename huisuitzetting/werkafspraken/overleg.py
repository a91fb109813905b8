"""Meetings on whether the working agreements still fit: at most two in a calendar year, a third with a reason (HAA-9.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from convenant.beleid import kalender
from convenant.poort.berichten import bericht
from convenant.poort.daad import handel
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.tijd import vandaag
from huisuitzetting.models import Overleg

from .ontvangers import wie_evalueert

PLANNEN = "overleg_plannen"


@dataclass(frozen=True)
class Overlegplan:
    """A meeting as it is planned."""

    dag: date
    onderwerp: str
    reden: str = ""


def overzicht() -> Sequence[Overlegplan]:
    """All that were planned, the latest first."""
    rijen = Overleg.objects.filter(convenant=beurt().wie.convenant).order_by("-dag", "-pk")
    return [Overlegplan(rij.dag, rij.onderwerp, rij.reden) for rij in rijen]


def nog_te_plannen(dag: date) -> int:
    """How many more the text gives in the year of this day."""
    termijn = beurt().wie.beleid.termijn("overleg_werkafspraken")
    eerder = [kalender.begin_van(plan.dag) for plan in overzicht()]
    return kalender.nog_toegestaan(termijn, eerder, kalender.begin_van(dag))


def plan(overleg: Overlegplan, kenmerk: UUID) -> None:
    """Plan a meeting; who evaluates hears of it. Raises Geweigerd for a third in a year without a reason."""
    wie = beurt().wie
    with connection.cursor() as cursor:  # of two at once the second counts the first
        cursor.execute("select pg_advisory_xact_lock(hashtext('overleg'), %s::int)", [wie.convenant.pk])
    if Overleg.objects.filter(kenmerk=kenmerk).exists():
        return
    if overleg.dag < vandaag():
        raise Ongeldig({"dag": "Deze dag is voorbij. Vul de dag in waarop u overlegt."})
    with handel(PLANNEN, object=overleg, onderwerp=f"overleg {overleg.dag:%d-%m-%Y}"):
        Overleg.objects.create(
            convenant=wie.convenant,
            groep_id=wie.groep,
            kenmerk=kenmerk,
            dag=overleg.dag,
            onderwerp=overleg.onderwerp,
            reden=overleg.reden,
            gepland_door=wie.medewerker,
        )
        bericht(
            wie_evalueert(),
            "Er is een overleg over de werkafspraken gepland",
            "Op de pagina Evaluatie staat wanneer het is, en waarover.",
            f"/{wie.convenant.code}/evaluaties/",
        )
