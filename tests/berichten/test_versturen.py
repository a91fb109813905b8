"""Mail through a real SMTP server: to whom, with what, once, and again when it may not have gone out."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Thread

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import override_settings

from convenant.berichten.models import Bericht, Post, Postfout, Postkeuze
from convenant.looptijd import afscheid
from convenant.partijen.models import Account
from convenant.poort import berichten, post, postfout, tasks
from convenant.poort.grens import als_systeem
from convenant.tijd import stel_in
from tests.wereld import NU

from .conftest import ONDERWERP, PAD, TEKST, kies, schrijf

MINUUT = timedelta(minutes=1)


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


# --- a server that cannot be reached, hangs or hangs up


@pytest.fixture
def buiten_transacties() -> Iterator[list[bool]]:
    """Whether a transaction was open at each moment that a mail was tried."""
    gezien: list[bool] = []
    origineel = post.maak_mail

    def kijk(*args, **kwargs):
        gezien.append(connection.in_atomic_block)
        return origineel(*args, **kwargs)

    post.maak_mail = kijk
    yield gezien
    post.maak_mail = origineel


def test_een_server_die_hangt_kost_een_keer_wachten(wereld, postbus, standen):
    """One time-out for all that waits, then the server is left alone; what waits goes when it answers again."""
    postbus.na_data = "hang"
    for _ in range(3):
        schrijf(wereld)
    assert post.verstuur() == 0
    schrijf(wereld)  # new mail is no reason to try again
    assert post.verstuur() == later(MINUUT) == 0
    assert postbus.gesprekken == 1
    assert set(standen()) == {Post.WACHT}
    assert post.stand() == post.Stand(NU, Post.SERVER)
    postbus.na_data = ""
    assert later(3 * MINUUT) == 7
    assert later(6 * MINUUT) == 1
    assert post.stand() == post.Stand(None, "")


def test_een_trage_server_krijgt_het_in_delen(wereld, postbus, monkeypatch):
    """The worker has more to do: what does not fit in one round goes in the next, at once."""
    postbus.na_data = "traag"
    monkeypatch.setattr(post, "BUDGET", 0.5)
    for _ in range(5):
        schrijf(wereld)
    rondes = [post.verstuur()]
    while rondes[-1]:
        rondes.append(post.verstuur())
    assert sum(rondes) == 10
    assert max(rondes) < 5


@pytest.mark.django_db(transaction=True)
def test_terwijl_de_server_hangt_is_er_geen_transactie(vaste_wereld, postbus, buiten_transacties):
    postbus.na_data = "hang"
    schrijf(vaste_wereld)
    post.verstuur()
    assert buiten_transacties == [False]


def test_zonder_server_blijft_het_liggen_en_na_een_week_niet_meer(wereld, standen):
    schrijf(wereld)
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=1
    ):
        assert post.verstuur() == 0
        assert standen() == [Post.WACHT, Post.WACHT]
        assert later(timedelta(days=8)) == 0
    assert standen() == [Post.MISLUKT, Post.MISLUKT]


def test_valt_de_lijn_weg_na_de_mail_dan_gaat_die_nog_eens_met_hetzelfde_nummer(wereld, postbus):
    postbus.na_data = "weg"
    schrijf(wereld, "gemeente", "convenantbeheerder")
    assert post.verstuur() == 0
    postbus.na_data = ""
    assert later(6 * MINUUT) == 1
    eerste, tweede = postbus.post
    assert eerste["Message-ID"] == tweede["Message-ID"]


def test_een_mail_waar_de_server_bij_wegvalt_houdt_de_andere_niet_op(wereld, postbus, als_eigenaar):
    postbus.antwoord = {"anna@voorbeeld.nl": "421 weg"}
    schrijf(wereld)
    assert post.verstuur() + later(3 * MINUUT) == 1
    assert later(6 * MINUUT) == later(9 * MINUUT) == 0
    assert postbus.aan == ["bert"]


def test_wie_gestopt_is_houdt_niets_vast(wereld, postbus):
    """A worker that died had mail in hand: a while later another sends it."""
    schrijf(wereld)
    with als_systeem(post.TAAK) as moment:
        post._verdeel(moment)
        assert len(post._neem(moment)) == 2
    assert later(4 * MINUUT) == 0
    assert later(6 * MINUUT) == 2


# --- one a day, or none


def test_wie_het_een_keer_per_dag_wil_krijgt_om_zeven_uur_een_mail(wereld, postbus):
    kies(wereld, "anna", Postkeuze.DAG)
    kies(wereld, "bert", Postkeuze.GEEN)
    schrijf(wereld)
    schrijf(wereld)
    assert post.verstuur() == 0
    tot_zeven = timedelta(hours=20, minutes=29)  # NU is half past ten in the Netherlands
    assert later(tot_zeven) == 0
    with wereld.als("anna"):
        assert berichten.ongelezen() == 2, "in the application it is there at once"
    assert later(tot_zeven + MINUUT) == 1
    (mail,) = postbus.post
    assert (mail["To"], mail["Subject"]) == (
        "anna@voorbeeld.nl",
        "2 berichten voor u in BRP-inzage Heemstede",
    )
    inhoud = mail.get_payload(decode=True).decode()
    assert inhoud.count(ONDERWERP) == 2
    assert inhoud.count(f"https://convenant.voorbeeld.nl{PAD}?bericht=") == 2
    assert TEKST not in inhoud
    with stel_in(NU + tot_zeven + 2 * MINUUT):
        schrijf(wereld)
        assert post.verstuur() == 0, "one a day"
    assert later(tot_zeven + timedelta(hours=23)) == 0
    assert later(tot_zeven + timedelta(hours=24, minutes=1)) == 1
    assert postbus.post[1]["Subject"] == "1 bericht voor u in BRP-inzage Heemstede"


def test_een_lange_dagmail_noemt_de_eerste_vijftig_en_hoeveel_er_nog_zijn(wereld, postbus):
    kies(wereld, "anna", Postkeuze.DAG)
    kies(wereld, "bert", Postkeuze.GEEN)
    for _ in range(53):
        schrijf(wereld)
    assert later(timedelta(hours=21)) == 1
    (mail,) = postbus.post
    inhoud = mail.get_payload(decode=True).decode()
    assert mail["Subject"] == "53 berichten voor u in BRP-inzage Heemstede"
    assert inhoud.count(ONDERWERP) == 50
    assert "En nog 3. Bekijk ze in de toepassing:" in inhoud
    assert "https://convenant.voorbeeld.nl/heemstede/berichten/\r\n" in inhoud


def test_de_dagmail_gaat_ook_opnieuw_met_hetzelfde_nummer(wereld, postbus):
    kies(wereld, "hugo", Postkeuze.DAG)
    schrijf(wereld, "gemeente", "convenantbeheerder")
    postbus.na_data = "weg"
    assert later(timedelta(hours=21)) == 0
    postbus.na_data = ""
    with stel_in(NU + timedelta(hours=21, minutes=1)):
        schrijf(wereld, "gemeente", "convenantbeheerder")
    assert later(timedelta(hours=21, minutes=6)) == 1
    eerste, tweede = postbus.post
    assert (eerste["Message-ID"], eerste.get_payload()) == (tweede["Message-ID"], tweede.get_payload())


def test_wat_al_gelezen_is_staat_niet_in_de_dagmail(wereld, postbus):
    kies(wereld, "anna", Postkeuze.DAG)
    schrijf(wereld)
    with wereld.als("anna"):
        berichten.lees_alles()
    assert later(timedelta(hours=21)) == 1
    assert postbus.aan == ["bert"]


def test_wat_dringend_is_gaat_altijd_meteen(wereld, postbus):
    kies(wereld, "anna", Postkeuze.DAG)
    kies(wereld, "bert", Postkeuze.GEEN)
    schrijf(wereld, dringend=True)
    assert post.verstuur() == 2
    assert postbus.aan == ["anna", "bert"]


@pytest.mark.parametrize(
    ("moment", "ochtend"),
    [
        ("2026-11-23T05:59:59+00:00", "2026-11-22T07:00:00+01:00"),
        ("2026-11-23T06:00:00+00:00", "2026-11-23T07:00:00+01:00"),
        ("2026-03-29T04:30:00+00:00", "2026-03-28T07:00:00+01:00"),  # the clock went forward that night
        ("2026-03-29T05:00:00+00:00", "2026-03-29T07:00:00+02:00"),
        ("2026-10-25T05:59:00+00:00", "2026-10-24T07:00:00+02:00"),  # and back
        ("2026-10-25T06:00:00+00:00", "2026-10-25T07:00:00+01:00"),
    ],
)
def test_zeven_uur_is_zeven_uur_in_nederland(moment, ochtend):
    assert post.laatste_ochtend(datetime.fromisoformat(moment)).isoformat() == ochtend


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
