"""The line to the BRP: one POST, and what became of it in the words of the BRP's faults."""

import ssl
from collections.abc import Mapping

from convenant import lijn
from convenant.lijn import GeenAntwoord, Klok, Ruw

from .fouten import KoppelingMislukt


def vraag(url: str, koppen: Mapping[str, str], lading: bytes, tls: ssl.SSLContext | None, klok: Klok) -> Ruw:
    """One POST. Raises KoppelingMislukt with a code for whatever did not come in whole and in time."""
    try:
        return lijn.vraag("POST", url, koppen, klok, lading=lading, tls=tls)
    except GeenAntwoord as fout:
        code = fout.code
    raise KoppelingMislukt(code)
