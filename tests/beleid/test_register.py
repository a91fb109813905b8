"""A policy that contradicts itself does not load: one small policy, and every way to break it."""

from dataclasses import replace

import pytest

from convenant.beleid.register import BeleidFout, Register, fouten
from convenant.beleid.register import register as van_het_product
from convenant.beleid.taal import (
    BEGIN,
    INZIEN,
    Beleid,
    Bevoegdheid,
    Bewaartermijn,
    Doel,
    Feit,
    Functie,
    Gegevensset,
    Grondslag,
    Instelling,
    Kant,
    Lijst,
    Overgang,
    Partijsoort,
    Termijn,
    Veldgrens,
    Verbod,
    Waarden,
)
from tools.catalogus import CONVENANTEN

MELDER, LEZER = Kant("corporatie", "melder"), Kant("gemeente", "lezer")
SET = Gegevensset(
    "melding",
    ("naam", "bsn"),
    van=(MELDER,),
    aan=(LEZER,),
    handeling="melden",
    doelen=("helpen",),
    grondslagen=("taak",),
    eis="X-1",
    verzenden_in=(BEGIN,),
    inzage_in=("gemeld",),
    vereist=("getekend",),
)
STAP = Overgang(BEGIN, "melden", "gemeld", (MELDER,), "X-1")
KLOK = Termijn("klok", "zaak", "gemeld", 5, "werkdagen", "antwoorden", "X-1")
BEWAREN = Bewaartermijn("zaak", "zaak", "gesloten", "vernietigen", "X-1", instelling="duur")
DUUR = Instelling("duur", "duur", "convenant", "convenant", "hoe lang.", "X-1")
GOED = Beleid(
    code="proef",
    versie=1,
    naam="Proef",
    functies=(
        Functie("corporatie", "melder", "Meldt.", "X-1"),
        Functie("gemeente", "lezer", "Leest.", "X-1"),
    ),
    bevoegdheden=(
        Bevoegdheid("melder", "corporatie", ("melden",), "X-1"),
        Bevoegdheid("lezer", "gemeente", (INZIEN,), "X-1"),
    ),
    doelen=(Doel("helpen", "Helpen.", "X-1"),),
    grondslagen=(Grondslag("taak", "Een taak.", "X-1"),),
    feiten=(Feit("getekend", "deelname", "Getekend.", "Niet getekend.", "X-1"),),
    gegevenssets=(SET,),
    overgangen=(STAP,),
    termijnen=(KLOK,),
    bewaartermijnen=(BEWAREN,),
    instellingen=(DUUR,),
    verboden=(Verbod(("bsn",), "corporatie", "X-2"),),
    lijsten=(Lijst("kleuren", ("rood",), "X-1"),),
)
MELDER_MAG, LEZER_MAG = GOED.bevoegdheden
MELDER_IS, LEZER_IS = GOED.functies
(GETEKEND,) = GOED.feiten
NIEUW = Kant("gemeente", "onbekend")
# What who registers must be able to do, and what who grants must (decision 80).
REGISTREERT = (
    "medewerker_aanmelden",
    "medewerker_afmelden",
    "autorisaties_bevestigen",
    "autorisatie_schorsen",
    "factor_herstel_vragen",
    "rechten_inzien",
)
VERLEENT = (
    "autorisatie_verlenen",
    "autorisatie_weigeren",
    "autorisatie_intrekken",
    "autorisatie_schorsen",
    "autorisatie_hervatten",
    "factor_herstel_toestaan",
    "rechten_inzien",
)
KANTEN = {"registreert": REGISTREERT, "verleent": VERLEENT}


def met_set(**velden):
    return GOED.anders(gegevenssets=(replace(SET, **velden),))


def met_beheer(veld, kant, handelingen):
    """Somebody registers or grants the melder, and the lezer has these verbs."""
    return GOED.anders(
        functies=(replace(MELDER_IS, **{veld: kant}), LEZER_IS),
        bevoegdheden=(*GOED.bevoegdheden, Bevoegdheid("lezer", "gemeente", handelingen, "X-1")),
    )


def mag_niet(kant, *handelingen):
    return [f"functie corporatie/melder: {kant} mag niet {handeling}" for handeling in handelingen]


