"""Haarlem, conditions, purposes, grounds, closed lists and what may never go where."""

from dataclasses import replace

import pytest

from convenant.beleid.beslissing import Stand, Vraag, beslis
from convenant.beleid.register import fouten
from convenant.beleid.taal import INZIEN, Kant
from huisuitzetting.beleid import HAARLEM

from .haarlem import PRIVACY_G, SWT, params_bij_eis
from .haarlem_vragen import SETS, vraag
from .tabel import alles_waar, ingevuld, kant, stand

# clause, fact, an act or set that it decides
FEITEN = [
    ("HAA-OND", "alle_partijen_getekend", "melding_achterstand"),
    ("HAA-9.1", "convenant_van_kracht", "melding_achterstand"),
    ("HAA-PR6.2", "geheimhouding_in_contract", "melding_achterstand"),
    ("HAA-PR5.6", "derde_toegestaan", "terugkoppeling"),
    ("HAA-2.F1", "lid_van_wijkteam", "terugkoppeling"),
    ("HAA-PAR.2", "eigen_huurder", "melding_achterstand"),
    ("HAA-PAR.2", "eigen_huurder", "terugkoppeling"),
    ("HAA-2.1.c", "verantwoordelijk_wijkteam", "melding_achterstand"),
    ("HAA-2.2.1", "is_regievoerder", "schuldinventarisatie"),
    ("HAA-2.2.3", "troubleshooter_ingeschakeld", "melding_aan_troubleshooter"),
    ("HAA-PR5.1", "aangemeld_door_eigen_partij", "autorisatie_verlenen"),
    ("HAA-PR2.1.b", "niet_herleidbaar", "telling_corporatie"),
    ("HAA-1.3", "niet_alleen_strafbaar_feit", "melding_achterstand"),
    ("HAA-1.3", "niet_alleen_strafbaar_feit", "achterstand_vastleggen"),
    ("HAA-3.1", "zelf_contact_gezocht", "melding_achterstand"),
    ("HAA-B4.1", "gewezen_op_sdv", "contact_zoeken"),
    ("HAA-B2.1", "brief_met_vier_onderdelen", "melding_achterstand"),
    ("HAA-B2.1", "brief_met_vier_onderdelen", "melding_met_meer"),
    ("HAA-PR10.2", "huurder_maakt_geen_bezwaar", "melding_achterstand"),
    ("HAA-3.2", "huurder_geinformeerd", "melding_met_meer"),
    ("HAA-B2.2", "toestemming_huurder", "melding_met_toestemming"),
    ("HAA-3.3", "melding_op_toestemming", "intrekking_toestemming"),
    ("HAA-B2.6.b", "schriftelijke_toestemming_klant", "extra_informatie"),
    ("HAA-2.1", "reden_vermeld", "zaak_sluiten"),
    ("HAA-3.8", "geen_sdv_in_wijkteam", "vraag_bekendheid"),
    ("HAA-B2.4", "wachtlijst_te_lang", "brp_gezin_en_leeftijd"),
    ("HAA-3.10", "regieondersteuning_belegd", "meer_problematiek_vaststellen"),
    ("HAA-3.10", "overlegd_met_huurder", "warme_overdracht"),
    ("HAA-B2.5.b", "toestemming_overdracht", "warme_overdracht"),
    ("HAA-6.3", "achterstand_in_voorstel_of_gemeld", "voorstel"),
    ("HAA-5.1", "lopende_huur_hervat", "opschorting"),
    ("HAA-5.1", "goede_wil_getoond", "opschorting"),
    ("HAA-3.4", "betalingsregeling_loopt", "opschorting"),
    ("HAA-7.3", "looptijd_ten_hoogste_36_maanden", "aanbod"),
    ("HAA-7.4", "beoordeling_sdv_vastgelegd", "akkoord_aanbod"),
    ("HAA-7.1", "geen_betalingsregeling_mogelijk", "minnelijk_traject_starten"),
    ("HAA-7.6", "herstelbrief_verstuurd", "hersteltermijn"),
    ("HAA-7.6", "huur_niet_alsnog_betaald", "hersteltermijn_verstrijken"),
    ("HAA-3.4", "twee_weken_na_contact_of_regeling", "deurwaarder_inschakelen"),
    ("HAA-3.4", "afwijking_met_reden", "deurwaarder_als_afwijking"),
    ("HAA-B4.6", "drie_maanden_achterstand_of_reden", "dagvaarden"),
    ("HAA-B4.10", "vier_weken_na_vonnis", "ontruimingsdatum"),
    ("HAA-B4.7", "gezamenlijk_overleg_gehouden", "ontruiming_vastleggen"),
    ("HAA-9.3", "alle_partijen_stemmen_in", "beeindigen"),
    ("HAA-9.4", "hooguit_twee_overleggen_of_reden", "overleg_plannen"),
    ("HAA-PR13.2", "bedoeld_als_wijziging", "wijziging_vaststellen"),
    ("HAA-PR13.2", "bevoegd_ondertekend", "wijziging_vaststellen"),
    ("HAA-PR10.2", "verantwoordelijk_voor_verwerking", "verzoek_beantwoorden"),
    ("HAA-PR10.3", "andere_partij_verantwoordelijk", "doorgestuurd_verzoek"),
    ("HAA-PR10.3", "gegevens_nodig_en_goedgekeurd", "pakket_betrokkene"),
    ("HAA-PR9.3", "eigen_register", "inbreukregister"),
    ("HAA-PR9.3", "onderdelen_a_tot_en_met_j_ingevuld", "inbreuk_sluiten"),
    ("HAA-PR8.1", "grondslag_gecontroleerd", "wettelijke_verstrekking"),
    ("HAA-PR8.1", "identiteit_gecontroleerd", "wettelijke_verstrekking"),
    ("HAA-PR5.1", "eigen_administratie", "verzoek_betrokkene"),
    ("HAA-PR5.1", "eigen_administratie", "wettelijk_verzoek"),
    ("HAA-PR5.1", "zaak_van_eigen_partij", "inbreukregister"),
    ("HAA-PR5.1", "zaak_van_eigen_partij", "inbreukmelding"),
    ("HAA-PR5.1", "zaak_van_eigen_partij", "inbreuk_sluiten"),
    ("HAA-PR5.1", "zaak_van_eigen_partij", "kennisgeving_wettelijk_verzoek"),
    ("HAA-PR5.1", "zaak_van_eigen_partij", "wettelijke_verstrekking"),
    ("HAA-PR5.1", "zaak_van_eigen_partij", "weigering_wettelijk_verzoek"),
    ("HAA-PR8.1", "anderen_weten_het", "wettelijke_verstrekking"),
    ("HAA-PR8.1", "anderen_weten_het", "weigering_wettelijk_verzoek"),
    ("HAA-PR8.2", "kennisgeving_toegestaan", "kennisgeving_wettelijk_verzoek"),
    ("HAA-PR5.4", "schriftelijk_afgesproken", "ander_gebruik_toestaan"),
    ("HAA-PR7.4", "dpia_raakt_uitwisseling", "dpia_uitkomst"),
]
# Those that another row of the same verb decides, and those that only stop a clock.
ELDERS = {"volgorde_gevolgd", "nog_niet_beslist", "nog_niet_gemeld", "terugkoppeling_gegeven"}
ALLEEN_KLOK = [
    ("HAA-3.5", "zonder_contacttermijn"),
    ("HAA-3.3", "zonder_huurachterstand"),
    ("HAA-PR8.2", "kennisgeving_verboden"),
]


