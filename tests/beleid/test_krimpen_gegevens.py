"""Krimpen, articles 5.2 to 5.5 and 6.2: which data of whom go where."""

from dataclasses import replace

import pytest

from convenant.beleid.beslissing import Stand, Vraag, beslis
from convenant.beleid.taal import BEGIN, INZIEN, ZONDER_ZAAK, Kant
from woonoverlast.beleid import KRIMPEN

from .krimpen import (
    ACTIEF,
    BURGEMEESTER,
    CORPORATIE,
    GRONDEN,
    GRONDEN_MELDER,
    LEZEN,
    POLITIE,
    REGISSEUR,
    SAMENWERKINGSVERBAND,
    STUREN,
    UITVOERDER,
    VERHUURDER,
    WERK,
    ZES_STAPPEN,
    alle,
    controleer,
    in_zaak,
)
from .tabel import SetRegel, alles_waar, ingevuld, kant, params, stand

IEDER = (REGISSEUR, UITVOERDER, POLITIE, CORPORATIE, VERHUURDER)
CONTACT = ("naam", "adres", "woonplaats", "telefoon", "email")

SETS = [
    SetRegel(
        "KRI-6.2.aanmelding",
        "aanmelding",
        (
            "adres_woning",
            "herkomst_overlast",
            "soort_overlast",
            "doen_of_nalaten",
            "hinder_in_eigen_woning",
            "eigen_inzet",
        ),
        IEDER,
        (REGISSEUR,),
        "aanmelden",
        (BEGIN,),
        ("aangemeld", *ZES_STAPPEN),
        ("onderzoek_en_aanpak",),
        alle(GRONDEN),
        vereist=(
            *WERK,
            *ACTIEF,
            "uitvoeringsplan_geldig",
            "overlast_vanuit_woning",
            "eigen_inzet_beschreven",
            "wijze_volgens_uitvoeringsplan",
            "afwegingen_vastgelegd",
        ),
        inzage_vereist=WERK,
        grondslagen_van=GRONDEN,
    ),
    SetRegel(
        "KRI-6.2.bericht",
        "bericht_aanmelding",
        ("adres_woning", "herkomst_overlast", "soort_overlast", "doen_of_nalaten"),
        (REGISSEUR,),
        (POLITIE, CORPORATIE, VERHUURDER),
        "bericht_sturen",
        ("aangemeld", *ZES_STAPPEN),
        ZES_STAPPEN,
        ("onderzoek_en_aanpak",),
        ("avg_6_1_e_burgemeester",),
        vereist=STUREN,
        inzage_vereist=LEZEN,
    ),
    in_zaak(
        "KRI-5.2",
        "melder",
        (*CONTACT, "verslag_melding", "toestemming_delen_contactgegevens"),
        "verstrekken",
        ZES_STAPPEN,
        ZES_STAPPEN,
        doelen=(
            "communicatie_met_melder",
            "onderzoek_en_aanpak",
            "inzetten_instrumenten",
            "tevredenheidsonderzoek",
        ),
        grondslagen_van=GRONDEN_MELDER,
        vereist=("betrokkene_is_melder", "toestemming_melder"),
    ),
    in_zaak(
        "KRI-5.3",
        "overlastgever",
        (
            "naam",
            "adres",
            "woonplaats",
            "geboortedatum",
            "telefoon",
            "email",
            "gegevens_dat_er_woonoverlast_is",
            "gegevens_dat_overlastgever_veroorzaakt",
            "gegevens_wie_verantwoordelijk_is",
            "verslag_instrumenten_en_maatregelen_met_resultaat",
        ),
        "verstrekken",
        ZES_STAPPEN,
        ZES_STAPPEN,
        doelen=(
            "onderzoek_en_aanpak",
            "communicatie_met_overlastgever",
            "inzetten_instrumenten_en_maatregelen",
        ),
        vereist=("betrokkene_is_overlastgever",),
    ),
    SetRegel(
        "KRI-5.3.politie",
        "politiegegevens",
        ("politiegegevens_artikel_8_wpg",),
        (POLITIE,),
        (REGISSEUR, UITVOERDER, CORPORATIE, VERHUURDER),
        "politiegegevens_verstrekken",
        ZES_STAPPEN,
        ZES_STAPPEN,
        ("onderzoek_en_aanpak",),
        ("wpg_20",),
        vereist=(*STUREN, "betrokkene_is_overlastgever", "samenwerkingsafspraken_bevestigd"),
        inzage_vereist=LEZEN,
        mits=(
            (REGISSEUR, "aangewezen_voor_politiegegevens"),
            (UITVOERDER, "aangewezen_voor_politiegegevens"),
            (CORPORATIE, "vrijgegeven_door_politie"),
            (VERHUURDER, "vrijgegeven_door_politie"),
        ),
    ),
    in_zaak(
        "KRI-5.4",
        "klant_bij_verhuurder",
        (
            *CONTACT,
            "relatie_met_overlastgever",
            "gegevens_wie_verantwoordelijk_is",
            "verslag_instrumenten_en_maatregelen_met_resultaat",
        ),
        "verstrekken",
        ZES_STAPPEN,
        ZES_STAPPEN,
        doelen=("onderzoek_en_aanpak", "communicatie_met_klant", "inzetten_instrumenten_en_maatregelen"),
        vereist=("betrokkene_is_klant",),
    ),
    SetRegel(
        "KRI-5.5",
        "contactgegevens_partij",
        ("naam_medewerker", "functie", "telefoon_werk", "email_werk"),
        (*IEDER, BURGEMEESTER),
        (*IEDER, BURGEMEESTER),
        "contactgegevens_delen",
        (ZONDER_ZAAK,),
        (ZONDER_ZAAK,),
        ("samenwerking_partijen",),
        ("onderlinge_contactgegevens",),
        vereist=WERK,
        inzage_vereist=WERK,
    ),
    in_zaak(
        "KRI-1.1.23.afspraken",
        "samenwerkingsafspraken",
        ("partij_afspraak", "afspraak", "inspanning"),
        "samenwerkingsafspraak_vastleggen",
        ZES_STAPPEN,
        ZES_STAPPEN,
        verantwoordelijke="gezamenlijk",
    ),
]


