"""Clocks as part of an act: an event starts them, the act they guard meets them, a ground in the text holds them.

Never an act of its own. What happens when one runs out stands in klokwerk.py. A task, in which nobody acts, says of
which `convenant`; else it is that of who acts. A clock is about a `zaak`, or about what `sleutel` names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from convenant.beleid import kalender
from convenant.beleid.beheer import INRICHTEN
from convenant.beleid.register import register
from convenant.beleid.taal import EXTERN, Beleid, Kant, Termijn
from convenant.partijen.models import Convenant
from convenant.termijnen.models import Klok, Klokfeit, VrijeDag
from convenant.tijd import nu
from convenant.zaken.models import Zaak

from .grens import beurt
from .handeling import Ongeldig

# Who may know that the convenant itself has a clock: whoever can end it or sets it up.
LANGSTE_REDEN = 500
OVER_HET_CONVENANT = ("convenant", "deelname")
WEET_ERVAN = ("opzeggen", "beeindigen", INRICHTEN)


@dataclass(frozen=True)
class Klokstand:
    """A clock as a page shows it. `van`: party and functie that must act, "" when nobody is named; `eigen`: it is us.

    `reden`: why it is held or was made longer. `op_tijd`: None while it runs.
    """

    termijn: str
    actie: str
    eis: str
    van: str
    eigen: bool
    na: datetime
    vervalt_op: datetime
    stand: str
    verlopen: bool
    voldaan_op: datetime | None
    op_tijd: bool | None
    verlengd: bool
    reden: str


def gebeurt(
    gebeurtenis: str,
    *,
    zaak: Zaak | None = None,
    sleutel: str = "",
    moment: datetime | None = None,
    afgesproken: datetime | None = None,
    groep: int | None = None,
    gegeven: Mapping[str, bool] | None = None,
    convenant: Convenant | None = None,
) -> int:
    """Start every clock this event starts; how many are new. The same event again starts nothing; of an agreed clock the
    new moment replaces the old.

    `moment`: when it happened, if not now. `afgesproken`: the moment it runs out, where that is no sum. `groep`: who must
    act, where the functie alone does not tell. `gegeven`: facts that hold, of those that stop a clock.
    """
    kring = _kring(convenant, zaak)
    begonnen = 0
    for termijn in kring.beleid.termijnen_na(gebeurtenis):
        if termijn.eenheid == "keer_per_jaar":
            continue  # a limit, not a moment
        begin = _begin(kring, termijn, zaak, sleutel, moment or nu(), afgesproken, groep)
        begonnen += begin
        for feit in termijn.opgeschort_door:
            if begin and (gegeven or {}).get(feit):
                _zet(kring, zaak, sleutel, [termijn.naam], Klok.OPGESCHORT, feit)
    return begonnen


def voldaan(
    actie: str, *, zaak: Zaak | None = None, sleutel: str = "", convenant: Convenant | None = None
) -> int:
    """The act was done: every clock that asks for it is met, by who acts; how many. What recurs starts anew."""
    kring = _kring(convenant, zaak)
    rijen = {rij.naam: rij for rij in _rijen(kring, zaak) if rij.actie == actie}
    gehaald = _zet(kring, zaak, sleutel, list(rijen), Klok.VOLDAAN) if rijen else []
    for naam, verviel in gehaald:
        if rijen[naam].richting == "elke":
            _begin(kring, rijen[naam], zaak, sleutel, kalender.volgende_start(rijen[naam], nu(), verviel))
    return len(gehaald)


def opgeschort(
    feit: str, *, zaak: Zaak | None = None, sleutel: str = "", convenant: Convenant | None = None
) -> int:
    """While this fact holds, the clocks that name it ask for nothing; how many. Their moment stays."""
    return _houd(feit, Klok.OPGESCHORT, zaak, sleutel, convenant)


def hervat(
    feit: str, *, zaak: Zaak | None = None, sleutel: str = "", convenant: Convenant | None = None
) -> int:
    """The fact holds no more: the same clocks go on, late at once when their moment has been."""
    return _houd(feit, Klok.LOOPT, zaak, sleutel, convenant)


def trek_in(
    gebeurtenis: str, *, zaak: Zaak | None = None, sleutel: str = "", convenant: Convenant | None = None
) -> int:
    """The event turns out not to have been: its clocks end without anybody being late; how many."""
    kring = _kring(convenant, zaak)
    namen = [rij.naam for rij in _rijen(kring, zaak) if rij.na == gebeurtenis]
    return len(_zet(kring, zaak, sleutel, namen, Klok.INGETROKKEN)) if namen else 0


def verleng(naam: str, reden: str, *, zaak: Zaak | None = None, sleutel: str = "") -> datetime:
    """Make a running clock longer, once, as its Termijn allows; until when now.

    Raises Ongeldig without a reason, when the text gives no longer term, when it is another group's, or when it was made
    longer or has run out.
    """
    kring = _kring(None, zaak)
    termijn = kring.beleid.termijn(naam)
    if termijn.verlenging is None:
        raise Ongeldig({"": f"Deze termijn kan niet langer worden gemaakt ({termijn.eis})."})
    if not reden.strip():
        raise Ongeldig({"reden": "Schrijf op waarom er meer tijd nodig is."})
    if len(reden) > LANGSTE_REDEN:
        raise Ongeldig({"reden": f"Schrijf dit korter op, in hooguit {LANGSTE_REDEN} tekens."})
    klok = _lopend(kring, zaak, sleutel, naam)
    if klok is None or klok.vervalt_op <= nu():
        raise Ongeldig({"": "Deze termijn loopt niet meer. U kunt hem niet langer maken."})
    if klok.groep_id != kring.eigen:
        raise Ongeldig(
            {"": "Deze termijn is van een ander. Alleen wie hem moet halen, kan hem langer maken."}
        )
    tot = kalender.einde_van(
        kalender.tel(kalender.laatste_dag(klok.vervalt_op), *termijn.verlenging, vrije_dagen(kring.convenant))
    )
    if not verzet(klok, termijn, tot, Klokfeit.VERLENGD, reden, kring.door):
        raise Ongeldig({"": "Deze termijn is al een keer langer gemaakt. Dat kan maar een keer."})
    return tot


def loop_af(*, sleutel: str, convenant: Convenant, namen: Sequence[str] | None = None) -> int:
    """End clocks that nobody had to meet, because what they counted to has come; how many. None: all that run."""
    return len(_zet(_kring(convenant, None), None, sleutel, namen, Klok.VERVALLEN))


def na_handeling(zaak: Zaak, handeling: str, is_einde: bool) -> None:
    """A verb on a case meets the clocks that wait for it and starts those that count from it; the end stops the rest."""
    beleid = _kring(None, zaak).beleid
    if any(rij.actie == handeling for rij in beleid.termijnen):
        voldaan(handeling, zaak=zaak)
    if is_einde:
        _zet(_kring(None, zaak), zaak, "", None, Klok.VERVALLEN)
    if beleid.termijnen_na(handeling):
        gebeurt(handeling, zaak=zaak)


def klokken_van(zaak: Zaak) -> tuple[Klokstand, ...]:
    """The clocks of a case that the own group may see: what runs first, the most urgent on top."""
    return _standen(Klok.objects.filter(zaak=zaak))


def van_het_convenant() -> tuple[Klokstand, ...]:
    """The clocks of the convenant and its participations that the own group may see, as far as they run."""
    over = Klok.objects.filter(zaak=None, onderwerp__in=OVER_HET_CONVENANT, stand__in=Klok.OPEN)
    return _standen(over.filter(convenant=beurt().wie.convenant))


def _standen(klokken: QuerySet[Klok]) -> tuple[Klokstand, ...]:
    rijen = list(klokken.select_related("groep__deelname__partij").order_by("vervalt_op", "pk"))
    redenen = _redenen([rij.pk for rij in rijen if rij.stand == Klok.OPGESCHORT or rij.verlengd_tot])
    standen = [_stand(rij, redenen.get(rij.pk, "")) for rij in rijen]
    return tuple(sorted(standen, key=lambda stand: stand.stand not in Klok.OPEN))


def vrije_dagen(convenant: Convenant) -> frozenset[date]:
    """The free days of this convenant beside those of the law."""
    return frozenset(VrijeDag.objects.filter(convenant=convenant).values_list("dag", flat=True))


# --- how


@dataclass(frozen=True)
class _Kring:
    """In which convenant and by which text; `door`: who acts, None for a task."""

    convenant: Convenant
    beleid: Beleid
    door: int | None
    eigen: int | None
    instellingen: Mapping[str, Any]


def _kring(convenant: Convenant | None, zaak: Zaak | None) -> _Kring:
    wie = None if convenant else beurt().wie
    van = convenant or beurt().wie.convenant
    beleid = van.beleid
    if zaak is not None and zaak.beleid_versie != beleid.versie:
        beleid = register.geef(beleid.code, zaak.beleid_versie)
    if wie is None:
        return _Kring(van, beleid, None, None, {})
    return _Kring(van, beleid, wie.medewerker.pk, wie.groep, wie.instellingen if _kiest(beleid) else {})


def _kiest(beleid: Beleid) -> bool:
    """Whether a number of a clock is the convenant's own choice."""
    return any(rij.instelling for rij in beleid.termijnen)


