"""The screens of the handover: which form, which sentence, which function."""

from convenant.web.zaakhandeling import Zaakhandeling

from . import handelingen, toestemmingen
from .forms import IntrekForm, MeerForm, MeldAchterstandForm, MeldForm, ToestemmingForm

MELDEN, MELDEN_MET_MEER = "melden_achterstand", "melden_met_meer"

MELDINGEN = {
    MELDEN: Zaakhandeling(
        "Melden bij het wijkteam",
        MeldAchterstandForm,
        lambda zaak, form: handelingen.meld_zaak(zaak, form.nummer),
        uitleg="Het Sociaal Wijkteam neemt binnen vijf werkdagen contact op met de huurder, en laat u binnen vijf werkdagen iets weten.",
        knop="Meld de huurder",
        gedaan="De huurder is gemeld. Het wijkteam is nu aan zet.",
        sjabloon="huisuitzetting/melden.html",
        niet_na=(MELDEN, MELDEN_MET_MEER),
    ),
    MELDEN_MET_MEER: Zaakhandeling(
        "Melden: er speelt meer",
        MeerForm,
        lambda zaak, form: handelingen.meld_zaak_met_meer(
            zaak, form.cleaned_data["geinformeerd_op"], form.nummer
        ),
        uitleg="Denkt u dat er meer speelt dan een achterstand? Vertel de huurder eerst dat u het wijkteam inschakelt. "
        "Wat er meer speelt, geeft u niet door.",
        knop="Meld de huurder",
        gedaan="De huurder is gemeld. Het wijkteam is nu aan zet.",
        sjabloon="huisuitzetting/melden.html",
    ),
    "melden_met_toestemming": Zaakhandeling(
        "Huurder zonder achterstand melden",
        ToestemmingForm,
        lambda zaak, form: toestemmingen.meld(
            form.signaal,
            form.instemming,
            form.nummer,
            eigen_huurder=form.cleaned_data["eigen_huurder"],
            alleen_strafbaar_feit=form.strafbaar,
        ),
        uitleg="Heeft een huurder geen achterstand, maar maakt u zich ernstig zorgen? "
        "Dan mag u het wijkteam alleen inschakelen als de huurder dat goedvindt.",
        knop="Meld de huurder",
        gedaan="De huurder is gemeld. Het wijkteam is nu aan zet.",
        sjabloon="huisuitzetting/melden_met_toestemming.html",
    ),
    "toestemming_intrekken": Zaakhandeling(
        "Toestemming ingetrokken",
        IntrekForm,
        lambda zaak, form: toestemmingen.trek_in(zaak, form.op, form.nummer),
        uitleg="Wil de huurder niet meer dat het wijkteam zijn gegevens heeft? Leg dat hier vast. Een zaak die nog loopt, stopt dan.",
        knop="Leg de intrekking vast",
        icoon="undo-2",
        gevolg="Alle gegevens in deze zaak worden meteen vernietigd, ook bij het wijkteam. Dat kan niet terug.",
        gedaan="De intrekking is vastgelegd. De gegevens zijn vernietigd.",
        alleen_na=(toestemmingen.MELDEN,),
        niet_na=(toestemmingen.INTREKKEN,),
    ),
    "melden_aan_troubleshooter": Zaakhandeling(
        "Melden aan de troubleshooter",
        MeldForm,
        lambda zaak, form: handelingen.meld_aan_troubleshooter(zaak, form.nummer),
        uitleg="Is de troubleshooter ingeschakeld? Dan mag hij dezelfde zeven gegevens krijgen als het wijkteam.",
        knop="Verstuur de gegevens",
        gedaan="De troubleshooter heeft de gegevens.",
        sjabloon="huisuitzetting/melden.html",
    ),
}
