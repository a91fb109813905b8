"""Bijlage 1, the rest of the privacyreglement: requests of third parties, other use, supervision, news."""

from convenant.beleid.taal import BEGIN, Feit, Gegevensset, Overgang, Termijn, Waarden

from .grondslagen import PLICHT
from .kanten import EIGEN_ADMINISTRATIE, INSTANTIE, MANAGER, PRIVACY, TEAMLEIDER, bevoegd

BIJ_WETTELIJK_VERZOEK = ("wettelijk_verzoek_ontvangen", "wettelijk_verstrekt", "wettelijk_geweigerd")

FEITEN = (
    Feit(
        "eigen_administratie",
        "ontvanger",
        "Dit is de eigen administratie van de partij.",
        "Elke partij houdt haar eigen administratie bij. Die van een ander is niet te zien.",
        "HAA-PR5.1",
    ),
    Feit(
        "zaak_van_eigen_partij",
        "zaak",
        "Deze zaak is van uw eigen partij.",
        "Deze zaak is van een andere partij. Alleen die partij kan dit doen.",
        "HAA-PR5.1",
    ),
    Feit(
        "grondslag_gecontroleerd",
        "aanvraag",
        "De wettelijke grondslag van het verzoek is gecontroleerd.",
        "Controleer eerst op welke wet het verzoek steunt.",
        "HAA-PR8.1",
    ),
    Feit(
        "identiteit_gecontroleerd",
        "aanvraag",
        "De identiteit van de vrager is gecontroleerd.",
        "Controleer eerst wie het verzoek doet.",
        "HAA-PR8.1",
    ),
    Feit(
        "kennisgeving_toegestaan",
        "aanvraag",
        "De andere partijen mogen van het verzoek weten.",
        "De instantie heeft verboden om anderen van het verzoek te laten weten.",
        "HAA-PR8.2",
    ),
    Feit(
        "kennisgeving_verboden",
        "aanvraag",
        "De instantie heeft verboden om anderen van het verzoek te laten weten.",
        "Er is geen verbod. De andere partijen moeten het weten.",
        "HAA-PR8.2",
    ),
    Feit(
        "anderen_weten_het",
        "zaak",
        "De andere partijen weten van het verzoek, of de instantie heeft dat verboden.",
        "Laat eerst de andere partijen weten dat dit verzoek er is. Dat moet meteen.",
        "HAA-PR8.1",
    ),
    Feit(
        "schriftelijk_afgesproken",
        "aanvraag",
        "De andere partij heeft schriftelijk ingestemd met dit doel.",
        "Gebruik voor een ander doel mag alleen als dat vooraf schriftelijk is afgesproken.",
        "HAA-PR5.4",
    ),
    Feit(
        "dpia_raakt_uitwisseling",
        "aanvraag",
        "Wat in de DPIA is gevonden, raakt de uitwisseling.",
        "Wat in de DPIA is gevonden, raakt de uitwisseling niet. Delen is dan niet nodig.",
        "HAA-PR7.4",
    ),
)

GEGEVENSSETS = (
    Gegevensset(
        "wettelijk_verzoek",
        (
            "vragende_instantie",
            "wettelijke_grondslag",
            "gevraagde_gegevens",
            "datum_ontvangst_wettelijk_verzoek",
            "grond_verbod_kennisgeving",
        ),
        van=EIGEN_ADMINISTRATIE,
        aan=EIGEN_ADMINISTRATIE,
        handeling="wettelijk_verzoek_vastleggen",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        optioneel=("grond_verbod_kennisgeving",),
        verzenden_in=(BEGIN,),
        inzage_in=BIJ_WETTELIJK_VERZOEK,
        eis="HAA-PR8.1.register",
    ),
    Gegevensset(
        "kennisgeving_wettelijk_verzoek",
        ("vragende_instantie", "wettelijke_grondslag", "datum_ontvangst_wettelijk_verzoek"),
        van=PRIVACY,
        aan=PRIVACY,
        handeling="wettelijk_verzoek_melden",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        verzenden_in=BIJ_WETTELIJK_VERZOEK,
        inzage_in=BIJ_WETTELIJK_VERZOEK,
        vereist=("zaak_van_eigen_partij", "kennisgeving_toegestaan"),
        eis="HAA-PR8.2.kennisgeving",
    ),
    Gegevensset(
        "wettelijke_verstrekking",
        ("gevraagde_gegevens", "wettelijke_grondslag"),
        van=PRIVACY,
        aan=(INSTANTIE,),
        handeling="wettelijk_verstrekken",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        verzenden_in=("wettelijk_verzoek_ontvangen",),
        inzage_in=("wettelijk_verstrekt",),
        eis="HAA-PR8.1.verstrekking",
    ),
    Gegevensset(
        "weigering_wettelijk_verzoek",
        ("vragende_instantie", "reden_weigering"),
        van=PRIVACY,
        aan=(INSTANTIE,),
        handeling="wettelijk_weigeren",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        verzenden_in=("wettelijk_verzoek_ontvangen",),
        inzage_in=("wettelijk_geweigerd",),
        eis="HAA-PR6.1.weigering",
    ),
    Gegevensset(
        "dpia_uitkomst",
        ("samenvatting_dpia", "tekortkomingen_uitwisseling", "datum_dpia"),
        van=PRIVACY,
        aan=PRIVACY,
        handeling="dpia_melden",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        vereist=("dpia_raakt_uitwisseling",),
        persoonsgegeven=False,
        eis="HAA-PR7.4.uitkomst",
    ),
    Gegevensset(
        "ontwikkeling",
        ("soort_ontwikkeling", "omschrijving_ontwikkeling", "datum_ontwikkeling"),
        van=PRIVACY,
        aan=PRIVACY,
        handeling="ontwikkeling_melden",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        waarden=(
            Waarden(
                "soort_ontwikkeling",
                ("inbreuk", "uitspraak_rechter_of_toezichthouder", "wettelijk_verzoek_van_derde", "overig"),
            ),
        ),
        persoonsgegeven=False,
        eis="HAA-PR11.1.bericht",
    ),
)