def _begin(
    kring: _Kring,
    termijn: Termijn,
    zaak: Zaak | None,
    sleutel: str,
    na: datetime,
    afgesproken: datetime | None = None,
    groep: int | None = None,
) -> bool:
    if afgesproken is not None:
        vervalt = afgesproken
        if termijn.eenheid == "afgesproken":
            _vervang(kring, termijn, zaak, sleutel, afgesproken)
    elif termijn.eenheid == "afgesproken":
        raise ValueError(f"{termijn.naam}: who agrees on it says until when")
    else:
        extra = vrije_dagen(kring.convenant) if termijn.eenheid == "werkdagen" else frozenset()
        vervalt = kalender.vervalt_op(_gekozen(termijn, kring), na, extra)
    kant = termijn.verantwoordelijk
    if kant is not None and kant.soort in EXTERN:
        kant = None
    if kant is None and groep is None:
        groep = kring.eigen
    with connection.cursor() as cursor:
        cursor.execute(
            "select klok_begin(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [
                kring.convenant.pk,
                kring.beleid.versie,
                termijn.naam,
                termijn.eis,
                termijn.onderwerp,
                _sleutel(zaak, sleutel),
                zaak.pk if zaak else None,
                groep,
                kant.soort if kant else "",
                kant.functie if kant else "",
                [f"{wie.soort}/{wie.functie}" for wie in _ziet(kring.beleid, termijn)],
                na,
                vervalt,
                _eerste(termijn, vervalt),
                nu(),
                kring.door,
            ],
        )
        return cursor.fetchone()[0] is not None


