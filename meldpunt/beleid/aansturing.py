"""Articles 3, 9, 11 and 13: the Stuurgroep and its decisions, the own dossier, staff, and the life of the convenant."""

from convenant.beleid.beheer import AANMELDEN, INRICHTEN, RECHTEN_INZIEN, VERLENEN
from convenant.beleid.fg import REGISTER_INZIEN, bevoegdheden_fg
from convenant.beleid.taal import (
    BEGIN,
    INZIEN,
    Bevoegdheid,
    Feit,
    Gegevensset,
    Instelling,
    Lijst,
    Overgang,
    Termijn,
    Waarden,
)

from .grondslagen import FRAUDE
from .kanten import (
    BEHEERDERS,
    FG_VEREIST,
    KLOK,
    PARTIJEN,
    SECRETARIAAT,
    STUURGROEP,
    TOEZICHTHOUDER,
    ZAAKBEHANDELING,
    bevoegd,
)

FEITEN = (
    Feit(
        "stuurgroep_heeft_besloten",
        "aanvraag",
        "De Stuurgroep heeft dit besloten.",
        "Leg het besluit van de Stuurgroep vast, met nummer en datum.",
        "ZOE-11.1",
    ),
    Feit(
        "besluit_zonder_namen",
        "aanvraag",
        "Het besluit noemt een gebied, thema, object of soort personen, en geen namen.",
        "Het besluit noemt een persoon. Wijs een gebied, thema, object of soort personen aan, zonder namen.",
        "ZOE-3.1",
    ),
    Feit(
        "past_binnen_doelen",
        "aanvraag",
        "De nieuwe activiteit past bij de doelen van het convenant.",
        "Noem bij welk doel van artikel 1 de nieuwe activiteit hoort.",
        "ZOE-11.7",
    ),
    Feit(
        "college_stemt_in",
        "aanvraag",
        "Het college van burgemeester en wethouders stemt in.",
        "Het college van burgemeester en wethouders heeft nog niet ingestemd.",
        "ZOE-11.8",
    ),
    Feit(
        "alle_corporaties_stemmen_in",
        "aanvraag",
        "Alle corporaties stemmen in.",
        "Nog niet alle corporaties hebben ingestemd.",
        "ZOE-11.8",
    ),
    Feit(
        "besproken_in_stuurgroep",
        "aanvraag",
        "De evaluatie is besproken in de Stuurgroep.",
        "Vul in wanneer de evaluatie in de Stuurgroep is besproken.",
        "ZOE-13.4",
    ),
    Feit(
        "nodig_voor_eigen_handhaving",
        "verstrekking",
        "Het gegeven is nodig voor de eigen handhaving.",
        "Neem alleen gegevens in het eigen dossier op die nodig zijn voor de eigen handhaving.",
        "ZOE-3.5",
    ),
    Feit(
        "zelfde_zaak",
        "verstrekking",
        "Het gegeven hoort bij deze zaak.",
        "Dit gegeven hoort bij een andere zaak. Vraag het voor deze zaak opnieuw aan.",
        "ZOE-6.D2",
    ),
)

GEGEVENSSETS = (
    Gegevensset(
        "aanwijzingsbesluit",
        (
            "besluitnummer",
            "datum_besluit",
            "soort_aanwijzing",
            "omschrijving_aanwijzing",
            "geldig_tot_en_met",
        ),
        van=(SECRETARIAAT,),
        aan=(*STUURGROEP, *PARTIJEN, TOEZICHTHOUDER),
        handeling="aanwijzing_vaststellen",
        doelen=FRAUDE,
        grondslagen=("geen_persoonsgegevens",),
        verzenden_in=("aanwijzing_voorgesteld",),
        inzage_in=("aanwijzing_vastgesteld",),
        vereist=("besluit_zonder_namen",),
        waarden=(Waarden("soort_aanwijzing", ("gebied", "thema", "object", "soort_personen")),),
        persoonsgegeven=False,
        eis="ZOE-4.B2.aanwijzing",
    ),
)

OVERGANGEN = (
    Overgang(
        BEGIN, "aanwijzing_voorstellen", "aanwijzing_voorgesteld", (SECRETARIAAT, *STUURGROEP), "ZOE-4.B2"
    ),
    Overgang(
        "aanwijzing_voorgesteld",
        "aanwijzing_vaststellen",
        "aanwijzing_vastgesteld",
        (SECRETARIAAT,),
        "ZOE-4.B2",
        ("stuurgroep_heeft_besloten",),
    ),
    Overgang(
        "aanwijzing_vastgesteld", "aanwijzing_laten_aflopen", "aanwijzing_afgelopen", (KLOK,), "ZOE-4.B2"
    ),
    Overgang(BEGIN, "addendum_voorstellen", "addendum_voorgesteld", BEHEERDERS, "ZOE-11.7"),
    Overgang(
        "addendum_voorgesteld",
        "addendum_goedkeuren",
        "addendum_goedgekeurd",
        (SECRETARIAAT,),
        "ZOE-11.7",
        ("stuurgroep_heeft_besloten", "past_binnen_doelen"),
    ),
    Overgang(
        "addendum_goedgekeurd",
        "addendum_vaststellen",
        "addendum_vastgesteld",
        (SECRETARIAAT,),
        "ZOE-11.8",
        ("college_stemt_in", "alle_corporaties_stemmen_in"),
    ),
)

