"""What Heemstede puts on top of every page: maintenance that is announced now (HEE-5.8)."""

from collections.abc import Iterator

from brpinzage import onderhoud
from convenant.poort.wie import Wie
from convenant.web.frame import Blok


def heemstede(wie: Wie) -> Iterator[Blok]:
    for melding in onderhoud.lopende():
        yield Blok("brpinzage/overal_onderhoud.html", {"melding": melding})
