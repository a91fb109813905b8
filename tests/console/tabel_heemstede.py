"""Heemstede: a corporatie registers its own people, the gemeente grants; of the gemeente's own the convenantbeheerder
registers and the autorisatiebeheerder grants (artikel 5, decision 69)."""

from tests.console.tabel import Rij

BEHEERDER, AUTORISATIE = "corporatie/beheerder", "gemeente/autorisatiebeheerder"
CONVENANT = "gemeente/convenantbeheerder"

HEEMSTEDE = (
    Rij("HEE-5.4", "corporatie/contactpersoon", BEHEERDER, AUTORISATIE, maximum=2),
    Rij("HEE-5.6", "corporatie/beheerder", BEHEERDER, AUTORISATIE),
    Rij(
        "HEE-3.3",
        "corporatie/functionaris_gegevensbescherming",
        BEHEERDER,
        AUTORISATIE,
        niet_met=("contactpersoon", "beheerder"),
    ),
    Rij("HEE-PAR.1", "gemeente/burgerzaken", CONVENANT, AUTORISATIE),
    Rij(
        "HEE-PAR.1",
        "gemeente/autorisatiebeheerder",
        CONVENANT,
        AUTORISATIE,
        niet_met=("burgerzaken", "toezichthouder"),
    ),
    Rij("HEE-4", "gemeente/toezichthouder", CONVENANT, AUTORISATIE, niet_met=("burgerzaken",)),
    Rij("HEE-7.1", "gemeente/convenantbeheerder", CONVENANT, AUTORISATIE),
    Rij(
        "HEE-3.3",
        "gemeente/functionaris_gegevensbescherming",
        CONVENANT,
        AUTORISATIE,
        niet_met=("burgerzaken", "autorisatiebeheerder", "toezichthouder", "convenantbeheerder"),
    ),
)
