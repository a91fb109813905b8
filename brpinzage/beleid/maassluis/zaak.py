"""The case of Maassluis: from a deviation to its outcome, always through the regisseur (articles 2, 3, 5, 6, 9.3, 11)."""

from convenant.beleid.taal import BEGIN, Gegevensset, Overgang, Veldgrens, Waarden

from .gronden import (
    GERECHTVAARDIGD_BELANG,
    PUBLIEKE_TAAK,
    UITKOMSTEN,
    VORMEN_WOONFRAUDE,
    WET_BRP,
    WOONFRAUDE,
)
from .partijen import (
    DIENSTVERLENING,
    KLOK,
    MAASDELTA,
    MEDEWERKERS,
    ONDERSTEUNING,
    REGISSEUR,
    ROVM,
    VERANTWOORDELIJKE,
)

# The annexes are missing (decision 14): what the municipality may choose from, nothing until it has chosen.
VELDEN_MAGAZIJN = (
    "naam",
    "geboortedatum",
    "jonger_dan_zestien",
    "adres",
    "datum_inschrijving_adres",
    "datum_vertrek_adres",
)
VELDEN_MAASDELTA = (
    "naam_huurder",
    "naam_medehuurder",
    "adres_huurwoning",
    "ingangsdatum_huur",
    "einddatum_huur",
)
BIJLAGE_MAGAZIJN = "bijlage_gegevensmagazijn"
BIJLAGE_MAASDELTA = "bijlage_maasdelta"

VANAF_UITVRAAG = ("uitvraag", "beantwoord", "vergeleken", "vrijgegeven", "in_overleg")
LOPEND = ("aangemeld", "in_regie", *VANAF_UITVRAAG)
VRIJ_TE_GEVEN = ("beantwoord", "vergeleken", "vrijgegeven")
NAAR_EEN_PARTIJ = ("ontvanger_aangesloten", "geen_beroepsgeheim", "betrokkene_geinformeerd", "geen_verzet")
NAAR_HET_OVERLEG = ("ontvanger_aangesloten", "partij_in_zaak")

_AANVOER = (
    Gegevensset(
        "afwijkingsmelding",
        ("adres_afwijking", "aard_afwijking", "afwijking_sinds", "bron"),
        van=MEDEWERKERS,
        aan=(REGISSEUR, ONDERSTEUNING),
        handeling="aanmelden",
        doelen=(WOONFRAUDE,),
        grondslagen=(PUBLIEKE_TAAK, GERECHTVAARDIGD_BELANG),
        optioneel=("afwijking_sinds",),
        verzenden_in=(BEGIN,),
        inzage_in=LOPEND,
        vereist=("rechtmatig_verkregen",),
        verantwoordelijke="college",
        eis="MAA-INL.3.melding",
    ),
    Gegevensset(
        "uitvraag",
        ("adres_afwijking", "vraag", "gevraagde_gegevens", "noodzaak"),
        van=(REGISSEUR,),
        aan=(DIENSTVERLENING, MAASDELTA),
        handeling="uitvragen",
        doelen=(WOONFRAUDE,),
        grondslagen=(PUBLIEKE_TAAK,),
        verzenden_in=("in_regie", "uitvraag", "beantwoord"),
        inzage_in=VANAF_UITVRAAG,
        vereist=("ontvanger_aangesloten",),
        verantwoordelijke="college",
        eis="MAA-3.uitvraag",
    ),
    Gegevensset(
        "levering_maasdelta",
        VELDEN_MAASDELTA,
        van=(MAASDELTA,),
        aan=(REGISSEUR,),
        handeling="beantwoorden",
        doelen=(WOONFRAUDE,),
        grondslagen=(GERECHTVAARDIGD_BELANG,),
        optioneel=("naam_medehuurder", "einddatum_huur"),
        verzenden_in=("uitvraag", "beantwoord"),
        inzage_in=VANAF_UITVRAAG,
        vereist=("vraag_open", "rechtmatig_verkregen", "geen_beroepsgeheim"),
        velden_uit=BIJLAGE_MAASDELTA,
        eis="MAA-6.3",
    ),
    Gegevensset(
        "gegevensmagazijn",
        VELDEN_MAGAZIJN,
        van=(DIENSTVERLENING,),
        aan=(REGISSEUR,),
        handeling="beantwoorden",
        doelen=(WOONFRAUDE,),
        grondslagen=(WET_BRP,),
        optioneel=("geboortedatum", "jonger_dan_zestien", "datum_vertrek_adres"),
        verzenden_in=("uitvraag", "beantwoord"),
        inzage_in=VANAF_UITVRAAG,
        vereist=("vraag_open", "rechtmatig_verkregen", "geen_beroepsgeheim"),
        velden_uit=BIJLAGE_MAGAZIJN,
        eis="MAA-6.4",
    ),
    Gegevensset(
        "teruggave",
        ("teruggegeven_gegevens", "reden_teruggave"),
        van=(REGISSEUR,),
        aan=(DIENSTVERLENING, MAASDELTA),
        handeling="terugsturen",
        doelen=(WOONFRAUDE,),
        grondslagen=(PUBLIEKE_TAAK,),
        verzenden_in=("beantwoord",),
        inzage_in=VANAF_UITVRAAG,
        vereist=("ontvanger_aangesloten",),
        verantwoordelijke="college",
        eis="MAA-1.8.teruggave",
    ),
)


