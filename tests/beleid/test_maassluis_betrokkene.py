"""Maassluis, letters, requests and what holders must do: written from docs/eisen/maassluis.yaml, not from the policy."""

import pytest

from brpinzage.beleid.maassluis import MAASSLUIS
from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.taal import BEGIN, INZIEN

from .maassluis import (
    ALS_COLLEGE,
    ALS_MEDEWERKER,
    BETROKKENE,
    COLLEGE,
    HOUDERS,
    LEEST_ALS_AFDELING,
    OUDER,
    controleer,
    controleer_wat_naar_buiten_gaat,
)
from .tabel import SetRegel, alle_kanten, kant, params, stand

INZAGE = ("inzage_ontvangen", "inzage_beantwoord", "inzage_geweigerd")
CORRECTIE_OPEN = ("correctie_ontvangen", "correctie_onvolledig")
CORRECTIE = (*CORRECTIE_OPEN, "correctie_toegewezen", "correctie_uitgevoerd", "correctie_geweigerd")
VERZET = ("verzet_ontvangen", "verzet_gegrond", "verzet_ongegrond")
INHOUD = ("doeleinden", "identiteit_verantwoordelijke", "rechtsbescherming_en_toezicht")


def brief(
    eis, naam, velden, handeling, stappen, leesbaar, feiten=(), aan=BETROKKENE, doel="rechten", **anders
):
    return SetRegel(
        eis,
        naam,
        velden,
        (COLLEGE,),
        (aan,),
        handeling,
        stappen,
        leesbaar,
        (doel,),
        ("wettelijke_plicht",),
        vereist=(*ALS_COLLEGE, *feiten),
        verantwoordelijke="college",
        **anders,
    )


BRIEVEN = [
    brief(
        "MAA-12.1.brief",
        "informatiebrief",
        INHOUD,
        "informeren",
        ("informeren_open",),
        ("informeren_open", "informeren_uitgesteld", "geinformeerd"),
        doel="informeren",
    ),
    brief(
        "MAA-12.5.brief",
        "informatiebrief_vertegenwoordiger",
        INHOUD,
        "informeren",
        ("informeren_open",),
        ("informeren_open", "informeren_uitgesteld", "geinformeerd"),
        ("jonger_dan_zestien",),
        aan=OUDER,
        doel="informeren",
    ),
    brief(
        "MAA-13.4.brief",
        "ontvangstbevestiging",
        ("ontvangen_op", "antwoord_uiterlijk", "kosteloos"),
        "ontvangst_bevestigen",
        ("inzage_ontvangen", *CORRECTIE_OPEN, "verzet_ontvangen"),
        (*INZAGE, *CORRECTIE, *VERZET),
    ),
    brief(
        "MAA-14.3",
        "inzageoverzicht",
        (
            "doeleinden_en_bestand",
            "gegevens_en_categorieen",
            "ontvangers_of_categorieen",
            "herkomst",
            "systematiek_geautomatiseerde_verwerking",
        ),
        "inzage_beantwoorden",
        ("inzage_ontvangen",),
        ("inzage_beantwoord",),
        ("identiteit_verzoeker_vastgesteld", "antwoordvorm_gemotiveerd"),
        optioneel=("systematiek_geautomatiseerde_verwerking",),
    ),
    brief(
        "MAA-14.5.brief",
        "weigering_inzage",
        ("weigeringsgrond", "motivering_weigering", "rechtsbescherming_en_toezicht"),
        "inzage_weigeren",
        ("inzage_ontvangen", "inzage_beantwoord"),
        ("inzage_beantwoord", "inzage_geweigerd"),
        ("weigeringsgrond_gekozen",),
    ),
    brief(
        "MAA-15.2.brief",
        "beslissing_correctie",
        ("toegewezen_wijzigingen", "correctiegrond"),
        "correctie_toewijzen",
        ("correctie_ontvangen",),
        ("correctie_toegewezen", "correctie_uitgevoerd"),
        ("correctiegrond_gekozen", "wijzigingen_genoemd"),
    ),
    brief(
        "MAA-15.4.brief",
        "weigering_correctie",
        ("geweigerde_wijzigingen", "motivering_weigering", "rechtsbescherming_en_toezicht"),
        "correctie_weigeren",
        (*CORRECTIE_OPEN, "correctie_toegewezen"),
        ("correctie_toegewezen", "correctie_uitgevoerd", "correctie_geweigerd"),
        ("weigering_gemotiveerd",),
    ),
    brief(
        "MAA-16.2.brief",
        "beslissing_verzet",
        ("oordeel_verzet", "motivering_verzet", "rechtsbescherming_en_toezicht"),
        "verzet_beantwoorden",
        ("verzet_gegrond", "verzet_ongegrond"),
        ("verzet_gegrond", "verzet_ongegrond"),
    ),
]


def naar_college(eis, naam, velden, handeling, stap, leesbaar, van=HOUDERS, wie="college"):
    """A request or a statement for the college; whoever passes it on keeps no copy."""
    return SetRegel(
        eis,
        naam,
        velden,
        van,
        (COLLEGE,),
        handeling,
        (stap,),
        leesbaar,
        ("rechten",),
        ("wettelijke_plicht",),
        vereist=ALS_MEDEWERKER,
        inzage_vereist=ALS_COLLEGE,
        afzender_leest=False,
        verantwoordelijke=wie,
    )