@pytest.mark.parametrize("regel", params(SETS))
def test_gegevensset(regel):
    controleer(regel)


@pytest.mark.eis("KRI-6.2.aanmelding", "KRI-OW.4", "KRI-1.1.29")
def test_gesloten_lijsten_van_de_aanmelding():
    waarden = {w.veld: w.waarden for w in KRIMPEN.gegevensset("aanmelding").waarden}
    assert waarden == {
        "herkomst_overlast": ("woning", "aanpalend_gebouw"),
        "doen_of_nalaten": ("doen", "nalaten"),
    }


MELDER = Vraag(
    kant(CORPORATIE),
    "verstrekken",
    "onderzoeksfase",
    "melder",
    kant(REGISSEUR),
    "onderzoek_en_aanpak",
    "avg_6_1_f_corporatie",
)
ZONDER_CONTACT = ("verslag_melding", "toestemming_delen_contactgegevens")


@pytest.mark.eis("KRI-3.3.d", "KRI-5.2")
@pytest.mark.parametrize("doel", ["onderzoek_en_aanpak", "inzetten_instrumenten"])
def test_contactgegevens_melder_gaan_niet_voor_een_ander_doel_dan_waarvoor_toestemming_is(doel):
    assert beslis(KRIMPEN, replace(MELDER, doel=doel), stand(KRIMPEN)).velden == ZONDER_CONTACT


@pytest.mark.eis("KRI-3.3.d", "KRI-5.2")
@pytest.mark.parametrize("doel", ["communicatie_met_melder", "tevredenheidsonderzoek"])
def test_contactgegevens_melder_gaan_alleen_met_toestemming(doel):
    vraag = replace(MELDER, doel=doel)
    assert beslis(KRIMPEN, vraag, stand(KRIMPEN)).velden == (*CONTACT, *ZONDER_CONTACT)
    zonder = beslis(KRIMPEN, vraag, stand(KRIMPEN, ("toestemming_melder",)))
    assert [r.feit for r in zonder.gemis] == ["toestemming_melder"]


@pytest.mark.eis("KRI-3.3.d", "KRI-5.2")
@pytest.mark.parametrize("wie", SAMENWERKINGSVERBAND)
def test_ingetrokken_toestemming_sluit_de_contactgegevens_voor_iedereen(wie):
    vraag = Vraag(kant(wie), INZIEN, "uitvoering", "melder", doel="communicatie_met_melder")
    assert beslis(KRIMPEN, vraag, stand(KRIMPEN)).velden == (*CONTACT, *ZONDER_CONTACT)
    assert beslis(KRIMPEN, vraag, stand(KRIMPEN, ("toestemming_melder",))).velden == ZONDER_CONTACT


VERSTREKKEN = Vraag(
    kant(REGISSEUR), "verstrekken", "uitvoering", "overlastgever", kant(CORPORATIE), "onderzoek_en_aanpak"
)


@pytest.mark.parametrize(
    ("gegevensset", "veld"),
    [
        pytest.param("melder", "geboortedatum", marks=pytest.mark.eis("KRI-5.2")),
        pytest.param("klant_bij_verhuurder", "geboortedatum", marks=pytest.mark.eis("KRI-5.4")),
        pytest.param("overlastgever", "politiegegevens_artikel_8_wpg", marks=pytest.mark.eis("KRI-5.3")),
        pytest.param("overlastgever", "burgerservicenummer", marks=pytest.mark.eis("KRI-5.3")),
    ],
)
def test_veld_buiten_de_categorie_wordt_geweigerd(gegevensset, veld):
    vraag = replace(VERSTREKKEN, gegevensset=gegevensset, velden=("naam", veld))
    uitkomst = beslis(KRIMPEN, vraag, stand(KRIMPEN))
    assert f"Deze gegevens staan niet in het convenant: {veld}." in [r.tekst for r in uitkomst.gemis]


