"""Closing a case, one verb for corporatie and wijkteam: each has reasons of its own, and keeps its own to itself."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from convenant.poort.grens import beurt
from convenant.poort.zaken import zaak_van
from convenant.web.zaakhandeling import Zaakformulier, Zaakhandeling

from .achterstand import huren
from .beleid.kanten import MELDER
from .melding import toestemmingen
from .wijkteam import handelingen as wijkteam


def redenen(zaak_id: int) -> Mapping[str, str]:
    """Why who acts may close this own case."""
    if not MELDER.past(beurt().wie.kant):
        return wijkteam.REDENEN
    return huren.REDENEN if huren.huur_van(zaak_van(zaak_id)) else toestemmingen.REDENEN


def sluit(zaak_id: int, reden: str, kenmerk: UUID) -> int:
    """End an own case; its id. Raises Geweigerd without one of the reasons (HAA-2.1, HAA-2.2.1)."""
    if not MELDER.past(beurt().wie.kant):
        return wijkteam.sluit(zaak_id, reden, kenmerk)
    if huren.huur_van(zaak_van(zaak_id)):
        return huren.sluit(zaak_id, reden)
    return toestemmingen.sluit(zaak_id, reden)


class SluitForm(Zaakformulier):
    reden = forms.ChoiceField(label="Waarom sluit u deze zaak?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.dossier:
            self.fields["reden"].choices = tuple(redenen(self.dossier.id).items())  # type: ignore[attr-defined]


SLUITEN = {
    "zaak_sluiten": Zaakhandeling(
        "Zaak sluiten",
        SluitForm,
        lambda zaak, form: sluit(zaak, form.cleaned_data["reden"], form.nummer),
        uitleg="De zaak is dan afgerond, ook voor de anderen. Alle termijnen stoppen. Uw reden ziet alleen uw eigen groep.",
        knop="Sluit de zaak",
        icoon="folder-x",
        gevolg="Dat kan niet terug. Komt er later weer achterstand, dan begint een nieuwe zaak.",
        gedaan="De zaak is gesloten.",
    ),
}
