"""The screens of the beheerder: the own stock, a file as a proposal, one address by hand."""

import csv
import io
import json
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from brpinzage import bezit, laden
from brpinzage.inlezen import lees_bezit
from brpinzage.rijen import Bezitrij
from convenant.brp.adres import maak_adres
from convenant.poort.handeling import NietGevonden
from convenant.poort.models import Logregel
from tests.brpinzage.test_inlezen import BEZIT_KOP, bestand
from tests.brpinzage.test_vera import eenheid
from tests.wereld import BEGIN, NU

pytestmark = pytest.mark.eis("HEE-2.3")
LIJST = "/heemstede/bezit/"
NIEUW = f"{LIJST}nieuw/"
LINDELAAN = "2101AB;12;;;Lindelaan;Heemstede;;01-06-2020;"
PLEIN = "2103EF;1;;;Dorpsplein;Heemstede;;23-11-2026;"


@pytest.fixture
def als(wereld):
    def log_in(naam: str) -> Client:
        client = Client()
        client.force_login(wereld.mensen[naam].account)
        return client

    return log_in


@pytest.fixture
def ina(als) -> Client:
    return als("ina")


def stuur(client: Client, inhoud: bytes | None, **velden: str):
    bestanden = {} if inhoud is None else {"bestand": SimpleUploadedFile("bezit", inhoud)}
    return client.post(NIEUW, {"manier": "heel", "per": "23-11-2026"} | velden | bestanden)


def tekst(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


def woningen(wereld, naam: str = "ina") -> list:
    with wereld.als(naam):
        return list(bezit.bladzijde(bezit.Zoeken(NU.date()))[0])


@pytest.mark.parametrize(
    "inhoud",
    [
        bestand(LINDELAAN, PLEIN, kop=BEZIT_KOP),
        json.dumps(
            [
                eenheid(
                    adres={
                        "straatnaam": "Dorpsplein",
                        "huisnummer": "1",
                        "huisletter": "",
                        "huisnummerToevoeging": "",
                    }
                )
                | {"inExploitatiedatum": "2026-11-23", "adresseerbaarObjectBasisregistratie": None},
                eenheid(
                    adres={
                        "straatnaam": "Lindelaan",
                        "huisnummer": "12",
                        "huisletter": "",
                        "huisnummerToevoeging": "",
                        "postcode": "2101AB",
                    }
                )
                | {"adresseerbaarObjectBasisregistratie": None},
            ]
        ).encode(),
    ],
    ids=["csv", "vera"],
)
def test_laden_bekijken_en_bevestigen(wereld, ina, inhoud):
    url = stuur(ina, inhoud).url
    scherm = tekst(ina.get(url))
    assert "<dt>Nieuw</dt><dd>1</dd>" in scherm
    assert "<dt>Niet meer van u</dt><dd>1</dd>" in scherm
    assert "<dt>Blijft gelijk</dt><dd>1</dd>" in scherm
    assert "Dorpsplein 1" in scherm
    assert "tot: leeg wordt 23-11-2026" in scherm
    assert len(woningen(wereld)) == 2
    assert "wacht op u" in tekst(ina.get(LIJST))
    assert "Uw bezit is bijgewerkt" in tekst(ina.post(url, {"keuze": "bevestig"}, follow=True))
    assert [rij.adres.straatnaam for rij in woningen(wereld)] == ["Lindelaan", "Dorpsplein"]
    assert "wacht niet meer" in tekst(ina.post(url, {"keuze": "bevestig"}, follow=True))
    assert "wacht niet meer" in tekst(ina.get(url, follow=True))


def test_weggooien_verandert_niets(wereld, ina):
    url = stuur(ina, bestand(PLEIN, kop=BEZIT_KOP)).url
    assert "Er is niets veranderd" in tekst(ina.post(url, {"keuze": "weg"}, follow=True))
    assert len(woningen(wereld)) == 2


def test_aanvulling_beeindigt_niets(ina):
    scherm = tekst(ina.get(stuur(ina, bestand(PLEIN, kop=BEZIT_KOP), manier="aanvulling").url))
    assert "<dt>Niet meer van u</dt><dd>0</dd>" in scherm


def test_zonder_dag_is_het_vandaag(ina):
    assert "23 november 2026 niet meer van u" in tekst(
        ina.get(stuur(ina, bestand(PLEIN, kop=BEZIT_KOP), per="").url)
    )


@pytest.mark.parametrize(
    ("inhoud", "velden", "zin"),
    [
        (None, {}, "Kies een bestand bij"),
        (b"", {}, "is leeg"),
        (b"PK\x03\x04rest", {}, "Excel- of zip-bestand"),
        (b'{"a": 1}', {}, "geen lijst met eenheden"),
        (b"[{", {}, "geen goede JSON"),
        (bestand(kop=BEZIT_KOP), {}, "geen rijen"),
        (bestand(LINDELAAN, LINDELAAN, kop=BEZIT_KOP), {}, "ook in rij 2"),
        (bestand("2102CD;3;;;Kade;Heemstede;;23-11-2026;", kop=BEZIT_KOP), {}, "van een andere corporatie"),
        (bestand(PLEIN, kop=BEZIT_KOP), {"manier": ""}, "Maak een keuze"),
        (bestand(PLEIN, kop=BEZIT_KOP), {"per": "31-02-2026"}, "bestaat niet"),
        (json.dumps([eenheid(soort={"code": "PAR"})]).encode(), {}, "geen woningen"),
    ],
)
def test_verkeerde_invoer_krijgt_een_zin_en_verandert_niets(wereld, ina, inhoud, velden, zin):
    antwoord = stuur(ina, inhoud, **velden)
    assert antwoord.status_code == 200
    assert zin in tekst(antwoord)
    assert "Waterkant" not in tekst(antwoord)
    assert len(woningen(wereld)) == 2
    with wereld.als("ina"):
        assert laden.voorstel.open_voorstel() is None


def test_zoeken_op_adres_en_dag_zonder_adres_in_de_url(wereld, ina):
    (woning, _) = woningen(wereld)
    with wereld.als("ina"):
        bezit.beeindig(woning.id, NU.date())
    antwoord = ina.post(LIJST, {"postcode": "2101 ab", "huisnummer": "12", "dag": "22-11-2026"})
    assert antwoord.url == LIJST
    assert "Lindelaan 12" in tekst(ina.get(LIJST))
    ina.post(LIJST, {"postcode": "2101 ab", "huisnummer": "12", "dag": "23-11-2026"})
    assert "was die dag niet van u" in tekst(ina.get(LIJST))
    ina.post(LIJST, {"wis": "ja"})
    assert "Lindelaan 14A-2" in tekst(ina.get(LIJST))


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"postcode": "21"}, "postcode klopt niet"),
        ({"huisnummer": "12"}, "ook de postcode"),
        ({"postcode": "2101AB", "huisnummer": "12a"}, "alleen het getal"),
        ({"dag": "31-02-2026"}, "bestaat niet"),
    ],
)
def test_verkeerd_zoeken_krijgt_een_zin(ina, velden, zin):
    assert zin in tekst(ina.post(LIJST, velden))


