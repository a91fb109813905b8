"""The small Heemstede, and a real mail server that does what it is told: take the mail, refuse it, hang, hang up."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import timedelta
from email.message import Message

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Vanger
from django.test import Client, override_settings

from convenant.berichten.models import Post, Postfout
from convenant.poort import berichten, post
from convenant.tijd import stel_in
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld, maak_wereld
from tools.postgres import free_port

PAD = "/heemstede/zaken/12/"
MINUUT = timedelta(minutes=1)
ONDERWERP, TEKST = "Er ligt iets voor u: zaak 2026-000001", "De corporatie heeft iets gemeld."


class Postbus(Vanger):
    """Keeps what arrives. `antwoord` gives per address what it says instead of taking it; `na_data` what it does with the
    whole mail when it has it: an answer, "traag", or "weg" (the line is cut, though the mail was taken); "hang" says nothing at
    all, from the beginning."""

    def __init__(self) -> None:
        super().__init__()
        self.post: list[Message] = []
        self.antwoord: dict[str, str] = {}
        self.na_data = ""
        self.gesprekken = 0

    def handle_message(self, message: Message) -> None:
        self.post.append(message)

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.gesprekken += 1
        session.host_name = hostname
        if self.na_data == "hang":
            await asyncio.sleep(30)
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.antwoord:
            return self.antwoord[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.na_data == "weg":
            await super().handle_DATA(server, session, envelope)
            server.transport.abort()
            return "421 weg"
        if self.na_data == "traag":
            await asyncio.sleep(0.2)
        elif self.na_data:
            return self.na_data
        return await super().handle_DATA(server, session, envelope)

    @property
    def aan(self) -> list[str]:
        return sorted(bericht["To"].partition("@")[0] for bericht in self.post)


@pytest.fixture
def wereld(db: None) -> Iterator[Wereld]:
    wereld = maak_wereld()
    with stel_in(NU):
        yield wereld


@pytest.fixture
def vaste_wereld(transactional_db: None) -> Iterator[Wereld]:
    """The same, really committed."""
    wereld = maak_wereld()
    with stel_in(NU):
        yield wereld


@pytest.fixture
def klant(wereld: Wereld) -> Callable[[str], Client]:
    return lambda naam: log_in(wereld, naam)


@pytest.fixture
def postbus() -> Iterator[Postbus]:
    bus = Postbus()
    server = Controller(bus, hostname="127.0.0.1", port=free_port())
    server.start()
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=server.port,
        EMAIL_TIMEOUT=1,
        PUBLIEK_ADRES="https://convenant.voorbeeld.nl/",
        DEFAULT_FROM_EMAIL="convenant@voorbeeld.nl",
    ):
        yield bus
    server.stop()


@pytest.fixture
def standen(als_eigenaar):
    """What became of every mail, in the order of the people."""

    def geef() -> list[str]:
        with als_eigenaar():
            return list(Post.objects.order_by("account").values_list("stand", flat=True))

    return geef


def schrijf(
    wereld: Wereld, deelname: str = "linde", functie: str = "contactpersoon", dringend: bool = False
) -> int:
    """A message to anna and bert, or to who has that functie."""
    with wereld.als("hugo"):
        return berichten.bericht([wereld.groep(deelname, functie)], ONDERWERP, TEKST, PAD, dringend=dringend)


def kies(wereld: Wereld, naam: str, wijze: str) -> None:
    with wereld.als(naam):
        berichten.kies(wijze)


def later(aantal: timedelta) -> int:
    with stel_in(NU + aantal):
        return post.verstuur()


@pytest.fixture
def fouten(als_eigenaar):
    def geef() -> list[tuple[str, str, str, int]]:
        with als_eigenaar():
            rijen = Postfout.objects.select_related("account").order_by("account")
            return [(rij.account.naam, rij.soort, rij.code, rij.aantal) for rij in rijen]

    return geef
