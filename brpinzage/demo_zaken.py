"""Cases for the demo of Heemstede, each in another step, made through the gate's own handelingen."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import uuid4

from convenant.poort import poort
from convenant.poort.grens import Beurt
from convenant.tijd import vandaag

from . import afwijkingen, demo_personen, handelingen
from .adres import Adres
from .afwijkingen import Bevinding
from .handelingen import Identiteit

Als = Callable[[str], AbstractContextManager[Beurt]]
TOELICHTING = "In onze administratie staat hier iemand anders, sinds vorig jaar."


def laad(als: Als) -> None:
    """A deviation kept for later, one that was reported, one in onderzoek with a word in between, and one that ended."""
    bewaard, gemeld, onderzocht, klaar = demo_personen.adressen("linde")[4:8]
    _bevind(als, bewaard)
    _meld(als, gemeld)
    zaak = _meld(als, onderzocht)
    with als("eva"):
        afwijkingen.start_onderzoek(zaak)
        afwijkingen.meld_tussenstand(zaak, uuid4())
    zaak = _meld(als, klaar)
    with als("eva"):
        afwijkingen.start_onderzoek(zaak)
        afwijkingen.leg_uitkomst_vast(zaak, "brp_aangepast", uuid4())


def _meld(als: Als, adres: Adres) -> int:
    zaak = _bevind(als, adres)
    with als("anna"):
        return afwijkingen.meld(zaak, "andere_bewoner", TOELICHTING, uuid4())


def _bevind(als: Als, adres: Adres) -> int:
    with als("anna"):
        ontvangst = handelingen.raadpleeg(
            adres,
            doel="onrechtmatige_bewoning",
            noodzaak="Buren zeggen dat hier andere mensen wonen.",
            identiteit=Identiteit("R. Vink", "huurder", "paspoort", vandaag()),
            kenmerk=uuid4(),
        )
    with als("anna"):
        namen = poort.lees(ontvangst).waarde("naam_bewoner")
        oordelen = ["wijkt_af" if nummer == 0 else "komt_overeen" for nummer in range(len(namen))]
        return afwijkingen.wijkt_af(ontvangst, Bevinding(oordelen, "andere_bewoner", TOELICHTING))
