"""Reads .data/env (tools/services.py) for demo and tests. Imported before base, which takes the environment as it is."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key
from environ import Env

# Lint, types and pure tests need settings but no services: addresses where nobody answers.
WITHOUT_SERVICES = {
    "DATABASE_URL": "postgresql://convenant_app@127.0.0.1:1/convenant",
    "DATABASE_OWNER_URL": "postgresql://convenant_eigenaar@127.0.0.1:1/convenant",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "SECRET_KEY": get_random_secret_key(),
}

Env.read_env(Path(__file__).resolve().parents[2] / ".data" / "env")
for name, value in WITHOUT_SERVICES.items():
    os.environ.setdefault(name, value)
