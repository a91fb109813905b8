"""Haarlem, the steps of a case, of the convenant, of a request and of an incident."""

from dataclasses import replace

import pytest

from convenant.beleid.taal import BEGIN
from huisuitzetting.beleid import HAARLEM

from .haarlem import (
    ADVISEUR,
    BETALING,
    BIJ_CORPORATIE,
    BIJ_WIJKTEAM,
    GEMELD,
    KLOK,
    MANAGER,
    MELDER,
    PRIVACY,
    RECHTER,
    SDV,
    SWT,
    TEAMLEIDER,
    TRAJECT,
    UITKOMST,
    UITVOERING,
)
from .tabel import Stap, controleer_geen_andere_stap, controleer_stap, params

EIGEN, TEAM = "eigen_huurder", "verantwoordelijk_wijkteam"


def corporatie(eis, van, handeling, naar, *feiten):
    return Stap(eis, van, handeling, naar, (MELDER,), (EIGEN, *feiten))


def wijkteam(eis, van, handeling, naar, *feiten):
    return Stap(eis, van, handeling, naar, (SWT,), (TEAM, *feiten))


def sdv(eis, van, handeling, naar, *feiten):
    return Stap(eis, van, handeling, naar, (SDV,), feiten)


def elk(stappen, maak, eis, handeling, naar, *feiten):
    """The same transition from several steps."""
    return [maak(eis, stap, handeling, naar, *feiten) for stap in stappen]


def vrij(rijen, in_stappen=None):
    """The step does not wait for these (in the steps named, or in all)."""
    return [replace(rij, vrij=in_stappen is None or rij.van in in_stappen) for rij in rijen]


def beide(eis, van, handeling, naar, *feiten):
    """Corporatie or wijkteam; each needs its own tie to the case, which the two rows test in turn."""
    return Stap(eis, van, handeling, naar, (MELDER, SWT), (EIGEN, *feiten))


def privacy(eis, van, handeling, naar, *feiten):
    return Stap(eis, van, handeling, naar, PRIVACY, feiten)


TOT_DEURWAARDER = (
    "herinnerd",
    *BIJ_WIJKTEAM,
    "voorstel",
    "incasso_hervat",
    "verbroken",
    "geen_regeling",
    "aanbod_afgewezen",
    "minnelijk_mislukt",
    "wsnp_afgewezen",
    "traject_beeindigd",
)
AFWIJKING = "afwijking_met_reden"

