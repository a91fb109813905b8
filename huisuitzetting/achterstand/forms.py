"""The forms of arrears. They check notation; what may be done is decided by the gate."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files import File

from convenant.web.formulieren import Datumveld, Formulier
from convenant.web.zaakhandeling import Zaakformulier
from huisuitzetting.bedragveld import bedragveld

from . import huurbestand
from .huur import Huur
from .lijst import Zoeken
from .regeling import ALLE_DRIE, LOOPT, PER_MAAND, SINDS, TOT, Afspraak

# What came of it and whether the tenant was pointed to the schulddienstverlening, in one choice: at the door a tap counts.
UITKOMSTEN = {
    "gesproken_sdv": ("Gesproken, en gewezen op schuldhulp", True, True),
    "niet_bereikt_sdv": ("Niet bereikt, wel gewezen op schuldhulp (brief, voicemail)", False, True),
    "gesproken": ("Gesproken, niet gewezen op schuldhulp", True, False),
    "niet_bereikt": ("Niet bereikt", False, False),
}
STANDEN = (
    ("loopt", "Er is een regeling en de huurder houdt zich eraan"),
    ("verbroken", "De huurder houdt zich niet aan de regeling"),
    ("geen", "Er is geen regeling"),
)
REGELING = (SINDS, PER_MAAND, TOT)
WIJZEN = (("telefoon", "Telefoon"), ("huisbezoek", "Huisbezoek"), ("brief", "Brief"))
JA_NEE = (("ja", "Ja"), ("nee", "Nee"))


class ContactForm(Zaakformulier):
    """Three taps: how, what came of it, save."""

    wijze = forms.ChoiceField(label="Hoe zocht u contact?", widget=forms.RadioSelect, choices=WIJZEN)
    uitkomst = forms.ChoiceField(
        label="Wat kwam eruit?",
        widget=forms.RadioSelect,
        choices=[(naam, rij[0]) for naam, rij in UITKOMSTEN.items()],
    )

    @property
    def bereikt(self) -> bool:
        return UITKOMSTEN[self.cleaned_data["uitkomst"]][1]

    @property
    def gewezen_op_sdv(self) -> bool:
        return UITKOMSTEN[self.cleaned_data["uitkomst"]][2]


class BriefForm(Zaakformulier):
    """That a letter with the four announcements went out."""

    verstuurd_op = Datumveld(label="Wanneer is de brief verstuurd?")
    sjabloon = forms.CharField(
        label="Welk sjabloon hebt u gebruikt?",
        max_length=100,
        help_text="Naam en versie in uw eigen systeem, of ‘brief uit dit systeem’.",
    )
    onderdelen = forms.MultipleChoiceField(
        label="Wat staat er in de brief?",
        widget=forms.CheckboxSelectMultiple,
        choices=(
            ("delen_met_swt", "Dat u gegevens deelt met het Sociaal Wijkteam"),
            ("welke_gegevens", "Welke gegevens dat zijn"),
            ("doel_van_delen", "Waarom u ze deelt"),
            ("reactie_swt_te_verwachten", "Dat het wijkteam contact opneemt"),
        ),
        error_messages={"required": "Kruis aan wat er in de brief staat. Alle vier moeten erin staan."},
    )

    def clean_onderdelen(self) -> list[str]:
        gekozen = self.cleaned_data["onderdelen"]
        if len(gekozen) < 4:
            raise forms.ValidationError(
                "Alle vier moeten in de brief staan. Stuur anders eerst een volledige brief."
            )
        return gekozen


class RegelingForm(Formulier):
    """How it stands with the arrangement, and what it is: of one that runs all three are asked."""

    stand = forms.ChoiceField(
        label="Hoe staat het met de betalingsregeling?",
        widget=forms.RadioSelect,
        choices=STANDEN,
    )

    regeling_sinds = Datumveld(
        label="Vanaf wanneer betaalt de huurder de achterstand af?",
        required=False,
        help_text="Deze drie velden zijn nodig als de huurder een regeling nakomt. Bijvoorbeeld 31-12-2026.",
    )
    regeling_per_maand = bedragveld("Hoeveel per maand, in euro?", required=False)
    regeling_tot = Datumveld(
        label="Tot en met wanneer?",
        required=False,
        help_text="De dag van de laatste betaling. Daarna geldt de regeling niet meer. Bijvoorbeeld 31-12-2026.",
    )

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("stand") == LOOPT:
            for naam in REGELING:
                if naam not in self.errors and self.cleaned_data.get(naam) is None:
                    self.add_error(naam, ALLE_DRIE)
        return self.cleaned_data

    @property
    def waarde(self) -> str:
        return self.cleaned_data["stand"].replace("geen", "")

    @property
    def afspraak(self) -> Afspraak | None:
        """What was arranged, of one that runs; of the others nothing new is said."""
        return Afspraak(*(self.cleaned_data[naam] for naam in REGELING)) if self.waarde == LOOPT else None


class HuurderForm(Formulier):
    """Who rents where."""

    naam = forms.CharField(label="Naam van de huurder", max_length=200)
    geboortedatum = Datumveld(label="Geboortedatum")
    telefoonnummer = forms.RegexField(
        huurbestand.TELEFOON,
        label="Telefoonnummer",
        max_length=20,
        error_messages={"invalid": "Vul bij ‘Telefoonnummer’ alleen cijfers in, zoals 06 12345678."},
    )
    straatnaam = forms.CharField(label="Straat", max_length=100)
    huisnummer = forms.IntegerField(
        label="Huisnummer",
        min_value=1,
        max_value=99999,
        widget=forms.TextInput(attrs={"class": "app-width-s", "inputmode": "numeric"}),
    )
    huisletter = forms.RegexField(
        r"^[A-Za-z]$",
        label="Huisletter",
        required=False,
        error_messages={"invalid": "Vul bij ‘Huisletter’ één letter in, zoals A."},
        widget=forms.TextInput(attrs={"class": "app-width-s"}),
    )
    huisnummertoevoeging = forms.CharField(
        label="Toevoeging",
        max_length=8,
        required=False,
        widget=forms.TextInput(attrs={"class": "app-width-s"}),
    )
    postcode = forms.CharField(
        label="Postcode", max_length=7, widget=forms.TextInput(attrs={"class": "app-width-s"})
    )
    plaats = forms.CharField(label="Plaats", max_length=100)

    def clean_postcode(self) -> str:
        try:
            return str(huurbestand.LEES["postcode"](self.cleaned_data["postcode"].strip()))
        except huurbestand.CelFout as fout:
            raise forms.ValidationError(str(fout)) from None

    def clean_huisletter(self) -> str:
        return self.cleaned_data["huisletter"].upper()


class HuurForm(HuurderForm):
    """One tenancy by hand."""

    field_order = ("contractnummer",)
    contractnummer = forms.CharField(label="Contractnummer", max_length=40)
    aantal_ingeschreven_bewoners = forms.IntegerField(
        label="Hoeveel bewoners staan er ingeschreven?",
        min_value=1,
        max_value=99,
        widget=forms.TextInput(attrs={"class": "app-width-s", "inputmode": "numeric"}),
    )
    huur_per_maand = forms.DecimalField(
        label="Huur per maand in euro",
        max_digits=7,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"class": "app-width-m", "inputmode": "decimal"}),
    )
    schuld = forms.DecimalField(
        label="Hoeveel huur is de huurder schuldig, in euro?",
        max_digits=9,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"class": "app-width-m", "inputmode": "decimal"}),
    )
    achterstand_sinds = Datumveld(label="Sinds wanneer is er achterstand?", required=False)
    deurwaarder_op = Datumveld(
        label="Wanneer wilt u de deurwaarder inschakelen?",
        required=False,
        help_text="Leeg als dat niet gepland is.",
    )
    bewind = forms.BooleanField(label="De huurder staat onder bewind", required=False)
    alleen_strafbaar_feit = forms.BooleanField(
        label="De uitzetting komt alleen door een strafbaar feit", required=False
    )
    bezwaar_doorgeven = forms.BooleanField(
        label="De huurder wil niet dat u gegevens doorgeeft aan het wijkteam", required=False
    )

    @property
    def huur(self) -> Huur:
        return Huur(**self.cleaned_data)


class InleesForm(Formulier):
    """A file of arrears and what it stands for; what is in it is read row by row afterwards."""

    bestand = forms.FileField(
        label="Bestand met huurachterstanden",
        help_text="CSV uit uw eigen systeem, of JSON volgens VERA.",
        widget=forms.FileInput(attrs={"accept": ".csv,.json,text/csv,application/json"}),
    )
    manier = forms.ChoiceField(
        label="Wat staat er in het bestand?",
        widget=forms.RadioSelect,
        choices=(
            ("heel", "Alle huurders met achterstand: wie er niet in staat, heeft geen achterstand meer"),
            ("aanvulling", "Een deel van de huurders: de rest blijft zoals het is"),
        ),
    )

    def clean_bestand(self) -> File:
        bestand = self.cleaned_data["bestand"]
        if bestand.size > settings.INLEZEN_MAX_BYTES:
            raise forms.ValidationError(
                f"Dit bestand is te groot: het mag {settings.INLEZEN_MAX_BYTES >> 20} MB zijn. Kies een kleiner bestand."
            )
        return bestand

    @property
    def heel(self) -> bool:
        return self.cleaned_data["manier"] == "heel"


class ZoekForm(Formulier):
    """Find a tenancy. POST, so that no number or address stands in a URL."""

    show_optional = False
    wat = forms.CharField(
        label="Contractnummer, of postcode met huisnummer",
        max_length=50,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    @property
    def zoeken(self) -> Zoeken:
        wat = self.cleaned_data["wat"].strip()
        gevonden = huurbestand.ADRES.fullmatch(wat.upper())
        if gevonden is None:
            return Zoeken(contractnummer=wat)
        return Zoeken("", f"{gevonden[1]} {gevonden[2]}", int(gevonden[3]) if gevonden[3] else None)


def regeling_vooraf(huur: Any) -> dict[str, Any]:
    """An arrangement as RegelingForm shows it; one that is over is none any more, but what it was helps to write the next."""
    stand = huur.betalingsregeling if huur.betalingsregeling in dict(STANDEN) else "geen"
    return {"stand": stand} | {naam: getattr(huur, naam) for naam in REGELING}


def beginwaarden(huur: Any) -> dict[str, Any]:
    """A tenancy as HuurForm shows it."""
    return {naam: getattr(huur, naam) for naam in HuurForm.base_fields}
