"""Every set of Haarlem, sent and read through the gate: exactly what its row says, and nothing besides."""

import pytest

from convenant.beleid.taal import BEGIN, ZONDER_ZAAK
from convenant.poort import poort
from convenant.poort.handeling import Ongeldig
from convenant.verstrekkingen.models import Ontvangst
from huisuitzetting.beleid import HAARLEM
from tests.beleid.haarlem import ALS
from tests.beleid.tabel import SetRegel
from tests.beleid.test_haarlem_handelingen import HANDELINGEN
from tests.beleid.test_haarlem_stappen import STAPPEN

from .toneel import (
    GAAT_DOOR,
    LIJSTEN,
    SETS,
    SPELERS,
    STAPPEN_VAN_ZAKEN,
    ZONDER,
    als_eigenaar,
    gezegd,
    groep,
    grond_van,
    ongedaan,
    speelt,
    van_mensen,
    verstrek,
    waarden_van,
    weigering,
    zaak_in,
    zet_stap,
)

# What a source hands over, and what the clock writes, no person sends.
GEBRACHT = [regel for regel in SETS.values() if not regel.haalt and van_mensen(regel.van)]
BUITEN = tuple({aan for regel in SETS.values() for aan in regel.aan if not speelt(aan)})
INZIEN = next(regel.door for regel in HANDELINGEN if regel.handeling == "inzien")


def params(regels):
    return [pytest.param(r, marks=pytest.mark.eis(*eisen_van(r)), id=r.naam) for r in regels]


def eisen_van(regel: SetRegel) -> tuple[str, ...]:
    """A row proves its own clause, and those of what it asks."""
    feiten = (*regel.vereist, *regel.inzage_vereist, *(feit for _, feit in regel.mits))
    return tuple(dict.fromkeys((regel.eis, *(HAARLEM.feit(feit).eis for feit in feiten))))


def zaak_voor(wereld, regel, stap=""):
    """The case it is sent in, that everybody has; none where sending opens it or belongs to none."""
    stap = stap or regel.stappen[0]
    return None if stap in ZONDER else zaak_in(wereld, stap)


def eerste(regel) -> tuple[str, str]:
    return van_mensen(regel.van)[0], regel.aan[0]


def lezers(regel) -> tuple[str, ...]:
    """Who may open a copy of it."""
    wie = (*regel.aan, *(van_mensen(regel.van) if regel.afzender_leest else ()))
    return tuple(dict.fromkeys(naam for naam in wie if naam in INZIEN))


def ga_lezen(zaak, regel) -> None:
    """The first step it may be read in, for what is sent in a case."""
    if zaak and regel.leesbaar:
        zet_stap(zaak, regel.leesbaar[0])


@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_komt_precies_aan_bij_wie_het_krijgt(wereld, gesteld, regel):
    """The values that are meant for each, with doel, ground and article; nobody else has a copy."""
    minder = dict(regel.velden_naar)
    for van in van_mensen(regel.van):
        for aan in regel.aan:
            zaak = zaak_voor(wereld, regel)
            with wereld.als(van):
                verstrekt = verstrek(wereld, regel, aan, zaak)
            houders = {naam for naam in (aan, van if regel.afzender_leest else "") if speelt(naam)}
            with als_eigenaar():
                kopieen = Ontvangst.objects.filter(verstrekking_id=verstrekt.id)
                assert {kopie.groep_id for kopie in kopieen} == {groep(wereld, n).pk for n in houders}
            ga_lezen(verstrekt.zaak, regel)
            for naam in houders & set(lezers(regel)):
                velden = minder.get(naam, regel.velden) if naam == aan else regel.velden
                with wereld.als(naam):
                    gelezen = poort.lees(poort.eigen_kopie(verstrekt.id))
                assert {v.naam: v.waarde for v in gelezen.velden} == {
                    veld: waarde for veld, waarde in waarden_van(regel).items() if veld in velden
                }, f"{van} aan {aan}: {naam}"
                assert (gelezen.eis, gelezen.doel) == (regel.eis, (*regel.doelen, "")[0])
                assert gelezen.grondslag == grond_van(regel, van)


