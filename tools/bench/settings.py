"""The settings of production, with a header that says how long each answer took in the application itself."""

from convenant.settings.productie import *  # noqa: F403
from convenant.settings.productie import LOGGING, MIDDLEWARE, STORAGES

MIDDLEWARE = ["tools.bench.timing.Timing", *MIDDLEWARE]
# Named after their content as in production, but not compressed: no static file is measured.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}

# Its invented people have no telephone; looking at what a session says of a factor takes no time worth measuring.
TWEEDE_FACTOR = False

# A line per request would stand between the figures.
LOGGING["loggers"] |= {name: {"level": "WARNING"} for name in ("convenant.verzoek", "convenant.inloggen")}