def _uit_regie(naam, velden, aan, handeling, grondslag, velden_uit, mag, eis, wijze="tonen") -> Gegevensset:
    """What the regisseur lets through of one store: the fields chosen for this case, or an answer about them."""
    return Gegevensset(
        naam,
        velden,
        van=(REGISSEUR,),
        aan=aan,
        handeling=handeling,
        doelen=(WOONFRAUDE,),
        grondslagen=(grondslag,),
        optioneel=velden,
        verzenden_in=VRIJ_TE_GEVEN,
        inzage_in=("vergeleken", "vrijgegeven", "in_overleg"),
        vereist=(mag, *NAAR_EEN_PARTIJ),
        velden_uit=velden_uit,
        wijze=wijze,
        verantwoordelijke="college",
        eis=eis,
    )


_UIT_REGIE = (
    _uit_regie(
        "vrijgave_magazijn",
        VELDEN_MAGAZIJN,
        (ROVM, MAASDELTA),
        "vrijgeven",
        WET_BRP,
        BIJLAGE_MAGAZIJN,
        "mag_opvragen",
        "MAA-6.2.vrijgave",
    ),
    _uit_regie(
        "vrijgave_maasdelta",
        VELDEN_MAASDELTA,
        (DIENSTVERLENING, ROVM),
        "vrijgeven",
        PUBLIEKE_TAAK,
        BIJLAGE_MAASDELTA,
        "mag_opvragen",
        "MAA-6.3.vrijgave",
    ),
    _uit_regie(
        "vergelijking_magazijn",
        VELDEN_MAGAZIJN,
        (ROVM, MAASDELTA),
        "vergelijken",
        WET_BRP,
        BIJLAGE_MAGAZIJN,
        "mag_verifieren",
        "MAA-9.3.magazijn",
        wijze="vergelijken",
    ),
    _uit_regie(
        "vergelijking_maasdelta",
        VELDEN_MAASDELTA,
        (DIENSTVERLENING, ROVM),
        "vergelijken",
        PUBLIEKE_TAAK,
        BIJLAGE_MAASDELTA,
        "mag_verifieren",
        "MAA-9.3.nccw",
        wijze="vergelijken",
    ),
)

_SAMEN = (
    Gegevensset(
        "overleg_uitnodiging",
        ("datum_overleg", "genodigde_partijen", "zaaknummer"),
        van=(REGISSEUR,),
        aan=MEDEWERKERS,
        handeling="in_overleg_brengen",
        doelen=(WOONFRAUDE,),
        grondslagen=(PUBLIEKE_TAAK,),
        verzenden_in=("vergeleken", "vrijgegeven"),
        inzage_in=("in_overleg",),
        vereist=NAAR_HET_OVERLEG,
        verantwoordelijke="college",
        eis="MAA-2.3.uitnodiging",
    ),
    Gegevensset(
        "overleg_verslag",
        ("datum_overleg", "aanwezige_partijen", "besluit"),
        van=(REGISSEUR, ONDERSTEUNING),
        aan=(*MEDEWERKERS, REGISSEUR),
        handeling="overleg_verslaan",
        doelen=(WOONFRAUDE,),
        grondslagen=(PUBLIEKE_TAAK,),
        verzenden_in=("in_overleg",),
        inzage_in=("in_overleg",),
        vereist=NAAR_HET_OVERLEG,
        verantwoordelijke="college",
        eis="MAA-2.3.verslag",
    ),
    Gegevensset(
        "twijfelmelding",
        ("verstrekking_kenmerk", "gegeven", "reden_twijfel"),
        van=MEDEWERKERS,
        aan=(REGISSEUR, ONDERSTEUNING),
        handeling="twijfel_melden",
        doelen=(WOONFRAUDE,),
        grondslagen=(PUBLIEKE_TAAK, GERECHTVAARDIGD_BELANG),
        verzenden_in=VANAF_UITVRAAG,
        inzage_in=VANAF_UITVRAAG,
        verantwoordelijke="college",
        eis="MAA-11.1.twijfel",
    ),
    Gegevensset(
        "controleverzoek",
        ("verstrekking_kenmerk", "gegeven", "reden_twijfel"),
        van=(REGISSEUR,),
        aan=MEDEWERKERS,
        handeling="controle_vragen",
        doelen=(WOONFRAUDE,),
        grondslagen=(PUBLIEKE_TAAK,),
        verzenden_in=VANAF_UITVRAAG,
        inzage_in=VANAF_UITVRAAG,
        vereist=("ontvanger_aangesloten", "houder_van_gegeven"),
        verantwoordelijke="college",
        eis="MAA-11.1.controle",
    ),
    Gegevensset(
        "uitkomst",
        ("uitkomst", "verbeterde_registratie", "vormen_woonfraude"),
        van=(REGISSEUR,),
        aan=MEDEWERKERS,
        handeling="sluiten",
        doelen=(WOONFRAUDE,),
        grondslagen=(PUBLIEKE_TAAK,),
        optioneel=("vormen_woonfraude",),
        verzenden_in=("in_regie", "beantwoord", "vergeleken", "vrijgegeven", "in_overleg"),
        inzage_in=("gesloten",),
        vereist=NAAR_HET_OVERLEG,
        grenzen=(Veldgrens(("vormen_woonfraude",), "MAA-1.10", vereist=("woonfraude_vermoed",)),),
        waarden=(
            Waarden("uitkomst", UITKOMSTEN),
            Waarden("verbeterde_registratie", ("brp", "nccw", "geen")),
            Waarden("vormen_woonfraude", VORMEN_WOONFRAUDE),
        ),
        verantwoordelijke="college",
        eis="MAA-INL.3.uitkomst",
    ),
)

