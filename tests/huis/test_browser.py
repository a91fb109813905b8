"""The browser of the tests is a real one that notices: faults in a page, noise on the console, a broken policy."""

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from convenant.management.rollen import APP
from tests.browser import silent_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGE = (
    '<!doctype html><html lang="nl"><head><title>Proef</title><link rel="icon" href="data:,"></head>'
    "<body><main><h1>Proef</h1>{}</main></body></html>"
)


def _shows(content: str):
    return lambda request: HttpResponse(PAGE.format(content))


def _role(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return HttpResponse(PAGE.format(cursor.fetchone()[0]))


urlpatterns = [
    path("goed", _shows("<p>Alles in orde.</p>")),
    path(
        "zonder-tekst",
        _shows('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">'),
    ),
    path("los-script", _shows("<script>document.title = 'veranderd'</script>")),
    path("rol", _role),
]


@pytest.fixture
def address(live_server, settings):
    settings.ROOT_URLCONF = __name__
    return live_server.url


def test_a_good_page_passes(address, page, axe):
    page.goto(f"{address}/goed")
    axe(page)


def test_axe_finds_a_fault(address, page, axe):
    page.goto(f"{address}/zonder-tekst")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


def test_an_inline_script_does_not_run_and_is_noticed(address, context):
    with pytest.raises(AssertionError, match="console"), silent_page(context) as page:
        page.goto(f"{address}/los-script")
    assert page.title() == "Proef"


def test_the_server_behind_the_browser_works_as_the_application(address, page):
    page.goto(f"{address}/rol")
    assert APP in page.content()
