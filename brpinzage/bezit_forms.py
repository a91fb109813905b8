"""The forms of the own stock. They check notation; what may be done is decided by the gate."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.files import File

from convenant.brp.adres import POSTCODE
from convenant.tijd import vandaag
from convenant.web.formulieren import Datumveld, Formulier

from .bezit import REDENEN, Zoeken

MEGABYTE = 1024 * 1024
MANIEREN = (
    ("heel", "Al uw bezit: wat niet in het bestand staat, is niet meer van u"),
    ("aanvulling", "Alleen nieuwe en gewijzigde woningen: de rest blijft zoals het is"),
)


class BezitForm(Formulier):
    """A file of stock and what it stands for; what is in the file is read row by row afterwards."""

    bestand = forms.FileField(
        label="Bestand met uw bezit",
        help_text="CSV, of JSON volgens VERA.",
        widget=forms.FileInput(attrs={"accept": ".csv,.json,text/csv,application/json"}),
    )
    manier = forms.ChoiceField(
        label="Wat staat er in het bestand?", widget=forms.RadioSelect, choices=MANIEREN
    )
    per = Datumveld(
        label="Vanaf welke dag is de rest niet meer van u?",
        required=False,
        help_text="Alleen nodig bij al uw bezit. Vult u niets in, dan is het vandaag.",
    )

    def clean_bestand(self) -> File:
        bestand = self.cleaned_data["bestand"]
        if bestand.size > settings.INLEZEN_MAX_BYTES:
            omvang, grens = (-(-getal // MEGABYTE) for getal in (bestand.size, settings.INLEZEN_MAX_BYTES))
            raise forms.ValidationError(
                f"Dit bestand is {omvang} MB en dat is te groot: het mag {grens} MB zijn. Kies een kleiner bestand."
            )
        return bestand

    @property
    def heel(self) -> bool:
        return self.cleaned_data["manier"] == "heel"

    @property
    def per_dag(self) -> date:
        return self.cleaned_data["per"] or vandaag()


class ZoekForm(Formulier):
    """The filter above the own stock."""

    show_optional = False
    postcode = forms.CharField(
        label="Postcode",
        required=False,
        max_length=7,
        widget=forms.TextInput(attrs={"class": "app-width-s", "autocapitalize": "characters"}),
    )
    huisnummer = forms.RegexField(
        r"^[0-9]{1,5}$",
        label="Huisnummer",
        required=False,
        error_messages={"invalid": "Vul bij ‘Huisnummer’ alleen het getal in, zoals 12."},
        widget=forms.TextInput(attrs={"class": "app-width-s", "inputmode": "numeric"}),
    )
    dag = Datumveld(label="Van ons op", required=False, help_text="")

    def clean_postcode(self) -> str:
        postcode = self.cleaned_data["postcode"].strip().upper()
        if postcode and not POSTCODE.fullmatch(postcode):
            raise forms.ValidationError(
                "Deze postcode klopt niet. Vul vier cijfers en twee letters in, zoals 1234 AB."
            )
        return "".join(postcode.split())

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if gegevens.get("huisnummer") and not gegevens.get("postcode") and "postcode" not in self.errors:
            self.add_error("postcode", "Vul bij een huisnummer ook de postcode in.")
        return gegevens

    @property
    def zoeken(self) -> Zoeken:
        gegevens = self.cleaned_data
        return Zoeken(gegevens["dag"] or vandaag(), gegevens["postcode"], gegevens["huisnummer"])


class EindeForm(Formulier):
    per = Datumveld(label="Vanaf welke dag is deze woning niet meer van u?")


class VerbeterForm(Formulier):
    straatnaam = forms.CharField(label="Straat", max_length=100)
    woonplaats = forms.CharField(label="Woonplaats", max_length=100)
    bag_id = forms.CharField(
        label="BAG-nummer",
        max_length=16,
        required=False,
        help_text="Het nummer van het verblijfsobject: 16 cijfers.",
        widget=forms.TextInput(attrs={"class": "app-width-m", "inputmode": "numeric"}),
    )
    van = Datumveld(label="Van u vanaf")
    tot = Datumveld(
        label="Niet meer van u vanaf", required=False, help_text="Leeg zolang de woning van u is."
    )


class VerwijderForm(Formulier):
    reden = forms.ChoiceField(
        label="Waarom klopt deze periode niet?", widget=forms.RadioSelect, choices=tuple(REDENEN.items())
    )
