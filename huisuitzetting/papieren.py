"""What Haarlem has of a case on paper, per stretch of the road."""

from collections.abc import Sequence

from convenant.poort.dossier import Dossier
from convenant.poort.wie import Wie

from .overzicht import verhaal
from .privacyreglement import verzoeken


def papieren(wie: Wie, dossier: Dossier) -> Sequence[tuple[str, str]]:
    return [*verhaal.papieren(wie, dossier), *verzoeken.papieren(wie, dossier)]
