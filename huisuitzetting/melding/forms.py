"""The forms of a handover. What goes along is not typed: it stands in the own list, and is shown before it goes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from convenant.poort.handeling import Ongeldig
from convenant.web.formulieren import Datumveld
from convenant.web.zaakhandeling import Zaakformulier
from huisuitzetting.achterstand.forms import HuurderForm
from huisuitzetting.adres import adresregel

from . import handelingen, reeks, toestemmingen
from .feiten import Signaal
from .toestemmingen import Instemming

JA_NEE = (("nee", "Nee"), ("ja", "Ja"))
CATEGORIEEN = (
    ("vraag_om_hulp", "De huurder vraagt om hulp"),
    ("overlast", "Overlast"),
    ("verwaarlozing_woning", "De woning wordt verwaarloosd"),
    ("zorgen_om_huishouden", "Zorgen om het huishouden"),
)
WIJZEN = (
    ("schriftelijk", "Schriftelijk, met handtekening"),
    ("bericht", "Per e-mail of app"),
    ("mondeling", "Mondeling"),
)


class MeldForm(Zaakformulier):
    """Nothing to fill in: a last look at what goes, and at what stands in the way."""

    @property
    def gaat_mee(self) -> Sequence[tuple[str, Any]]:
        try:
            return handelingen.wat_gaat_mee(self.dossier.id) if self.dossier else ()
        except Ongeldig:  # what is missing stands among what is in the way
            return ()


class MeldAchterstandForm(MeldForm):
    @property
    def belet(self) -> Sequence[tuple[str, str]]:
        return handelingen.wat_belet(self.dossier.id) if self.dossier else ()


class MeerForm(MeldForm):
    geinformeerd_op = Datumveld(
        label="Wanneer hebt u de huurder verteld dat u het wijkteam inschakelt?",
        help_text="Vandaag of eerder. Doe de melding op dezelfde dag.",
    )


class ToestemmingForm(HuurderForm, Zaakformulier):
    """A tenant without arrears. A field the convenant did not choose is not asked."""

    field_order = ("eigen_huurder", "alleen_strafbaar_feit")
    eigen_huurder = forms.BooleanField(label="Deze persoon huurt van ons", required=False)
    alleen_strafbaar_feit = forms.ChoiceField(
        label="Komt de dreigende uitzetting alleen door een strafbaar feit?",
        widget=forms.RadioSelect,
        choices=JA_NEE,
        help_text="Zoals fraude, hennepteelt of overbewoning. Dan geldt dit convenant niet.",
    )
    signaalcategorie = forms.ChoiceField(
        label="Waarom schakelt u het wijkteam in?",
        widget=forms.RadioSelect,
        choices=CATEGORIEEN,
        help_text="Kies wat het beste past. Meer schrijft u niet op.",
    )
    gegeven_op = Datumveld(label="Wanneer gaf de huurder toestemming?")
    wijze = forms.ChoiceField(
        label="Hoe gaf de huurder toestemming?", widget=forms.RadioSelect, choices=WIJZEN
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gekozen = toestemmingen.gekozen_velden()
        for veld in ("geboortedatum", "telefoonnummer", "signaalcategorie"):
            if veld not in gekozen:
                del self.fields[veld]

    @property
    def ingestemd_met(self) -> str:
        return toestemmingen.ingestemd_met()

    @property
    def signaal(self) -> Signaal:
        waarden = self.cleaned_data
        delen = (
            "straatnaam",
            "huisnummer",
            "huisletter",
            "huisnummertoevoeging",
            "postcode",
            "plaats",
        )
        return Signaal(
            naam=waarden["naam"],
            geboortedatum=waarden.get("geboortedatum"),
            telefoonnummer=waarden.get("telefoonnummer", ""),
            adres=adresregel(*(waarden[deel] for deel in delen)),
            postcode=waarden["postcode"],
            huisnummer=waarden["huisnummer"],
            signaalcategorie=waarden.get("signaalcategorie", ""),
        )

    @property
    def instemming(self) -> Instemming:
        return Instemming(self.cleaned_data["gegeven_op"], self.cleaned_data["wijze"])

    @property
    def strafbaar(self) -> bool:
        return self.cleaned_data["alleen_strafbaar_feit"] == "ja"


class IntrekForm(Zaakformulier):
    dag = Datumveld(label="Wanneer trok de huurder zijn toestemming in?")

    @property
    def op(self) -> date:
        return self.cleaned_data["dag"]


class Huurkeuze(forms.MultipleChoiceField):
    """Ids of tenancies. Whether they are one's own, and still to be reported, the act itself says."""

    def valid_value(self, value: str) -> bool:
        return value.isascii() and value.isdigit() and len(value) < 19


class ReeksForm(Zaakformulier):
    """Which of the tenants that are due to report now."""

    huren = Huurkeuze(
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één huurder om te melden."},
    )

    def clean_huren(self) -> list[int]:
        gekozen = list(dict.fromkeys(int(id) for id in self.cleaned_data["huren"]))
        if len(gekozen) > reeks.MAXIMUM:
            raise forms.ValidationError(f"Kies niet meer dan {reeks.MAXIMUM} huurders tegelijk.")
        return gekozen
