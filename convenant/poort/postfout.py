"""Mail that comes back: what is known of an address that does not work, and what an administrator says about it.

Counts only while the account still has that address, and until a mail arrives again.
"""

import email
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import Message
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac
from flufl.bounce import all_failures

from convenant.berichten.models import Post, Postfout
from convenant.partijen.models import Account
from convenant.tijd import nu

from .grens import als_systeem, beurt

# What a mail server means (RFC 3463), by what its code begins or ends with.
OORZAKEN = (
    (r"\.2\.2$", "De mailbox is vol."),
    (r"\.2\.1$", "De mailbox staat uit."),
    (r"\.1\.\d+$", "Dit adres bestaat niet."),
    (r"\.[34]\.\d+$", "De mailserver van de ontvanger is niet te bereiken."),
    (r"\.7\.\d+$", "De mailserver van de ontvanger weigert onze mail."),
)
ANDERS = "De mailserver van de ontvanger neemt de mail niet aan."


@dataclass(frozen=True)
class Terugkomst:
    """Since when mail to somebody comes back, how often, and why; `stil`: so nothing is sent any more."""

    eerste_op: datetime
    laatste_op: datetime
    aantal: int
    oorzaak: str
    stil: bool


def houdt_tegen() -> Exists:
    """In a query over rows with an account: whether nothing may be mailed to it."""
    return Exists(
        Postfout.objects.filter(
            account=OuterRef("account"),
            adres=F("account__email"),
            soort=Postfout.HARD,
            vrijgegeven_op=None,
        )
    )


def _geldend() -> QuerySet[Postfout]:
    return Postfout.objects.filter(adres=F("account__email"))


def van(accounts: Iterable[int]) -> Mapping[int, Terugkomst]:
    """Of which of these accounts the mail comes back, as far as the reader keeps them."""
    return {rij.account_id: _als_terugkomst(rij) for rij in _geldend().filter(account__in=accounts)}


def accounts() -> QuerySet[Any]:
    """The accounts of which the mail comes back, for a query over people."""
    return _geldend().values("account")


def mijn_post_komt_terug() -> bool:
    """Whether nothing is mailed to who acts, because it comes back."""
    eigen = van([beurt().wie.medewerker.account_id])
    return any(terugkomst.stil for terugkomst in eigen.values())


def geef_vrij(account: int) -> None:
    """Somebody who keeps this person says that the address is right: from now on mail goes out again."""
    _geldend().filter(account=account, soort=Postfout.HARD).update(vrijgegeven_op=nu())


def noteer(account: Account, code: str, moment: datetime) -> None:
    """A mail to this account did not arrive. What was known of an earlier address is forgotten. Runs as the task."""
    Postfout.objects.filter(account=account).exclude(adres=account.email).delete()
    soort = soort_van(code)
    waarden: dict[str, Any] = {"soort": soort, "code": code, "laatste_op": moment, "vrijgegeven_op": None}
    nieuw = {"adres": account.email, "eerste_op": moment}
    fout, is_nieuw = Postfout.objects.get_or_create(account=account, defaults=waarden | nieuw)
    if not is_nieuw:
        if soort == Postfout.ZACHT and fout.soort == Postfout.HARD and fout.vrijgegeven_op is None:
            waarden = {"laatste_op": moment}  # what is said later of an earlier mail opens nothing
        Postfout.objects.filter(pk=fout.pk).update(aantal=F("aantal") + 1, **waarden)


def status_van(code: int, zin: bytes | str) -> str:
    """What a mail server answered, as a code of RFC 3463."""
    return code_in(zin) or f"{code // 100}.0.0"


def code_in(zin: bytes | str) -> str:
    """The code of RFC 3463 in what a mail server says, "" without one."""
    tekst = zin.decode("ascii", "replace") if isinstance(zin, bytes) else zin
    gevonden = re.search(r"\b[245]\.\d{1,3}\.\d{1,3}\b", tekst)
    return gevonden[0] if gevonden else ""


def soort_van(code: str) -> str:
    """A mailbox that is full may have room tomorrow; everything else that is final stays so."""
    return Postfout.ZACHT if code.startswith("4.") or code.endswith(".2.2") else Postfout.HARD


def verwerk(ruw: bytes) -> bool:
    """A mail that came back, as it came; whether it was one of ours and tells of a failure. Runs as the task.

    Nobody's word is taken for it: it must name the number of a mail we sent, which nobody can guess, and its recipient.
    """
    bericht = email.message_from_bytes(ruw)
    try:
        uitgesteld, mislukt = all_failures(bericht)
    except (ValueError, LookupError, AttributeError, TypeError):  # no mail program wrote this
        return False
    terug = {ander.lower() for ander in mislukt}
    traag = {ander.lower() for ander in uitgesteld}
    with als_systeem("berichten") as moment:
        for post in _posten_in(ruw):
            adres = post.account.email.encode()
            if adres in terug and post.stand != Post.MISLUKT:
                Post.objects.filter(pk=post.pk).update(stand=Post.MISLUKT, fout=Post.ONTVANGER)
                noteer(post.account, _code(bericht) or "5.0.0", moment)
                return True
            if adres in traag:
                noteer(post.account, "4.0.0", moment)
                return True
        for account in _uitgenodigd_in(ruw):
            if account.email.encode() in terug:
                noteer(account, _code(bericht) or "5.0.0", moment)
                return True
    return False


def _posten_in(ruw: bytes) -> QuerySet[Post]:
    nummers = re.findall(rb"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@", ruw)
    rijen = Post.objects.filter(pk__in=[nummer.decode() for nummer in nummers])
    return rijen.select_related("account").select_for_update(of=("self",))


def nummer_van_uitnodiging(account: Account) -> str:
    """The Message-ID of an invitation: it goes out by itself, without a row, so it carries whose it is and that it is ours."""
    domein = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<uitnodiging.{account.pk}.{_handtekening(account.pk)}@{domein}>"


def _uitgenodigd_in(ruw: bytes) -> QuerySet[Account]:
    gevonden = re.findall(rb"<uitnodiging\.(\d{1,18})\.([0-9a-f]+)@", ruw)
    ids = [
        int(nummer) for nummer, teken in gevonden if constant_time_compare(teken, _handtekening(int(nummer)))
    ]
    return Account.objects.filter(pk__in=ids)


def _handtekening(account: int) -> str:
    return salted_hmac("uitnodiging", str(account)).hexdigest()[:24]


def _code(bericht: Message) -> str:
    """The status of the first recipient, where the report has one (RFC 3464)."""
    for deel in bericht.walk():
        if status := code_in(str(deel.get("Status", ""))):
            return status
    return ""


def _als_terugkomst(rij: Postfout) -> Terugkomst:
    oorzaak = next((zin for patroon, zin in OORZAKEN if re.search(patroon, rij.code)), ANDERS)
    stil = rij.soort == Postfout.HARD and rij.vrijgegeven_op is None
    return Terugkomst(rij.eerste_op, rij.laatste_op, rij.aantal, oorzaak, stil)
