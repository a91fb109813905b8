"""Somebody lost the second factor: one asks, another allows; by account, and once."""

from uuid import UUID, uuid4

import pytest
from allauth.mfa.models import Authenticator

from convenant.berichten.models import Bericht
from convenant.console import herstel
from convenant.partijen.models import Factorherstel
from convenant.poort.handeling import NietGevonden, Ongeldig
from tests.wereld import NU, Wereld


def vraag(wereld: Wereld, wie: str, over: str, kenmerk: UUID | None = None) -> None:
    with wereld.als(wie):
        herstel.vraag(wereld.mensen[over].pk, kenmerk or uuid4(), "Telefoon kwijt.")


def wachtend(wereld: Wereld, wie: str) -> list[UUID]:
    with wereld.als(wie):
        return [rij.id for rij in herstel.open_vragen()]


@pytest.fixture
def factor(wereld: Wereld) -> Authenticator:
    anna = wereld.mensen["anna"].account
    return Authenticator.objects.create(user=anna, type=Authenticator.Type.TOTP, data={"secret": "x"})


def test_gevraagd_en_toegestaan(wereld: Wereld, factor: Authenticator, als_eigenaar):
    vraag(wereld, "ina", "anna")
    (welke,) = wachtend(wereld, "gerda")
    assert wachtend(wereld, "ina") == []
    with wereld.als("gerda"):
        herstel.beslis(welke, True)
    assert not Authenticator.objects.exists()
    assert wachtend(wereld, "gerda") == []
    with als_eigenaar():
        aan = {rij.account.email.partition("@")[0] for rij in Bericht.objects.select_related("account")}
    assert {"ina", "gerda", "anna"} <= aan


def test_geweigerd_blijft_alles_zoals_het_was(wereld: Wereld, factor: Authenticator):
    vraag(wereld, "ina", "anna")
    (welke,) = wachtend(wereld, "gerda")
    with wereld.als("gerda"):
        herstel.beslis(welke, False)
    assert Authenticator.objects.count() == 1
    with wereld.als("gerda"), pytest.raises(NietGevonden):
        herstel.beslis(welke, True)


@pytest.mark.parametrize("wie", ["anna", "jan", "hugo", "eva", "frits", "gerda", "dirk"])
def test_alleen_wie_de_mens_aanmeldt_vraagt(wereld: Wereld, wie: str):
    with pytest.raises(NietGevonden):
        vraag(wereld, wie, "anna")


def test_niet_voor_zichzelf(wereld: Wereld):
    with pytest.raises(Ongeldig):
        vraag(wereld, "ina", "ina")


@pytest.mark.parametrize("wie", ["ina", "jan", "hugo", "eva", "frits", "anna", "dirk"])
def test_alleen_wie_verleent_beslist(wereld: Wereld, factor: Authenticator, wie: str):
    vraag(wereld, "ina", "anna")
    (welke,) = wachtend(wereld, "gerda")
    with wereld.als(wie), pytest.raises(NietGevonden):
        herstel.beslis(welke, True)
    assert Authenticator.objects.count() == 1


def test_niemand_beslist_over_zichzelf(wereld: Wereld):
    vraag(wereld, "hugo", "gerda")
    assert wachtend(wereld, "gerda") == []


def test_een_vraag_tegelijk_en_hetzelfde_formulier_een_keer(wereld: Wereld):
    kenmerk = uuid4()
    for _ in range(2):
        vraag(wereld, "ina", "anna", kenmerk)
    with pytest.raises(Ongeldig):
        vraag(wereld, "ina", "anna")
    assert len(wachtend(wereld, "gerda")) == 1


def test_de_databank_laat_niemand_buiten_de_keten_beslissen(wereld: Wereld):
    """Past the gate: who may ask may not allow."""
    vraag(wereld, "ina", "anna")
    with wereld.als("ina"):
        besluit = {"besloten_door": wereld.mensen["gerda"], "besloten_op": NU, "toegestaan": True}
        assert Factorherstel.objects.update(**besluit) == 0
    assert len(wachtend(wereld, "gerda")) == 1