def test_bladeren(wereld, ina):
    with wereld.als("ina"):
        laden.werk_bezit_bij(Bezitrij(maak_adres("2104AA", str(n)), BEGIN) for n in range(1, 100))
    eerste = ina.get(LIJST)
    assert eerste.content.count(b'role="rowheader"') == 50
    assert ina.get(LIJST + eerste.context["volgende"]).content.count(b'role="rowheader"') == 50
    for onzin in ("x", "-1", "9" * 40, "²"):
        assert ina.get(LIJST, {"na": onzin}).status_code == 200


def test_uitvoer_is_een_bestand_dat_weer_in_te_lezen_is_en_staat_in_het_logboek(wereld, ina):
    antwoord = ina.get(f"{LIJST}uitvoer/")
    assert antwoord["Content-Disposition"] == 'attachment; filename="bezit-2026-11-23.csv"'
    rijen = list(lees_bezit(antwoord.content))
    assert [(rij.adres, rij.van, rij.tot) for rij in rijen] == [
        (rij.adres, rij.van, rij.tot) for rij in woningen(wereld)
    ]
    assert len(list(csv.reader(io.StringIO(antwoord.content.decode()), delimiter=";"))) == 3
    with wereld.als("frits"):
        regels = Logregel.objects.filter(object="uitvoer van het eigen bezit")
        assert [(regel.handeling, regel.uitkomst) for regel in regels] == [("bezit_bijhouden", "toegestaan")]