STAPPEN = [
    corporatie("HAA-1.3", BEGIN, "achterstand_vastleggen", "achterstand", "niet_alleen_strafbaar_feit"),
    corporatie("HAA-B4.1", "achterstand", "contact_zoeken", "contact", "gewezen_op_sdv"),
    corporatie("HAA-B2.1", "contact", "brief_versturen", "herinnerd"),
    *vrij([corporatie("HAA-B2.1", stap, "brief_versturen", stap) for stap in RECHTER]),
    corporatie("HAA-2.1.c", "herinnerd", "melden_achterstand", "gemeld"),
    corporatie("HAA-B4.2", "deurwaarder", "melden_achterstand", "gemeld", "nog_niet_gemeld"),
    *vrij(
        [
            corporatie("HAA-B4.2", stap, "melden_achterstand", stap, "nog_niet_gemeld")
            for stap in ("dagvaarding", "vonnis", "ontruimingsdatum_bekend")
        ]
    ),
    corporatie("HAA-3.2", "herinnerd", "melden_met_meer", "gemeld"),
    corporatie("HAA-3.3", BEGIN, "melden_met_toestemming", "gemeld"),
    *vrij(elk(GEMELD, beide, "HAA-3.3", "toestemming_intrekken", "gestopt", "melding_op_toestemming")),
    *vrij([beide("HAA-3.3", "gesloten", "toestemming_intrekken", "gesloten", "melding_op_toestemming")]),
    wijkteam("HAA-3.8", "gemeld", "bekendheid_controleren", "beoordeeld"),
    wijkteam("HAA-2.2.1", "beoordeeld", "in_behandeling_nemen", "in_behandeling"),
    wijkteam("HAA-3.6", "beoordeeld", "op_wachtlijst_plaatsen", "wachtlijst"),
    wijkteam("HAA-3.6", "wachtlijst", "in_behandeling_nemen", "in_behandeling", "volgorde_gevolgd"),
    *elk(
        ("beoordeeld", "wachtlijst"),
        wijkteam,
        "HAA-3.7",
        "niet_in_behandeling_nemen",
        "niet_in_behandeling",
    ),
    *vrij(
        [wijkteam("HAA-2.2.1", stap, "in_behandeling_nemen", stap, "nog_niet_beslist") for stap in RECHTER]
    ),
    wijkteam("HAA-B2.5", "in_behandeling", "contact_huurder_vastleggen", "contact_huurder"),
    wijkteam("HAA-B4.4", "contact_huurder", "alleen_schuld_vaststellen", "alleen_schuld"),
    wijkteam(
        "HAA-B4.3",
        "contact_huurder",
        "meer_problematiek_vaststellen",
        "meer_problematiek",
        "regieondersteuning_belegd",
    ),
    *elk(
        ("alleen_schuld", "meer_problematiek", "verbroken"), wijkteam, "HAA-6.2", "voorstel_doen", "voorstel"
    ),
    corporatie("HAA-6.4", "voorstel", "regeling_treffen", "regeling"),
    *elk(("deurwaarder", "dagvaarding", "vonnis"), corporatie, "HAA-B4.7", "regeling_treffen", "regeling"),
    corporatie("HAA-8.2", "ontruimingsdatum_bekend", "regeling_treffen", "regeling"),
    corporatie(
        "HAA-5.1",
        "regeling",
        "incasso_opschorten",
        "opgeschort",
        "lopende_huur_hervat",
        "goede_wil_getoond",
        "betalingsregeling_loopt",
    ),
    corporatie("HAA-5.1", "opgeschort", "opschorting_beeindigen", "incasso_hervat"),
    *vrij(elk(("regeling", "opgeschort"), beide, "HAA-3.9", "niet_nakoming_melden", "verbroken")),
    *elk(
        ("alleen_schuld", "meer_problematiek", "voorstel", "verbroken"),
        sdv,
        "HAA-7.1",
        "geen_regeling_vaststellen",
        "geen_regeling",
    ),
    sdv(
        "HAA-7.1",
        "geen_regeling",
        "minnelijk_traject_starten",
        "minnelijk_traject",
        "geen_betalingsregeling_mogelijk",
    ),
    sdv("HAA-6.4", "regeling", "schuldbemiddeling_starten", "schuldbemiddeling"),
    sdv("HAA-5.1", "opgeschort", "schuldbemiddeling_starten", "schuldbemiddeling"),
    *elk(
        ("minnelijk_traject", "aanbod_afgewezen"),
        sdv,
        "HAA-7.3",
        "aanbod_doen",
        "aanbod",
        "looptijd_ten_hoogste_36_maanden",
    ),
    corporatie("HAA-7.3", "aanbod", "aanbod_aanvaarden", "schuldbemiddeling", "beoordeling_sdv_vastgelegd"),
    corporatie("HAA-7.3", "aanbod", "aanbod_weigeren", "aanbod_afgewezen", "reden_vermeld"),
    *elk(
        ("minnelijk_traject", "aanbod_afgewezen"),
        sdv,
        "HAA-7.5",
        "minnelijk_traject_mislukken",
        "minnelijk_mislukt",
    ),
    sdv("HAA-7.5", "minnelijk_mislukt", "wsnp_verzoeken", "wsnp_verzocht"),
    sdv("HAA-7.5", "wsnp_verzocht", "wsnp_toelating_vastleggen", "wsnp"),
    sdv("HAA-7.5", "wsnp_verzocht", "wsnp_afwijzing_vastleggen", "wsnp_afgewezen"),
    corporatie(
        "HAA-7.6", "schuldbemiddeling", "hersteltermijn_bieden", "hersteltermijn", "herstelbrief_verstuurd"
    ),
    corporatie("HAA-7.6", "hersteltermijn", "betaling_huur_melden", "schuldbemiddeling"),
    Stap(
        "HAA-7.6",
        "hersteltermijn",
        "hersteltermijn_verstrijken",
        "te_beeindigen",
        (KLOK,),
        ("huur_niet_alsnog_betaald",),
    ),
    sdv("HAA-7.6", "te_beeindigen", "traject_beeindigen", "traject_beeindigd"),
    *vrij(
        elk(
            TOT_DEURWAARDER,
            corporatie,
            "HAA-B4.5",
            "deurwaarder_inschakelen",
            "deurwaarder",
            "twee_weken_na_contact_of_regeling",
        ),
        # Before the report and while the wijkteam is at work; when it takes nothing up the corporatie goes on.
        {"herinnerd", *BIJ_WIJKTEAM} - {"niet_in_behandeling"},
    ),
    *vrij(
        elk(
            ("achterstand", "contact", *TOT_DEURWAARDER, "regeling", "opgeschort"),
            corporatie,
            "HAA-3.4",
            "deurwaarder_als_afwijking",
            "deurwaarder",
            AFWIJKING,
        )
    ),
    corporatie("HAA-B4.6", "deurwaarder", "dagvaarden", "dagvaarding", "drie_maanden_achterstand_of_reden"),
    corporatie("HAA-B4.9", "dagvaarding", "vonnis_vastleggen", "vonnis"),
    corporatie("HAA-B4.9", "dagvaarding", "afwijzing_rechter_vastleggen", "voorkomen"),
    corporatie(
        "HAA-8.1", "vonnis", "ontruimingsdatum_vastleggen", "ontruimingsdatum_bekend", "vier_weken_na_vonnis"
    ),
    *vrij(
        [
            corporatie(
                "HAA-B4.10",
                "ontruimingsdatum_bekend",
                "ontruimingsdatum_vastleggen",
                "ontruimingsdatum_bekend",
                "vier_weken_na_vonnis",
            )
        ]
    ),
    corporatie(
        "HAA-B4.10",
        "ontruimingsdatum_bekend",
        "ontruiming_vastleggen",
        "ontruimd",
        "gezamenlijk_overleg_gehouden",
    ),
    corporatie("HAA-B4.7", "ontruimingsdatum_bekend", "ontruiming_als_afwijking", "ontruimd", AFWIJKING),
    *elk(RECHTER, corporatie, "HAA-9.5.3", "sleutels_ontvangen", "sleutels_ingeleverd"),
    *elk(
        ("regeling", "opgeschort", "schuldbemiddeling", "wsnp", "ontruimingsdatum_bekend"),
        corporatie,
        "HAA-9.5.3",
        "voorkomen_vastleggen",
        "voorkomen",
    ),
    # Whether it comes to an eviction the corporatie decides.
    *vrij(
        elk((*BIJ_CORPORATIE, *RECHTER), corporatie, "HAA-2.1", "zaak_sluiten", "gesloten", "reden_vermeld")
    ),
    *vrij(
        elk(
            (*BIJ_WIJKTEAM, *BETALING, *TRAJECT),
            beide,
            "HAA-2.2.1",
            "zaak_sluiten",
            "gesloten",
            "reden_vermeld",
            "terugkoppeling_gegeven",
        )
    ),
    # Afterwards closing is all that is left to do.
    *elk((*UITKOMST, "gestopt"), beide, "HAA-2.2.1", "zaak_sluiten", "gesloten", "reden_vermeld"),
    Stap(
        "HAA-4.2",
        BEGIN,
        "contactwijziging_aanleveren",
        "contactwijziging_aangeleverd",
        (MANAGER, TEAMLEIDER),
    ),
    Stap(
        "HAA-4.3",
        "contactwijziging_aangeleverd",
        "contactwijziging_verwerken",
        "contactwijziging_verwerkt",
        (ADVISEUR,),
    ),
    Stap("HAA-9.2", BEGIN, "evaluatie_openen", "evaluatie_open", (ADVISEUR,)),
    Stap("HAA-9.2.b", "evaluatie_open", "voortzetten", "evaluatie_voortgezet", (ADVISEUR,)),
    Stap("HAA-9.2", "evaluatie_open", "niet_voortzetten", "evaluatie_niet_voortgezet", (ADVISEUR,)),
    Stap("HAA-9.3", BEGIN, "beeindiging_voorstellen", "beeindiging_voorgesteld", (MANAGER, ADVISEUR)),
    Stap(
        "HAA-9.3",
        "beeindiging_voorgesteld",
        "beeindigen",
        "beeindigd",
        (ADVISEUR,),
        ("alle_partijen_stemmen_in",),
    ),
    Stap(
        "HAA-9.3",
        "beeindiging_voorgesteld",
        "beeindiging_weigeren",
        "beeindiging_geweigerd",
        (MANAGER, ADVISEUR),
    ),
    Stap("HAA-PR13.2", BEGIN, "wijziging_voorstellen", "wijziging_voorgesteld", (MANAGER, ADVISEUR)),
    Stap(
        "HAA-PR13.2",
        "wijziging_voorgesteld",
        "wijziging_vaststellen",
        "wijziging_vastgesteld",
        (ADVISEUR,),
        ("bedoeld_als_wijziging", "bevoegd_ondertekend"),
    ),
    Stap(
        "HAA-PR13.2",
        "wijziging_voorgesteld",
        "wijziging_weigeren",
        "wijziging_geweigerd",
        (MANAGER, ADVISEUR),
    ),
    privacy("HAA-PR10.2", BEGIN, "verzoek_vastleggen", "verzoek_ontvangen"),
    *elk(
        ("verzoek_ontvangen", "verzoek_doorgestuurd"),
        privacy,
        "HAA-PR10.2",
        "verzoek_beantwoorden",
        "verzoek_beantwoord",
        "verantwoordelijk_voor_verwerking",
    ),
    privacy(
        "HAA-PR10.3",
        "verzoek_ontvangen",
        "verzoek_doorsturen",
        "verzoek_doorgestuurd",
        "andere_partij_verantwoordelijk",
    ),
    Stap("HAA-PR9.3", BEGIN, "inbreuk_vastleggen", "inbreuk_open", (*PRIVACY, *UITVOERING)),
    privacy("HAA-PR9.1", "inbreuk_open", "inbreuk_melden", "inbreuk_gemeld", "zaak_van_eigen_partij"),
    privacy(
        "HAA-PR9.3",
        "inbreuk_gemeld",
        "inbreuk_sluiten",
        "inbreuk_gesloten",
        "zaak_van_eigen_partij",
        "onderdelen_a_tot_en_met_j_ingevuld",
    ),
    privacy("HAA-PR8.1", BEGIN, "wettelijk_verzoek_vastleggen", "wettelijk_verzoek_ontvangen"),
    privacy(
        "HAA-PR8.1",
        "wettelijk_verzoek_ontvangen",
        "wettelijk_verstrekken",
        "wettelijk_verstrekt",
        "zaak_van_eigen_partij",
        "grondslag_gecontroleerd",
        "identiteit_gecontroleerd",
        "anderen_weten_het",
    ),
    privacy(
        "HAA-PR6.1",
        "wettelijk_verzoek_ontvangen",
        "wettelijk_weigeren",
        "wettelijk_geweigerd",
        "zaak_van_eigen_partij",
        "anderen_weten_het",
    ),
]


@pytest.mark.parametrize("regel", params(STAPPEN))
def test_stap(regel):
    controleer_stap(HAARLEM, regel)


@pytest.mark.parametrize("regel", params([regel for regel in STAPPEN if regel.door == (MELDER, SWT)]))
def test_ook_het_wijkteam_alleen_in_zijn_eigen_zaak(regel):
    controleer_stap(HAARLEM, replace(regel, door=(SWT, MELDER), vereist=(TEAM,)))


@pytest.mark.eis(*dict.fromkeys(regel.eis for regel in STAPPEN))
def test_geen_andere_stap():
    controleer_geen_andere_stap(HAARLEM, STAPPEN)
