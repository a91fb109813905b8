"""The screens of debt counselling: which form, which sentence, which function."""

from collections.abc import Callable, Mapping
from typing import Any

from convenant.poort.dossier import Dossier
from convenant.web.zaakhandeling import Zaakformulier, Zaakhandeling
from huisuitzetting.betaling.schermen import vandaag_bij

from . import forms, handelingen, herstel

VANDAAG = vandaag_bij("dag")
ALLEEN_DE_STAND = "De corporatie en het wijkteam horen alleen hoe het ervoor staat en sinds wanneer."
GEEN_WEG_TERUG = "Dat kan niet terug. U legt hiermee vast dat dit zo is."


def _op_dag(doe: Callable[..., int]) -> Callable[[Any, Any], int]:
    """A verb of which only the day is asked."""
    return lambda zaak, form: doe(zaak, form.cleaned_data["dag"], form.nummer)


def _wsnp(status: str) -> Callable[[Any, Any], int]:
    return lambda zaak, form: handelingen.koppel_wsnp_terug(
        zaak, status, form.cleaned_data["dag"], form.nummer
    )


def _beoordeling_vooraf(dossier: Dossier | None) -> Mapping[str, Any]:
    """What SDV found before."""
    assert dossier is not None
    eerder = handelingen.laatste_beoordeling(dossier.id)
    if eerder is None:
        return {}
    velden = ("budgetbeheer", "beschermingsbewind", "budgetbegeleiding")
    return {veld: "ja" if getattr(eerder, veld) else "nee" for veld in velden}


def _meld_beoordeling(zaak: int, form: Any) -> int:
    return handelingen.meld_beoordeling(
        zaak,
        form.cleaned_data["voorwaarde"],
        form.nummer,
        budgetbeheer=form.nodig("budgetbeheer"),
        beschermingsbewind=form.nodig("beschermingsbewind"),
        budgetbegeleiding=form.nodig("budgetbegeleiding"),
    )


HULP = {
    "inventarisatie_delen": Zaakhandeling(
        "Inventarisatie delen",
        forms.InventarisatieForm,
        lambda zaak, form: handelingen.deel_inventarisatie(zaak, form.inventarisatie, form.nummer),
        uitleg="Alleen de regievoerder leest de schulden en het inkomen. Het wijkteam hoort op welke dag de inventarisatie klaar was.",
        knop="Deel met de regievoerder",
        icoon="list-checks",
        vooraf=VANDAAG,
        gedaan="De regievoerder heeft de inventarisatie.",
    ),
    "inventarisatie_gereedmelden": Zaakhandeling(
        "Inventarisatie is klaar",
        forms.DagForm,
        _op_dag(handelingen.meld_inventarisatie_gereed),
        uitleg="Is er nog geen regievoerder? Dan hoort het wijkteam hiermee alleen dat de inventarisatie klaar is.",
        knop="Laat het weten",
        vooraf=VANDAAG,
        gedaan="Het wijkteam weet dat de inventarisatie klaar is.",
    ),
    "hulp_aanbieden": Zaakhandeling(
        "Hulp aanbieden",
        forms.HulpForm,
        lambda zaak, form: handelingen.bied_hulp_aan(
            zaak, form.cleaned_data["soort"], form.cleaned_data["dag"], form.nummer
        ),
        uitleg="Het wijkteam hoort welke hulp u de huurder aanbood. De corporatie niet.",
        knop="Leg het aanbod vast",
        icoon="hand-helping",
        vooraf=VANDAAG,
        gedaan="Het wijkteam weet welke hulp u aanbood.",
    ),
    "plan_delen": Zaakhandeling(
        "Plan delen",
        forms.PlanForm,
        lambda zaak, form: handelingen.deel_plan(
            zaak,
            form.cleaned_data["betalen"],
            form.cleaned_data["schuldaanpak"],
            form.cleaned_data["dag"],
            form.nummer,
        ),
        uitleg="Het plan gaat naar het wijkteam. De corporatie krijgt het nooit.",
        vooraf=VANDAAG,
        gedaan="Het wijkteam heeft het plan.",
    ),
    "beoordeling_melden": Zaakhandeling(
        "Beoordeling vastleggen",
        forms.BeoordelingForm,
        _meld_beoordeling,
        uitleg="Uw antwoorden blijven bij SDV. De corporatie hoort dat u hebt beoordeeld, en wat u met haar afsprak.",
        knop="Leg de beoordeling vast",
        icoon="clipboard-check",
        vooraf=_beoordeling_vooraf,
        gedaan="De corporatie weet dat de beoordeling klaar is.",
    ),
}

