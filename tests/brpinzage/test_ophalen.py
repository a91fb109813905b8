"""An extract from the live BRP: what it holds, what it never keeps, and what happens when the BRP does not answer."""

import json
import threading
import time
from datetime import timedelta
from uuid import UUID

import pytest
import redis
from django.conf import settings
from django.db import DatabaseError, connection, connections
from django.test.utils import CaptureQueriesContext

from brpinzage import laden, ophaalwerk, ophalen
from brpinzage.adres import maak_adres
from brpinzage.handelingen import resultaat
from brpinzage.models import Ingeschrevene
from brpinzage.simulator.bron import Bron
from convenant.partijen import inrichting
from convenant.partijen.models import Account
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.models import Logregel
from convenant.tijd import stel_in
from tests.brp.gateway import antwoord, fout, gateway, zwijg
from tests.brpinzage.ophalen import (
    GEMEENTE,
    KANARIE,
    aangesloten,
    begin,
    brp,
    bsn,
    neem_in_bezit,
    persoon,
    stand,
    tel,
    werk,
)
from tests.brpinzage.test_laden import NIEUW, kaarten
from tests.schermen.klant import VLUCHTIG, tabellen
from tests.wereld import BEGIN, KADE_3, LINDELAAN_12, LINDELAAN_14A, NU

pytestmark = pytest.mark.django_db(transaction=True)
GEHEIM = {"geheimhoudingPersoonsgegevens": "7"}
VERTROKKEN = {
    "opschortingBijhouding": {"reden": {"code": "E", "omschrijving": "emigratie"}, "datum": "20200101"}
}
OVERLEDEN = {
    "opschortingBijhouding": {"reden": {"code": "O", "omschrijving": "overlijden"}, "datum": "20200101"}
}
NIEMAND = UUID("6b6fb712-67bf-4c26-8a3a-1bcb4ca7f0ef")
ELDERS = maak_adres("2109 ZZ", "1", straatnaam="Elders", woonplaats="Heemstede")


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


@pytest.mark.eis("HEE-OW.6", "HEE-2.5", "HEE-3.3")
def test_alle_adressen_van_alle_corporaties_worden_een_gewoon_concept(vaste_wereld, als_eigenaar):
    with brp(drie_woningen()):
        nummer = begin(vaste_wereld)
        assert sorted(kaarten(vaste_wereld)) == [("actief", 4, 0), ("ophalen", 0, 0)]
        werk()
    voortgang = stand(vaste_wereld)
    assert (voortgang.status, voortgang.totaal, voortgang.gedaan, voortgang.soorten) == ("klaar", 3, 3, ())
    assert rijen(als_eigenaar) == [
        ("2101AB|12||", f"Fien {KANARIE}", False),
        ("2101AB|12||", f"Wout {KANARIE}", False),
        ("2101AB|14|A|2", "", True),
        ("2102CD|3||", f"Sjaak {KANARIE}", False),
    ]
    assert sorted(kaarten(vaste_wereld)) == [("actief", 4, 0), ("concept", 4, 0)]
    neem_in_gebruik(vaste_wereld)
    assert nummer == stand(vaste_wereld).id
    assert namen(vaste_wereld, "anna", LINDELAAN_12) == [f"Fien {KANARIE}", f"Wout {KANARIE}"]
    assert namen(vaste_wereld, "carla", KADE_3) == [f"Sjaak {KANARIE}"]
    with pytest.raises(Geweigerd):
        vaste_wereld.raadpleeg("anna", LINDELAAN_14A)
    assert tel(als_eigenaar, "brpinzage_ophaaladres") == 0


