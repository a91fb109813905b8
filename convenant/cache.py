"""Cache keys that tell nothing: allauth's rate limits put addresses of people in theirs."""

import hashlib
import hmac

from django.conf import settings


def opaque_key(key: str, key_prefix: str, version: int) -> str:
    whole = f"{key_prefix}:{version}:{key}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), whole, hashlib.sha256).hexdigest()
