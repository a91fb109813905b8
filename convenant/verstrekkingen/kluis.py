"""The envelope around values and files: a key of their own, wrapped by the master key, tied to the row it belongs to.

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
    sleutel = maak_sleutel()
    tekst = json.dumps(waarden, ensure_ascii=False).encode()
    return versleutel(sleutel, tekst, f"{rij}|waarden"), pak_in(sleutel, rij)


def open_zegel(
    waarden: bytes | memoryview | None, sleutel: bytes | memoryview | None, rij: str
) -> dict[str, Any]:
    """The values. Raises InvalidTag when they belong to another row or were changed, ValueError when destroyed."""
    if waarden is None or sleutel is None:
        raise ValueError("De waarden zijn vernietigd.")
    return json.loads(ontsleutel(pak_uit(sleutel, rij), waarden, f"{rij}|waarden"))


def maak_sleutel() -> bytes:
    return AESGCM.generate_key(256)


def pak_in(sleutel: bytes, rij: str) -> bytes:
    """The key wrapped by the master key, for this row alone."""
    return versleutel(_hoofdsleutel(), sleutel, f"{rij}|sleutel")


def pak_uit(blok: bytes | memoryview, rij: str) -> bytes:
    """The key. Raises InvalidTag when it was wrapped for another row."""
    return ontsleutel(_hoofdsleutel(), blok, f"{rij}|sleutel")


def versleutel(sleutel: bytes, tekst: bytes, waarbij: str) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(sleutel).encrypt(nonce, tekst, waarbij.encode())


def ontsleutel(sleutel: bytes, blok: bytes | memoryview, waarbij: str) -> bytes:
    """Raises InvalidTag when it was sealed with another key, for another place, or changed."""
    blok = bytes(blok)
    return AESGCM(sleutel).decrypt(blok[:NONCE], blok[NONCE:], waarbij.encode())


def _hoofdsleutel() -> bytes:
    return base64.b64decode(settings.HOOFDSLEUTEL)
