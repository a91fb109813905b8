"""That what is sent had been said or handed over on paper already: asked where the text holds for every form."""

from typing import Any

from django import forms

from convenant.poort.grens import AlGegeven
from convenant.poort.wie import Wie
from convenant.tijd import vandaag

from .formulieren import Datumveld, Formulier

# As a Verstrekking keeps them.
VORMEN = (("", "Nee, alleen hier"), ("mondeling", "Ja, mondeling"), ("op_papier", "Ja, op papier"))


class VormForm(Formulier):
    """Folded away under the form of a verb that sends; what may be given is the same in every form."""

    vorm = forms.ChoiceField(
        label="Hebt u deze gegevens al op een andere manier gegeven?",
        choices=VORMEN,
        widget=forms.RadioSelect,
        required=False,
        help_text="Ook mondeling en op papier mag u alleen geven wat in dit formulier staat, aan wie het hier krijgt.",
    )
    gegeven_op = Datumveld(label="Op welke dag?", required=False)

    def clean(self) -> dict[str, Any]:
        velden = self.cleaned_data
        dag = velden.get("gegeven_op")
        if velden.get("vorm") and not dag and not self.errors:
            self.add_error("gegeven_op", "Vul in op welke dag u de gegevens hebt gegeven.")
        if dag and dag > vandaag():
            self.add_error(
                "gegeven_op", "Deze dag moet nog komen. Vul in op welke dag u de gegevens hebt gegeven."
            )
        return velden

    @property
    def al_gegeven(self) -> AlGegeven | None:
        velden = self.cleaned_data
        return AlGegeven(velden["vorm"], velden["gegeven_op"]) if velden["vorm"] else None


def vormform_van(wie: Wie, handeling: str, post: Any) -> VormForm | None:
    """The form, where the text holds for every form of sharing and this verb sends something."""
    beleid = wie.beleid
    if not beleid.elke_vorm or not any(rij.handeling == handeling for rij in beleid.gegevenssets):
        return None
    return VormForm(post, prefix="al")