@pytest.mark.eis("KRI-1.1.5", "KRI-5.2", "KRI-5.3", "KRI-5.4")
def test_over_een_omwonende_gaat_niets():
    """Without one of the three categories no set of the case opens."""
    geen = ("betrokkene_is_melder", "betrokkene_is_overlastgever", "betrokkene_is_klant")
    for naam, feit in zip(("melder", "overlastgever", "klant_bij_verhuurder"), geen, strict=True):
        uitkomst = beslis(KRIMPEN, replace(VERSTREKKEN, gegevensset=naam), stand(KRIMPEN, geen))
        assert [reden.feit for reden in uitkomst.gemis] == [feit]


@pytest.mark.eis("KRI-5.3.politie", "KRI-OW.2")
@pytest.mark.parametrize("wie", [BURGEMEESTER, UITVOERDER, REGISSEUR, CORPORATIE, VERHUURDER])
def test_een_politiegegeven_bestaat_niet_voor_wie_het_niet_mag_zien(wie):
    geen = ("aangewezen_voor_politiegegevens", "vrijgegeven_door_politie")
    vraag = Vraag(kant(wie), INZIEN, "uitvoering", "politiegegevens")
    uitkomst = beslis(KRIMPEN, vraag, stand(KRIMPEN, geen))
    assert not uitkomst.mag
    if wie != BURGEMEESTER:
        assert [(r.tekst, r.eis) for r in uitkomst.voor_mens(KRIMPEN)] == [(KRIMPEN.neutraal, "")]
    assert not KRIMPEN.gegevensset("politiegegevens").bestaan_zichtbaar


@pytest.mark.parametrize(
    "feit",
    [
        pytest.param("zelf_gekoppeld", marks=pytest.mark.eis("KRI-5.1")),
        pytest.param("niet_geblokkeerd", marks=pytest.mark.eis("KRI-12.4")),
    ],
)
def test_een_neutrale_zin(feit):
    vraag = Vraag(kant(CORPORATIE), INZIEN, "uitvoering", "overlastgever")
    (reden,) = beslis(KRIMPEN, vraag, stand(KRIMPEN, (feit,))).voor_mens(KRIMPEN)
    assert (reden.tekst, reden.eis, reden.feit) == (KRIMPEN.neutraal, "", "")


@pytest.mark.parametrize(
    ("feit", "eis"),
    [
        pytest.param(feit, eis, marks=pytest.mark.eis(eis))
        for feit, eis in [
            ("convenant_actief", "KRI-16.1"),
            ("gemeente_actief", "KRI-20"),
            ("deelname_getekend", "KRI-20"),
            ("geheimhouding_getekend", "KRI-8.1"),
            ("betrouwbaarheid_aangetoond", "KRI-10.2"),
            ("ontvanger_gekoppeld", "KRI-5.1"),
            ("wijze_volgens_uitvoeringsplan", "KRI-7.1"),
            ("afwegingen_vastgelegd", "KRI-4.5"),
            ("betrokkene_is_overlastgever", "KRI-1.1.5"),
        ]
    ],
)
def test_weigering_noemt_reden_en_artikel(feit, eis):
    (reden,) = beslis(KRIMPEN, VERSTREKKEN, stand(KRIMPEN, (feit,))).voor_mens(KRIMPEN)
    assert (reden.tekst, reden.eis) == (KRIMPEN.feit(feit).gemis, eis)


@pytest.mark.eis("KRI-5.3")
def test_artikel_buiten_werking_blokkeert():
    waar = Stand(alles_waar(KRIMPEN), ingevuld(KRIMPEN), {"KRI-5.3": "Dit artikel is ongeldig."})
    assert not beslis(KRIMPEN, VERSTREKKEN, waar).mag


@pytest.mark.eis("KRI-1.1.25", "KRI-5.1")
def test_uitvoerder_krijgt_niets_uit_onderzoek_en_overleg_zelf():
    """Only what an action of the plan needs: no signals, no answers of the overleg about persons."""
    namen = {
        s.naam
        for s in KRIMPEN.gegevenssets
        if s.kenmerk and s.persoonsgegeven and Kant("gemeente", "uitvoerder", "heeft_actie_in_plan") in s.aan
    }
    assert namen == {
        "afspraken_aanpak",
        "communicatie_met_melder_en_betrokkenen",
        "verloop_uitvoering",
        "effect_uitvoering",
        "nodige_bijstelling",
        "doelen_bereikt",
        "restacties_beleggen",
    }
