"""Krimpen, articles 9 and 14 to 16: clocks, keeping, reuse and what the convenant leaves open."""

from dataclasses import replace
from datetime import datetime

import pytest

from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.kalender import AMSTERDAM, vervalt_op
from woonoverlast.beleid import KRIMPEN

from .krimpen import BURGEMEESTER, REGISSEUR, UITVOERDER, WERK, controleer
from .tabel import SetRegel, kant, params, stand

SETS = [
    SetRegel(
        "KRI-9.4.raadpleging",
        "niet_actieve_zaak",
        (
            "naam",
            "adres",
            "woonplaats",
            "geboortedatum",
            "plan_van_aanpak",
            "voortgangsrapportage",
            "afsluitrapportage",
        ),
        (REGISSEUR,),
        (REGISSEUR,),
        "niet_actief_raadplegen",
        ("niet_actief",),
        ("niet_actief",),
        ("nieuw_signaal", "overlast_herleeft", "andere_aanpak", "rechten_betrokkene", "controle"),
        ("avg_6_1_e_burgemeester",),
        vereist=(*WERK, "reden_inzage_vermeld", "nieuw_signaal_gekoppeld"),
        inzage_vereist=WERK,
        optioneel=("geboortedatum", "voortgangsrapportage"),
        haalt=True,
        afzender_leest=False,
    ),
    SetRegel(
        "KRI-9.4.c.hergebruik",
        "hergebruik",
        ("plan_van_aanpak", "voortgangsrapportage", "afsluitrapportage"),
        (REGISSEUR,),
        (REGISSEUR, UITVOERDER),
        "hergebruiken",
        ("heropend",),
        ("heropend",),
        ("overlast_herleeft", "andere_aanpak"),
        ("avg_6_1_e_burgemeester",),
        vereist=(*WERK, "actualiteit_getoetst"),
        inzage_vereist=WERK,
        optioneel=("plan_van_aanpak", "voortgangsrapportage", "afsluitrapportage"),
    ),
]


@pytest.mark.parametrize("regel", params(SETS))
def test_gegevensset(regel):
    controleer(regel)


RAADPLEGEN = Vraag(
    kant(REGISSEUR),
    "niet_actief_raadplegen",
    "niet_actief",
    "niet_actieve_zaak",
    kant(REGISSEUR),
    "nieuw_signaal",
)


@pytest.mark.parametrize(
    ("doel", "feiten"),
    [
        pytest.param("nieuw_signaal", ("nieuw_signaal_gekoppeld",), marks=pytest.mark.eis("KRI-9.4.b")),
        pytest.param("overlast_herleeft", (), marks=pytest.mark.eis("KRI-9.4.c")),
        pytest.param("andere_aanpak", (), marks=pytest.mark.eis("KRI-9.4.c")),
        pytest.param("rechten_betrokkene", (), marks=pytest.mark.eis("KRI-9.4")),
        pytest.param("controle", (), marks=pytest.mark.eis("KRI-9.4")),
    ],
)
def test_reden_om_een_niet_actieve_zaak_in_te_zien(doel, feiten):
    vraag = replace(RAADPLEGEN, doel=doel)
    assert beslis(KRIMPEN, vraag, stand(KRIMPEN)).mag
    zonder = beslis(KRIMPEN, vraag, stand(KRIMPEN, ("nieuw_signaal_gekoppeld",)))
    assert tuple(r.feit for r in zonder.gemis) == feiten
    (reden,) = beslis(KRIMPEN, vraag, stand(KRIMPEN, ("reden_inzage_vermeld",))).gemis
    assert (reden.feit, reden.eis) == ("reden_inzage_vermeld", "KRI-9.4")


@pytest.mark.eis("KRI-9.4")
def test_van_een_niet_actieve_zaak_blijft_geen_set_met_personen_open():
    open_sets = {s.naam for s in KRIMPEN.gegevenssets if "niet_actief" in s.inzage_in}
    assert open_sets == {"niet_actieve_zaak", "leer_en_verbeterpunten"}


