"""The frame of a page at work: who is at the screen, as what, and where one can go. Filled from the gate's Wie."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from django.utils.module_loading import import_string

from convenant.beleid.beheer import INRICHTEN, RECHTEN_INZIEN
from convenant.beleid.fg import REGISTER_INZIEN, STEEKPROEF_INZIEN
from convenant.beleid.taal import INZIEN, Bevoegdheid
from convenant.beleid.woorden import in_woorden
from convenant.console import autorisaties, herstel
from convenant.poort import berichten, poort, werklijst
from convenant.poort.handeling import Geweigerd
from convenant.poort.lijst import AAN_ZET, Lijst
from convenant.poort.wie import Wie

from . import begin_fg
from .frame import Blok, Huisstijl, MenuItem, Workplace
from .templatetags.woorden import met_team

# (verbs, icon, label, URL name, what it is for): shown to whose functie has one of the verbs. Apps add theirs as `menu`.
ZAKEN = ((INZIEN,), "inbox", "Zaken", "zaken", "Wat ligt bij u, en wat ligt bij een ander?")
DASHBOARD = (
    (INZIEN,),
    "layout-dashboard",
    "Dashboard",
    "dashboard",
    "Hoeveel zaken lopen er, wat is te laat, en hoe gaat het per week?",
)
LOGBOEK = (
    ("logboek_lezen", "eigen_logboek_lezen"),
    "scroll-text",
    "Logboek",
    "logboek",
    "Elke raadpleging en elke weigering, met reden en artikel.",
)
TOEZICHT = (
    (
        ("signalen_inzien",),
        "chart-column",
        "Signalen",
        "signalen",
        "Aantallen om naar te kijken, zoals wie vaak werd geweigerd.",
    ),
    (
        ("steekproef_trekken", "steekproef_beoordelen"),
        "list-checks",
        "Steekproef",
        "steekproeven",
        "Bekijk elke maand een aantal raadplegingen en geef uw oordeel.",
    ),
    (
        (STEEKPROEF_INZIEN,),
        "list-checks",
        "Steekproef",
        "steekproeven",
        "Welke regels van uw organisatie zijn bekeken, en wat was het oordeel?",
    ),
    (
        (REGISTER_INZIEN,),
        "clipboard-list",
        "Verwerkingsregister",
        "verwerkingsregister",
        "Welke gegevens gaan van wie naar wie, waarom, en hoe lang blijven ze?",
    ),
    (
        (REGISTER_INZIEN,),
        "book-open-text",
        "Beleid",
        "beleid",
        "Het convenant zoals het systeem het toepast, per artikel.",
    ),
)
RAPPORTAGE = (
    ("cijfers_inzien",),
    "chart-column",
    "Rapportage",
    "rapportage",
    "Hoe vaak gebeurde er iets, en was het op tijd? Per maand, zonder namen.",
)
LOOPTIJD = (
    ("opzeggen", "beeindigen", "vervallen_verklaren", INRICHTEN),
    "calendar-clock",
    "Looptijd",
    "looptijd",
    "Sinds wanneer geldt het convenant, en hoe eindigt het?",
)

CONSOLE = (
    (
        ("medewerker_aanmelden",),
        "users",
        "Medewerkers",
        "mensen",
        "Wie werkt hier, wat is er getekend, en wie gaat weg?",
    ),
    (
        (RECHTEN_INZIEN,),
        "key-round",
        "Autorisaties",
        "autorisaties",
        "Wie heeft welke functie, tot wanneer, en wat wacht op u?",
    ),
    (
        (INRICHTEN,),
        "settings-2",
        "Inrichting",
        "inrichting",
        "Partijen, ondertekening en instellingen, en wat het convenant nog tegenhoudt.",
    ),
    ((INRICHTEN,), "activity", "Gezondheid", "machine", "Werkt het systeem, of loopt er iets achter?"),
)


# Verbs of the product itself, which no policy names.
EIGEN_HANDELINGEN = frozenset(
    {
        "lijst_zien",
        "werkplek_kiezen",
        "werklijst_zien",
        "dashboard_zien",
        "termijnen_zien",
        "zaak_zoeken",
        "zaak_inzien",
        "kenmerk_geven",
        "zaak_toewijzen",
        "keten_begonnen",
        "stilzwijgend_verlengd",
        "toegang_gesloten",
        "in_werking_getreden",
        "agenda_halen",
    }
)


def functienaam(functie: str) -> str:
    """The functie as it stands on a screen."""
    return in_woorden(functie)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the frame of a page of which the gate knows who acts. Comes after `frame.huisstijl`."""
    wie: Wie | None = getattr(request, "wie", None)
    if wie is None:
        return {}
    # From a message, in the list or in a mail: opening what it points to is reading it.
    if gelezen := request.GET.get(berichten.IN_ADRES):
        berichten.lees(gelezen)
    wisselen = len(getattr(request, "werkplekken", ())) > 1
    return {
        "huisstijl": Huisstijl(wie.convenant.gemeente, wie.convenant.huisstijl),
        "workplace": Workplace(
            wie.medewerker.account.naam,
            met_team(wie.functie, wie.team) if wie.functie else "Geen autorisatie",
            wie.deelname.partij.naam,
            wie.convenant.naam,
            reverse("werkplek", args=[wie.convenant.code]) if wisselen else "",
        ),
        "menu": list(menu_van(wie)),
        "overal": [*_machine(wie, getattr(request, "loopt_achter", False)), *overal_van(wie)],
        "berichten_url": reverse("berichten", args=[wie.convenant.code]),
        "ongelezen": berichten.ongelezen(),
        "over_url": reverse("openbaar", args=[wie.convenant.code]),
    }


