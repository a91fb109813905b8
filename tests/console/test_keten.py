"""The chain of one right: registered by one, decided by another, and what each side can end."""

from datetime import timedelta
from uuid import uuid4

import pytest

from convenant.console import autorisaties, daden, kring
from convenant.console.daden import (
    BEVESTIGEN,
    HERVATTEN,
    INTREKKEN,
    SCHORSEN,
    TERUGNEMEN,
    VERLENEN,
    WEIGEREN,
)
from convenant.partijen.models import Autorisatie, Verklaring
from convenant.poort.grens import binnen
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.wie import Wie, werkplekken
from convenant.tijd import stel_in
from tests.console.conftest import VANDAAG
from tests.console.spel import doe, functies, meld_aan, neem_aan, stand, uitslag
from tests.wereld import NU, Wereld

pytestmark = pytest.mark.eis("HEE-5.6")


@pytest.fixture
def aanmelding(wereld: Wereld) -> int:
    """Dirk of De Linde, registered as beheerder by ina."""
    return meld_aan(wereld, "ina", "dirk", "linde", "beheerder")


@pytest.mark.eis("HEE-5.5", "HEE-5.6", "HEE-PAR.1")
def test_aangemeld_en_verleend(wereld: Wereld, aanmelding: int):
    assert functies(wereld, "dirk") == set()
    with wereld.als("gerda"):
        assert [recht.id for recht in autorisaties.wacht().te_verlenen] == [aanmelding]
        assert daden.kan(aanmelding) == [VERLENEN, WEIGEREN]
    with stel_in(NU + timedelta(minutes=1)):
        doe(wereld, "gerda", VERLENEN, aanmelding)
    assert functies(wereld, "dirk") == {"beheerder"}
    with wereld.als("gerda"):
        assert not autorisaties.wacht().te_verlenen
        recht, gebeurd = autorisaties.een(aanmelding)
    assert (recht.stand, recht.van, recht.tot) == ("loopt", VANDAAG, None)
    assert [(rij.soort, rij.door) for rij in reversed(gebeurd)] == [
        ("aangemeld", "Ina"),
        ("verleend", "Gerda"),
    ]


def test_wie_aanmeldt_noemt_wie_verleent_bij_zijn_partij(wereld: Wereld, aanmelding: int):
    doe(wereld, "gerda", VERLENEN, aanmelding)
    with wereld.als("ina"):
        recht, gebeurd = autorisaties.een(aanmelding)
    assert (recht.aangemeld_door, recht.verleend_door) == ("Ina", "Gemeente Heemstede")
    assert {rij.door for rij in gebeurd} == {"Ina", "Gemeente Heemstede"}


@pytest.mark.parametrize("wie", ["anna", "bert", "carla", "jan", "eva", "frits", "hugo", "ina", "dirk"])
def test_niemand_anders_beslist(wereld: Wereld, aanmelding: int, wie: str):
    for daad in (VERLENEN, WEIGEREN):
        assert uitslag(wereld, wie, daad, aanmelding) == "niet gevonden"
    assert stand(aanmelding) == (None, None, False, False)


@pytest.mark.parametrize("wie", ["anna", "carla", "jan", "eva", "frits", "gerda", "hugo", "dirk"])
@pytest.mark.eis("HEE-5.5")
def test_niemand_anders_meldt_aan(wereld: Wereld, wie: str):
    with pytest.raises(NietGevonden):
        meld_aan(wereld, wie, "dirk", "linde", "contactpersoon")


@pytest.mark.parametrize(
    ("mens", "deelname", "functie"),
    [
        ("carla", "linde", "beheerder"),
        ("dirk", "waterkant", "beheerder"),
        ("dirk", "gemeente", "burgerzaken"),
    ],
)
def test_alleen_eigen_mensen_bij_de_eigen_partij(wereld: Wereld, mens: str, deelname: str, functie: str):
    with pytest.raises(NietGevonden):
        meld_aan(wereld, "ina", mens, deelname, functie)


