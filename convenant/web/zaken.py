"""A case on screen, and the form of each verb on it. The list stands in werklijst.py."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from convenant.beleid.taal import INZIEN, Beleid
from convenant.poort import dossier as dossiers
from convenant.poort import poort
from convenant.poort.dossier import Dossier, Stuk
from convenant.poort.grens import Verzoek, beurt
from convenant.poort.handeling import NietGevonden, pagina, pagina_van_handeling
from convenant.poort.intrekken import bevestig

from .formulieren import Formulier, fouten_in
from .klokken import klokken
from .templatetags.woorden import artikel
from .toewijzen import BehandelaarForm
from .vormform import VormForm, vormform_van
from .weg import weg
from .zaakhandeling import Zaakhandeling, beginners, handelingen_van, papieren_van


class KenmerkForm(Formulier):
    show_optional = False
    kenmerk = forms.CharField(
        label="Ons kenmerk",
        max_length=40,
        required=False,
        help_text="Alleen uw eigen groep ziet dit.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


@pagina(INZIEN)
@require_safe
def zaak(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """One case: what the own group holds of it, what happened, and whose move it is."""
    return render(request, "web/zaak.html", _zaakcontext(request, dossiers.lees_zaak(zaak)))


def _zaakcontext(request: Verzoek, gelezen: Dossier, **anders: Any) -> dict[str, Any]:
    assert request.wie is not None
    knoppen: list[tuple[Zaakhandeling, str]] = []
    meer: list[tuple[Zaakhandeling, str]] = []
    met_scherm = _met_scherm(handelingen_van(request.wie), gelezen)
    eigen = {naam: rij for naam, rij in met_scherm.items() if rij.kan is None or rij.kan(gelezen)}
    gedaan = {daad.handeling for daad in gelezen.spoor}
    for naam, handeling in eigen.items():
        if handeling.past_na(gedaan):
            knop = (handeling, _adres_van(request.wie.convenant.code, gelezen.id, naam, handeling))
            (knoppen if naam in gelezen.verder else meer).append(knop)
    return {
        "nav": "zaken",
        "dossier": gelezen,
        "klokken": klokken(request.wie.beleid, gelezen.klokken),
        "stukken": [(stuk, _uitleg(request.wie.beleid, stuk)) for stuk in reversed(gelezen.stukken)],
        "weg": weg(request.wie.beleid, gelezen),
        "knoppen": knoppen,
        # What leads on from here is for somebody of the same functie at another party.
        "van_ander": not gelezen.verder.isdisjoint(met_scherm) and gelezen.verder.isdisjoint(eigen),
        "meer": meer,
        "papieren": papieren_van(request.wie, gelezen),
        "kenmerkform": KenmerkForm(initial={"kenmerk": gelezen.kenmerk}),
        "behandelaarform": BehandelaarForm(
            collegas=gelezen.collegas,
            initial={"behandelaar": gelezen.behandelaar, "was": gelezen.behandelaar},
        ),
        "ik": request.wie.medewerker.pk,
    } | anders


def _met_scherm(tabel: Mapping[str, Zaakhandeling], gelezen: Dossier) -> dict[str, Zaakhandeling]:
    """The verbs that a button can lead to: those of the step, those that hang on none while the case runs, and after its end what is left
    to do about what was done."""
    gedaan = {daad.handeling for daad in gelezen.spoor}
    gevonden = {naam: tabel[naam] for naam in gelezen.handelingen if naam in tabel}
    for naam, handeling in tabel.items():
        if gelezen.verder and handeling.los and poort.mag(naam):
            gevonden.setdefault(naam, handeling)
        elif not gelezen.verder and handeling.na_einde and naam in gedaan and poort.mag(naam):
            gevonden[naam] = replace(handeling, titel=handeling.na_einde)
    return gevonden


def _uitleg(beleid: Beleid, stuk: Stuk) -> dict[str, Any]:
    """Why the own group may see this copy, for `{% waarom %}`."""
    kopie = stuk.gelezen
    if kopie is None:
        return {}
    return {
        "doel": beleid.doel(kopie.doel).uitleg if kopie.doel else "",
        "grondslag": beleid.grondslag(kopie.grondslag).tekst if kopie.grondslag else "",
        "artikel": artikel(kopie.eis),
        "redenen": [(tekst, artikel(eis)) for tekst, eis in kopie.redenen],
    }


def _adres_van(convenant: str, zaak_id: int, naam: str, handeling: Zaakhandeling) -> str:
    if handeling.adres:
        return reverse(handeling.adres, args=[convenant, zaak_id])
    return reverse("zaakhandeling", args=[convenant, zaak_id, naam])


@pagina(INZIEN)
@require_POST
def kenmerk(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """The own reference of the group."""
    form = KenmerkForm(request.POST)
    if not form.is_valid():
        return render(
            request,
            "web/zaak.html",
            _zaakcontext(request, dossiers.lees_zaak(zaak), kenmerkform=form, form=form),
        )
    dossiers.geef_kenmerk(zaak, form.cleaned_data["kenmerk"])
    messages.success(request, "Uw kenmerk is opgeslagen.")
    return redirect("zaak", convenant, zaak)


@pagina(INZIEN)
@require_POST
def bevestigen(request: Verzoek, convenant: str, zaak: int, ontvangst: UUID) -> HttpResponse:
    """The receiver has seen that a copy was withdrawn."""
    bevestig(ontvangst)
    messages.success(request, "U hebt bevestigd dat u de intrekking hebt gezien.")
    return redirect("zaak", convenant, zaak)


@pagina_van_handeling()
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(
    request: Verzoek, convenant: str, handeling: str, vooraf: Mapping[str, Any] | None = None
) -> HttpResponse:
    """The form of a verb that opens a case; `vooraf` is what another page had typed in already."""
    assert request.wie is not None
    gekozen = dict(beginners(request.wie)).get(handeling)
    if gekozen is None:
        raise NietGevonden
    dossiers.toets_handeling(handeling)
    return _formulier(request, handeling, gekozen, None, vooraf)


@pagina_van_handeling()
@require_http_methods(["GET", "HEAD", "POST"])
def handel(request: Verzoek, convenant: str, zaak: int, handeling: str) -> HttpResponse:
    """The form of a verb on a case. A verb that does not fit the step any more leads back with the reason."""
    assert request.wie is not None
    gekozen = handelingen_van(request.wie).get(handeling)
    if gekozen is None or gekozen.doe is None:
        raise NietGevonden
    dossiers.toets_handeling(handeling)
    gelezen = dossiers.lees_zaak(zaak)
    if request.method != "POST" and handeling not in gelezen.handelingen:
        messages.warning(request, "Dat kan niet meer: de zaak is intussen in een andere stap.")
        return redirect("zaak", convenant, zaak)
    return _formulier(request, handeling, gekozen, gelezen)


def _formulier(
    request: Verzoek,
    naam: str,
    handeling: Zaakhandeling,
    gelezen: Dossier | None,
    vooraf: Mapping[str, Any] | None = None,
) -> HttpResponse:
    assert request.wie is not None
    assert handeling.doe is not None
    vormform = vormform_van(request.wie, naam, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        ingevuld = vooraf or (handeling.vooraf(gelezen) if handeling.vooraf else {})
        form = handeling.formulier(dossier=gelezen, initial=dict(ingevuld))
        return _toon(request, handeling, form, gelezen, vormform)
    form = handeling.formulier(request.POST, request.FILES or None, dossier=gelezen)
    vorm_klopt = vormform is None or vormform.is_valid()
    if form.is_valid() and vorm_klopt:
        with fouten_in(form):
            beurt().al_gegeven = vormform.al_gegeven if vormform else None
            zaak_id = handeling.doe(gelezen.id if gelezen else None, form)
            messages.success(request, handeling.gedaan or f"Gelukt: {handeling.titel.lower()}.")
            return redirect("zaak", request.wie.convenant.code, zaak_id)
    return _toon(request, handeling, form, gelezen, vormform)


def _toon(
    request: Verzoek, handeling: Zaakhandeling, form: Any, gelezen: Dossier | None, vormform: VormForm | None
) -> HttpResponse:
    context = {"nav": "zaken", "handeling": handeling, "form": form, "dossier": gelezen, "vormform": vormform}
    return render(request, handeling.sjabloon, context)
