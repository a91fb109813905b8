"""Where a chain begins: two people who each confirm with a code of their own, or nothing happens."""

import re
import sys
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from convenant.partijen import rechten
from convenant.partijen.models import (
    Account,
    Autorisatie,
    Autorisatiegebeurtenis,
    Convenant,
    Deelname,
    Medewerker,
    Verklaring,
)
from convenant.poort.models import Logregel
from convenant.poort.wie import werkplekken
from convenant.tijd import nu, stel_in
from tests.wereld import NU, Wereld

# Answers: the code that this person was mailed, the same a quarter of an hour later, and always that of the first.
CODE, LATE_CODE, DEZELFDE = object(), object(), object()


class Toetsenbord:
    """What is typed at the prompts, one answer after the other; a code is looked up in the mail it came with."""

    def __init__(self, klok: ExitStack, *antwoorden: Any):
        self.antwoorden, self.klok, self.gevraagd = list(antwoorden), klok, 0

    def readline(self, *_: int) -> str:
        if not self.antwoorden:
            return ""
        antwoord = self.antwoorden.pop(0)
        if antwoord in (CODE, LATE_CODE, DEZELFDE):
            codes = [re.findall(r"\b\d{8}\b", post.body) for post in mail.outbox[-2:]]
            if antwoord is LATE_CODE:
                self.klok.enter_context(stel_in(nu() + timedelta(minutes=15)))
            (code,) = codes[0 if antwoord is DEZELFDE else self.gevraagd]
            self.gevraagd += 1
            return f"{code}\n"
        return f"{antwoord}\n"


@pytest.fixture
def typ(monkeypatch: pytest.MonkeyPatch, db: None) -> Any:
    """`typ("Hugo Wit", ...)`: who sits at the keyboard answers this."""

    def zet(*antwoorden: Any) -> None:
        monkeypatch.setattr(sys, "stdin", Toetsenbord(klok, *antwoorden))

    with stel_in(NU), ExitStack() as klok:
        yield zet


def begin(beleid: str = "heemstede", code: str = "nieuw", **anders: str) -> None:
    opties = {"naam": "Proef", "gemeente": "Veenhoven", "partij": "Gemeente Veenhoven", "kvk": "12345678"}
    call_command("convenant_beginnen", code, beleid=beleid, **(opties | anders))


TWEE = ("Hugo Wit", "Hugo@Voorbeeld.nl", "Gerda Postma", "gerda@voorbeeld.nl")


@pytest.mark.eis("HEE-PAR.1")
def test_een_convenant_begint_met_twee_mensen(
    typ: Any, als_eigenaar: Any, django_capture_on_commit_callbacks: Any
) -> None:
    typ(*TWEE, CODE, CODE)
    with django_capture_on_commit_callbacks(execute=True):
        begin()
    convenant = Convenant.objects.get(code="nieuw")
    (deelname,) = Deelname.objects.filter(convenant=convenant)
    assert (deelname.partij.naam, deelname.soort, deelname.getekend_op) == (
        "Gemeente Veenhoven",
        "gemeente",
        None,
    )
    gegeven = {
        a.medewerker.account.email: a for a in Autorisatie.objects.select_related("medewerker__account")
    }
    assert {email: a.groep.functie for email, a in gegeven.items()} == {
        "hugo@voorbeeld.nl": "convenantbeheerder",
        "gerda@voorbeeld.nl": "autorisatiebeheerder",
    }
    # Each is let in by the other, and by nobody else.
    hugo, gerda = gegeven["hugo@voorbeeld.nl"], gegeven["gerda@voorbeeld.nl"]
    assert (hugo.verleend_door, gerda.verleend_door) == (gerda.medewerker, hugo.medewerker)
    with als_eigenaar():
        gebeurd = Autorisatiegebeurtenis.objects.filter(soort="verleend").values_list("door", flat=True)
        assert set(gebeurd) == {hugo.medewerker.pk, gerda.medewerker.pk}
        regels = Logregel.objects.filter(convenant=convenant, handeling="keten_begonnen")
        assert [(r.functie, r.object.split()[0], r.eis) for r in regels.order_by("volg")] == [
            ("autorisatiebeheerder", "convenantbeheerder", "HEE-7.1"),
            ("autorisatiebeheerder", "autorisatiebeheerder", "HEE-PAR.1"),
        ]
    # What the code said that they declare, is recorded; nobody has a password yet.
    assert set(Verklaring.objects.values_list("soort", "wijze")) == {("geheimhouding", "verklaring")}
    assert not any(account.has_usable_password() for account in Account.objects.all())
    onderwerpen = [post.subject for post in mail.outbox]
    assert onderwerpen == ["Uw code voor Convenant"] * 2 + ["Uw account voor Convenant"] * 2
    assert "geheimhouding" in mail.outbox[0].body.lower()


