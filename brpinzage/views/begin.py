"""What Heemstede puts on the page where work begins: one's own day, the state of the extract, or today's numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse

from brpinzage import handelingen, laden
from convenant.poort import poort
from convenant.poort.handeling import Geweigerd
from convenant.poort.logboek import GEWEIGERD, TOEGESTAAN
from convenant.poort.logboek_filter import Filter
from convenant.poort.logboek_lezen import aantallen
from convenant.poort.wie import Wie
from convenant.tijd import vandaag
from convenant.toezicht import steekproef
from convenant.web.frame import Blok


@dataclass(frozen=True)
class Cijfer:
    """A number, and the list of the log that is exactly as long."""

    label: str
    aantal: int
    uitleg: str
    icoon: str
    url: str
    soort: str = ""


def heemstede(wie: Wie) -> Iterator[Blok]:
    if poort.mag("raadplegen"):
        yield _raadplegen()
    if poort.mag(laden.LADEN):
        uittreksel = laden.actief_uittreksel()
        te_oud = uittreksel is not None and laden.is_te_oud(uittreksel)
        maximum = laden.maximaal_oud().days
        inhoud_uittreksel = {"uittreksel": uittreksel, "te_oud": te_oud, "maximum": maximum}
        yield Blok("brpinzage/begin_uittreksel.html", inhoud_uittreksel)
    if poort.mag("logboek_lezen"):
        cijfers = _cijfers(wie)
        te_trekken, lopend = steekproef.stand()
        inhoud_toezicht = {"cijfers": cijfers, "te_trekken": te_trekken, "lopend": lopend}
        yield Blok("brpinzage/begin_toezicht.html", inhoud_toezicht)


def _raadplegen() -> Blok:
    try:
        inhoud = {"vandaag": handelingen.van_vandaag(), "uittreksel": laden.actief_uittreksel()}
    except Geweigerd as weigering:
        return Blok("brpinzage/begin_geweigerd.html", {"redenen": weigering.redenen})
    return Blok("brpinzage/begin_raadplegen.html", inhoud)


def _cijfers(wie: Wie) -> list[Cijfer]:
    dag = vandaag()
    week = dag - timedelta(days=6)
    vragen = (
        (
            "Raadplegingen",
            "Vandaag, toegestaan",
            "search",
            "",
            Filter(dag, dag, TOEGESTAAN, None, "raadplegen"),
        ),
        ("Keer ingezien", "Vandaag", "eye", "", Filter(dag, dag, TOEGESTAAN, None, "inzien")),
        ("Geweigerd", "Vandaag", "shield-x", "warning", Filter(dag, dag, GEWEIGERD)),
        ("Geweigerd", "Laatste 7 dagen", "shield-x", "warning", Filter(week, dag, GEWEIGERD)),
    )
    logboek = reverse("logboek", args=[wie.convenant.code])
    geteld = aantallen(*(filter for *_, filter in vragen))
    return [
        Cijfer(label, aantal, uitleg, icoon, f"{logboek}?{_als_query(filter)}", soort if aantal else "")
        for (label, uitleg, icoon, soort, filter), aantal in zip(vragen, geteld, strict=True)
    ]


def _als_query(filter: Filter) -> str:
    assert filter.vanaf is not None
    assert filter.tot_en_met is not None
    delen = {
        "vanaf": f"{filter.vanaf:%d-%m-%Y}",
        "tot_en_met": f"{filter.tot_en_met:%d-%m-%Y}",
        "handeling": filter.handeling,
        "uitkomst": filter.uitkomst,
    }
    return urlencode({naam: waarde for naam, waarde in delen.items() if waarde})
