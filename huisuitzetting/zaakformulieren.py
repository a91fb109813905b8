"""The screens of Haarlem's verbs on a case, per stretch of the road."""

from .achterstand.schermen import BIJ_CORPORATIE
from .betaling.schermen import BETALING
from .melding.schermen import MELDINGEN
from .ontruiming.schermen import ONTRUIMING
from .privacyreglement.schermen import PRIVACYREGLEMENT
from .schuldhulp.schermen import SCHULDHULP
from .sluiten import SLUITEN
from .werkafspraken.schermen import WERKAFSPRAKEN
from .wijkteam.schermen import BIJ_WIJKTEAM

HANDELINGEN = (
    BETALING
    | BIJ_CORPORATIE
    | BIJ_WIJKTEAM
    | MELDINGEN
    | ONTRUIMING
    | PRIVACYREGLEMENT
    | SCHULDHULP
    | SLUITEN
    | WERKAFSPRAKEN
)