@pytest.mark.eis("HEE-OW.6", "HEE-2.5")
def test_de_vraag_is_zo_klein_als_zij_kan_zijn(vaste_wereld):
    leeg = [
        antwoord({"type": soort, "personen": []})
        for soort in ("ZoekMetPostcodeEnHuisnummer", "ZoekMetAdresseerbaarObjectIdentificatie")
    ]
    with gateway(leeg[0], leeg[1], leeg[0]) as poort, aangesloten(poort.url):
        begin(vaste_wereld)
        werk()
    vragen = [json.loads(lading) for _, lading in poort.vragen]
    assert [(vraag.get("postcode"), vraag.get("adresseerbaarObjectIdentificatie")) for vraag in vragen] == [
        ("2101AB", None),
        (None, LINDELAAN_14A.bag_id),
        ("2102CD", None),
    ]
    for vraag in vragen:
        assert vraag["gemeenteVanInschrijving"] == GEMEENTE
        assert vraag["fields"] == [
            "adresseringBinnenland.adresregel1",
            "adresseringBinnenland.adresregel2",
            "burgerservicenummer",
            "naam.volledigeNaam",
        ]
    assert stand(vaste_wereld).is_klaar


@pytest.mark.eis("HEE-OW.6", "HEE-PAR.1")
@pytest.mark.parametrize("wie", ["anna", "ina", "dirk", "frits", "gerda", "hugo"])
def test_alleen_burgerzaken_haalt_op(vaste_wereld, wie):
    with brp(drie_woningen()):
        nummer = begin(vaste_wereld)
        for daad in (
            ophalen.begin,
            lambda: ophalen.pauzeer(nummer),
            lambda: ophalen.hervat(nummer),
            lambda: ophalen.stop(nummer),
        ):
            with pytest.raises(Geweigerd), vaste_wereld.als(wie):
                daad()
        with vaste_wereld.als(wie):
            assert ophalen.laatste() is None
    assert stand(vaste_wereld).loopt


@pytest.mark.eis("HEE-OW.6")
def test_wie_ophaalt_ziet_geen_adres_en_geen_persoon(vaste_wereld):
    """The functions that give addresses and take answers are the worker's: not even burgerzaken can call them."""
    with brp(drie_woningen()):
        nummer = begin(vaste_wereld)
    vragen = (
        "select * from brpinzage_ophaaladres",
        f"select * from ophaling_neem('{nummer}', '{nummer}', 10, now())",
        f"select ophaling_bewaar('{nummer}', '{nummer}', '[]')",
        f"select ophaling_klaar('{nummer}', now())",
    )
    for vraag in vragen:
        with pytest.raises(DatabaseError, match=r"context|permission"), vaste_wereld.als("eva"):
            connection.cursor().execute(vraag)


# --- when it does not go well


def test_de_brp_ligt_er_halverwege_uit_en_daarna_gaat_het_verder(vaste_wereld, als_eigenaar):
    een = persoon_in_antwoord("Lindelaan 12", "2101 AB")
    with gateway(een, fout(503, "notAvailable")) as poort, aangesloten(poort.url):
        begin(vaste_wereld)
        werk()
        voortgang = stand(vaste_wereld)
        assert (voortgang.gedaan, voortgang.loopt) == (1, True)
        assert voortgang.zin == "De BRP is nu niet bereikbaar. Probeer het later opnieuw."
        assert voortgang.niet_voor == NU + timedelta(minutes=1)
        gevraagd = len(poort.vragen)
        werk()
        assert len(poort.vragen) == gevraagd
    with brp(drie_woningen()), stel_in(NU + timedelta(minutes=1)):
        werk()
        assert (stand(vaste_wereld).is_klaar, stand(vaste_wereld).zin) == (True, "")
    assert [naam for _, naam, _ in rijen(als_eigenaar)] == [f"Proef {KANARIE}", "", f"Sjaak {KANARIE}"]


def persoon_in_antwoord(regel1: str, postcode: str, **anders):
    inhoud = {
        "burgerservicenummer": bsn(1),
        "naam": {"volledigeNaam": f"Proef {KANARIE}"},
        "adressering": {"adresregel1": regel1, "adresregel2": f"{postcode}  HEEMSTEDE"},
    }
    return antwoord({"type": "ZoekMetPostcodeEnHuisnummer", "personen": [inhoud | anders]})


