"""Maassluis, the sets of a case: written from docs/eisen/maassluis.yaml, not from the policy."""

from dataclasses import replace

import pytest

from brpinzage.beleid.maassluis import MAASSLUIS
from convenant.beleid.beslissing import Stand, Vraag, beslis
from convenant.beleid.taal import BEGIN

from .maassluis import (
    ALS_MEDEWERKER,
    ALS_REGISSEUR,
    DIENST,
    LEEST_ALS_AFDELING,
    LEEST_ALS_REGISSEUR,
    MAASDELTA,
    MEDEWERKERS,
    REGISSEUR,
    ROVM,
    STEUN,
    UITWISSELING,
    VELDEN_MAASDELTA,
    VELDEN_MAGAZIJN,
    controleer,
)
from .tabel import SetRegel, alles_waar, ingevuld, kant, params, stand

VANAF_UITVRAAG = ("uitvraag", "beantwoord", "vergeleken", "vrijgegeven", "in_overleg")
LOPEND = ("aangemeld", "in_regie", *VANAF_UITVRAAG)
EIGEN_GROND = (
    ("dienstverlening", ("publieke_taak",)),
    ("rovm", ("publieke_taak",)),
    ("corporatie", ("gerechtvaardigd_belang",)),
)
ALS_BRON = (*ALS_MEDEWERKER, *UITWISSELING, "vraag_open", "rechtmatig_verkregen", "geen_beroepsgeheim")
ALS_REGIE = (*ALS_REGISSEUR, *UITWISSELING)
NAAR_PARTIJ = ("ontvanger_aangesloten", "geen_beroepsgeheim", "betrokkene_geinformeerd", "geen_verzet")
IN_DE_ZAAK = ("ontvanger_aangesloten", "partij_in_zaak")

AANVOER = [
    SetRegel(
        "MAA-INL.3.melding",
        "afwijkingsmelding",
        ("adres_afwijking", "aard_afwijking", "afwijking_sinds", "bron"),
        MEDEWERKERS,
        (REGISSEUR, STEUN),
        "aanmelden",
        (BEGIN,),
        LOPEND,
        ("woonfraude",),
        ("publieke_taak", "gerechtvaardigd_belang"),
        vereist=(*ALS_MEDEWERKER, *UITWISSELING, "rechtmatig_verkregen"),
        inzage_vereist=LEEST_ALS_REGISSEUR,
        optioneel=("afwijking_sinds",),
        grondslagen_van=EIGEN_GROND,
        verantwoordelijke="college",
    ),
    SetRegel(
        "MAA-3.uitvraag",
        "uitvraag",
        ("adres_afwijking", "vraag", "gevraagde_gegevens", "noodzaak"),
        (REGISSEUR,),
        (DIENST, MAASDELTA),
        "uitvragen",
        ("in_regie", "uitvraag", "beantwoord"),
        VANAF_UITVRAAG,
        ("woonfraude",),
        ("publieke_taak",),
        vereist=(*ALS_REGIE, "ontvanger_aangesloten"),
        inzage_vereist=LEEST_ALS_AFDELING,
        verantwoordelijke="college",
    ),
    SetRegel(
        "MAA-6.3",
        "levering_maasdelta",
        VELDEN_MAASDELTA,
        (MAASDELTA,),
        (REGISSEUR,),
        "beantwoorden",
        ("uitvraag", "beantwoord"),
        VANAF_UITVRAAG,
        ("woonfraude",),
        ("gerechtvaardigd_belang",),
        vereist=ALS_BRON,
        inzage_vereist=LEEST_ALS_REGISSEUR,
        optioneel=("naam_medehuurder", "einddatum_huur"),
    ),
    SetRegel(
        "MAA-6.4",
        "gegevensmagazijn",
        VELDEN_MAGAZIJN,
        (DIENST,),
        (REGISSEUR,),
        "beantwoorden",
        ("uitvraag", "beantwoord"),
        VANAF_UITVRAAG,
        ("woonfraude",),
        ("wet_brp",),
        vereist=(*ALS_BRON, "grondslag_geldig"),
        inzage_vereist=LEEST_ALS_REGISSEUR,
        optioneel=("geboortedatum", "jonger_dan_zestien", "datum_vertrek_adres"),
    ),
    SetRegel(
        "MAA-1.8.teruggave",
        "teruggave",
        ("teruggegeven_gegevens", "reden_teruggave"),
        (REGISSEUR,),
        (DIENST, MAASDELTA),
        "terugsturen",
        ("beantwoord",),
        VANAF_UITVRAAG,
        ("woonfraude",),
        ("publieke_taak",),
        vereist=(*ALS_REGIE, "ontvanger_aangesloten", "reden_vermeld"),
        inzage_vereist=LEEST_ALS_AFDELING,
        verantwoordelijke="college",
    ),
]


