"""The clocks of a case as its page shows them: one line per duty, whose move it is, and why there is a term at all."""

from collections.abc import Iterable
from dataclasses import dataclass

from convenant.beleid.taal import Beleid, Termijn
from convenant.poort.klokken import Klokstand

from .templatetags.woorden import ENKELVOUD, MEERVOUD, woord

OPEN = ("loopt", "opgeschort")
RICHTING = {"binnen": "binnen {} daarna", "voor": "{} ervoor", "elke": "elke {}", "maximaal": "hoogstens {}"}
BRON = {
    "AVG": "Het getal staat in de AVG, niet in het convenant.",
    "voorstel": "Het convenant noemt geen getal. Dit getal is een voorstel.",
}


@dataclass(frozen=True)
class Plicht:
    """What somebody has to do: by the clock that counts, and the `later` ones for the same. `uitleg` says why there is a term."""

    klok: Klokstand
    later: tuple[Klokstand, ...]
    uitleg: tuple[str, ...]
    reden: str


@dataclass(frozen=True)
class Klokken:
    """`plichten` run, the most urgent first; `gedaan` were met, withdrawn, or ended with the case."""

    plichten: tuple[Plicht, ...]
    gedaan: tuple[Klokstand, ...]

    @property
    def eigen(self) -> Klokstand | None:
        """The first thing the own group has to do."""
        return next((p.klok for p in self.plichten if p.klok.eigen and p.klok.stand == "loopt"), None)

    @property
    def van_ander(self) -> Klokstand | None:
        return next((p.klok for p in self.plichten if not p.klok.eigen and p.klok.stand == "loopt"), None)

    @property
    def eerst_ander(self) -> bool:
        """What another has to do comes before what the own group has to do."""
        eigen, ander = self.eigen, self.van_ander
        return eigen is not None and ander is not None and ander.vervalt_op < eigen.vervalt_op


def klokken(beleid: Beleid, standen: Iterable[Klokstand]) -> Klokken:
    """`standen` as the gate gives them: the most urgent on top."""
    per_plicht: dict[tuple[str, str, str], list[Klokstand]] = {}
    gedaan = []
    for stand in standen:
        if stand.stand in OPEN:
            per_plicht.setdefault((stand.actie, stand.van, stand.stand), []).append(stand)
        else:
            gedaan.append(stand)
    plichten = (
        Plicht(eerst, tuple(later), uitleg(beleid, eerst), _reden(beleid, eerst))
        for eerst, *later in per_plicht.values()
    )
    return Klokken(tuple(plichten), tuple(gedaan))


def uitleg(beleid: Beleid, stand: Klokstand) -> tuple[str, ...]:
    """What started it and how long it is; and when that number is not the text's, whose it is."""
    termijn = next((rij for rij in beleid.termijnen if rij.naam == stand.termijn), None)
    if termijn is None:
        return ()
    begin = f"{woord(termijn.na)}: {duur(termijn)}."
    return (begin, BRON[termijn.bron]) if termijn.bron else (begin,)


def duur(termijn: Termijn) -> str:
    """binnen 5 werkdagen daarna, elke 3 maanden, meteen."""
    if termijn.eenheid in ("direct", "afgesproken"):
        return "meteen" if termijn.eenheid == "direct" else "op de afgesproken dag"
    eenheid = (
        ENKELVOUD.get(termijn.eenheid, termijn.eenheid)
        if termijn.duur == 1
        else MEERVOUD.get(termijn.eenheid, termijn.eenheid)
    )
    return RICHTING[termijn.richting].format(f"{termijn.duur} {eenheid}")


def _reden(beleid: Beleid, stand: Klokstand) -> str:
    """Why it is held (a fact of the policy, said in its words), or why it was made longer (as somebody wrote it)."""
    if stand.stand != "opgeschort":
        return stand.reden
    feit = next((feit for feit in beleid.feiten if feit.naam == stand.reden), None)
    return feit.uitleg if feit else ""
