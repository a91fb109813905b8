"""The forms of debt counselling. They check notation; what may go is decided by the gate."""

import re
from decimal import Decimal
from typing import Any

from django import forms

from convenant.web.formulieren import Datumveld
from convenant.web.zaakhandeling import Zaakformulier
from huisuitzetting.bedragveld import Bedragveld, bedragveld
from huisuitzetting.betaling.forms import maandenveld

from .handelingen import LANGSTE_BEMIDDELING, Inventarisatie, statussen_in

JA_NEE = (("ja", "Ja"), ("nee", "Nee"))
MEESTE_SCHULDEN = 50
REGEL = re.compile(r"(?P<naam>.*\S)[\s:;]+(?P<bedrag>€?\s?[\d.,]+)")
ZO = "Zet op elke regel een schuldeiser en het bedrag, zoals: Energiebedrijf 350,00."
HOOGSTENS_36 = f"De schuldbemiddeling duurt 1 tot en met {LANGSTE_BEMIDDELING} maanden. Pas het aanbod aan."
SOORTEN_HULP = (
    ("budgetbeheer", "Budgetbeheer"),
    ("schuldregeling", "Schuldregeling"),
    ("anders", "Andere hulp"),
)
STATUSSEN = (("gestart", "Gestart"), ("geslaagd", "Geslaagd"), ("mislukt", "Mislukt"))


def _tekst(label: str, lengte: int, rijen: int, **anders: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=lengte, widget=forms.Textarea(attrs={"rows": rijen}), **anders
    )


def _ja_nee(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, widget=forms.RadioSelect, choices=JA_NEE)


class DagForm(Zaakformulier):
    """That it happened, and on which day."""

    dag = Datumveld(label="Op welke dag?")


class InventarisatieForm(Zaakformulier):
    """Debts line by line, as one types them from a list."""

    schulden = _tekst("Welke schulden zijn er?", 5000, 8, help_text=ZO)
    inkomen = bedragveld("Hoeveel inkomen per maand, in euro?", min_value=0)
    dag = Datumveld(label="Op welke dag was de inventarisatie klaar?")

    def clean_schulden(self) -> list[tuple[str, Decimal]]:
        regels = [regel.strip() for regel in self.cleaned_data["schulden"].splitlines() if regel.strip()]
        if len(regels) > MEESTE_SCHULDEN:
            raise forms.ValidationError(f"Dit zijn meer dan {MEESTE_SCHULDEN} schulden. Neem kleine samen.")
        return [_lees_schuld(nummer, regel) for nummer, regel in enumerate(regels, 1)]

    @property
    def inventarisatie(self) -> Inventarisatie:
        waarden = self.cleaned_data
        return Inventarisatie(waarden["schulden"], waarden["inkomen"], waarden["dag"])


def _lees_schuld(nummer: int, regel: str) -> tuple[str, Decimal]:
    gevonden = REGEL.fullmatch(regel)
    if gevonden is None:
        raise forms.ValidationError(f"Regel {nummer} heeft geen bedrag. {ZO}")
    try:
        bedrag = Bedragveld(max_digits=9, decimal_places=2, localize=True).clean(gevonden["bedrag"])
    except forms.ValidationError:
        raise forms.ValidationError(
            f"Het bedrag op regel {nummer} klopt niet. Schrijf het als 350,00."
        ) from None
    return gevonden["naam"].rstrip(" :;€"), bedrag


class HulpForm(Zaakformulier):
    soort = forms.ChoiceField(label="Welke hulp bood u aan?", widget=forms.RadioSelect, choices=SOORTEN_HULP)
    dag = Datumveld(label="Op welke dag?")


class PlanForm(Zaakformulier):
    betalen = _tekst("Hoe betaalt de huurder weer?", 2000, 4)
    schuldaanpak = _tekst("Hoe pakt u de schulden aan?", 2000, 4)
    dag = Datumveld(label="Van welke dag is het plan?")


class StatusForm(Zaakformulier):
    """How the minnelijk traject stands; only what can be so in this step."""

    status = forms.ChoiceField(
        label="Hoe staat het minnelijk traject ervoor?", widget=forms.RadioSelect, choices=STATUSSEN
    )
    dag = Datumveld(label="Sinds wanneer?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.dossier:
            kan = statussen_in(self.dossier.stap)
            self.fields["status"].choices = [rij for rij in STATUSSEN if rij[0] in kan]  # type: ignore[attr-defined]


class AanbodForm(Zaakformulier):
    percentage = forms.DecimalField(
        label="Welk deel van de schuld krijgt de corporatie terug, in procent?",
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"class": "app-width-s", "inputmode": "decimal"}),
        help_text="Een verwachting, zoals 4,5.",
    )
    maanden = maandenveld("In hoeveel maanden?", LANGSTE_BEMIDDELING, HOOGSTENS_36)


class BeoordelingForm(Zaakformulier):
    """The assessment stays with SDV; the corporatie reads the condition alone."""

    budgetbeheer = _ja_nee("Is budgetbeheer nodig?")
    beschermingsbewind = _ja_nee("Is beschermingsbewind nodig?")
    budgetbegeleiding = _ja_nee("Is budgetbegeleiding nodig?")
    voorwaarde = _tekst(
        "Wat hebt u met de corporatie afgesproken?",
        300,
        2,
        required=False,
        help_text="De corporatie leest alleen dit. Schrijf niet op wat u hierboven koos.",
    )

    def nodig(self, veld: str) -> bool:
        return self.cleaned_data[veld] == "ja"


class WeigerForm(Zaakformulier):
    reden = _tekst("Waarom gaat u niet akkoord?", 500, 3, help_text="SDV leest dit.")


class HersteltermijnForm(Zaakformulier):
    gemist = Datumveld(label="Wanneer moest de huur er zijn?")
    brief = Datumveld(
        label="Op welke dag is de brief verstuurd?",
        help_text="De brief die de huurder 14 dagen geeft om alsnog te betalen. Bijvoorbeeld 31-12-2026.",
    )
