"""A file of arrears as VERA's services would give it, about the tenancy of huur.py but for what is said otherwise."""

import csv
import json
import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from convenant.bestand import Fouten, Rijfout
from huisuitzetting.achterstand.huur import Huur
from huisuitzetting.achterstand.vera import open_bestand

Ding = dict[str, Any]
MAP = Path(__file__).resolve().parents[3] / "shared/standaarden/vera"
REFERENTIEDATA = MAP / "Referentiedata.csv"
heeft_specificatie = pytest.mark.skipif(
    not REFERENTIEDATA.exists(), reason="the official specification is not here (../shared/standaarden/vera)"
)


def code(naam: str) -> Ding:
    return {"code": naam}


def naar(nummer: str) -> Ding:
    return {"id": f"o-{nummer}", "code": nummer}


def rol(soort: str, **anders: Any) -> Ding:
    return {"soort": code(soort), "begindatum": "2019-05-01"} | anders


def relatie(wie: str, *rollen: Ding, **anders: Any) -> Ding:
    """A relation as an agreement names it (BOG): who, and what it is there."""
    return {"id": wie, "soort": code("NAT"), "achternaam": "Visser", "rollen": list(rollen)} | anders


def overeenkomst(nummer: str = "H-1001", **anders: Any) -> Ding:
    return {
        **naar(nummer),
        "soort": code("HUU"),
        "status": code("LOP"),
        "begindatum": "2019-05-01",
        "brutohuur": 700.0,
        "relaties": [
            relatie(f"p-{nummer}", rol("HUU"), rol("BEW"), achternaam="Visser", voorletters="Samira"),
            relatie(f"q-{nummer}", rol("MDH")),
            relatie(f"r-{nummer}", rol("MBW")),
            relatie(f"s-{nummer}", rol("MBW", einddatum="2024-01-31")),
        ],
        "eenheden": [{"id": f"e-{nummer}"}],
    } | anders


def persoon(nummer: str = "H-1001", **anders: Any) -> Ding:
    """The tenant as the list of relations has him (BRG)."""
    return {
        "id": f"p-{nummer}",
        "soort": code("NAT"),
        "voorletters": "S.",
        "achternaam": "Visser",
        "geboortedatum": "1984-05-17",
        "contactgegevens": [
            {"soort": code("EMA"), "waarde": "samira@example.org"},
            {"soort": code("TEL"), "waarde": "023 1234567"},
            {"soort": code("MOB"), "waarde": "06 12345678", "voorkeur": code("EER")},
        ],
    } | anders


def eenheid(nummer: str = "H-1001", **anders: Any) -> Ding:
    adres = {
        "straatnaam": "Spaarnelaan",
        "huisnummer": "12",
        "postcode": "2012AB",
        "woonplaats": {"naam": "Haarlem"},
    } | anders.pop("adres", {})
    return {"id": f"e-{nummer}", "soort": code("WOO"), "adres": adres} | anders


def boeking(saldo: Any = 700.0, nummer: str = "H-1001", **anders: Any) -> Ding:
    return {
        "soort": code("VOR"),
        "detailSoort": code("PRO"),
        "status": code("FIA"),
        "vervaldatum": "2026-11-01",
        "overeenkomst": naar(nummer),
        "saldo": saldo,
    } | anders


def regeling(status: str, nummer: str = "H-1001", **anders: Any) -> Ding:
    return {"status": code(status), "begindatum": "2026-10-01", "overeenkomst": naar(nummer)} | anders


def termijn(bedrag: float, vervaldatum: str | None) -> Ding:
    return {"bedrag": bedrag, "vervaldatum": vervaldatum}


def incasso(status: str = "NIE", nummer: str = "H-1001", **anders: Any) -> Ding:
    return {
        "soort": code("DEU"),
        "status": code(status),
        "overdrachtsdatum": "2026-12-20",
        "overeenkomsten": [naar(nummer)],
    } | anders


def delen(**anders: Any) -> Ding:
    """The lists of a file about one tenancy; `_` in a name stands for the hyphen of a service."""
    return {
        "overeenkomsten": [overeenkomst()],
        "boekingen": [boeking()],
        "relaties": [persoon()],
        "eenheden": [eenheid()],
    } | {naam.replace("_", "-"): deel for naam, deel in anders.items()}


