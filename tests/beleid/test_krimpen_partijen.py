"""Krimpen, articles 2, 3 and 7.1: who takes part, for which purposes, on which grounds."""

from dataclasses import replace

import pytest

from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.register import fouten
from woonoverlast.beleid import KRIMPEN

from .krimpen import (
    B_CORPORATIE,
    B_GEMEENTE,
    B_POLITIE,
    B_VERHUURDER,
    BURGEMEESTER,
    CORPORATIE,
    FGS,
    MENS,
    POLITIE,
    REGISSEUR,
    UITVOERDER,
    VERHUURDER,
    VERZOEKER,
    WERK,
)
from .tabel import Als, controleer_functie, kant, params, stand

FUNCTIES = [
    Als("KRI-PAR.1", POLITIE, B_POLITIE, B_POLITIE, WERK),
    Als("KRI-1.1.20", REGISSEUR, B_GEMEENTE, B_GEMEENTE, WERK),
    Als("KRI-1.1.25", UITVOERDER, B_GEMEENTE, B_GEMEENTE, WERK),
    Als("KRI-PAR.2", BURGEMEESTER, B_GEMEENTE, B_GEMEENTE, WERK),
    Als("KRI-PAR.3", CORPORATIE, B_CORPORATIE, B_CORPORATIE, WERK),
    Als("KRI-PAR.4", VERHUURDER, B_VERHUURDER, B_GEMEENTE, WERK),
    Als("KRI-7.1", B_POLITIE, B_POLITIE, B_POLITIE, MENS),
    Als("KRI-7.1", B_GEMEENTE, B_GEMEENTE, B_GEMEENTE, MENS),
    Als("KRI-7.1", B_CORPORATIE, B_CORPORATIE, B_CORPORATIE, MENS),
    Als("KRI-7.1", B_VERHUURDER, B_VERHUURDER, B_GEMEENTE, MENS),
    *(
        Als("KRI-10.1", naam, aanmelder, verlener, MENS, onverenigbaar=collegas)
        for naam, aanmelder, verlener, collegas in zip(
            FGS,
            (B_POLITIE, B_GEMEENTE, B_CORPORATIE, B_VERHUURDER),
            (B_POLITIE, B_GEMEENTE, B_CORPORATIE, B_GEMEENTE),
            (
                ("behandelaar", "beheerder"),
                ("regisseur", "uitvoerder", "burgemeester", "beheerder"),
                ("behandelaar", "beheerder"),
                ("behandelaar", "beheerder"),
            ),
            strict=True,
        )
    ),
]


@pytest.mark.parametrize("regel", params(FUNCTIES))
def test_functie(regel):
    controleer_functie(KRIMPEN, regel)


@pytest.mark.eis("KRI-PAR.1", "KRI-PAR.2", "KRI-PAR.3", "KRI-PAR.4", "KRI-7.1")
def test_elke_functie_heeft_een_rij():
    assert {regel.functie for regel in FUNCTIES} == {f"{f.soort}/{f.naam}" for f in KRIMPEN.functies}


@pytest.mark.eis("KRI-PAR.1")
def test_het_beleid_laadt():
    assert list(fouten(KRIMPEN)) == []


def _zend(gegevensset, van, aan, doel, grondslag="", stap="uitvoering", handeling="verstrekken"):
    return Vraag(kant(van), handeling, stap, gegevensset, kant(aan), doel, grondslag)


DOELEN = [
    # doel, clause, one set that names it, the fact it needs
    ("onderzoek_en_aanpak", "KRI-2.1", "overlastgever", ()),
    ("communicatie_met_melder", "KRI-2.2", "melder", ("toestemming_melder",)),
    ("tevredenheidsonderzoek", "KRI-2.2", "melder", ("toestemming_melder",)),
    ("inzetten_instrumenten", "KRI-5.2", "melder", ("instrument_in_plan",)),
    ("communicatie_met_overlastgever", "KRI-5.3", "overlastgever", ()),
    ("inzetten_instrumenten_en_maatregelen", "KRI-5.3", "overlastgever", ("instrument_in_plan",)),
    ("communicatie_met_klant", "KRI-5.4", "klant_bij_verhuurder", ()),
]


@pytest.mark.parametrize(
    ("doel", "naam", "feiten"),
    [pytest.param(doel, naam, feiten, marks=pytest.mark.eis(eis)) for doel, eis, naam, feiten in DOELEN],
)
def test_doel_met_eigen_voorwaarde(doel, naam, feiten):
    vraag = _zend(naam, REGISSEUR, CORPORATIE, doel)
    assert beslis(KRIMPEN, vraag, stand(KRIMPEN)).doel == doel
    for feit in ("toestemming_melder", "instrument_in_plan"):
        uitkomst = beslis(KRIMPEN, vraag, stand(KRIMPEN, (feit,)))
        assert uitkomst.mag is (feit not in feiten)


