"""What the tests of fetching an extract share: a BRP on loopback, a municipality linked to it, invented persons."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import override_settings

from brpinzage import laden, ophaalwerk, ophalen
from brpinzage.brp import brp_van
from brpinzage.rijen import Bezitrij
from tests.brp.conftest import draai
from tests.wereld import BEGIN, Wereld

GEMEENTE = "0397"
KANARIE = "Kanarievogel"


def bsn(nummer: int) -> str:
    return f"{999_000_000 + nummer:09}"


def persoon(nummer: int, naam: str, adres: Any, **anders: Any) -> dict[str, Any]:
    """An invented person in the BRP's own shape, at this address."""
    verblijf = {
        "straat": adres.straatnaam or "Straat",
        "postcode": adres.postcode.replace(" ", ""),
        "huisnummer": adres.huisnummer,
        "huisletter": adres.huisletter,
        "huisnummertoevoeging": adres.huisnummertoevoeging,
        "adresseerbaarObjectIdentificatie": adres.bag_id,
        "functieAdres": {"code": "W", "omschrijving": "woonadres"},
    }
    return {
        "burgerservicenummer": bsn(nummer),
        "gemeenteVanInschrijving": {"code": GEMEENTE, "omschrijving": "Heemstede"},
        "naam": {"voornamen": naam, "geslachtsnaam": KANARIE},
        "verblijfplaats": {veld: waarde for veld, waarde in verblijf.items() if waarde},
    } | anders


@contextmanager
def aangesloten(url: str, **anders: str) -> Iterator[None]:
    """The municipality asks this address for persons."""
    eigen = {"url": url, "seconden": "2", "pauze": "0.01", "per_seconde": "1000"} | anders
    brp_van.cache_clear()
    with override_settings(BRP=settings.BRP | {GEMEENTE: eigen}):
        yield
    brp_van.cache_clear()


@contextmanager
def brp(bron: Any, **anders: str) -> Iterator[None]:
    """The simulator over these persons."""
    with draai(bron) as url, aangesloten(url, **anders):
        yield


def begin(wereld: Wereld, wie: str = "eva") -> Any:
    with wereld.als(wie):
        return ophalen.begin()


def werk(keren: int = 1) -> None:
    """The worker's turn, as long as there is something to do."""
    for _ in range(keren):
        ophaalwerk.werk_door(60)


def stand(wereld: Wereld) -> Any:
    with wereld.als("eva"):
        return ophalen.laatste()


def neem_in_bezit(wereld: Wereld, *adressen: Any, beheerder: str = "ina") -> None:
    with wereld.als(beheerder):
        laden.werk_bezit_bij([Bezitrij(adres, BEGIN) for adres in adressen])


def tel(als_eigenaar: Callable[..., Any], tabel: str, waar: str = "true") -> int:
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute(f"select count(*) from {tabel} where {waar}")
        return cursor.fetchone()[0]