def test_niemand_beslist_over_wat_hij_zelf_vroeg_of_wat_hemzelf_aangaat(wereld: Wereld):
    """Hugo is also made autorisatiebeheerder: the database lets nobody be two pairs of eyes either."""
    tweede = meld_aan(wereld, "hugo", "hugo", "gemeente", "autorisatiebeheerder")
    doe(wereld, "gerda", VERLENEN, tweede)
    gevraagd = meld_aan(wereld, "hugo", "ivo", "gemeente", "convenantbeheerder")
    plekken = werkplekken(wereld.mensen["hugo"].account, wereld.convenant)
    plek = next(wie for wie in plekken if wie.functie == "autorisatiebeheerder")
    for daad in (VERLENEN, WEIGEREN):
        assert "Vraag een collega" in _als(plek, daad, gevraagd)
    over_gerda = meld_aan(wereld, "hugo", "gerda", "gemeente", "convenantbeheerder")
    assert "Vraag een collega" in uitslag(wereld, "gerda", VERLENEN, over_gerda)
    with wereld.als("gerda"):
        assert over_gerda not in [recht.id for recht in autorisaties.wacht().te_verlenen]
        assert daden.kan(over_gerda) == []


def _als(plek: Wie, daad: str, autorisatie: int) -> str:
    gegevens = {"van": VANDAAG, "tot": None} if daad == VERLENEN else {"reden": "Nee."}
    with binnen(plek):
        with pytest.raises(Ongeldig) as fout:
            daden.doe(daad, autorisatie, uuid4(), **gegevens)
        return fout.value.fouten[""]


@pytest.mark.eis("HEE-5.4")
def test_geen_derde_contactpersoon(wereld: Wereld):
    derde = meld_aan(wereld, "ina", "dirk", "linde", "contactpersoon")
    assert "al 2 mensen" in uitslag(wereld, "gerda", VERLENEN, derde)
    doe(wereld, "ina", INTREKKEN, wereld.autorisaties["bert"].pk)
    assert uitslag(wereld, "gerda", VERLENEN, derde) == ""
    assert functies(wereld, "dirk") == {"contactpersoon"}


@pytest.mark.eis("HEE-5.4")
def test_een_geschorste_contactpersoon_telt_mee(wereld: Wereld):
    doe(wereld, "gerda", SCHORSEN, wereld.autorisaties["bert"].pk)
    derde = meld_aan(wereld, "ina", "dirk", "linde", "contactpersoon")
    assert "al 2 mensen" in uitslag(wereld, "gerda", VERLENEN, derde)


@pytest.mark.eis("HEE-4")
def test_functies_die_niet_samengaan(wereld: Wereld):
    for mens, functie in (
        ("eva", "toezichthouder"),
        ("frits", "burgerzaken"),
        ("eva", "autorisatiebeheerder"),
    ):
        aanmelding = meld_aan(wereld, "hugo", mens, "gemeente", functie)
        assert "gaat niet samen met" in uitslag(wereld, "gerda", VERLENEN, aanmelding)


@pytest.mark.eis("HEE-3.5", "HEE-3.6")
@pytest.mark.parametrize(
    ("beheerder", "mens", "deelname", "functie", "eis"),
    [
        ("ina", "dirk", "linde", "beheerder", "HEE-3.5"),
        ("hugo", "ivo", "gemeente", "burgerzaken", "HEE-3.6"),
    ],
)
def test_niet_zonder_geheimhouding(
    wereld: Wereld, beheerder: str, mens: str, deelname: str, functie: str, eis: str
):
    Verklaring.objects.filter(medewerker=wereld.mensen[mens]).update(tot=VANDAAG)
    aanmelding = meld_aan(wereld, beheerder, mens, deelname, functie)
    assert eis in uitslag(wereld, "gerda", VERLENEN, aanmelding)
    with wereld.als("gerda"):
        assert [reden.eis for reden in daden.ontbreekt_aan(aanmelding)] == [eis]


@pytest.mark.eis("HEE-1.a", "HEE-OND", "HEE-7.1")
@pytest.mark.parametrize(
    ("neem_weg", "eis"),
    [
        (lambda d: d.verklaringen.filter(soort="zonder_winstoogmerk").update(tot=VANDAAG), "HEE-1.a"),
        (lambda d: type(d).objects.filter(pk=d.pk).update(getekend_op=None), "HEE-OND"),
    ],
)
def test_niet_zonder_wat_de_partij_moet(wereld: Wereld, aanmelding: int, neem_weg, eis: str):
    neem_weg(wereld.deelnames["linde"])
    assert eis in uitslag(wereld, "gerda", VERLENEN, aanmelding)


