"""Krimpen: which verb by whom, within which reach and on which facts."""

import pytest

from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.taal import INZIEN
from woonoverlast.beleid import KRIMPEN

from .krimpen import (
    AANGESPROKEN,
    ACTIEF,
    B_CORPORATIE,
    B_GEMEENTE,
    B_POLITIE,
    B_VERHUURDER,
    BEHEERDERS,
    BURGEMEESTER,
    CORPORATIE,
    FGS,
    KLOK,
    ONDER_AVG,
    OVERLEG,
    POLITIE,
    REGISSEUR,
    UITVOERDER,
    UITVOERING,
    VERHUURDER,
)
from .tabel import (
    AANMELDEN,
    INRICHTEN,
    RECHTEN,
    REGISTER,
    SCHORSEN,
    VERLENEN,
    Mag,
    controleer_mag,
    elk,
    kant,
    params,
    reikt,
    stand,
)

IEDER = (REGISSEUR, UITVOERDER, POLITIE, CORPORATIE, VERHUURDER)
LEZERS = (*IEDER, BURGEMEESTER, *BEHEERDERS)
ONDERTEKENAARS = (BURGEMEESTER, *BEHEERDERS)
F_PARTIJEN = (CORPORATIE, VERHUURDER)

BEVOEGDHEDEN = [
    *(
        Mag(eis, INZIEN, LEZERS)
        for eis in (
            "KRI-PAR.1",
            "KRI-1.1.14",
            "KRI-1.1.25",
            "KRI-PAR.2",
            "KRI-PAR.3",
            "KRI-PAR.4",
            "KRI-10.3",
        )
    ),
    Mag("KRI-1.1.20", "voortgang_volgen", (REGISSEUR,), bereik=((REGISSEUR, "partij"),)),
    Mag("KRI-1.1.20", "herinneren", (REGISSEUR,), bereik=((REGISSEUR, "partij"),)),
    # the case
    Mag("KRI-6.2", "aanmelden", IEDER, ACTIEF),
    Mag("KRI-6.2", "onderzoek_starten", (REGISSEUR,), ACTIEF),
    Mag("KRI-6.2", "partij_koppelen", (REGISSEUR,), ACTIEF),
    Mag("KRI-6.2", "bericht_sturen", (REGISSEUR,), ACTIEF),
    Mag("KRI-6.2", "zoekresultaat_vastleggen", OVERLEG, ACTIEF),
    Mag("KRI-OW.8", "overleg_vastleggen", OVERLEG, ACTIEF),
    Mag("KRI-1.1.8", "eigen_dossier_bijhouden", IEDER, ("relevantie_bevestigd",)),
    Mag("KRI-5.1.S2", "overleg_beginnen", (REGISSEUR,), ACTIEF),
    Mag("KRI-5.1.S2.V1", "niet_complex_besluiten", (REGISSEUR,)),
    Mag("KRI-9.9.a", "uitzondering_vastleggen", (REGISSEUR,)),
    Mag("KRI-6.1", "gezamenlijke_aanpak_besluiten", (REGISSEUR,), ACTIEF),
    Mag("KRI-1.1.21", "plan_instemmen", OVERLEG, ACTIEF),
    Mag("KRI-1.1.21", "plan_vaststellen", (REGISSEUR,), ACTIEF),
    Mag("KRI-3.2", "instrument_inzetten", IEDER, ACTIEF),
    Mag("KRI-6.2.c", "instrument_inzetten", IEDER, ACTIEF),
    Mag("KRI-3.2", "zware_maatregel_inzetten", IEDER, ACTIEF),
    Mag("KRI-OW.6", "zware_maatregel_inzetten", IEDER, ACTIEF),
    Mag("KRI-5.1.S5", "voortgang_bespreken", (REGISSEUR,), ACTIEF),
    Mag("KRI-5.1.S5", "bijstellen", (REGISSEUR,), ACTIEF),
    Mag("KRI-5.1.S5", "doorgaan", (REGISSEUR,), ACTIEF),
    Mag("KRI-6.2.d", "aanpak_stoppen", (REGISSEUR,)),
    Mag("KRI-5.1.S6", "zaak_sluiten", (REGISSEUR,)),
    # data and questions
    Mag("KRI-7.1", "verstrekken", OVERLEG, ACTIEF),
    Mag("KRI-3.3.d", "toestemming_intrekken", OVERLEG),
    Mag("KRI-3.1", "politiegegevens_verstrekken", (POLITIE,), ACTIEF),
    Mag("KRI-3.1", "ontvanger_vrijgeven", (POLITIE,), ACTIEF),
    Mag("KRI-5.3.politie", "vrijgave_intrekken", (POLITIE,)),
    Mag("KRI-5.3.politie", "overname_toestaan", (POLITIE,)),
    Mag(
        "KRI-5.3.politie",
        "politiegegeven_overnemen",
        (REGISSEUR, UITVOERDER, CORPORATIE, VERHUURDER),
        ("politie_akkoord_met_overname",),
    ),
    Mag("KRI-5.5", "contactgegevens_delen", (*IEDER, BURGEMEESTER)),
    Mag("KRI-1.1.23", "samenwerkingsafspraak_vastleggen", OVERLEG, ACTIEF),
    Mag("KRI-1.1.23", "samenwerkingsafspraak_bevestigen", OVERLEG, ACTIEF),
    Mag("KRI-5.1.S1", "signaal_inbrengen", OVERLEG, ACTIEF),
    Mag("KRI-5.1.S2", "overleg_beantwoorden", OVERLEG, ACTIEF),
    Mag("KRI-5.1.S2.V3", "toestemming_vastleggen", OVERLEG, ACTIEF),
    Mag("KRI-5.1.S3", "plan_opstellen", OVERLEG, ACTIEF),
    Mag("KRI-5.1.S4", "uitvoering_vastleggen", IEDER, ACTIEF),
    Mag("KRI-5.1.S5", "voortgang_vastleggen", OVERLEG, ACTIEF),
    Mag("KRI-5.1.S6", "afsluiting_vastleggen", OVERLEG, ACTIEF),
    # keeping
    Mag("KRI-9.4", "niet_actief_raadplegen", (REGISSEUR,), bereik=((REGISSEUR, "partij"),)),
    Mag("KRI-9.4.c", "heropenen", (REGISSEUR,)),
    Mag("KRI-9.4.c", "hergebruiken", (REGISSEUR,)),
    Mag("KRI-9.4.c", "hergebruik_beeindigen", (REGISSEUR,)),
    Mag("KRI-9.7", "archiefkopie_maken", (REGISSEUR,), ("nodig_voor_archief",)),
    Mag("KRI-9.8", "vernietigen", (KLOK,)),
    # incidents
    Mag("KRI-10.3", "incident_melden", LEZERS),
    Mag("KRI-10.4", "gezamenlijk_lek_toewijzen", (KLOK,)),
    Mag("KRI-10.5", "eigen_lek_toewijzen", (KLOK,)),
    Mag("KRI-10.4", "gezamenlijk_lek_afhandelen", (BURGEMEESTER,)),
    Mag("KRI-10.5", "eigen_lek_afhandelen", BEHEERDERS),
    Mag("KRI-10.6", "melden_bij_ap", ONDERTEKENAARS, ("afgestemd_of_termijn_verloopt",)),
    Mag("KRI-10.6", "melding_afstemmen", ONDERTEKENAARS),
    Mag("KRI-10.6", "inlichten_uitstellen", ONDERTEKENAARS, ("opsporingsbelang",)),
    # informing and rights
    Mag("KRI-4.2", "overlastgever_informeren", (BURGEMEESTER,)),
    Mag("KRI-11.3", "uitzondering_informeren_vastleggen", (BURGEMEESTER,), ("uitzonderingsgrond_vermeld",)),
    Mag("KRI-11.2", "melder_informeren", OVERLEG),
    Mag("KRI-11.2", "uitzondering_melder_vastleggen", OVERLEG, ("uitzonderingsgrond_vermeld",)),
    Mag("KRI-12.1", "verzoek_registreren", AANGESPROKEN, ("identiteit_vastgesteld",)),
    Mag("KRI-12.1", "rectificeren", AANGESPROKEN, ("identiteit_vastgesteld",)),
    Mag("KRI-12.1", "verwerking_beperken", AANGESPROKEN, ("identiteit_vastgesteld",)),
    Mag(
        "KRI-12.1",
        "gegevens_wissen",
        AANGESPROKEN,
        ("identiteit_vastgesteld", "wissing_niet_uitgezonderd"),
    ),
    Mag("KRI-12.2", "politiedeel_beantwoorden", (POLITIE,)),
    Mag("KRI-12.3", "gezamenlijk_deel_beantwoorden", (BURGEMEESTER,)),
    Mag("KRI-12.3", "eigen_deel_beantwoorden", ONDER_AVG),
    Mag("KRI-12.3", "verzoek_splitsen", AANGESPROKEN),
    Mag("KRI-12.3", "verzoek_afhandelen", (KLOK,)),
    Mag("KRI-12.4", "bezwaar_registreren", F_PARTIJEN, ("verwerking_op_gerechtvaardigd_belang",)),
    Mag("KRI-12.4", "bezwaar_beslissen", F_PARTIJEN, ("verwerking_op_gerechtvaardigd_belang",)),
    Mag("KRI-12.5", "partijen_informeren", AANGESPROKEN),
    Mag("KRI-12.6", "verzoek_afwijzen", ONDER_AVG),
    Mag("KRI-12.7", "verzoek_afwijzen_wpg", (POLITIE,)),
    Mag("KRI-12.8", "afstemming_bevestigen", AANGESPROKEN),
    Mag("KRI-12.8", "afstemming_vaststellen", (KLOK,)),
    Mag("KRI-12.8", "afstemming_afdwingen", (REGISSEUR,)),
    # the convenant itself
    Mag("KRI-OW.2", "aanwijzen_voor_politiegegevens", (BURGEMEESTER,)),
    Mag("KRI-OW.3", "uitvoeringsplan_plaatsen", (B_GEMEENTE,), ("beide_hoofdstukken_aanwezig",)),
    Mag("KRI-4.3", "verstrekking_intrekken", OVERLEG, ("eigen_verstrekking",)),
    *elk("KRI-7.1", BEHEERDERS, *AANMELDEN, *VERLENEN, SCHORSEN),
    *(
        Mag(
            eis,
            RECHTEN,
            (*BEHEERDERS, *FGS),
            bereik=(
                (B_GEMEENTE, "convenant"),
                *reikt("partij", B_POLITIE, B_CORPORATIE, B_VERHUURDER, *FGS),
            ),
        )
        for eis in ("KRI-7.1", "KRI-10.1")
    ),
    Mag("KRI-PAR.2", INRICHTEN, (B_GEMEENTE,)),
    Mag("KRI-PAR.2", REGISTER, (B_GEMEENTE, *FGS), bereik=reikt("partij", *FGS)),
    Mag("KRI-10.1", REGISTER, (B_GEMEENTE, *FGS), bereik=reikt("partij", *FGS)),
    *elk("KRI-10.1", FGS, "signalen_inzien", "steekproef_inzien", bereik=reikt("partij", *FGS)),
    Mag("KRI-7.2", "corrigeren", OVERLEG, ("eigen_verstrekking",)),
    Mag("KRI-7.2", "fout_melden", IEDER),
    Mag("KRI-7.2", "correctie_bevestigen", IEDER),
    Mag("KRI-8.1", "wettelijke_plicht_vastleggen", IEDER, ("wettelijke_grondslag_vermeld",)),
    Mag("KRI-8.2", "geheimhouding_vastleggen", BEHEERDERS),
    Mag("KRI-8.3", "geheimhoudingsplicht_bekendmaken", BEHEERDERS),
    Mag("KRI-8.4", "exporteren", IEDER, ("doel_verenigbaar",)),
    Mag(
        "KRI-10.1",
        "eigen_logboek_lezen",
        (*BEHEERDERS, *FGS),
        bereik=reikt("partij", *BEHEERDERS, *FGS),
    ),
    Mag("KRI-10.2", "betrouwbaarheid_vastleggen", BEHEERDERS),
    Mag("KRI-11.1", "publicatie_vastleggen", BEHEERDERS),
    Mag("KRI-14.1", "evaluatie_vastleggen", (BURGEMEESTER, REGISSEUR)),
    Mag("KRI-14.2", "wijziging_voorstellen", ONDERTEKENAARS),
    Mag("KRI-14.3", "wijziging_ondertekenen", ONDERTEKENAARS),
    Mag("KRI-14.3", "wijziging_aannemen", (BURGEMEESTER,)),
    Mag("KRI-14.3", "wijziging_verwerpen", (BURGEMEESTER,)),
    Mag("KRI-14.4", "opzeggen_wegens_wijziging", BEHEERDERS, ("wijziging_onaanvaardbaar",)),
    Mag("KRI-15.2", "toetreding_registreren", (BURGEMEESTER,)),
    Mag("KRI-15.3", "toetreding_toestaan", (BURGEMEESTER,)),
    Mag("KRI-15.3", "toetreding_weigeren", (BURGEMEESTER,)),
    Mag("KRI-15.3", "toetreding_aankondigen", (BURGEMEESTER,)),
    Mag("KRI-15.5", "addendum_ondertekenen", BEHEERDERS),
    Mag("KRI-15.5", "toetreding_voltooien", (BURGEMEESTER,)),
    Mag("KRI-16.3", "opzeggen", BEHEERDERS, ("redenen_opzegging_vermeld",)),
    Mag("KRI-20", "convenant_ondertekenen", BEHEERDERS),
]


