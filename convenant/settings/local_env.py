"""Reads .data/env (tools/services.py) for demo and tests. Imported before base, which takes the environment as it is."""

import os

from environ import Env

from tools.local_env import ENV, new_secrets

# Lint, types and pure tests need settings but no services: addresses where nobody answers.
WITHOUT_SERVICES = {
    "DATABASE_URL": "postgresql://convenant_app@127.0.0.1:1/convenant",
    "DATABASE_OWNER_URL": "postgresql://convenant_eigenaar@127.0.0.1:1/convenant",
    "REDIS_URL": "redis://127.0.0.1:1/0",
} | new_secrets()

Env.read_env(ENV)
for name, value in WITHOUT_SERVICES.items():
    os.environ.setdefault(name, value)
