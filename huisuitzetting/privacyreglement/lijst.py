"""The own registers on one page: what was asked, what leaked, what an authority wants; what is due first on top."""

from collections.abc import Sequence
from dataclasses import dataclass

from convenant.poort.lijst import GESLOTEN, OPEN, PER_PAGINA, Lijst
from convenant.poort.werklijst import Werkregel, groepsgenoten, werklijst
from huisuitzetting.beleid.inbreuken import BIJ_INBREUK
from huisuitzetting.beleid.rechten import BIJ_VERZOEK
from huisuitzetting.beleid.reglement import BIJ_WETTELIJK_VERZOEK

from .schermen import PRIVACYREGLEMENT


@dataclass(frozen=True)
class Register:
    """One kind: its verb that begins one, and the own cases of it. `leeg` is said without any."""

    titel: str
    begin: str
    leeg: str
    lopend: Sequence[Werkregel]
    klaar: Sequence[Werkregel]

    @property
    def knop(self) -> str:
        return PRIVACYREGLEMENT[self.begin].titel


SOORTEN = (
    (
        "Verzoeken van betrokkenen",
        "verzoek_vastleggen",
        BIJ_VERZOEK,
        "Niemand vroeg naar zijn gegevens. Komt er een brief of e-mail, leg die dan hier vast.",
    ),
    (
        "Datalekken",
        "inbreuk_vastleggen",
        BIJ_INBREUK,
        "Er is geen datalek gemeld. Meldt een collega er een, dan staat het hier en krijgt u bericht.",
    ),
    (
        "Wettelijke verzoeken",
        "wettelijk_verzoek_vastleggen",
        BIJ_WETTELIJK_VERZOEK,
        "Geen instantie vroeg op grond van een wet om gegevens.",
    ),
)


def registers() -> tuple[Sequence[Register], bool]:
    """The three registers, and whether there is more than a page of them: then the list of cases has the rest."""
    groep = groepsgenoten()
    lopend, klaar = werklijst(Lijst(OPEN), groep), werklijst(Lijst(GESLOTEN), groep)
    gevonden = [
        Register(
            titel,
            begin,
            leeg,
            [regel for regel in lopend if regel.stap in stappen],
            [regel for regel in klaar if regel.stap in stappen],
        )
        for titel, begin, stappen, leeg in SOORTEN
    ]
    return gevonden, max(len(lopend), len(klaar)) >= PER_PAGINA
