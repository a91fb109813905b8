"""Ways around that were once open: each stays shut."""

import json
import threading
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from brpinzage import handelingen, laden
from brpinzage.handelingen import Identiteit
from brpinzage.rijen import Bezitrij, Persoonsrij
from convenant.brp.adres import maak_adres
from convenant.partijen import inrichting, rechten
from convenant.partijen.models import Account, InstellingWaarde, Verklaring
from convenant.poort import poort, zaken
from convenant.poort.feiten import Aanvraag, Feiten
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.models import Logregel
from convenant.tijd import nu, stel_in
from convenant.verstrekkingen.models import Ontvangst
from convenant.zaken.models import Zaak
from tests.proef import maak_proef
from tests.wereld import BEGIN, LINDELAAN_12, NU, Wereld, maak_wereld


@pytest.fixture
def proef(db):
    with stel_in(NU):
        yield maak_proef()


def klant(wereld: Wereld, naam: str) -> Client:
    client = Client()
    client.force_login(
        wereld.mensen[naam].account, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def weigert(opdracht: str, *waarden: object) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(opdracht, waarden)
    except DatabaseError:
        return True
    return False


@pytest.mark.eis("HEE-3.3")
@pytest.mark.django_db(transaction=True)
def test_een_raadpleging_ziet_een_uittreksel(monkeypatch):
    """Put into use between deciding and reading, a new extract waits until the raadpleging is over."""
    wereld = maak_wereld()
    klaar = threading.Event()
    echt = handelingen._lever

    def lever(bezit):
        def activeer():
            with wereld.als("eva"):
                laden.activeer_uittreksel(nieuw)
            connection.close()
            klaar.set()

        draad = threading.Thread(target=activeer)
        draad.start()
        assert not klaar.wait(1), "the extract changed under a raadpleging"
        return echt(bezit)

    with stel_in(NU):
        with wereld.als("eva"):
            rijen = [
                Persoonsrij(LINDELAAN_12, "Partner Zichtbaar", "p1"),
                Persoonsrij(LINDELAAN_12, "", "p2", afgeschermd=True),
            ]
            nieuw = laden.laad_uittreksel(rijen, nu())
        monkeypatch.setattr(handelingen, "_lever", lever)
        ontvangst = wereld.raadpleeg("anna", LINDELAAN_12)
        assert klaar.wait(10)
        with wereld.als("anna"):
            assert handelingen.resultaat(ontvangst).namen == ("Fatima Yılmaz", "Willem de Vries")


@pytest.mark.eis("HEE-9.5", "HEE-7.1", "HEE-3.5", "HEE-OND")
@pytest.mark.parametrize("wat", ["ingetrokken", "deelname voorbij", "convenant voorbij", "geheimhouding"])
def test_dichte_toegang_toont_nergens_wat_was_geraadpleegd(wereld, als_eigenaar, wat):
    ontvangst = wereld.raadpleeg("anna", LINDELAAN_12)
    deelname = wereld.deelnames["linde"]
    vandaag = date(2026, 11, 23)
    if wat == "ingetrokken":
        deelname.toegang_ingetrokken_op = NU
    elif wat == "deelname voorbij":
        deelname.einde = vandaag
    elif wat == "convenant voorbij":
        wereld.convenant.einde = vandaag
        wereld.convenant.save()
    else:
        Verklaring.objects.filter(medewerker=wereld.mensen["anna"]).update(tot=vandaag)
    with als_eigenaar():
        deelname.save()
    for pad in ("", "raadplegen/", "raadplegen/nieuw/", f"raadpleging/{ontvangst}/"):
        antwoord = klant(wereld, "anna").get(f"/heemstede/{pad}")
        assert antwoord.status_code == (200 if pad == "" else 403)
        assert "Lindelaan 12" not in antwoord.content.decode()
    with wereld.als("frits"):
        assert not Logregel.objects.filter(handeling="lijst_zien", uitkomst="toegestaan").exists()


@pytest.mark.eis("HEE-4", "HEE-3.9")
def test_toezicht_gaat_na_het_einde_door(wereld):
    wereld.raadpleeg("anna", LINDELAAN_12)
    wereld.convenant.einde = date(2026, 11, 23)
    wereld.convenant.save()
    for pad in ("", "logboek/"):
        assert klant(wereld, "frits").get(f"/heemstede/{pad}").status_code == 200


def test_beeindigde_toegang_is_meteen_dicht(proef):
    with proef.als("kees"):
        melding = {"leerling": "Noor", "dagen": "3"}
        verstrekt = poort.verstrek("verzuimmelding", melding, [proef.groep("gemeente", "leerplicht")])
        assert verstrekt.zaak
        zaken.neem_toegang(verstrekt.zaak, proef.groep("gemeente", "leerplicht"), "verzuimmelding")
    with stel_in(NU + timedelta(seconds=1)), proef.als("lies"):
        assert not Zaak.objects.exists()
        assert poort.werklijst() == []
        with pytest.raises(NietGevonden):
            zaken.vergrendel(verstrekt.zaak)


def test_logboek_toont_elke_lengte_van_een_adres(wereld):
    straat = "L" * (36 - len(" 16, 2101 AB Heemstede"))
    adres = maak_adres("2101 AB", "16", "", "", straat, "Heemstede")
    assert len(adres.regel) == 36
    with wereld.als("ina"):
        laden.werk_bezit_bij([Bezitrij(adres, BEGIN)])
    with pytest.raises(Geweigerd):
        wereld.raadpleeg("anna", adres, identiteit=Identiteit("", "", "", None))
    for naam in ("anna", "ina", "frits"):
        assert klant(wereld, naam).get("/heemstede/logboek/").status_code == 200


@pytest.mark.eis("HEE-2.6")
def test_een_set_van_een_zaak_gaat_niet_zonder_zaak(wereld):
    waarden = {
        "adres": "Lindelaan 12",
        "naam_bewoner_volgens_brp": "n",
        "aard_afwijking": "x",
        "toelichting": "t",
        "datum_raadpleging": "2026-11-20",
    }
    gegeven = {"raadpleging_wijkt_af": True, "zelfde_doel": True}
    with wereld.als("anna"), pytest.raises(Geweigerd):
        poort.verstrek(
            "afwijkingsmelding", waarden, [wereld.groep("gemeente", "burgerzaken")], gegeven=gegeven
        )


@pytest.mark.eis("HEE-4", "HEE-PAR.1")
@pytest.mark.parametrize(
    ("eerst", "dan"),
    [
        ("burgerzaken", "toezichthouder"),
        ("toezichthouder", "burgerzaken"),
        ("autorisatiebeheerder", "burgerzaken"),
        ("toezichthouder", "autorisatiebeheerder"),
    ],
)
def test_onverenigbaar_geldt_in_elke_volgorde(wereld, eerst, dan):
    account = Account.objects.create_user("kim@voorbeeld.nl", naam="Kim")
    kim = inrichting.neem_in_dienst(account, wereld.deelnames["gemeente"].partij, van=BEGIN)
    hugo, gerda = wereld.mensen["hugo"], wereld.mensen["gerda"]
    eerste = rechten.meld_aan(kim, wereld.groep("gemeente", eerst), door=hugo)
    rechten.verleen(eerste, door=gerda, van=BEGIN)
    with pytest.raises(inrichting.InrichtingFout, match="gaat niet samen"):
        rechten.verleen(
            rechten.meld_aan(kim, wereld.groep("gemeente", dan), door=hugo), door=gerda, van=BEGIN
        )
    with pytest.raises(inrichting.InrichtingFout, match="al beslist"):
        rechten.verleen(eerste, door=gerda, van=date(2027, 1, 1))


@pytest.mark.eis("HEE-5.6")
def test_vier_ogen_zijn_van_twee_mensen(wereld):
    """A second Medewerker of the same person is the same pair of eyes."""
    ook_gerda = inrichting.neem_in_dienst(
        wereld.mensen["gerda"].account, wereld.deelnames["waterkant"].partij, van=BEGIN
    )
    aanvraag = rechten.meld_aan(
        ook_gerda, wereld.groep("waterkant", "contactpersoon"), door=wereld.mensen["jan"]
    )
    with pytest.raises(inrichting.InrichtingFout, match="Vraag een collega"):
        rechten.verleen(aanvraag, door=wereld.mensen["gerda"], van=BEGIN)


@pytest.mark.eis("HEE-OW.6")
def test_alleen_burgerzaken_kan_in_de_database_een_uittreksel_maken(wereld):
    uittreksel = uuid4()
    with wereld.als("anna") as beurt:
        assert weigert("select uittreksel_begin()")
        assert weigert(
            "insert into brpinzage_uittreksel (id, convenant_id, groep_id, peilmoment, geladen_op, status, aantal,"
            " buiten_bezit) values (%s, %s, %s, %s, %s, 'concept', 0, 0)",
            uittreksel,
            wereld.convenant.pk,
            beurt.wie.groep,
            NU,
            NU,
        )
        assert weigert("select uittreksel_laad(%s, '[]')", uittreksel)
        assert weigert("select uittreksel_activeer(%s)", uittreksel)
    with wereld.als("eva"):
        assert weigert("update brpinzage_uittreksel set status = 'concept'")


@pytest.mark.eis("HEE-14")
def test_alleen_de_taak_vernietigt_en_niet_te_vroeg(wereld):
    wereld.raadpleeg("anna", LINDELAAN_12)
    assert weigert("select ontvangsten_vernietig_verlopen('infinity')")
    with wereld.als("anna"):
        assert weigert("select ontvangsten_vernietig_verlopen(%s)", NU)
        assert weigert("update verstrekkingen_ontvangst set bewaren_tot = '2099-01-01'")


def test_een_zaak_gaat_niet_open_in_het_convenant_van_een_ander(proef):
    ander = maak_proef("proef-veenhoven")
    with proef.als("kees") as beurt, connection.cursor() as cursor:
        cursor.execute("select set_config('app.convenant', %s, true)", [str(ander.convenant.pk)])
        assert weigert("select zaak_open(1, 'gemeld', %s, 'x', 'P-1', %s)", beurt.wie.groep, NU)


@pytest.mark.parametrize(
    "anders",
    [
        {"medewerker_id": "carla"},
        {"moment": "2020-01-01T00:00:00Z"},
        {"deelname_id": 0},
    ],
)
def test_een_logregel_is_van_wie_handelt(wereld, anders):
    with wereld.als("anna") as beurt:
        regel = vars(beurt.regel("raadplegen", "toegestaan")) | {"moment": NU.isoformat(), "groep_id": None}
        for naam in ("sleutels", "verborgen", "alleen_datum"):
            regel.pop(naam)
        if anders.get("medewerker_id"):
            anders = {"medewerker_id": wereld.mensen["carla"].pk}
        opdracht = "select logboek_schrijf(%s::jsonb, '{}', '[]')"
        assert not weigert(opdracht, json.dumps(regel))
        assert weigert(opdracht, json.dumps(regel | anders))


def test_alleen_de_poort_stelt_feiten_over_anderen_vast(wereld):
    with wereld.als("carla") as beurt:
        aanvraag = Aanvraag(beurt.wie, gegeven={"eigen_bezit": True})
        with pytest.raises(ValueError, match="eigen_bezit"):
            Feiten(beurt.wie.beleid, aanvraag, {})


def test_eigen_instelling_gaat_voor(wereld):
    for deelname, waarde in ((wereld.deelnames["linde"], 1), (None, 99)):
        InstellingWaarde.objects.create(
            convenant=wereld.convenant, deelname=deelname, naam="maximum_bewoners", waarde=waarde
        )
    with wereld.als("anna") as beurt:
        assert beurt.wie.instellingen["maximum_bewoners"] == 1
    with wereld.als("carla") as beurt:
        assert beurt.wie.instellingen["maximum_bewoners"] == 99


def test_wie_de_nieuwe_versie_niet_krijgt_weet_dat_zij_er_is(proef):
    leerplicht, wijkteam = proef.groep("gemeente", "leerplicht"), proef.groep("gemeente", "wijkteam")
    with proef.als("kees"):
        eerste = poort.verstrek("verzuimmelding", {"leerling": "Noor", "dagen": "3"}, [leerplicht, wijkteam])
        nieuw = {"leerling": "Noor", "dagen": "5"}
        poort.verstrek("verzuimmelding", nieuw, [leerplicht], zaak=eerste.zaak, vervangt=eerste.id)
    for naam in ("lies", "wim"):
        with proef.als(naam):
            assert poort.lees(Ontvangst.objects.get(verstrekking=eerste.id).pk).vervangen


def test_kenmerk_van_een_ander_is_er_niet(wereld):
    kenmerk = uuid4()
    wereld.raadpleeg("anna", LINDELAAN_12, kenmerk=kenmerk)
    with pytest.raises(NietGevonden):
        wereld.raadpleeg("carla", LINDELAAN_12, kenmerk=kenmerk)


def test_niets_blijft_in_de_browser_liggen(wereld):
    ontvangst = wereld.raadpleeg("anna", LINDELAAN_12)
    for pad in ("", "raadplegen/", "logboek/", f"raadpleging/{ontvangst}/", "uittreksel/"):
        antwoord = klant(wereld, "anna").get(f"/heemstede/{pad}")
        assert "no-store" in antwoord.headers["Cache-Control"]


@pytest.mark.eis("HEE-11.1", "HEE-OW.6")
def test_een_adres_dat_later_in_bezit_kwam_is_niet_leeg(wereld):
    """The extract holds only what was stock when it was loaded: that is no reason to say that nobody lives there."""
    nieuw = maak_adres("2103 EF", "5", "", "", "Nieuwweg", "Heemstede")
    with stel_in(NU + timedelta(days=1)):
        with wereld.als("ina"):
            laden.werk_bezit_bij([Bezitrij(nieuw, date(2026, 11, 24))])
        with pytest.raises(Ongeldig) as fout:
            wereld.raadpleeg("anna", nieuw)
    assert "na het laatste uittreksel" in fout.value.fouten[""]