@pytest.mark.parametrize("regel", params(BEVOEGDHEDEN))
def test_bevoegdheid(regel):
    controleer_mag(KRIMPEN, regel)


def test_elke_bevoegdheid_heeft_een_rij():
    verwacht = {(rij.eis, handeling) for rij in KRIMPEN.bevoegdheden for handeling in rij.handelingen}
    assert {(regel.eis, regel.handeling) for regel in BEVOEGDHEDEN} == verwacht


@pytest.mark.eis("KRI-3.2")
@pytest.mark.parametrize("handeling", ["instrument_inzetten", "zware_maatregel_inzetten"])
def test_alleen_de_gemeente_moet_het_wetsartikel_noemen(handeling):
    zonder = stand(KRIMPEN, ("wetsartikel_genoemd",))
    mag = [wie for wie in IEDER if beslis(KRIMPEN, Vraag(kant(wie), handeling, UITVOERING), zonder).mag]
    assert mag == [POLITIE, CORPORATIE, VERHUURDER]


@pytest.mark.eis("KRI-6.2.c", "KRI-OW.6", "KRI-1.1.25", "KRI-OW.9")
@pytest.mark.parametrize("handeling", ["instrument_inzetten", "zware_maatregel_inzetten"])
def test_uitvoerder_zet_alleen_in_wat_zijn_actie_is(handeling):
    zonder = stand(KRIMPEN, ("heeft_actie_in_plan",))
    mag = [wie for wie in IEDER if beslis(KRIMPEN, Vraag(kant(wie), handeling, UITVOERING), zonder).mag]
    assert mag == [REGISSEUR, POLITIE, CORPORATIE, VERHUURDER]


