"""The filter above the log: each field narrows to exactly the lines that the table itself says it should."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection

from convenant.poort.logboek_filter import BUITEN_KANTOORTIJD, NAAM_VAN_MEDEWERKER, Filter
from convenant.poort.logboek_lezen import aantallen, bladzijde, deelnemers
from tests.schermen.test_vragen import hoogstens, vragen
from tests.toezicht.conftest import GEEN_HUURDER, OKTOBER, laatste_regels, op, raadpleeg, tekst, volgen
from tests.wereld import LINDELAAN_12, LINDELAAN_14A, NU

pytestmark = pytest.mark.eis("HEE-4")
LOGBOEK = "/heemstede/logboek/"
ADRES = "Lindelaan 12, 2101 AB Heemstede"
LOKAAL = "(moment at time zone 'Europe/Amsterdam')"
RAADPLEGING = "handeling = 'raadplegen' and uitkomst = 'toegestaan'"


def van_de_tabel(als_eigenaar, waar: str) -> list[int]:
    """The lines by plain SQL, as the owner."""
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute(f"select volg from poort_logregel where {waar} order by volg desc")
        return [volg for (volg,) in cursor.fetchall()]


def gevonden(wereld, filter: Filter, wie: str = "frits") -> list[int]:
    with wereld.als(wie):
        regels, _ = bladzijde(filter, deelnemers())
        return [regel.volg for regel in regels]


def filters(wereld) -> dict[str, tuple[Filter, str]]:
    carla, waterkant = wereld.mensen["carla"].pk, wereld.deelnames["waterkant"].pk
    return {
        "periode": (
            Filter(OKTOBER, OKTOBER.replace(day=6)),
            f"{LOKAAL} >= '2026-10-01' and {LOKAAL} < '2026-10-07'",
        ),
        "persoon": (Filter(medewerker=carla), f"medewerker_id = {carla}"),
        "partij": (Filter(deelname=waterkant), f"deelname_id = {waterkant}"),
        "handeling": (Filter(handeling="raadplegen"), "handeling = 'raadplegen'"),
        "uitkomst": (Filter(uitkomst="geweigerd"), "uitkomst = 'geweigerd'"),
        "doel": (Filter(doel="woningtoewijzing"), "doel = 'woningtoewijzing'"),
        "artikel": (Filter(eis="HEE-2.3"), "eis = 'HEE-2.3'"),
        "buiten kantoortijd": (
            Filter(OKTOBER, OKTOBER.replace(day=31), bijzonder=BUITEN_KANTOORTIJD),
            f"{LOKAAL} >= '2026-10-01' and {LOKAAL} < '2026-11-01' and (extract(hour from {LOKAAL}) not between 7 and 18"
            f" or extract(isodow from {LOKAAL}) > 5)",
        ),
        "alles tegelijk": (
            Filter(OKTOBER, None, "toegestaan", None, "raadplegen", carla, waterkant, "woningtoewijzing"),
            f"{RAADPLEGING} and medewerker_id = {carla} and doel = 'woningtoewijzing'",
        ),
    }


@pytest.mark.parametrize(
    "naam",
    [
        "periode",
        "persoon",
        "partij",
        "handeling",
        "uitkomst",
        "doel",
        "artikel",
        "buiten kantoortijd",
        "alles tegelijk",
    ],
)
def test_elk_veld_laat_precies_zijn_regels_over(oktober, als_eigenaar, naam):
    filter, waar = filters(oktober)[naam]
    verwacht = van_de_tabel(als_eigenaar, waar)
    alles = van_de_tabel(als_eigenaar, "true")
    assert gevonden(oktober, filter) == verwacht
    assert 0 < len(verwacht) < len(alles), "the fixture must tell this field apart"
    with oktober.als("frits"):
        assert aantallen(filter) == [len(verwacht)]


def test_een_adres_geeft_raadplegingen_en_weigeringen_en_geen_ander_adres(oktober, als_eigenaar):
    """The address of a raadpleging stands with the raadpleging, that of a refusal in the line itself."""
    bij_raadpleging = van_de_tabel(
        als_eigenaar,
        f"object in (select verstrekking_id::text from verstrekkingen_raadpleging where adres = '{ADRES}')",
    )
    geweigerd = van_de_tabel(als_eigenaar, f"uitkomst = 'geweigerd' and object = '{ADRES}'")
    assert (len(bij_raadpleging), len(geweigerd)) == (10, 2)
    assert gevonden(oktober, Filter(onderwerp=ADRES)) == sorted(bij_raadpleging + geweigerd, reverse=True)
    assert gevonden(oktober, Filter(onderwerp="Lindelaan 1, 2101 AB Heemstede")) == []


def test_een_adres_staat_nooit_in_de_url(oktober, frits):
    antwoord = frits.post(LOGBOEK, {"onderwerp": f"  {ADRES} ", "uitkomst": "toegestaan"})
    assert antwoord.status_code == 302
    assert parse_qs(urlsplit(antwoord.url).query) == {"uitkomst": ["toegestaan"], "gezocht": ["ja"]}
    lijst = frits.get(antwoord.url)
    assert len(volgen(lijst)) == 10
    assert ADRES in tekst(lijst)
    # A link without that mark shows everything again: a number elsewhere is not narrowed by an old search.
    assert len(volgen(frits.get(f"{LOGBOEK}?uitkomst=toegestaan&handeling=raadplegen"))) == 15


def test_een_verkeerde_datum_verliest_niets(oktober, frits):
    antwoord = frits.post(LOGBOEK, {"vanaf": "32-10-2026", "onderwerp": ADRES, "uitkomst": "geweigerd"})
    assert antwoord.status_code == 200
    html = tekst(antwoord)
    assert "<title>Fout: Logboek" in html
    assert f'value="{ADRES}"' in html
    assert 'value="32-10-2026"' in html


def test_een_huurder_die_heet_als_een_medewerker(oktober, als_eigenaar):
    """Seen by the name of the identity check alone; nobody reads the names of residents."""
    from dataclasses import replace

    raadpleeg(oktober, "anna", LINDELAAN_14A, op(20), identiteit=replace(GEEN_HUURDER, naam=" cARLA "))
    raadpleeg(oktober, "anna", LINDELAAN_14A, op(21), identiteit=replace(GEEN_HUURDER, naam="Carla Visser"))
    (volg,) = gevonden(oktober, Filter(bijzonder=NAAM_VAN_MEDEWERKER))
    assert van_de_tabel(als_eigenaar, f"{LOKAAL}::date = '2026-10-20'") == [volg]


def test_een_feestdag_is_buiten_kantoortijd(wereld):
    raadpleeg(wereld, "anna", LINDELAAN_12, op(25, 10, 12).replace(year=2025), identiteit=_eerder())
    raadpleeg(wereld, "anna", LINDELAAN_12, op(24, 10, 12).replace(year=2025), identiteit=_eerder())
    assert len(gevonden(wereld, Filter(handeling="raadplegen", bijzonder=BUITEN_KANTOORTIJD))) == 1


def _eerder():
    from dataclasses import replace
    from datetime import date

    return replace(GEEN_HUURDER, datum=date(2025, 12, 1))


def test_bladeren_gaat_verder_waar_het_ophield(oktober):
    for minuut in range(49):
        raadpleeg(oktober, "bert", LINDELAAN_14A, op(15).replace(minute=minuut))
    with oktober.als("frits"):
        eerste, verder = bladzijde(Filter(handeling="raadplegen"), deelnemers())
        tweede, einde = bladzijde(Filter(handeling="raadplegen", voor=verder), deelnemers())
    nummers = [regel.volg for regel in (*eerste, *tweede)]
    assert (len(eerste), einde) == (50, None)
    assert len(nummers) == 49 + 17
    assert nummers == sorted(nummers, reverse=True)


@pytest.mark.parametrize(("wie", "partijen"), [("frits", 3), ("ina", 1), ("anna", 1)])
def test_wie_minder_ziet_kiest_uit_minder(oktober, klant, wie, partijen):
    """A beheerder chooses among the own people, a contactpersoon not at all; another party's lines stay away."""
    with oktober.als(wie):
        assert len(deelnemers()) == partijen
    html = tekst(klant(wie).get(LOGBOEK))
    assert ('name="medewerker"' in html) == (wie != "anna")
    assert ('name="deelname"' in html) == (wie == "frits")
    assert ("Carla" in html) == (wie == "frits")
    carla = oktober.mensen["carla"].pk
    if wie != "frits":
        assert volgen(klant(wie).get(f"{LOGBOEK}?medewerker={carla}&deelname=1&handeling=raadplegen")) == (
            volgen(klant(wie).get(f"{LOGBOEK}?handeling=raadplegen"))
        ), "what is no choice does not filter"


def test_een_blik_is_een_regel(oktober, frits, als_eigenaar):
    frits.post(LOGBOEK, {"onderwerp": ADRES}, follow=True)
    regels = laatste_regels(oktober, als_eigenaar, 2)
    assert regels[0] == ("logboek_lezen", "")
    assert regels[1][0] != "logboek_lezen"


def test_aantal_vragen(oktober, frits):
    frits.post(LOGBOEK, {"onderwerp": ADRES})
    kort = vragen(frits, "get", f"{LOGBOEK}?gezocht=ja")
    for minuut in range(30):
        raadpleeg(oktober, "anna", LINDELAAN_12, op(16).replace(minute=minuut))
    assert len(vragen(frits, "get", f"{LOGBOEK}?gezocht=ja")) == len(kort)
    hoogstens(10, kort)


def test_het_moment_van_de_fixture():
    assert NU.date().month == 11, "October must be the past month"
