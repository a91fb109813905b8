"""The Locatieserver of PDOK (v3.1): free and without a key, meant for finding while one types."""

from collections.abc import Sequence

from .bron import Server, lees_adressen, rijen, zelfde_gemeente
from .lezen import Zoektekst
from .voorstel import Adresvoorstel

URL = "https://api.pdok.nl/bzk/locatieserver/search/v3_1"
NAMEN = {
    "straatnaam": "straatnaam",
    "huisnummer": "huisnummer",
    "huisletter": "huisletter",
    "huisnummertoevoeging": "huisnummertoevoeging",
    "postcode": "postcode",
    "woonplaats": "woonplaatsnaam",
    "bag_id": "adresseerbaarobject_id",
}
GEMEENTE = "gemeentenaam"
VELDEN = ",".join((*NAMEN.values(), GEMEENTE))
RIJEN = "100"


class Pdok:
    def __init__(self, url: str, sleutel: str, seconden: float):
        self._server = Server(url or URL, {"Accept": "application/json"}, seconden)

    def zoek(self, zoektekst: Zoektekst, gemeente: str) -> Sequence[Adresvoorstel]:
        # In lower case no word of it is an operator of the search engine.
        return self._vraag("suggest", gemeente, [("q", zoektekst.tot_nummer.lower())])

    def op_bag_id(self, bag_id: str, gemeente: str) -> Sequence[Adresvoorstel]:
        return self._vraag("free", gemeente, [("q", "*:*"), ("fq", f'{NAMEN["bag_id"]}:"{bag_id}"')])

    def _vraag(self, pad: str, gemeente: str, velden: list[tuple[str, str]]) -> list[Adresvoorstel]:
        naam = gemeente.replace('"', " ").replace("\\", " ")
        vast = [("fq", "type:adres"), ("fq", f'{GEMEENTE}:"{naam}"'), ("fl", VELDEN), ("rows", RIJEN)]
        inhoud = self._server.haal(pad, velden + vast, self._server.klok())
        gevonden = rijen(inhoud, "response", "docs")
        return lees_adressen(
            (rij for rij in gevonden if zelfde_gemeente(str(rij.get(GEMEENTE, "")), gemeente)), NAMEN
        )