@pytest.mark.parametrize(
    ("gedrag", "zin"),
    [
        (fout(429, "tooManyRequests"), "krijgt nu te veel vragen"),
        (fout(500, "serverError"), "Er ging iets mis bij de BRP"),
        (zwijg, "antwoordt niet op tijd"),
    ],
)
def test_wat_overgaat_wacht_een_minuut(vaste_wereld, gedrag, zin):
    with gateway(gedrag) as poort, aangesloten(poort.url, seconden="0.3"):
        begin(vaste_wereld)
        werk()
    voortgang = stand(vaste_wereld)
    assert zin in voortgang.zin
    assert (voortgang.loopt, voortgang.gedaan) == (True, 0)
    assert voortgang.niet_voor == NU + timedelta(minutes=1)


def test_zo_lang_als_de_brp_vraagt(vaste_wereld):
    later = antwoord(
        {"code": "tooManyRequests"}, "429 Te veel", "application/problem+json", Retry_After="900"
    )
    with gateway(later) as poort, aangesloten(poort.url):
        begin(vaste_wereld)
        werk()
        assert len(poort.vragen) == 1
    assert stand(vaste_wereld).niet_voor == NU + timedelta(minutes=15)


@pytest.mark.parametrize(
    ("gedrag", "zin"),
    [
        (fout(401, "authentication"), "herkent deze aansluiting niet"),
        (fout(403, "unauthorizedField"), "mag een van deze gegevens niet opvragen"),
        (antwoord(b"<html>onderhoud</html>", soort="text/html"), "is niet te lezen"),
        (antwoord(b"", "302 Found", Location="https://elders.example/"), "verwijst naar een ander adres"),
    ],
)
def test_wat_niet_overgaat_wacht_op_een_mens(vaste_wereld, gedrag, zin):
    with gateway(gedrag) as poort, aangesloten(poort.url):
        nummer = begin(vaste_wereld)
        werk()
        assert zin in stand(vaste_wereld).zin
        assert stand(vaste_wereld).gepauzeerd
        with stel_in(NU + timedelta(hours=2)):
            werk()
        assert len(poort.vragen) == 1
    with brp(drie_woningen()):
        with vaste_wereld.als("eva"):
            ophalen.hervat(nummer)
        werk()
    assert stand(vaste_wereld).is_klaar


def test_een_doel_zonder_koppen_wacht_op_een_mens(vaste_wereld):
    """A setting that was forgotten: nothing is asked, and nobody waits for a worker that falls over each time."""
    with (
        gateway(fout(500, "x")) as poort,
        aangesloten(poort.url, koppen='{"bestandskwaliteit": {"X-Doel": "1"}}'),
    ):
        begin(vaste_wereld)
        werk(2)
        assert poort.vragen == []
    assert stand(vaste_wereld).gepauzeerd
    assert "niet goed ingesteld" in stand(vaste_wereld).zin


@pytest.mark.eis("HEE-3.3")
def test_een_adres_zonder_bruikbaar_antwoord_blijft_dicht(vaste_wereld, als_eigenaar):
    """Too many people, or an answer about another address: nobody is named, and no empty house is shown."""
    elders = persoon_in_antwoord("Dorpsstraat 9", "9999 ZZ")
    leeg = antwoord({"type": "ZoekMetAdresseerbaarObjectIdentificatie", "personen": []})
    with gateway(elders, leeg, fout(400, "tooManyResults")) as poort, aangesloten(poort.url):
        begin(vaste_wereld)
        werk()
    voortgang = stand(vaste_wereld)
    assert dict(voortgang.soorten) == {
        "De BRP gaf personen op een ander adres. Er is niets van bewaard. Meld dit aan de beheerder.": 1,
        "Er staan meer mensen ingeschreven dan de BRP in één keer geeft.": 1,
    }
    assert (voortgang.gedaan, voortgang.zonder_antwoord, voortgang.is_klaar) == (3, 2, True)
    assert KANARIE not in str(rijen(als_eigenaar))
    neem_in_gebruik(vaste_wereld)
    with pytest.raises(Geweigerd) as weigering:
        vaste_wereld.raadpleeg("carla", KADE_3)
    assert [reden.tekst for reden in weigering.value.redenen] == [
        "Dit adres is niet te raadplegen. Vraag het schriftelijk aan de gemeente."
    ]
    with pytest.raises(Ongeldig) as ongeldig:
        vaste_wereld.raadpleeg("anna", LINDELAAN_12)
    assert "kon dit adres niet ophalen" in ongeldig.value.fouten[""]
    assert namen(vaste_wereld, "anna", LINDELAAN_14A) == []


