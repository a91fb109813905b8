"""Mail that comes back: read from what a mail server delivers, shown to who keeps the people, and let go again."""

import io
import re
import sys
from collections.abc import Callable
from email.message import EmailMessage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from django.core.management import call_command
from django.test import Client

from convenant.berichten.models import Postfout
from convenant.inloggen import uitnodiging
from convenant.partijen import inrichting
from convenant.partijen.models import Account
from convenant.poort import post, postfout
from convenant.poort.grens import als_systeem
from tests.wereld import NU

from .conftest import schrijf

Terug = Callable[..., str]


def rapport(nummer: str, ontvanger: str, action: str = "failed", status: str = "5.1.1") -> bytes:
    """A report of a failure as RFC 3464 has it, with the headers of the mail it is about."""
    heel = MIMEMultipart("report", report_type="delivery-status")
    heel["Subject"] = "Undelivered Mail Returned to Sender"
    heel.attach(MIMEText("Sorry."))
    status_deel = MIMEMessage(EmailMessage(), "delivery-status")
    per_bericht, per_ontvanger = EmailMessage(), EmailMessage()
    per_bericht["Reporting-MTA"] = "dns; mail.voorbeeld.nl"
    per_ontvanger["Final-Recipient"] = f"rfc822; {ontvanger}"
    per_ontvanger["Action"] = action
    per_ontvanger["Status"] = status
    status_deel.set_payload([per_bericht, per_ontvanger])
    heel.attach(status_deel)
    origineel = EmailMessage()
    origineel["Message-ID"] = nummer
    origineel["To"] = ontvanger
    heel.attach(MIMEMessage(origineel, "rfc822"))
    return heel.as_bytes()


@pytest.fixture
def nummer(wereld, postbus) -> str:
    """The number of a mail that went to anna."""
    schrijf(wereld)
    post.verstuur()
    return str(next(mail["Message-ID"] for mail in postbus.post if mail["To"] == "anna@voorbeeld.nl"))


@pytest.fixture
def bounce(monkeypatch, capsys) -> Terug:
    """`manage.py bounce` with this on stdin; what it says."""

    def lees(ruw: bytes) -> str:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ruw)))
        call_command("bounce")
        return str(capsys.readouterr().out)

    return lees


@pytest.fixture
def fouten(als_eigenaar) -> Callable[[], list[tuple[str, str, int]]]:
    def geef() -> list[tuple[str, str, int]]:
        with als_eigenaar():
            return list(Postfout.objects.values_list("account__naam", "code", "aantal"))

    return geef


def test_een_mail_die_later_terugkomt(nummer, bounce, fouten):
    assert "Verwerkt" in bounce(rapport(nummer, "Anna@Voorbeeld.nl"))
    assert fouten() == [("Anna", "5.1.1", 1)]
    bounce(rapport(nummer, "anna@voorbeeld.nl"))
    assert fouten() == [("Anna", "5.1.1", 1)], "the same report twice is one failure"


def test_wat_nog_onderweg_is_houdt_niets_tegen(wereld, nummer, postbus, bounce, fouten):
    bounce(rapport(nummer, "anna@voorbeeld.nl", "delayed", "4.4.7"))
    assert fouten() == [("Anna", "4.0.0", 1)]
    bounce(rapport(nummer, "anna@voorbeeld.nl", "failed", "5.2.2"))
    assert fouten() == [("Anna", "5.2.2", 2)]
    schrijf(wereld)
    assert post.verstuur() == 2


def test_wat_later_van_een_oudere_mail_gezegd_wordt_opent_niets(
    wereld, nummer, postbus, bounce, als_eigenaar
):
    schrijf(wereld)
    post.verstuur()
    bounce(rapport(nummer, "anna@voorbeeld.nl"))
    jonger = [mail["Message-ID"] for mail in postbus.post if mail["To"] == "anna@voorbeeld.nl"][-1]
    bounce(rapport(jonger, "anna@voorbeeld.nl", "delayed"))
    with als_eigenaar():
        assert Postfout.objects.get().soort == Postfout.HARD


@pytest.mark.parametrize("ontvanger", ["bert@voorbeeld.nl", "anna@elders.nl"])
def test_een_ander_adres_dan_waar_de_mail_heen_ging_telt_niet(nummer, bounce, fouten, ontvanger):
    assert "Niet van ons" in bounce(rapport(nummer, ontvanger))
    assert fouten() == []


@pytest.mark.parametrize(
    "ruw",
    [
        b"",
        b"\xff\xfe\x00" * 50,
        b"Subject: hallo\n\nGewone mail.\n",
        rapport("<00000000-0000-4000-8000-000000000000@voorbeeld.nl>", "anna@voorbeeld.nl"),
        rapport("<anna@voorbeeld.nl>", "anna@voorbeeld.nl"),
        rapport("", "anna@voorbeeld.nl").replace(b"Final-Recipient: rfc822;", b"Final-Recipient:"),
    ],
    ids=["leeg", "geen tekst", "gewone mail", "onbekend nummer", "geen nummer", "kapot"],
)
def test_wat_niet_van_ons_is_verandert_niets(nummer, bounce, fouten, ruw):
    assert "Niet van ons" in bounce(ruw)
    assert fouten() == []


