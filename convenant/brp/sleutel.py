"""The key that a person is known by here, instead of the BSN."""

import hashlib
import hmac

from django.conf import settings


def persoon_sleutel(bsn: str) -> str:
    """The opaque key of a person. The BSN goes in, and nothing but this comes out (decision 61)."""
    return hmac.new(settings.PSEUDONIEM_SLEUTEL.encode(), f"bsn|{bsn}".encode(), hashlib.sha256).hexdigest()
