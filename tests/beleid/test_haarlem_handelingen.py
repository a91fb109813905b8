"""Haarlem, who may do what: functies and verbs."""

import pytest

from convenant.beleid.taal import INZIEN
from huisuitzetting.beleid import HAARLEM

from .haarlem import (
    ADVISEUR,
    BESTUUR,
    FG_C,
    FG_G,
    FGS,
    KLOK,
    MANAGER,
    MEDEWERKER,
    MELDER,
    PRIVACY,
    PRIVACY_C,
    PRIVACY_G,
    SDV,
    SWT,
    TEAMLEIDER,
    TIJDENS,
    TROUBLESHOOTER,
    UITVOERING,
)
from .tabel import (
    AANMELDEN,
    INRICHTEN,
    RECHTEN,
    REGISTER,
    SCHORSEN,
    VAN_FG,
    VERLENEN,
    Als,
    Mag,
    controleer_functie,
    controleer_mag,
    controleer_na_afloop,
    elk,
    params,
    reikt,
)

FUNCTIES = [
    Als("HAA-2.1", MELDER, MANAGER, PRIVACY_C, TIJDENS),
    Als("HAA-2.F1", SWT, TEAMLEIDER, PRIVACY_G, (*TIJDENS, "lid_van_wijkteam"), per_team=True),
    Als("HAA-2.2.2", SDV, TEAMLEIDER, PRIVACY_G, TIJDENS),
    Als("HAA-2.2.3", TROUBLESHOOTER, TEAMLEIDER, PRIVACY_G, TIJDENS),
    Als("HAA-9.2", MANAGER, MANAGER, PRIVACY_C, TIJDENS),
    Als("HAA-9.2", TEAMLEIDER, TEAMLEIDER, PRIVACY_G, TIJDENS),
    Als("HAA-4.3", ADVISEUR, TEAMLEIDER, PRIVACY_G, TIJDENS),
    Als("HAA-PR4.4", PRIVACY_C, MANAGER, PRIVACY_C, MEDEWERKER, onverenigbaar=("manager",)),
    Als("HAA-PR4.4", PRIVACY_G, TEAMLEIDER, PRIVACY_G, MEDEWERKER, onverenigbaar=("teamleider",)),
    Als(
        "HAA-PR7.3",
        FG_C,
        MANAGER,
        PRIVACY_C,
        MEDEWERKER,
        onverenigbaar=("melder", "manager", "privacycoordinator"),
    ),
    Als(
        "HAA-PR7.3",
        FG_G,
        TEAMLEIDER,
        PRIVACY_G,
        MEDEWERKER,
        onverenigbaar=(
            "swt",
            "sdv",
            "troubleshooter",
            "teamleider",
            "beleidsadviseur",
            "privacycoordinator",
        ),
    ),
]


@pytest.mark.parametrize("regel", params(FUNCTIES))
def test_functie(regel):
    controleer_functie(HAARLEM, regel)


def test_elke_functie_heeft_een_rij():
    assert {regel.functie for regel in FUNCTIES} == {f"{f.soort}/{f.naam}" for f in HAARLEM.functies}


LEIDING = (MANAGER, TEAMLEIDER)
ZIEN_RECHTEN = (*LEIDING, *PRIVACY, *FGS)

