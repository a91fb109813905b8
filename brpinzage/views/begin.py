"""What Heemstede puts on the page where work begins: one's own day, the state of the extract, or today's numbers."""

from collections.abc import Iterator

from brpinzage import handelingen, laden
from convenant.poort import poort
from convenant.poort.handeling import Geweigerd
from convenant.poort.wie import Wie
from convenant.toezicht import steekproef
from convenant.web.frame import Blok

from .begin_cijfers import cijfers_van
from .begin_rondom import rondom


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
        cijfers = cijfers_van(wie)
        te_trekken, lopend = steekproef.stand()
        inhoud_toezicht = {"cijfers": cijfers, "te_trekken": te_trekken, "lopend": lopend}
        yield Blok("brpinzage/begin_toezicht.html", inhoud_toezicht)
    yield from rondom(wie)


def _raadplegen() -> Blok:
    try:
        inhoud = {"vandaag": handelingen.van_vandaag(), "uittreksel": laden.actief_uittreksel()}
    except Geweigerd as weigering:
        return Blok("brpinzage/begin_geweigerd.html", {"redenen": weigering.redenen})
    return Blok("brpinzage/begin_raadplegen.html", inhoud)
