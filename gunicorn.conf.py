"""Found by gunicorn itself, in the directory that it starts in. What its master writes looks like all the rest."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "convenant.settings.productie")

from django.conf import settings  # noqa: E402

logconfig_dict = settings.LOGGING