@pytest.mark.parametrize("rij", params_bij_eis(FEITEN))
def test_weigering_noemt_reden_en_artikel(rij):
    eis, feit, wat = rij
    assert beslis(HAARLEM, vraag(wat), stand(HAARLEM)).mag
    (reden,) = beslis(HAARLEM, vraag(wat), stand(HAARLEM, (feit,))).voor_mens(HAARLEM)
    assert (reden.feit, reden.eis) == (feit, eis)
    assert reden.tekst.endswith(".")


@pytest.mark.parametrize(
    ("wie", "handeling", "stap", "feit"),
    [
        pytest.param(*rij, marks=pytest.mark.eis(eis))
        for eis, *rij in [
            ("HAA-3.6", SWT, "in_behandeling_nemen", "wachtlijst", "volgorde_gevolgd"),
            ("HAA-2.2.1", SWT, "in_behandeling_nemen", "deurwaarder", "nog_niet_beslist"),
            ("HAA-B4.2", "corporatie/melder", "melden_achterstand", "deurwaarder", "nog_niet_gemeld"),
            ("HAA-B4.2", "corporatie/melder", "melden_achterstand", "vonnis", "nog_niet_gemeld"),
            ("HAA-3.7", SWT, "zaak_sluiten", "gemeld", "terugkoppeling_gegeven"),
        ]
    ],
)
def test_weigering_in_deze_stap(wie, handeling, stap, feit):
    gesteld = Vraag(kant(wie), handeling, stap)
    assert beslis(HAARLEM, gesteld, stand(HAARLEM)).mag
    (reden,) = beslis(HAARLEM, gesteld, stand(HAARLEM, (feit,))).voor_mens(HAARLEM)
    assert reden.feit == feit


