"""Production. Every secret comes from the environment; what belongs to demo or development stops the start."""

from django.core.exceptions import ImproperlyConfigured

from convenant.settings.base import *  # noqa: F403
from convenant.settings.base import ADRESREGISTER, ALLOWED_HOSTS, SECRET_KEY, env

for forbidden in ("DEBUG", "DEMO", "KLOK_BESTAND", "POSTVAK"):
    if env(forbidden, default="").lower() not in ("", "0", "false", "off", "no"):
        raise ImproperlyConfigured(f"{forbidden} hoort bij de demo en mag in productie niet aanstaan.")
if not env.bool("TWEEDE_FACTOR", default=True):
    raise ImproperlyConfigured("TWEEDE_FACTOR kan alleen in de demo uit.")
if ADRESREGISTER == "demo":
    raise ImproperlyConfigured("ADRESREGISTER: de adressen van de demo zijn verzonnen. Kies bag of pdok.")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "SECRET_KEY is te kort: maak een willekeurige sleutel van ten minste 50 tekens."
    )
if not env.list("ALLOWED_HOSTS", default=[]):
    raise ImproperlyConfigured("ALLOWED_HOSTS ontbreekt: noem de namen waaronder deze dienst te bereiken is.")

PUBLIEK_ADRES = env("PUBLIEK_ADRES", default=f"https://{ALLOWED_HOSTS[0]}")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
# One proxy stands in front (docker-compose.yml): limits per visitor count the visitor's address, not the proxy's.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("AANTAL_PROXIES", default=1)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessie"
CSRF_COOKIE_NAME = "__Host-csrf"
