"""Messages to who has a functie: something waits in the product, and where; what it is stands there.

Written in the transaction of the act, so that no act goes without them. Everybody reads their own in the application;
whether a mail tells of it too is each person's own choice per convenant (post.py sends it).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from convenant.berichten.models import Bericht, Postkeuze
from convenant.partijen.models import Autorisatie, Convenant, Groep, Medewerker
from convenant.tijd import nu, vandaag

from .grens import beurt
from .handeling import Ongeldig

METEEN, DAG, GEEN = Postkeuze.METEEN, Postkeuze.DAG, Postkeuze.GEEN
PER_PAGINA = 25
IN_ADRES = "bericht"
IN_EEN_KEER = 1000


def bericht(
    groepen: Iterable[Groep],
    onderwerp: str,
    tekst: str,
    pad: str,
    *,
    convenant: Convenant | None = None,
    dringend: bool = False,
) -> int:
    """Tell everyone who has one of these functies today; how many. Part of an act, never an act of its own.

    `pad` is the address of a page here. `onderwerp` and `tekst` are fixed sentences: nothing that somebody typed.
    A task, in which nobody acts, says of which `convenant`. `dringend`: mailed whatever the person chose, for what
    touches signing in or somebody's own rights.
    """
    mensen = _mensen_van({groep.pk for groep in groepen}).values()
    accounts = {wie.account for van_een in mensen for wie in van_een}
    return _schrijf(_een_tekst(accounts, onderwerp, tekst, pad, convenant), dringend)


def bericht_aan(
    mensen: Iterable[Medewerker],
    onderwerp: str,
    tekst: str,
    pad: str,
    *,
    convenant: Convenant | None = None,
    dringend: bool = False,
) -> int:
    """The same to these people, whatever their functie."""
    accounts = {mens.account_id for mens in mensen if mens.account.is_active}
    return _schrijf(_een_tekst(accounts, onderwerp, tekst, pad, convenant), dringend)


def berichten_voor(regels: Iterable[tuple[int, int | None, str, str, str]]) -> int:
    """Many at once, for a task: (groep_id, medewerker_id, onderwerp, tekst, pad) each, in the convenant of its group; how
    many were written.

    To that one of the group where somebody is named who has its functie today, else to all of it. The people of each group
    are looked up once. The same text to the same person is one message.
    """
    regels = list(regels)
    mensen = _mensen_van({groep for groep, *_ in regels})
    return _schrijf(
        (wie.convenant, wie.account, onderwerp, tekst, pad)
        for groep, medewerker, onderwerp, tekst, pad in regels
        for wie in _bedoeld(mensen.get(groep, []), medewerker)
    )


@dataclass(frozen=True)
class _Mens:
    convenant: int
    account: int
    medewerker: int


def _bedoeld(mensen: list[_Mens], medewerker: int | None) -> list[_Mens]:
    return [wie for wie in mensen if wie.medewerker == medewerker] or mensen


def _mensen_van(groepen: Iterable[int]) -> Mapping[int, list[_Mens]]:
    """Per group who has its functie today."""
    dag = vandaag()
    autorisaties = Autorisatie.objects.filter(
        groep__in=groepen, van__isnull=False, medewerker__account__is_active=True
    )
    mensen: dict[int, list[_Mens]] = defaultdict(list)
    for rij in autorisaties.select_related("medewerker", "groep"):
        if rij.geldt(dag) and rij.medewerker.is_in_dienst(dag):
            mensen[rij.groep_id].append(
                _Mens(rij.groep.convenant_id, rij.medewerker.account_id, rij.medewerker_id)
            )
    return mensen


Regel = tuple[int, int, str, str, str]


def _een_tekst(
    accounts: Iterable[int], onderwerp: str, tekst: str, pad: str, convenant: Convenant | None
) -> list[Regel]:
    sleutel = (convenant or beurt().wie.convenant).pk
    return [(sleutel, account, onderwerp, tekst, pad) for account in sorted(accounts)]


def _schrijf(regels: Iterable[Regel], dringend: bool = False) -> int:
    moment = nu()
    rijen = [
        Bericht(
            convenant_id=convenant,
            account_id=account,
            onderwerp=onderwerp,
            tekst=tekst,
            pad=pad,
            gemaakt_op=moment,
            dringend=dringend,
        )
        for convenant, account, onderwerp, tekst, pad in dict.fromkeys(regels)
    ]
    Bericht.objects.bulk_create(rijen, batch_size=IN_EEN_KEER)
    return len(rijen)


# --- one's own


@dataclass(frozen=True)
class Ontvangen:
    """One message as its reader sees it."""

    id: UUID
    onderwerp: str
    tekst: str
    gemaakt_op: datetime
    gelezen: bool
    adres: str


def adres_van(bericht: Bericht) -> str:
    """Where it leads. The page there knows by the number that this message is read now (`lees`)."""
    return f"{bericht.pad}?{urlencode({IN_ADRES: bericht.pk})}"


def _mijn() -> QuerySet[Bericht]:
    wie = beurt().wie
    return Bericht.objects.filter(account=wie.medewerker.account_id, convenant=wie.convenant)


def ongelezen() -> int:
    """How many messages wait for this person in this convenant."""
    return _mijn().filter(gelezen_op=None).count()


def mijn_berichten(nummer: int) -> Page[Any]:
    """One page of one's own messages as Ontvangen, the newest first."""
    bladzijde: Page[Any] = Paginator(_mijn().order_by("-gemaakt_op", "pk"), PER_PAGINA).get_page(nummer)
    bladzijde.object_list = [
        Ontvangen(
            rij.pk, rij.onderwerp, rij.tekst, rij.gemaakt_op, rij.gelezen_op is not None, adres_van(rij)
        )
        for rij in bladzijde.object_list
    ]
    return bladzijde


def lees(bericht_id: str) -> None:
    """This message is read, if it is one's own: what is no such number changes nothing."""
    with suppress(ValueError):
        _mijn().filter(pk=UUID(bericht_id), gelezen_op=None).update(gelezen_op=nu())


def lees_alles() -> int:
    """All of one's own messages here are read; how many were not yet."""
    return _mijn().filter(gelezen_op=None).update(gelezen_op=nu())


def mijn_keuze() -> str:
    """How this person wants to hear of messages here, "" when nothing was chosen: then each at once."""
    wie = beurt().wie
    keuze = Postkeuze.objects.filter(account=wie.medewerker.account_id, convenant=wie.convenant)
    return keuze.values_list("wijze", flat=True).first() or ""


def kies(wijze: str) -> None:
    """Choose it. Raises Ongeldig for what cannot be chosen."""
    if wijze not in (METEEN, DAG, GEEN):
        raise Ongeldig({"wijze": "Uw keuze kan niet meer. Kies opnieuw uit de lijst."})
    wie = beurt().wie
    Postkeuze.objects.update_or_create(
        account=wie.medewerker.account, convenant=wie.convenant, defaults={"wijze": wijze}
    )
