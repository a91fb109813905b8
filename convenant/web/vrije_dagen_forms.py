"""The forms of the free days of a convenant."""

from django import forms

from .formulieren import Datumveld, Formulier


class VrijeDagForm(Formulier):
    """A day on which nobody works here."""

    dag = Datumveld(label="Welke dag?")
    omschrijving = forms.CharField(
        label="Waarom is het een vrije dag?",
        max_length=100,
        help_text="Bijvoorbeeld: brugdag na Hemelvaart. Noem geen personen.",
    )


class WegForm(Formulier):
    """Why it was a mistake."""

    reden = forms.CharField(
        label="Waarom haalt u deze dag weg?", max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
