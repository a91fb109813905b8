"""The official OpenAPI of the BRP Personen API, as a judge of questions and answers.

JSON Schema knows no discriminator, so each schema that has one is made to say: of that kind by its `type`. Every object is
closed: a property that the specification does not name is an error.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

MAP = Path(__file__).resolve().parents[3] / "shared/standaarden/brp-personen"
OPENAPI = MAP / "openapi.json"
PERSONEN = MAP / "testset/test-data.json"
NAAMGEBRUIK = MAP / "testset/naamgebruik-cases.json"
VELDEN = MAP / "fields"

heeft_specificatie = pytest.mark.skipif(
    not OPENAPI.exists(), reason="the official specification is not here (../shared/standaarden/brp-personen)"
)


def fouten_in_vraag(vraag: Any) -> list[str]:
    return _fouten("PersonenQuery", vraag)


def fouten_in_antwoord(antwoord: Any, vrije_tekst: bool = False) -> list[str]:
    """With `vrije_tekst` any text may be a name or a description.

    The published persons need that: among their names are 'Rente @ 5%' and '<Onbekend> & </Onbemind>', and the official
    description of naamgebruik has a slash; the official patterns allow none of these.
    """
    return _fouten("PersonenQueryResponse", antwoord, vrije_tekst)


def fouten_in_persoon(persoon: Any) -> list[str]:
    """One answered person, any text allowed: much faster than a whole answer, whose kinds are each tried."""
    return _fouten("Persoon", persoon, vrije_tekst=True)


def fouten_in_fout(antwoord: Any) -> list[str]:
    """The patterns of detail, instance, invalidParams.name and .reason are not applied: the official examples break them."""
    return _fouten("BadRequestFoutbericht", antwoord)


def _fouten(schema: str, waarde: Any, vrije_tekst: bool = False) -> list[str]:
    gevonden = _beoordelaar(schema, vrije_tekst).iter_errors(waarde)
    return [f"{'/'.join(map(str, fout.absolute_path))}: {fout.message[:200]}" for fout in gevonden]


VRIJE_TEKST = (
    "Voornamen Geslachtsnaam Voorletters VolledigeNaam Aanhef GebruikInLopendeTekst Voorvoegsel".split()
)


@cache
def _beoordelaar(naam: str, vrije_tekst: bool) -> jsonschema.Draft202012Validator:
    schemas = json.loads(OPENAPI.read_bytes())["components"]["schemas"]
    for deel, veld in (
        ("Foutbericht", "detail"),
        ("InvalidParam", "name"),
        ("InvalidParam", "reason"),
    ):
        del schemas[deel]["properties"][veld]["pattern"]
    del schemas["Foutbericht"]["properties"]["instance"]["format"]
    if vrije_tekst:
        for tekst in VRIJE_TEKST:
            del schemas[tekst]["pattern"]
        del schemas["Waardetabel"]["properties"]["omschrijving"]["pattern"]
        del schemas["Aanschrijfwijze"]["properties"]["naam"]["pattern"]
    soorten = {n: s["discriminator"]["mapping"] for n, s in schemas.items() if "discriminator" in s}
    gesloten = {n: _gesloten(n, soorten) for n, s in schemas.items() if _is_object(s, schemas)}
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": f"#/gesloten/{naam}",
        "gesloten": gesloten,
        "components": {"schemas": {n: _sluit(s, gesloten) for n, s in schemas.items()}},
    }
    return jsonschema.Draft202012Validator(
        document, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def _is_object(schema: Any, schemas: Any) -> bool:
    return "properties" in schema or any(
        "properties" in deel or "$ref" in deel for deel in schema.get("allOf", ())
    )


def _gesloten(naam: str, soorten: dict[str, dict[str, str]]) -> dict[str, Any]:
    """The schema itself, of one of its kinds where it has kinds, and nothing else."""
    delen: list[dict[str, Any]] = [{"$ref": f"#/components/schemas/{naam}"}]
    if mapping := soorten.get(naam):
        delen.append({"properties": {"type": {"enum": list(mapping)}}})
        delen += [
            {"if": {"properties": {"type": {"const": soort}}, "required": ["type"]}, "then": {"$ref": doel}}
            for soort, doel in mapping.items()
        ]
    return {"allOf": delen, "unevaluatedProperties": False}


def _sluit(schema: Any, gesloten: dict[str, Any], als_basis: bool = False) -> Any:
    """References to an object from a property or a list become references to its closed form; in allOf they stay."""
    if isinstance(schema, list):
        return [_sluit(deel, gesloten, als_basis) for deel in schema]
    if not isinstance(schema, dict):
        return schema
    if not als_basis and "$ref" in schema:
        naam = schema["$ref"].rsplit("/", 1)[1]
        if naam in gesloten:
            return {"$ref": f"#/gesloten/{naam}"}
    return {
        sleutel: _sluit(deel, gesloten, sleutel == "allOf")
        for sleutel, deel in schema.items()
        if sleutel not in ("discriminator", "example")
    }
