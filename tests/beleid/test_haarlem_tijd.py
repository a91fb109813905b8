"""Haarlem, clocks, keeping and open settings."""

from datetime import datetime

import pytest

from convenant.beleid.beslissing import beslis
from convenant.beleid.kalender import AMSTERDAM, vervalt_op
from huisuitzetting.beleid import HAARLEM

from .haarlem import ADVISEUR, MELDER, SDV, SWT, params_bij_eis
from .haarlem_vragen import vraag
from .tabel import stand

REGELING = ("betalingsregeling_loopt",)
VERBOD = ("kennisgeving_verboden",)
ZELF = ("verantwoordelijk_voor_verwerking",)

# clause, event, act, direction, suspended by, who, event at, runs out at (midnight after the last day; None: at once)
KLOKKEN = [
    (
        "HAA-2.1.b",
        "ontstaan_huurachterstand",
        "huurder_actief_informeren",
        "binnen",
        (),
        MELDER,
        "2026-01-31 09:00",
        "2026-03-01",
    ),
    (
        "HAA-3.1",
        "ontstaan_huurachterstand",
        "actief_contact_met_huurder",
        "binnen",
        (),
        MELDER,
        "2026-01-31 09:00",
        "2026-03-01",
    ),
    (
        "HAA-B4.1",
        "ontstaan_huurachterstand",
        "contact_en_wijzen_op_sdv",
        "binnen",
        (),
        MELDER,
        "2026-01-31 09:00",
        "2026-03-01",
    ),
    (
        "HAA-B4.6",
        "ontstaan_huurachterstand",
        "verzoek_ontbinding_rechter",
        "binnen",
        REGELING,
        MELDER,
        "2026-01-31 09:00",
        "2026-05-01",
    ),
    (
        "HAA-2.1.c",
        "inschakelen_deurwaarder",
        "melding_bij_swt",
        "voor",
        REGELING,
        MELDER,
        "2026-03-24 09:00",
        "2026-03-11",
    ),
    (
        "HAA-3.4",
        "inschakelen_deurwaarder",
        "contact_met_swt",
        "voor",
        REGELING,
        MELDER,
        "2026-03-24 09:00",
        "2026-03-11",
    ),
    (
        "HAA-B4.2",
        "schuld_bereikt_1_5_maand_huur",
        "melding_bij_swt",
        "binnen",
        REGELING,
        MELDER,
        "2026-03-24 09:00",
        None,
    ),
    ("HAA-3.2", "huurder_geinformeerd", "swt_inschakelen", "binnen", (), MELDER, "2026-03-24 09:00", None),
    (
        "HAA-3.5",
        "ontvangst_melding",
        "contact_met_huurder",
        "binnen",
        ("zonder_contacttermijn",),
        SWT,
        "2026-03-31 16:00",
        "2026-04-10",  # Good Friday and Easter Monday do not count
    ),
    ("HAA-3.7", "ontvangst_melding", "terugkoppeling", "binnen", (), SWT, "2026-03-31 16:00", "2026-04-10"),
    ("HAA-B2.6", "ontvangst_melding", "terugkoppeling", "binnen", (), SWT, "2026-03-31 16:00", "2026-04-10"),
    (
        "HAA-6.2",
        "ontvangst_melding",
        "voorstel_doorbetalen_lopende_huur",
        "binnen",
        ("zonder_huurachterstand",),
        SWT,
        "2026-03-31 16:00",
        "2026-04-15",
    ),
    (
        "HAA-3.9",
        "niet_nakomen_betaalafspraak",
        "wederzijds_informeren",
        "binnen",
        (),
        "",
        "2026-03-31 16:00",
        None,
    ),
    (
        "HAA-7.3",
        "start_schuldbemiddeling",
        "looptijd_schuldbemiddeling",
        "maximaal",
        (),
        SDV,
        "2026-03-31 16:00",
        "2029-04-01",
    ),
    (
        "HAA-7.6",
        "bieden_hersteltermijn",
        "lopende_huur_alsnog_voldoen",
        "binnen",
        (),
        MELDER,
        "2026-03-10 09:00",
        "2026-03-25",
    ),
    (
        "HAA-8.1",
        "datum_uitzetting_bekend",
        "bericht_aan_troubleshooter",
        "binnen",
        (),
        MELDER,
        "2026-03-10 09:00",
        None,
    ),
    ("HAA-B4.10", "toewijzing_vonnis", "ontruiming", "binnen", (), MELDER, "2026-03-10 09:00", "2026-04-08"),
    ("HAA-9.2", "vorige_evaluatie", "evaluatie", "elke", (), ADVISEUR, "2026-03-31 09:00", "2026-10-01"),
    (
        "HAA-9.2.b",
        "evaluatiebesluit",
        "voortzetting",
        "binnen",
        (),
        ADVISEUR,
        "2026-03-31 09:00",
        "2027-04-01",
    ),
    ("HAA-PR7.4", "uitkomst_dpia", "kennisgeving_partijen", "binnen", (), "", "2026-03-10 09:00", None),
    (
        "HAA-PR8.1",
        "wettelijk_verzoek",
        "informeren_andere_partij",
        "binnen",
        VERBOD,
        "",
        "2026-03-10 09:00",
        None,
    ),
    (
        "HAA-PR8.2",
        "ontvangst_bindend_verzoek",
        "kennisgeving_andere_partij",
        "binnen",
        VERBOD,
        "",
        "2026-12-23 11:00",
        "2027-01-01",
    ),
    (
        "HAA-PR9.1",
        "constatering_inbreuk",
        "melding_andere_partij",
        "binnen",
        (),
        "",
        "2026-12-24 11:30",
        "2026-12-25 11:30",
    ),
    (
        "HAA-PR9.2",
        "constatering_inbreuk",
        "melding_ap",
        "binnen",
        (),
        "",
        "2026-12-24 11:30",
        "2026-12-27 11:30",
    ),
    (
        "HAA-PR10.2",
        "ontvangst_verzoek",
        "antwoord_verzoek",
        "binnen",
        (),
        "",
        "2026-01-31 09:00",
        "2026-03-01",
    ),
    (
        "HAA-PR10.3",
        "ontvangst_verzoek",
        "doorsturen_verzoek",
        "binnen",
        ZELF,
        "",
        "2026-12-23 11:00",
        "2027-01-01",
    ),
]


