"""What a convenant app says about its verbs on a case: the form of each, and the function that does it.

An AppConfig names its table per policy: `zaakhandelingen = {"heemstede": "brpinzage.zaakformulieren.HANDELINGEN"}`.
"""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4, uuid5

from django import forms
from django.apps import apps
from django.utils.module_loading import import_string

from convenant.beleid.taal import BEGIN
from convenant.poort import poort
from convenant.poort.dossier import Dossier
from convenant.poort.grens import beurt
from convenant.poort.wie import Wie

from .formulieren import Formulier


class Zaakformulier(Formulier):
    """Base of the form of a verb. Its kenmerk makes the same form, sent twice, one act."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, dossier: Dossier | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dossier = dossier
        self.fields["kenmerk"].initial = uuid4()

    @property
    def nummer(self) -> UUID:
        """The number of this form within the own group: a number of another group is just a number here."""
        return uuid5(self.cleaned_data["kenmerk"] or uuid4(), str(beurt().wie.groep))


@dataclass(frozen=True)
class Zaakhandeling:
    """One verb: `doe(zaak_id, form)` performs it and gives the id of the case; zaak_id is None where it opens one.

    `vooraf(dossier)` fills the form in from what the own group holds already, where that helps. `gevolg` is said before
    what cannot be undone. `adres` names a page of the app's own instead of a form; `sjabloon` lays out a long form.
    `kan(dossier)` says whether the own group has anything to do by it in this case, where others of the same functie do.
    `los`: a verb with an `adres` that hangs on no step and sends nothing, to be had as long as the case runs. `niet_na`: no
    button any more once one of these verbs was done in the case, `alleen_na`: none before; whether it may be done the act itself
    says. `na_einde`: what its page is called in a case that has ended, where it was done: something is left to do about it.
    """

    titel: str
    formulier: type[Zaakformulier] = Zaakformulier
    doe: Callable[[Any, Any], int] | None = None
    uitleg: str = ""
    knop: str = "Versturen"
    icoon: str = "send"
    gevolg: str = ""
    gedaan: str = ""
    vooraf: Callable[[Dossier | None], Mapping[str, Any]] | None = None
    adres: str = ""
    multipart: bool = False
    sjabloon: str = "web/zaakhandeling.html"
    los: bool = False
    niet_na: tuple[str, ...] = ()
    kan: Callable[[Dossier], bool] | None = None
    alleen_na: tuple[str, ...] = ()
    na_einde: str = ""

    def past_na(self, gedaan: Set[str]) -> bool:
        """Whether its button is of use after these verbs."""
        return gedaan.isdisjoint(self.niet_na) and not (self.alleen_na and gedaan.isdisjoint(self.alleen_na))


def handelingen_van(wie: Wie) -> Mapping[str, Zaakhandeling]:
    """The verbs of this person's convenant that have a screen."""
    tabel: dict[str, Zaakhandeling] = {}
    for config in apps.get_app_configs():
        if pad := getattr(config, "zaakhandelingen", {}).get(wie.beleid.code):
            tabel |= import_string(pad)
    return tabel


def papieren_van(wie: Wie, dossier: Dossier) -> list[tuple[str, str]]:
    """What this person can have of this case on paper: the name of the address, and what it is called.

    An AppConfig names a function of both per policy: `papieren = {"haarlem": "huisuitzetting.overzicht.verhaal.papieren"}`.
    """
    paden = (getattr(config, "papieren", {}).get(wie.beleid.code) for config in apps.get_app_configs())
    return [papier for pad in paden if pad for papier in import_string(pad)(wie, dossier)]


def beginners(wie: Wie) -> list[tuple[str, Zaakhandeling]]:
    """The verbs by which this functie opens a case, in the order of the policy."""
    tabel = handelingen_van(wie)
    namen = [o.handeling for o in wie.beleid.overgangen if o.van == BEGIN]
    return [(naam, tabel[naam]) for naam in dict.fromkeys(namen) if naam in tabel and poort.mag(naam)]
