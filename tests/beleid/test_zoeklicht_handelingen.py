"""Zoeklicht: who may do what, as tables."""

import pytest

from convenant.beleid.taal import INZIEN
from meldpunt.beleid import ZOEKLICHT

from .tabel import (
    AANMELDEN,
    INRICHTEN,
    RECHTEN,
    REGISTER,
    SCHORSEN,
    VAN_FG,
    VERLENEN,
    Mag,
    controleer_mag,
    controleer_na_afloop,
    elk,
    params,
    reikt,
)
from .zoeklicht import (
    BASIS,
    BEHEER,
    BEHEER_PARTIJEN,
    CORPORATIE,
    FGS,
    INKOMEN,
    KLOK,
    LOKET,
    MELDER,
    MELDPUNT,
    PARTIJEN,
    SECRETARIAAT,
    STUURGROEP,
    TOEZICHT,
    WONEN,
)

ZAAK = (*PARTIJEN, MELDPUNT, TOEZICHT)
TERUGMELDERS = (WONEN, INKOMEN, MELDPUNT, TOEZICHT)
TEAM = ("gemachtigd_combiteam", "lid_van_combiteam")
PARTIJ_BREED = reikt("partij", *BEHEER)
MET_FG = {"door": (*BEHEER, *FGS), "bereik": reikt("partij", *BEHEER, *FGS)}
LEZERS = (*ZAAK, LOKET, SECRETARIAAT, *STUURGROEP, *BEHEER)

