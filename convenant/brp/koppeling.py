"""How one municipality is connected: from the settings, which come from the environment."""

import json
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from convenant.lijn import is_beschermd

from .fouten import KoppelingMislukt

ALTIJD = "*"
# Settings that are more than text.
LEZERS: Mapping[str, Callable[[str], Any]] = {
    "koppen": json.loads,
    "token_velden": json.loads,
    "seconden": float,
    "pauze": float,
    "per_seconde": float,
}


@dataclass(frozen=True, repr=False)
class Koppeling:
    """One municipality's connection. Its secrets stay out of every repr."""

    gemeente: str
    url: str
    # Headers of the gateway per purpose; under * for every purpose. "{gebruiker}" becomes who asks.
    koppen: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    api_sleutel: str = ""
    api_sleutel_kop: str = "X-API-KEY"
    token_url: str = ""
    client_id: str = ""
    client_secret: str = ""
    scope: str = ""
    token_velden: Mapping[str, str] = field(default_factory=dict)
    certificaat: str = ""
    certificaat_sleutel: str = ""
    ca: str = ""
    # All of one question: connecting, waiting, reading and asking again.
    seconden: float = 15
    pauze: float = 0.5
    # How many addresses a second are asked for a whole extract.
    per_seconde: float = 10

    def __post_init__(self) -> None:
        """Raises ImproperlyConfigured: no number of a municipality, or personal data over a line that can be read."""
        if not (len(self.gemeente) == 4 and self.gemeente.isascii() and self.gemeente.isdigit()):
            raise ImproperlyConfigured("BRP_GEMEENTEN holds codes of municipalities, four digits each.")
        for adres in filter(None, (self.url, self.token_url)):
            if not is_beschermd(adres):
                raise ImproperlyConfigured(f"The BRP of {self.gemeente} is reached over https only.")

    @classmethod
    def voor(cls, gemeente: str) -> "Koppeling":
        """The connection in settings.BRP. Raises ImproperlyConfigured when there is none, or it is not whole."""
        ingesteld = settings.BRP.get(gemeente)
        if not ingesteld or not ingesteld["url"]:
            raise ImproperlyConfigured(f"Municipality {gemeente} has no connection to the BRP.")
        try:
            waarden = {naam: LEZERS.get(naam, str)(waarde) for naam, waarde in ingesteld.items() if waarde}
        except ValueError:
            raise ImproperlyConfigured(f"The BRP of {gemeente} has a setting that cannot be read.") from None
        return cls(gemeente, **waarden)

    def koppen_voor(self, doel: str, gebruiker: str) -> dict[str, str]:
        """The gateway's headers. Raises KoppelingMislukt for a purpose without any where others have them."""
        per_doel = self.koppen.keys() - {ALTIJD}
        if per_doel and doel not in per_doel:
            raise KoppelingMislukt("niet_ingesteld")
        koppen = {**self.koppen.get(ALTIJD, {}), **self.koppen.get(doel, {})}
        return {naam: waarde.replace("{gebruiker}", gebruiker) for naam, waarde in koppen.items()}

    def tls(self) -> ssl.SSLContext:
        context = ssl.create_default_context(cafile=self.ca or None)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if self.certificaat:
            context.load_cert_chain(self.certificaat, self.certificaat_sleutel or None)
        return context
