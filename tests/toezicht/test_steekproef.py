"""The monthly sample: drawn by lot that anyone can repeat, judged line by line, closed for good, and nobody else's."""

import hashlib
import threading
from collections import Counter
from datetime import timedelta

import pytest
from django.db import DatabaseError, close_old_connections, connection, transaction

from convenant.beleid.kalender import AMSTERDAM
from convenant.partijen.models import InstellingWaarde
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.logboek_lezen import deelnemers
from convenant.poort.models import Logregel
from convenant.tijd import stel_in
from convenant.toezicht import steekproef
from convenant.toezicht.models import Steekproef, Steekproefregel
from convenant.toezicht.tasks import vernietig_toezicht
from tests.schermen.test_vragen import hoogstens, vragen
from tests.toezicht.conftest import OKTOBER, laatste_regels, op, raadpleeg, tekst
from tests.wereld import LINDELAAN_12, LINDELAAN_14A, NU, Wereld, maak_wereld

pytestmark = pytest.mark.eis("HEE-4")
LIJST = "/heemstede/steekproeven/"


def stel_omvang_in(wereld: Wereld, omvang: int) -> None:
    InstellingWaarde.objects.create(convenant=wereld.convenant, naam="steekproef_omvang", waarde=omvang)


def trek(wereld: Wereld):
    with wereld.als("frits"):
        return steekproef.trek()


def regels_van(wereld: Wereld, id) -> list[steekproef.Regel]:
    with wereld.als("frits"):
        return list(steekproef.geef(id, deelnemers())[1])


def beoordeel_alles(wereld: Wereld, id) -> None:
    for regel in regels_van(wereld, id):
        with wereld.als("frits"):
            steekproef.beoordeel(id, regel.plaats, steekproef.IN_ORDE, "")


@pytest.fixture
def getrokken(oktober: Wereld):
    stel_omvang_in(oktober, 6)
    return trek(oktober)


def loting(als_eigenaar, wereld: Wereld, zaad: str) -> list[int]:
    """The draw by an own reading of what was promised: per party in the order of sha256, party by party in turns."""
    with als_eigenaar():
        van_oktober = [
            (regel.deelname_id, regel.volg)
            for regel in Logregel.objects.filter(
                convenant=wereld.convenant, handeling="raadplegen", uitkomst="toegestaan"
            )
            if regel.moment.astimezone(AMSTERDAM).strftime("%Y-%m") == "2026-10"
        ]
    lot = {volg: hashlib.sha256(f"{zaad}:{volg}".encode()).hexdigest() for _, volg in van_oktober}
    per_partij: dict[int | None, list[int]] = {}
    for partij, volg in van_oktober:
        per_partij.setdefault(partij, []).append(volg)
    beurt = {
        volg: nummer
        for volgen in per_partij.values()
        for nummer, volg in enumerate(sorted(volgen, key=lot.__getitem__))
    }
    return sorted(beurt, key=lambda volg: (beurt[volg], lot[volg]))


def test_de_trekking_is_na_te_rekenen(oktober, getrokken, als_eigenaar):
    with oktober.als("frits"):
        kaart, regels = steekproef.geef(getrokken, deelnemers())
        assert steekproef.klopt(kaart, regels)
    assert (kaart.uit, kaart.aantal) == (13, 6)
    assert [regel.volg for regel in regels] == loting(als_eigenaar, oktober, kaart.zaad)[:6]


def test_elke_corporatie_komt_aan_de_beurt(oktober, getrokken):
    """Waterkant consulted 3 times and De Linde 10: in six lines each has three."""
    partijen = Counter(regel.rij.partij for regel in regels_van(oktober, getrokken) if regel.rij)
    assert partijen == {"De Linde": 3, "Waterkant": 3}


def test_het_zaad_staat_in_het_logboek(oktober, getrokken, als_eigenaar):
    """So that nobody can say afterwards that another seed was drawn: the chain holds it."""
    with als_eigenaar():
        zaad = Steekproef.objects.get(pk=getrokken).zaad
    assert laatste_regels(oktober, als_eigenaar, 1) == [("steekproef_trekken", f"2026-10 zaad {zaad}")]


