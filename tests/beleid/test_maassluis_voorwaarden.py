"""Maassluis, purposes, grounds, conditions and closed lists: written from docs/eisen/maassluis.yaml."""

from dataclasses import replace

import pytest

from brpinzage.beleid.maassluis import MAASSLUIS
from convenant.beleid.beslissing import Stand, Vraag, beslis
from convenant.beleid.taal import INZIEN

from .maassluis import BETROKKENE, COLLEGE, DIENST, MAASDELTA, REGISSEUR, ROVM, STEUN
from .tabel import alles_waar, ingevuld, kant, stand

MELDEN = Vraag(kant(MAASDELTA), "aanmelden", "begin", "afwijkingsmelding", kant(REGISSEUR))
LEVEREN = Vraag(kant(DIENST), "beantwoorden", "uitvraag", "gegevensmagazijn", kant(REGISSEUR))
VRAGEN = Vraag(kant(REGISSEUR), "uitvragen", "in_regie", "uitvraag", kant(DIENST))
VRIJGEVEN = Vraag(kant(REGISSEUR), "vrijgeven", "beantwoord", "vrijgave_magazijn", kant(MAASDELTA))
VERGELIJKEN = Vraag(kant(REGISSEUR), "vergelijken", "beantwoord", "vergelijking_magazijn", kant(MAASDELTA))
INFORMEREN = Vraag(kant(COLLEGE), "informeren", "informeren_open", "informatiebrief", kant(BETROKKENE))
BEANTWOORDEN = Vraag(
    kant(COLLEGE), "inzage_beantwoorden", "inzage_ontvangen", "inzageoverzicht", kant(BETROKKENE)
)


def mist(vraag, *feiten):
    """What is missing when these facts do not hold, and nothing else is wrong."""
    return {reden.feit for reden in beslis(MAASSLUIS, vraag, stand(MAASSLUIS, feiten)).gemis}


# Each fact stops exactly these, with its own clause shown.
VOORWAARDEN = [
    ("MAA-21", "in_werking", (MELDEN, LEVEREN, VRIJGEVEN, VERGELIJKEN)),
    ("MAA-20", "niet_beeindigd", (MELDEN, LEVEREN, VRIJGEVEN, VERGELIJKEN)),
    ("MAA-OW.6", "verwerking_in_register", (MELDEN, LEVEREN, VRIJGEVEN, VERGELIJKEN)),
    ("MAA-6.5", "register_dekt_velden", (MELDEN, LEVEREN, VRIJGEVEN, VERGELIJKEN)),
    ("MAA-1.8", "regisseur_actief", (MELDEN, LEVEREN, VRIJGEVEN, VERGELIJKEN)),
    ("MAA-OW.5", "afweging_vastgelegd", (MELDEN, LEVEREN, VRIJGEVEN, VERGELIJKEN)),
    ("MAA-5.2", "noodzaak_per_veld", (MELDEN, LEVEREN, VRIJGEVEN, VERGELIJKEN)),
    ("MAA-OW.4", "grondslag_geldig", (LEVEREN, VRIJGEVEN, VERGELIJKEN)),
    ("MAA-6.1", "rechtmatig_verkregen", (MELDEN, LEVEREN)),
    ("MAA-OW.5", "geen_beroepsgeheim", (LEVEREN, VRIJGEVEN, VERGELIJKEN)),
    ("MAA-3", "vraag_open", (LEVEREN,)),
    ("MAA-2.2", "ontvanger_aangesloten", (VRIJGEVEN, VERGELIJKEN)),
    ("MAA-9.3", "mag_opvragen", (VRIJGEVEN,)),
    ("MAA-9.3", "mag_verifieren", (VERGELIJKEN,)),
    ("MAA-12.3", "betrokkene_geinformeerd", (VRIJGEVEN, VERGELIJKEN)),
    ("MAA-16.1", "geen_verzet", (VRIJGEVEN, VERGELIJKEN)),
    ("MAA-13.1", "identiteit_verzoeker_vastgesteld", (BEANTWOORDEN,)),
    ("MAA-14.4", "antwoordvorm_gemotiveerd", (BEANTWOORDEN,)),
    ("MAA-1.3", "partij_aangesloten", (MELDEN, LEVEREN, VRIJGEVEN, VERGELIJKEN)),
    ("MAA-OND", "convenant_getekend", (MELDEN, LEVEREN, VRIJGEVEN, VERGELIJKEN)),
    ("MAA-4", "geheimhouding_opgelegd", (MELDEN, LEVEREN, VRIJGEVEN, VERGELIJKEN, INFORMEREN, BEANTWOORDEN)),
    ("MAA-9.4", "richtlijnen_aanvaard", (MELDEN, LEVEREN, VRIJGEVEN, VERGELIJKEN, INFORMEREN, BEANTWOORDEN)),
    ("MAA-11.3", "geheimhouding_regie", (VRIJGEVEN, VERGELIJKEN)),
]
ALLE_VRAGEN = (MELDEN, LEVEREN, VRIJGEVEN, VERGELIJKEN, INFORMEREN, BEANTWOORDEN)