@pytest.mark.parametrize("rij", params_bij_eis(ALLEEN_KLOK))
def test_feit_dat_een_klok_stilzet(rij):
    """It refuses nothing; the table of clocks says which clock it stops."""
    eis, feit = rij
    assert (HAARLEM.feit(feit).eis, HAARLEM.feit(feit).gemis_zichtbaar) == (eis, True)
    assert all(beslis(HAARLEM, vraag(wat), stand(HAARLEM, (feit,))).mag for wat in SETS)


def test_elk_feit_heeft_een_rij():
    gezien = {rij[1] for rij in (*FEITEN, *ALLEEN_KLOK)} | ELDERS
    assert gezien == {feit.naam for feit in HAARLEM.feiten}


@pytest.mark.eis("HAA-PR4.4", "HAA-9.1")
def test_na_afloop_lopen_datalekken_en_verzoeken_door():
    zonder = stand(HAARLEM, ("convenant_van_kracht",))
    na_afloop = {naam for naam in SETS if beslis(HAARLEM, vraag(naam), zonder).mag}
    assert na_afloop == {
        "verzoek_betrokkene",
        "uitstel_antwoord",
        "vastgelegde_inbreuk",
        "wettelijk_verzoek",
        "weigering_wettelijk_verzoek",
        "antwoord_betrokkene",
        "doorgestuurd_verzoek",
        "pakket_betrokkene",
        "inbreukregister",
        "inbreukmelding",
        "kennisgeving_wettelijk_verzoek",
        "wettelijke_verstrekking",
        "dpia_uitkomst",
        "ontwikkeling",
    }
    lezen = Vraag(kant(PRIVACY_G), INZIEN, "inbreuk_gemeld", "inbreukmelding")
    assert beslis(HAARLEM, lezen, zonder).mag
    zaak_lezen = Vraag(kant(SWT), INZIEN, "gemeld", "melding_achterstand")
    assert not beslis(HAARLEM, zaak_lezen, zonder).mag


@pytest.mark.eis("HAA-1.1", "HAA-PR2.1.a", "HAA-PR2.1.b", "HAA-PR2.2.a", "HAA-PR1.1", "HAA-PR1.3")
def test_doelen_zijn_gesloten():
    assert {doel.naam: (doel.eis, doel.vereist) for doel in HAARLEM.doelen} == {
        "uitzetting_voorkomen": ("HAA-1.1", ()),
        "vroegsignalering": ("HAA-PR2.1.a", ()),
        "betaalritme": ("HAA-PR2.2.a", ()),
        "beleidsevaluatie": ("HAA-PR2.1.b", ("niet_herleidbaar",)),
        "uitvoering_reglement": ("HAA-PR1.1", ()),
    }


@pytest.mark.parametrize(
    ("naam", "soorten"),
    [
        pytest.param(naam, soorten, marks=pytest.mark.eis(eis, "HAA-PR2.3"))
        for eis, naam, soorten in [
            ("HAA-B2.2", "avg_6_1_a", ()),
            ("HAA-B2.1", "avg_6_1_b", ("corporatie",)),
            ("HAA-B2.1", "avg_6_1_f", ("corporatie",)),
            ("HAA-B2.3", "avg_6_1_e", ("gemeente", "bron", "systeem")),
            ("HAA-PR2.3", "avg_6_1_c", ()),
        ]
    ],
)
def test_grondslag(naam, soorten):
    """Decision 4: a public body has no legitimate interest, and a corporatie no public task."""
    assert (HAARLEM.grondslag(naam).soorten, HAARLEM.grondslag(naam).vereist) == (soorten, ())


@pytest.mark.eis("HAA-PR.OW.2")
def test_gezamenlijk_is_alleen_het_kader_en_het_laatste_overleg():
    gezamenlijk = {s.naam for s in HAARLEM.gegevenssets if s.verantwoordelijke == "gezamenlijk"}
    assert gezamenlijk == {"zaakkader_corporatie", "zaakkader_gemeente", "laatste_overleg"}