@pytest.mark.eis("HEE-7.1")
def test_niet_bij_een_partij_zonder_toegang(wereld: Wereld, aanmelding: int, als_eigenaar):
    with als_eigenaar():
        wereld.deelnames["linde"].toegang_ingetrokken_op = NU
        wereld.deelnames["linde"].save()
    assert "HEE-7.1" in uitslag(wereld, "gerda", VERLENEN, aanmelding)


def test_data_in_de_verkeerde_volgorde(wereld: Wereld, aanmelding: int):
    gisteren, morgen = VANDAAG - timedelta(days=1), VANDAAG + timedelta(days=1)
    assert "niet eerder" in uitslag(wereld, "gerda", VERLENEN, aanmelding, van=gisteren)
    assert "ligt voor de eerste" in uitslag(wereld, "gerda", VERLENEN, aanmelding, van=morgen, tot=morgen)
    assert stand(aanmelding) == (None, None, False, False)


def test_van_en_tot(wereld: Wereld, aanmelding: int):
    morgen, later = VANDAAG + timedelta(days=1), VANDAAG + timedelta(days=8)
    doe(wereld, "gerda", VERLENEN, aanmelding, van=morgen, tot=later)
    assert functies(wereld, "dirk") == set()
    for dagen, verwacht in ((1, {"beheerder"}), (7, {"beheerder"}), (8, set())):
        with stel_in(NU + timedelta(days=dagen)):
            assert functies(wereld, "dirk") == verwacht, dagen


def test_een_tweede_besluit_vindt_niets_meer(wereld: Wereld, aanmelding: int):
    with stel_in(NU + timedelta(minutes=1)):
        doe(wereld, "gerda", WEIGEREN, aanmelding)
    for daad in (VERLENEN, WEIGEREN):
        assert "al beslist" in uitslag(wereld, "gerda", daad, aanmelding)
    assert "al beslist" in uitslag(wereld, "ina", TERUGNEMEN, aanmelding)
    with wereld.als("ina"):
        _, gebeurd = autorisaties.een(aanmelding)
    assert (gebeurd[0].soort, gebeurd[0].reden) == ("geweigerd", "Omdat het moet.")


def test_teruggenomen(wereld: Wereld, aanmelding: int):
    assert uitslag(wereld, "jan", TERUGNEMEN, aanmelding) == "niet gevonden"
    doe(wereld, "ina", TERUGNEMEN, aanmelding)
    assert "al beslist" in uitslag(wereld, "gerda", VERLENEN, aanmelding)


@pytest.mark.eis("HEE-5.6", "HEE-5.5")
@pytest.mark.parametrize("wie", ["ina", "gerda"])
def test_beide_kanten_trekken_direct_in(wereld: Wereld, wie: str):
    anna = wereld.autorisaties["anna"].pk
    doe(wereld, wie, INTREKKEN, anna)
    assert functies(wereld, "anna") == set()
    assert "loopt niet" in uitslag(wereld, wie, INTREKKEN, anna)


@pytest.mark.parametrize("wie", ["ina", "gerda"])
def test_beide_kanten_schorsen_en_alleen_de_verlener_hervat(wereld: Wereld, wie: str):
    anna = wereld.autorisaties["anna"].pk
    doe(wereld, wie, SCHORSEN, anna)
    assert functies(wereld, "anna") == set()
    assert uitslag(wereld, "ina", HERVATTEN, anna) == "niet gevonden"
    doe(wereld, "gerda", HERVATTEN, anna)
    assert functies(wereld, "anna") == {"contactpersoon"}


@pytest.mark.eis("HEE-3.5")
def test_hervatten_kan_niet_zonder_wat_nodig_is(wereld: Wereld):
    anna = wereld.autorisaties["anna"].pk
    doe(wereld, "gerda", SCHORSEN, anna)
    Verklaring.objects.filter(medewerker=wereld.mensen["anna"]).update(tot=VANDAAG)
    assert "HEE-3.5" in uitslag(wereld, "gerda", HERVATTEN, anna)