MINNELIJK = {
    "geen_regeling_vaststellen": Zaakhandeling(
        "Geen regeling mogelijk",
        Zaakformulier,
        lambda zaak, form: handelingen.stel_geen_regeling_vast(zaak),
        uitleg="U stelt vast dat een betalingsregeling niet lukt. Daarna kunt u het minnelijk traject starten.",
        knop="Stel dit vast",
        icoon="circle-x",
        gevolg=GEEN_WEG_TERUG,
        gedaan="Vastgelegd. U kunt nu het minnelijk traject starten.",
    ),
    "minnelijk_traject_starten": Zaakhandeling(
        "Minnelijk traject starten",
        forms.DagForm,
        _op_dag(handelingen.start_minnelijk_traject),
        uitleg=ALLEEN_DE_STAND,
        knop="Start het traject",
        icoon="play",
        vooraf=VANDAAG,
        gedaan="Het traject is gestart. De corporatie en het wijkteam hebben bericht.",
    ),
    "minnelijk_traject_terugkoppelen": Zaakhandeling(
        "Stand van het traject melden",
        forms.StatusForm,
        lambda zaak, form: handelingen.koppel_terug(
            zaak, form.cleaned_data["status"], form.cleaned_data["dag"], form.nummer
        ),
        uitleg=ALLEEN_DE_STAND,
        vooraf=VANDAAG,
        gedaan="De corporatie en het wijkteam hebben bericht.",
    ),
    "minnelijk_traject_mislukken": Zaakhandeling(
        "Minnelijk traject is mislukt",
        forms.DagForm,
        _op_dag(handelingen.laat_mislukken),
        uitleg=f"{ALLEEN_DE_STAND} Daarna vraagt u de rechtbank om de Wsnp.",
        knop="Leg dit vast",
        icoon="circle-x",
        gevolg=GEEN_WEG_TERUG,
        vooraf=VANDAAG,
        gedaan="De corporatie en het wijkteam weten dat het traject is mislukt.",
    ),
    "schuldbemiddeling_starten": Zaakhandeling(
        "Schuldbemiddeling starten",
        forms.DagForm,
        _op_dag(handelingen.start_schuldbemiddeling),
        uitleg="De schuldbemiddeling komt in de plaats van de betalingsregeling. De corporatie en het wijkteam horen dat het "
        "minnelijk traject is geslaagd, en sinds wanneer.",
        knop="Start de schuldbemiddeling",
        icoon="play",
        gevolg="De betalingsregeling met de corporatie eindigt. De schuldbemiddeling duurt ten hoogste 36 maanden.",
        vooraf=VANDAAG,
        gedaan="De schuldbemiddeling loopt.",
    ),
}

AANBOD = {
    "aanbod_doen": Zaakhandeling(
        "Aanbod doen",
        forms.AanbodForm,
        lambda zaak, form: handelingen.doe_aanbod(
            zaak, form.cleaned_data["percentage"], form.cleaned_data["maanden"], form.nummer
        ),
        uitleg="De corporatie krijgt het percentage, het aantal maanden en de datum van vandaag. Niet de andere schulden.",
        knop="Doe het aanbod",
        icoon="hand-coins",
        gedaan="De corporatie heeft het aanbod.",
    ),
    "aanbod_aanvaarden": Zaakhandeling(
        "Akkoord met het aanbod",
        Zaakformulier,
        lambda zaak, form: handelingen.aanvaard_aanbod(zaak, form.nummer),
        uitleg="U gaat akkoord met het percentage tegen finale kwijting. SDV krijgt bericht.",
        knop="Ga akkoord",
        icoon="check",
        gevolg="Daarmee begint de schuldbemiddeling. Wat daarna over is van de schuld, vervalt. Dat kan niet terug.",
        gedaan="U bent akkoord. De schuldbemiddeling loopt.",
    ),
    "aanbod_weigeren": Zaakhandeling(
        "Niet akkoord met het aanbod",
        forms.WeigerForm,
        lambda zaak, form: handelingen.weiger_aanbod(zaak, form.cleaned_data["reden"], form.nummer),
        uitleg="SDV hoort dat u niet akkoord gaat, en waarom.",
        knop="Weiger het aanbod",
        icoon="x",
        gedaan="SDV weet dat u niet akkoord gaat.",
    ),
}

