"""The screens of what goes on around the exchange, as a browser sends them: forms, refusals, banners, start pages."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from brpinzage import beveiliging, handreiking, onderhoud, rondom
from brpinzage.onderhoud import Aankondigen
from convenant.tijd import stel_in
from tests.brpinzage.test_handreiking import raadpleging
from tests.brpinzage.test_tekortkoming import ingetrokken, open_tekortkoming, overleg
from tests.schermen.test_begin import CIJFER
from tests.schermen.test_vragen import hoogstens, vragen
from tests.wereld import KADE_3, LINDELAAN_12, NU, Wereld

Klant = Callable[[str], Client]
UUR = timedelta(hours=1)


def nieuw(handeling: str) -> str:
    return f"/heemstede/zaken/nieuw/{handeling}/"


def tekst(client: Client, pad: str = "/heemstede/") -> str:
    return client.get(pad).content.decode()


def stuur(client: Client, pad: str, **velden: object) -> str:
    """Send a form and follow it; what stands on the page after it."""
    return client.post(pad, velden, follow=True).content.decode()


VORMEN = {
    ("anna", "ondersteuning_vragen"): {"soort": "technisch", "vraag": "De knop doet niets."},
    ("anna", "doorgifte_vragen"): {"ontvanger": "Bureau Zon", "doel": "Onderzoek.", "gegevens": "Namen."},
    ("anna", "beveiligingsprobleem_melden"): {
        "onderdeel": "inloggen",
        "wat": "Ik kwam er zo in.",
        "datum": "23-11-2026",
        "tijd": "09:15",
    },
    ("ina", "overmacht_melden"): {"wat": "Brand.", "sinds": "22-11-2026"},
    ("frits", "controle_openen"): {"vraag": "Wie?", "stukken": "", "antwoord_voor": "27-11-2026"},
    ("hugo", "tekortkoming_openen"): {"lid": "6.1", "feiten": "Een lijst.", "gebleken_op": "20-11-2026"},
}
MET_CORPORATIE = ("controle_openen", "tekortkoming_openen")


@pytest.mark.parametrize(("wie", "handeling"), VORMEN)
def test_versturen_en_een_leeg_veld_verliest_niets(klant: Klant, wereld: Wereld, wie: str, handeling: str):
    client, velden = klant(wie), dict(VORMEN[wie, handeling])
    if handeling in MET_CORPORATIE:
        velden["corporatie"] = str(wereld.deelnames["linde"].pk)
    verplicht = next(naam for naam in velden if naam not in ("stukken", "corporatie"))
    antwoord = client.post(nieuw(handeling), velden | {verplicht: ""})
    assert "<title>Fout: " in antwoord.content.decode()
    for waarde in (waarde for naam, waarde in velden.items() if naam != verplicht and waarde):
        assert str(waarde) in antwoord.content.decode()
    gedaan = client.post(nieuw(handeling), velden)
    assert gedaan.status_code == 302
    assert re.fullmatch(r"/heemstede/zaken/\d+/", gedaan["Location"])
    zaak = tekst(client, gedaan["Location"])
    for waarde in (w for w in velden.values() if w and w not in ("technisch", "inloggen", "6.1")):
        if not re.match(r"\d", str(waarde)):
            assert str(waarde) in zaak


@pytest.mark.eis("HEE-6.2")
def test_melden_staat_op_elke_pagina_van_een_corporatie(klant: Klant, wereld: Wereld):
    pad = reverse("beveiligingsprobleem", args=["heemstede"])
    for wie, staat in (("anna", True), ("ina", True), ("eva", False), ("frits", False), ("dirk", False)):
        client = klant(wie)
        for pagina in ("/heemstede/", "/heemstede/onderhoud/", "/heemstede/zaken/"):
            antwoord = client.get(pagina)
            assert (f'href="{pad}"' in antwoord.content.decode()) is staat, f"{wie} {pagina}"
    assert "Beveiligingsprobleem melden" in tekst(klant("anna"), pad)


@pytest.mark.eis("HEE-6.2")
def test_de_tijd_tussen_zien_en_melden_staat_bij_de_zaak(klant: Klant, wereld: Wereld):
    stuur(
        klant("anna"),
        reverse("beveiligingsprobleem", args=["heemstede"]),
        onderdeel="inloggen",
        wat="Ik kwam er zo in.",
        datum="23-11-2026",
        tijd="09:15",
    )
    lijst = tekst(klant("hugo"), "/heemstede/zaken/")
    assert "Inloggen, gemeld 1 uur, 15 minuten na constatering" in lijst
    zaak = re.search(r"/heemstede/zaken/\d+/", lijst.split("Inloggen, gemeld")[0][-400:])
    assert zaak
    assert "23 november 2026, 09:15 uur" in tekst(klant("hugo"), zaak[0])


@pytest.mark.eis("HEE-6.2")
def test_een_moment_in_de_toekomst_komt_terug_bij_het_veld(klant: Klant):
    antwoord = klant("anna").post(
        nieuw("beveiligingsprobleem_melden"),
        {"onderdeel": "inloggen", "wat": "Getypt.", "datum": "23-11-2026", "tijd": "23:59"},
    )
    html = antwoord.content.decode()
    assert "Dit moment is nog niet geweest" in html
    assert "Getypt." in html


@pytest.mark.eis("HEE-3.2")
def test_een_weigering_heeft_haar_artikel_en_verliest_niets(klant: Klant, wereld: Wereld):
    with wereld.als("anna"):
        zaak = rondom.vraag_doorgifte("Bureau Zon", "Onderzoek.", "Namen.", uuid4())
    pad = f"/heemstede/zaken/{zaak}/doorgifte_toestaan/"
    html = klant("eva").post(pad, {"voorwaarden": "Alleen dit jaar."}).content.decode()
    assert "heeft niet ingestemd. (artikel 3.2)" in html
    assert "Alleen dit jaar." in html
    assert klant("hugo").get(pad).status_code == 403  # has no such verb
    assert klant("carla").get(f"/heemstede/zaken/{zaak}/").status_code == 404


@pytest.mark.eis("HEE-7.2")
def test_intrekken_zegt_vooraf_dat_eerst_overleg_nodig_is(klant: Klant, wereld: Wereld):
    zaak = open_tekortkoming(wereld)
    overleg(wereld, zaak, "nog_af_te_wachten")
    antwoord = klant("hugo").get(f"/heemstede/zaken/{zaak}/toegang_intrekken/")
    assert antwoord.status_code == 403
    assert "artikel 7.2" in antwoord.content.decode()


@pytest.mark.eis("HEE-7.1")
def test_de_begin_van_de_convenantbeheerder(klant: Klant, wereld: Wereld):
    hugo = klant("hugo")
    assert "Er zijn geen lopende tekortkomingen" in tekst(hugo)
    ingetrokken(wereld)
    with wereld.als("jan"):
        beveiliging.verklaar("Een kluis voor papier.")
    begin = tekst(hugo)
    assert "De Linde, artikel 6.1" in begin
    assert begin.count("Ingetrokken</span>") == 1
    assert "Een kluis voor papier." in begin
    assert "Niet verklaard" in begin


def test_de_begin_van_de_beheerder(klant: Klant, wereld: Wereld):
    ina = klant("ina")
    begin = tekst(ina)
    assert "heeft haar beveiliging nog niet verklaard" in begin
    assert "2 woningen vandaag" in begin
    for naam in ("Anna", "Bert", "Ina"):
        assert f'<th scope="row" role="rowheader">{naam}' in begin
    assert "Carla" not in begin
    with wereld.als("ina"):
        beveiliging.verklaar("Sterke wachtwoorden.")
    assert "geldt tot en met 22 november 2027" in tekst(ina)
    with stel_in(NU + timedelta(days=340)):
        assert "verloopt bijna" in tekst(klant("ina"))


@pytest.mark.eis("HEE-4")
def test_de_cijfers_van_de_beheerder_zijn_de_lengte_van_haar_lijst(klant: Klant, wereld: Wereld):
    wereld.raadpleeg("anna", LINDELAAN_12)
    wereld.raadpleeg("carla", KADE_3)
    ina = klant("ina")
    cijfers = CIJFER.findall(tekst(ina))
    logboek = [(url, int(aantal)) for url, aantal in cijfers if "/logboek/" in url]
    assert [aantal for _, aantal in logboek] == [1, 0, 0, 0]
    for url, aantal in logboek:
        assert tekst(ina, url.replace("&amp;", "&")).count('<th scope="row"') == aantal


@pytest.mark.eis("HEE-5.8")
def test_onderhoud_aankondigen_met_voorbeeld_en_intrekken(klant: Klant, wereld: Wereld):
    hugo, anna = klant("hugo"), klant("anna")
    velden = {
        "titel": "Onderhoud vandaag",
        "tekst": "Raadplegen kan even niet.",
        "van_datum": "23-11-2026",
        "van_tijd": "08:00",
        "tot_datum": "23-11-2026",
        "tot_tijd": "18:00",
    }
    fout = stuur(hugo, "/heemstede/onderhoud/nieuw/", **(velden | {"tot_tijd": "07:00"}))
    assert "Het einde ligt niet na het begin" in fout
    assert "Raadplegen kan even niet." in fout
    assert "Zo komt het te staan" in stuur(hugo, "/heemstede/onderhoud/nieuw/", **velden)
    assert "Onderhoud vandaag" not in tekst(anna)
    assert "Raadplegen kan even niet." in stuur(
        hugo, "/heemstede/onderhoud/nieuw/", **(velden | {"terug": "ja"})
    )
    stuur(hugo, "/heemstede/onderhoud/nieuw/", **(velden | {"plaats": "ja"}))
    for pad in ("/heemstede/", "/heemstede/zaken/", "/heemstede/raadplegen/"):
        assert tekst(anna, pad).count("Onderhoud vandaag") == 1, pad
    intrekken = re.search(r"/heemstede/onderhoud/\d+/intrekken/", tekst(hugo, "/heemstede/onderhoud/"))
    assert intrekken
    assert intrekken[0] not in tekst(anna, "/heemstede/onderhoud/")
    stuur(hugo, intrekken[0])
    assert "Onderhoud vandaag" not in tekst(anna)
    assert klant("anna").post(intrekken[0]).status_code == 403


@pytest.mark.eis("HEE-5.2", "HEE-5.3")
def test_de_handreiking_plaatsen_lezen_bevestigen_en_wijzigen(klant: Klant, wereld: Wereld):
    hugo, anna = klant("hugo"), klant("anna")
    assert "Er is nog geen handreiking" in tekst(anna, "/heemstede/handreiking/")
    stuur(hugo, "/heemstede/handreiking/nieuw/", tekst="Zo werkt het.")
    assert "die u nog niet hebt gelezen" in tekst(anna)
    assert "Zo werkt het." in tekst(anna, "/heemstede/handreiking/")
    assert "U hebt bevestigd" in stuur(anna, "/heemstede/handreiking/", versie="1")
    assert "die u nog niet hebt gelezen" not in tekst(anna)
    assert "1 van 3 contactpersonen" in tekst(hugo)
    velden = {
        "tekst": "Zo werkt het nu.",
        "vorige": "1",
        "geraadpleegd_op": "20-11-2026",
        "reacties": "Goed.",
    }
    partijen = list(raadpleging(wereld).partijen)
    geweigerd = stuur(hugo, "/heemstede/handreiking/nieuw/", **velden, partijen=partijen[:1])
    assert "Leg eerst vast dat de partijen zijn geraadpleegd. (artikel 5.3)" in geweigerd
    assert "Zo werkt het nu." in geweigerd
    stuur(hugo, "/heemstede/handreiking/nieuw/", **velden, partijen=partijen)
    assert "die u nog niet hebt gelezen" in tekst(anna)
    assert "een nieuwe handreiking" in stuur(anna, "/heemstede/handreiking/", versie="1")
    assert "Deze versie is vervallen" in tekst(hugo, "/heemstede/handreiking/versie/1/")
    assert "Goed." in tekst(hugo, "/heemstede/handreiking/versie/2/")
    assert anna.get("/heemstede/handreiking/versie/1/").status_code == 403


@pytest.mark.eis("HEE-6.1")
def test_de_beveiligingsverklaring_van_de_beheerder(klant: Klant, wereld: Wereld):
    ina, pad = klant("ina"), "/heemstede/beveiliging/"
    assert "is te kort" in stuur(ina, pad, maatregelen="Niets.")
    stuur(ina, pad, maatregelen="Sterke wachtwoorden.")
    html = tekst(ina, pad)
    assert "De beveiligingsverklaring geldt" in html
    assert "Sterke wachtwoorden." in html
    ingetrokken(wereld)
    assert klant("ina").get(pad).status_code == 403


def test_hoeveel_vragen_de_paginas_stellen(klant: Klant, wereld: Wereld):
    """As many for a long list as for a short one."""
    with wereld.als("hugo"):
        handreiking.plaats("Zo werkt het.")
    hugo, ina = klant("hugo"), klant("ina")
    paden = {
        "/heemstede/onderhoud/": 6,
        "/heemstede/handreiking/": 12,
        "/heemstede/rapportage/": 7,
        "/heemstede/": 21,
    }
    kort = {pad: vragen(hugo, "get", pad) for pad in paden}
    for nummer in range(3):
        open_tekortkoming(wereld)
        with wereld.als("hugo"):
            onderhoud.kondig_aan(Aankondigen(f"Nummer {nummer}", "Tekst.", NU, NU + UUR))
    for pad, grens in paden.items():
        assert len(vragen(hugo, "get", pad)) == len(kort[pad]), pad
        hoogstens(grens, kort[pad])
    hoogstens(8, vragen(ina, "get", "/heemstede/beveiliging/"))
