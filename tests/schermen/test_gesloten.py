"""With the access of the own corporatie withdrawn no form opens, and nothing that is sent along is taken in (HEE-7.1)."""

import pytest

from convenant.bijlagen.models import Bijlage
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.brpinzage.test_afwijkingen import bevind
from tests.wereld import NU, Wereld

pytestmark = pytest.mark.eis("HEE-7.1")


@pytest.fixture
def gesloten(wereld: Wereld, als_eigenaar) -> int:
    """The id of a case of anna, whose party then lost its access."""
    zaak = bevind(wereld)
    with als_eigenaar():
        wereld.deelnames["linde"].toegang_ingetrokken_op = NU
        wereld.deelnames["linde"].save()
    return zaak


@pytest.mark.parametrize("pad", ["nieuw/verhuizing_doorgeven/", "{zaak}/afwijking_melden/", "{zaak}/"])
def test_geen_formulier_gaat_open(klant, gesloten: int, pad: str):
    antwoord = klant("anna").get("/heemstede/zaken/" + pad.format(zaak=gesloten))
    assert antwoord.status_code == 403
    assert "artikel 7.1" in antwoord.content.decode()


def test_een_bestand_komt_niet_binnen(klant, gesloten: int, als_eigenaar):
    for _ in range(2):
        antwoord = klant("anna").post(
            "/heemstede/zaken/nieuw/verhuizing_doorgeven/",
            {"machtiging_document": geladen("brief.pdf", maak_pdf())},
        )
        assert antwoord.status_code == 403
    with als_eigenaar():
        assert not Bijlage.objects.exists()
