"""The file .data/env: addresses and secrets of this checkout alone, made on first use, read by demo and tests."""

import base64
import os
import secrets
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / ".data"
ENV = DATA / "env"


def new_secrets() -> dict[str, str]:
    """A value for every secret that the settings ask (convenant/settings/base.py)."""
    return {
        "SECRET_KEY": secrets.token_urlsafe(48),
        "PSEUDONIEM_SLEUTEL": secrets.token_urlsafe(48),
        "HOOFDSLEUTEL": base64.b64encode(os.urandom(32)).decode(),
        "LOGBOEK_SLEUTEL": base64.b64encode(os.urandom(32)).decode(),
    }


def read() -> dict[str, str]:
    if not ENV.exists():
        return {}
    return dict(line.split("=", 1) for line in ENV.read_text().splitlines())


def write(known: dict[str, str]) -> None:
    """Replaces the file at once, so that nobody reads half of it."""
    new = ENV.with_suffix(".new")
    new.touch(mode=0o600)
    new.write_text("".join(f"{name}={value}\n" for name, value in known.items()))
    new.rename(ENV)
