"""Every small change of a policy that a test must notice.

A mutant is a whole policy in which one row says something else. Where two rows guard the same act (a verb and the
door of its transition, say) the mutant opens both: otherwise nobody could notice it.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from convenant.beleid.beheer import BEHEER
from convenant.beleid.taal import INZIEN, Beleid, Gegevensset, Kant

from .rij import Mutant, Rij, eerste, vervang, zonder
from .verruim import (
    alle_kanten,
    andere_kanten,
    geef_bevoegdheid,
    geef_handeling,
    geef_stap,
    levert,
    mag,
    stappen,
)

ANDERE_EENHEID = {
    "uren": "dagen",
    "dagen": "werkdagen",
    "werkdagen": "dagen",
    "weken": "dagen",
    "maanden": "weken",
    "kalendermaanden": "maanden",
    "jaren": "maanden",
    "keer_per_jaar": "jaren",
    "einde_dag": "dagen",
    "": "dagen",
}
ANDERE_RICHTING = {"binnen": "voor", "voor": "binnen", "elke": "binnen", "maximaal": "voor"}
WIJZEN = ("tonen", "vergelijken", "bestaat")
BEREIKEN = ("groep", "partij", "convenant")
NIEUW = "iets_nieuws"  # stands where the policy has no other name to offer


def mutanten(beleid: Beleid) -> Iterator[Mutant]:
    """All of them, in the order of the policy."""
    yield from _altijd(beleid)
    for gegevensset in beleid.gegevenssets:
        rij = Rij(beleid, "gegevenssets", gegevensset, f"gegevensset {gegevensset.naam}")
        yield from _velden(rij)
        yield from _verzending(rij)
        yield from _inzage(rij)
    yield from _bevoegdheden(beleid)
    yield from _functies(beleid)
    yield from _partijsoorten(beleid)
    yield from _doelen_en_grondslagen(beleid)
    yield from _overgangen(beleid)
    yield from _termijnen(beleid)
    yield from _bewaartermijnen(beleid)
    yield from _instellingen(beleid)
    yield from _verboden(beleid)
    yield from _lijsten(beleid)
    yield from _feiten(beleid)


def _altijd(beleid: Beleid) -> Iterator[Mutant]:
    for deel in ("altijd_vereist", "altijd_bij_inzage"):
        namen = getattr(beleid, deel)
        for naam in namen:
            anders = beleid.anders(**{deel: zonder(namen, naam)})
            yield Mutant(anders, deel, frozenset({beleid.feit(naam).eis}), f"{naam} weg")
    yield from _na_afloop(beleid)


def _na_afloop(beleid: Beleid) -> Iterator[Mutant]:
    """Each verb that goes on after the end no longer, and of each row the first that does not; BEHEER always does.

    Nothing ends for verbs when the whole policy asks no facts.
    """
    if not beleid.altijd_vereist:
        return
    na_afloop = beleid.ook_na_afloop
    for naam in na_afloop:
        anders = beleid.anders(ook_na_afloop=zonder(na_afloop, naam))
        yield Mutant(anders, "ook_na_afloop", _eisen_van(beleid, naam), f"{naam} weg")
    erbij = (naam for rij in beleid.bevoegdheden for naam in eerste(rij.handelingen, (*na_afloop, *BEHEER)))
    for naam in dict.fromkeys(erbij):
        anders = beleid.anders(ook_na_afloop=(*na_afloop, naam))
        yield Mutant(anders, "ook_na_afloop", _eisen_van(beleid, naam), f"{naam} erbij")


def _eisen_van(beleid: Beleid, verb: str) -> frozenset[str]:
    """The clauses that give the verb to somebody, and those of what holds while the convenant does."""
    altijd = {beleid.feit(naam).eis for naam in beleid.altijd_vereist + beleid.altijd_bij_inzage}
    return frozenset(rij.eis for rij in beleid.bevoegdheden if verb in rij.handelingen) | altijd


def _velden(rij: Rij) -> Iterator[Mutant]:
    gegevensset: Gegevensset = rij.rij
    elders = tuple(veld for s in rij.beleid.gegevenssets for veld in s.velden)
    yield from rij.een_erbij("velden", (*elders, "burgerservicenummer"))
    for veld in gegevensset.velden:
        yield rij.anders(f"velden: {veld} weg", **_set_zonder_veld(gegevensset, veld))
        optioneel = gegevensset.optioneel
        if veld in optioneel:
            yield rij.anders(f"optioneel: {veld} weg", optioneel=zonder(optioneel, veld))
        else:
            yield rij.anders(f"optioneel: {veld} erbij", optioneel=(*optioneel, veld))
    if gegevensset.velden_uit:
        yield rij.anders("velden_uit weg", velden_uit="")
    for waarden in gegevensset.waarden:
        for anders in ((*waarden.waarden, NIEUW), *(zonder(waarden.waarden, w) for w in waarden.waarden)):
            lijst = vervang(gegevensset.waarden, waarden, replace(waarden, waarden=anders))
            yield rij.anders(f"waarden van {waarden.veld}: alleen nog {', '.join(anders)}", waarden=lijst)
    yield from _grenzen(rij)


def _set_zonder_veld(gegevensset: Gegevensset, veld: str) -> dict[str, Any]:
    return {
        "velden": zonder(gegevensset.velden, veld),
        "optioneel": zonder(gegevensset.optioneel, veld),
        "grenzen": tuple(replace(g, velden=zonder(g.velden, veld)) for g in gegevensset.grenzen),
        "waarden": tuple(w for w in gegevensset.waarden if w.veld != veld),
    }


def _grenzen(rij: Rij) -> Iterator[Mutant]:
    grenzen = rij.rij.grenzen
    for grens in grenzen:
        naam = f"grens op {', '.join(grens.velden)}"
        yield rij.anders(f"{naam}: weg", grens.eis, grenzen=zonder(grenzen, grens))
        if grens.doelen:
            yield rij.anders(
                f"{naam}: voor elk doel",
                grens.eis,
                grenzen=vervang(grenzen, grens, replace(grens, doelen=())),
            )
        for deel in ("velden", "niet_aan", "doelen", "vereist"):
            waarden = getattr(grens, deel)
            for waarde in waarden if len(waarden) > 1 or deel in ("niet_aan", "vereist") else ():
                minder = replace(grens, **{deel: zonder(waarden, waarde)})
                eisen = {rij.beleid.feit(waarde).eis} if deel == "vereist" else set()
                yield rij.anders(
                    f"{naam}: {deel} {waarde} weg",
                    grens.eis,
                    *eisen,
                    grenzen=vervang(grenzen, grens, minder),
                )


def _verzending(rij: Rij) -> Iterator[Mutant]:
    gegevensset: Gegevensset = rij.rij
    beleid, verb = rij.beleid, gegevensset.handeling
    for veld in ("van", "aan"):
        kanten = getattr(gegevensset, veld)
        yield from rij.elke_kant_minder(veld)
        for kant in andere_kanten(beleid, kanten):
            if veld == "van" and not levert(beleid, gegevensset, kant):
                continue
            wijder = rij.anders(f"{veld}: {kant} erbij", **{veld: (*kanten, kant)})
            doet = gegevensset.initiatief == veld
            yield replace(wijder, beleid=geef_handeling(wijder.beleid, kant, verb)) if doet else wijder
    yield from rij.elk_weg("doelen")
    yield from rij.een_erbij("doelen", tuple(doel.naam for doel in beleid.doelen))
    yield from rij.elk_weg("grondslagen")
    soorten = {kant.soort for kant in gegevensset.van}
    past = tuple(g.naam for g in beleid.grondslagen if not g.soorten or soorten & set(g.soorten))
    yield from rij.een_erbij("grondslagen", past)
    yield from rij.elk_feit_weg("vereist")
    yield from rij.elk_verschoven("verzenden_in", stappen(beleid))
    for stap in eerste(stappen(beleid), gegevensset.verzenden_in):
        wijder = rij.anders(f"verzenden_in: {stap} erbij", verzenden_in=(*gegevensset.verzenden_in, stap))
        yield replace(wijder, beleid=geef_stap(wijder.beleid, verb, stap))
    yield from rij.anders_per("wijze", WIJZEN)
    yield from rij.anders_per("initiatief", ("van", "aan"))


def _inzage(rij: Rij) -> Iterator[Mutant]:
    gegevensset: Gegevensset = rij.rij
    yield from rij.anders_per("afzender_bewaart", (True, False))
    yield from rij.anders_per("bestaan_zichtbaar", (True, False))
    yield from rij.anders_per("verantwoordelijke", ("van", "aan", "gezamenlijk"))
    yield from rij.anders_per("persoonsgegeven", (True, False))
    if mits := gegevensset.tijdstip_mits:
        yield rij.anders(f"tijdstip altijd, ook zonder {mits}", rij.beleid.feit(mits).eis, tijdstip_mits="")
    lezers = gegevensset.aan + (gegevensset.van if gegevensset.afzender_bewaart else ())
    if any(mag(rij.beleid, kant, INZIEN) for kant in lezers):
        yield from rij.elk_verschoven("inzage_in", stappen(rij.beleid))
        yield from rij.een_erbij("inzage_in", stappen(rij.beleid))
        yield from rij.elk_feit_weg("inzage_vereist")


def _bevoegdheden(beleid: Beleid) -> Iterator[Mutant]:
    for bevoegdheid in beleid.bevoegdheden:
        houder = Kant(bevoegdheid.soort, bevoegdheid.functie)
        naam = f"bevoegdheid van {houder}: {', '.join(bevoegdheid.handelingen)}"
        rij = Rij(beleid, "bevoegdheden", bevoegdheid, naam)
        for verb in bevoegdheid.handelingen:
            minder = zonder(bevoegdheid.handelingen, verb)
            yield rij.anders(f"{verb} weg", handelingen=minder)
            hebben = tuple(kant for kant in alle_kanten(beleid) if mag(beleid, kant, verb))
            for kant in andere_kanten(beleid, hebben):
                wijder = rij.mutant(f"{verb} ook voor {kant}")
                yield replace(wijder, beleid=geef_handeling(beleid, kant, verb))
        yield from rij.anders_per("bereik", BEREIKEN)
        yield from rij.elk_feit_weg("vereist")


def _partijsoorten(beleid: Beleid) -> Iterator[Mutant]:
    for soort in beleid.partijsoorten:
        rij = Rij(beleid, "partijsoorten", soort, f"partijsoort {soort.soort}")
        yield rij.anders("minimum een hoger", minimum=soort.minimum + 1, maximum=None)
        if soort.minimum:
            yield rij.anders("minimum een lager", minimum=soort.minimum - 1)
        if soort.maximum is not None:
            yield rij.anders("maximum een hoger", maximum=soort.maximum + 1)


def _functies(beleid: Beleid) -> Iterator[Mutant]:
    for functie in beleid.functies:
        rij = Rij(beleid, "functies", functie, f"functie {functie.soort}/{functie.naam}")
        if functie.maximum is not None:
            yield rij.anders("maximum weg", maximum=None)
            yield rij.anders("maximum een hoger", maximum=functie.maximum + 1)
        if functie.per_team:
            yield rij.anders("niet per team", per_team=False)
        for veld in ("registreert", "verleent"):
            if kant := getattr(functie, veld):
                for ander in andere_kanten(beleid, (kant,))[:1]:
                    yield rij.anders(f"{veld}: {kant} wordt {ander}", **{veld: ander})
                yield rij.anders(f"{veld} weg", **{veld: None})
        yield from rij.elk_feit_weg("vereist")
        yield from rij.elk_weg("onverenigbaar")


def _doelen_en_grondslagen(beleid: Beleid) -> Iterator[Mutant]:
    for doel in beleid.doelen:
        yield from Rij(beleid, "doelen", doel, f"doel {doel.naam}").elk_feit_weg("vereist")
    soorten = tuple(dict.fromkeys(functie.soort for functie in beleid.functies))
    for grondslag in beleid.grondslagen:
        rij = Rij(beleid, "grondslagen", grondslag, f"grondslag {grondslag.naam}")
        yield from rij.elk_feit_weg("vereist")
        if grondslag.soorten:
            yield from rij.een_erbij("soorten", soorten)
            yield from rij.elk_verschoven("soorten", soorten)


def _overgangen(beleid: Beleid) -> Iterator[Mutant]:
    for overgang in beleid.overgangen:
        rij = Rij(beleid, "overgangen", overgang, f"overgang {overgang.van} - {overgang.handeling}")
        yield from rij.elke_kant_minder("door")
        for kant in andere_kanten(beleid, overgang.door):
            wijder = rij.anders(f"door: {kant} erbij", door=(*overgang.door, kant))
            yield replace(wijder, beleid=geef_bevoegdheid(wijder.beleid, kant, overgang.handeling))
        bezet = {o.van for o in beleid.overgangen if o.handeling == overgang.handeling}
        for stap in eerste(stappen(beleid), (overgang.naar, *bezet)):
            yield rij.anders(f"van: {stap}", van=stap)
        for stap in eerste(beleid.stappen, (overgang.naar, overgang.van)):
            yield rij.anders(f"naar: {stap}", naar=stap)
        yield from rij.elk_feit_weg("vereist")
        for anders in rij.anders_per("vrij", (True, False)):
            if set(anders.beleid.aan_zet(overgang.van)) != set(beleid.aan_zet(overgang.van)):
                yield anders  # else another transition of the step already asks the same of the same


def _termijnen(beleid: Beleid) -> Iterator[Mutant]:
    for termijn in beleid.termijnen:
        rij = Rij(beleid, "termijnen", termijn, f"termijn {termijn.naam}")
        if termijn.eenheid in (
            "direct",
            "afgesproken",
        ):  # counts nothing: only another unit makes a difference
            yield rij.anders(f"niet {termijn.eenheid} maar na 1 dag", duur=1, eenheid="dagen")
        else:
            yield rij.anders("duur een langer", duur=termijn.duur + 1)
            anders = ANDERE_EENHEID[termijn.eenheid]
            yield rij.anders(f"{termijn.eenheid} wordt {anders}", eenheid=anders)
            yield from rij.anders_per("eerste_dag_telt", (True, False))
        yield rij.anders(
            f"richting wordt {ANDERE_RICHTING[termijn.richting]}", richting=ANDERE_RICHTING[termijn.richting]
        )
        yield rij.anders("na iets anders", na=NIEUW)
        if termijn.drempel:
            bedrag, eenheid = termijn.drempel
            yield rij.anders("drempel hoger", drempel=(bedrag + 1, eenheid))
            yield rij.anders("drempel weg", drempel=None)
        yield from rij.elk_feit_weg("opgeschort_door")
        yield from rij.elke_kant_minder("zien")
        if termijn.verlenging:
            aantal, eenheid = termijn.verlenging
            yield rij.anders("verlenging een langer", verlenging=(aantal + 1, eenheid))
            yield rij.anders("verlenging weg", verlenging=None)
        yield from rij.elk_weg("waarschuw")
        if termijn.verantwoordelijk:
            yield rij.anders("niemand verantwoordelijk", verantwoordelijk=None)


def _bewaartermijnen(beleid: Beleid) -> Iterator[Mutant]:
    for regel in beleid.bewaartermijnen:
        rij = Rij(beleid, "bewaartermijnen", regel, f"bewaartermijn {regel.naam}")
        if regel.eenheid in ("direct", "einde_dag"):  # counts nothing
            yield rij.anders(f"niet {regel.eenheid} maar na 1 dag", duur=1, eenheid="dagen")
        elif regel.duur is not None:
            yield rij.anders("duur een langer", duur=regel.duur + 1)
            yield rij.anders("andere eenheid", eenheid=ANDERE_EENHEID[regel.eenheid])
        if regel.instelling:
            yield rij.anders("vast getal in plaats van instelling", instelling="", duur=1, eenheid="jaren")
        yield from rij.anders_per("daarna", ("vernietigen", "anonimiseren", "niet_actief"))
        yield rij.anders("na iets anders", na=NIEUW)
        yield from rij.anders_per("vier_ogen", (True, False))
        yield rij.anders("afkoeling een dag langer", afkoeling=regel.afkoeling + 1)
        yield from rij.elk_feit_weg("behoud_als")


def _instellingen(beleid: Beleid) -> Iterator[Mutant]:
    for instelling in beleid.instellingen:
        rij = Rij(beleid, "instellingen", instelling, f"instelling {instelling.naam}")
        if instelling.blokkeert:
            yield rij.anders("blokkeert niets meer", blokkeert="")
        yield rij.anders("andere standaard", standaard=_andere_standaard(instelling.standaard))


def _andere_standaard(standaard: object) -> object:
    if isinstance(standaard, bool):
        return not standaard
    return standaard + 1 if isinstance(standaard, int) else NIEUW


def _verboden(beleid: Beleid) -> Iterator[Mutant]:
    for verbod in beleid.verboden:
        rij = Rij(beleid, "verboden", verbod, f"verbod aan {verbod.soort}")
        yield rij.weg()
        if len(verbod.velden) > 1:
            yield from rij.elk_weg("velden")


def _lijsten(beleid: Beleid) -> Iterator[Mutant]:
    for lijst in beleid.lijsten:
        rij = Rij(beleid, "lijsten", lijst, f"lijst {lijst.naam}")
        yield from rij.elk_weg("waarden")
        yield from rij.een_erbij("waarden", (NIEUW,))


def _feiten(beleid: Beleid) -> Iterator[Mutant]:
    for feit in beleid.feiten:
        rij = Rij(beleid, "feiten", feit, f"feit {feit.naam}")
        yield from rij.anders_per("gemis_zichtbaar", (True, False))