@pytest.mark.parametrize("klok", params_bij_eis(KLOKKEN))
def test_klok(klok):
    eis, gebeurtenis, actie, richting, opgeschort_door, wie, na, tot = klok
    moment = datetime.fromisoformat(na).replace(tzinfo=AMSTERDAM)
    (termijn,) = [t for t in HAARLEM.termijnen_na(gebeurtenis) if t.eis == eis]
    assert (termijn.actie, termijn.richting, termijn.opgeschort_door) == (actie, richting, opgeschort_door)
    assert (
        f"{termijn.verantwoordelijk.soort}/{termijn.verantwoordelijk.functie}"
        if termijn.verantwoordelijk
        else ""
    ) == wie
    verwacht = datetime.fromisoformat(tot).replace(tzinfo=AMSTERDAM) if tot else moment
    assert vervalt_op(termijn, moment) == verwacht
    assert not termijn.eerste_dag_telt


@pytest.mark.eis("HAA-9.4")
def test_hooguit_twee_overleggen_per_jaar():
    """A number in a year is no moment: nothing runs out, the third asks for a reason."""
    termijn = HAARLEM.termijn("overleg_werkafspraken")
    assert (termijn.na, termijn.duur, termijn.eenheid) == ("kalenderjaar", 2, "keer_per_jaar")
    assert (termijn.actie, termijn.richting) == ("overleg_werkafspraken", "maximaal")
    assert not termijn.eerste_dag_telt
    with pytest.raises(ValueError, match="keer_per_jaar"):
        vervalt_op(termijn, datetime(2026, 1, 1, tzinfo=AMSTERDAM))


@pytest.mark.eis("HAA-B4.2")
def test_anderhalve_maand_is_geld_en_geen_tijd():
    """Decision 67: rent owed, not time passed."""
    assert HAARLEM.termijn("melden_bij_anderhalve_maand").drempel == (1.5, "maandhuren")
    assert [t.naam for t in HAARLEM.termijnen if t.drempel] == ["melden_bij_anderhalve_maand"]


@pytest.mark.eis("HAA-PR9.2", "HAA-PR10.2")
def test_alleen_deze_getallen_komen_uit_de_avg():
    assert {t.eis for t in HAARLEM.termijnen if t.bron} == {"HAA-PR9.2", "HAA-PR10.2"}


