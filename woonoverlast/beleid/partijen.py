"""Who takes part, why and on which legal ground (considerations, articles 1 to 4, 7, 8 and 10.2)."""

from convenant.beleid.beheer import RECHTEN_INZIEN
from convenant.beleid.fg import bevoegdheden_fg, functionarissen
from convenant.beleid.taal import Bevoegdheid, Doel, Feit, Functie, Grondslag, Kant, Partijsoort

POLITIE = Kant("politie", "behandelaar")
REGISSEUR = Kant("gemeente", "regisseur")
UITVOERDER = Kant("gemeente", "uitvoerder")
BURGEMEESTER = Kant("gemeente", "burgemeester")
CORPORATIE = Kant("corporatie", "behandelaar")
VERHUURDER = Kant("particuliere_verhuurder", "behandelaar")
BEHEERDER_POLITIE = Kant("politie", "beheerder")
BEHEERDER_GEMEENTE = Kant("gemeente", "beheerder")
BEHEERDER_CORPORATIE = Kant("corporatie", "beheerder")
BEHEERDER_VERHUURDER = Kant("particuliere_verhuurder", "beheerder")
KLOK = Kant("systeem", "klok")

BEHEERDERS = (BEHEERDER_POLITIE, BEHEERDER_GEMEENTE, BEHEERDER_CORPORATIE, BEHEERDER_VERHUURDER)
# Who sits at the table of the case, one group per party; the uitvoerder joins for an action of the plan.
OVERLEG = (REGISSEUR, POLITIE, CORPORATIE, VERHUURDER)
UITVOERDER_MET_ACTIE = Kant("gemeente", "uitvoerder", mits="heeft_actie_in_plan")
SAMENWERKINGSVERBAND = (*OVERLEG, UITVOERDER_MET_ACTIE)


def bevoegd(kanten, handelingen, eis, *, bereik="groep", vereist=()) -> tuple[Bevoegdheid, ...]:
    """The same verbs for several functies: one row each."""
    return tuple(Bevoegdheid(k.functie, k.soort, handelingen, eis, bereik, vereist) for k in kanten)


DOELEN = (
    Doel("onderzoek_en_aanpak", "Onderzoek en aanpak van complexe woonoverlast.", "KRI-2.1"),
    Doel(
        "communicatie_met_melder",
        "De melder vertellen hoe de aanpak verloopt.",
        "KRI-2.2",
        ("toestemming_melder",),
    ),
    Doel(
        "tevredenheidsonderzoek",
        "De melder na afloop vragen of hij tevreden is.",
        "KRI-2.2",
        ("toestemming_melder",),
    ),
    Doel("inzetten_instrumenten", "Instrumenten inzetten.", "KRI-5.2", ("instrument_in_plan",)),
    Doel("communicatie_met_overlastgever", "De overlastgever vertellen hoe de aanpak verloopt.", "KRI-5.3"),
    Doel(
        "inzetten_instrumenten_en_maatregelen",
        "Instrumenten en maatregelen inzetten.",
        "KRI-5.3",
        ("instrument_in_plan",),
    ),
    Doel("communicatie_met_klant", "De klant vertellen hoe de aanpak verloopt.", "KRI-5.4"),
    Doel("samenwerking_partijen", "Elkaar kunnen bereiken.", "KRI-5.5"),
    Doel(
        "nieuw_signaal",
        "Een nieuw signaal over dezelfde persoon of woning onderzoeken.",
        "KRI-9.4.b",
        ("nieuw_signaal_gekoppeld",),
    ),
    Doel("overlast_herleeft", "De woonoverlast is terug.", "KRI-9.4.c"),
    Doel(
        "andere_aanpak",
        "Betrokkene krijgt een andere persoonsgerichte of groepsgerichte aanpak voor de openbare orde.",
        "KRI-9.4.c",
    ),
    Doel("controle", "Controleren hoe met de gegevens is omgegaan.", "KRI-9.4"),
    Doel("afhandeling_incident", "Een incident melden en afhandelen.", "KRI-10.3"),
    Doel("informatieplicht", "Betrokkene vertellen welke gegevens worden gebruikt.", "KRI-11.3"),
    Doel("rechten_betrokkene", "Een verzoek van betrokkene behandelen.", "KRI-12.1"),
)

