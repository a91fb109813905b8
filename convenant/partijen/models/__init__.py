"""Who takes part: accounts, parties, people, groups, and the rights between them."""

from .account import Account, AccountManager
from .convenant import Convenant, Deelname, InstellingWaarde, Partij
from .mensen import Groep, Medewerker, Teampostcode, Verklaring, functie_in_team
from .rechten import Autorisatie, Autorisatiegebeurtenis, Factorherstel, Inrichtingsgebeurtenis

__all__ = [
    "Account",
    "AccountManager",
    "Autorisatie",
    "Autorisatiegebeurtenis",
    "Convenant",
    "Deelname",
    "Factorherstel",
    "Groep",
    "Inrichtingsgebeurtenis",
    "InstellingWaarde",
    "Medewerker",
    "Partij",
    "Teampostcode",
    "Verklaring",
    "functie_in_team",
]
