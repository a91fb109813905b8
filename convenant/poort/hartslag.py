"""The machinery looks at itself and sets down how it goes. Pages and the check from outside only read that."""

from datetime import UTC, datetime, timedelta

from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.models import Q

from convenant.gezondheid.models import LOGBOEK, MAIL, TERMIJNEN, WORKER
from convenant.termijnen.models import Klok

from . import klokwerk, logboek, post
from .grens import als_systeem

TAAK = "gezondheid"
# Longer than anything waits when all goes well, and than a source that is away for a moment.
LAAT = timedelta(minutes=15)
VERSCHIL = timedelta(minutes=1)
TE_LAAT, NIET_GETEKEND, GEBROKEN = "te_laat", "niet_getekend", "gebroken"
SCHEVE_KLOK = "scheve_klok"


def sla() -> None:
    """A sign that beat sends and the worker works, and what lags behind."""
    mail = post.stand()
    with als_systeem(klokwerk.TAAK) as moment:
        # Looked at too late; or looked at again and again without anything coming of it.
        lang = moment - LAAT
        blijft = Q(vervalt_op__lt=lang, verlopen_op=None, volgende__isnull=False)
        ligt = Klok.objects.filter(Q(volgende__lt=lang) | blijft, stand=Klok.LOOPT).exists()
    scheef = not klok_loopt_gelijk()
    with als_systeem(TAAK) as moment:
        _zet(TERMIJNEN, SCHEVE_KLOK if scheef else TE_LAAT if ligt else "")
        te_laat = mail.wacht_sinds is not None and mail.wacht_sinds < moment - LAAT
        _zet(MAIL, TE_LAAT if te_laat else "")
        _zet(WORKER)


def klok_loopt_gelijk() -> bool:
    """Whether this machine and the database agree what time it is. Who is ahead would let terms run out too early."""
    with connection.cursor() as cursor:
        cursor.execute("select clock_timestamp()")
        return abs(_eigen_klok() - cursor.fetchone()[0]) <= VERSCHIL


def _eigen_klok() -> datetime:
    """Of this machine, before the demo or a test moves it."""
    return datetime.now(UTC)  # noqa: TID251  (this is the clock that is being checked)


def bewaak_logboek() -> None:
    """Sign the heads, and see whether the ends of the chains still hold."""
    try:
        logboek.teken_koppen()
        fout = "" if logboek.heel_aan_het_einde() else GEBROKEN
    except (OSError, ImproperlyConfigured):
        _meld_logboek(NIET_GETEKEND)
        raise
    _meld_logboek(fout)


def _meld_logboek(fout: str) -> None:
    with als_systeem(TAAK):
        _zet(LOGBOEK, fout)


def _zet(deel: str, fout: str = "") -> None:
    with connection.cursor() as cursor:
        cursor.execute("select hartslag_zet(%s, %s)", [deel, fout])
