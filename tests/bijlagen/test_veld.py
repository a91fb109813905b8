"""The field in a form, and the page that serves a file: as a browser meets them."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from convenant.bijlagen.models import Bijlage
from convenant.poort.models import Logregel
from convenant.tijd import stel_in
from convenant.web.bijlage import ZANDBAK
from tests.bijlagen.bestanden import SVG, geladen, maak_heic, maak_jpeg, maak_pdf
from tests.bijlagen.conftest import PDF
from tests.schermen.klant import log_in
from tests.wereld import NU

GOED = {"leerling": "Noor", "dagen": "3"}
KLAAR = re.compile(r'name="reden_klaar" value="([0-9a-f-]{36})"')


@pytest.fixture
def klant(proef, settings) -> Callable[[str], Client]:
    settings.ROOT_URLCONF = "tests.bijlagen.pagina"
    return lambda naam: log_in(proef, naam)


@pytest.fixture
def meld(klant) -> Callable[..., HttpResponse]:
    client = klant("kees")
    return lambda **velden: client.post("/proef/melden/", velden)


def klaar(response: HttpResponse) -> str:
    """The id of the file that the form holds."""
    gevonden = KLAAR.search(response.content.decode())
    assert gevonden
    return gevonden[1]


def concepten(als_eigenaar) -> set[str]:
    with als_eigenaar():
        return {str(id) for id in Bijlage.objects.filter(verstrekking=None).values_list("pk", flat=True)}


def test_een_fout_elders_verliest_het_bestand_niet(meld, klant, als_eigenaar):
    response = meld(leerling="Noor", dagen="drie", reden=geladen("machtiging.pdf", PDF))
    html = response.content.decode()
    assert "machtiging.pdf, 1 pagina<" in html
    assert "Verwijderen" in html
    assert meld(**GOED, reden_klaar=klaar(response)).status_code == 302
    assert concepten(als_eigenaar) == set()
    with als_eigenaar():
        (bijlage,) = Bijlage.objects.all()
    assert klant("lies").get(f"/proef/bijlage/{bijlage.pk}/").content == PDF


def test_in_een_keer_goed(meld, als_eigenaar):
    assert meld(**GOED, reden=geladen("foto.heic", maak_heic())).status_code == 302
    with als_eigenaar():
        assert Bijlage.objects.get().veld == "reden"


def test_een_groot_bestand_ligt_nooit_op_schijf(meld, settings, als_eigenaar):
    """Not even while it comes in: there is no place to put it."""
    settings.FILE_UPLOAD_TEMP_DIR = "/bestaat/niet"
    groot = maak_pdf() + b"\n%" + bytes(9 * 1024 * 1024)
    assert meld(**GOED, reden=geladen("groot.pdf", groot)).status_code == 302
    with als_eigenaar():
        assert len(Bijlage.objects.get().inhoud) > len(groot)


def test_een_ander_bestand_komt_in_de_plaats(meld, als_eigenaar):
    eerste = klaar(meld(reden=geladen("een.pdf", PDF)))
    response = meld(reden=geladen("twee.pdf", maak_pdf(2)), reden_klaar=eerste)
    assert "twee.pdf, 2 pagina’s" in response.content.decode()
    assert concepten(als_eigenaar) == {klaar(response)} != {eerste}


def test_een_slecht_bestand_laat_het_goede_staan(meld, als_eigenaar):
    eerste = klaar(meld(reden=geladen("een.pdf", PDF)))
    response = meld(**GOED, reden=geladen("twee.pdf", SVG), reden_klaar=eerste)
    html = response.content.decode()
    assert "Dit is geen pdf, jpg, png of heic" in html
    assert (klaar(response), concepten(als_eigenaar)) == (eerste, {eerste})


def test_verwijderen(meld, als_eigenaar):
    eerste = klaar(meld(reden=geladen("een.pdf", PDF)))
    response = meld(**GOED, reden_klaar=eerste, reden_weg="on")
    html = response.content.decode()
    assert "Kies een bestand bij ‘Brief van de ouder’." in html
    assert not KLAAR.search(html)
    assert concepten(als_eigenaar) == set()


@pytest.mark.parametrize("id", ["", "x", "69db3e41-a6ce-4131-9293-d1ea792f4620"])
def test_een_verzonnen_kenmerk(meld, id):
    html = meld(**GOED, reden_klaar=id).content.decode()
    assert ("Kies een bestand bij" if not id else "is er niet meer") in html


def test_het_concept_van_een_ander_is_er_niet(meld, neem_aan, als_eigenaar):
    van_lies = neem_aan(wie="lies")["bijlage"]
    html = meld(**GOED, reden_klaar=van_lies, reden_weg="on", reden=geladen("een.pdf", PDF))
    assert html.status_code == 302
    assert van_lies in concepten(als_eigenaar)
    assert "is er niet meer" in meld(**GOED, reden_klaar=van_lies).content.decode()


def test_na_een_dag_is_het_bestand_er_niet_meer(meld, als_eigenaar):
    from convenant.poort.tasks import vergeet_bijlagen

    eerste = klaar(meld(reden=geladen("een.pdf", PDF)))
    with stel_in(NU + timedelta(days=1)):
        vergeet_bijlagen()
    assert "is er niet meer" in meld(**GOED, reden_klaar=eerste).content.decode()


@pytest.mark.parametrize("inhoud", [b"", SVG])
def test_een_slecht_bestand_krijgt_een_zin_bij_het_veld(meld, inhoud):
    html = meld(**GOED, reden=geladen("een.pdf", inhoud)).content.decode()
    assert html.count('href="#id_reden"') == 1
    assert 'id="id_reden_error"' in html


@pytest.fixture
def verstuurd(neem_aan, stuur) -> Callable[..., str]:
    def doe(*aan: str, **anders: Any) -> str:
        waarde = neem_aan(**anders)
        stuur(*aan, reden=waarde)
        return f"/proef/bijlage/{waarde['bijlage']}/"

    return doe


def test_een_pdf_wordt_opgeslagen_een_foto_getoond(klant, verstuurd):
    pdf, foto = verstuurd(), verstuurd(inhoud=maak_jpeg(), naam="Foto “à la carte”.jpg")
    lies = klant("lies")
    een, ander = lies.get(pdf), lies.get(foto)
    assert een["Content-Disposition"] == 'attachment; filename="machtiging Noor.pdf"'
    assert ander["Content-Disposition"].startswith("inline; filename*=utf-8''Foto%20")
    assert (een["Content-Type"], ander["Content-Type"]) == ("application/pdf", "image/jpeg")
    for response in (een, ander):
        assert response["Content-Security-Policy"] == ZANDBAK
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in response["Cache-Control"]
        assert response["X-Frame-Options"] == "DENY"


def test_niet_van_u_is_er_niet(klant, verstuurd, neem_aan):
    """The same bytes and the same number of queries, whatever the reason."""
    van_lies = verstuurd("leerplicht")
    concept = f"/proef/bijlage/{neem_aan()['bijlage']}/"
    client = klant("wim")
    client.get(van_lies)
    antwoorden, vragen = [], set()
    for adres in (van_lies, concept, f"/proef/bijlage/{uuid4()}/"):
        with CaptureQueriesContext(connection) as gevraagd:
            antwoorden.append(client.get(adres))
        vragen.add(len(gevraagd))
    assert {antwoord.status_code for antwoord in antwoorden} == {404}
    assert len({antwoord.content for antwoord in antwoorden}) == 1
    assert len(vragen) == 1


def test_weigeren_zegt_waarom(klant, verstuurd, monkeypatch, als_eigenaar):
    adres = verstuurd()
    monkeypatch.setattr("tests.proef.INGETROKKEN", ["ouder"])
    response = klant("lies").get(adres)
    assert response.status_code == 403
    assert "U mag dit gegeven nu niet inzien." in response.content.decode()
    with als_eigenaar():
        assert Logregel.objects.filter(object=adres.split("/")[3], uitkomst="geweigerd").count() == 1


def test_openen_kost_weinig_vragen(klant, verstuurd, django_assert_max_num_queries):
    adres = verstuurd()
    client = klant("lies")
    client.get(adres)
    with django_assert_max_num_queries(16):
        client.get(adres)
