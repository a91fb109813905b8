"""Which clause of which convenant is proven, and by what.

    python -m tools.conformiteit                          # all five
    python -m tools.conformiteit --convenant heemstede    # prints one; the file always holds all five

Collects the tests (runs none), prints every clause with the tests that carry it, and writes
docs/conformiteit.md. A clause is *bewezen* when a test carries it (of a convenant that is built: a test beyond the
decision tables), *organisatorisch* when no software can prove it, *later* when it waits for what is not built yet, *open*
otherwise. Exit code 1: a convenant that is built has open clauses.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tools import catalogus
from tools.catalogus import GEBOUWD, WORTEL, Eis

UITVOER = WORTEL / "docs" / "conformiteit.md"
OORDELEN = ("bewezen", "organisatorisch", "later", "open")
TABELLEN = "tests/beleid/"
GEEN_TESTS = 5  # pytest's exit code when it collected nothing
Bewijs = Mapping[str, Sequence[str]]

KOP = """# Conformiteit

Deze lijst is gemaakt door `make conformiteit`; verander haar niet met de hand. De eisen staan in
[eisen/](eisen/README.md). Een eis is **bewezen** als een test haar draagt, **organisatorisch** als er niets
te bewijzen valt met software, **later** als hij wacht op een deel dat nog niet is gebouwd, en anders **open**.
Van een convenant dat is gebouwd, telt een beslistabel in `tests/beleid` niet als bewijs.
"""


def verzamel_bewijs() -> dict[str, list[str]]:
    """Clause id to the node ids of its tests. Ends the program when the tests do not collect."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        bestand = Path(tijdelijk, "bewijs.json")
        # syrupy takes every snapshot of a run that only collects for unused, and fails it.
        pytest = [sys.executable, "-m", "pytest", "--collect-only", "-qq", "-p", "no:syrupy"]
        pytest += ["--eisen-uitvoer", str(bestand)]
        gedaan = subprocess.run(pytest, cwd=WORTEL, capture_output=True, text=True)
        if gedaan.returncode not in (0, GEEN_TESTS):
            sys.exit(f"The tests do not collect:\n{gedaan.stdout}{gedaan.stderr}")
        return json.loads(bestand.read_text(encoding="utf-8"))


def oordeel(eis: Eis, bewijs: Bewijs) -> str:
    tabel_telt = eis.convenant not in GEBOUWD
    if any(tabel_telt or not test.startswith(TABELLEN) for test in bewijs.get(eis.id, ())):
        return "bewezen"
    if eis.organisatorisch:
        return "organisatorisch"
    return "later" if eis.later else "open"


def functies(node_ids: Sequence[str]) -> list[str]:
    """Test functions with the number of their rows: twelve rows of one decision table are one line."""
    aantal = Counter(node_id.partition("[")[0] for node_id in node_ids)
    return [naam if rijen == 1 else f"{naam} ({rijen}x)" for naam, rijen in sorted(aantal.items())]


def telling(eisen: Sequence[Eis], bewijs: Bewijs) -> str:
    aantal = Counter(oordeel(eis, bewijs) for eis in eisen)
    return f"{len(eisen)} eisen: " + ", ".join(f"{aantal[naam]} {naam}" for naam in OORDELEN)


def als_tekst(convenant: str, eisen: Sequence[Eis], bewijs: Bewijs) -> Iterator[str]:
    yield f"\n{convenant} - {telling(eisen, bewijs)}"
    for eis in eisen:
        waarde = oordeel(eis, bewijs)
        reden = f" ({_reden(eis, waarde)})" if _reden(eis, waarde) else ""
        yield f"  {eis.id:<22} {eis.soort:<17} {waarde}{reden}"
        yield from (f"      {naam}" for naam in functies(bewijs.get(eis.id, ())))


def als_markdown(catalogus_: Mapping[str, Sequence[Eis]], bewijs: Bewijs) -> str:
    regels = [
        KOP,
        "| Convenant | Eisen | Bewezen | Organisatorisch | Later | Open |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for convenant, eisen in catalogus_.items():
        aantal = Counter(oordeel(eis, bewijs) for eis in eisen)
        getallen = " | ".join(str(aantal[naam]) for naam in OORDELEN)
        regels.append(f"| [{convenant.title()}](#{convenant}) | {len(eisen)} | {getallen} |")
    for convenant, eisen in catalogus_.items():
        regels += [
            f"\n## {convenant.title()}\n",
            "| Eis | Soort | Oordeel | Tests of reden |",
            "|---|---|---|---|",
        ]
        regels += [_rij(eis, bewijs) for eis in eisen]
    return "\n".join(regels) + "\n"


def _rij(eis: Eis, bewijs: Bewijs) -> str:
    waarde = oordeel(eis, bewijs)
    tests = "<br>".join(f"`{naam}`" for naam in functies(bewijs.get(eis.id, ())))
    laatste = "<br>".join(filter(None, (_reden(eis, waarde), tests)))
    return f"| {eis.id} | {eis.soort} | {waarde} | {laatste} |"


def _reden(eis: Eis, waarde: str) -> str:
    return {"organisatorisch": eis.organisatorisch, "later": eis.later}.get(waarde, "")


def main() -> int:
    parser = argparse.ArgumentParser(description="Which clause of which convenant is proven, and by what.")
    parser.add_argument("--convenant", choices=catalogus.CONVENANTEN, help="print this one only")
    gekozen = parser.parse_args().convenant
    eisen = {convenant: catalogus.lees(convenant) for convenant in catalogus.CONVENANTEN}
    bewijs = verzamel_bewijs()
    for convenant in [gekozen] if gekozen else eisen:
        print("\n".join(als_tekst(convenant, eisen[convenant], bewijs)))
    print()
    for convenant, rijen in eisen.items():
        print(f"{convenant:<10} {telling(rijen, bewijs)}")
    UITVOER.write_text(als_markdown(eisen, bewijs), encoding="utf-8")
    return int(any(oordeel(eis, bewijs) == "open" for convenant in GEBOUWD for eis in eisen[convenant]))


if __name__ == "__main__":
    sys.exit(main())
