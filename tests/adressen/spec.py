"""The official OpenAPI of the BAG API, as a judge of our questions and of the answers of the server in these tests."""

from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

OPENAPI = Path(__file__).resolve().parents[3] / "shared/standaarden/bag/openapi.yaml"
ANTWOORDEN = {
    "/adressen": "AdresIOHalCollection",
    "/adressen/zoek": "ZoekResultaatHalCollection",
    "/bronhouders": "BronhouderHalCollection",
}

heeft_specificatie = pytest.mark.skipif(
    not OPENAPI.exists(), reason="the official specification is not here (../shared/standaarden/bag)"
)


@cache
def _document() -> Any:
    document = yaml.load(OPENAPI.read_text(encoding="utf-8", errors="replace"), yaml.CSafeLoader)
    # Required is "kortNaam", described is "korteNaam".
    verplicht = document["components"]["schemas"]["Adres"]["required"]
    verplicht[verplicht.index("kortNaam")] = "korteNaam"
    return document


def fouten_in_vraag(pad: str, velden: list[tuple[str, str]]) -> list[str]:
    """A field the specification does not name, a value it does not allow, a field that is missing."""
    bekend = {deel["name"]: deel for deel in _document()["paths"][pad]["get"]["parameters"]}
    fouten = [f"{naam}: unknown" for naam, _ in velden if naam not in bekend]
    fouten += [
        f"{naam}: missing" for naam, deel in bekend.items() if deel["required"] and naam not in dict(velden)
    ]
    for naam, waarde in velden:
        schema = bekend.get(naam, {}).get("schema", {})
        gelezen: Any = int(waarde) if schema.get("type") == "integer" and waarde.isdecimal() else waarde
        fouten += [f"{naam}: {fout.message}" for fout in _beoordelaar(schema).iter_errors(gelezen)]
    return fouten


def fouten_in_antwoord(pad: str, inhoud: Any) -> list[str]:
    """Besides what the schemas say: an address holds no field that they do not name."""
    fouten = [fout.message for fout in _beoordelaar(_schema(ANTWOORDEN[pad])).iter_errors(inhoud)]
    bekend = _document()["components"]["schemas"]["Adres"]["properties"].keys()
    adressen = inhoud.get("_embedded", {}).get("adressen", [])
    return fouten + [f"{naam}: unknown" for adres in adressen for naam in adres if naam not in bekend]


def _schema(naam: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{naam}"}


def _beoordelaar(schema: dict[str, Any]) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator({"components": _document()["components"], **schema})
