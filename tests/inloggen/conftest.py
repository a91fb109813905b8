from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.inloggen.aanbieder import CLIENT_ID, GEHEIM, OpenIdServer
from tests.schermen.conftest import klant, onveranderd, stad, wereld, werk_als
from tests.wereld import Wereld

__all__ = ["klant", "onveranderd", "stad", "wereld", "werk_als"]


@pytest.fixture
def sluit_aanbieder_aan(settings: Any) -> Callable[..., None]:
    """`sluit_aanbieder_aan(url, partij, factor=["2"])`: the provider linde of the settings, as OIDC_LINDE_… would make it."""

    def doe(url: str, partij: object, **over: Any) -> None:
        app = {
            "provider_id": "linde",
            "name": "De Linde",
            "client_id": CLIENT_ID,
            "secret": GEHEIM,
            "settings": {
                "server_url": url,
                "partij": str(partij),
                "claim": "email",
                "factor": [],
                "organisatie": "",
            }
            | over,
        }
        # Attempts are counted per address, and all tests come from one.
        settings.ACCOUNT_RATE_LIMITS = False
        oidc = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": oidc | {"APPS": [app]}}

    return doe


@pytest.fixture
def openid() -> Iterator[OpenIdServer]:
    with OpenIdServer.draai() as server:
        yield server


@pytest.fixture
def linde(openid: OpenIdServer, wereld: Wereld, sluit_aanbieder_aan: Callable[..., None]) -> OpenIdServer:
    """The provider of corporatie De Linde; anna and bert work there, carla elsewhere."""
    sluit_aanbieder_aan(openid.url, wereld.deelnames["linde"].partij_id)
    return openid