def test_alleen_de_vorige_maand_en_alleen_wat_is_toegestaan(oktober, als_eigenaar):
    id = trek(oktober)
    with als_eigenaar():
        zaad = Steekproef.objects.get(pk=id).zaad
        getrokken = set(Steekproefregel.objects.values_list("volg", flat=True))
    assert getrokken == set(loting(als_eigenaar, oktober, zaad))
    assert len(getrokken) == 13, "fewer than the sample may hold: all of them, and no refusal"


def test_nog_een_keer_trekken_is_dezelfde(oktober, getrokken):
    assert trek(oktober) == getrokken
    with oktober.als("frits"):
        assert len(steekproef.overzicht()) == 1


def test_een_maand_zonder_raadplegingen_is_niet_te_trekken(wereld):
    with wereld.als("frits"):
        assert steekproef.stand() == (None, None)
    with wereld.als("frits"), pytest.raises(Ongeldig):
        steekproef.trek()


def test_de_database_trekt_geen_maand_die_nog_loopt(oktober):
    voorbij = pytest.raises(DatabaseError, match="die voorbij is")
    waarden = [oktober.mensen["frits"].pk, NU, NU + timedelta(days=365)]
    with oktober.als("frits"), voorbij, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select steekproef_trek('2026-11-01', 5, %s, %s, %s)", waarden)


@pytest.mark.parametrize(
    "anders",
    [
        {"wie": "carla"},
        {"per": "2026-01-01T00:00:00Z"},
        {"tot": "2026-11-01T00:00:00Z"},
    ],
)
def test_de_trekking_is_van_wie_trekt_op_dit_moment(oktober, anders):
    """Whose name it stands under, when, and how long it stays is not the caller's to make up."""
    met = {"wie": "frits", "per": NU.isoformat(), "tot": "2031-11-23T00:00:00Z"} | anders
    waarden = [oktober.mensen[met["wie"]].pk, met["per"], met["tot"]]
    anders_dan_hij = pytest.raises(DatabaseError, match="steekproef van een ander")
    with oktober.als("frits"), anders_dan_hij, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select steekproef_trek('2026-10-01', 5, %s, %s, %s)", waarden)


@pytest.mark.parametrize("wie", ["anna", "ina", "eva", "hugo", "gerda"])
def test_niemand_anders_trekt_of_ziet(oktober, getrokken, als_eigenaar, wie):
    for daad in (steekproef.trek, steekproef.overzicht):
        with oktober.als(wie), pytest.raises(Geweigerd):
            daad()
    with oktober.als(wie), pytest.raises(NietGevonden):
        steekproef.geef(getrokken, ())
    with oktober.als(wie):
        assert not Steekproef.objects.exists()
        assert not Steekproefregel.objects.exists()
        for opdracht in (
            "select steekproef_trek('2026-10-01', 5, 1, now(), now())",
            f"select steekproef_rond_af('{getrokken}', 1, now())",
        ):
            with pytest.raises(DatabaseError, match="buiten de context"), transaction.atomic():
                connection.cursor().execute(opdracht)
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from steekproef_loting('x', '2026-10-01')")
            assert cursor.fetchone() == (0,)


def test_de_applicatie_kan_geen_regel_kiezen(oktober, getrokken):
    """Not even as the supervisor: lines, seed and month are the database's."""
    for opdracht in (
        "insert into toezicht_steekproefregel select * from toezicht_steekproefregel limit 1",
        "update toezicht_steekproefregel set volg = 1",
        "update toezicht_steekproef set zaad = 'x'",
        "delete from toezicht_steekproefregel",
        "delete from toezicht_steekproef",
    ):
        geweigerd = pytest.raises(DatabaseError, match="permission denied")
        with oktober.als("frits"), geweigerd, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(opdracht)