@pytest.mark.parametrize(
    "regel",
    [pytest.param(rij, marks=pytest.mark.eis(rij[0]), id=f"{rij[0]}-{rij[1]}") for rij in VOORWAARDEN],
)
def test_voorwaarde(regel):
    eis, feit, dicht = regel
    for vraag in ALLE_VRAGEN:
        assert mist(vraag, feit) == ({feit} if vraag in dicht else set()), vraag.gegevensset
    (reden,) = beslis(MAASSLUIS, dicht[0], stand(MAASSLUIS, (feit,))).voor_mens(MAASSLUIS)
    assert (reden.tekst, reden.eis) == (MAASSLUIS.feit(feit).gemis, eis)


@pytest.mark.parametrize(
    "naam", [pytest.param(feit.naam, marks=pytest.mark.eis(feit.eis)) for feit in MAASSLUIS.feiten]
)
def test_wie_geweigerd_wordt_hoort_wat_er_ontbreekt(naam):
    """Nobody but the regisseur and the college asks where a missing fact would tell something about a person."""
    feit = MAASSLUIS.feit(naam)
    assert feit.gemis_zichtbaar
    assert feit.uitleg.endswith(".")
    assert feit.gemis.endswith(".")
    assert feit.uitleg != feit.gemis


@pytest.mark.eis("MAA-1.2", "MAA-5.1", "MAA-2.1")
def test_uitwisselen_kent_een_doel_met_zijn_voorwaarden():
    assert [doel.naam for doel in MAASSLUIS.doelen] == [
        "woonfraude",
        "informeren",
        "rechten",
        "verdere_verwerking",
        "verstrekking_aan_derde",
    ]
    assert set(MAASSLUIS.doel("woonfraude").vereist) == {rij[1] for rij in VOORWAARDEN[:7]}
    for vraag in (MELDEN, LEVEREN, VRAGEN, VRIJGEVEN, VERGELIJKEN):
        assert beslis(MAASSLUIS, vraag, stand(MAASSLUIS)).doel == "woonfraude"
        assert not beslis(MAASSLUIS, replace(vraag, doel="rechten"), stand(MAASSLUIS)).mag


@pytest.mark.eis("MAA-12.1", "MAA-13.1", "MAA-7", "MAA-5.3")
def test_na_het_einde_blijven_brieven_en_rechten_open():
    """Exchange stops; what the college owes the betrokkene does not."""
    voorbij = stand(MAASSLUIS, ("niet_beeindigd", "in_werking", "regisseur_actief"))
    for vraag in (MELDEN, LEVEREN, VRAGEN, VRIJGEVEN, VERGELIJKEN):
        assert not beslis(MAASSLUIS, vraag, voorbij).mag
    for vraag in (INFORMEREN, BEANTWOORDEN):
        assert beslis(MAASSLUIS, vraag, voorbij).mag
    for doel in MAASSLUIS.doelen[1:]:
        assert doel.vereist == ()


@pytest.mark.eis("MAA-20")
@pytest.mark.parametrize("wie", [DIENST, ROVM, MAASDELTA, REGISSEUR, STEUN, COLLEGE])
def test_na_het_einde_sluit_de_inzage_van_de_partijen(wie):
    """The regisseur and the college wind up."""
    mag = beslis(MAASSLUIS, Vraag(kant(wie), INZIEN), stand(MAASSLUIS, ("niet_beeindigd",))).mag
    assert mag is (wie in (REGISSEUR, STEUN, COLLEGE))


GRONDSLAGEN = [
    ("MAA-6.2", "wet_brp", ("dienstverlening", "rovm"), ("grondslag_geldig",)),
    ("MAA-OW.4", "publieke_taak", ("dienstverlening", "rovm", "college"), ()),
    ("MAA-OW.4", "gerechtvaardigd_belang", ("corporatie",), ()),
    ("MAA-OW.5", "wettelijke_plicht", (), ()),
    ("MAA-7.b", "derde_toestemming", (), ("verenigbaar_met_doel", "toestemming_derde")),
    ("MAA-7.c", "derde_wettelijke_plicht", (), ("verenigbaarheid_beantwoord", "plicht_aangetoond")),
    ("MAA-7.d", "derde_publieke_taak", (), ("verenigbaar_met_doel", "taak_van_bestuursorgaan")),
    ("MAA-7.e", "derde_gerechtvaardigd_belang", (), ("verenigbaar_met_doel", "belangen_afgewogen")),
]