WIE_VROEG = ("naam_verzoeker", "adres_verzoeker", "ontvangen_op")
ELK = (*HOUDERS, COLLEGE)
VERZOEKEN = [
    naar_college(
        "MAA-14.1.verzoek",
        "inzageverzoek",
        (*WIE_VROEG, "gevraagd_recht"),
        "inzageverzoek_registreren",
        BEGIN,
        INZAGE,
        ELK,
    ),
    naar_college(
        "MAA-15.1.verzoek",
        "correctieverzoek",
        (*WIE_VROEG, "gevraagd_recht", "gewenste_wijzigingen"),
        "correctieverzoek_registreren",
        BEGIN,
        CORRECTIE,
        ELK,
    ),
    naar_college(
        "MAA-16.1.verzoek",
        "verzet",
        (*WIE_VROEG, "persoonlijke_omstandigheden"),
        "verzet_registreren",
        BEGIN,
        VERZET,
        ELK,
    ),
    naar_college(
        "MAA-14.3.opgave",
        "opgave_houder",
        ("gegevens_en_categorieen", "ontvangers_of_categorieen", "herkomst"),
        "opgave_doen",
        "inzage_ontvangen",
        INZAGE,
        wie="van",
    ),
    naar_college(
        "MAA-15.3.gereed",
        "correctie_gereed",
        ("verstrekking_kenmerk", "uitgevoerd_op"),
        "correctie_melden",
        "correctie_toegewezen",
        ("correctie_toegewezen", "correctie_uitgevoerd"),
        wie="van",
    ),
]


def naar_houders(eis, naam, velden, handeling, stap):
    return SetRegel(
        eis,
        naam,
        velden,
        (COLLEGE,),
        HOUDERS,
        handeling,
        (stap,),
        (stap,),
        ("rechten",),
        ("wettelijke_plicht",),
        vereist=(*ALS_COLLEGE, "houder_van_gegeven"),
        inzage_vereist=LEEST_ALS_AFDELING,
        verantwoordelijke="college",
    )


OPDRACHTEN = [
    naar_houders(
        "MAA-15.3.opdracht",
        "correctieopdracht",
        ("verstrekking_kenmerk", "gegeven", "juiste_waarde"),
        "correctie_opdragen",
        "correctie_toegewezen",
    ),
    naar_houders(
        "MAA-16.2.bericht",
        "stopbericht",
        ("verstrekking_kenmerk", "verwerking_stopt_op"),
        "verzet_doorvoeren",
        "verzet_gegrond",
    ),
]


SETS = BRIEVEN + VERZOEKEN + OPDRACHTEN


@pytest.mark.parametrize("regel", params(SETS))
def test_gegevensset(regel):
    controleer(regel)


@pytest.mark.parametrize("regel", params(BRIEVEN))
def test_een_brief_leest_alleen_het_college_terug(regel):
    controleer_wat_naar_buiten_gaat(regel, ALS_COLLEGE)


@pytest.mark.eis("MAA-12.1", "MAA-12.4", "MAA-12.5")
@pytest.mark.parametrize("naam", ["informatiebrief", "informatiebrief_vertegenwoordiger"])
def test_elke_brief_noemt_doel_verantwoordelijke_en_toezicht(naam):
    """Nothing in it may be left out."""
    gegevensset = MAASSLUIS.gegevensset(naam)
    assert gegevensset.velden == INHOUD
    assert gegevensset.optioneel == ()


@pytest.mark.eis("MAA-13.1", "MAA-13.2", "MAA-14.1")
@pytest.mark.parametrize("regel", params(VERZOEKEN[:3]))
def test_alleen_het_college_ziet_het_verzoek(regel):
    for wie in alle_kanten(MAASSLUIS):
        mag = beslis(MAASSLUIS, Vraag(wie, INZIEN, regel.leesbaar[0], regel.naam), stand(MAASSLUIS)).mag
        assert mag is (wie == kant(COLLEGE)), wie


@pytest.mark.parametrize(
    ("naam", "veld", "waarden"),
    [
        pytest.param(*rij[1:], marks=pytest.mark.eis(rij[0]), id=rij[2])
        for rij in [
            (
                "MAA-INL.3.uitkomst",
                "uitkomst",
                "uitkomst",
                ("woonfraude_vermoed", "vervuild_brp", "vervuild_nccw", "geen_afwijking"),
            ),
            ("MAA-INL.3.uitkomst", "uitkomst", "verbeterde_registratie", ("brp", "nccw", "geen")),
            (
                "MAA-INL.3.uitkomst",
                "uitkomst",
                "vormen_woonfraude",
                (
                    "onrechtmatige_bewoning",
                    "onrechtmatige_doorverhuur",
                    "onrechtmatig_gebruik",
                    "bewoning_door_illegalen",
                ),
            ),
            (
                "MAA-14.5.brief",
                "weigering_inzage",
                "weigeringsgrond",
                (
                    "veiligheid_staat",
                    "strafbare_feiten",
                    "economische_financiele_belangen",
                    "toezicht_op_naleving",
                    "bescherming_betrokkene_of_anderen",
                ),
            ),
            (
                "MAA-15.2.brief",
                "beslissing_correctie",
                "correctiegrond",
                ("feitelijk_onjuist", "onvolledig_of_niet_ter_zake", "strijd_met_wet"),
            ),
            (
                "MAA-16.2.brief",
                "beslissing_verzet",
                "oordeel_verzet",
                ("gerechtvaardigd", "niet_gerechtvaardigd"),
            ),
        ]
    ],
)
def test_gesloten_lijst_van_een_veld(naam, veld, waarden):
    assert {w.veld: w.waarden for w in MAASSLUIS.gegevensset(naam).waarden}[veld] == waarden