@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_niemand_anders_stuurt_of_krijgt(wereld, gesteld, regel):
    van, aan = eerste(regel)
    zaak = zaak_voor(wereld, regel)
    with wereld.als(van):
        for ander in (*SPELERS, *BUITEN):
            geweigerd = bool(weigering(lambda a=ander: verstrek(wereld, regel, a, zaak)))
            assert geweigerd is (ander not in regel.aan), f"{ander} krijgt"
    for naam in SPELERS:
        with wereld.als(naam):
            geweigerd = bool(weigering(lambda: verstrek(wereld, regel, aan, zaak)))
        assert geweigerd is (naam not in regel.van), f"{naam} stuurt"


@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_alleen_in_haar_stappen(wereld, gesteld, regel):
    """Sent in the steps the row names, from there to where the case goes; in every other step refused."""
    van, aan = eerste(regel)
    naar = {stap.van: stap.naar for stap in STAPPEN if stap.handeling == regel.handeling}
    zaak = zaak_in(wereld, STAPPEN_VAN_ZAKEN[0])
    zonder_zaak = BEGIN if BEGIN in regel.stappen else ZONDER_ZAAK
    with wereld.als(van):
        for stap in (zonder_zaak, *STAPPEN_VAN_ZAKEN):
            zet_stap(zaak, stap)
            hier = None if stap in ZONDER else zaak
            if stap not in regel.stappen:
                assert weigering(lambda z=hier: verstrek(wereld, regel, aan, z)), f"verzonden in {stap}"
                continue
            with ongedaan():
                verplaatst = verstrek(wereld, regel, aan, hier).zaak
                assert stap == ZONDER_ZAAK or (verplaatst and verplaatst.stap == naar.get(stap, stap))


@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_alleen_te_lezen_in_haar_stappen(wereld, gesteld, regel):
    van, aan = eerste(regel)
    zaak = zaak_voor(wereld, regel)
    with wereld.als(van):
        verstrekt = verstrek(wereld, regel, aan, zaak)
    for naam in {van, aan} & set(lezers(regel)):
        with wereld.als(naam):
            kopie = poort.eigen_kopie(verstrekt.id)
            for stap in STAPPEN_VAN_ZAKEN if verstrekt.zaak else (ZONDER_ZAAK,):
                if verstrekt.zaak:
                    zet_stap(verstrekt.zaak, stap)
                geweigerd = bool(weigering(lambda k=kopie: poort.lees(k)))
                assert geweigerd is (stap not in regel.leesbaar), f"{naam} leest in {stap}"


@pytest.mark.eis("HAA-1.1", "HAA-PR1.1", "HAA-PR1.3", "HAA-PR2.1.a", "HAA-PR2.2.a", "HAA-PR2.3")
@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_alleen_voor_haar_doelen_en_op_haar_grondslagen(wereld, gesteld, regel):
    aan = regel.aan[0]
    zaak = zaak_voor(wereld, regel)
    for van in {naam.split("/")[0]: naam for naam in van_mensen(regel.van)}.values():
        eigen = dict(regel.grondslagen_van).get(van.split("/")[0], regel.grondslagen)
        with wereld.als(van):
            for doel in HAARLEM.doelen:
                geweigerd = bool(weigering(lambda d=doel: verstrek(wereld, regel, aan, zaak, doel=d.naam)))
                assert geweigerd is (bool(regel.doelen) and doel.naam not in regel.doelen), doel.naam
            assert (
                weigering(lambda: verstrek(wereld, regel, aan, zaak, doel="iets anders")) or not regel.doelen
            )
            for grond in HAARLEM.grondslagen:
                geweigerd = bool(
                    weigering(lambda g=grond: verstrek(wereld, regel, aan, zaak, grondslag=g.naam))
                )
                past = grond.naam in eigen and van.split("/")[0] in (grond.soorten or (van.split("/")[0],))
                assert geweigerd is (bool(regel.grondslagen) and not past), f"{van} op {grond.naam}"


