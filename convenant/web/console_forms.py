"""The forms of the console."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms

from convenant.console import autorisaties, mensen
from convenant.console.autorisaties import Keuze, Terugblik
from convenant.console.mensen import Gevraagd

from .formulieren import Datumveld, Formulier
from .templatetags.woorden import woord

Keuzes = Sequence[tuple[Any, str]]
ALLES = ("", "Alles")
STANDEN = {
    autorisaties.AANGEMELD: "Wacht op besluit",
    autorisaties.GEPLAND: "Begint later",
    autorisaties.LOOPT: "Loopt",
    autorisaties.GESCHORST: "Geschorst",
    autorisaties.BEEINDIGD: "Beëindigd",
    autorisaties.AFGESLOTEN: "Niet verleend",
}
GEBEURTENISSEN = (
    "aangemeld",
    "verleend",
    "geweigerd",
    "teruggenomen",
    "bevestigd",
    "herinnerd",
    "geschorst",
    "hervat",
    "ingetrokken",
)


class Kenmerkformulier(Formulier):
    """Its kenmerk makes the same form, sent twice, one act."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4()

    def clean_kenmerk(self) -> Any:
        return self.cleaned_data["kenmerk"] or uuid4()


class RedenForm(Kenmerkformulier):
    """Why: for whoever looks back."""

    reden = forms.CharField(
        label="Waarom?",
        help_text="Schrijf een korte reden op. De reden blijft bewaard.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op waarom. De reden blijft bewaard."},
    )

    def clean_reden(self) -> str:
        return self.cleaned_data["reden"].strip()


class VerleenForm(Kenmerkformulier):
    """From and until; the last day is included."""

    van = Datumveld(label="Vanaf welke dag?")
    tot_en_met = Datumveld(
        label="Tot en met welke dag?",
        required=False,
        help_text="Laat leeg als er geen einddatum is. De functie wordt dan elk half jaar bevestigd.",
    )

    def gegevens(self) -> dict[str, Any]:
        return {"van": self.cleaned_data["van"], "tot": _dag_erna(self.cleaned_data["tot_en_met"])}