@pytest.mark.parametrize(
    "regel", [pytest.param(rij, marks=pytest.mark.eis(rij[0]), id=rij[1]) for rij in GRONDSLAGEN]
)
def test_grondslag(regel):
    eis, naam, soorten, feiten = regel
    grondslag = MAASSLUIS.grondslag(naam)
    assert (grondslag.eis, grondslag.soorten, grondslag.vereist) == (eis, soorten, feiten)


def test_elke_grondslag_heeft_een_rij():
    assert [grondslag.naam for grondslag in MAASSLUIS.grondslagen] == [rij[1] for rij in GRONDSLAGEN]


@pytest.mark.eis("MAA-OW.4", "MAA-7.e")
def test_een_afdeling_kan_geen_gerechtvaardigd_belang_kiezen():
    """Decision 4: only the corporatie may."""
    van_afdeling = replace(MELDEN, wie=kant(DIENST), grondslag="gerechtvaardigd_belang")
    assert not beslis(MAASSLUIS, van_afdeling, stand(MAASSLUIS)).mag
    assert not beslis(MAASSLUIS, replace(MELDEN, grondslag="publieke_taak"), stand(MAASSLUIS)).mag


LIJSTEN = [
    (
        "MAA-1.10",
        "vormen_woonfraude",
        (
            "onrechtmatige_bewoning",
            "onrechtmatige_doorverhuur",
            "onrechtmatig_gebruik",
            "bewoning_door_illegalen",
        ),
    ),
    ("MAA-INL.3", "uitkomsten", ("woonfraude_vermoed", "vervuild_brp", "vervuild_nccw", "geen_afwijking")),
    ("MAA-3", "routes", ("regisseur", "gegevensmagazijn", "nccw")),
    (
        "MAA-13.1",
        "rechten",
        ("informatie", "inzage", "verbetering", "aanvulling", "verwijdering", "afscherming"),
    ),
    (
        "MAA-14.5",
        "weigeringsgronden",
        (
            "veiligheid_staat",
            "strafbare_feiten",
            "economische_financiele_belangen",
            "toezicht_op_naleving",
            "bescherming_betrokkene_of_anderen",
        ),
    ),
    (
        "MAA-15.2",
        "correctiegronden",
        ("feitelijk_onjuist", "onvolledig_of_niet_ter_zake", "strijd_met_wet"),
    ),
    ("MAA-14.4", "antwoordvormen", ("schriftelijk", "mondeling", "inzage_ter_plaatse", "anders")),
]


@pytest.mark.parametrize(
    "regel", [pytest.param(rij, marks=pytest.mark.eis(rij[0]), id=rij[1]) for rij in LIJSTEN]
)
def test_gesloten_lijst(regel):
    eis, naam, waarden = regel
    lijst = MAASSLUIS.lijst(naam)
    assert (lijst.eis, lijst.waarden) == (eis, waarden)


def test_elke_lijst_heeft_een_rij():
    assert {lijst.naam for lijst in MAASSLUIS.lijsten} == {rij[1] for rij in LIJSTEN}


@pytest.mark.eis("MAA-12.3")
def test_alleen_een_wettelijke_uitzondering_heft_de_brief_op():
    """Decision 73: the sentence names both ways, and the exception needs reason and review date."""
    gemis = MAASSLUIS.feit("betrokkene_geinformeerd").gemis
    assert "brief" in gemis
    assert "uitzondering" in gemis
    uitstel = Vraag(kant(COLLEGE), "uitzondering_vastleggen", "informeren_open")
    assert mist(uitstel, "uitzondering_gemotiveerd") == {"uitzondering_gemotiveerd"}
    assert not beslis(MAASSLUIS, replace(uitstel, wie=kant(REGISSEUR)), stand(MAASSLUIS)).mag


@pytest.mark.eis("MAA-6.2")
@pytest.mark.parametrize("wie", [ROVM, STEUN, MAASDELTA, COLLEGE])
def test_levering_van_dienstverlening_gaat_alleen_naar_de_regisseur(wie):
    assert not beslis(MAASSLUIS, replace(LEVEREN, tegenpartij=kant(wie)), stand(MAASSLUIS)).mag
    for stap in MAASSLUIS.stappen:
        inzien = Vraag(kant(wie), INZIEN, stap, "gegevensmagazijn")
        assert not beslis(MAASSLUIS, inzien, stand(MAASSLUIS)).mag


@pytest.mark.eis("MAA-9.3")
def test_artikel_buiten_werking_blokkeert():
    waar = Stand(alles_waar(MAASSLUIS), ingevuld(MAASSLUIS), {"MAA-9.3.magazijn": "Dit artikel is ongeldig."})
    assert not beslis(MAASSLUIS, VERGELIJKEN, waar).mag
    assert beslis(MAASSLUIS, VRIJGEVEN, waar).mag
