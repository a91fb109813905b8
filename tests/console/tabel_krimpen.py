"""Krimpen: each party designates its own people; a private landlord may be one person, so the gemeente is its second pair
of eyes (artikel 7.1, decision 69)."""

from tests.console.tabel import Rij

FG = "functionaris_gegevensbescherming"
POLITIE = ("politie/beheerder",) * 2
GEMEENTE = ("gemeente/beheerder",) * 2
CORPORATIE = ("corporatie/beheerder",) * 2
VERHUURDER = ("particuliere_verhuurder/beheerder", "gemeente/beheerder")
EEN_WERKER = ("behandelaar", "beheerder")

KRIMPEN = (
    Rij("KRI-PAR.1", "politie/behandelaar", *POLITIE),
    Rij("KRI-7.1", "politie/beheerder", *POLITIE),
    Rij("KRI-10.1", f"politie/{FG}", *POLITIE, niet_met=EEN_WERKER),
    Rij("KRI-1.1.20", "gemeente/regisseur", *GEMEENTE),
    Rij("KRI-1.1.25", "gemeente/uitvoerder", *GEMEENTE),
    Rij("KRI-PAR.2", "gemeente/burgemeester", *GEMEENTE),
    Rij("KRI-7.1", "gemeente/beheerder", *GEMEENTE),
    Rij(
        "KRI-10.1",
        f"gemeente/{FG}",
        *GEMEENTE,
        niet_met=("regisseur", "uitvoerder", "burgemeester", "beheerder"),
    ),
    Rij("KRI-PAR.3", "corporatie/behandelaar", *CORPORATIE),
    Rij("KRI-7.1", "corporatie/beheerder", *CORPORATIE),
    Rij("KRI-10.1", f"corporatie/{FG}", *CORPORATIE, niet_met=EEN_WERKER),
    Rij("KRI-PAR.4", "particuliere_verhuurder/behandelaar", *VERHUURDER),
    Rij("KRI-7.1", "particuliere_verhuurder/beheerder", *VERHUURDER),
    Rij("KRI-10.1", f"particuliere_verhuurder/{FG}", *VERHUURDER, niet_met=EEN_WERKER),
)