def test_beeindigen_vraagt_eerst_of_het_zeker_is(wereld, ina):
    (woning, _) = woningen(wereld)
    url = f"{LIJST}{woning.id}/einde/"
    scherm = tekst(ina.post(url, {"per": "23-11-2026"}))
    assert "Weet u het zeker?" in scherm
    assert len(woningen(wereld)) == 2
    for _ in range(2):
        antwoord = ina.post(url, {"per": "23-11-2026", "zeker": "ja"}, follow=True)
        assert "Het einde is vastgelegd" in tekst(antwoord)
    assert len(woningen(wereld)) == 1
    assert "23-11-2026" in tekst(ina.get(f"{LIJST}{woning.id}/"))


@pytest.mark.parametrize(("per", "zin"), [("", "Vul een datum in"), ("01-06-2020", "Kies een latere dag")])
def test_beeindigen_op_een_dag_die_niet_kan(wereld, ina, per, zin):
    (woning, _) = woningen(wereld)
    assert zin in tekst(ina.post(f"{LIJST}{woning.id}/einde/", {"per": per}))
    assert zin in tekst(ina.post(f"{LIJST}{woning.id}/einde/", {"per": per, "zeker": "ja"}))
    assert len(woningen(wereld)) == 2


def test_verbeteren(wereld, ina):
    (woning, _) = woningen(wereld)
    velden = {"straatnaam": "Lindenlaan", "woonplaats": "Heemstede", "van": "01-06-2020"}
    url = f"{LIJST}{woning.id}/verbeteren/"
    assert 'value="Lindelaan"' in tekst(ina.get(url))
    assert "16 cijfers" in tekst(ina.post(url, velden | {"bag_id": "12"}))
    assert "niet na de begindatum" in tekst(ina.post(url, velden | {"tot": "01-06-2020"}))
    assert "is verbeterd" in tekst(ina.post(url, velden, follow=True))
    assert woningen(wereld)[0].adres.straatnaam == "Lindenlaan"


@pytest.mark.eis("HEE-PAR.2")
def test_de_woning_en_het_voorstel_van_een_ander_zijn_er_niet(wereld, als, ina):
    (kade,) = woningen(wereld, "jan")
    url = stuur(ina, bestand(PLEIN, kop=BEZIT_KOP)).url
    jan = als("jan")
    for pad in (
        f"{LIJST}{kade.id}/",
        f"{LIJST}{kade.id}/einde/",
        f"{LIJST}{kade.id}/verbeteren/",
        f"{LIJST}0/",
    ):
        assert ina.get(pad).status_code == 404
    assert jan.get(f"{url}nieuw/").status_code == 404
    assert "wacht niet meer" in tekst(jan.get(url, follow=True))
    for keuze in ("bevestig", "weg"):
        assert "wacht niet meer" in tekst(jan.post(url, {"keuze": keuze}, follow=True))
    assert "Dorpsplein" in tekst(ina.get(f"{url}nieuw/"))


@pytest.mark.eis("HEE-PAR.1")
@pytest.mark.parametrize("naam", ["anna", "dirk", "eva", "frits", "gerda", "hugo"])
def test_wie_het_niet_mag_komt_er_niet_in(wereld, als, naam):
    (woning, _) = woningen(wereld)
    client = als(naam)
    paden = ("", "nieuw/", "uitvoer/", f"voorstel/{uuid4()}/", f"voorstel/{uuid4()}/nieuw/", f"{woning.id}/")
    for pad in (*paden, f"{woning.id}/einde/", f"{woning.id}/verbeteren/", f"{woning.id}/verwijderen/"):
        antwoord = client.get(LIJST + pad)
        assert antwoord.status_code == 403
        assert "artikel" in tekst(antwoord).lower()
    assert stuur(client, bestand(PLEIN, kop=BEZIT_KOP)).status_code == 403
    assert client.post(f"{LIJST}{woning.id}/einde/", {"per": "23-11-2026", "zeker": "ja"}).status_code == 403
    assert len(woningen(wereld)) == 2


def test_de_lijst_kost_altijd_evenveel_vragen(wereld, ina, django_assert_max_num_queries):
    ina.get(LIJST)
    with wereld.als("ina"):
        laden.werk_bezit_bij(Bezitrij(maak_adres("2104AA", str(n)), BEGIN) for n in range(1, 300))
    with django_assert_max_num_queries(25):
        ina.get(LIJST)
    with django_assert_max_num_queries(25):
        ina.get(f"{LIJST}{woningen(wereld)[0].id}/")


