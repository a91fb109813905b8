"""When a convenant binds: its first day, the period that runs, and what a notice does. Pure: rows of a Beleid and dates.

A period is half-open: `tot` is the first day that is no longer in it (decision 70). Only a notice, a law or the
agreement of all ends a convenant; that a period runs out ends nothing, for the next one begins that same midnight.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count

from .beheer import BEHEER
from .kalender import AMSTERDAM, tel, vervalt_op
from .taal import BEGIN, INZIEN, Beleid, Kant, Termijn

INWERKINGTREDING, LOOPTIJD, VERLENGING = "inwerkingtreding", "looptijd", "stilzwijgende_verlenging"
OPZEGTERMIJN = "opzegtermijn"
OPZEGGEN, BEEINDIGEN, VERVALLEN = "opzeggen", "beeindigen", "vervallen_verklaren"
WIJZIGING, BEEINDIGING = "wijziging", "beeindiging"


@dataclass(frozen=True)
class Periode:
    """A stretch in which the convenant binds; `nummer` 1 is the first. Without `tot` it is open-ended."""

    nummer: int
    van: date
    tot: date | None


@dataclass(frozen=True)
class Wijze:
    """How one functie may end something. Without `termijn` the notice names its own last day.

    `alles`: it ends the convenant for everyone, else the own participation.
    """

    handeling: str
    eis: str
    vereist: tuple[str, ...]
    termijn: Termijn | None
    alles: bool


@dataclass(frozen=True)
class Samen:
    """How the parties decide something together: one proposes, each agrees in writing, one sets it down.

    The rest are verbs; `stap`: where a proposal waits for them. `vereist`: what must hold to set it down. `weigeren` is ""
    where the text has no verb for it.
    """

    soort: str
    eis: str
    voorstellen: str
    stap: str
    instemmen: str
    besluiten: str
    vereist: tuple[str, ...]
    weigeren: str

    @property
    def eindigt(self) -> bool:
        """Whether what is decided ends the convenant."""
        return self.soort == BEEINDIGING


def ingang(beleid: Beleid, vast: date | None, handtekeningen: Collection[date | None]) -> date | None:
    """The first day: the date the text names, or what it makes of the last signature. None while that is open.

    `vast` is the date that the text (or who set the convenant up) names; `handtekeningen` has one per party.
    """
    rij = termijn(beleid, INWERKINGTREDING)
    noemt_datum = rij is None and termijn(beleid, LOOPTIJD) is not None
    if noemt_datum:
        return vast
    laatste = laatste_ondertekening(handtekeningen)
    if laatste is None:
        return None
    return laatste if rij is None else _na(rij, laatste)


def laatste_ondertekening(handtekeningen: Collection[date | None]) -> date | None:
    """None as long as one party has not signed, or there is none."""
    getekend = [dag for dag in handtekeningen if dag is not None]
    return max(getekend) if getekend and len(getekend) == len(handtekeningen) else None


def perioden(beleid: Beleid, van: date, ondertekend: date | None) -> Iterator[Periode]:
    """The periods from the first day on, each beginning where the one before it ends; without end where the text
    extends in silence.

    `ondertekend`: the last signature, from which some texts count their term (KRI-16.2); the first day where unknown.
    """
    rij = termijn(beleid, LOOPTIJD)
    if rij is None:
        yield Periode(1, van, None)
        return
    eerste = _na(rij, van if rij.na == INWERKINGTREDING else ondertekend or van)
    yield Periode(1, van, eerste)
    verlenging = termijn(beleid, VERLENGING)
    if verlenging is None:
        return
    # Counted from the first end, so that a 29 February does not shorten every year after it.
    for nummer in count(2):
        yield Periode(
            nummer,
            tel(eerste, (nummer - 2) * verlenging.duur, verlenging.eenheid),
            tel(eerste, (nummer - 1) * verlenging.duur, verlenging.eenheid),
        )


def periode_op(beleid: Beleid, van: date, ondertekend: date | None, dag: date) -> Periode | None:
    """The period a day falls in, None before the first day or after the last period of a text that does not extend."""
    for periode in perioden(beleid, van, ondertekend):
        if dag < periode.van:
            return None
        if periode.tot is None or dag < periode.tot:
            return periode
    return None


def wijzen(beleid: Beleid, kant: Kant) -> tuple[Wijze, ...]:
    """How this functie may end something by itself. What runs as a case (the consent of all, HAA-9.3) is not here."""
    in_een_zaak = {overgang.handeling for overgang in beleid.overgangen}
    return tuple(
        Wijze(
            handeling,
            rij.eis,
            rij.vereist,
            termijn(beleid, OPZEGTERMIJN) if handeling == OPZEGGEN else None,
            _eindigt_alles(beleid, handeling, kant.soort),
        )
        for rij in beleid.bevoegdheden
        if (rij.soort, rij.functie) == (kant.soort, kant.functie)
        for handeling in rij.handelingen
        if handeling in (OPZEGGEN, BEEINDIGEN, VERVALLEN) and handeling not in in_een_zaak
    )


def samen(beleid: Beleid) -> tuple[Samen, ...]:
    """What the parties may decide together: to change the text, to end it (HAA-9.3, HAA-PR13.2, HEE-10.1)."""
    return tuple(weg for soort in (WIJZIGING, BEEINDIGING) if (weg := _samen(beleid, soort)))


def _samen(beleid: Beleid, soort: str) -> Samen | None:
    begin = next((rij for rij in beleid.overgangen if rij.handeling == f"{soort}_voorstellen"), None)
    verbs = {handeling for rij in beleid.bevoegdheden for handeling in rij.handelingen}
    instemmen = next((verb for verb in (f"{soort}_instemmen", f"{soort}_ondertekenen") if verb in verbs), "")
    if begin is None or begin.van != BEGIN or not instemmen:
        return None
    verder = [rij for rij in beleid.overgangen if rij.van == begin.naar]
    besluit = next((rij for rij in verder if rij.vereist), None)
    if besluit is None:
        return None
    weigeren = next((rij.handeling for rij in verder if not rij.vereist), "")
    return Samen(
        soort,
        begin.eis,
        begin.handeling,
        begin.naar,
        instemmen,
        besluit.handeling,
        besluit.vereist,
        weigeren,
    )


def _eindigt_alles(beleid: Beleid, handeling: str, soort: str) -> bool:
    """`beeindigen` and a new law end the convenant itself (MAA-20, HEE-9.2). A notice ends the own participation, but
    for the party that every other takes part through: it grants every functie (HEE-9.3)."""
    verleners = {functie.verleent.soort if functie.verleent else "" for functie in beleid.functies}
    return handeling in (BEEINDIGEN, VERVALLEN) or verleners == {soort}


def werkt_op(rij: Termijn, ontvangen: date) -> date:
    """The first day on which what the notice ends is no longer there.

    Every text lets a notice work when its own term is over, also in the middle of a period ("tussentijds", HEE-9.3,
    KRI-16.3; ZOE-13.3 binds it to no date): one that comes too late for this period does not wait for the next end.
    """
    return _na(rij, ontvangen)


def laatste_opzegdag(rij: Termijn, tot: date) -> date:
    """The last day to receive a notice that works no later than `tot`."""
    dag = tot
    while werkt_op(rij, dag) > tot:
        dag -= timedelta(days=1)
    return dag


def te_herinneren(
    beleid: Beleid, van: date, ondertekend: date | None, dag: date
) -> tuple[Periode, date] | None:
    """The period whose end somebody must be reminded of on this day, with the last day to give notice before it.

    From `waarschuw` days before the end until that last day; the period itself may not have begun yet (a year's
    notice with yearly periods). A warning that would come after the last day comes as many days before it.
    """
    looptijd, opzegtermijn = termijn(beleid, LOOPTIJD), termijn(beleid, OPZEGTERMIJN)
    if looptijd is None or opzegtermijn is None or not looptijd.waarschuw:
        return None
    vooraf = timedelta(days=max(looptijd.waarschuw))
    for periode in perioden(beleid, van, ondertekend):
        if periode.tot is None:
            return None
        uiterlijk = laatste_opzegdag(opzegtermijn, periode.tot)
        if dag <= uiterlijk:
            eerste = periode.tot if periode.tot - vooraf <= uiterlijk else uiterlijk
            return (periode, uiterlijk) if dag >= eerste - vooraf else None
    return None


def gaat_door(beleid: Beleid, kant: Kant, feiten: Mapping[str, bool]) -> tuple[str, ...]:
    """The verbs that are left to this functie, given what holds of convenant and deelname; others are taken to hold.

    Looking at what the own group did itself is no reason to keep somebody's access (HEE-9.5).
    """
    functie = beleid.functie(kant.soort, kant.functie)
    over_convenant = {naam for naam in functie.vereist if beleid.feit(naam).over == "convenant"}
    if not all(feiten.get(naam, True) for naam in functie.vereist if naam not in over_convenant):
        return ()
    loopt = all(feiten.get(naam, True) for naam in (*beleid.altijd_vereist, *over_convenant))
    return tuple(
        handeling
        for rij in beleid.bevoegdheden
        if (rij.soort, rij.functie) == (kant.soort, kant.functie)
        and all(feiten.get(naam, True) for naam in rij.vereist)
        for handeling in rij.handelingen
        if loopt
        or handeling in BEHEER
        or (handeling in beleid.ook_na_afloop and rij.bereik != "groep" and handeling != INZIEN)
    )


def termijn(beleid: Beleid, actie: str) -> Termijn | None:
    """The clock of the convenant or of a participation that guards this, if the text has one."""
    rijen = (rij for rij in beleid.termijnen if rij.onderwerp in ("convenant", "deelname"))
    return next((rij for rij in rijen if rij.actie == actie), None)


def _na(rij: Termijn, dag: date) -> date:
    """Half-open: the day that begins when the clock runs out."""
    return vervalt_op(rij, datetime.combine(dag, time(12), AMSTERDAM)).astimezone(AMSTERDAM).date()
