"""The table of article 5.1: nineteen questions in six steps, each a set with its answer's fields.

Per question the text says whether the answer holds personal data, what kind of information it is (kenmerk), who
receives it and who is its controller. The answers of step 3 are the plan van aanpak, that of step 5 the
voortgangsrapportage, those of step 6 the afsluitrapportage.
"""

from convenant.beleid.taal import Feit, Gegevensset, Waarden

from .gegevens import GEKOPPELD, LEZEN_OVER_PERSONEN, OVER_PERSONEN
from .partijen import OVERLEG, SAMENWERKINGSVERBAND, UITVOERDER, ZONDER_TOESTEMMING, bevoegd
from .zaak import IN_WERKING, ZES_STAPPEN

JA_NEE = ("ja", "nee")
ROLLEN = (
    "overlastgever",
    "melder",
    "omwonende",
    "medehuurder",
    "hoofdhuurder",
    "verantwoordelijke_voor_overlastgever",
)
VANAF_OVERLEG = ZES_STAPPEN[1:]
VANAF_PLAN = ZES_STAPPEN[2:]  # a bijstelling leads back to it, so what is learnt later is readable there
OP_PERSOONSNIVEAU = "aard_en_omvang_op_persoonsniveau"
BESLUIT = "besluit_wel_of_niet_aanpakken_met_randvoorwaarden"
PLAN = "plan_van_aanpak_met_doelen_acties_monitoring"

FEITEN = (
    Feit(
        "tekst_zonder_personen",
        "verstrekking",
        "In de tekst staan geen namen of adressen van deze zaak.",
        "In de tekst lijkt een naam of adres van deze zaak te staan. Haal die weg of bevestig 'geen persoon'.",
        "KRI-5.1",
    ),
    Feit(
        "complexiteit_beantwoord",
        "zaak",
        "De vraag of het complexe woonoverlast is, is beantwoord.",
        "Beantwoord eerst of het complexe woonoverlast is.",
        "KRI-5.1.S2",
    ),
    Feit(
        "voorwaarden_beantwoord",
        "zaak",
        "De vraag naar de drie voorwaarden is beantwoord.",
        "Beantwoord eerst of aan de drie voorwaarden is voldaan.",
        "KRI-5.1.S2",
    ),
    Feit(
        "partij_vraagt_melder",
        "aanvraag",
        "Uw partij vraagt het de melder.",
        "De verhuurder vraagt de melder om toestemming. "
        "Is er geen verhuurder, dan doet de partij het die de melding opnam.",
        "KRI-5.1.S2.V3",
    ),
    Feit(
        "geen_gezondheidsgegevens",
        "verstrekking",
        "Er staan geen gegevens over gezondheid in, of er is een uitzondering van artikel 9 AVG.",
        "Beschrijf gedrag, geen ziekte of diagnose, of leg een uitzondering van artikel 9 AVG vast.",
        "KRI-5.1.S2.V5",
    ),
    Feit(
        "actie_van_eigen_partij",
        "verstrekking",
        "Uw partij voert deze actie uit.",
        "Een andere partij voert deze actie uit. Alleen die partij werkt de voortgang bij.",
        "KRI-5.1.S4",
    ),
)


def _vraag(eis, naam, velden, kenmerk, handeling, stap, leesbaar, *, vereist=(), **rest) -> Gegevensset:
    """One row of the table about persons: from any attached party to the samenwerkingsverband."""
    van = rest.pop("van", OVERLEG)
    return Gegevensset(
        naam,
        velden,
        van,
        rest.pop("aan", SAMENWERKINGSVERBAND),
        handeling,
        ("onderzoek_en_aanpak",),
        ZONDER_TOESTEMMING,
        eis,
        verzenden_in=(stap,),
        inzage_in=leesbaar,
        vereist=(*OVER_PERSONEN, *vereist),
        inzage_vereist=LEZEN_OVER_PERSONEN,
        verantwoordelijke=rest.pop("verantwoordelijke", "gezamenlijk"),
        kenmerk=kenmerk,
        **rest,
    )


def _vraag_zonder_personen(eis, naam, velden, kenmerk, handeling, stap, leesbaar, waarden=()) -> Gegevensset:
    """One row of the table with 'nee' under persoonsgegeven (decision 72)."""
    return Gegevensset(
        naam,
        velden,
        OVERLEG,
        SAMENWERKINGSVERBAND,
        handeling,
        ("onderzoek_en_aanpak",),
        ZONDER_TOESTEMMING,
        eis,
        verzenden_in=(stap,),
        inzage_in=leesbaar,
        vereist=(*GEKOPPELD, "tekst_zonder_personen"),
        inzage_vereist=("zelf_gekoppeld",),
        verantwoordelijke="gezamenlijk",
        persoonsgegeven=False,
        kenmerk=kenmerk,
        waarden=waarden,
    )