@pytest.mark.eis("ZOE-10.4", "KRI-7.1", "MAA-9.3", "HAA-PAR.1")
@pytest.mark.parametrize(
    ("beleid", "eerste", "tweede"),
    [
        ("zoeklicht", "beheerder", "beheerder"),
        ("krimpen", "beheerder", "beheerder"),
        ("maassluis", "convenantbeheerder", "verantwoordelijke"),
        ("haarlem", "teamleider", "privacycoordinator"),
    ],
)
def test_elk_convenant_kan_beginnen(typ: Any, beleid: str, eerste: str, tweede: str) -> None:
    typ(*TWEE, CODE, CODE)
    begin(beleid)
    convenant = Convenant.objects.get(code="nieuw")
    functies = [
        werkplekken(Account.objects.get(email=email), convenant)[0].functie
        for email in ("hugo@voorbeeld.nl", "gerda@voorbeeld.nl")
    ]
    assert functies == [eerste, tweede]


def niets_veranderd() -> bool:
    return not (Convenant.objects.exists() or Account.objects.exists() or Deelname.objects.exists())


@pytest.mark.parametrize(
    ("antwoorden", "zin"),
    [
        ((*TWEE[:2], "Hugo zelf", "HUGO@voorbeeld.nl"), "niet twee verschillende mensen"),
        ((*TWEE, "00000000", "1", ""), "De code van Hugo Wit klopt niet"),
        ((*TWEE, CODE, "x", "y", "z"), "De code van Gerda Postma klopt niet"),
        (TWEE, "alleen met twee mensen aan het toetsenbord"),
        ((), "alleen met twee mensen aan het toetsenbord"),
    ],
)
def test_zonder_twee_mensen_gebeurt_er_niets(typ: Any, antwoorden: tuple[Any, ...], zin: str) -> None:
    typ(*antwoorden)
    with pytest.raises(CommandError, match=zin):
        begin()
    assert niets_veranderd()


def test_de_code_van_de_een_werkt_niet_voor_de_ander(typ: Any) -> None:
    typ(*TWEE, DEZELFDE, DEZELFDE, DEZELFDE, DEZELFDE)
    with pytest.raises(CommandError, match="De code van Gerda Postma klopt niet"):
        begin()
    assert niets_veranderd()


def test_na_een_kwartier_werkt_geen_code_meer(typ: Any) -> None:
    typ(*TWEE, CODE, LATE_CODE)
    with pytest.raises(CommandError, match="De codes zijn verlopen"):
        begin()
    assert niets_veranderd()


def test_een_convenant_dat_werkt_begint_niet_opnieuw(typ: Any) -> None:
    typ(*TWEE, CODE, CODE)
    begin()
    typ("Rob", "rob@voorbeeld.nl", "Sam", "sam@voorbeeld.nl", CODE, CODE)
    with pytest.raises(CommandError, match="werkt al"):
        begin()
    assert Autorisatie.objects.count() == 2
    with pytest.raises(CommandError, match="bestaat al, met een ander beleid"):
        begin("krimpen")


@pytest.mark.eis("HEE-5.6")
def test_de_eerste_beheerder_van_een_corporatie(wereld: Wereld, typ: Any, als_eigenaar: Any) -> None:
    """Nobody is left who registers; the municipality's granter, who is left, confirms."""
    ina = wereld.autorisaties["ina"]
    rechten.trek_in(ina, door=None, reden="Uit dienst.")
    mail.outbox.clear()
    typ("Nora", "nora@voorbeeld.nl", "Gerda", "gerda@voorbeeld.nl", CODE, CODE)
    call_command("eerste_beheerder", "heemstede", "De Linde", "beheerder")
    nora = Autorisatie.objects.get(medewerker__account__email="nora@voorbeeld.nl")
    assert (nora.groep, nora.verleend_door) == (ina.groep, wereld.mensen["gerda"])
    assert werkplekken(nora.medewerker.account, wereld.convenant)[0].functie == "beheerder"
    with als_eigenaar():
        assert Logregel.objects.filter(
            handeling="keten_begonnen", medewerker_id=wereld.mensen["gerda"].pk
        ).exists()
    # The second person confirms what happens, and gets nothing.
    assert "tweede persoon" in mail.outbox[1].body
    typ("Olaf", "olaf@voorbeeld.nl", "Gerda", "gerda@voorbeeld.nl", CODE, CODE)
    with pytest.raises(CommandError, match="keten van deze functie werkt"):
        call_command("eerste_beheerder", "heemstede", "De Linde", "beheerder")


