"""Pages that exist only for the tests: every building block once, with invented people and places.

`ROOT_URLCONF = "tests.web.voorbeeld"` serves them."""

from pathlib import Path

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template import engines
from django.urls import include, path

from convenant.web.formulieren import Datumveld, Formulier
from convenant.web.frame import FramedRequest, Huisstijl, MenuItem, Workplace

FOLDER = Path(__file__).parent / "paginas"
WORKPLACE = Workplace(
    person="Karin de Vries",
    functie="Medewerker verhuur",
    partij="Woonstichting De Linde",
    convenant="Gegevens bij verhuur, gemeente Veenhoven",
    switch_url="/",
)
MENU = [
    MenuItem("begin", "layout-dashboard", "Begin", "/"),
    MenuItem("raadplegen", "search", "Adres raadplegen", "/raadplegen/"),
    MenuItem("werklijst", "folder-open", "Werklijst", "/onderdelen/", count=48),
    MenuItem("logboek", "shield-check", "Logboek", "/resultaat/"),
]


class AlleVelden(Formulier):
    """One field of every kind."""

    adres = forms.CharField(max_length=80, help_text="Straat en huisnummer, bijvoorbeeld Lindelaan 12.")
    datum = Datumveld(label="Datum waarop u de identiteit hebt vastgesteld")
    doel = forms.ChoiceField(
        label="Waarvoor hebt u de gegevens nodig?",
        choices=[("", "Maak een keuze"), ("a", "Woonfraude onderzoeken"), ("b", "Ontruiming voorbereiden")],
    )
    document = forms.ChoiceField(
        label="Welk document hebt u gezien?",
        widget=forms.RadioSelect,
        choices=[("paspoort", "Paspoort"), ("id", "Identiteitskaart"), ("rijbewijs", "Rijbewijs")],
        help_text="Noteer geen nummer en maak geen kopie.",
    )
    informeren = forms.MultipleChoiceField(
        label="Wie krijgt bericht?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("a", "Team Wonen"), ("b", "Wijkteam Zuid")],
    )
    toelichting = forms.CharField(label="Waarom is dit nodig?", widget=forms.Textarea(attrs={"rows": 4}))
    bijlage = forms.FileField(required=False, help_text="Een pdf, jpg of png van maximaal 10 MB.")
    aantal = forms.IntegerField(label="Aantal personen", required=False)
    akkoord = forms.BooleanField(label="Ik heb dit gecontroleerd")


class Filter(Formulier):
    show_optional = False
    toon = forms.ChoiceField(required=False, choices=[("", "Alle zaken"), ("laat", "Alleen te laat")])


def _page(request: FramedRequest, name: str, **context: object) -> HttpResponse:
    request.huisstijl = Huisstijl("Veenhoven", request.GET.get("thema", "voorbeeldstad"))
    if name != "openbaar":
        request.workplace, request.menu = WORKPLACE, MENU
    template = engines["django"].from_string((FOLDER / f"{name}.html").read_text())
    return HttpResponse(template.render({"nav": name, **context}, request))


def onderdelen(request: FramedRequest) -> HttpResponse:
    form = AlleVelden(request.POST, request.FILES) if request.method == "POST" else AlleVelden()
    if "meldingen" in request.GET:
        messages.success(request, "Uw raadpleging is opgeslagen.")
        messages.warning(request, "Over 5 dagen loopt uw autorisatie af.")
    rows = [
        ("2026-00417", "Lindelaan 12", "Reactie ketenpartner", "17 nov 2026", "danger", "6 dagen te laat"),
        ("2026-00431", "Dorpsstraat 3 A", "Eerste gesprek", "23 nov 2026", "warning", "Vandaag"),
        ("2026-00395", "Molenweg 88", "Plan van aanpak", "28 nov 2026", "neutral", "Over 5 dagen"),
    ]
    return _page(
        request,
        "onderdelen",
        form=form,
        filter=Filter(request.GET),
        rows=rows,
        page=Paginator(range(480), 20).get_page(request.GET.get("pagina", 3)),
        kpis=[
            ("folder-open", 48, "Lopende zaken", "3 meer dan vorige week", ""),
            ("clock-alert", 2, "Termijnen te laat", "Oudste: 6 dagen", "negative"),
            ("inbox", 7, "Nieuwe meldingen", "Nog niet beoordeeld", "warning"),
        ],
        uitleg=UITLEG,
        geheim={"reden": "Uw organisatie krijgt dit gegeven niet.", "artikel": "Artikel 2 lid 5"},
        verlopen=[("Melding ontvangen", "27 oktober 2026"), ("Melding beoordeeld", "30 oktober 2026")]
        + [("Onderzoek en gesprek", "Loopt sinds 2 november 2026"), "Besluit", "Afgesloten"],
        feiten=[("Kenmerk", "2026-00417"), ("Deelnemers", ["Woonstichting De Linde", "Gemeente Veenhoven"])],
    )


UITLEG = {
    "doel": "Vaststellen wie er woont vóór een ontruiming",
    "grondslag": "Overeenkomst en wettelijke taak (AVG artikel 6 lid 1 onder b en e)",
    "artikel": "Artikel 1 onder c",
    "rol": "U bent medewerker verhuur bij Woonstichting De Linde.",
    "moment": "Opgevraagd op 22 november 2026 om 14.10 uur",
}


def raadplegen(request: FramedRequest) -> HttpResponse:
    form = Raadpleging(request.POST) if request.method == "POST" else Raadpleging()
    return _page(
        request, "raadplegen", form=form, stappen=["Adres", "Doel", "Identiteit", "Gegevens"], keuze=KEUZE
    )


KEUZE = [("Adres", "Lindelaan 12, 1234 AB Veenhoven"), ("Bezit", "Sinds 1 maart 2019")]


class Raadpleging(Formulier):
    doel = forms.ChoiceField(
        label="Waarvoor hebt u de gegevens nodig?",
        widget=forms.RadioSelect,
        choices=[
            ("a", "Controleren of iemand op het adres staat ingeschreven"),
            ("b", "Onderzoek naar woonfraude"),
            ("c", "Voorbereiden van een ontruiming"),
        ],
    )
    noodzaak = forms.CharField(
        label="Waarom kan het niet met minder gegevens?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Schrijf geen namen op. De toezichthouder kan deze tekst lezen.",
    )


def resultaat(request: FramedRequest) -> HttpResponse:
    personen = ["mw. A. (Amina) Yıldız", "dhr. P. (Piotr) Wójcik", "mw. S. (Sanne) van der Meer-Oude Hengel"]
    return _page(request, "resultaat", personen=personen, uitleg=UITLEG, nav="raadplegen")


def bevestigen(request: FramedRequest) -> HttpResponse:
    return _page(request, "bevestigen")


def openbaar(request: FramedRequest) -> HttpResponse:
    form = Raadpleging(request.POST) if request.method == "POST" else Raadpleging()
    return _page(request, "openbaar", form=form, stappen=["Onderwerp", "Situatie", "Uw gegevens"])


urlpatterns = [
    path("", onderdelen),
    path("account/", include("convenant.inloggen.urls")),
    path("onderdelen/", onderdelen),
    path("raadplegen/", raadplegen),
    path("resultaat/", resultaat),
    path("bevestigen/", bevestigen),
    path("openbaar/", openbaar),
]
handler404 = "convenant.web.foutpaginas.niet_gevonden"
