"""What the three sources of addresses share: the interface, and one question to a server that is not trusted."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import urlencode

from convenant.lijn import GeenAntwoord, Klok, herhaal, vraag

from .lezen import Zoektekst
from .voorstel import Adresvoorstel, kaal

# More than this nobody reads; an answer with more is read no further.
HOOGSTENS_GELEZEN = 100
PAUZE = 0.2
LATER = frozenset({429, *range(500, 600)})


class Bron(Protocol):
    """A register of addresses. Both raise GeenAntwoord, and give addresses of this municipality only."""

    def zoek(self, zoektekst: Zoektekst, gemeente: str) -> Sequence[Adresvoorstel]: ...

    def op_bag_id(self, bag_id: str, gemeente: str) -> Sequence[Adresvoorstel]: ...


class Server:
    """A register over HTTP: questions within one deadline, asked again after 429 and 5xx only."""

    def __init__(self, url: str, koppen: Mapping[str, str], seconden: float):
        self._url, self._koppen = url.rstrip("/"), dict(koppen)
        self._seconden = seconden

    def klok(self) -> Klok:
        return Klok(self._seconden)

    def haal(self, pad: str, velden: Iterable[tuple[str, str]], klok: Klok) -> dict[str, Any]:
        """The JSON object at this path. Raises GeenAntwoord for everything else, and repeats nothing of it."""
        url = f"{self._url}/{pad}?{urlencode(list(velden))}"
        ruw = herhaal(lambda: vraag("GET", url, self._koppen, klok), LATER, PAUZE, klok)
        if ruw.status != 200:
            raise GeenAntwoord(f"status_{ruw.status}")
        try:
            inhoud = json.loads(ruw.inhoud) if ruw.soort.endswith("json") else None
        except (ValueError, RecursionError):
            inhoud = None  # The exception holds the whole text: it must not become a part of ours.
        if not isinstance(inhoud, dict):
            raise GeenAntwoord("geen_json")
        return inhoud


def rijen(inhoud: Any, *pad: str) -> list[dict[str, Any]]:
    """The objects of the list at this path, no more than are read. Empty when there is no such list."""
    for deel in pad:
        inhoud = inhoud.get(deel) if isinstance(inhoud, dict) else None
    lijst = inhoud if isinstance(inhoud, list) else []
    return [rij for rij in lijst[:HOOGSTENS_GELEZEN] if isinstance(rij, dict)]


def lees_adressen(gevonden: Iterable[Mapping[str, Any]], namen: Mapping[str, str]) -> list[Adresvoorstel]:
    """The rows that are whole addresses; `namen` says how the register calls our fields. The rest is left out."""
    adressen = []
    for rij in gevonden:
        delen = {veld: rij.get(naam, "") for veld, naam in namen.items()}
        delen["huisnummer"] = _nummer(delen["huisnummer"])
        if all(isinstance(deel, str) for deel in delen.values()):
            try:
                adressen.append(Adresvoorstel(**delen))
            except ValueError:
                continue
    return adressen


def _nummer(waarde: Any) -> str:
    return str(waarde) if isinstance(waarde, int) and not isinstance(waarde, bool) else ""


def zelfde_gemeente(een: str, ander: str) -> bool:
    """ "Gemeente Heemstede" and "Heemstede" are one."""
    return bool(een) and kaal(een).removeprefix("gemeente") == kaal(ander).removeprefix("gemeente")