GEGEVENSSETS = _AANVOER + _UIT_REGIE + _SAMEN

_REGIE = (REGISSEUR,)

OVERGANGEN = (
    Overgang(BEGIN, "aanmelden", "aangemeld", MEDEWERKERS, "MAA-INL.3"),
    Overgang("aangemeld", "in_regie_nemen", "in_regie", _REGIE, "MAA-3"),
    Overgang("in_regie", "uitvragen", "uitvraag", _REGIE, "MAA-3"),
    Overgang("uitvraag", "uitvragen", "uitvraag", _REGIE, "MAA-3"),
    Overgang("beantwoord", "uitvragen", "uitvraag", _REGIE, "MAA-3"),
    Overgang("uitvraag", "beantwoorden", "beantwoord", (DIENSTVERLENING, MAASDELTA), "MAA-6.1"),
    Overgang("beantwoord", "beantwoorden", "beantwoord", (DIENSTVERLENING, MAASDELTA), "MAA-6.1"),
    Overgang("beantwoord", "terugsturen", "uitvraag", _REGIE, "MAA-1.8", ("reden_vermeld",)),
    Overgang("beantwoord", "vergelijken", "vergeleken", _REGIE, "MAA-9.3"),
    Overgang("vergeleken", "vergelijken", "vergeleken", _REGIE, "MAA-9.3"),
    Overgang("vrijgegeven", "vergelijken", "vrijgegeven", _REGIE, "MAA-9.3"),
    Overgang("beantwoord", "vrijgeven", "vrijgegeven", _REGIE, "MAA-1.8"),
    Overgang("vergeleken", "vrijgeven", "vrijgegeven", _REGIE, "MAA-1.8"),
    Overgang("vrijgegeven", "vrijgeven", "vrijgegeven", _REGIE, "MAA-1.8"),
    Overgang("vergeleken", "in_overleg_brengen", "in_overleg", _REGIE, "MAA-2.3"),
    Overgang("vrijgegeven", "in_overleg_brengen", "in_overleg", _REGIE, "MAA-2.3"),
    # Closing never forces a release: what is not needed stays with the regisseur (MAA-5.2).
    Overgang("in_regie", "sluiten", "gesloten", _REGIE, "MAA-INL.3"),
    Overgang("beantwoord", "sluiten", "gesloten", _REGIE, "MAA-INL.3"),
    Overgang("vergeleken", "sluiten", "gesloten", _REGIE, "MAA-INL.3"),
    Overgang("vrijgegeven", "sluiten", "gesloten", _REGIE, "MAA-INL.3"),
    Overgang("in_overleg", "sluiten", "gesloten", _REGIE, "MAA-INL.3"),
    Overgang("gesloten", "vernietigen", "vernietigd", (KLOK,), "MAA-10.1"),
    Overgang("gesloten", "anonimiseren", "geanonimiseerd", (KLOK,), "MAA-10.2"),
    Overgang("gesloten", "onderzoek_bestemmen", "onderzoeksbestand", (VERANTWOORDELIJKE,), "MAA-10.2"),
)
