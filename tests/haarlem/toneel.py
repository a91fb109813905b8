"""Who plays whom in Haarlem, and how a row of the tables is tried through the gate: somebody acts, granted or refused.

What facts say is told here, one at a time; that rows answer them is told in tests/huisuitzetting. What a row calls
"soort/functie" is played by the persona of that name.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager

from convenant.beleid.beheer import BEHEER
from convenant.beleid.taal import BEGIN, ZONDER_ZAAK
from convenant.partijen.models import Groep
from convenant.poort import poort, zaken
from convenant.poort.feiten import Aanvraag
from convenant.poort.grens import beurt
from convenant.poort.zaken import Zaak
from huisuitzetting.beleid import HAARLEM
from tests.beleid.haarlem import KLOK
from tests.beleid.haarlem_vragen import SETS
from tests.beleid.tabel import SetRegel, kant
from tests.beleid.test_haarlem_handelingen import FUNCTIES
from tests.beleid.test_haarlem_stappen import STAPPEN
from tests.beleid.test_haarlem_voorwaarden import FEITEN, WAARDEN
from tests.heemstede.toneel import als_eigenaar, ongedaan, weigering, zet_stap
from tests.wereld import Wereld

__all__ = [
    "GAAT_DOOR",
    "LIJSTEN",
    "SETS",
    "SPELERS",
    "STAPPEN_VAN_ZAKEN",
    "ZONDER",
    "als_eigenaar",
    "ongedaan",
    "weigering",
    "zet_stap",
]

SPELERS = tuple(regel.functie for regel in FUNCTIES)
# What goes on before the convenant is in force and after it.
GAAT_DOOR = (*HAARLEM.ook_na_afloop, *BEHEER)
EIS_VAN = {feit: eis for eis, feit, _ in FEITEN} | {
    "volgorde_gevolgd": "HAA-3.6",
    "nog_niet_gemeld": "HAA-B4.2",
    "terugkoppeling_gegeven": "HAA-3.7",
    "nog_niet_beslist": "HAA-2.2.1",
}
ZONDER = (BEGIN, ZONDER_ZAAK)  # there is no case
STAPPEN_VAN_ZAKEN = tuple(dict.fromkeys(s for r in STAPPEN for s in (r.van, r.naar) if s not in ZONDER))
LIJSTEN: dict[str, dict[str, tuple[str, ...]]] = {}
for _, _naam, _veld, _waarden in WAARDEN:
    LIJSTEN.setdefault(_naam, {})[_veld] = _waarden


class Gesteld:
    """The answers to the facts of Haarlem: yes, but for those in `niet`."""

    def __init__(self) -> None:
        self.niet: frozenset[str] = frozenset()
        self.vragen = {feit.naam: self._antwoord(feit.naam) for feit in HAARLEM.feiten}

    def _antwoord(self, naam: str) -> Callable[[Aanvraag], bool]:
        return lambda aanvraag: naam not in self.niet

    @contextmanager
    def zonder(self, *feiten: str) -> Iterator[None]:
        """Within, these do not hold, whatever was asked before."""
        self.niet = frozenset(feiten)
        beurt().vast.clear()
        yield
        self.niet = frozenset()
        beurt().vast.clear()

    def alleen(self, *feiten: str) -> AbstractContextManager[None]:
        """Within, only these hold."""
        return self.zonder(*(self.vragen.keys() - set(feiten)))


def zaak_in(wereld: Wereld, stap: str, *namen: str) -> Zaak:
    """A case in this step that all of them have; the first opened it."""
    eerste, *anderen = namen or SPELERS
    with wereld.als(eerste):
        zaak = zaken.maak_zaak(stap, "proef", "HAA-2.1")
        zaken.geef_toegang(zaak, [groep(wereld, naam) for naam in anderen], "proef", "HAA-2.1")
        return zaak


def groep(wereld: Wereld, naam: str) -> Groep:
    return wereld.autorisaties[naam].groep


def speelt(naam: str) -> bool:
    """Somebody who signs in: not the clock, nor who is reached by letter."""
    return naam in SPELERS


def waarden_van(regel: SetRegel) -> dict[str, str]:
    """A value for every field of the set; the first of its list where it has one."""
    lijsten = LIJSTEN.get(regel.naam, {})
    return {veld: lijsten.get(veld, (f"{veld} van de proef",))[0] for veld in regel.velden}


def grond_van(regel: SetRegel, van: str) -> str:
    """The first ground that who sends has for this set."""
    return (*dict(regel.grondslagen_van).get(van.split("/")[0], regel.grondslagen), "")[0]


def verstrek(
    wereld: Wereld,
    regel: SetRegel,
    aan: str,
    zaak: Zaak | None,
    *,
    waarden: Mapping[str, str] | None = None,
    doel: str | None = None,
    grondslag: str | None = None,
) -> poort.Verstrekt:
    """Send the set as who works now, all in order but for what is said otherwise."""
    wie = beurt().wie.kant
    return poort.verstrek(
        regel.naam,
        waarden_van(regel) if waarden is None else waarden,
        [groep(wereld, aan)] if speelt(aan) else [],
        zaak=zaak,
        doel=(*regel.doelen, "")[0] if doel is None else doel,
        grondslag=grond_van(regel, f"{wie.soort}/{wie.functie}") if grondslag is None else grondslag,
        extern=None if speelt(aan) else kant(aan),
    )


def doe(handeling: str, zaak: Zaak | None) -> str:
    """Perform a verb as who works now, by the gate's road for it; the step the case is in after it, if there is one."""
    if zaak is not None:
        with zaken.doe(zaak, handeling):
            pass
        return zaken.zaak_van(zaak.pk).stap
    if any(rij.van == BEGIN and rij.handeling == handeling for rij in STAPPEN):
        with zaken.begin_zaak(handeling) as nieuw:
            return nieuw.stap
    with poort.handel(handeling):
        return ""


def begint(handeling: str, naam: str = "") -> str:
    """The first step the verb may be performed in, by this one if anybody does; ZONDER_ZAAK when it needs no case."""
    rijen = [rij for rij in STAPPEN if rij.handeling == handeling]
    return next((r.van for r in rijen if naam in r.door), rijen[0].van if rijen else ZONDER_ZAAK)


def gezegd(feit: str) -> tuple[tuple[str, str], ...]:
    """What is heard when only this fact is missing: Haarlem keeps none of them to itself."""
    return ((feit, EIS_VAN[feit]),)


def van_mensen(kanten: Sequence[str]) -> tuple[str, ...]:
    return tuple(naam for naam in kanten if naam != KLOK)
