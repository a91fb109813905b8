"""The steps of a case in groups: who holds the next move (overzicht §2.4, bijlage 4)."""

from convenant.beleid.taal import Feit, Overgang

from .kanten import MELDER, SWT, bevoegd

BIJ_CORPORATIE = ("achterstand", "contact", "herinnerd")
BIJ_WIJKTEAM = (
    "gemeld",
    "beoordeeld",
    "wachtlijst",
    "niet_in_behandeling",
    "in_behandeling",
    "contact_huurder",
    "alleen_schuld",
    "meer_problematiek",
)
BETALING = ("voorstel", "regeling", "opgeschort", "incasso_hervat", "verbroken", "geen_regeling")
TRAJECT = (
    "minnelijk_traject",
    "aanbod",
    "aanbod_afgewezen",
    "schuldbemiddeling",
    "hersteltermijn",
    "te_beeindigen",
    "traject_beeindigd",
    "minnelijk_mislukt",
    "wsnp_verzocht",
    "wsnp",
    "wsnp_afgewezen",
)
RECHTER = ("deurwaarder", "dagvaarding", "vonnis", "ontruimingsdatum_bekend")
UITKOMST = ("voorkomen", "sleutels_ingeleverd", "ontruimd")

LOPEND = BIJ_WIJKTEAM + BETALING + TRAJECT + RECHTER
GEMELD = LOPEND + UITKOMST  # a copy stays readable until the case is gesloten or gestopt
IN_BEHANDELING = ("in_behandeling", "contact_huurder", "alleen_schuld", "meer_problematiek")

FEITEN = (
    Feit(
        "terugkoppeling_gegeven",
        "zaak",
        "Het wijkteam heeft teruggekoppeld, of de corporatie sluit zelf.",
        "De corporatie krijgt altijd een terugkoppeling. Stuur die eerst; daarna kunt u de zaak sluiten.",
        "HAA-3.7",
    ),
)

# While something has to be done closing is no move that is waited for; afterwards it is the only one.
OVERGANGEN = (
    # On the road to an eviction the corporatie decides.
    *(
        Overgang(stap, "zaak_sluiten", "gesloten", (MELDER,), "HAA-2.1", ("reden_vermeld",), vrij=True)
        for stap in (*BIJ_CORPORATIE, *RECHTER)
    ),
    *(
        Overgang(
            stap,
            "zaak_sluiten",
            "gesloten",
            (MELDER, SWT),
            "HAA-2.2.1",
            ("reden_vermeld", "terugkoppeling_gegeven"),
            vrij=True,
        )
        for stap in BIJ_WIJKTEAM + BETALING + TRAJECT
    ),
    *(
        Overgang(stap, "zaak_sluiten", "gesloten", (MELDER, SWT), "HAA-2.2.1", ("reden_vermeld",))
        for stap in (*UITKOMST, "gestopt")
    ),
)

BEVOEGDHEDEN = bevoegd((MELDER, SWT), ("zaak_sluiten",), "HAA-2.2.1")