@pytest.mark.eis("HEE-5.6")
def test_wie_over_is_wordt_niet_gepasseerd(wereld: Wereld, typ: Any) -> None:
    rechten.trek_in(wereld.autorisaties["ina"], door=None, reden="Uit dienst.")
    voor = (Account.objects.count(), Medewerker.objects.count(), Autorisatie.objects.count())
    typ("Nora", "nora@voorbeeld.nl", "Olaf", "olaf@voorbeeld.nl", CODE, CODE)
    with pytest.raises(CommandError, match="Er is nog iemand over in de keten"):
        call_command("eerste_beheerder", "heemstede", "De Linde", "beheerder")
    assert voor == (Account.objects.count(), Medewerker.objects.count(), Autorisatie.objects.count())


@pytest.mark.eis("HEE-5.6")
def test_wie_nooit_meer_komt_wordt_afgemeld(
    wereld: Wereld, typ: Any, django_capture_on_commit_callbacks: Any
) -> None:
    rechten.trek_in(wereld.autorisaties["hugo"], door=None, reden="Uit dienst.")
    mail.outbox.clear()
    typ("gerda@voorbeeld.nl", "Nora", "nora@voorbeeld.nl", "Olaf", "olaf@voorbeeld.nl", CODE, CODE)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("eerste_beheerder", "heemstede", "Gemeente Heemstede", "burgerzaken", weg=True)
    assert werkplekken(wereld.mensen["gerda"].account, wereld.convenant) == []
    assert (["gerda@voorbeeld.nl"], "U bent afgemeld") in [(post.to, post.subject) for post in mail.outbox]
    functies = [
        werkplekken(Account.objects.get(email=email), wereld.convenant)[0].functie
        for email in ("nora@voorbeeld.nl", "olaf@voorbeeld.nl")
    ]
    assert functies == ["convenantbeheerder", "autorisatiebeheerder"]


def test_wie_niet_in_de_keten_zit_wordt_niet_afgemeld(wereld: Wereld, typ: Any) -> None:
    rechten.trek_in(wereld.autorisaties["hugo"], door=None, reden="Uit dienst.")
    typ("eva@voorbeeld.nl", "Nora", "nora@voorbeeld.nl", "Olaf", "olaf@voorbeeld.nl", CODE, CODE)
    with pytest.raises(CommandError, match="zit niet in de keten"):
        call_command("eerste_beheerder", "heemstede", "Gemeente Heemstede", "burgerzaken", weg=True)
    assert werkplekken(wereld.mensen["eva"].account, wereld.convenant)


@pytest.mark.eis("HEE-PAR.1")
def test_niemand_meer_die_verleent(wereld: Wereld, typ: Any) -> None:
    rechten.trek_in(wereld.autorisaties["gerda"], door=None, reden="Uit dienst.")
    typ("Nora", "nora@voorbeeld.nl", "Hugo", "hugo@voorbeeld.nl", CODE, CODE)
    call_command("eerste_beheerder", "heemstede", "Gemeente Heemstede", "burgerzaken")
    nora = Autorisatie.objects.get(medewerker__account__email="nora@voorbeeld.nl")
    assert (nora.groep.functie, nora.verleend_door) == ("autorisatiebeheerder", wereld.mensen["hugo"])


@pytest.mark.parametrize("partij", ["Onbekend", ""])
def test_een_partij_die_er_niet_is(wereld: Wereld, typ: Any, partij: str) -> None:
    typ()
    with pytest.raises(CommandError, match="niet precies een partij"):
        call_command("eerste_beheerder", "heemstede", partij, "beheerder")
