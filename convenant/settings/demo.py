"""The demo on one's own machine: invented people, a page with one click per persona, a clock that one can put ahead."""

from pathlib import Path

import convenant.settings.local_env  # noqa: F401  (first: base reads the environment)
from convenant.settings.base import *  # noqa: F403
from convenant.settings.base import BASE_DIR, CELERY_BEAT_SCHEDULE, LOGGING, STORAGES, env

DEMO = True
# One click per invented person: nobody has a telephone for them.
TWEEDE_FACTOR = False
KLOK_INSTELBAAR = True
# How far the clock runs ahead, for all processes together; `make clean` takes it away with the rest of the demo.
KLOK_BESTAND = Path(env("KLOK_BESTAND", default=str(BASE_DIR / ".data" / "klok")))
# Where the mail server of the demo leaves what it got (Procfile); a page shows it.
POSTVAK = Path(env("POSTVAK", default=str(BASE_DIR / ".data" / "post")))
ADRESREGISTER = env("ADRESREGISTER", default="demo")

# Named after their content as in production, but not compressed: that takes longer than all the rest of the start.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}

# Who puts the clock ahead, sees within seconds what the tasks make of it.
for regel in CELERY_BEAT_SCHEDULE.values():
    regel["schedule"] = regel["options"]["expires"] = min(regel["schedule"], 10)

# On a screen that somebody looks at: readable, and only what goes wrong.
LOGGING["formatters"]["line"]["json"] = False
LOGGING["loggers"] |= {naam: {"level": "WARNING"} for naam in ("convenant.verzoek", "convenant.taak")}
