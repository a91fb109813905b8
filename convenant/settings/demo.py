"""The demo on one's own machine: invented people, a page with one click per persona, a clock that can run ahead."""

import convenant.settings.local_env  # noqa: F401  (first: base reads the environment)
from convenant.settings.base import *  # noqa: F403
from convenant.settings.base import STORAGES, env

DEMO = True
# One click per invented person: nobody has a telephone for them.
TWEEDE_FACTOR = False
KLOK_INSTELBAAR = True
KLOK_DAGEN_VOORUIT = env.int("KLOK_DAGEN_VOORUIT", default=0)
ADRESREGISTER = env("ADRESREGISTER", default="demo")

# Named after their content as in production, but not compressed: that takes longer than all the rest of the start.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
