"""Zoeklicht: every party keeps who is bevoegd there, with two of its own beheerders (artikel 10.4, decision 69)."""

from tests.console.tabel import Rij

FG = "functionaris_gegevensbescherming"
WONEN = ("directie_wonen/beheerder",) * 2
INKOMEN = ("directie_inkomen/beheerder",) * 2
BASIS = ("directie_basisinformatie/beheerder",) * 2
CORPORATIE = ("corporatie/beheerder",) * 2
GEMEENTE = ("gemeente/beheerder",) * 2
UITVOERING = ("behandelaar", "meldpunt", "toezichthouder")
VAN_EEN_PARTIJ = ("behandelaar", "beheerder", "stuurgroeplid")

ZOEKLICHT = (
    Rij("ZOE-4.A2", "directie_wonen/meldpunt", *WONEN),
    Rij("ZOE-4.B5", "directie_wonen/toezichthouder", *WONEN),
    Rij("ZOE-PAR.1", "directie_wonen/behandelaar", *WONEN),
    Rij("ZOE-10.4", "directie_wonen/beheerder", *WONEN),
    Rij("ZOE-11.5", "directie_wonen/stuurgroeplid", *WONEN, maximum=1, niet_met=UITVOERING),
    Rij("ZOE-6.V", f"directie_wonen/{FG}", *WONEN, niet_met=(*UITVOERING, "beheerder", "stuurgroeplid")),
    Rij("ZOE-PAR.1", "directie_inkomen/behandelaar", *INKOMEN),
    Rij("ZOE-10.4", "directie_inkomen/beheerder", *INKOMEN),
    Rij("ZOE-11.5", "directie_inkomen/stuurgroeplid", *INKOMEN, maximum=1, niet_met=UITVOERING),
    Rij("ZOE-6.V", f"directie_inkomen/{FG}", *INKOMEN, niet_met=VAN_EEN_PARTIJ),
    Rij("ZOE-PAR.1", "directie_basisinformatie/behandelaar", *BASIS),
    Rij("ZOE-10.4", "directie_basisinformatie/beheerder", *BASIS),
    Rij("ZOE-11.5", "directie_basisinformatie/stuurgroeplid", *BASIS, maximum=1, niet_met=UITVOERING),
    Rij("ZOE-6.V", f"directie_basisinformatie/{FG}", *BASIS, niet_met=VAN_EEN_PARTIJ),
    Rij("ZOE-PAR.2", "corporatie/behandelaar", *CORPORATIE),
    Rij("ZOE-10.4", "corporatie/beheerder", *CORPORATIE),
    Rij("ZOE-11.5", "corporatie/stuurgroeplid", *CORPORATIE, maximum=1, niet_met=UITVOERING),
    Rij("ZOE-6.V", f"corporatie/{FG}", *CORPORATIE, niet_met=VAN_EEN_PARTIJ),
    Rij("ZOE-10.4", "gemeente/beheerder", *GEMEENTE),
    Rij("ZOE-8.2", "gemeente/loket_persoonsgegevens", *GEMEENTE),
    Rij("ZOE-11.4", "gemeente/secretariaat_stuurgroep", *GEMEENTE),
    Rij(
        "ZOE-6.V",
        f"gemeente/{FG}",
        *GEMEENTE,
        niet_met=("beheerder", "loket_persoonsgegevens", "secretariaat_stuurgroep"),
    ),
)
