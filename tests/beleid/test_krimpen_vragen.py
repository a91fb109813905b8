"""Krimpen, the table of article 5.1: nineteen questions in six steps."""

from dataclasses import replace

import pytest

from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.register import fouten
from woonoverlast.beleid import KRIMPEN

from .krimpen import (
    ACTIEF,
    AFSLUITEN,
    ALS_ER_EEN_ACTIE_IS,
    BESPREKING,
    CORPORATIE,
    GEKOPPELD,
    GRONDEN,
    ONDERZOEK,
    OVERLEG,
    OVERLEGSTAP,
    PLAN,
    REGISSEUR,
    SAMENWERKINGSVERBAND,
    UITVOERING,
    WERK,
    ZES_STAPPEN,
    alle,
    controleer,
    in_zaak,
)
from .tabel import SetRegel, kant, params, stand

VANAF_OVERLEG = (OVERLEGSTAP, PLAN, UITVOERING, BESPREKING, AFSLUITEN)
VANAF_PLAN = (PLAN, UITVOERING, BESPREKING, AFSLUITEN)
V1_EN_V2 = ("complexiteit_beantwoord", "voorwaarden_beantwoord")


def _signaal(eis, naam, velden):
    return in_zaak(eis, naam, velden, "signaal_inbrengen", (ONDERZOEK,), ZES_STAPPEN, aan=OVERLEG, mits=())


def _overleg(eis, naam, velden, *vereist):
    return in_zaak(
        eis,
        naam,
        velden,
        "overleg_beantwoorden",
        (OVERLEGSTAP,),
        VANAF_OVERLEG,
        aan=OVERLEG,
        mits=(),
        vereist=(*V1_EN_V2, *vereist),
        verantwoordelijke="gezamenlijk",
    )


def _samen(eis, naam, velden, handeling, stap, leesbaar=VANAF_PLAN, **rest):
    return in_zaak(eis, naam, velden, handeling, (stap,), leesbaar, verantwoordelijke="gezamenlijk", **rest)


def _uitvoering(eis, naam, velden, **rest):
    return in_zaak(
        eis,
        naam,
        velden,
        "uitvoering_vastleggen",
        (UITVOERING,),
        VANAF_PLAN,
        van=SAMENWERKINGSVERBAND,
        vereist=("actie_van_eigen_partij",),
        **rest,
    )


def _zonder_personen(eis, naam, velden, handeling, stap, leesbaar):
    return SetRegel(
        eis,
        naam,
        velden,
        OVERLEG,
        SAMENWERKINGSVERBAND,
        handeling,
        (stap,),
        leesbaar,
        ("onderzoek_en_aanpak",),
        alle(GRONDEN),
        vereist=(*WERK, *ACTIEF, *GEKOPPELD, "tekst_zonder_personen"),
        inzage_vereist=(*WERK, "zelf_gekoppeld"),
        grondslagen_van=GRONDEN,
        mits=ALS_ER_EEN_ACTIE_IS,
        verantwoordelijke="gezamenlijk",
        persoonsgegeven=False,
    )


