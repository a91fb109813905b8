"""The forms beside the cases: announcing maintenance, the handreiking, the security declaration."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from convenant.web.formulieren import Datumveld, Formulier

from . import deelnemers
from .handreiking import Raadpleging
from .onderhoud import Aankondigen
from .rondom_forms import tekstveld, tijdveld


class OnderhoudForm(Formulier):
    titel = forms.CharField(
        label="Titel", max_length=100, help_text="Bijvoorbeeld: onderhoud op zaterdag 12 december."
    )
    tekst = tekstveld("Wat moeten mensen weten?", "Wat werkt er niet, en hoe lang?", rijen=3)
    van_datum = Datumveld(label="Vanaf welke dag staat dit op elke pagina?")
    van_tijd = tijdveld("Vanaf hoe laat?")
    tot_datum = Datumveld(label="Tot welke dag?")
    tot_tijd = tijdveld("Tot hoe laat?")

    @property
    def aankondigen(self) -> Aankondigen:
        return Aankondigen(
            self.cleaned_data["titel"],
            self.cleaned_data["tekst"],
            self._moment("van"),
            self._moment("tot"),
        )

    def _moment(self, deel: str) -> datetime:
        gegevens = self.cleaned_data
        return timezone.make_aware(datetime.combine(gegevens[f"{deel}_datum"], gegevens[f"{deel}_tijd"]))


class HandreikingForm(Formulier):
    """The text of the first version."""

    tekst = forms.CharField(
        label="Tekst van de handreiking",
        min_length=10,
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text="Een lege regel begint een nieuwe alinea.",
    )


class WijzigForm(HandreikingForm):
    """A better text, and the consultation that comes before it (HEE-5.3)."""

    vorige = forms.IntegerField(widget=forms.HiddenInput)
    partijen = forms.MultipleChoiceField(
        label="Welke corporaties hebt u geraadpleegd?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Het convenant vraagt dat u ze allemaal raadpleegt.",
    )
    geraadpleegd_op = Datumveld(label="Op welke dag?")
    reacties = tekstveld("Wat waren de reacties?", "Noem organisaties, geen namen van mensen.", rijen=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.show_optional = False
        self.fields["partijen"].choices = deelnemers.corporaties()  # type: ignore[attr-defined]

    @property
    def raadpleging(self) -> Raadpleging:
        gegevens = self.cleaned_data
        return Raadpleging(gegevens["geraadpleegd_op"], tuple(gegevens["partijen"]), gegevens["reacties"])


class BevestigForm(Formulier):
    versie = forms.IntegerField(widget=forms.HiddenInput)


class BeveiligingsverklaringForm(Formulier):
    maatregelen = forms.CharField(
        label="Welke maatregelen neemt uw corporatie?",
        min_length=10,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Bijvoorbeeld: wie toegang heeft, hoe u wachtwoorden en apparaten beveiligt, wat u doet bij verlies.",
    )