AFSPRAAK = ("lopende_huur", "regeling_achterstand")
RECHTEN = (
    "inzage",
    "rectificatie",
    "wissing",
    "beperking",
    "overdraagbaarheid",
    "bezwaar",
    "geautomatiseerd_besluit",
)
WAARDEN = [
    (
        "HAA-B2.2",
        "melding_met_toestemming",
        "signaalcategorie",
        ("vraag_om_hulp", "overlast", "verwaarlozing_woning", "zorgen_om_huishouden"),
    ),
    (
        "HAA-3.6.voorrang",
        "voorrang",
        "voorrangsgroep",
        ("huurder_met_kinderen_tot_18", "vijfenzestig_plus", "verblijfsstatus", "bekend_bij_swt"),
    ),
    (
        "HAA-B2.5.poging",
        "contactpoging",
        "wijze_contact",
        (
            "brief_met_afzegmogelijkheid",
            "brief_zonder_afzegmogelijkheid",
            "telefonische_aankondiging",
            "direct_aanbellen",
        ),
    ),
    (
        "HAA-2.2.3.opschaling",
        "opschaling",
        "grond_opschaling",
        ("vraag_zonder_oplossing", "stagnatie_met_risico"),
    ),
    ("HAA-PR5.3.corporatie", "zaakkader_corporatie", "aan_zet", ("corporatie", "gemeente", "niemand")),
    (
        "HAA-PR5.3.gemeente",
        "zaakkader_gemeente",
        "aan_zet",
        ("corporatie", "swt", "sdv", "troubleshooter", "niemand"),
    ),
    (
        "HAA-5.1.einde",
        "einde_opschorting",
        "vervallen_voorwaarde",
        ("lopende_huur", "goede_wil", "betalingsregeling"),
    ),
    ("HAA-3.9.corporatie", "niet_nagekomen_volgens_corporatie", "afspraak", AFSPRAAK),
    ("HAA-3.9.wijkteam", "niet_nagekomen_volgens_wijkteam", "afspraak", AFSPRAAK),
    ("HAA-2.2.2.aanbod", "aanbod_hulp", "soort_hulp", ("budgetbeheer", "schuldregeling", "anders")),
    (
        "HAA-7.2.status",
        "status_minnelijk_traject",
        "status_minnelijk_traject",
        ("gestart", "geslaagd", "mislukt"),
    ),
    ("HAA-7.5.status", "status_wsnp", "status_wsnp", ("verzocht", "toegelaten", "afgewezen")),
    (
        "HAA-3.4.afwijking",
        "afwijking",
        "soort_afwijking",
        ("deurwaarder_te_vroeg", "rechter_te_vroeg", "ontruiming_zonder_overleg"),
    ),
    ("HAA-B4.5.stand", "stand_procedure", "stap_procedure", ("deurwaarder", "dagvaarding", "vonnis")),
    (
        "HAA-B4.7.overleg",
        "laatste_overleg",
        "uitkomst_overleg",
        ("regeling", "geen_regeling", "vervolgafspraak"),
    ),
    (
        "HAA-8.2.poging",
        "poging_troubleshooter",
        "uitkomst_poging",
        ("regeling", "geen_regeling", "niet_bereikt"),
    ),
    ("HAA-8.2.uitkomst", "uitkomst", "uitkomst_zaak", ("voorkomen", "sleutels_ingeleverd", "ontruimd")),
    (
        "HAA-9.5.3.telling",
        "telling_corporatie",
        "doelgroep",
        ("huurder_met_kinderen", "vijfenzestig_plus", "statushouder", "alleenstaande", "overig"),
    ),
    (
        "HAA-9.5.3.telling",
        "telling_corporatie",
        "reden",
        ("huurschuld", "overlast", "strafbaar_feit", "anders"),
    ),
    (
        "HAA-PR10.3.verzoek",
        "doorgestuurd_verzoek",
        "soort_verzoek",
        RECHTEN,
    ),
    ("HAA-PR10.2.register", "verzoek_betrokkene", "soort_verzoek", RECHTEN),
    (
        "HAA-PR11.1.bericht",
        "ontwikkeling",
        "soort_ontwikkeling",
        ("inbreuk", "uitspraak_rechter_of_toezichthouder", "wettelijk_verzoek_van_derde", "overig"),
    ),
]