GRONDSLAGEN = (
    Grondslag(
        "wpg_20",
        "De politie verstrekt op artikel 20 Wpg (verwerking: artikel 8 Wpg en artikel 3 Politiewet).",
        "KRI-3.1",
        ("politie",),
    ),
    Grondslag(
        "avg_6_1_e_burgemeester",
        "Taak van algemeen belang: openbare orde (AVG 6.1 e; artikel 3 en 11 Politiewet; "
        "artikel 151d, 172 en 174a Gemeentewet).",
        "KRI-3.2",
        ("gemeente",),
    ),
    Grondslag(
        "avg_6_1_b_corporatie",
        "Uitvoering van de huurovereenkomst met betrokkene (AVG 6.1 b).",
        "KRI-3.3.a",
        ("corporatie",),
        ("huurder_van_corporatie",),
    ),
    Grondslag(
        "avg_6_1_f_corporatie",
        "Gerechtvaardigd belang om de woonoverlast te stoppen (AVG 6.1 f).",
        "KRI-3.3.b",
        ("corporatie",),
        ("belangen_afgewogen_corporatie",),
    ),
    Grondslag(
        "avg_6_1_e_corporatie",
        "Publieke taak voor de leefbaarheid in de wijk (AVG 6.1 e; Grondwet en Woningwet).",
        "KRI-3.3.c",
        ("corporatie",),
        ("leefbaarheidstaak_vermeld",),
    ),
    Grondslag(
        "avg_6_1_a_corporatie",
        "Toestemming van de melder (AVG 6.1 a).",
        "KRI-3.3.d",
        ("corporatie",),
        ("toestemming_melder",),
    ),
    Grondslag(
        "avg_6_1_b_verhuurder",
        "Uitvoering van de huurovereenkomst met betrokkene (AVG 6.1 b).",
        "KRI-3.4.a",
        ("particuliere_verhuurder",),
        ("huurder_van_verhuurder",),
    ),
    Grondslag(
        "avg_6_1_f_verhuurder",
        "Gerechtvaardigd belang om de woonoverlast te stoppen (AVG 6.1 f).",
        "KRI-3.4.b",
        ("particuliere_verhuurder",),
        ("belangen_afgewogen_verhuurder",),
    ),
    Grondslag(
        "avg_6_1_a_verhuurder",
        "Toestemming van de melder (AVG 6.1 a).",
        "KRI-3.4.c",
        ("particuliere_verhuurder",),
        ("toestemming_melder",),
    ),
    Grondslag("onderlinge_contactgegevens", "De partijen delen onderling wie zij inzetten.", "KRI-5.5"),
    Grondslag("avg_33_34", "Afhandeling van een inbreuk (artikel 33 en 34 AVG).", "KRI-10.3"),
    Grondslag("avg_14", "Informatieplicht (artikel 14 AVG).", "KRI-11.3"),
    Grondslag("verzoek_betrokkene", "Betrokkene heeft hierom gevraagd.", "KRI-12.1"),
    Grondslag(
        "avg_15_21",
        "Rechten van betrokkene (artikel 15 tot en met 21 AVG).",
        "KRI-12.2",
        ("gemeente", "corporatie", "particuliere_verhuurder"),
    ),
    Grondslag("wpg_25_28", "Rechten van betrokkene (artikel 25 en 28 Wpg).", "KRI-12.2", ("politie",)),
)

# The grounds on which each party supplies in a case; consent covers the melder alone (KRI-3.3.d, 3.4.c).
ZONDER_TOESTEMMING = (
    "wpg_20",
    "avg_6_1_e_burgemeester",
    "avg_6_1_b_corporatie",
    "avg_6_1_f_corporatie",
    "avg_6_1_e_corporatie",
    "avg_6_1_b_verhuurder",
    "avg_6_1_f_verhuurder",
)
MET_TOESTEMMING = (*ZONDER_TOESTEMMING, "avg_6_1_a_corporatie", "avg_6_1_a_verhuurder")

FEITEN = (
    Feit(
        "deelname_getekend",
        "deelname",
        "Uw organisatie heeft het convenant getekend.",
        "Uw organisatie heeft het convenant nog niet getekend. Vraag uw beheerder om dit te regelen.",
        "KRI-20",
    ),
    Feit(
        "geheimhouding_getekend",
        "medewerker",
        "U hebt de geheimhoudingsverklaring getekend.",
        "Uw geheimhoudingsverklaring ontbreekt. Vraag uw beheerder om die vast te leggen.",
        "KRI-8.1",
    ),
    Feit(
        "betrouwbaarheid_aangetoond",
        "medewerker",
        "Uw organisatie heeft uw betrouwbaarheid vastgesteld.",
        "Uw betrouwbaarheid is niet (meer) vastgesteld. Vraag uw beheerder om die vast te leggen.",
        "KRI-10.2",
    ),
    Feit(
        "heeft_actie_in_plan",
        "medewerker",
        "U voert een actie uit het plan van aanpak uit.",
        "U hebt geen actie in het plan van aanpak van deze zaak. Vraag het aan de regisseur.",
        "KRI-1.1.25",
    ),
    Feit(
        "huurder_van_corporatie",
        "betrokkene",
        "Betrokkene huurt bij uw corporatie.",
        "Betrokkene huurt niet bij uw corporatie. Kies een andere grondslag.",
        "KRI-3.3.a",
    ),
    Feit(
        "belangen_afgewogen_corporatie",
        "verstrekking",
        "De belangen zijn afgewogen en lichtere middelen zijn er niet.",
        "Weeg eerst de belangen af: uw belang, de evenredigheid, lichtere middelen en het belang van betrokkene.",
        "KRI-3.3.b",
    ),
    Feit(
        "leefbaarheidstaak_vermeld",
        "verstrekking",
        "De taak voor de leefbaarheid staat erbij.",
        "Schrijf op voor welke taak voor de leefbaarheid u deze gegevens verstrekt.",
        "KRI-3.3.c",
    ),
    Feit(
        "toestemming_melder",
        "verstrekking",
        "De melder vindt het goed dat de contactgegevens voor dit doel worden gedeeld.",
        "De melder heeft voor dit doel geen toestemming gegeven. Vraag het de melder of kies een ander doel.",
        "KRI-3.3.d",
    ),
    Feit(
        "huurder_van_verhuurder",
        "betrokkene",
        "Betrokkene huurt bij u.",
        "Betrokkene huurt niet bij u. Kies een andere grondslag.",
        "KRI-3.4.a",
    ),
    Feit(
        "belangen_afgewogen_verhuurder",
        "verstrekking",
        "De belangen zijn afgewogen en lichtere middelen zijn er niet.",
        "Weeg eerst de belangen af: uw belang, de evenredigheid, lichtere middelen en het belang van betrokkene.",
        "KRI-3.4.b",
    ),
)