def _vervang(kring: _Kring, termijn: Termijn, zaak: Zaak | None, sleutel: str, tot: datetime) -> None:
    """What was agreed before counts no more."""
    klok = _lopend(kring, zaak, sleutel, termijn.naam)
    if klok is not None and klok.vervalt_op != tot:
        _zet(kring, zaak, sleutel, [termijn.naam], Klok.INGETROKKEN, "nieuwe afspraak")


def _rijen(kring: _Kring, zaak: Zaak | None) -> list[Termijn]:
    """The clocks of the text a case was opened under; elsewhere those of every version, since one may run that the newest
    text no longer knows. The newest last."""
    if zaak is not None:
        return list(kring.beleid.termijnen)
    return [rij for beleid in register if beleid.code == kring.beleid.code for rij in beleid.termijnen]


def _gekozen(termijn: Termijn, kring: _Kring) -> Termijn:
    """With the number the convenant chose, where the text leaves it open."""
    if not termijn.instelling:
        return termijn
    gekozen = kring.instellingen.get(termijn.instelling)
    return termijn if gekozen is None else replace(termijn, duur=int(gekozen))


def _ziet(beleid: Beleid, termijn: Termijn) -> tuple[Kant, ...]:
    if termijn.onderwerp not in OVER_HET_CONVENANT:
        return termijn.zien
    weten = (Kant(b.soort, b.functie) for b in beleid.bevoegdheden if set(b.handelingen) & set(WEET_ERVAN))
    return tuple(dict.fromkeys((*termijn.zien, *weten)))


