"""Keeping, the inactive store, reuse and destruction (article 9)."""

from convenant.beleid.taal import Bewaartermijn, Feit, Gegevensset, Instelling, Overgang, Termijn

from .partijen import KLOK, REGISSEUR, UITVOERDER, bevoegd

FEITEN = (
    Feit(
        "nieuw_signaal_gekoppeld",
        "aanvraag",
        "Het nieuwe signaal staat erbij.",
        "Noem het nieuwe signaal over dezelfde persoon of woning.",
        "KRI-9.4.b",
    ),
    Feit(
        "reden_inzage_vermeld",
        "aanvraag",
        "De reden om de niet-actieve zaak in te zien staat erbij.",
        "Schrijf op waarom u een niet-actieve zaak inziet.",
        "KRI-9.4",
    ),
    Feit(
        "herleeft_of_andere_aanpak",
        "zaak",
        "De overlast is terug, of betrokkene krijgt een andere aanpak voor de openbare orde.",
        "Hergebruik mag alleen als de overlast terug is, of als betrokkene een andere persoonsgerichte "
        "of groepsgerichte aanpak krijgt.",
        "KRI-9.4.c",
    ),
    Feit(
        "actualiteit_getoetst",
        "verstrekking",
        "De gemeente heeft getoetst of de gegevens nog actueel zijn.",
        "Toets eerst of de gegevens nog actueel zijn: actueel, gecorrigeerd of niet bruikbaar.",
        "KRI-9.4.d",
    ),
    Feit(
        "niet_herleefd",
        "zaak",
        "De overlast is in vijf jaar niet teruggekomen.",
        "De overlast is teruggekomen of de vijf jaar zijn nog niet om.",
        "KRI-9.5",
    ),
    Feit(
        "nodig_voor_archief",
        "zaak",
        "Het document moet in het archief blijven.",
        "Het document hoeft niet in het archief te blijven.",
        "KRI-9.7",
    ),
)

GEMEENTE = (REGISSEUR, UITVOERDER)

GEGEVENSSETS = (
    Gegevensset(
        "niet_actieve_zaak",
        (
            "naam",
            "adres",
            "woonplaats",
            "geboortedatum",
            "plan_van_aanpak",
            "voortgangsrapportage",
            "afsluitrapportage",
        ),
        van=(REGISSEUR,),
        aan=(REGISSEUR,),
        handeling="niet_actief_raadplegen",
        initiatief="aan",
        doelen=("nieuw_signaal", "overlast_herleeft", "andere_aanpak", "rechten_betrokkene", "controle"),
        grondslagen=("avg_6_1_e_burgemeester",),
        optioneel=("geboortedatum", "voortgangsrapportage"),
        verzenden_in=("niet_actief",),
        inzage_in=("niet_actief",),
        vereist=("reden_inzage_vermeld",),
        afzender_bewaart=False,
        eis="KRI-9.4.raadpleging",
    ),
    Gegevensset(
        "hergebruik",
        ("plan_van_aanpak", "voortgangsrapportage", "afsluitrapportage"),
        van=(REGISSEUR,),
        aan=GEMEENTE,
        handeling="hergebruiken",
        doelen=("overlast_herleeft", "andere_aanpak"),
        grondslagen=("avg_6_1_e_burgemeester",),
        optioneel=("plan_van_aanpak", "voortgangsrapportage", "afsluitrapportage"),
        verzenden_in=("heropend",),
        inzage_in=("heropend",),
        vereist=("actualiteit_getoetst",),
        eis="KRI-9.4.c.hergebruik",
    ),
)

BEVOEGDHEDEN = (
    *bevoegd((REGISSEUR,), ("niet_actief_raadplegen",), "KRI-9.4", bereik="partij"),
    *bevoegd((REGISSEUR,), ("heropenen", "hergebruiken", "hergebruik_beeindigen"), "KRI-9.4.c"),
    *bevoegd((REGISSEUR,), ("archiefkopie_maken",), "KRI-9.7", vereist=("nodig_voor_archief",)),
    *bevoegd((KLOK,), ("vernietigen",), "KRI-9.8"),
)

OVERGANGEN = (
    Overgang(
        "niet_actief",
        "heropenen",
        "heropend",
        (REGISSEUR,),
        "KRI-9.4.c",
        ("herleeft_of_andere_aanpak",),
    ),
    Overgang("heropend", "hergebruik_beeindigen", "niet_actief", (REGISSEUR,), "KRI-9.4.c"),
    Overgang("niet_actief", "vernietigen", "vernietigd", (KLOK,), "KRI-9.5", ("niet_herleefd",)),
)