OVERGANGEN = (
    Overgang(BEGIN, "wettelijk_verzoek_vastleggen", "wettelijk_verzoek_ontvangen", PRIVACY, "HAA-PR8.1"),
    Overgang(
        "wettelijk_verzoek_ontvangen",
        "wettelijk_verstrekken",
        "wettelijk_verstrekt",
        PRIVACY,
        "HAA-PR8.1",
        (
            "zaak_van_eigen_partij",
            "grondslag_gecontroleerd",
            "identiteit_gecontroleerd",
            "anderen_weten_het",
        ),
    ),
    Overgang(
        "wettelijk_verzoek_ontvangen",
        "wettelijk_weigeren",
        "wettelijk_geweigerd",
        PRIVACY,
        "HAA-PR6.1",
        ("zaak_van_eigen_partij", "anderen_weten_het"),
    ),
)

BEVOEGDHEDEN = (
    *bevoegd(PRIVACY, ("wettelijk_verzoek_vastleggen", "wettelijk_verstrekken"), "HAA-PR8.1"),
    *bevoegd(PRIVACY, ("wettelijk_verzoek_melden",), "HAA-PR8.2"),
    *bevoegd(PRIVACY, ("wettelijk_weigeren",), "HAA-PR6.1"),
    *bevoegd(PRIVACY, ("ander_gebruik_toestaan",), "HAA-PR5.4", ("schriftelijk_afgesproken",)),
    *bevoegd(PRIVACY, ("derde_toestaan",), "HAA-PR5.6"),
    *bevoegd((MANAGER, TEAMLEIDER), ("geheimhouding_bevestigen",), "HAA-PR6.2"),
    *bevoegd(PRIVACY, ("norm_vastleggen", "controle_vastleggen"), "HAA-PR7.3"),
    *bevoegd(PRIVACY, ("dpia_melden",), "HAA-PR7.4"),
    *bevoegd(PRIVACY, ("ontwikkeling_melden",), "HAA-PR11.1"),
    *bevoegd(PRIVACY, ("informatietekst_vastleggen",), "HAA-PR10.1"),
    *bevoegd(PRIVACY, ("eigen_logboek_lezen",), "HAA-PR1.4", bereik="partij"),
)

TERMIJNEN = (
    Termijn(
        "dpia_melden",
        "convenant",
        "uitkomst_dpia",
        0,
        "direct",
        "kennisgeving_partijen",
        "HAA-PR7.4",
    ),
    Termijn(
        "wettelijk_verzoek_direct",
        "verzoek",
        "wettelijk_verzoek",
        0,
        "direct",
        "informeren_andere_partij",
        "HAA-PR8.1",
        opgeschort_door=("kennisgeving_verboden",),
    ),
    Termijn(
        "bindend_verzoek",
        "verzoek",
        "ontvangst_bindend_verzoek",
        5,
        "werkdagen",
        "kennisgeving_andere_partij",
        "HAA-PR8.2",
        waarschuw=(1,),
        opgeschort_door=("kennisgeving_verboden",),
    ),
)
