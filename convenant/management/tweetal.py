"""Two people who each confirm a command: a code by mail to each, typed at the prompt. Never a password."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.core.mail import send_mail
from django.core.management.base import CommandError

from convenant.console import begin
from convenant.console.begin import Keten
from convenant.inloggen import uitnodiging
from convenant.partijen.inrichting import InrichtingFout
from convenant.partijen.models import Account, Groep, Medewerker
from convenant.tijd import nu

GELDIG, POGINGEN = timedelta(minutes=15), 3
TEKST = """U wordt {functie} bij {partij} in het convenant {convenant}.

Uw code is {code}. Geef de code alleen aan wie dit nu samen met u instelt, en alleen als u het ermee eens bent. De code
werkt een kwartier en een keer.
{verklaringen}"""
BEVESTIG = """Iemand wordt {functie} bij {partij} in het convenant {convenant}. U bent daarbij de tweede persoon.

Uw code is {code}. Geef de code alleen aan wie dit nu samen met u instelt, en alleen als u het ermee eens bent. De code
werkt een kwartier en een keer.
"""


def vraag_mens(wie: str) -> tuple[str, str]:
    """Name and e-mail address, from the prompt: on the command line they would stay in its history."""
    return _vraag(f"Naam van {wie}: "), vraag_adres(wie)


def vraag_adres(wie: str) -> str:
    return _vraag(f"E-mailadres van {wie}: ").lower()


def begin_samen(keten: Keten, eerste: tuple[Medewerker, bool], tweede: tuple[Medewerker, bool]) -> list[str]:
    """Let both confirm, begin the chain and invite who is new; the functies given. Raises CommandError."""
    if eerste[0].account_id == tweede[0].account_id:
        raise CommandError("Dit zijn niet twee verschillende mensen. Er is niets veranderd.")
    try:
        groepen = keten.groepen(tweede[0].account)
        krijgt = {eerste[0].account: groepen[0], tweede[0].account: groepen[1] if len(groepen) == 2 else None}
        _laat_bevestigen(krijgt, groepen[0])
        functies = begin.begin(keten, eerste[0], tweede[0])
    except InrichtingFout as fout:
        raise CommandError(f"{fout} Er is niets veranderd.") from fout
    for medewerker, nieuw in (eerste, tweede):
        if nieuw:
            uitnodiging.stuur(medewerker.account)
    return functies


def _laat_bevestigen(krijgt: Mapping[Account, Groep | None], waarvoor: Groep) -> None:
    tot = nu() + GELDIG
    codes = {account: f"{secrets.randbelow(10**8):08d}" for account in krijgt}
    for account, groep in krijgt.items():
        _stuur(account, groep, waarvoor, codes[account])
    for account, code in codes.items():
        _vraag_code(account.naam, code, tot)


def _stuur(account: Account, groep: Groep | None, waarvoor: Groep, code: str) -> None:
    gevraagd = "\n".join(f"- {uitleg}" for uitleg in begin.te_verklaren(groep).values()) if groep else ""
    doel = groep or waarvoor
    tekst = (TEKST if groep else BEVESTIG).format(
        functie=doel.functie.replace("_", " "),
        partij=doel.deelname.partij.naam,
        convenant=doel.convenant.naam,
        code=code,
        verklaringen=f"Met de code verklaart u ook:\n{gevraagd}\n" if gevraagd else "",
    )
    send_mail("Uw code voor Convenant", tekst, None, [account.email])


def _vraag_code(naam: str, code: str, tot: datetime) -> None:
    for _ in range(POGINGEN):
        getypt = _vraag(f"Code van {naam}: ")
        if nu() >= tot:
            raise CommandError("De codes zijn verlopen. Begin opnieuw. Er is niets veranderd.")
        if secrets.compare_digest(getypt.encode(), code.encode()):
            return
    raise CommandError(f"De code van {naam} klopt niet. Begin opnieuw. Er is niets veranderd.")


def _vraag(vraag: str) -> str:
    try:
        return input(vraag).strip()
    except EOFError as fout:
        raise CommandError(
            "Dit kan alleen met twee mensen aan het toetsenbord. Er is niets veranderd."
        ) from fout
