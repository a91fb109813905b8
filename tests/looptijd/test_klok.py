"""What the daily task does: extend in silence, remind once, close, report, say goodbye; late, twice and at the same time."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from brpinzage import afwijkingen
from brpinzage.afwijkingen import Bevinding
from convenant.beleid.kalender import AMSTERDAM
from convenant.berichten.models import Bericht
from convenant.looptijd import afscheid, klok, stand, verslag
from convenant.looptijd.models import Eindverslag, Feit
from convenant.looptijd.tasks import werk_looptijd_bij
from convenant.partijen import inrichting, rechten
from convenant.partijen.models import Autorisatie, Convenant, Deelname, Partij
from convenant.poort import logboek
from convenant.tijd import stel_in, vandaag
from tests import werelden
from tests.schermen.klant import log_in
from tests.wereld import KADE_3, LINDELAAN_12, NU, Wereld

from .conftest import VANDAAG, einden, log, post, zeg_op

AFSCHEID = "Uw geheimhouding blijft gelden"


def om(tekst: str) -> datetime:
    return datetime.fromisoformat(tekst).replace(tzinfo=AMSTERDAM)


def leeg_post(als_eigenaar) -> None:
    with als_eigenaar():
        Bericht.objects.all().delete()


def lopend(wereld: Wereld) -> set[str]:
    """Whose autorisatie is still in force today."""
    rijen = {naam: Autorisatie.objects.get(pk=rij.pk) for naam, rij in wereld.autorisaties.items()}
    return {naam for naam, rij in rijen.items() if rij.geldt(vandaag())}


@pytest.mark.eis("HEE-9.1", "HEE-9.1.b")
def test_stilzwijgend_verlengd_staat_er_een_keer_en_laat_geen_gat(wereld, als_eigenaar):
    """Six times since 2020, set down late; on the last night nobody waits for the task."""
    for _ in range(2):
        werk_looptijd_bij()
    regels = log(als_eigenaar, "stilzwijgend_verlengd")
    assert [regel[1] for regel in regels] == [f"tot en met 31-05-{jaar}" for jaar in range(2022, 2028)]
    assert {regel[2] for regel in regels} == {"HEE-9.1.b"}
    with stel_in(om("2027-05-31T23:59")):
        werk_looptijd_bij()
        assert wereld.raadpleeg("anna", LINDELAAN_12)
    with stel_in(om("2027-06-01T00:00")):
        assert wereld.raadpleeg("anna", LINDELAAN_12)
        werk_looptijd_bij()
    assert log(als_eigenaar, "stilzwijgend_verlengd")[6:] == [
        ("stilzwijgend_verlengd", "tot en met 31-05-2028", "HEE-9.1.b")
    ]
    assert einden(wereld) == {}
    assert logboek.eerste_breuk(wereld.convenant.pk) == ""


@pytest.mark.eis("HEE-9.1.b", "HEE-9.4")
def test_na_een_opzegging_verlengt_niets_meer(wereld, als_eigenaar):
    werk_looptijd_bij()
    with stel_in(om("2027-03-31T12:00")):
        zeg_op(wereld, "hugo", ontvangen_op=date(2027, 3, 31))
    with stel_in(om("2027-06-01T00:00")):
        werk_looptijd_bij()
    assert len(log(als_eigenaar, "stilzwijgend_verlengd")) == 6


@pytest.mark.eis("HEE-9.1", "HEE-15")
def test_het_jaar_telt_vanaf_de_inwerkingtreding(wereld):
    """Not from the signatures, which were there weeks before."""
    Deelname.objects.filter(convenant=wereld.convenant).update(getekend_op=date(2020, 5, 12))
    hier = stand.stand(wereld.convenant, VANDAAG)
    assert hier.periode is not None
    assert (hier.periode.van, hier.periode.tot) == (date(2026, 6, 1), date(2027, 6, 1))
    assert hier.opzeggen_voor == date(2027, 3, 31)


@pytest.mark.eis("HEE-9.1")
def test_herinnering_op_tijd_en_een_keer(wereld, als_eigenaar):
    """Three months before the end; to both parties' managers."""
    with stel_in(om("2027-03-01T23:00")):
        werk_looptijd_bij()
        assert post(als_eigenaar) == []
    for dag in ("2027-03-02", "2027-03-02", "2027-03-30"):
        with stel_in(om(f"{dag}T06:00")):
            werk_looptijd_bij()
    assert post(als_eigenaar) == [
        (naam, "Het convenant wordt vanzelf verlengd") for naam in ("hugo", "ina", "jan")
    ]


@pytest.mark.eis("HEE-9.1")
def test_te_laat_om_te_herinneren(wereld, als_eigenaar):
    with stel_in(om("2027-04-01T00:00")):
        werk_looptijd_bij()
    assert post(als_eigenaar) == []


@pytest.mark.eis("HEE-9.1")
def test_geen_herinnering_als_het_al_eindigt(wereld, als_eigenaar):
    zeg_op(wereld, "hugo")
    leeg_post(als_eigenaar)
    with stel_in(om("2027-01-20T06:00")):
        werk_looptijd_bij()
    assert post(als_eigenaar) == []


