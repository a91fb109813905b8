"""Clocks of an invented convenant, through gate and database: started, met, held, made longer, withdrawn."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from convenant.poort import dossier, klokken, poort, werklijst, zaken
from convenant.poort.handeling import Ongeldig
from convenant.poort.klokken import Klokstand
from convenant.termijnen.models import Klok, Klokfeit
from convenant.tijd import stel_in
from convenant.zaken.models import Telling, Zaak
from tests.wereld import NU, Wereld

TOT_ANTWOORD = datetime(2026, 11, 30, 23, tzinfo=UTC)  # midnight after Monday, five werkdagen later
TOT_OPPAKKEN = datetime(2026, 11, 26, 23, tzinfo=UTC)  # three days: the convenant's own choice


def meld(proef: Wereld) -> Zaak:
    with proef.als("kees"):
        verstrekt = poort.verstrek(
            "verzuimmelding", {"leerling": "Noor", "dagen": "3"}, [proef.groep("gemeente", "leerplicht")]
        )
        assert verstrekt.zaak is not None
        return verstrekt.zaak


def gezien(proef: Wereld, naam: str, zaak: Zaak) -> dict[str, Klokstand]:
    with proef.als(naam):
        return {stand.termijn: stand for stand in klokken.klokken_van(zaak)}


def termijn(proef: Wereld, naam: str) -> datetime | None:
    """The clock the work list of this persona goes by."""
    with proef.als(naam):
        (regel,) = werklijst.werklijst()
        return regel.termijn


def test_een_handeling_begint_de_klokken_die_ervan_tellen(proef):
    zaak = meld(proef)
    lies = gezien(proef, "lies", zaak)
    assert {naam: (stand.vervalt_op, stand.van, stand.eigen) for naam, stand in lies.items()} == {
        "oppakken": (TOT_OPPAKKEN, "Gemeente, leerplicht", True),
        "antwoord": (TOT_ANTWOORD, "Gemeente, leerplicht", True),
    }
    # The docent may know of the answer and of nothing else; the list of each goes by what it may see.
    assert {n: (s.vervalt_op, s.eigen) for n, s in gezien(proef, "kees", zaak).items()} == {
        "antwoord": (TOT_ANTWOORD, False)
    }
    assert (termijn(proef, "lies"), termijn(proef, "kees")) == (TOT_OPPAKKEN, TOT_ANTWOORD)


def test_de_handeling_zelf_haalt_de_klok(proef):
    zaak = meld(proef)
    with proef.als("lies"), zaken.doe(zaak, "oppakken"):
        pass
    oppakken = gezien(proef, "lies", zaak)["oppakken"]
    assert (oppakken.stand, oppakken.voldaan_op, oppakken.op_tijd) == ("voldaan", NU, True)
    assert termijn(proef, "lies") == TOT_ANTWOORD  # the next that asks
    with proef.als("lies"):
        klok = Klok.objects.get(termijn="oppakken")
        assert klok.voldaan_door == proef.mensen["lies"]
        assert list(klok.feiten.order_by("pk").values_list("soort", flat=True)) == ["begonnen", "voldaan"]


def test_te_laat_gehaald_is_te_laat(proef, als_eigenaar):
    zaak = meld(proef)
    with stel_in(TOT_OPPAKKEN), proef.als("lies"), zaken.doe(zaak, "oppakken"):
        pass
    assert gezien(proef, "lies", zaak)["oppakken"].op_tijd is False
    with als_eigenaar():
        assert Telling.objects.get(maat="termijn:oppakken").waarde == "te_laat"


def test_op_tijd_tot_de_laatste_tel(proef, als_eigenaar):
    zaak = meld(proef)
    with stel_in(TOT_OPPAKKEN - timedelta(microseconds=1)), proef.als("lies"), zaken.doe(zaak, "oppakken"):
        pass
    assert gezien(proef, "lies", zaak)["oppakken"].op_tijd is True
    with als_eigenaar():
        assert Telling.objects.get(maat="termijn:oppakken").waarde == "op_tijd"


def test_het_einde_van_de_zaak_stopt_wat_nog_liep(proef):
    zaak = meld(proef)
    with proef.als("lies"):
        klokken.gebeurt("klacht", zaak=zaak)
        with zaken.doe(zaak, "oppakken"):
            pass
        poort.verstrek("antwoord", {"status": "klaar"}, [proef.groep("school", "docent")], zaak=zaak)
    standen = {naam: stand.stand for naam, stand in gezien(proef, "lies", zaak).items()}
    assert standen == {"oppakken": "voldaan", "antwoord": "voldaan", "klacht": "voldaan"}


def test_dezelfde_gebeurtenis_twee_keer_is_een_klok(proef):
    zaak = meld(proef)
    with proef.als("lies"):
        assert klokken.gebeurt("klacht", zaak=zaak) == 1
        assert klokken.gebeurt("klacht", zaak=zaak) == 0
    with stel_in(NU + timedelta(hours=1)), proef.als("lies"):
        assert klokken.gebeurt("klacht", zaak=zaak) == 0  # it runs: the earliest counts
        assert klokken.voldaan("antwoorden", zaak=zaak) == 2
        assert klokken.gebeurt("klacht", zaak=zaak, moment=NU) == 0  # the same event, told late
        assert klokken.gebeurt("klacht", zaak=zaak) == 1


def test_van_twee_klokken_telt_de_eerste(proef):
    zaak = meld(proef)
    with proef.als("lies"):
        klokken.gebeurt("klacht", zaak=zaak, moment=NU - timedelta(days=1))
    assert termijn(proef, "lies") == datetime(2026, 11, 24, 23, tzinfo=UTC)


def test_een_gebeurtenis_die_er_niet_was(proef):
    zaak = meld(proef)
    with proef.als("lies"):
        klokken.gebeurt("klacht", zaak=zaak, moment=NU - timedelta(days=5))
        assert klokken.trek_in("klacht", zaak=zaak) == 1
        assert klokken.trek_in("klacht", zaak=zaak) == 0
    assert gezien(proef, "lies", zaak)["klacht"].stand == "ingetrokken"
    assert termijn(proef, "lies") == TOT_OPPAKKEN


def test_opgeschort_vraagt_niets_en_gaat_verder_waar_hij_was(proef):
    zaak = meld(proef)
    with proef.als("lies"):
        assert klokken.opgeschort("toestemming", zaak=zaak) == 1
        assert klokken.opgeschort("toestemming", zaak=zaak) == 0
    stand = gezien(proef, "lies", zaak)["antwoord"]
    assert (stand.stand, stand.reden, stand.vervalt_op) == ("opgeschort", "toestemming", TOT_ANTWOORD)
    assert termijn(proef, "kees") is None
    with stel_in(TOT_ANTWOORD + timedelta(days=3)):
        with proef.als("lies"):
            assert klokken.hervat("toestemming", zaak=zaak) == 1
        assert gezien(proef, "lies", zaak)["antwoord"].verlopen
    assert termijn(proef, "kees") == TOT_ANTWOORD


def test_een_feit_dat_al_gold_houdt_de_nieuwe_klok_stil(proef):
    zaak = meld(proef)
    with proef.als("lies"):
        klokken.voldaan("antwoorden", zaak=zaak)
    with stel_in(NU + timedelta(days=1)), proef.als("lies"):
        klokken.gebeurt("verzuim_melden", zaak=zaak, gegeven={"toestemming": True})
    lopend = [s for s in _alle(proef, zaak) if s.termijn == "antwoord" and s.stand != "voldaan"]
    assert [stand.stand for stand in lopend] == ["opgeschort"]


def _alle(proef: Wereld, zaak: Zaak) -> tuple[Klokstand, ...]:
    with proef.als("lies"):
        return klokken.klokken_van(zaak)


def geweigerd(zaak: Zaak, naam: str, reden: str) -> str:
    with pytest.raises(Ongeldig) as fout:
        klokken.verleng(naam, reden, zaak=zaak)
    return " ".join(str(zin) for zin in fout.value.fouten.values())


def test_verlengen_een_keer_en_met_een_reden(proef):
    zaak = meld(proef)
    with proef.als("lies"):
        assert "waarom" in geweigerd(zaak, "antwoord", " ")
        tot = klokken.verleng("antwoord", "De school is dicht.", zaak=zaak)
    assert tot == datetime(2026, 12, 14, 23, tzinfo=UTC)
    stand = gezien(proef, "lies", zaak)["antwoord"]
    assert (stand.vervalt_op, stand.verlengd, stand.reden) == (tot, True, "De school is dicht.")
    assert termijn(proef, "kees") == tot
    with proef.als("lies"):
        assert "al een keer" in geweigerd(zaak, "antwoord", "Nog een keer.")


@pytest.mark.parametrize(
    ("naam", "wanneer", "zin"),
    [
        ("oppakken", NU, "niet langer"),
        ("antwoord", TOT_ANTWOORD, "loopt niet meer"),
    ],
)
def test_wat_niet_te_verlengen_is(proef, naam, wanneer, zin):
    zaak = meld(proef)
    with stel_in(wanneer), proef.als("lies"):
        assert zin in geweigerd(zaak, naam, "Meer tijd.")


def test_een_afgesproken_moment_en_wie_het_aangaat(proef):
    zaak = meld(proef)
    tot = datetime(2026, 12, 1, 23, tzinfo=UTC)
    with proef.als("lies"):
        assert klokken.gebeurt("vraag", zaak=zaak, afgesproken=tot) == 1
        with pytest.raises(ValueError, match="until when"):
            klokken.gebeurt("vraag", sleutel="7")
    # The text names nobody: it is for who recorded it.
    assert gezien(proef, "lies", zaak)["afspraak"].eigen
    assert "afspraak" not in gezien(proef, "kees", zaak)


def test_uren_tellen_door(proef):
    with proef.als("kees"):
        klokken.gebeurt("lek_gezien", sleutel="1", moment=NU)
        assert Klok.objects.get(termijn="lek").vervalt_op == NU + timedelta(hours=24)


def test_wat_terugkomt_telt_vanaf_de_laatste_keer(proef):
    with proef.als("lies"):
        klokken.gebeurt("vorige_evaluatie", sleutel="convenant")
    with stel_in(NU + timedelta(days=100)), proef.als("lies"):
        assert klokken.voldaan("evaluatie", sleutel="convenant") == 1
        lopend = Klok.objects.get(termijn="evaluatie", stand="loopt")
        assert lopend.vervalt_op == datetime(2028, 3, 3, 23, tzinfo=UTC)


def test_een_maximum_per_jaar_is_geen_moment(proef):
    with proef.als("lies"):
        assert klokken.gebeurt("kalenderjaar", sleutel="convenant") == 0


def test_wie_de_zaak_niet_heeft_ziet_en_begint_geen_klok(proef):
    zaak = meld(proef)
    assert gezien(proef, "dora", zaak) == {}
    with proef.als("dora"), pytest.raises(DatabaseError), transaction.atomic():
        klokken.gebeurt("klacht", zaak=zaak)
    with proef.als("dora"), pytest.raises(DatabaseError), transaction.atomic():
        klokken.trek_in("verzuim_melden", zaak=zaak)


def test_niemand_schrijft_een_klok_buiten_de_functies_om(proef):
    zaak = meld(proef)
    with proef.als("lies"):
        for opdracht in (
            "update termijnen_klok set vervalt_op = now()",
            "update termijnen_klok set volgende = null",
            "delete from termijnen_klok",
            "update termijnen_klokfeit set soort = 'x'",
            "delete from termijnen_klokfeit",
        ):
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(opdracht)
                    assert cursor.rowcount == 0
            except DatabaseError:
                pass
        assert klokken.klokken_van(zaak)
        assert Klok.objects.filter(volgende=None).count() == 0
        assert Klokfeit.objects.exclude(soort="begonnen").count() == 0


def test_de_zaak_laat_haar_klokken_zien(proef):
    zaak = meld(proef)
    with proef.als("kees"):
        assert dossier.lees_zaak(zaak.pk).termijn == TOT_ANTWOORD
