"""Two worlds: change every value that may not reach a persona, and it receives the same bytes (HAA-B2.6, HAA-PR5.3).

The whole road is walked through the product's own verbs (weg.py). For each receiver the second world differs in every value
of a set that is not theirs and that no condition or clock reads; pages, lists, counts, CSV, PDF, log page, messages, mail and
agenda must not tell.
"""

from collections.abc import Callable, Iterable, Mapping
from difflib import unified_diff

import pytest

from convenant.tijd import stel_in
from convenant.zaken.models import Zaak
from huisuitzetting.beleid import HAARLEM
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.ontvangen import bezorg, ontvangt, wereld_apart
from tests.huisuitzetting.weg import BIJ_SDV, BIJ_TEAM, EIGEN, WEGEN, Waarden, Weg
from tests.huisuitzetting.zicht import IEDEREEN, SDV, TEAM, zicht
from tests.wereld import NU

pytestmark = pytest.mark.eis("HAA-B2.6", "HAA-B2.6.b", "HAA-PR5.3", "HAA-PAR.2", "HAA-3.8", "HAA-2.2.2")


def anders_voor(naam: str, weg: Weg) -> Callable[[str, str], bool]:
    """Which values differ in the second world: those that stand in no set this persona gets on this road."""
    eigen = {veld for naam_set in weg.krijgen.get(naam, ()) for veld in HAARLEM.gegevensset(naam_set).velden}
    zelf = {MELDER: EIGEN, TEAM: BIJ_TEAM, SDV: BIJ_SDV}.get(naam)
    return lambda gegevensset, veld: veld not in eigen and gegevensset != zelf


def speel(
    haarlem, waarden: Callable[[Weg], Waarden], kijkers: Iterable[str]
) -> tuple[Mapping[str, Mapping[str, str]], set[tuple[str, str]]]:
    """Both roads, one after the other; what each of these personas receives then, and which values differed."""
    veranderd = set()
    with wereld_apart():
        moment = NU
        for weg in WEGEN:
            w = waarden(weg)
            moment = weg.speel(haarlem, w, moment)
            veranderd |= w.veranderd
        with stel_in(moment):
            bezorg()
            return {naam: _kijk(haarlem, naam) for naam in kijkers}, veranderd


def _kijk(haarlem, naam: str) -> Mapping[str, str]:
    """That somebody looked is undone before the next one does: the log tells of it."""
    with wereld_apart():
        return ontvangt(haarlem, naam)


def verschil(een: str, ander: str) -> str:
    """The lines that tell the two apart."""
    return "\n".join(unified_diff(een.splitlines(), ander.splitlines(), n=0, lineterm=""))[:2000]


@pytest.mark.parametrize("weg", WEGEN, ids=lambda weg: weg.naam)
def test_wat_ieder_aan_het_eind_kan_lezen(haarlem, weg, als_eigenaar):
    einde = weg.speel(haarlem, Waarden(), NU)
    with als_eigenaar():
        (zaak,) = Zaak.objects.values_list("pk", flat=True)
    with stel_in(einde):
        gezien = {naam: sets for naam, (_, sets) in zicht(haarlem, zaak).items()}
    for naam in IEDEREEN:
        assert gezien.get(naam, frozenset()) == frozenset(weg.krijgen.get(naam, ())), naam


def test_twee_werelden(haarlem):
    eerste, _ = speel(haarlem, lambda weg: Waarden(), IEDEREEN)
    for naam in IEDEREEN:
        tweede, veranderd = speel(haarlem, lambda weg, wie=naam: Waarden(anders_voor(wie, weg)), (naam,))
        assert veranderd, f"for {naam} nothing was different"
        for adres in sorted({*eerste[naam], *tweede[naam]}):
            een, ander = eerste[naam].get(adres, ""), tweede[naam].get(adres, "")
            assert een == ander, f"{naam} at {adres}: {verschil(een, ander)}"


def test_de_proef_kan_mislukken(haarlem):
    """What a persona gets does show: something differs when all values do."""
    ontvangers = {naam for weg in WEGEN for naam in weg.krijgen}
    eerste, _ = speel(haarlem, lambda weg: Waarden(), ontvangers)
    tweede, _ = speel(haarlem, lambda weg: Waarden(lambda gegevensset, veld: True), ontvangers)
    for naam in ontvangers:
        assert eerste[naam] != tweede[naam], naam
