"""The forms of a move: the report with its machtiging, its withdrawal, and the municipality's refusal."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from convenant.tijd import vandaag
from convenant.web.bijlageveld import Bijlageveld
from convenant.web.formulieren import Datumveld
from convenant.web.zaakhandeling import Zaakformulier

from .forms import ADRESDELEN, AdresForm, InDelen
from .verhuizingen import GEMACHTIGDE, HUURDER, Machtiging, Verhuizing

BESTAND, PAPIER = "bestand", "papier"


class VerhuizingForm(InDelen, Zaakformulier, AdresForm):
    """A move as it goes to the municipality. The parts of an address are those of the new one."""

    naam_huurder = forms.CharField(label="Naam van de huurder", max_length=200)
    oud_adres = forms.CharField(
        label="Oud adres",
        max_length=200,
        help_text="Straat en huisnummer, postcode en plaats. Een adres in het buitenland kan ook.",
    )
    verhuisdatum = Datumveld(label="Wanneer verhuist de huurder?")
    machtiging = forms.ChoiceField(
        label="Hoe levert u de machtiging aan?",
        widget=forms.RadioSelect,
        choices=(
            (BESTAND, "Als bestand bij dit formulier"),
            (PAPIER, "Niet: zij ligt getekend op papier bij ons"),
        ),
    )
    machtiging_document = Bijlageveld(label="Bestand met de machtiging", required=False)
    machtiging_datum = Datumveld(label="Wanneer is de machtiging getekend?")
    ondertekenaar = forms.ChoiceField(
        label="Wie heeft getekend?",
        widget=forms.RadioSelect,
        choices=((HUURDER, "De huurder zelf"), (GEMACHTIGDE, "Iemand die de huurder heeft gemachtigd")),
    )
    gemachtigde = forms.CharField(
        label="Naam van wie namens de huurder tekende",
        max_length=200,
        required=False,
        help_text="Alleen als de huurder niet zelf tekende.",
    )
    gemachtigd_op = Datumveld(
        label="Wanneer machtigde de huurder deze persoon schriftelijk?",
        required=False,
        help_text="Alleen als de huurder niet zelf tekende. Voeg ook dat papier toe aan het bestand.",
    )

    delen: ClassVar = {
        "Nieuw adres": ADRESDELEN,
        "De verhuizing": ("naam_huurder", "oud_adres", "verhuisdatum"),
        "Schriftelijke machtiging": (
            "machtiging",
            "machtiging_document",
            "machtiging_datum",
            "ondertekenaar",
            "gemachtigde",
            "gemachtigd_op",
        ),
    }

    def clean_machtiging_datum(self) -> date:
        datum = self.cleaned_data["machtiging_datum"]
        if datum > vandaag():
            raise forms.ValidationError(
                "Deze dag komt nog. De huurder moet al getekend hebben (artikel 3.8)."
            )
        return datum

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if gegevens.get("machtiging") == BESTAND and "machtiging_document" not in self.errors:
            self._eis("machtiging_document", "Kies het bestand met de machtiging van de huurder.")
        if gegevens.get("ondertekenaar") == GEMACHTIGDE:
            self._eis("gemachtigde", "Vul in wie namens de huurder tekende.")
            self._eis("gemachtigd_op", "Vul in wanneer de huurder deze persoon schriftelijk machtigde.")
        return gegevens

    def _eis(self, veld: str, zin: str) -> None:
        if veld not in self.errors and not self.cleaned_data.get(veld):
            self.add_error(veld, zin)

    @property
    def verhuizing(self) -> Verhuizing:
        g = self.cleaned_data
        op_papier = g["machtiging"] == PAPIER
        machtiging = Machtiging(
            g["machtiging_datum"],
            None if op_papier else g["machtiging_document"],
            op_papier,
            g["ondertekenaar"],
            g["gemachtigde"],
            g["gemachtigd_op"],
        )
        return Verhuizing(g["naam_huurder"], g["oud_adres"], self.adres, g["verhuisdatum"], machtiging)


def ingevuld(verhuizing: Verhuizing) -> dict[str, Any]:
    """The fields of the form that say this move; its file is chosen anew."""
    adres, machtiging = verhuizing.nieuw_adres, verhuizing.machtiging
    return {
        "naam_huurder": verhuizing.naam_huurder,
        "oud_adres": verhuizing.oud_adres,
        "postcode": adres.postcode,
        "huisnummer": adres.huisnummer,
        "huisletter": adres.huisletter,
        "huisnummertoevoeging": adres.huisnummertoevoeging,
        "verhuisdatum": verhuizing.verhuisdatum,
        "machtiging": PAPIER if machtiging.op_papier else BESTAND,
        "machtiging_datum": machtiging.datum,
        "ondertekenaar": machtiging.ondertekenaar,
        "gemachtigde": machtiging.gemachtigde,
        "gemachtigd_op": machtiging.gemachtigd_op,
    }


class VerhuizingIntrekForm(Zaakformulier):
    reden = forms.CharField(
        label="Waarom trekt u de verhuizing in?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="De gemeente ziet deze reden. Schrijf geen namen op.",
    )


class VerhuizingWeigerForm(Zaakformulier):
    reden = forms.CharField(
        label="Waarom kunt u deze verhuizing niet verwerken?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="De corporatie leest dit. Schrijf niets uit de BRP op.",
    )
