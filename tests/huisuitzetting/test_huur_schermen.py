"""The screens of arrears: the list by what is due, one tenancy, its forms, and a file from choice to done."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from huisuitzetting.achterstand import huren
from huisuitzetting.models import Huurovereenkomst
from tests.huisuitzetting import vera
from tests.huisuitzetting.huur import ANDER, HUUR, MELDER, REGELING_GETYPT, leg_vast, maak_csv, regel
from tests.schermen.klant import log_in
from tests.wereld import Wereld


@pytest.fixture
def melder(haarlem: Wereld) -> Client:
    return log_in(haarlem, MELDER)


@pytest.fixture
def ander(haarlem: Wereld) -> Client:
    return log_in(haarlem, ANDER)


def adres(naam: str, *delen: object) -> str:
    return reverse(naam, args=["haarlem", *delen])


def tekst(client: Client, waar: str) -> str:
    antwoord = client.get(waar)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def test_de_lijst_toont_eerst_wat_eerst_moet_en_niets_van_een_ander(
    haarlem: Wereld, melder: Client, ander: Client
) -> None:
    leg_vast(haarlem, contractnummer="H-1", naam="Later Aan de Beurt")
    leg_vast(haarlem, contractnummer="H-2", naam="Eerst Aan de Beurt", achterstand_sinds=date(2026, 10, 1))
    leg_vast(haarlem, ANDER, naam="Iemand Anders")
    pagina = tekst(melder, adres("huren"))
    assert pagina.index("Eerst Aan de Beurt") < pagina.index("Later Aan de Beurt")
    assert "Iemand Anders" not in pagina
    assert "Te laat" in pagina
    assert [(titel, aantal) for titel, _, aantal, _ in melder.get(adres("huren")).context["tabs"]] == [
        ("Te laat", 1),
        ("Contact zoeken", 2),
        ("Brief versturen", 0),
        ("Melden", 0),
        ("Sluiten", 0),
        ("Alles", 2),
    ]
    te_laat = tekst(melder, adres("huren") + "?wat=te-laat")
    assert "Eerst Aan de Beurt" in te_laat
    assert "Later Aan de Beurt" not in te_laat
    van_ander = tekst(ander, adres("huren"))
    assert "Iemand Anders" in van_ander
    assert "Aan de Beurt" not in van_ander


def test_bladeren_en_zoeken_zonder_persoonsgegeven_in_het_adres(haarlem: Wereld, melder: Client) -> None:
    for nummer in range(52):
        leg_vast(haarlem, contractnummer=f"H-{nummer}", naam=f"Huurder {nummer:02}", huisnummer=nummer + 1)
    eerste = tekst(melder, adres("huren"))
    assert "Huurder 49" in eerste
    assert "Huurder 50" not in eerste
    volgende = melder.get(adres("huren")).context["volgende"]
    tweede = tekst(melder, adres("huren") + volgende)
    assert "Huurder 51" in tweede
    assert "Huurder 49" not in tweede
    antwoord = melder.post(adres("huren"), {"wat": "2012 ab 7"})
    assert antwoord["Location"] == adres("huren")
    gevonden = tekst(melder, adres("huren"))
    assert "Huurder 06" in gevonden
    assert "Huurder 07" not in gevonden
    melder.post(adres("huren"), {"wat": "", "wis": "ja"})
    assert "Huurder 07" in tekst(melder, adres("huren"))


def test_lijst_en_huur_doen_even_veel_vragen_aan_de_database(
    haarlem: Wereld, melder: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    huur = [leg_vast(haarlem, contractnummer=f"H-{nummer}") for nummer in range(30)][0]
    melder.get(adres("huren"))
    with django_assert_max_num_queries(22):
        melder.get(adres("huren"))
    with django_assert_max_num_queries(22):
        melder.get(adres("huur", huur))


@pytest.mark.eis("HAA-3.1", "HAA-B4.1", "HAA-B2.1")
def test_van_contact_tot_brief(haarlem: Wereld, melder: Client) -> None:
    huur = leg_vast(haarlem, schuld=Decimal(1100))
    formulier = melder.get(adres("huur_contact", huur)).context["form"]
    keuze = {"wijze": "huisbezoek", "uitkomst": "niet_bereikt_sdv", "kenmerk": formulier["kenmerk"].value()}
    for _ in range(2):
        assert melder.post(adres("huur_contact", huur), keuze)["Location"] == adres("huur", huur)
    pagina = tekst(melder, adres("huur", huur))
    assert pagina.count("Huisbezoek</strong>") == 1
    assert "Herinneringsbrief versturen" in pagina
    onvolledig = melder.post(
        adres("huur_brief", huur),
        {"verstuurd_op": "23-11-2026", "sjabloon": "A", "onderdelen": ["delen_met_swt"]},
    )
    assert "Alle vier moeten in de brief staan" in onvolledig.content.decode()
    vier = ["delen_met_swt", "welke_gegevens", "doel_van_delen", "reactie_swt_te_verwachten"]
    melder.post(
        adres("huur_brief", huur), {"verstuurd_op": "23-11-2026", "sjabloon": "A 2026", "onderdelen": vier}
    )
    pagina = tekst(melder, adres("huur", huur))
    assert "A 2026" in pagina
    assert "Melden bij het wijkteam" in pagina
    with haarlem.als(MELDER):
        rij = huren.geef(huur)
        assert rij.zaak
    zaak = tekst(melder, adres("zaak", rij.zaak.pk))
    assert "staat in de brief" in zaak
    assert melder.get(adres("zaak_huur", rij.zaak.pk))["Location"] == adres("huur", huur)


@pytest.mark.eis("HAA-B2.1")
def test_de_brief_noemt_de_vier_onderdelen(haarlem: Wereld, melder: Client, ander: Client) -> None:
    huur = leg_vast(haarlem)
    inhoud = melder.get(adres("huur_brief_pdf", huur))
    assert inhoud["Content-Type"] == "application/pdf"
    assert inhoud.content.startswith(b"%PDF")
    with haarlem.als(MELDER):
        brief = render_to_string("huisuitzetting/herinneringsbrief.html", {"huur": huren.geef(huur)})
    for stuk in ("geven wij gegevens over u door", "Uw naam, adres", "schuld niet groter", "daarna contact"):
        assert stuk in brief
    assert HUUR.naam in brief
    assert ander.get(adres("huur_brief_pdf", huur)).status_code == 404


def test_met_de_hand_en_aanpassen(haarlem: Wereld, melder: Client) -> None:
    getypt = {
        naam: f"{waarde:%d-%m-%Y}" if isinstance(waarde, date) else str(waarde)
        for naam, waarde in vars(HUUR).items()
        if waarde is not None
    } | {"schuld": "700,50"}
    fout = melder.post(adres("huur_nieuw"), getypt | {"geboortedatum": "01-01-1901"})
    assert "ouder dan 120" in fout.content.decode()
    antwoord = melder.post(adres("huur_nieuw"), getypt)
    with haarlem.als(MELDER):
        rij = Huurovereenkomst.objects.get()
    assert rij.schuld == Decimal("700.50")
    assert antwoord["Location"] == adres("huur", rij.pk)
    melder.post(adres("huur_aanpassen", rij.pk), getypt | {"bezwaar_doorgeven": "on"})
    with haarlem.als(MELDER):
        assert huren.geef(rij.pk).bezwaar_doorgeven
    melder.post(adres("huur_regeling", rij.pk), {"stand": "loopt", **REGELING_GETYPT})
    assert "loopt en wordt nagekomen" in tekst(melder, adres("huur", rij.pk))


@pytest.mark.eis("HAA-1.3")
def test_een_weigering_noemt_het_artikel(haarlem: Wereld, melder: Client) -> None:
    huur = leg_vast(haarlem, alleen_strafbaar_feit=True)
    antwoord = melder.post(adres("huur_contact", huur), {"wijze": "brief", "uitkomst": "niet_bereikt"})
    assert "artikel 1.3" in antwoord.content.decode()


def test_een_bestand_van_kiezen_tot_verwerken(haarlem: Wereld, melder: Client, ander: Client) -> None:
    bestand = maak_csv(regel(), regel(contractnummer="H-2", schuld="-1")).getvalue()
    leeg = melder.post(
        adres("huren_inlezen"), {"bestand": SimpleUploadedFile("x.csv", b"naam\n"), "manier": "heel"}
    )
    assert "Het bestand heeft 13 fouten." in leeg.content.decode()
    assert leeg.content.decode().count("Deze kolom ontbreekt.") == 13
    antwoord = melder.post(
        adres("huren_inlezen"), {"bestand": SimpleUploadedFile("x.csv", bestand), "manier": "heel"}
    )
    kaart = tekst(melder, antwoord["Location"])
    assert "Rijen met een fout" in kaart
    assert "onder 0" in kaart
    assert ander.get(antwoord["Location"]).status_code == 302
    assert ander.post(antwoord["Location"], {"keuze": "goede_rijen"}).status_code == 302
    assert "wacht op u" in tekst(melder, adres("huren"))
    melder.post(antwoord["Location"], {"keuze": "verwerk"})
    with haarlem.als(MELDER):
        assert not Huurovereenkomst.objects.exists()
    melder.post(antwoord["Location"], {"keuze": "goede_rijen"})
    with haarlem.als(MELDER):
        assert [huur.contractnummer for huur in Huurovereenkomst.objects.all()] == ["H-1001"]
    assert melder.get(antwoord["Location"])["Location"] == adres("huren")


def test_een_bestand_van_vera_noemt_wat_niet_meeging_en_bij_welk_contract_een_fout_hoort(
    haarlem: Wereld, melder: Client
) -> None:
    inhoud = vera.bestand(
        overeenkomsten=[
            vera.overeenkomst(),
            vera.overeenkomst("H-2", relaties=[]),
            vera.overeenkomst("H-3", status=vera.code("BEE")),
        ],
        boekingen=[vera.boeking(), vera.boeking(nummer="H-2"), vera.boeking(nummer="H-9")],
    )
    keuze = {"bestand": SimpleUploadedFile("x.json", inhoud.getvalue()), "manier": "heel"}
    kaart = tekst(melder, melder.post(adres("huren_inlezen"), keuze)["Location"])
    assert "1 overeenkomst: geen lopende huur" in kaart
    assert "H-2: Er is geen huurder" in kaart
    assert "Open boekingen zonder overeenkomst in dit bestand: 1." in kaart
    assert "hele bestand" in kaart
    kapot = melder.post(
        adres("huren_inlezen"),
        {"bestand": SimpleUploadedFile("x.json", b'{"boekingen": ['), "manier": "heel"},
    )
    assert "geen goede JSON" in kapot.content.decode()


@pytest.mark.eis("HAA-PAR.2")
@pytest.mark.parametrize("naam", ["huur", "huur_aanpassen", "huur_contact", "huur_brief", "huur_regeling"])
def test_van_een_ander_is_niets_te_openen(haarlem: Wereld, ander: Client, naam: str) -> None:
    huur = leg_vast(haarlem)
    assert ander.get(adres(naam, huur)).content == ander.get(adres(naam, 987654)).content
    assert ander.get(adres(naam, huur)).status_code == 404


@pytest.mark.parametrize(
    "wie", ["gemeente/swt", "gemeente/sdv", "corporatie/manager", "gemeente/beleidsadviseur"]
)
def test_wie_geen_melder_is_ziet_de_lijst_niet(haarlem: Wereld, wie: str) -> None:
    assert log_in(haarlem, wie).get(adres("huren")).status_code == 403


@pytest.mark.eis("HAA-2.1")
def test_een_zaak_zonder_schuld_wordt_gesloten(haarlem: Wereld, melder: Client) -> None:
    huur = leg_vast(haarlem)
    melder.post(adres("huur_contact", huur), {"wijze": "brief", "uitkomst": "niet_bereikt_sdv"})
    with haarlem.als(MELDER):
        rij = huren.geef(huur)
        assert rij.zaak
        huren.leg_vast(replace(HUUR, schuld=Decimal(0), achterstand_sinds=None), huur)
    assert "Zaak sluiten: de schuld is weg" in tekst(melder, adres("huren") + "?wat=sluiten")
    sluiten = adres("zaakhandeling", rij.zaak.pk, "zaak_sluiten")
    assert "Zaak sluiten" in tekst(melder, adres("zaak", rij.zaak.pk))
    assert "Maak een keuze" in melder.post(sluiten, {}).content.decode()
    assert melder.post(sluiten, {"reden": "betaald"})["Location"] == adres("zaak", rij.zaak.pk)
    assert "Zaak sluiten: de schuld is weg" not in tekst(melder, adres("huren"))