def test_een_woning_in_de_toekomst_staat_er_op_die_dag(wereld, ina):
    morgen = NU.date() + timedelta(days=1)
    with wereld.als("ina"):
        laden.werk_bezit_bij([Bezitrij(maak_adres("2104AA", "1"), morgen)])
    assert "2104 AA" not in tekst(ina.get(LIJST))
    ina.post(LIJST, {"dag": "24-11-2026"})
    assert "2104 AA" in tekst(ina.get(LIJST))


def test_wat_geen_woning_is_wordt_geteld(ina):
    eenheden = [eenheid(), eenheid(soort={"code": "PAR"}), eenheid(soort={"code": "BOG"})]
    scherm = tekst(ina.get(stuur(ina, json.dumps(eenheden).encode()).url))
    assert "<dt>Overgeslagen</dt><dd>2, want dat zijn geen woningen</dd>" in scherm
    assert "Overgeslagen" not in tekst(ina.get(stuur(ina, bestand(PLEIN, kop=BEZIT_KOP)).url))


def test_een_periode_die_er_nooit_was_verwijderen(wereld, ina):
    (_, woning) = woningen(wereld)
    url = f"{LIJST}{woning.id}/verwijderen/"
    assert "niet terugdraaien" in tekst(ina.get(url))
    assert "Maak een keuze" in tekst(ina.post(url, {}))
    assert len(woningen(wereld)) == 2
    assert "is verwijderd" in tekst(ina.post(url, {"reden": "dubbel"}, follow=True))
    assert [rij.adres.huisnummer for rij in woningen(wereld)] == ["12"]
    assert ina.get(f"{LIJST}{woning.id}/").status_code == 404
    assert ina.post(url, {"reden": "dubbel"}).status_code == 404
    with wereld.als("frits"):
        regel = Logregel.objects.filter(handeling="bezit_bijhouden", uitkomst="toegestaan").latest("volg")
        assert regel.object == f"{woning.adres.regel}, verwijderd: De woning staat er dubbel in"


@pytest.mark.eis("HEE-4")
@pytest.mark.parametrize("correctie", [{}, {"straatnaam": "Iets anders", "woonplaats": "Elders"}])
def test_waarover_is_geraadpleegd_blijft_staan(wereld, ina, correctie):
    (twaalf, veertien) = woningen(wereld)
    wereld.raadpleeg("anna", veertien.adres)
    if correctie:
        with wereld.als("ina"):
            bezit.verbeter(veertien.id, bag_id="", van=BEGIN, tot=None, **correctie)
    scherm = tekst(ina.post(f"{LIJST}{veertien.id}/verwijderen/", {"reden": "adres"}))
    assert "Daarom blijft de periode staan" in scherm
    assert len(woningen(wereld)) == 2
    ina.post(f"{LIJST}{twaalf.id}/verwijderen/", {"reden": "adres"})
    assert len(woningen(wereld)) == 1


def test_een_andere_periode_van_hetzelfde_adres_mag_weg(wereld, ina):
    (twaalf, _) = woningen(wereld)
    vroeger = Bezitrij(twaalf.adres, date(2018, 1, 1), date(2019, 1, 1))
    with wereld.als("ina"):
        laden.werk_bezit_bij([vroeger])
        oude = bezit.geschiedenis(twaalf.id)[-1]
    wereld.raadpleeg("anna", twaalf.adres)
    assert "is verwijderd" in tekst(
        ina.post(f"{LIJST}{oude.id}/verwijderen/", {"reden": "proef"}, follow=True)
    )


@pytest.mark.eis("HEE-PAR.2")
def test_de_woning_van_een_ander_is_niet_te_verwijderen(wereld, ina):
    (kade,) = woningen(wereld, "jan")
    assert ina.post(f"{LIJST}{kade.id}/verwijderen/", {"reden": "adres"}).status_code == 404
    with pytest.raises(NietGevonden), wereld.als("ina"):
        bezit.verwijder(kade.id, "adres")
    with wereld.als("ina"), connection.cursor() as cursor:
        cursor.execute("select bezit_verwijder(%s)", [kade.id])
        assert cursor.fetchone() == (False,)
    assert len(woningen(wereld, "jan")) == 1