@pytest.mark.parametrize("rij", params_bij_eis(WAARDEN))
def test_gesloten_lijst(rij):
    _, naam, veld, waarden = rij
    lijsten = {w.veld: w.waarden for w in HAARLEM.gegevensset(naam).waarden}
    assert lijsten[veld] == waarden


def test_elke_gegevensset_heeft_een_rij():
    assert sorted(SETS) == sorted(gegevensset.naam for gegevensset in HAARLEM.gegevenssets)


def test_elke_gesloten_lijst_heeft_een_rij():
    verwacht = {(s.naam, w.veld) for s in HAARLEM.gegevenssets for w in s.waarden}
    assert {(rij[1], rij[2]) for rij in WAARDEN} == verwacht


NOOIT = [
    ("HAA-B2.1.b", "gemeente", "melding_achterstand", ("burgerservicenummer",)),
    ("HAA-3.6", "corporatie", "terugkoppeling", ("voorrangsgroep", "reden_afwijking_volgorde")),
    ("HAA-3.8", "corporatie", "terugkoppeling", ("bekend_in_stapp", "bekend_bij_sdv")),
    ("HAA-B2.4", "corporatie", "terugkoppeling", ("gezinssamenstelling", "leeftijd", "verblijfsstatus")),
    (
        "HAA-2.2.2",
        "corporatie",
        "terugkoppeling",
        ("schuldeisers", "bedragen_schulden", "inkomen", "plan_schuldaanpak"),
    ),
    (
        "HAA-B2.6.b",
        "corporatie",
        "terugkoppeling",
        ("gespreksverslag", "achtergrond_betalingsachterstand", "medische_gegevens", "regievoerder"),
    ),
]


@pytest.mark.parametrize("rij", params_bij_eis(NOOIT))
def test_deze_velden_laden_nooit(rij):
    """A set that would send one of these to that kind of party does not load, whatever the facts."""
    _, soort, naam, velden = rij
    eerste = HAARLEM.gegevensset(naam)
    rest = tuple(s for s in HAARLEM.gegevenssets if s is not eerste)
    for veld in velden:
        wijder = HAARLEM.anders(gegevenssets=(replace(eerste, velden=(*eerste.velden, veld)), *rest))
        assert any(veld in fout and f"nooit naar {soort}" in fout for fout in fouten(wijder)), veld


def test_het_beleid_laadt():
    assert list(fouten(HAARLEM)) == []


@pytest.mark.eis("HAA-PR1.2", "HAA-B2.6")
@pytest.mark.parametrize("naam", sorted(SETS))
def test_geen_veld_buiten_bijlage_2(naam):
    gesteld = replace(vraag(naam), velden=(*SETS[naam].velden, "opmerkingen"))
    assert not beslis(HAARLEM, gesteld, stand(HAARLEM)).mag


@pytest.mark.eis("HAA-PR13.1")
def test_ongeldige_bepaling_blokkeert_wat_eraan_vastzit():
    zonder = Stand(alles_waar(HAARLEM), ingevuld(HAARLEM), {"HAA-B2.4": "Dit artikel is ongeldig."})
    assert not beslis(HAARLEM, vraag("brp_gezin_en_leeftijd"), zonder).mag
    assert beslis(HAARLEM, vraag("terugkoppeling"), zonder).mag


@pytest.mark.eis("HAA-B2.2")
def test_convenant_kiest_uit_het_voorstel_en_niet_meer():
    gekozen = Stand(
        alles_waar(HAARLEM),
        ingevuld(HAARLEM) | {"velden_melding_met_toestemming": ("naam", "telefoonnummer", "inkomen")},
    )
    assert beslis(HAARLEM, vraag("melding_met_toestemming"), gekozen).velden == ("naam", "telefoonnummer")


@pytest.mark.eis("HAA-9.3")
def test_opzeggen_door_een_partij_bestaat_niet():
    handelingen = {handeling for rij in HAARLEM.bevoegdheden for handeling in rij.handelingen}
    assert not {"opzeggen", "uittreden"} & handelingen


@pytest.mark.eis("HAA-PR2.1.b")
def test_beleidsadviseur_ziet_niets_over_een_huurder():
    adviseur = Kant("gemeente", "beleidsadviseur")
    over_personen = {s.naam for s in HAARLEM.gegevenssets if s.persoonsgegeven and adviseur in s.aan}
    assert over_personen == {"contactwijziging"}