TERMIJNEN = (
    Termijn(
        "niet_actief_bewaren",
        "zaak",
        "afsluiting_aanpak",
        5,
        "jaren",
        "bewaren_niet_actief",
        "KRI-9.4",
        richting="maximaal",
    ),
    Termijn(
        "geen_herleving",
        "zaak",
        "afsluiting_aanpak",
        5,
        "jaren",
        "vernietiging_bij_geen_herleving",
        "KRI-9.5",
    ),
    Termijn(
        "vernietiging_niet_complex",
        "zaak",
        "besluit_geen_complexe_woonoverlast",
        5,
        "werkdagen",
        "vernietiging_persoonsgegevens",
        "KRI-9.9.a",
        opgeschort_door=("rol_enkelvoudig_of_woonfraude",),
        bron="voorstel",
    ),
)

BEWAARTERMIJNEN = (
    Bewaartermijn(
        "contactgegevens_melder",
        "ontvangst",
        "toestemming_ingetrokken",
        "vernietigen",
        "KRI-3.3.d",
        duur=0,
        eenheid="direct",
    ),
    Bewaartermijn(
        "eigen_dossier_verhuurder",
        "dossier",
        "afsluiting_aanpak",
        "vernietigen",
        "KRI-9.1",
        instelling="bewaartermijn_eigen_dossier",
    ),
    Bewaartermijn(
        "eigen_dossier_politie",
        "dossier",
        "afsluiting_aanpak",
        "vernietigen",
        "KRI-9.2",
        instelling="bewaartermijn_eigen_dossier",
    ),
    Bewaartermijn(
        "eigen_dossier_corporatie",
        "dossier",
        "afsluiting_aanpak",
        "vernietigen",
        "KRI-9.3",
        instelling="bewaartermijn_eigen_dossier",
    ),
    Bewaartermijn(
        "gesloten_zaak",
        "zaak",
        "afsluiting_aanpak",
        "niet_actief",
        "KRI-9.4",
        duur=0,
        eenheid="direct",
    ),
    Bewaartermijn(
        "niet_actieve_zaak",
        "zaak",
        "afsluiting_aanpak",
        "vernietigen",
        "KRI-9.5",
        duur=5,
        eenheid="jaren",
        behoud_als=("herleeft_of_andere_aanpak",),
    ),
    Bewaartermijn(
        "evaluatiegegevens",
        "telling",
        "afsluiting_aanpak",
        "anonimiseren",
        "KRI-9.6",
        duur=0,
        eenheid="direct",
    ),
    Bewaartermijn(
        "archiefkopie",
        "document",
        "afsluiting_aanpak",
        "vernietigen",
        "KRI-9.7",
        instelling="selectielijst_archief",
    ),
    Bewaartermijn(
        "reservekopie",
        "reservekopie",
        "aanmaak_reservekopie",
        "vernietigen",
        "KRI-9.8",
        instelling="bewaartermijn_reservekopie",
    ),
    Bewaartermijn(
        "niet_complexe_zaak",
        "zaak",
        "besluit_geen_complexe_woonoverlast",
        "vernietigen",
        "KRI-9.9.a",
        duur=5,
        eenheid="werkdagen",
        behoud_als=("rol_enkelvoudig_of_woonfraude",),
    ),
    Bewaartermijn(
        "gezamenlijk_document",
        "document",
        "afsluiting_aanpak",
        "vernietigen",
        "KRI-9.9.b",
        instelling="selectielijst_termijn",
        behoud_als=("nodig_voor_archief",),
    ),
    Bewaartermijn(
        "logboek", "logregel", "logregel", "vernietigen", "KRI-9.1", instelling="bewaartermijn_logboek"
    ),
)

INSTELLINGEN = (
    Instelling(
        "bewaartermijn_eigen_dossier",
        "duur",
        "deelname",
        "deelname",
        "hoe lang uw organisatie haar eigen dossier bewaart, en op welke grond.",
        "KRI-9.1",
    ),
    Instelling(
        "bewaartermijn_logboek",
        "duur",
        "convenant",
        "convenant",
        "hoe lang het logboek wordt bewaard.",
        "KRI-9.1",
    ),
    Instelling(
        "selectielijst_archief",
        "duur",
        "convenant",
        "convenant",
        "hoe lang een archiefkopie blijft volgens de Selectielijst van de VNG.",
        "KRI-9.7",
    ),
    Instelling(
        "bewaartermijn_reservekopie",
        "duur",
        "convenant",
        "convenant",
        "na hoeveel dagen een reservekopie verloopt.",
        "KRI-9.8",
    ),
    Instelling(
        "vernietiging_niet_complex",
        "getal",
        "convenant",
        "",
        "na hoeveel werkdagen een niet-complexe zaak wordt vernietigd.",
        "KRI-9.9.a",
        standaard=5,
    ),
    Instelling(
        "selectielijst_termijn",
        "duur",
        "convenant",
        "convenant",
        "hoe lang gezamenlijke documenten blijven volgens de Selectielijst van de VNG, ten hoogste vijf jaar.",
        "KRI-9.9.b",
    ),
)
