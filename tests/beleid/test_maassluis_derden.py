"""Maassluis, further processing and third parties: written from docs/eisen/maassluis.yaml, not from the policy."""

from dataclasses import replace

import pytest

from brpinzage.beleid.maassluis import MAASSLUIS
from convenant.beleid.beslissing import Stand, Vraag, beslis
from convenant.beleid.register import fouten
from convenant.beleid.taal import BEGIN

from .maassluis import (
    ALS_COLLEGE,
    ALS_MEDEWERKER,
    ALS_REGISSEUR,
    COLLEGE,
    DERDE,
    HOUDERS,
    LEEST_ALS_AFDELING,
    LEEST_ALS_REGISSEUR,
    MEDEWERKERS,
    REGISSEUR,
    VELDEN_MAASDELTA,
    VELDEN_MAGAZIJN,
    controleer,
    controleer_wat_naar_buiten_gaat,
)
from .tabel import SetRegel, alles_waar, ingevuld, kant, params, stand

EIGEN_GROND = (
    ("dienstverlening", ("publieke_taak",)),
    ("rovm", ("publieke_taak",)),
    ("college", ("publieke_taak",)),
    ("corporatie", ("gerechtvaardigd_belang",)),
)


def aan_derde(eis, naam, velden, grondslagen):
    return SetRegel(
        eis,
        naam,
        velden,
        (REGISSEUR,),
        (DERDE,),
        "verstrekken_aan_derde",
        ("derde_toegestaan",),
        ("derde_toegestaan", "derde_verstrekt"),
        ("verstrekking_aan_derde",),
        grondslagen,
        vereist=(*ALS_REGISSEUR, "geen_beroepsgeheim", "verenigbaar_met_doel", "toestemming_derde"),
        inzage_vereist=LEEST_ALS_REGISSEUR,
        optioneel=velden,
        verantwoordelijke="college",
    )


B_C_D = ("derde_toestemming", "derde_wettelijke_plicht", "derde_publieke_taak")
ELK = (*HOUDERS, COLLEGE)
SETS = [
    SetRegel(
        "MAA-5.3.verzoek",
        "verzoek_verdere_verwerking",
        ("verstrekking_kenmerk", "gegevens", "ander_doel", "motivering_verenigbaarheid"),
        MEDEWERKERS,
        (COLLEGE,),
        "verdere_verwerking_vragen",
        (BEGIN,),
        ("verder_gevraagd", "verder_toegestaan", "verder_geweigerd"),
        ("verdere_verwerking",),
        ("publieke_taak", "gerechtvaardigd_belang"),
        vereist=ALS_MEDEWERKER,
        inzage_vereist=ALS_COLLEGE,
        grondslagen_van=EIGEN_GROND,
        verantwoordelijke="college",
    ),
    SetRegel(
        "MAA-5.3.besluit",
        "besluit_verdere_verwerking",
        ("besluit_verder", "motivering_besluit"),
        (COLLEGE,),
        MEDEWERKERS,
        "verdere_verwerking_berichten",
        ("verder_toegestaan", "verder_geweigerd"),
        ("verder_toegestaan", "verder_geweigerd"),
        ("verdere_verwerking",),
        ("publieke_taak",),
        vereist=(*ALS_COLLEGE, "ontvanger_aangesloten"),
        inzage_vereist=LEEST_ALS_AFDELING,
        verantwoordelijke="college",
    ),
    SetRegel(
        "MAA-7.verzoek",
        "derdenverzoek",
        ("naam_derde", "doel_derde", "gevraagde_gegevens_derde", "aangevoerde_grond"),
        ELK,
        (COLLEGE,),
        "derdenverzoek_registreren",
        (BEGIN,),
        ("derde_gevraagd", "derde_toegestaan", "derde_verstrekt", "derde_geweigerd"),
        ("verstrekking_aan_derde",),
        ("publieke_taak", "gerechtvaardigd_belang"),
        vereist=ALS_MEDEWERKER,
        inzage_vereist=ALS_COLLEGE,
        grondslagen_van=EIGEN_GROND,
        verantwoordelijke="college",
    ),
    aan_derde("MAA-7.magazijn", "derde_magazijn", VELDEN_MAGAZIJN, B_C_D),
    aan_derde("MAA-7.nccw", "derde_maasdelta", VELDEN_MAASDELTA, (*B_C_D, "derde_gerechtvaardigd_belang")),
]


@pytest.mark.parametrize("regel", params(SETS))
def test_gegevensset(regel):
    controleer(regel)


@pytest.mark.parametrize("regel", params(SETS[-2:]))
def test_wat_naar_een_derde_gaat_leest_alleen_de_regisseur_terug(regel):
    controleer_wat_naar_buiten_gaat(regel, LEEST_ALS_REGISSEUR)


