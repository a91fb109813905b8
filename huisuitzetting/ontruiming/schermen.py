"""The screens of bailiff, judge, eviction and troubleshooter."""

from collections.abc import Mapping
from typing import Any

from convenant.poort.dossier import Dossier
from convenant.tijd import vandaag
from convenant.web.zaakhandeling import Zaakformulier, Zaakhandeling

from . import einden, handelingen, troubleshooter
from .forms import (
    AankondigForm,
    AdviesForm,
    DagForm,
    DagvaardForm,
    OntruimingForm,
    OntruimingsdatumForm,
    OpschaalForm,
    OverlegForm,
    PogingForm,
    TeVroegForm,
    VonnisForm,
    ZonderOverlegForm,
)

GAAT_NAAR = "Wijkteam en SDV krijgen meteen bericht."
EINDE = "Dat kan niet terug. Wijkteam, SDV en troubleshooter horen hoe het is afgelopen."


def _vandaag(dossier: Dossier | None) -> Mapping[str, Any]:
    return {"dag": vandaag()}


def _vroegste_datum(dossier: Dossier | None) -> Mapping[str, Any]:
    assert dossier is not None
    return {"dag": handelingen.voorgestelde_datum(dossier.id)}


def _op_de_dag(dossier: Dossier | None) -> Mapping[str, Any]:
    assert dossier is not None
    return {"dag": handelingen.bekende_datum(dossier.id)}


def _dag(form: Zaakformulier) -> Any:
    return form.cleaned_data["dag"]


DEURWAARDER = {
    "deurwaarder_aankondigen": Zaakhandeling(
        "Deurwaarder aankondigen",
        AankondigForm,
        lambda zaak, form: handelingen.kondig_deurwaarder_aan(zaak, _dag(form), form.nummer),
        uitleg="Het wijkteam hoort op welke dag u de deurwaarder wilt inschakelen. Dat kan twee weken na uw melding.",
        knop="Laat het weten",
        gedaan="Het wijkteam weet wanneer u de deurwaarder wilt inschakelen.",
    ),
    "deurwaarder_inschakelen": Zaakhandeling(
        "Deurwaarder inschakelen",
        DagForm,
        lambda zaak, form: handelingen.schakel_deurwaarder_in(zaak, _dag(form), form.nummer),
        uitleg=f"Leg vast dat u de deurwaarder hebt ingeschakeld. {GAAT_NAAR}",
        knop="Leg vast",
        icoon="gavel",
        gevolg="Dat kan niet terug. De huurder krijgt met extra kosten te maken.",
        gedaan="De deurwaarder is ingeschakeld.",
        vooraf=_vandaag,
    ),
    "deurwaarder_als_afwijking": Zaakhandeling(
        "Deurwaarder te vroeg ingeschakeld",
        TeVroegForm,
        lambda zaak, form: handelingen.leg_deurwaarder_te_vroeg_vast(
            zaak, _dag(form), form.cleaned_data["reden"], form.nummer
        ),
        uitleg="Is de deurwaarder ingeschakeld voordat dat mocht? Leg dat dan vast met de reden. Wijkteam en teamleider "
        "lezen die reden, zodra het wijkteam de zaak heeft.",
        knop="Leg de afwijking vast",
        icoon="triangle-alert",
        gevolg="Dat kan niet terug. Het staat daarna als afwijking van het convenant in de zaak.",
        gedaan="De afwijking is vastgelegd.",
        vooraf=_vandaag,
    ),
}

BIJ_DE_RECHTER = {
    "dagvaarden": Zaakhandeling(
        "Naar de rechter",
        DagvaardForm,
        lambda zaak, form: handelingen.dagvaard(zaak, _dag(form), form.cleaned_data["reden"], form.nummer),
        uitleg=f"Leg vast dat u de rechter hebt gevraagd om de huur te beëindigen. {GAAT_NAAR}",
        knop="Leg vast",
        icoon="scale",
        gevolg="Dat kan niet terug.",
        gedaan="Vastgelegd dat u naar de rechter bent gegaan.",
        vooraf=_vandaag,
    ),
    "vonnis_vastleggen": Zaakhandeling(
        "Vonnis: toegewezen",
        VonnisForm,
        lambda zaak, form: handelingen.leg_vonnis_vast(zaak, _dag(form), form.nummer),
        uitleg=f"De rechter geeft u gelijk. Ontruimen kan vier weken daarna. {GAAT_NAAR}",
        knop="Leg het vonnis vast",
        icoon="scale",
        gevolg="Dat kan niet terug.",
        gedaan="Het vonnis is vastgelegd.",
        vooraf=_vandaag,
    ),
    "afwijzing_rechter_vastleggen": Zaakhandeling(
        "Vonnis: afgewezen",
        VonnisForm,
        lambda zaak, form: einden.leg_afwijzing_vast(zaak, _dag(form), form.nummer),
        uitleg="De rechter geeft u geen gelijk: de huurder blijft wonen.",
        knop="Leg de afwijzing vast",
        icoon="scale",
        gevolg=EINDE,
        gedaan="De afwijzing is vastgelegd. De uitzetting is voorkomen.",
        vooraf=_vandaag,
    ),
    "ontruimingsdatum_vastleggen": Zaakhandeling(
        "Datum van ontruiming",
        OntruimingsdatumForm,
        lambda zaak, form: handelingen.leg_ontruimingsdatum_vast(zaak, _dag(form), form.nummer),
        uitleg="De troubleshooter krijgt meteen bericht, met naam, adres en telefoonnummer van de huurder en de datum. "
        "Wijkteam en SDV krijgen de datum. Een latere datum kiezen kan ook daarna nog.",
        knop="Leg de datum vast",
        icoon="calendar-clock",
        gedaan="De datum is vastgelegd. De troubleshooter heeft bericht.",
        vooraf=_vroegste_datum,
    ),
}