def _eerste(termijn: Termijn, vervalt: datetime) -> datetime:
    """When the machine looks first: a warning whose day has begun already is none any more."""
    return next((moment for moment, _ in kalender.momenten(termijn, vervalt) if moment > nu()), vervalt)


def _sleutel(zaak: Zaak | None, sleutel: str) -> str:
    return str(zaak.pk) if zaak is not None else sleutel


def _zet(
    kring: _Kring, zaak: Zaak | None, sleutel: str, namen: Sequence[str] | None, stand: str, reden: str = ""
) -> list[tuple[str, datetime]]:
    """The clocks that changed, each with the moment it would have run out; None in `namen` means all there are."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select termijn, vervalt_op, op_tijd from klok_zet(%s, %s, %s, %s, %s, %s, %s, %s)",
            [
                kring.convenant.pk,
                zaak.pk if zaak else None,
                list(namen) if namen is not None else None,
                _sleutel(zaak, sleutel),
                stand,
                nu(),
                kring.door,
                reden,
            ],
        )
        rijen = cursor.fetchall()
    for naam, _, op_tijd in rijen:
        if op_tijd is not None and kring.door is not None:
            beurt().tellingen.append((f"termijn:{naam}", "op_tijd" if op_tijd else "te_laat"))
    return [(naam, vervalt) for naam, vervalt, _ in rijen]


def _houd(feit: str, stand: str, zaak: Zaak | None, sleutel: str, convenant: Convenant | None) -> int:
    kring = _kring(convenant, zaak)
    namen = [rij.naam for rij in _rijen(kring, zaak) if feit in rij.opgeschort_door]
    return len(_zet(kring, zaak, sleutel, namen, stand, feit)) if namen else 0


def _lopend(kring: _Kring, zaak: Zaak | None, sleutel: str, naam: str) -> Klok | None:
    return Klok.objects.filter(
        convenant=kring.convenant,
        zaak=zaak,
        sleutel=_sleutel(zaak, sleutel),
        termijn=naam,
        stand__in=Klok.OPEN,
    ).first()


def verzet(klok: Klok, termijn: Termijn, tot: datetime, soort: str, reden: str, door: int | None) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "select klok_verzet(%s, %s, %s, %s, %s, %s, %s)",
            [klok.pk, tot, _eerste(termijn, tot), soort, nu(), door, reden],
        )
        return cursor.fetchone()[0]


def _redenen(klokken: list[int]) -> dict[int, str]:
    if not klokken:
        return {}
    feiten = Klokfeit.objects.filter(klok__in=klokken, soort__in=(Klokfeit.VERLENGD, Klok.OPGESCHORT))
    return dict(feiten.order_by("pk").values_list("klok_id", "reden"))


def _stand(rij: Klok, reden: str) -> Klokstand:
    beleid = register.geef(beurt().wie.beleid.code, rij.beleid_versie)
    groep = rij.groep
    van = f"{groep.deelname.partij.naam}, {groep.naam}" if groep else ""
    voldaan_op = rij.voldaan_op
    return Klokstand(
        rij.termijn,
        beleid.termijn(rij.termijn).actie,
        rij.eis,
        van,
        rij.groep_id == beurt().wie.groep,
        rij.na,
        rij.vervalt_op,
        rij.stand,
        rij.stand == Klok.LOOPT and rij.vervalt_op <= nu(),
        voldaan_op,
        # What is due at once is in time when it is done at once.
        None if voldaan_op is None else voldaan_op < rij.vervalt_op or voldaan_op == rij.na,
        rij.verlengd_tot is not None,
        reden,
    )
