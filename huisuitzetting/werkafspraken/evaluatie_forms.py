"""The forms of an evaluation and of a meeting about the working agreements."""

from typing import Any

from django import forms

from convenant.web.formulieren import Datumveld
from convenant.web.zaakhandeling import Zaakformulier

from . import evaluaties
from .overleg import Overlegplan

AGENDA = """1. Cijfers van de afgelopen periode
2. Wat ging goed, en wat kan beter?
3. Passen de werkafspraken nog?
4. Besluit: een jaar voortzetten of niet"""
ZONDER_NAMEN = "Schrijf geen namen of andere gegevens van huurders op."


class EvaluatieForm(Zaakformulier):
    """When, about what, with whom."""

    dag = Datumveld(label="Op welke dag is de evaluatie?")
    agenda = forms.CharField(
        label="Agenda",
        max_length=4000,
        initial=AGENDA,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=ZONDER_NAMEN,
    )
    deelnemers = forms.MultipleChoiceField(
        label="Wie doen er mee?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Het convenant noemt de managers, de teamleider en de beleidsadviseur.",
        error_messages={"required": "Kruis aan wie er meedoen."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        namen = evaluaties.deelnemers()
        self.fields["deelnemers"].choices = [(naam, naam) for naam in namen]  # type: ignore[attr-defined]
        self.fields["deelnemers"].initial = namen


class BesluitForm(Zaakformulier):
    """What came of it."""

    besluit = forms.ChoiceField(
        label="Wat is het besluit?",
        widget=forms.RadioSelect,
        choices=tuple(evaluaties.BESLUITEN.items()),
        help_text="Ook zonder voortzetting blijft het convenant van kracht. Alleen alle partijen samen kunnen het "
        "schriftelijk beëindigen (artikel 9.3).",
    )
    gehouden_op = Datumveld(label="Op welke dag was de evaluatie?")
    verslag = forms.CharField(
        label="Verslag",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=f"Wat is er besproken, en welke afspraken zijn er gemaakt? {ZONDER_NAMEN}",
    )


class OverlegForm(Zaakformulier):
    dag = Datumveld(label="Op welke dag is het overleg?")
    onderwerp = forms.CharField(label="Waar gaat het over?", max_length=300, help_text=ZONDER_NAMEN)
    reden = forms.CharField(
        label="Waarom is er een derde overleg nodig?",
        max_length=500,
        required=False,
        help_text="Alleen als er in dat jaar al twee overleggen zijn.",
    )

    @property
    def plan(self) -> Overlegplan:
        velden = self.cleaned_data
        return Overlegplan(velden["dag"], velden["onderwerp"], velden["reden"])
