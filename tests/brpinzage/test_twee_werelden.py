"""Two worlds: change every value that may not reach a corporatie, and it receives the same bytes.

The published test persons are the extract. In the second world everything about them is different that no selection
or condition of the policy reads: birth, BSN, sex where no title hangs on it, family, dates, doubts, the names of hidden
persons, and whoever lives at another corporatie's address. Pages, the own log page and the change log must not tell.
"""

import io
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
from auditlog.models import LogEntry
from django.db import transaction
from django.test import Client

from brpinzage import laden
from brpinzage.gba import lees_personen
from brpinzage.rijen import Bezitrij
from convenant.brp.adres import Adres
from convenant.poort.handeling import Geweigerd
from convenant.tijd import nu, stel_in
from tests.wereld import BEGIN, NU, Wereld, maak_wereld

PERSONEN = Path(__file__).resolve().parents[3] / "shared/standaarden/brp-personen/testset/test-data.json"
pytestmark = [
    pytest.mark.skipif(
        not PERSONEN.exists(), reason=f"the published test persons are not at {PERSONEN.parent}"
    ),
    pytest.mark.eis("HEE-2.5", "HEE-5.1", "HEE-3.3", "HEE-OW.6"),
]
STEEKPROEF = 40


def anders(persoon: dict[str, Any], van_ander: set[str]) -> dict[str, Any]:
    """The same person in the second world."""
    getal = zlib.crc32(persoon["burgerservicenummer"].encode())
    nieuw = persoon | {
        "burgerservicenummer": f"{900000000 + getal % 99999999:09d}",
        "aNummer": f"{getal:010d}",
        "geboorte": {"datum": "19010203", "plaats": {"code": "0001"}, "land": {"code": "6030"}},
        "partners": [],
        "ouders": [],
        "kinderen": [],
        "nationaliteiten": [],
        "rni": [],
        "verificatie": {"omschrijving": "anders"},
    }
    naam = dict(persoon.get("naam", {}))
    if "adellijkeTitelPredicaat" not in naam:
        nieuw["geslacht"] = {"code": "O"}
    if persoon.get("geheimhoudingPersoonsgegevens", "0") != "0" or _sleutel(persoon) in van_ander:
        nieuw["naam"] = naam | {"geslachtsnaam": "Andersgenaamd", "voornamen": "Iemand"}
    nieuw["verblijfplaats"] = persoon.get("verblijfplaats", {}) | {
        "datumAanvangAdreshouding": "20010101",
        "inOnderzoek": {"aanduidingGegevensInOnderzoek": "080000", "datumIngangOnderzoek": "20200101"},
    }
    return nieuw


def _sleutel(persoon: dict[str, Any]) -> str:
    plaats = persoon.get("verblijfplaats", {})
    return f"{plaats.get('postcode')}|{plaats.get('huisnummer')}"


@contextmanager
def wereld_van(personen: list[dict[str, Any]], eigen: list[Adres], ander: list[Adres]) -> Iterator[Wereld]:
    """A world of its own, undone afterwards."""
    with transaction.atomic():
        wereld = maak_wereld()
        with wereld.als("ina"):
            laden.werk_bezit_bij(Bezitrij(adres, BEGIN) for adres in eigen)
        with wereld.als("jan"):
            laden.werk_bezit_bij(Bezitrij(adres, BEGIN) for adres in ander)
        with wereld.als("eva"):
            bron = io.BytesIO(json.dumps(personen).encode())
            laden.activeer_uittreksel(laden.laad_uittreksel(lees_personen(bron, Counter()), nu()))
        yield wereld
        transaction.set_rollback(True)


def ontvangen(wereld: Wereld, adressen: list[Adres]) -> dict[str, str]:
    """Everything the contactpersoon of De Linde receives, with what is random or a number of a row masked."""
    client = Client()
    client.force_login(
        wereld.mensen["anna"].account, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    stukken: dict[str, str] = {}
    for adres in adressen:
        try:
            ontvangst = wereld.raadpleeg("anna", adres, kenmerk=uuid5(NAMESPACE_URL, adres.sleutel))
            stukken[adres.sleutel] = _lees(client, f"/heemstede/raadpleging/{ontvangst}/")
        except Geweigerd as weigering:
            stukken[adres.sleutel] = str(weigering.redenen)
    stukken["lijst"] = _lees(client, "/heemstede/raadplegen/")
    stukken["logboek"] = _lees(client, "/heemstede/logboek/")
    stukken["wijzigingen"] = str(
        sorted(LogEntry.objects.values_list("object_repr", "action", "changes_text"))
    )
    return {naam: gemaskeerd(stuk) for naam, stuk in stukken.items()}


def _lees(client: Client, url: str) -> str:
    antwoord = client.get(url)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def gemaskeerd(tekst: str) -> str:
    tekst = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "TOKEN", tekst)
    tekst = re.sub(r"(medewerker|autorisatie|verklaring|account|deelname) \d+", r"\1 N", tekst)
    return re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UUID", tekst)


def test_twee_werelden(db):
    """HEE-2.5: nothing but name and address arrives, in whatever form."""
    personen = json.loads(PERSONEN.read_text())
    adressen = sorted(
        {rij.adres for rij in lees_personen(PERSONEN.open("rb"), Counter())}, key=lambda adres: adres.sleutel
    )
    # One dwelling is of one corporatie.
    per_adres = {adres.sleutel: adres for adres in adressen}
    adressen = list({adres.bag_id or adres.sleutel: adres for adres in per_adres.values()}.values())
    eigen, ander = adressen[::2], adressen[1::2]
    van_ander = {f"{a.postcode.replace(' ', '')}|{a.huisnummer}" for a in ander} - {
        f"{a.postcode.replace(' ', '')}|{a.huisnummer}" for a in eigen
    }
    gevraagd = eigen[:: max(1, len(eigen) // STEEKPROEF)]
    with stel_in(NU):
        with wereld_van(personen, eigen, ander) as wereld:
            eerste = ontvangen(wereld, gevraagd)
        with wereld_van([anders(p, van_ander) for p in personen], eigen, ander) as wereld:
            tweede = ontvangen(wereld, gevraagd)
        # The check can fail: a name that may be seen does show.
        zichtbaar = [p | {"naam": {"geslachtsnaam": "Zichtbaar"}} for p in personen]
        with wereld_van(zichtbaar, eigen, ander) as wereld:
            derde = ontvangen(wereld, gevraagd)
    assert len(eerste) >= STEEKPROEF
    assert eerste == tweede
    assert sum(eerste[naam] != derde[naam] for naam in eerste) > STEEKPROEF // 2
