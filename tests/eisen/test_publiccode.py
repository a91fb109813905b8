"""publiccode.yml says what the standard demands and what the rest of the project says."""

import tomllib

import yaml

from tools.catalogus import WORTEL


def test_publiccode_is_complete_and_names_the_licence_of_the_project():
    kaart = yaml.safe_load((WORTEL / "publiccode.yml").read_text(encoding="utf-8"))
    assert {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"} <= set(
        kaart
    )
    for taal in kaart["localisation"]["availableLanguages"]:
        tekst = kaart["description"][taal]
        assert len(tekst["shortDescription"]) <= 150
        assert 150 <= len(tekst["longDescription"]) <= 10_000
        assert tekst["features"]
    assert kaart["maintenance"]["contacts"]

    project = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert kaart["legal"]["license"] == project["license"] == "EUPL-1.2"
    assert (WORTEL / "LICENSE").read_text(encoding="utf-8").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
