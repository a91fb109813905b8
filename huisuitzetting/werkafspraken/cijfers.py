"""The figures of article 9.5 as they may be told: per half year that is over, nothing under the smallest number.

Hidden is hidden before it is sent: no holder of a copy, page or file has ever had the number itself. What is worked out
is worked out from what was told, so no sum or difference gives it away.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

DOELGROEPEN = {
    "huurder_met_kinderen": "Huurder met kinderen",
    "vijfenzestig_plus": "65 jaar of ouder",
    "statushouder": "Statushouder",
    "alleenstaande": "Alleenstaande",
    "overig": "Overig",
}
REDENEN = {
    "huurschuld": "Huurschuld",
    "overlast": "Overlast",
    "strafbaar_feit": "Strafbaar feit",
    "anders": "Anders",
}
SOORTEN = {
    "melding_achterstand": "huurachterstand",
    "melding_met_meer": "achterstand en meer problemen",
    "melding_met_toestemming": "zonder achterstand, met toestemming",
}
Getal = int | str


@dataclass(frozen=True, order=True)
class Halfjaar:
    """The first or second half of a year."""

    jaar: int
    deel: int

    @property
    def sleutel(self) -> str:
        return f"{self.jaar}-{self.deel}"

    @property
    def naam(self) -> str:
        return f"{'eerste' if self.deel == 1 else 'tweede'} halfjaar {self.jaar}"

    @property
    def van(self) -> date:
        return date(self.jaar, 1 if self.deel == 1 else 7, 1)

    @property
    def tot(self) -> date:
        return self.volgende.van

    @property
    def volgende(self) -> "Halfjaar":
        return Halfjaar(self.jaar, 2) if self.deel == 1 else Halfjaar(self.jaar + 1, 1)

    @property
    def vorige(self) -> "Halfjaar":
        return Halfjaar(self.jaar, 1) if self.deel == 2 else Halfjaar(self.jaar - 1, 2)


def halfjaar_van(dag: date) -> Halfjaar:
    return Halfjaar(dag.year, 1 if dag.month < 7 else 2)


def voltooid(dag: date, hoeveel: int) -> list[Halfjaar]:
    """The latest half years that are over, the latest first: of a number that grows two looks would tell how much."""
    rij = [halfjaar_van(dag).vorige]
    while len(rij) < hoeveel:
        rij.append(rij[-1].vorige)
    return rij


def weinig(kleinste: int) -> str:
    return f"minder dan {kleinste}"


def te_vertellen(aantal: int, kleinste: int) -> Getal:
    """The number as it may go out."""
    return weinig(kleinste) if 0 < aantal < kleinste else aantal


@dataclass(frozen=True)
class Getallen:
    """What is sent; the fact niet_herleidbaar looks at it."""

    waarden: Sequence[Getal]

    def veilig(self, kleinste: int) -> bool:
        return not any(isinstance(getal, int) and 0 < getal < kleinste for getal in self.waarden)


def samen(getallen: Sequence[Getal]) -> str:
    """What two half years come to, from what was told of them; a range where something was hidden."""
    bekend = sum(getal for getal in getallen if isinstance(getal, int))
    verborgen = [int(getal.rsplit(" ", 1)[1]) for getal in getallen if isinstance(getal, str)]
    if not verborgen:
        return str(bekend)
    if not bekend and len(verborgen) == 1:
        return weinig(verborgen[0])
    return f"{bekend + len(verborgen)} tot en met {bekend + sum(grens - 1 for grens in verborgen)}"


@dataclass
class Regel:
    """One line of the figures of a year: of whom, what, and the number of each half."""

    wie: str
    wat: str
    optelbaar: bool = True
    getallen: dict[int, Getal] = field(default_factory=dict)

    @property
    def eerste(self) -> str:
        return str(self.getallen.get(1, ""))

    @property
    def tweede(self) -> str:
        return str(self.getallen.get(2, ""))

    @property
    def heel_jaar(self) -> str:
        """Only when both halves were told, of what can be added up."""
        return samen(list(self.getallen.values())) if self.optelbaar and len(self.getallen) == 2 else ""


@dataclass(frozen=True)
class Cijfer:
    """One number as it was told."""

    periode: str
    wie: str
    wat: str
    getal: Getal
    optelbaar: bool = True


def per_jaar(cijfers: Iterable[Cijfer]) -> Mapping[int, Sequence[Regel]]:
    """The lines of each year, the latest year first, in the order in which they were given; of two the first counts."""
    jaren: dict[int, dict[tuple[str, str], Regel]] = {}
    for cijfer in cijfers:
        jaar, deel = map(int, cijfer.periode.split("-"))
        regels = jaren.setdefault(jaar, {})
        regel = regels.setdefault((cijfer.wie, cijfer.wat), Regel(cijfer.wie, cijfer.wat, cijfer.optelbaar))
        regel.getallen.setdefault(deel, cijfer.getal)
    return {jaar: list(jaren[jaar].values()) for jaar in sorted(jaren, reverse=True)}
