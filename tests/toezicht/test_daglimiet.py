"""The daily limit per person: one more is refused with reason and article, also when it comes at the same moment."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from convenant.partijen.models import InstellingWaarde
from convenant.poort.handeling import Geweigerd
from convenant.tijd import stel_in
from tests.schermen.klant import Formulieren
from tests.toezicht.conftest import laatste_regels, tekst
from tests.wereld import KADE_3, LINDELAAN_12, LINDELAAN_14A, NU, Wereld, maak_wereld

pytestmark = pytest.mark.eis("HEE-3.4")


def stel_limiet_in(wereld: Wereld, limiet: int) -> None:
    InstellingWaarde.objects.create(convenant=wereld.convenant, naam="daglimiet_raadplegingen", waarde=limiet)


def test_standaard_vijftig(wereld):
    for _ in range(50):
        wereld.raadpleeg("anna", LINDELAAN_12)
    with pytest.raises(Geweigerd) as fout:
        wereld.raadpleeg("anna", LINDELAAN_12)
    assert [reden.eis for reden in fout.value.redenen] == ["HEE-3.4"]


def test_een_ander_en_een_andere_dag_tellen_niet_mee(wereld):
    stel_limiet_in(wereld, 2)
    for _ in range(2):
        wereld.raadpleeg("anna", LINDELAAN_12)
    with pytest.raises(Geweigerd):
        wereld.raadpleeg("anna", LINDELAAN_14A)
    wereld.raadpleeg("bert", LINDELAAN_12)
    wereld.raadpleeg("carla", KADE_3)
    with stel_in(NU + timedelta(days=1)):
        wereld.raadpleeg("anna", LINDELAAN_12)


def test_een_weigering_en_een_blik_tellen_niet_mee(wereld):
    stel_limiet_in(wereld, 1)
    with pytest.raises(Geweigerd):
        wereld.raadpleeg("anna", KADE_3)
    wereld.raadpleeg("anna", LINDELAAN_12)


def test_twee_keer_hetzelfde_formulier_is_er_een(wereld):
    from tests.wereld import aanvraag

    stel_limiet_in(wereld, 1)
    formulier = aanvraag()
    eerste = wereld.raadpleeg("anna", LINDELAAN_12, **formulier)
    assert wereld.raadpleeg("anna", LINDELAAN_12, **formulier) == eerste


def test_wie_aan_de_grens_is_hoort_het_voor_het_typen(klant, wereld, als_eigenaar):
    stel_limiet_in(wereld, 1)
    wereld.raadpleeg("anna", LINDELAAN_12)
    antwoord = Formulieren(klant("anna")).stuur("adres", {"postcode": "2101 AB", "huisnummer": "12"})
    inhoud = tekst(antwoord)
    assert "artikel 3.4" in inhoud
    assert laatste_regels(wereld, als_eigenaar, 1)[0][0] == "raadplegen"


def test_twee_tegelijk_op_de_laatste_plaats(transactional_db):
    """Two desks, one person, one place left: one is served, the other refused."""
    wereld = maak_wereld()
    stel_limiet_in(wereld, 2)
    uitkomsten: list[str] = []
    samen = threading.Barrier(2)

    def raadpleeg() -> None:
        samen.wait()
        try:
            wereld.raadpleeg("anna", LINDELAAN_14A)
            uitkomsten.append("gelukt")
        except Geweigerd:
            uitkomsten.append("geweigerd")
        finally:
            connection.close()

    with stel_in(NU):
        wereld.raadpleeg("anna", LINDELAAN_12)
        draden = [threading.Thread(target=raadpleeg) for _ in range(2)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
    assert sorted(uitkomsten) == ["gelukt", "geweigerd"]