EINDEN = {
    "laatste_overleg_vastleggen": Zaakhandeling(
        "Laatste overleg vastleggen",
        OverlegForm,
        lambda zaak, form: einden.leg_overleg_vast(
            zaak, _dag(form), form.cleaned_data["partijen"], form.cleaned_data["uitkomst"], form.nummer
        ),
        uitleg="Corporatie, wijkteam en SDV proberen samen nog een keer om de uitzetting te voorkomen. Alle drie zien wat u "
        "hier vastlegt.",
        knop="Leg het overleg vast",
        icoon="users",
        gedaan="Het overleg is vastgelegd. Corporatie, wijkteam en SDV zien het.",
        vooraf=_vandaag,
    ),
    "ontruiming_vastleggen": Zaakhandeling(
        "Ontruiming vastleggen",
        OntruimingForm,
        lambda zaak, form: einden.leg_ontruiming_vast(zaak, form.ontruiming, form.nummer),
        uitleg="Leg vast dat de woning is ontruimd.",
        knop="Leg de ontruiming vast",
        icoon="house",
        gevolg=EINDE,
        gedaan="De ontruiming is vastgelegd.",
        vooraf=_op_de_dag,
    ),
    "ontruiming_als_afwijking": Zaakhandeling(
        "Ontruimd zonder laatste overleg",
        ZonderOverlegForm,
        lambda zaak, form: einden.leg_ontruiming_zonder_overleg_vast(
            zaak, form.ontruiming, form.cleaned_data["reden"], form.nummer
        ),
        uitleg="Is de woning ontruimd zonder dat corporatie, wijkteam en SDV samen hebben overlegd? Leg dat vast met de reden.",
        knop="Leg de afwijking vast",
        icoon="triangle-alert",
        gevolg=f"{EINDE} Wijkteam en teamleider lezen ook de reden.",
        gedaan="De ontruiming is vastgelegd, met de reden van de afwijking.",
        vooraf=_op_de_dag,
    ),
    "sleutels_ontvangen": Zaakhandeling(
        "Sleutels ontvangen",
        DagForm,
        lambda zaak, form: einden.ontvang_sleutels(zaak, _dag(form), form.nummer),
        uitleg="De huurder heeft de sleutels zelf ingeleverd.",
        knop="Leg vast",
        icoon="key-round",
        gevolg=EINDE,
        gedaan="Vastgelegd dat de sleutels zijn ingeleverd.",
        vooraf=_vandaag,
    ),
    "voorkomen_vastleggen": Zaakhandeling(
        "Uitzetting voorkomen",
        DagForm,
        lambda zaak, form: einden.leg_voorkomen_vast(zaak, _dag(form), form.nummer),
        uitleg="De huurder blijft wonen: de uitzetting gaat niet door.",
        knop="Leg vast",
        icoon="house",
        gevolg=EINDE,
        gedaan="Vastgelegd dat de uitzetting is voorkomen.",
        vooraf=_vandaag,
    ),
}

TROUBLESHOOTER = {
    "opschalen": Zaakhandeling(
        "Troubleshooter inschakelen",
        OpschaalForm,
        lambda zaak, form: troubleshooter.schaal_op(
            zaak, form.cleaned_data["grond"], form.cleaned_data["vraag"], form.nummer
        ),
        uitleg="De troubleshooter krijgt naam, adres en telefoonnummer van de huurder en uw vraag. Hij krijgt alleen deze zaak.",
        knop="Schakel de troubleshooter in",
        icoon="life-buoy",
        gedaan="De troubleshooter heeft uw vraag.",
    ),
    "adviseren": Zaakhandeling(
        "Advies geven",
        AdviesForm,
        lambda zaak, form: troubleshooter.adviseer(zaak, form.cleaned_data["advies"], form.nummer),
        uitleg="Uw advies gaat naar het wijkteam en SDV. De corporatie krijgt het niet.",
        gedaan="Wijkteam en SDV hebben uw advies.",
    ),
    "poging_melden": Zaakhandeling(
        "Poging melden",
        PogingForm,
        lambda zaak, form: troubleshooter.meld_poging(
            zaak, _dag(form), form.cleaned_data["uitkomst"], form.nummer
        ),
        uitleg="Corporatie, wijkteam en SDV horen wanneer u het probeerde en wat eruit kwam.",
        knop="Meld de poging",
        gedaan="Corporatie, wijkteam en SDV weten van uw poging.",
        vooraf=_vandaag,
    ),
}

ONTRUIMING = DEURWAARDER | BIJ_DE_RECHTER | EINDEN | TROUBLESHOOTER
