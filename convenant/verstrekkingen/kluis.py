"""The envelope around values: a key per copy, wrapped by the master key, tied to the row it belongs to.

AES-256-GCM of `cryptography` with a random nonce; the row's id is bound in, so that a sealed value put in another row
does not open. Deleting the wrapped key destroys the value.
"""

import base64
import json
import os
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE = 12


def verzegel(waarden: dict[str, Any], rij: str) -> tuple[bytes, bytes]:
    """(sealed values, wrapped key) for the row with this id."""
    sleutel = AESGCM.generate_key(256)
    tekst = json.dumps(waarden, ensure_ascii=False).encode()
    return _versleutel(sleutel, tekst, f"{rij}|waarden"), _versleutel(
        _hoofdsleutel(), sleutel, f"{rij}|sleutel"
    )


def open_zegel(
    waarden: bytes | memoryview | None, sleutel: bytes | memoryview | None, rij: str
) -> dict[str, Any]:
    """The values. Raises InvalidTag when they belong to another row or were changed, ValueError when destroyed."""
    if waarden is None or sleutel is None:
        raise ValueError("De waarden zijn vernietigd.")
    eigen = _ontsleutel(_hoofdsleutel(), bytes(sleutel), f"{rij}|sleutel")
    return json.loads(_ontsleutel(eigen, bytes(waarden), f"{rij}|waarden"))


def _versleutel(sleutel: bytes, tekst: bytes, waarbij: str) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(sleutel).encrypt(nonce, tekst, waarbij.encode())


def _ontsleutel(sleutel: bytes, blok: bytes, waarbij: str) -> bytes:
    return AESGCM(sleutel).decrypt(blok[:NONCE], blok[NONCE:], waarbij.encode())


def _hoofdsleutel() -> bytes:
    return base64.b64decode(settings.HOOFDSLEUTEL)