@pytest.mark.eis("HEE-9.5", "HEE-3.9")
def test_het_einde_van_het_convenant(wereld, als_eigenaar):
    """Who exchanged is closed, who supervises or keeps the rights stays; everybody hears of the duty that goes on."""
    zeg_op(wereld, "hugo")
    leeg_post(als_eigenaar)
    with stel_in(om("2027-01-31T23:59")):
        werk_looptijd_bij()
        assert post(als_eigenaar) == []
        assert lopend(wereld) == set(wereld.autorisaties)
    for _ in range(2):
        with stel_in(om("2027-02-01T00:00")):
            werk_looptijd_bij()
            assert lopend(wereld) == {"hugo", "gerda", "frits", "ina", "jan"}
    adieu = [naam for naam, onderwerp in post(als_eigenaar) if onderwerp == AFSCHEID]
    assert adieu == sorted(wereld.autorisaties)
    with stel_in(om("2027-02-01T09:00")), wereld.als("hugo"):
        assert {v.partij for v in verslag.overzicht()} == {"Gemeente Heemstede", "De Linde", "Waterkant"}
    assert [regel[:2] for regel in log(als_eigenaar, "toegang_gesloten")] == [
        ("toegang_gesloten", "einde 31-01-2027")
    ] * 3


@pytest.mark.eis("HEE-9.5", "HEE-9.3")
def test_het_einde_van_een_deelname_sluit_alleen_die(wereld, als_eigenaar):
    kopie = wereld.raadpleeg("anna", LINDELAAN_12)
    with wereld.als("anna"):
        zaak = afwijkingen.wijkt_af(kopie, Bevinding(["mist", "mist"], "anders", "Onbekend."))
    zeg_op(wereld, "ina")
    leeg_post(als_eigenaar)
    with stel_in(om("2027-02-03T05:00")):  # the task was two days late
        werk_looptijd_bij()
        assert lopend(wereld) == set(wereld.autorisaties) - {"anna", "bert", "ina"}
        anna = Autorisatie.objects.get(pk=wereld.autorisaties["anna"].pk)
        assert anna.tot == date(2027, 2, 1)
        adieu = [naam for naam, onderwerp in post(als_eigenaar) if onderwerp == AFSCHEID]
        assert adieu == ["anna", "bert", "ina"]
        with wereld.als("hugo"):
            (kaart,) = verslag.overzicht()
            heel = verslag.geef(kaart.id)
        assert wereld.raadpleeg("carla", KADE_3)
    assert (heel.partij, heel.laatste_dag) == ("De Linde", date(2027, 1, 31))
    assert heel.gesloten == [("Anna", "contactpersoon"), ("Bert", "contactpersoon"), ("Ina", "beheerder")]
    assert [stap for _, stap in heel.zaken] == ["wijkt_af"]
    assert zaak


@pytest.mark.eis("HEE-9.2", "HEE-9.5")
def test_een_wet_sluit_op_haar_eerste_dag(wereld):
    zeg_op(wereld, "hugo", "vervallen_verklaren", laatste_dag=date(2026, 12, 31), wet="Wet X")
    with stel_in(om("2026-12-31T23:59")):
        werk_looptijd_bij()
        assert "anna" in lopend(wereld)
    with stel_in(om("2027-01-01T00:00")):
        werk_looptijd_bij()
        assert "anna" not in lopend(wereld)


@pytest.mark.eis("ZOE-10.5", "HEE-3.9")
def test_afscheid_een_keer_per_vertrek(wereld, als_eigenaar):
    """Who leaves hears it then; at the end of the convenant not again, unless that person had come back."""
    anna = wereld.mensen["anna"]
    with wereld.als("ina"):
        rechten.trek_in(wereld.autorisaties["anna"], door=wereld.mensen["ina"], reden="Uit dienst.")
        assert afscheid.meld(anna) is True
        assert afscheid.meld(anna) is False
    assert post(als_eigenaar) == [("anna", AFSCHEID)]
    leeg_post(als_eigenaar)
    zeg_op(wereld, "hugo")
    leeg_post(als_eigenaar)
    with stel_in(om("2027-02-01T00:00")):
        werk_looptijd_bij()
    adieu = [naam for naam, onderwerp in post(als_eigenaar) if onderwerp == AFSCHEID]
    assert "anna" not in adieu
    assert "bert" in adieu


