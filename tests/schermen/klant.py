"""What the tests without a browser share: a signed-in client, the wizard by hand, and what stands in the database."""

from collections import Counter
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.http import HttpResponse
from django.test import Client

from convenant.partijen.models import Account
from tests.wereld import Wereld

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ADRES = {"postcode": "2101 AB", "huisnummer": "12"}
DOEL = {"doel": "bestandskwaliteit", "noodzaak": "De huurder vraagt medehuur aan."}
IDENTITEIT = {
    "vastgesteld": "ja",
    "naam": "R. Vink",
    "rol": "huurder",
    "document": "paspoort",
    "datum": "20-11-2026",
}


def log_in(wereld: Wereld, naam: str, **anders: Any) -> Client:
    client = Client(**anders)
    if naam == "vreemde":
        account = Account.objects.get_or_create(email="vreemde@voorbeeld.nl", defaults={"naam": "Vreemde"})[0]
        client.force_login(account, backend=BACKEND)
    elif naam:
        client.force_login(wereld.mensen[naam].account, backend=BACKEND)
    return client


class Formulieren:
    """The wizard as a browser sends it, one form at a time."""

    def __init__(self, client: Client, kenmerk: UUID | None = None):
        self.client, self.kenmerk = client, kenmerk or uuid4()

    def url(self, stap: str) -> str:
        return f"/heemstede/raadplegen/{self.kenmerk}/{stap}/"

    def velden(self, stap: str, velden: dict[str, str]) -> dict[str, str]:
        beheer = {f"raadplegen-heemstede-{self.kenmerk}-current_step": stap}
        return beheer | {f"{stap}-{naam}": waarde for naam, waarde in velden.items()}

    def stuur(self, stap: str, velden: dict[str, str] | None = None, **anders: str) -> HttpResponse:
        return self.client.post(self.url(stap), self.velden(stap, (velden or {}) | anders))

    def tot_controle(self) -> HttpResponse:
        """All in order up to the last look."""
        self.stuur("adres", ADRES)
        self.stuur("doel", DOEL)
        return self.stuur("identiteit", IDENTITEIT)


# What changes by looking: the session, and the chain that the log is counted by.
VLUCHTIG = ("django_session", "poort_logregel", "poort_logkop", "poort_logverborgen")


def tabellen() -> dict[str, tuple[int, str]]:
    """Every table with its number of rows and a checksum of their content, as the owner sees them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
        )
        namen = [naam for (naam,) in cursor.fetchall() if naam not in VLUCHTIG]
        som = " union all ".join(
            f"select '{naam}', count(*), coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {naam} t"
            for naam in namen
        )
        cursor.execute(som)
        return {naam: (aantal, inhoud) for naam, aantal, inhoud in cursor.fetchall()}


def logstand() -> Counter[str]:
    """How many lines the log has, by outcome; reading a list is no act that counts here."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select uitkomst from poort_logregel where handeling not in ('lijst_zien', 'logboek_lezen')"
        )
        return Counter(uitkomst for (uitkomst,) in cursor.fetchall())


def titel(response: HttpResponse) -> str:
    html = response.content.decode()
    return html[html.index("<title>") + 7 : html.index("</title>")].strip()
