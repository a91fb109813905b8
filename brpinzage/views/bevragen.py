"""Looking in the live BRP at the address of a case: the question keeps its own transactions, the answer is a page of its own."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from brpinzage import bevragen
from brpinzage.brp_forms import BrpForm
from convenant.poort.grens import Verzoek, stuk
from convenant.poort.handeling import KoppelingMislukt, NietGevonden, Ongeldig, pagina
from convenant.web.templatetags.woorden import artikel

NAV = "zaken"


@pagina(bevragen.HANDELING, eigen_transacties=True, verse_factor=True)
def vraag(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """The addresses of the case and the button. What goes wrong with the BRP is said here, in one sentence."""
    fout = ""
    if request.method == "POST":
        try:
            return redirect("brp_antwoord", convenant, zaak, _bevraag(request, zaak))
        except KoppelingMislukt as mislukt:
            fout = mislukt.zin
        except Ongeldig as ongeldig:
            fout = ongeldig.fouten[""]
    with stuk():
        adressen = bevragen.toets_bevragen(zaak)
        context = {
            "nav": NAV,
            "zaak": zaak,
            "adressen": adressen,
            "antwoorden": bevragen.antwoorden(zaak),
            "kenmerk": uuid4(),
            "fout": fout,
        }
        return render(request, "brpinzage/brp_vraag.html", context)


def _bevraag(request: Verzoek, zaak: int) -> UUID:
    form = BrpForm(request.POST)
    if not form.is_valid():
        raise NietGevonden
    with stuk():
        adressen = {adres.sleutel: adres for adres in bevragen.toets_bevragen(zaak)}
    adres = adressen.get(form.cleaned_data["adres"])
    if adres is None:
        raise NietGevonden
    return bevragen.bevraag_adres(zaak, adres, form.cleaned_data["kenmerk"])


@pagina(bevragen.HANDELING)
@require_safe
def antwoord(request: Verzoek, convenant: str, zaak: int, ontvangst: UUID) -> HttpResponse:
    """The own copy: who is registered there and what the municipality must know of it. Every look is logged."""
    gevonden = bevragen.antwoord(zaak, ontvangst)
    beleid = request.wie.beleid if request.wie else None
    assert beleid is not None
    waarom = {
        "doel": beleid.doel(gevonden.gelezen.doel).uitleg,
        "grondslag": beleid.grondslag(gevonden.gelezen.grondslag).tekst,
        "artikel": artikel(gevonden.gelezen.eis),
        "rol": "Burgerzaken van de gemeente.",
        "redenen": [(tekst, artikel(eis)) for tekst, eis in gevonden.gelezen.redenen],
    }
    context = {"nav": NAV, "zaak": zaak, "antwoord": gevonden, "waarom": waarom}
    return render(request, "brpinzage/brp_antwoord.html", context)