SETS = [
    _signaal(
        "KRI-5.1.S1.V1",
        "aard_van_de_overlast",
        ("datum_signaal", "soort_overlast", "plaats_overlast", "omschrijving_signaal", "bron_signaal"),
    ),
    _signaal(
        "KRI-5.1.S1.V2", "wie_zijn_betrokkenen", ("rol_betrokkene", "categorie_betrokkene", "observatie")
    ),
    _signaal(
        "KRI-5.1.S1.V3",
        "uitgevoerde_interventies_en_resultaat",
        ("partij_interventie", "soort_interventie", "datum_interventie", "resultaat_interventie"),
    ),
    _zonder_personen(
        "KRI-5.1.S2.V1",
        "is_er_complexe_woonoverlast",
        (
            "besluit_complexe_woonoverlast",
            "reden_niet_alleen_oplosbaar",
            "reden_gezamenlijk_belang",
            "randvoorwaarden",
        ),
        "overleg_beantwoorden",
        OVERLEGSTAP,
        (*VANAF_OVERLEG, "niet_complex"),
    ),
    _zonder_personen(
        "KRI-5.1.S2.V2",
        "voldaan_aan_voorwaarden_gezamenlijke_aanpak",
        ("gedeeld_belang", "samen_is_juiste_aanpak", "voldoende_capaciteit"),
        "overleg_beantwoorden",
        OVERLEGSTAP,
        (*VANAF_OVERLEG, "niet_complex"),
    ),
    in_zaak(
        "KRI-5.1.S2.V3",
        "toestemming_melder_gevraagd",
        (
            "datum_gevraagd",
            "wijze_gevraagd",
            "toestemming_communicatie_verloop",
            "toestemming_tevredenheidsonderzoek",
        ),
        "toestemming_vastleggen",
        (OVERLEGSTAP,),
        VANAF_OVERLEG,
        aan=OVERLEG,
        mits=(),
        vereist=("partij_vraagt_melder",),
    ),
    _overleg(
        "KRI-5.1.S2.V4",
        "beschikbare_relevante_informatie",
        ("relevante_informatie", "bron_informatie"),
        "relevantie_bevestigd",
    ),
    _overleg("KRI-5.1.S2.V5", "oorzaak_overlast", ("oorzaak",), "geen_gezondheidsgegevens"),
    _overleg(
        "KRI-5.1.S2.V6",
        "andere_betrokken_professionals",
        ("organisatie_professional", "functie_professional"),
    ),
    _overleg(
        "KRI-5.1.S2.V7",
        "hoe_en_met_wie_aanpakken",
        ("voorgestelde_aanpak", "beoogde_partijen", "beoogde_instrumenten"),
    ),
    _overleg("KRI-5.1.S2.V8", "wat_is_nodig", ("benodigde_capaciteit", "benodigde_middelen")),
    _samen(
        "KRI-5.1.S3.V1",
        "afspraken_aanpak",
        ("duiding_overlast", "doelen_plan", "acties", "monitoring"),
        "plan_opstellen",
        PLAN,
    ),
    _samen(
        "KRI-5.1.S3.V2",
        "communicatie_met_melder_en_betrokkenen",
        (
            "communicatie_met_melder",
            "communicatie_met_overlastgever",
            "communicatie_met_andere_betrokkenen",
            "communicatie_tussen_partijen",
        ),
        "plan_opstellen",
        PLAN,
        optioneel=("communicatie_met_andere_betrokkenen",),
    ),
    _uitvoering(
        "KRI-5.1.S4.V1",
        "verloop_uitvoering",
        ("actie", "verloop_actie", "voorstel_bijstelling"),
        optioneel=("voorstel_bijstelling",),
    ),
    _uitvoering(
        "KRI-5.1.S4.V2",
        "effect_uitvoering",
        ("actie", "effect_actie", "datum_effect", "onderbouwing_effect"),
    ),
    _samen(
        "KRI-5.1.S5.V1",
        "nodige_bijstelling",
        ("doel", "verloop_aanpak", "resultaat", "bijstelling"),
        "voortgang_vastleggen",
        BESPREKING,
    ),
    _samen(
        "KRI-5.1.S6.V1",
        "doelen_bereikt",
        ("doel", "doel_bereikt", "reden_doel"),
        "afsluiting_vastleggen",
        AFSLUITEN,
        (AFSLUITEN,),
    ),
    _samen(
        "KRI-5.1.S6.V2",
        "restacties_beleggen",
        ("restactie", "partij_restactie", "datum_restactie"),
        "afsluiting_vastleggen",
        AFSLUITEN,
        (AFSLUITEN,),
    ),
    _zonder_personen(
        "KRI-5.1.S6.V3",
        "leer_en_verbeterpunten",
        ("leerpunten", "verbeterpunten"),
        "afsluiting_vastleggen",
        AFSLUITEN,
        (AFSLUITEN, "niet_actief", "heropend", "vernietigd"),
    ),
]


@pytest.mark.parametrize("regel", params(SETS))
def test_vraag(regel):
    controleer(regel)


