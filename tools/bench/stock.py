"""A stock file of a corporatie: made here, loaded, looked at and confirmed through the screens, as CSV and as VERA."""

import json

from .client import Client
from .people import Party
from .server import Server

COLUMNS = "postcode;huisnummer;huisletter;huisnummertoevoeging;straatnaam;woonplaats;bag_id;van;tot"
MEGABYTE = 1024 * 1024
# One in so many rows is written differently in a later file.
CHANGED = 100


def measure(web: Server, csv_of: Party, vera_of: Party, rows: int) -> None:
    """Print a line per file: all new, then the same with one row in a hundred changed, then VERA."""
    print(
        f"\nBezit inlezen, {rows} rijen. Geheugen van een werker vooraf: {web.peak_memory() // MEGABYTE} MB"
    )
    print(f"{'seconden':40}{'laden':>8}{'tonen':>8}{'bevestigen':>12}{'rijen/s':>10}{'piek MB':>9}")
    _load(web, csv_of, "CSV, alles nieuw", _csv(rows, 0))
    _load(web, csv_of, f"CSV, een op de {CHANGED} anders", _csv(rows, CHANGED))
    _load(web, vera_of, "VERA, alles nieuw", _vera(rows))


def _load(web: Server, party: Party, name: str, content: bytes) -> None:
    client = Client(web.port, party.beheerder)
    begin = f"/{party.convenant.code}/bezit/"
    loaded = client.upload(begin + "nieuw/", {"manier": "heel", "per": ""}, "bestand", content)
    if loaded.status != 302:
        raise RuntimeError(f"Het bestand werd niet geladen ({loaded.status}).")
    shown = client.get(loaded.location)
    confirmed = client.post(loaded.location, {"keuze": "bevestig"})
    if confirmed.status != 302 or "wacht op u" in client.get(begin).body:
        raise RuntimeError(f"Het bestand werd niet bevestigd ({confirmed.status}).")
    seconds = [answer.client / 1000 for answer in (loaded, shown, confirmed)]
    rows = content.count(b"\n")
    print(
        f"{name:40}{seconds[0]:8.1f}{seconds[1]:8.1f}{seconds[2]:12.1f}{rows / (seconds[0] + seconds[2]):10.0f}"
        f"{web.peak_memory() // MEGABYTE:9}",
        flush=True,
    )


def _postcode(number: int) -> str:
    return f"{1000 + number % 1000}{chr(65 + number // 1000 % 26)}{chr(88 + number // 26_000 % 3)}"


def _csv(rows: int, changed: int) -> bytes:
    lines = [COLUMNS]
    for number in range(rows):
        street = "Nieuwe Laan" if changed and number % changed == 0 else "Laan"
        bag = f"{3970100000000000 + number:016}"
        lines.append(f"{_postcode(number)};{number % 997 + 1};;;{street};Heemstede;{bag};2020-06-01;")
    return "\n".join(lines).encode()


def _vera(rows: int) -> bytes:
    units = (
        {
            "id": str(number),
            "soort": {"code": "WOO", "naam": "Woonruimte"},
            "adres": {
                "straatnaam": "Laan",
                "huisnummer": str(number % 997 + 1),
                "postcode": _postcode(number),
                "woonplaats": {"id": "w1", "naam": "Heemstede"},
            },
            "adresseerbaarObjectBasisregistratie": {"bagIdentificatie": f"{3970200000000000 + number:016}"},
            "inExploitatiedatum": "2020-06-01",
            "brutohuur": 731.5,
        }
        for number in range(rows)
    )
    return ("[" + ",\n".join(map(json.dumps, units)) + "\n]").encode()
