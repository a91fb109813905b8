"""Two worlds: change every value that may not reach a persona, and it receives the same bytes (HAA-B2.6, HAA-PR5.3).

The whole road is walked through the product's own verbs (weg.py). For each receiver the second world differs in every value
of a set that is not theirs and that no condition or clock reads; pages, lists, counts, CSV, PDF, log page, messages, mail and
agenda must not tell.
"""

from collections.abc import Callable, Mapping
from difflib import unified_diff

import pytest

from huisuitzetting.beleid import HAARLEM
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.ontvangen import bezorg, ontvangt, wereld_apart
from tests.huisuitzetting.weg import EIGEN, WEGEN, Waarden, Weg
from tests.huisuitzetting.zicht import IEDEREEN

pytestmark = pytest.mark.eis("HAA-B2.6", "HAA-B2.6.b", "HAA-PR5.3", "HAA-PAR.2", "HAA-3.8", "HAA-2.2.2")


def anders_voor(naam: str, weg: Weg) -> Callable[[str, str], bool]:
    """Which values differ in the second world: those that stand in no set this persona gets on this road."""
    eigen = {veld for naam_set in weg.krijgen.get(naam, ()) for veld in HAARLEM.gegevensset(naam_set).velden}
    return lambda gegevensset, veld: veld not in eigen and (naam, gegevensset) != (MELDER, EIGEN)


def speel(haarlem, weg: Weg, waarden: Waarden, kijkers: tuple[str, ...]) -> Mapping[str, Mapping[str, str]]:
    with wereld_apart():
        weg.speel(haarlem, waarden)
        bezorg()
        return {naam: _kijk(haarlem, naam) for naam in kijkers}


def _kijk(haarlem, naam: str) -> Mapping[str, str]:
    """That somebody looked is undone before the next one does: the log tells of it."""
    with wereld_apart():
        return ontvangt(haarlem, naam)


def verschil(een: str, ander: str) -> str:
    """The lines that tell the two apart."""
    return "\n".join(unified_diff(een.splitlines(), ander.splitlines(), n=0, lineterm=""))[:2000]


@pytest.mark.parametrize("weg", WEGEN, ids=lambda weg: weg.naam)
def test_twee_werelden(haarlem, weg):
    eerste = speel(haarlem, weg, Waarden(), IEDEREEN)
    for naam in IEDEREEN:
        waarden = Waarden(anders_voor(naam, weg))
        (tweede,) = speel(haarlem, weg, waarden, (naam,)).values()
        # Before the wijkteam did anything there is nothing to keep from who reported.
        assert waarden.veranderd or (naam, weg.naam) == (MELDER, "gemeld"), (
            f"for {naam} nothing was different"
        )
        for adres in sorted({*eerste[naam], *tweede}):
            een, ander = eerste[naam].get(adres, ""), tweede.get(adres, "")
            assert een == ander, f"{naam} at {adres}: {verschil(een, ander)}"


@pytest.mark.parametrize("weg", WEGEN, ids=lambda weg: weg.naam)
def test_de_proef_kan_mislukken(haarlem, weg):
    """What a persona gets does show: something differs when all values do."""
    eerste = speel(haarlem, weg, Waarden(), tuple(weg.krijgen))
    tweede = speel(haarlem, weg, Waarden(lambda gegevensset, veld: True), tuple(weg.krijgen))
    for naam in weg.krijgen:
        assert eerste[naam] != tweede[naam], naam
