"""The first time through the file: what belongs to each agreement is added up, persons and dwellings are kept by id."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

from django.conf import settings

from convenant.bestand import Fouten
from convenant.jsonbestand import lees_lijsten
from convenant.tijd import vandaag

from . import codes
from .regelingen import Regeling, lees_regeling
from .waarden import Ding, VeraFout, bedrag, code, datum, sleutel

GEEN_VERA = (
    "Dit zijn geen huurachterstanden zoals VERA die kent. Lever een JSON-bestand met overeenkomsten en boekingen "
    "volgens VERA 4.3, of gebruik een CSV-bestand."
)
# What cannot be placed with a tenancy, told of for the file as a whole: nobody may seem to owe less, or more, because of it.
LOS = {
    codes.BOEKINGEN: "Open boekingen zonder overeenkomst in dit bestand: {}. Voeg die overeenkomsten toe.",
    codes.REGELINGEN: "Betalingsregelingen zonder overeenkomst: {}. Vul in bij welke zij horen.",
    codes.INCASSOS: "Externe incasso’s zonder overeenkomst: {}. Vul in bij welke zij horen.",
}


@dataclass
class Bij:
    """What belongs to one agreement: open claims with their due date, what is in the tenant's favour, and what could not be read."""

    vorderingen: list[tuple[date, Decimal]] = field(default_factory=list)
    tegoed: Decimal = Decimal(0)
    regelingen: list[Regeling] = field(default_factory=list)
    deurwaarder_op: date | None = None
    fouten: dict[str, str] = field(default_factory=dict)

    def schuld(self) -> tuple[Decimal, date | None]:
        """What is owed, and since when: what is in the tenant's favour pays the oldest claim first (BW 6:43)."""
        over = self.tegoed
        for vervallen, saldo in sorted(self.vorderingen):
            over -= saldo
            if over < 0:
                return sum((saldo for _, saldo in self.vorderingen), -self.tegoed), vervallen
        return Decimal(0), None

    def regeling(self) -> Regeling:
        """The last running arrangement, one of which all is known first; without one, what became of the last."""
        lopend = [regeling for regeling in self.regelingen if regeling.stand == codes.LOOPT]
        geen = Regeling(date.min, codes.GEEN, {})
        return max(lopend or self.regelingen, key=lambda een: (bool(een.cellen), een.begin), default=geen)