MENS = ("geheimhouding_getekend", "betrouwbaarheid_aangetoond")


def _functie(kant: Kant, uitleg: str, eis: str, verleent: Kant | None = None) -> Functie:
    """Each party designates and authorises its own staff, four eyes (KRI-7.1, decision 69)."""
    eigen = Kant(kant.soort, "beheerder")
    # A beheerder may sign in before the party has signed: the signature is recorded by that very person.
    vereist = MENS if kant.functie == "beheerder" else (*MENS, "deelname_getekend")
    return Functie(kant.soort, kant.functie, uitleg, eis, eigen, verleent or eigen, vereist=vereist)


_FUNCTIES = (
    _functie(POLITIE, "Werkt voor de politie mee aan zaken en verstrekt politiegegevens.", "KRI-PAR.1"),
    _functie(
        REGISSEUR, "Voert de regie: koppelt partijen, leidt het overleg, volgt de termijnen.", "KRI-1.1.20"
    ),
    _functie(UITVOERDER, "Voert acties van de gemeente uit het plan van aanpak uit.", "KRI-1.1.25"),
    _functie(BURGEMEESTER, "Handelt namens de burgemeester: brieven, verzoeken, datalekken.", "KRI-PAR.2"),
    _functie(CORPORATIE, "Werkt voor de woningcorporatie mee aan zaken.", "KRI-PAR.3"),
    # One person may be the whole party: the second pair of eyes is the municipality's.
    _functie(
        VERHUURDER, "Werkt voor de particuliere verhuurder mee aan zaken.", "KRI-PAR.4", BEHEERDER_GEMEENTE
    ),
    _functie(BEHEERDER_POLITIE, "Beheert de medewerkers van de politie.", "KRI-7.1"),
    _functie(BEHEERDER_GEMEENTE, "Beheert de medewerkers en het uitvoeringsplan van de gemeente.", "KRI-7.1"),
    _functie(BEHEERDER_CORPORATIE, "Beheert de medewerkers van de corporatie.", "KRI-7.1"),
    _functie(
        BEHEERDER_VERHUURDER, "Beheert de medewerkers van de verhuurder.", "KRI-7.1", BEHEERDER_GEMEENTE
    ),
)
# Each gemeente has a convenant of its own here; landlords join as they sign.
PARTIJSOORTEN = (
    Partijsoort("politie", "KRI-PAR.1", maximum=1),
    Partijsoort("gemeente", "KRI-PAR.2", maximum=1),
    Partijsoort("corporatie", "KRI-PAR.3", minimum=0),
    Partijsoort("particuliere_verhuurder", "KRI-PAR.4", minimum=0),
)
FG_VEREIST = dict.fromkeys((kant.soort for kant in BEHEERDERS), MENS)
FUNCTIES = (*_FUNCTIES, *functionarissen(_FUNCTIES, "KRI-10.1", FG_VEREIST))

# Who may read what was received; the sets say which copies that can be.
BEVOEGDHEDEN = (
    *bevoegd((POLITIE,), ("inzien",), "KRI-PAR.1"),
    *bevoegd((REGISSEUR,), ("inzien",), "KRI-1.1.14"),
    *bevoegd((UITVOERDER,), ("inzien",), "KRI-1.1.25"),
    *bevoegd((BURGEMEESTER,), ("inzien",), "KRI-PAR.2"),
    *bevoegd((CORPORATIE,), ("inzien",), "KRI-PAR.3"),
    *bevoegd((VERHUURDER,), ("inzien",), "KRI-PAR.4"),
    *bevoegd(BEHEERDERS, ("inzien",), "KRI-10.3"),
    *bevoegd(
        (BEHEERDER_POLITIE, BEHEERDER_CORPORATIE, BEHEERDER_VERHUURDER),
        (RECHTEN_INZIEN,),
        "KRI-7.1",
        bereik="partij",
    ),
    # It is the second pair of eyes of the landlords.
    *bevoegd((BEHEERDER_GEMEENTE,), (RECHTEN_INZIEN,), "KRI-7.1", bereik="convenant"),
    *bevoegdheden_fg(FG_VEREIST, "KRI-10.1"),
    *bevoegd((REGISSEUR,), ("voortgang_volgen", "herinneren"), "KRI-1.1.20", bereik="partij"),
)
