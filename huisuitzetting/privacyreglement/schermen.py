"""The screens of the privacyreglement: requests of a betrokkene, breaches, requests of an authority."""

from collections.abc import Mapping, Sequence
from typing import Any

from convenant.poort.dossier import Dossier, Stuk
from convenant.tijd import vandaag
from convenant.web.zaakhandeling import Zaakformulier, Zaakhandeling

from . import feiten, inbreuken, verzoeken, wettelijk
from .forms import (
    AntwoordForm,
    DoorstuurForm,
    InbreukForm,
    MeldForm,
    PakketForm,
    RegisterForm,
    SluitForm,
    UitstelForm,
    VerbodVoorbijForm,
    VerstrekForm,
    VerzoekForm,
    WeigerForm,
    WettelijkForm,
)
from .kring import anderen


def _ontvangen_vandaag(dossier: Dossier | None) -> Mapping[str, Any]:
    return {"ontvangen": vandaag()}


def _alle_partijen(dossier: Dossier | None) -> Mapping[str, Any]:
    return {"partijen": [groep.pk for groep in anderen()]}


def _in_register(dossier: Dossier | None) -> Mapping[str, Any]:
    assert dossier is not None
    return inbreuken.vooraf(dossier)


def _reden(form: Zaakformulier) -> str:
    return str(form.cleaned_data["reden"])


def _behandelt(dossier: Dossier) -> bool:
    """A request that was passed on is for who got it."""
    return not any(stuk.eigen for stuk in _stukken(dossier, feiten.DOORGESTUURD))


def _stuurde_door(dossier: Dossier) -> bool:
    return not _behandelt(dossier)


def _eigen_inbreuk(dossier: Dossier) -> bool:
    return bool(_stukken(dossier, inbreuken.GEZIEN))


def _eigen_wettelijk(dossier: Dossier) -> bool:
    return bool(_stukken(dossier, feiten.WETTELIJK_VERZOEK))


def _mocht_niet(dossier: Dossier) -> bool:
    """It was forbidden to tell the others, and they were not told yet."""
    verzoek = dossier.laatste(feiten.WETTELIJK_VERZOEK)
    verboden = verzoek is not None and any(veld.naam == feiten.VERBOD for veld in verzoek.velden)
    return verboden and not _stukken(dossier, feiten.KENNISGEVING)


def _stukken(dossier: Dossier, gegevensset: str) -> Sequence[Stuk]:
    return [stuk for stuk in dossier.stukken if stuk.gelezen and stuk.gelezen.gegevensset == gegevensset]


