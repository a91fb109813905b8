"""The mail that tells of messages: each at once or one a day, sent without holding a transaction.

Sent at least once: a mail that may have gone out goes again with the same Message-ID. A server that hangs costs one
time-out, and is then left alone for a while.
"""

import logging
import smtplib
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from convenant.beleid.kalender import AMSTERDAM
from convenant.berichten.models import Bericht, Post, Postfout, Postkeuze
from convenant.partijen.models import Autorisatie

from . import postfout
from .berichten import adres_van
from .grens import als_systeem

TAAK = "berichten"
PER_KEER, VERDEEL_PER_KEER = 200, 1000
# So many lines in one mail; of the rest only how many.
IN_OVERZICHT = 50
# One round of sending lasts no longer: the worker has more to do. Real seconds, not those of nu().
BUDGET = 10
DAGMAIL_OM = 7
# Who sends a mail has it for so long; after that it is taken for lost, and may go again.
IN_HANDEN = timedelta(minutes=5)
# A server that does not answer is left alone this long, whatever waits.
SERVERPAUZE = timedelta(minutes=2)
PAUZES = tuple(timedelta(minutes=m) for m in (5, 15, 60, 240))
# Being told "later" a few times is how many servers greet a stranger (greylisting): no failure yet.
ZACHT_NA = 3
OPGEVEN_NA = timedelta(days=7)
POST_BEWAREN, BERICHT_BEWAREN = timedelta(days=14), timedelta(days=90)
POSTFOUT_BEWAREN = timedelta(days=183)
log = logging.getLogger(__name__)


def verstuur() -> int:
    """Send what waits; how many went out. Runs as the task, without a person; no transaction is held meanwhile."""
    with als_systeem(TAAK) as moment:
        _verdeel(moment)
        posten = _neem(moment)
    return _verstuur_alle(posten) if posten else 0


def ruim_op() -> None:
    """Delete what was kept long enough."""
    with als_systeem(TAAK) as moment:
        Bericht.objects.filter(gemaakt_op__lt=moment - BERICHT_BEWAREN).delete()
        Post.objects.filter(gemaakt_op__lt=moment - POST_BEWAREN).delete()
        Postfout.objects.filter(laatste_op__lt=moment - POSTFOUT_BEWAREN).delete()


@dataclass(frozen=True)
class Stand:
    """How the mail is doing: since when the oldest one that is due waits, and the kind of the last failure ("" for none)."""

    wacht_sinds: datetime | None
    fout: str


def stand() -> Stand:
    """For who watches over the machinery; that one receiver says "later" is not its fault. Runs as the task."""
    with als_systeem(TAAK):
        wachtend = Post.objects.filter(stand=Post.WACHT).exclude(fout=Post.ONTVANGER)
        oudste = wachtend.order_by("gemaakt_op").first()
        mislukt = wachtend.exclude(fout="").order_by("-geprobeerd_op").first()
    return Stand(oudste.gemaakt_op if oudste else None, mislukt.fout if mislukt else "")


# --- which message goes in which mail