BEVOEGDHEDEN = [
    Mag("ZOE-4.A1", "melden", (MELDER, *PARTIJEN)),
    Mag("ZOE-4.A5", "melden", (MELDER, *PARTIJEN)),
    Mag("ZOE-B1.A", "melden", (MELDER, *PARTIJEN)),
    Mag("ZOE-4.A1", "melding_opnemen", (MELDPUNT,)),
    Mag("ZOE-4.A6.stand", "stand_opvragen", (MELDER,)),
    Mag("ZOE-4.A2", "routeren", (MELDPUNT,)),
    Mag("ZOE-4.A6.bericht", "partij_informeren", (MELDPUNT,)),
    Mag("ZOE-4.A6", "onderzoek_starten", PARTIJEN, ("is_handelende_partij",)),
    Mag("ZOE-4.A6", "onderzoek_afronden", PARTIJEN, ("is_handelende_partij", "conclusie_vastgelegd")),
    Mag("ZOE-4.A6", "status_melden", PARTIJEN),
    Mag("ZOE-4.A3", "linge_melden", (CORPORATIE,)),
    Mag("ZOE-4.A3", "linge_signaal_geven", (MELDPUNT,)),
    Mag("ZOE-B1.A3", "linge_terugkoppelen", (INKOMEN,)),
    Mag("ZOE-B1.A3", "linge_doorzenden", (WONEN,)),
    Mag("ZOE-4.A3", "linge_resultaat_melden", (CORPORATIE,), ("is_eigenaar",)),
    Mag("ZOE-2.3", "linge_sluiten", (MELDPUNT,), ("conclusie_vastgelegd",)),
    Mag("ZOE-B1.A4", "terugmelden_kort", (CORPORATIE,)),
    Mag("ZOE-B1.A4", "terugmelden_uitgebreid", TERUGMELDERS),
    Mag("ZOE-4.A4", "terugmelden_bag", (*TERUGMELDERS, CORPORATIE)),
    Mag("ZOE-4.A4", "terugmelding_verwerken", (BASIS,)),
    Mag("ZOE-OW.IX", "verhuizing_doorgeven", (CORPORATIE,)),
    Mag("ZOE-10.3", INZIEN, LEZERS),
    Mag("ZOE-8.2", INZIEN, LEZERS),
    Mag("ZOE-10.8", INZIEN, LEZERS),
    Mag("ZOE-3.1", INZIEN, LEZERS),
    Mag(
        "ZOE-4.B4",
        "combiteam_samenstellen",
        (WONEN,),
        ("gemachtigd_combiteam", "past_bij_de_zaak", "project_uit_besluit"),
    ),
    Mag("ZOE-4.B2", "adres_opvoeren", PARTIJEN, TEAM),
    Mag("ZOE-B1.B", "gegevens_inbrengen", PARTIJEN),
    Mag("ZOE-4.B3", "adres_vergelijken", PARTIJEN, TEAM),
    Mag("ZOE-4.B3", "adres_selecteren", PARTIJEN, (*TEAM, "mens_beoordeelde", "concrete_aanwijzing")),
    Mag("ZOE-4.B3", "adres_laten_afvallen", PARTIJEN, (*TEAM, "mens_beoordeelde")),
    Mag("ZOE-4.B5", "huisbezoek_plannen", (TOEZICHT,), (*TEAM, "fraude_naast_leefbaarheid")),
    Mag("ZOE-4.B5", "huisbezoek_vastleggen", (TOEZICHT,), TEAM),
    Mag("ZOE-4.B5", "rapport_vaststellen", (TOEZICHT,), TEAM),
    Mag("ZOE-4.C", "fraude_vaststellen", PARTIJEN, ("gemachtigd_afstemming", "is_bevoegde_partij")),
    Mag("ZOE-4.C", "geen_fraude_vaststellen", PARTIJEN, ("gemachtigd_afstemming", "is_bevoegde_partij")),
    Mag("ZOE-4.C", "maatregelen_vaststellen", PARTIJEN, ("gemachtigd_afstemming",)),
    Mag("ZOE-4.C.maatregel", "maatregel_melden", PARTIJEN),
    Mag("ZOE-B1.C", "handhaving_afstemmen", (CORPORATIE,)),
    Mag("ZOE-2.3", "zaak_sluiten", PARTIJEN, ("conclusie_vastgelegd",)),
    Mag("ZOE-6.D3", "verstrekken_aan_belanghebbende", PARTIJEN),
    Mag("ZOE-7.1", "derdenverzoek_registreren", PARTIJEN),
    Mag("ZOE-7.1", "derdenverzoek_toestaan", PARTIJEN, ("is_bronpartij", "rechtmatigheid_getoetst")),
    Mag("ZOE-7.1", "derdenverzoek_weigeren", PARTIJEN, ("is_bronpartij",)),
    Mag("ZOE-7.1", "verstrekken_aan_derde", PARTIJEN),
    Mag("ZOE-4.D", "project_voorstellen", PARTIJEN, ("gemachtigd_bestanden",)),
    Mag("ZOE-11.1", "project_goedkeuren", (SECRETARIAAT,), ("stuurgroep_heeft_besloten",)),
    Mag("ZOE-4.D1", "bestand_leveren", (WONEN, BASIS, CORPORATIE)),
    Mag("ZOE-4.D2", "bestand_leveren", (WONEN, BASIS, CORPORATIE)),
    Mag("ZOE-4.D3", "bestand_leveren", (WONEN, BASIS, CORPORATIE)),
    Mag("ZOE-4.D", "resultaat_beoordelen", PARTIJEN, ("gemachtigd_bestanden", "mens_beoordeelde")),
    Mag("ZOE-4.D", "project_beeindigen", (*PARTIJEN, KLOK)),
    Mag("ZOE-4.D3", "brp_raadplegen", (CORPORATIE,), ("is_eigenaar", "vermoeden_woonfraude")),
    Mag("ZOE-B1.E", "preventieactie_vastleggen", PARTIJEN),
    Mag("ZOE-4.F", "resultaten_leveren", BEHEER_PARTIJEN),
    Mag("ZOE-8.1", "rechtenverzoek_registreren", (LOKET, CORPORATIE), ("identiteit_verzoeker_vastgesteld",)),
    Mag("ZOE-8.1", "rechtenverzoek_doorsturen", (CORPORATIE,)),
    Mag("ZOE-8.2", "rechtenverzoek_uitzetten", (LOKET, CORPORATIE)),
    Mag("ZOE-8.2", "deelantwoord_geven", PARTIJEN),
    Mag("ZOE-8.3", "advies_geven", PARTIJEN),
    Mag("ZOE-8.1", "rechtenverzoek_beantwoorden", (LOKET, CORPORATIE)),
    Mag("ZOE-10.2", "beveiligingsgebrek_melden", BEHEER),
    Mag("ZOE-10.2", "verstrekking_opschorten", (*BEHEER, SECRETARIAAT)),
    Mag("ZOE-10.2", "herstel_vastleggen", (*BEHEER, SECRETARIAAT)),
    Mag("ZOE-10.7", "beveiligingsvraag_stellen", BEHEER),
    Mag("ZOE-10.7", "beveiligingsvraag_beantwoorden", BEHEER),
    Mag("ZOE-10.8", "incident_vastleggen", (*ZAAK, LOKET, *BEHEER)),
    Mag("ZOE-10.8", "incident_melden", BEHEER),
    Mag("ZOE-10.10", "incident_behandelen", BEHEER, ("coordinator_bevestigd",)),
    Mag("ZOE-10.10", "incident_afhandelen", BEHEER, ("besluit_melding_ap_vastgelegd",)),
    Mag("ZOE-4.B2", "aanwijzing_voorstellen", (SECRETARIAAT, *STUURGROEP)),
    Mag("ZOE-4.B2", "aanwijzing_vaststellen", (SECRETARIAAT,), ("stuurgroep_heeft_besloten",)),
    Mag("ZOE-4.B2", "aanwijzing_laten_aflopen", (KLOK,)),
    Mag("ZOE-10.1", "risicoanalyse_vastleggen", (SECRETARIAAT,)),
    Mag("ZOE-3.2", "communicatieoverleg_vastleggen", (SECRETARIAAT,)),
    Mag("ZOE-11.6", "werkplan_vaststellen", (SECRETARIAAT,), ("stuurgroep_heeft_besloten",)),
    Mag("ZOE-13.4", "evaluatie_vastleggen", (SECRETARIAAT,), ("besproken_in_stuurgroep",)),
    Mag("ZOE-11.7", "addendum_voorstellen", BEHEER),
    Mag(
        "ZOE-11.7",
        "addendum_goedkeuren",
        (SECRETARIAAT,),
        ("stuurgroep_heeft_besloten", "past_binnen_doelen"),
    ),
    Mag(
        "ZOE-11.8",
        "addendum_vaststellen",
        (SECRETARIAAT,),
        ("college_stemt_in", "alle_corporaties_stemmen_in"),
    ),
    Mag("ZOE-3.5", "in_eigen_dossier_opnemen", ZAAK, ("nodig_voor_eigen_handhaving", "zelfde_zaak")),
    *elk("ZOE-10.4", BEHEER, *AANMELDEN, *VERLENEN, SCHORSEN, bereik=PARTIJ_BREED),
    Mag("ZOE-10.4", RECHTEN, **MET_FG),
    Mag("ZOE-6.V", RECHTEN, **MET_FG),
    Mag("ZOE-6.R1", "eigen_logboek_lezen", **MET_FG),
    Mag("ZOE-6.V", "eigen_logboek_lezen", **MET_FG),
    *elk("ZOE-6.V", FGS, "signalen_inzien", "steekproef_inzien", bereik=reikt("partij", *FGS)),
    Mag("ZOE-PAR.2", INRICHTEN, (SECRETARIAAT,)),
    Mag("ZOE-PAR.2", REGISTER, (SECRETARIAAT, *FGS), bereik=reikt("partij", *FGS)),
    Mag("ZOE-6.V", REGISTER, (SECRETARIAAT, *FGS), bereik=reikt("partij", *FGS)),
    Mag("ZOE-10.6", "geheimhoudingsmaatregel_vastleggen", BEHEER, bereik=PARTIJ_BREED),
    Mag("ZOE-9.1", "privacyverklaring_vastleggen", BEHEER, bereik=PARTIJ_BREED),
    Mag("ZOE-9.2", "publicatie_vastleggen", BEHEER, bereik=PARTIJ_BREED),
    Mag("ZOE-13.3", "opzeggen", BEHEER, bereik=PARTIJ_BREED),
]