class Delen:
    """The lists of one file. Raises BestandFout for a file that is something else, or that lacks a list it needs."""

    def __init__(self, bron: BinaryIO, fouten: Fouten) -> None:
        self.namen: set[str] = set()
        self.overeenkomsten: set[str] = set()
        self.bij: dict[str, Bij] = {}
        self.bekend: dict[str, dict[str, Ding]] = {codes.RELATIES: {}, codes.EENHEDEN: {}}
        self._boekingen: set[int] = set()
        self._los: Counter[str] = Counter()
        for naam, nummer, ding in lees_lijsten(bron, fouten, GEEN_VERA):
            if zin := self._fout(naam, nummer, ding):
                raise fouten.stop(0, zin)
            self.namen.add(codes.DEEL[naam])
            if isinstance(ding, Mapping):
                self._neem(codes.DEEL[naam], ding)
        if not self.namen.issuperset(codes.VERPLICHT):
            raise fouten.stop(0, GEEN_VERA)
        self._meld_los(fouten)

    def _fout(self, naam: str, nummer: int, ding: Any) -> str:
        if not naam:
            return GEEN_VERA
        if naam not in codes.DEEL:
            return (
                f"Dit bestand heeft een deel dat wij niet kennen. Gebruik alleen: {', '.join(codes.DELEN)}."
            )
        if nummer > settings.INLEZEN_MAX_RIJEN:
            return (
                f"‘{naam}’ heeft meer dan {settings.INLEZEN_MAX_RIJEN} delen. Splits of verklein het bestand."
            )
        if nummer and not isinstance(ding, Mapping):
            return f"In ‘{naam}’ staat iets anders dan gegevens volgens VERA. Haal dat weg."
        return ""

    def _meld_los(self, fouten: Fouten) -> None:
        for van, bij in self.bij.items():
            if van not in self.overeenkomsten:
                self._los[codes.BOEKINGEN] += len(bij.vorderingen) + ("schuld" in bij.fouten)
        if (zonder := self.bij.get("")) is not None:
            self._los[codes.BOEKINGEN] += zonder.tegoed > 0
            self._los[codes.REGELINGEN] += len(zonder.regelingen) + ("betalingsregeling" in zonder.fouten)
        for deel, zin in LOS.items():
            if self._los[deel]:
                fouten.meld(0, deel, zin.format(self._los[deel]))

    def _neem(self, deel: str, ding: Ding) -> None:
        if deel == codes.OVEREENKOMSTEN:
            self.overeenkomsten.add(sleutel(ding))
        elif deel in self.bekend:
            self._onthoud(deel, ding)
        elif deel == codes.INCASSOS:
            self._incasso(ding)
        else:
            bij = self.bij.setdefault(sleutel(ding.get("overeenkomst")), Bij())
            try:
                self._boeking(ding, bij) if deel == codes.BOEKINGEN else bij.regelingen.append(
                    lees_regeling(ding)
                )
            except VeraFout as fout:
                kolom = "schuld" if deel == codes.BOEKINGEN else "betalingsregeling"
                bij.fouten.setdefault(kolom, f"Bij een van de {deel}: {fout}")

    def _onthoud(self, deel: str, ding: Ding) -> None:
        """Only what is needed, and an id that stands for two things stands for nothing."""
        klein = {naam: ding[naam] for naam in codes.NODIG[deel] if naam in ding}
        if self.bekend[deel].setdefault(sleutel(ding), klein) != klein:
            self.bekend[deel][sleutel(ding)] = codes.DUBBEL

    def _boeking(self, ding: Ding, bij: Bij) -> None:
        saldo = bedrag(ding, "saldo")
        if not saldo or not code(ding, "status", codes.BOEKINGSTATUS, leeg=True):
            return
        if naam := sleutel(ding):
            # The hash of an id, not the id: many of them stay small.
            if hash(naam) in self._boekingen:
                raise VeraFout("er staat er een twee keer in het bestand. Haal een van de twee weg.")
            self._boekingen.add(hash(naam))
        soort = code(ding, "soort", codes.BOEKINGSOORT)
        if soort == codes.ONTVANGST or (soort == codes.VORDERING and saldo < 0):
            bij.tegoed += abs(saldo)
        elif soort == codes.VORDERING and code(ding, "detailSoort", codes.HUUR, leeg=True):
            vervallen = datum(ding, "vervaldatum")
            if vervallen is None:
                raise VeraFout("de vervaldatum ontbreekt. Vul haar in.")
            if vervallen < vandaag():
                bij.vorderingen.append((vervallen, saldo))

    def _incasso(self, ding: Ding) -> None:
        """One collection may be about several agreements; `overeenkomst` is how VERA said it before."""
        verwijzingen = ding.get("overeenkomsten") or [ding.get("overeenkomst")]
        wie = {sleutel(deel) for deel in verwijzingen} if isinstance(verwijzingen, list) else {""}
        fout, op = "", None
        try:
            op = overgedragen_op(ding)
        except VeraFout as gevangen:
            fout = f"Bij een van de externe incasso’s: {gevangen}"
        if op is None and not fout:
            return
        self._los[codes.INCASSOS] += "" in wie
        for naam in wie - {""}:
            bij = self.bij.setdefault(naam, Bij())
            if op is None:
                bij.fouten["deurwaarder_op"] = fout
            else:
                bij.deurwaarder_op = min(op, bij.deurwaarder_op or op)


def overgedragen_op(incasso: Ding) -> date | None:
    """When the bailiff got it; None for another collector, for one that is over, and for one that has not got it yet."""
    if not code(incasso, "soort", codes.DEURWAARDER):
        return None
    stand = code(incasso, "status", codes.INCASSOSTATUS)
    op = datum(incasso, "overdrachtsdatum")
    if op is None and stand == codes.BIJ_DEURWAARDER:
        raise VeraFout("de overdrachtsdatum ontbreekt. Vul haar in.")
    return None if stand == codes.EINDE else op
