"""A shortcoming in artikel 6, its overleg, and the closing and opening of a corporatie's access (artikel 7)."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import Client

from brpinzage import afwijkingen, handelingen, tekortkoming, voorstel
from brpinzage.afwijkingen import Bevinding
from brpinzage.models import Bezitvoorstel
from brpinzage.rijen import Bezitrij
from convenant.bijlagen.models import Bijlage
from convenant.partijen.models import Deelname
from convenant.poort import bijlagen, dossier, poort
from convenant.poort.handeling import Geweigerd, Ongeldig
from convenant.tijd import stel_in
from convenant.verstrekkingen.models import Ontvangst
from tests.bijlagen.bestanden import maak_pdf
from tests.brpinzage.test_rondom import berichten, geteld, label, niet_voor, velden
from tests.wereld import BEGIN, KADE_3, LINDELAAN_12, NU, Wereld

pytestmark = pytest.mark.eis("HEE-7.1")
VANDAAG = date(2026, 11, 23)


def open_tekortkoming(wereld: Wereld, corporatie: str = "linde", lid: str = "6.1") -> int:
    keuze = str(wereld.deelnames[corporatie].pk)
    with wereld.als("hugo"):
        return tekortkoming.open_tekortkoming(keuze, lid, "Wachtwoorden op een lijst.", VANDAAG, uuid4())


def overleg(wereld: Wereld, zaak: int, uitkomst: str = "niet_nagekomen") -> None:
    with wereld.als("hugo"):
        tekortkoming.leg_overleg_vast(zaak, VANDAAG, "directeur", "De lijst verdwijnt.", uitkomst, uuid4())


def trek_in(wereld: Wereld, zaak: int, naam: str = "De Linde", kenmerk: UUID | None = None) -> None:
    with wereld.als("hugo"):
        tekortkoming.trek_toegang_in(zaak, "De lijst hing er nog.", naam, kenmerk or uuid4())


def ingetrokken(wereld: Wereld, corporatie: str = "linde") -> int:
    zaak = open_tekortkoming(wereld, corporatie)
    overleg(wereld, zaak)
    trek_in(wereld, zaak, wereld.deelnames[corporatie].partij.naam)
    return zaak


def is_dicht(wereld: Wereld, corporatie: str = "linde") -> bool:
    return Deelname.objects.get(pk=wereld.deelnames[corporatie].pk).toegang_ingetrokken_op is not None


@pytest.mark.eis("HEE-7.1.tekortkoming")
def test_de_corporatie_leest_wat_haar_wordt_verweten(wereld):
    zaak = open_tekortkoming(wereld, lid="6.2")
    assert velden(wereld, "ina", zaak, "tekortkoming") == {
        "lid_van_artikel_6": "6.2",
        "feiten": "Wachtwoorden op een lijst.",
        "geconstateerd_op": "2026-11-23",
    }
    assert label(wereld, "hugo", zaak) == "De Linde, artikel 6.2"
    niet_voor(wereld, zaak, "jan", "anna", "carla", "frits", "eva", "gerda")


@pytest.mark.eis("HEE-7.1.tekortkoming")
@pytest.mark.parametrize("lid", ["6.3", "3", "", "6"])
def test_een_andere_grond_dan_artikel_6_lid_1_of_2_kan_niet(wereld, lid):
    with pytest.raises(Ongeldig):
        open_tekortkoming(wereld, lid=lid)


def test_alleen_de_convenantbeheerder_en_niet_voor_morgen(wereld):
    linde = str(wereld.deelnames["linde"].pk)
    for naam in ("frits", "eva", "gerda", "ina", "anna"):
        with wereld.als(naam), pytest.raises(Geweigerd):
            tekortkoming.open_tekortkoming(linde, "6.1", "Feiten.", VANDAAG, uuid4())
    with wereld.als("hugo"), pytest.raises(Ongeldig):
        tekortkoming.open_tekortkoming(linde, "6.1", "Feiten.", VANDAAG + timedelta(days=1), uuid4())


@pytest.mark.eis("HEE-7.2", "HEE-7.2.overleg")
@pytest.mark.parametrize("uitkomsten", [(), ("nog_af_te_wachten",), ("niet_nagekomen", "nagekomen")])
def test_intrekken_pas_als_het_laatste_overleg_niet_tot_nakoming_leidde(wereld, uitkomsten):
    zaak = open_tekortkoming(wereld)
    for uur, uitkomst in enumerate(uitkomsten):
        with stel_in(NU + timedelta(hours=uur)):
            overleg(wereld, zaak, uitkomst)
    with stel_in(NU + timedelta(hours=5)):
        with pytest.raises(Geweigerd) as fout:
            trek_in(wereld, zaak)
        if uitkomsten:  # before it there is no such step at all
            assert "HEE-7.2" in str(fout.value)
            with wereld.als("hugo"), pytest.raises(Geweigerd, match="HEE-7.2"):
                tekortkoming.toets_intrekken(zaak)
    assert not is_dicht(wereld)


@pytest.mark.eis("HEE-7.2", "HEE-7.2.nakoming")
def test_nakoming_sluit_de_zaak_en_laat_de_toegang_open(wereld):
    zaak = open_tekortkoming(wereld)
    overleg(wereld, zaak, "nagekomen")
    with wereld.als("hugo"):
        tekortkoming.leg_nakoming_vast(zaak, "De lijst is weg.", uuid4())
    assert velden(wereld, "ina", zaak, "nakoming") == {"toelichting_nakoming": "De lijst is weg."}
    assert not is_dicht(wereld)
    assert geteld(wereld) == {("tekortkoming", "geopend"): 1, ("nakoming", "nagekomen"): 1}


@pytest.mark.eis("HEE-7.1.intrekking")
def test_intrekken_sluit_iedereen_van_de_corporatie_buiten(wereld, als_eigenaar):
    ontvangst = wereld.raadpleeg("anna", LINDELAAN_12)
    van_carla = wereld.raadpleeg("carla", KADE_3)
    with wereld.als("ina"):
        voorstel.leg_voor([Bezitrij(LINDELAAN_12, BEGIN)], heel=False)
        bijlagen.neem_aan(SimpleUploadedFile("stuk.pdf", maak_pdf(), "application/pdf"))
    ingetrokken(wereld)
    with wereld.als("anna"):
        with pytest.raises(Geweigerd, match="HEE-7.1"):
            handelingen.toets_toegang()
        with pytest.raises(Geweigerd, match="HEE-7.1"):
            poort.lees(ontvangst)
    with als_eigenaar():
        rij = Ontvangst.objects.get(pk=ontvangst)
        assert (rij.waarden, rij.sleutel, rij.vernietigd_op) == (None, None, NU)
        assert not Bezitvoorstel.objects.exists()
        assert not Bijlage.objects.exists()
    with wereld.als("carla"):  # the other corporatie notices nothing
        assert poort.lees(van_carla).waarde("naam_bewoner") == ["Sjaak Bakker"]
    assert not is_dicht(wereld, "waterkant")
    assert [naam for naam, _ in berichten(als_eigenaar)] == ["ina"]


def test_de_sessies_van_de_corporatie_eindigen_en_die_van_anderen_niet(wereld):
    klanten = {}
    for naam in ("anna", "ina", "dirk", "carla", "hugo"):
        klanten[naam] = Client()
        klanten[naam].force_login(
            wereld.mensen[naam].account, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
    ingetrokken(wereld)
    over = set(Session.objects.values_list("pk", flat=True))
    sleutels = {naam: klant.cookies["sessionid"].value for naam, klant in klanten.items()}
    assert {naam for naam, sleutel in sleutels.items() if sleutel in over} == {"carla", "hugo"}
    assert klanten["anna"].get("/heemstede/").status_code == 302  # to the login


@pytest.mark.eis("HEE-7.1.herstel")
def test_herstellen_opent_alles_weer(wereld, als_eigenaar):
    ontvangst = wereld.raadpleeg("anna", LINDELAAN_12)
    with wereld.als("anna"):
        afwijking = afwijkingen.wijkt_af(ontvangst, Bevinding(["mist", "mist"], "anders", "Onbekend."))
    zaak = ingetrokken(wereld)
    with wereld.als("anna"), pytest.raises(Geweigerd):
        dossier.lees_zaak(afwijking)
    with wereld.als("hugo"):
        tekortkoming.herstel_toegang(zaak, "De lijst is weg.", uuid4())
    assert not is_dicht(wereld)
    assert velden(wereld, "ina", zaak, "herstel_toegang") == {"toelichting_herstel": "De lijst is weg."}
    assert velden(wereld, "ina", zaak, "intrekking_toegang") == {"reden_intrekking": "De lijst hing er nog."}
    wereld.raadpleeg("anna", LINDELAAN_12)
    with wereld.als("anna"):
        concept = afwijkingen.concept(afwijking)
        assert concept is not None
        assert concept.toelichting == "Onbekend."
    assert [naam for naam, _ in berichten(als_eigenaar)] == ["ina", "ina"]


@pytest.mark.eis("HEE-7.1.herstel")
def test_een_andere_zaak_houdt_de_toegang_dicht(wereld):
    zaken = [ingetrokken(wereld), ingetrokken(wereld)]
    for zaak, dicht in zip(zaken, (True, False), strict=True):
        with wereld.als("hugo"):
            tekortkoming.herstel_toegang(zaak, "Opgelost.", uuid4())
        assert is_dicht(wereld) is dicht


def test_de_naam_moet_kloppen_en_twee_keer_sturen_is_een_keer(wereld, als_eigenaar):
    zaak, nummer = open_tekortkoming(wereld), uuid4()
    overleg(wereld, zaak)
    with pytest.raises(Ongeldig) as fout:
        trek_in(wereld, zaak, "Waterkant")
    assert set(fout.value.fouten) == {"naam"}
    assert not is_dicht(wereld)
    for _ in range(2):
        trek_in(wereld, zaak, " de linde ", nummer)
    assert len(berichten(als_eigenaar)) == 1
    assert geteld(wereld)[("intrekking_toegang", "ingetrokken")] == 1


@pytest.mark.parametrize("functie", ["toegang_sluit", "toegang_open"])
def test_de_database_sluit_en_opent_alleen_op_een_eigen_zaak_die_zo_ver_is(wereld, functie):
    zaak = open_tekortkoming(wereld)
    overleg(wereld, zaak)
    for naam in ("hugo", "ina", "frits"):
        with wereld.als(naam), pytest.raises(DatabaseError), transaction.atomic():
            roep(functie, zaak)
    with pytest.raises(DatabaseError), transaction.atomic():
        roep(functie, zaak)
    assert not is_dicht(wereld)


def roep(functie: str, zaak: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"select {functie}(%s)", [zaak])
