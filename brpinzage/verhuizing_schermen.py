"""The screens of a move: which form, which sentence, which function."""

from collections.abc import Mapping
from typing import Any

from convenant.poort.dossier import Dossier
from convenant.web.zaakhandeling import Zaakhandeling

from . import verhuizingen
from .verhuizing_forms import VerhuizingForm, VerhuizingIntrekForm, VerhuizingWeigerForm, ingevuld


def _vooraf(dossier: Dossier | None) -> Mapping[str, Any]:
    eerder = verhuizingen.doorgegeven(dossier) if dossier else None
    return ingevuld(eerder) if eerder else {}


VERHUIZINGEN = {
    "verhuizing_doorgeven": Zaakhandeling(
        "Verhuizing doorgeven",
        VerhuizingForm,
        lambda zaak, form: verhuizingen.geef_door(form.verhuizing, form.nummer, zaak),
        uitleg="De gemeente schrijft uw huurder in op het nieuwe adres. Dat mag alleen als de huurder u schriftelijk heeft "
        "gemachtigd (artikel 3.8). Voor de huurder is het gratis (artikel 8.3).",
        knop="Geef door aan de gemeente",
        vooraf=_vooraf,
        multipart=True,
        gedaan="De verhuizing is doorgegeven. U ziet hier wat de gemeente ermee doet.",
        sjabloon="brpinzage/verhuizing.html",
    ),
    "verhuizing_intrekken": Zaakhandeling(
        "Intrekken",
        VerhuizingIntrekForm,
        lambda zaak, form: verhuizingen.trek_in(zaak, form.cleaned_data["reden"]),
        uitleg="Gaat de verhuizing niet door, of klopte er niets van? Trek haar dan in.",
        knop="Ja, trek in",
        icoon="undo-2",
        gevolg="Wat u doorgaf, wordt ook bij de gemeente vernietigd. Dat kan niet terug.",
        gedaan="De verhuizing is ingetrokken.",
    ),
    "verhuizing_behandelen": Zaakhandeling(
        "In behandeling nemen",
        doe=lambda zaak, form: verhuizingen.behandel(zaak),
        uitleg="De corporatie ziet dat u de verhuizing in behandeling neemt. Zij kan haar dan niet meer wijzigen of intrekken.",
        knop="Neem in behandeling",
        icoon="play",
        gedaan="De verhuizing is in behandeling.",
    ),
    "verhuizing_verwerken": Zaakhandeling(
        "Verwerkt",
        doe=lambda zaak, form: verhuizingen.verwerk(zaak),
        uitleg="Staat de verhuizing in de BRP? Meld dan dat zij verwerkt is. De corporatie ziet dat, en verder niets uit de BRP. "
        "Daarna is de zaak afgerond.",
        knop="Meld als verwerkt",
        icoon="check",
        gedaan="De verhuizing is verwerkt. De zaak is afgerond.",
    ),
    "verhuizing_weigeren": Zaakhandeling(
        "Weigeren",
        VerhuizingWeigerForm,
        lambda zaak, form: verhuizingen.weiger(zaak, form.cleaned_data["reden"], form.nummer),
        uitleg="Kunt u de verhuizing niet verwerken? De corporatie krijgt uw reden. Daarna is de zaak afgerond.",
        knop="Weiger de verhuizing",
        icoon="x",
        gedaan="De verhuizing is geweigerd. De corporatie krijgt uw reden.",
    ),
}
