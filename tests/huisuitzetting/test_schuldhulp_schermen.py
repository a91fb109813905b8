"""The forms of debt counselling, as a browser sends them."""

from uuid import uuid4

import pytest

from huisuitzetting.schuldhulp.forms import InventarisatieForm
from tests.huisuitzetting import verhaal_geld as verhaal
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.test_betaling_schermen import adres, stuur
from tests.huisuitzetting.verhaal_geld import SCHULDHULP
from tests.huisuitzetting.wijkteam import alleen_schuld
from tests.schermen.klant import log_in
from tests.wereld import Wereld
from tests.zaken import velden, zie

OP_DE_DAG = {"dag": "23-11-2026", "kenmerk": str(uuid4())}


@pytest.mark.eis("HAA-6.1")
@pytest.mark.parametrize(
    ("regels", "gelezen"),
    [
        (
            "Energiebedrijf 350,00\n\nBank 2: € 1.200,50",
            [("Energiebedrijf", "350.00"), ("Bank 2", "1200.50")],
        ),
        ("Webwinkel;80", [("Webwinkel", "80")]),
        ("Energiebedrijf", "Regel 1 heeft geen bedrag."),
        ("Energiebedrijf 350,00\nBank 1,2,3", "Het bedrag op regel 2 klopt niet."),
        ("\n".join(["Bank 1,00"] * 51), "meer dan 50 schulden"),
    ],
)
def test_schulden_komen_regel_voor_regel(regels: str, gelezen: list[tuple[str, str]] | str) -> None:
    form = InventarisatieForm({"schulden": regels, "inkomen": "1.450,00", **OP_DE_DAG})
    if isinstance(gelezen, str):
        assert gelezen in form.errors["schulden"][0]
    else:
        assert form.is_valid(), form.errors
        assert [(naam, str(bedrag)) for naam, bedrag in form.inventarisatie.schulden] == gelezen


@pytest.mark.eis("HAA-7.3")
def test_meer_dan_36_maanden_staat_bij_het_veld(haarlem: Wereld) -> None:
    zaak = verhaal.minnelijk(haarlem, alleen_schuld(haarlem))
    pagina = stuur(log_in(haarlem, SCHULDHULP), zaak, "aanbod_doen", percentage="4,5", maanden="37")
    assert "duurt 1 tot en met 36 maanden" in pagina
    assert 'value="4,5"' in pagina
    assert 'value="37"' in pagina


@pytest.mark.eis("HAA-7.1", "HAA-7.3", "HAA-7.4")
def test_van_geen_regeling_tot_akkoord_langs_de_schermen(haarlem: Wereld) -> None:
    zaak = alleen_schuld(haarlem)
    sdv, corporatie = log_in(haarlem, SCHULDHULP), log_in(haarlem, MELDER)
    assert not stuur(sdv, zaak, "geen_regeling_vaststellen", kenmerk=uuid4())
    assert not stuur(sdv, zaak, "minnelijk_traject_starten", **OP_DE_DAG)
    # Only what can be so now is offered.
    stand = sdv.get(adres(zaak, "minnelijk_traject_terugkoppelen")).content.decode()
    assert 'value="gestart"' in stand
    assert 'value="geslaagd"' not in stand
    assert not stuur(sdv, zaak, "aanbod_doen", percentage="4,5", maanden="36", kenmerk=uuid4())
    akkoord = {"kenmerk": str(uuid4())}
    assert "SDV heeft nog niet beoordeeld" in stuur(corporatie, zaak, "aanbod_aanvaarden", **akkoord)
    nodig = {"budgetbeheer": "ja", "beschermingsbewind": "nee", "budgetbegeleiding": "ja", "kenmerk": uuid4()}
    assert not stuur(sdv, zaak, "beoordeling_melden", **nodig)
    assert "checked" in sdv.get(adres(zaak, "beoordeling_melden")).content.decode()  # what was found before
    pagina = corporatie.get(f"/haarlem/zaken/{zaak}/").content.decode()
    for woord in ("budgetbeheer", "beschermingsbewind", "begeleiding"):
        assert woord not in pagina.lower()
    assert not stuur(corporatie, zaak, "aanbod_aanvaarden", **akkoord)
    assert zie(haarlem, SCHULDHULP, zaak).stap == "schuldbemiddeling"


@pytest.mark.eis("HAA-7.5")
def test_mislukt_en_de_wsnp_langs_de_schermen(haarlem: Wereld) -> None:
    zaak = verhaal.minnelijk(haarlem, alleen_schuld(haarlem))
    sdv = log_in(haarlem, SCHULDHULP)
    for handeling in ("minnelijk_traject_mislukken", "wsnp_verzoeken", "wsnp_afwijzing_vastleggen"):
        morgen = stuur(sdv, zaak, handeling, dag="24-11-2026", kenmerk=uuid4())
        assert "Deze dag is nog niet geweest." in morgen
        assert not stuur(sdv, zaak, handeling, dag="23-11-2026", kenmerk=uuid4())
    assert velden(haarlem, MELDER, zaak, "status_wsnp")["datum_status_wsnp"] == "2026-11-23"


@pytest.mark.eis("HAA-2.2.2", "HAA-B4.8")
def test_hulp_en_plan_langs_de_schermen(haarlem: Wereld) -> None:
    zaak = alleen_schuld(haarlem)
    sdv = log_in(haarlem, SCHULDHULP)
    assert "Maak een keuze" in stuur(sdv, zaak, "hulp_aanbieden", **OP_DE_DAG)
    assert not stuur(sdv, zaak, "hulp_aanbieden", soort="schuldregeling", dag="23-11-2026", kenmerk=uuid4())
    plan = {"betalen": "Via de bank.", "schuldaanpak": "Twee grote eerst.", "dag": "23-11-2026"}
    assert not stuur(sdv, zaak, "plan_delen", kenmerk=uuid4(), **plan)
    assert not stuur(sdv, zaak, "inventarisatie_gereedmelden", dag="23-11-2026", kenmerk=uuid4())
    assert velden(haarlem, SCHULDHULP, zaak, "plan_schuldhulp")["plan_betaling"] == "Via de bank."