@pytest.mark.parametrize(
    ("code", "ingang", "eis"),
    [
        pytest.param("krimpen", date(2026, 11, 24), "KRI-16.1", marks=pytest.mark.eis("KRI-16.1")),
        pytest.param("maassluis", date(2026, 11, 24), "MAA-21", marks=pytest.mark.eis("MAA-21")),
        pytest.param("haarlem", date(2026, 11, 23), "", marks=pytest.mark.eis("HAA-9.1", "HAA-PR4.1")),
    ],
)
def test_de_laatste_handtekening_stelt_de_eerste_dag(db, als_eigenaar, code, ingang, eis):
    """Not before everybody has signed, and never changed after."""
    with stel_in(NU):
        wereld = werelden.maak(code)
        convenant, laatste = wereld.convenant, list(wereld.deelnames.values())[-1]
        Convenant.objects.filter(pk=convenant.pk).update(ingang=None)
        Deelname.objects.filter(pk=laatste.pk).update(getekend_op=None)
        werk_looptijd_bij()
        assert Convenant.objects.get(pk=convenant.pk).ingang is None
        Deelname.objects.filter(pk=laatste.pk).update(getekend_op=VANDAAG)
        werk_looptijd_bij()
        assert Convenant.objects.get(pk=convenant.pk).ingang == ingang
        assert log(als_eigenaar, "in_werking_getreden") == [
            ("in_werking_getreden", f"per {ingang:%d-%m-%Y}", eis)
        ]
        soort = laatste.soort
        nieuw = inrichting.sluit_aan(
            convenant, Partij.objects.create(naam="Later"), soort, getekend_op=date(2027, 3, 1)
        )
    with stel_in(om("2027-03-02T09:00")):
        werk_looptijd_bij()
        convenant.refresh_from_db()
        assert convenant.ingang == ingang
        assert stand.stand(convenant, date(2027, 3, 2)).ondertekend == VANDAAG
        assert nieuw.is_getekend(date(2027, 3, 1))
        assert not nieuw.is_getekend(date(2027, 2, 28))


@pytest.mark.eis("HEE-15")
def test_een_datum_uit_de_tekst_wacht_niet_op_handtekeningen(wereld):
    Convenant.objects.filter(pk=wereld.convenant.pk).update(ingang=None)
    werk_looptijd_bij()
    assert Convenant.objects.get(pk=wereld.convenant.pk).ingang is None


@pytest.mark.eis("HEE-9.1.b", "HEE-9.5")
def test_twee_keer_en_te_laat_is_een_keer(wereld, als_eigenaar):
    """Months late: the extensions, the reminder that no longer helps, the end."""
    zeg_op(wereld, "ina")
    with stel_in(om("2028-07-01T09:00")):
        for _ in range(3):
            werk_looptijd_bij()
    with als_eigenaar():
        assert Eindverslag.objects.count() == 1
        assert Feit.objects.filter(soort=Feit.VERLENGD).count() == 8
        assert Feit.objects.filter(soort=Feit.HERINNERD).count() == 0


@pytest.mark.eis("HEE-3.9")
def test_de_klok_ziet_niets_van_bewoners(wereld):
    """Of a case only number and step; the function answers nobody else."""
    with wereld.als("hugo"), pytest.raises(DatabaseError), transaction.atomic():
        klok._open_zaken(wereld.deelnames["linde"])


def test_begin_is_nog_voor_de_ondertekening(db):
    """No date, no period, nothing to extend."""
    with stel_in(NU):
        wereld = werelden.maak("krimpen")
        convenant = wereld.convenant
        convenant.ingang = None
        assert stand.perioden_tot(convenant, VANDAAG) == ()
        assert stand.stand(convenant, VANDAAG).is_van_kracht is False
        assert stand.stand(convenant, VANDAAG + timedelta(days=400)).periode is None


def test_wat_eindigde_voor_het_begon_begint_nooit_en_houdt_niemand_op(db):
    """Ended while some still had to sign: the last signature starts nothing, and the convenanten after it get their turn."""
    with stel_in(NU):
        krimpen, haarlem = werelden.maak("krimpen").convenant, werelden.maak("haarlem").convenant
        Convenant.objects.filter(pk=krimpen.pk).update(ingang=None, einde=date(2024, 6, 6))
        Convenant.objects.filter(pk=haarlem.pk).update(ingang=None)
        werk_looptijd_bij()
    assert Convenant.objects.get(pk=krimpen.pk).ingang is None
    assert Convenant.objects.get(pk=haarlem.pk).ingang is not None


@pytest.mark.eis("HEE-9.5")
def test_wie_ook_elders_werkt_blijft_ingelogd(wereld):
    """The end of one convenant ends no typing in another."""
    ander = werelden.maak("krimpen")
    rechten.verleen(
        rechten.meld_aan(
            inrichting.neem_in_dienst(
                wereld.mensen["anna"].account, ander.deelnames["corporatie"].partij, van=VANDAAG
            ),
            ander.groep("corporatie", "behandelaar"),
            door=ander.mensen["corporatie/beheerder"],
        ),
        door=ander.mensen["verlener"],
        van=VANDAAG,
    )
    anna, bert = log_in(wereld, "anna"), log_in(wereld, "bert")
    Convenant.objects.filter(pk=wereld.convenant.pk).update(einde=VANDAAG)
    werk_looptijd_bij()
    assert anna.get("/krimpen/").status_code == 200
    assert bert.get("/heemstede/").url.startswith("/account/login/")
