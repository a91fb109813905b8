"""The forms of the working agreements. They check notation; what may be done is decided by the gate."""

from typing import Any

from django import forms

from convenant.web.formulieren import Datumveld
from convenant.web.zaakhandeling import Zaakformulier

from . import contactlijst
from .contact import Contact

TELEFOON = r"^\+?[\d ()-]{10,20}$"


class ContactpersoonForm(Zaakformulier):
    """One contact person of the own party."""

    naam = forms.CharField(label="Naam", max_length=100)
    functie = forms.ChoiceField(label="Waarvoor is deze contactpersoon?")
    telefoonnummer = forms.RegexField(
        TELEFOON,
        label="Telefoonnummer op het werk",
        error_messages={
            "invalid": "Vul bij ‘Telefoonnummer op het werk’ alleen cijfers in, zoals 023 1234567."
        },
        widget=forms.TextInput(attrs={"class": "app-width-m", "inputmode": "tel"}),
    )
    mailadres = forms.EmailField(label="E-mailadres op het werk", max_length=200)
    vanaf = Datumveld(label="Vanaf welke dag?")
    tot = Datumveld(
        label="Tot en met welke dag?",
        required=False,
        help_text="Vul dit in als de contactpersoon weggaat. Bijvoorbeeld 31-12-2026.",
    )
    eigen = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        namen = [post.functie for post in contactlijst.posten(eigen=self.eigen)]
        self.fields["functie"].choices = [("", "Kies een functie"), *((naam, naam) for naam in namen)]  # type: ignore[attr-defined]

    @property
    def contact(self) -> Contact:
        velden = self.cleaned_data
        return Contact(
            velden["naam"],
            velden["functie"],
            velden["telefoonnummer"],
            velden["mailadres"],
            velden["vanaf"],
            velden["tot"],
        )


class VervangForm(Zaakformulier):
    """In whose place a contact person comes; nobody's at first, since a functie may have several."""

    vervangt = forms.ChoiceField(
        label="Gaat er iemand weg?",
        required=False,
        help_text="Wie weggaat, staat tot en met de dag ervoor in de lijst.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        huidig = contactlijst.lees()
        self.kandidaten = {f"{c.naam} ({c.functie})": c for c in huidig.contacten} if huidig else {}
        if self.dossier is not None:
            nieuw = contactlijst.aangeleverd(self.dossier)
            self.kandidaten = {
                sleutel: c
                for sleutel, c in self.kandidaten.items()
                if c.functie == nieuw.functie and not c.is_dezelfde(nieuw)
            }
        keuzes = [(sleutel, sleutel) for sleutel in self.kandidaten]
        self.fields["vervangt"].choices = [("", "Nee"), *keuzes]  # type: ignore[attr-defined]

    @property
    def vervangen(self) -> Contact | None:
        return self.kandidaten.get(self.cleaned_data["vervangt"])


class LijstForm(ContactpersoonForm, VervangForm):
    """A contact person of any party, by who keeps the list."""

    eigen = False