@pytest.mark.eis("KRI-5.3.politie")
def test_overnemen_in_eigen_dossier_kan_alleen_wie_het_mag_zien():
    def mag(feit):
        zonder = stand(KRIMPEN, (feit,))
        return [w for w in IEDER if beslis(KRIMPEN, Vraag(kant(w), "politiegegeven_overnemen"), zonder).mag]

    assert mag("aangewezen_voor_politiegegevens") == [CORPORATIE, VERHUURDER]
    assert mag("vrijgegeven_door_politie") == [REGISSEUR, UITVOERDER]


@pytest.mark.eis("KRI-16.2", "KRI-10.3", "KRI-12.1", "KRI-9.8")
@pytest.mark.parametrize(
    ("handeling", "wie"),
    [
        ("incident_melden", CORPORATIE),
        ("eigen_lek_afhandelen", B_POLITIE),
        ("melden_bij_ap", BURGEMEESTER),
        ("verzoek_registreren", BURGEMEESTER),
        ("gegevens_wissen", CORPORATIE),
        ("archiefkopie_maken", REGISSEUR),
        ("vernietigen", KLOK),
        ("eigen_logboek_lezen", B_CORPORATIE),
        ("convenant_inrichten", B_GEMEENTE),
    ],
)
def test_na_het_einde_lopen_rechten_incidenten_en_bewaren_door(handeling, wie):
    voorbij = stand(KRIMPEN, ("convenant_actief",))
    assert "convenant_actief" not in {
        reden.feit for reden in beslis(KRIMPEN, Vraag(kant(wie), handeling), voorbij).redenen
    }
