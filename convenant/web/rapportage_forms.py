"""Of which months the management report is."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.template.defaultfilters import date as datum

from convenant.beleid.kalender import tel
from convenant.toezicht.rapportage import voltooide_maanden

from .formulieren import Formulier

MAANDEN_TERUG = 36


class RapportageForm(Formulier):
    """From which month until which, both included; only months that are over."""

    show_optional = False
    van = forms.ChoiceField(label="Van")
    tot_en_met = forms.ChoiceField(label="Tot en met")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(_maand(dag), datum(dag, "F Y")) for dag in voltooide_maanden(MAANDEN_TERUG)]
        for veld in ("van", "tot_en_met"):
            self.fields[veld].choices = keuzes  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if not self.errors and gegevens["tot_en_met"] < gegevens["van"]:
            self.add_error("tot_en_met", "Deze maand ligt voor de eerste. Kies een latere maand.")
        return gegevens

    @property
    def periode(self) -> tuple[date, date]:
        """The first day, and the first day after it (half-open)."""
        van, tot = (date.fromisoformat(f"{self.cleaned_data[veld]}-01") for veld in ("van", "tot_en_met"))
        return van, tel(tot, 1, "maanden")


def laatste_jaar() -> dict[str, str]:
    """The twelve months that ended last."""
    maanden = voltooide_maanden(12)
    return {"van": _maand(maanden[-1]), "tot_en_met": _maand(maanden[0])}


def kwartalen(hoeveel: int = 4) -> Sequence[tuple[str, dict[str, str]]]:
    """The latest quarters that are over, the latest first, each with its period."""
    laatste = [dag for dag in voltooide_maanden(MAANDEN_TERUG) if dag.month % 3 == 0][:hoeveel]
    return [
        (
            f"{dag.month // 3}e kwartaal {dag.year}",
            {"van": _maand(tel(dag, -2, "maanden")), "tot_en_met": _maand(dag)},
        )
        for dag in laatste
    ]


def _maand(dag: date) -> str:
    return f"{dag:%Y-%m}"
