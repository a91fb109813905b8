"""An extract from the live BRP that takes its time: others take over, the stock changes, workers share it."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from brpinzage import laden, ophaalwerk, ophalen
from convenant.brp.adres import maak_adres
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.models import Logregel
from convenant.tijd import stel_in
from tests.brp.gateway import fout, gateway, zwijg
from tests.brpinzage.ophalen import (
    GEMEENTE,
    KANARIE,
    NIEMAND,
    aangesloten,
    begin,
    bron,
    brp,
    drie_woningen,
    neem_in_bezit,
    persoon,
    persoon_in_antwoord,
    rijen,
    stand,
    tel,
    tweede_ambtenaar,
    werk,
)
from tests.brpinzage.test_laden import NIEUW, kaarten
from tests.schermen.klant import tabellen
from tests.wereld import KADE_3, LINDELAAN_12, NU

pytestmark = pytest.mark.django_db(transaction=True)


def test_twee_keer_gestart_en_door_een_ander_hervat(vaste_wereld):
    tweede_ambtenaar(vaste_wereld)
    with brp(drie_woningen()):
        nummer = begin(vaste_wereld)
        for wie in ("eva", "els"):
            with pytest.raises(Ongeldig) as nog_een:
                begin(vaste_wereld, wie)
            assert nog_een.value.fouten[""] == ophalen.BEZIG
        with vaste_wereld.als("els"):
            ophalen.pauzeer(nummer)
        werk()
        assert (stand(vaste_wereld).gepauzeerd, stand(vaste_wereld).gedaan) == (True, 0)
        with vaste_wereld.als("els"):
            ophalen.hervat(nummer)
        werk()
    assert stand(vaste_wereld).is_klaar
    with vaste_wereld.als("frits"):
        wie = (
            Logregel.objects.filter(object=str(nummer))
            .order_by("volg")
            .values_list("medewerker_id", flat=True)
        )
        eva, els = (vaste_wereld.mensen[naam].pk for naam in ("eva", "els"))
        assert list(wie)[:3] == [eva, els, els]
        assert set(list(wie)[3:]) == {els}


def test_wie_startte_mag_het_niet_meer(vaste_wereld):
    """The job asks in somebody's name: it stops when that person may not, and goes on in another's."""
    tweede_ambtenaar(vaste_wereld)
    with brp(drie_woningen()):
        nummer = begin(vaste_wereld)
        autorisatie = vaste_wereld.autorisaties["eva"]
        autorisatie.tot = NU.date()
        autorisatie.save()
        werk()
        with vaste_wereld.als("els"):
            assert ophalen.laatste().gepauzeerd
            assert "mag dit nu niet" in ophalen.laatste().zin
            ophalen.hervat(nummer)
        werk()
        with vaste_wereld.als("els"):
            assert ophalen.laatste().is_klaar


@pytest.mark.eis("HEE-9.5")
def test_een_convenant_dat_afliep_vraagt_niets_meer(vaste_wereld):
    with gateway(zwijg) as poort, aangesloten(poort.url):
        begin(vaste_wereld)
        vaste_wereld.convenant.einde = NU.date()
        vaste_wereld.convenant.save()
        werk()
        assert poort.vragen == []


def test_gestopt_laat_niets_achter(vaste_wereld, als_eigenaar):
    with als_eigenaar():
        eerst = tabellen()
    with (
        gateway(persoon_in_antwoord("Lindelaan 12", "2101 AB"), fout(503, "notAvailable")) as poort,
        aangesloten(poort.url),
    ):
        nummer = begin(vaste_wereld)
        werk()
    assert tel(als_eigenaar, "brpinzage_ingeschrevene") == 5
    with vaste_wereld.als("eva"):
        ophalen.stop(nummer)
    assert stand(vaste_wereld).status == "gestopt"
    with als_eigenaar():
        later = tabellen()
    assert {tabel for tabel in eerst if later[tabel] != eerst[tabel]} == {"brpinzage_ophaling"}
    for daad in (ophalen.pauzeer, ophalen.hervat, ophalen.stop):
        with pytest.raises(Ongeldig) as fout_, vaste_wereld.als("eva"):
            daad(nummer)
        assert fout_.value.fouten[""] == ophalen.VOORBIJ
    with pytest.raises(NietGevonden), vaste_wereld.als("eva"):
        ophalen.stop(NIEMAND)


def test_een_bestand_laden_stoort_het_ophalen_niet(vaste_wereld):
    with brp(drie_woningen()):
        begin(vaste_wereld)
        with vaste_wereld.als("eva"):
            laden.laad_uittreksel([NIEUW], NU)
        werk()
    assert sorted(kaarten(vaste_wereld)) == [("actief", 4, 0), ("concept", 4, 0)]


def test_waar_niemand_op_terugkomt_verdwijnt_na_een_week(vaste_wereld, als_eigenaar):
    with gateway(fout(401, "authentication")) as poort, aangesloten(poort.url):
        begin(vaste_wereld)
        werk()
    for dagen, over in ((6, "pauze"), (8, "gestopt")):
        with stel_in(NU + timedelta(days=dagen)):
            laden.vergeet_concepten()
            assert stand(vaste_wereld).status == over
    assert tel(als_eigenaar, "brpinzage_ophaaladres") == 0
    assert kaarten(vaste_wereld) == [("actief", 4, 0)]


@pytest.mark.eis("HEE-2.3")
def test_bezit_dat_onderweg_komt_en_gaat(vaste_wereld, als_eigenaar):
    nieuw = maak_adres("2104 AA", "8", "", "", "Nieuwlaan", "Heemstede")
    personen = drie_woningen()
    personen._personen.append(persoon(8, "Nieuwkomer", nieuw))
    with (
        gateway(persoon_in_antwoord("Lindelaan 12", "2101 AB"), fout(503, "notAvailable")) as poort,
        aangesloten(poort.url),
    ):
        begin(vaste_wereld)
        werk()
    neem_in_bezit(vaste_wereld, nieuw)
    with als_eigenaar(), connection.cursor() as cursor:
        for adres in (LINDELAAN_12, KADE_3):  # one asked already, one still to do
            cursor.execute(
                "update brpinzage_bezit set tot = %s where adres_sleutel = %s", [NU.date(), adres.sleutel]
            )
    with brp(personen), stel_in(NU + timedelta(minutes=2)):
        werk()
    voortgang = stand(vaste_wereld)
    assert (voortgang.is_klaar, voortgang.totaal, voortgang.gedaan) == (True, 4, 4)
    assert [naam for _, naam, _ in rijen(als_eigenaar)] == ["", f"Nieuwkomer {KANARIE}"]


@pytest.mark.eis("HEE-7.1")
def test_een_corporatie_zonder_toegang_wordt_niet_gevraagd(vaste_wereld, als_eigenaar):
    deelname = vaste_wereld.deelnames["waterkant"]
    deelname.toegang_ingetrokken_op = NU
    with als_eigenaar():
        deelname.save()
    with brp(drie_woningen()):
        begin(vaste_wereld)
        werk()
    assert stand(vaste_wereld).totaal == 2
    assert "Sjaak" not in str(rijen(als_eigenaar))


def test_zonder_aansluiting_of_zonder_bezit_begint_het_niet(vaste_wereld, als_eigenaar):
    with pytest.raises(Ongeldig) as geen:
        begin(vaste_wereld)
    assert geen.value.fouten[""] == ophalen.GEEN_AANSLUITING
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute("update brpinzage_bezit set tot = %s", [NU.date()])
    with brp(drie_woningen()), pytest.raises(Ongeldig) as leeg:
        begin(vaste_wereld)
    assert leeg.value.fouten[""] == ophalen.GEEN_BEZIT
    assert kaarten(vaste_wereld) == [("actief", 4, 0)]


def test_meer_adressen_kosten_per_keer_evenveel_vragen(vaste_wereld):
    def vragen(aantal: int) -> int:
        adressen = [maak_adres("2103 AA", str(n), "", "", "Laan", "Heemstede") for n in range(1, aantal + 1)]
        neem_in_bezit(vaste_wereld, *adressen)
        with brp(bron(*(persoon(n, f"N{n}", adres) for n, adres in enumerate(adressen, 10)))):
            nummer = begin(vaste_wereld)
            (te_doen,) = ophaalwerk._te_doen()
            with CaptureQueriesContext(connection) as gevangen:
                assert ophaalwerk._doe_deel(te_doen)
            with vaste_wereld.als("eva"):
                ophalen.stop(nummer)
        return len(gevangen)

    assert vragen(1) == vragen(17)


def test_twee_werkers_doen_elk_adres_een_keer(vaste_wereld, als_eigenaar):
    adressen = [maak_adres("2103 AA", str(n), "", "", "Laan", "Heemstede") for n in range(1, 121)]
    neem_in_bezit(vaste_wereld, *adressen)
    personen = bron(*(persoon(n, f"N{n}", adres) for n, adres in enumerate(adressen, 10)))

    def draad() -> None:
        werk()
        connections.close_all()

    with brp(personen):
        begin(vaste_wereld)
        werkers = [threading.Thread(target=draad) for _ in range(3)]
        for werker in werkers:
            werker.start()
        for werker in werkers:
            werker.join(60)
        werk()
    assert (stand(vaste_wereld).is_klaar, stand(vaste_wereld).gedaan) == (True, 123)
    assert len(rijen(als_eigenaar)) == 120


def test_wie_te_laat_antwoordt_schrijft_niets(vaste_wereld, als_eigenaar):
    """What one worker took too long for, another has done: the late answer is not the second copy of a person."""
    with brp(drie_woningen()):
        begin(vaste_wereld)
        (te_doen,) = ophaalwerk._te_doen()
        wie = ophaalwerk._wie(te_doen.autorisatie_id)
        bewijs = NIEMAND
        with ophaalwerk._namens(wie, te_doen):
            taken = ophaalwerk._neem(te_doen.id, bewijs)
        laat, _ = ophaalwerk._vraag(ophaalwerk.brp_van(GEMEENTE), wie, taken)
        werk()
        assert stand(vaste_wereld).gedaan == 0
        with stel_in(NU + timedelta(minutes=11)):
            werk()
        with ophaalwerk._namens(wie, te_doen):
            ophaalwerk._bewaar(te_doen.id, bewijs, laat)
    assert stand(vaste_wereld).is_klaar
    assert len(rijen(als_eigenaar)) == 4


def test_niet_meer_vragen_per_seconde_dan_ingesteld(vaste_wereld):
    adressen = [maak_adres("2103 AA", str(n), "", "", "Laan", "Heemstede") for n in range(1, 10)]
    neem_in_bezit(vaste_wereld, *adressen)
    begonnen = time.monotonic()
    with brp(drie_woningen(), per_seconde="4"):
        begin(vaste_wereld)
        werk()
    assert stand(vaste_wereld).gedaan == 12
    assert time.monotonic() - begonnen > 1.0
