"""What is asked of who proposes an amendment or an end, signs for a party, refuses, or finds a clause invalid."""

from typing import Any

from django import forms

from convenant.beleid.looptijd import Samen
from convenant.looptijd.voorstellen import Handtekening, Invoer
from convenant.tijd import vandaag

from .bijlageveld import Bijlageveld
from .formulieren import Datumveld
from .templatetags.woorden import artikel
from .zaakhandeling import Zaakformulier

BEDOELD = "bedoeld_als_wijziging"
ZONDER_NAMEN = "Schrijf geen namen van bewoners op. De andere partijen lezen dit."


class VoorstelForm(Zaakformulier):
    """A proposal to change the convenant, or to end it."""

    onderwerp = forms.CharField(label="Waar gaat het voorstel over?", max_length=200)
    redenen = forms.CharField(
        label="Waarom stelt u dit voor?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=ZONDER_NAMEN,
    )
    dag = Datumveld(label="Vanaf welke dag moet de wijziging gelden?")
    herstelt = forms.ChoiceField(
        label="Herstelt dit een bepaling die ongeldig is?",
        required=False,
        help_text="Vanaf de dag dat de wijziging geldt, kan alles wat op die bepaling rust weer.",
    )
    stuk = Bijlageveld(label="Het stuk waar de partijen voor tekenen")
    bedoeld = forms.BooleanField(
        label="In het stuk staat uitdrukkelijk dat het bedoeld is als wijziging van het convenant.",
        error_messages={
            "required": "Kruis aan dat het stuk uitdrukkelijk bedoeld is als wijziging. Staat dat er niet in, pas dan eerst het stuk aan."
        },
    )

    def __init__(self, *args: Any, weg: Samen, ongeldig: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if weg.eindigt:
            self.fields["dag"].label = "Wat moet de laatste dag van het convenant zijn?"
        if BEDOELD not in weg.vereist:
            del self.fields["bedoeld"]
        if weg.eindigt or not ongeldig:
            del self.fields["herstelt"]
        else:
            keuzes = [("", "Nee"), *((eis, f"Ja, {artikel(eis)}") for eis in ongeldig)]
            self.fields["herstelt"].choices = keuzes  # type: ignore[attr-defined]

    @property
    def invoer(self) -> Invoer:
        velden = self.cleaned_data
        return Invoer(
            velden["onderwerp"],
            velden["redenen"],
            velden["dag"],
            velden["stuk"],
            velden.get("bedoeld", False),
            velden.get("herstelt", ""),
        )


class TekenForm(Zaakformulier):
    """Who signed for the own party, and why that person may."""

    naam = forms.CharField(label="Wie heeft er getekend?", max_length=100)
    functie = forms.CharField(
        label="Wat is de functie van deze persoon?", max_length=100, help_text="Bijvoorbeeld: bestuurder."
    )
    bevoegdheid = forms.CharField(
        label="Waarom mag deze persoon tekenen?",
        max_length=200,
        help_text="Bijvoorbeeld: statuten, of mandaat van 1 maart 2026.",
    )
    getekend_op = Datumveld(label="Op welke dag is er getekend?")
    stuk = Bijlageveld(label="Het getekende stuk")

    @property
    def handtekening(self) -> Handtekening:
        velden = self.cleaned_data
        return Handtekening(
            velden["naam"], velden["functie"], velden["bevoegdheid"], velden["getekend_op"], velden["stuk"]
        )


class WeigerForm(Zaakformulier):
    reden = forms.CharField(
        label="Waarom stemt uw organisatie niet in?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=ZONDER_NAMEN,
    )


class OngeldigForm(Zaakformulier):
    """Which clause, from when, and why; `bevestigd` carries the clause of which somebody saw what stops."""

    eis = forms.ChoiceField(
        label="Welk artikel is ongeldig?", help_text="Alleen artikelen waar een handeling op rust."
    )
    vanaf = Datumveld(label="Vanaf welke dag?")
    reden = forms.CharField(
        label="Waarom is het artikel ongeldig?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bijvoorbeeld: de uitspraak van een rechter. Wie iets niet meer mag, leest deze reden. "
        "Schrijf geen namen van bewoners op.",
    )
    bevestigd = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, eisen: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [("", "Kies een artikel"), *((eis, artikel(eis).capitalize()) for eis in eisen)]
        self.fields["eis"].choices = keuzes  # type: ignore[attr-defined]
        self.fields["vanaf"].initial = vandaag()
