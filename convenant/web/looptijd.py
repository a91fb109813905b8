"""The screens of begin and end: how the convenant stands, what one may do about it, and what was closed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import date as datum
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from convenant.beleid.beheer import INRICHTEN
from convenant.beleid.looptijd import BEEINDIGEN, OPZEGGEN, VERVALLEN
from convenant.looptijd import beeindigen, ongeldig, voorstellen
from convenant.looptijd import verslag as verslagen
from convenant.looptijd.beeindigen import EEN_DAG, Opzegging
from convenant.looptijd.stand import Stand, perioden_tot, stand
from convenant.poort import klokken
from convenant.poort.daad import mag
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, Ongeldig, pagina, pagina_van_handeling
from convenant.tijd import vandaag

from .bijlage import ZANDBAK
from .looptijd_forms import BeeindigForm
from .templatetags.woorden import artikel

TITELS = {
    OPZEGGEN: "Opzeggen",
    BEEINDIGEN: "Het convenant beëindigen",
    VERVALLEN: "Vastleggen dat het convenant is vervallen",
}
WAT = {
    OPZEGGEN: "Opzegging",
    BEEINDIGEN: "Besluit om te beëindigen",
    VERVALLEN: "Vervallen door een wet",
}
LAATSTE_PERIODEN = 3


@dataclass(frozen=True)
class Punt:
    """One moment of the timeline."""

    icoon: str
    wanneer: str
    titel: str
    tekst: str


@pagina()
@require_safe
def looptijd(request: Verzoek, convenant: str) -> HttpResponse:
    """The state in one sentence, what came before, and what this person may do. Shows nothing of a resident."""
    assert request.wie is not None
    nu_stand = stand(request.wie.convenant, vandaag())
    opzeggingen = beeindigen.overzicht()
    context = {
        "nav": "looptijd",
        "stand": nu_stand,
        "zin": zin(nu_stand),
        "eigen_einde": _eigen_einde(request),
        "tijdlijn": _tijdlijn(request, nu_stand),
        "klokken": klokken.van_het_convenant(),
        "opzeggingen": [(o, WAT[o.handeling], _te_keren(o)) for o in opzeggingen],
        "wijzen": [
            (w, TITELS[w.handeling], artikel(w.eis))
            for w in beeindigen.mogelijk()
            if not nu_stand.is_afgelopen
        ],
        "alleen_samen": not _iemand_zegt_op(request),
        "brieven": mag(OPZEGGEN) or mag(BEEINDIGEN) or mag(INRICHTEN),
        "voorstellen": voorstellen.overzicht(),
        "samen": () if nu_stand.is_afgelopen else voorstellen.te_beginnen(),
        "bepalingen": ongeldig.overzicht(),
        "mag_verklaren": ongeldig.mag_verklaren() and not nu_stand.is_afgelopen,
        "verslagen": verslagen.overzicht() if mag(INRICHTEN) else (),
    }
    return render(request, "looptijd/looptijd.html", context)


@pagina_van_handeling(verse_factor=True)
@require_http_methods(["GET", "HEAD", "POST"])
def vastleggen(request: Verzoek, convenant: str, handeling: str) -> HttpResponse:
    """Fill in, see the last day, agree to that day; another date in the form asks to agree again."""
    wijze = beeindigen.wijze_van(handeling)
    if wijze not in beeindigen.mogelijk():
        messages.warning(request, "Uw organisatie heeft dit al vastgelegd. U kunt het nog intrekken.")
        return redirect("looptijd", convenant)
    gestuurd = request.method == "POST"
    form = BeeindigForm(request.POST, request.FILES, wijze=wijze) if gestuurd else BeeindigForm(wijze=wijze)
    laatste_dag = None
    if gestuurd and form.is_valid():
        try:
            invoer = form.invoer()
            laatste_dag = beeindigen.werkt_op(invoer) - EEN_DAG
            if form.cleaned_data["bevestigd"] == laatste_dag:
                beeindigen.leg_vast(invoer)
                messages.success(request, f"Vastgelegd. De laatste dag is {datum(laatste_dag, 'j F Y')}.")
                return redirect("looptijd", convenant)
        except Ongeldig as fout:
            laatste_dag = None
            for naam, tekst in fout.fouten.items():
                form.add_error(_veld(form, naam), tekst)
    context = {
        "nav": "looptijd",
        "form": form,
        "wijze": wijze,
        "titel": TITELS[handeling],
        "laatste_dag": laatste_dag,
    }
    return render(request, "looptijd/vastleggen.html", context)


@pagina(OPZEGGEN, BEEINDIGEN, VERVALLEN)
@require_http_methods(["GET", "HEAD", "POST"])
def intrekken(request: Verzoek, convenant: str, beeindiging: UUID) -> HttpResponse:
    """Take it back, as long as it has not begun to work."""
    opzegging = beeindigen.geef(beeindiging)
    if not opzegging.van_ons or opzegging.stand != "loopt":
        raise NietGevonden
    if request.method == "POST":
        try:
            beeindigen.trek_in(beeindiging)
            messages.success(request, "Ingetrokken. De andere partijen krijgen bericht.")
        except Ongeldig as fout:
            messages.error(request, fout.fouten[""])
        return redirect("looptijd", convenant)
    context = {"nav": "looptijd", "opzegging": opzegging, "wat": WAT[opzegging.handeling]}
    return render(request, "looptijd/intrekken.html", context)


@pagina(OPZEGGEN, BEEINDIGEN, INRICHTEN)
@require_safe
def brief(request: Verzoek, convenant: str, beeindiging: UUID) -> HttpResponse:
    """The letter itself, for who may give notice or sets the convenant up."""
    bestand = beeindigen.lees_brief(beeindiging)
    response = HttpResponse(bestand.inhoud, content_type=bestand.soort)
    response["Content-Disposition"] = str(content_disposition_header(True, bestand.naam))
    response["Content-Security-Policy"] = ZANDBAK
    return response


@pagina(INRICHTEN)
@require_safe
def eindverslag(request: Verzoek, convenant: str, verslag: UUID) -> HttpResponse:
    """What the end of one participation closed, and what was still open."""
    context = {"nav": "looptijd", "verslag": verslagen.geef(verslag)}
    return render(request, "looptijd/eindverslag.html", context)


def zin(s: Stand) -> str:
    """How it stands, in one sentence."""
    if s.is_afgelopen and s.einde:
        return f"Het convenant is geëindigd. De laatste dag was {_op(s.einde - EEN_DAG)}."
    if s.ingang is None:
        return "Het convenant is nog niet van kracht. Nog niet alle partijen hebben getekend."
    if s.dag < s.ingang:
        return f"Het convenant is nog niet van kracht. Het gaat in op {_op(s.ingang)}."
    if s.einde:
        return f"Het convenant is van kracht tot en met {_op(s.einde - EEN_DAG)}. Daarna sluit de toegang."
    if s.periode and s.periode.tot:
        return (
            f"Het convenant is van kracht. Deze periode loopt tot en met {_op(s.periode.tot - EEN_DAG)}. Zegt niemand "
            "op, dan wordt het daarna vanzelf verlengd."
        )
    return "Het convenant is van kracht, zonder einddatum."


def _eigen_einde(request: Verzoek) -> str:
    """That the own party leaves or has left, while the convenant goes on."""
    assert request.wie is not None
    einde = request.wie.deelname.einde
    if einde is None:
        return ""
    if einde <= vandaag():
        return f"Uw organisatie doet niet meer mee. De laatste dag was {_op(einde - EEN_DAG)}."
    return f"Uw organisatie doet mee tot en met {_op(einde - EEN_DAG)}."


def _tijdlijn(request: Verzoek, s: Stand) -> list[Punt]:
    """The last periods, and what is still to come."""
    assert request.wie is not None
    punten = []
    if s.ingang:
        tekst = "De eerste dag." if s.ingang <= s.dag else "Dan wordt het de eerste dag."
        punten.append(Punt("flag", _op(s.ingang), "Het convenant gaat in", tekst))
    for periode in perioden_tot(request.wie.convenant, s.dag)[1:][-LAATSTE_PERIODEN:]:
        tot = f"Tot en met {_op(periode.tot - EEN_DAG)}." if periode.tot else ""
        punten.append(Punt("repeat", _op(periode.van), "Stilzwijgend verlengd", tot))
    if s.opzeggen_voor:
        tekst = "Een opzegging die uiterlijk dan is ontvangen, werkt nog voor het einde van deze periode."
        if s.opzeggen_voor < s.dag:
            tekst = "Deze dag is voorbij. Wie nu opzegt, doet nog een deel van de volgende periode mee."
        punten.append(
            Punt("mail", _op(s.opzeggen_voor), "Laatste dag om voor deze periode op te zeggen", tekst)
        )
    if s.einde:
        punten.append(
            Punt(
                "flag-off",
                _op(s.einde - EEN_DAG),
                "Laatste dag van het convenant",
                "Daarna sluit de toegang.",
            )
        )
    elif s.periode and s.periode.tot:
        punten.append(Punt("calendar", _op(s.periode.tot - EEN_DAG), "Laatste dag van deze periode", ""))
    return punten


def _te_keren(opzegging: Opzegging) -> bool:
    return opzegging.van_ons and opzegging.stand == "loopt" and mag(opzegging.handeling)


def _iemand_zegt_op(request: Verzoek) -> bool:
    """Whether the text lets a party end anything by itself; in Haarlem only all together may (HAA-9.3)."""
    assert request.wie is not None
    in_een_zaak = {overgang.handeling for overgang in request.wie.beleid.overgangen}
    return any(
        ({OPZEGGEN, BEEINDIGEN} - in_een_zaak) & set(rij.handelingen)
        for rij in request.wie.beleid.bevoegdheden
    )


def _veld(form: BeeindigForm, naam: str) -> str | None:
    """The field an error belongs to; of a law the day is asked in another way."""
    if naam == "laatste_dag" and "vanaf" in form.fields:
        return "vanaf"
    return naam if naam in form.fields else None


def _op(dag: date) -> str:
    return datum(dag, "j F Y")
