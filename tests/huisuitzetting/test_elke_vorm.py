"""What was said or handed over on paper already (HAA-PR3.2): recorded with what is sent, under the same limits, and shown in
case, log and the tenant's paper."""

from datetime import date

import pytest

from brpinzage.beleid.heemstede import HEEMSTEDE
from convenant.poort.dossier import lees_zaak
from convenant.verstrekkingen.models import Verstrekking
from huisuitzetting.overzicht.verhaal import vertel
from tests.looptijd.test_scherm import tekst
from tests.schermen.klant import log_in
from tests.wereld import Wereld

from .huur import MELDER
from .test_betaling_schermen import REGELING, VOORSTEL, WIJKTEAM, adres, alleen_schuld, stuur

pytestmark = pytest.mark.eis("HAA-PR3.2")
INGEVULD = {**VOORSTEL, **REGELING}
MONDELING = {"al-vorm": "mondeling", "al-gegeven_op": "20-11-2026"}
ZIN = "Mondeling al gegeven op 20 november 2026"


def vormen(wereld: Wereld) -> set[tuple[str, date | None]]:
    with wereld.als(WIJKTEAM):
        rijen = Verstrekking.objects.filter(gegevensset="voorstel")
        return set(rijen.values_list("vorm", "gegeven_op"))


def test_wat_al_mondeling_is_gegeven_staat_bij_de_gegevens(haarlem: Wereld) -> None:
    zaak = alleen_schuld(haarlem)
    wijkteam, corporatie = log_in(haarlem, WIJKTEAM), log_in(haarlem, MELDER)
    assert "Al op een andere manier gegeven?" in tekst(wijkteam.get(adres(zaak, "voorstel_doen")))
    assert not stuur(wijkteam, zaak, "voorstel_doen", **INGEVULD, **MONDELING)
    for klant in (wijkteam, corporatie):
        assert ZIN in tekst(klant.get(f"/haarlem/zaken/{zaak}/"))
    with haarlem.als(MELDER):
        gekregen = [stuk.gelezen for stuk in lees_zaak(zaak).stukken if stuk.gelezen]
        assert {(k.vorm, k.gegeven_op) for k in gekregen} == {("", None), ("Mondeling", date(2026, 11, 20))}
    with haarlem.als(MELDER):
        verhaal = vertel(zaak)
    assert [(v.vorm, v.gegeven_op) for v in verhaal.vastgelegd if v.vorm] == [
        ("Mondeling", date(2026, 11, 20))
    ]
    logboek = log_in(haarlem, "gemeente/functionaris_gegevensbescherming").get("/haarlem/logboek/")
    assert "Al mondeling gegeven op 20-11-2026." in tekst(logboek)


def test_zonder_iets_te_kiezen_is_het_alleen_hier_gegeven(haarlem: Wereld) -> None:
    zaak = alleen_schuld(haarlem)
    assert not stuur(log_in(haarlem, WIJKTEAM), zaak, "voorstel_doen", **INGEVULD, **{"al-vorm": ""})
    assert vormen(haarlem) == {("", None)}


@pytest.mark.parametrize(
    ("ingevuld", "zin"),
    [
        ({"al-gegeven_op": ""}, "Vul in op welke dag u de gegevens hebt gegeven."),
        ({"al-gegeven_op": "24-11-2026"}, "Deze dag moet nog komen."),
        ({"al-gegeven_op": "31-02-2026"}, "Deze datum bestaat niet."),
        ({"al-vorm": "per_duif"}, "kan niet meer. Kies opnieuw uit de lijst."),
    ],
)
def test_een_fout_verliest_niets(haarlem: Wereld, ingevuld: dict[str, str], zin: str) -> None:
    zaak = alleen_schuld(haarlem)
    pagina = stuur(log_in(haarlem, WIJKTEAM), zaak, "voorstel_doen", **(INGEVULD | MONDELING | ingevuld))
    assert zin in pagina
    assert 'value="1.110,50"' in pagina
    assert '<details class="app-details" open>' in pagina
    assert vormen(haarlem) == set()


def test_dezelfde_grenzen_als_hier(haarlem: Wereld) -> None:
    """Said or on paper: what may not be sent may not have been given, and is not recorded as if it might."""
    zaak = alleen_schuld(haarlem)
    melder = log_in(haarlem, MELDER)
    antwoord = melder.post(adres(zaak, "voorstel_doen"), INGEVULD | MONDELING)
    assert antwoord.status_code == 403
    assert vormen(haarlem) == set()


def test_alleen_waar_de_tekst_het_zegt() -> None:
    assert HEEMSTEDE.elke_vorm == ""
