"""The forms of the log and of supervision."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from convenant.poort.logboek import GEWEIGERD, MISLUKT, TOEGESTAAN
from convenant.poort.logboek_filter import BUITEN_KANTOORTIJD, NAAM_VAN_MEDEWERKER, Filter
from convenant.poort.logboek_lezen import GROEP, Deelnemer
from convenant.poort.wie import Wie
from convenant.toezicht import steekproef, uitvoer

from .formulieren import Datumveld, Formulier
from .templatetags.woorden import artikel, woord
from .werkplek import handelingen_van

ALLES = ("", "Alles")
ONDERWERP = "onderwerp"  # the one field of the filter that never stands in a URL


class LogFilterForm(Formulier):
    """What to show of the log. The choices are the words of the policy and the people this reader may see."""

    vanaf = Datumveld(label="Vanaf (dd-mm-jjjj)", required=False, help_text="")
    tot_en_met = Datumveld(label="Tot en met", required=False, help_text="")
    uitkomst = forms.ChoiceField(
        label="Uitkomst",
        required=False,
        choices=(ALLES, (TOEGESTAAN, "Toegestaan"), (GEWEIGERD, "Geweigerd"), (MISLUKT, "Mislukt")),
    )
    handeling = forms.ChoiceField(label="Handeling", required=False)
    deelname = forms.TypedChoiceField(label="Organisatie", required=False, coerce=int, empty_value=None)
    medewerker = forms.TypedChoiceField(label="Wie", required=False, coerce=int, empty_value=None)
    doel = forms.ChoiceField(label="Doel", required=False)
    eis = forms.ChoiceField(label="Artikel", required=False)
    bijzonder = forms.ChoiceField(
        label="Bijzonderheid",
        required=False,
        choices=(
            ALLES,
            (BUITEN_KANTOORTIJD, "Buiten kantoortijd"),
            (NAAM_VAN_MEDEWERKER, "Naam van een medewerker"),
        ),
    )
    onderwerp = forms.CharField(
        label="Adres of kenmerk",
        required=False,
        max_length=400,
        help_text="",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    voor = forms.IntegerField(
        label="Verder lezen", required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput
    )
    show_optional = False

    def __init__(self, *args: Any, wie: Wie, bereik: str, deelnemers: Sequence[Deelnemer], **kwargs: Any):
        super().__init__(*args, **kwargs)
        beleid = wie.beleid
        artikelen = {rij.eis for rij in beleid.bevoegdheden}
        artikelen |= {rij.eis for rij in beleid.gegevenssets} | {rij.eis for rij in beleid.feiten}
        self._kies("handeling", [(naam, woord(naam)) for naam in sorted(handelingen_van(wie))])
        self._kies("doel", [(doel.naam, woord(doel.naam)) for doel in beleid.doelen])
        self._kies("eis", [(eis, artikel(eis).capitalize()) for eis in sorted(artikelen, key=_op_nummer)])
        self._kies("deelname", [(deelnemer.id, deelnemer.naam) for deelnemer in deelnemers])
        self._kies(
            "medewerker", [(deelnemer.naam, list(deelnemer.mensen.items())) for deelnemer in deelnemers]
        )
        if len(deelnemers) < 2:
            del self.fields["deelname"]
        if bereik == GROEP:
            del self.fields["medewerker"], self.fields["bijzonder"]

    def _kies(self, veld: str, keuzes: Sequence[tuple[Any, Any]]) -> None:
        self.fields[veld].choices = [ALLES, *keuzes]  # type: ignore[attr-defined]

    def clean_onderwerp(self) -> str:
        return " ".join(self.cleaned_data["onderwerp"].split())

    def filter(self) -> Filter:
        """What was asked; a field that cannot be right does not filter."""
        return Filter(**{naam: waarde for naam, waarde in self.cleaned_data.items() if waarde})


def _op_nummer(eis: str) -> tuple[tuple[int, str], ...]:
    """2.5 before 10.1."""
    return tuple((int(deel) if deel.isdigit() else 0, deel) for deel in eis.replace("-", ".").split("."))


class UitvoerForm(Formulier):
    """In which form lines leave the log, and what for."""

    vorm = forms.ChoiceField(
        label="In welke vorm?",
        widget=forms.RadioSelect,
        choices=(
            (uitvoer.CSV, "CSV: een tabel om in te rekenen, met namen en adressen"),
            (
                uitvoer.LDV,
                "JSON volgens het Logboek Dataverwerkingen: zonder namen van medewerkers en zonder adressen",
            ),
        ),
    )
    waarvoor = forms.CharField(
        label="Waarvoor voert u het logboek uit?",
        help_text="Schrijf het in een zin, zonder namen van bewoners. De zin wordt bewaard.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf in een zin waarvoor u het logboek uitvoert."},
    )


OORDELEN = {
    steekproef.IN_ORDE: "In orde",
    steekproef.VRAAG: "Vraag stellen",
    steekproef.NIET_IN_ORDE: "Niet in orde",
}


class OordeelForm(Formulier):
    """What the supervisor thinks of one line."""

    oordeel = forms.ChoiceField(
        label="Wat vindt u van deze raadpleging?", widget=forms.RadioSelect, choices=list(OORDELEN.items())
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        help_text="Nodig als u een vraag wilt stellen of als het niet in orde is.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class PeriodeForm(Formulier):
    """The days to count signals over."""

    vanaf = Datumveld(label="Vanaf (dd-mm-jjjj)", help_text="")
    tot_en_met = Datumveld(label="Tot en met", help_text="")
    show_optional = False

    def clean_tot_en_met(self) -> date:
        tot_en_met = self.cleaned_data["tot_en_met"]
        if tot_en_met < self.cleaned_data.get("vanaf", tot_en_met):
            raise forms.ValidationError("De laatste dag ligt voor de eerste. Draai de data om.")
        return tot_en_met
