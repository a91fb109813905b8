"""Every verb of Heemstede tried by everybody, in every step, through the gate."""

import pytest

from convenant.beleid.taal import BEGIN, INZIEN, ZONDER_ZAAK
from convenant.poort import dossier, poort, zaken
from convenant.poort.handeling import NietGevonden
from tests.beleid.heemstede import BEVOEGDHEDEN, NA_AFLOOP, STAPPEN
from tests.beleid.heemstede.handelingen import LEZEN_MEE
from tests.beleid.tabel import params

from .toneel import (
    IEDEREEN,
    SPELER,
    STAPPEN_VAN_ZAKEN,
    ZONDER_AUTORISATIE,
    begint,
    doe,
    gezegd,
    handel,
    onwaar,
    weigering,
    zaak_in,
    zet_stap,
)

ZONDER = (BEGIN, ZONDER_ZAAK, "")  # there is no case yet
FUNCTIE_VAN = {naam: functie for functie, naam in SPELER.items()}
OVERGANGEN = tuple(dict.fromkeys(rij.handeling for rij in STAPPEN))


def zaak_voor(wereld, naam, handeling):
    stap = begint(handeling)
    return None if stap in ZONDER else zaak_in(wereld, stap, naam)


@pytest.mark.parametrize("regel", params([rij for rij in BEVOEGDHEDEN if rij.handeling != INZIEN]))
def test_alleen_wie_de_bevoegdheid_heeft(wereld, regel):
    for functie, naam in SPELER.items():
        zaak = zaak_voor(wereld, naam, regel.handeling)
        with wereld.als(naam):
            geweigerd = bool(weigering(lambda z=zaak: doe(regel.handeling, z)))
        assert geweigerd is (functie not in regel.door), f"{naam} doet {regel.handeling}"
    with wereld.als(ZONDER_AUTORISATIE):
        assert weigering(lambda: handel(regel.handeling)), "zonder autorisatie"
    for functie in regel.door:
        naam = SPELER[functie]
        zaak = zaak_voor(wereld, naam, regel.handeling)
        for feit in regel.vereist:
            with onwaar(wereld, feit, naam), wereld.als(naam):
                redenen = weigering(lambda z=zaak, f=feit: doe(regel.handeling, z, zonder=f))
                assert redenen == gezegd(feit), f"{regel.handeling} zonder {feit}"


@pytest.mark.parametrize("regel", params([rij for rij in BEVOEGDHEDEN if rij.handeling == INZIEN]))
def test_alleen_wie_mag_inzien_heeft_zaken(wereld, regel):
    """The work list, a case and a search open for the same functies, and for nobody else."""
    for naam in IEDEREEN:
        mag = FUNCTIE_VAN.get(naam, "corporatie/contactpersoon") in regel.door and naam != ZONDER_AUTORISATIE
        with wereld.als(naam):
            assert bool(weigering(poort.werklijst)) is not mag, f"werklijst van {naam}"
    for functie, naam in SPELER.items():
        zaak = zaak_in(wereld, "wijkt_af", naam)
        with wereld.als(naam):
            geweigerd = bool(weigering(lambda z=zaak: dossier.lees_zaak(z.pk)))
            assert geweigerd is (functie not in regel.door), f"{naam} opent een zaak"


@pytest.mark.parametrize("regel", params(STAPPEN))
def test_stap(wereld, regel):
    """The step leads where the row says, for exactly these functies; then the case waits for whom the clauses name."""
    namen = list(SPELER.values())
    zaak = None if regel.van in ZONDER else zaak_in(wereld, regel.van, *namen)
    for functie, naam in SPELER.items():
        with wereld.als(naam):
            if functie not in regel.door:
                assert weigering(lambda: doe(regel.handeling, zaak)), f"{regel.handeling} door {naam}"
                continue
            for feit in regel.vereist:
                redenen = weigering(lambda f=feit: doe(regel.handeling, zaak, zonder=f))
                assert redenen == gezegd(feit), f"{regel.handeling} zonder {feit}"
    naam = SPELER[regel.door[0]]
    with wereld.als(naam):
        assert doe(regel.handeling, zaak) == regel.naar
    for stap in {regel.van, regel.naar} - set(ZONDER):
        wachtend = zaak_in(wereld, stap, *namen)
        with wereld.als(namen[0]):
            aan_zet = {f"{kant.soort}/{kant.functie}" for kant in dossier.lees_zaak(wachtend.pk).aan_zet}
        assert aan_zet == {f for rij in STAPPEN if rij.van == stap and not rij.vrij for f in rij.door}


@pytest.mark.parametrize(
    "handeling",
    [
        pytest.param(
            naam, marks=pytest.mark.eis(*dict.fromkeys(r.eis for r in STAPPEN if r.handeling == naam))
        )
        for naam in OVERGANGEN
    ],
)
def test_in_geen_andere_stap(wereld, handeling):
    rijen = [rij for rij in STAPPEN if rij.handeling == handeling]
    naam = SPELER[rijen[0].door[0]]
    zaak = zaak_in(wereld, STAPPEN_VAN_ZAKEN[0], naam)
    with wereld.als(naam):
        for stap in STAPPEN_VAN_ZAKEN:
            zet_stap(zaak, stap)
            geweigerd = bool(weigering(lambda: doe(handeling, zaak)))
            assert geweigerd is (stap not in {rij.van for rij in rijen}), f"{handeling} in {stap}"
        if not any(rij.van in ZONDER for rij in rijen):
            assert weigering(lambda: doe(handeling)), f"{handeling} zonder zaak"


@pytest.mark.eis("HEE-9.2", "HEE-9.5", "HEE-4", "HEE-3.9")
@pytest.mark.parametrize("feit", ["convenant_actief", "niet_vervallen"])
@pytest.mark.parametrize("functie", SPELER)
def test_na_afloop_gaat_alleen_het_toezicht_door(wereld, functie, feit):
    naam = SPELER[functie]
    verbs = {rij.handeling for rij in BEVOEGDHEDEN if functie in rij.door and rij.handeling != INZIEN}
    gevallen = [(verb, zaak_voor(wereld, naam, verb)) for verb in sorted(verbs)]
    with onwaar(wereld, feit, naam), wereld.als(naam):
        for verb, zaak in gevallen:
            redenen = weigering(lambda v=verb, z=zaak: doe(v, z))
            assert redenen == (() if verb in NA_AFLOOP.get(functie, ()) else gezegd(feit)), verb
        if functie in LEZEN_MEE:
            assert weigering(poort.werklijst) == gezegd(feit)


@pytest.mark.eis("HEE-PAR.2")
def test_een_zaak_van_een_ander_is_er_niet(wereld):
    """Not yours and not there are one answer, whatever the verb."""
    zaak = zaak_in(wereld, "wijkt_af", "anna")
    for naam in set(IEDEREEN) - {"anna"}:
        with wereld.als(naam):
            for poging in (zaken.zaak_van, dossier.lees_zaak):
                with pytest.raises(NietGevonden):
                    poging(zaak.pk)
            with pytest.raises(NietGevonden), zaken.doe(zaak, "afwijking_intrekken"):
                pass
