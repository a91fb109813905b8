"""What is asked of who gives notice, ends, or records that a law ended the convenant."""

from datetime import date, timedelta
from typing import Any

from django import forms

from convenant.beleid.looptijd import VERVALLEN, Wijze
from convenant.looptijd.beeindigen import Invoer
from convenant.tijd import vandaag

from .bijlageveld import Bijlageveld
from .formulieren import Datumveld, Formulier

REDENEN = "redenen_opzegging_vermeld"


class BeeindigForm(Formulier):
    """The fields that this way of ending asks; `bevestigd` carries the last day that somebody has seen and agreed to."""

    wet = forms.CharField(
        label="Welke wet is in strijd met het convenant?",
        max_length=300,
        help_text="Noem de naam van de wet en het artikel.",
    )
    vanaf = Datumveld(label="Vanaf welke dag geldt die wet?")
    ontvangen_op = Datumveld(label="Op welke dag hebben de andere partijen de brief ontvangen?")
    laatste_dag = Datumveld(label="Wat is de laatste dag van het convenant?")
    redenen = forms.CharField(
        label="Wat zijn de redenen?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Schrijf geen namen van bewoners op. De andere partijen lezen dit.",
    )
    brief = Bijlageveld(label="De brief")
    bevestigd = forms.DateField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, wijze: Wijze, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wijze = wijze
        gevraagd = {"bevestigd"}
        if wijze.handeling == VERVALLEN:
            gevraagd |= {"wet", "vanaf"}
        else:
            gevraagd |= {"ontvangen_op", "brief"}
            gevraagd |= set() if wijze.termijn else {"laatste_dag"}
            gevraagd |= {"redenen"} if REDENEN in wijze.vereist else set()
        for naam in set(self.fields) - gevraagd:
            del self.fields[naam]

    def invoer(self) -> Invoer:
        velden = self.cleaned_data
        vanaf: date | None = velden.get("vanaf")
        return Invoer(
            self.wijze.handeling,
            velden.get("ontvangen_op") or vandaag(),
            vanaf - timedelta(days=1) if vanaf else velden.get("laatste_dag"),
            velden.get("redenen", ""),
            velden.get("wet", ""),
            velden.get("brief"),
        )