def uit_regie(eis, naam, velden, aan, handeling, grondslag, feiten, wijze="tonen"):
    """A release or an answer: any field may stay out, every one waits for the letter to the betrokkene."""
    return SetRegel(
        eis,
        naam,
        velden,
        (REGISSEUR,),
        aan,
        handeling,
        ("beantwoord", "vergeleken", "vrijgegeven"),
        ("vergeleken", "vrijgegeven", "in_overleg"),
        ("woonfraude",),
        (grondslag,),
        vereist=(*ALS_REGIE, *NAAR_PARTIJ, *feiten),
        inzage_vereist=LEEST_ALS_AFDELING,
        optioneel=velden,
        wijze=wijze,
        verantwoordelijke="college",
    )


UIT_REGIE = [
    uit_regie(
        "MAA-6.2.vrijgave",
        "vrijgave_magazijn",
        VELDEN_MAGAZIJN,
        (ROVM, MAASDELTA),
        "vrijgeven",
        "wet_brp",
        ("mag_opvragen", "grondslag_geldig"),
    ),
    uit_regie(
        "MAA-6.3.vrijgave",
        "vrijgave_maasdelta",
        VELDEN_MAASDELTA,
        (DIENST, ROVM),
        "vrijgeven",
        "publieke_taak",
        ("mag_opvragen",),
    ),
    uit_regie(
        "MAA-9.3.magazijn",
        "vergelijking_magazijn",
        VELDEN_MAGAZIJN,
        (ROVM, MAASDELTA),
        "vergelijken",
        "wet_brp",
        ("mag_verifieren", "grondslag_geldig"),
        "vergelijken",
    ),
    uit_regie(
        "MAA-9.3.nccw",
        "vergelijking_maasdelta",
        VELDEN_MAASDELTA,
        (DIENST, ROVM),
        "vergelijken",
        "publieke_taak",
        ("mag_verifieren",),
        "vergelijken",
    ),
]

SAMEN = [
    SetRegel(
        "MAA-2.3.uitnodiging",
        "overleg_uitnodiging",
        ("datum_overleg", "genodigde_partijen", "zaaknummer"),
        (REGISSEUR,),
        MEDEWERKERS,
        "in_overleg_brengen",
        ("vergeleken", "vrijgegeven"),
        ("in_overleg",),
        ("woonfraude",),
        ("publieke_taak",),
        vereist=(*ALS_REGIE, *IN_DE_ZAAK),
        inzage_vereist=LEEST_ALS_AFDELING,
        verantwoordelijke="college",
    ),
    SetRegel(
        "MAA-2.3.verslag",
        "overleg_verslag",
        ("datum_overleg", "aanwezige_partijen", "besluit"),
        (REGISSEUR, STEUN),
        (*MEDEWERKERS, REGISSEUR),
        "overleg_verslaan",
        ("in_overleg",),
        ("in_overleg",),
        ("woonfraude",),
        ("publieke_taak",),
        vereist=(*ALS_REGIE, *IN_DE_ZAAK),
        inzage_vereist=LEEST_ALS_AFDELING,
        verantwoordelijke="college",
    ),
    SetRegel(
        "MAA-11.1.twijfel",
        "twijfelmelding",
        ("verstrekking_kenmerk", "gegeven", "reden_twijfel"),
        MEDEWERKERS,
        (REGISSEUR, STEUN),
        "twijfel_melden",
        VANAF_UITVRAAG,
        VANAF_UITVRAAG,
        ("woonfraude",),
        ("publieke_taak", "gerechtvaardigd_belang"),
        vereist=(*ALS_MEDEWERKER, *UITWISSELING),
        inzage_vereist=LEEST_ALS_REGISSEUR,
        grondslagen_van=EIGEN_GROND,
        verantwoordelijke="college",
    ),
    SetRegel(
        "MAA-11.1.controle",
        "controleverzoek",
        ("verstrekking_kenmerk", "gegeven", "reden_twijfel"),
        (REGISSEUR,),
        MEDEWERKERS,
        "controle_vragen",
        VANAF_UITVRAAG,
        VANAF_UITVRAAG,
        ("woonfraude",),
        ("publieke_taak",),
        vereist=(*ALS_REGIE, "ontvanger_aangesloten", "houder_van_gegeven"),
        inzage_vereist=LEEST_ALS_AFDELING,
        verantwoordelijke="college",
    ),
    SetRegel(
        "MAA-INL.3.uitkomst",
        "uitkomst",
        ("uitkomst", "verbeterde_registratie", "vormen_woonfraude"),
        (REGISSEUR,),
        MEDEWERKERS,
        "sluiten",
        ("in_regie", "beantwoord", "vergeleken", "vrijgegeven", "in_overleg"),
        ("gesloten",),
        ("woonfraude",),
        ("publieke_taak",),
        vereist=(*ALS_REGIE, *IN_DE_ZAAK, "uitkomst_gekozen", "correctie_vermeld"),
        inzage_vereist=LEEST_ALS_AFDELING,
        optioneel=("vormen_woonfraude",),
        velden_zonder=(("woonfraude_vermoed", ("uitkomst", "verbeterde_registratie")),),
        verantwoordelijke="college",
    ),
]

