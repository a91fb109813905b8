"""What must not be possible with clocks, and who must not hear of them; each of these once was."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from convenant.beleid.register import register
from convenant.berichten.models import Bericht
from convenant.gezondheid.models import TERMIJNEN, Hartslag
from convenant.partijen import inrichting
from convenant.partijen.models import Groep, Partij
from convenant.poort import dashboard, hartslag, klokken, klokwerk, tellingen, werklijst, zaken
from convenant.poort.handeling import Ongeldig
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from convenant.zaken.models import Telling, Toegang, Zaak
from tests.proef import maak_proef
from tests.termijnen.beleid import KLOKPROEF
from tests.termijnen.test_klokken import TOT_ANTWOORD, TOT_OPPAKKEN, meld
from tests.termijnen.test_machine import draai
from tests.wereld import NU, Wereld


def test_wie_de_zaak_niet_meer_heeft_hoort_er_niets_van(proef, als_eigenaar):
    zaak = meld(proef)
    with proef.als("kees"):
        zaken.neem_toegang(zaak, proef.groep("gemeente", "leerplicht"), "verzuimmelding")
    draai(TOT_OPPAKKEN)
    with als_eigenaar():
        assert Bericht.objects.count() == 0
        assert Klok.objects.get(termijn="oppakken").verlopen_op == TOT_OPPAKKEN  # the record stays true


def test_een_klok_zonder_zaak_raakt_alleen_wie_hem_aangaat(proef):
    with proef.als("lies"):
        klokken.gebeurt("lek_gezien", sleutel="7")
    with proef.als("kees"):
        assert klokken.voldaan("lek_melden", sleutel="7") == 0
        assert klokken.trek_in("lek_gezien", sleutel="7") == 0
    with proef.als("lies"):
        assert klokken.voldaan("lek_melden", sleutel="7") == 1


def _begin(groep: int, convenant: int, zaak: Zaak) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select klok_begin(%s, 1, 'klacht', 'P-9', 'zaak', %s, %s, %s, '', '', '{}', %s, %s, %s, %s, null)",
            [convenant, str(zaak.pk), zaak.pk, groep, NU, TOT_ANTWOORD, TOT_ANTWOORD, NU],
        )


def test_een_groep_van_elders_krijgt_geen_klok(proef):
    ander = maak_proef("klokander", KLOKPROEF)
    zaak = meld(proef)
    with proef.als("kees"):
        with pytest.raises(DatabaseError), transaction.atomic():
            _begin(ander.groep("gemeente", "leerplicht").pk, proef.convenant.pk, zaak)
        _begin(proef.groep("gemeente", "leerplicht").pk, proef.convenant.pk, zaak)


def test_een_stand_die_er_niet_is(proef):
    zaak = meld(proef)
    with proef.als("kees"), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "select klok_zet(%s, %s, null, %s, 'bla', %s, null, '')",
            [proef.convenant.pk, zaak.pk, str(zaak.pk), NU],
        )


def test_wie_alleen_weet_maakt_niets_langer(proef):
    zaak = meld(proef)
    with proef.als("kees"):
        with pytest.raises(Ongeldig) as fout:
            klokken.verleng("antwoord", "Ik wil het.", zaak=zaak)
        klok = Klok.objects.get(termijn="antwoord")
        with pytest.raises(DatabaseError), transaction.atomic():
            klokken.verzet(
                klok, KLOKPROEF.termijn("antwoord"), TOT_ANTWOORD + timedelta(9), "verlengd", "x", None
            )
    assert "van een ander" in fout.value.fouten[""]
    with proef.als("lies"), pytest.raises(Ongeldig) as fout:
        klokken.verleng("antwoord", "x" * 501, zaak=zaak)
    assert "korter" in fout.value.fouten["reden"]


def test_waar_er_meer_bedoeld_kunnen_zijn_weten_zij_het_allemaal(proef, als_eigenaar):
    ander = inrichting.sluit_aan(
        proef.convenant, Partij.objects.create(naam="Buurgemeente"), "gemeente", getekend_op=NU.date()
    )
    with proef.als("kees"):
        klokken.gebeurt("vorige_evaluatie", sleutel="convenant")
    with als_eigenaar():
        klok = Klok.objects.get(termijn="evaluatie")
        assert klok.groep is None
        assert {Groep.objects.get(deelname=ander, functie="leerplicht").pk} < set(klok.zien)


def test_wie_later_de_zaak_krijgt_heeft_de_klok_in_de_lijst(proef):
    """Nobody of the wijkteam had the case when its clock began."""
    zaak = meld(proef)
    with proef.als("kees"):
        klokken.gebeurt("antwoord_verlopen", zaak=zaak)
        zaken.geef_toegang(zaak, [proef.groep("gemeente", "wijkteam")], "zomaar", "P-9")
    with proef.als("wim"):
        (regel,) = werklijst.werklijst()
        assert regel.termijn == datetime(2026, 11, 24, 23, tzinfo=UTC)


def test_een_klok_op_een_afgeronde_zaak_staat_bij_wat_te_laat_is(proef, als_eigenaar):
    zaak = meld(proef)
    with proef.als("lies"):
        klokken.voldaan("oppakken", zaak=zaak)
        klokken.voldaan("antwoorden", zaak=zaak)
    with als_eigenaar():
        Toegang.objects.filter(content_object=zaak).update(open=False)
    with proef.als("lies"):
        klokken.gebeurt("klacht", zaak=zaak)
    with stel_in(NU + timedelta(days=3)), proef.als("lies"):
        (partij,) = dashboard.stand().per_partij
        assert (
            partij.te_laat,
            len(dashboard.termijnen(dashboard.Klokkeuze("te_laat", partij.deelname))),
        ) == (1, 1)


def test_een_nieuwe_afspraak_vervangt_de_oude(proef):
    with proef.als("lies"):
        klokken.gebeurt("vraag", sleutel="1", afgesproken=NU + timedelta(days=10))
    with stel_in(NU + timedelta(hours=1)), proef.als("lies"):
        eerder = NU + timedelta(days=3)
        assert klokken.gebeurt("vraag", sleutel="1", afgesproken=eerder) == 1
        assert klokken.gebeurt("vraag", sleutel="1", afgesproken=eerder) == 0
        assert Klok.objects.get(termijn="afspraak", stand="loopt").vervalt_op == eerder


def test_een_klok_die_de_nieuwste_tekst_niet_kent_is_nog_te_halen(proef, als_eigenaar, monkeypatch):
    with proef.als("lies"):
        klokken.gebeurt("lek_gezien", sleutel="7")
    over = tuple(rij for rij in KLOKPROEF.termijnen if rij.naam != "lek")
    monkeypatch.setitem(register._beleid, ("klokproef", 2), KLOKPROEF.anders(versie=2, termijnen=over))
    with als_eigenaar():
        type(proef.convenant).objects.filter(pk=proef.convenant.pk).update(beleid_versie=2)
    proef.convenant.refresh_from_db()
    with proef.als("lies"):
        assert klokken.voldaan("lek_melden", sleutel="7") == 1


def test_wat_telkens_mislukt_is_te_zien(proef, monkeypatch):
    def stuk(convenant: object, sleutel: str) -> None:
        raise RuntimeError("Stuk.")

    monkeypatch.setitem(klokwerk._gevolgen, "opruimen_proef", stuk)
    with proef.als("lies"):
        klokken.gebeurt("afloop", sleutel="7")
    op = datetime(2026, 11, 26, 23, tzinfo=UTC)
    for minuten in (0, 6, 12, 18):
        with stel_in(op + timedelta(minutes=minuten)):
            for klok in klokwerk.werk_bij():
                with suppress(RuntimeError):
                    klokwerk.doe_zelf(klok)
    with stel_in(op + timedelta(minutes=20)):
        hartslag.sla()
    assert Hartslag.objects.get(naam=TERMIJNEN).fout == hartslag.TE_LAAT


def test_wat_het_systeem_zelf_doet_is_nooit_te_laat(proef, als_eigenaar, monkeypatch):
    monkeypatch.setitem(klokwerk._gevolgen, "opruimen_proef", lambda convenant, sleutel: None)
    with proef.als("lies"):
        klokken.gebeurt("afloop", sleutel="7")
    with stel_in(datetime(2026, 11, 27, tzinfo=UTC)):
        (klok,) = klokwerk.werk_bij()
        klokwerk.doe_zelf(klok)
        with proef.als("lies"):
            stand = dashboard.stand()
            assert (list(stand.per_partij), list(stand.per_termijn)) == ([], [])
    with als_eigenaar():
        assert (Klok.objects.get().stand, Klok.objects.get().verlopen_op) == ("vervallen", None)
        assert not Telling.objects.exists()


@pytest.fixture
def vaste_proef(transactional_db: None) -> Wereld:
    with stel_in(NU):
        return maak_proef("klokproef", KLOKPROEF)


def test_twee_die_tellen_wachten_niet_op_elkaar(vaste_proef, als_eigenaar):
    """One counts and then meets a clock, the other the other way round."""
    fouten: list[Exception] = []
    samen = Barrier(2)

    def doe(zaak: Zaak, telt_eerst: bool) -> None:
        daden = [lambda: tellingen.tel("maat", "x"), lambda: klokken.voldaan("oppakken", zaak=zaak)]
        try:
            with vaste_proef.als("lies"):
                for daad in daden if telt_eerst else reversed(daden):
                    daad()
                    samen.wait()
        except DatabaseError as fout:
            fouten.append(fout)
        finally:
            connection.close()

    with stel_in(NU):
        draden = [Thread(target=doe, args=(meld(vaste_proef), telt_eerst)) for telt_eerst in (True, False)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
    assert fouten == []
    with als_eigenaar():
        assert dict(Telling.objects.values_list("maat", "aantal")) == {"maat": 2, "termijn:oppakken": 2}


def test_geteld_wordt_in_een_volgorde_voor_iedereen(proef):
    with CaptureQueriesContext(connection) as vragen, proef.als("lies"):
        for maat in ("b", "c", "a"):
            tellingen.tel(maat, "x")
    geteld = [vraag["sql"] for vraag in vragen if "telling_tel(" in vraag["sql"]]
    assert geteld == [f"select telling_tel('{maat}', 'x')" for maat in "abc"]


def test_wie_handelt_wint_van_de_machine(vaste_proef):
    """The machine holds the clock and hangs the next one on the case, while somebody has the case and wants the clock."""
    fouten: list[Exception] = []
    samen = Barrier(2)
    with stel_in(NU):
        zaak = meld(vaste_proef)

    def mens() -> None:
        try:
            with vaste_proef.als("lies"):
                eigen = zaken.vergrendel(zaak)
                samen.wait()
                klokken.voldaan("antwoorden", zaak=eigen)
        except DatabaseError as fout:
            fouten.append(fout)
        finally:
            connection.close()

    with stel_in(TOT_ANTWOORD):
        draad = Thread(target=mens)
        draad.start()
        with klokwerk.als_systeem(klokwerk.TAAK) as moment:
            werken = klokwerk._neem(moment)
            samen.wait()
            klokwerk._leg_vast(werken, moment)
            klokwerk._laat_volgen(werken)
        draad.join()
    assert fouten == []
