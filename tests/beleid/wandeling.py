"""A walk: who does what with which set towards whom, and what everybody can see afterwards, without a database.

Somebody is written "soort/functie", or "soort/functie@naam" where two parties (or persons) of one soort take part.
The walk holds the step of one case, the facts, the settings, the moment, and the copies each holder got: exactly the
fields `beslis` granted. What is not said is so: facts hold and settings are filled unless the walk says otherwise.
"""

from datetime import datetime, timedelta

from convenant.beleid.beslissing import Stand, Uitkomst, Vraag, beslis
from convenant.beleid.kalender import AMSTERDAM, bewaren_tot
from convenant.beleid.taal import BEGIN, EXTERN, INZIEN, Beleid, Kant
from convenant.beleid.vergelijking import vergelijk

from .tabel import alle_kanten, alles_waar, ingevuld, kant


class Wandeling:
    """`niet_waar`: facts that do not hold yet. `bewaren`: set -> the Bewaartermijn over copies of it."""

    def __init__(
        self,
        beleid: Beleid,
        stap: str = BEGIN,
        niet_waar: tuple[str, ...] = (),
        bewaren: dict[str, str] | None = None,
    ):
        self.beleid, self.stap = beleid, stap
        self.feiten = alles_waar(beleid, niet_waar)
        self.instellingen = ingevuld(beleid)
        self.moment = datetime(2026, 3, 10, 9, tzinfo=AMSTERDAM)
        self.bewaren = bewaren or {}
        self.kopieen: list[
            tuple[str, str, str, datetime, dict[str, str]]
        ] = []  # wie, set, doel, moment, waarden

    def nu_geldt(self, **feiten: bool) -> None:
        """Facts that changed. Raises KeyError for one the policy does not know."""
        for naam in feiten:
            self.beleid.feit(naam)
        self.feiten |= feiten

    def later(self, **duur: int) -> None:
        self.moment += timedelta(**duur)

    def doe(self, wie: str, handeling: str) -> Uitkomst:
        """An act without data; the step moves."""
        uitkomst = self._beslis(Vraag(_kant(wie), handeling, self.stap))
        assert uitkomst.mag, f"{wie} mag niet {handeling} in {self.stap}: {uitkomst.gemis}"
        self.stap = uitkomst.naar or self.stap
        return uitkomst

    def stuur(self, gegevensset, van, aan, waarden: dict[str, str], voorgelegd=None, **vraag) -> Uitkomst:
        """Sends `waarden` (all the supplier knows) to one receiver or several; each copy gets the granted fields.

        `vraag`: doel, grondslag, and `velden` when only some fields are asked for. With wijze "vergelijken" the
        copies hold the answers about `voorgelegd`.
        """
        rij = self.beleid.gegevensset(gegevensset)
        ontvangers = (aan,) if isinstance(aan, str) else aan
        uitkomsten = [self._beslis(self._zend(rij, van, naar, **vraag)) for naar in ontvangers]
        for naar, uitkomst in zip(ontvangers, uitkomsten, strict=True):
            assert uitkomst.mag, (
                f"{gegevensset} mag niet van {van} naar {naar} in {self.stap}: {uitkomst.gemis}"
            )
            geeft = waarden
            if uitkomst.wijze == "vergelijken":
                geeft = {veld: vergelijk(waarde, waarden.get(veld)) for veld, waarde in voorgelegd.items()}
            leeg = set(uitkomst.velden) - set(rij.optioneel) - set(geeft)
            assert not leeg, f"{gegevensset}: geen waarde voor {leeg}"
            houders = (naar, van) if rij.afzender_bewaart else (naar,)
            for houder in houders:
                kopie = {veld: geeft[veld] for veld in uitkomst.velden if veld in geeft}
                self._bewaar(houder, gegevensset, uitkomst.doel, kopie)
        self.stap = uitkomsten[0].naar or self.stap
        return uitkomsten[0]

    def geweigerd(
        self, handeling, wie="", gegevensset="", van="", aan="", feiten=(), eisen=(), **vraag
    ) -> Uitkomst:
        """The act (by `wie`) or the sending of a set (`van`, `aan`) is refused, and for exactly this: the facts
        missing, and the clauses of what is missing without being a fact. The step stays."""
        if gegevensset:
            gesteld = self._zend(self.beleid.gegevensset(gegevensset), van, aan, handeling, **vraag)
        else:
            gesteld = Vraag(_kant(wie), handeling, self.stap)
        uitkomst = self._beslis(gesteld)
        assert not uitkomst.mag, f"{gesteld} mag wel"
        assert {reden.feit for reden in uitkomst.gemis if reden.feit} == set(feiten)
        assert {reden.eis for reden in uitkomst.gemis if not reden.feit} == set(eisen)
        return uitkomst

    def ziet(self, wie: str) -> dict[str, dict[str, str]]:
        """The copies `wie` holds and may read now. A letter outside is paper: it stays with whoever got it."""
        beeld: dict[str, dict[str, str]] = {}
        for houder, gegevensset, doel, sinds, waarden in self.kopieen:
            if houder != wie or self._vergaan(gegevensset, sinds):
                continue
            velden = tuple(waarden)
            if _kant(wie).soort not in EXTERN:
                vraag = Vraag(_kant(wie), INZIEN, self.stap, gegevensset, doel=doel)
                velden = self._beslis(vraag).velden
            if zichtbaar := {veld: waarde for veld, waarde in waarden.items() if veld in velden}:
                beeld.setdefault(gegevensset, {}).update(zichtbaar)
        return beeld

    def iedereen_ziet(self, verwacht: dict[str, dict[str, dict[str, str]]]) -> None:
        """Exactly this; whoever is not named (every functie of the policy, every holder) sees nothing."""
        iedereen = {f"{k.soort}/{k.functie}" for k in alle_kanten(self.beleid)} | {k[0] for k in self.kopieen}
        for wie in sorted(iedereen | set(verwacht)):
            assert self.ziet(wie) == verwacht.get(wie, {}), f"wat {wie} ziet in {self.stap}"

    def _beslis(self, vraag: Vraag) -> Uitkomst:
        return beslis(self.beleid, vraag, Stand(self.feiten, self.instellingen))

    def _zend(self, rij, van, aan, handeling="", **vraag) -> Vraag:
        wie, tegenpartij = (van, aan) if rij.initiatief == "van" else (aan, van)
        return Vraag(_kant(wie), handeling or rij.handeling, self.stap, rij.naam, _kant(tegenpartij), **vraag)

    def _bewaar(self, wie: str, gegevensset: str, doel: str, waarden: dict[str, str]) -> None:
        self.kopieen.append((wie, gegevensset, doel, self.moment, waarden))

    def _vergaan(self, gegevensset: str, sinds: datetime) -> bool:
        regel = self.bewaren.get(gegevensset)
        return regel is not None and bewaren_tot(self.beleid.bewaartermijn(regel), sinds) <= self.moment


def _kant(wie: str) -> Kant:
    return kant(wie.split("@")[0])
