"""Zoeklicht: from which step to which, by whom, as tables."""

import pytest

from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.taal import BEGIN
from meldpunt.beleid import ZOEKLICHT

from .tabel import (
    Stap,
    controleer_geen_andere_stap,
    controleer_stap,
    kant,
    params,
    stand,
)
from .zoeklicht import (
    BASIS,
    BEHEER,
    CORPORATIE,
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
EIGENAAR = "is_eigenaar"
STAPPEN = [
    Stap("ZOE-B1.A", BEGIN, "melden", "melding_ontvangen", (MELDER, *PARTIJEN)),
    Stap("ZOE-B1.A", BEGIN, "melding_opnemen", "melding_ontvangen", (MELDPUNT,)),
    Stap("ZOE-4.A2", "melding_ontvangen", "routeren", "melding_gerouteerd", (MELDPUNT,)),
    Stap("ZOE-4.A2", "melding_gerouteerd", "routeren", "melding_gerouteerd", (MELDPUNT,)),
    Stap(
        "ZOE-4.A6",
        "melding_gerouteerd",
        "onderzoek_starten",
        "melding_onderzoek_loopt",
        PARTIJEN,
        ("is_handelende_partij",),
    ),
    Stap(
        "ZOE-4.A6",
        "melding_onderzoek_loopt",
        "onderzoek_afronden",
        "melding_onderzoek_afgerond",
        PARTIJEN,
        ("is_handelende_partij", "conclusie_vastgelegd"),
    ),
    Stap("ZOE-B1.A4", BEGIN, "terugmelden_kort", "terugmelding_verzonden", (CORPORATIE,)),
    Stap("ZOE-B1.A4", BEGIN, "terugmelden_uitgebreid", "terugmelding_verzonden", TERUGMELDERS),
    Stap("ZOE-4.A4", BEGIN, "terugmelden_bag", "terugmelding_verzonden", (*TERUGMELDERS, CORPORATIE)),
    Stap("ZOE-OW.IX", BEGIN, "verhuizing_doorgeven", "terugmelding_verzonden", (CORPORATIE,)),
    Stap("ZOE-4.A4", "terugmelding_verzonden", "terugmelding_verwerken", "terugmelding_verwerkt", (BASIS,)),
    Stap("ZOE-B1.A3", BEGIN, "linge_melden", "linge_gemeld", (CORPORATIE,)),
    Stap("ZOE-B1.A3", "linge_gemeld", "linge_signaal_geven", "linge_signaal_gegeven", (MELDPUNT,)),
    Stap("ZOE-B1.A3", "linge_signaal_gegeven", "linge_terugkoppelen", "linge_teruggekoppeld", (INKOMEN,)),
    Stap("ZOE-B1.A3", "linge_teruggekoppeld", "linge_doorzenden", "linge_doorgezonden", (WONEN,)),
    Stap(
        "ZOE-B1.A3",
        "linge_doorgezonden",
        "linge_resultaat_melden",
        "linge_resultaat_gemeld",
        (CORPORATIE,),
        (EIGENAAR,),
    ),
    Stap(
        "ZOE-2.3",
        "linge_resultaat_gemeld",
        "linge_sluiten",
        "linge_gesloten",
        (MELDPUNT,),
        ("conclusie_vastgelegd",),
    ),
    Stap(
        "ZOE-4.B2",
        BEGIN,
        "adres_opvoeren",
        "adres_aangewezen",
        PARTIJEN,
        (
            "binnen_gebied_of_thema",
            "aanwijzing_geldig",
            "fraude_hangt_samen_met_wonen",
            "woonfraude_omschreven",
        ),
    ),
    Stap("ZOE-4.B3", "adres_aangewezen", "adres_vergelijken", "adres_vergeleken", PARTIJEN),
    Stap(
        "ZOE-4.B3",
        "adres_vergeleken",
        "adres_selecteren",
        "adres_geselecteerd",
        PARTIJEN,
        ("mens_beoordeelde", "concrete_aanwijzing"),
    ),
    Stap(
        "ZOE-4.B3",
        "adres_vergeleken",
        "adres_laten_afvallen",
        "adres_afgevallen",
        PARTIJEN,
        ("mens_beoordeelde",),
    ),
    Stap(
        "ZOE-4.B3",
        "adres_geselecteerd",
        "huisbezoek_plannen",
        "huisbezoek_gepland",
        (TOEZICHT,),
        ("fraude_naast_leefbaarheid",),
    ),
    Stap("ZOE-4.B5", "huisbezoek_gepland", "huisbezoek_vastleggen", "huisbezoek_gedaan", (TOEZICHT,)),
    Stap("ZOE-4.B5", "huisbezoek_gedaan", "rapport_vaststellen", "rapport_definitief", (TOEZICHT,)),
    Stap("ZOE-2.3", "adres_afgevallen", "zaak_sluiten", "zaak_gesloten", PARTIJEN, ("conclusie_vastgelegd",)),
    Stap(
        "ZOE-4.C",
        "rapport_definitief",
        "fraude_vaststellen",
        "fraude_vastgesteld",
        PARTIJEN,
        ("is_bevoegde_partij",),
    ),
    Stap(
        "ZOE-4.C",
        "rapport_definitief",
        "geen_fraude_vaststellen",
        "fraude_niet_vastgesteld",
        PARTIJEN,
        ("is_bevoegde_partij",),
    ),
    Stap("ZOE-4.C", "fraude_vastgesteld", "maatregelen_vaststellen", "maatregelen_afgestemd", PARTIJEN),
    Stap(
        "ZOE-2.3",
        "maatregelen_afgestemd",
        "zaak_sluiten",
        "zaak_gesloten",
        PARTIJEN,
        ("conclusie_vastgelegd",),
    ),
    Stap(
        "ZOE-2.3",
        "fraude_niet_vastgesteld",
        "zaak_sluiten",
        "zaak_gesloten",
        PARTIJEN,
        ("conclusie_vastgelegd",),
    ),
    Stap("ZOE-7.1", BEGIN, "derdenverzoek_registreren", "derdenverzoek_ontvangen", PARTIJEN),
    Stap(
        "ZOE-7.1",
        "derdenverzoek_ontvangen",
        "derdenverzoek_toestaan",
        "derdenverzoek_toegestaan",
        PARTIJEN,
        ("is_bronpartij", "rechtmatigheid_getoetst"),
    ),
    Stap(
        "ZOE-7.1",
        "derdenverzoek_ontvangen",
        "derdenverzoek_weigeren",
        "derdenverzoek_geweigerd",
        PARTIJEN,
        ("is_bronpartij",),
    ),
    Stap("ZOE-7.1", "derdenverzoek_toegestaan", "verstrekken_aan_derde", "derdenverzoek_verstrekt", PARTIJEN),
]
LEVERANCIERS = (WONEN, BASIS, CORPORATIE)
BESTUUR = [
    Stap("ZOE-4.D", BEGIN, "project_voorstellen", "project_voorgesteld", PARTIJEN),
    Stap(
        "ZOE-11.1",
        "project_voorgesteld",
        "project_goedkeuren",
        "project_goedgekeurd",
        (SECRETARIAAT,),
        ("stuurgroep_heeft_besloten",),
    ),
    Stap("ZOE-4.D", "project_goedgekeurd", "bestand_leveren", "project_geleverd", LEVERANCIERS),
    Stap("ZOE-4.D", "project_geleverd", "bestand_leveren", "project_geleverd", LEVERANCIERS),
    Stap(
        "ZOE-4.D",
        "project_geleverd",
        "resultaat_beoordelen",
        "project_beoordeeld",
        PARTIJEN,
        ("mens_beoordeelde",),
    ),
    Stap("ZOE-4.D", "project_goedgekeurd", "project_beeindigen", "project_beeindigd", (*PARTIJEN, KLOK)),
    Stap("ZOE-4.D", "project_geleverd", "project_beeindigen", "project_beeindigd", (*PARTIJEN, KLOK)),
    Stap("ZOE-4.D", "project_beoordeeld", "project_beeindigen", "project_beeindigd", (*PARTIJEN, KLOK)),
    Stap(
        "ZOE-8.1",
        BEGIN,
        "rechtenverzoek_registreren",
        "rechtenverzoek_ontvangen",
        (LOKET, CORPORATIE),
        ("identiteit_verzoeker_vastgesteld",),
    ),
    Stap("ZOE-8.1", BEGIN, "rechtenverzoek_doorsturen", "rechtenverzoek_ontvangen", (CORPORATIE,)),
    Stap(
        "ZOE-8.2",
        "rechtenverzoek_ontvangen",
        "rechtenverzoek_uitzetten",
        "rechtenverzoek_uitgezet",
        (LOKET, CORPORATIE),
    ),
    Stap(
        "ZOE-8.2",
        "rechtenverzoek_uitgezet",
        "rechtenverzoek_uitzetten",
        "rechtenverzoek_uitgezet",
        (LOKET, CORPORATIE),
    ),
    Stap(
        "ZOE-8.1",
        "rechtenverzoek_uitgezet",
        "rechtenverzoek_beantwoorden",
        "rechtenverzoek_beantwoord",
        (LOKET, CORPORATIE),
    ),
    Stap("ZOE-10.8", BEGIN, "incident_vastleggen", "incident_vastgelegd", (*ZAAK, LOKET, *BEHEER)),
    Stap("ZOE-10.8", "incident_vastgelegd", "incident_melden", "incident_gemeld", BEHEER),
    Stap("ZOE-10.8", "incident_gemeld", "incident_melden", "incident_gemeld", BEHEER),
    Stap(
        "ZOE-10.10",
        "incident_gemeld",
        "incident_behandelen",
        "incident_in_behandeling",
        BEHEER,
        ("coordinator_bevestigd",),
    ),
    Stap(
        "ZOE-10.10",
        "incident_in_behandeling",
        "incident_afhandelen",
        "incident_afgehandeld",
        BEHEER,
        ("besluit_melding_ap_vastgelegd",),
    ),
    Stap("ZOE-4.B2", BEGIN, "aanwijzing_voorstellen", "aanwijzing_voorgesteld", (SECRETARIAAT, *STUURGROEP)),
    Stap(
        "ZOE-4.B2",
        "aanwijzing_voorgesteld",
        "aanwijzing_vaststellen",
        "aanwijzing_vastgesteld",
        (SECRETARIAAT,),
        ("stuurgroep_heeft_besloten",),
    ),
    Stap("ZOE-4.B2", "aanwijzing_vastgesteld", "aanwijzing_laten_aflopen", "aanwijzing_afgelopen", (KLOK,)),
    Stap("ZOE-11.7", BEGIN, "addendum_voorstellen", "addendum_voorgesteld", BEHEER),
    Stap(
        "ZOE-11.7",
        "addendum_voorgesteld",
        "addendum_goedkeuren",
        "addendum_goedgekeurd",
        (SECRETARIAAT,),
        ("stuurgroep_heeft_besloten", "past_binnen_doelen"),
    ),
    Stap(
        "ZOE-11.8",
        "addendum_goedgekeurd",
        "addendum_vaststellen",
        "addendum_vastgesteld",
        (SECRETARIAAT,),
        ("college_stemt_in", "alle_corporaties_stemmen_in"),
    ),
]


@pytest.mark.parametrize("regel", params([*STAPPEN, *BESTUUR]))
def test_stap(regel):
    controleer_stap(ZOEKLICHT, regel)


@pytest.mark.eis(*dict.fromkeys(regel.eis for regel in (*STAPPEN, *BESTUUR)))
def test_geen_andere_stap():
    controleer_geen_andere_stap(ZOEKLICHT, [*STAPPEN, *BESTUUR])


ALLEEN_EIGENAAR = [
    ("ZOE-4.A6", "melding_gerouteerd", "onderzoek_starten"),
    ("ZOE-4.A6", "melding_onderzoek_loopt", "onderzoek_afronden"),
    ("ZOE-B1.A3", "linge_doorgezonden", "linge_resultaat_melden"),
    ("ZOE-4.B2", BEGIN, "adres_opvoeren"),
    ("ZOE-4.B3", "adres_aangewezen", "adres_vergelijken"),
    ("ZOE-4.B3", "adres_vergeleken", "adres_selecteren"),
    ("ZOE-4.B3", "adres_vergeleken", "adres_laten_afvallen"),
    ("ZOE-2.3", "adres_afgevallen", "zaak_sluiten"),
    ("ZOE-4.C", "rapport_definitief", "fraude_vaststellen"),
    ("ZOE-4.C", "rapport_definitief", "geen_fraude_vaststellen"),
    ("ZOE-4.C", "fraude_vastgesteld", "maatregelen_vaststellen"),
    ("ZOE-2.3", "maatregelen_afgestemd", "zaak_sluiten"),
    ("ZOE-2.3", "fraude_niet_vastgesteld", "zaak_sluiten"),
]
ALLEEN_VERHUURDER = [
    ("ZOE-8.1", BEGIN, "rechtenverzoek_registreren"),
    ("ZOE-8.2", "rechtenverzoek_ontvangen", "rechtenverzoek_uitzetten"),
    ("ZOE-8.2", "rechtenverzoek_uitgezet", "rechtenverzoek_uitzetten"),
    ("ZOE-8.1", "rechtenverzoek_uitgezet", "rechtenverzoek_beantwoorden"),
]


@pytest.mark.parametrize(
    ("stap", "handeling", "feit"),
    [
        pytest.param(stap, handeling, feit, marks=pytest.mark.eis(eis), id=f"{eis}-{stap}-{handeling}")
        for rijen, feit in ((ALLEEN_EIGENAAR, "is_eigenaar"), (ALLEEN_VERHUURDER, "verzoeker_huurt_hier"))
        for eis, stap, handeling in rijen
    ],
)
def test_een_corporatie_doet_dit_alleen_bij_eigen_adres_of_eigen_huurder(stap, handeling, feit):
    """The municipality needs no such fact; a corporatie is refused for that fact alone."""
    zonder = stand(ZOEKLICHT, (feit,))
    gemis = beslis(ZOEKLICHT, Vraag(kant(CORPORATIE), handeling, stap), zonder).gemis
    assert [reden.feit for reden in gemis] == [feit]
    anderen = [
        functie
        for functie in (WONEN, LOKET)
        if beslis(ZOEKLICHT, Vraag(kant(functie), handeling, stap), zonder).mag
    ]
    assert anderen or handeling == "linge_resultaat_melden"