@pytest.mark.eis("KRI-9.9.a")
@pytest.mark.parametrize("stap", ["niet_complex", "enkelvoudig", "vernietigd"])
def test_na_niet_complex_blijft_geen_set_met_personen_open(stap):
    assert not [s.naam for s in KRIMPEN.gegevenssets if stap in s.inzage_in and s.persoonsgegeven]


KLOKKEN = [
    # clause, event, act, direction, moment of the event, midnight at which it runs out (None: at once)
    ("KRI-9.4", "afsluiting_aanpak", "bewaren_niet_actief", "maximaal", "2026-03-10 09:00", "2031-03-11"),
    (
        "KRI-9.5",
        "afsluiting_aanpak",
        "vernietiging_bij_geen_herleving",
        "binnen",
        "2026-03-10 09:00",
        "2031-03-11",
    ),
    (
        "KRI-9.9.a",
        "besluit_geen_complexe_woonoverlast",
        "vernietiging_persoonsgegevens",
        "binnen",
        "2026-12-23 11:00",
        "2027-01-01",
    ),
    ("KRI-10.3", "incident_geconstateerd", "melding_partijen", "binnen", "2026-12-23 11:00", None),
    (
        "KRI-10.4.ap",
        "inbreuk_vastgesteld",
        "melding_autoriteit_persoonsgegevens",
        "binnen",
        "2026-12-23 11:00",
        "2026-12-26 11:00",
    ),
    (
        "KRI-11.3",
        "eerste_vastlegging_in_samenwerking",
        "informeren_overlastgever",
        "binnen",
        "2026-01-31 16:00",
        "2026-03-01",
    ),
    ("KRI-12.8.antwoord", "ontvangst_verzoek", "beantwoorden_verzoek", "binnen", "2026-03-10", "2026-04-11"),
    (
        "KRI-12.8.afdwingen",
        "einde_termijn_verzoek",
        "afstemming_afdwingen",
        "voor",
        "2026-04-13",
        "2026-04-09",
    ),
    ("KRI-14.1", "vorige_evaluatie", "evaluatie", "elke", "2026-03-10 09:00", "2027-03-11"),
    (
        "KRI-14.4",
        "inwerkingtreding_wijziging",
        "opzegging_wegens_wijziging",
        "binnen",
        "2026-07-01 00:00",
        None,
    ),
    ("KRI-16.1", "laatste_ondertekening", "inwerkingtreding", "binnen", "2026-06-05 15:00", "2026-06-06"),
    ("KRI-16.2", "laatste_ondertekening", "looptijd", "binnen", "2026-06-01 15:00", "2027-06-01"),
    (
        "KRI-16.2.b",
        "einde_lopende_periode",
        "stilzwijgende_verlenging",
        "elke",
        "2027-05-31 00:00",
        "2028-06-01",
    ),
    ("KRI-16.3", "ontvangst_opzegging", "opzegtermijn", "binnen", "2026-03-10 09:00", "2026-06-11"),
]


def per_klok(rijen):
    return [pytest.param(rij, marks=pytest.mark.eis(rij[0]), id=f"{rij[0]}-{rij[1]}") for rij in rijen]


@pytest.mark.parametrize("klok", per_klok(KLOKKEN))
def test_klok(klok):
    eis, gebeurtenis, actie, richting, na, tot = klok
    moment = datetime.fromisoformat(na).replace(tzinfo=AMSTERDAM)
    (termijn,) = [t for t in KRIMPEN.termijnen_na(gebeurtenis) if t.eis == eis]
    assert (termijn.actie, termijn.richting) == (actie, richting)
    verwacht = datetime.fromisoformat(tot).replace(tzinfo=AMSTERDAM) if tot else moment
    assert vervalt_op(termijn, moment) == verwacht