SETS = AANVOER + UIT_REGIE + SAMEN


@pytest.mark.parametrize("regel", params(SETS))
def test_gegevensset(regel):
    controleer(regel)


@pytest.mark.eis("MAA-8", "MAA-1.7")
def test_bron_verantwoordt_wat_zij_levert_en_het_college_de_rest():
    eigen = {regel.naam for regel in SETS if regel.verantwoordelijke == "van"}
    assert eigen == {"levering_maasdelta", "gegevensmagazijn"}
    assert {MAASSLUIS.gegevensset(regel.naam).verantwoordelijke for regel in SETS} == {"van", "college"}


@pytest.mark.eis("MAA-3", "MAA-6.2")
def test_geen_partij_geeft_een_andere_partij_iets_buiten_de_regisseur_om():
    """Every set that a medewerker sends goes to the regisseur or the college."""
    for gegevensset in MAASSLUIS.gegevenssets:
        brengt = {f"{k.soort}/{k.functie}" for k in gegevensset.van} & set(MEDEWERKERS)
        krijgt = {f"{k.soort}/{k.functie}" for k in gegevensset.aan} & set(MEDEWERKERS)
        assert not (brengt and krijgt), gegevensset.naam
        assert not gegevensset.bestaan_zichtbaar, gegevensset.naam


@pytest.mark.eis("MAA-1.10")
def test_vorm_van_woonfraude_alleen_bij_een_vermoeden():
    vraag = Vraag(kant(REGISSEUR), "sluiten", "in_overleg", "uitkomst", kant(MAASDELTA))
    assert "vormen_woonfraude" in beslis(MAASSLUIS, vraag, stand(MAASSLUIS)).velden
    zonder = beslis(MAASSLUIS, vraag, stand(MAASSLUIS, ("woonfraude_vermoed",)))
    assert zonder.mag
    assert "vormen_woonfraude" not in zonder.velden


KEUZE = [
    ("MAA-6.3", "levering_maasdelta", MAASDELTA, REGISSEUR, "bijlage_maasdelta", "naam_huurder"),
    ("MAA-6.4", "gegevensmagazijn", DIENST, REGISSEUR, "bijlage_gegevensmagazijn", "naam"),
    ("MAA-6.2.vrijgave", "vrijgave_magazijn", REGISSEUR, MAASDELTA, "bijlage_gegevensmagazijn", "naam"),
    ("MAA-6.3.vrijgave", "vrijgave_maasdelta", REGISSEUR, DIENST, "bijlage_maasdelta", "naam_huurder"),
    ("MAA-9.3.magazijn", "vergelijking_magazijn", REGISSEUR, MAASDELTA, "bijlage_gegevensmagazijn", "naam"),
    ("MAA-9.3.nccw", "vergelijking_maasdelta", REGISSEUR, DIENST, "bijlage_maasdelta", "naam_huurder"),
]


@pytest.mark.parametrize("regel", [pytest.param(r, marks=pytest.mark.eis(r[0]), id=r[1]) for r in KEUZE])
def test_alleen_wat_de_bijlage_kiest_gaat_over(regel):
    _, naam, van, aan, bijlage, veld = regel
    gegevensset = MAASSLUIS.gegevensset(naam)
    vraag = Vraag(kant(van), gegevensset.handeling, "beantwoord", naam, kant(aan))
    gekozen = Stand(alles_waar(MAASSLUIS), ingevuld(MAASSLUIS) | {bijlage: (veld, "veld_buiten_bijlage")})
    assert beslis(MAASSLUIS, vraag, gekozen).velden == (veld,)
    leeg = beslis(MAASSLUIS, vraag, stand(MAASSLUIS, leeg=bijlage))
    assert not leeg.mag


@pytest.mark.eis("MAA-5.2", "MAA-6.2.vrijgave")
def test_vrijgave_is_per_veld():
    vraag = Vraag(kant(REGISSEUR), "vrijgeven", "beantwoord", "vrijgave_magazijn", kant(MAASDELTA))
    alleen_naam = replace(vraag, velden=("naam",))
    assert beslis(MAASSLUIS, alleen_naam, stand(MAASSLUIS)).velden == ("naam",)
    assert not beslis(MAASSLUIS, replace(vraag, velden=("burgerservicenummer",)), stand(MAASSLUIS)).mag


@pytest.mark.eis("MAA-6.6")
def test_mondeling_volgt_dezelfde_lijst():
    """An oral supply is the same verstrekking: there is no set without a list that it could go by."""
    handelingen = {gegevensset.handeling for gegevensset in MAASSLUIS.gegevenssets}
    assert "mondeling_verstrekken_vastleggen" not in handelingen