ONDERZOEKSFASE = (
    _vraag(
        "KRI-5.1.S1.V1",
        "aard_van_de_overlast",
        ("datum_signaal", "soort_overlast", "plaats_overlast", "omschrijving_signaal", "bron_signaal"),
        "enkelvoudige_signalen_over_woonoverlast",
        "signaal_inbrengen",
        "onderzoeksfase",
        ZES_STAPPEN,
        aan=OVERLEG,
        verantwoordelijke="van",
    ),
    _vraag(
        "KRI-5.1.S1.V2",
        "wie_zijn_betrokkenen",
        ("rol_betrokkene", "categorie_betrokkene", "observatie"),
        "observaties_uit_werk_en_omgeving",
        "signaal_inbrengen",
        "onderzoeksfase",
        ZES_STAPPEN,
        aan=OVERLEG,
        verantwoordelijke="van",
        waarden=(Waarden("rol_betrokkene", ROLLEN),),
    ),
    _vraag(
        "KRI-5.1.S1.V3",
        "uitgevoerde_interventies_en_resultaat",
        ("partij_interventie", "soort_interventie", "datum_interventie", "resultaat_interventie"),
        OP_PERSOONSNIVEAU,
        "signaal_inbrengen",
        "onderzoeksfase",
        ZES_STAPPEN,
        aan=OVERLEG,
        verantwoordelijke="van",
    ),
)

V1_EN_V2 = ("complexiteit_beantwoord", "voorwaarden_beantwoord")
GEZAMENLIJK_OVERLEG = (
    _vraag_zonder_personen(
        "KRI-5.1.S2.V1",
        "is_er_complexe_woonoverlast",
        (
            "besluit_complexe_woonoverlast",
            "reden_niet_alleen_oplosbaar",
            "reden_gezamenlijk_belang",
            "randvoorwaarden",
        ),
        BESLUIT,
        "overleg_beantwoorden",
        "gezamenlijk_overleg",
        (*VANAF_OVERLEG, "niet_complex"),
        (Waarden("besluit_complexe_woonoverlast", JA_NEE),),
    ),
    _vraag_zonder_personen(
        "KRI-5.1.S2.V2",
        "voldaan_aan_voorwaarden_gezamenlijke_aanpak",
        ("gedeeld_belang", "samen_is_juiste_aanpak", "voldoende_capaciteit"),
        BESLUIT,
        "overleg_beantwoorden",
        "gezamenlijk_overleg",
        (*VANAF_OVERLEG, "niet_complex"),
        (
            Waarden("gedeeld_belang", JA_NEE),
            Waarden("samen_is_juiste_aanpak", JA_NEE),
            Waarden("voldoende_capaciteit", JA_NEE),
        ),
    ),
    _vraag(
        "KRI-5.1.S2.V3",
        "toestemming_melder_gevraagd",
        (
            "datum_gevraagd",
            "wijze_gevraagd",
            "toestemming_communicatie_verloop",
            "toestemming_tevredenheidsonderzoek",
        ),
        "actief_uitgevraagd",
        "toestemming_vastleggen",
        "gezamenlijk_overleg",
        VANAF_OVERLEG,
        aan=OVERLEG,
        verantwoordelijke="van",
        vereist=("partij_vraagt_melder",),
        waarden=(
            Waarden("toestemming_communicatie_verloop", JA_NEE),
            Waarden("toestemming_tevredenheidsonderzoek", JA_NEE),
        ),
    ),
    _vraag(
        "KRI-5.1.S2.V4",
        "beschikbare_relevante_informatie",
        ("relevante_informatie", "bron_informatie"),
        OP_PERSOONSNIVEAU,
        "overleg_beantwoorden",
        "gezamenlijk_overleg",
        VANAF_OVERLEG,
        aan=OVERLEG,
        vereist=(*V1_EN_V2, "relevantie_bevestigd"),
    ),
    _vraag(
        "KRI-5.1.S2.V5",
        "oorzaak_overlast",
        ("oorzaak",),
        "aard_en_omvang_op_persoon",
        "overleg_beantwoorden",
        "gezamenlijk_overleg",
        VANAF_OVERLEG,
        aan=OVERLEG,
        vereist=(*V1_EN_V2, "geen_gezondheidsgegevens"),
    ),
    _vraag(
        "KRI-5.1.S2.V6",
        "andere_betrokken_professionals",
        ("organisatie_professional", "functie_professional"),
        "inzicht_in_verschillende_organisaties",
        "overleg_beantwoorden",
        "gezamenlijk_overleg",
        VANAF_OVERLEG,
        aan=OVERLEG,
        vereist=V1_EN_V2,
    ),
    _vraag(
        "KRI-5.1.S2.V7",
        "hoe_en_met_wie_aanpakken",
        ("voorgestelde_aanpak", "beoogde_partijen", "beoogde_instrumenten"),
        OP_PERSOONSNIVEAU,
        "overleg_beantwoorden",
        "gezamenlijk_overleg",
        VANAF_OVERLEG,
        aan=OVERLEG,
        vereist=V1_EN_V2,
    ),
    _vraag(
        "KRI-5.1.S2.V8",
        "wat_is_nodig",
        ("benodigde_capaciteit", "benodigde_middelen"),
        OP_PERSOONSNIVEAU,
        "overleg_beantwoorden",
        "gezamenlijk_overleg",
        VANAF_OVERLEG,
        aan=OVERLEG,
        vereist=V1_EN_V2,
    ),
)

