"""Bijlage 1, article 9: a breach, told within a day, and each party's own register of them."""

from convenant.beleid.taal import BEGIN, Feit, Gegevensset, Kant, Overgang, Termijn

from .grondslagen import PLICHT
from .kanten import MELDERS, PRIVACY, SDV, TROUBLESHOOTER, WIJKTEAMS, bevoegd

BIJ_INBREUK = ("inbreuk_open", "inbreuk_gemeld", "inbreuk_gesloten")
EIGEN_REGISTER = tuple(Kant(kant.soort, kant.functie, mits="eigen_register") for kant in PRIVACY)
UITVOERING = (MELDERS, WIJKTEAMS, SDV, TROUBLESHOOTER)

FEITEN = (
    Feit(
        "eigen_register",
        "ontvanger",
        "Dit is het eigen register van de partij.",
        "Elke partij houdt haar eigen register van datalekken. Dat van een ander is niet te zien.",
        "HAA-PR9.3",
    ),
    Feit(
        "onderdelen_a_tot_en_met_j_ingevuld",
        "zaak",
        "Alle onderdelen van het register zijn ingevuld.",
        "Nog niet alle onderdelen a tot en met j zijn ingevuld. Alleen de omvang mag onbekend blijven.",
        "HAA-PR9.3",
    ),
)

GEGEVENSSETS = (
    Gegevensset(
        "vastgelegde_inbreuk",
        (
            "aard_inbreuk",
            "omvang_inbreuk",
            "datum_tijd_inbreuk",
            "datum_tijd_bekend",
            "soort_persoonsgegevens",
        ),
        van=(*EIGEN_REGISTER, *UITVOERING),
        aan=EIGEN_REGISTER,
        handeling="inbreuk_vastleggen",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        optioneel=("omvang_inbreuk", "datum_tijd_inbreuk"),
        verzenden_in=(BEGIN,),
        inzage_in=BIJ_INBREUK,
        eis="HAA-PR9.3.vastlegging",
    ),
    Gegevensset(
        "inbreukregister",
        (
            "aard_inbreuk",
            "oorzaak_inbreuk",
            "omvang_inbreuk",
            "datum_tijd_inbreuk",
            "datum_tijd_bekend",
            "categorieen_betrokkenen",
            "soort_persoonsgegevens",
            "versleuteld_gehackt_of_ontoegankelijk_gemaakt",
            "informatiepunt_personen_instanties",
            "informatiepunt_contactgegevens",
            "geconstateerde_gevolgen",
            "vermoedelijke_gevolgen",
            "getroffen_of_voorgestelde_maatregelen",
            "gemeld_bij_ap",
            "reden_wel_of_niet_gemeld",
        ),
        van=EIGEN_REGISTER,
        aan=EIGEN_REGISTER,
        handeling="inbreukregister_bijwerken",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        optioneel=("omvang_inbreuk",),
        verzenden_in=("inbreuk_open", "inbreuk_gemeld"),
        inzage_in=BIJ_INBREUK,
        vereist=("zaak_van_eigen_partij",),
        eis="HAA-PR9.3",
    ),
    Gegevensset(
        "inbreukmelding",
        ("aard_inbreuk", "omvang_inbreuk", "datum_tijd_bekend", "soort_persoonsgegevens", "reden_te_laat"),
        van=PRIVACY,
        aan=PRIVACY,
        handeling="inbreuk_melden",
        doelen=("uitvoering_reglement",),
        grondslagen=PLICHT,
        optioneel=("omvang_inbreuk", "reden_te_laat"),
        verzenden_in=("inbreuk_open",),
        inzage_in=("inbreuk_gemeld", "inbreuk_gesloten"),
        eis="HAA-PR9.1.melding",
    ),
)

OVERGANGEN = (
    Overgang(BEGIN, "inbreuk_vastleggen", "inbreuk_open", (*PRIVACY, *UITVOERING), "HAA-PR9.3"),
    Overgang(
        "inbreuk_open",
        "inbreuk_melden",
        "inbreuk_gemeld",
        PRIVACY,
        "HAA-PR9.1",
        ("zaak_van_eigen_partij",),
    ),
    Overgang(
        "inbreuk_gemeld",
        "inbreuk_sluiten",
        "inbreuk_gesloten",
        PRIVACY,
        "HAA-PR9.3",
        ("zaak_van_eigen_partij", "onderdelen_a_tot_en_met_j_ingevuld"),
    ),
)

BEVOEGDHEDEN = (
    *bevoegd(UITVOERING, ("inbreuk_vastleggen",), "HAA-PR9.3"),
    *bevoegd(PRIVACY, ("inbreuk_vastleggen", "inbreukregister_bijwerken", "inbreuk_sluiten"), "HAA-PR9.3"),
    *bevoegd(PRIVACY, ("inbreuk_melden",), "HAA-PR9.1"),
    *bevoegd(PRIVACY, ("ap_besluit_vastleggen",), "HAA-PR9.2", ("verantwoordelijk_voor_verwerking",)),
)

TERMIJNEN = (
    Termijn(
        "inbreuk_melden",
        "incident",
        "constatering_inbreuk",
        24,
        "uren",
        "melding_andere_partij",
        "HAA-PR9.1",
    ),
    Termijn(
        "inbreuk_melden_bij_ap",
        "incident",
        "constatering_inbreuk",
        72,
        "uren",
        "melding_ap",
        "HAA-PR9.2",
        bron="AVG",
    ),
)
