"""Article 10: security, breaches, and how long everything is kept."""

from convenant.beleid.taal import (
    BEGIN,
    INZIEN,
    Bewaartermijn,
    Feit,
    Gegevensset,
    Instelling,
    Overgang,
    Termijn,
    Waarden,
)

from .kanten import BEHEERDERS, LOKET, SECRETARIAAT, ZAAKBEHANDELING, bevoegd

FEITEN = (
    Feit(
        "coordinator_bevestigd",
        "zaak",
        "De verantwoordelijke partijen zijn het eens over wie coördineert.",
        "Kies eerst wie het incident coördineert. Elke verantwoordelijke partij moet dat bevestigen.",
        "ZOE-10.10",
    ),
    Feit(
        "besluit_melding_ap_vastgelegd",
        "zaak",
        "Er is besloten over melden aan de Autoriteit Persoonsgegevens en de betrokkenen.",
        "Leg eerst vast of het lek aan de Autoriteit Persoonsgegevens en de betrokkenen is gemeld, en waarom.",
        "ZOE-10.10",
    ),
    Feit(
        "ontvanger_betrokken_bij_incident",
        "ontvanger",
        "Deze partij is bij het incident betrokken.",
        "Deze partij is niet bij het incident betrokken.",
        "ZOE-10.8",
    ),
)

_NA_MELDING = ("incident_gemeld", "incident_in_behandeling", "incident_afgehandeld")

GEGEVENSSETS = (
    Gegevensset(
        "beveiligingsgebrek",
        ("omschrijving_gebrek", "datum_constatering_gebrek", "genomen_maatregelen"),
        van=BEHEERDERS,
        aan=BEHEERDERS,
        handeling="beveiligingsgebrek_melden",
        doelen=("beveiliging",),
        grondslagen=("geen_persoonsgegevens",),
        persoonsgegeven=False,
        eis="ZOE-10.2.melding",
    ),
    Gegevensset(
        "incidentmelding",
        (
            "kwalificatie",
            "aard_inbreuk",
            "tijdstip_bekend",
            "soorten_betrokkenen",
            "aantal_betrokkenen",
            "waarschijnlijke_gevolgen",
            "maatregelen_inbreuk",
        ),
        van=BEHEERDERS,
        aan=BEHEERDERS,
        handeling="incident_melden",
        doelen=("beveiliging",),
        grondslagen=("plicht_avg",),
        optioneel=("aantal_betrokkenen",),
        verzenden_in=("incident_vastgelegd", "incident_gemeld"),
        inzage_in=_NA_MELDING,
        vereist=("ontvanger_betrokken_bij_incident",),
        waarden=(Waarden("kwalificatie", ("beveiligingsincident", "datalek")),),
        persoonsgegeven=False,
        eis="ZOE-10.8.melding",
    ),
)

OVERGANGEN = (
    Overgang(
        BEGIN,
        "incident_vastleggen",
        "incident_vastgelegd",
        (*ZAAKBEHANDELING, LOKET, *BEHEERDERS),
        "ZOE-10.8",
    ),
    Overgang("incident_vastgelegd", "incident_melden", "incident_gemeld", BEHEERDERS, "ZOE-10.8"),
    Overgang("incident_gemeld", "incident_melden", "incident_gemeld", BEHEERDERS, "ZOE-10.8"),
    Overgang(
        "incident_gemeld",
        "incident_behandelen",
        "incident_in_behandeling",
        BEHEERDERS,
        "ZOE-10.10",
        ("coordinator_bevestigd",),
    ),
    Overgang(
        "incident_in_behandeling",
        "incident_afhandelen",
        "incident_afgehandeld",
        BEHEERDERS,
        "ZOE-10.10",
        ("besluit_melding_ap_vastgelegd",),
    ),
)

BEVOEGDHEDEN = (
    *bevoegd(BEHEERDERS, ("beveiligingsgebrek_melden",), "ZOE-10.2"),
    *bevoegd((*BEHEERDERS, SECRETARIAAT), ("verstrekking_opschorten", "herstel_vastleggen"), "ZOE-10.2"),
    *bevoegd(BEHEERDERS, ("beveiligingsvraag_stellen", "beveiligingsvraag_beantwoorden"), "ZOE-10.7"),
    *bevoegd((*ZAAKBEHANDELING, LOKET, *BEHEERDERS), ("incident_vastleggen",), "ZOE-10.8"),
    *bevoegd(BEHEERDERS, ("incident_melden",), "ZOE-10.8"),
    *bevoegd(BEHEERDERS, (INZIEN,), "ZOE-10.8"),
    *bevoegd(BEHEERDERS, ("incident_behandelen", "incident_afhandelen"), "ZOE-10.10"),
)

TERMIJNEN = (
    Termijn(
        "risicoanalyse",
        "convenant",
        "laatste_risicoanalyse",
        3,
        "jaren",
        "risicoanalyse",
        "ZOE-10.1",
        richting="elke",
        verantwoordelijk=SECRETARIAAT,
        waarschuw=(183,),
    ),
    Termijn(
        "melding_beveiligingsgebrek",
        "incident",
        "constatering_beveiligingsgebrek",
        0,
        "direct",
        "kennisgeving_partijen",
        "ZOE-10.2",
    ),
    Termijn(
        "melding_inbreuk", "incident", "inbreuk_bekend", 24, "uren", "melding_betrokken_partijen", "ZOE-10.8"
    ),
    Termijn(
        "melding_datalek", "incident", "datalek_bekend", 24, "uren", "melding_betrokken_partijen", "ZOE-10.9"
    ),
    Termijn(
        "melding_ap",
        "incident",
        "datalek_bekend",
        72,
        "uren",
        "melding_autoriteit_persoonsgegevens",
        "ZOE-10.10",
        bron="AVG",
    ),
)


def _zolang_nodig(naam: str, onderwerp: str, na: str) -> Bewaartermijn:
    return Bewaartermijn(naam, onderwerp, na, "vernietigen", "ZOE-10.11", instelling=f"bewaartermijn_{naam}")


# Whichever comes first: no longer needed, or the statutory term of that party.
BEWAARTERMIJNEN = (
    _zolang_nodig("melding", "zaak", "onderzoek_afgerond"),
    _zolang_nodig("dossier", "zaak", "zaak_gesloten"),
    _zolang_nodig("bestand", "zaak", "project_beeindigd"),
    _zolang_nodig("verzoek", "verzoek", "rechtenverzoek_beantwoord"),
    _zolang_nodig("incident", "incident", "incident_afgehandeld"),
    _zolang_nodig("logboek", "logregel", "logregel"),
    Bewaartermijn(
        "wettelijk_maximum",
        "zaak",
        "zaak_geopend",
        "vernietigen",
        "ZOE-10.12",
        instelling="wettelijke_bewaartermijn",
    ),
)

INSTELLINGEN = (
    *(
        Instelling(
            rij.instelling,
            "duur",
            "deelname",
            "deelname",
            f"hoe lang uw organisatie gegevens bewaart ({rij.naam.replace('_', ' ')}), met de bron.",
            rij.eis,
        )
        for rij in BEWAARTERMIJNEN
    ),
    Instelling(
        "incidentprocedure",
        "document",
        "convenant",
        "",
        "welke procedure bij incidenten geldt; de bijlage ontbreekt bij de tekst.",
        "ZOE-10.9",
        standaard="",
    ),
)
