"""How long supervision keeps what it makes: as long as the log it is about."""

from datetime import datetime

from convenant.beleid.kalender import AMSTERDAM, einde_van, tel
from convenant.poort.wie import Wie
from convenant.tijd import nu


def bewaren_tot(wie: Wie) -> datetime:
    """The end of the term of the log, counted from today (`bewaartermijn_logboek`)."""
    duur = wie.instellingen["bewaartermijn_logboek"]
    assert isinstance(duur, dict), "an empty setting blocks the convenant, so no act gets here"
    return einde_van(tel(nu().astimezone(AMSTERDAM).date(), int(duur["duur"]), str(duur["eenheid"])))
