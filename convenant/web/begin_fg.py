"""Where the work of the FG begins: what there is to see, and the own party's last thirty days in numbers."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse

from convenant.poort.handeling import Geweigerd
from convenant.poort.logboek import GEWEIGERD, TOEGESTAAN
from convenant.poort.logboek_filter import Filter
from convenant.poort.logboek_lezen import aantallen
from convenant.poort.wie import Wie
from convenant.tijd import vandaag

from .frame import Blok


@dataclass(frozen=True)
class Cijfer:
    """A number, and the list of the log that is exactly as long."""

    label: str
    aantal: int
    icoon: str
    url: str


def blok(wie: Wie) -> Blok:
    """Numbers of the own party; the reasons when this person may not look now."""
    dag = vandaag()
    filters = [Filter(dag - timedelta(days=29), dag, uitkomst) for uitkomst in (TOEGESTAAN, GEWEIGERD)]
    try:
        geteld = aantallen(*filters)
    except Geweigerd as weigering:
        return Blok("poort/redenen.html", {"redenen": weigering.redenen})
    logboek = reverse("logboek", args=[wie.convenant.code])
    soorten = (("Toegestaan", "check"), ("Geweigerd", "shield-x"))
    cijfers = [
        Cijfer(label, aantal, icoon, f"{logboek}?{_als_query(filter)}")
        for (label, icoon), filter, aantal in zip(soorten, filters, geteld, strict=True)
    ]
    return Blok("web/begin_fg.html", {"cijfers": cijfers, "partij": wie.deelname.partij.naam})


def _als_query(filter: Filter) -> str:
    return urlencode(
        {
            "vanaf": f"{filter.vanaf:%d-%m-%Y}",
            "tot_en_met": f"{filter.tot_en_met:%d-%m-%Y}",
            "uitkomst": filter.uitkomst,
        }
    )
