"""Mail through a real SMTP server: to whom, with what, once, and again when it did not go out."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import Message

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Vanger
from django.test import override_settings

from convenant.berichten.models import Bericht
from convenant.poort import berichten, tasks
from convenant.tijd import stel_in
from tests.wereld import NU, Wereld
from tools.postgres import free_port

PAD = "/heemstede/zaken/12/"
ONDERWERP, TEKST = "Er ligt iets voor u: zaak 2026-000001", "De corporatie heeft iets gemeld."


class Postbus(Vanger):
    """Keeps what arrives; refuses whoever stands in `weigert`."""

    def __init__(self) -> None:
        super().__init__()
        self.post: list[Message] = []
        self.weigert: set[str] = set()

    def handle_message(self, message: Message) -> None:
        self.post.append(message)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.weigert:
            return "550 onbekend"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    @property
    def aan(self) -> list[str]:
        return sorted(bericht["To"].partition("@")[0] for bericht in self.post)


@pytest.fixture
def postbus() -> Iterator[Postbus]:
    bus = Postbus()
    server = Controller(bus, hostname="127.0.0.1", port=free_port())
    server.start()
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=server.port,
        EMAIL_TIMEOUT=5,
        PUBLIEK_ADRES="https://convenant.voorbeeld.nl/",
        DEFAULT_FROM_EMAIL="convenant@voorbeeld.nl",
    ):
        yield bus
    server.stop()


def schrijf(wereld: Wereld, deelname: str = "linde", functie: str = "contactpersoon") -> int:
    with wereld.als("hugo"):
        return berichten.bericht([wereld.groep(deelname, functie)], ONDERWERP, TEKST, PAD)


@pytest.mark.eis("HEE-6.2")
def test_een_mail_zegt_waar_het_ligt_en_verder_niets(wereld, postbus, als_eigenaar):
    schrijf(wereld, "gemeente", "convenantbeheerder")
    tasks.verstuur_berichten()
    (post,) = postbus.post
    assert (post["To"], post["Subject"]) == ("hugo@voorbeeld.nl", ONDERWERP)
    assert post["Auto-Submitted"] == "auto-generated"
    inhoud = post.get_payload(decode=True).decode()
    assert f"https://convenant.voorbeeld.nl{PAD}" in inhoud
    assert TEKST in inhoud
    for naam in ("Anna", "De Linde", "Lindelaan"):
        assert naam not in post.as_string()
    with als_eigenaar():
        assert not Bericht.objects.exists()


def test_wie_de_functie_vandaag_heeft_krijgt_het_ieder_voor_zich(wereld, postbus, als_eigenaar):
    with als_eigenaar():
        wereld.autorisaties["bert"].tot = NU.date()
        wereld.autorisaties["bert"].save()
    assert schrijf(wereld) == 1
    tasks.verstuur_berichten()
    tasks.verstuur_berichten()  # twice is once
    assert postbus.aan == ["anna"]


def test_een_geblokkeerd_account_krijgt_niets(wereld, als_eigenaar):
    with als_eigenaar():
        account = wereld.mensen["anna"].account
        account.is_active = False
        account.save()
    assert schrijf(wereld) == 1


def test_wat_niet_aankwam_gaat_later_opnieuw_met_hetzelfde_nummer(wereld, postbus, caplog):
    postbus.weigert = {"bert@voorbeeld.nl"}
    schrijf(wereld)
    tasks.verstuur_berichten()
    assert postbus.aan == ["anna"]
    assert "voorbeeld.nl" not in caplog.text, "the log names nobody"
    assert "SMTPRecipientsRefused" in caplog.text
    postbus.weigert = set()
    tasks.verstuur_berichten()
    assert postbus.aan == ["anna"], "taken: not again at once"
    with stel_in(NU + berichten.OPNIEUW_NA + timedelta(seconds=1)):
        tasks.verstuur_berichten()
    assert postbus.aan == ["anna", "bert"]
    assert len({post["Message-ID"] for post in postbus.post}) == 2


def test_zonder_server_blijft_het_liggen_en_na_een_week_niet_meer(wereld, als_eigenaar):
    schrijf(wereld)
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=1
    ):
        assert berichten.verstuur() == 0
        with als_eigenaar():
            assert Bericht.objects.count() == 2
        with stel_in(NU + timedelta(days=8)):
            assert berichten.verstuur() == 0
    with als_eigenaar():
        assert not Bericht.objects.exists()


def test_een_ander_convenant_is_niet_aan_te_schrijven(wereld):
    """The database asks that the account works for a party to the convenant of who writes."""
    from django.db import DatabaseError, transaction

    from convenant.partijen.models import Account

    vreemde = Account.objects.create_user("vreemde@elders.nl", naam="Vreemde")
    with wereld.als("hugo"), pytest.raises(DatabaseError), transaction.atomic():
        Bericht.objects.create(
            convenant=wereld.convenant,
            account=vreemde,
            onderwerp=ONDERWERP,
            tekst=TEKST,
            pad=PAD,
            gemaakt_op=NU,
        )