def test_the_small_policy_is_good():
    assert list(fouten(GOED)) == []


DUBBEL = {
    deel: f"{deel}: {getattr(GOED, deel)[0].naam} staat er dubbel"
    for deel in (
        "doelen",
        "grondslagen",
        "feiten",
        "gegevenssets",
        "termijnen",
        "bewaartermijnen",
        "instellingen",
        "lijsten",
    )
} | {
    "functies": "functies: ('corporatie', 'melder') staat er dubbel",
    "overgangen": "overgangen: ('begin', 'melden') staat er dubbel",
}


@pytest.mark.parametrize(("deel", "zin"), DUBBEL.items(), ids=DUBBEL)
def test_a_name_stands_once(deel, zin):
    rijen = getattr(GOED, deel)
    assert list(fouten(GOED.anders(**{deel: (*rijen, rijen[0])}))) == [zin]


# The broken policy, and everything it is told.
FOUT = [
    (met_set(vereist=("onbekend", "getekend")), ["onbekend feit: onbekend"]),
    (
        GOED.anders(partijsoorten=(Partijsoort("zwembad", "P-1"),)),
        ["onbekende soort partij: zwembad"],
    ),
    (
        GOED.anders(partijsoorten=(Partijsoort("gemeente", "P-1", 2, 1), Partijsoort("gemeente", "P-1"))),
        ["partijsoorten: gemeente staat er dubbel", "partijsoort gemeente: hoogstens 1, ten minste 2"],
    ),
    (GOED.anders(altijd_vereist=("onbekend",)), ["onbekend feit: onbekend"]),
    (GOED.anders(altijd_bij_inzage=("onbekend",)), ["onbekend feit: onbekend"]),
    (met_set(inzage_vereist=("onbekend",)), ["onbekend feit: onbekend"]),
    (met_set(tijdstip_mits="onbekend"), ["onbekend feit: onbekend"]),
    (met_set(antwoord="zwijgen"), ["melding: niemand die dit krijgt, kan antwoorden met zwijgen"]),
    (met_set(grenzen=(Veldgrens(("naam",), "X-1", vereist=("onbekend",)),)), ["onbekend feit: onbekend"]),
    (met_set(van=(replace(MELDER, mits="onbekend"),)), ["onbekend feit: onbekend"]),
    (GOED.anders(doelen=(replace(GOED.doelen[0], vereist=("onbekend",)),)), ["onbekend feit: onbekend"]),
    (
        GOED.anders(grondslagen=(replace(GOED.grondslagen[0], vereist=("onbekend",)),)),
        ["onbekend feit: onbekend"],
    ),
    (
        GOED.anders(functies=(replace(MELDER_IS, vereist=("onbekend",)), LEZER_IS)),
        ["onbekend feit: onbekend"],
    ),
    (
        GOED.anders(bevoegdheden=(replace(MELDER_MAG, vereist=("onbekend",)), LEZER_MAG)),
        ["onbekend feit: onbekend"],
    ),
    (GOED.anders(overgangen=(replace(STAP, vereist=("onbekend",)),)), ["onbekend feit: onbekend"]),
    (GOED.anders(termijnen=(replace(KLOK, opgeschort_door=("onbekend",)),)), ["onbekend feit: onbekend"]),
    (GOED.anders(bewaartermijnen=(replace(BEWAREN, behoud_als=("onbekend",)),)), ["onbekend feit: onbekend"]),
    (met_set(vereist=()), ["feit zonder gebruik: getekend"]),
    (met_set(aan=(LEZER, NIEUW)), ["onbekende functie: gemeente/onbekend"]),
    (met_set(van=(MELDER, NIEUW)), ["onbekende functie: gemeente/onbekend"]),
    (
        GOED.anders(functies=(replace(MELDER_IS, registreert=NIEUW), LEZER_IS)),
        ["onbekende functie: gemeente/onbekend", *mag_niet(NIEUW, *REGISTREERT)],
    ),
    (
        GOED.anders(functies=(replace(MELDER_IS, verleent=NIEUW), LEZER_IS)),
        ["onbekende functie: gemeente/onbekend", *mag_niet(NIEUW, *VERLEENT)],
    ),
    *(
        (
            met_beheer(veld, LEZER, tuple(naam for naam in handelingen if naam != mist)),
            mag_niet(LEZER, mist),
        )
        for veld, handelingen in KANTEN.items()
        for mist in handelingen
    ),
    # Another functie of the same party, or the same functie of another party, cannot do it for them.
    (met_beheer("registreert", MELDER, REGISTREERT), mag_niet(MELDER, *REGISTREERT)),
    (met_beheer("verleent", MELDER, VERLEENT), mag_niet(MELDER, *VERLEENT)),
    # Who does it for a party is not divided, and a number per party says nothing of one team.
    (
        met_beheer("registreert", LEZER, REGISTREERT).anders(
            functies=(replace(MELDER_IS, registreert=LEZER), replace(LEZER_IS, per_team=True))
        ),
        ["functie corporatie/melder: gemeente/lezer is verdeeld over teams"],
    ),
    (
        GOED.anders(functies=(replace(MELDER_IS, per_team=True, maximum=2), LEZER_IS)),
        ["functie corporatie/melder: een maximum geldt niet per team"],
    ),
    (
        GOED.anders(functies=(replace(MELDER_IS, onverenigbaar=("baas",)), LEZER_IS)),
        ["onbekende functie: baas"],
    ),
    (
        GOED.anders(termijnen=(replace(KLOK, verantwoordelijk=NIEUW),)),
        ["onbekende functie: gemeente/onbekend"],
    ),
    (
        GOED.anders(
            bevoegdheden=(*GOED.bevoegdheden, Bevoegdheid("onbekend", "gemeente", ("kijken",), "X-1"))
        ),
        ["onbekende functie: gemeente/onbekend"],
    ),
    (
        GOED.anders(overgangen=(replace(STAP, door=(MELDER, NIEUW)),)),
        [
            "onbekende functie: gemeente/onbekend",
            "overgang melden: gemeente/onbekend heeft die bevoegdheid niet",
        ],
    ),
    (
        GOED.anders(overgangen=(replace(STAP, door=(MELDER, LEZER)),)),
        ["overgang melden: gemeente/lezer heeft die bevoegdheid niet"],
    ),
    (met_set(velden_uit="keuze"), ["onbekende instelling: keuze"]),
    (GOED.anders(bewaartermijnen=(replace(BEWAREN, instelling="lang"),)), ["onbekende instelling: lang"]),
    (
        GOED.anders(instellingen=(replace(DUUR, blokkeert="alles"),)),
        ["instelling duur blokkeert iets onbekends: alles"],
    ),
    (
        GOED.anders(instellingen=(replace(DUUR, blokkeert=""),)),
        ["instelling duur blokkeert niets en heeft geen standaard"],
    ),
    (met_set(doelen=("helpen", "neuzen")), ["melding: onbekend doel neuzen"]),
    (met_set(grondslagen=("taak", "zin")), ["melding: onbekende grondslag zin"]),
    (met_set(optioneel=("leeftijd",)), ["melding: optioneel noemt onbekend veld leeftijd"]),
    (met_set(grenzen=(Veldgrens(("leeftijd",), "X-1"),)), ["melding: grens noemt onbekend veld leeftijd"]),
    (met_set(waarden=(Waarden("leeftijd", ("oud",)),)), ["melding: waarden noemt onbekend veld leeftijd"]),
    (
        met_set(grenzen=(Veldgrens(("naam",), "X-1", doelen=("neuzen",)),)),
        ["melding: grens noemt onbekend doel neuzen"],
    ),
    (met_set(verzenden_in=(BEGIN, "ergens")), ["melding: onbekende stap ergens"]),
    (met_set(inzage_in=("gemeld", "ergens")), ["melding: onbekende stap ergens"]),
    (
        GOED.anders(
            gegevenssets=(SET, replace(SET, naam="telling", velden=("naam", "aantal"), persoonsgegeven=False))
        ),
        ["telling: zonder persoonsgegevens, maar naam gaat over een persoon"],
    ),
    (
        GOED.anders(verboden=(Verbod(("bsn", "naam"), "gemeente", "X-2"),)),
        ["melding: bsn mag nooit naar gemeente (X-2)", "melding: naam mag nooit naar gemeente (X-2)"],
    ),
    (
        GOED.anders(bevoegdheden=(MELDER_MAG, replace(LEZER_MAG, handelingen=("kijken",)))),
        ["melding: dode gegevensset, niemand kan hem verzenden of inzien"],
    ),
    (met_set(handeling="roepen"), ["melding: dode gegevensset, niemand kan hem verzenden of inzien"]),
    (met_set(initiatief="aan"), ["melding: dode gegevensset, niemand kan hem verzenden of inzien"]),
    (
        GOED.anders(overgangen=(STAP, replace(STAP, van="elders", naar="nergens"))),
        ["onbereikbare stap: elders", "onbereikbare stap: nergens"],
    ),
    (met_set(wijze="vergelijk"), ["gegevenssets: wijze kent geen vergelijk (X-1)"]),
    (
        GOED.anders(termijnen=(replace(KLOK, eenheid="werkdag"),)),
        ["termijnen: eenheid kent geen werkdag (X-1)"],
    ),
    (GOED.anders(termijnen=(replace(KLOK, richting="na"),)), ["termijnen: richting kent geen na (X-1)"]),
    (
        GOED.anders(termijnen=(replace(KLOK, onderwerp="mens"),)),
        ["termijnen: onderwerp kent geen mens (X-1)"],
    ),
    (
        GOED.anders(bewaartermijnen=(replace(BEWAREN, daarna="weg"),)),
        ["bewaartermijnen: daarna kent geen weg (X-1)"],
    ),
    (
        GOED.anders(bevoegdheden=(replace(MELDER_MAG, bereik="alles"), LEZER_MAG)),
        ["bevoegdheden: bereik kent geen alles (X-1)"],
    ),
    (GOED.anders(feiten=(replace(GETEKEND, over="iets"),)), ["feiten: over kent geen iets (X-1)"]),
    (GOED.anders(instellingen=(replace(DUUR, soort="som"),)), ["instellingen: soort kent geen som (X-1)"]),
    (GOED.anders(instellingen=(replace(DUUR, van="partij"),)), ["instellingen: van kent geen partij (X-1)"]),
]


