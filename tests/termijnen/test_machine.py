"""The machine: warned before, set down at, followed after; once, whatever goes wrong in between."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, connection, transaction

from convenant.berichten.models import Bericht
from convenant.partijen import inrichting, rechten
from convenant.partijen.models import Account
from convenant.poort import klokken, klokwerk, toewijzen, zaken
from convenant.poort.grens import als_systeem
from convenant.termijnen.models import Klok, Klokfeit
from convenant.tijd import stel_in
from convenant.zaken.models import Telling, Zaak
from tests.proef import maak_proef
from tests.termijnen.beleid import KLOKPROEF
from tests.termijnen.test_klokken import TOT_ANTWOORD, TOT_OPPAKKEN, gezien, meld
from tests.wereld import BEGIN, NU, Wereld

EEN_TEL = timedelta(microseconds=1)


def draai(op: datetime) -> list[int]:
    with stel_in(op):
        return klokwerk.werk_bij()


def feiten(zaak: Zaak, naam: str) -> list[tuple[str, datetime]]:
    rijen = Klokfeit.objects.filter(klok__zaak=zaak, klok__termijn=naam).exclude(soort="begonnen")
    return list(rijen.order_by("gepland").values_list("soort", "gepland"))


@pytest.fixture
def alles(als_eigenaar):
    """What the tables hold, whoever may see it."""
    return als_eigenaar


def post(alles) -> list[tuple[str, str, str]]:
    with alles():
        rijen = Bericht.objects.select_related("account").order_by("gemaakt_op", "account__email", "pad")
        return [(rij.account.naam, rij.onderwerp, rij.pad) for rij in rijen]


def test_waarschuwen_op_de_dag_zelf_en_verlopen_om_middernacht(proef, alles):
    zaak = meld(proef)
    for op in (
        datetime(2026, 11, 26, 22, 59, 59, tzinfo=UTC),  # a second before Friday
        datetime(2026, 11, 27, 9, tzinfo=UTC),
        datetime(2026, 11, 29, 9, tzinfo=UTC),
        TOT_ANTWOORD - EEN_TEL,
    ):
        draai(op)
    with alles():
        # Three days and one day before Monday the 30th; a second later it is over.
        assert feiten(zaak, "antwoord") == [
            ("waarschuwing", datetime(2026, 11, 26, 23, tzinfo=UTC)),
            ("waarschuwing", datetime(2026, 11, 28, 23, tzinfo=UTC)),
        ]
    draai(TOT_ANTWOORD)
    with alles():
        assert feiten(zaak, "antwoord")[-1] == ("verlopen", TOT_ANTWOORD)
        klok = Klok.objects.get(termijn="antwoord")
        assert (klok.stand, klok.verlopen_op, klok.volgende) == ("loopt", TOT_ANTWOORD, None)
        assert Telling.objects.get(maat="termijn:antwoord").waarde == "te_laat"
    pad = f"/klokproef/zaken/{zaak.pk}/"
    verlopen, bijna = "Een termijn is verlopen", "Een termijn loopt bijna af"
    # One of these for oppakken, which ran out on the 27th.
    assert sorted(post(alles)) == sorted(
        ("lies", f"{soort}: zaak {zaak.nummer}", pad) for soort in (verlopen, verlopen, bijna, bijna)
    )


def test_een_bericht_zegt_wat_tot_wanneer_en_waarom_en_niets_van_de_zaak(proef, alles):
    meld(proef)
    draai(datetime(2026, 11, 29, 9, tzinfo=UTC))
    with alles():
        tekst = Bericht.objects.get(onderwerp__startswith="Een termijn loopt").tekst
    assert tekst == "Antwoorden: dit moet uiterlijk op 30 november 2026."


def test_na_een_week_stilstand_komt_alles_en_een_keer_post(proef, alles):
    zaak = meld(proef)
    draai(TOT_ANTWOORD + timedelta(days=7))
    with alles():
        assert [soort for soort, _ in feiten(zaak, "antwoord")] == [
            "waarschuwing",
            "waarschuwing",
            "verlopen",
        ]
        assert Bericht.objects.count() == 2  # one for each clock


def test_nog_een_keer_draaien_verandert_niets(proef, alles):
    zaak = meld(proef)
    draai(TOT_ANTWOORD)
    with alles():
        voor = (
            list(Klok.objects.values_list()),
            list(Klokfeit.objects.values_list()),
            Bericht.objects.count(),
        )
    draai(TOT_ANTWOORD)
    draai(TOT_ANTWOORD + timedelta(hours=1))
    with alles():
        na = (list(Klok.objects.values_list()), list(Klokfeit.objects.values_list()), Bericht.objects.count())
        # What it started itself, in the first run, has nothing to do yet.
        assert na == voor
    with stel_in(TOT_ANTWOORD):
        assert gezien(proef, "lies", zaak)["antwoord"].verlopen


def test_een_klok_achteruit_doet_niets_twee_keer(proef, alles):
    zaak = meld(proef)
    draai(TOT_ANTWOORD)
    draai(NU)
    draai(TOT_ANTWOORD + timedelta(seconds=1))
    with alles():
        assert [soort for soort, _ in feiten(zaak, "antwoord")] == [
            "waarschuwing",
            "waarschuwing",
            "verlopen",
        ]


def test_wat_verlopen_is_begint_wat_erop_volgt(proef, alles):
    """The wijkteam has the case only once it is given it: before that there is nobody to ask."""
    zaak = meld(proef)
    with proef.als("kees"):
        zaken.geef_toegang(zaak, [proef.groep("gemeente", "wijkteam")], "zomaar", "P-9")
    draai(TOT_ANTWOORD + timedelta(days=2))
    navraag = gezien(proef, "wim", zaak)["navraag"]
    assert (navraag.eigen, navraag.vervalt_op) == (True, datetime(2026, 12, 2, 23, tzinfo=UTC))


def test_te_laat_verwerkt_telt_een_keer(proef, alles):
    """Met after its moment, before the machine came by: late, and counted as such once."""
    zaak = meld(proef)
    with stel_in(TOT_OPPAKKEN), proef.als("lies"), zaken.doe(zaak, "oppakken"):
        pass
    draai(TOT_ANTWOORD - EEN_TEL)
    with alles():
        assert Telling.objects.get(maat="termijn:oppakken").aantal == 1
        assert [soort for soort, _ in feiten(zaak, "oppakken")] == ["voldaan"]


def test_verlopen_en_daarna_gedaan_blijft_te_laat_en_telt_een_keer(proef, alles):
    zaak = meld(proef)
    draai(TOT_OPPAKKEN)
    with stel_in(TOT_OPPAKKEN + timedelta(days=1)), proef.als("lies"), zaken.doe(zaak, "oppakken"):
        pass
    with alles():
        (telling,) = Telling.objects.filter(maat="termijn:oppakken")
        assert (telling.waarde, telling.aantal) == ("te_laat", 1)


def test_opgeschort_en_ingetrokken_laten_niets_horen(proef, alles):
    zaak = meld(proef)
    with proef.als("lies"):
        klokken.opgeschort("toestemming", zaak=zaak)
        klokken.trek_in("verzuim_melden", zaak=zaak)
    draai(TOT_ANTWOORD)
    assert post(alles) == []


def test_van_twee_klokken_op_een_daad_hoort_men_een_keer(proef, alles):
    zaak = meld(proef)
    with proef.als("lies"):
        klokken.gebeurt("klacht", zaak=zaak)
        with zaken.doe(zaak, "oppakken"):
            pass
    draai(datetime(2026, 11, 26, 9, tzinfo=UTC))  # the complaint ran out
    draai(TOT_ANTWOORD)
    onderwerpen = [onderwerp.partition(":")[0] for _, onderwerp, _ in post(alles)]
    assert onderwerpen == ["Een termijn is verlopen"]


def neem_collega_aan(proef: Wereld) -> None:
    """Piet works beside lies."""
    piet = inrichting.neem_in_dienst(
        Account.objects.create_user("piet@voorbeeld.nl", naam="piet"),
        proef.deelnames["gemeente"].partij,
        van=BEGIN,
    )
    aanmelding = rechten.meld_aan(piet, proef.groep("gemeente", "leerplicht"), door=proef.mensen["wim"])
    rechten.verleen(aanmelding, door=proef.mensen["kees"], van=BEGIN)


@pytest.mark.parametrize(("toegewezen", "horen"), [(True, {"lies"}), (False, {"lies", "piet"})])
def test_wie_de_zaak_heeft_hoort_het_en_anders_de_hele_groep(proef, alles, toegewezen, horen):
    neem_collega_aan(proef)
    zaak = meld(proef)
    if toegewezen:
        with proef.als("lies"):
            toewijzen.wijs_toe(zaak.pk, proef.mensen["lies"].pk, None)
    draai(TOT_OPPAKKEN)
    assert {naam for naam, *_ in post(alles)} == horen


def test_wat_bij_het_begin_al_voorbij_is_verloopt_meteen_en_waarschuwt_niet(proef, alles):
    zaak = meld(proef)
    with proef.als("lies"):
        klokken.gebeurt("klacht", zaak=zaak, moment=NU - timedelta(days=30))
    draai(NU)
    with alles():
        assert [soort for soort, _ in feiten(zaak, "klacht")] == ["verlopen"]


def test_wat_het_systeem_zelf_doet(proef, alles, monkeypatch):
    gedaan: list[str] = []
    monkeypatch.setitem(
        klokwerk._gevolgen, "opruimen_proef", lambda convenant, sleutel: gedaan.append(sleutel)
    )
    with proef.als("lies"):
        klokken.gebeurt("afloop", sleutel="7")
    over = datetime(2026, 11, 26, 23, tzinfo=UTC)
    assert draai(over - EEN_TEL) == []
    (klok,) = draai(over)
    assert draai(over) == []  # asked for; if nothing comes of it, again in a while
    with stel_in(over):
        klokwerk.doe_zelf(klok)
        klokwerk.doe_zelf(klok)
    assert gedaan == ["7"]
    assert draai(over + timedelta(minutes=6)) == []
    assert post(alles) == []  # nobody has anything to do


def test_wat_mislukt_wordt_opnieuw_gevraagd_en_houdt_niets_op(proef, alles, monkeypatch):
    def stuk(convenant: object, sleutel: str) -> None:
        raise RuntimeError("Stuk.")

    monkeypatch.setitem(klokwerk._gevolgen, "opruimen_proef", stuk)
    zaak = meld(proef)
    with proef.als("lies"):
        klokken.gebeurt("afloop", sleutel="7")
    (klok,) = draai(TOT_ANTWOORD)
    with stel_in(TOT_ANTWOORD), pytest.raises(RuntimeError):
        klokwerk.doe_zelf(klok)
    with stel_in(TOT_ANTWOORD):
        assert gezien(proef, "lies", zaak)["antwoord"].verlopen
    assert draai(TOT_ANTWOORD + timedelta(minutes=6)) == [klok]


def test_onbekend_beleid_houdt_niets_op(proef, alles):
    zaak = meld(proef)
    with alles():
        Klok.objects.filter(termijn="oppakken").update(beleid_versie=99)
    draai(TOT_ANTWOORD)
    with alles():
        assert [soort for soort, _ in feiten(zaak, "antwoord")][-1] == "verlopen"
        assert Klok.objects.get(termijn="oppakken").volgende == TOT_ANTWOORD + klokwerk.OPNIEUW_NA


def test_alleen_de_machine_vraagt_wat_aan_de_beurt_is(proef):
    meld(proef)
    for sql in ("select klok_werk(now(), 5, null)", "select klok_verloop(1, 'x', 1, now())"):
        with (
            proef.als("lies"),
            pytest.raises(DatabaseError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql)


@pytest.fixture
def vaste_proef(transactional_db: None) -> Wereld:
    with stel_in(NU):
        return maak_proef("klokproef", KLOKPROEF)


def test_twee_machines_tegelijk_doen_alles_een_keer(vaste_proef, als_eigenaar):
    with stel_in(NU):
        for _ in range(8):
            meld(vaste_proef)
    samen = Barrier(2)

    def machine() -> None:
        try:
            samen.wait()
            klokwerk.werk_bij()
        finally:
            connection.close()

    with stel_in(TOT_ANTWOORD):
        draden = [Thread(target=machine) for _ in range(2)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
    with als_eigenaar():
        assert Klokfeit.objects.filter(soort="verlopen").count() == 16
        assert Bericht.objects.count() == 16
        assert sum(Telling.objects.filter(waarde="te_laat").values_list("aantal", flat=True)) == 16


def test_gedaan_tussen_pakken_en_verlopen(vaste_proef, als_eigenaar):
    """The machine has the row in hand while somebody does the act: who comes second finds what the first left."""
    with stel_in(NU):
        zaak = meld(vaste_proef)
    bezig, klaar = Barrier(2), Barrier(2)

    def doe() -> None:
        try:
            bezig.wait()
            klaar.wait()
            with stel_in(TOT_OPPAKKEN), vaste_proef.als("lies"), zaken.doe(zaak, "oppakken"):
                pass
        finally:
            connection.close()

    ander = Thread(target=doe)
    ander.start()
    with stel_in(TOT_OPPAKKEN):
        with als_systeem("termijnen") as moment:
            werken = klokwerk._neem(moment)
            bezig.wait()
            klaar.wait()
            klokwerk._leg_vast(werken, moment)
            klokwerk._tel_te_laat(werken, moment)
        ander.join()
    with als_eigenaar():
        klok = Klok.objects.get(termijn="oppakken")
        assert (klok.stand, klok.verlopen_op) == ("voldaan", TOT_OPPAKKEN)
        assert Telling.objects.get(maat="termijn:oppakken").aantal == 1
