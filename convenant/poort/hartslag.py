"""The machinery looks at itself and sets down how it goes. Pages and the check from outside only read that."""

from datetime import timedelta

from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from convenant.gezondheid.models import LOGBOEK, MAIL, WORKER

from . import logboek, post
from .grens import als_systeem

TAAK = "gezondheid"
# Longer than anything waits when all goes well, and than a source that is away for a moment.
LAAT = timedelta(minutes=15)
TE_LAAT, NIET_GETEKEND, GEBROKEN = "te_laat", "niet_getekend", "gebroken"


def sla() -> None:
    """A sign that beat sends and the worker works, and what lags behind."""
    mail = post.stand()
    with als_systeem(TAAK) as moment:
        te_laat = mail.wacht_sinds is not None and mail.wacht_sinds < moment - LAAT
        _zet(MAIL, TE_LAAT if te_laat else "")
        _zet(WORKER)


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