@pytest.mark.parametrize(
    ("beleid", "zinnen"), FOUT, ids=[f"{n}-{zinnen[0]}" for n, (_, zinnen) in enumerate(FOUT)]
)
def test_a_contradiction_is_named_and_does_not_load(beleid, zinnen):
    assert list(fouten(beleid)) == zinnen
    with pytest.raises(BeleidFout) as fout:
        Register().voeg_toe(beleid)
    assert str(fout.value) == "proef: " + "; ".join(zinnen)


@pytest.mark.parametrize(("veld", "handelingen"), KANTEN.items())
def test_who_registers_or_grants_with_every_verb_of_it_is_good(veld, handelingen):
    assert list(fouten(met_beheer(veld, LEZER, handelingen))) == []


def test_a_forbidden_field_behind_a_fence_may_stay():
    dicht = met_set(grenzen=(Veldgrens(("bsn",), "X-2", niet_aan=("gemeente",)),))
    assert list(fouten(dicht.anders(verboden=(Verbod(("bsn",), "gemeente", "X-2"),)))) == []


def test_somebody_outside_reads_nothing_here():
    """A letter is not dead because its reader never signs in."""
    assert list(fouten(met_set(aan=(Kant("betrokkene", "huurder"),)))) == []


def test_versions_stand_beside_each_other_and_the_newest_counts():
    eigen = Register()
    eerste = eigen.voeg_toe(GOED)
    tweede = eigen.voeg_toe(GOED.anders(versie=2))
    assert eigen.geef("proef") is tweede
    assert eigen.geef("proef", 1) is eerste
    assert list(eigen) == [eerste, tweede]
    with pytest.raises(BeleidFout, match="versie 2 bestaat al"):
        eigen.voeg_toe(GOED.anders(versie=2))
    with pytest.raises(KeyError):
        eigen.geef("onbekend")
    with pytest.raises(KeyError):
        eigen.geef("proef", 3)


def test_the_product_has_the_five():
    # Tests add invented ones of their own (tests/proef.py, tests/termijnen/beleid.py).
    assert {beleid.code for beleid in van_het_product} - {"proef", "klokproef"} == set(CONVENANTEN)
    assert [zin for beleid in van_het_product for zin in fouten(beleid)] == []
