"""The screens of what the parties decide together: propose, read, sign, set down, refuse; and of a clause found invalid."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from convenant.beleid.looptijd import Samen
from convenant.beleid.woorden import in_woorden
from convenant.looptijd import ongeldig as bepalingen
from convenant.looptijd import voorstellen as samen
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina, pagina_van_handeling

from .bijlage import ZANDBAK
from .formulieren import fouten_in
from .voorstellen_forms import OngeldigForm, TekenForm, VoorstelForm, WeigerForm
from .zaakhandeling import Zaakformulier

NAV = "looptijd"
BLIJFT = "Dit blijft staan. U kunt het niet terugdraaien."


@dataclass(frozen=True)
class Scherm:
    """One verb on a proposal: what it is called, what follows from it, and what is said when it is done."""

    titel: str
    formulier: type[Zaakformulier]
    gevolg: str
    gedaan: str
    knop: str
    doe: Callable[[UUID, Zaakformulier], None]
    variant: str = "primary"


def _teken(voorstel: UUID, form: Zaakformulier) -> None:
    assert isinstance(form, TekenForm)
    samen.teken(voorstel, form.handtekening)


def _weiger(voorstel: UUID, form: Zaakformulier) -> None:
    samen.weiger(voorstel, form.cleaned_data["reden"])


def _besluit(voorstel: UUID, form: Zaakformulier) -> None:
    samen.besluit(voorstel)


def _scherm(weg: Samen, handeling: str) -> Scherm:
    if handeling == weg.instemmen:
        return Scherm(
            "Vastleggen dat uw organisatie instemt",
            TekenForm,
            f"De andere partijen lezen wie er heeft getekend. {BLIJFT}",
            "Vastgelegd: uw organisatie stemt in.",
            "Vastleggen",
            _teken,
        )
    if handeling == weg.weigeren:
        return Scherm(
            "Niet instemmen",
            WeigerForm,
            f"Het voorstel gaat dan niet door. {BLIJFT}",
            "Vastgelegd. Het voorstel gaat niet door.",
            "Voorstel weigeren",
            _weiger,
            "negative",
        )
    einde = "Na de laatste dag wisselt niemand meer gegevens uit onder dit convenant, en sluit de toegang. "
    return Scherm(
        "Het einde vaststellen" if weg.eindigt else "De wijziging vaststellen",
        Zaakformulier,
        f"{einde if weg.eindigt else ''}{BLIJFT}",
        "Vastgesteld. De andere partijen krijgen bericht.",
        "Vaststellen",
        _besluit,
        "negative" if weg.eindigt else "primary",
    )


@pagina_van_handeling(verse_factor=True)
@require_http_methods(["GET", "HEAD", "POST"])
def voorstellen(request: Verzoek, convenant: str, handeling: str) -> HttpResponse:
    """Propose, in writing, to change or to end the convenant."""
    weg = samen.weg_van(handeling)
    ongeldige = list(bepalingen.nu_ongeldig())
    if request.method == "POST":
        form = VoorstelForm(request.POST, request.FILES, weg=weg, ongeldig=ongeldige)
    else:
        form = VoorstelForm(weg=weg, ongeldig=ongeldige)
    if request.method == "POST" and form.is_valid():
        with fouten_in(form):
            voorstel = samen.stel_voor(handeling, form.invoer, form.nummer)
            messages.success(request, "Het voorstel staat klaar. De andere partijen krijgen bericht.")
            return redirect("looptijd_voorstel", convenant, voorstel)
    return render(request, "looptijd/voorstellen.html", {"nav": NAV, "form": form, "weg": weg})


@pagina()
@require_safe
def voorstel(request: Verzoek, convenant: str, voorstel: UUID) -> HttpResponse:
    """One proposal: what, why, who signed, and what this person may do with it."""
    kaart = samen.geef(voorstel)
    knoppen = [(verb, _scherm(kaart.weg, verb)) for verb in kaart.kan]
    return render(request, "looptijd/voorstel.html", {"nav": NAV, "voorstel": kaart, "knoppen": knoppen})


@pagina_van_handeling(verse_factor=True)
@require_http_methods(["GET", "HEAD", "POST"])
def beslissen(request: Verzoek, convenant: str, voorstel: UUID, handeling: str) -> HttpResponse:
    """Agree, refuse or set down."""
    kaart = samen.geef(voorstel)
    weg = samen.weg_van(handeling)
    scherm = _scherm(kaart.weg, handeling)
    if (
        weg != kaart.weg
        or handeling == weg.voorstellen
        or request.method != "POST"
        and handeling not in kaart.kan
    ):
        messages.warning(request, "Dit kan nu niet (meer). Hieronder leest u hoe het ervoor staat.")
        return redirect("looptijd_voorstel", convenant, voorstel)
    post = request.method == "POST"
    form = scherm.formulier(request.POST, request.FILES) if post else scherm.formulier()
    if post and form.is_valid():
        with fouten_in(form):
            scherm.doe(voorstel, form)
            messages.success(request, scherm.gedaan)
            return redirect("looptijd_voorstel", convenant, voorstel)
    context = {"nav": NAV, "form": form, "voorstel": kaart, "scherm": scherm}
    return render(request, "looptijd/beslissen.html", context)


@pagina()
@require_safe
def stuk(request: Verzoek, convenant: str, stuk: UUID) -> HttpResponse:
    """A document: for who decides on it, and once it is set down for everyone who works here."""
    bestand = samen.lees_stuk(stuk)
    response = HttpResponse(bestand.inhoud, content_type=bestand.soort)
    response["Content-Disposition"] = str(content_disposition_header(True, bestand.naam))
    response["Content-Security-Policy"] = ZANDBAK
    return response


@pagina(bepalingen.VERKLAREN, verse_factor=True)
@require_http_methods(["GET", "HEAD", "POST"])
def ongeldig(request: Verzoek, convenant: str) -> HttpResponse:
    """Say which clause is invalid, see what stops, agree to that."""
    assert request.wie is not None
    beleid = request.wie.beleid
    eisen = [eis for eis in bepalingen.kiesbaar(beleid) if eis not in bepalingen.nu_ongeldig()]
    form = OngeldigForm(request.POST or None, eisen=eisen)
    stopt: list[str] = []
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        stopt = [in_woorden(verb) for verb in bepalingen.geraakt(beleid, velden["eis"])]
        if velden["bevestigd"] == velden["eis"]:
            with fouten_in(form):
                bepalingen.verklaar(velden["eis"], velden["vanaf"], velden["reden"])
                messages.success(request, "Vastgelegd. Wie een wijziging kan voorstellen, krijgt bericht.")
                return redirect("looptijd", convenant)
    context = {"nav": NAV, "form": form, "stopt": stopt, "gezien": bool(stopt) and not form.errors}
    return render(request, "looptijd/ongeldig.html", context)
