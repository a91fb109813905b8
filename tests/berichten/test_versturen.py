"""Mail through a real SMTP server: to whom, with what, once, and again when it may not have gone out."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import DatabaseError, connection, transaction

from convenant.berichten.models import Bericht, Post, Postfout, Postkeuze
from convenant.looptijd import afscheid
from convenant.partijen.models import Account
from convenant.poort import berichten, post, postfout, tasks
from convenant.poort.grens import als_systeem
from convenant.tijd import stel_in
from tests.wereld import NU

from .conftest import MINUUT, ONDERWERP, PAD, TEKST, kies, later, schrijf


@pytest.mark.eis("HEE-6.2")
def test_een_mail_zegt_waar_het_ligt_en_verder_niets(wereld, postbus, als_eigenaar):
    schrijf(wereld, "gemeente", "convenantbeheerder")
    tasks.verstuur_berichten()
    (mail,) = postbus.post
    assert (mail["To"], mail["Subject"]) == ("hugo@voorbeeld.nl", ONDERWERP)
    assert mail["Auto-Submitted"] == "auto-generated"
    inhoud = mail.get_payload(decode=True).decode()
    with als_eigenaar():
        bericht = Bericht.objects.get()
    assert f"https://convenant.voorbeeld.nl{PAD}?bericht={bericht.pk}\r\n" in inhoud
    assert TEKST not in inhoud, "what it says is read in the application"
    for naam in ("Anna", "De Linde", "Lindelaan"):
        assert naam not in mail.as_string()


def test_wie_de_functie_vandaag_heeft_krijgt_het_ieder_voor_zich(wereld, postbus, als_eigenaar):
    with als_eigenaar():
        wereld.autorisaties["bert"].tot = NU.date()
        wereld.autorisaties["bert"].save()
    assert schrijf(wereld) == 1
    tasks.verstuur_berichten()
    tasks.verstuur_berichten()  # twice is once
    assert postbus.aan == ["anna"]


def test_een_geblokkeerd_account_krijgt_niets(wereld, postbus, als_eigenaar, standen):
    schrijf(wereld)
    with als_eigenaar():
        account = wereld.mensen["anna"].account
        account.is_active = False
        account.save()
    assert schrijf(wereld) == 1
    tasks.verstuur_berichten()
    assert postbus.aan == ["bert", "bert"]
    assert sorted(standen()) == [Post.MISLUKT, Post.VERSTUURD, Post.VERSTUURD]


@pytest.mark.parametrize("antwoord", ["451 4.7.1 later", "452 4.2.2 vol"])
def test_later_is_later_met_hetzelfde_nummer(wereld, postbus, caplog, fouten, antwoord):
    postbus.antwoord = {"bert@voorbeeld.nl": antwoord}
    schrijf(wereld)
    assert post.verstuur() == 1
    postbus.antwoord = {}
    assert later(4 * MINUUT) == 0, "a pause"
    assert later(6 * MINUUT) == 1
    assert postbus.aan == ["anna", "bert"]
    assert len({mail["Message-ID"] for mail in postbus.post}) == 2
    assert "voorbeeld.nl" not in caplog.text, "the log names nobody"
    assert fouten() == []


def test_de_pauzes_worden_langer_en_na_de_derde_keer_ziet_de_beheerder_het(wereld, postbus, fouten):
    postbus.antwoord = {"bert@voorbeeld.nl": "451 4.7.1 later"}
    schrijf(wereld)
    gesprekken = []
    for minuten in (0, 6, 12, 22, 70, 90, 321, 350):
        voor = postbus.gesprekken
        later(minuten * MINUUT)
        gesprekken.append(postbus.gesprekken - voor)
    assert gesprekken == [1, 1, 0, 1, 0, 1, 0, 1]
    assert fouten() == [("Bert", "zacht", "4.7.1", 3)]
    postbus.antwoord = {}
    assert later(timedelta(hours=20)) == 1
    assert fouten() == [], "it arrived, so nothing is wrong any more"


@pytest.mark.parametrize(
    ("antwoord", "soort", "code"),
    [
        ("550 5.1.1 onbekend", "hard", "5.1.1"),
        ("550 onbekend", "hard", "5.0.0"),
        ("552 5.2.2 vol", "zacht", "5.2.2"),
    ],
)
def test_wat_de_server_nooit_neemt_staat_meteen_als_fout(
    wereld, postbus, standen, fouten, antwoord, soort, code
):
    postbus.antwoord = {"anna@voorbeeld.nl": antwoord}
    schrijf(wereld)
    assert post.verstuur() == 1, "the same conversation goes on with the next"
    assert standen() == [Post.MISLUKT, Post.VERSTUURD]
    assert fouten() == [("Anna", soort, code, 1)]
    assert postbus.aan == ["bert"]
    assert later(timedelta(hours=5)) == 0


def test_na_data_geweigerd(wereld, postbus, standen, fouten):
    postbus.na_data = "554 5.7.1 geen post van u"
    schrijf(wereld, "gemeente", "convenantbeheerder")
    assert post.verstuur() == 0
    assert standen() == [Post.MISLUKT]
    assert fouten() == [("Hugo", "hard", "5.7.1", 1)]


def test_na_een_harde_fout_geen_mail_tot_iemand_het_adres_goedkeurt(wereld, postbus, als_eigenaar, fouten):
    postbus.antwoord = {"anna@voorbeeld.nl": "550 5.1.1 onbekend"}
    schrijf(wereld)
    post.verstuur()
    postbus.antwoord = {}
    assert schrijf(wereld, dringend=True) == 2, "in the application it is there"
    assert post.verstuur() == 1
    assert postbus.aan == ["bert", "bert"]
    with wereld.als("anna"):
        assert postfout.mijn_post_komt_terug()
        assert berichten.ongelezen() == 2
    with als_eigenaar():
        Postfout.objects.update(vrijgegeven_op=NU)
    schrijf(wereld)
    assert post.verstuur() == 2
    assert fouten() == []


def test_een_ander_adres_begint_opnieuw(wereld, postbus, als_eigenaar, fouten):
    postbus.antwoord = {"anna@voorbeeld.nl": "550 5.1.1 onbekend"}
    schrijf(wereld)
    post.verstuur()
    with als_eigenaar():
        Account.objects.filter(naam="Anna").update(email="anna@elders.nl")
    postbus.antwoord = {"anna@elders.nl": "552 5.2.2 vol"}
    schrijf(wereld)
    assert post.verstuur() == 1
    assert fouten() == [("Anna", "zacht", "5.2.2", 1)]


# --- many, and not for ever


def test_velen_in_een_keer(wereld, als_eigenaar, django_assert_max_num_queries):
    """The people of a group are looked up once, however many rows there are."""
    linde, gemeente = wereld.groep("linde", "contactpersoon"), wereld.groep("gemeente", "burgerzaken")
    regels = [(linde.pk, None, ONDERWERP, TEKST, f"/heemstede/zaken/{nummer}/") for nummer in range(300)]
    regels += [(gemeente.pk, None, ONDERWERP, TEKST, PAD)] * 2
    with als_systeem("termijnen"), django_assert_max_num_queries(4):
        assert berichten.berichten_voor(regels) == 601
    with als_eigenaar():
        assert Bericht.objects.filter(convenant=wereld.convenant).count() == 601


def test_na_negentig_dagen_is_een_bericht_weg(wereld, postbus, als_eigenaar):
    postbus.antwoord = {"anna@voorbeeld.nl": "550 5.1.1 onbekend"}
    schrijf(wereld)
    post.verstuur()

    def over(dagen: int) -> tuple[int, int, int]:
        with stel_in(NU + timedelta(days=dagen)):
            tasks.ruim_berichten_op()
        with als_eigenaar():
            return Bericht.objects.count(), Post.objects.count(), Postfout.objects.count()

    assert over(13) == (2, 2, 1)
    assert over(15) == (2, 0, 1)
    assert over(91) == (0, 0, 1)
    assert over(184) == (0, 0, 0)


def test_een_ander_convenant_is_niet_aan_te_schrijven(wereld):
    """The database asks that the account works for a party to the convenant of who writes."""
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


# --- two at once


def test_twee_die_tegelijk_versturen_doen_elke_mail_een_keer(vaste_wereld, postbus, als_eigenaar):
    """Two workers, each with a connection of its own; every message gets one mail, and each mail goes once."""
    for _ in range(10):
        schrijf(vaste_wereld)
    klaar: list[int] = []

    def werk() -> None:
        try:
            klaar.append(sum(post.verstuur() for _ in range(4)))
        finally:
            connection.close()

    werkers = [Thread(target=werk) for _ in range(2)]
    with stel_in(NU):
        for werker in werkers:
            werker.start()
        for werker in werkers:
            werker.join(timeout=60)
    assert sum(klaar) == len(postbus.post) == 20
    assert len({mail["Message-ID"] for mail in postbus.post}) == 20
    with als_eigenaar():
        assert set(Post.objects.values_list("stand", flat=True)) == {Post.VERSTUURD}


@pytest.mark.eis("HEE-3.9")
def test_wie_weggaat_krijgt_het_laatste_woord_per_mail(wereld, postbus):
    """There is nothing left to read it in, so no choice holds it back."""
    kies(wereld, "anna", Postkeuze.GEEN)
    with wereld.als("hugo"):
        afscheid.meld(wereld.mensen["anna"])
    assert post.verstuur() == 1
    (mail,) = postbus.post
    assert (mail["To"], mail["Subject"]) == ("anna@voorbeeld.nl", afscheid.ONDERWERP)
    inhoud = mail.get_payload(decode=True).decode()
    assert "/heemstede/openbaar/?bericht=" in inhoud
    assert afscheid.TEKST in " ".join(inhoud.split())
