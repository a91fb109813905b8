"""The screens of what goes on around the exchange: which form, which sentence, which function."""

from collections.abc import Mapping
from typing import Any

from convenant.poort.dossier import Dossier
from convenant.web.zaakhandeling import Zaakformulier, Zaakhandeling

from . import controle, rondom, rondom_forms, tekortkoming


def _toets_intrekken(dossier: Dossier | None) -> Mapping[str, Any]:
    """Nothing to fill in beforehand; who cannot withdraw yet hears it before typing."""
    assert dossier is not None
    tekortkoming.toets_intrekken(dossier.id)
    return {}


HULP = {
    "ondersteuning_vragen": Zaakhandeling(
        "Vraag stellen",
        rondom_forms.VraagForm,
        lambda zaak, form: rondom.vraag_ondersteuning(
            zaak, form.cleaned_data["soort"], form.cleaned_data["vraag"], form.nummer
        ),
        uitleg="De gemeente helpt bij vragen over het raadplegen. Wij nemen niets over uit uw raadplegingen.",
        icoon="circle-question-mark",
        gedaan="Uw vraag is verstuurd.",
    ),
    "ondersteuning_beantwoorden": Zaakhandeling(
        "Antwoord geven",
        rondom_forms.AntwoordForm,
        lambda zaak, form: rondom.beantwoord_ondersteuning(zaak, form.cleaned_data["tekst"], form.nummer),
        gedaan="Uw antwoord is verstuurd.",
    ),
    "vraag_sluiten": Zaakhandeling(
        "Vraag sluiten",
        Zaakformulier,
        lambda zaak, form: rondom.sluit_vraag(zaak),
        uitleg="Bent u geholpen? Sluit dan de vraag. Een nieuwe vraag stellen kan altijd.",
        knop="Sluit de vraag",
        icoon="check",
        gedaan="De vraag is gesloten.",
    ),
}

BEVEILIGING = {
    "beveiligingsprobleem_melden": Zaakhandeling(
        "Beveiligingsprobleem melden",
        rondom_forms.BeveiligingForm,
        lambda zaak, form: rondom.meld_beveiligingsprobleem(
            form.cleaned_data["onderdeel"], form.cleaned_data["wat"], form.geconstateerd_op, form.nummer
        ),
        uitleg="Werkt iets van de beveiliging van de gemeente niet? Meld het direct. De convenantbeheerder krijgt meteen bericht.",
        knop="Meld het nu",
        icoon="shield-alert",
        gedaan="De gemeente heeft uw melding. U hoort wat zij eraan doet.",
    ),
    "beveiligingsprobleem_afhandelen": Zaakhandeling(
        "Maatregel vastleggen",
        rondom_forms.MaatregelForm,
        lambda zaak, form: rondom.handel_beveiligingsprobleem_af(
            zaak, form.cleaned_data["maatregel"], form.nummer
        ),
        icoon="shield-check",
        gedaan="De corporatie leest wat de gemeente heeft gedaan. De zaak is afgerond.",
    ),
    "overmacht_melden": Zaakhandeling(
        "Overmacht melden",
        rondom_forms.OvermachtForm,
        lambda zaak, form: rondom.meld_overmacht(
            form.cleaned_data["wat"],
            form.cleaned_data["sinds"],
            form.cleaned_data["bewijsstuk"],
            form.nummer,
        ),
        uitleg="Alle andere partijen krijgen deze mededeling. Stuur een bewijsstuk mee als u dat hebt.",
        icoon="cloud-lightning",
        multipart=True,
        gedaan="Alle andere partijen hebben uw mededeling.",
    ),
}

DOORGIFTE = {
    "doorgifte_vragen": Zaakhandeling(
        "Doorgifte vragen",
        rondom_forms.DoorgifteForm,
        lambda zaak, form: rondom.vraag_doorgifte(
            form.cleaned_data["ontvanger"],
            form.cleaned_data["doel"],
            form.cleaned_data["gegevens"],
            form.nummer,
        ),
        uitleg="U mag gegevens niet aan een ander doorgeven zonder schriftelijke toestemming van wie ze leverde.",
        icoon="share-2",
        gedaan="Uw verzoek is verstuurd. Geef niets door voordat de gemeente heeft ingestemd.",
    ),
    "doorgifte_toestaan": Zaakhandeling(
        "Doorgifte toestaan",
        rondom_forms.ToestaanForm,
        lambda zaak, form: rondom.sta_doorgifte_toe(
            zaak, form.cleaned_data["voorwaarden"], form.cleaned_data["ingestemd"], form.nummer
        ),
        uitleg="Uw toestemming is schriftelijk. De toepassing geeft zelf niets door.",
        icoon="check",
        gedaan="De corporatie heeft uw toestemming.",
    ),
    "doorgifte_weigeren": Zaakhandeling(
        "Doorgifte weigeren",
        rondom_forms.RedenForm,
        lambda zaak, form: rondom.weiger_doorgifte(zaak, form.cleaned_data["reden"], form.nummer),
        icoon="x",
        gedaan="De corporatie weet dat zij niets mag doorgeven.",
    ),
}

