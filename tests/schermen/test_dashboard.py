"""The dashboard: each number opens a list of exactly that length, over the own cases only, and reading it is one line."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from playwright.sync_api import Page

from brpinzage import rondom
from brpinzage.controle import beantwoord, open_controle
from convenant.poort import dashboard_klokken, klokwerk
from convenant.poort.models import Logregel
from convenant.tijd import stel_in
from convenant.web import dashboard as dashboard_scherm
from convenant.zaken import sql_verloop
from convenant.zaken.models import Toegang
from tests.schermen.klant import log_in
from tests.schermen.test_vragen import hoogstens, vragen
from tests.tables import als_eigenaar, once
from tests.wereld import NU, Wereld, maak_wereld

PAD = "/heemstede/dashboard/"
GETAL = re.compile(
    r'href="([^"]+)"><span class="app-kpi__label">[^<]*</span><span class="app-kpi__value">(\d+)'
    r'|class="app-num"><a class="nl-link" href="([^"]+)">(\d+)'
)
VOLGENDE = re.compile(r'rel="next" href="([^"]+)"')
STAPPEN = ("vraag_gesloten", "vraag_gesteld", "vraag_beantwoord")


def vraag(wereld: Wereld, moment: datetime, *, tot: str = "vraag_gesteld", wie: str = "anna") -> int:
    """A question asked at this moment, answered a day later and closed the day after that, as far as `tot` says."""
    with stel_in(moment), wereld.als(wie):
        zaak = rondom.vraag_ondersteuning(None, "technisch", "Hoe lees ik een bestand in?", uuid4())
    if tot != "vraag_gesteld":
        with stel_in(moment + timedelta(days=1)), wereld.als("eva"):
            rondom.beantwoord_ondersteuning(zaak, "Kies het bestand en lees het in.", uuid4())
    if tot == "vraag_gesloten":
        with stel_in(moment + timedelta(days=2)), wereld.als(wie):
            rondom.sluit_vraag(zaak)
    return zaak


@once
def maak_drukte() -> Wereld:
    """Three months of questions of two corporaties, in every step and over the edges of weeks."""
    wereld = maak_wereld()
    for nummer in range(33):
        vraag(
            wereld, NU - timedelta(days=3 * nummer), tot=STAPPEN[(nummer + 1) % 3] if nummer else STAPPEN[1]
        )
    vraag(wereld, NU - timedelta(days=8), wie="carla")
    return wereld


@pytest.fixture
def drukte(db: None) -> Iterator[Wereld]:
    wereld = maak_drukte()
    with stel_in(NU):
        yield wereld


def getallen(html: str) -> list[tuple[str, int]]:
    """Every number on the page that is a link, with its address."""
    return [(unescape(a or b), int(n or m)) for a, n, b, m in GETAL.findall(html)]


def lengte(client: Client, pad: str) -> int:
    """How many rows a list has, page after page."""
    aantal = 0
    while pad:
        html = client.get(pad).content.decode()
        aantal += html.count('role="rowheader"')
        verder = VOLGENDE.search(html)
        pad = pad.partition("?")[0] + unescape(verder[1]) if verder else ""
    return aantal


@pytest.mark.parametrize(("wie", "lopend"), [("eva", 23), ("anna", 22), ("carla", 1)])
def test_elk_getal_is_zo_lang_als_de_lijst_erachter(drukte: Wereld, wie: str, lopend: int) -> None:
    """Of the municipality, of who asked most, and of the other corporatie, which counts its one question."""
    client = log_in(drukte, wie)
    links = getallen(client.get(PAD).content.decode())
    assert links[0][1] == lopend
    assert len({url for url, _ in links}) == len(links) > 5
    assert {url: lengte(client, url) for url, _ in links} == dict(links)


def controle(wereld: Wereld, partij: str, gevraagd: int, voor: int, gedaan: int | None = None) -> int:
    """Asked so many days ago, to be answered and perhaps answered so many days ago; a negative number is to come."""
    met = NU - timedelta(days=gevraagd)
    with stel_in(met), wereld.als("frits"):
        zaak = open_controle(
            None, str(wereld.deelnames[partij].pk), "Hoe?", "", (NU - timedelta(days=voor)).date(), uuid4()
        )
    if gedaan is not None:
        beheerder = {"linde": "ina", "waterkant": "jan"}[partij]
        with stel_in(NU - timedelta(days=gedaan)), wereld.als(beheerder):
            beantwoord(zaak, "Zo.", None, uuid4())
    return zaak


@once
def maak_controles() -> Wereld:
    """Of each party some that still run and some that ended, in time or not; one ended long ago."""
    wereld = maak_wereld()
    for partij, gevraagd, voor, gedaan in (
        ("linde", 30, 20, 25),
        ("linde", 30, 20, 20),  # on the last day is in time
        ("linde", 30, 20, 10),
        ("linde", 5, -7, None),
        ("linde", 5, -30, None),
        ("linde", 200, 150, 190),
        ("linde", 200, 150, 140),
        ("waterkant", 15, 5, None),
        ("waterkant", 15, 5, None),
        ("waterkant", 3, -8, None),
    ):
        controle(wereld, partij, gevraagd, voor, gedaan)
    with stel_in(NU - timedelta(days=1)):
        klokwerk.werk_bij()  # the machine came by when the two of Waterkant had gone by
    return wereld


@pytest.fixture
def controles(db: None) -> Iterator[Wereld]:
    wereld = maak_controles()
    with stel_in(NU):
        yield wereld


def rij_van(html: str, naam: str) -> list[str]:
    """What stands in the cells with a number, in the row of this name."""
    rij = re.search(rf'<th scope="row">{naam}</th>(.*?)</tr>', html, re.DOTALL)
    assert rij
    return re.findall(r'class="app-num">(?:<a[^>]*>)?([^<]*)<', rij[1])


@pytest.mark.eis("HEE-4")
def test_wat_te_laat_is_en_wat_op_tijd_was_met_de_lijst_erachter(controles: Wereld) -> None:
    """By party, and by clock over twelve weeks: due at the end of the day, so within seven days is until Monday, that day included."""
    frits = log_in(controles, "frits")
    html = frits.get(PAD).content.decode()
    assert rij_van(html, "De Linde") == ["0", "1"]
    assert rij_van(html, "Waterkant") == ["2", "0"]
    assert rij_van(html, "Antwoord controle") == ["2", "3", "40%"]
    links = getallen(html)
    assert [aantal for url, aantal in links if "/dashboard/termijnen/" in url] == [2, 1, 2, 3]
    assert [aantal for url, aantal in links if "termijn=verlopen" in url or "termijn=week" in url] == [2, 1]
    assert {url: lengte(frits, url) for url, _ in links} == dict(links)
    assert lengte(frits, f"{PAD}termijnen/") == html.count('role="rowheader"') == 3
    assert "Gedaan" not in frits.get(f"{PAD}termijnen/").content.decode(), (
        "of what still runs nothing was done"
    )
    assert (
        "Gedaan" in frits.get(f"{PAD}termijnen/?uitkomst=op_tijd&termijn=antwoord_controle").content.decode()
    )


def test_van_heel_veel_is_alleen_het_dringendste_geteld(controles: Wereld, monkeypatch) -> None:
    """The lists stop where the numbers do, and the page says that there is more."""
    for waar in (dashboard_klokken, dashboard_scherm):
        monkeypatch.setattr(waar, "GRENS", 2)
    frits = log_in(controles, "frits")
    html = frits.get(PAD).content.decode()
    assert "alleen de dringendste zijn geteld" in html
    assert "alleen het laatste is geteld" in html
    links = getallen(html)
    assert sum(aantal for url, aantal in links if "/dashboard/termijnen/" in url) == 2 + 2
    assert {url: lengte(frits, url) for url, _ in links} == dict(links)


def test_een_partij_ziet_alleen_haar_eigen_termijnen(controles: Wereld) -> None:
    """Of the other party nothing, neither as a number nor in a list whose address somebody types."""
    jan = log_in(controles, "jan")
    html = jan.get(PAD).content.decode()
    assert "De Linde" not in html
    assert rij_van(html, "Antwoord controle") == ["0", "2", "0%"]
    linde = controles.deelnames["linde"].pk
    assert lengte(jan, f"{PAD}termijnen/?uitkomst=te_laat&deelname={linde}") == 0
    assert lengte(jan, f"{PAD}termijnen/?uitkomst=op_tijd&termijn=antwoord_controle") == 0


def test_een_week_begint_op_maandag_in_nederland(wereld: Wereld) -> None:
    """Half past midnight on Monday is this week, though elsewhere it is Sunday still."""
    zondag = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)  # half past eleven in the Netherlands
    for moment in (zondag, zondag + timedelta(hours=1), zondag - timedelta(days=6, hours=23, minutes=31)):
        vraag(wereld, moment)
    links = dict(getallen(log_in(wereld, "eva").get(PAD).content.decode()))
    assert {url: aantal for url, aantal in links.items() if "wat=nieuw" in url} == {
        f"{PAD}zaken/?wat=nieuw&van={van}&tot={tot}": 1
        for van, tot in (
            ("2026-11-23", "2026-11-30"),
            ("2026-11-16", "2026-11-23"),
            ("2026-11-09", "2026-11-16"),
        )
    }


@pytest.mark.parametrize(
    ("van", "tot"),
    [
        ("0001-01-01", "0001-01-01"),
        ("2026-11-23", "2026-11-22"),
        ("0001-01-01", "9999-12-31"),
        ("9999-12-31", "9999-12-31"),
        ("2025-11-22", "2026-11-24"),
    ],
)
def test_een_periode_die_het_dashboard_niet_telt_is_er_niet(wereld: Wereld, van: str, tot: str) -> None:
    eva = log_in(wereld, "eva")
    assert eva.get(f"{PAD}zaken/?wat=nieuw&van={van}&tot={tot}").status_code == 404
    assert eva.get(f"{PAD}zaken/?wat=nieuw&van=0001-01-01&tot=0001-01-02").status_code == 200


def test_toegang_houdt_bij_sinds_wanneer_welke_stap_en_het_einde(wereld: Wereld) -> None:
    """Of every group that has the case alike."""
    zaak = vraag(wereld, NU - timedelta(days=3), tot="vraag_gesloten")
    with als_eigenaar():
        rijen = list(Toegang.objects.filter(content_object=zaak))
    assert [(rij.stap, rij.open, rij.sinds, rij.gesloten_op) for rij in rijen] == [
        ("vraag_gesloten", False, date(2026, 11, 20), date(2026, 11, 22))
    ] * 2


def test_wat_er_al_was_is_aangevuld(drukte: Wereld) -> None:
    """The migration finds for rows of before it what acts write since."""
    kolommen = ("pk", "stap", "sinds", "gesloten_op")
    with als_eigenaar(), connection.cursor() as cursor:
        echt = set(Toegang.objects.values_list(*kolommen))
        cursor.execute("update zaken_toegang set stap = '', sinds = null, gesloten_op = null")
        cursor.execute(sql_verloop.VUL)
        assert set(Toegang.objects.values_list(*kolommen)) == echt


def test_een_adres_dat_niet_kan_is_er_niet(drukte: Wereld) -> None:
    eva = log_in(drukte, "eva")
    goed = {"wat": "nieuw", "van": "2026-11-16", "tot": "2026-11-23"}
    assert eva.get(f"{PAD}zaken/", goed).status_code == 200
    for anders in ({"wat": "alles"}, {"van": "16-11-2026"}, {"tot": ""}, {"na_dag": "x"}, {"na": "-1"}):
        assert eva.get(f"{PAD}zaken/", goed | anders).status_code == 404
    for vraag_ in ("uitkomst=op_tijd", "uitkomst=week&termijn=antwoord_controle", "over=-50", "deelname=x"):
        assert eva.get(f"{PAD}termijnen/?{vraag_}").status_code == 404


def test_het_dashboard_lezen_is_een_regel_in_het_logboek(drukte: Wereld) -> None:
    eva = log_in(drukte, "eva")
    with als_eigenaar():
        laatste = Logregel.objects.latest("volg").volg
    assert eva.get(PAD).status_code == 200
    with als_eigenaar():
        erbij = Logregel.objects.filter(volg__gt=laatste)
        assert [(regel.handeling, regel.uitkomst) for regel in erbij] == [("dashboard_zien", "toegestaan")]


def test_een_druk_dashboard_vraagt_niet_meer_dan_een_leeg(drukte: Wereld) -> None:
    druk, leeg = (vragen(log_in(drukte, wie), "get", PAD) for wie in ("eva", "hugo"))
    assert len(druk) == len(leeg)
    hoogstens(12, druk)


@pytest.mark.browser
def test_beeld(stad: Wereld, live_server, page: Page, beeld, werk_als) -> None:
    """On a desk and on a phone."""
    for nummer in range(12):
        vraag(stad, NU - timedelta(days=5 * nummer), tot=STAPPEN[nummer % 3])
    for partij, voor, gedaan in (
        ("linde", 20, 25),
        ("linde", 20, 10),
        ("linde", -3, None),
        ("waterkant", 5, None),
    ):
        controle(stad, partij, 30, voor, gedaan)
    with stel_in(NU):
        klokwerk.werk_bij()
        werk_als("frits")
        page.goto(f"{live_server.url}{PAD}")
        beeld(page, "dashboard")
        page.get_by_role("link", name="1 te laat bij Waterkant").click()
        beeld(page, "dashboard-termijnen")
        werk_als("eva")
        page.goto(f"{live_server.url}{PAD}")
        page.get_by_text("Bekijk de cijfers als tabel").click()
        page.get_by_role("link", name="nieuwe zaken in week 47").click()
        beeld(page, "dashboard-zaken")
