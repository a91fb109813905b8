"""Incidents and data breaches (article 10)."""

from convenant.beleid.taal import BEGIN, Feit, Gegevensset, Instelling, Overgang, Termijn

from .partijen import BEHEERDERS, BURGEMEESTER, KLOK, bevoegd
from .zaak import UITVOERENDEN

IEDEREEN = (*UITVOERENDEN, BURGEMEESTER, *BEHEERDERS)
AFHANDELAARS = (BURGEMEESTER, *BEHEERDERS)

FEITEN = (
    Feit(
        "voldoet_aan_interne_criteria",
        "aanvraag",
        "Het incident voldoet aan de criteria van uw organisatie.",
        "Het incident voldoet niet aan de criteria van uw organisatie. Leg het alleen in uw eigen register vast.",
        "KRI-10.3",
    ),
    Feit(
        "omschrijving_anoniem",
        "verstrekking",
        "De omschrijving noemt geen personen of zaken.",
        "In de omschrijving lijkt een naam, adres of zaaknummer te staan. Haal dat weg.",
        "KRI-10.3",
    ),
    Feit(
        "raakt_gezamenlijk_deel",
        "zaak",
        "Het lek raakt het plan van aanpak, een voortgangsrapportage of een afsluitrapportage.",
        "Het lek raakt geen gezamenlijk document. De partij waar het is ontdekt, handelt het af.",
        "KRI-10.4",
    ),
    Feit(
        "raakt_eigen_deel",
        "zaak",
        "Het lek raakt het eigen deel van een partij.",
        "Het lek raakt geen eigen deel van een partij. De burgemeester handelt het af.",
        "KRI-10.5",
    ),
    Feit(
        "afgestemd_of_termijn_verloopt",
        "zaak",
        "De partijen hebben melding en woordvoering afgestemd, of de 72 uur verlopen.",
        "Stem de melding en de woordvoering eerst af met de andere partijen. De 72 uur lopen door.",
        "KRI-10.6",
    ),
    Feit(
        "opsporingsbelang",
        "aanvraag",
        "Er is een opsporingsbelang, met een datum om opnieuw te kijken.",
        "Later of niet inlichten mag alleen bij een opsporingsbelang (artikel 41 lid 1 d UAVG of de Wpg).",
        "KRI-10.6",
    ),
)

GEGEVENSSETS = (
    Gegevensset(
        "incidentmelding",
        ("soort_incident", "korte_geanonimiseerde_omschrijving", "mitigerende_maatregelen"),
        van=IEDEREEN,
        aan=AFHANDELAARS,
        handeling="incident_melden",
        doelen=("afhandeling_incident",),
        grondslagen=("avg_33_34",),
        verzenden_in=(BEGIN,),
        inzage_in=(
            "incident_gemeld",
            "incident_bij_burgemeester",
            "incident_bij_partij",
            "incident_afgehandeld",
        ),
        vereist=("omschrijving_anoniem",),
        persoonsgegeven=False,
        eis="KRI-10.3",
    ),
)

BEVOEGDHEDEN = (
    *bevoegd(IEDEREEN, ("incident_melden",), "KRI-10.3"),
    *bevoegd((KLOK,), ("gezamenlijk_lek_toewijzen",), "KRI-10.4"),
    *bevoegd((KLOK,), ("eigen_lek_toewijzen",), "KRI-10.5"),
    *bevoegd((BURGEMEESTER,), ("gezamenlijk_lek_afhandelen",), "KRI-10.4"),
    *bevoegd(BEHEERDERS, ("eigen_lek_afhandelen",), "KRI-10.5"),
    *bevoegd(AFHANDELAARS, ("melden_bij_ap",), "KRI-10.6", vereist=("afgestemd_of_termijn_verloopt",)),
    *bevoegd(AFHANDELAARS, ("melding_afstemmen",), "KRI-10.6"),
    *bevoegd(AFHANDELAARS, ("inlichten_uitstellen",), "KRI-10.6", vereist=("opsporingsbelang",)),
)

OVERGANGEN = (
    Overgang(
        BEGIN, "incident_melden", "incident_gemeld", IEDEREEN, "KRI-10.3", ("voldoet_aan_interne_criteria",)
    ),
    Overgang(
        "incident_gemeld",
        "gezamenlijk_lek_toewijzen",
        "incident_bij_burgemeester",
        (KLOK,),
        "KRI-10.4",
        ("raakt_gezamenlijk_deel",),
    ),
    Overgang(
        "incident_gemeld",
        "eigen_lek_toewijzen",
        "incident_bij_partij",
        (KLOK,),
        "KRI-10.5",
        ("raakt_eigen_deel",),
    ),
    Overgang(
        "incident_bij_burgemeester",
        "gezamenlijk_lek_afhandelen",
        "incident_afgehandeld",
        (BURGEMEESTER,),
        "KRI-10.4",
    ),
    Overgang("incident_bij_partij", "eigen_lek_afhandelen", "incident_afgehandeld", BEHEERDERS, "KRI-10.5"),
)

TERMIJNEN = (
    Termijn(
        "incident_melden", "incident", "incident_geconstateerd", 0, "direct", "melding_partijen", "KRI-10.3"
    ),
    Termijn(
        "melding_ap",
        "incident",
        "inbreuk_vastgesteld",
        72,
        "uren",
        "melding_autoriteit_persoonsgegevens",
        "KRI-10.4.ap",
        bron="AVG",
    ),
)

INSTELLINGEN = (
    Instelling(
        "criteria_incident",
        "tekst",
        "deelname",
        "",
        "welke incidenten uw organisatie aan de andere partijen meldt.",
        "KRI-10.3",
        standaard="Elke mogelijke inbreuk.",
    ),
)
