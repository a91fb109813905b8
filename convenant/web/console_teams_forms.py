"""The forms of teams."""

from collections.abc import Iterable
from typing import Any

from django import forms

from convenant.console.teams import Verdeling

from .formulieren import Formulier
from .templatetags.woorden import woord

HULP = "Vier cijfers per postcode, of een reeks. Bijvoorbeeld: 2011-2015, 2019."


class TeamForm(Formulier):
    """A new team: of which functie, its name and what it answers for."""

    functie = forms.ChoiceField(label="Van welke functie?")
    naam = forms.CharField(
        label="Hoe heet het team?",
        max_length=40,
        help_text="Bijvoorbeeld: Wijkteam Oost. Noem geen personen.",
    )
    postcodes = forms.CharField(
        label="Welke postcodes?", required=False, max_length=2000, help_text=HULP, strip=True
    )

    def __init__(self, *args: Any, verdelingen: Iterable[Verdeling], **kwargs: Any):
        super().__init__(*args, **kwargs)
        keuzes = [(rij.functie.naam, woord(rij.functie.naam)) for rij in verdelingen]
        veld = self.fields["functie"]
        veld.choices = keuzes  # type: ignore[attr-defined]
        if len(keuzes) == 1:
            veld.widget = forms.HiddenInput()
            veld.initial = keuzes[0][0]


class TeamnaamForm(Formulier):
    """Another name for a team."""

    naam = forms.CharField(
        label="Hoe heet het team voortaan?",
        max_length=40,
        help_text="Bijvoorbeeld: Wijkteam Oost. Noem geen personen.",
    )


class PostcodesForm(Formulier):
    """What a team answers for. `gezien` is what stood there when the page was opened."""

    postcodes = forms.CharField(
        label="Welke postcodes?",
        required=False,
        max_length=2000,
        help_text=HULP,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    over = forms.BooleanField(
        label="Postcodes die nu bij een ander team horen, gaan naar dit team", required=False
    )
    gezien = forms.CharField(required=False, widget=forms.HiddenInput)


class TeamRedenForm(Formulier):
    """Why a team closes, or opens again."""

    reden = forms.CharField(label="Waarom?", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
