"""What the clock does to rights: unused ones suspended, confirmations asked for, leavers closed; once, and late too."""

from datetime import datetime, timedelta

import pytest

from convenant.berichten.models import Bericht
from convenant.console import autorisaties, mensen, tasks
from convenant.console.autorisaties import Keuze
from convenant.console.daden import BEVESTIGEN, HERVATTEN, INTREKKEN
from convenant.partijen.models import Account, Autorisatie, Autorisatiegebeurtenis
from convenant.tijd import stel_in
from tests.console.conftest import VANDAAG
from tests.console.spel import doe, functies, uitslag
from tests.wereld import NU, Wereld


def op(dagen: int) -> datetime:
    return NU + timedelta(days=dagen)


def draai(dagen: int) -> None:
    with stel_in(op(dagen)):
        tasks.onderhoud_rechten()


@pytest.fixture
def post(als_eigenaar):
    """Which mail waits: (to whom, subject), and gone after reading."""

    def lees() -> list[tuple[str, str]]:
        with als_eigenaar():
            rijen = [
                (rij.account.email.partition("@")[0], rij.onderwerp)
                for rij in Bericht.objects.select_related("account")
            ]
            Bericht.objects.all().delete()
        return sorted(rijen)

    return lees


@pytest.fixture
def ingelogd(wereld: Wereld, als_eigenaar) -> None:
    """Granted long ago, signed in and confirmed today."""
    with als_eigenaar():
        Autorisatiegebeurtenis.objects.update(moment=op(-200))
    Account.objects.update(last_login=NU)
    Autorisatie.objects.update(bevestigd_op=NU)


def gebeurd(wereld: Wereld, naam: str, soort: str) -> int:
    with wereld.als("gerda"):
        return sum(rij.soort == soort for rij in autorisaties.een(wereld.autorisaties[naam].pk)[1])


def test_wie_negentig_dagen_niet_inlogt_wordt_geschorst(wereld: Wereld, ingelogd, post):
    Account.objects.filter(email="anna@voorbeeld.nl").update(last_login=op(-80))
    draai(9)
    assert not Autorisatie.objects.filter(geschorst_op__isnull=False).exists()
    draai(10)
    draai(11)
    with stel_in(op(11)):
        assert functies(wereld, "anna") == set()
        assert functies(wereld, "bert") == {"contactpersoon"}
    assert gebeurd(wereld, "anna", "geschorst") == 1
    assert post() == [("ina", "Een functie is geschorst")]


def test_een_nieuwe_functie_telt_vanaf_het_verlenen(wereld: Wereld, ingelogd, als_eigenaar):
    Account.objects.update(last_login=None)
    with als_eigenaar():
        Autorisatiegebeurtenis.objects.update(moment=NU)
    draai(89)
    assert not Autorisatie.objects.filter(geschorst_op__isnull=False).exists()
    draai(90)
    assert not Autorisatie.objects.filter(geschorst_op=None).exists()


def test_hervat_telt_opnieuw(wereld: Wereld, ingelogd):
    anna = wereld.autorisaties["anna"].pk
    Account.objects.filter(email="anna@voorbeeld.nl").update(last_login=op(-90))
    draai(0)
    doe(wereld, "gerda", HERVATTEN, anna)
    draai(0)
    draai(89)
    assert Autorisatie.objects.get(pk=anna).geschorst_op is None
    draai(90)
    assert Autorisatie.objects.get(pk=anna).geschorst_op is not None


def test_herinnering_dertig_en_zeven_dagen_van_tevoren(wereld: Wereld, ingelogd, post):
    """Half a year after 23 November is 23 May."""
    Account.objects.update(last_login=op(120))
    dertig, zeven = 151, 174
    draai(dertig - 1)
    assert post() == []
    for dag in (dertig, dertig, dertig + 1):
        draai(dag)
    eens = post()
    assert {wie for wie, _ in eens} == {"ina", "jan", "hugo"}
    assert len(eens) == 3, "one mail for all of them"
    draai(zeven)
    assert len(post()) == 3
    draai(zeven + 1)
    assert post() == []