def test_oordelen_wie_en_wanneer(oktober, getrokken, als_eigenaar):
    with oktober.als("frits"):
        steekproef.beoordeel(getrokken, 2, steekproef.VRAAG, " Waarom zo laat? ")
    regel = regels_van(oktober, getrokken)[1]
    assert (regel.oordeel, regel.toelichting) == ("vraag_stellen", "Waarom zo laat?")
    assert (regel.beoordeeld_op, regel.beoordeeld_door) == (NU, "Frits")
    assert laatste_regels(oktober, als_eigenaar, 2)[1] == (
        "steekproef_beoordelen",
        f"regel {regel.volg}: vraag_stellen",
    )


@pytest.mark.parametrize(
    ("oordeel", "toelichting", "veld"),
    [("vraag_stellen", "  ", "toelichting"), ("niet_in_orde", "", "toelichting"), ("prima", "x", "oordeel")],
)
def test_een_half_oordeel_wordt_niet_bewaard(oktober, getrokken, oordeel, toelichting, veld):
    with oktober.als("frits"), pytest.raises(Ongeldig) as fout:
        steekproef.beoordeel(getrokken, 1, oordeel, toelichting)
    assert list(fout.value.fouten) == [veld]
    assert regels_van(oktober, getrokken)[0].oordeel == ""


def test_afronden_kan_als_alles_is_beoordeeld_en_daarna_verandert_niets(oktober, getrokken):
    with oktober.als("frits"), pytest.raises(Ongeldig):
        steekproef.rond_af(getrokken)
    beoordeel_alles(oktober, getrokken)
    with oktober.als("frits"):
        steekproef.rond_af(getrokken)
        kaart, _ = steekproef.geef(getrokken, deelnemers())
    assert (kaart.afgerond_op, kaart.afgerond_door, kaart.nog_open) == (NU, "Frits", 0)
    for daad in (
        lambda: steekproef.beoordeel(getrokken, 1, steekproef.NIET_IN_ORDE, "Toch niet."),
        lambda: steekproef.rond_af(getrokken),
    ):
        with oktober.als("frits"), pytest.raises(Ongeldig) as fout:
            daad()
        assert "al afgerond" in fout.value.fouten[""]
    with oktober.als("frits"), connection.cursor() as cursor:
        cursor.execute("update toezicht_steekproefregel set oordeel = 'niet_in_orde', toelichting = 'x'")
        assert cursor.rowcount == 0, "the database refuses it too"


def test_een_regel_die_is_vernietigd_blijft_een_regel(oktober, getrokken, als_eigenaar):
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("alter table poort_logregel disable trigger onveranderlijk")
        cursor.execute("delete from poort_logregel where handeling = 'raadplegen'")
        cursor.execute("alter table poort_logregel enable trigger onveranderlijk")
    assert [regel.rij for regel in regels_van(oktober, getrokken)] == [None] * 6
    with oktober.als("frits"):
        assert not steekproef.klopt(*steekproef.geef(getrokken, ()))


@pytest.mark.eis("HEE-14")
def test_na_de_bewaartijd_van_het_logboek_is_alles_weg(oktober, getrokken, als_eigenaar):
    """Five years to the day: the last moment it is there, the next it is not."""
    with als_eigenaar():
        tot = Steekproef.objects.get().bewaren_tot
    assert tot.astimezone(AMSTERDAM).date().isoformat() == "2031-11-24"
    for moment, over in ((tot - timedelta(seconds=1), 1), (tot, 0), (tot, 0)):
        with stel_in(moment):
            vernietig_toezicht()
        with als_eigenaar():
            assert Steekproef.objects.count() == over
            assert Steekproefregel.objects.count() == 6 * over


def test_alleen_de_taak_vernietigt(oktober, getrokken):
    with oktober.als("frits"), pytest.raises(DatabaseError, match="alleen de taak"), transaction.atomic():
        connection.cursor().execute("select toezicht_vernietig_verlopen(now())")


