"""The forms of bailiff, judge, eviction and troubleshooter. They check notation; what may be done the gate decides."""

from django import forms

from convenant.web.formulieren import Datumveld
from convenant.web.zaakhandeling import Zaakformulier

from .einden import Ontruiming

# Who it was and why: the list of the figures, which is not that of the waiting list (decision 45).
DOELGROEPEN = (
    ("huurder_met_kinderen", "Huurder met kinderen"),
    ("vijfenzestig_plus", "65 jaar of ouder"),
    ("statushouder", "Statushouder"),
    ("alleenstaande", "Alleenstaande"),
    ("overig", "Overig"),
)
REDENEN = (
    ("huurschuld", "Huurschuld"),
    ("overlast", "Overlast"),
    ("strafbaar_feit", "Strafbaar feit"),
    ("anders", "Anders"),
)
PARTIJEN = (
    ("corporatie", "De corporatie"),
    ("wijkteam", "Het Sociaal Wijkteam"),
    ("schulddienstverlening", "Schulddienstverlening (SDV)"),
    ("troubleshooter", "De troubleshooter"),
)
SAMEN = {"corporatie", "wijkteam", "schulddienstverlening"}


def _tekst(label: str, hulp: str, **anders: object) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=hulp,
        **anders,  # type: ignore[arg-type]
    )


class DagForm(Zaakformulier):
    """A verb of which only the day is asked."""

    dag = Datumveld(label="Wanneer was dat?")


class AankondigForm(Zaakformulier):
    dag = Datumveld(label="Wanneer wilt u de deurwaarder inschakelen?")


class TeVroegForm(DagForm):
    reden = _tekst(
        "Waarom toch?",
        "Wijkteam en teamleider lezen deze reden. Schrijf geen namen op en niets over gezondheid.",
    )


class DagvaardForm(Zaakformulier):
    dag = Datumveld(label="Wanneer ging u naar de rechter?")
    reden = _tekst(
        "Waarom voordat de achterstand drie maanden was?",
        "Alleen als het eerder was. Wijkteam en teamleider lezen deze reden. Schrijf geen namen op.",
        required=False,
    )


class VonnisForm(Zaakformulier):
    dag = Datumveld(label="Wanneer was de uitspraak?")


class OntruimingsdatumForm(Zaakformulier):
    dag = Datumveld(
        label="Wanneer wordt de woning ontruimd?",
        help_text="Vier weken na het vonnis of later. Bijvoorbeeld 31-12-2026.",
    )


class OverlegForm(Zaakformulier):
    dag = Datumveld(label="Wanneer was het overleg?")
    partijen = forms.MultipleChoiceField(
        label="Wie waren erbij?",
        widget=forms.CheckboxSelectMultiple,
        choices=PARTIJEN,
        error_messages={"required": "Kruis aan wie erbij waren."},
    )
    uitkomst = forms.ChoiceField(
        label="Wat kwam eruit?",
        widget=forms.RadioSelect,
        choices=(
            ("regeling", "Er komt een regeling"),
            ("geen_regeling", "Er komt geen regeling"),
            ("vervolgafspraak", "Er is een vervolgafspraak"),
        ),
    )

    def clean_partijen(self) -> list[str]:
        gekozen = self.cleaned_data["partijen"]
        if not set(gekozen) >= SAMEN:
            raise forms.ValidationError(
                "Het laatste overleg is van corporatie, wijkteam en SDV samen. Was een van de drie er niet, overleg dan opnieuw."
            )
        return gekozen


class OntruimingForm(Zaakformulier):
    dag = Datumveld(label="Wanneer is de woning ontruimd?")
    doelgroep = forms.ChoiceField(
        label="Bij welke groep hoort de huurder?",
        widget=forms.RadioSelect,
        choices=DOELGROEPEN,
        help_text="Kies de eerste die past. Dit wordt alleen geteld, zonder naam, en gaat naar niemand.",
    )
    waardoor = forms.ChoiceField(
        label="Wat was de reden?",
        widget=forms.RadioSelect,
        choices=REDENEN,
        help_text="Ook dit wordt alleen geteld.",
    )

    @property
    def ontruiming(self) -> Ontruiming:
        gegevens = self.cleaned_data
        return Ontruiming(gegevens["dag"], gegevens["doelgroep"], gegevens["waardoor"])


class ZonderOverlegForm(OntruimingForm):
    reden = _tekst(
        "Waarom zonder laatste overleg?",
        "Wijkteam en teamleider lezen deze reden. Schrijf geen namen op en niets over gezondheid.",
    )


class OpschaalForm(Zaakformulier):
    grond = forms.ChoiceField(
        label="Waarom is de troubleshooter nodig?",
        widget=forms.RadioSelect,
        choices=(
            ("vraag_zonder_oplossing", "Er is een vraag waar wij samen niet uitkomen"),
            (
                "stagnatie_met_risico",
                "Het staat stil en uitzetting dreigt (tegengestelde belangen, of de huurder werkt niet mee)",
            ),
        ),
    )
    vraag = _tekst(
        "Wat vraagt u aan de troubleshooter?",
        "Schrijf alleen op wat nodig is om te helpen. Niets over gezondheid.",
    )


class AdviesForm(Zaakformulier):
    advies = forms.CharField(
        label="Uw advies",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        help_text="Wijkteam en SDV lezen dit. De corporatie niet.",
    )


class PogingForm(Zaakformulier):
    dag = Datumveld(label="Wanneer hebt u het geprobeerd?")
    uitkomst = forms.ChoiceField(
        label="Wat kwam eruit?",
        widget=forms.RadioSelect,
        choices=(
            ("regeling", "De huurder wil een regeling"),
            ("geen_regeling", "Het lukt niet om een regeling te treffen"),
            ("niet_bereikt", "De huurder is niet bereikt"),
        ),
    )
