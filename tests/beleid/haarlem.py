"""Words the tables of Haarlem share, written from docs/eisen/haarlem.yaml, not from the policy."""

import pytest

from .tabel import SetRegel, fg

MELDER, MANAGER, PRIVACY_C = "corporatie/melder", "corporatie/manager", "corporatie/privacycoordinator"
SWT, SDV, TROUBLESHOOTER = "gemeente/swt", "gemeente/sdv", "gemeente/troubleshooter"
TEAMLEIDER, ADVISEUR = "gemeente/teamleider", "gemeente/beleidsadviseur"
PRIVACY_G = "gemeente/privacycoordinator"
HUURDER, VERZOEKER = "betrokkene/huurder", "betrokkene/verzoeker"
HULPVERLENER, INSTANTIE = "derde/hulpverlener", "derde/bevoegde_instantie"
BRP, KLOK = "bron/brp", "systeem/klok"

PRIVACY = (PRIVACY_C, PRIVACY_G)
FG_C, FG_G = FGS = fg("corporatie", "gemeente")
UITVOERING = (MELDER, SWT, SDV, TROUBLESHOOTER)
BESTUUR = (MANAGER, TEAMLEIDER, ADVISEUR)

MEDEWERKER = ("geheimhouding_in_contract", "derde_toegestaan")
TIJDENS = ("convenant_van_kracht", *MEDEWERKER)
ALS = dict.fromkeys((MELDER, SDV, TROUBLESHOOTER, *BESTUUR), TIJDENS) | {
    SWT: (*TIJDENS, "lid_van_wijkteam"),
    PRIVACY_C: MEDEWERKER,
    PRIVACY_G: MEDEWERKER,
    KLOK: ("convenant_van_kracht",),
}
ZAAK = ((MELDER, "eigen_huurder"), (SWT, "verantwoordelijk_wijkteam"))
INGESCHAKELD = (*ZAAK, (TROUBLESHOOTER, "troubleshooter_ingeschakeld"))

CONTRACT = ("avg_6_1_b", "avg_6_1_f")
TAAK = ("avg_6_1_e",)
TOESTEMMING = ("avg_6_1_a",)
PLICHT = ("avg_6_1_c",)
PER_SOORT = (("corporatie", CONTRACT), ("gemeente", TAAK), ("systeem", TAAK))

BIJ_CORPORATIE = ("achterstand", "contact", "herinnerd")
AANGEPAKT = ("in_behandeling", "contact_huurder", "alleen_schuld", "meer_problematiek")
BIJ_WIJKTEAM = ("gemeld", "beoordeeld", "wachtlijst", "niet_in_behandeling", *AANGEPAKT)
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
LOPEND = (*BIJ_WIJKTEAM, *BETALING, *TRAJECT, *RECHTER)
GEMELD = (*LOPEND, *UITKOMST)

ZEVEN = (
    "naam",
    "adres",
    "telefoonnummer",
    "geboortedatum",
    "aantal_ingeschreven_bewoners",
    "datum_ontstaan_betalingsachterstand",
    "periode_betalingsachterstand",
)
VIJF = (
    "identificerende_gegevens_melding",
    "contact_gelegd",
    "in_behandeling_binnen_vijf_werkdagen",
    "incasso_kan_worden_hervat",
    "datum_hervatting_en_inloop_betaling",
)


def regel(
    eis, naam, velden, van, aan, handeling, stappen, leesbaar, doel, grondslagen, feiten=(), **meer
) -> SetRegel:
    """A row whose sender and reader need what their functie needs, and who may only touch their own cases.

    `feiten`: what sending takes besides; `inzage`: what reading takes besides.
    """
    inzage = (*ALS.get(aan[0], ALS.get(van[0], ())), *meer.pop("inzage", ()))
    vereist = (*ALS[aan[0] if meer.get("haalt") else van[0]], *feiten)
    meer.setdefault("mits", ZAAK)
    return SetRegel(
        eis,
        naam,
        velden,
        van,
        aan,
        handeling,
        stappen,
        leesbaar,
        (doel,),
        grondslagen,
        vereist,
        inzage,
        **meer,
    )


def params_bij_eis(rijen):
    """One test case per tuple, marked with the clause id it begins with."""
    return [pytest.param(rij, marks=pytest.mark.eis(rij[0]), id=f"{rij[0]}-{rij[1]}") for rij in rijen]
