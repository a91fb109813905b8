"""The monthly sample: drawn by the database, judged line by line, closed, and to be drawn again by whoever doubts it.

Who may only read (`steekproef_inzien`) gets the drawn lines of the own party: the fence leaves no other, in no number either.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q

from convenant.beleid.beslissing import Vraag
from convenant.beleid.fg import STEEKPROEF_INZIEN
from convenant.poort.daad import Daad, handel, mag, toets_vooraf, verricht
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.logboek import TOEGESTAAN
from convenant.poort.logboek_filter import Filter, regels
from convenant.poort.logboek_lezen import Deelnemer, Logrij, rijen_van
from convenant.poort.models import Logregel
from convenant.tijd import nu, vandaag

from .bewaren import bewaren_tot
from .models import Steekproef, Steekproefregel

TREKKEN, BEOORDELEN, INZIEN = "steekproef_trekken", "steekproef_beoordelen", STEEKPROEF_INZIEN
RAADPLEGEN = "raadplegen"
IN_ORDE, VRAAG, NIET_IN_ORDE = OORDELEN = Steekproefregel.OORDELEN
AL_AFGEROND = "Deze steekproef is al afgerond. U kunt er niets meer in veranderen."


@dataclass(frozen=True)
class Kaart:
    """A sample without its lines: how it was drawn and how far the judging is."""

    id: UUID
    maand: date
    zaad: str
    uit: int
    getrokken_op: datetime
    getrokken_door: str
    afgerond_op: datetime | None
    afgerond_door: str
    aantal: int
    beoordeeld: int
    oordelen: Mapping[str, int]

    @property
    def nog_open(self) -> int:
        return self.aantal - self.beoordeeld

    @property
    def is_klaar(self) -> bool:
        return not self.nog_open


@dataclass(frozen=True)
class Regel:
    """One drawn line with its judgement. `rij` is None when the line of the log is gone."""

    plaats: int
    volg: int
    rij: Logrij | None
    oordeel: str
    toelichting: str
    beoordeeld_op: datetime | None
    beoordeeld_door: str


@dataclass(frozen=True)
class TeTrekken:
    """A month that is over and not drawn, with how many raadplegingen there are to draw from."""

    maand: date
    uit: int


def stand() -> tuple[TeTrekken | None, Kaart | None]:
    """What there is to do, for who has the verb: the past month while nobody drew it and there is something to draw
    from, and the oldest sample that is not closed."""
    maand = _vorige_maand()
    kaarten = _kaarten(_eigen().filter(Q(maand=maand) | Q(afgerond_op=None)).order_by("maand"))
    lopend = next((kaart for kaart in kaarten if kaart.afgerond_op is None), None)
    if any(kaart.maand == maand for kaart in kaarten):
        return None, lopend
    eind = _begin_van_de_maand(vandaag()) - timedelta(days=1)
    uit = regels(Filter(maand, eind, TOEGESTAAN, handeling=RAADPLEGEN)).count()
    return TeTrekken(maand, uit) if uit else None, lopend


def overzicht() -> Sequence[Kaart]:
    """Every sample that is still kept, the latest first. One log line."""
    with _kijk("steekproeven"):
        return _kaarten(_eigen().order_by("-maand"))


def omvang() -> int:
    """How many lines a draw takes (Instelling `steekproef_omvang`)."""
    return max(1, int(str(beurt().wie.instellingen["steekproef_omvang"])))


def trek() -> UUID:
    """Draw from the raadplegingen of the past month; the seed goes into the log. Drawn already: that one.

    Raises Ongeldig when nothing was consulted in that month.
    """
    wie, maand = beurt().wie, _vorige_maand()
    with verricht(Daad(Vraag(wie.kant, TREKKEN), onderwerp=f"{maand:%Y-%m}")) as (werk,):
        with connection.cursor() as cursor:
            cursor.execute(
                "select steekproef_trek(%s, %s, %s, %s, %s)",
                [maand, omvang(), wie.medewerker.pk, nu(), bewaren_tot(wie)],
            )
            nieuw = cursor.fetchone()[0]
        if nieuw is None:
            raise Ongeldig({"": "Er is in die maand niets geraadpleegd. Er valt niets te trekken."})
        zaad = Steekproef.objects.values_list("zaad", flat=True).get(pk=nieuw)
        werk.aanvulling |= {"object": f"{maand:%Y-%m} zaad {zaad}"}
        return nieuw


def geef(steekproef_id: UUID, deelnemers: Sequence[Deelnemer]) -> tuple[Kaart, Sequence[Regel]]:
    """A sample with all its lines, in the order of the draw. One log line. Raises NietGevonden."""
    kaart = _kaart(steekproef_id)
    with _kijk(f"steekproef {kaart.maand:%Y-%m}"):
        gekozen = _regels(steekproef_id).order_by("plaats")
        return kaart, _met_log(list(gekozen), deelnemers)


def geef_regel(
    steekproef_id: UUID, plaats: int, deelnemers: Sequence[Deelnemer]
) -> tuple[Kaart, Regel, int | None]:
    """One drawn line, and the place of the next without a judgement. One log line. Raises NietGevonden."""
    kaart = _kaart(steekproef_id)
    rij = _geef_rij(steekproef_id, plaats)
    with _kijk(f"steekproef {kaart.maand:%Y-%m} regel {rij.volg}"):
        (regel,) = _met_log([rij], deelnemers)
        return kaart, regel, volgende_open(steekproef_id, plaats)


def volgende_open(steekproef_id: UUID, na: int) -> int | None:
    """The place of the next line without a judgement, from the first again after the last."""
    open_plaatsen = list(
        _regels(steekproef_id).filter(oordeel="").exclude(plaats=na).values_list("plaats", flat=True)
    )
    return min(open_plaatsen, key=lambda plaats: (plaats < na, plaats), default=None)


def toets_beoordelen() -> None:
    """Refuse who may not judge before anything typed is looked at. Raises Geweigerd; the refusal is logged."""
    toets_vooraf(Daad(Vraag(beurt().wie.kant, BEOORDELEN)), ("convenant", "deelname", "medewerker"))


def beoordeel(steekproef_id: UUID, plaats: int, oordeel: str, toelichting: str) -> None:
    """Say what one thinks of a line; again replaces it, and the log keeps both. Raises NietGevonden or Ongeldig."""
    rij = _geef_rij(steekproef_id, plaats)
    if oordeel not in OORDELEN:
        raise Ongeldig({"oordeel": "Kies wat u van deze regel vindt."})
    toelichting = toelichting.strip()
    if oordeel != IN_ORDE and not toelichting:
        raise Ongeldig({"toelichting": "Schrijf op wat u wilt vragen of wat er niet klopt."})
    with handel(BEOORDELEN, onderwerp=f"regel {rij.volg}: {oordeel}"):
        gelukt = _open_regels(steekproef_id, plaats).update(
            oordeel=oordeel,
            toelichting=toelichting,
            beoordeeld_op=nu(),
            beoordeeld_door_id=beurt().wie.medewerker.pk,
        )
        if not gelukt:
            raise Ongeldig({"": AL_AFGEROND})


def rond_af(steekproef_id: UUID) -> None:
    """Close a sample: from now on nobody changes a judgement. Raises NietGevonden, or Ongeldig while one is missing."""
    kaart = _kaart(steekproef_id)
    with handel(BEOORDELEN, onderwerp=f"steekproef {kaart.maand:%Y-%m} afgerond"):
        with connection.cursor() as cursor:
            cursor.execute(
                "select steekproef_rond_af(%s, %s, %s)", [steekproef_id, beurt().wie.medewerker.pk, nu()]
            )
            gelukt = cursor.fetchone()[0]
        if not gelukt:
            zin = "Beoordeel eerst alle regels. Daarna kunt u afronden."
            raise Ongeldig({"": AL_AFGEROND if kaart.afgerond_op else zin})


def klopt(kaart: Kaart, getrokken: Sequence[Regel]) -> bool:
    """Whether drawing again from the same seed gives the same lines in the same order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select plaats, volg from steekproef_loting(%s, %s) where plaats <= %s order by plaats",
            [kaart.zaad, kaart.maand, kaart.aantal],
        )
        return cursor.fetchall() == [(regel.plaats, regel.volg) for regel in getrokken]


