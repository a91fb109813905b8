"""Invented addresses for the demo and for development, in the shape of the BAG (fixtures/adressen.json)."""

import json
from collections.abc import Sequence
from functools import cache

from django.conf import settings

from .bag import NAMEN
from .bron import lees_adressen, zelfde_gemeente
from .lezen import Zoektekst
from .voorstel import Adresvoorstel, kaal

BESTAND = settings.BASE_DIR / "fixtures" / "adressen.json"


class Demo:
    def __init__(self, url: str, sleutel: str, seconden: float):
        """Needs none of it; the sources are made alike."""

    def zoek(self, zoektekst: Zoektekst, gemeente: str) -> Sequence[Adresvoorstel]:
        begin = kaal(zoektekst.tot_nummer)
        return [adres for adres in _adressen(gemeente) if adres.begint_met(begin)]

    def op_bag_id(self, bag_id: str, gemeente: str) -> Sequence[Adresvoorstel]:
        return [adres for adres in _adressen(gemeente) if adres.bag_id == bag_id]


@cache
def _adressen(gemeente: str) -> Sequence[Adresvoorstel]:
    per_gemeente = json.loads(BESTAND.read_text(encoding="utf-8"))
    return [
        adres
        for naam, rijen in per_gemeente.items()
        if zelfde_gemeente(naam, gemeente)
        for adres in lees_adressen(rijen, NAMEN)
    ]
