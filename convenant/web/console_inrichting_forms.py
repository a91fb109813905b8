"""The forms of setting up."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms

from convenant.beleid.instelling import EENHEDEN, HOOGSTE_GETAL, LANGSTE_TEKST
from convenant.console.inrichting import Gevonden, Instellingrij

from .formulieren import Datumveld, Formulier
from .templatetags.woorden import woord


class ZoekForm(Formulier):
    """Which party is meant."""

    zoek = forms.CharField(
        label="Naam of KvK-nummer",
        min_length=3,
        max_length=200,
        help_text="Ten minste drie letters van de naam, of het hele nummer.",
    )


class AansluitForm(Formulier):
    """A party joins: as what, and which one it is when it is new here."""

    soort = forms.ChoiceField(label="Als wat doet de partij mee?")
    naam = forms.CharField(label="Naam van de organisatie", max_length=200)
    kvk_nummer = forms.CharField(
        label="KvK-nummer",
        required=False,
        max_length=20,
        help_text="Acht cijfers. Een onderdeel, zoals een afdeling, heeft vaak geen eigen nummer.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "app-width-m"}),
    )
    onderdeel_van = forms.TypedChoiceField(
        label="Is het een onderdeel van een organisatie die al meedoet?",
        required=False,
        coerce=int,
        empty_value=None,
        help_text="Bijvoorbeeld een directie of een afdeling van de gemeente.",
    )

    def __init__(
        self,
        *args: Any,
        soorten: Iterable[str],
        gehelen: Sequence[Gevonden],
        gekozen: Gevonden | None,
        **kwargs: Any,
    ):
        super().__init__(*args, **kwargs)
        self.fields["soort"].choices = [(soort, woord(soort)) for soort in soorten]  # type: ignore[attr-defined]
        self.fields["onderdeel_van"].choices = [  # type: ignore[attr-defined]
            ("", "Nee"),
            *((geheel.id, geheel.naam) for geheel in gehelen),
        ]
        if gekozen is not None:
            del self.fields["naam"], self.fields["kvk_nummer"], self.fields["onderdeel_van"]
        elif not gehelen:
            del self.fields["onderdeel_van"]

    def clean_kvk_nummer(self) -> str:
        return "".join(self.cleaned_data["kvk_nummer"].split()).replace(".", "")


class OndertekeningForm(Formulier):
    """Who signed for the party, and when; a correction says why."""

    op = Datumveld(label="Op welke dag is getekend?")
    naam = forms.CharField(label="Wie tekende?", max_length=200, help_text="De naam van de persoon.")
    functie = forms.CharField(
        label="Welke functie heeft die persoon?",
        max_length=200,
        help_text="Bijvoorbeeld burgemeester of directeur.",
    )
    reden = forms.CharField(
        label="Waarom verbetert u dit?", max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, verbetert: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not verbetert:
            del self.fields["reden"]


class VerklaringForm(Formulier):
    """What the party declared on paper, and for how long."""

    soort = forms.ChoiceField(label="Wat verklaart de partij?", widget=forms.RadioSelect)
    van = Datumveld(label="Vanaf welke dag?")
    tot_en_met = Datumveld(
        label="Tot en met welke dag?", required=False, help_text="Laat leeg als er geen laatste dag is."
    )
    versie = forms.CharField(
        label="Welke versie of welk stuk?",
        required=False,
        max_length=40,
        help_text="Bijvoorbeeld de datum of het nummer van de brief.",
    )

    def __init__(self, *args: Any, soorten: Iterable[str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["soort"].choices = [(soort, woord(soort)) for soort in soorten]  # type: ignore[attr-defined]

    @property
    def tot(self) -> date | None:
        """Half-open."""
        laatste: date | None = self.cleaned_data["tot_en_met"]
        return None if laatste is None else laatste + timedelta(days=1)


class EindeForm(Formulier):
    """From when a declaration holds no more, and why."""

    per = Datumveld(label="Vanaf welke dag geldt de verklaring niet meer?")
    reden = forms.CharField(label="Waarom?", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class IngangForm(Formulier):
    """From when the convenant is in force; a correction says why."""

    dag = Datumveld(label="Op welke dag gaat het convenant in?")
    reden = forms.CharField(
        label="Waarom verbetert u dit?", max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, verbetert: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not verbetert:
            del self.fields["reden"]


class InstellingForm(Formulier):
    """One setting; a class per soort. `gezien` is what stood there when the page was opened."""

    gezien = forms.JSONField(required=False, widget=forms.HiddenInput)

    def als_waarde(self) -> Any:
        """What was typed, in the shape of the policy."""
        return self.cleaned_data["waarde"]

    @staticmethod
    def als_velden(waarde: Any) -> dict[str, Any]:
        """A value as the fields of the form."""
        return {"waarde": waarde}


class TekstForm(InstellingForm):
    waarde = forms.CharField(
        label="Tekst", max_length=LANGSTE_TEKST, widget=forms.Textarea(attrs={"rows": 4})
    )


class DocumentForm(InstellingForm):
    waarde = forms.CharField(
        label="Welk document is het, en waar staat het?",
        max_length=LANGSTE_TEKST,
        help_text="Titel, versie en datum, met het webadres of de vindplaats.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class GetalForm(InstellingForm):
    waarde = forms.IntegerField(
        label="Getal",
        min_value=1,
        max_value=HOOGSTE_GETAL,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "app-width-s"}),
    )


class DatumForm(InstellingForm):
    waarde = Datumveld(label="Datum")

    def als_waarde(self) -> str:
        dag: date = self.cleaned_data["waarde"]
        return dag.isoformat()

    @staticmethod
    def als_velden(waarde: Any) -> dict[str, Any]:
        return {"waarde": waarde and date.fromisoformat(waarde)}


class DuurForm(InstellingForm):
    duur = forms.IntegerField(
        label="Hoeveel?",
        min_value=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "app-width-s"}),
    )
    eenheid = forms.ChoiceField(label="Wat voor tijd?", choices=[(naam, naam) for naam in EENHEDEN])
    bron = forms.CharField(
        label="Waar staat dit?",
        required=False,
        max_length=LANGSTE_TEKST,
        help_text="Bijvoorbeeld de wet of de selectielijst waaruit de termijn volgt.",
    )

    def als_waarde(self) -> dict[str, Any]:
        waarde = {naam: self.cleaned_data[naam] for naam in ("duur", "eenheid")}
        return waarde | ({"bron": self.cleaned_data["bron"]} if self.cleaned_data["bron"] else {})

    @staticmethod
    def als_velden(waarde: Any) -> dict[str, Any]:
        return dict(waarde or {"eenheid": "jaren"})


class LijstForm(InstellingForm):
    waarde = forms.CharField(
        label="Wat staat er op de lijst?",
        max_length=20 * LANGSTE_TEKST,
        help_text="Elk op een eigen regel.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def als_waarde(self) -> list[str]:
        regels = (regel.strip() for regel in self.cleaned_data["waarde"].splitlines())
        return [regel for regel in regels if regel]

    @staticmethod
    def als_velden(waarde: Any) -> dict[str, Any]:
        return {"waarde": "\n".join(waarde or ())}


class JaneeForm(InstellingForm):
    waarde = forms.ChoiceField(
        label="Ja of nee?", widget=forms.RadioSelect, choices=[("ja", "Ja"), ("nee", "Nee")]
    )

    def als_waarde(self) -> bool:
        return self.cleaned_data["waarde"] == "ja"

    @staticmethod
    def als_velden(waarde: Any) -> dict[str, Any]:
        return {} if waarde is None else {"waarde": "ja" if waarde else "nee"}


# Settings of soort "velden" are chosen by a verb of their own.
PER_SOORT: dict[str, type[InstellingForm]] = {
    "tekst": TekstForm,
    "document": DocumentForm,
    "getal": GetalForm,
    "datum": DatumForm,
    "duur": DuurForm,
    "lijst": LijstForm,
    "janee": JaneeForm,
}


def instelling_form(rij: Instellingrij, gestuurd: Any = None) -> InstellingForm | None:
    """The form for this setting, with what holds now; None when it has a verb of its own."""
    soort = PER_SOORT.get(rij.instelling.soort)
    if soort is None:
        return None
    if gestuurd is not None:
        return soort(gestuurd)
    waarde = rij.instelling.standaard if rij.ingevuld is None else rij.ingevuld
    return soort(initial=soort.als_velden(waarde) | {"gezien": rij.ingevuld})