def test_geen_enkel_bruikbaar_antwoord_is_geen_zaak_van_een_adres(vaste_wereld, als_eigenaar):
    neem_in_bezit(
        vaste_wereld, *(maak_adres("2103 AA", str(n), "", "", "Laan", "Heemstede") for n in range(1, 31))
    )
    with gateway(persoon_in_antwoord("Dorpsstraat 9", "9999 ZZ")) as poort, aangesloten(poort.url):
        begin(vaste_wereld)
        werk()
        assert len(poort.vragen) == ophaalwerk.PER_KEER
    assert (stand(vaste_wereld).gepauzeerd, stand(vaste_wereld).gedaan) == (True, 0)
    assert "ander adres" in stand(vaste_wereld).zin


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


def tweede_ambtenaar(wereld) -> None:
    account = Account.objects.create_user("els@voorbeeld.nl", "wachtwoord-van-niemand", naam="Els")
    wereld.mensen["els"] = inrichting.neem_in_dienst(
        account, wereld.deelnames["gemeente"].partij, van=BEGIN, verklaringen=("geheimhouding",)
    )
    autorisatie = inrichting.meld_aan(
        wereld.mensen["els"], wereld.groep("gemeente", "burgerzaken"), door=wereld.mensen["hugo"]
    )
    inrichting.verleen(autorisatie, door=wereld.mensen["gerda"], van=BEGIN)


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


# --- the stock changes meanwhile


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


# --- nothing more than that


@pytest.mark.eis("HEE-2.5", "HEE-3.3", "HEE-OW.6")
def test_nergens_staat_meer_dan_de_naam(vaste_wereld, als_eigenaar, caplog):
    """The number of a person and the name of a hidden one: in no table, not in Redis, not in the log of the process."""
    caplog.set_level("DEBUG")
    with brp(drie_woningen()):
        begin(vaste_wereld)
        werk()
    inhoud = {}
    with als_eigenaar(), connection.cursor() as cursor:
        for tabel in (*tabellen(), *VLUCHTIG):
            cursor.execute(f"select coalesce(string_agg(t::text, '|'), '') from {tabel} t")
            inhoud[tabel] = cursor.fetchone()[0]
    assert {tabel for tabel, tekst in inhoud.items() if KANARIE in tekst} == {"brpinzage_ingeschrevene"}
    overal = "".join(inhoud.values()) + caplog.text + in_redis()
    for verboden in (*(bsn(n) for n in range(1, 8)), "Geheimina", "Ver Weg", "Zaliger", "Buiten"):
        assert verboden not in overal, verboden
    for alleen_tabel in (KANARIE, "2101AB", "Lindelaan"):
        assert alleen_tabel not in caplog.text + in_redis() + inhoud["poort_logregel"]


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


@pytest.mark.eis("HEE-4")
def test_elke_keer_staat_voor_en_na_het_vragen_in_het_logboek(vaste_wereld):
    with brp(drie_woningen()):
        nummer = begin(vaste_wereld)
        werk()
    with vaste_wereld.als("frits"):
        regels = Logregel.objects.filter(object=str(nummer)).order_by("volg")
        gezegd = [tuple(zin for zin, _ in regel.redenen) for regel in regels]
    assert gezegd == [
        (),
        ("De BRP wordt gevraagd naar adressen: 3.",),
        ("De BRP is gevraagd naar adressen: 3.",),
        (),
    ]


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