# persoonsgegeven, kenmerk and closed answers per question, as the table of the text has them
KENMERKEN = {
    "KRI-5.1.S1.V1": (True, "enkelvoudige_signalen_over_woonoverlast", {}),
    "KRI-5.1.S1.V2": (
        True,
        "observaties_uit_werk_en_omgeving",
        {
            "rol_betrokkene": (
                "overlastgever",
                "melder",
                "omwonende",
                "medehuurder",
                "hoofdhuurder",
                "verantwoordelijke_voor_overlastgever",
            )
        },
    ),
    "KRI-5.1.S1.V3": (True, "aard_en_omvang_op_persoonsniveau", {}),
    "KRI-5.1.S2.V1": (
        False,
        "besluit_wel_of_niet_aanpakken_met_randvoorwaarden",
        {"besluit_complexe_woonoverlast": ("ja", "nee")},
    ),
    "KRI-5.1.S2.V2": (
        False,
        "besluit_wel_of_niet_aanpakken_met_randvoorwaarden",
        {
            "gedeeld_belang": ("ja", "nee"),
            "samen_is_juiste_aanpak": ("ja", "nee"),
            "voldoende_capaciteit": ("ja", "nee"),
        },
    ),
    "KRI-5.1.S2.V3": (
        True,
        "actief_uitgevraagd",
        {
            "toestemming_communicatie_verloop": ("ja", "nee"),
            "toestemming_tevredenheidsonderzoek": ("ja", "nee"),
        },
    ),
    "KRI-5.1.S2.V4": (True, "aard_en_omvang_op_persoonsniveau", {}),
    "KRI-5.1.S2.V5": (True, "aard_en_omvang_op_persoon", {}),
    "KRI-5.1.S2.V6": (True, "inzicht_in_verschillende_organisaties", {}),
    "KRI-5.1.S2.V7": (True, "aard_en_omvang_op_persoonsniveau", {}),
    "KRI-5.1.S2.V8": (True, "aard_en_omvang_op_persoonsniveau", {}),
    "KRI-5.1.S3.V1": (True, "plan_van_aanpak_met_doelen_acties_monitoring", {}),
    "KRI-5.1.S3.V2": (True, "plan_van_aanpak_met_doelen_acties_monitoring", {}),
    "KRI-5.1.S4.V1": (True, "afspraken_mogelijk_bijstellen", {}),
    "KRI-5.1.S4.V2": (
        True,
        "voortgang_in_acties_en_resultaten",
        {"effect_actie": ("afgenomen", "gelijk", "toegenomen")},
    ),
    "KRI-5.1.S5.V1": (True, "effecten_op_doelen", {}),
    "KRI-5.1.S6.V1": (
        True,
        "aard_en_omvang_op_persoonsniveau",
        {"doel_bereikt": ("bereikt", "deels", "niet")},
    ),
    "KRI-5.1.S6.V2": (True, "beleggen_restacties", {}),
    "KRI-5.1.S6.V3": (False, "leerpunten", {}),
}


@pytest.mark.parametrize("eis", [pytest.param(eis, marks=pytest.mark.eis(eis)) for eis in KENMERKEN])
def test_kenmerk_van_de_vraag(eis):
    (gegevensset,) = [s for s in KRIMPEN.gegevenssets if s.eis == eis]
    waarden = {w.veld: w.waarden for w in gegevensset.waarden}
    assert (gegevensset.persoonsgegeven, gegevensset.kenmerk, waarden) == KENMERKEN[eis]


@pytest.mark.eis("KRI-5.1", "KRI-1.1.5")
def test_elke_vraag_heeft_een_rij():
    assert [r.eis for r in SETS] == list(KENMERKEN)
    assert {s.eis for s in KRIMPEN.gegevenssets if s.kenmerk} == set(KENMERKEN)


ZONDER = [
    ("KRI-5.1.S2.V1", "is_er_complexe_woonoverlast", "overleg_beantwoorden", OVERLEGSTAP),
    ("KRI-5.1.S2.V2", "voldaan_aan_voorwaarden_gezamenlijke_aanpak", "overleg_beantwoorden", OVERLEGSTAP),
    ("KRI-5.1.S6.V3", "leer_en_verbeterpunten", "afsluiting_vastleggen", AFSLUITEN),
]


@pytest.mark.parametrize(
    ("naam", "handeling", "stap"),
    [
        pytest.param(naam, handeling, stap, marks=pytest.mark.eis(eis))
        for eis, naam, handeling, stap in ZONDER
    ],
)
def test_vraag_zonder_persoonsgegevens_laat_geen_persoon_door(naam, handeling, stap):
    """No field about a person can be asked for, nor added; a name in the text stops it (decision 72)."""
    vraag = Vraag(kant(REGISSEUR), handeling, stap, naam, kant(CORPORATIE))
    assert beslis(KRIMPEN, vraag, stand(KRIMPEN)).mag
    gegevensset = KRIMPEN.gegevensset(naam)
    rest = tuple(s for s in KRIMPEN.gegevenssets if s.naam != naam)
    for veld in ("naam", "adres", "geboortedatum", "verslag_melding", "observatie"):
        assert not beslis(KRIMPEN, replace(vraag, velden=(veld,)), stand(KRIMPEN)).mag
        wijder = replace(gegevensset, velden=(*gegevensset.velden, veld))
        assert list(fouten(KRIMPEN.anders(gegevenssets=(*rest, wijder)))) == [
            f"{naam}: zonder persoonsgegevens, maar {veld} gaat over een persoon"
        ]
    tekst = beslis(KRIMPEN, vraag, stand(KRIMPEN, ("tekst_zonder_personen",)))
    assert [(r.feit, r.eis) for r in tekst.gemis] == [("tekst_zonder_personen", "KRI-5.1")]
