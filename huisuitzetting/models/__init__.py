"""Haarlem's own rows: what a group keeps for itself about a tenancy and its case."""

from .huur import Contactpoging, Herinneringsbrief, Huurovereenkomst
from .inlezing import Inleesfout, Inleesrij, Inlezing
from .ontruiming import Afwijking, Procedure
from .toestemming import Toestemming

__all__ = [
    "Afwijking",
    "Contactpoging",
    "Herinneringsbrief",
    "Huurovereenkomst",
    "Inleesfout",
    "Inleesrij",
    "Inlezing",
    "Procedure",
    "Toestemming",
]
