"""The screens of Heemstede's verbs on a case: which form, which sentence, which function."""

from collections.abc import Mapping
from typing import Any

from convenant.poort.dossier import Dossier
from convenant.web.zaakhandeling import Zaakformulier, Zaakhandeling

from . import afwijkingen
from .afwijking_forms import IntrekForm, MeldForm, UitkomstForm, meld_vooraf
from .rondom_schermen import RONDOM
from .verhuizing_schermen import VERHUIZINGEN
from .verzoek_schermen import VERZOEKEN


def _meld_vooraf(dossier: Dossier | None) -> Mapping[str, Any]:
    assert dossier is not None
    if concept := afwijkingen.concept(dossier.id):
        return {"aard": concept.aard, "toelichting": concept.toelichting}
    return meld_vooraf(dossier)


AFWIJKINGEN = {
    "afwijking_melden": Zaakhandeling(
        "Afwijking melden",
        MeldForm,
        lambda zaak, form: afwijkingen.meld(
            zaak, form.cleaned_data["aard"], form.cleaned_data["toelichting"], form.nummer
        ),
        uitleg="Dit gaat naar de gemeente, met het adres, de namen die afwijken en de datum van uw raadpleging. "
        "Had u al gemeld? Dan vervangt dit uw vorige melding.",
        vooraf=_meld_vooraf,
        gedaan="De melding is verstuurd. De gemeente laat u weten wat eruit komt.",
    ),
    "afwijking_intrekken": Zaakhandeling(
        "Intrekken",
        IntrekForm,
        lambda zaak, form: afwijkingen.trek_in(zaak, form.cleaned_data["reden"]),
        uitleg="Klopt het bij nader inzien toch? Trek de afwijking dan in.",
        knop="Ja, trek in",
        icoon="undo-2",
        gevolg="Wat u verstuurde, wordt ook bij de gemeente vernietigd. Dat kan niet terug.",
        gedaan="De afwijking is ingetrokken.",
    ),
    "onderzoek_starten": Zaakhandeling(
        "Onderzoek starten",
        Zaakformulier,
        lambda zaak, form: afwijkingen.start_onderzoek(zaak),
        uitleg="De corporatie ziet dat u de melding in behandeling neemt.",
        knop="Start het onderzoek",
        icoon="search",
        gedaan="Het onderzoek is gestart.",
    ),
    "tussenstand_melden": Zaakhandeling(
        "Laten weten dat het onderzoek loopt",
        Zaakformulier,
        lambda zaak, form: afwijkingen.meld_tussenstand(zaak, form.nummer),
        uitleg="De corporatie krijgt bericht dat het onderzoek nog loopt.",
        knop="Laat het weten",
        gedaan="De corporatie weet dat het onderzoek nog loopt.",
    ),
    "uitkomst_vastleggen": Zaakhandeling(
        "Uitkomst vastleggen",
        UitkomstForm,
        lambda zaak, form: afwijkingen.leg_uitkomst_vast(zaak, form.cleaned_data["uitkomst"], form.nummer),
        uitleg="De uitkomst gaat naar de corporatie. Daarna is de zaak afgerond.",
        knop="Verstuur de uitkomst",
        gedaan="De uitkomst is verstuurd. De zaak is afgerond.",
    ),
}

IN_DE_BRP = {
    "brp_bevragen": Zaakhandeling("In de BRP kijken", icoon="search", adres="brp_bevragen"),
}

HANDELINGEN = AFWIJKINGEN | IN_DE_BRP | VERHUIZINGEN | VERZOEKEN | RONDOM
