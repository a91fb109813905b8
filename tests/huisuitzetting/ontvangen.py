"""Everything a persona receives: every page, list, count, CSV and PDF that its links lead to, its log page, messages, mail
and agenda; with what is random or the number of a row masked, so that two worlds can be laid beside each other."""

import html
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pikepdf
from django.core import mail
from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client

from convenant.agenda import feed
from convenant.poort import post
from tests.schermen.klant import log_in
from tests.tables import als_eigenaar
from tests.wereld import Wereld

LINK = re.compile(r'(?:href|hx-get)="(/[^"#]*)')
# Signing out, files that are the same for everyone, and rooms that are about colleagues and the text, never about a case.
ELDERS = re.compile(
    r"^/(?!haarlem/)|^/haarlem/(mensen|autorisaties|inrichting|looptijd|beleid|verwerkingsregister|werkplek|gezondheid)/"
)
MASKERS = (
    (re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"'), "TOKEN"),
    (re.compile(r'nonce="[^"]+"'), "NONCE"),
    (re.compile(r"kenmerk [0-9a-f]{8}\b"), "KENMERK"),
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "UUID"),
)
MEEST = 400  # pages of one persona; more means that links go round


@contextmanager
def wereld_apart() -> Iterator[None]:
    """What happens within is undone, the numbers of rows too: the next world gets the same ones."""
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute("select schemaname || '.' || sequencename, last_value from pg_sequences")
        standen = cursor.fetchall()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    with als_eigenaar(), connection.cursor() as cursor:
        for naam, stand in standen:
            cursor.execute("select setval(%s, %s, %s)", [naam, stand or 1, stand is not None])


def ontvangt(wereld: Wereld, naam: str) -> Mapping[str, str]:
    """By address (and "mail", "agenda") what this persona gets to see."""
    account = wereld.mensen[naam].account
    stukken = dict(_bladzijden(log_in(wereld, naam)))
    stukken["agenda"] = (feed.haal(account, wereld.convenant) or b"").decode()
    # All of it goes out at one moment, in no order.
    stukken["mail"] = "\n".join(
        sorted(gemaskeerd(f"{post.subject}\n{post.body}") for post in mail.outbox if account.email in post.to)
    )
    return {gemaskeerd(adres): gemaskeerd(stuk) for adres, stuk in stukken.items()}


def bezorg() -> None:
    """The mail that waits goes out, to be kept in an outbox of this world only."""
    mail.outbox.clear()
    post.verstuur()


def _bladzijden(client: Client) -> Iterator[tuple[str, str]]:
    te_doen, gezien = ["/haarlem/"], {"/haarlem/"}
    while te_doen:
        adres = te_doen.pop(0)
        antwoord = client.get(adres)
        if 300 <= antwoord.status_code < 400:
            yield adres, antwoord["Location"]
            links = [antwoord["Location"]]
        else:
            assert antwoord.status_code == 200, (adres, antwoord.status_code)
            tekst = leesbaar(antwoord)
            yield adres, tekst
            links = LINK.findall(tekst) if "html" in antwoord["Content-Type"] else []
        for link in dict.fromkeys(html.unescape(link) for link in links):
            if link not in gezien and not ELDERS.match(link):
                gezien.add(link)
                te_doen.append(link)
        assert len(gezien) < MEEST, sorted(gezien)


def leesbaar(antwoord: HttpResponseBase) -> str:
    """The text of an answer; of a PDF what is drawn on its pages, which says the same for the same text."""
    inhoud = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    if "pdf" not in antwoord["Content-Type"]:
        return inhoud.decode()
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        return "\n".join(pagina.Contents.read_bytes().decode("latin-1") for pagina in pdf.pages)


def gemaskeerd(tekst: str) -> str:
    for patroon, woord in MASKERS:
        tekst = patroon.sub(woord, tekst)
    return tekst
