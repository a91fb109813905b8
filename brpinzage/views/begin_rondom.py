"""Where work begins for a corporatie's beheerder and for the convenantbeheerder, and who still has to read the guide."""

from collections.abc import Iterator

from brpinzage import beveiliging, bezit, handreiking, onderhoud, overzicht, tekortkoming
from convenant.poort import poort
from convenant.poort.handeling import Geweigerd
from convenant.poort.wie import Wie
from convenant.tijd import vandaag
from convenant.web.frame import Blok

from .begin_cijfers import cijfers_van


def rondom(wie: Wie) -> Iterator[Blok]:
    if handreiking.te_bevestigen():
        yield Blok("brpinzage/begin_handreiking.html", {})
    if poort.mag(beveiliging.HANDELING):
        yield from _beheerder(wie)
    if poort.mag(tekortkoming.OPENEN):
        lezers = handreiking.lezers()
        inhoud = {
            "partijen": overzicht.partijen(),
            "tekortkomingen": tekortkoming.lopende(),
            "bevestigd": sum(lezer.bevestigd_op is not None for lezer in lezers),
            "lezers": len(lezers),
            "handreiking": handreiking.geldige(),
            "meldingen": onderhoud.lopende(),
        }
        yield Blok("brpinzage/begin_convenantbeheerder.html", inhoud)


def _beheerder(wie: Wie) -> Iterator[Blok]:
    """Nothing for who may do nothing now: the list of cases says why already."""
    try:
        cijfers = cijfers_van(wie)
    except Geweigerd:
        return
    inhoud = {
        "cijfers": cijfers,
        "collegas": overzicht.collegas(),
        "woningen": bezit.aantal_op(vandaag()),
        "verklaring": beveiliging.eigen_stand(),
    }
    yield Blok("brpinzage/begin_beheerder.html", inhoud)
