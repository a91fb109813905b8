"""What the clock does about arrangements: once the last day has gone by they hold nothing any more (HAA-3.4)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db import connection

from convenant.beleid.taal import BEGIN
from convenant.partijen.models import Convenant
from convenant.poort import klokken, logboek
from convenant.poort.grens import als_systeem, zet_context
from convenant.poort.klokwerk import TAAK
from convenant.tijd import vandaag
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.stappen import RECHTER

from .feiten import MELDINGEN
from .regelen import REGELING
from .wat_nu import Huurstand, wat_nu

PER_KEER = 500


class Voorbij(NamedTuple):
    """A tenancy of which the arrangement has ended, in the order of the columns of huur_regelingen_voorbij."""

    huur: int
    convenant: int
    zaak: int | None
    versie: int | None
    nummer: str | None
    stap: str | None
    schuld: Decimal
    achterstand_sinds: date | None
    deurwaarder_op: date | None
    drempel_bereikt_op: date | None
    strafbaar: bool
    bezwaar: bool

    @property
    def stand(self) -> Huurstand:
        return Huurstand(
            self.stap or BEGIN,
            self.schuld,
            self.achterstand_sinds,
            None,
            self.deurwaarder_op,
            self.drempel_bereikt_op,
            self.strafbaar,
            self.bezwaar,
        )


def laat_aflopen() -> int:
    """End every arrangement of which the last day was before today: what it held goes on, and what is due now stands in the
    list again; how many. Runs as the task, and twice is once: what somebody has in hand is left to the next time."""
    aantal = 0
    while gedaan := _een_portie():
        aantal += gedaan
    return aantal


def _een_portie() -> int:
    with als_systeem(TAAK), connection.cursor() as cursor:
        cursor.execute(
            "select * from huur_regelingen_voorbij(%s, %s, %s)", [list(RECHTER), list(MELDINGEN), PER_KEER]
        )
        rijen = [Voorbij(*rij) for rij in cursor.fetchall()]
        convenanten = Convenant.objects.in_bulk({rij.convenant for rij in rijen})
        for rij in rijen:
            stand = wat_nu(rij.stand, vandaag())
            cursor.execute("select huur_te_doen(%s, %s, %s)", [rij.huur, stand.te_doen, stand.uiterlijk])
            if rij.zaak is not None and rij.versie is not None:
                zaak = Zaak(pk=rij.zaak, beleid_versie=rij.versie)
                klokken.hervat("betalingsregeling_loopt", zaak=zaak, convenant=convenanten[rij.convenant])
        _log(rijen)
    return len(rijen)


def _log(rijen: Sequence[Voorbij]) -> None:
    """Last: from here on the context is that of one convenant."""
    for convenant in sorted({rij.convenant for rij in rijen}):
        zet_context(convenant=convenant)
        logboek.schrijf(
            [
                logboek.van_taak(REGELING, rij.nummer or f"huurovereenkomst {rij.huur}", eis="HAA-3.4")
                for rij in rijen
                if rij.convenant == convenant
            ]
        )
