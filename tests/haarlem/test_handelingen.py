"""Every verb of Haarlem tried by everybody, in every step, through the gate."""

from dataclasses import replace

import pytest

from convenant.beleid.taal import INZIEN, Kant
from convenant.poort import dossier, poort
from huisuitzetting.beleid import HAARLEM
from tests.beleid.haarlem import MELDER, SWT
from tests.beleid.tabel import kant, params
from tests.beleid.test_haarlem_handelingen import FUNCTIES, HANDELINGEN
from tests.beleid.test_haarlem_stappen import STAPPEN, TEAM

from .toneel import (
    GAAT_DOOR,
    SETS,
    SPELERS,
    STAPPEN_VAN_ZAKEN,
    ZONDER,
    begint,
    doe,
    gezegd,
    van_mensen,
    weigering,
    zaak_in,
    zet_stap,
)

OVERGANGEN = {rij.handeling: [r for r in STAPPEN if r.handeling == rij.handeling] for rij in STAPPEN}
VERBS = [rij for rij in HANDELINGEN if rij.handeling != INZIEN]


@pytest.mark.parametrize("regel", params(VERBS))
def test_alleen_wie_de_bevoegdheid_heeft(wereld, gesteld, regel):
    for naam in SPELERS:
        stap = begint(regel.handeling, naam)
        zaak = None if stap in ZONDER else zaak_in(wereld, stap, naam)
        with wereld.als(naam):
            geweigerd = bool(weigering(lambda z=zaak: doe(regel.handeling, z)))
            assert geweigerd is (naam not in regel.door), f"{naam} doet {regel.handeling}"
            for feit in regel.vereist if naam in regel.door else ():
                with gesteld.zonder(feit):
                    assert weigering(lambda z=zaak: doe(regel.handeling, z)) == gezegd(feit)


@pytest.mark.parametrize("regel", params([rij for rij in HANDELINGEN if rij.handeling == INZIEN]))
def test_alleen_wie_mag_inzien_heeft_zaken(wereld, gesteld, regel):
    """The work list and a case open for the same functies, and for nobody else."""
    zaak = zaak_in(wereld, STAPPEN_VAN_ZAKEN[0])
    for naam in SPELERS:
        with wereld.als(naam):
            for daad in (poort.werklijst, lambda: dossier.lees_zaak(zaak.pk)):
                assert bool(weigering(daad)) is (naam not in regel.door), naam


# Of what corporatie or wijkteam may do the tables name what ties the corporatie to the case; this ties the wijkteam.
OOK_HET_WIJKTEAM = [
    replace(rij, door=rij.door[::-1], vereist=(TEAM,)) for rij in STAPPEN if rij.door == (MELDER, SWT)
]


@pytest.mark.parametrize("regel", params([*STAPPEN, *OOK_HET_WIJKTEAM]))
def test_stap(wereld, gesteld, regel):
    """The step leads where the row says, for exactly these functies, on these facts; then it waits for whom it names."""
    zaak = None if regel.van in ZONDER else zaak_in(wereld, regel.van)
    for naam in SPELERS:
        with wereld.als(naam):
            geweigerd = bool(weigering(lambda z=zaak: doe(regel.handeling, z)))
            assert geweigerd is (naam not in regel.door), f"{regel.handeling} door {naam}"
    for naam in van_mensen(regel.door)[:1]:
        with wereld.als(naam):
            for feit in regel.vereist:
                with gesteld.zonder(feit):
                    assert weigering(lambda z=zaak: doe(regel.handeling, z)) == gezegd(feit)
            assert doe(regel.handeling, zaak) == regel.naar


@pytest.mark.parametrize(
    "stap",
    [
        pytest.param(
            stap, marks=pytest.mark.eis(*dict.fromkeys(r.eis for r in STAPPEN if stap in (r.van, r.naar)))
        )
        for stap in STAPPEN_VAN_ZAKEN
    ],
)
def test_op_wie_de_zaak_wacht(wereld, gesteld, stap):
    """For whoever may see the step: those that have a transition from it that is not free."""
    zaak = zaak_in(wereld, stap)
    with wereld.als("gemeente/swt"):
        aan_zet = dossier.lees_zaak(zaak.pk).aan_zet
    wachtend = [kant(naam) for rij in STAPPEN if rij.van == stap and not rij.vrij for naam in rij.door]
    # Where the step itself is not for everybody, no more is told than with which party the case is.
    assert all(any(is_of(door, wie) for door in aan_zet) for wie in wachtend)
    assert all(any(is_of(door, wie) for wie in wachtend) for door in aan_zet)


