"""Changes every row of the policies and reports which changes no test with that clause notices.

    python -m tools.mutatie                          # the convenanten that may have no survivors
    python -m tools.mutatie --convenant haarlem      # one, whatever it has
    python -m tools.mutatie --alle --deel 10         # a fixed tenth of the mutants of all
    python -m tools.mutatie tests/beleid             # only the tests there may kill

A test that fails without any change counts for nothing and is named. Exit code 1: a convenant of ZONDER_OVERLEVERS
has survivors; 2: the tests do not collect.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

import pytest

from convenant.beleid.register import register
from convenant.beleid.taal import Beleid
from tools.catalogus import CONVENANTEN
from tools.conformiteit import functies

from .proef import Proef, Uitslag

# A convenant joins when the issue that builds it closes.
ZONDER_OVERLEVERS = ("heemstede",)

# Nobody reads how a test fails: rewriting asserts and drawing tracebacks would take most of the time.
RUSTIG = "-qq --no-header --no-summary --assert=plain --tb=native -p no:cacheprovider -n 0"


def proef(
    keuze: Callable[[], Iterable[Beleid]],
    paden: Sequence[str],
    deel: int = 100,
    processen: int = 2,
    opties: Sequence[str] = (),
) -> Proef:
    """Collects the tests under `paden` and tries them on the mutants of the policies that `keuze()` gives."""
    plugin = Proef(keuze, deel, processen)
    pytest.main([*RUSTIG.split(), *opties, *paden], plugins=[plugin])
    return plugin


def als_tekst(uitslag: Uitslag) -> Iterator[str]:
    """The survivors by row, with clause and the tests that were tried."""
    gedood = uitslag.aantal - len(uitslag.overlevers)
    yield f"{uitslag.beleid.code}: {uitslag.aantal} mutanten, {gedood} gedood, {len(uitslag.overlevers)} overleven"
    for (rij, eisen, tests), groep in groupby(uitslag.overlevers, lambda o: (o[0].rij, o[0].eisen, o[1])):
        yield f"  {' of '.join(sorted(eisen))}  {rij}"
        yield from (f"      {mutant.wat}" for mutant, _ in groep)
        yield f"    geprobeerd: {'; '.join(functies(tests)) or 'geen test draagt deze eis'}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--convenant", choices=CONVENANTEN, action="append", help="only this one (repeatable)"
    )
    parser.add_argument("--alle", action="store_true", help="all convenanten")
    parser.add_argument("--deel", type=int, default=100, metavar="N", help="N percent of the mutants")
    parser.add_argument("--processen", type=int, default=os.cpu_count() or 1)
    parser.add_argument("paden", nargs="*", default=["tests"], help="where the tests are (default: tests)")
    opties = parser.parse_args()
    codes = opties.convenant or (CONVENANTEN if opties.alle else ZONDER_OVERLEVERS)

    def keuze() -> Iterable[Beleid]:
        return [beleid for beleid in register if beleid.code in codes]

    begin = time.monotonic()
    uitkomst = proef(keuze, opties.paden, opties.deel, opties.processen)
    if uitkomst.fouten:
        print("De tests laden niet:", *uitkomst.fouten, sep="\n")
        return 2
    for naam in uitkomst.rood:
        print(f"faalt ook zonder verandering, telt niet: {naam}")
    for uitslag in uitkomst.uitslagen:
        print(*als_tekst(uitslag), sep="\n")
    print(f"{time.monotonic() - begin:.0f} s")
    return int(any(u.overlevers and u.beleid.code in ZONDER_OVERLEVERS for u in uitkomst.uitslagen))


if __name__ == "__main__":
    sys.exit(main())