VERZOEKEN = {
    "verzoek_vastleggen": Zaakhandeling(
        "Verzoek vastleggen",
        VerzoekForm,
        lambda zaak, form: verzoeken.leg_vast(form.verzoek, form.nummer),
        uitleg="Iemand wil zijn gegevens zien, verbeteren of laten wissen, of maakt bezwaar. Leg dat hier vast. U hebt een maand "
        "om te antwoorden. Alleen uw eigen partij ziet het verzoek.",
        knop="Leg het verzoek vast",
        icoon="file-text",
        gedaan="Het verzoek is vastgelegd. Hieronder staat wat er nu moet gebeuren, en wanneer.",
        vooraf=_ontvangen_vandaag,
        multipart=True,
    ),
    "verzoek_beantwoorden": Zaakhandeling(
        "Beantwoorden",
        AntwoordForm,
        lambda zaak, form: verzoeken.beantwoord(zaak, form.tekst, form.cleaned_data["gegevens"], form.nummer),
        uitleg="Gaat het verzoek over de verwerking van een andere partij? Beantwoord het dan niet, maar stuur het door.",
        knop="Beantwoord het verzoek",
        icoon="check",
        gevolg="Hiermee is het verzoek afgehandeld. Verstuur de brief daarna zelf, per post of beveiligde e-mail.",
        gedaan="Het antwoord is vastgelegd. Verstuur de brief nu zelf.",
        multipart=True,
        kan=_behandelt,
    ),
    "verzoek_doorsturen": Zaakhandeling(
        "Doorsturen",
        DoorstuurForm,
        lambda zaak, form: verzoeken.stuur_door(zaak, form.cleaned_data["partij"], form.nummer),
        uitleg="Die partij krijgt naam, adres, soort verzoek, datum en de kopie. Zij beantwoordt het verzoek. U ziet wanneer dat "
        "is gebeurd.",
        knop="Stuur het verzoek door",
        gevolg="Doorsturen kan niet terug. Daarna antwoordt de andere partij.",
        gedaan="Het verzoek is doorgestuurd. De andere partij krijgt bericht.",
        kan=_behandelt,
    ),
    "verzoek_uitstellen": Zaakhandeling(
        "Meer tijd nemen",
        UitstelForm,
        lambda zaak, form: verzoeken.stel_uit(zaak, _reden(form), form.nummer),
        uitleg="Lukt een maand niet? U kunt een keer twee maanden erbij nemen. Wie het vroeg, moet dat binnen de maand horen.",
        knop="Neem twee maanden meer",
        icoon="calendar-clock",
        gedaan="U hebt twee maanden meer. Stuur de brief hierover nu zelf.",
        kan=_behandelt,
    ),
    "pakket_leveren": Zaakhandeling(
        "Gegevens leveren",
        PakketForm,
        lambda zaak, form: verzoeken.lever_pakket(zaak, form.pakket, form.nummer),
        uitleg="Heeft de partij die antwoordt uw gegevens nodig? Lever ze hier. Behandelt u het verzoek zelf, dan hoeft dit niet.",
        knop="Lever de gegevens",
        gedaan="De andere partij heeft de gegevens.",
        multipart=True,
        kan=_stuurde_door,
    ),
}
INBREUKEN = {
    "inbreuk_vastleggen": Zaakhandeling(
        "Datalek melden",
        InbreukForm,
        lambda zaak, form: inbreuken.leg_vast(form.inbreuk, form.nummer),
        uitleg="Zijn gegevens kwijt, gestolen of bij de verkeerde terechtgekomen? Meld het meteen, ook als u twijfelt. De "
        "privacycoördinator van uw partij doet de rest.",
        knop="Meld het datalek",
        icoon="triangle-alert",
        gedaan="Het datalek is gemeld bij de privacycoördinator van uw partij.",
    ),
    "inbreuk_melden": Zaakhandeling(
        "Andere partijen laten weten",
        MeldForm,
        lambda zaak, form: inbreuken.meld(zaak, form.cleaned_data["partijen"], _reden(form), form.nummer),
        uitleg="De andere partijen krijgen de aard, de omvang, het moment en het soort gegevens. Dat moet binnen 24 uur nadat het "
        "datalek is ontdekt. De rest van uw register zien zij niet.",
        knop="Laat het hun weten",
        gedaan="De andere partijen weten van het datalek.",
        vooraf=_alle_partijen,
        kan=_eigen_inbreuk,
    ),
    "inbreukregister_bijwerken": Zaakhandeling(
        "Register bijwerken",
        RegisterForm,
        lambda zaak, form: inbreuken.werk_register_bij(
            zaak, form.ingevuld, form.nummer, form.cleaned_data["gezien"]
        ),
        uitleg="Dit is uw eigen register van datalekken (artikel 9.3). Andere partijen zien het niet. Weet u iets nog niet? Laat "
        "het leeg en vul het later aan.",
        knop="Bewaar in het register",
        icoon="clipboard-list",
        gedaan="Het register is bijgewerkt.",
        vooraf=_in_register,
        kan=_eigen_inbreuk,
    ),
    "inbreuk_sluiten": Zaakhandeling(
        "Datalek afsluiten",
        SluitForm,
        lambda zaak, form: inbreuken.sluit(zaak),
        uitleg="Dat kan als alle onderdelen van het register zijn ingevuld.",
        knop="Sluit het datalek af",
        icoon="check",
        gevolg="Daarna kunt u het register van dit datalek niet meer bijwerken.",
        gedaan="Het datalek is afgesloten.",
        sjabloon="huisuitzetting/inbreuk_sluiten.html",
        kan=_eigen_inbreuk,
    ),
}
WETTELIJK = {
    "wettelijk_verzoek_vastleggen": Zaakhandeling(
        "Wettelijk verzoek vastleggen",
        WettelijkForm,
        lambda zaak, form: wettelijk.leg_vast(form.verzoek, form.nummer),
        uitleg="Vraagt een instantie zoals de politie op grond van een wet om gegevens? Leg dat hier vast voordat u iets geeft.",
        knop="Leg het verzoek vast",
        icoon="scale",
        gedaan="Het verzoek is vastgelegd.",
        vooraf=_ontvangen_vandaag,
    ),
    "wettelijk_verstrekken": Zaakhandeling(
        "Verstrekken",
        VerstrekForm,
        lambda zaak, form: wettelijk.verstrek(
            zaak,
            form.cleaned_data["gegevens"],
            form.nummer,
            wet_gecontroleerd=form.cleaned_data["wet"],
            wie_gecontroleerd=form.cleaned_data["wie"],
        ),
        uitleg="Controleer eerst de wet en wie het vraagt.",
        knop="Leg de verstrekking vast",
        icoon="check",
        gevolg="Hiermee is het verzoek afgehandeld. Stuur de gegevens daarna zelf, op een beveiligde manier.",
        gedaan="De verstrekking is vastgelegd. Stuur de gegevens nu zelf.",
        kan=_eigen_wettelijk,
    ),
    "wettelijk_weigeren": Zaakhandeling(
        "Weigeren",
        WeigerForm,
        lambda zaak, form: wettelijk.weiger(zaak, _reden(form), form.nummer),
        uitleg="Zonder wet die u verplicht, verstrekt u niets aan een derde (artikel 6.1).",
        knop="Weiger het verzoek",
        icoon="x",
        gevolg="Hiermee is het verzoek afgehandeld.",
        gedaan="De weigering is vastgelegd. Laat het de instantie weten.",
        kan=_eigen_wettelijk,
    ),
    "wettelijk_verzoek_melden": Zaakhandeling(
        "Alsnog laten weten",
        VerbodVoorbijForm,
        lambda zaak, form: wettelijk.licht_anderen_in(
            zaak, form.nummer, verbod_voorbij=form.cleaned_data["voorbij"]
        ),
        uitleg="Mocht u de andere partijen eerst niets zeggen, en nu wel? Laat het hun dan meteen weten.",
        knop="Laat het hun weten",
        gedaan="De andere partijen weten van het verzoek.",
        kan=_mocht_niet,
    ),
}
PRIVACYREGLEMENT = VERZOEKEN | INBREUKEN | WETTELIJK
