"""What somebody reads when it goes wrong: short, Dutch, and the same for everyone."""

import re
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import path

from convenant.partijen.models import Account
from convenant.web import foutpaginas
from convenant.web.frame import Huisstijl

pytestmark = pytest.mark.django_db  # every request opens a transaction

STATUS: dict[Callable[[HttpRequest], HttpResponse], int] = {
    foutpaginas.ongeldig_verzoek: 400,
    foutpaginas.geen_toegang: 403,
    foutpaginas.niet_gevonden: 404,
    foutpaginas.kan_hier_niet: 405,
    foutpaginas.te_groot: 413,
    foutpaginas.te_vaak: 429,
    foutpaginas.storing: 500,
    foutpaginas.formulier_verlopen: 403,
}


def _raise(request: HttpRequest, soort: str) -> HttpResponse:
    raise {"400": SuspiciousOperation, "403": PermissionDenied, "404": Http404, "500": ZeroDivisionError}[
        soort
    ]("geheim")


urlpatterns = [path("fout/<str:soort>/", _raise), path("account/login/", _raise, name="account_login")]
handler400 = "convenant.web.foutpaginas.ongeldig_verzoek"
handler403 = "convenant.web.foutpaginas.geen_toegang"
handler404 = "convenant.web.foutpaginas.niet_gevonden"
handler500 = "convenant.web.foutpaginas.storing"


@pytest.mark.parametrize(("view", "status"), STATUS.items(), ids=[view.__name__ for view in STATUS])
def test_a_page_says_what_why_and_what_now(view: Callable[[HttpRequest], HttpResponse], status: int) -> None:
    response = view(RequestFactory().get("/"))
    html = response.content.decode()
    assert response.status_code == status
    main = html[html.index("<main") : html.index("</main>")]
    assert len(re.findall("<h1", main)) == 1
    lines = re.findall(r'<p class="nl-paragraph">([^<]+)</p>', main)
    assert len(lines) == 2
    assert all(line.strip().endswith(".") for line in lines)
    assert "| Convenant</title>" in html


def test_each_page_has_its_own_title() -> None:
    titles = [
        re.search("<title>(.*?)</title>", view(RequestFactory().get("/")).content.decode()) for view in STATUS
    ]
    assert len({title[1] for title in titles if title}) == len(STATUS)


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("soort", ["400", "403", "404", "500"])
def test_the_project_uses_these_pages_and_they_tell_nothing(client: Client, soort: str) -> None:
    client.raise_request_exception = False
    response = client.get(f"/fout/{soort}/")
    assert response.status_code == int(soort)
    assert "geheim" not in response.content.decode()
    assert "| Convenant</title>" in response.content.decode()


def test_not_there_and_not_yours_are_the_same_bytes_for_everyone() -> None:
    stranger, employee = Client(), Client()
    employee.force_login(Account.objects.create_user("karin@voorbeeld.nl", naam="Karin de Vries"))
    paths = ("/nergens/12/", "/nergens/12/13/?q=x")
    answers = [client.get(path) for client in (stranger, employee) for path in paths]
    answers.append(employee.get("/nergens/"))  # reads like a convenant; a stranger is asked to sign in first
    assert [answer.status_code for answer in answers] == [404] * 5
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1
    assert foutpaginas.niet_gevonden(RequestFactory().get("/ergens/")).content == answers[0].content
    for trace in (b"nergens", b"karin", b"Karin", b"csrf", b"nonce"):
        assert trace not in answers[0].content


def test_a_form_that_is_not_ours_gets_a_sentence() -> None:
    response = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "x"})
    assert response.status_code == 403
    assert "Dit formulier is verlopen" in response.content.decode()


def test_an_unknown_theme_is_the_default_one() -> None:
    html = render_to_string("404.html", {"huisstijl": Huisstijl("Veenhoven", "bestaat-niet")})
    assert "themes/voorbeeldstad.css" in html
    assert "Gemeente Veenhoven" in html