@contextmanager
def _kijk(onderwerp: str) -> Iterator[None]:
    """A look at samples: weighed as judging or as reading only, and a line that says which."""
    handeling = INZIEN if mag(INZIEN) else BEOORDELEN
    with verricht(Daad(Vraag(beurt().wie.kant, handeling), onderwerp=onderwerp)) as (werk,):
        werk.aanvulling |= {"handeling": "lijst_zien"}
        yield


def _begin_van_de_maand(dag: date) -> date:
    return dag.replace(day=1)


def _vorige_maand() -> date:
    return _begin_van_de_maand(_begin_van_de_maand(vandaag()) - timedelta(days=1))


def _eigen():
    return (
        Steekproef.objects.filter(convenant=beurt().wie.convenant)
        .select_related("getrokken_door__account", "afgerond_door__account")
        .annotate(
            aantal=Count("regels"),
            **{oordeel: Count("regels", filter=Q(regels__oordeel=oordeel)) for oordeel in OORDELEN},
        )
    )


def _kaarten(rijen) -> list[Kaart]:
    return [_als_kaart(rij) for rij in rijen]


def _kaart(steekproef_id: UUID) -> Kaart:
    rij = _eigen().filter(pk=steekproef_id).first()
    if rij is None:
        raise NietGevonden
    return _als_kaart(rij)


def _als_kaart(rij) -> Kaart:
    oordelen = Counter({oordeel: getattr(rij, oordeel) for oordeel in OORDELEN})
    return Kaart(
        rij.pk,
        rij.maand,
        rij.zaad,
        rij.uit,
        rij.getrokken_op,
        rij.getrokken_door.account.naam,
        rij.afgerond_op,
        rij.afgerond_door.account.naam if rij.afgerond_door else "",
        rij.aantal,
        oordelen.total(),
        oordelen,
    )


def _regels(steekproef_id: UUID):
    return Steekproefregel.objects.filter(steekproef_id=steekproef_id).select_related(
        "beoordeeld_door__account"
    )


def _open_regels(steekproef_id: UUID, plaats: int):
    return Steekproefregel.objects.filter(
        steekproef_id=steekproef_id, plaats=plaats, steekproef__afgerond_op=None
    )


def _geef_rij(steekproef_id: UUID, plaats: int) -> Steekproefregel:
    rij = _regels(steekproef_id).filter(plaats=plaats).first()
    if rij is None:
        raise NietGevonden
    return rij


def _met_log(rijen: Sequence[Steekproefregel], deelnemers: Sequence[Deelnemer]) -> list[Regel]:
    convenant = beurt().wie.convenant
    gevonden = list(Logregel.objects.filter(convenant=convenant, volg__in=[rij.volg for rij in rijen]))
    logrijen = {logrij.volg: logrij for logrij in rijen_van(gevonden, deelnemers)}
    return [
        Regel(
            rij.plaats,
            rij.volg,
            logrijen.get(rij.volg),
            rij.oordeel,
            rij.toelichting,
            rij.beoordeeld_op,
            rij.beoordeeld_door.account.naam if rij.beoordeeld_door else "",
        )
        for rij in rijen
    ]
