"""Purposes, legal grounds and closed lists of Maassluis (articles 1.10, 5, 7, 13, 14.5, 15.2)."""

from convenant.beleid.taal import Doel, Grondslag, Lijst

WOONFRAUDE = "woonfraude"
INFORMEREN = "informeren"
RECHTEN = "rechten"
VERDERE_VERWERKING = "verdere_verwerking"
AAN_DERDE = "verstrekking_aan_derde"

DOELEN = (
    Doel(
        WOONFRAUDE,
        "Woonfraude voorkomen en bestrijden door registraties juist te maken.",
        "MAA-5.1",
        (
            "in_werking",
            "niet_beeindigd",
            "verwerking_in_register",
            "register_dekt_velden",
            "regisseur_actief",
            "afweging_vastgelegd",
            "noodzaak_per_veld",
        ),
    ),
    Doel(INFORMEREN, "De betrokkene vertellen wat er met de gegevens gebeurt.", "MAA-12.1"),
    Doel(RECHTEN, "De rechten van de betrokkene uitvoeren.", "MAA-13.1"),
    Doel(VERDERE_VERWERKING, "Beslissen over ander gebruik van ontvangen gegevens.", "MAA-5.3"),
    Doel(AAN_DERDE, "Beslissen over verstrekking aan een derde.", "MAA-7"),
)

WET_BRP = "wet_brp"
PUBLIEKE_TAAK = "publieke_taak"
GERECHTVAARDIGD_BELANG = "gerechtvaardigd_belang"
WETTELIJKE_PLICHT = "wettelijke_plicht"
DERDE_TOESTEMMING = "derde_toestemming"
DERDE_PLICHT = "derde_wettelijke_plicht"
DERDE_TAAK = "derde_publieke_taak"
DERDE_BELANG = "derde_gerechtvaardigd_belang"

GRONDSLAGEN = (
    Grondslag(
        WET_BRP,
        "Artikel 3.8 en 3.9 Wet BRP met de verordening van de gemeente "
        "(getekend als artikel 96 Wet GBA en artikel 5 verordening GBA 2010).",
        "MAA-6.2",
        ("dienstverlening", "rovm"),
        ("grondslag_geldig",),
    ),
    Grondslag(
        PUBLIEKE_TAAK,
        "De publieke taak van de gemeente (artikel 6 lid 1 e AVG; getekend als Wbp).",
        "MAA-OW.4",
        ("dienstverlening", "rovm", "college"),
    ),
    Grondslag(
        GERECHTVAARDIGD_BELANG,
        "Het gerechtvaardigd belang van Maasdelta (artikel 6 lid 1 f AVG; getekend als Wbp).",
        "MAA-OW.4",
        ("corporatie",),
    ),
    Grondslag(
        WETTELIJKE_PLICHT,
        "De plichten van de AVG tegenover de betrokkene (artikel 6 lid 1 c AVG).",
        "MAA-OW.5",
    ),
    Grondslag(
        DERDE_TOESTEMMING,
        "De schriftelijke toestemming van de betrokkene (grond b).",
        "MAA-7.b",
        vereist=("verenigbaar_met_doel", "toestemming_derde"),
    ),
    Grondslag(
        DERDE_PLICHT,
        "De wettelijke plicht van de partij om te verstrekken (grond c).",
        "MAA-7.c",
        vereist=("verenigbaarheid_beantwoord", "plicht_aangetoond"),
    ),
    Grondslag(
        DERDE_TAAK,
        "De publiekrechtelijke taak van een bestuursorgaan (grond d).",
        "MAA-7.d",
        vereist=("verenigbaar_met_doel", "taak_van_bestuursorgaan"),
    ),
    Grondslag(
        DERDE_BELANG,
        "Het gerechtvaardigd belang, na afweging (grond e; alleen voor gegevens van Maasdelta).",
        "MAA-7.e",
        vereist=("verenigbaar_met_doel", "belangen_afgewogen"),
    ),
)

UITKOMSTEN = ("woonfraude_vermoed", "vervuild_brp", "vervuild_nccw", "geen_afwijking")
VORMEN_WOONFRAUDE = (
    "onrechtmatige_bewoning",
    "onrechtmatige_doorverhuur",
    "onrechtmatig_gebruik",
    "bewoning_door_illegalen",
)
WEIGERINGSGRONDEN = (
    "veiligheid_staat",
    "strafbare_feiten",
    "economische_financiele_belangen",
    "toezicht_op_naleving",
    "bescherming_betrokkene_of_anderen",
)
CORRECTIEGRONDEN = ("feitelijk_onjuist", "onvolledig_of_niet_ter_zake", "strijd_met_wet")

LIJSTEN = (
    Lijst("vormen_woonfraude", VORMEN_WOONFRAUDE, "MAA-1.10"),
    Lijst("uitkomsten", UITKOMSTEN, "MAA-INL.3"),
    Lijst("routes", ("regisseur", "gegevensmagazijn", "nccw"), "MAA-3"),
    Lijst(
        "rechten",
        ("informatie", "inzage", "verbetering", "aanvulling", "verwijdering", "afscherming"),
        "MAA-13.1",
    ),
    Lijst("weigeringsgronden", WEIGERINGSGRONDEN, "MAA-14.5"),
    Lijst("correctiegronden", CORRECTIEGRONDEN, "MAA-15.2"),
    Lijst("antwoordvormen", ("schriftelijk", "mondeling", "inzage_ter_plaatse", "anders"), "MAA-14.4"),
)
