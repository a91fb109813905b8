"""Maassluis: the college registers and grants everybody, with two people (artikel 9.3, decision 69)."""

from tests.console.tabel import Rij

WIE = ("college/convenantbeheerder", "college/verantwoordelijke")
FG = "functionaris_gegevensbescherming"

MAASSLUIS = (
    Rij("MAA-PAR.1", "dienstverlening/medewerker", *WIE),
    Rij("MAA-17.2", "dienstverlening/tekeningsbevoegde", *WIE),
    Rij("MAA-OW.6", f"dienstverlening/{FG}", *WIE, niet_met=("medewerker", "tekeningsbevoegde")),
    Rij("MAA-PAR.2", "rovm/medewerker", *WIE),
    Rij("MAA-1.8", "rovm/regisseur", *WIE),
    Rij("MAA-11.3", "rovm/ondersteuning", *WIE, niet_met=("regisseur",)),
    Rij("MAA-17.2", "rovm/tekeningsbevoegde", *WIE),
    Rij(
        "MAA-OW.6",
        f"rovm/{FG}",
        *WIE,
        niet_met=("medewerker", "regisseur", "ondersteuning", "tekeningsbevoegde"),
    ),
    Rij("MAA-PAR.3", "corporatie/medewerker", *WIE),
    Rij("MAA-17.2", "corporatie/tekeningsbevoegde", *WIE),
    Rij("MAA-OW.6", f"corporatie/{FG}", *WIE, niet_met=("medewerker", "tekeningsbevoegde")),
    Rij("MAA-1.7", "college/verantwoordelijke", *WIE, niet_met=("convenantbeheerder", "regisseur")),
    Rij("MAA-1.7", "college/convenantbeheerder", *WIE, niet_met=("verantwoordelijke",)),
    Rij("MAA-OW.6", f"college/{FG}", *WIE, niet_met=("verantwoordelijke", "convenantbeheerder")),
)
