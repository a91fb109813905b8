"""The forms of raadpleging and uittreksel. They check notation; what may be done is decided by the gate."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.files import File
from django.utils import timezone

from convenant.adressen.forms import MetAdreszoeker
from convenant.brp.adres import Adres, AdresFout, maak_adres
from convenant.web.formulieren import Datumveld, Formulier

ADRESDELEN = ("postcode", "huisnummer", "huisletter", "huisnummertoevoeging")
ROLLEN = (("huurder", "Huurder"), ("aspirant_huurder", "Aspirant-huurder"))
DOCUMENTEN = (
    ("paspoort", "Paspoort"),
    ("identiteitskaart", "Identiteitskaart"),
    ("rijbewijs", "Rijbewijs"),
    ("verblijfsdocument", "Verblijfsdocument"),
)


class InDelen:
    """Mix-in for a long form: its fields under headings, for brpinzage/adresformulier.html; the address comes first."""

    delen: ClassVar[Mapping[str, Sequence[str]]]
    show_optional = False  # most of what may stay empty must be filled in after another answer

    def order_fields(self, field_order: Any) -> None:
        super().order_fields([veld for velden in self.delen.values() for veld in velden])  # type: ignore[misc]

    @property
    def per_deel(self) -> list[tuple[str, list[Any]]]:
        return [(titel, [self[veld] for veld in velden]) for titel, velden in self.delen.items()]  # type: ignore[index]


class AdresForm(MetAdreszoeker):
    """An address as typed, or chosen from the register; then with its BAG id."""

    postcode = forms.CharField(
        label="Postcode",
        max_length=20,
        help_text="Bijvoorbeeld 1234 AB.",
        widget=forms.TextInput(attrs={"class": "app-width-s", "autocapitalize": "characters"}),
    )
    huisnummer = forms.CharField(
        label="Huisnummer",
        max_length=20,
        help_text="Bijvoorbeeld 12.",
        widget=forms.TextInput(attrs={"class": "app-width-s", "inputmode": "numeric"}),
    )
    huisletter = forms.CharField(
        label="Huisletter",
        max_length=10,
        required=False,
        help_text="Als het adres die heeft. Bijvoorbeeld A.",
        widget=forms.TextInput(attrs={"class": "app-width-s"}),
    )
    huisnummertoevoeging = forms.CharField(
        label="Toevoeging",
        max_length=20,
        required=False,
        help_text="Als het adres die heeft. Bijvoorbeeld 2 of III.",
        widget=forms.TextInput(attrs={"class": "app-width-s"}),
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if self.errors:
            return gegevens
        try:
            getypt = maak_adres(**{naam: gegevens[naam] for naam in ADRESDELEN})
            gegevens["adres"] = replace(getypt, bag_id=self.gekozen_bag_id())
        except AdresFout as fout:
            self.add_error(fout.veld, str(fout))
        return gegevens

    @property
    def adres(self) -> Adres:
        return self.cleaned_data["adres"]


class DoelForm(Formulier):
    """`doelen` are (name, sentence) pairs of the policy."""

    doel = forms.ChoiceField(label="Voor welk doel hebt u de gegevens nodig?", widget=forms.RadioSelect)
    noodzaak = forms.CharField(
        label="Waarom zijn de gegevens hiervoor nodig?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Schrijf op wat er speelt. De toezichthouder van de gemeente kan dit lezen.",
    )

    def __init__(self, *args: Any, doelen: tuple[tuple[str, str], ...] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["doel"].choices = doelen  # type: ignore[attr-defined]


class IdentiteitForm(Formulier):
    """Who stands at the counter and how that was established (HEE-3.7). "Nee" is an answer too: the gate refuses it."""

    show_optional = False
    vastgesteld = forms.ChoiceField(
        label="Hebt u de identiteit van de huurder of aspirant-huurder vastgesteld?",
        widget=forms.RadioSelect,
        choices=(("ja", "Ja"), ("nee", "Nee, nog niet")),
    )
    naam = forms.CharField(label="Naam van de huurder of aspirant-huurder", max_length=200, required=False)
    rol = forms.ChoiceField(label="Wie is dit?", widget=forms.RadioSelect, choices=ROLLEN, required=False)
    document = forms.ChoiceField(
        label="Met welk document hebt u de identiteit vastgesteld?",
        widget=forms.RadioSelect,
        choices=DOCUMENTEN,
        required=False,
        help_text="Noteer geen nummer en bewaar geen kopie.",
    )
    datum = Datumveld(label="Op welke datum hebt u dat gedaan?", required=False)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if gegevens.get("vastgesteld") != "ja":
            return gegevens
        for naam, zin in (
            ("naam", "Vul de naam van de huurder of aspirant-huurder in."),
            ("rol", "Kies of het om een huurder of een aspirant-huurder gaat."),
            ("document", "Kies met welk document u de identiteit hebt vastgesteld."),
            ("datum", "Vul de datum in waarop u de identiteit hebt vastgesteld."),
        ):
            if naam not in self.errors and not gegevens.get(naam):
                self.add_error(naam, zin)
        return gegevens

    @property
    def identiteit(self) -> dict[str, Any]:
        """name, rol, document and datum as given; empty when the identity was not established."""
        if self.cleaned_data["vastgesteld"] != "ja":
            return {"naam": "", "rol": "", "document": "", "datum": None}
        return {naam: self.cleaned_data[naam] for naam in ("naam", "rol", "document", "datum")}


class ControleForm(Formulier):
    """The last step: nothing to fill in, only to confirm."""


MEGABYTE = 1024 * 1024


class UittrekselForm(Formulier):
    """A CSV file and the moment it was made; what is in the file is read row by row afterwards."""

    bestand = forms.FileField(
        label="CSV-bestand",
        help_text="Een rij per inwoner.",
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    peildatum = Datumveld(label="Op welke datum is het uittreksel gemaakt?")
    peiltijd = forms.TimeField(
        label="Hoe laat?",
        input_formats=["%H:%M", "%H.%M"],
        help_text="Bijvoorbeeld 08:30.",
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "app-width-s", "autocomplete": "off"}),
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
    def peilmoment(self) -> datetime:
        gegevens = self.cleaned_data
        return timezone.make_aware(datetime.combine(gegevens["peildatum"], gegevens["peiltijd"]))

    def meld(self, fouten: dict[str, str]) -> None:
        """Show what the gate says at the field it is about."""
        velden = {"peilmoment": "peildatum", "bestand": "bestand"}
        for naam, zin in fouten.items():
            self.add_error(velden.get(naam), zin)