WSNP = {
    "wsnp_verzoeken": Zaakhandeling(
        "Wsnp-verzoek ingediend",
        forms.DagForm,
        _wsnp("verzocht"),
        uitleg=f"Leg vast wanneer het verzoek naar de rechtbank ging. {ALLEEN_DE_STAND}",
        knop="Leg het verzoek vast",
        icoon="scale",
        vooraf=VANDAAG,
        gedaan="De corporatie en het wijkteam weten dat de Wsnp is gevraagd.",
    ),
    "wsnp_toelating_vastleggen": Zaakhandeling(
        "Toegelaten tot de Wsnp",
        forms.DagForm,
        _wsnp("toegelaten"),
        uitleg=f"Leg vast wanneer de rechtbank de huurder toeliet. {ALLEEN_DE_STAND}",
        knop="Leg de toelating vast",
        icoon="check",
        gevolg=GEEN_WEG_TERUG,
        vooraf=VANDAAG,
        gedaan="De corporatie en het wijkteam weten van de toelating.",
    ),
    "wsnp_afwijzing_vastleggen": Zaakhandeling(
        "Afgewezen voor de Wsnp",
        forms.DagForm,
        _wsnp("afgewezen"),
        uitleg=f"Leg vast wanneer de rechtbank het verzoek afwees. {ALLEEN_DE_STAND}",
        knop="Leg de afwijzing vast",
        icoon="x",
        gevolg=GEEN_WEG_TERUG,
        vooraf=VANDAAG,
        gedaan="De corporatie en het wijkteam weten van de afwijzing.",
    ),
}

HERSTEL = {
    "hersteltermijn_bieden": Zaakhandeling(
        "Hersteltermijn bieden",
        forms.HersteltermijnForm,
        lambda zaak, form: herstel.bied_hersteltermijn(
            zaak, form.cleaned_data["gemist"], form.cleaned_data["brief"], form.nummer
        ),
        uitleg="De huurder betaalde de lopende huur niet, en kreeg van u een brief. SDV hoort beide datums.",
        knop="Leg de hersteltermijn vast",
        icoon="hourglass",
        gevolg="De huurder heeft 14 dagen vanaf de brief. Meldt u dan geen betaling, dan eindigt het traject.",
        gedaan="De hersteltermijn loopt. Meld het als de huurder betaalt.",
    ),
    "betaling_huur_melden": Zaakhandeling(
        "Huur is alsnog betaald",
        forms.DagForm,
        _op_dag(herstel.meld_betaling),
        uitleg="De hersteltermijn stopt en de schuldbemiddeling gaat verder. SDV hoort wanneer de huurder betaalde.",
        knop="Meld de betaling",
        icoon="check",
        vooraf=VANDAAG,
        gedaan="De betaling is gemeld. De schuldbemiddeling gaat verder.",
    ),
    "traject_beeindigen": Zaakhandeling(
        "Traject beëindigen",
        Zaakformulier,
        lambda zaak, form: herstel.beeindig_traject(zaak, form.nummer),
        uitleg="De 14 dagen zijn voorbij en er is geen betaling gemeld. Bel bij twijfel eerst de corporatie. De corporatie en het "
        "wijkteam horen op welke dag het traject eindigde: de vijftiende dag.",
        knop="Beëindig het traject",
        icoon="folder-x",
        gevolg="Het schuldhulptraject van de huurder eindigt. Dat kan niet terug.",
        gedaan="Het traject is beëindigd. De corporatie en het wijkteam hebben bericht.",
    ),
}

SCHULDHULP = HULP | MINNELIJK | AANBOD | WSNP | HERSTEL