# clause, subject, who must act, days of warning, facts while which it asks nothing, source of the number
KLOK_VAN_WIE = [
    ("KRI-9.4", "zaak", "", (), (), ""),
    ("KRI-9.5", "zaak", "", (), (), ""),
    ("KRI-9.9.a", "zaak", "", (), ("rol_enkelvoudig_of_woonfraude",), "voorstel"),
    ("KRI-10.3", "incident", "", (), (), ""),
    ("KRI-10.4.ap", "incident", "", (), (), "AVG"),
    ("KRI-11.3", "zaak", BURGEMEESTER, (7,), ("overlastgever_uitgezonderd",), "AVG"),
    ("KRI-12.8.antwoord", "verzoek", "", (7,), (), "AVG"),
    ("KRI-12.8.afdwingen", "verzoek", REGISSEUR, (), (), "voorstel"),
    ("KRI-14.1", "convenant", BURGEMEESTER, (30,), (), ""),
    ("KRI-14.4", "deelname", "", (), (), ""),
    ("KRI-16.1", "convenant", "", (), (), ""),
    ("KRI-16.2", "convenant", "", (91,), (), ""),
    ("KRI-16.2.b", "convenant", "", (), (), ""),
    ("KRI-16.3", "deelname", "", (), (), ""),
]


@pytest.mark.parametrize("rij", per_klok(KLOK_VAN_WIE))
def test_klok_van_wie(rij):
    eis, *verwacht = rij
    (t,) = [t for t in KRIMPEN.termijnen if t.eis == eis]
    wie = str(t.verantwoordelijk or "")
    assert [t.onderwerp, wie, t.waarschuw, t.opgeschort_door, t.bron] == verwacht
    assert t.eerste_dag_telt is (eis in ("KRI-16.1", "KRI-16.2"))


@pytest.mark.eis(*dict.fromkeys(klok[0] for klok in KLOKKEN))
def test_elke_klok_heeft_een_rij():
    assert sorted(klok[0] for klok in KLOKKEN) == sorted(t.eis for t in KRIMPEN.termijnen)
    assert [rij[0] for rij in KLOK_VAN_WIE] == [klok[0] for klok in KLOKKEN]


AFSLUITING = "afsluiting_aanpak"
DIRECT = (0, "direct")
BEWAREN = [
    # clause, name, subject, event, what then, number and unit or the setting that holds them
    ("KRI-3.3.d", "contactgegevens_melder", "ontvangst", "toestemming_ingetrokken", "vernietigen", DIRECT),
    (
        "KRI-9.1",
        "eigen_dossier_verhuurder",
        "dossier",
        AFSLUITING,
        "vernietigen",
        "bewaartermijn_eigen_dossier",
    ),
    ("KRI-9.2", "eigen_dossier_politie", "dossier", AFSLUITING, "vernietigen", "bewaartermijn_eigen_dossier"),
    (
        "KRI-9.3",
        "eigen_dossier_corporatie",
        "dossier",
        AFSLUITING,
        "vernietigen",
        "bewaartermijn_eigen_dossier",
    ),
    ("KRI-9.4", "gesloten_zaak", "zaak", AFSLUITING, "niet_actief", DIRECT),
    ("KRI-9.5", "niet_actieve_zaak", "zaak", AFSLUITING, "vernietigen", (5, "jaren")),
    ("KRI-9.6", "evaluatiegegevens", "telling", AFSLUITING, "anonimiseren", DIRECT),
    ("KRI-9.7", "archiefkopie", "document", AFSLUITING, "vernietigen", "selectielijst_archief"),
    (
        "KRI-9.8",
        "reservekopie",
        "reservekopie",
        "aanmaak_reservekopie",
        "vernietigen",
        "bewaartermijn_reservekopie",
    ),
    (
        "KRI-9.9.a",
        "niet_complexe_zaak",
        "zaak",
        "besluit_geen_complexe_woonoverlast",
        "vernietigen",
        (5, "werkdagen"),
    ),
    ("KRI-9.9.b", "gezamenlijk_document", "document", AFSLUITING, "vernietigen", "selectielijst_termijn"),
    ("KRI-9.1", "logboek", "logregel", "logregel", "vernietigen", "bewaartermijn_logboek"),
]
BEHOUD_ALS = {
    "niet_actieve_zaak": ("herleeft_of_andere_aanpak",),
    "niet_complexe_zaak": ("rol_enkelvoudig_of_woonfraude",),
    "gezamenlijk_document": ("nodig_voor_archief",),
}


