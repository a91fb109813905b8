"""The forms of what goes on around the exchange: help, security, force majeure, passing on, control, tekortkoming."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from convenant.tijd import nu
from convenant.web.bijlageveld import Bijlageveld
from convenant.web.formulieren import Datumveld
from convenant.web.zaakhandeling import Zaakformulier

from . import deelnemers

GEEN_INWONERS = "Schrijf geen namen, adressen of andere gegevens van inwoners op."
ONDERDELEN = (
    ("inloggen", "Inloggen"),
    ("raadplegen", "Raadplegen"),
    ("zaken_en_berichten", "Zaken en berichten"),
    ("bezit", "Bezit"),
    ("een_ander_onderdeel", "Een ander onderdeel"),
)


def tekstveld(label: str, uitleg: str = "", rijen: int = 4, **anders: Any) -> forms.CharField:
    """A longer text."""
    widget = forms.Textarea(attrs={"rows": rijen})
    return forms.CharField(label=label, help_text=uitleg, max_length=4000, widget=widget, **anders)


def tijdveld(label: str) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        input_formats=["%H:%M", "%H.%M"],
        help_text="Bijvoorbeeld 08:30.",
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "app-width-s", "autocomplete": "off"}),
    )


class KiesCorporatieForm(Zaakformulier):
    """Base of a form that opens a case about a corporatie; on a case that is there, nothing is left to choose."""

    corporatie = forms.ChoiceField(label="Om welke corporatie gaat het?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.dossier:
            del self.fields["corporatie"]
        else:
            self.fields["corporatie"].choices = deelnemers.corporaties()  # type: ignore[attr-defined]


class VraagForm(Zaakformulier):
    soort = forms.ChoiceField(
        label="Waar gaat uw vraag over?",
        widget=forms.RadioSelect,
        choices=(("technisch", "De techniek"), ("inhoudelijk", "De inhoud")),
    )
    vraag = tekstveld("Wat is uw vraag?", f"{GEEN_INWONERS} Noem bij een zaak alleen het zaaknummer.")


class AntwoordForm(Zaakformulier):
    tekst = tekstveld("Wat is uw antwoord?", GEEN_INWONERS)


class BeveiligingForm(Zaakformulier):
    onderdeel = forms.ChoiceField(
        label="Welk onderdeel werkt niet goed?", widget=forms.RadioSelect, choices=ONDERDELEN
    )
    wat = tekstveld("Wat is er mis?", f"Wat zag u, en wat had u verwacht? {GEEN_INWONERS}")
    datum = Datumveld(label="Op welke dag hebt u het gezien?")
    tijd = tijdveld("Hoe laat?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["datum"].initial = timezone.localtime(nu()).date()

    @property
    def geconstateerd_op(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["datum"], self.cleaned_data["tijd"]))


class MaatregelForm(Zaakformulier):
    maatregel = tekstveld("Wat heeft de gemeente gedaan?", "De corporatie die het meldde, leest dit.")


class OvermachtForm(Zaakformulier):
    wat = tekstveld("Wat is er aan de hand?", "Waarom kunt u het convenant nu niet nakomen?")
    sinds = Datumveld(label="Sinds wanneer?")
    bewijsstuk = Bijlageveld(label="Bewijsstuk", required=False)


class DoorgifteForm(Zaakformulier):
    ontvanger = forms.CharField(
        label="Aan welke organisatie wilt u gegevens doorgeven?",
        max_length=150,
        help_text="De naam van de organisatie, niet die van een mens.",
    )
    doel = tekstveld("Waarvoor heeft die organisatie de gegevens nodig?", GEEN_INWONERS)
    gegevens = tekstveld(
        "Welke soort gegevens wilt u doorgeven?",
        "Bijvoorbeeld: naam en adres. Schrijf de gegevens zelf niet op.",
        rijen=2,
    )


class ToestaanForm(Zaakformulier):
    voorwaarden = tekstveld("Onder welke voorwaarden?", "Voor wie, waarvoor, welke gegevens en tot wanneer.")
    ingestemd = forms.BooleanField(
        label="Wie de gegevens leverde, heeft schriftelijk ingestemd", required=False
    )


class RedenForm(Zaakformulier):
    reden = tekstveld("Waarom weigert u dit?", "De corporatie leest deze reden.", rijen=3)


class ControleForm(KiesCorporatieForm):
    vraag = tekstveld("Wat wilt u weten?", GEEN_INWONERS)
    stukken = tekstveld("Welke stukken wilt u zien?", rijen=2, required=False)
    antwoord_voor = Datumveld(label="Op welke dag verwacht u uiterlijk antwoord?")


class ControleAntwoordForm(Zaakformulier):
    tekst = tekstveld("Wat is uw antwoord?", GEEN_INWONERS)
    stukken = Bijlageveld(label="Gevraagd stuk", required=False)


class BevindingForm(Zaakformulier):
    bevinding = tekstveld("Wat hebt u gevonden?", f"De corporatie leest dit. {GEEN_INWONERS}")


class TekortkomingForm(KiesCorporatieForm):
    lid = forms.ChoiceField(
        label="Welke plicht is niet nagekomen?",
        widget=forms.RadioSelect,
        choices=(
            ("6.1", "Artikel 6, lid 1: de gegevens beveiligen"),
            ("6.2", "Artikel 6, lid 2: een beveiligingsprobleem direct melden"),
        ),
        help_text="Alleen hiervoor kan de gemeente de toegang intrekken.",
    )
    feiten = tekstveld("Wat is er gebeurd?", GEEN_INWONERS)
    gebleken_op = Datumveld(label="Op welke dag bleek dat?")


class OverlegForm(Zaakformulier):
    dag = Datumveld(label="Op welke dag was het overleg?")
    deelnemers = forms.CharField(
        label="Wie waren erbij?",
        max_length=300,
        help_text="Noem functies, geen namen. Bijvoorbeeld: directeur, convenantbeheerder.",
    )
    afspraak = tekstveld("Wat is er afgesproken?", rijen=3)
    uitkomst = forms.ChoiceField(
        label="Kwam de corporatie haar plicht na?",
        widget=forms.RadioSelect,
        choices=(
            ("nog_af_te_wachten", "Dat is nog af te wachten"),
            ("nagekomen", "Ja, nagekomen"),
            ("niet_nagekomen", "Nee, niet nagekomen"),
        ),
    )


class ToelichtingForm(Zaakformulier):
    toelichting = tekstveld("Hoe komt de corporatie haar plicht nu na?", rijen=3)


class IntrekkingForm(Zaakformulier):
    reden = tekstveld("Waarom trekt de gemeente de toegang in?", "De corporatie krijgt dit schriftelijk.")
    naam = forms.CharField(
        label="Typ de naam van de corporatie, zodat u zeker weet dat het de goede is",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
