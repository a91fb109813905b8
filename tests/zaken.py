"""What tests of cases share: a case as a persona sees it, and two people who act at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection

from convenant.poort import dossier
from convenant.poort.dossier import Dossier
from convenant.poort.handeling import Geweigerd
from convenant.tijd import stel_in
from tests.wereld import NU, Wereld


def zie(wereld: Wereld, naam: str, zaak: int) -> Dossier:
    with wereld.als(naam):
        return dossier.lees_zaak(zaak)


def velden(wereld: Wereld, naam: str, zaak: int, gegevensset: str) -> dict[str, Any]:
    """The values of the newest copy of this set that the persona may read."""
    gelezen = zie(wereld, naam, zaak).laatste(gegevensset)
    assert gelezen is not None, f"{naam} reads no {gegevensset}"
    return {veld.naam: veld.waarde for veld in gelezen.velden}


def tegelijk(wereld: Wereld, *daden: tuple[str, Callable[[], Any]]) -> list[Any]:
    """Each (persona, act) in a connection of its own, begun together; what each gave, or its refusal.

    Needs a world that is really committed.
    """
    samen = Barrier(len(daden))

    def doe(wie_en_wat: tuple[str, Callable[[], Any]]) -> Any:
        naam, daad = wie_en_wat
        try:
            with wereld.als(naam):
                samen.wait()
                return daad()
        except Geweigerd as weigering:
            return weigering
        finally:
            connection.close()

    # One clock for all of them: of two that each stop it, the last would leave it as the first had it.
    with stel_in(NU), ThreadPoolExecutor(len(daden)) as pool:
        return list(pool.map(doe, daden))
