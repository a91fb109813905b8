"""What somebody types that cannot be right: a sentence, nothing typed is lost, and the database is as it was."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.schermen.klant import ADRES, DOEL, IDENTITEIT, Formulieren, titel

Klant = Callable[[str], Client]


ADRESSEN = [
    ({"postcode": "0123 AB"}, "Deze postcode klopt niet"),
    ({"postcode": "12345"}, "Deze postcode klopt niet"),
    ({"postcode": "2101 A"}, "Deze postcode klopt niet"),
    ({"postcode": "２１０１ AB"}, "Deze postcode klopt niet"),
    ({"postcode": "2101\x00AB"}, "Typ de tekst opnieuw"),
    ({"postcode": ""}, "Vul ‘Postcode’ in."),
    ({"huisnummer": "12a"}, "Dit huisnummer klopt niet"),
    ({"huisnummer": "0"}, "Dit huisnummer klopt niet"),
    ({"huisnummer": "-1"}, "Dit huisnummer klopt niet"),
    ({"huisnummer": "999999"}, "Dit huisnummer klopt niet"),
    ({"huisnummer": "٣"}, "Dit huisnummer klopt niet"),
    ({"huisnummer": "1" * 1_000_000}, "‘Huisnummer’ is te lang"),
    ({"huisletter": "AB"}, "Deze huisletter klopt niet"),
    ({"huisletter": "é"}, "Deze huisletter klopt niet"),
    ({"huisnummertoevoeging": "123456789"}, "Deze toevoeging klopt niet"),
]


def test_een_adres_dat_niet_kan_kloppen(klant: Klant, onveranderd) -> None:
    formulieren = Formulieren(klant("anna"))
    with onveranderd():
        for velden, zin in ADRESSEN:
            response = formulieren.stuur("adres", ADRES | velden)
            html = response.content.decode()
            assert response.status_code == 200
            assert titel(response).startswith("Fout: "), zin
            assert zin in html, velden
            behouden = "huisnummer" if "postcode" in velden else "postcode"
            assert f'value="{ADRES[behouden]}"' in html


def test_een_postcode_zoals_mensen_die_typen(klant: Klant) -> None:
    anna = klant("anna")
    for postcode in ("2101ab", "2101 ab", " 2101AB "):
        formulieren = Formulieren(anna)
        assert formulieren.stuur("adres", ADRES, postcode=postcode).url == formulieren.url("doel")


@pytest.mark.eis("HEE-2.3")
@pytest.mark.parametrize(
    "velden",
    [{"huisnummer": "99999"}, {"huisnummertoevoeging": "🏠"}, {"postcode": "2102 CD", "huisnummer": "3"}],
)
def test_een_adres_dat_niet_van_ons_is(klant: Klant, onveranderd, velden: dict[str, str]) -> None:
    """A strange address and that of the other corporatie: the same refusal with its article."""
    formulieren = Formulieren(klant("anna"))
    with onveranderd(weigeringen=1):
        response = formulieren.stuur("adres", ADRES | velden)
    assert "artikel 2.3" in response.content.decode()


@pytest.mark.parametrize(
    ("noodzaak", "zin"),
    [
        ("x" * 1_000_000, "is te lang. Gebruik niet meer dan 1000 tekens."),
        ("naam\x00", "Typ de tekst opnieuw"),
        (" \n\t ", "Vul ‘Waarom zijn de gegevens hiervoor nodig?’ in."),
    ],
)
def test_een_noodzaak_die_niet_kan(klant: Klant, onveranderd, noodzaak: str, zin: str) -> None:
    formulieren = Formulieren(klant("anna"))
    formulieren.stuur("adres", ADRES)
    with onveranderd():
        response = formulieren.stuur("doel", DOEL, noodzaak=noodzaak)
    assert titel(response).startswith("Fout: ")
    assert zin in response.content.decode()
    assert 'value="bestandskwaliteit"' in response.content.decode()


def test_elke_tekst_komt_heel_in_het_logboek(klant: Klant) -> None:
    tekst = "Kind 👨‍👩‍👧 van ‏يوسف‏ <b>&amp; ’Öz"
    formulieren = Formulieren(klant("anna"))
    formulieren.stuur("adres", ADRES)
    formulieren.stuur("doel", DOEL, noodzaak=tekst)
    formulieren.stuur("identiteit", IDENTITEIT)
    assert formulieren.stuur("controle").status_code == 302
    html = klant("frits").get("/heemstede/logboek/").content.decode()
    assert "Kind 👨‍👩‍👧 van ‏يوسف‏ &lt;b&gt;&amp;amp; ’Öz" in html


def test_een_doel_dat_niet_op_de_lijst_staat(klant: Klant, onveranderd) -> None:
    formulieren = Formulieren(klant("anna"))
    formulieren.stuur("adres", ADRES)
    with onveranderd():
        assert "Kies opnieuw uit de lijst" in formulieren.stuur("doel", DOEL, doel="incasso").content.decode()


DATA = [
    ("24-11-2026", "artikel 3.7", 1),
    ("31-02-2026", "Deze datum bestaat niet", 0),
    ("20-11-0001", "Dit jaar kan niet kloppen", 0),
    ("gisteren", "Vul de datum in als dag-maand-jaar", 0),
    ("2026-11-20", "Vul de datum in als dag-maand-jaar", 0),
    ("", "Vul de datum in waarop u de identiteit hebt vastgesteld.", 0),
]


def test_een_datum_die_niet_kan(klant: Klant, onveranderd) -> None:
    formulieren = Formulieren(klant("anna"))
    formulieren.stuur("adres", ADRES)
    formulieren.stuur("doel", DOEL)
    for datum, zin, weigeringen in DATA:
        with onveranderd(weigeringen=weigeringen):
            response = formulieren.stuur("identiteit", IDENTITEIT, datum=datum)
        assert titel(response).startswith("Fout: "), datum
        assert zin in response.content.decode(), datum
        assert 'value="R. Vink"' in response.content.decode()


VRAGEN = [
    "voor=abc",
    "voor=-1",
    "voor=" + "9" * 40,
    "vanaf=31-02-2026",
    "vanaf=01-01-0001",
    "tot_en_met=31-12-9999",
    "vanaf=%00",
    "uitkomst=misschien",
    "handeling=';drop",
]


def test_een_vraag_aan_het_logboek_die_niet_kan(klant: Klant, onveranderd) -> None:
    frits = klant("frits")
    with onveranderd():
        for vraag in VRAGEN:
            response = frits.get(f"/heemstede/logboek/?{vraag}")
            assert response.status_code == 200
            assert titel(response) == "Fout: Logboek | Convenant", vraag


# --- too large, and off the premises ----------------------------------------------------------------------------------


def test_te_veel_in_een_formulier(klant: Klant, onveranderd) -> None:
    formulieren = Formulieren(klant("anna"))
    with onveranderd():
        response = formulieren.stuur("adres", ADRES, postcode="x" * 3_000_000)
    assert response.status_code == 413
    assert titel(response) == "Dit bestand is te groot | Convenant"


def test_veel_te_veel_wordt_niet_eens_gelezen(klant: Klant, onveranderd) -> None:
    eva = klant("eva")
    with onveranderd():
        response = eva.post("/heemstede/uittreksel/nieuw/", {}, CONTENT_LENGTH=str(10**10))
    assert response.status_code == 413


@pytest.mark.parametrize(
    "doel", ["https://kwaad.voorbeeld/", "//kwaad.voorbeeld", "/\\kwaad.voorbeeld", "javascript:x"]
)
def test_inloggen_stuurt_niemand_naar_buiten(klant: Klant, doel: str) -> None:
    inloggen = {"login": "anna@voorbeeld.nl", "password": "wachtwoord-van-niemand", "next": doel}
    assert klant("").post("/account/login/", inloggen).url == "/"


def test_een_naam_die_geen_convenant_kan_zijn(klant: Klant) -> None:
    for pad in ("/heem stede/", "/%00/", "/heemstede/raadpleging/1/", f"/{'x' * 5000}/"):
        assert klant("anna").get(pad).status_code == 404
