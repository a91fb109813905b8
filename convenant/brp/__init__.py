"""The municipality's own link to the BRP Personen API v2.7: who is registered at this address?

Use `brp_van(gemeente).zoek_op_adres(...)`. Nothing here touches the database, a cache or a file, and nothing that is said
about a person is logged or put into an exception. See docs/adr/0020-brp-client.md.
"""

from .antwoord import Antwoord, Datum, InOnderzoek, Opschorting, Persoon, Rni
from .client import BrpClient, brp_van
from .fouten import KoppelingMislukt

__all__ = [
    "Antwoord",
    "BrpClient",
    "Datum",
    "InOnderzoek",
    "KoppelingMislukt",
    "Opschorting",
    "Persoon",
    "Rni",
    "brp_van",
]