@pytest.mark.eis("HAA-PR1.2")
@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_alleen_haar_velden_en_waarden(wereld, gesteld, regel):
    """One field more is refused with the article; one less is refused unless it is optional; a list is closed."""
    van, aan = eerste(regel)
    zaak = zaak_voor(wereld, regel)
    alle = waarden_van(regel)

    def fouten(waarden: dict[str, str]) -> dict[str, str]:
        try:
            with ongedaan():
                verstrek(wereld, regel, aan, zaak, waarden=waarden)
        except Ongeldig as fout:
            return fout.fouten
        return {}

    with wereld.als(van):
        meer = alle | {"burgerservicenummer": "999990019"}
        assert weigering(lambda: verstrek(wereld, regel, aan, zaak, waarden=meer)) == (("", regel.eis),)
        for veld in regel.velden:
            leeg = {} if veld in regel.optioneel else {veld: "Vul dit gegeven in."}
            assert fouten({n: w for n, w in alle.items() if n != veld} or alle | {veld: ""}) == leeg, veld
        for veld, lijst in LIJSTEN.get(regel.naam, {}).items():
            assert not any(fouten(alle | {veld: waarde}) for waarde in lijst), veld
            assert fouten(alle | {veld: "iets_nieuws"}) == {veld: f"Kies uit: {', '.join(lijst)}."}


@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_zonder_voorwaarde_geweigerd_met_reden_en_artikel(wereld, gesteld, regel):
    """Every fact that the row asks, of who sends, of who gets it and of the case; and no other."""
    van, aan = eerste(regel)
    zaak = zaak_voor(wereld, regel)
    altijd = () if regel.handeling in GAAT_DOOR else HAARLEM.altijd_vereist
    nodig = {*regel.vereist, *altijd, *mits_van(regel, van, aan)}
    with wereld.als(van):
        for feit in nodig:
            with gesteld.zonder(feit):
                redenen = weigering(lambda: verstrek(wereld, regel, aan, zaak))
            assert redenen == gezegd(feit), feit
        with gesteld.alleen(*nodig):
            assert not weigering(lambda: verstrek(wereld, regel, aan, zaak)), "meer nodig"


@pytest.mark.parametrize("regel", params([regel for regel in GEBRACHT if lezers(regel)]))
def test_zonder_voorwaarde_niet_te_lezen(wereld, gesteld, regel):
    """For each that reads it: what its functie asks and what the row asks of reading, and no other fact."""
    van_de_set = set(regel.inzage_vereist) - set(ALS.get(regel.aan[0], ALS[regel.van[0]]))
    for naam in lezers(regel):
        van = naam if naam in regel.van else eerste(regel)[0]
        aan = naam if naam in regel.aan else regel.aan[0]
        zaak = zaak_voor(wereld, regel)
        with wereld.als(van):
            verstrekt = verstrek(wereld, regel, aan, zaak)
        ga_lezen(verstrekt.zaak, regel)
        nodig = {*ALS[naam], *van_de_set, *mits_van(regel, naam), *HAARLEM.altijd_bij_inzage}
        with wereld.als(naam):
            kopie = poort.eigen_kopie(verstrekt.id)
            for feit in nodig:
                with gesteld.zonder(feit):
                    assert weigering(lambda k=kopie: poort.lees(k)), f"{naam} leest zonder {feit}"
            with gesteld.alleen(*nodig):
                assert not weigering(lambda k=kopie: poort.lees(k)), f"{naam} leest niet"


def mits_van(regel, *namen: str) -> tuple[str, ...]:
    return tuple(feit for einde, feit in regel.mits if einde in namen)
