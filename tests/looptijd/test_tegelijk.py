"""Two at once, in connections of their own."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from convenant.looptijd import beeindigen
from convenant.looptijd.beeindigen import Invoer
from convenant.looptijd.models import Beeindiging, Feit
from convenant.looptijd.tasks import werk_looptijd_bij
from convenant.partijen.models import Deelname
from convenant.poort.handeling import Ongeldig
from convenant.tijd import stel_in
from tests.wereld import NU, Wereld, maak_wereld
from tests.zaken import tegelijk

from .conftest import VANDAAG

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def wereld(transactional_db: None) -> Wereld:
    return maak_wereld()


@pytest.mark.eis("HEE-9.3")
def test_twee_tegelijk_is_een_opzegging(wereld):
    def daad() -> str:
        try:
            return str(beeindigen.leg_vast(Invoer("opzeggen", VANDAAG)))
        except Ongeldig:
            return "te laat"

    assert sorted(uit == "te laat" for uit in tegelijk(wereld, ("ina", daad), ("ina", daad))) == [False, True]
    with stel_in(NU), wereld.als("ina"):
        assert Beeindiging.objects.count() == 1
    assert Deelname.objects.get(pk=wereld.deelnames["linde"].pk).einde == date(2027, 2, 1)


@pytest.mark.eis("HEE-9.1.b")
def test_twee_klokken_tegelijk_verlengen_een_keer(wereld):
    def klok(_: int) -> None:
        try:
            werk_looptijd_bij()
        finally:
            connection.close()

    with stel_in(NU):
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(klok, range(2)))
        with wereld.als("ina"):
            assert Feit.objects.filter(soort=Feit.VERLENGD).count() == 6