@pytest.mark.eis("MAA-5.3.besluit")
def test_besluit_over_ander_gebruik_is_ja_of_nee():
    (waarden,) = MAASSLUIS.gegevensset("besluit_verdere_verwerking").waarden
    assert (waarden.veld, waarden.waarden) == ("besluit_verder", ("toegestaan", "geweigerd"))


AAN_DERDE = Vraag(
    kant(REGISSEUR), "verstrekken_aan_derde", "derde_toegestaan", "derde_maasdelta", kant(DERDE)
)
# (clause, ground, what it takes): a always with one of b to e, only c may answer a with a reason (decision 15).
GRONDEN = [
    ("MAA-7.b", "derde_toestemming", ("verenigbaar_met_doel", "toestemming_derde")),
    ("MAA-7.c", "derde_wettelijke_plicht", ("verenigbaarheid_beantwoord", "plicht_aangetoond")),
    ("MAA-7.d", "derde_publieke_taak", ("verenigbaar_met_doel", "taak_van_bestuursorgaan")),
    ("MAA-7.e", "derde_gerechtvaardigd_belang", ("verenigbaar_met_doel", "belangen_afgewogen")),
]
ELKE_TOETS = {feit for _, _, feiten in GRONDEN for feit in feiten}
IN_SET = [("MAA-7.nccw", "derde_maasdelta", *rij) for rij in GRONDEN]
IN_SET += [("MAA-7.magazijn", "derde_magazijn", *rij) for rij in GRONDEN[:3]]


@pytest.mark.parametrize(
    ("naam", "grond", "feiten"),
    [
        pytest.param(
            naam, grond, feiten, marks=pytest.mark.eis("MAA-7", "MAA-7.a", eis, eis_set), id=f"{eis}-{naam}"
        )
        for eis_set, naam, eis, grond, feiten in IN_SET
    ],
)
def test_grond_voor_een_derde(naam, grond, feiten):
    vraag = replace(AAN_DERDE, gegevensset=naam, grondslag=grond)
    assert beslis(MAASSLUIS, vraag, stand(MAASSLUIS)).grondslag == grond
    for feit in ELKE_TOETS:
        mag = beslis(MAASSLUIS, vraag, stand(MAASSLUIS, (feit,))).mag
        assert mag is (feit not in feiten), feit


@pytest.mark.eis("MAA-7", "MAA-7.a")
def test_zonder_gekozen_grond_geen_verstrekking():
    assert not beslis(MAASSLUIS, AAN_DERDE, stand(MAASSLUIS)).mag


@pytest.mark.eis("MAA-7.e")
def test_belang_is_geen_grond_voor_gegevens_van_de_gemeente():
    """Decision 4: a public body cannot rely on it."""
    vraag = replace(AAN_DERDE, gegevensset="derde_magazijn", grondslag="derde_gerechtvaardigd_belang")
    assert not beslis(MAASSLUIS, vraag, stand(MAASSLUIS)).mag


@pytest.mark.parametrize(
    ("naam", "bijlage", "veld"),
    [
        pytest.param(
            "derde_magazijn", "bijlage_gegevensmagazijn", "naam", marks=pytest.mark.eis("MAA-7.magazijn")
        ),
        pytest.param(
            "derde_maasdelta", "bijlage_maasdelta", "naam_huurder", marks=pytest.mark.eis("MAA-7.nccw")
        ),
    ],
)
def test_een_derde_krijgt_nooit_meer_dan_de_bijlage(naam, bijlage, veld):
    vraag = replace(AAN_DERDE, gegevensset=naam, grondslag="derde_publieke_taak")
    gekozen = Stand(alles_waar(MAASSLUIS), ingevuld(MAASSLUIS) | {bijlage: (veld,)})
    assert beslis(MAASSLUIS, vraag, gekozen).velden == (veld,)
    assert not beslis(MAASSLUIS, vraag, stand(MAASSLUIS, leeg=bijlage)).mag


@pytest.mark.eis("MAA-OW.5")
@pytest.mark.parametrize("naam", ["vrijgave_magazijn", "vergelijking_magazijn", "derde_magazijn"])
def test_set_met_burgerservicenummer_laadt_niet(naam):
    gegevensset = MAASSLUIS.gegevensset(naam)
    wijder = replace(gegevensset, velden=(*gegevensset.velden, "burgerservicenummer"))
    rest = tuple(s for s in MAASSLUIS.gegevenssets if s.naam != naam)
    assert list(fouten(MAASSLUIS)) == []
    assert any("burgerservicenummer" in f for f in fouten(MAASSLUIS.anders(gegevenssets=(wijder, *rest))))
