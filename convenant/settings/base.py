"""What holds everywhere. Everything that differs per place comes from the environment; no workflow or policy here."""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from environ import Env

from convenant.settings.inloggen import *  # noqa: F403

env = Env()
BASE_DIR = Path(__file__).resolve().parents[2]

SECRET_KEY = env("SECRET_KEY")
# Base64 of 32 bytes: wraps the keys of what is stored encrypted.
HOOFDSLEUTEL = env("HOOFDSLEUTEL")
# The same: signs the heads of the logboek. Only the process that runs the tasks and the check has it.
LOGBOEK_SLEUTEL = env("LOGBOEK_SLEUTEL", default="")
# Makes the key of a data subject in the logboek; whoever changes it cuts the log from the people in it.
PSEUDONIEM_SLEUTEL = env("PSEUDONIEM_SLEUTEL")
DEBUG = False
# The demo page with one click per persona exists only where this is on.
DEMO = False
# See convenant/tijd.py.
KLOK_INSTELBAAR = False
KLOK_BESTAND: Path | None = None
# The mail of the demo, see settings/demo.py.
POSTVAK: Path | None = None

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "convenant",
    "convenant.partijen",
    "convenant.zaken",
    "convenant.verstrekkingen",
    "convenant.bijlagen",
    "convenant.berichten",
    "convenant.gezondheid",
    "convenant.termijnen",
    "convenant.poort",
    "convenant.toezicht",
    "convenant.looptijd",
    "convenant.agenda",
    "convenant.console",
    "convenant.web",
    "convenant.inloggen",
    "convenant.adressen",
    "brpinzage",
    "meldpunt",
    "woonoverlast",
    "huisuitzetting",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "auditlog",
    "csp",
    "django_htmx",
    "django_tables2",
    "formtools",
    "guardian",
    "rest_framework",
]

MIDDLEWARE = [
    "convenant.inloggen.koppen.Koppen",
    "convenant.web.gezondheid.Gezondheidsvraag",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # After the files of the design, about which there is nothing to say.
    "convenant.web.verzoekregel.Verzoekregel",
    "csp.middleware.CSPMiddleware",
    "convenant.web.foutpaginas.Vangnet",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    # Before the border: who has to sign in again comes no further, but inside its transaction.
    "convenant.inloggen.middleware.Inlogwacht",
    # The border: one transaction per request, its context in the database, the log as its last statement.
    "convenant.poort.grens.Grens",
    # Within it, so that who acts is known and an undone request leaves no entry.
    "auditlog.middleware.AuditlogMiddleware",
]

ROOT_URLCONF = "convenant.urls"
WSGI_APPLICATION = "convenant.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "convenant.web.frame.huisstijl",
                "convenant.web.werkplek.frame",
            ],
            "libraries": {"lucide": "convenant.web.templatetags.iconen"},
        },
    },
]

FORM_RENDERER = "convenant.web.formulieren.NLRenderer"
CSRF_FAILURE_VIEW = "convenant.inloggen.views.formulier_verlopen"

# The process works as convenant_app. Only `manage.py migrate` works as the owner of the tables.
AS_OWNER = env.bool("ALS_EIGENAAR", default=False)
DATABASES = {
    "default": env.db("DATABASE_OWNER_URL" if AS_OWNER else "DATABASE_URL")
    | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env("REDIS_URL")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_FUNCTION": "convenant.cache.opaque_key",
    }
}

CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = "json"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TIMEZONE = "Europe/Amsterdam"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
# Arguments are ids, but even those belong in no log.
CELERY_WORKER_REDIRECT_STDOUTS = False
# Seconds between two times. A time that was missed is not made up for: the next one does the same work.
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    taak.rpartition(".")[2]: {"task": taak, "schedule": seconden, "options": {"expires": seconden}}
    for taak, seconden in {
        "convenant.poort.tasks.sla": 30,
        "convenant.poort.tasks.teken_koppen": 300,
        "convenant.poort.tasks.vernietig_verlopen": 120,
        "convenant.poort.tasks.vergeet_sessies": 3600,
        "convenant.poort.tasks.vergeet_bijlagen": 3600,
        "convenant.poort.tasks.verstuur_berichten": 10,
        "convenant.poort.tasks.ruim_berichten_op": 3600,
        "convenant.poort.tasks.werk_termijnen_bij": 10,
        "convenant.toezicht.tasks.vernietig_toezicht": 3600,
        "convenant.looptijd.tasks.werk_looptijd_bij": 3600,
        "convenant.console.tasks.onderhoud_rechten": 3600,
        "convenant.agenda.tasks.vergeet_adressen": 3600,
        "brpinzage.tasks.vergeet_concepten": 3600,
        "huisuitzetting.tasks.vergeet_inlezingen": 3600,
        "huisuitzetting.tasks.laat_regelingen_aflopen": 3600,
        "brpinzage.tasks.haal_uittreksels_op": 10,
    }.items()
}

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(BASE_DIR / ".data" / "static"))
STATICFILES_DIRS = [directory for directory in [BASE_DIR / "static"] if directory.exists()]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Signed heads, outside the database and its backups.
LOGBOEK_KOPPEN = env.path("LOGBOEK_KOPPEN", default=str(BASE_DIR / ".data" / "logboek-koppen"))
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(BASE_DIR / ".data" / "media"))

# The largest document or picture, in bytes. Such an upload is read in memory and never lies on disk.
BIJLAGE_MAX_BYTES = env.int("BIJLAGE_MAX_BYTES", default=10 * 1024 * 1024)
FILE_UPLOAD_MAX_MEMORY_SIZE = BIJLAGE_MAX_BYTES + 1024 * 1024
# Scanner for uploads, as host:port of clamd; empty is off. When it does not answer in time, nothing comes in.
CLAMAV_ADRES = env("CLAMAV_ADRES", default="")
CLAMAV_SECONDEN = env.int("CLAMAV_SECONDEN", default=20)
# Django itself stops reading bodies without files at this limit.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# The largest file that somebody may load, in bytes and in rows.
INLEZEN_MAX_BYTES = env.int("INLEZEN_MAX_BYTES", default=25 * 1024 * 1024)
INLEZEN_MAX_RIJEN = env.int("INLEZEN_MAX_RIJEN", default=250_000)
# Connections to the BRP, by code of the municipality (convenant/brp/koppeling.py): BRP_0397_URL and so on.
BRP = {
    gemeente: {
        naam: env(f"BRP_{gemeente}_{naam.upper()}", default="")
        for naam in (
            *("url", "koppen", "api_sleutel", "api_sleutel_kop", "token_url", "client_id", "client_secret"),
            *("scope", "token_velden", "certificaat", "certificaat_sleutel", "ca", "seconden", "pauze"),
            "per_seconde",
        )
    }
    for gemeente in env.list("BRP_GEMEENTEN", default=[])
}
# Where addresses are looked up while somebody types: demo, bag or pdok; without one all is typed (docs/adr/0024).
ADRESREGISTER = env("ADRESREGISTER", default="")
ADRESREGISTER_URL = env("ADRESREGISTER_URL", default="")
ADRESREGISTER_SLEUTEL = env("ADRESREGISTER_SLEUTEL", default="")
ADRESREGISTER_SECONDEN = env.float("ADRESREGISTER_SECONDEN", default=3.0)
ADRESREGISTER_PER_MINUUT = 60
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 10

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

EMAIL_CONFIG = env.email("EMAIL_URL", default="dummymail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="convenant@localhost")
# A mail server that hangs takes the worker this long, once in two minutes (poort/post.py).
EMAIL_TIMEOUT = env.int("EMAIL_SECONDEN", default=10)
# Where a link in a mail, or in somebody's own calendar, leads.
PUBLIEK_ADRES = env("PUBLIEK_ADRES", default="http://localhost:8000")
# How often one calendar may fetch what is due.
AGENDA_PER_UUR = 60

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "convenant.storingen.opmaak", "json": True}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Who signs in and out, by number.
        "convenant.inloggen": {"level": "INFO"},
        "convenant.verzoek": {"level": "INFO"},
        "convenant.taak": {"level": "INFO"},
        # What these say about a request or a task, we say ourselves; of a request that failed Django knows where.
        "django.request": {"level": "ERROR"},
        "celery.app.trace": {"level": "CRITICAL"},
        "multiprocessing": {"propagate": True},
        # gunicorn begins with a handler of its own.
        "gunicorn.error": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