PLAN_VAN_AANPAK = (
    _vraag(
        "KRI-5.1.S3.V1",
        "afspraken_aanpak",
        ("duiding_overlast", "doelen_plan", "acties", "monitoring"),
        PLAN,
        "plan_opstellen",
        "plan_van_aanpak",
        VANAF_PLAN,
    ),
    _vraag(
        "KRI-5.1.S3.V2",
        "communicatie_met_melder_en_betrokkenen",
        (
            "communicatie_met_melder",
            "communicatie_met_overlastgever",
            "communicatie_met_andere_betrokkenen",
            "communicatie_tussen_partijen",
        ),
        PLAN,
        "plan_opstellen",
        "plan_van_aanpak",
        VANAF_PLAN,
        optioneel=("communicatie_met_andere_betrokkenen",),
    ),
)

UITVOERING = (
    _vraag(
        "KRI-5.1.S4.V1",
        "verloop_uitvoering",
        ("actie", "verloop_actie", "voorstel_bijstelling"),
        "afspraken_mogelijk_bijstellen",
        "uitvoering_vastleggen",
        "uitvoering",
        VANAF_PLAN,
        van=SAMENWERKINGSVERBAND,
        verantwoordelijke="van",
        vereist=("actie_van_eigen_partij",),
        optioneel=("voorstel_bijstelling",),
    ),
    _vraag(
        "KRI-5.1.S4.V2",
        "effect_uitvoering",
        ("actie", "effect_actie", "datum_effect", "onderbouwing_effect"),
        "voortgang_in_acties_en_resultaten",
        "uitvoering_vastleggen",
        "uitvoering",
        VANAF_PLAN,
        van=SAMENWERKINGSVERBAND,
        verantwoordelijke="van",
        vereist=("actie_van_eigen_partij",),
        waarden=(Waarden("effect_actie", ("afgenomen", "gelijk", "toegenomen")),),
    ),
)

VOORTGANGSBESPREKING = (
    _vraag(
        "KRI-5.1.S5.V1",
        "nodige_bijstelling",
        ("doel", "verloop_aanpak", "resultaat", "bijstelling"),
        "effecten_op_doelen",
        "voortgang_vastleggen",
        "voortgangsbespreking",
        VANAF_PLAN,
    ),
)

AFSLUITEN = (
    _vraag(
        "KRI-5.1.S6.V1",
        "doelen_bereikt",
        ("doel", "doel_bereikt", "reden_doel"),
        OP_PERSOONSNIVEAU,
        "afsluiting_vastleggen",
        "afsluiten",
        ("afsluiten",),
        waarden=(Waarden("doel_bereikt", ("bereikt", "deels", "niet")),),
    ),
    _vraag(
        "KRI-5.1.S6.V2",
        "restacties_beleggen",
        ("restactie", "partij_restactie", "datum_restactie"),
        "beleggen_restacties",
        "afsluiting_vastleggen",
        "afsluiten",
        ("afsluiten",),
    ),
    # Without anyone's data, so it outlives the case.
    _vraag_zonder_personen(
        "KRI-5.1.S6.V3",
        "leer_en_verbeterpunten",
        ("leerpunten", "verbeterpunten"),
        "leerpunten",
        "afsluiting_vastleggen",
        "afsluiten",
        ("afsluiten", "niet_actief", "heropend", "vernietigd"),
    ),
)

GEGEVENSSETS = (
    *ONDERZOEKSFASE,
    *GEZAMENLIJK_OVERLEG,
    *PLAN_VAN_AANPAK,
    *UITVOERING,
    *VOORTGANGSBESPREKING,
    *AFSLUITEN,
)

BEVOEGDHEDEN = (
    *bevoegd(OVERLEG, ("signaal_inbrengen",), "KRI-5.1.S1", vereist=IN_WERKING),
    *bevoegd(OVERLEG, ("overleg_beantwoorden",), "KRI-5.1.S2", vereist=IN_WERKING),
    *bevoegd(OVERLEG, ("toestemming_vastleggen",), "KRI-5.1.S2.V3", vereist=IN_WERKING),
    *bevoegd(OVERLEG, ("plan_opstellen",), "KRI-5.1.S3", vereist=IN_WERKING),
    *bevoegd((*OVERLEG, UITVOERDER), ("uitvoering_vastleggen",), "KRI-5.1.S4", vereist=IN_WERKING),
    *bevoegd(OVERLEG, ("voortgang_vastleggen",), "KRI-5.1.S5", vereist=IN_WERKING),
    *bevoegd(OVERLEG, ("afsluiting_vastleggen",), "KRI-5.1.S6", vereist=IN_WERKING),
)
