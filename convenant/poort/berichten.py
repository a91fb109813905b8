"""Mail to who has a functie: it says that something waits in the product, and where; what it is stands there.

Written in the transaction of the act, so that no act goes without its mail; sent afterwards by a task. Sent at least
once: a mail that may have gone out goes again with the same Message-ID.
"""

import logging
import smtplib
from collections.abc import Iterable
from datetime import timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q

from convenant.berichten.models import Bericht
from convenant.partijen.models import Autorisatie, Convenant, Groep, Medewerker
from convenant.tijd import nu, vandaag

from .grens import als_systeem, beurt

TAAK, PER_KEER = "berichten", 20
OPNIEUW_NA, OPGEVEN_NA = timedelta(minutes=5), timedelta(days=7)
log = logging.getLogger(__name__)


def bericht(
    groepen: Iterable[Groep], onderwerp: str, tekst: str, pad: str, *, convenant: Convenant | None = None
) -> int:
    """Tell everyone who has one of these functies today; how many. Part of an act, never an act of its own.

    `pad` is the address of a page here. `onderwerp` and `tekst` are fixed sentences: nothing that somebody typed.
    A task, in which nobody acts, says of which `convenant`.
    """
    dag = vandaag()
    autorisaties = Autorisatie.objects.filter(groep__in=[groep.pk for groep in groepen], van__isnull=False)
    mensen = [
        autorisatie.medewerker
        for autorisatie in autorisaties.select_related("medewerker__account")
        if autorisatie.geldt(dag) and autorisatie.medewerker.is_in_dienst(dag)
    ]
    return bericht_aan(mensen, onderwerp, tekst, pad, convenant=convenant)


def bericht_aan(
    mensen: Iterable[Medewerker], onderwerp: str, tekst: str, pad: str, *, convenant: Convenant | None = None
) -> int:
    """The same to these people, whatever their functie."""
    accounts = {mens.account_id for mens in mensen if mens.account.is_active}
    for account in sorted(accounts):
        Bericht.objects.create(
            convenant=convenant or beurt().wie.convenant,
            account_id=account,
            onderwerp=onderwerp,
            tekst=tekst,
            pad=pad,
            gemaakt_op=nu(),
        )
    return len(accounts)


def verstuur() -> int:
    """Send what waits; how many went out. Runs as the task, without a person; no transaction is held meanwhile."""
    with als_systeem(TAAK):
        Bericht.objects.filter(gemaakt_op__lt=nu() - OPGEVEN_NA).delete()
        gevraagd = _neem()
    verstuurd = [bericht.pk for bericht in gevraagd if _verstuur(bericht)]
    with als_systeem(TAAK):
        Bericht.objects.filter(pk__in=verstuurd).delete()
    return len(verstuurd)


def _neem() -> list[Bericht]:
    """Some that nobody has in hand, taken for a while."""
    vrij = Bericht.objects.filter(Q(genomen_tot=None) | Q(genomen_tot__lt=nu())).order_by("gemaakt_op", "pk")
    gevraagd = list(
        vrij.select_related("account").select_for_update(skip_locked=True, of=("self",))[:PER_KEER]
    )
    Bericht.objects.filter(pk__in=[bericht.pk for bericht in gevraagd]).update(genomen_tot=nu() + OPNIEUW_NA)
    return gevraagd


def _verstuur(bericht: Bericht) -> bool:
    adres = settings.PUBLIEK_ADRES.rstrip("/") + bericht.pad
    domein = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    post = EmailMessage(
        bericht.onderwerp,
        f"{bericht.tekst}\n\nLees het in de toepassing:\n{adres}\n\nIn deze mail staan geen persoonsgegevens.\n",
        to=[bericht.account.email],
        headers={"Message-ID": f"<{bericht.pk}@{domein}>", "Auto-Submitted": "auto-generated"},
    )
    try:
        return post.send() == 1
    except (OSError, smtplib.SMTPException) as fout:
        # The kind of failure only: what the server answers may repeat an address.
        log.warning("Een bericht is niet verstuurd: %s", type(fout).__name__)
        return False
