"""Two at once, in two real transactions: the third contactpersoon, the second grant, the last two of a chain."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from convenant.console import daden
from convenant.console.daden import INTREKKEN, VERLENEN
from convenant.partijen import rechten
from convenant.partijen.models import Autorisatie
from convenant.poort.handeling import Ongeldig
from tests.console.conftest import VANDAAG
from tests.console.spel import doe, meld_aan, neem_aan
from tests.wereld import Wereld
from tests.zaken import tegelijk


def zin(daad: Callable[[], Any]) -> Callable[[], str]:
    """ "" when it was done, else the sentence."""

    def probeer() -> str:
        try:
            daad()
        except Ongeldig as fout:
            return fout.fouten[""]
        return ""

    return probeer


def verleen(autorisatie: int) -> Callable[[], str]:
    return zin(lambda: daden.doe(VERLENEN, autorisatie, uuid4(), van=VANDAAG, tot=None))


@pytest.fixture
def twee_verleners(vaste_wereld: Wereld) -> Wereld:
    """Besides gerda there is kees."""
    neem_aan(vaste_wereld, "hugo", "gemeente", "kees")
    tweede = meld_aan(vaste_wereld, "hugo", "kees", "gemeente", "autorisatiebeheerder")
    doe(vaste_wereld, "gerda", VERLENEN, tweede)
    return vaste_wereld


@pytest.mark.eis("HEE-5.4")
def test_twee_derde_contactpersonen_tegelijk(twee_verleners: Wereld):
    wereld = twee_verleners
    doe(wereld, "ina", INTREKKEN, wereld.autorisaties["bert"].pk)
    neem_aan(wereld, "ina", "linde", "lies")
    eerste = meld_aan(wereld, "ina", "dirk", "linde", "contactpersoon")
    tweede = meld_aan(wereld, "ina", "lies", "linde", "contactpersoon")
    uitslagen = tegelijk(wereld, ("gerda", verleen(eerste)), ("kees", verleen(tweede)))
    assert sorted(uitslag[:12] for uitslag in uitslagen) == ["", "Er zijn al 2"]
    groep = wereld.groep("linde", "contactpersoon")
    nu = [rij for rij in Autorisatie.objects.filter(groep=groep, van__isnull=False) if rij.geldt(VANDAAG)]
    assert len(nu) == 2


@pytest.mark.eis("HEE-5.6")
def test_twee_verleners_besluiten_tegelijk_over_dezelfde(twee_verleners: Wereld):
    wereld = twee_verleners
    aanmelding = meld_aan(wereld, "ina", "dirk", "linde", "beheerder")
    uitslagen = tegelijk(wereld, ("gerda", verleen(aanmelding)), ("kees", verleen(aanmelding)))
    assert sorted(uitslagen) == ["", "Over deze aanmelding is al beslist. Meld de medewerker opnieuw aan."]


def test_hetzelfde_formulier_twee_keer_tegelijk(twee_verleners: Wereld):
    wereld = twee_verleners
    dirk, groep, kenmerk = wereld.mensen["dirk"].pk, wereld.groep("linde", "beheerder").pk, uuid4()
    daad = ("ina", lambda: daden.meld_aan(dirk, groep, kenmerk))
    eerste, tweede = tegelijk(wereld, daad, daad)
    assert eerste == tweede


@pytest.mark.eis("HEE-5.6")
def test_de_laatste_twee_trekken_zichzelf_tegelijk_in(twee_verleners: Wereld):
    wereld = twee_verleners
    eigen = {
        naam: Autorisatie.objects.get(
            medewerker=wereld.mensen[naam], groep__functie="autorisatiebeheerder"
        ).pk
        for naam in ("gerda", "kees")
    }
    daden_ = [
        (naam, zin(lambda pk=pk: daden.doe(INTREKKEN, pk, uuid4(), reden="Ik stop.")))
        for naam, pk in eigen.items()
    ]
    uitslagen = tegelijk(wereld, *daden_)
    assert sorted("eerste_beheerder" in uitslag for uitslag in uitslagen) == [False, True]


@pytest.mark.eis("HEE-5.6")
def test_de_laatste_twee_gaan_niet_allebei_morgen_weg(twee_verleners: Wereld):
    """Each is still there today: the second counts who is left tomorrow."""
    wereld, morgen = twee_verleners, VANDAAG + timedelta(days=1)
    gerda, kees = (
        Autorisatie.objects.select_related("medewerker", "groep__deelname").get(
            medewerker=wereld.mensen[naam], groep__functie="autorisatiebeheerder"
        )
        for naam in ("gerda", "kees")
    )
    rechten.trek_in(gerda, door=None, reden="Weg.", per=morgen)
    with wereld.als("kees"):
        daden.toets_laatste(kees)
        with pytest.raises(Ongeldig) as fout:
            daden.toets_laatste(kees, morgen)
    assert "eerste_beheerder" in fout.value.fouten[""]