class MensForm(Formulier):
    """Somebody new at a party."""

    deelname = forms.TypedChoiceField(label="Bij welke organisatie?", coerce=int)
    naam = forms.CharField(
        label="Naam", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    email = forms.EmailField(
        label="E-mailadres van het werk",
        max_length=254,
        help_text="Op dit adres krijgt de medewerker de uitnodiging.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    van = Datumveld(label="Vanaf welke dag?")
    organisatie = forms.CharField(
        label="Bij een andere werkgever in dienst? Welke?",
        required=False,
        max_length=200,
        help_text="Laat leeg als de medewerker bij de organisatie zelf in dienst is.",
    )

    def __init__(self, *args: Any, deelnames: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deelname"].choices = list(deelnames)  # type: ignore[attr-defined]
        if len(deelnames) == 1:
            self.fields["deelname"].widget = forms.HiddenInput()
            self.fields["deelname"].initial = deelnames[0][0]


class VerklaringForm(Formulier):
    """What somebody declared, on what it rests, which text, from and until."""

    soort = forms.ChoiceField(label="Welke verklaring?")
    wijze = forms.ChoiceField(
        label="Waar staat die in?", choices=[(wijze, woord(wijze)) for wijze in mensen.WIJZEN]
    )
    versie = forms.CharField(
        label="Welke versie van de tekst?",
        max_length=40,
        required=False,
        help_text="Bijvoorbeeld 2026-1.",
        widget=forms.TextInput(attrs={"class": "app-width-m"}),
    )
    van = Datumveld(label="Getekend op")
    tot_en_met = Datumveld(label="Geldt tot en met", required=False)

    def __init__(self, *args: Any, gevraagd: Sequence[Gevraagd], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["soort"].choices = [(rij.soort, woord(rij.soort)) for rij in gevraagd]  # type: ignore[attr-defined]

    def gegevens(self) -> dict[str, Any]:
        rest = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "tot_en_met"}
        return rest | {"tot": _dag_erna(self.cleaned_data["tot_en_met"])}


class AfmeldForm(Formulier):
    """Somebody leaves."""

    per = Datumveld(
        label="Vanaf welke dag geen toegang meer?", help_text="Kies vandaag om de toegang direct te sluiten."
    )
    reden = forms.CharField(
        label="Waarom?",
        max_length=500,
        help_text="Bijvoorbeeld: andere baan. De reden blijft bewaard.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ZoekMensForm(Formulier):
    """A name or an address; sent, not put in the address: it is about a person."""

    show_optional = False
    tekst = forms.CharField(
        label="Zoek een medewerker",
        max_length=100,
        help_text="Een deel van de naam of het e-mailadres.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class MensenFilter(Formulier):
    """Which people; nothing in it names anybody, so it stands in the address."""

    show_optional = False
    deelname = forms.TypedChoiceField(label="Organisatie", required=False, coerce=int, empty_value=None)
    stand = forms.ChoiceField(
        label="Wie",
        required=False,
        choices=(
            (mensen.IN_DIENST, "Werkt hier"),
            (mensen.VERTROKKEN, "Vertrokken"),
            (mensen.MAIL_TERUG, "Werkt hier, en de mail komt terug"),
        ),
    )
    volgorde = forms.ChoiceField(
        label="Op volgorde van",
        required=False,
        choices=(("naam", "Naam"), ("ingelogd", "Langst niet ingelogd")),
    )

    def __init__(self, *args: Any, deelnames: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _kies(self, "deelname", deelnames)

    def gekozen(self) -> dict[str, Any]:
        """What was asked; a field that cannot be right does not filter."""
        self.is_valid()
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}


class AutorisatieFilter(Formulier):
    """Which part of the matrix; nothing in it names anybody, so it stands in the address."""

    show_optional = False
    deelname = forms.TypedChoiceField(label="Organisatie", required=False, coerce=int, empty_value=None)
    functie = forms.ChoiceField(label="Functie", required=False)
    stand = forms.ChoiceField(
        label="Stand",
        required=False,
        choices=((autorisaties.NU, "Alles van nu"), *STANDEN.items()),
    )
    eindigt_voor = Datumveld(label="Eindigt voor", required=False, help_text="")
    volgorde = forms.ChoiceField(
        label="Op volgorde van",
        required=False,
        choices=(("partij", "Organisatie"), ("naam", "Naam"), ("functie", "Functie"), ("tot", "Einddatum")),
    )
    medewerker = forms.IntegerField(
        required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, deelnames: Keuzes, functies: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _kies(self, "deelname", deelnames)
        _kies(self, "functie", functies)

    def keuze(self) -> Keuze:
        """What was asked; a field that cannot be right does not filter."""
        return Keuze(**{naam: waarde for naam, waarde in self.cleaned_data.items() if waarde})


class GeschiedenisFilter(Formulier):
    """Which part of the history."""

    show_optional = False
    vanaf = Datumveld(label="Vanaf", required=False, help_text="")
    tot_en_met = Datumveld(label="Tot en met", required=False, help_text="")
    soort = forms.ChoiceField(
        label="Gebeurtenis",
        required=False,
        choices=(ALLES, *((naam, woord(naam)) for naam in GEBEURTENISSEN)),
    )
    deelname = forms.TypedChoiceField(label="Organisatie", required=False, coerce=int, empty_value=None)
    functie = forms.ChoiceField(label="Functie", required=False)

    def __init__(self, *args: Any, deelnames: Keuzes, functies: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _kies(self, "deelname", deelnames)
        _kies(self, "functie", functies)

    def terugblik(self) -> Terugblik:
        return Terugblik(**{naam: waarde for naam, waarde in self.cleaned_data.items() if waarde})


class FactorForm(Kenmerkformulier):
    """Why somebody's second factor must go."""

    reden = forms.CharField(
        label="Wat is er gebeurd?",
        max_length=500,
        help_text="Bijvoorbeeld: telefoon kwijt, gemeld aan de balie met paspoort.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _kies(form: forms.Form, veld: str, keuzes: Keuzes) -> None:
    """The choices of a filter; with one there is nothing to choose."""
    if len(keuzes) < 2:
        del form.fields[veld]
    else:
        form.fields[veld].choices = [ALLES, *keuzes]  # type: ignore[attr-defined]


def _dag_erna(dag: date | None) -> date | None:
    """The last day as it is typed, half-open as it is kept."""
    return dag + timedelta(days=1) if dag else None
