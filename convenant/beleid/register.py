"""The policies that exist, and what a policy must satisfy before it may exist."""

from collections import Counter
from collections.abc import Iterable, Iterator

from .beheer import AANMELDEN, RECHTEN_INZIEN, VERLENEN
from .taal import BEGIN, EXTERN, INZIEN, ZONDER_ZAAK, Beleid, Gegevensset, Kant


class BeleidFout(Exception):
    """A policy that contradicts itself; the message lists every fault."""


class Register:
    """Policies by code and version; a test makes its own, the product uses `register`."""

    def __init__(self) -> None:
        self._beleid: dict[tuple[str, int], Beleid] = {}

    def voeg_toe(self, beleid: Beleid) -> Beleid:
        """Raises BeleidFout for a duplicate or a policy that `fouten` objects to."""
        sleutel = (beleid.code, beleid.versie)
        if sleutel in self._beleid:
            raise BeleidFout(f"{beleid.code} versie {beleid.versie} bestaat al.")
        if lijst := list(fouten(beleid)):
            raise BeleidFout(f"{beleid.code}: " + "; ".join(lijst))
        self._beleid[sleutel] = beleid
        return beleid

    def geef(self, code: str, versie: int | None = None) -> Beleid:
        """The asked version, or the newest. Raises KeyError when there is none."""
        if versie is None:
            versie = max((v for c, v in self._beleid if c == code), default=0)
        return self._beleid[code, versie]

    def __iter__(self) -> Iterator[Beleid]:
        return iter(self._beleid[sleutel] for sleutel in sorted(self._beleid))


register = Register()

# The closed lists of taal.py: a misspelt word would otherwise quietly mean something else.
WOORDEN = {
    ("feiten", "over"): "convenant deelname ontvanger medewerker zaak betrokkene verstrekking adres aanvraag",
    ("bevoegdheden", "bereik"): "groep partij convenant",
    ("gegevenssets", "initiatief"): "van aan",
    ("gegevenssets", "wijze"): "tonen vergelijken bestaat",
    ("termijnen", "onderwerp"): "zaak verstrekking convenant deelname autorisatie verzoek incident",
    (
        "termijnen",
        "eenheid",
    ): "uren dagen werkdagen weken maanden kalendermaanden jaren keer_per_jaar direct afgesproken",
    ("termijnen", "richting"): "binnen voor elke maximaal",
    ("bewaartermijnen", "daarna"): "vernietigen anonimiseren niet_actief",
    ("instellingen", "van"): "convenant deelname",
    ("instellingen", "soort"): "tekst getal datum duur lijst velden document janee",
}


def fouten(beleid: Beleid) -> Iterator[str]:
    """Every contradiction in one policy, as sentences."""
    yield from _dubbelen(beleid)
    yield from _onbekende_woorden(beleid)
    yield from _onbekende_namen(beleid)
    for gegevensset in beleid.gegevenssets:
        yield from _fouten_in_set(beleid, gegevensset)
    yield from _fouten_in_stappen(beleid)
    yield from _fouten_in_functies(beleid)


def _dubbelen(beleid: Beleid) -> Iterator[str]:
    benoemd = "doelen grondslagen feiten gegevenssets termijnen bewaartermijnen instellingen lijsten"
    for soort in benoemd.split():
        namen = Counter(rij.naam for rij in getattr(beleid, soort))
        yield from (f"{soort}: {naam} staat er dubbel" for naam, aantal in namen.items() if aantal > 1)
    functies = Counter((f.soort, f.naam) for f in beleid.functies)
    yield from (f"functies: {f} staat er dubbel" for f, aantal in functies.items() if aantal > 1)
    soorten = Counter(p.soort for p in beleid.partijsoorten)
    yield from (f"partijsoorten: {s} staat er dubbel" for s, aantal in soorten.items() if aantal > 1)
    overgangen = Counter((o.van, o.handeling) for o in beleid.overgangen)
    yield from (f"overgangen: {o} staat er dubbel" for o, aantal in overgangen.items() if aantal > 1)


def _onbekende_woorden(beleid: Beleid) -> Iterator[str]:
    for (deel, veld), woorden in WOORDEN.items():
        for rij in getattr(beleid, deel):
            if getattr(rij, veld) not in woorden.split():
                yield f"{deel}: {veld} kent geen {getattr(rij, veld)} ({rij.eis})"


