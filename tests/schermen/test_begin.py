"""Where work begins: what one can do, what happened today; each number is the length of the list behind it."""

import html
import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from brpinzage import afwijkingen, handelingen
from brpinzage.afwijkingen import Bevinding
from convenant.brp.adres import Adres
from convenant.poort import poort, toewijzen
from convenant.poort.handeling import Geweigerd
from convenant.tijd import stel_in
from tests.schermen.klant import Formulieren
from tests.wereld import KADE_3, LINDELAAN_12, LINDELAAN_14A, NU, Wereld

Klant = Callable[[str], Client]
CIJFER = re.compile(r'href="([^"]+)"><span class="app-kpi__label">.*?app-kpi__value">(\d+)<', re.DOTALL)
MENU = re.compile(r'denhaag-side-navigation__link-label">(?:<svg.*?</svg>)?\s*([^<]+?)\s*</span>', re.DOTALL)


def tekst(client: Client, pad: str = "/heemstede/") -> str:
    return client.get(pad).content.decode()


@pytest.mark.eis("HEE-4")
def test_elk_cijfer_is_de_lengte_van_de_lijst_erachter(klant: Klant, wereld: Wereld) -> None:
    with stel_in(NU - timedelta(days=3)), wereld.als("carla"), pytest.raises(Geweigerd):
        handelingen.toets_adres(LINDELAAN_12)
    nummers = [wereld.raadpleeg("anna", adres) for adres in (LINDELAAN_12, LINDELAAN_14A)]
    with pytest.raises(Geweigerd):
        wereld.raadpleeg("anna", KADE_3)
    klant("anna").get(f"/heemstede/raadpleging/{nummers[0]}/")
    frits = klant("frits")
    cijfers = CIJFER.findall(tekst(frits))
    assert [int(aantal) for _, aantal in cijfers] == [0, 0, 0, 2, 1, 1, 2]
    _lijsten_zijn_zo_lang(frits, cijfers)


@pytest.mark.eis("HEE-2.6")
def test_elk_cijfer_over_zaken_is_de_lengte_van_de_lijst_erachter(klant: Klant, wereld: Wereld) -> None:
    zaken = [bevind(wereld, adres) for adres in (LINDELAAN_12, LINDELAAN_14A)]
    with wereld.als("anna"):
        afwijkingen.meld(zaken[0], "anders", "Onbekend.", uuid4())
        toewijzen.wijs_toe(zaken[1], wereld.mensen["anna"].pk, None)
    anna = klant("anna")
    cijfers = CIJFER.findall(tekst(anna))
    assert [int(aantal) for _, aantal in cijfers] == [1, 1, 1]  # to us, mine, with another
    _lijsten_zijn_zo_lang(anna, cijfers)


def _lijsten_zijn_zo_lang(client: Client, cijfers: list[tuple[str, str]]) -> None:
    for url, aantal in cijfers:
        regels = tekst(client, html.unescape(url)).count('<th scope="row"')
        assert regels == int(aantal), url


def bevind(wereld: Wereld, adres: Adres) -> int:
    """A deviation that anna keeps."""
    ontvangst = wereld.raadpleeg("anna", adres)
    with wereld.als("anna"):
        namen = poort.lees(ontvangst).waarde("naam_bewoner")
        return afwijkingen.wijkt_af(ontvangst, Bevinding(["mist"] * len(namen), "anders", "Onbekend."))


def test_de_cijfers_zien_is_een_regel(klant: Klant, wereld: Wereld) -> None:
    frits = klant("frits")
    tekst(frits)
    regels = re.findall(
        r'<td role="cell" data-label="Handeling"[^>]*><div>([^<]+)', tekst(frits, "/heemstede/logboek/")
    )
    assert regels[:3] == ["Logboek lezen", "Werklijst zien", "Uittreksel laden"], "one line per look"


@pytest.mark.eis("HEE-11.1")
def test_burgerzaken_ziet_een_oud_uittreksel(klant: Klant, wereld: Wereld) -> None:
    eva = klant("eva")
    assert "te oud" not in tekst(eva)
    assert "4 op adressen van corporaties" in tekst(eva)
    with stel_in(NU + timedelta(days=60)):
        assert "Het uittreksel is te oud" in tekst(klant("eva"))


def test_de_eigen_dag_van_een_contactpersoon(klant: Klant, wereld: Wereld) -> None:
    anna = klant("anna")
    assert "Vandaag is er nog niets geraadpleegd." in tekst(anna)
    wereld.raadpleeg("anna", LINDELAAN_12)
    assert "Lindelaan 12, 2101 AB Heemstede" in tekst(anna)
    assert "Lindelaan" not in tekst(klant("carla"))
    with stel_in(NU + timedelta(days=1)):
        assert "Lindelaan" not in tekst(klant("anna"))


@pytest.mark.eis("HEE-7.1")
def test_wiens_organisatie_geen_toegang_meer_heeft(klant: Klant, wereld: Wereld, als_eigenaar) -> None:
    """The begin stays a page and says why; a raadpleging is refused with the same article."""
    wereld.raadpleeg("anna", LINDELAAN_12)
    linde = wereld.deelnames["linde"]
    linde.toegang_ingetrokken_op = NU
    with als_eigenaar():
        linde.save()
    anna = klant("anna")
    begin = anna.get("/heemstede/")
    assert begin.status_code == 200
    assert "U kunt nu niets raadplegen" in begin.content.decode()
    assert "artikel 7.1" in begin.content.decode()
    assert "Lindelaan" not in begin.content.decode()
    weigering = anna.get("/heemstede/raadplegen/nieuw/")
    assert weigering.status_code == 403
    assert "artikel 7.1" in weigering.content.decode()


def test_wie_niets_kan_leest_waarom(klant: Klant) -> None:
    assert "U hebt nog geen autorisatie" in tekst(klant("dirk"))


def test_het_menu_begint_met_begin_en_eindigt_met_het_logboek(klant: Klant) -> None:
    items = [naam for naam in MENU.findall(tekst(klant("anna"))) if naam not in ("Uw account", "Uitloggen")]
    assert (items[:2], items[-1]) == (["Begin", "Raadplegen"], "Logboek")
    assert "Zaken" in items


def test_de_stappen_van_een_raadpleging_hebben_elk_een_titel(klant: Klant) -> None:
    formulieren = Formulieren(klant("anna"))
    html_van_adres = tekst(formulieren.client, formulieren.url("adres"))
    assert "<title>Stap 1 van 4: Adres - Raadplegen | Convenant</title>" in html_van_adres
