"""ClamAV, where one is configured. A scanner that does not answer lets nothing through."""

import logging
from io import BytesIO

from clamav_client.clamd import ClamdError, ClamdNetworkSocket
from django.conf import settings

from .afgekeurd import Afgekeurd

logger = logging.getLogger(__name__)


def zoek(inhoud: bytes) -> None:
    """Raises Afgekeurd when the scanner finds something, or does not say that it is clean."""
    if not settings.CLAMAV_ADRES:
        return
    host, _, poort = settings.CLAMAV_ADRES.rpartition(":")
    scanner = ClamdNetworkSocket(host, int(poort), timeout=settings.CLAMAV_SECONDEN)
    try:
        uitslagen = list(scanner.instream(BytesIO(inhoud)).values())
    except (ClamdError, OSError) as fout:
        logger.error("ClamAV did not answer: %s", type(fout).__name__)
        raise _niet_gezocht() from fout
    if any(stand == "FOUND" for stand, _ in uitslagen):
        logger.warning("ClamAV refused an upload: %s", uitslagen[0][1])
        raise Afgekeurd("In dit bestand zit een virus. Het is niet bewaard. Kies een ander bestand.")
    if [stand for stand, _ in uitslagen] != ["OK"]:
        logger.error("ClamAV could not scan an upload")
        raise _niet_gezocht()


def _niet_gezocht() -> Afgekeurd:
    return Afgekeurd(
        "Wij konden dit bestand nu niet op virussen controleren. Probeer het over een paar minuten opnieuw."
    )