def _onbekende_namen(beleid: Beleid) -> Iterator[str]:
    feiten = {feit.naam for feit in beleid.feiten}
    gebruikt = set(_gebruikte_feiten(beleid))
    yield from (f"onbekend feit: {naam}" for naam in sorted(gebruikt - feiten))
    yield from (f"feit zonder gebruik: {naam}" for naam in sorted(feiten - gebruikt))
    functies = {(f.soort, f.naam) for f in beleid.functies}
    for kant in _gebruikte_kanten(beleid):
        if kant.soort not in EXTERN and (kant.soort, kant.functie) not in functies:
            yield f"onbekende functie: {kant.soort}/{kant.functie}"
    soorten = {soort for soort, _ in functies}
    for partij in beleid.partijsoorten:
        if partij.soort not in soorten:
            yield f"onbekende soort partij: {partij.soort}"
        if partij.maximum is not None and partij.maximum < partij.minimum:
            yield f"partijsoort {partij.soort}: hoogstens {partij.maximum}, ten minste {partij.minimum}"
    namen = {naam for _, naam in functies}
    for functie in beleid.functies:
        yield from (f"onbekende functie: {naam}" for naam in functie.onverenigbaar if naam not in namen)
    instellingen = {rij.naam for rij in beleid.instellingen}
    genoemd = [s.velden_uit for s in beleid.gegevenssets] + [b.instelling for b in beleid.bewaartermijnen]
    for naam in genoemd + [t.instelling for t in beleid.termijnen]:
        if naam and naam not in instellingen:
            yield f"onbekende instelling: {naam}"
    sets = {gegevensset.naam for gegevensset in beleid.gegevenssets}
    for rij in beleid.instellingen:
        if rij.blokkeert not in sets | {"convenant", "deelname", ""}:
            yield f"instelling {rij.naam} blokkeert iets onbekends: {rij.blokkeert}"
        if not rij.blokkeert and rij.standaard is None:
            yield f"instelling {rij.naam} blokkeert niets en heeft geen standaard"
    handelingen = {handeling for rij in beleid.bevoegdheden for handeling in rij.handelingen}
    yield from (
        f"na afloop een onbekende handeling: {naam}"
        for naam in beleid.ook_na_afloop
        if naam not in handelingen
    )
    yield from (
        f"stopt nooit, maar is geen handeling: {naam}"
        for naam in beleid.stopt_nooit
        if naam not in handelingen
    )


def _fouten_in_functies(beleid: Beleid) -> Iterator[str]:
    """Who registers or grants must be able to: every verb of the console that goes with it, for the whole party."""
    per_team = {Kant(functie.soort, functie.naam) for functie in beleid.functies if functie.per_team}
    bevoegdheden = {(b.soort, b.functie, h) for b in beleid.bevoegdheden for h in b.handelingen}
    for functie in beleid.functies:
        for kant, handelingen in ((functie.registreert, AANMELDEN), (functie.verleent, VERLENEN)):
            if kant is None:
                continue
            mist = [
                h for h in (*handelingen, RECHTEN_INZIEN) if (kant.soort, kant.functie, h) not in bevoegdheden
            ]
            yield from (f"functie {functie.soort}/{functie.naam}: {kant} mag niet {h}" for h in mist)
            if any(kant.past(team) for team in per_team):
                yield f"functie {functie.soort}/{functie.naam}: {kant} is verdeeld over teams"
        if functie.per_team and functie.maximum is not None:
            yield f"functie {functie.soort}/{functie.naam}: een maximum geldt niet per team"


def _gebruikte_feiten(beleid: Beleid) -> Iterable[str]:
    yield from beleid.altijd_vereist + beleid.altijd_bij_inzage
    rijen = beleid.doelen + beleid.grondslagen + beleid.functies + beleid.bevoegdheden + beleid.overgangen
    for rij in rijen:
        yield from rij.vereist
    for kant in _gebruikte_kanten(beleid):
        if kant.mits:
            yield kant.mits
    for gegevensset in beleid.gegevenssets:
        yield from gegevensset.vereist + gegevensset.inzage_vereist
        if gegevensset.tijdstip_mits:
            yield gegevensset.tijdstip_mits
        for grens in gegevensset.grenzen:
            yield from grens.vereist
    for termijn in beleid.termijnen:
        yield from termijn.opgeschort_door
    for bewaartermijn in beleid.bewaartermijnen:
        yield from bewaartermijn.behoud_als


def _gebruikte_kanten(beleid: Beleid) -> Iterable[Kant]:
    for gegevensset in beleid.gegevenssets:
        yield from gegevensset.van + gegevensset.aan
    for overgang in beleid.overgangen:
        yield from overgang.door
    for functie in beleid.functies:
        yield from (kant for kant in (functie.registreert, functie.verleent) if kant)
    for bevoegdheid in beleid.bevoegdheden:
        yield Kant(bevoegdheid.soort, bevoegdheid.functie)
    for termijn in beleid.termijnen:
        if termijn.verantwoordelijk:
            yield termijn.verantwoordelijk
        yield from termijn.zien