KOMT_IN = {rij.naar: rij for rij in reversed(STAPPEN) if rij.van not in ZONDER and van_mensen(rij.door)}


@pytest.mark.parametrize(
    "rij",
    [
        pytest.param(
            rij, marks=pytest.mark.eis(rij.eis, "HAA-PR5.3.gemeente", "HAA-PR5.3.corporatie"), id=stap
        )
        for stap, rij in KOMT_IN.items()
    ],
)
def test_wie_ziet_in_welke_stap_de_zaak_is(wereld, gesteld, rij):
    """In a step of the frame only who gets it with the step, and who brought the case there; in the others everybody."""
    (doet, *_) = van_mensen(rij.door)
    zaak = zaak_in(wereld, rij.van)
    with wereld.als(doet):
        doe(rij.handeling, zaak)
    kaders = [
        kader
        for kader in (SETS["zaakkader_corporatie"], SETS["zaakkader_gemeente"])
        if rij.naar in kader.stappen
    ]
    met_stap = {naam for kader in kaders if "stap_zaak" in kader.velden for naam in kader.aan}
    for naam in {*next(r.door for r in HANDELINGEN if r.handeling == INZIEN)} - {doet}:
        with wereld.als(naam):
            gezien = dossier.lees_zaak(zaak.pk).stap
        assert (gezien == rij.naar) is (not kaders or naam in met_stap), f"{naam} ziet {gezien}"


def is_of(wacht_op: Kant, wie: Kant) -> bool:
    return wacht_op.soort == wie.soort and wacht_op.functie in ("", wie.functie)


@pytest.mark.parametrize(
    "handeling",
    [
        pytest.param(naam, marks=pytest.mark.eis(*dict.fromkeys(rij.eis for rij in rijen)))
        for naam, rijen in OVERGANGEN.items()
        if van_mensen(rijen[0].door)
    ],
)
def test_in_geen_andere_stap(wereld, gesteld, handeling):
    rijen = OVERGANGEN[handeling]
    naam = van_mensen(rijen[0].door)[0]
    zaak = zaak_in(wereld, STAPPEN_VAN_ZAKEN[0])
    with wereld.als(naam):
        for stap in STAPPEN_VAN_ZAKEN:
            zet_stap(zaak, stap)
            geweigerd = bool(weigering(lambda: doe(handeling, zaak)))
            assert geweigerd is (stap not in {rij.van for rij in rijen}), f"{handeling} in {stap}"


@pytest.mark.eis("HAA-OND", "HAA-9.1", "HAA-PR4.2", "HAA-PR6.2", "HAA-PR5.6")
@pytest.mark.parametrize("regel", params(FUNCTIES))
def test_zonder_wat_de_functie_vereist_gaat_niets(wereld, gesteld, regel):
    """Refused with the article of what is missing, whatever the verb; but what is so of the convenant does not stop
    what goes on before it and after it."""
    naam = regel.functie
    for verb in (rij.handeling for rij in VERBS if naam in rij.door):
        stap = begint(verb, naam)
        zaak = None if stap in ZONDER else zaak_in(wereld, stap, naam)
        nodig = {*regel.vereist, *(() if verb in GAAT_DOOR else HAARLEM.altijd_vereist)}
        if verb in GAAT_DOOR:
            nodig = {feit for feit in nodig if HAARLEM.feit(feit).over != "convenant"}
        with wereld.als(naam):
            for feit in nodig:
                with gesteld.zonder(feit):
                    assert gezegd(feit)[0] in weigering(lambda v=verb, z=zaak: doe(v, z)), f"{verb}: {feit}"
            with gesteld.zonder(*{*regel.vereist, *HAARLEM.altijd_vereist} - nodig):
                assert not weigering(lambda v=verb, z=zaak: doe(v, z)), verb
