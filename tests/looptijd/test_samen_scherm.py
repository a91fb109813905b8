"""The screens of what the parties decide together, as a browser asks for them."""

import re
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from convenant.looptijd import ongeldig, voorstellen
from convenant.tijd import stel_in
from tests import werelden
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld

from .conftest import einden
from .samen import ADVISEUR, BUUR, MANAGER, PARTIJEN, stand, stel_voor, teken
from .test_scherm import tekst


@pytest.fixture
def haarlem(db: None):
    with stel_in(NU):
        yield werelden.maak("haarlem")


def adres(naam: str, *delen: object) -> str:
    return reverse(naam, args=["haarlem", *delen])


def voorstel_velden(**anders: Any) -> dict[str, Any]:
    velden = {"onderwerp": "Artikel 3", "redenen": "Het past niet meer.", "dag": "31-12-2026"}
    return velden | {"stuk": geladen("stuk.pdf", maak_pdf()), "kenmerk": str(uuid4())} | anders


def handtekening(**anders: Any) -> dict[str, Any]:
    velden = {"naam": "A. Bestuurder", "functie": "bestuurder", "bevoegdheid": "statuten"}
    return velden | {"getekend_op": "23-11-2026", "stuk": geladen("getekend.pdf", maak_pdf())} | anders


@pytest.mark.eis("HAA-9.3")
def test_samen_beeindigen_van_begin_tot_eind(haarlem: Wereld) -> None:
    manager = log_in(haarlem, MANAGER)
    assert "Voorstellen om te beëindigen" in tekst(manager.get(adres("looptijd")))
    antwoord = manager.post(
        adres("looptijd_voorstellen", "beeindiging_voorstellen"), voorstel_velden(), follow=True
    )
    assert "0 van de 3 partijen hebben getekend." in tekst(antwoord)
    (voorstel,) = re.findall(r"/voorstel/([0-9a-f-]{36})/beeindiging_instemmen", antwoord.content.decode())
    for wie in PARTIJEN:
        klant = log_in(haarlem, wie)
        instemmen = adres("looptijd_beslissen", voorstel, "beeindiging_instemmen")
        assert "De andere partijen lezen wie er heeft getekend." in tekst(klant.get(instemmen))
        assert "Vastgelegd: uw organisatie stemt in." in tekst(
            klant.post(instemmen, handtekening(), follow=True)
        )
    assert "Het einde vaststellen" not in tekst(manager.get(adres("looptijd_voorstel", voorstel)))
    adviseur = log_in(haarlem, ADVISEUR)
    besluit = adres("looptijd_beslissen", voorstel, "beeindigen")
    assert "sluit de toegang" in tekst(adviseur.get(besluit))
    assert einden(haarlem) == {}
    klaar = tekst(adviseur.post(besluit, {}, follow=True))
    assert "De laatste dag van het convenant is 31 december 2026." in klaar
    assert einden(haarlem) == {"alles": date(2027, 1, 1)}
    assert "Het convenant is van kracht tot en met 31 december 2026." in tekst(
        adviseur.get(adres("looptijd"))
    )


@pytest.mark.eis("HAA-9.3", "HAA-PR13.2")
def test_vaststellen_zonder_handtekeningen_zegt_waarom_niet(haarlem: Wereld) -> None:
    voorstel = stel_voor(haarlem, MANAGER, "beeindiging_voorstellen")
    adviseur = log_in(haarlem, ADVISEUR)
    adres_ = adres("looptijd_beslissen", voorstel, "beeindigen")
    assert "Dit kan nu niet (meer)." in tekst(adviseur.get(adres_, follow=True))
    geweigerd = tekst(adviseur.post(adres_, {}))
    assert "Nog niet alle partijen stemmen schriftelijk in." in geweigerd
    assert "(artikel 9.3)" in geweigerd
    # The verb of the other kind of proposal does nothing with this one.
    anders = adres("looptijd_beslissen", voorstel, "wijziging_weigeren")
    assert "Dit kan nu niet (meer)." in tekst(adviseur.post(anders, {"reden": "x"}, follow=True))
    assert stand(haarlem, voorstel).stand == "open"


