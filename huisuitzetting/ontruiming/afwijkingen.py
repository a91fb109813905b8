"""What a corporatie did outside the convenant: kept with its reason, told as soon as the gemeente may know of the case."""

from datetime import date
from uuid import UUID, uuid5

from convenant.partijen.models import Groep
from convenant.poort import poort
from convenant.poort.poort import groep_van
from convenant.poort.zaken import heeft_toegang, vergrendel
from convenant.tijd import nu
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.kanten import TEAMLEIDER
from huisuitzetting.melding.wijkteams import wijkteam_van
from huisuitzetting.models import Afwijking, Huurovereenkomst

from .kring import CONTRACT, laat_weten

# Who is at the judge without a handover is told of to who leads the wijkteam: one may still come, but nothing waits for it.
ZONDER_MELDING = ("dagvaarding", "ontruimd")


def leg_vast(huur: Huurovereenkomst, zaak: Zaak, soort: str, dag: date, reden: str, kenmerk: UUID) -> None:
    """Keep it (decision 63). Part of the act that deviates."""
    Afwijking.objects.create(
        convenant=huur.convenant,
        groep=huur.groep,
        zaak=zaak,
        soort=soort,
        dag=dag,
        reden=reden,
        kenmerk=uuid5(kenmerk, soort),
    )


def verstuur(zaak: Zaak) -> None:
    """Tell wijkteam and teamleider what they were not told yet; nothing as long as a handover can still come (HAA-3.4).

    Part of an act: the deviation itself, the handover that came after it, or going on to the judge without one.
    """
    horen = _wie_hoort(zaak)
    if not horen:
        return
    for afwijking in Afwijking.objects.filter(zaak=zaak, verstuurd_op=None).order_by("pk"):
        _vertel(afwijking, horen, afwijking.kenmerk)
        afwijking.verstuurd_op = nu()
        afwijking.save(update_fields=["verstuurd_op"])


def verstuur_na_melding(zaak: Zaak) -> None:
    """The wijkteam that gets the case hears every deviation before it, those that the teamleider knows already too. Part of
    the handover, of which a case has one."""
    for afwijking in Afwijking.objects.filter(zaak=zaak, verstuurd_op__isnull=False).order_by("pk"):
        _vertel(afwijking, [wijkteam_van(zaak)], uuid5(afwijking.kenmerk, "wijkteam"))
    verstuur(zaak)


def _vertel(afwijking: Afwijking, horen: list[Groep], kenmerk: UUID) -> None:
    zaak = afwijking.zaak
    waarden = {
        "soort_afwijking": afwijking.soort,
        "datum_afwijking": afwijking.dag.isoformat(),
        "reden_afwijking": afwijking.reden,
    }
    poort.verstrek(
        "afwijking",
        waarden,
        horen,
        zaak=zaak,
        grondslag=CONTRACT,
        gegeven={"afwijking_met_reden": True},
        kenmerk=kenmerk,
    )
    laat_weten(zaak, horen, "Een corporatie week af van het convenant")


def _wie_hoort(zaak: Zaak) -> list[Groep]:
    """Wijkteam and teamleider; who leads the wijkteam alone, and that without a name, when the case was never reported."""
    team, leiding = wijkteam_van(zaak), groep_van(TEAMLEIDER)
    if heeft_toegang(zaak, team):
        return [team, leiding]
    return [leiding] if vergrendel(zaak).stap in ZONDER_MELDING else []
