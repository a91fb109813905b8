"""What keeps a convenant from going live: pure, over the Beleid and how its rows stand."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from convenant.beleid.beheer import INRICHTEN
from convenant.beleid.taal import EXTERN, Beleid, Feit, Instelling, Kant

# What a gebrek keeps closed: all, one party, or some of it.
CONVENANT, PARTIJ, DEEL = "convenant", "partij", "deel"
INGANG, ONDERTEKENING, VERKLARING = "ingang", "ondertekening", "verklaring"
PARTIJEN, INSTELLING, KETEN = "partijen", "instelling", "keten"


@dataclass(frozen=True)
class Partijstand:
    """One party that takes part: what it signed, the facts about it, its settings, and who holds which functie there
    today (accounts)."""

    id: int
    naam: str
    soort: str
    getekend: bool
    feiten: Mapping[str, bool]
    instellingen: Mapping[str, Any]
    houders: Mapping[str, frozenset[int]]


@dataclass(frozen=True)
class Stand:
    """How the rows stand on `dag`. `gaat_over` names the facts that only repeat the ingang or an ondertekening.

    Facts that have no answer yet are in none of the mappings.
    """

    dag: date
    ingang: date | None
    feiten: Mapping[str, bool]
    instellingen: Mapping[str, Any]
    partijen: Sequence[Partijstand]
    gaat_over: Mapping[str, str]


@dataclass(frozen=True)
class Gebrek:
    """One thing to do: in words, its clause, what it keeps closed, and where it is repaired (`plek`; `partij` and
    `naam` say which one)."""

    zin: str
    eis: str
    sluit: str
    plek: str
    partij: int | None = None
    naam: str = ""


def gebreken(beleid: Beleid, stand: Stand) -> list[Gebrek]:
    """Everything to do, what keeps all of it closed first; the same sentence once."""
    gevonden = [
        *_ingang(beleid, stand),
        *_soorten(beleid, stand),
        *_ondertekening(beleid, stand),
        *_voorwaarden(beleid, stand),
        *_instellingen(beleid, stand),
        *_keten(beleid, stand),
        *_stappen(beleid, stand),
    ]
    return sorted(dict.fromkeys(gevonden), key=lambda g: (CONVENANT, PARTIJ, DEEL).index(g.sluit))


def leeft(stand: Stand, lijst: Sequence[Gebrek]) -> bool:
    """Whether the convenant is live today, for at least one party."""
    begonnen = stand.ingang is not None and stand.ingang <= stand.dag
    return begonnen and any(p.getekend for p in stand.partijen) and all(g.sluit != CONVENANT for g in lijst)


def keten_heel(aanmelders: frozenset[int], verleners: frozenset[int]) -> bool:
    """Whether two different people can register and grant."""
    return bool(aanmelders and verleners) and len(aanmelders | verleners) > 1


def eis_van_inrichten(beleid: Beleid) -> str:
    """The clause that lets somebody set the convenant up."""
    return next((rij.eis for rij in beleid.bevoegdheden if INRICHTEN in rij.handelingen), "")


def eis_van_ingang(beleid: Beleid) -> str:
    """The clause that says from when the convenant holds."""
    klokken = [t for t in beleid.termijnen if "inwerkingtreding" in (t.actie, t.na)]
    return klokken[0].eis if klokken else eis_van_inrichten(beleid)


def vereist_van(beleid: Beleid, soort: str) -> dict[str, str]:
    """The facts over a deelname that parties of this soort need, and what each keeps closed without: all of the party
    (a condition of a functie) or a part (of one doel, grondslag, verb or set)."""
    alles = {n: PARTIJ for functie in beleid.functies if functie.soort == soort for n in functie.vereist}
    deels: dict[str, str] = {}
    for bevoegdheid in beleid.bevoegdheden:
        if bevoegdheid.soort == soort:
            deels |= dict.fromkeys(bevoegdheid.vereist, DEEL)
    for gegevensset in beleid.gegevenssets:
        haalt = gegevensset.initiatief == "aan"
        if all(kant.soort != soort for kant in (gegevensset.aan if haalt else gegevensset.van)):
            continue
        deels |= dict.fromkeys(gegevensset.vereist, DEEL)
        # Who fetches has the doel, who brings the grondslag.
        if haalt and all(kant.soort in EXTERN for kant in gegevensset.van):
            continue  # a source outside is asked for somebody else, whose doel it is
        for naam in gegevensset.doelen if haalt else gegevensset.grondslagen:
            rij = beleid.doel(naam) if haalt else beleid.grondslag(naam)
            deels |= dict.fromkeys(rij.vereist, DEEL)
    return {naam: sluit for naam, sluit in (deels | alles).items() if beleid.feit(naam).over == "deelname"}


def _ingang(beleid: Beleid, stand: Stand) -> Iterator[Gebrek]:
    eis = eis_van_ingang(beleid)
    if stand.ingang is None:
        yield Gebrek("Er is nog geen datum waarop het convenant ingaat.", eis, CONVENANT, INGANG)
    elif stand.ingang > stand.dag:
        yield Gebrek(f"Het convenant gaat pas in op {stand.ingang:%d-%m-%Y}.", eis, CONVENANT, INGANG)


def _soorten(beleid: Beleid, stand: Stand) -> Iterator[Gebrek]:
    aanwezig = Counter(partij.soort for partij in stand.partijen)
    for rij in beleid.partijsoorten:
        aantal = aanwezig[rij.soort]
        if aantal < rij.minimum:
            zin = f"Er doet nog geen partij mee van de soort {_woord(rij.soort)}."
            if aantal:
                zin = (
                    f"Van de soort {_woord(rij.soort)} doen er {aantal} mee. De tekst noemt er {rij.minimum}."
                )
            yield Gebrek(zin, rij.eis, DEEL, PARTIJEN, naam=rij.soort)


def _ondertekening(beleid: Beleid, stand: Stand) -> Iterator[Gebrek]:
    eis, sluit = eis_van_inrichten(beleid), PARTIJ
    for feit in beleid.feiten:
        if feit.naam in _toegang(beleid) and stand.gaat_over.get(feit.naam) == ONDERTEKENING:
            eis, sluit = feit.eis, CONVENANT if feit.over == "convenant" else PARTIJ
    for partij in stand.partijen:
        if not partij.getekend:
            yield Gebrek(f"{partij.naam} heeft nog niet getekend.", eis, sluit, ONDERTEKENING, partij.id)


def _voorwaarden(beleid: Beleid, stand: Stand) -> Iterator[Gebrek]:
    altijd = _toegang(beleid)
    for feit in beleid.feiten:
        mist = feit.over == "convenant" and feit.naam in altijd and not stand.feiten.get(feit.naam, True)
        if mist and feit.naam not in stand.gaat_over:
            yield Gebrek(feit.gemis, feit.eis, CONVENANT, INGANG)
    for partij in stand.partijen:
        for naam, sluit in vereist_van(beleid, partij.soort).items():
            if naam not in stand.gaat_over and not partij.feiten.get(naam, True):
                feit = beleid.feit(naam)
                yield Gebrek(_over(feit, partij), feit.eis, sluit, VERKLARING, partij.id, naam)


def _instellingen(beleid: Beleid, stand: Stand) -> Iterator[Gebrek]:
    for rij in beleid.instellingen:
        if rij.van == "convenant":
            if _leeg(rij, stand.instellingen):
                sluit = {"convenant": CONVENANT, "deelname": PARTIJ}.get(rij.blokkeert, DEEL)
                yield Gebrek(f"Nog niet ingevuld: {rij.uitleg}", rij.eis, sluit, INSTELLING, naam=rij.naam)
            continue
        for partij in stand.partijen:
            if _leeg(rij, partij.instellingen):
                zin = f"{partij.naam}, nog niet ingevuld: {rij.uitleg}"
                sluit = {"convenant": PARTIJ, "deelname": PARTIJ}.get(rij.blokkeert, DEEL)
                yield Gebrek(zin, rij.eis, sluit, INSTELLING, partij.id, rij.naam)


def _keten(beleid: Beleid, stand: Stand) -> Iterator[Gebrek]:
    """The functies that register and grant: without one of them nobody new comes in."""
    for partij in stand.partijen:
        for functie in beleid.functies:
            if functie.soort != partij.soort or functie.registreert is None or functie.verleent is None:
                continue
            eerste, tweede = functie.registreert, functie.verleent
            aanmelders, verleners = houders(stand, eerste, partij), houders(stand, tweede, partij)
            if keten_heel(aanmelders, verleners):
                continue
            if aanmelders and verleners:
                zin = "Aanmelden en verlenen vraagt twee mensen, en er is er maar een."
                mist = tweede
            else:
                mist = tweede if aanmelders else eerste
                doet = (
                    "wordt niemand van {} toegelaten" if aanmelders else "kan niemand van {} worden aangemeld"
                )
                zin = f"Zonder {_woord(mist.functie)} {doet.format(partij.naam)}. Niemand heeft die functie."
            eis = beleid.functie(mist.soort, mist.functie).eis
            yield Gebrek(zin, eis, PARTIJ, KETEN, partij.id, mist.functie)


def houders(stand: Stand, kant: Kant, bij: Partijstand) -> frozenset[int]:
    """Who holds this functie for people of a party: at that party when it is of that soort, else at any that is."""
    bron = [bij] if kant.soort == bij.soort else [p for p in stand.partijen if p.soort == kant.soort]
    return frozenset[int]().union(*(p.houders.get(kant.functie, frozenset()) for p in bron))


def _stappen(beleid: Beleid, stand: Stand) -> Iterator[Gebrek]:
    """Functies that a step of a case waits for, and nobody has (MAA-1.8)."""
    nodig = dict.fromkeys(o.door[0] for o in beleid.overgangen if len(o.door) == 1)
    for functie in beleid.functies:
        kant = Kant(functie.soort, functie.naam)
        if not any(kant.past(een) for een in nodig):
            continue
        bij = [partij for partij in stand.partijen if partij.soort == functie.soort]
        if bij and not any(partij.houders.get(functie.naam) for partij in bij):
            zin = f"Niemand heeft de functie {_woord(functie.naam)} ({_woord(functie.soort)}). Zaken wachten daarop."
            yield Gebrek(zin, functie.eis, DEEL, KETEN, naam=functie.naam)


def _toegang(beleid: Beleid) -> set[str]:
    """The facts without which somebody cannot work here at all."""
    van_functies = {naam for functie in beleid.functies for naam in functie.vereist}
    return {*beleid.altijd_vereist, *beleid.altijd_bij_inzage, *van_functies}


def _leeg(rij: Instelling, waarden: Mapping[str, Any]) -> bool:
    return rij.standaard is None and waarden.get(rij.naam) is None


def _over(feit: Feit, partij: Partijstand) -> str:
    """The sentence of the policy, said of a party instead of to it."""
    begin = re.match(r"Uw (organisatie|partij|corporatie)\b", feit.gemis)
    return partij.naam + feit.gemis[begin.end() :] if begin else feit.gemis


def _woord(naam: str) -> str:
    return naam.replace("_", " ")