def bevoegdheden_van(wie: Wie) -> Sequence[Bevoegdheid]:
    """What the convenant gives this person's functie, each row with its article."""
    return [
        rij
        for rij in wie.beleid.bevoegdheden
        if (rij.soort, rij.functie) == (wie.deelname.soort, wie.functie)
    ]


def handelingen_van(wie: Wie) -> set[str]:
    """Every verb that can stand in the log of this convenant."""
    return {handeling for rij in wie.beleid.bevoegdheden for handeling in rij.handelingen} | EIGEN_HANDELINGEN


def menu_van(wie: Wie) -> Iterable[MenuItem]:
    """What this person's functie opens here."""
    mag = {handeling for rij in bevoegdheden_van(wie) for handeling in rij.handelingen}
    yield MenuItem("begin", "house", "Begin", reverse("werkbegin", args=[wie.convenant.code]))
    van_apps = [
        regel
        for config in apps.get_app_configs()
        for regel in getattr(config, "menu", {}).get(wie.beleid.code, ())
    ]
    for handelingen, icon, label, naam, uitleg in (
        *van_apps,
        ZAKEN,
        DASHBOARD,
        *CONSOLE,
        *TOEZICHT,
        RAPPORTAGE,
        LOOPTIJD,
        LOGBOEK,
    ):
        if mag & set(handelingen):
            yield MenuItem(naam, icon, label, reverse(naam, args=[wie.convenant.code]), uitleg=uitleg)


def _machine(wie: Wie, loopt_achter: bool) -> Iterable[Blok]:
    """For everyone, whatever the convenant: that the machinery is behind, and for who sets up what is wrong."""
    if loopt_achter:
        mag = any(INRICHTEN in rij.handelingen for rij in bevoegdheden_van(wie))
        meer = reverse("machine", args=[wie.convenant.code]) if mag else ""
        yield Blok("gezondheid/loopt_achter.html", {"meer": meer})


def overal_van(wie: Wie) -> Iterable[Blok]:
    """What the apps put on top of every page: `overal` of an AppConfig names the function."""
    for config in apps.get_app_configs():
        if pad := getattr(config, "overal", {}).get(wie.beleid.code):
            yield from import_string(pad)(wie)


def _zaken(wie: Wie) -> Blok:
    """What waits, as far as this person may read cases now: numbers, and the first of the list behind them."""
    groep = werklijst.groepsgenoten()
    try:
        regels = werklijst.werklijst(Lijst(AAN_ZET, aantal=5), groep)
    except Geweigerd as weigering:
        return Blok("poort/redenen.html", {"redenen": weigering.redenen})
    return Blok("web/begin_zaken.html", {"regels": regels, "aantal": werklijst.aantallen(groep)})


def _rechten() -> Iterable[Blok]:
    """What waits in the console for this person: as many as the lists behind it, nothing when there is nothing."""
    wacht = autorisaties.wacht()
    cijfers = [
        ("key-round", "Te verlenen", len(wacht.te_verlenen), "Wacht op uw besluit"),
        ("list-checks", "Te bevestigen", len(wacht.te_bevestigen), "Is de functie nog nodig?"),
        ("smartphone", "Tweede factor kwijt", len(herstel.open_vragen()), "Wacht op uw besluit"),
    ]
    if any(aantal for _, _, aantal, _ in cijfers):
        yield Blok("console/begin.html", {"cijfers": [cijfer for cijfer in cijfers if cijfer[2]]})


def begin_van(wie: Wie) -> Iterable[Blok]:
    """The own cases, or what there is for the FG, then what the apps put on the page where this person's work begins: `begin` of an AppConfig
    names the function."""
    if poort.mag(INZIEN):
        yield _zaken(wie)
    if poort.mag(RECHTEN_INZIEN):
        yield from _rechten()
    if poort.mag(STEEKPROEF_INZIEN):
        yield begin_fg.blok(wie)
    for config in apps.get_app_configs():
        if pad := getattr(config, "begin", {}).get(wie.beleid.code):
            yield from import_string(pad)(wie)