@pytest.mark.parametrize("rij", per_klok(BEWAREN))
def test_bewaartermijn(rij):
    """No second pair of eyes and no cooling-off: the text commands destruction (decision 65)."""
    eis, naam, onderwerp, na, daarna, termijn = rij
    b = KRIMPEN.bewaartermijn(naam)
    assert (b.eis, b.onderwerp, b.na, b.daarna) == (eis, onderwerp, na, daarna)
    verwacht = (None, "", termijn) if isinstance(termijn, str) else (*termijn, "")
    assert (b.duur, b.eenheid, b.instelling) == verwacht
    assert (b.behoud_als, b.vier_ogen, b.afkoeling) == (BEHOUD_ALS.get(naam, ()), False, 0)


@pytest.mark.eis(*dict.fromkeys(rij[0] for rij in BEWAREN))
def test_elke_bewaartermijn_heeft_een_rij():
    assert [rij[1] for rij in BEWAREN] == [b.naam for b in KRIMPEN.bewaartermijnen]


VERSTREKKEN = Vraag(
    kant(REGISSEUR),
    "verstrekken",
    "uitvoering",
    "overlastgever",
    kant("corporatie/behandelaar"),
    "onderzoek_en_aanpak",
)
ANTWOORD_POLITIE = Vraag(
    kant("politie/behandelaar"),
    "politiedeel_beantwoorden",
    "verzoek_afgestemd",
    "antwoord_politie",
    kant("betrokkene/verzoeker"),
)

INSTELLINGEN = [
    # clause, setting, kind, whose, what stays shut while it is empty, what fills it
    ("KRI-9.1", "bewaartermijn_eigen_dossier", "duur", "deelname", "alles", None),
    ("KRI-9.1", "bewaartermijn_logboek", "duur", "convenant", "alles", None),
    ("KRI-9.7", "selectielijst_archief", "duur", "convenant", "alles", None),
    ("KRI-9.8", "bewaartermijn_reservekopie", "duur", "convenant", "alles", None),
    ("KRI-9.9.a", "vernietiging_niet_complex", "getal", "convenant", "niets", 5),
    ("KRI-9.9.b", "selectielijst_termijn", "duur", "convenant", "alles", None),
    ("KRI-10.3", "criteria_incident", "tekst", "deelname", "niets", "Elke mogelijke inbreuk."),
    ("KRI-12.8", "antwoordtermijn_wpg", "duur", "convenant", "antwoord_politie", None),
]


@pytest.mark.parametrize("rij", per_klok(INSTELLINGEN))
def test_lege_instelling_blokkeert_precies_wat_zij_moet(rij):
    eis, naam, soort, van, dicht, standaard = rij
    (instelling,) = [i for i in KRIMPEN.instellingen if i.naam == naam]
    assert (instelling.eis, instelling.soort, instelling.van) == (eis, soort, van)
    assert instelling.standaard == standaard
    leeg = stand(KRIMPEN, leeg=naam)
    assert beslis(KRIMPEN, VERSTREKKEN, leeg).mag is (dicht != "alles")
    assert beslis(KRIMPEN, ANTWOORD_POLITIE, leeg).mag is (dicht == "niets")
    if dicht == "alles":
        assert [r.eis for r in beslis(KRIMPEN, VERSTREKKEN, leeg).gemis] == [eis]


@pytest.mark.eis(*dict.fromkeys(rij[0] for rij in INSTELLINGEN))
def test_elke_instelling_heeft_een_rij():
    assert sorted(rij[1] for rij in INSTELLINGEN) == sorted(i.naam for i in KRIMPEN.instellingen)
