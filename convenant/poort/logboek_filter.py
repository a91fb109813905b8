"""Which lines of the log: one rule for the list, its number, the export and the signals."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet, TextField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, ExtractHour, ExtractIsoWeekDay, Lower, Trim, TruncDate
from django.utils import timezone

from convenant.beleid.kalender import AMSTERDAM, feestdagen
from convenant.partijen.models import Account
from convenant.tijd import vandaag
from convenant.verstrekkingen.models import Raadpleging

from .grens import beurt
from .models import Logregel

BUITEN_KANTOORTIJD, NAAM_VAN_MEDEWERKER = "buiten_kantoortijd", "naam_van_medewerker"
KANTOOR_OPEN, KANTOOR_DICHT = 7, 19  # whole hours, Dutch time
ZATERDAG = 6


@dataclass(frozen=True)
class Filter:
    """What to show: days (both included), an outcome, a verb, who and which party (ids), a doel, a clause, and
    lines before this one.

    `onderwerp` is an address as it stands in the log, or the id of an act. `bijzonder` is one of the two constants
    above: at night, in the weekend or on a free day; with the identity of somebody who bears the name of a medewerker.
    """

    vanaf: date | None = None
    tot_en_met: date | None = None
    uitkomst: str = ""
    voor: int | None = None
    handeling: str = ""
    medewerker: int | None = None
    deelname: int | None = None
    doel: str = ""
    eis: str = ""
    bijzonder: str = ""
    # No personal data in what Python prints of a filter.
    onderwerp: str = field(default="", repr=False)


def regels(filter: Filter) -> QuerySet[Logregel]:
    """The lines of this convenant that the filter leaves, the newest first; whose they may be is the fence's affair."""
    gelijk = {
        "uitkomst": filter.uitkomst,
        "handeling": filter.handeling,
        "medewerker_id": filter.medewerker,
        "deelname_id": filter.deelname,
        "doel": filter.doel,
        "eis": filter.eis,
    }
    gekozen = Logregel.objects.filter(convenant=beurt().wie.convenant).order_by("-volg")
    gekozen = gekozen.filter(**{kolom: waarde for kolom, waarde in gelijk.items() if waarde})
    if filter.voor is not None:
        gekozen = gekozen.filter(volg__lt=filter.voor)
    if filter.vanaf:
        gekozen = gekozen.filter(moment__gte=_begin_van(filter.vanaf))
    if filter.tot_en_met:
        gekozen = gekozen.filter(moment__lt=_begin_van(filter.tot_en_met + timedelta(days=1)))
    if filter.onderwerp:
        over_adres = _raadplegingen().filter(adres=filter.onderwerp)
        gekozen = gekozen.filter(Q(object=filter.onderwerp) | Q(object__in=_kenmerken(over_adres)))
    if filter.bijzonder == BUITEN_KANTOORTIJD:
        gekozen = _buiten_kantoortijd(gekozen, filter)
    if filter.bijzonder == NAAM_VAN_MEDEWERKER:
        gekozen = gekozen.filter(object__in=_kenmerken(_met_naam_van_medewerker()))
    return gekozen


def _begin_van(dag: date) -> datetime:
    return datetime.combine(dag, time.min, timezone.get_default_timezone())


def _raadplegingen() -> QuerySet[Raadpleging]:
    return Raadpleging.objects.filter(convenant=beurt().wie.convenant)


def _kenmerken(raadplegingen: QuerySet[Raadpleging]) -> QuerySet:
    """Their ids as the log writes them."""
    return raadplegingen.annotate(kenmerk=Cast("pk", TextField())).values("kenmerk")


def _buiten_kantoortijd(gekozen: QuerySet[Logregel], filter: Filter) -> QuerySet[Logregel]:
    eind = filter.tot_en_met or vandaag()
    begin = filter.vanaf or beurt().wie.convenant.ingang or eind
    vrij = set().union(*(feestdagen(jaar) for jaar in range(begin.year, eind.year + 1)))
    return gekozen.annotate(
        uur=ExtractHour("moment", tzinfo=AMSTERDAM),
        weekdag=ExtractIsoWeekDay("moment", tzinfo=AMSTERDAM),
        dag=TruncDate("moment", tzinfo=AMSTERDAM),
    ).filter(
        Q(uur__lt=KANTOOR_OPEN)
        | Q(uur__gte=KANTOOR_DICHT)
        | Q(weekdag__gte=ZATERDAG)
        | Q(dag__in=sorted(vrij))
    )


def _met_naam_van_medewerker() -> QuerySet[Raadpleging]:
    """Whose identity was established bears the full name of somebody who works for a party to this convenant."""
    mensen = Account.objects.filter(medewerkers__partij__deelnames__convenant=beurt().wie.convenant)
    namen = mensen.annotate(voluit=Lower(Trim("naam"))).values("voluit")
    wie = Lower(Trim(KeyTextTransform("naam", "identiteit")))
    return _raadplegingen().annotate(wie=wie).filter(wie__in=namen)