@pytest.mark.eis("KRI-2.1", "KRI-2.2", "KRI-8.4")
def test_doelen_zijn_limitatief():
    assert [doel.naam for doel in KRIMPEN.doelen] == [
        "onderzoek_en_aanpak",
        "communicatie_met_melder",
        "tevredenheidsonderzoek",
        "inzetten_instrumenten",
        "communicatie_met_overlastgever",
        "inzetten_instrumenten_en_maatregelen",
        "communicatie_met_klant",
        "samenwerking_partijen",
        "nieuw_signaal",
        "overlast_herleeft",
        "andere_aanpak",
        "controle",
        "afhandeling_incident",
        "informatieplicht",
        "rechten_betrokkene",
    ]
    vraag = _zend("overlastgever", REGISSEUR, CORPORATIE, "nieuwsgierig")
    assert not beslis(KRIMPEN, vraag, stand(KRIMPEN)).mag
    assert not beslis(KRIMPEN, replace(vraag, doel=""), stand(KRIMPEN)).mag


GRONDSLAGEN = [
    # grondslag, clause, the only supplier it fits, the facts it needs
    ("wpg_20", "KRI-3.1", POLITIE, ()),
    ("avg_6_1_e_burgemeester", "KRI-3.2", REGISSEUR, ()),
    ("avg_6_1_b_corporatie", "KRI-3.3.a", CORPORATIE, ("huurder_van_corporatie",)),
    ("avg_6_1_f_corporatie", "KRI-3.3.b", CORPORATIE, ("belangen_afgewogen_corporatie",)),
    ("avg_6_1_e_corporatie", "KRI-3.3.c", CORPORATIE, ("leefbaarheidstaak_vermeld",)),
    ("avg_6_1_a_corporatie", "KRI-3.3.d", CORPORATIE, ("toestemming_melder",)),
    ("avg_6_1_b_verhuurder", "KRI-3.4.a", VERHUURDER, ("huurder_van_verhuurder",)),
    ("avg_6_1_f_verhuurder", "KRI-3.4.b", VERHUURDER, ("belangen_afgewogen_verhuurder",)),
    ("avg_6_1_a_verhuurder", "KRI-3.4.c", VERHUURDER, ("toestemming_melder",)),
]
EIGEN_FEITEN = sorted({feit for *_, feiten in GRONDSLAGEN for feit in feiten})


@pytest.mark.eis("KRI-3.3", "KRI-3.4")
@pytest.mark.parametrize(
    ("grondslag", "leverancier", "feiten"),
    [pytest.param(naam, wie, feiten, marks=pytest.mark.eis(eis)) for naam, eis, wie, feiten in GRONDSLAGEN],
)
def test_grondslag_van_de_leverancier(grondslag, leverancier, feiten):
    """The set of the melder for the purpose of the aanpak, so that only the ground asks for a fact."""
    for van in (REGISSEUR, POLITIE, CORPORATIE, VERHUURDER):
        vraag = _zend("melder", van, REGISSEUR, "onderzoek_en_aanpak", grondslag)
        assert beslis(KRIMPEN, vraag, stand(KRIMPEN)).mag is (van == leverancier)
    vraag = _zend("melder", leverancier, REGISSEUR, "onderzoek_en_aanpak", grondslag)
    for feit in EIGEN_FEITEN:
        uitkomst = beslis(KRIMPEN, vraag, stand(KRIMPEN, (feit,)))
        assert uitkomst.mag is (feit not in feiten)


@pytest.mark.eis("KRI-3.3.d", "KRI-3.4.c")
@pytest.mark.parametrize("grondslag", ["avg_6_1_a_corporatie", "avg_6_1_a_verhuurder"])
@pytest.mark.parametrize("naam", ["overlastgever", "klant_bij_verhuurder"])
def test_toestemming_is_er_alleen_voor_de_melder(grondslag, naam):
    van = CORPORATIE if grondslag.endswith("corporatie") else VERHUURDER
    vraag = _zend(naam, van, REGISSEUR, "onderzoek_en_aanpak", grondslag)
    assert not beslis(KRIMPEN, vraag, stand(KRIMPEN)).mag


REGIMES = [
    # clause, grondslag, the soorten that may answer on it, set, verb, a supplier it fits and one it does not
    (
        "KRI-12.2",
        "avg_15_21",
        ("gemeente", "corporatie", "particuliere_verhuurder"),
        "antwoord_eigen_deel",
        "eigen_deel_beantwoorden",
        CORPORATIE,
        POLITIE,
    ),
    (
        "KRI-12.2",
        "wpg_25_28",
        ("politie",),
        "antwoord_politie",
        "politiedeel_beantwoorden",
        POLITIE,
        CORPORATIE,
    ),
]


@pytest.mark.parametrize(
    ("grondslag", "soorten", "naam", "handeling", "wel", "niet"),
    [pytest.param(*rest, marks=pytest.mark.eis(eis)) for eis, *rest in REGIMES],
)
def test_regime_van_de_leverancier(grondslag, soorten, naam, handeling, wel, niet):
    assert KRIMPEN.grondslag(grondslag).soorten == soorten
    for van in (wel, niet):
        vraag = _zend(naam, van, VERZOEKER, "rechten_betrokkene", grondslag, "verzoek_afgestemd", handeling)
        assert beslis(KRIMPEN, vraag, stand(KRIMPEN)).mag is (van == wel)
