"""The steps of a case in groups: who holds the next move (overzicht §2.4, bijlage 4)."""

from convenant.beleid.taal import Overgang

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

OVERGANGEN = (
    *(
        Overgang(stap, "zaak_sluiten", "gesloten", (MELDER,), "HAA-2.1", ("reden_vermeld",), vrij=True)
        for stap in BIJ_CORPORATIE
    ),
    # While something has to be done closing is no move that is waited for; afterwards it is the only one.
    *(
        Overgang(
            stap,
            "zaak_sluiten",
            "gesloten",
            (MELDER, SWT),
            "HAA-2.2.1",
            ("reden_vermeld",),
            vrij=stap in LOPEND,
        )
        for stap in (*GEMELD, "gestopt")
    ),
)

BEVOEGDHEDEN = bevoegd((MELDER, SWT), ("zaak_sluiten",), "HAA-2.2.1")
