"""The screens of Haarlem's verbs on a case, per stretch of the road."""

from .achterstand.schermen import BIJ_CORPORATIE

HANDELINGEN = BIJ_CORPORATIE