def _fouten_in_set(beleid: Beleid, gegevensset: Gegevensset) -> Iterator[str]:
    naam = gegevensset.naam
    doelen, grondslagen = {d.naam for d in beleid.doelen}, {g.naam for g in beleid.grondslagen}
    if gegevensset.persoonsgegeven and not (gegevensset.doelen and gegevensset.grondslagen):
        yield f"{naam}: over personen, maar zonder doel of grondslag"
    yield from (f"{naam}: onbekend doel {d}" for d in gegevensset.doelen if d not in doelen)
    yield from (f"{naam}: onbekende grondslag {g}" for g in gegevensset.grondslagen if g not in grondslagen)
    genoemd = [(veld, "optioneel") for veld in gegevensset.optioneel]
    genoemd += [(veld, "grens") for grens in gegevensset.grenzen for veld in grens.velden]
    genoemd += [(waarden.veld, "waarden") for waarden in gegevensset.waarden]
    yield from (
        f"{naam}: {waar} noemt onbekend veld {v}" for v, waar in genoemd if v not in gegevensset.velden
    )
    stappen = set(beleid.stappen) | {BEGIN, ZONDER_ZAAK}
    for stap in gegevensset.verzenden_in + gegevensset.inzage_in:
        if stap not in stappen:
            yield f"{naam}: onbekende stap {stap}"
    for grens in gegevensset.grenzen:
        yield from (
            f"{naam}: grens noemt onbekend doel {d}" for d in grens.doelen if d not in gegevensset.doelen
        )
    if gegevensset.antwoord and not _kan_antwoorden(beleid, gegevensset):
        yield f"{naam}: niemand die dit krijgt, kan antwoorden met {gegevensset.antwoord}"
    yield from _velden_over_personen(beleid, gegevensset)
    yield from _verboden_velden(beleid, gegevensset)
    if not _leeft(beleid, gegevensset):
        yield f"{naam}: dode gegevensset, niemand kan hem verzenden of inzien"


def _kan_antwoorden(beleid: Beleid, gegevensset: Gegevensset) -> bool:
    sets = (rij for rij in beleid.gegevenssets if rij.handeling == gegevensset.antwoord)
    antwoorders = {(kant.soort, kant.functie) for rij in sets for kant in rij.van}
    return any((kant.soort, kant.functie) in antwoorders for kant in gegevensset.aan)


def _velden_over_personen(beleid: Beleid, gegevensset: Gegevensset) -> Iterator[str]:
    if gegevensset.persoonsgegeven:
        return
    over_personen = {v for s in beleid.gegevenssets if s.persoonsgegeven for v in s.velden}
    yield from (
        f"{gegevensset.naam}: zonder persoonsgegevens, maar {v} gaat over een persoon"
        for v in gegevensset.velden
        if v in over_personen
    )


def _verboden_velden(beleid: Beleid, gegevensset: Gegevensset) -> Iterator[str]:
    for verbod in beleid.verboden:
        if verbod.soort not in {kant.soort for kant in gegevensset.aan}:
            continue
        dicht = {v for grens in gegevensset.grenzen if verbod.soort in grens.niet_aan for v in grens.velden}
        for veld in verbod.velden:
            if veld in gegevensset.velden and veld not in dicht:
                yield f"{gegevensset.naam}: {veld} mag nooit naar {verbod.soort} ({verbod.eis})"


def _leeft(beleid: Beleid, gegevensset: Gegevensset) -> bool:
    def kan(kanten: tuple[Kant, ...], handeling: str) -> bool:
        return any(
            (rij.soort, rij.functie) == (kant.soort, kant.functie) and handeling in rij.handelingen
            for kant in kanten
            for rij in beleid.bevoegdheden
        )

    actief = gegevensset.van if gegevensset.initiatief == "van" else gegevensset.aan
    extern = any(kant.soort in EXTERN for kant in gegevensset.aan)
    return kan(actief, gegevensset.handeling) and (extern or kan(gegevensset.aan, INZIEN))


def _fouten_in_stappen(beleid: Beleid) -> Iterator[str]:
    bereikbaar = {BEGIN, ZONDER_ZAAK}
    while True:
        nieuw = {o.naar for o in beleid.overgangen if o.van in bereikbaar} - bereikbaar
        if not nieuw:
            break
        bereikbaar |= nieuw
    yield from (f"onbereikbare stap: {stap}" for stap in beleid.stappen if stap not in bereikbaar)
    for overgang in beleid.overgangen:
        for kant in overgang.door:
            if not any(
                (rij.soort, rij.functie) == (kant.soort, kant.functie)
                and overgang.handeling in rij.handelingen
                for rij in beleid.bevoegdheden
            ):
                yield f"overgang {overgang.handeling}: {kant} heeft die bevoegdheid niet"