def bestand(**anders: Any) -> BytesIO:
    return BytesIO(json.dumps(delen(**anders), ensure_ascii=False).encode())


def lees(bron: BytesIO) -> tuple[list[Huur], list[Rijfout], int]:
    """The rows, the faults, and how many agreements were left out."""
    fouten = Fouten(1000)
    _, rijen = open_bestand(bron, fouten)
    return [huur for _, huur in rijen], fouten.eerste, fouten.overgeslagen


def huur(**delen: Any) -> Huur:
    (rij,), fouten, overgeslagen = lees(bestand(**delen))
    assert (fouten, overgeslagen) == ([], 0)
    return rij


def fout(**delen: Any) -> tuple[int, str, str]:
    """The one fault in this file, which gives no row."""
    rijen, (gevonden,), _ = lees(bestand(**delen))
    assert rijen == []
    return gevonden.rij, gevonden.kolom, gevonden.zin


def met(**anders: Any) -> dict[str, Any]:
    return {"overeenkomsten": [overeenkomst(**anders)]}


def met_relaties(*erbij: Ding) -> dict[str, Any]:
    return met(relaties=[*overeenkomst()["relaties"], *erbij])


def huurder(wie: str, **anders: Any) -> Ding:
    persoon = {
        "achternaam": "Jansen",
        "voornaam": "Bo",
        "tussenvoegsels": "van",
        "geboortedatum": "1990-02-03",
    }
    return relatie(
        wie, rol("HUU", **{"begindatum": "2019-05-01"} | anders.pop("rol", {})), **persoon | anders
    )


def fouten_volgens_vera(service: str, soort: str, waarde: Any) -> list[str]:
    """What VERA's OpenAPI and its lists of codes have against this record; a field that they do not name is one."""
    return list(_fouten(_schemas(service), {"$ref": f"/{soort}"}, waarde, soort))


def _fouten(schemas: Ding, schema: Ding, waarde: Any, pad: str) -> Any:
    velden = _velden(schemas, schema)
    if velden:
        if not isinstance(waarde, dict):
            yield f"{pad}: no object"
            return
        for naam, deel in waarde.items():
            if naam not in velden:
                yield f"{pad}.{naam}: unknown"
                continue
            yield from _fouten(schemas, velden[naam], deel, f"{pad}.{naam}")
            lijst = re.search(r"Referentiedata: ([A-Z]+)", velden[naam].get("description", ""))
            if lijst and deel["code"] not in codes(lijst[1]):
                yield f"{pad}.{naam}: {deel['code']} is not in {lijst[1]}"
    elif schema.get("type") == "array":
        for nummer, deel in enumerate(waarde):
            yield from _fouten(schemas, schema["items"], deel, f"{pad}[{nummer}]")
    elif not isinstance(waarde, {"string": str, "number": int | float, "integer": int}[schema["type"]]):
        yield f"{pad}: no {schema['type']}"
    elif schema.get("format") == "date" and not re.fullmatch(r"\d{4}-\d\d-\d\d", waarde):
        yield f"{pad}: no date"


def _velden(schemas: Ding, schema: Ding) -> Ding:
    """The fields of an object with those of what it is built on, and of each of its kinds."""
    if "$ref" in schema:
        return _velden(schemas, schemas[schema["$ref"].rsplit("/", 1)[1]])
    velden = dict(schema.get("properties", {}))
    for deel in (*schema.get("allOf", ()), *schema.get("oneOf", ())):
        velden |= _velden(schemas, deel)
    return velden


@cache
def _schemas(service: str) -> Ding:
    tekst = (MAP / f"Ketenprocessen/{service}.yaml").read_text()
    schemas: Ding = yaml.load(tekst, Loader=yaml.CSafeLoader)["components"]["schemas"]
    return schemas


@cache
def codes(lijst: str) -> dict[str, bool]:
    """The codes of a list, each with whether it is in use."""
    with REFERENTIEDATA.open(encoding="utf-8-sig", newline="") as bron:
        rijen = [rij for rij in csv.DictReader(bron, delimiter=";") if rij["Soort"] == lijst]
    return {rij["Code"]: not rij["Omschrijving"].startswith("VERVALLEN") for rij in rijen}
