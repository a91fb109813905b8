"""Cases on screen: the work list, search, one case, and the form of each verb on it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.apps import apps
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from convenant.beleid.taal import INZIEN, Beleid
from convenant.poort import dossier as dossiers
from convenant.poort import werklijst
from convenant.poort.dossier import Dossier, Stuk
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig, pagina, pagina_van_handeling
from convenant.poort.intrekken import bevestig
from convenant.poort.werklijst import AAN_ZET, GESLOTEN, OPEN, VAN_MIJ, VAN_NIEMAND, WACHT, Lijst

from .formulieren import Formulier
from .templatetags.woorden import artikel
from .zaakhandeling import Zaakhandeling, beginners, handelingen_van

STANDEN = ((AAN_ZET, "Aan ons"), (WACHT, "Bij een ander"), (OPEN, "Alles wat loopt"), (GESLOTEN, "Afgerond"))


class LijstForm(Formulier):
    """Which part of the work list; nothing in it is about a person, so it stands in the address."""

    show_optional = False
    stand = forms.ChoiceField(choices=STANDEN, required=False)
    van = forms.ChoiceField(
        label="Van wie",
        choices=(("", "Iedereen"), (VAN_MIJ, "Mij"), (VAN_NIEMAND, "Nog van niemand")),
        required=False,
    )
    na = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)


class ZoekForm(Formulier):
    """A case number, an own reference, or an address; sent, not put in the address: it may be about a person."""

    show_optional = False
    tekst = forms.CharField(
        label="Zoek een zaak",
        max_length=100,
        help_text="Zaaknummer, eigen kenmerk, of postcode en huisnummer.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class KenmerkForm(Formulier):
    show_optional = False
    kenmerk = forms.CharField(
        label="Ons kenmerk",
        max_length=40,
        required=False,
        help_text="Alleen uw eigen groep ziet dit.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class BehandelaarForm(Formulier):
    show_optional = False
    behandelaar = forms.TypedChoiceField(
        label="Behandelaar", required=False, coerce=int, empty_value=None, choices=()
    )

    def __init__(self, *args: Any, collegas: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["behandelaar"].choices = [("", "Nog van niemand"), *collegas.items()]  # type: ignore[attr-defined]


@pagina(INZIEN)
@require_safe
def lijst(request: Verzoek, convenant: str) -> HttpResponse:
    """Own cases, one page at a time."""
    form = LijstForm(request.GET)
    gekozen = form.cleaned_data if form.is_valid() else {}
    stand, van = gekozen.get("stand") or AAN_ZET, gekozen.get("van") or ""
    regels = werklijst.werklijst(Lijst(stand, van, gekozen.get("na"), werklijst.PER_PAGINA + 1))
    meer = len(regels) > werklijst.PER_PAGINA
    regels = regels[: werklijst.PER_PAGINA]
    context = _lijstcontext(request) | {
        "regels": regels,
        "stand": stand,
        "van": van,
        "form": LijstForm(initial={"stand": stand, "van": van}),
        "tabbladen": _tabbladen(),
        "next": _vraag(stand=stand, van=van, na=regels[-1].zaak_id) if meer else "",
        "previous": _vraag(stand=stand, van=van) if gekozen.get("na") else "",
    }
    return render(request, "web/zaken.html", context)


@pagina(INZIEN)
@require_POST
def zoek(request: Verzoek, convenant: str) -> HttpResponse:
    """What was typed, found in the own cases; what is another's is not found."""
    assert request.wie is not None
    form = ZoekForm(request.POST)
    context = _lijstcontext(request) | {"zoekform": form, "form": form, "gezocht": True, "regels": []}
    if form.is_valid():
        tekst = form.cleaned_data["tekst"]
        context["regels"] = werklijst.zoek(tekst, _zoeksleutel(request.wie.beleid.code, tekst))
    return render(request, "web/zaken.html", context)


def _zoeksleutel(beleid_code: str, tekst: str) -> str:
    """How the app that keeps addresses finds a copy by this one: `zoeksleutel` of its AppConfig."""
    sleutels = (
        config.zoeksleutel(beleid_code, tekst)
        for config in apps.get_app_configs()
        if hasattr(config, "zoeksleutel")
    )
    return next((sleutel for sleutel in sleutels if sleutel), "")