def test_scherm_van_trekken_tot_afronden(oktober, frits):
    stel_omvang_in(oktober, 3)
    begin = tekst(frits.get("/heemstede/"))
    assert "u kunt trekken uit 13 raadplegingen" in begin
    assert "Oktober 2026 kan worden getrokken" in tekst(frits.get(LIJST))
    getrokken = frits.post(LIJST)
    assert "kan worden getrokken" not in tekst(frits.get(LIJST))
    assert "Oktober 2026: 0 van 3 regels beoordeeld" in tekst(frits.get("/heemstede/"))
    assert "Steekproef afronden" not in tekst(frits.get(getrokken.url))
    fout = frits.post(f"{getrokken.url}1/", {"oordeel": "niet_in_orde", "toelichting": ""})
    assert "<title>Fout: Regel 1 van 3" in tekst(fout)
    antwoord = frits.post(f"{getrokken.url}1/", {"oordeel": "niet_in_orde", "toelichting": "Geen reden."})
    assert antwoord.url == f"{getrokken.url}2/"
    frits.post(f"{getrokken.url}3/", {"oordeel": "in_orde", "toelichting": ""})
    antwoord = frits.post(f"{getrokken.url}2/", {"oordeel": "in_orde", "toelichting": ""}, follow=True)
    assert antwoord.redirect_chain == [(getrokken.url, 302)]
    assert "Alle regels zijn beoordeeld" in tekst(antwoord)
    klaar = tekst(frits.post(getrokken.url, follow=True))
    assert "De steekproef is afgerond" in klaar
    assert "Geen reden." in klaar
    assert "dezelfde regels" in klaar
    assert "2 in orde, 1 niet in orde" in tekst(frits.get(LIJST))
    assert (
        "Steekproef"
        not in tekst(frits.get("/heemstede/")).split("Wat kunt u hier doen?")[0].split("<main")[1]
    )


def test_een_regel_toont_noodzaak_en_identiteit_en_opent_het_adres(oktober, frits):
    url = frits.post(LIJST).url
    html = tekst(frits.get(f"{url}1/"))
    assert "Huurder meldt zich voor medehuur." in html
    assert "R. Vink, huurder" in html
    assert frits.get(f"{url}99/").status_code == 404


def test_een_blik_is_een_regel(oktober, getrokken, frits, als_eigenaar):
    for pad, onderwerp in (("", "steekproeven"), (f"{getrokken}/", "steekproef 2026-10")):
        eerder = len(laatste_regels(oktober, als_eigenaar, 1000))
        frits.get(LIJST + pad)
        assert laatste_regels(oktober, als_eigenaar, 1) == [("lijst_zien", onderwerp)]
        assert len(laatste_regels(oktober, als_eigenaar, 1000)) == eerder + 1
    frits.get(f"{LIJST}{getrokken}/1/")
    volg = regels_van(oktober, getrokken)[0].volg
    assert ("lijst_zien", f"steekproef 2026-10 regel {volg}") in laatste_regels(oktober, als_eigenaar, 2)


def test_aantal_vragen(oktober, frits):
    stel_omvang_in(oktober, 2)
    klein = trek(oktober)
    lijst, detail = vragen(frits, "get", LIJST), vragen(frits, "get", f"{LIJST}{klein}/")
    InstellingWaarde.objects.all().filter(naam="steekproef_omvang").update(waarde=30)
    with stel_in(NU + timedelta(days=15)):
        for minuut in range(30):
            raadpleeg(oktober, "anna", LINDELAAN_14A, op(10, 9, 11).replace(minute=minuut))
        groot = trek(oktober)
        assert len(vragen(frits, "get", LIJST)) <= len(lijst)
        assert len(vragen(frits, "get", f"{LIJST}{groot}/")) == len(detail)
    hoogstens(8, lijst)
    hoogstens(13, detail)
    hoogstens(13, vragen(frits, "get", f"{LIJST}{klein}/1/"))


def test_twee_tegelijk_trekken_een_steekproef(transactional_db):
    wereld = maak_wereld()
    raadpleeg(wereld, "anna", LINDELAAN_12, op(6))
    gekregen, samen = [], threading.Barrier(2)

    def trekken() -> None:
        samen.wait()
        gekregen.append(trek(wereld))
        close_old_connections()
        connection.close()

    with stel_in(NU):
        draden = [threading.Thread(target=trekken) for _ in range(2)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
        assert len(gekregen) == 2
        assert len(set(gekregen)) == 1
        assert OKTOBER.month == 10
        assert len(regels_van(wereld, gekregen[0])) == 1
