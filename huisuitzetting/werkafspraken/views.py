"""The contact list for everybody who works under the convenant, and keeping it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from convenant.beleid.taal import INZIEN
from convenant.poort import poort
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, pagina
from convenant.tijd import vandaag
from convenant.web import zaken
from convenant.web.formulieren import fouten_in

from . import contactlijst
from .forms import LijstForm


@pagina(INZIEN)
@require_safe
def lijst(request: Verzoek, convenant: str, kopie: UUID | None = None) -> HttpResponse:
    """The list of today or an older one, and the dates of all there were."""
    gekozen, dag = contactlijst.lees(kopie), vandaag()
    contacten = gekozen.contacten if gekozen else ()
    eigen = {post.functie for post in contactlijst.posten(eigen=True)}
    mag_doorgeven = poort.mag(contactlijst.AANLEVEREN)
    regels = [
        (plaats, contact, not contact.geldt(dag), mag_doorgeven and contact.functie in eigen)
        for plaats, contact in enumerate(contacten)
    ]
    context = {
        "nav": "contactlijst",
        "versie": gekozen,
        "regels": regels,
        "versies": contactlijst.versies(),
        "ontbreekt": contactlijst.te_noemen(contacten),
        "mag_doorgeven": mag_doorgeven,
        "mag_verspreiden": poort.mag(contactlijst.VERSPREIDEN),
        "toon_wijzigen": mag_doorgeven and gekozen is not None and gekozen.huidig,
    }
    return render(request, "huisuitzetting/contactlijst.html", context)


@pagina(contactlijst.AANLEVEREN)
@require_http_methods(["GET", "HEAD", "POST"])
def wijzigen(request: Verzoek, convenant: str, plaats: int) -> HttpResponse:
    """The form of a change, with what the list says now of a person of the own party."""
    huidig = contactlijst.lees()
    eigen = {post.functie for post in contactlijst.posten(eigen=True)}
    if huidig is None or plaats >= len(huidig.contacten) or huidig.contacten[plaats].functie not in eigen:
        raise NietGevonden
    return zaken.nieuw(request, convenant, contactlijst.AANLEVEREN, vars(huidig.contacten[plaats]))


@pagina(contactlijst.VERSPREIDEN)
@require_http_methods(["GET", "HEAD", "POST"])
def verspreiden(request: Verzoek, convenant: str) -> HttpResponse:
    """Who keeps the list puts somebody in it; everybody gets the new one."""
    form = LijstForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with fouten_in(form):
            contactlijst.verspreid(form.contact, form.vervangen, form.nummer)
            messages.success(request, "De nieuwe contactlijst is verspreid.")
            return redirect("contactlijst", convenant)
    return render(request, "huisuitzetting/contactpersoon.html", {"nav": "contactlijst", "form": form})
