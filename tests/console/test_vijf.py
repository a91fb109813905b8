"""In all five convenanten: who registers and who grants each functie, how many may have it, what may not meet.

Everybody there is tries every act, through the gate; the tables beside this file are the rule.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import groupby
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from convenant.console import daden
from convenant.console.daden import VERLENEN
from convenant.partijen import rechten
from convenant.partijen.inrichting import neem_in_dienst
from convenant.partijen.models import Autorisatie, Medewerker
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.tijd import stel_in
from tests.console.conftest import VANDAAG
from tests.console.tabel import Rij, Tabel, paren
from tests.console.tabel_haarlem import HAARLEM
from tests.console.tabel_heemstede import HEEMSTEDE
from tests.console.tabel_krimpen import KRIMPEN
from tests.console.tabel_maassluis import MAASSLUIS
from tests.console.tabel_zoeklicht import ZOEKLICHT
from tests.wereld import NU, Wereld
from tests.werelden import SINDS, VAN_MENS, ZONDER_FUNCTIE, maak, neem_aan

VIJF = {
    "heemstede": HEEMSTEDE,
    "maassluis": MAASSLUIS,
    "zoeklicht": ZOEKLICHT,
    "krimpen": KRIMPEN,
    "haarlem": HAARLEM,
}
TABELLEN = [
    pytest.param(code, tabel, id=code, marks=pytest.mark.eis(*dict.fromkeys(rij.eis for rij in tabel)))
    for code, tabel in VIJF.items()
]
NIETS = "niet gevonden"


class Terug(Exception):
    """Undoes what was tried."""


@pytest.fixture
def klok(db: None) -> Iterator[None]:
    with stel_in(NU):
        yield


def probeer(daad: Callable[..., object], *args: object, **gegevens: object) -> str:
    """What would come of it: "" when it is done; nothing stays."""
    try:
        with transaction.atomic():
            daad(*args, **gegevens)
            raise Terug
    except Terug:
        return ""
    except NietGevonden:
        return NIETS
    except Geweigerd as fout:
        return fout.redenen[0].tekst
    except Ongeldig as fout:
        return fout.fouten[""]


def verwacht(wereld: Wereld, rij: Rij, kant: str) -> set[str]:
    """The people who are that end for the functie at the first party of its soort."""
    eigen = kant.partition("/")[0] == rij.soort
    return {
        naam for naam in wereld.autorisaties if naam == kant or (naam.startswith(f"{kant}@") and not eigen)
    }


@pytest.mark.parametrize(("code", "tabel"), TABELLEN)
def test_elke_functie_staat_in_de_tabel(klok: None, code: str, tabel: Tabel):
    wereld = maak(code)
    eigen = {
        f"{groep.deelname.soort}/{groep.functie}"
        for groep in wereld.convenant.groepen.select_related("deelname")
    }
    assert {rij.functie for rij in tabel} == eigen


@pytest.mark.parametrize(("code", "tabel"), TABELLEN)
def test_wie_aanmeldt(klok: None, code: str, tabel: Tabel):
    wereld = maak(code)
    wie_mag: dict[str, set[str]] = {rij.functie: set() for rij in tabel}
    for naam in wereld.autorisaties:
        with wereld.als(naam):
            for rij in tabel:
                mens, groep = (
                    wereld.mensen[f"{rij.soort}/{ZONDER_FUNCTIE}"].pk,
                    wereld.groep(rij.soort, rij.naam).pk,
                )
                if probeer(daden.meld_aan, mens, groep, uuid4()) == "":
                    wie_mag[rij.functie].add(naam)
    assert wie_mag == {rij.functie: verwacht(wereld, rij, rij.registreert) for rij in tabel}


@pytest.mark.parametrize(("code", "tabel"), TABELLEN)
def test_wie_verleent(klok: None, code: str, tabel: Tabel):
    wereld = maak(code)
    aanmeldingen = {}
    for rij in tabel:
        mens = _nieuw(wereld, rij.soort, rij.naam)
        # By a colleague without functie: who registered may not be who grants.
        door = wereld.mensen[f"{rij.soort}/{ZONDER_FUNCTIE}"]
        aanmeldingen[rij] = rechten.meld_aan(mens, wereld.groep(rij.soort, rij.naam), door=door).pk
    wie_mag: dict[str, set[str]] = {rij.functie: set() for rij in tabel}
    for naam in wereld.autorisaties:
        with wereld.als(naam):
            for rij, pk in aanmeldingen.items():
                uitslag = probeer(daden.doe, VERLENEN, pk, uuid4(), van=VANDAAG, tot=None)
                assert uitslag in ("", NIETS) or (rij.maximum and "Er zijn al" in uitslag), (
                    rij,
                    naam,
                    uitslag,
                )
                if uitslag != NIETS:
                    wie_mag[rij.functie].add(naam)
    assert wie_mag == {rij.functie: verwacht(wereld, rij, rij.verleent) for rij in tabel}


@pytest.mark.parametrize(("code", "tabel"), TABELLEN)
def test_hoeveel_mensen(klok: None, code: str, tabel: Tabel):
    """The world has one person in each functie: more of them to one more than there may be, through the gate; then past
    it, where the database refuses."""
    wereld = maak(code)
    for rij in tabel:
        groep = wereld.groep(rij.soort, rij.naam)
        ruimte = 2 if rij.maximum is None else rij.maximum - 1
        nieuwen = [_nieuw(wereld, rij.soort, f"{rij.naam}-{nummer}") for nummer in range(ruimte + 1)]
        uitslagen = [_verleen(wereld, rij, nieuw) for nieuw in nieuwen]
        assert uitslagen[:ruimte] == [""] * ruimte, rij
        assert ("Er zijn al" in uitslagen[-1]) == (rij.maximum is not None), rij
        if rij.maximum is not None:
            mens, door = (
                _nieuw(wereld, rij.soort, f"{rij.naam}-db"),
                _nieuw(wereld, rij.soort, f"{rij.naam}-door"),
            )
            with pytest.raises(IntegrityError, match="too many people"), transaction.atomic():
                Autorisatie.objects.create(
                    medewerker=mens,
                    groep=groep,
                    aangemeld_door=door,
                    aangemeld_op=NU,
                    verleend_door=_nieuw(wereld, rij.soort, f"{rij.naam}-ander"),
                    van=VANDAAG,
                )


@pytest.mark.parametrize(("code", "tabel"), TABELLEN)
def test_wat_niet_samengaat(klok: None, code: str, tabel: Tabel):
    """One account with a job at every party has the one functie and asks for the other."""
    wereld = maak(code)
    rijen = {rij.functie: rij for rij in tabel}
    mensen = _overal_in_dienst(wereld, tabel)
    # Of what only one may have, the place is free.
    vol = [wereld.groep(rij.soort, rij.naam) for rij in tabel if rij.maximum]
    Autorisatie.objects.filter(groep__in=vol).update(tot=VANDAAG)
    niet_samen = {}
    for een, met_een in groupby(paren(tabel), lambda paar: paar[0]):
        with suppress(Terug), transaction.atomic():
            _geef_zonder_poort(wereld, mensen, rijen[een])
            for _, ander in met_een:
                with suppress(Terug), transaction.atomic():
                    mens = mensen[rijen[ander].soort]
                    niet_samen[een, ander] = "gaat niet samen met" in _verleen(wereld, rijen[ander], mens)
                    raise Terug
            raise Terug
    assert niet_samen == dict(paren(tabel))


def _nieuw(wereld: Wereld, soort: str, naam: str) -> Medewerker:
    return neem_aan(wereld, soort, f"{soort}/nieuw-{naam}")


def _verleen(wereld: Wereld, rij: Rij, mens: Medewerker) -> str:
    """Register and grant as the table says; what came of the grant. Stays when it was done."""
    groep = wereld.groep(rij.soort, rij.naam)
    pk = rechten.meld_aan(mens, groep, door=wereld.mensen[f"{rij.soort}/{ZONDER_FUNCTIE}"]).pk
    try:
        with wereld.als(sorted(verwacht(wereld, rij, rij.verleent))[0]):
            daden.doe(VERLENEN, pk, uuid4(), van=VANDAAG, tot=None)
    except Ongeldig as fout:
        return fout.fouten[""]
    return ""


def _overal_in_dienst(wereld: Wereld, tabel: Tabel) -> dict[str, Medewerker]:
    """The same account at the first party of each soort."""
    soorten = list(dict.fromkeys(rij.soort for rij in tabel))
    eerste = _nieuw(wereld, soorten[0], "overal")
    return {soorten[0]: eerste} | {
        soort: neem_in_dienst(
            eerste.account, wereld.deelnames[soort].partij, van=SINDS, verklaringen=VAN_MENS
        )
        for soort in soorten[1:]
    }


def _geef_zonder_poort(wereld: Wereld, mensen: dict[str, Medewerker], rij: Rij) -> None:
    groep = wereld.groep(rij.soort, rij.naam)
    aanmelding = rechten.meld_aan(
        mensen[rij.soort], groep, door=wereld.mensen[f"{rij.soort}/{ZONDER_FUNCTIE}"]
    )
    rechten.verleen(aanmelding, door=_nieuw(wereld, rij.soort, "verlener"), van=VANDAAG)
