"""`beslis` itself, on one small policy: what holds whatever a convenant says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brpinzage.beleid.heemstede import HEEMSTEDE
from convenant.beleid.beslissing import Reden, Stand, Uitkomst, Vraag, beslis, doorsnede
from convenant.beleid.taal import (
    BEGIN,
    INZIEN,
    Beleid,
    Bevoegdheid,
    Doel,
    Feit,
    Functie,
    Gegevensset,
    Grondslag,
    Instelling,
    Kant,
    Overgang,
    Veldgrens,
)

MELDER, LEZER = Kant("corporatie", "melder"), Kant("gemeente", "lezer")
FEITEN = tuple(
    Feit(naam, "zaak", f"{naam} is zo.", f"{naam} ontbreekt.", f"X-{naam}", gemis_zichtbaar=naam != "stil")
    for naam in ("altijd", "bij_inzage", "als_melder", "voor_melden", "voor_doel", "is_eigenaar", "stap_mag")
    + ("voor_grondslag", "om_te_sturen", "stil", "om_te_lezen", "voor_bsn")
)
BELEID = Beleid(
    code="proef",
    versie=1,
    naam="Proef",
    functies=(
        Functie("corporatie", "melder", "Meldt.", "X-1", vereist=("als_melder",)),
        Functie("gemeente", "lezer", "Leest.", "X-1"),
    ),
    bevoegdheden=(
        Bevoegdheid("melder", "corporatie", ("melden", INZIEN), "X-2", vereist=("voor_melden",)),
        Bevoegdheid("lezer", "gemeente", (INZIEN,), "X-2"),
    ),
    doelen=(Doel("helpen", "Helpen.", "X-3", ("voor_doel",)), Doel("tellen", "Tellen.", "X-3")),
    grondslagen=(
        Grondslag("taak", "Een taak.", "X-4", ("corporatie",), ("voor_grondslag",)),
        Grondslag("wet", "Een wet.", "X-4", ("gemeente",)),
    ),
    feiten=FEITEN,
    gegevenssets=(
        Gegevensset(
            "melding",
            ("naam", "bsn", "adres"),
            van=(replace(MELDER, mits="is_eigenaar"),),
            aan=(LEZER,),
            handeling="melden",
            doelen=("helpen", "tellen"),
            grondslagen=("taak", "wet"),
            verzenden_in=(BEGIN,),
            inzage_in=("gemeld",),
            vereist=("om_te_sturen", "stil"),
            inzage_vereist=("om_te_lezen",),
            grenzen=(Veldgrens(("bsn",), "X-6", vereist=("voor_bsn",)),),
            velden_uit="keuze",
            eis="X-5",
        ),
    ),
    overgangen=(Overgang(BEGIN, "melden", "gemeld", (MELDER,), "X-7", ("stap_mag",)),),
    instellingen=(
        Instelling("keuze", "velden", "convenant", "melding", "welke velden.", "X-8"),
        Instelling("duur", "duur", "convenant", "convenant", "hoe lang.", "X-9"),
        Instelling("regels", "tekst", "deelname", "deelname", "welke regels.", "X-9"),
        Instelling("maximum", "getal", "convenant", "", "hoeveel.", "X-9", standaard=3),
    ),
    altijd_vereist=("altijd",),
    altijd_bij_inzage=("bij_inzage",),
    neutraal="Dat kan niet.",
)
SET = BELEID.gegevensset("melding")
MELDEN = Vraag(MELDER, "melden", BEGIN, "melding", LEZER, "helpen", "taak")
LEZEN = Vraag(LEZER, INZIEN, "gemeld", "melding")
INGEVULD = {"keuze": SET.velden, "duur": 5, "regels": "ja", "maximum": None}


# The verbs of the console, by hand.
BEHEER = (
    "medewerker_aanmelden",
    "medewerker_afmelden",
    "autorisaties_bevestigen",
    "autorisatie_verlenen",
    "autorisatie_weigeren",
    "autorisatie_intrekken",
    "autorisatie_schorsen",
    "autorisatie_hervatten",
    "factor_herstel_vragen",
    "factor_herstel_toestaan",
    "rechten_inzien",
    "convenant_inrichten",
)


def stand(*ontbreekt, **instellingen):
    return Stand({feit.naam: feit.naam not in ontbreekt for feit in FEITEN}, INGEVULD | instellingen)


def gemis(uitkomst):
    return [(reden.feit or reden.tekst, reden.eis) for reden in uitkomst.gemis]


def test_all_holds_and_all_goes_with_its_grounds():
    uitkomst = beslis(BELEID, MELDEN, stand())
    assert uitkomst.mag
    assert uitkomst.velden == SET.velden
    assert (uitkomst.naar, uitkomst.doel, uitkomst.grondslag) == ("gemeld", "helpen", "taak")
    assert {reden.eis for reden in uitkomst.redenen} >= {"X-2", "X-3", "X-4", "X-5", "X-7", "X-altijd"}
    assert beslis(BELEID, LEZEN, stand()).velden == SET.velden


@pytest.mark.parametrize(
    ("vraag", "nodig"),
    [
        (
            MELDEN,
            ("altijd", "als_melder", "voor_melden", "is_eigenaar", "om_te_sturen", "stil", "stap_mag")
            + ("voor_doel", "voor_grondslag"),
        ),
        (LEZEN, ("bij_inzage", "om_te_lezen")),
    ],
    ids=["melden", "lezen"],
)
@pytest.mark.parametrize("feit", FEITEN, ids=lambda feit: feit.naam)
def test_each_condition_of_its_own_refuses_alone(vraag, nodig, feit):
    uitkomst = beslis(BELEID, vraag, stand(feit.naam))
    assert gemis(uitkomst) == ([(feit.naam, feit.eis)] if feit.naam in nodig else [])
    assert uitkomst.mag is (feit.naam not in nodig)


def test_what_nobody_said_is_not_so():
    uitkomst = beslis(BELEID, MELDEN, Stand({}, INGEVULD))
    assert len(uitkomst.gemis) == 9
    assert (uitkomst.velden, uitkomst.naar, uitkomst.doel, uitkomst.grondslag) == ((), "", "", "")


@pytest.mark.parametrize(
    ("vraag", "gegeven"),
    [
        (MELDEN, Stand({"onbekend": True})),
        (replace(MELDEN, gegevensset="onbekend"), stand()),
        (replace(LEZEN, gegevensset="onbekend"), stand()),
    ],
)
def test_a_name_the_policy_does_not_know_is_a_mistake_of_the_program(vraag, gegeven):
    with pytest.raises(KeyError, match="onbekend"):
        beslis(BELEID, vraag, gegeven)


@pytest.mark.parametrize(
    ("naam", "eis", "treft"),
    [
        ("duur", "X-9", {"melden", "lezen"}),
        ("regels", "X-9", {"melden", "lezen"}),
        ("keuze", "X-8", {"melden"}),
        ("maximum", "X-9", set()),
    ],
)
def test_an_empty_setting_blocks_what_it_names(naam, eis, treft):
    for wat, vraag in (("melden", MELDEN), ("lezen", replace(LEZEN, gegevensset=""))):
        uitkomst = beslis(BELEID, vraag, stand(**{naam: None}))
        assert uitkomst.mag is (wat not in treft)
        if wat in treft:
            assert f"Nog niet ingevuld: {_uitleg(naam)}" in [reden.tekst for reden in uitkomst.gemis]
            assert eis in [reden.eis for reden in uitkomst.gemis]


def _uitleg(naam):
    return next(rij.uitleg for rij in BELEID.instellingen if rij.naam == naam)


BEHEERD = BELEID.anders(
    bevoegdheden=(
        Bevoegdheid("melder", "corporatie", (*BEHEER, "lijst_inzien"), "X-2", vereist=("voor_melden",)),
    )
)
NIETS_INGEVULD = dict.fromkeys(INGEVULD)


@pytest.mark.parametrize("handeling", BEHEER)
def test_the_console_asks_what_the_functie_asks_and_no_more(handeling):
    """No convenant in force, no settings: somebody must be able to put people and settings in (decision 80)."""
    vraag = Vraag(MELDER, handeling)
    leeg = stand("altijd", "bij_inzage", **NIETS_INGEVULD)
    assert beslis(BEHEERD, vraag, leeg).mag
    assert gemis(beslis(BEHEERD, vraag, stand("als_melder"))) == [("als_melder", "X-als_melder")]
    assert gemis(beslis(BEHEERD, vraag, stand("voor_melden"))) == [("voor_melden", "X-voor_melden")]
    assert not beslis(BEHEERD, replace(vraag, wie=LEZER), leeg).mag
    buiten = replace(leeg, buiten_werking={"X-2": "Artikel 2 is ongeldig."})
    assert not beslis(BEHEERD, vraag, buiten).mag


@pytest.mark.parametrize("ook_na_afloop", [(), ("lijst_inzien",)], ids=["tijdens", "ook_na_afloop"])
def test_any_other_verb_waits_for_the_settings_also_when_it_goes_on_after_the_end(ook_na_afloop):
    beleid = BEHEERD.anders(ook_na_afloop=ook_na_afloop)
    uitkomst = beslis(beleid, Vraag(MELDER, "lijst_inzien"), stand("altijd", **NIETS_INGEVULD))
    ontbreekt = [feit for feit, _ in gemis(uitkomst)]
    assert ("altijd" in ontbreekt) is (not ook_na_afloop)
    assert [zin for zin in ontbreekt if zin != "altijd"] == [
        "Nog niet ingevuld: hoe lang.",
        "Nog niet ingevuld: welke regels.",
    ]


def test_a_setting_selects_among_the_fields_and_adds_none():
    uitkomst = beslis(BELEID, MELDEN, stand(keuze=("adres", "leeftijd")))
    assert uitkomst.velden == ("adres",)


def test_a_fence_takes_its_fields_and_leaves_the_rest():
    assert beslis(BELEID, MELDEN, stand("voor_bsn")).velden == ("naam", "adres")
    assert beslis(BELEID, LEZEN, stand("voor_bsn")).velden == ("naam", "adres")


def test_a_fence_against_a_kind_of_party_looks_at_who_gets_it():
    dicht = replace(SET, grenzen=(Veldgrens(("bsn",), "X-6", niet_aan=("gemeente",)),))
    beleid = BELEID.anders(gegevenssets=(dicht,))
    assert beslis(beleid, MELDEN, stand()).velden == ("naam", "adres")
    assert beslis(beleid, LEZEN, stand()).velden == ("naam", "adres")
    eigen = replace(LEZEN, wie=MELDER)
    assert beslis(beleid, eigen, stand()).velden == SET.velden


def test_fewer_fields_may_be_asked_for_never_others():
    assert beslis(BELEID, replace(MELDEN, velden=("adres", "naam")), stand()).velden == ("naam", "adres")
    anders = beslis(BELEID, replace(MELDEN, velden=("naam", "leeftijd")), stand())
    assert gemis(anders) == [("Deze gegevens staan niet in het convenant: leeftijd.", "X-5")]
    niets = beslis(BELEID, replace(MELDEN, velden=()), stand())
    assert gemis(niets) == [("Er blijft geen gegeven over dat mag worden gedeeld.", "X-5")]


@pytest.mark.parametrize(
    ("vraag", "eis"),
    [
        (replace(MELDEN, wie=LEZER), "X-5"),  # has not the verb
        (replace(MELDEN, wie=Kant("corporatie", "")), "X-5"),  # has no functie at all
        (replace(MELDEN, tegenpartij=MELDER), "X-5"),
        (replace(MELDEN, tegenpartij=None), "X-5"),
        (replace(MELDEN, stap="gemeld"), "X-7"),
        (replace(MELDEN, doel=""), "X-5"),  # two fit: choose
        (replace(MELDEN, doel="neuzen"), "X-5"),
        (replace(MELDEN, grondslag="wet"), "X-5"),  # the ground of another kind of party
        (replace(LEZEN, stap=BEGIN), "X-5"),
        (replace(LEZEN, handeling="melden"), "X-5"),
    ],
)
def test_everything_else_is_refused_with_its_article(vraag, eis):
    uitkomst = beslis(BELEID, vraag, stand())
    assert not uitkomst.mag
    assert eis in {reden.eis for reden in uitkomst.gemis}
    assert (uitkomst.velden, uitkomst.naar) == ((), "")


def test_the_only_ground_that_fits_need_not_be_chosen():
    assert beslis(BELEID, replace(MELDEN, grondslag=""), stand()).grondslag == "taak"


@pytest.mark.parametrize("eis", ["X-2", "X-3", "X-4", "X-5", "X-7"])
def test_an_article_out_of_force_carries_nothing(eis):
    buiten = replace(stand(), buiten_werking={eis: "Dit artikel is ongeldig."})
    uitkomst = beslis(BELEID, MELDEN, buiten)
    assert set(gemis(uitkomst)) == {("Dit artikel is ongeldig.", eis)}


def test_no_reason_is_no_permission():
    assert not Uitkomst(()).mag


def test_one_neutral_sentence_when_the_absence_tells_something():
    stil = beslis(BELEID, MELDEN, stand("stil"))
    assert stil.voor_mens(BELEID) == (Reden("Dat kan niet.", "", draagt=False),)
    ook_hoorbaar = beslis(BELEID, MELDEN, stand("stil", "voor_doel")).voor_mens(BELEID)
    assert [reden.tekst for reden in ook_hoorbaar] == ["voor_doel ontbreekt."]
    alles = beslis(BELEID, MELDEN, stand())
    assert alles.voor_mens(BELEID) == alles.redenen


NAMEN = [feit.naam for feit in FEITEN]
DELEN = st.frozensets(st.sampled_from(NAMEN))
VELDEN = st.frozensets(st.sampled_from(SET.velden))


def versie(weg: frozenset[str]) -> Beleid:
    """The policy with fewer fields and no fences."""
    velden = tuple(veld for veld in SET.velden if veld not in weg)
    return BELEID.anders(gegevenssets=(replace(SET, velden=velden, grenzen=()),))


@given(VELDEN, VELDEN, DELEN)
def test_two_versions_allow_only_what_both_allow(weg_een, weg_ander, ontbreekt):
    een, ander = (beslis(versie(weg), MELDEN, stand(*ontbreekt)) for weg in (weg_een, weg_ander))
    samen = doorsnede((een, ander))
    assert set(samen.velden) == set(een.velden) & set(ander.velden)
    assert samen.mag is bool(samen.velden)
    assert samen.naar == ("gemeld" if samen.mag else "")
    assert set(samen.gemis) >= {*een.gemis, *ander.gemis}


def test_versions_that_share_no_field_share_nothing():
    uitkomsten = tuple(
        beslis(versie(frozenset(weg)), MELDEN, stand()) for weg in ({"naam"}, {"bsn", "adres"})
    )
    assert all(uitkomst.mag for uitkomst in uitkomsten)
    samen = doorsnede(uitkomsten)
    assert gemis(samen) == [("Er blijft geen gegeven over dat mag worden gedeeld.", "")]


def test_versions_of_an_act_without_a_set():
    stap = replace(MELDEN, gegevensset="")
    mag, mag_niet = beslis(BELEID, stap, stand()), beslis(BELEID, stap, stand("stap_mag"))
    assert doorsnede((mag, mag)) == mag
    assert doorsnede((mag, mag_niet)).naar == ""
    assert gemis(doorsnede((mag, mag_niet))) == [("stap_mag", "X-stap_mag")]


def test_one_version_is_its_own_intersection():
    uitkomst = beslis(BELEID, MELDEN, stand())
    assert doorsnede((uitkomst,)) == uitkomst


HEE_NAMEN = [feit.naam for feit in HEEMSTEDE.feiten]
RAADPLEGEN = Vraag(
    Kant("corporatie", "contactpersoon"),
    "raadplegen",
    gegevensset="naam_en_adres",
    tegenpartij=Kant("gemeente", "burgerzaken"),
    doel="bestandskwaliteit",
)
HEE_INGEVULD = {rij.naam: 1 for rij in HEEMSTEDE.instellingen}


@given(st.frozensets(st.sampled_from(HEE_NAMEN)), st.sampled_from(HEE_NAMEN))
def test_more_facts_never_take_away(feiten, erbij):
    """What is granted on some facts is granted on more: no condition is that something is not so."""

    def mag(namen):
        return beslis(HEEMSTEDE, RAADPLEGEN, Stand(dict.fromkeys(namen, True), HEE_INGEVULD)).mag

    assert mag(feiten | {erbij}) or not mag(feiten)
