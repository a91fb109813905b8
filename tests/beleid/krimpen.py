"""Names the decision tables of Krimpen share, written from docs/eisen/krimpen.yaml."""

from woonoverlast.beleid import KRIMPEN

from .tabel import SetRegel, controleer_set, fg

REGISSEUR, UITVOERDER = "gemeente/regisseur", "gemeente/uitvoerder"
BURGEMEESTER = "gemeente/burgemeester"
POLITIE, CORPORATIE = "politie/behandelaar", "corporatie/behandelaar"
VERHUURDER = "particuliere_verhuurder/behandelaar"
B_POLITIE, B_GEMEENTE = "politie/beheerder", "gemeente/beheerder"
B_CORPORATIE, B_VERHUURDER = "corporatie/beheerder", "particuliere_verhuurder/beheerder"
FGS = fg("politie", "gemeente", "corporatie", "particuliere_verhuurder")
KLOK = "systeem/klok"
OVERLASTGEVER, MELDER, VERZOEKER = "betrokkene/overlastgever", "betrokkene/melder", "betrokkene/verzoeker"

OVERLEG = (REGISSEUR, POLITIE, CORPORATIE, VERHUURDER)
SAMENWERKINGSVERBAND = (*OVERLEG, UITVOERDER)
BEHEERDERS = (B_POLITIE, B_GEMEENTE, B_CORPORATIE, B_VERHUURDER)
AANGESPROKEN = (BURGEMEESTER, POLITIE, CORPORATIE, VERHUURDER)
ONDER_AVG = (BURGEMEESTER, CORPORATIE, VERHUURDER)

MENS = ("geheimhouding_getekend", "betrouwbaarheid_aangetoond")
WERK = (*MENS, "deelname_getekend")
ACTIEF = ("convenant_actief", "gemeente_actief")
GEKOPPELD = ("zelf_gekoppeld", "ontvanger_gekoppeld", "wijze_volgens_uitvoeringsplan")
STUREN = (*WERK, *ACTIEF, *GEKOPPELD, "afwegingen_vastgelegd", "niet_geblokkeerd")
LEZEN = (*WERK, "zelf_gekoppeld", "niet_geblokkeerd")
ALS_ER_EEN_ACTIE_IS = ((UITVOERDER, "heeft_actie_in_plan"),)

ONDERZOEK, OVERLEGSTAP, PLAN = "onderzoeksfase", "gezamenlijk_overleg", "plan_van_aanpak"
UITVOERING, BESPREKING, AFSLUITEN = "uitvoering", "voortgangsbespreking", "afsluiten"
ZES_STAPPEN = (ONDERZOEK, OVERLEGSTAP, PLAN, UITVOERING, BESPREKING, AFSLUITEN)

GRONDEN = (
    ("gemeente", ("avg_6_1_e_burgemeester",)),
    ("politie", ("wpg_20",)),
    ("corporatie", ("avg_6_1_b_corporatie", "avg_6_1_f_corporatie", "avg_6_1_e_corporatie")),
    ("particuliere_verhuurder", ("avg_6_1_b_verhuurder", "avg_6_1_f_verhuurder")),
)
GRONDEN_MELDER = (
    ("gemeente", ("avg_6_1_e_burgemeester",)),
    ("politie", ("wpg_20",)),
    (
        "corporatie",
        ("avg_6_1_b_corporatie", "avg_6_1_f_corporatie", "avg_6_1_e_corporatie", "avg_6_1_a_corporatie"),
    ),
    ("particuliere_verhuurder", ("avg_6_1_b_verhuurder", "avg_6_1_f_verhuurder", "avg_6_1_a_verhuurder")),
)


def alle(gronden) -> tuple[str, ...]:
    return tuple(naam for _, namen in gronden for naam in namen)


def in_zaak(eis, naam, velden, handeling, stappen, leesbaar, **rest) -> SetRegel:
    """A row about persons, between attached parties, each on its own grounds."""
    vereist = (*STUREN, *rest.pop("vereist", ()))
    gewoon = {
        "van": OVERLEG,
        "aan": SAMENWERKINGSVERBAND,
        "doelen": ("onderzoek_en_aanpak",),
        "grondslagen_van": GRONDEN,
        "inzage_vereist": LEZEN,
        "mits": ALS_ER_EEN_ACTIE_IS,
    } | rest
    return SetRegel(
        eis,
        naam,
        velden,
        handeling=handeling,
        stappen=stappen,
        leesbaar=leesbaar,
        grondslagen=alle(gewoon["grondslagen_van"]),
        vereist=vereist,
        **gewoon,
    )


def controleer(regel: SetRegel) -> None:
    """As `controleer_set`, and what it cannot tell apart where both ends are one functie or a ground has no soort."""
    controleer_set(KRIMPEN, regel)
    gegevensset = KRIMPEN.gegevensset(regel.naam)
    assert set(gegevensset.grondslagen) == set(regel.grondslagen)
    assert gegevensset.afzender_bewaart is regel.afzender_leest
    assert gegevensset.initiatief == ("aan" if regel.haalt else "van")
