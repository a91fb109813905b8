"""What the tests of fetching an extract share: a BRP on loopback, a municipality linked to it, invented persons."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import redis
from django.conf import settings
from django.db import connection
from django.test import override_settings

from brpinzage import laden, ophaalwerk, ophalen
from brpinzage.handelingen import resultaat
from brpinzage.models import Ingeschrevene
from brpinzage.rijen import Bezitrij
from brpinzage.simulator.bron import Bron
from convenant.brp import brp_van
from convenant.brp.adres import maak_adres
from convenant.partijen import inrichting, rechten
from convenant.partijen.models import Account
from tests.brp.conftest import draai
from tests.brp.gateway import antwoord
from tests.wereld import BEGIN, KADE_3, LINDELAAN_12, LINDELAAN_14A, Wereld

GEMEENTE = "0397"
KANARIE = "Kanarievogel"
GEHEIM = {"geheimhoudingPersoonsgegevens": "7"}
VERTROKKEN = {
    "opschortingBijhouding": {"reden": {"code": "E", "omschrijving": "emigratie"}, "datum": "20200101"}
}
OVERLEDEN = {
    "opschortingBijhouding": {"reden": {"code": "O", "omschrijving": "overlijden"}, "datum": "20200101"}
}
NIEMAND = UUID("6b6fb712-67bf-4c26-8a3a-1bcb4ca7f0ef")
ELDERS = maak_adres("2109 ZZ", "1", straatnaam="Elders", woonplaats="Heemstede")


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


def bron(*personen) -> Bron:
    return Bron(personen)


def drie_woningen() -> Bron:
    return bron(
        persoon(1, "Fien", LINDELAAN_12),
        persoon(2, "Wout", LINDELAAN_12),
        persoon(3, "Geheimina", LINDELAAN_14A, **GEHEIM),
        persoon(4, "Sjaak", KADE_3),
        persoon(5, "Ver Weg", KADE_3, **VERTROKKEN),
        persoon(6, "Zaliger", KADE_3, **OVERLEDEN),
        persoon(7, "Buiten", ELDERS),
    )


def rijen(als_eigenaar) -> list[tuple[str, str, bool]]:
    with als_eigenaar():
        gevonden = Ingeschrevene.objects.filter(uittreksel__status="concept")
        return sorted(gevonden.values_list("adres_sleutel", "naam", "afgeschermd"))


def neem_in_gebruik(wereld) -> None:
    with wereld.als("eva"):
        laden.activeer_uittreksel(next(kaart.id for kaart in laden.uittreksels() if kaart.is_concept))


def namen(wereld, wie: str, adres) -> list[str]:
    ontvangst = wereld.raadpleeg(wie, adres)
    with wereld.als(wie):
        return list(resultaat(ontvangst).namen)


def persoon_in_antwoord(regel1: str, postcode: str, **anders):
    inhoud = {
        "burgerservicenummer": bsn(1),
        "naam": {"volledigeNaam": f"Proef {KANARIE}"},
        "adressering": {"adresregel1": regel1, "adresregel2": f"{postcode}  HEEMSTEDE"},
    }
    return antwoord({"type": "ZoekMetPostcodeEnHuisnummer", "personen": [inhoud | anders]})


def tweede_ambtenaar(wereld) -> None:
    account = Account.objects.create_user("els@voorbeeld.nl", "wachtwoord-van-niemand", naam="Els")
    wereld.mensen["els"] = inrichting.neem_in_dienst(
        account, wereld.deelnames["gemeente"].partij, van=BEGIN, verklaringen=("geheimhouding",)
    )
    autorisatie = rechten.meld_aan(
        wereld.mensen["els"], wereld.groep("gemeente", "burgerzaken"), door=wereld.mensen["hugo"]
    )
    rechten.verleen(autorisatie, door=wereld.mensen["gerda"], van=BEGIN)


def in_redis() -> str:
    lijn = redis.Redis.from_url(settings.REDIS_URL)
    gevonden = []
    for sleutel in lijn.scan_iter("*"):
        soort = lijn.type(sleutel)
        waarde = (
            lijn.get(sleutel)
            if soort == b"string"
            else lijn.lrange(sleutel, 0, -1)
            if soort == b"list"
            else b""
        )
        gevonden.append(f"{sleutel!r} {waarde!r}")
    return " ".join(gevonden)
