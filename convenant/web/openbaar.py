"""The public page of a convenant: what it is for, who takes part, which data go where, and one's rights."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from convenant.looptijd import openbaar as inhoud
from convenant.poort.handeling import open_pagina

from .frame import Huisstijl
from .looptijd import zin

RECHTEN = (
    ("Weten", "U hoort welke gegevens van u zijn gebruikt, waarvoor, en wie ze kreeg.", "AVG 13 en 14"),
    ("Inzien", "U vraagt welke gegevens een organisatie van u heeft. U krijgt er een kopie van.", "AVG 15"),
    ("Verbeteren", "Klopt er iets niet? Dan vraagt u om het te verbeteren of aan te vullen.", "AVG 16"),
    (
        "Wissen",
        "U vraagt om gegevens te wissen die niet meer nodig zijn, of die er niet hadden mogen zijn.",
        "AVG 17",
    ),
    ("Beperken", "U vraagt om uw gegevens even niet te gebruiken, zolang iets wordt uitgezocht.", "AVG 18"),
    (
        "Bericht aan anderen",
        "Wordt er iets verbeterd of gewist? Dan hoort iedereen het die de gegevens kreeg.",
        "AVG 19",
    ),
    ("Meenemen", "Gaf u de gegevens zelf, met toestemming? Dan kunt u ze in een bestand krijgen.", "AVG 20"),
    ("Bezwaar maken", "U zegt waarom de organisatie uw gegevens in uw geval niet mag gebruiken.", "AVG 21"),
    ("Een mens beslist", "Over u beslist altijd een mens, nooit alleen een computer.", "AVG 22"),
)


@open_pagina("de tekst van een convenant en de organisaties die meedoen; er staat niets over een mens in")
@require_safe
def openbaar(request: HttpRequest, convenant: str) -> HttpResponse:
    """For anyone, signed in or not."""
    pagina = inhoud.geef(convenant)
    context = {
        "p": pagina,
        "zin": zin(pagina.stand),
        "rechten": RECHTEN,
        "huisstijl": Huisstijl(pagina.gemeente, pagina.huisstijl),
    }
    return render(request, "looptijd/openbaar.html", context)
