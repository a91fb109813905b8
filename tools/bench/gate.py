"""What the gate itself costs: an act that is weighed with all its facts and logged, and does nothing else."""

import time
from collections.abc import Sequence

from brpinzage.feiten import Opgezocht
from brpinzage.handelingen import SET
from brpinzage.models import Bezit
from convenant.beleid.beslissing import Vraag
from convenant.partijen.models import Account
from convenant.poort.daad import Daad, verricht
from convenant.poort.grens import binnen, zet_context
from convenant.poort.wie import Wie, werkplekken

from .people import Party


def gate_and_log(party: Party, times: int) -> Sequence[float]:
    """Milliseconds from the begin of the transaction to its commit, each time of one raadpleging."""
    account = Account.objects.get(email=party.contactpersoon)
    wie = werkplekken(account, party.convenant)[0]
    with binnen(wie):
        bezit = Bezit.objects.filter(deelname_id=party.deelname).first()
    return [_act(wie, bezit) for _ in range(times)]


def _act(wie: Wie, bezit: Bezit | None) -> float:
    if bezit is None:
        raise RuntimeError("Deze partij heeft geen bezit.")
    rij = wie.beleid.gegevensset(SET)
    vraag = Vraag(wie.kant, rij.handeling, gegevensset=SET, tegenpartij=rij.van[0], doel="bestandskwaliteit")
    gegeven = {feit.naam: True for feit in wie.beleid.feiten if feit.over == "aanvraag"}
    begin = time.perf_counter()
    with binnen(wie):
        zet_context(woning=bezit.pk)
        with verricht(Daad(vraag, Opgezocht(bezit.adres, bezit), gegeven, onderwerp=bezit.adres.regel)):
            pass
    return (time.perf_counter() - begin) * 1000