@pytest.mark.parametrize("wie", ["carla", "jan", "eva", "frits", "hugo", "anna", "bert", "dirk"])
def test_wie_er_niet_over_gaat_vindt_niets(wereld: Wereld, wie: str):
    for daad in (INTREKKEN, SCHORSEN, HERVATTEN, BEVESTIGEN):
        assert uitslag(wereld, wie, daad, wereld.autorisaties["anna"].pk) == "niet gevonden"
    assert functies(wereld, "anna") == {"contactpersoon"}


@pytest.mark.parametrize("daad", [VERLENEN, INTREKKEN, SCHORSEN])
def test_hetzelfde_formulier_is_een_daad(wereld: Wereld, aanmelding: int, daad: str):
    welke = aanmelding if daad == VERLENEN else wereld.autorisaties["anna"].pk
    kenmerk = uuid4()
    for _ in range(3):
        doe(wereld, "gerda", daad, welke, kenmerk)
    with wereld.als("gerda"):
        _, gebeurd = autorisaties.een(welke)
    woord = {VERLENEN: "verleend", INTREKKEN: "ingetrokken", SCHORSEN: "geschorst"}[daad]
    assert [rij.soort for rij in gebeurd].count(woord) == 1


def test_een_oude_aanmelding_opnieuw_gestuurd_meldt_niemand_aan(wereld: Wereld):
    kenmerk = uuid4()
    aanmelding = meld_aan(wereld, "ina", "dirk", "linde", "beheerder", kenmerk)
    doe(wereld, "gerda", WEIGEREN, aanmelding)
    assert meld_aan(wereld, "ina", "dirk", "linde", "beheerder", kenmerk) == aanmelding
    assert Autorisatie.objects.filter(medewerker=wereld.mensen["dirk"]).count() == 1
    assert meld_aan(wereld, "ina", "dirk", "linde", "beheerder") != aanmelding


def test_de_laatste_beheerder_neemt_geen_afscheid_van_zichzelf(wereld: Wereld):
    ina = wereld.autorisaties["ina"].pk
    for daad in (INTREKKEN, SCHORSEN):
        assert "eerste_beheerder" in uitslag(wereld, "ina", daad, ina)
    tweede = meld_aan(wereld, "ina", "dirk", "linde", "beheerder")
    doe(wereld, "gerda", VERLENEN, tweede)
    doe(wereld, "ina", INTREKKEN, ina)
    assert functies(wereld, "ina") == set()
    assert "eerste_beheerder" in uitslag(wereld, "dirk", INTREKKEN, tweede)
    # Another can end it at once.
    doe(wereld, "gerda", INTREKKEN, tweede)
    assert functies(wereld, "dirk") == set()


def test_wie_blijft_telt_alleen_als_hij_nu_werkt(wereld: Wereld):
    """A second one who is suspended, or begins tomorrow, is nobody to leave it to."""
    ina = wereld.autorisaties["ina"].pk
    tweede = meld_aan(wereld, "ina", "dirk", "linde", "beheerder")
    doe(wereld, "gerda", VERLENEN, tweede, van=VANDAAG + timedelta(days=1))
    assert "eerste_beheerder" in uitslag(wereld, "ina", INTREKKEN, ina)


def test_stand_en_filter_zijn_hetzelfde(wereld: Wereld, aanmelding: int):
    """Every state, said by the row and by the filter."""
    doe(wereld, "gerda", SCHORSEN, wereld.autorisaties["anna"].pk)
    doe(wereld, "gerda", INTREKKEN, wereld.autorisaties["bert"].pk)
    doe(wereld, "gerda", WEIGEREN, aanmelding)
    meld_aan(wereld, "ina", "dirk", "linde", "contactpersoon")
    neem_aan(wereld, "hugo", "gemeente", "kees")
    morgen = meld_aan(wereld, "hugo", "kees", "gemeente", "burgerzaken")
    doe(wereld, "gerda", VERLENEN, morgen, van=VANDAAG + timedelta(days=1))
    with wereld.als("gerda"):
        rijen = list(kring.in_bereik())
        for stand_naam in autorisaties.STANDEN:
            gevonden = {rij.pk for rij in autorisaties.gekozen(autorisaties.Keuze(stand=stand_naam))}
            assert gevonden == {rij.pk for rij in rijen if autorisaties.stand_van(rij, VANDAAG) == stand_naam}
            assert gevonden, stand_naam
