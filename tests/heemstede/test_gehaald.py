"""The two sets that are fetched: name and address from the extract, and the live BRP for burgerzaken."""

import pytest
from django.db import transaction

from convenant.beleid.taal import BEGIN, ZONDER_ZAAK
from convenant.poort import poort, zaken
from convenant.poort.handeling import NietGevonden
from convenant.verstrekkingen.models import Ontvangst
from tests.beleid.heemstede import SETS
from tests.beleid.heemstede.kanten import ALS, BRP, VIJF_DOELEN

from .test_gegevenssets import GRONDSLAGEN, eisen_van
from .toneel import (
    IEDEREEN,
    SPELER,
    STAPPEN_VAN_ZAKEN,
    als_eigenaar,
    gezegd,
    haal,
    lees,
    ongedaan,
    onwaar,
    weigering,
    zaak_in,
    zet_stap,
)

GROND = {"naam_en_adres": "HEE-2.4", "brp_op_adres": "HEE-11.1"}  # the clause that gives its ground
GEHAALD = [
    pytest.param(
        regel, marks=pytest.mark.eis(*dict.fromkeys((*eisen_van(regel), GROND[regel.naam]))), id=regel.naam
    )
    for regel in SETS
    if regel.haalt
]


def zaak_voor(wereld, regel, wie: str):
    stap = regel.stappen[0]
    return None if stap == ZONDER_ZAAK else zaak_in(wereld, stap, wie)


def speelt(regel) -> str:
    return SPELER[regel.aan[0]]


@pytest.mark.parametrize("regel", GEHAALD)
def test_alleen_wie_haalt_houdt_precies_deze_velden(wereld, regel):
    """Whatever the source hands over: the copy holds the fields of the row, and nobody else has or opens one."""
    wie = speelt(regel)
    zaak = zaak_voor(wereld, regel, wie)
    with wereld.als(wie):
        kopie = haal(regel, zaak)
    gelezen = lees(wereld, wie, kopie)
    assert {veld.naam: veld.waarde for veld in gelezen.velden} == {
        veld: f"{veld} uit de bron" for veld in regel.velden
    }
    assert (gelezen.eis, gelezen.doel, gelezen.grondslag) == (
        regel.eis,
        regel.doelen[0],
        regel.grondslagen[0],
    )
    with als_eigenaar():
        assert Ontvangst.objects.count() == 1
    for naam in set(IEDEREEN) - {wie}:
        with wereld.als(naam), pytest.raises(NietGevonden):
            poort.lees(kopie)


@pytest.mark.parametrize("regel", GEHAALD)
def test_niemand_anders_haalt_en_nergens_anders(wereld, regel):
    for functie, naam in SPELER.items():
        zaak = zaak_voor(wereld, regel, naam)
        with wereld.als(naam):
            geweigerd = bool(weigering(lambda z=zaak: haal(regel, z)))
            assert geweigerd is (functie not in regel.aan), f"{naam} haalt"
    zaak = zaak_voor(wereld, regel, speelt(regel))
    with wereld.als(speelt(regel)):
        for bron in (*SPELER, BRP):
            geweigerd = bool(weigering(lambda b=bron: haal(regel, zaak, van=b)))
            assert geweigerd is (bron not in regel.van), f"van {bron}"


@pytest.mark.parametrize("regel", GEHAALD)
def test_alleen_wie_haalt_ziet_de_lijst(wereld, regel):
    """Who keeps no copy of what it supplies cannot list them either."""
    for functie, naam in SPELER.items():
        if regel.leesbaar == (ZONDER_ZAAK,):
            with wereld.als(naam):
                geweigerd = bool(weigering(lambda: poort.eigen_kopieen(regel.naam)))
                assert geweigerd is (functie not in regel.aan), f"{naam} ziet de lijst"


@pytest.mark.parametrize("regel", GEHAALD)
def test_alleen_in_haar_stappen(wereld, regel):
    wie = speelt(regel)
    zaak = zaak_in(wereld, STAPPEN_VAN_ZAKEN[0], wie)
    with wereld.als(wie):
        kopie = haal(regel, _met_stap(zaak, regel.stappen[0]))
        for stap in (BEGIN, ZONDER_ZAAK, *STAPPEN_VAN_ZAKEN):
            in_stap = _met_stap(zaak, stap)
            geweigerd = bool(weigering(lambda z=in_stap: haal(regel, z)))
            assert geweigerd is (stap not in regel.stappen), f"gehaald in {stap}"
            geweigerd = bool(weigering(lambda: poort.lees(kopie)))
            assert geweigerd is (stap not in regel.leesbaar), f"gelezen in {stap}"


def _met_stap(zaak, stap):
    zet_stap(zaak, stap)
    return zaken.zaak_van(zaak.pk)


@pytest.mark.parametrize("regel", GEHAALD)
def test_alleen_voor_haar_doelen_en_op_haar_grondslagen(wereld, regel):
    """Where the municipality looks for itself, a doel that asks something of the corporatie is not hers (decision 59)."""
    wie = speelt(regel)
    zaak = zaak_voor(wereld, regel, wie)
    with wereld.als(wie):
        for doel in VIJF_DOELEN:
            if doel == "woningtoewijzing" and wie == "eva":
                assert weigering(lambda d=doel: haal(regel, zaak, doel=d)) == gezegd("mandaat_aanwezig")
                continue
            with ongedaan():
                assert poort.lees(haal(regel, zaak, doel=doel)).doel == doel
        assert weigering(lambda: haal(regel, zaak, doel="nieuwsgierig")) == (("", regel.eis),)
        for grondslag in GRONDSLAGEN:
            geweigerd = bool(weigering(lambda g=grondslag: haal(regel, zaak, grondslag=g)))
            assert geweigerd is (grondslag not in regel.grondslagen), f"op {grondslag}"


@pytest.mark.parametrize("regel", GEHAALD)
def test_geen_veld_meer(wereld, regel):
    wie = speelt(regel)
    zaak = zaak_voor(wereld, regel, wie)
    with wereld.als(wie):
        velden = (*regel.velden, "burgerservicenummer")
        assert weigering(lambda: haal(regel, zaak, velden=velden)) == (("", regel.eis),)
        for veld in regel.velden:
            with transaction.atomic():
                assert [v.naam for v in poort.lees(haal(regel, zaak, velden=(veld,))).velden] == [veld]


@pytest.mark.parametrize("regel", GEHAALD)
def test_zonder_voorwaarde_geweigerd_met_reden_en_artikel(wereld, regel):
    wie = speelt(regel)
    zaak = zaak_voor(wereld, regel, wie)
    with wereld.als(wie):
        kopie = haal(regel, zaak)
    for feit in (*regel.vereist, "convenant_actief", "niet_vervallen"):
        with onwaar(wereld, feit, wie), wereld.als(wie):
            assert weigering(lambda f=feit: haal(regel, zaak, zonder=f)) == gezegd(feit), f"zonder {feit}"
            if feit in (*ALS[regel.aan[0]], "convenant_actief", "niet_vervallen"):
                assert weigering(lambda: poort.lees(kopie)) == gezegd(feit), f"lezen zonder {feit}"