BEVOEGDHEDEN = (
    *bevoegd((SECRETARIAAT, *STUURGROEP), ("aanwijzing_voorstellen",), "ZOE-4.B2"),
    *bevoegd((SECRETARIAAT,), ("aanwijzing_vaststellen",), "ZOE-4.B2"),
    Bevoegdheid("klok", "systeem", ("aanwijzing_laten_aflopen",), "ZOE-4.B2"),
    *bevoegd((SECRETARIAAT, *STUURGROEP), (INZIEN,), "ZOE-3.1"),
    *bevoegd((SECRETARIAAT,), ("risicoanalyse_vastleggen",), "ZOE-10.1"),
    *bevoegd((SECRETARIAAT,), ("communicatieoverleg_vastleggen",), "ZOE-3.2"),
    *bevoegd((SECRETARIAAT,), ("werkplan_vaststellen",), "ZOE-11.6", ("stuurgroep_heeft_besloten",)),
    *bevoegd((SECRETARIAAT,), ("evaluatie_vastleggen",), "ZOE-13.4", ("besproken_in_stuurgroep",)),
    *bevoegd(BEHEERDERS, ("addendum_voorstellen",), "ZOE-11.7"),
    *bevoegd((SECRETARIAAT,), ("addendum_goedkeuren",), "ZOE-11.7"),
    *bevoegd((SECRETARIAAT,), ("addendum_vaststellen",), "ZOE-11.8"),
    *bevoegd(
        ZAAKBEHANDELING,
        ("in_eigen_dossier_opnemen",),
        "ZOE-3.5",
        ("nodig_voor_eigen_handhaving", "zelfde_zaak"),
    ),
    *bevoegd(
        BEHEERDERS,
        tuple(dict.fromkeys((*AANMELDEN, *VERLENEN, RECHTEN_INZIEN))),
        "ZOE-10.4",
        bereik="partij",
    ),
    *bevoegd((SECRETARIAAT,), (INRICHTEN, REGISTER_INZIEN), "ZOE-PAR.2"),
    *bevoegdheden_fg(FG_VEREIST, "ZOE-6.V"),
    *bevoegd(BEHEERDERS, ("eigen_logboek_lezen",), "ZOE-6.R1", bereik="partij"),
    *bevoegd(BEHEERDERS, ("geheimhoudingsmaatregel_vastleggen",), "ZOE-10.6", bereik="partij"),
    *bevoegd(BEHEERDERS, ("privacyverklaring_vastleggen",), "ZOE-9.1", bereik="partij"),
    *bevoegd(BEHEERDERS, ("publicatie_vastleggen",), "ZOE-9.2", bereik="partij"),
    *bevoegd(BEHEERDERS, ("opzeggen",), "ZOE-13.3", bereik="partij"),
)


def _jaarlijks(naam: str, na: str, actie: str, eis: str) -> Termijn:
    return Termijn(
        naam, "convenant", na, 1, "jaren", actie, eis, richting="elke", verantwoordelijk=SECRETARIAAT
    )


TERMIJNEN = (
    _jaarlijks("communicatieoverleg", "vorig_communicatieoverleg", "overleg_communicatie", "ZOE-3.2"),
    _jaarlijks("werkplan", "vorig_werkplan", "vaststellen_werkplan", "ZOE-11.6"),
    _jaarlijks("evaluatie", "vorige_evaluatie", "evaluatie", "ZOE-13.4"),
    Termijn(
        "bevestiging_autorisaties",
        "autorisatie",
        "vorige_bevestiging_autorisaties",
        6,
        "maanden",
        "bevestiging_autorisaties",
        "ZOE-10.4",
        richting="elke",
        bron="voorstel",
    ),
    Termijn(
        "looptijd",
        "convenant",
        "inwerkingtreding",
        4,
        "jaren",
        "looptijd",
        "ZOE-13.1",
        verantwoordelijk=SECRETARIAAT,
        waarschuw=(456,),  # fifteen months: a year's notice, and three months to decide
        eerste_dag_telt=True,
    ),
    Termijn(
        "verlenging",
        "convenant",
        "einde_lopende_periode",
        1,
        "jaren",
        "stilzwijgende_verlenging",
        "ZOE-13.2",
        richting="elke",
    ),
    Termijn("opzegging", "deelname", "ontvangst_opzegging", 1, "jaren", "opzegtermijn", "ZOE-13.3"),
)

INSTELLINGEN = (
    Instelling(
        "privacyverklaring",
        "document",
        "deelname",
        "",
        "waar de privacyverklaring van uw organisatie staat.",
        "ZOE-9.1",
        standaard="",
    ),
    Instelling(
        "publicatie",
        "tekst",
        "deelname",
        "",
        "waar uw organisatie het convenant openbaar maakt.",
        "ZOE-9.2",
        standaard="",
    ),
)

LIJSTEN = (
    Lijst("soorten_fraude", ("woonfraude", "uitkeringsfraude", "inschrijffraude"), "ZOE-4.A1"),
    Lijst(
        "vormen_woonfraude",
        (
            "zonder_huisvestingsvergunning",
            "zonder_voorraadvergunning",
            "strijd_woningwet_of_wabo",
            "strijd_huurcontract_en_wet",
        ),
        "ZOE-DEF.woonfraude",
    ),
    Lijst(
        "soorten_melder",
        ("burger", "organisatie", "gemeentelijke_dienst", "corporatie", "anoniem"),
        "ZOE-B1.A",
    ),
    Lijst("conclusies", ("vastgesteld", "niet_vast_te_stellen", "niet_onderzocht"), "ZOE-2.3"),
    Lijst("activiteiten", ("A", "B", "C", "D", "E", "F"), "ZOE-4"),
    Lijst(
        "soorten_bestand",
        ("D1_meldingen", "D2_signalen_brp", "D3_corporaties", "D4_huisvestingsvergunning"),
        "ZOE-B1.D",
    ),
)
