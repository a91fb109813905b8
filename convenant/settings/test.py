"""The tests: real PostgreSQL and Redis. conftest.py switches to convenant_app once the tables are there."""

import os
import tempfile
from pathlib import Path

import convenant.settings.local_env  # noqa: F401  (first: base reads the environment)
from convenant.management.rollen import SJABLOON
from convenant.settings.base import *  # noqa: F403
from convenant.settings.base import CACHES, env

DEMO = True
# Most tests sign in past the forms, and move the clock; those in tests/inloggen set what production has.
TWEEDE_FACTOR = False
IDLE_SECONDEN = SESSIE_SECONDEN = 1000 * 365 * 24 * 3600
KLOK_INSTELBAAR = True
ADRESREGISTER = "demo"

# Each run has its own database, so that several runs can go on beside each other. It is a copy of an empty one in
# which new tables get the rights that they have in production.
DATABASES = {
    "default": env.db("DATABASE_OWNER_URL")
    | {"TEST": {"NAME": f"test_convenant_{os.getpid()}", "TEMPLATE": SJABLOON}, "OPTIONS": {}}
}
# Fast, and safe enough for passwords of nobody.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Signed heads are of this run's own log.
LOGBOEK_KOPPEN = str(Path(tempfile.gettempdir()) / f"convenant-koppen-{os.getpid()}")
# The counters of the limits on tries are this run's own.
CACHES["default"]["KEY_PREFIX"] = str(os.getpid())
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CELERY_TASK_ALWAYS_EAGER = False