@pytest.mark.parametrize("regel", params(BEVOEGDHEDEN))
def test_bevoegdheid(regel):
    controleer_mag(ZOEKLICHT, regel)


def test_elke_handeling_heeft_een_rij():
    verwacht = {handeling for rij in ZOEKLICHT.bevoegdheden for handeling in rij.handelingen}
    assert {regel.handeling for regel in BEVOEGDHEDEN} == verwacht


VERZOEK = {"rechtenverzoek_registreren", "rechtenverzoek_beantwoorden", "rechtenverzoek_uitzetten"}
DEEL, VASTLEGGEN = {"deelantwoord_geven", "advies_geven"}, "incident_vastleggen"
INCIDENT = {VASTLEGGEN, "incident_melden", "incident_behandelen", "incident_afhandelen"}
NA_AFLOOP = {
    **dict.fromkeys(ZAAK, {VASTLEGGEN}),
    **dict.fromkeys(PARTIJEN, {VASTLEGGEN, *DEEL}),
    CORPORATIE: {VASTLEGGEN, *DEEL, *VERZOEK, "rechtenverzoek_doorsturen"},
    LOKET: {VASTLEGGEN, *VERZOEK},
    **dict.fromkeys(BEHEER, {*AANMELDEN, *VERLENEN, SCHORSEN, RECHTEN, "eigen_logboek_lezen", *INCIDENT}),
    SECRETARIAAT: {INRICHTEN, REGISTER},
    **dict.fromkeys(FGS, VAN_FG),
}


@pytest.mark.eis("ZOE-13.1", "ZOE-6.V", "ZOE-6.R1", "ZOE-10.4", "ZOE-PAR.2")
def test_na_afloop_gaan_alleen_toezicht_verzoeken_en_incidenten_door():
    """Who may do what, the own log, what the functionaris gegevensbescherming sees, rights and breaches: nothing else."""
    controleer_na_afloop(ZOEKLICHT, "convenant_actief", NA_AFLOOP)
