"""Haarlem: who leads the work registers, the privacycoordinator of the same party grants (reglement 5.1, decision 69)."""

from tests.console.tabel import Rij

FG = "functionaris_gegevensbescherming"
CORPORATIE = ("corporatie/manager", "corporatie/privacycoordinator")
GEMEENTE = ("gemeente/teamleider", "gemeente/privacycoordinator")

HAARLEM = (
    Rij("HAA-2.1", "corporatie/melder", *CORPORATIE),
    Rij("HAA-9.2", "corporatie/manager", *CORPORATIE),
    Rij("HAA-PR4.4", "corporatie/privacycoordinator", *CORPORATIE, niet_met=("manager",)),
    Rij("HAA-PR7.3", f"corporatie/{FG}", *CORPORATIE, niet_met=("melder", "manager", "privacycoordinator")),
    Rij("HAA-2.F1", "gemeente/swt", *GEMEENTE),
    Rij("HAA-2.2.2", "gemeente/sdv", *GEMEENTE),
    Rij("HAA-2.2.3", "gemeente/troubleshooter", *GEMEENTE),
    Rij("HAA-9.2", "gemeente/teamleider", *GEMEENTE),
    Rij("HAA-4.3", "gemeente/beleidsadviseur", *GEMEENTE),
    Rij("HAA-PR4.4", "gemeente/privacycoordinator", *GEMEENTE, niet_met=("teamleider",)),
    Rij(
        "HAA-PR7.3",
        f"gemeente/{FG}",
        *GEMEENTE,
        niet_met=("swt", "sdv", "troubleshooter", "teamleider", "beleidsadviseur", "privacycoordinator"),
    ),
)
