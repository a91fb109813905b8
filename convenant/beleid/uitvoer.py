"""A policy as text for a jurist, article by article, and as JSON for machines."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from .beheer import BEHEER
from .taal import (
    Beleid,
    Bevoegdheid,
    Bewaartermijn,
    Doel,
    Feit,
    Functie,
    Gegevensset,
    Grondslag,
    Instelling,
    Kant,
    Lijst,
    Overgang,
    Partijsoort,
    Termijn,
    Veldgrens,
    Verbod,
)

# What stands before the articles of a convenant, in the order of the texts; annexes come after them.
VOORAF = ("PAR", "INL", "OW", "DEF")

BEREIK = {"groep": "", "partij": " (voor de hele eigen partij)", "convenant": " (voor het hele convenant)"}
VERANTWOORDELIJK = {"van": "wie levert", "aan": "wie ontvangt", "gezamenlijk": "partijen samen"}
WIJZE = {
    "tonen": "de gegevens zelf",
    "vergelijken": "alleen of het klopt: ja, nee of afwijkend",
    "bestaat": "alleen of er iets is",
}
RICHTING = {"binnen": "binnen {}", "voor": "{} ervoor", "elke": "elke {}", "maximaal": "hoogstens {}"}


def als_json(beleiden: Iterable[Beleid]) -> dict[str, Any]:
    """`{"convenanten": [...]}` with every row; an end is "soort/functie", its condition stands in `van_mits`,
    `aan_mits` or `door_mits` as {"soort/functie": feit}."""
    return {"convenanten": [_als_json(beleid) for beleid in beleiden]}


def _als_json(waarde: Any) -> Any:
    if isinstance(waarde, Kant):
        return _kant(waarde)
    if isinstance(waarde, tuple):
        return [_als_json(deel) for deel in waarde]
    if not is_dataclass(waarde):
        return waarde
    rij: dict[str, Any] = {}
    for veld in fields(waarde):
        inhoud = getattr(waarde, veld.name)
        rij[veld.name] = _als_json(inhoud)
        if veld.name in ("van", "aan", "door") and isinstance(inhoud, tuple):
            rij[f"{veld.name}_mits"] = {_kant(kant): kant.mits for kant in inhoud if kant.mits}
    return rij


@dataclass(frozen=True)
class Artikel:
    """Everything a policy takes from one clause; a line that belongs to the one before it is indented by two spaces."""

    eis: str
    regels: tuple[str, ...]


def artikelen(beleid: Beleid) -> list[Artikel]:
    """The policy per article, in the order of the text."""
    per_artikel: defaultdict[str, list[str]] = defaultdict(list)
    for eis, regels in _rijen(beleid):
        per_artikel[eis] += regels
    return [Artikel(eis, tuple(per_artikel[eis])) for eis in sorted(per_artikel, key=_volgorde)]


def als_tekst(beleid: Beleid) -> str:
    """Per article everything the policy takes from it; one fact per line, so that a change is one line too."""
    delen = ["\n".join(kop(beleid))]
    delen += [
        "\n".join([artikel.eis, *(f"  {regel}" for regel in artikel.regels)]) for artikel in artikelen(beleid)
    ]
    return "\n\n".join(delen) + "\n"


def _volgorde(eis: str) -> tuple[Any, ...]:
    """The order of the text: 2.5 before 2.10, recitals before articles, annexes after them."""
    nummer = eis.partition("-")[2]
    letters = re.match(r"[A-Z]*", nummer)
    vooraan = letters.group() if letters else ""
    groep = VOORAF.index(vooraan) if vooraan in VOORAF else len(VOORAF) + bool(vooraan)
    delen = re.findall(r"\d+|[^\d.]+", nummer)
    return groep, [(0, int(deel), "") if deel.isdigit() else (1, 0, deel) for deel in delen]


def kop(beleid: Beleid) -> Iterator[str]:
    """What holds for every article: the name, what is always needed, the one neutral sentence."""
    yield beleid.naam
    yield f"{beleid.code}, versie {beleid.versie}"
    yield from _feiten(beleid, "Altijd nodig", beleid.altijd_vereist)
    yield from _feiten(beleid, "Altijd nodig om te lezen", beleid.altijd_bij_inzage)
    yield from _lijst_van("Gaat door na afloop", beleid.ook_na_afloop)
    gegeven = dict.fromkeys(h for rij in beleid.bevoegdheden for h in rij.handelingen)
    yield from _lijst_van(
        "Kan altijd, ook als niet geldt wat altijd nodig is of als instellingen leeg zijn. "
        "Alleen wat de functie of de bevoegdheid zelf nodig heeft, moet gelden",
        [handeling for handeling in gegeven if handeling in BEHEER],
    )
    yield from _lijst_van("Stopt nooit door een ongeldige bepaling", beleid.stopt_nooit)
    if beleid.elke_vorm:
        yield f"Geldt ook voor wat mondeling of op papier wordt gegeven ({beleid.elke_vorm})"
    yield f"Als de reden niet gezegd mag worden: {beleid.neutraal}"


def _rijen(beleid: Beleid) -> Iterator[tuple[str, Iterable[str]]]:
    """Clause and lines of every row, in the order in which an article is read: who, why, what, how, how long."""
    yield from ((rij.eis, _functie(beleid, rij)) for rij in beleid.functies)
    yield from ((rij.eis, _bevoegdheid(beleid, rij)) for rij in beleid.bevoegdheden)
    yield from ((rij.eis, _doel(beleid, rij)) for rij in beleid.doelen)
    yield from ((rij.eis, _grondslag(beleid, rij)) for rij in beleid.grondslagen)
    yield from ((rij.eis, _feit(rij)) for rij in beleid.feiten)
    yield from ((rij.eis, _gegevensset(beleid, rij)) for rij in beleid.gegevenssets)
    yield from (
        (grens.eis, _grens(beleid, rij, grens)) for rij in beleid.gegevenssets for grens in rij.grenzen
    )
    yield from ((rij.eis, _overgang(beleid, rij)) for rij in beleid.overgangen)
    yield from ((rij.eis, _termijn(beleid, rij)) for rij in beleid.termijnen)
    yield from ((rij.eis, _bewaartermijn(beleid, rij)) for rij in beleid.bewaartermijnen)
    yield from ((rij.eis, _instelling(rij)) for rij in beleid.instellingen)
    yield from ((rij.eis, _verbod(rij)) for rij in beleid.verboden)
    yield from ((rij.eis, _lijst(rij)) for rij in beleid.lijsten)
    yield from ((rij.eis, _partijsoort(rij)) for rij in beleid.partijsoorten)


def _functie(beleid: Beleid, rij: Functie) -> Iterator[str]:
    yield f"Functie {rij.soort}/{rij.naam}: {rij.uitleg}"
    if rij.registreert:
        yield f"  Aangemeld door: {_kant(rij.registreert)}"
    if rij.verleent:
        yield f"  Verleend door: {_kant(rij.verleent)}"
    if rij.maximum is not None:
        yield f"  Ten hoogste {rij.maximum} per partij"
    if rij.per_team:
        yield "  Per team"
    yield from _lijst_van("  Niet samen met", rij.onverenigbaar)
    yield from _feiten(beleid, "  Nodig", rij.vereist)


def _bevoegdheid(beleid: Beleid, rij: Bevoegdheid) -> Iterator[str]:
    yield f"{rij.soort}/{rij.functie} mag{BEREIK[rij.bereik]}:"
    yield from (f"  - {handeling}" for handeling in rij.handelingen)
    yield from _feiten(beleid, "  Nodig", rij.vereist)


def _doel(beleid: Beleid, rij: Doel) -> Iterator[str]:
    yield f"Doel {rij.naam}: {rij.uitleg}"
    yield from _feiten(beleid, "  Nodig", rij.vereist)


def _grondslag(beleid: Beleid, rij: Grondslag) -> Iterator[str]:
    yield f"Grondslag {rij.naam}: {rij.tekst}"
    yield from _lijst_van("  Alleen voor", rij.soorten)
    yield from _feiten(beleid, "  Nodig", rij.vereist)


def _feit(rij: Feit) -> Iterator[str]:
    yield f"Voorwaarde {rij.naam} ({rij.over}): {rij.uitleg}"
    yield f"  Anders: {rij.gemis}" + ("" if rij.gemis_zichtbaar else " (wordt niet gezegd)")


def _gegevensset(beleid: Beleid, rij: Gegevensset) -> Iterator[str]:
    yield f"Gegevensset {rij.naam}"
    yield from _kanten(beleid, "  Van", rij.van)
    yield from _kanten(beleid, "  Aan", rij.aan)
    yield f"  {'Gestuurd' if rij.initiatief == 'van' else 'Opgehaald'} met: {rij.handeling}"
    yield "  Gegevens:"
    yield from (f"    - {veld}{' (als bekend)' if veld in rij.optioneel else ''}" for veld in rij.velden)
    if rij.velden_uit:
        yield f"  Hiervan gaat wat is gekozen bij: {rij.velden_uit}"
    for waarden in rij.waarden:
        yield from _lijst_van(f"  {waarden.veld} is een van", waarden.waarden)
    yield from _lijst_van("  Doelen", rij.doelen)
    yield from _lijst_van("  Grondslagen", rij.grondslagen)
    yield from _lijst_van("  Gaat over in", rij.verzenden_in)
    yield from _feiten(beleid, "  Nodig", rij.vereist)
    yield from _lijst_van("  Te lezen in", rij.inzage_in)
    yield from _feiten(beleid, "  Nodig om te lezen", rij.inzage_vereist)
    yield f"  De ontvanger ziet: {WIJZE[rij.wijze]}"
    verantwoordelijk = VERANTWOORDELIJK.get(rij.verantwoordelijke, rij.verantwoordelijke)
    yield f"  Verwerkingsverantwoordelijke: {verantwoordelijk}"
    yield f"  Wie levert houdt een kopie: {_ja(rij.afzender_bewaart)}"
    yield f"  Anderen mogen weten dat dit bestaat: {_ja(rij.bestaan_zichtbaar)}"
    yield from _bijzonderheden(beleid, rij)


def _bijzonderheden(beleid: Beleid, rij: Gegevensset) -> Iterator[str]:
    if rij.kenmerk:
        yield f"  Kenmerk: {rij.kenmerk}"
    if not rij.persoonsgegeven:
        yield "  Gaat niet over een persoon"
    if rij.antwoord:
        yield f"  Wie dit krijgt, is ook aan zet tot: {rij.antwoord}"
    if rij.tijdstip_mits:
        yield from _feiten(beleid, "  Het tijdstip wordt alleen bewaard als", (rij.tijdstip_mits,))


def _grens(beleid: Beleid, rij: Gegevensset, grens: Veldgrens) -> Iterator[str]:
    yield f"In gegevensset {rij.naam} gaan maar beperkt over:"
    yield from (f"  - {veld}" for veld in grens.velden)
    yield from _lijst_van("  Nooit naar", grens.niet_aan)
    yield from _lijst_van("  Alleen voor", grens.doelen)
    yield from _feiten(beleid, "  Nodig", grens.vereist)


def _overgang(beleid: Beleid, rij: Overgang) -> Iterator[str]:
    yield f"Stap {rij.van} -> {rij.naar} met: {rij.handeling}"
    yield from _kanten(beleid, "  Door", rij.door)
    yield from _feiten(beleid, "  Nodig", rij.vereist)
    if rij.vrij:
        yield "  De stap wacht hier niet op"


def _termijn(beleid: Beleid, rij: Termijn) -> Iterator[str]:
    yield f"Termijn {rij.naam} ({rij.onderwerp}): {rij.actie}"
    yield f"  Vanaf: {rij.na}"
    aantal = rij.eenheid if rij.eenheid in ("direct", "afgesproken") else f"{rij.duur} {rij.eenheid}"
    yield f"  Duur: {RICHTING[rij.richting].format(aantal)}"
    if rij.instelling:
        yield f"  Een ander aantal kan bij {rij.instelling}"
    if rij.drempel:
        yield f"  Vanaf een bedrag van: {rij.drempel[0]:g} {rij.drempel[1]}"
    if rij.eerste_dag_telt:
        yield "  De eerste dag telt mee"
    if rij.verantwoordelijk:
        yield f"  Te doen door: {_kant(rij.verantwoordelijk)}"
    yield from _kanten(beleid, "  Ook te zien voor", rij.zien)
    yield from _lijst_van("  Waarschuwing, dagen ervoor", [str(dagen) for dagen in rij.waarschuw])
    yield from _feiten(beleid, "  Staat stil zolang", rij.opgeschort_door)
    if rij.verlenging:
        yield f"  Een keer te verlengen met {rij.verlenging[0]} {rij.verlenging[1]}, met een reden"
    if rij.bron:
        yield f"  Het getal komt niet uit de tekst: {rij.bron}"


def _bewaartermijn(beleid: Beleid, rij: Bewaartermijn) -> Iterator[str]:
    yield f"Bewaren van {rij.naam} ({rij.onderwerp})"
    yield f"  Vanaf: {rij.na}"
    if rij.duur is not None:
        yield f"  Duur: {rij.duur} {rij.eenheid}"
    if rij.instelling:
        yield f"  Duur: zoals gekozen bij {rij.instelling}"
    yield f"  Daarna: {rij.daarna}"
    if rij.vier_ogen:
        yield "  Twee mensen moeten dit goedkeuren"
    if rij.afkoeling:
        yield f"  Bedenktijd: {rij.afkoeling} dagen"
    yield from _feiten(beleid, "  Blijft zolang", rij.behoud_als)


def _instelling(rij: Instelling) -> Iterator[str]:
    yield f"Instelling {rij.naam} ({rij.soort}, per {rij.van}): {rij.uitleg}"
    if rij.standaard is not None:
        yield f"  Standaard: {rij.standaard}"
    if rij.blokkeert:
        yield f"  Blokkeert zolang leeg: {rij.blokkeert}"


def _verbod(rij: Verbod) -> Iterator[str]:
    yield from _lijst_van(f"Nooit naar {rij.soort}", rij.velden)


def _partijsoort(rij: Partijsoort) -> Iterator[str]:
    hoogstens = "zoveel als er tekenen" if rij.maximum is None else f"hoogstens {rij.maximum}"
    yield f"Partijen van de soort {rij.soort}: ten minste {rij.minimum}, {hoogstens}"


def _lijst(rij: Lijst) -> Iterator[str]:
    yield from _lijst_van(f"Lijst {rij.naam}", rij.waarden)


def _lijst_van(kop: str, waarden: Iterable[str]) -> Iterator[str]:
    """Heading and a line per value; nothing when there are none."""
    if regels := list(waarden):
        inspringen = " " * (len(kop) - len(kop.lstrip()) + 2)
        yield f"{kop}:"
        yield from (f"{inspringen}- {waarde}" for waarde in regels)


def _feiten(beleid: Beleid, kop: str, namen: Iterable[str]) -> Iterator[str]:
    """The sentences a condition is said in, each with its clause."""
    feiten = [beleid.feit(naam) for naam in namen]
    yield from _lijst_van(kop, [f"{feit.uitleg} ({feit.naam}, {feit.eis})" for feit in feiten])


def _kanten(beleid: Beleid, kop: str, kanten: Iterable[Kant]) -> Iterator[str]:
    def zin(kant: Kant) -> str:
        return f"{_kant(kant)}, mits: {beleid.feit(kant.mits).uitleg}" if kant.mits else _kant(kant)

    yield from _lijst_van(kop, [zin(kant) for kant in kanten])


def _kant(kant: Kant) -> str:
    return f"{kant.soort}/{kant.functie}"


def _ja(waar: bool) -> str:
    return "ja" if waar else "nee"
