"""What the loading commands share: who does it, inside the gate's border, and how a fault is told."""

from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from brpinzage.laden import uittreksel_kaart
from convenant.bestand import BestandFout
from convenant.partijen.models import Account, Convenant
from convenant.poort.grens import binnen
from convenant.poort.handeling import Geweigerd, Ongeldig
from convenant.poort.wie import Wie, werkplekken


def vraag_wie(parser: CommandParser) -> None:
    parser.add_argument("--convenant", metavar="CODE", help="in welk convenant; standaard het enige")
    parser.add_argument(
        "--als", metavar="EMAIL", help="het account waarmee u dit doet; standaard het enige dat dit mag"
    )


def moment(tekst: str) -> datetime:
    """For argparse: a moment in Dutch time unless it says otherwise."""
    try:
        gelezen = parse_datetime(tekst)
    except ValueError:
        gelezen = None
    if gelezen is None:
        raise ArgumentTypeError("schrijf het moment als 2026-12-31T08:00")
    return timezone.make_aware(gelezen) if timezone.is_naive(gelezen) else gelezen


@contextmanager
def werk_als(handeling: str, convenant: str | None, email: str | None) -> Iterator[Wie]:
    """Work as this account in the functie that has the verb, or as the only one who has it.

    Raises CommandError, without a name or an address.
    """
    wie = _wie(handeling, convenant or _enige_code(), email) if email else _enige(handeling, convenant)
    try:
        with binnen(wie):
            yield wie
    except Geweigerd as fout:
        redenen = "\n".join(f"{reden.tekst} ({reden.eis})" for reden in fout.redenen)
        raise CommandError(f"Dit mag niet:\n{redenen}") from None
    except BestandFout as fout:
        raise CommandError(_verslag(fout)) from None
    except Ongeldig as fout:
        raise CommandError("\n".join(fout.fouten.values())) from None


def _wie(handeling: str, code: str, email: str) -> Wie:
    account = Account.objects.filter(email__iexact=email, is_active=True).first()
    convenant = Convenant.objects.filter(code=code).first()
    plekken = werkplekken(account, convenant) if account and convenant else ()
    if not plekken:
        raise CommandError("Dit account werkt niet in dit convenant. Controleer de code en het e-mailadres.")
    return next((plek for plek in plekken if _heeft(plek, handeling)), plekken[0])


def _enige_code() -> str:
    codes = list(Convenant.objects.order_by("code").values_list("code", flat=True))
    if len(codes) != 1:
        raise CommandError(
            f"Er zijn {len(codes)} convenanten: {', '.join(codes)}. Noem er een met --convenant."
            if codes
            else "Er is nog geen convenant."
        )
    return codes[0]


def _enige(handeling: str, code: str | None) -> Wie:
    convenant = Convenant.objects.filter(code=code or _enige_code()).first()
    accounts = Account.objects.filter(
        is_active=True, medewerkers__autorisaties__groep__convenant=convenant
    ).distinct()
    mensen = {
        plek.medewerker.account_id: plek
        for account in accounts
        for plek in (werkplekken(account, convenant) if convenant else ())
        if _heeft(plek, handeling)
    }
    if len(mensen) != 1:
        raise CommandError(
            f"Het aantal accounts dat dit in dit convenant mag, is {len(mensen)}. Noem er een met --als."
        )
    return next(iter(mensen.values()))


def _heeft(wie: Wie, handeling: str) -> bool:
    return any(
        (rij.soort, rij.functie) == (wie.kant.soort, wie.kant.functie) and handeling in rij.handelingen
        for rij in wie.beleid.bevoegdheden
    )


def _verslag(fout: BestandFout) -> str:
    regels = [fout.fouten["bestand"]]
    for rij in fout.rijen:
        if rij.rij:
            regels.append(
                f"rij {rij.rij}, {rij.kolom}: {rij.zin}" if rij.kolom else f"rij {rij.rij}: {rij.zin}"
            )
    if fout.aantal > len(fout.rijen):
        regels.append(f"… en nog {fout.aantal - len(fout.rijen)}.")
    return "\n".join(regels)


def stand(uittreksel_id: UUID) -> str:
    """What became of a load: numbers only."""
    kaart = uittreksel_kaart(uittreksel_id)
    gevolg = "Het uittreksel is in gebruik." if kaart.is_actief else "Het uittreksel wacht op bevestiging."
    return (
        f"Rijen geladen op adressen van de deelnemende corporaties: {kaart.aantal}.\n"
        f"Rijen overgeslagen, omdat het adres van geen van hen is: {kaart.buiten_bezit}.\n{gevolg}"
    )


@contextmanager
def open_bestand(pad: str) -> Iterator[BinaryIO]:
    try:
        with Path(pad).open("rb") as bestand:
            yield bestand
    except OSError:
        raise CommandError("Dit bestand is niet te lezen. Controleer het pad.") from None
