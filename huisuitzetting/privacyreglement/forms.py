"""The forms of the privacyreglement. They check notation; what may be done is decided by the gate."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms

from convenant.web.bijlageveld import Bijlageveld
from convenant.web.formulieren import Datumveld
from convenant.web.zaakhandeling import Zaakformulier
from huisuitzetting.beleid.rechten import RECHTEN

from . import inbreuken
from .inbreuken import Inbreuk, in_tekst
from .kring import anderen
from .verzoeken import Pakket, Verzoek
from .wettelijk import WettelijkVerzoek

RECHT = {
    "inzage": "Inzage: welke gegevens hebt u van mij?",
    "rectificatie": "Verbetering van gegevens die niet kloppen",
    "wissing": "Wissen van gegevens",
    "beperking": "Beperking: gegevens even niet gebruiken",
    "overdraagbaarheid": "Overdragen van gegevens aan een ander",
    "bezwaar": "Bezwaar tegen het gebruik",
    "geautomatiseerd_besluit": "Geen besluit door alleen een computer",
}
BESLUITEN = (
    ("Toegewezen", "Toewijzen"),
    ("Gedeeltelijk toegewezen", "Voor een deel toewijzen"),
    ("Afgewezen", "Afwijzen"),
)


def tekstvak(label: str, hulp: str = "", *, regels: int = 3, **anders: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=anders.pop("hoogstens", 1000),
        widget=forms.Textarea(attrs={"rows": regels, "autocomplete": "off"}),
        help_text=hulp,
        **anders,
    )


def regel(label: str, hulp: str = "", **anders: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=200, widget=widget, help_text=hulp, **anders)


class VerzoekForm(Zaakformulier):
    naam = regel("Naam van wie het vraagt")
    adres = regel("Adres of e-mailadres", "Daar gaat het antwoord naartoe.")
    soort = forms.ChoiceField(
        label="Wat vraagt deze persoon?",
        widget=forms.RadioSelect,
        choices=[(naam, RECHT[naam]) for naam in RECHTEN],
    )
    ontvangen = Datumveld(
        label="Wanneer kwam het verzoek binnen?",
        help_text="Vanaf deze dag lopen de termijnen. Bijvoorbeeld 31-12-2026.",
    )
    kopie = Bijlageveld(
        label="Kopie van het verzoek",
        help_text="De brief of e-mail als pdf, jpg, png of heic. Kwam het mondeling? Voeg dan uw eigen verslag toe.",
    )
    zelf = forms.TypedChoiceField(
        label="Over wiens verwerking gaat het?",
        widget=forms.RadioSelect,
        choices=(
            ("zelf", "Over onze eigen verwerking: wij beantwoorden het zelf"),
            ("ander", "Over die van een andere partij, of dat weten wij nog niet"),
        ),
        coerce=lambda keuze: keuze == "zelf",
        help_text="Een verzoek over de verwerking van een ander gaat binnen vijf werkdagen door.",
    )

    @property
    def verzoek(self) -> Verzoek:
        velden = self.cleaned_data
        return Verzoek(
            velden["naam"],
            velden["adres"],
            velden["soort"],
            velden["ontvangen"],
            velden["kopie"],
            velden["zelf"],
        )


def _partijen() -> Sequence[tuple[int, str]]:
    return [(groep.pk, groep.deelname.partij.naam) for groep in anderen()]


class DoorstuurForm(Zaakformulier):
    partij = forms.TypedChoiceField(
        label="Welke partij is verantwoordelijk voor deze verwerking?", widget=forms.RadioSelect, coerce=int
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partij"].choices = _partijen()  # type: ignore[attr-defined]


class UitstelForm(Zaakformulier):
    reden = tekstvak(
        "Waarom is er meer tijd nodig?",
        "Bijvoorbeeld omdat er veel stukken zijn. Wie het vroeg, leest deze reden.",
        hoogstens=500,
    )


class AntwoordForm(Zaakformulier):
    besluit = forms.ChoiceField(label="Wat is het besluit?", widget=forms.RadioSelect, choices=BESLUITEN)
    uitleg = tekstvak(
        "Wat is er gedaan, of waarom niet?",
        "Wie het vroeg, leest dit. Wijst u af? Schrijf dan ook op waar iemand een klacht kan indienen.",
        regels=6,
        hoogstens=3000,
    )
    gegevens = Bijlageveld(
        label="Gegevens van de betrokkene",
        required=False,
        help_text="Alleen als daarom is gevraagd. Een pdf, jpg, png of heic.",
    )

    @property
    def tekst(self) -> str:
        return f"{self.cleaned_data['besluit']}. {self.cleaned_data['uitleg']}"


class PakketForm(Zaakformulier):
    gegevens = tekstvak(
        "Welke gegevens hebt u van deze persoon?",
        "Vraag het aan de collega die de zaak doet. Noem alleen wat nodig is om het verzoek te behandelen.",
        regels=6,
        hoogstens=5000,
    )
    documenten = Bijlageveld(label="Kopie van de documenten")
    systemen = tekstvak("In welke systemen staan de gegevens?", regels=3)
    nodig = forms.BooleanField(label="Dit is nodig om het verzoek te behandelen, en niet meer")
    goedgekeurd = forms.BooleanField(label="Onze partij keurt goed dat dit pakket wordt geleverd")

    @property
    def pakket(self) -> Pakket:
        velden = self.cleaned_data
        return Pakket(
            velden["gegevens"],
            velden["documenten"],
            velden["systemen"],
            velden["nodig"],
            velden["goedgekeurd"],
        )


def moment(label: str, **anders: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(
        format="%d-%m-%Y %H:%M", attrs={"autocomplete": "off", "class": "app-width-m"}
    )
    hulp = "Datum en tijd, bijvoorbeeld 31-12-2026 14:30."
    return forms.DateTimeField(
        label=label, input_formats=["%d-%m-%Y %H:%M"], widget=widget, help_text=hulp, **anders
    )


class InbreukForm(Zaakformulier):
    aard = tekstvak(
        "Wat is er gebeurd?",
        "Bijvoorbeeld: een brief ging naar het verkeerde adres. Schrijf geen namen op.",
        hoogstens=500,
    )
    omvang = regel(
        "Hoeveel mensen betreft het?",
        "Een schatting mag. Weet u het nog niet? Laat het leeg.",
        required=False,
    )
    gebeurd = moment("Wanneer gebeurde het?", required=False)
    bekend = moment("Wanneer werd het ontdekt?")
    gegevens = regel(
        "Om welk soort persoonsgegevens gaat het?", "Bijvoorbeeld: namen en adressen. Noem geen personen."
    )

    @property
    def inbreuk(self) -> Inbreuk:
        velden = self.cleaned_data
        return Inbreuk(
            velden["aard"],
            velden["omvang"],
            velden["gebeurd"],
            velden["bekend"],
            velden["gegevens"],
        )


class RegisterForm(Zaakformulier):
    """Parts a to j of article 9.3; what is not known yet stays empty."""

    show_optional = False
    gezien = forms.UUIDField(widget=forms.HiddenInput, required=False)
    aard_inbreuk = tekstvak("a. Wat is er gebeurd?", "Schrijf geen namen op.", required=False)
    oorzaak_inbreuk = tekstvak("a. Hoe kwam het?", required=False)
    omvang_inbreuk = regel("a. Hoeveel mensen betreft het?", "Dit mag onbekend blijven.", required=False)
    datum_tijd_inbreuk = moment("b. Wanneer gebeurde het?", required=False)
    datum_tijd_bekend = moment("c. Wanneer werd het ontdekt?", required=False)
    categorieen_betrokkenen = regel(
        "d. Om wat voor mensen gaat het?", "Bijvoorbeeld: huurders.", required=False
    )
    soort_persoonsgegevens = regel("e. Om welk soort persoonsgegevens gaat het?", required=False)
    versleuteld_gehackt_of_ontoegankelijk_gemaakt = regel(
        "f. Waren de gegevens versleuteld of op een andere manier onleesbaar?", required=False
    )
    informatiepunt_personen_instanties = regel("g. Bij wie is informatie te krijgen?", required=False)
    informatiepunt_contactgegevens = regel(
        "g. Hoe is die te bereiken?", "Een telefoonnummer of e-mailadres op het werk.", required=False
    )
    geconstateerde_gevolgen = tekstvak("h. Welke gevolgen zijn er?", required=False)
    vermoedelijke_gevolgen = tekstvak("h. Welke gevolgen kunnen er nog komen?", required=False)
    getroffen_of_voorgestelde_maatregelen = tekstvak(
        "i. Wat is eraan gedaan, of wat moet nog?", required=False
    )
    gemeld_bij_ap = forms.ChoiceField(
        label="j. Is het gemeld bij de Autoriteit Persoonsgegevens?",
        widget=forms.RadioSelect,
        choices=(("ja", "Ja, gemeld"), ("nee", "Nee, dat hoeft niet"), ("", "Dat is nog niet besloten")),
        required=False,
        help_text="Moet het gemeld worden, dan kan dat tot 72 uur na de ontdekking.",
    )
    reden_wel_of_niet_gemeld = tekstvak("j. Waarom wel of niet?", required=False)

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or self.cleaned_data
        if velden.get("gemeld_bij_ap") and not velden.get("reden_wel_of_niet_gemeld"):
            self.add_error(
                "reden_wel_of_niet_gemeld",
                "Schrijf op waarom het wel of niet is gemeld. Dat moet in allebei de gevallen.",
            )
        return velden

    @property
    def ingevuld(self) -> dict[str, str]:
        velden = {veld: self.cleaned_data[veld] or "" for veld in inbreuken.RIJ.velden}
        return {veld: in_tekst(w) if isinstance(w, datetime) else w for veld, w in velden.items()}


class MeldForm(Zaakformulier):
    partijen = forms.TypedMultipleChoiceField(
        label="Welke partijen moeten het weten?",
        widget=forms.CheckboxSelectMultiple,
        coerce=int,
        error_messages={"required": "Kruis aan welke partijen het moeten weten."},
    )
    reden = tekstvak(
        "Waarom niet binnen 24 uur?",
        "Alleen als er meer dan 24 uur voorbij is. De andere partijen lezen dit.",
        hoogstens=500,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partijen"].choices = _partijen()  # type: ignore[attr-defined]


class SluitForm(Zaakformulier):
    @property
    def ontbreekt(self) -> list[str]:
        """What the register still misses, as its own form calls it."""
        if self.dossier is None:
            return []
        leeg = inbreuken.ontbreekt(inbreuken.in_dossier(self.dossier))
        return [str(RegisterForm.base_fields[veld].label) for veld in leeg]


class WettelijkForm(Zaakformulier):
    instantie = regel("Welke instantie vraagt het?", "De naam van de organisatie, niet van de persoon.")
    grondslag = regel("Op welke wet steunt het verzoek?", "Noem de wet en het artikel.")
    gevraagd = tekstvak("Welke gegevens vraagt zij?", "De andere partijen lezen dit niet.")
    ontvangen = Datumveld(label="Wanneer kwam het verzoek binnen?")
    verboden = forms.TypedChoiceField(
        label="Mogen de andere partijen van het verzoek weten?",
        widget=forms.RadioSelect,
        choices=(("nee", "Ja. Zij krijgen nu meteen bericht"), ("ja", "Nee, de instantie verbiedt dat")),
        coerce=lambda keuze: keuze == "ja",
        help_text="Zij lezen alleen welke instantie op welke wet vroeg, en wanneer.",
    )
    grond_verbod = regel(
        "Waarop steunt dat verbod?",
        "Alleen als het verboden is. Bijvoorbeeld een bevel van de officier van justitie.",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or self.cleaned_data
        if velden.get("verboden") and not velden.get("grond_verbod"):
            self.add_error("grond_verbod", "Schrijf op waarop het verbod steunt.")
        return velden

    @property
    def verzoek(self) -> WettelijkVerzoek:
        velden = self.cleaned_data
        return WettelijkVerzoek(
            velden["instantie"],
            velden["grondslag"],
            velden["gevraagd"],
            velden["ontvangen"],
            velden["grond_verbod"] if velden["verboden"] else "",
        )


class VerbodVoorbijForm(Zaakformulier):
    voorbij = forms.BooleanField(label="De instantie verbiedt het niet meer")


class VerstrekForm(Zaakformulier):
    gegevens = tekstvak(
        "Welke gegevens verstrekt u?",
        "Niet meer dan de instantie op grond van de wet vroeg.",
        regels=6,
        hoogstens=5000,
    )
    wet = forms.BooleanField(label="Ik heb gecontroleerd dat de wet hiertoe verplicht")
    wie = forms.BooleanField(label="Ik heb gecontroleerd wie het vraagt")


class WeigerForm(Zaakformulier):
    reden = tekstvak("Waarom weigert u?", "De instantie leest deze reden. Schrijf geen namen op.")
