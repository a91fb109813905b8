"""The facts of the wijkteam's stretch, from its own rows: the order of the waiting list, and who leads a case."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q, QuerySet

from convenant.poort.feiten import Aanvraag, FeitVraag
from convenant.poort.grens import beurt
from convenant.poort.zaken import verstuurd
from convenant.zaken.models import Gebeurtenis, Zaak
from huisuitzetting.beleid.kanten import MELDER, SWT
from huisuitzetting.models import Regie, Toestemming, Wachtlijstplek

NEMEN, AFWIJZEN = BESLISSINGEN = ("in_behandeling_nemen", "niet_in_behandeling_nemen")
VOLGORDE = ("-heeft_voorrang", "ontvangen_op", "zaak")


def wachtlijst() -> QuerySet[Wachtlijstplek]:
    """The own waiting list in its order: priority first, then by receipt (HAA-3.6)."""
    return Wachtlijstplek.objects.filter(groep=beurt().wie.groep).order_by(*VOLGORDE)


def gaat_iemand_voor(zaak: Zaak) -> bool:
    """Whether somebody else on the own waiting list comes before this case."""
    plek = Wachtlijstplek.objects.filter(zaak=zaak).first()
    if plek is None:
        return False
    eerder = Q(ontvangen_op__lt=plek.ontvangen_op) | Q(ontvangen_op=plek.ontvangen_op, zaak__lt=zaak.pk)
    voor = Q(heeft_voorrang=plek.heeft_voorrang) & eerder
    if not plek.heeft_voorrang:
        voor |= Q(heeft_voorrang=True)
    return wachtlijst().filter(voor).exists()


def zet_redenen_terug(plek: Wachtlijstplek) -> None:
    """Why the order was left was weighed without this case. For those who now come after it, it must be said again. Part of
    an act (HAA-3.6)."""
    later = Q(ontvangen_op__gt=plek.ontvangen_op) | Q(ontvangen_op=plek.ontvangen_op, zaak__gt=plek.zaak_id)
    na = Q(heeft_voorrang=plek.heeft_voorrang) & later
    if plek.heeft_voorrang:
        na |= Q(heeft_voorrang=False)
    wachtlijst().filter(na, reden_vermeld=True).update(reden_vermeld=False)


def volgorde_gevolgd(aanvraag: Aanvraag) -> bool:
    """Nobody comes first, or why the order is left was written down (HAA-3.6)."""
    zaak = aanvraag.zaak
    if zaak is None:
        return False
    return not gaat_iemand_voor(zaak) or Wachtlijstplek.objects.filter(zaak=zaak, reden_vermeld=True).exists()


def is_beslist(zaak: Zaak) -> bool:
    """Whether the wijkteam took the report on, or not to be (HAA-3.7)."""
    return Gebeurtenis.objects.filter(zaak=zaak, handeling__in=BESLISSINGEN).exists()


def wachtlijst_te_lang(aanvraag: Aanvraag) -> bool:
    """More cases wait than the convenant says a wijkteam can take on (HAA-B2.4)."""
    capaciteit = aanvraag.instellingen.get("capaciteit_wijkteam")
    return capaciteit is not None and wachtlijst().count() > int(capaciteit)


def regievoerder(zaak: Zaak) -> int | None:
    """The medewerker who leads the case, for whoever at the gemeente has it; None when nobody of the team does."""
    with connection.cursor() as cursor:
        cursor.execute("select zaak_regievoerder(%s)", [zaak.pk])
        return cursor.fetchone()[0]


def is_regievoerder(aanvraag: Aanvraag) -> bool:
    """Of who reads at the wijkteam: it is this person. Of who sends to it: somebody there leads the case (HAA-6.1)."""
    if aanvraag.zaak is None:
        return False
    wie = regievoerder(aanvraag.zaak)
    eigen = aanvraag.wie.kant.functie == SWT.functie
    return wie == aanvraag.wie.medewerker.pk if eigen else wie is not None


def regieondersteuning_belegd(aanvraag: Aanvraag) -> bool:
    return Regie.objects.filter(zaak=aanvraag.zaak).exists() if aanvraag.zaak else False


def overlegd_met_huurder(aanvraag: Aanvraag) -> bool:
    """Before help from elsewhere, the tenant was consulted, on a day that was kept (HAA-3.10)."""
    if aanvraag.zaak is None:
        return False
    return Regie.objects.filter(zaak=aanvraag.zaak, overlegd_op__isnull=False).exists()


def terugkoppeling_gegeven(aanvraag: Aanvraag) -> bool:
    """The corporatie heard back on its report, or it is the corporatie itself that asks (HAA-3.7)."""
    return MELDER.past(aanvraag.wie.kant) or verstuurd(aanvraag.zaak, "terugkoppeling") is not None


def schriftelijke_toestemming_klant(aanvraag: Aanvraag) -> bool:
    """The client's written consent to tell more is on file and holds, for whoever has the case (HAA-B2.6.b)."""
    if aanvraag.zaak is None:
        return False
    with connection.cursor() as cursor:
        cursor.execute("select klant_stemt_in(%s)", [aanvraag.zaak.pk])
        return cursor.fetchone()[0]


@dataclass(frozen=True)
class Overdracht:
    """To which organisation somebody is handed over: what consent is asked for."""

    organisatie: str


def toestemming_overdracht(aanvraag: Aanvraag) -> bool:
    """The tenant agrees to a handover to this very organisation (HAA-B2.5.b)."""
    if aanvraag.zaak is None or not isinstance(aanvraag.object, Overdracht):
        return False
    gegeven = Toestemming.objects.filter(
        zaak=aanvraag.zaak,
        groep=aanvraag.wie.groep,
        soort=Toestemming.Soort.OVERDRACHT,
        ingetrokken_op=None,
    )
    return gegeven.filter(aan=aanvraag.object.organisatie).exists()


WIJKTEAM: Mapping[str, FeitVraag] = {
    "volgorde_gevolgd": volgorde_gevolgd,
    "nog_niet_beslist": lambda aanvraag: aanvraag.zaak is not None and not is_beslist(aanvraag.zaak),
    "wachtlijst_te_lang": wachtlijst_te_lang,
    "is_regievoerder": is_regievoerder,
    "regieondersteuning_belegd": regieondersteuning_belegd,
    "overlegd_met_huurder": overlegd_met_huurder,
    "terugkoppeling_gegeven": terugkoppeling_gegeven,
    "schriftelijke_toestemming_klant": schriftelijke_toestemming_klant,
    "toestemming_overdracht": toestemming_overdracht,
}
