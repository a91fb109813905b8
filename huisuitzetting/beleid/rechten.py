"""Bijlage 1, article 10: what somebody asks about their own data, passed on, put off and answered."""

from convenant.beleid.taal import BEGIN, Feit, Gegevensset, Overgang, Termijn, Waarden

from .grondslagen import PLICHT
from .kanten import EIGEN_ADMINISTRATIE, PRIVACY, VERZOEKER, bevoegd

RECHTEN = (
    "inzage",
    "rectificatie",
    "wissing",
    "beperking",
    "overdraagbaarheid",
    "bezwaar",
    "geautomatiseerd_besluit",
)
VAN_VERZOEK = (
    "naam_verzoeker",
    "adres_verzoeker",
    "soort_verzoek",
    "datum_ontvangst_verzoek",
    "kopie_verzoek",
)
BIJ_VERZOEK = ("verzoek_ontvangen", "verzoek_doorgestuurd", "verzoek_beantwoord")

FEITEN = (
    Feit(
        "verantwoordelijk_voor_verwerking",
        "zaak",
        "Uw partij is verantwoordelijk voor deze verwerking.",
        "Uw partij is niet verantwoordelijk voor deze verwerking. Stuur het door naar de partij die dat wel is.",
        "HAA-PR10.2",
    ),
    Feit(
        "andere_partij_verantwoordelijk",
        "aanvraag",
        "Het verzoek gaat over een verwerking van de andere partij.",
        "Het verzoek gaat over een verwerking van uw eigen partij. Behandel het zelf.",
        "HAA-PR10.3",
    ),
    Feit(
        "gegevens_nodig_en_goedgekeurd",
        "aanvraag",
        "De gegevens zijn nodig voor het verzoek en de leverende partij heeft ze goedgekeurd.",
        "Keur eerst het pakket goed, en lever alleen wat nodig is om het verzoek te behandelen.",
        "HAA-PR10.3",
    ),
)

GEGEVENSSETS = (
    Gegevensset(
        "verzoek_betrokkene",
        VAN_VERZOEK,
        van=EIGEN_ADMINISTRATIE,
        aan=EIGEN_ADMINISTRATIE,
        handeling="verzoek_vastleggen",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        verzenden_in=(BEGIN,),
        inzage_in=BIJ_VERZOEK,
        waarden=(Waarden("soort_verzoek", RECHTEN),),
        eis="HAA-PR10.2.register",
    ),
    Gegevensset(
        "uitstel_antwoord",
        ("naam_verzoeker", "adres_verzoeker", "reden_uitstel", "antwoord_uiterlijk_op"),
        van=PRIVACY,
        aan=(VERZOEKER,),
        handeling="verzoek_uitstellen",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        verzenden_in=("verzoek_ontvangen", "verzoek_doorgestuurd"),
        inzage_in=BIJ_VERZOEK,
        vereist=("verantwoordelijk_voor_verwerking",),
        eis="HAA-PR10.2.uitstel",
    ),
    Gegevensset(
        "antwoord_betrokkene",
        ("naam_verzoeker", "adres_verzoeker", "besluit_op_verzoek", "gegevens_betrokkene"),
        van=PRIVACY,
        aan=(VERZOEKER,),
        handeling="verzoek_beantwoorden",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        optioneel=("gegevens_betrokkene",),
        verzenden_in=("verzoek_ontvangen", "verzoek_doorgestuurd"),
        inzage_in=("verzoek_beantwoord",),
        eis="HAA-PR10.2.antwoord",
    ),
    Gegevensset(
        "doorgestuurd_verzoek",
        VAN_VERZOEK,
        van=PRIVACY,
        aan=PRIVACY,
        handeling="verzoek_doorsturen",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        verzenden_in=("verzoek_ontvangen",),
        inzage_in=("verzoek_doorgestuurd", "verzoek_beantwoord"),
        waarden=(Waarden("soort_verzoek", RECHTEN),),
        eis="HAA-PR10.3.verzoek",
    ),
    Gegevensset(
        "pakket_betrokkene",
        ("gegevens_betrokkene", "kopie_documenten", "overzicht_systemen"),
        van=PRIVACY,
        aan=PRIVACY,
        handeling="pakket_leveren",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        verzenden_in=("verzoek_doorgestuurd",),
        inzage_in=("verzoek_doorgestuurd", "verzoek_beantwoord"),
        vereist=("gegevens_nodig_en_goedgekeurd",),
        eis="HAA-PR10.3.pakket",
    ),
)

OVERGANGEN = (
    Overgang(BEGIN, "verzoek_vastleggen", "verzoek_ontvangen", PRIVACY, "HAA-PR10.2"),
    *(
        Overgang(
            stap,
            "verzoek_beantwoorden",
            "verzoek_beantwoord",
            PRIVACY,
            "HAA-PR10.2",
            ("verantwoordelijk_voor_verwerking",),
        )
        for stap in ("verzoek_ontvangen", "verzoek_doorgestuurd")
    ),
    Overgang(
        "verzoek_ontvangen",
        "verzoek_doorsturen",
        "verzoek_doorgestuurd",
        PRIVACY,
        "HAA-PR10.3",
        ("andere_partij_verantwoordelijk",),
    ),
)

BEVOEGDHEDEN = (
    *bevoegd(PRIVACY, ("verzoek_vastleggen", "verzoek_uitstellen", "verzoek_beantwoorden"), "HAA-PR10.2"),
    *bevoegd(PRIVACY, ("verzoek_doorsturen", "pakket_leveren"), "HAA-PR10.3"),
)

TERMIJNEN = (
    Termijn(
        "verzoek_beantwoorden",
        "verzoek",
        "ontvangst_verzoek",
        1,
        "maanden",
        "antwoord_verzoek",
        "HAA-PR10.2",
        waarschuw=(7,),
        bron="AVG",
        verlenging=(2, "maanden"),
    ),
    Termijn(
        "verzoek_doorsturen",
        "verzoek",
        "ontvangst_verzoek",
        5,
        "werkdagen",
        "doorsturen_verzoek",
        "HAA-PR10.3",
        waarschuw=(1,),
        opgeschort_door=("verantwoordelijk_voor_verwerking",),
    ),
)
