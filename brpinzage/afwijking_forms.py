"""The forms of a deviation: the comparison, the report, its withdrawal, and the municipality's answer."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from convenant.web.formulieren import Formulier
from convenant.web.zaakhandeling import Zaakformulier

OORDELEN = (
    ("komt_overeen", "Komt overeen met onze administratie"),
    ("wijkt_af", "Wijkt af van onze administratie"),
    ("mist", "Staat niet in onze administratie"),
)
AARD = (
    ("naam_anders_geschreven", "De naam is anders geschreven"),
    ("andere_bewoner", "Er woont iemand anders dan wij verwachten"),
    ("bewoner_niet_in_administratie", "Er staat iemand ingeschreven die wij niet kennen"),
    ("huurder_niet_in_brp", "Onze huurder staat hier niet ingeschreven"),
    ("anders", "Iets anders"),
)
TOELICHTING = (
    "Wat ziet u in uw administratie, en sinds wanneer? Schrijf alleen op wat de gemeente nodig heeft."
)


def _aard(**anders: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label="Wat is er anders?", widget=forms.RadioSelect, choices=AARD, **anders)


def _toelichting(**anders: Any) -> forms.CharField:
    return forms.CharField(
        label="Toelichting",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=TOELICHTING,
        **anders,
    )


class VergelijkForm(Formulier):
    """The names of one raadpleging beside the own file: a judgement for each, and what is wrong if anything is."""

    show_optional = False
    ontbreekt = forms.ChoiceField(
        label="Kent uw administratie op dit adres nog iemand anders?",
        widget=forms.RadioSelect,
        choices=(("nee", "Nee"), ("ja", "Ja, en die persoon staat hierboven niet")),
    )
    aard = _aard(required=False, help_text="Alleen als er iets afwijkt.")
    toelichting = _toelichting(required=False)

    def __init__(self, *args: Any, namen: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.per_naam = [f"oordeel_{nummer}" for nummer in range(len(namen))]
        eigen = {
            veld: forms.ChoiceField(
                label=naam,
                widget=forms.RadioSelect,
                choices=OORDELEN,
                error_messages={"required": f"Kies voor {naam} of de naam overeenkomt."},
            )
            for veld, naam in zip(self.per_naam, namen, strict=True)
        }
        self.fields = eigen | self.fields

    @property
    def oordelen(self) -> list[str]:
        return [self.cleaned_data[veld] for veld in self.per_naam]

    @property
    def wijkt_af(self) -> bool:
        return self.cleaned_data["ontbreekt"] == "ja" or any(o != "komt_overeen" for o in self.oordelen)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if self.errors or not self.wijkt_af:
            return gegevens
        if not gegevens["aard"]:
            self.add_error("aard", "Kies wat er anders is.")
        if not gegevens["toelichting"]:
            self.add_error("toelichting", "Schrijf op wat u in uw administratie ziet.")
        return gegevens


class MeldForm(Zaakformulier):
    """The report as it goes to the municipality, or a better version of it."""

    aard = _aard()
    toelichting = _toelichting()


class IntrekForm(Zaakformulier):
    reden = forms.CharField(
        label="Waarom trekt u dit in?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="De gemeente ziet deze reden. Schrijf geen namen op.",
    )


class UitkomstForm(Zaakformulier):
    uitkomst = forms.ChoiceField(
        label="Wat is de uitkomst?",
        widget=forms.RadioSelect,
        choices=(
            ("brp_aangepast", "De BRP is aangepast"),
            ("bestand_aangepast", "De corporatie past haar bestand aan"),
            ("geen_wijziging", "Er verandert niets"),
        ),
    )


def meld_vooraf(dossier: Any) -> Mapping[str, Any]:
    """What was sent before, to correct it."""
    gelezen = dossier.laatste("afwijkingsmelding")
    if gelezen is None:
        return {}
    return {"aard": gelezen.waarde("aard_afwijking"), "toelichting": gelezen.waarde("toelichting")}
