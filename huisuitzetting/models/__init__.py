"""Haarlem's own rows: what a group keeps for itself about a tenancy and its case."""

from .betaling import Opschorting
from .huur import Contactpoging, Herinneringsbrief, Huurovereenkomst
from .inlezing import Inleesfout, Inleesrij, Inlezing
from .ontruiming import Afwijking, Procedure
from .schuldhulp import Beoordeling
from .toestemming import Toestemming
from .vastlegging import Vastlegging
from .werkafspraken import AanvullendeAfspraak, Evaluatie, Overleg
from .wijkteam import Bewijsstuk, Interventie, Regie, Wachtlijstplek

__all__ = [
    "AanvullendeAfspraak",
    "Afwijking",
    "Beoordeling",
    "Bewijsstuk",
    "Contactpoging",
    "Evaluatie",
    "Herinneringsbrief",
    "Huurovereenkomst",
    "Inleesfout",
    "Inleesrij",
    "Inlezing",
    "Interventie",
    "Opschorting",
    "Overleg",
    "Procedure",
    "Regie",
    "Toestemming",
    "Vastlegging",
    "Wachtlijstplek",
]
