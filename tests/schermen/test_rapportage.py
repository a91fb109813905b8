"""The management report: whole months, rounded, and from no set of periods a number under five."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from io import BytesIO
from itertools import combinations_with_replacement
from random import Random
from uuid import uuid4

import pikepdf
import pytest
from django.test import Client
from playwright.sync_api import Page

from brpinzage import rondom
from convenant.poort.models import Logregel
from convenant.tijd import stel_in
from convenant.toezicht.rapportage import Aantal, optellen, rond_af
from convenant.zaken.models import Telling
from tests.schermen.klant import log_in
from tests.schermen.test_vragen import hoogstens, vragen
from tests.tables import als_eigenaar
from tests.wereld import NU, Wereld

PAD = "/heemstede/rapportage/"
MAANDEN = [date(2026, maand, 1) for maand in range(5, 11)]  # the last six that are over
PERIODES = [
    {"van": f"{van:%Y-%m}", "tot_en_met": f"{tot:%Y-%m}"}
    for van, tot in combinations_with_replacement(MAANDEN, 2)
]
HEEL = PERIODES[len(MAANDEN) - 1]
Tellingen = Mapping[tuple[date, str, str], int]


def schrijf(wereld: Wereld, tellingen: Tellingen) -> None:
    """These counts and no others, as the acts would have left them."""
    with als_eigenaar():
        Telling.objects.all().delete()
        Telling.objects.bulk_create(
            Telling(convenant=wereld.convenant, maand=maand, maat=maat, waarde=waarde, aantal=aantal)
            for (maand, maat, waarde), aantal in tellingen.items()
            if aantal
        )


def csv_regels(client: Client, periode: Mapping[str, str]) -> list[str]:
    antwoord = client.get(f"{PAD}csv/", periode)
    assert antwoord["Content-Type"].startswith("text/csv")
    inhoud = antwoord.content.decode()
    assert inhoud.startswith("\ufeff")
    return inhoud.removeprefix("\ufeff").splitlines()


def op_scherm(client: Client, periode: Mapping[str, str]) -> str:
    return " ".join(client.get(PAD, periode).content.decode().partition("<main")[2].split())


@pytest.mark.parametrize(
    ("aantal", "rond", "weinig"),
    [
        (0, 0, False),
        (1, 0, True),
        (4, 0, True),
        (5, 5, False),
        (7, 5, False),
        (8, 10, False),
        (1238, 1240, False),
    ],
)
def test_afronden(aantal: int, rond: int, weinig: bool) -> None:
    assert rond_af(aantal) == Aantal(rond, weinig)


def test_optellen_gaat_over_wat_er_staat() -> None:
    """Two small numbers are about five, one is still small, and nothing is nothing."""
    klein, tien = Aantal(0, weinig=True), Aantal(10)
    assert optellen([]) == optellen([Aantal(0)] * 3) == Aantal(0)
    assert optellen([klein, Aantal(0)]) == klein
    assert optellen([klein, klein]) == Aantal(5)
    assert optellen([tien, klein, tien]) == Aantal(20)


@pytest.mark.eis("HEE-OW.7")
def test_wat_er_gebeurde_per_maand_op_het_scherm_en_als_csv(wereld: Wereld) -> None:
    for dagen, keer in ((30, 6), (60, 2), (0, 9)):
        for _ in range(keer):
            with stel_in(NU - timedelta(days=dagen)), wereld.als("anna"):
                rondom.vraag_ondersteuning(None, "technisch", "Vraag.", uuid4())
    eva = log_in(wereld, "eva")
    assert csv_regels(eva, {"van": "2026-08", "tot_en_met": "2026-10"}) == [
        "Maand;Wat;Uitkomst;Aantal",
        "08-2026;Ondersteuningsvraag;Technisch;0",
        "09-2026;Ondersteuningsvraag;Technisch;minder dan 5",
        "10-2026;Ondersteuningsvraag;Technisch;5",
    ]
    html = op_scherm(eva, {"van": "2026-08", "tot_en_met": "2026-10"})
    assert re.findall(r'class="app-num">([^<]*)</td>', html) == ["5"]  # about: five, and some
    assert "oktober 2026: 5." in html


def test_een_maand_die_nog_loopt_telt_niet_mee(wereld: Wereld) -> None:
    """Of a number that grows from one day to the next, two looks would tell by how much."""
    schrijf(wereld, {(date(2026, 11, 1), "afwijking", "gemeld"): 40})
    eva = log_in(wereld, "eva")
    nu = {"van": "2026-11", "tot_en_met": "2026-11"}
    assert "Uw keuze bij ‘Van’ kan niet meer" in op_scherm(eva, nu)
    assert csv_regels(eva, nu) == ["Maand;Wat;Uitkomst;Aantal"]
    assert "er niets geteld" in op_scherm(eva, {})


def _verborgen(willekeurig: Random) -> dict[tuple[date, str, str], int]:
    maten = {"afwijking": ("gemeld", "ingetrokken"), "termijn:herinnering_afwijking": ("op_tijd", "te_laat")}
    return {
        (maand, maat, waarde): willekeurig.choice((0, 1, 2, 3, 4, 5, 7, 9, 40))
        for maand in MAANDEN
        for maat, waarden in maten.items()
        for waarde in waarden
    }


@pytest.mark.parametrize("zaad", [1, 2])
def test_geen_aantal_onder_de_vijf_is_te_vinden(wereld: Wereld, zaad: int) -> None:
    """Whoever asks every period there is, in every form, gets the same answers when each one to four is another one to
    four: no sum, difference or share of these answers can tell which it was."""
    willekeurig = Random(zaad)
    echt = _verborgen(willekeurig)
    anders = {
        wat: willekeurig.choice([n for n in range(1, 5) if n != aantal]) if 0 < aantal < 5 else aantal
        for wat, aantal in echt.items()
    }
    assert sum(echt[wat] != anders[wat] for wat in echt) > 5
    eva = log_in(wereld, "eva")
    gezien = []
    for tellingen in (echt, anders):
        schrijf(wereld, tellingen)
        alles = [(op_scherm(eva, periode), csv_regels(eva, periode)) for periode in PERIODES]
        gezien.append((alles, _bladzijden(eva.get(f"{PAD}pdf/", HEEL).content)))
    assert gezien[0] == gezien[1]
    assert str(gezien[0]).count("minder dan 5") > len(PERIODES)


def _bladzijden(inhoud: bytes) -> list[bytes]:
    """What is drawn on each page of a PDF."""
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        return [bladzijde.Contents.read_bytes() for bladzijde in pdf.pages]


@pytest.mark.parametrize(
    ("op_tijd", "te_laat", "aandeel"),
    [(40, 10, "80%"), (15, 4, "te weinig"), (20, 0, "100%"), (95, 2, "97%")],
)
def test_aandeel_binnen_de_termijn(wereld: Wereld, op_tijd: int, te_laat: int, aandeel: str) -> None:
    """Out of rounded numbers, and only of twenty or more."""
    termijn = "termijn:herinnering_afwijking"
    schrijf(
        wereld,
        {(MAANDEN[0], termijn, "op_tijd"): op_tijd, (MAANDEN[0], termijn, "te_laat"): te_laat},
    )
    html = op_scherm(log_in(wereld, "hugo"), HEEL)
    assert re.findall(r'data-label="Aandeel op tijd" class="app-num"><div>([^<]*)<', html) == [aandeel]


@pytest.mark.parametrize(
    ("periode", "zin"),
    [
        (
            {"van": "2026-10", "tot_en_met": "2026-05"},
            "Deze maand ligt voor de eerste. Kies een latere maand.",
        ),
        (
            {"van": "1999-01", "tot_en_met": "2026-05"},
            "Uw keuze bij ‘Van’ kan niet meer. Kies opnieuw uit de lijst.",
        ),
        ({"van": "2026-05"}, "Maak een keuze bij ‘Tot en met’."),
        ({"van": "mei", "tot_en_met": "' or 1=1"}, "Uw keuze bij ‘Tot en met’ kan niet meer."),
    ],
)
def test_een_periode_die_niet_kan(wereld: Wereld, periode: dict[str, str], zin: str) -> None:
    html = op_scherm(log_in(wereld, "frits"), periode)
    assert zin in html
    assert "Als CSV" not in html


def test_een_kwartaal_is_een_klik(wereld: Wereld) -> None:
    frits = log_in(wereld, "frits")
    assert f'href="{PAD}"' in frits.get("/heemstede/").content.decode()
    html = op_scherm(frits, {})
    assert 'href="?van=2026-07&amp;tot_en_met=2026-09">3e kwartaal 2026<' in html
    assert 'href="?van=2025-10&amp;tot_en_met=2025-12">4e kwartaal 2025<' in html


def test_op_papier_toegankelijk_en_met_dezelfde_cijfers(wereld: Wereld) -> None:
    schrijf(wereld, {(maand, "afwijking", "gemeld"): 12 for maand in MAANDEN})
    antwoord = log_in(wereld, "hugo").get(f"{PAD}pdf/", HEEL)
    assert antwoord["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(antwoord.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_metadata() as meta:
            assert meta["dc:title"] == "Rapportage BRP-inzage Heemstede"
            assert meta["pdfuaid:part"] == "1"
        delen = list(_delen(pdf.Root.StructTreeRoot.K))
    (beeld,) = (deel for deel in delen if deel.S == "/Figure")
    assert "Afwijking per maand" in str(beeld.Alt)
    assert sum(deel.S == "/TR" for deel in delen) == 1 + len(MAANDEN) + 1


def _delen(deel: object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(deel, pikepdf.Array):
        for kind in deel:
            yield from _delen(kind)
    elif isinstance(deel, pikepdf.Dictionary):
        if "/S" in deel:
            yield deel
        if "/K" in deel:
            yield from _delen(deel.K)


def test_een_blik_is_een_regel_en_vraagt_weinig(wereld: Wereld) -> None:
    schrijf(wereld, _verborgen(Random(3)))
    eva = log_in(wereld, "eva")
    with als_eigenaar():
        laatste = Logregel.objects.latest("volg").volg
    hoogstens(7, vragen(eva, "get", PAD, HEEL))
    with als_eigenaar():
        assert [r.handeling for r in Logregel.objects.filter(volg__gt=laatste)] == ["cijfers_inzien"]


@pytest.mark.browser
def test_beeld(stad: Wereld, live_server, page: Page, beeld, werk_als) -> None:
    """On a desk and on a phone, with two years of counts."""
    willekeurig = Random(7)
    maanden = [date(2025 + nummer // 12, nummer % 12 + 1, 1) for nummer in range(22)]
    uitkomsten = {
        "afwijking": {"gemeld": 30, "ingetrokken": 6},
        "uitkomst_afwijking": {"brp_aangepast": 16, "bestand_aangepast": 9, "geen_wijziging": 3},
        "termijn:herinnering_afwijking": {"op_tijd": 28, "te_laat": 3},
    }
    schrijf(
        stad,
        {
            (maand, maat, waarde): max(0, round(willekeurig.gauss(midden, midden / 3)))
            for maand in maanden
            for maat, waarden in uitkomsten.items()
            for waarde, midden in waarden.items()
        },
    )
    werk_als("hugo")
    page.goto(f"{live_server.url}{PAD}")
    page.get_by_text("Bekijk de cijfers per maand").first.click()
    beeld(page, "rapportage")