def _verdeel(moment: datetime) -> None:
    """Decide of new messages whether they are mailed, and in which mail. One at a time: another round finds the rest."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(hashtext('berichten'))")
        if not cursor.fetchone()[0]:
            return
    nieuw = Bericht.objects.filter(te_mailen=True)
    per_dag = _koos(Postkeuze.DAG) & Q(dringend=False)
    geen = _koos(Postkeuze.GEEN) & Q(dringend=False)
    al_gelezen = per_dag & Q(gelezen_op__isnull=False)
    nieuw.filter(geen | al_gelezen | Q(postfout.houdt_tegen())).update(te_mailen=False)
    _een_voor_een(nieuw.exclude(per_dag), moment)
    _per_dag(nieuw.filter(per_dag), moment)


def _koos(wijze: str) -> Q:
    keuze = Postkeuze.objects.filter(
        account=OuterRef("account"), convenant=OuterRef("convenant"), wijze=wijze
    )
    return Q(Exists(keuze))


def _een_voor_een(berichten: QuerySet[Bericht], moment: datetime) -> None:
    """A mail of its own, with the number of its message."""
    rijen = list(berichten.order_by("gemaakt_op", "pk")[:VERDEEL_PER_KEER])
    Post.objects.bulk_create(
        Post(
            pk=rij.pk, convenant_id=rij.convenant_id, account_id=rij.account_id, gemaakt_op=moment, na=moment
        )
        for rij in rijen
    )
    Bericht.objects.filter(pk__in=[rij.pk for rij in rijen]).update(post_id=F("id"), te_mailen=False)


def _per_dag(berichten: QuerySet[Bericht], moment: datetime) -> None:
    """Of each person and convenant one mail a day, with what was there at seven."""
    ochtend = laatste_ochtend(moment)
    vandaag_al = Post.objects.filter(
        account=OuterRef("account"), convenant=OuterRef("convenant"), dag=ochtend.date()
    )
    klaar = berichten.filter(gemaakt_op__lt=ochtend).exclude(Exists(vandaag_al))
    paren = klaar.order_by("account", "convenant").values_list("account", "convenant").distinct()
    for account, convenant in list(paren[:VERDEEL_PER_KEER]):
        post = Post.objects.create(
            account_id=account, convenant_id=convenant, dag=ochtend.date(), gemaakt_op=moment, na=moment
        )
        eigen = Bericht.objects.filter(
            account=account, convenant=convenant, te_mailen=True, gemaakt_op__lt=ochtend
        )
        eigen.update(post=post, te_mailen=False)


def laatste_ochtend(moment: datetime) -> datetime:
    """The last time it was seven in the Netherlands."""
    plaatselijk = moment.astimezone(AMSTERDAM)
    ochtend = plaatselijk.replace(hour=DAGMAIL_OM, minute=0, second=0, microsecond=0)
    return ochtend if ochtend <= plaatselijk else ochtend - timedelta(days=1)


# --- sending


def _neem(moment: datetime) -> list[Post]:
    """Some that nobody has in hand, taken for a while; none while the server is left alone."""
    wachtend = Post.objects.filter(stand=Post.WACHT)
    wachtend.filter(
        Q(gemaakt_op__lt=moment - OPGEVEN_NA)
        | Q(account__is_active=False)
        | Q(postfout.houdt_tegen())
        | (~Q(_dringend()) & ~Q(_werkt_hier(moment)))
    ).update(stand=Post.MISLUKT)
    if wachtend.filter(fout=Post.SERVER, geprobeerd_op__gt=moment - SERVERPAUZE).exists():
        return []
    vrij = wachtend.filter(na__lte=moment).order_by("pogingen", "gemaakt_op", "pk")
    posten = list(
        vrij.select_related("account", "convenant")
        .prefetch_related("berichten")
        .select_for_update(skip_locked=True, of=("self",))[:PER_KEER]
    )
    # Counted before it is tried: what brings a worker down is not the first of every round after.
    Post.objects.filter(pk__in=[post.pk for post in posten]).update(
        na=moment + IN_HANDEN, pogingen=F("pogingen") + 1
    )
    for post in posten:
        post.pogingen += 1
    return posten


def _dringend() -> Exists:
    return Exists(Bericht.objects.filter(post=OuterRef("pk"), dringend=True))


def _werkt_hier(moment: datetime) -> Exists:
    """Whether this person has a functie in this convenant now: who left is told no more of its cases."""
    dag = moment.astimezone(AMSTERDAM).date()
    na_vandaag = Q(tot=None) | Q(tot__gt=dag)
    in_dienst = Q(medewerker__tot=None) | Q(medewerker__tot__gt=dag)
    return Exists(
        Autorisatie.objects.filter(
            na_vandaag,
            in_dienst,
            medewerker__account=OuterRef("account"),
            groep__convenant=OuterRef("convenant"),
            van__lte=dag,
            medewerker__van__lte=dag,
            geschorst_op=None,
        )
    )


def _verstuur_alle(posten: list[Post]) -> int:
    lijn, begonnen, verstuurd = get_connection(), time.monotonic(), 0
    while posten and time.monotonic() - begonnen < BUDGET:
        post = posten.pop(0)
        verwerk = _verstuur(lijn, post)
        with als_systeem(TAAK) as moment:
            verwerk(post, moment)
        verstuurd += post.stand == Post.VERSTUURD
        if post.fout == Post.SERVER:
            break
    with suppress(OSError, smtplib.SMTPException):  # whatever had to be said has been said
        lijn.close()
    with als_systeem(TAAK) as moment:
        ongeprobeerd = Post.objects.filter(pk__in=[post.pk for post in posten])
        ongeprobeerd.update(na=moment, pogingen=F("pogingen") - 1)
    return verstuurd


def _verstuur(lijn: BaseEmailBackend, post: Post) -> Callable[[Post, datetime], None]:
    """Try it; gives what is to be written down about it."""
    try:
        lijn.open()  # once for all that goes now
        maak_mail(post, lijn).send()
    except smtplib.SMTPRecipientsRefused as fout:
        ((code, zin),) = fout.recipients.values()
        return _geweigerd(code, zin)
    except smtplib.SMTPDataError as fout:
        return _geweigerd(fout.smtp_code, fout.smtp_error)
    except (OSError, smtplib.SMTPException) as fout:
        # The kind of failure only: what the server answers may repeat an address.
        log.warning("Een bericht is niet verstuurd: %s", type(fout).__name__)
        return _server_faalde
    except ValueError as fout:  # what was to go in a header, or a message that is not there
        log.error("Een mail is niet te maken: %s", type(fout).__name__)
        return _niet_te_maken
    return _gelukt


def maak_mail(post: Post, lijn: BaseEmailBackend | None = None) -> EmailMessage:
    """What goes out: what each is about and its link. The number of the row is the number of the mail, however often it goes.

    What it says is read in the application; only what is dringend says it here too, since its reader may not get in.
    Raises ValueError for what cannot be a mail.
    """
    berichten = sorted(post.berichten.all(), key=lambda bericht: bericht.gemaakt_op)
    basis = settings.PUBLIEK_ADRES.rstrip("/")
    if post.dag is None:
        (bericht,) = berichten
        onderwerp = bericht.onderwerp
        eerst = f"{bericht.tekst}\n\n" if bericht.dringend else ""
        inhoud = f"{eerst}Lees het in de toepassing:\n{basis}{adres_van(bericht)}"
    else:
        aantal = "1 bericht" if len(berichten) == 1 else f"{len(berichten)} berichten"
        onderwerp = f"{aantal} voor u in {post.convenant.naam}"
        regels = [f"{bericht.onderwerp}\n{basis}{adres_van(bericht)}" for bericht in berichten[:IN_OVERZICHT]]
        if (rest := len(berichten) - IN_OVERZICHT) > 0:
            adres = f"{basis}/{post.convenant.code}/berichten/"
            regels.append(f"En nog {rest}. Bekijk ze in de toepassing:\n{adres}")
        inhoud = "Sinds uw vorige overzicht kwam dit binnen:\n\n" + "\n\n".join(regels)
    domein = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return EmailMessage(
        onderwerp,
        f"{inhoud}\n\nIn deze mail staan geen persoonsgegevens.\nMinder mail? Kies het hier:\n"
        f"{basis}/{post.convenant.code}/berichten/keuze/\n",
        to=[post.account.email],
        headers={
            "Message-ID": f"<{post.pk}@{domein}>",
            "Date": format_datetime(timezone.localtime(post.gemaakt_op)),
            "Auto-Submitted": "auto-generated",
        },
        connection=lijn,
    )


def _gelukt(post: Post, moment: datetime) -> None:
    _zet(post, moment, Post.VERSTUURD, "")
    Postfout.objects.filter(account=post.account_id).delete()


def _niet_te_maken(post: Post, moment: datetime) -> None:
    _zet(post, moment, Post.MISLUKT, "")


def _server_faalde(post: Post, moment: datetime) -> None:
    _zet(post, moment, Post.WACHT, Post.SERVER)


def _geweigerd(code: int, zin: bytes | str) -> Callable[[Post, datetime], None]:
    """The server answers about this mail: never, later, or (421) that it stops altogether."""
    if code == 421:
        return _server_faalde
    status = postfout.status_van(code, zin)

    def verwerk(post: Post, moment: datetime) -> None:
        if code >= 500:
            _zet(post, moment, Post.MISLUKT, Post.ONTVANGER)
            postfout.noteer(post.account, status, moment)
            return
        _zet(post, moment, Post.WACHT, Post.ONTVANGER)
        if post.pogingen >= ZACHT_NA:
            postfout.noteer(post.account, status, moment)

    return verwerk


def _zet(post: Post, moment: datetime, stand: str, fout: str) -> None:
    post.stand, post.fout, post.geprobeerd_op = stand, fout, moment
    post.na = moment + PAUZES[min(post.pogingen, len(PAUZES)) - 1]
    post.save(update_fields=["stand", "fout", "geprobeerd_op", "na"])