def test_elke_klok_heeft_een_rij():
    assert {klok[0] for klok in KLOKKEN} | {"HAA-9.4"} == {termijn.eis for termijn in HAARLEM.termijnen}


# clause, name, after what, number and unit, or the setting that holds the number
BEWAREN = [
    ("HAA-B2.4", "brp_gezin_en_leeftijd", "einde_wachtlijst", 0, "einde_dag", ""),
    ("HAA-B2.2", "gemeld_met_toestemming", "intrekking_toestemming", 0, "einde_dag", ""),
    ("HAA-B2.6.b", "extra_informatie", "intrekking_toestemming_klant", 0, "einde_dag", ""),
    ("HAA-PR1.4", "zaak", "zaak_gesloten", None, "", "bewaartermijn_zaak"),
    ("HAA-PR10.2", "verzoek", "verzoek_beantwoord", None, "", "bewaartermijn_verzoek"),
    (
        "HAA-PR8.1",
        "wettelijk_verzoek",
        "wettelijk_verzoek_afgehandeld",
        None,
        "",
        "bewaartermijn_wettelijk_verzoek",
    ),
    ("HAA-PR9.3", "inbreuk", "inbreuk_gesloten", None, "", "bewaartermijn_inbreuk"),
    ("HAA-PR1.4", "logboek", "logregel", None, "", "bewaartermijn_logboek"),
]


@pytest.mark.parametrize("rij", params_bij_eis(BEWAREN))
def test_bewaartermijn(rij):
    """Destroyed, without four eyes or cooling off: the text has no clause that would keep anything (decisions 6, 65)."""
    _, naam, na, duur, eenheid, instelling = rij
    regel = HAARLEM.bewaartermijn(naam)
    assert (regel.na, regel.duur, regel.eenheid, regel.instelling) == (na, duur, eenheid, instelling)
    assert regel.daarna == "vernietigen"
    assert (regel.vier_ogen, regel.afkoeling, regel.behoud_als) == (False, 0, ())


def test_elke_bewaartermijn_heeft_een_rij():
    assert {rij[1] for rij in BEWAREN} == {regel.naam for regel in HAARLEM.bewaartermijnen}


# clause, setting, what it blocks while empty ("": nothing, it has this standard), standard
INSTELLINGEN = [
    ("HAA-B3", "contactlijst", "convenant", None),
    ("HAA-10.1", "privacyreglement", "convenant", None),
    ("HAA-PR1.4", "bewaartermijn_zaak", "convenant", None),
    ("HAA-PR10.2", "bewaartermijn_verzoek", "convenant", None),
    ("HAA-PR8.1", "bewaartermijn_wettelijk_verzoek", "convenant", None),
    ("HAA-PR9.3", "bewaartermijn_inbreuk", "convenant", None),
    ("HAA-PR1.4", "bewaartermijn_logboek", "convenant", None),
    ("HAA-B2.2", "velden_melding_met_toestemming", "melding_met_toestemming", None),
    ("HAA-B2.4", "capaciteit_wijkteam", "brp_gezin_en_leeftijd", None),
    ("HAA-OW.6", "aanvullende_afspraken", "", "geen"),
    ("HAA-9.5", "kleinste_aantal", "", 5),
    ("HAA-PR7.3", "controle_om_de", "", 12),
]
PROEF = (
    "melding_achterstand",
    "terugkoppeling",
    "melding_met_toestemming",
    "brp_gezin_en_leeftijd",
    "dagvaarden",
)


@pytest.mark.parametrize("rij", params_bij_eis(INSTELLINGEN))
def test_instelling(rij):
    """While empty it blocks exactly what the row says: everything, one set, or nothing."""
    _, naam, blokkeert, standaard = rij
    leeg = stand(HAARLEM, leeg=naam)
    geblokkeerd = {wat for wat in PROEF if not beslis(HAARLEM, vraag(wat), leeg).mag}
    assert geblokkeerd == {"convenant": set(PROEF), "": set()}.get(blokkeert, {blokkeert})
    (instelling,) = [i for i in HAARLEM.instellingen if i.naam == naam]
    assert (instelling.blokkeert, instelling.standaard) == (blokkeert, standaard)


def test_elke_instelling_heeft_een_rij():
    assert {rij[1] for rij in INSTELLINGEN} == {instelling.naam for instelling in HAARLEM.instellingen}
