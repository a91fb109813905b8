"""The first sign-in of a new account: a link by mail with which its owner chooses a password."""

import logging
import smtplib

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from convenant.partijen.models import Account
from convenant.poort import postfout
from convenant.poort.grens import als_systeem
from convenant.poort.post import TAAK

from .sleutel import Sleutelmaker

log = logging.getLogger(__name__)
ONDERWERP = "Uw account voor Convenant"


def stuur(account: Account) -> None:
    """Mail this account its link, as soon as the transaction around it is committed. Who may do so is up to the caller.

    The link works three days (PASSWORD_RESET_TIMEOUT) and once, and only until the first sign-in; a new invitation
    does not end an older one. It goes out directly and not through the queue of berichten: there it would lie in the
    database as a secret. A mail server that refuses is a line in the log, not an error: send it again. Mail that comes
    back is known by its number, as all mail is (poort/postfout.py).

    Raises ValueError for an account that has signed in before: that one has "Wachtwoord vergeten".
    """
    if account.last_login is not None:
        raise ValueError("This account has signed in before.")
    transaction.on_commit(lambda: _verstuur(account), robust=True)


def _verstuur(account: Account) -> None:
    sleutel = f"{user_pk_to_url_str(account)}-{Sleutelmaker().make_token(account)}"
    pad = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
    context = {"naam": account.naam, "adres": settings.PUBLIEK_ADRES + pad.replace("UID-KEY", sleutel)}
    tekst = render_to_string("account/email/uitnodiging.txt", context)
    mail = EmailMessage(
        ONDERWERP, tekst, to=[account.email], headers={"Message-ID": postfout.nummer_van_uitnodiging(account)}
    )
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as fout:
        _noteer(account, fout)
        log.warning("account %s: uitnodiging geweigerd", account.pk)
    except (OSError, smtplib.SMTPException) as fout:
        # The kind of failure only: what the server answers may repeat an address.
        log.warning("account %s: uitnodiging niet verstuurd: %s", account.pk, type(fout).__name__)
    else:
        log.info("account %s: uitnodiging verstuurd", account.pk)


def _noteer(account: Account, fout: smtplib.SMTPRecipientsRefused) -> None:
    """What the server never takes: whoever invited sees it beside the name."""
    ((code, zin),) = fout.recipients.values()
    if code >= 500:
        with als_systeem(TAAK) as moment:
            postfout.noteer(account, postfout.status_van(code, zin), moment)