def _lijstcontext(request: Verzoek) -> dict[str, Any]:
    assert request.wie is not None
    return {"nav": "zaken", "zoekform": ZoekForm(), "beginners": beginners(request.wie)}


def _tabbladen() -> list[tuple[str, str, str, str]]:
    """Each with its number and the list that is as long: of everyone, whoever was chosen before."""
    aantal = werklijst.aantallen()
    return [(stand, titel, _vraag(stand=stand), aantal[stand]) for stand, titel in STANDEN]


def _vraag(**delen: object) -> str:
    return "?" + urlencode({naam: waarde for naam, waarde in delen.items() if waarde})


@pagina(INZIEN)
@require_safe
def zaak(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """One case: what the own group holds of it, what happened, and whose move it is."""
    return render(request, "web/zaak.html", _zaakcontext(request, dossiers.lees_zaak(zaak)))


def _zaakcontext(request: Verzoek, gelezen: Dossier, **anders: Any) -> dict[str, Any]:
    assert request.wie is not None
    tabel = handelingen_van(request.wie)
    vrij = {o.handeling for o in request.wie.beleid.overgangen if o.van == gelezen.stap and o.vrij}
    knoppen = [
        (tabel[naam], _adres_van(request.wie.convenant.code, gelezen.id, naam, tabel[naam]), naam in vrij)
        for naam in gelezen.handelingen
        if naam in tabel
    ]
    return {
        "nav": "zaken",
        "dossier": gelezen,
        "stukken": [(stuk, _uitleg(request.wie.beleid, stuk)) for stuk in reversed(gelezen.stukken)],
        "knoppen": sorted(knoppen, key=lambda knop: knop[2]),
        "kenmerkform": KenmerkForm(initial={"kenmerk": gelezen.kenmerk}),
        "behandelaarform": BehandelaarForm(
            collegas=gelezen.collegas, initial={"behandelaar": gelezen.behandelaar}
        ),
    } | anders


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
def behandelaar(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """Assign, take over or hand back."""
    form = BehandelaarForm(request.POST, collegas=werklijst.collegas())
    try:
        if not form.is_valid():
            raise Ongeldig({"behandelaar": "Deze collega werkt hier niet meer. Kies iemand uit de lijst."})
        naam = dossiers.wijs_toe(zaak, form.cleaned_data["behandelaar"])
    except Ongeldig as fout:
        for veld, zin in fout.fouten.items():
            form.add_error(veld, zin)
        context = _zaakcontext(request, dossiers.lees_zaak(zaak), behandelaarform=form, form=form)
        return render(request, "web/zaak.html", context)
    messages.success(
        request, f"De behandelaar is nu {naam}." if naam else "De zaak is weer van de hele groep."
    )
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
    return _formulier(request, gekozen, None, vooraf)


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
    return _formulier(request, gekozen, gelezen)


def _formulier(
    request: Verzoek,
    handeling: Zaakhandeling,
    gelezen: Dossier | None,
    vooraf: Mapping[str, Any] | None = None,
) -> HttpResponse:
    assert request.wie is not None
    assert handeling.doe is not None
    if request.method != "POST":
        ingevuld = vooraf or (handeling.vooraf(gelezen) if handeling.vooraf else {})
        return _toon(
            request, handeling, handeling.formulier(dossier=gelezen, initial=dict(ingevuld)), gelezen
        )
    form = handeling.formulier(request.POST, request.FILES or None, dossier=gelezen)
    if not form.is_valid():
        return _toon(request, handeling, form, gelezen)
    try:
        zaak_id = handeling.doe(gelezen.id if gelezen else None, form)
    except Ongeldig as fout:
        for veld, zin in fout.fouten.items():
            form.add_error(veld if veld in form.fields else None, zin)
    except Geweigerd as weigering:
        for reden in weigering.redenen:
            form.add_error(None, f"{reden.tekst} ({artikel(reden.eis)})" if reden.eis else reden.tekst)
    else:
        messages.success(request, handeling.gedaan or f"Gelukt: {handeling.titel.lower()}.")
        return redirect("zaak", request.wie.convenant.code, zaak_id)
    return _toon(request, handeling, form, gelezen)


def _toon(request: Verzoek, handeling: Zaakhandeling, form: Any, gelezen: Dossier | None) -> HttpResponse:
    return render(
        request,
        handeling.sjabloon,
        {"nav": "zaken", "handeling": handeling, "form": form, "dossier": gelezen},
    )
