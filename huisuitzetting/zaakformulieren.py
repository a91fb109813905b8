"""The screens of Haarlem's verbs on a case, per stretch of the road."""

from .achterstand.schermen import BIJ_CORPORATIE
from .betaling.schermen import BETALING
from .ontruiming.schermen import ONTRUIMING

HANDELINGEN = BIJ_CORPORATIE | BETALING | ONTRUIMING