def laat_terugkomen(naam: str, wereld, code: str = "5.1.1") -> None:
    with als_systeem("berichten") as moment:
        postfout.noteer(wereld.mensen[naam].account, code, moment)


@pytest.mark.parametrize(
    ("code", "zin", "stil"),
    [
        ("5.1.1", "Dit adres bestaat niet.", True),
        ("5.2.1", "De mailbox staat uit.", True),
        ("5.2.2", "De mailbox is vol.", False),
        ("4.4.1", "De mailserver van de ontvanger is niet te bereiken.", False),
        ("5.7.1", "De mailserver van de ontvanger weigert onze mail.", True),
        ("5.0.0", "De mailserver van de ontvanger neemt de mail niet aan.", True),
    ],
)
def test_de_beheerder_ziet_wat_er_is_en_wat_te_doen(wereld, klant, code, zin, stil):
    laat_terugkomen("anna", wereld, code)
    ina: Client = klant("ina")
    lijst = ina.get("/heemstede/mensen/").content.decode()
    assert lijst.count("Mail komt terug") == 1
    een = ina.get(f"/heemstede/mensen/{wereld.mensen['anna'].pk}/").content.decode()
    assert zin in een
    assert ("stuur weer mail" in een) is stil


def test_wie_de_mail_niet_krijgt_staat_apart(wereld, klant):
    ina: Client = klant("ina")
    adres = "/heemstede/mensen/?stand=mail_terug"
    assert "Alle mail komt aan." in ina.get(adres).content.decode()
    laat_terugkomen("anna", wereld)
    lijst = ina.get(adres).content.decode()
    assert "Anna" in lijst
    assert "Bert" not in lijst


def test_alleen_wie_deze_mensen_bijhoudt(wereld, klant, als_eigenaar):
    laat_terugkomen("carla", wereld)
    pad = f"/heemstede/mensen/{wereld.mensen['carla'].pk}/adres/"
    assert "Mail komt terug" not in klant("ina").get("/heemstede/mensen/").content.decode()
    for naam, status in (("ina", 404), ("anna", 403), ("jan", 302)):
        assert klant(naam).post(pad).status_code == status
        with als_eigenaar():
            assert (Postfout.objects.get().vrijgegeven_op is not None) is (status == 302)


def test_het_adres_klopt_dus_gaat_er_weer_mail(wereld, klant, postbus):
    laat_terugkomen("anna", wereld)
    schrijf(wereld)
    assert post.verstuur() == 1
    ina: Client = klant("ina")
    anna = wereld.mensen["anna"].pk
    ina.post(f"/heemstede/mensen/{anna}/adres/")
    assert "Wij blijven het proberen." in ina.get(f"/heemstede/mensen/{anna}/").content.decode()
    schrijf(wereld)
    assert post.verstuur() == 2
    assert "Mail komt terug" not in ina.get(f"/heemstede/mensen/{anna}/").content.decode()


# --- an invitation, which goes out by itself


@pytest.fixture
def nieuw(wereld) -> Account:
    """Somebody new at De Linde."""
    account = Account.objects.create_user("nieuw@voorbeeld.nl", naam="Nieuw")
    with als_systeem("rechten"):
        inrichting.neem_in_dienst(account, wereld.deelnames["linde"].partij, van=NU.date())
    return account


def nodig_uit(account: Account, vang) -> None:
    with vang(execute=True):
        uitnodiging.stuur(account)


def test_een_uitnodiging_die_niemand_aanneemt(
    wereld, postbus, klant, nieuw, django_capture_on_commit_callbacks
):
    postbus.antwoord = {nieuw.email: "550 5.1.1 onbekend"}
    nodig_uit(nieuw, django_capture_on_commit_callbacks)
    lijst = klant("ina").get("/heemstede/mensen/?stand=mail_terug").content.decode()
    assert nieuw.email in lijst


def test_een_uitnodiging_die_later_terugkomt(
    wereld, postbus, nieuw, bounce, fouten, django_capture_on_commit_callbacks
):
    nodig_uit(nieuw, django_capture_on_commit_callbacks)
    (mail,) = postbus.post
    nummer = str(mail["Message-ID"]).strip()
    assert "Niet van ons" in bounce(rapport(nummer, "anna@voorbeeld.nl"))
    vervalst = re.sub(r"uitnodiging\.\d+", f"uitnodiging.{wereld.mensen['anna'].account_id}", nummer)
    assert "Niet van ons" in bounce(rapport(vervalst, "anna@voorbeeld.nl"))
    assert "Verwerkt" in bounce(rapport(nummer, nieuw.email))
    assert fouten() == [("Nieuw", "5.1.1", 1)]
