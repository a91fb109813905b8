"""The BAG API Individuele Bevragingen of the Kadaster (v2)."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard

from convenant.lijn import Klok

from .bron import Server, lees_adressen, rijen, zelfde_gemeente
from .lezen import Zoektekst
from .voorstel import Adresvoorstel

URL = "https://api.bag.kadaster.nl/lvbag/individuelebevragingen/v2"
NAMEN = {
    "straatnaam": "openbareRuimteNaam",
    "huisnummer": "huisnummer",
    "huisletter": "huisletter",
    "huisnummertoevoeging": "huisnummertoevoeging",
    "postcode": "postcode",
    "woonplaats": "woonplaatsNaam",
    "bag_id": "adresseerbaarObjectIdentificatie",
}
# Each one found by free text costs a question of its own.
HOOGSTENS_OPGEZOCHT = 10
WOONPLAATS = "woonplaatsIdentificatie"

# (address of the register, woonplaats) -> name of its municipality. Nothing of what anybody asked.
_gemeenten: dict[tuple[str, str], str] = {}


class Bag:
    def __init__(self, url: str, sleutel: str, seconden: float):
        self._url = url or URL
        koppen = {"Accept": "application/hal+json", "X-Api-Key": sleutel}
        self._server = Server(self._url, koppen, seconden)

    def zoek(self, zoektekst: Zoektekst, gemeente: str) -> Sequence[Adresvoorstel]:
        klok = self._server.klok()
        if zoektekst.huisnummer:
            velden = {"postcode": zoektekst.postcode, "huisnummer": zoektekst.huisnummer, "pageSize": "100"}
            return self._adressen(velden, gemeente, klok)
        sleutels = self._treffers(f"{zoektekst.tekst} {gemeente}", klok)
        if not sleutels and zoektekst.tot_nummer != zoektekst.tekst:
            sleutels = self._treffers(f"{zoektekst.tot_nummer} {gemeente}", klok)
        return [
            adres
            for sleutel in sleutels
            for adres in self._adressen({"zoekresultaatIdentificatie": sleutel}, gemeente, klok)
        ]

    def op_bag_id(self, bag_id: str, gemeente: str) -> Sequence[Adresvoorstel]:
        return self._adressen({"adresseerbaarObjectIdentificatie": bag_id}, gemeente, self._server.klok())

    def _treffers(self, tekst: str, klok: Klok) -> list[str]:
        inhoud = self._server.haal("adressen/zoek", [("zoek", tekst), ("pageSize", "10")], klok)
        sleutels = (rij.get("identificatie") for rij in rijen(inhoud, "_embedded", "zoekresultaten"))
        return [sleutel for sleutel in sleutels if _is_sleutel(sleutel)][:HOOGSTENS_OPGEZOCHT]

    def _adressen(self, velden: Mapping[str, str], gemeente: str, klok: Klok) -> list[Adresvoorstel]:
        gevonden = rijen(self._server.haal("adressen", velden.items(), klok), "_embedded", "adressen")
        plaatsen = {str(rij[WOONPLAATS]) for rij in gevonden if _is_woonplaats(rij.get(WOONPLAATS))}
        eigen = {plaats for plaats in plaatsen if zelfde_gemeente(self._gemeente_van(plaats, klok), gemeente)}
        return lees_adressen((rij for rij in gevonden if rij.get(WOONPLAATS) in eigen), NAMEN)

    def _gemeente_van(self, woonplaats: str, klok: Klok) -> str:
        """An address names its woonplaats only, and the first digits of its id are of whoever made it long ago."""
        plek = (self._url, woonplaats)
        if plek not in _gemeenten:
            inhoud = self._server.haal("bronhouders", [(WOONPLAATS, woonplaats)], klok)
            namen = [rij.get("bronhouder") for rij in rijen(inhoud, "_embedded", "bronhouders")]
            naam = namen[0].get("naam") if namen and isinstance(namen[0], dict) else None
            if not isinstance(naam, str):
                return ""
            _gemeenten[plek] = naam
        return _gemeenten[plek]


def _is_woonplaats(waarde: Any) -> bool:
    return isinstance(waarde, str) and len(waarde) == 4 and waarde.isascii() and waarde.isdigit()


def _is_sleutel(waarde: Any) -> TypeGuard[str]:
    return isinstance(waarde, str) and 0 < len(waarde) <= 255
