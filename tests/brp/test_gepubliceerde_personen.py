"""All published persons by address, through client and simulator, against the file read here in its own way."""

from collections import defaultdict
from typing import Any

import pytest

from convenant.brp import BrpClient
from convenant.brp.adres import Adres, maak_adres
from convenant.brp.koppeling import Koppeling

from . import spec

Gba = dict[str, Any]
VELDEN = ("naam.voornamen", "naam.voorvoegsel", "naam.geslachtsnaam", "adresseringBinnenland", "geboorte")
pytestmark = spec.heeft_specificatie


def _op_adres(personen: list[Gba], aanduiding: str = "postcode") -> dict[tuple[str, ...], list[Gba]]:
    """Who is registered where: per municipality and per exact address, or per BAG id; not the dead."""
    gevonden = defaultdict(list)
    for persoon in personen:
        v = persoon["verblijfplaats"]
        if (
            persoon.get("opschortingBijhouding", {}).get("reden", {}).get("code") == "O"
            or "postcode" not in v
        ):
            continue
        gemeente = persoon["gemeenteVanInschrijving"]["code"]
        delen = [v["postcode"], str(int(v["huisnummer"])), v.get("huisletter", "").upper()]
        delen += [
            v.get("huisnummertoevoeging", "").upper(),
            v.get("aanduidingBijHuisnummer", {}).get("code", ""),
        ]
        bag_id = v.get("adresseerbaarObjectIdentificatie", "").strip()
        if aanduiding == "postcode":
            gevonden[(gemeente, *delen)].append(persoon)
        elif len(bag_id) == 16:
            gevonden[(gemeente, *delen, bag_id)].append(persoon)
    return dict(gevonden)


def _adres(sleutel: tuple[str, ...]) -> Adres:
    _, postcode, nummer, letter, toevoeging, aanduiding, *bag_id = sleutel
    return maak_adres(
        postcode, nummer, letter, f"{aanduiding} {toevoeging}", bag_id=bag_id[0] if bag_id else ""
    )


def _namen(personen: list[Gba]) -> list[tuple[str, ...]]:
    def deel(persoon: Gba, naam: str) -> str:
        waarde = persoon["naam"].get(naam, "").strip()
        return "" if waarde == "." else waarde

    return sorted(tuple(deel(p, n) for n in ("voornamen", "voorvoegsel", "geslachtsnaam")) for p in personen)


def _vergelijk(simulator: str, per_adres: dict[tuple[str, ...], list[Gba]]) -> tuple[int, int]:
    """How many persons were compared, and at how many addresses there were too many."""
    clients: dict[str, BrpClient] = {}
    vergeleken = te_veel = 0
    for sleutel, personen in per_adres.items():
        client = clients.setdefault(sleutel[0], BrpClient(Koppeling(sleutel[0], simulator)))
        antwoord = client.zoek_op_adres(_adres(sleutel), velden=VELDEN)
        if antwoord.te_veel:
            assert antwoord.personen == ()
            te_veel += 1
            continue
        gekregen = [(p.voornamen, p.voorvoegsel, p.geslachtsnaam) for p in antwoord.personen]
        assert sorted(gekregen) == _namen(personen), sleutel
        geheim = sum(p.get("geheimhoudingPersoonsgegevens", "0") != "0" for p in personen)
        assert sum(p.geheimhouding for p in antwoord.personen) == geheim, sleutel
        assert len({p.sleutel for p in antwoord.personen}) == len(personen), sleutel
        twijfel = sum("inOnderzoek" in p["verblijfplaats"] for p in personen)
        assert sum(p.vastgesteld_niet_op_adres for p in antwoord.personen) <= twijfel, sleutel
        vergeleken += len(personen)
    return vergeleken, te_veel


def test_a_sample_of_the_addresses_by_postcode_and_number(simulator: str, gepubliceerd: list[Gba]) -> None:
    alle = _op_adres(gepubliceerd)
    vergeleken, _ = _vergelijk(simulator, dict(list(alle.items())[::6]))
    assert vergeleken > 50


def test_a_sample_of_the_addresses_by_bag_id(simulator: str, gepubliceerd: list[Gba]) -> None:
    alle = _op_adres(gepubliceerd, "bag")
    vergeleken, _ = _vergelijk(simulator, dict(list(alle.items())[::6]))
    assert vergeleken > 50


@pytest.mark.volledig
def test_all_addresses_by_postcode_and_number(simulator: str, gepubliceerd: list[Gba]) -> None:
    alle = _op_adres(gepubliceerd)
    vergeleken, te_veel = _vergelijk(simulator, alle)
    # One address has 253 people, of a test of DigiD: more than the BRP gives.
    assert te_veel == sum(len(personen) > 30 for personen in alle.values()) == 1
    assert vergeleken == sum(len(personen) for personen in alle.values() if len(personen) <= 30)


@pytest.mark.volledig
def test_all_addresses_by_bag_id(simulator: str, gepubliceerd: list[Gba]) -> None:
    alle = _op_adres(gepubliceerd, "bag")
    vergeleken, te_veel = _vergelijk(simulator, alle)
    assert (vergeleken, te_veel) == (sum(map(len, alle.values())), 0)
