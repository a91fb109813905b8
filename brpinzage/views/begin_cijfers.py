"""Numbers of the log for the page where work begins, each the length of the list behind it."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse

from convenant.poort.logboek import GEWEIGERD, TOEGESTAAN
from convenant.poort.logboek_filter import Filter
from convenant.poort.logboek_lezen import aantallen
from convenant.poort.wie import Wie
from convenant.tijd import vandaag


@dataclass(frozen=True)
class Cijfer:
    """A number, and the list of the log that is exactly as long."""

    label: str
    aantal: int
    uitleg: str
    icoon: str
    url: str
    soort: str = ""


def cijfers_van(wie: Wie) -> list[Cijfer]:
    """Today and this week, of the lines that this reader may see. Raises Geweigerd when that is none."""
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