def test_te_laat_gedraaid_herinnert_een_keer(wereld: Wereld, ingelogd, post):
    Account.objects.update(last_login=op(170))
    for dag in (178, 179):
        draai(dag)
    assert len(post()) == 3


@pytest.mark.eis("ZOE-10.4")
def test_bevestigen_stelt_de_volgende_uit(wereld: Wereld, ingelogd, post):
    Account.objects.update(last_login=op(150))
    anna = wereld.autorisaties["anna"].pk
    with stel_in(op(160)):
        with wereld.als("ina"):
            te_doen = {recht.naam for recht in autorisaties.wacht().te_bevestigen}
        assert te_doen == {"Anna", "Bert"}, "not the own"
        assert uitslag(wereld, "gerda", BEVESTIGEN, anna) == "niet gevonden"
        doe(wereld, "ina", BEVESTIGEN, anna)
        with wereld.als("ina"):
            assert {recht.naam for recht in autorisaties.wacht().te_bevestigen} == {"Bert"}
    draai(175)
    assert gebeurd(wereld, "anna", "herinnerd") == 0
    with stel_in(op(200)), wereld.als("ina"):
        te_laat = {recht.naam for recht in autorisaties.lijst(Keuze(), 1) if recht.te_laat}
        assert te_laat == {"Bert", "Ina"}


@pytest.mark.eis("ZOE-10.4", "HEE-5.5")
def test_een_maand_te_laat_bevestigd_is_geschorst(wereld: Wereld, ingelogd, post):
    """Half a year and thirty days after the last confirmation; who registers or grants stays, to put it right."""
    Account.objects.update(last_login=op(200))
    laatste = (VANDAAG.replace(year=2027, month=5) - VANDAAG).days
    draai(laatste + 30)
    assert not Autorisatie.objects.filter(geschorst_op__isnull=False).exists()
    post()
    draai(laatste + 31)
    draai(laatste + 31)
    with stel_in(op(laatste + 31)):
        assert functies(wereld, "anna") == set()
        assert functies(wereld, "ina") == {"beheerder"}
        assert functies(wereld, "gerda") == {"autorisatiebeheerder"}
    assert gebeurd(wereld, "anna", "geschorst") == 1
    assert ("ina", "Een functie is geschorst") in post()
    with stel_in(op(laatste + 31)):
        doe(wereld, "gerda", HERVATTEN, wereld.autorisaties["anna"].pk)
        assert functies(wereld, "anna") == {"contactpersoon"}
    draai(laatste + 32)
    with stel_in(op(laatste + 32)):
        assert functies(wereld, "anna") == {"contactpersoon"}


def test_niemand_bevestigt_zichzelf(wereld: Wereld):
    assert "Vraag een collega" in uitslag(wereld, "ina", BEVESTIGEN, wereld.autorisaties["ina"].pk)


@pytest.mark.eis("HEE-3.9")
def test_wie_weggaat_hoort_een_keer_dat_de_geheimhouding_blijft(wereld: Wereld, ingelogd, post):
    with wereld.als("ina"):
        mensen.meld_af(wereld.mensen["anna"].pk, "Andere baan.", VANDAAG)
        mensen.meld_af(wereld.mensen["bert"].pk, "Andere baan.", VANDAAG + timedelta(days=3))
    assert post() == [("anna", "Uw geheimhouding blijft gelden")]
    for dag in (0, 2):
        draai(dag)
    assert post() == []
    for dag in (3, 4):
        draai(dag)
    assert post() == [("bert", "Uw geheimhouding blijft gelden")]


@pytest.mark.eis("HEE-3.9")
def test_ook_wie_alleen_de_functie_kwijtraakt(wereld: Wereld, ingelogd, post):
    doe(wereld, "gerda", INTREKKEN, wereld.autorisaties["anna"].pk)
    draai(0)
    assert ("anna", "Uw geheimhouding blijft gelden") in post()
