"""Setting up at the screen: the checklist leads to each form, a form keeps what was typed, what stood there is shown."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from convenant.partijen.models import Deelname, InstellingWaarde, Partij, Verklaring
from tests.schermen.klant import titel
from tests.wereld import BEWAARTERMIJNEN, NU, Wereld

VANDAAG = f"{NU.date():%d-%m-%Y}"
MORGEN = "24-11-2026"


def adres(naam: str, *delen: Any) -> str:
    return reverse(naam, args=["heemstede", *delen])


def tekst(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def hugo(klant: Callable[[str], Client]) -> Client:
    return klant("hugo")


def test_een_convenant_dat_werkt(hugo: Client) -> None:
    pagina = tekst(hugo.get(adres("inrichting")))
    assert "Het convenant werkt" in pagina
    assert "Het is van kracht sinds 1 juni 2020." in pagina
    assert "Alles is ingevuld." in pagina
    assert "De Linde" in pagina
    assert "Bewaartermijn logboek" in pagina


@pytest.mark.eis("HEE-14")
def test_een_lege_instelling_houdt_alles_tegen_tot_zij_is_ingevuld(hugo: Client, wereld: Wereld) -> None:
    InstellingWaarde.objects.filter(naam="bewaartermijn_logboek").delete()
    pagina = tekst(hugo.get(adres("inrichting")))
    hier = adres("inrichting_instelling", "bewaartermijn_logboek")
    assert "Eén ding houdt alles tegen." in pagina
    assert hier in pagina
    assert "Nog niet ingevuld: hoe lang het logboek wordt bewaard." in pagina
    fout = hugo.post(hier, {"gezien": "null", "duur": "0", "eenheid": "jaren", "bron": "Archiefwet"})
    assert titel(fout).startswith("Fout: ")
    assert "Archiefwet" in tekst(fout)
    goed = hugo.post(hier, {"gezien": "null", "duur": "5", "eenheid": "jaren"}, follow=True)
    assert "De instelling is bewaard." in tekst(goed)
    assert "Het convenant werkt" in tekst(goed)
    assert InstellingWaarde.objects.get(naam="bewaartermijn_logboek").waarde == {
        "duur": 5,
        "eenheid": "jaren",
    }


INVOER: dict[str, tuple[dict[str, str], Any]] = {
    "maximum_bewoners": ({"waarde": "30"}, 30),
    "bewaartermijn_afwijking": (
        {"duur": "18", "eenheid": "maanden", "bron": "Wet"},
        {"duur": 18, "eenheid": "maanden", "bron": "Wet"},
    ),
}


@pytest.mark.eis("HEE-14", "HEE-3.3")
@pytest.mark.parametrize("naam", INVOER)
def test_een_instelling_wijzigen_en_terugzien_wat_er_stond(hugo: Client, naam: str) -> None:
    velden, waarde = INVOER[naam]
    hier = adres("inrichting_instelling", naam)
    gezien = hugo.get(hier).context["form"]["gezien"].value()
    hugo.post(hier, velden | {"gezien": gezien})
    assert InstellingWaarde.objects.get(naam=naam).waarde == waarde
    pagina = tekst(hugo.get(hier))
    assert "Geschiedenis" in pagina
    assert "Hugo" in pagina
    # The same form again, from another tab: somebody changed it since.
    dubbel = hugo.post(hier, {**velden, "waarde": "12", "duur": "7", "gezien": gezien})
    assert "Een collega heeft dit intussen veranderd." in tekst(dubbel)


@pytest.mark.eis("HEE-3.3")
def test_terug_naar_de_tekst(hugo: Client) -> None:
    hier = adres("inrichting_instelling", "maximum_bewoners")
    hugo.post(hier, {"waarde": "30", "gezien": "null"})
    assert "Terug naar de tekst" in tekst(hugo.get(hier))
    hugo.post(hier, {"waarde": "", "gezien": "30", "standaard": "ja"})
    assert not InstellingWaarde.objects.filter(naam="maximum_bewoners").exists()
    assert "20 (volgens de tekst)" in tekst(hugo.get(hier))


def test_een_verborgen_veld_waarmee_is_geknoeid(hugo: Client) -> None:
    hier = adres("inrichting_instelling", "maximum_bewoners")
    for gezien in ("{", "[[", ""):
        assert hugo.post(hier, {"waarde": "30", "gezien": gezien, "standaard": "ja"}).status_code in (
            200,
            302,
        )
    assert not InstellingWaarde.objects.filter(naam="maximum_bewoners").exists()


@pytest.mark.eis("HEE-PAR.2", "HEE-1.a")
def test_een_corporatie_van_aansluiten_tot_getekend(hugo: Client) -> None:
    nieuw = adres("inrichting_aansluiten")
    assert "Wij vonden geen partij" in tekst(hugo.post(nieuw, {"zoek": "Baken"}))
    assert titel(hugo.post(nieuw, {"zoek": "ba"})).startswith("Fout: ")
    nieuw += "?nieuw=ja"
    fout = hugo.post(nieuw, {"soort": "corporatie", "naam": "Het Baken", "kvk_nummer": "123"})
    assert "Een KvK-nummer heeft 8 cijfers." in tekst(fout)
    assert "Het Baken" in tekst(fout)
    goed = hugo.post(nieuw, {"soort": "corporatie", "naam": "Het Baken", "kvk_nummer": "12 34 56 78"})
    deelname = Deelname.objects.get(partij__naam="Het Baken")
    assert goed.url == adres("inrichting_partij", deelname.pk)
    pagina = tekst(hugo.get(goed.url))
    assert "Het Baken heeft nog niet getekend." in pagina
    assert "Het Baken heeft nog niet verklaard dat zij geen winstoogmerk heeft." in pagina
    assert "Zonder beheerder kan niemand van Het Baken worden aangemeld. Niemand heeft die functie." in pagina

    teken = adres("inrichting_ondertekening", deelname.pk)
    fout = hugo.post(teken, {"op": MORGEN, "naam": "B. Baak", "functie": "directeur"})
    assert "Deze dag moet nog komen." in tekst(fout)
    assert "B. Baak" in tekst(fout)
    hugo.post(teken, {"op": VANDAAG, "naam": "B. Baak", "functie": "directeur"})
    verklaar = adres("inrichting_verklaring", deelname.pk)
    velden = {
        "soort": "zonder_winstoogmerk",
        "van": VANDAAG,
        "tot_en_met": "31-12-2027",
        "versie": "brief 12",
    }
    hugo.post(verklaar, velden)
    assert Verklaring.objects.get(deelname=deelname).tot == date(2028, 1, 1)
    pagina = tekst(hugo.get(goed.url))
    assert "B. Baak, directeur" in pagina
    assert "31 december 2027" in pagina
    assert "brief 12" in pagina
    assert "nog niet verklaard" not in pagina
    assert "nog niet getekend" not in pagina

    einde = adres("inrichting_verklaring_einde", deelname.pk, Verklaring.objects.get(deelname=deelname).pk)
    assert "Waarom?" in tekst(hugo.get(einde))
    hugo.post(einde, {"per": VANDAAG, "reden": "Ingetrokken."})
    assert "nog niet verklaard dat zij geen winstoogmerk heeft" in tekst(hugo.get(goed.url))


@pytest.mark.eis("HEE-PAR.2")
def test_een_partij_die_er_al_is_wordt_gekozen(hugo: Client) -> None:
    elders = Partij.objects.create(naam="Het Baken", kvk_nummer="12345678")
    nieuw = adres("inrichting_aansluiten")
    assert f"{nieuw}?partij={elders.pk}" in tekst(hugo.post(nieuw, {"zoek": "12345678"}))
    keuze = hugo.get(nieuw, {"partij": elders.pk})
    assert "Het Baken aansluiten" in tekst(keuze)
    assert "KvK-nummer 12345678" in tekst(keuze)
    assert 'name="naam"' not in tekst(keuze)
    hugo.post(f"{nieuw}?partij={elders.pk}", {"soort": "corporatie"})
    assert Deelname.objects.get(partij=elders).soort == "corporatie"
    weer = hugo.post(f"{nieuw}?partij={elders.pk}", {"soort": "corporatie"})
    assert "Het Baken doet al mee als corporatie." in tekst(weer)
    for onzin in ("0", "9" * 30, "x", "-1"):
        assert hugo.get(nieuw, {"partij": onzin}).status_code == 404


@pytest.mark.eis("HEE-PAR.1")
def test_de_ondertekening_verbeteren(hugo: Client, wereld: Wereld) -> None:
    linde = wereld.deelnames["linde"].pk
    teken = adres("inrichting_ondertekening", linde)
    assert "Waarom verbetert u dit?" in tekst(hugo.get(teken))
    velden = {"op": "02-06-2020", "naam": "L. Linde", "functie": "bestuurder"}
    assert Deelname.objects.get(pk=linde).getekend_op == date(2020, 6, 1)
    assert titel(hugo.post(teken, velden)).startswith("Fout: ")
    hugo.post(teken, velden | {"reden": "Verkeerd overgenomen."})
    assert Deelname.objects.get(pk=linde).ondertekenaar == "L. Linde"
    pagina = tekst(hugo.get(adres("inrichting_geschiedenis")))
    assert "Reden: Verkeerd overgenomen." in pagina
    assert "02-06-2020, L. Linde, bestuurder" in pagina


@pytest.mark.eis("HEE-15")
def test_de_ingang(hugo: Client, wereld: Wereld) -> None:
    hugo.post(adres("inrichting_ingang"), {"dag": MORGEN, "reden": "Volgens het nieuwe besluit."})
    wereld.convenant.refresh_from_db()
    assert wereld.convenant.ingang == date(2026, 11, 24)
    # The door closes for who exchanges, not for who sets up.
    pagina = tekst(hugo.get(adres("inrichting")))
    assert "Het convenant gaat pas in op 24-11-2026." in pagina


def test_onbekende_namen_zijn_er_niet(hugo: Client) -> None:
    assert hugo.get(adres("inrichting_instelling", "onbekend")).status_code == 404
    assert hugo.get(adres("inrichting_geschiedenis"), {"bladzijde": "²"}).status_code == 200
    assert hugo.get(adres("inrichting_geschiedenis"), {"bladzijde": "99"}).status_code == 200


def test_het_aantal_vragen_aan_de_database(
    hugo: Client, wereld: Wereld, django_assert_max_num_queries: Any
) -> None:
    """It grows with the parties (their settings, what they declared), not with settings or people."""
    assert len(BEWAARTERMIJNEN) == 4
    hugo.get(adres("inrichting"))
    with django_assert_max_num_queries(32):
        hugo.get(adres("inrichting"))
    with django_assert_max_num_queries(20):
        hugo.get(adres("inrichting_instelling", "maximum_bewoners"))