CONTROLE = {
    "controle_openen": Zaakhandeling(
        "Controle openen",
        rondom_forms.ControleForm,
        lambda zaak, form: controle.open_controle(
            zaak,
            form.cleaned_data.get("corporatie", ""),
            form.cleaned_data["vraag"],
            form.cleaned_data["stukken"],
            form.cleaned_data["antwoord_voor"],
            form.nummer,
        ),
        uitleg="De corporatie moet volledig meewerken en antwoordt in deze zaak.",
        icoon="clipboard-check",
        gedaan="Uw vragen zijn verstuurd.",
    ),
    "controle_beantwoorden": Zaakhandeling(
        "Controle beantwoorden",
        rondom_forms.ControleAntwoordForm,
        lambda zaak, form: controle.beantwoord(
            zaak, form.cleaned_data["tekst"], form.cleaned_data["stukken"], form.nummer
        ),
        uitleg="De toezichthouder van de gemeente leest uw antwoord.",
        multipart=True,
        gedaan="Uw antwoord is verstuurd.",
    ),
    "controle_afronden": Zaakhandeling(
        "Bevinding vastleggen",
        rondom_forms.BevindingForm,
        lambda zaak, form: controle.rond_af(zaak, form.cleaned_data["bevinding"], form.nummer),
        uitleg="Hiermee is de controle afgerond, ook als de corporatie niet antwoordde.",
        icoon="clipboard-check",
        gedaan="De bevinding is verstuurd. De controle is afgerond.",
    ),
}

TEKORTKOMING = {
    "tekortkoming_openen": Zaakhandeling(
        "Tekortkoming vastleggen",
        rondom_forms.TekortkomingForm,
        lambda zaak, form: tekortkoming.open_tekortkoming(
            form.cleaned_data["corporatie"],
            form.cleaned_data["lid"],
            form.cleaned_data["feiten"],
            form.cleaned_data["gebleken_op"],
            form.nummer,
        ),
        uitleg="De beheerder van de corporatie krijgt dit. Overleg eerst: pas als dat niet helpt, kan de toegang dicht.",
        icoon="gavel",
        gedaan="De tekortkoming is vastgelegd. Leg nu het overleg vast.",
    ),
    "overleg_vastleggen": Zaakhandeling(
        "Overleg vastleggen",
        rondom_forms.OverlegForm,
        lambda zaak, form: tekortkoming.leg_overleg_vast(
            zaak,
            form.cleaned_data["dag"],
            form.cleaned_data["deelnemers"],
            form.cleaned_data["afspraak"],
            form.cleaned_data["uitkomst"],
            form.nummer,
        ),
        uitleg="De corporatie leest dit verslag. Het laatste overleg telt.",
        icoon="messages-square",
        gedaan="Het overleg is vastgelegd.",
    ),
    "nakoming_vastleggen": Zaakhandeling(
        "Nakoming vastleggen",
        rondom_forms.ToelichtingForm,
        lambda zaak, form: tekortkoming.leg_nakoming_vast(
            zaak, form.cleaned_data["toelichting"], form.nummer
        ),
        uitleg="De tekortkoming is dan opgelost. De toegang blijft open.",
        icoon="check",
        gedaan="De tekortkoming is opgelost.",
    ),
    "toegang_intrekken": Zaakhandeling(
        "Toegang intrekken",
        rondom_forms.IntrekkingForm,
        lambda zaak, form: tekortkoming.trek_toegang_in(
            zaak, form.cleaned_data["reden"], form.cleaned_data["naam"], form.nummer
        ),
        uitleg="Dit kan alleen als overleg niet tot nakoming leidde.",
        knop="Ja, trek de toegang in",
        icoon="lock",
        gevolg="Iedereen van deze corporatie verliest direct de toegang. Wat nog te zien was, wordt vernietigd.",
        vooraf=_toets_intrekken,
        gedaan="De toegang is ingetrokken. De beheerders van de corporatie krijgen bericht.",
    ),
    "toegang_herstellen": Zaakhandeling(
        "Toegang herstellen",
        rondom_forms.ToelichtingForm,
        lambda zaak, form: tekortkoming.herstel_toegang(zaak, form.cleaned_data["toelichting"], form.nummer),
        uitleg="De toegang van de corporatie gaat weer open, tenzij een andere zaak die nog sluit.",
        knop="Herstel de toegang",
        icoon="lock-open",
        gedaan="De zaak is afgerond.",
    ),
}

RONDOM = HULP | BEVEILIGING | DOORGIFTE | CONTROLE | TEKORTKOMING