HANDELINGEN = [
    Mag("HAA-PR5.3", INZIEN, (*UITVOERING, *BESTUUR, *PRIVACY)),
    *elk("HAA-PR5.1", LEIDING, *AANMELDEN),
    Mag("HAA-PR5.1", SCHORSEN, (*LEIDING, *PRIVACY)),
    Mag("HAA-PR5.1", "autorisatie_verlenen", PRIVACY, ("aangemeld_door_eigen_partij",)),
    *elk(
        "HAA-PR5.1",
        PRIVACY,
        "autorisatie_weigeren",
        "autorisatie_intrekken",
        "autorisatie_hervatten",
        "factor_herstel_toestaan",
    ),
    Mag("HAA-PR5.1", RECHTEN, ZIEN_RECHTEN, bereik=reikt("partij", *ZIEN_RECHTEN)),
    Mag("HAA-PR7.3", RECHTEN, ZIEN_RECHTEN, bereik=reikt("partij", *ZIEN_RECHTEN)),
    Mag("HAA-9.1", INRICHTEN, (ADVISEUR,)),
    Mag("HAA-9.1", REGISTER, (ADVISEUR, *FGS), bereik=reikt("partij", *FGS)),
    Mag("HAA-PR7.3", REGISTER, (ADVISEUR, *FGS), bereik=reikt("partij", *FGS)),
    *elk("HAA-PR7.3", FGS, "signalen_inzien", "steekproef_inzien", bereik=reikt("partij", *FGS)),
    Mag("HAA-2.1", "achterstand_vastleggen", (MELDER,), ("niet_alleen_strafbaar_feit",)),
    Mag("HAA-3.1", "contact_zoeken", (MELDER,), ("gewezen_op_sdv",)),
    Mag("HAA-3.4", "betalingsregeling_vastleggen", (MELDER,)),
    Mag("HAA-B2.1", "brief_versturen", (MELDER,)),
    *elk("HAA-B2.1.b", (MELDER,), "melden_achterstand", "melden_aan_troubleshooter"),
    Mag("HAA-3.2", "melden_met_meer", (MELDER,)),
    Mag("HAA-3.3", "melden_met_toestemming", (MELDER,)),
    Mag("HAA-3.3", "toestemming_intrekken", (MELDER, SWT), ("melding_op_toestemming",)),
    Mag("HAA-B2.6", "terugkoppelen", (SWT,)),
    Mag("HAA-B2.6.b", "extra_terugkoppelen", (SWT,)),
    Mag("HAA-1.2", "interventie_vastleggen", (MELDER, SWT, SDV)),
    Mag("HAA-B2.3", "bekendheid_controleren", (SWT,)),
    Mag("HAA-3.8", "bekendheid_vragen", (SWT,)),
    Mag("HAA-3.8", "bekendheid_beantwoorden", (SDV,)),
    *elk("HAA-2.2.1", (SWT,), "in_behandeling_nemen", "regie_beleggen"),
    *elk("HAA-3.6", (SWT,), "op_wachtlijst_plaatsen", "voorrang_vastleggen"),
    Mag("HAA-3.7", "niet_in_behandeling_nemen", (SWT,)),
    Mag("HAA-B2.4", "brp_raadplegen", (SWT,)),
    *elk(
        "HAA-B2.5",
        (SWT,),
        "contactpoging_vastleggen",
        "aankondiging_versturen",
        "contact_huurder_vastleggen",
    ),
    *elk("HAA-B4.4", (SWT,), "alleen_schuld_vaststellen", "sdv_inschakelen"),
    Mag("HAA-B4.3", "meer_problematiek_vaststellen", (SWT,), ("regieondersteuning_belegd",)),
    Mag("HAA-B2.5.b", "warm_overdragen", (SWT,)),
    Mag("HAA-2.2.3", "opschalen", (MELDER, SWT, SDV)),
    Mag("HAA-2.2.3", "adviseren", (TROUBLESHOOTER,)),
    Mag("HAA-3.5", "te_late_zaken_lezen", (TEAMLEIDER,), bereik=((TEAMLEIDER, "partij"),)),
    Mag("HAA-PR5.3", "zaakkader_bijwerken", (KLOK,), ("convenant_van_kracht",)),
    *elk("HAA-6.1", (SDV,), "inventarisatie_delen", "inventarisatie_gereedmelden"),
    Mag("HAA-6.2", "voorstel_doen", (SWT,)),
    Mag("HAA-6.3", "nog_geen_regeling_melden", (SWT,)),
    Mag("HAA-6.4", "regeling_treffen", (MELDER,)),
    *elk("HAA-5.1", (MELDER,), "incasso_opschorten", "opschorting_beeindigen"),
    Mag("HAA-3.9", "niet_nakoming_melden", (MELDER, SWT)),
    Mag("HAA-2.2.2", "hulp_aanbieden", (SDV,)),
    Mag("HAA-B4.8", "plan_delen", (SDV,)),
    *elk("HAA-7.1", (SDV,), "geen_regeling_vaststellen", "minnelijk_traject_starten"),
    Mag("HAA-6.4", "schuldbemiddeling_starten", (SDV,)),
    Mag("HAA-7.2", "minnelijk_traject_terugkoppelen", (SDV,)),
    Mag("HAA-7.3", "aanbod_doen", (SDV,), ("looptijd_ten_hoogste_36_maanden",)),
    *elk("HAA-7.3", (MELDER,), "aanbod_aanvaarden", "aanbod_weigeren"),
    Mag("HAA-7.4", "beoordeling_melden", (SDV,)),
    *elk(
        "HAA-7.5",
        (SDV,),
        "minnelijk_traject_mislukken",
        "wsnp_verzoeken",
        "wsnp_toelating_vastleggen",
        "wsnp_afwijzing_vastleggen",
        "wsnp_terugkoppelen",
    ),
    *elk("HAA-7.6", (MELDER,), "hersteltermijn_bieden", "betaling_huur_melden"),
    Mag(
        "HAA-7.6",
        "hersteltermijn_verstrijken",
        (KLOK,),
        ("convenant_van_kracht", "huur_niet_alsnog_betaald"),
    ),
    Mag("HAA-7.6", "traject_beeindigen", (SDV,)),
    *elk("HAA-3.4", (MELDER,), "deurwaarder_aankondigen", "deurwaarder_als_afwijking", "afwijking_melden"),
    Mag("HAA-B4.5", "deurwaarder_inschakelen", (MELDER,), ("twee_weken_na_contact_of_regeling",)),
    Mag("HAA-B4.5", "stand_procedure_melden", (MELDER,)),
    Mag("HAA-B4.6", "dagvaarden", (MELDER,), ("drie_maanden_achterstand_of_reden",)),
    *elk("HAA-B4.9", (MELDER,), "vonnis_vastleggen", "afwijzing_rechter_vastleggen"),
    Mag("HAA-8.1", "ontruimingsdatum_vastleggen", (MELDER,), ("vier_weken_na_vonnis",)),
    *elk("HAA-B4.7", (MELDER,), "ontruimingsdatum_melden", "ontruiming_als_afwijking"),
    Mag("HAA-B4.7", "laatste_overleg_vastleggen", (MELDER, SWT, SDV)),
    Mag("HAA-8.2", "poging_melden", (TROUBLESHOOTER,)),
    Mag("HAA-8.2", "uitkomst_melden", (MELDER,)),
    Mag("HAA-B4.10", "ontruiming_vastleggen", (MELDER,), ("gezamenlijk_overleg_gehouden",)),
    *elk("HAA-9.5.3", (MELDER,), "sleutels_ontvangen", "voorkomen_vastleggen"),
    Mag("HAA-2.2.1", "zaak_sluiten", (MELDER, SWT), ("reden_vermeld",)),
    Mag("HAA-4.2", "contactwijziging_aanleveren", (MANAGER, TEAMLEIDER)),
    *elk("HAA-4.3", (ADVISEUR,), "contactwijziging_verwerken", "contactlijst_verspreiden"),
    Mag("HAA-9.5.1", "telling_wijkteam_delen", (TEAMLEIDER,)),
    Mag("HAA-9.5.2", "telling_sdv_delen", (SDV,)),
    Mag("HAA-9.5.3", "telling_corporatie_delen", (MANAGER,)),
    *elk("HAA-9.2", (ADVISEUR,), "evaluatie_openen", "niet_voortzetten"),
    Mag("HAA-9.2.b", "voortzetten", (ADVISEUR,)),
    Mag("HAA-9.4", "overleg_plannen", (ADVISEUR,), ("hooguit_twee_overleggen_of_reden",)),
    *elk(
        "HAA-9.3",
        (MANAGER, ADVISEUR),
        "beeindiging_voorstellen",
        "beeindiging_instemmen",
        "beeindiging_weigeren",
    ),
    Mag("HAA-9.3", "beeindigen", (ADVISEUR,), ("alle_partijen_stemmen_in",)),
    *elk(
        "HAA-PR13.2",
        (MANAGER, ADVISEUR),
        "wijziging_voorstellen",
        "wijziging_ondertekenen",
        "wijziging_weigeren",
    ),
    Mag("HAA-PR13.2", "wijziging_vaststellen", (ADVISEUR,), ("bedoeld_als_wijziging", "bevoegd_ondertekend")),
    Mag("HAA-PR13.1", "bepaling_ongeldig_verklaren", (ADVISEUR,)),
    Mag("HAA-OW.6", "aanvullende_afspraak_toevoegen", (ADVISEUR,)),
    Mag("HAA-PR10.2", "verzoek_vastleggen", PRIVACY),
    Mag("HAA-PR10.2", "verzoek_uitstellen", PRIVACY),
    Mag("HAA-PR10.2", "verzoek_beantwoorden", PRIVACY, ("verantwoordelijk_voor_verwerking",)),
    Mag("HAA-PR10.3", "verzoek_doorsturen", PRIVACY, ("andere_partij_verantwoordelijk",)),
    Mag("HAA-PR10.3", "pakket_leveren", PRIVACY),
    Mag("HAA-PR9.3", "inbreuk_vastleggen", (*UITVOERING, *PRIVACY)),
    Mag("HAA-PR9.3", "inbreukregister_bijwerken", PRIVACY),
    Mag(
        "HAA-PR9.3",
        "inbreuk_sluiten",
        PRIVACY,
        (
            "zaak_van_eigen_partij",
            "onderdelen_a_tot_en_met_j_ingevuld",
        ),
    ),
    Mag("HAA-PR9.1", "inbreuk_melden", PRIVACY, ("zaak_van_eigen_partij",)),
    Mag("HAA-PR9.2", "ap_besluit_vastleggen", PRIVACY, ("verantwoordelijk_voor_verwerking",)),
    Mag("HAA-PR8.1", "wettelijk_verzoek_vastleggen", PRIVACY),
    Mag(
        "HAA-PR8.1",
        "wettelijk_verstrekken",
        PRIVACY,
        (
            "zaak_van_eigen_partij",
            "grondslag_gecontroleerd",
            "identiteit_gecontroleerd",
            "anderen_weten_het",
        ),
    ),
    Mag("HAA-PR8.2", "wettelijk_verzoek_melden", PRIVACY),
    Mag("HAA-PR6.1", "wettelijk_weigeren", PRIVACY, ("zaak_van_eigen_partij", "anderen_weten_het")),
    Mag("HAA-PR5.4", "ander_gebruik_toestaan", PRIVACY, ("schriftelijk_afgesproken",)),
    Mag("HAA-PR5.6", "derde_toestaan", PRIVACY),
    Mag("HAA-PR6.2", "geheimhouding_bevestigen", (MANAGER, TEAMLEIDER)),
    *elk("HAA-PR7.3", PRIVACY, "norm_vastleggen", "controle_vastleggen"),
    Mag("HAA-PR7.4", "dpia_melden", PRIVACY),
    Mag("HAA-PR11.1", "ontwikkeling_melden", PRIVACY),
    Mag("HAA-PR10.1", "informatietekst_vastleggen", PRIVACY),
    *(
        Mag(eis, "eigen_logboek_lezen", (*PRIVACY, *FGS), bereik=reikt("partij", *PRIVACY, *FGS))
        for eis in ("HAA-PR1.4", "HAA-PR7.3")
    ),
]


@pytest.mark.parametrize("regel", params(HANDELINGEN))
def test_bevoegdheid(regel):
    controleer_mag(HAARLEM, regel)


def test_elke_handeling_heeft_een_rij():
    verwacht = {handeling for rij in HAARLEM.bevoegdheden for handeling in rij.handelingen}
    assert {regel.handeling for regel in HANDELINGEN} == verwacht


NA_AFLOOP = {
    **dict.fromkeys(LEIDING, {*AANMELDEN, SCHORSEN, RECHTEN}),
    **dict.fromkeys(PRIVACY, {*VERLENEN, SCHORSEN, RECHTEN, "eigen_logboek_lezen"}),
    ADVISEUR: {INRICHTEN, REGISTER},
    **dict.fromkeys(FGS, VAN_FG),
}


@pytest.mark.eis("HAA-OND", "HAA-PR1.4", "HAA-PR5.1", "HAA-PR7.3", "HAA-9.1")
def test_zonder_alle_handtekeningen_gaat_alleen_het_beheer_door():
    """Who may do what, the own log and what the functionaris gegevensbescherming sees: nothing else."""
    controleer_na_afloop(HAARLEM, "alle_partijen_getekend", NA_AFLOOP)
