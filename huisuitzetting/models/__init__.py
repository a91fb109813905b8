"""Haarlem's own rows: what a corporatie keeps about arrears before anything is handed over."""

from .huur import Contactpoging, Herinneringsbrief, Huurovereenkomst
from .inlezing import Inleesfout, Inleesrij, Inlezing
from .toestemming import Toestemming

__all__ = [
    "Contactpoging",
    "Herinneringsbrief",
    "Huurovereenkomst",
    "Inleesfout",
    "Inleesrij",
    "Inlezing",
    "Toestemming",
]
