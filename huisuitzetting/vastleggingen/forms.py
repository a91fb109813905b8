"""The forms of the privacyreglement. They check notation; what may be done is decided by the gate."""

from typing import Any

from django import forms

from convenant.tijd import vandaag
from convenant.web.bijlageveld import Bijlageveld
from convenant.web.formulieren import Datumveld
from convenant.web.zaakhandeling import Zaakformulier

from .handelingen import Nieuw

ZONDER_NAMEN = "Schrijf geen namen of andere gegevens van huurders op. De andere partijen lezen dit."
# The norm that the text names, under its name of today, and those it names beside it (HAA-PR7.2).
NORMEN = ("BIO", "NEN 7510", "ISO 27001", "PCI DSS")
UITSLAGEN = ("Wij voldoen", "Wij voldoen deels", "Wij voldoen niet")
# a to d of HAA-PR11.1, in the words of people.
ONTWIKKELINGEN = {
    "inbreuk": "a. Een datalek of andere inbreuk",
    "uitspraak_rechter_of_toezichthouder": "b. Een uitspraak van een rechter of toezichthouder",
    "wettelijk_verzoek_van_derde": "c. Een verzoek van een ander dat volgens de wet moet",
    "overig": "d. Iets anders dat de andere partijen willen weten",
}


class Vastlegform(Zaakformulier):
    """A record of the own party."""

    @property
    def nieuw(self) -> Nieuw:
        velden = self.cleaned_data
        return Nieuw(
            velden["dag"],
            velden["wat"],
            velden.get("tekst", ""),
            velden.get("geldig_tot"),
            velden.get("document"),
        )


def _keuzes(namen: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(naam, naam) for naam in namen]


class NormForm(Vastlegform):
    wat = forms.ChoiceField(
        label="Volgens welke norm beveiligt uw organisatie gegevens?",
        choices=_keuzes(NORMEN),
        widget=forms.RadioSelect,
        help_text="Het reglement noemt de BIG. Die heet nu BIO.",
    )
    dag = Datumveld(label="Vanaf welke dag?")
    geldig_tot = Datumveld(label="Tot en met welke dag geldt het bewijs?")
    document = Bijlageveld(label="Het bewijs, bijvoorbeeld een certificaat of verklaring")


class ControleForm(Vastlegform):
    dag = Datumveld(label="Op welke dag was de controle?")
    wat = forms.ChoiceField(label="Wat kwam eruit?", choices=_keuzes(UITSLAGEN), widget=forms.RadioSelect)
    tekst = forms.CharField(
        label="Wat gaat u verbeteren?",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=ZONDER_NAMEN,
    )
    document = Bijlageveld(label="Het verslag", required=False)


class TekstForm(Vastlegform):
    wat = forms.CharField(
        label="Waar staat deze tekst?", max_length=60, help_text="Bijvoorbeeld: website, folder."
    )
    dag = Datumveld(label="Vanaf welke dag gebruikt u de tekst?")
    tekst = forms.CharField(
        label="Wat leest de huurder over de verwerking?",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 10}),
    )


class DpiaForm(Zaakformulier):
    dag = Datumveld(label="Op welke dag was de uitkomst bekend?")
    samenvatting = forms.CharField(
        label="Samenvatting van de uitkomst",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=ZONDER_NAMEN,
    )
    tekortkomingen = forms.CharField(
        label="Welke tekortkomingen raken de uitwisseling?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=ZONDER_NAMEN,
    )
    raakt = forms.BooleanField(
        label="Wat er is gevonden, raakt de uitwisseling.",
        required=False,
        help_text="Raakt het de uitwisseling niet, dan hoeft u het niet te delen.",
    )


class OntwikkelingForm(Zaakformulier):
    soort = forms.ChoiceField(label="Wat voor ontwikkeling is het?", widget=forms.RadioSelect)
    dag = Datumveld(label="Op welke dag was het?")
    omschrijving = forms.CharField(
        label="Wat moeten de andere partijen weten?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=f"{ZONDER_NAMEN} Mag u van de vrager niets zeggen over een wettelijk verzoek, meld het dan niet.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["soort"].choices = list(ONTWIKKELINGEN.items())  # type: ignore[attr-defined]
        self.fields["dag"].initial = vandaag()
