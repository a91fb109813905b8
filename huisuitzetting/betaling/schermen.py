"""The screens of paying again: which form, which sentence, which function."""

from collections.abc import Mapping
from typing import Any

from convenant.poort.dossier import Dossier
from convenant.tijd import vandaag
from convenant.web.zaakhandeling import Zaakformulier, Zaakhandeling

from . import forms, handelingen
from .afspraken import regeling_uit


def vandaag_bij(veld: str) -> Any:
    """A form that begins with today in this field."""
    return lambda dossier: {veld: vandaag()}


def _regeling_vooraf(dossier: Dossier | None) -> Mapping[str, Any]:
    """The arrangement of the newest proposal, if it names one."""
    assert dossier is not None
    voorstel = dossier.laatste(handelingen.VOORSTEL)
    regeling = regeling_uit({veld.naam: veld.waarde for veld in voorstel.velden}) if voorstel else None
    if regeling is None:
        return {}
    return {
        "bedrag_per_termijn": regeling.bedrag,
        "aantal_termijnen": regeling.termijnen,
        "startdatum_regeling": regeling.start,
    }


def _tref_regeling(zaak: int, form: Any) -> int:
    regeling = forms.regeling_van(form)
    assert regeling is not None
    return handelingen.tref_regeling(zaak, regeling, form.cleaned_data["afwijking"], form.nummer)


BETALING = {
    "voorstel_doen": Zaakhandeling(
        "Voorstel doen",
        forms.VoorstelForm,
        lambda zaak, form: handelingen.doe_voorstel(
            zaak, form.voorstel, form.cleaned_data["nog_niet_mogelijk"], form.nummer
        ),
        uitleg="Dit gaat naar de corporatie, en niets anders. Kan er nog geen regeling voor de achterstand zijn? "
        "Laat die drie velden dan leeg.",
        icoon="hand-coins",
        gedaan="Het voorstel is verstuurd. De corporatie maakt er een regeling van met de huurder.",
    ),
    "nog_geen_regeling_melden": Zaakhandeling(
        "Nog geen regeling mogelijk",
        Zaakformulier,
        lambda zaak, form: handelingen.meld_nog_geen_regeling(zaak, form.nummer),
        uitleg="De corporatie hoort dat een regeling voor de achterstand nog niet mogelijk is. Zij hoort niet waarom.",
        knop="Laat het weten",
        gedaan="De corporatie weet dat er nog geen regeling mogelijk is.",
    ),
    "regeling_treffen": Zaakhandeling(
        "Betalingsregeling treffen",
        forms.RegelingForm,
        _tref_regeling,
        uitleg="Leg vast wat u met de huurder hebt afgesproken. Het wijkteam en SDV krijgen bedrag, aantal termijnen, "
        "begin en einde.",
        knop="Leg de regeling vast",
        icoon="hand-coins",
        vooraf=_regeling_vooraf,
        gedaan="De regeling is vastgelegd. Zolang de huurder zich eraan houdt, staan uw termijnen stil.",
    ),
    "incasso_opschorten": Zaakhandeling(
        "Incasso opschorten",
        forms.OpschortForm,
        lambda zaak, form: handelingen.schort_op(
            zaak,
            form.cleaned_data["sinds"],
            form.cleaned_data["lopende_huur_sinds"],
            form.cleaned_data["goede_wil"],
            form.nummer,
        ),
        uitleg="Dat doet u als de huurder de lopende huur betaalt, goede wil toont en zich aan de regeling houdt. Het wijkteam en SDV "
        "krijgen alleen de datum.",
        knop="Schort de incasso op",
        icoon="pause",
        vooraf=vandaag_bij("sinds"),
        gedaan="De incasso is opgeschort.",
    ),
    "opschorting_beeindigen": Zaakhandeling(
        "Incasso hervatten",
        forms.EindeOpschortingForm,
        lambda zaak, form: handelingen.beeindig_opschorting(
            zaak, form.cleaned_data["sinds"], form.cleaned_data["voorwaarde"], form.nummer
        ),
        uitleg="Een van de drie voorwaarden geldt niet meer. Het wijkteam hoort dat voordat u verder gaat.",
        knop="Hervat de incasso",
        icoon="play",
        vooraf=vandaag_bij("sinds"),
        gedaan="De opschorting is beëindigd. Het wijkteam heeft bericht.",
    ),
    "niet_nakoming_melden": Zaakhandeling(
        "Afspraak niet nagekomen",
        forms.NietNakomingForm,
        lambda zaak, form: handelingen.meld_niet_nakoming(
            zaak, form.cleaned_data["dag"], form.cleaned_data["afspraak"], form.nummer
        ),
        uitleg="De ander krijgt meteen bericht: welke afspraak, en wanneer. Niet waarom.",
        knop="Meld het",
        icoon="triangle-alert",
        gevolg="De regeling geldt dan als verbroken. Termijnen die stilstonden, lopen weer.",
        gedaan="De ander heeft bericht. De regeling staat als verbroken.",
    ),
}
