"""A control of one corporatie by the toezichthouder: questions, answers, finding (HEE-4)."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from brpinzage import controle, deelnemers
from convenant.poort import bijlagen, dossier, werklijst
from convenant.poort.handeling import Geweigerd, Ongeldig
from convenant.poort.lijst import AAN_ZET, Lijst
from tests.bijlagen.bestanden import maak_pdf
from tests.brpinzage.test_rondom import label, niet_voor, velden
from tests.wereld import Wereld

pytestmark = pytest.mark.eis("HEE-4")
VRIJDAG = date(2026, 11, 27)


def open_controle(wereld: Wereld, zaak: int | None = None) -> int:
    linde = str(wereld.deelnames["linde"].pk)
    with wereld.als("frits"):
        return controle.open_controle(zaak, linde, "Wie heeft toegang?", "Het register", VRIJDAG, uuid4())


def aan_zet(wereld: Wereld, naam: str) -> list[int]:
    with wereld.als(naam):
        return [regel.zaak_id for regel in werklijst.werklijst(Lijst(AAN_ZET))]


@pytest.mark.eis("HEE-4.vragen", "HEE-4.antwoord", "HEE-4.bevinding")
def test_vragen_antwoorden_met_een_stuk_doorvragen_en_bevinding(wereld):
    zaak = open_controle(wereld)
    assert velden(wereld, "ina", zaak, "controlevragen") == {
        "controlevraag": "Wie heeft toegang?",
        "gevraagde_stukken": "Het register",
        "antwoord_voor": "2026-11-27",
    }
    assert label(wereld, "frits", zaak) == "Controle bij De Linde"
    niet_voor(wereld, zaak, "jan", "anna", "carla", "hugo", "eva", "gerda")
    assert (aan_zet(wereld, "ina"), aan_zet(wereld, "frits")) == ([zaak], [])
    with wereld.als("ina"):
        bestand = SimpleUploadedFile("register.pdf", maak_pdf(), "application/pdf")
        stuk = bijlagen.concept(bijlagen.neem_aan(bestand))
        assert stuk is not None
        controle.beantwoord(zaak, "Twee mensen.", stuk.waarde, uuid4())
    with wereld.als("frits"):
        assert bijlagen.lees_bijlage(stuk.id).naam == "register.pdf"
    assert open_controle(wereld, zaak) == zaak  # asks on
    with wereld.als("ina"):
        controle.beantwoord(zaak, "Nog steeds twee.", None, uuid4())
    with wereld.als("frits"):
        controle.rond_af(zaak, "In orde.", uuid4())
    assert velden(wereld, "ina", zaak, "controlebevinding") == {"bevinding": "In orde."}
    with wereld.als("frits"):
        assert dossier.lees_zaak(zaak).stap == "controle_afgerond"


def test_de_dag_van_het_antwoord_is_de_termijn_van_de_toezichthouder(wereld):
    zaak = open_controle(wereld)
    with wereld.als("frits"):
        termijn = dossier.lees_zaak(zaak).termijn
    assert termijn is not None
    assert termijn.date() == VRIJDAG  # its end, 23:00 UTC


@pytest.mark.eis("HEE-4.bevinding")
def test_zonder_antwoord_kan_de_controle_ook_dicht(wereld):
    zaak = open_controle(wereld)
    with wereld.als("frits"):
        controle.rond_af(zaak, "De corporatie antwoordt niet.", uuid4())
    with wereld.als("ina"), pytest.raises(Geweigerd):
        controle.beantwoord(zaak, "Te laat.", None, uuid4())


def test_een_dag_die_is_geweest_of_een_ander_dan_een_deelnemer_kan_niet(wereld):
    with wereld.als("frits"):
        linde = str(wereld.deelnames["linde"].pk)
        with pytest.raises(Ongeldig):
            controle.open_controle(None, linde, "Wie?", "", date(2026, 11, 22), uuid4())
        for vreemd in ("", "0", str(wereld.deelnames["gemeente"].pk)):
            with pytest.raises(Ongeldig):
                controle.open_controle(None, vreemd, "Wie?", "", VRIJDAG, uuid4())


def test_wie_niet_tekende_is_niet_te_kiezen(wereld, als_eigenaar):
    with als_eigenaar():
        waterkant = wereld.deelnames["waterkant"]
        waterkant.getekend_op = None
        waterkant.save()
    with wereld.als("frits"):
        assert [naam for _, naam in deelnemers.corporaties()] == ["De Linde"]


def test_alleen_de_toezichthouder_opent_een_controle(wereld):
    linde = str(wereld.deelnames["linde"].pk)
    for naam in ("hugo", "eva", "gerda", "ina", "anna"):
        with wereld.als(naam), pytest.raises(Geweigerd):
            controle.open_controle(None, linde, "Wie?", "", VRIJDAG, uuid4())