@pytest.mark.eis("HAA-PR13.2")
@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"bedoeld": ""}, "Kruis aan dat het stuk uitdrukkelijk bedoeld is als wijziging."),
        ({"bedoeld": "on", "dag": "22-11-2026"}, "Deze dag is voorbij."),
        ({"bedoeld": "on", "stuk": ""}, "Kies een bestand"),
        ({"bedoeld": "on", "redenen": ""}, "Vul ‘Waarom stelt u dit voor?’ in."),
    ],
)
def test_een_fout_staat_bij_het_veld(haarlem: Wereld, anders: dict[str, str], zin: str) -> None:
    antwoord = log_in(haarlem, MANAGER).post(
        adres("looptijd_voorstellen", "wijziging_voorstellen"), voorstel_velden(**anders)
    )
    assert zin in tekst(antwoord)
    assert "Artikel 3" in antwoord.content.decode()
    with haarlem.als(MANAGER):
        assert not voorstellen.overzicht()


@pytest.mark.eis("HAA-PR13.2")
def test_een_wijziging_weigeren(haarlem: Wereld) -> None:
    voorstel = stel_voor(haarlem, MANAGER, "wijziging_voorstellen")
    buur = log_in(haarlem, BUUR)
    weigeren = adres("looptijd_beslissen", voorstel, "wijziging_weigeren")
    assert "Vul ‘Waarom stemt uw organisatie niet in?’ in." in tekst(buur.post(weigeren, {"reden": ""}))
    assert "De reden: Te ruim." in tekst(buur.post(weigeren, {"reden": "Te ruim."}, follow=True))
    assert "Gaat niet door" in tekst(log_in(haarlem, "corporatie/melder").get(adres("looptijd")))


@pytest.mark.eis("HAA-PR13.1")
def test_ongeldig_laat_eerst_zien_wat_er_stopt(haarlem: Wereld) -> None:
    adviseur = log_in(haarlem, ADVISEUR)
    velden = {"eis": "HAA-9.4", "vanaf": "23-11-2026", "reden": "Uitspraak."}
    vraag = tekst(adviseur.post(adres("looptijd_ongeldig"), velden))
    assert "Dit kan dan niet meer" in vraag
    assert "Overleg plannen" in vraag
    with haarlem.als(ADVISEUR):
        assert not ongeldig.overzicht()
    # Another clause in the form asks to agree again.
    vraag = tekst(adviseur.post(adres("looptijd_ongeldig"), velden | {"bevestigd": "HAA-9.2"}))
    assert "Dit kan dan niet meer" in vraag
    pagina = tekst(adviseur.post(adres("looptijd_ongeldig"), velden | {"bevestigd": "HAA-9.4"}, follow=True))
    assert "Artikel 9.4 Uitspraak." in pagina
    assert "Een wijziging moet dit herstellen." in pagina
    plannen = adviseur.post(
        adres("overleg_nieuw"), {"dag": "20-12-2026", "onderwerp": "x", "kenmerk": str(uuid4())}
    )
    assert "Dit artikel is ongeldig sinds 23-11-2026. Reden: Uitspraak. (artikel 9.4)" in tekst(plannen)
    form = log_in(haarlem, MANAGER).get(adres("looptijd_voorstellen", "wijziging_voorstellen"))
    assert "Ja, artikel 9.4" in tekst(form)


@pytest.mark.eis("HAA-PR13.2")
def test_het_stuk_komt_als_bestand(haarlem: Wereld) -> None:
    voorstel = stel_voor(haarlem, MANAGER, "wijziging_voorstellen")
    stuk = stand(haarlem, voorstel).stuk
    gelezen = log_in(haarlem, BUUR).get(adres("looptijd_stuk", stuk))
    assert gelezen.content.startswith(b"%PDF")
    assert "attachment" in gelezen["Content-Disposition"]
    niet, onbekend = (
        log_in(haarlem, "corporatie/melder").get(adres("looptijd_stuk", welk)) for welk in (stuk, uuid4())
    )
    assert niet.status_code == onbekend.status_code == 404
    assert niet.content == onbekend.content
    assert Client().get(adres("looptijd_stuk", stuk)).status_code == 302


def test_hoeveel_er_gevraagd_wordt(haarlem: Wereld, django_assert_max_num_queries) -> None:
    adviseur = log_in(haarlem, ADVISEUR)
    voorstel = stel_voor(haarlem, MANAGER, "wijziging_voorstellen")
    teken(haarlem, voorstel, *PARTIJEN)
    with django_assert_max_num_queries(25):
        adviseur.get(adres("looptijd_voorstel", voorstel))
