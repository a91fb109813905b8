"""The dashboard of a convenant and the lists behind its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import date as datum
from django.urls import reverse
from django.views.decorators.http import require_safe

from convenant.beleid.taal import INZIEN
from convenant.poort import dashboard, werklijst
from convenant.poort.dashboard import (
    DAGEN,
    GESLOTEN,
    NIEUW,
    PER_PAGINA,
    WEKEN,
    Klokkeuze,
    Periode,
    Stand,
    Week,
)
from convenant.poort.dashboard_klokken import GRENS, OP_TIJD, TE_LAAT, WEEK
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, pagina
from convenant.poort.lijst import AAN_ZET, OPEN
from convenant.tijd import vandaag

from .charts import Series, grouped_bars
from .formulieren import Formulier
from .templatetags.charts import lot

HOOGSTENS = timedelta(days=366)


@dataclass(frozen=True)
class Tegel:
    """A number at a glance, and the list that is as long."""

    label: str
    aantal: str
    uitleg: str
    icoon: str
    url: str
    kleur: str = ""


@dataclass(frozen=True)
class Weekregel:
    """A week of the table beside the chart, with the lists behind its two numbers."""

    week: Week
    nieuw_url: str
    gesloten_url: str


@pagina(INZIEN)
@require_safe
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """How the own cases stand today."""
    stand = dashboard.stand()
    context = {
        "nav": "dashboard",
        "vandaag": vandaag(),
        "tegels": _tegels(convenant, stand),
        "stappen": [
            (stap, aantal, _werklijst(convenant, stand=OPEN, stap=stap)) for stap, aantal in stand.per_stap
        ],
        "meeste": max((aantal for _, aantal in stand.per_stap), default=0),
        "weken": [_weekregel(convenant, week) for week in reversed(stand.per_week)],
        "eerst": stand.eerst,
        "alle_termijnen": _termijnlijst(convenant),
        "partijen": [
            (
                partij,
                _termijnlijst(convenant, uitkomst=TE_LAAT, deelname=partij.deelname),
                _termijnlijst(convenant, uitkomst=WEEK, deelname=partij.deelname),
            )
            for partij in stand.per_partij
        ],
        "drukste": max((partij.te_laat + partij.binnenkort for partij in stand.per_partij), default=0),
        "afgekapt": sum(partij.te_laat + partij.binnenkort for partij in stand.per_partij) >= GRENS,
        "termijnen": [
            (
                termijn,
                _termijnlijst(convenant, uitkomst=OP_TIJD, termijn=termijn.termijn),
                _termijnlijst(convenant, uitkomst=TE_LAAT, termijn=termijn.termijn),
            )
            for termijn in stand.per_termijn
        ],
        "termijnen_afgekapt": sum(rij.op_tijd + rij.te_laat for rij in stand.per_termijn) >= GRENS,
        "weken_terug": WEKEN,
        "grafiek": grouped_bars(
            [datum(week.maandag, "W") for week in stand.per_week],
            [
                Series("Nieuw", [week.nieuw for week in stand.per_week]),
                Series("Afgerond", [week.gesloten for week in stand.per_week]),
            ],
        ),
        "grafiek_uitleg": _in_woorden(stand.per_week),
    }
    return render(request, "web/dashboard.html", context)


def _tegels(convenant: str, stand: Stand) -> list[Tegel]:
    aantal = werklijst.aantallen()
    return [
        Tegel(
            "Lopend", aantal[OPEN], "Zaken die open zijn", "folder-open", _werklijst(convenant, stand=OPEN)
        ),
        Tegel("Aan ons", aantal[AAN_ZET], "Wij zijn aan zet", "inbox", _werklijst(convenant, stand=AAN_ZET)),
        Tegel(
            "Te laat",
            lot(stand.te_laat),
            "De termijn is voorbij",
            "clock-alert",
            _werklijst(convenant, stand=OPEN, termijn="verlopen"),
            "negative" if stand.te_laat else "",
        ),
        Tegel(
            "Binnen 7 dagen",
            lot(stand.binnenkort),
            "De termijn loopt af",
            "calendar-clock",
            _werklijst(convenant, stand=OPEN, termijn="week"),
            "warning" if stand.binnenkort else "",
        ),
        Tegel(
            "Afgerond",
            lot(stand.gesloten),
            "In vier weken",
            "circle-check",
            _zakenlijst(convenant, GESLOTEN, stand.gesloten_vanaf, DAGEN),
        ),
    ]


def _weekregel(convenant: str, week: Week) -> Weekregel:
    return Weekregel(week, *(_zakenlijst(convenant, wat, week.maandag, 7) for wat in (NIEUW, GESLOTEN)))


def _in_woorden(weken: Sequence[Week]) -> str:
    eerste, laatste = weken[0], weken[-1]
    return (
        f"Staafdiagram van week {datum(eerste.maandag, 'W')} tot en met week {datum(laatste.maandag, 'W')}. "
        f"Deze week: {lot(laatste.nieuw)} nieuw en {lot(laatste.gesloten)} afgerond."
    )


def _termijnlijst(convenant: str, **keuze: object) -> str:
    adres = reverse("dashboard_termijnen", args=[convenant])
    return f"{adres}?{urlencode(keuze)}" if keuze else adres


def _werklijst(convenant: str, **keuze: str) -> str:
    return f"{reverse('zaken', args=[convenant])}?{urlencode(keuze)}"


def _zakenlijst(convenant: str, wat: str, van: date, dagen: int) -> str:
    vraag = {"wat": wat, "van": van.isoformat(), "tot": (van + timedelta(days=dagen)).isoformat()}
    return f"{reverse('dashboard_zaken', args=[convenant])}?{urlencode(vraag)}"


class PeriodeForm(Formulier):
    """Which list, as it stands in the address of a number; nothing in it is about a person."""

    wat = forms.ChoiceField(choices=((NIEUW, "Nieuwe zaken"), (GESLOTEN, "Afgeronde zaken")))
    van = forms.DateField(input_formats=["%Y-%m-%d"])
    tot = forms.DateField(input_formats=["%Y-%m-%d"])
    na_dag = forms.DateField(input_formats=["%Y-%m-%d"], required=False)
    na = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)

    def clean(self) -> dict[str, Any]:
        """No number of the dashboard counts more than a year, or less than a day."""
        keuze = super().clean() or self.cleaned_data
        van, tot = keuze.get("van"), keuze.get("tot")
        if van and tot and not timedelta(0) < tot - van <= HOOGSTENS:
            raise forms.ValidationError("Deze lijst is er niet.")
        return keuze


@pagina(INZIEN)
@require_safe
def zaken(request: Verzoek, convenant: str) -> HttpResponse:
    """The cases behind a number of the weeks."""
    form = PeriodeForm(request.GET)
    if not form.is_valid():
        raise NietGevonden
    keuze = form.cleaned_data
    na = (keuze["na_dag"], keuze["na"]) if keuze["na_dag"] and keuze["na"] else None
    regels = dashboard.zaken(Periode(keuze["wat"], keuze["van"], keuze["tot"], na))
    meer, regels = len(regels) > PER_PAGINA, regels[:PER_PAGINA]
    vraag = {"wat": keuze["wat"], "van": keuze["van"].isoformat(), "tot": keuze["tot"].isoformat()}
    context = {
        "nav": "dashboard",
        "titel": dict(form.fields["wat"].choices)[keuze["wat"]],  # type: ignore[attr-defined]
        "van": keuze["van"],
        "tot_en_met": keuze["tot"] - timedelta(days=1),
        "regels": regels,
        "next": _verder(vraag, regels[-1], keuze["wat"]) if meer else "",
        "previous": f"?{urlencode(vraag)}" if na else "",
    }
    return render(request, "web/dashboard_zaken.html", context)


def _verder(vraag: dict[str, str], laatste: dashboard.Zaakregel, wat: str) -> str:
    dag = laatste.gesloten_op if wat == GESLOTEN else laatste.sinds
    assert dag is not None
    return "?" + urlencode(vraag | {"na_dag": dag.isoformat(), "na": laatste.zaak_id})


class KlokkeuzeForm(Formulier):
    """Which clocks, as they stand in the address of a number."""

    uitkomst = forms.ChoiceField(
        choices=((TE_LAAT, "Te laat"), (WEEK, "Binnen 7 dagen"), (OP_TIJD, "Op tijd")), required=False
    )
    deelname = forms.IntegerField(required=False, min_value=0, max_value=2**63 - 1)
    termijn = forms.SlugField(required=False, max_length=60)
    over = forms.IntegerField(required=False, min_value=0, max_value=GRENS)

    def clean(self) -> dict[str, Any]:
        """Of what ended it is said how; what still runs cannot be in time yet."""
        keuze = super().clean() or self.cleaned_data
        mogelijk = (OP_TIJD, TE_LAAT) if keuze.get("termijn") else ("", TE_LAAT, WEEK)
        if keuze.get("uitkomst") not in mogelijk:
            raise forms.ValidationError("Deze lijst is er niet.")
        return keuze


@pagina(INZIEN)
@require_safe
def termijnen(request: Verzoek, convenant: str) -> HttpResponse:
    """The clocks behind a number."""
    form = KlokkeuzeForm(request.GET)
    if not form.is_valid():
        raise NietGevonden
    keuze = Klokkeuze(**{naam: waarde for naam, waarde in form.cleaned_data.items() if waarde is not None})
    regels = dashboard.termijnen(keuze)
    meer, regels = len(regels) > PER_PAGINA, regels[:PER_PAGINA]
    vraag = {naam: waarde for naam, waarde in request.GET.items() if naam != "over"}
    verder, terug = keuze.over + PER_PAGINA, max(0, keuze.over - PER_PAGINA)
    context = {
        "nav": "dashboard",
        "titel": _titel(keuze),
        "keuze": keuze,
        "gedaan": "Gedaan" if keuze.termijn else "",  # what still runs was not
        "partij": regels[0].partij if keuze.deelname is not None and regels else "",
        "weken_terug": WEKEN,
        "regels": regels,
        "next": f"?{urlencode(vraag | {'over': verder})}" if meer else "",
        "previous": f"?{urlencode(vraag | {'over': terug})}" if keuze.over else "",
    }
    return render(request, "web/dashboard_termijnen.html", context)


def _titel(keuze: Klokkeuze) -> str:
    if not keuze.termijn:
        return {TE_LAAT: "Termijnen die voorbij zijn", WEEK: "Termijnen binnen 7 dagen"}.get(
            keuze.uitkomst, "Dringende termijnen"
        )
    return {OP_TIJD: "Op tijd gedaan", TE_LAAT: "Niet op tijd gedaan"}[keuze.uitkomst]
