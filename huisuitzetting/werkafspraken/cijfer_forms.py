"""The forms by which a party tells its numbers of a half year."""

from collections.abc import Mapping
from typing import Any

from django import forms

from convenant.web.zaakhandeling import Zaakformulier

from . import kengetallen
from .cijfers import DOELGROEPEN, REDENEN

HOOGSTE = 99_999
GETAL = {"class": "app-width-s", "inputmode": "numeric"}


def _getalveld(label: str, **anders: Any) -> forms.IntegerField:
    widget = forms.TextInput(attrs=GETAL)
    return forms.IntegerField(label=label, min_value=0, max_value=HOOGSTE, widget=widget, **anders)


class PeriodeForm(Zaakformulier):
    """The half year; of the wijkteam the system counted the rest."""

    periode = forms.ChoiceField(label="Over welk halfjaar?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(periode.sleutel, periode.naam.capitalize()) for periode in kengetallen.perioden()]
        self.fields["periode"].choices = keuzes  # type: ignore[attr-defined]

    def deel(self) -> None:
        kengetallen.deel_wijkteam(self.cleaned_data["periode"], self.nummer)


class SdvForm(PeriodeForm):
    aantal = _getalveld(
        "Hoeveel huurders stonden op de crisislijst?",
        help_text="Op de laatste dag van het halfjaar. Vul 0 in als er niemand op stond.",
    )

    def deel(self) -> None:
        kengetallen.deel_sdv(self.cleaned_data["periode"], self.cleaned_data["aantal"], self.nummer)


class CorporatieForm(PeriodeForm):
    """Evictions per group and reason; an empty field is none."""

    show_optional = False
    sleutels = _getalveld("Hoeveel huurders leverden zelf de sleutels in?")
    voorkomen = _getalveld("Hoeveel uitzettingen zijn voorkomen na een melding bij het wijkteam?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for doelgroep, groepsnaam in DOELGROEPEN.items():
            for reden, redennaam in REDENEN.items():
                veld = _getalveld(redennaam, required=False)
                veld.error_messages |= {
                    "invalid": f"Vul bij ‘{groepsnaam}, {redennaam.lower()}’ een heel getal in, bijvoorbeeld 2.",
                }
                self.fields[f"{doelgroep}__{reden}"] = veld

    def groepen(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields as they stand on the page, per group."""
        return [
            (naam, [self[f"{groep}__{reden}"] for reden in REDENEN]) for groep, naam in DOELGROEPEN.items()
        ]

    def deel(self) -> None:
        velden = self.cleaned_data
        cellen = {
            (groep, reden): velden[f"{groep}__{reden}"] or 0 for groep in DOELGROEPEN for reden in REDENEN
        }
        kengetallen.deel_corporatie(
            velden["periode"], cellen, velden["sleutels"], velden["voorkomen"], self.nummer
        )


def vooraf(periode: str) -> Mapping[str, Any]:
    """What the system counted of the own corporatie in this half year."""
    cellen, sleutels, voorkomen = kengetallen.geteld_bij_corporatie(periode)
    ingevuld = {f"{groep}__{reden}": aantal for (groep, reden), aantal in cellen.items()}
    return {"periode": periode, "sleutels": sleutels, "voorkomen": voorkomen, **ingevuld}


FORMULIEREN: Mapping[str, type[PeriodeForm]] = {
    kengetallen.WIJKTEAM: PeriodeForm,
    kengetallen.SDV: SdvForm,
    kengetallen.CORPORATIE: CorporatieForm,
}
