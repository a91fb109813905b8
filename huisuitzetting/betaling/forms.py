"""The forms of paying again: amounts, days, and choices from a list. What may go is decided by the gate."""

from typing import Any

from django import forms

from convenant.web.formulieren import Datumveld
from convenant.web.zaakhandeling import Zaakformulier
from huisuitzetting.bedragveld import bedragveld

from .afspraken import LANGSTE_REGELING, Regeling, Voorstel

MAANDEN = f"Vul een aantal maanden in van 1 tot en met {LANGSTE_REGELING}."
ALLE_DRIE = "Een regeling heeft een bedrag, een aantal termijnen en een startdatum nodig. Vul dit ook in."
KIES_REGELING = "Vul een regeling voor de achterstand in, of kruis aan dat die nog niet mogelijk is."
AFSPRAKEN = (
    ("lopende_huur", "De lopende huur betalen"),
    ("regeling_achterstand", "De achterstand aflossen volgens de regeling"),
)
VOORWAARDEN = (
    ("lopende_huur", "De huurder betaalt de lopende huur niet"),
    ("goede_wil", "De huurder toont geen goede wil meer"),
    ("betalingsregeling", "De huurder houdt zich niet aan de betalingsregeling"),
)


def maandenveld(label: str, hoogstens: int = LANGSTE_REGELING, zin: str = MAANDEN, **anders: Any) -> Any:
    """A whole number of months."""
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=hoogstens,
        error_messages={"min_value": zin, "max_value": zin},
        widget=forms.TextInput(attrs={"class": "app-width-s", "inputmode": "numeric", "autocomplete": "off"}),
        **anders,
    )


class VoorstelForm(Zaakformulier):
    """Five fields; the three of the arrears together or not at all."""

    hervatting = Datumveld(label="Vanaf wanneer betaalt de huurder de lopende huur weer?")
    lopende_huur = bedragveld("Hoeveel huur per maand, in euro?", min_value=0)
    bedrag_per_termijn = bedragveld(
        "Regeling voor de achterstand: hoeveel per maand, in euro?", required=False
    )
    aantal_termijnen = maandenveld("In hoeveel maanden?", required=False)
    startdatum_regeling = Datumveld(label="Vanaf wanneer lost de huurder af?", required=False)
    nog_niet_mogelijk = forms.BooleanField(
        label="Een regeling voor de achterstand is nog niet mogelijk",
        required=False,
        help_text="Kruis dit aan als u de drie velden hierboven leeg laat. De corporatie hoort dat, zonder waarom.",
    )

    def clean(self) -> dict[str, Any]:
        ingevuld = self.cleaned_data
        delen = ("bedrag_per_termijn", "aantal_termijnen", "startdatum_regeling")
        leeg = [naam for naam in delen if naam not in self.errors and ingevuld.get(naam) is None]
        if not leeg and ingevuld.get("nog_niet_mogelijk"):
            self.add_error("nog_niet_mogelijk", "U vulde ook een regeling in. Kies een van de twee.")
        elif len(leeg) == len(delen) and not ingevuld.get("nog_niet_mogelijk"):
            self.add_error("nog_niet_mogelijk", KIES_REGELING)
        elif len(leeg) < len(delen):
            for naam in leeg:
                self.add_error(naam, ALLE_DRIE)
        return ingevuld

    @property
    def voorstel(self) -> Voorstel:
        return Voorstel(
            self.cleaned_data["hervatting"], self.cleaned_data["lopende_huur"], regeling_van(self)
        )


class RegelingForm(Zaakformulier):
    """What the corporatie arranged; filled in from the proposal."""

    bedrag_per_termijn = bedragveld("Hoeveel betaalt de huurder per maand, in euro?")
    aantal_termijnen = maandenveld("In hoeveel maanden?")
    startdatum_regeling = Datumveld(label="Vanaf wanneer lost de huurder af?")
    afwijking = forms.CharField(
        label="Waarom wijkt dit af van het voorstel?",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Alleen als het wijkteam iets anders voorstelde. Wijkteam en SDV lezen dit.",
    )


class OpschortForm(Zaakformulier):
    """The three conditions; the third is kept in the register of arrears."""

    sinds = Datumveld(label="Vanaf wanneer is de incasso opgeschort?")
    lopende_huur_sinds = Datumveld(label="Vanaf wanneer betaalt de huurder de lopende huur weer?")
    goede_wil = forms.CharField(
        label="Waaruit blijkt de goede wil van de huurder?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dit blijft bij u. Schrijf niets op over gezondheid of over de oorzaak van de schuld.",
    )


class EindeOpschortingForm(Zaakformulier):
    sinds = Datumveld(label="Vanaf wanneer gaat de incasso verder?")
    voorwaarde = forms.ChoiceField(
        label="Waarom stopt de opschorting?", widget=forms.RadioSelect, choices=VOORWAARDEN
    )


class NietNakomingForm(Zaakformulier):
    afspraak = forms.ChoiceField(
        label="Welke afspraak kwam de huurder niet na?", widget=forms.RadioSelect, choices=AFSPRAKEN
    )
    dag = Datumveld(label="Wanneer moest de huurder betalen?")


def regeling_van(form: Zaakformulier) -> Regeling | None:
    """The arrangement in the three fields of a valid form, if they are filled in."""
    waarden = form.cleaned_data
    if waarden["bedrag_per_termijn"] is None:
        return None
    return Regeling(
        waarden["bedrag_per_termijn"], waarden["aantal_termijnen"], waarden["startdatum_regeling"]
    )
