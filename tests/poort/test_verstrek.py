"""Sending, replacing and withdrawing, with the small invented convenant of tests/proef.py."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection

from convenant.poort import poort, werklijst, zaken
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.intrekken import bevestig, trek_in, vernietig_verlopen
from convenant.poort.lijst import Lijst
from convenant.poort.models import Logregel
from convenant.tijd import begin_van_de_dag, stel_in
from convenant.verstrekkingen.models import Ontvangst, Verstrekking
from convenant.zaken.models import Toegang, Zaak
from tests.proef import maak_proef
from tests.wereld import NU, Wereld

MELDING = {"leerling": "Noor", "dagen": "3", "reden": "ziek"}


@pytest.fixture
def proef(db: None) -> Iterator[Wereld]:
    with stel_in(NU):
        yield maak_proef()


def meld(proef: Wereld, *functies: str, toestemming: bool = False, **anders: object) -> poort.Verstrekt:
    with proef.als("kees"):
        return poort.verstrek(
            "verzuimmelding",
            anders.pop("waarden", MELDING),  # type: ignore[arg-type]
            [proef.groep("gemeente", functie) for functie in functies or ("leerplicht",)],
            gegeven={"toestemming": toestemming},
            **anders,  # type: ignore[arg-type]
        )


def kopie(verstrekt: poort.Verstrekt) -> UUID:
    """The own copy of whoever works now."""
    return Ontvangst.objects.get(verstrekking=verstrekt.id).pk


def ziet(proef: Wereld, naam: str, verstrekt: poort.Verstrekt) -> dict[str, object]:
    with proef.als(naam):
        return {veld.naam: veld.waarde for veld in poort.lees(kopie(verstrekt)).velden}


def test_ontvanger_krijgt_alleen_wat_mag(proef):
    verstrekt = meld(proef)
    assert ziet(proef, "lies", verstrekt) == {"leerling": "Noor", "dagen": "3"}
    assert ziet(proef, "kees", verstrekt) == MELDING


def test_met_toestemming_gaat_de_reden_mee(proef):
    assert ziet(proef, "lies", meld(proef, toestemming=True)) == MELDING


def test_ingetrokken_toestemming_sluit_het_veld_bij_het_lezen(proef, monkeypatch):
    verstrekt = meld(proef, toestemming=True)
    monkeypatch.setattr("tests.proef.INGETROKKEN", ["ouder"])
    assert ziet(proef, "lies", verstrekt) == {"leerling": "Noor", "dagen": "3"}
    assert ziet(proef, "kees", verstrekt) == MELDING


@pytest.mark.parametrize(("niet_anoniem", "moment"), [(True, NU), (False, begin_van_de_dag(NU))])
def test_anoniem_bewaart_alleen_de_datum(proef, als_eigenaar, niet_anoniem, moment):
    """Decision 68: no time of day, in the exchange or in the log."""
    with proef.als("kees"):
        ontvangers = [proef.groep("gemeente", "leerplicht")]
        poort.verstrek("tip", {"tekst": "Let op."}, ontvangers, gegeven={"niet_anoniem": niet_anoniem})
    with als_eigenaar():
        assert Verstrekking.objects.get().moment == moment
        assert Logregel.objects.get(handeling="tip_geven").moment == moment


def test_wat_niet_mag_staat_niet_in_de_kopie(proef, als_eigenaar):
    """Minimisation is a fact of storage: the receiver's row holds no other value."""
    verstrekt = meld(proef)
    with als_eigenaar():
        rij = Ontvangst.objects.get(verstrekking=verstrekt.id, groep=proef.groep("gemeente", "leerplicht"))
    assert rij.velden == ["leerling", "dagen"]
    assert b"Noor" not in bytes(rij.waarden or b"")


def test_twee_functies_van_een_partij_zien_elkaars_gegevens_niet(proef):
    verstrekt = meld(proef)
    for naam in ("dora", "wim"):
        with proef.als(naam):
            assert not Ontvangst.objects.exists()
            assert not Verstrekking.objects.exists()
            assert not Zaak.objects.exists()
            assert poort.werklijst() == []
    with proef.als("lies"):
        van_lies = kopie(verstrekt)
    for naam in ("dora", "wim", "kees"):
        with proef.als(naam), pytest.raises(NietGevonden):
            poort.lees(van_lies)


def test_verzenden_opent_de_zaak_en_geeft_toegang(proef):
    zaak = meld(proef).zaak
    assert zaak is not None
    assert (zaak.nummer, zaak.stap) == ("2026-000001", "gemeld")
    for naam in ("kees", "lies"):
        with proef.als(naam):
            assert [regel.nummer for regel in poort.werklijst()] == ["2026-000001"]


def test_een_ontvanger_die_niet_mag_houdt_alles_tegen(proef):
    with pytest.raises(Geweigerd), proef.als("kees"):
        poort.verstrek(
            "verzuimmelding",
            MELDING,
            [proef.groep("gemeente", "leerplicht"), proef.groep("school", "docent")],
        )
    with proef.als("lies"):
        assert not Ontvangst.objects.exists()


def test_veld_buiten_de_set_en_ontbrekend_veld(proef):
    with pytest.raises(Geweigerd):
        meld(proef, waarden={**MELDING, "bsn": "999990019"})
    with pytest.raises(Ongeldig) as fout:
        meld(proef, waarden={"leerling": "Noor"})
    assert set(fout.value.fouten) == {"dagen"}
    with pytest.raises(Ongeldig) as fout:
        meld(proef, waarden={**MELDING, "kleur": "paars"})
    assert set(fout.value.fouten) == {"kleur"}


def test_stap_voor_stap(proef):
    """Reading follows the step: after the answer the report itself is no longer readable."""
    verstrekt = meld(proef)
    assert verstrekt.zaak
    with proef.als("lies"):
        with zaken.doe(verstrekt.zaak, "oppakken"):
            pass
        antwoord = poort.verstrek(
            "antwoord", {"status": "bezocht"}, [proef.groep("school", "docent")], zaak=verstrekt.zaak
        )
    assert ziet(proef, "kees", antwoord) == {"status": "bezocht"}
    with pytest.raises(Geweigerd):
        ziet(proef, "lies", verstrekt)


def test_handeling_in_verkeerde_stap(proef):
    zaak = meld(proef).zaak
    assert zaak
    with proef.als("lies"), pytest.raises(Geweigerd):
        poort.verstrek("antwoord", {"status": "bezocht"}, [proef.groep("school", "docent")], zaak=zaak)
    with proef.als("kees"), pytest.raises(Geweigerd), zaken.doe(zaak, "oppakken"):
        pass


def test_vervangen(proef):
    eerste = meld(proef)
    tweede = meld(proef, waarden={"leerling": "Noor", "dagen": "4"}, zaak=eerste.zaak, vervangt=eerste.id)
    assert ziet(proef, "lies", tweede)["dagen"] == "4"
    with proef.als("lies"):
        assert poort.lees(kopie(eerste)).vervangen
        assert not poort.lees(kopie(tweede)).vervangen
    with pytest.raises(Ongeldig):
        meld(proef, zaak=eerste.zaak, vervangt=eerste.id)


def test_een_ander_kan_niet_vervangen_of_intrekken(proef):
    verstrekt = meld(proef)
    with proef.als("lies"), pytest.raises(NietGevonden):
        trek_in(verstrekt.id, "Niet van mij.")
    with proef.als("dora"), pytest.raises(NietGevonden):
        trek_in(verstrekt.id, "Niet van mij.")


def test_intrekken_vernietigt_de_waarden_bij_iedereen(proef, als_eigenaar):
    verstrekt = meld(proef)
    with proef.als("kees"):
        with pytest.raises(Ongeldig):
            trek_in(verstrekt.id, " ")
        assert trek_in(verstrekt.id, "Verkeerde geadresseerde.")
        assert not trek_in(verstrekt.id, "Nog een keer.")
    with pytest.raises(Geweigerd) as weigering:
        ziet(proef, "lies", verstrekt)
    assert "ingetrokken" in weigering.value.redenen[0].tekst
    with als_eigenaar():
        assert not Ontvangst.objects.exclude(waarden=None, sleutel=None).exists()
        assert Verstrekking.objects.get().intrekreden == "Verkeerde geadresseerde."
    with proef.als("lies"):
        bevestig(kopie(verstrekt))
        assert Ontvangst.objects.get().bevestigd_op == NU


def test_verlopen_kopieen_worden_vernietigd(proef, als_eigenaar):
    verstrekt = meld(proef, bewaren_tot=NU + timedelta(hours=1))
    assert vernietig_verlopen() == 0
    with stel_in(NU + timedelta(hours=1)):
        assert vernietig_verlopen() == 2
        assert vernietig_verlopen() == 0
    with als_eigenaar():
        assert not Ontvangst.objects.filter(verstrekking=verstrekt.id).exclude(sleutel=None).exists()


def test_toegang_eindigt_met_haar_laatste_grond(proef):
    zaak = meld(proef, "leerplicht", "wijkteam").zaak
    assert zaak
    with proef.als("kees"):
        zaken.geef_toegang(
            zaak, [proef.groep("gemeente", "wijkteam")], "overleg", "P-9", NU + timedelta(days=1)
        )
        zaken.neem_toegang(zaak, proef.groep("gemeente", "wijkteam"), "verzuimmelding")
    with proef.als("wim"):
        assert [regel.nummer for regel in poort.werklijst()] == [zaak.nummer]
    with stel_in(NU + timedelta(days=2)), proef.als("wim"):
        assert poort.werklijst() == []
        assert not Zaak.objects.exists()


def test_niemand_geeft_zichzelf_toegang(proef):
    zaak = meld(proef).zaak
    assert zaak
    with pytest.raises(DatabaseError, match="buiten de context"), proef.als("wim"):
        zaken.geef_toegang(zaak, [proef.groep("gemeente", "wijkteam")], "zomaar", "P-9")


def test_werklijst_bladert_en_telt_hetzelfde_als_openen(proef):
    """In the list if and only if it opens."""
    for _ in range(5):
        meld(proef)
    with proef.als("lies"):
        eerste = poort.werklijst(Lijst(aantal=2))
        tweede = poort.werklijst(Lijst(na=eerste[-1].zaak_id, aantal=2))
        derde = poort.werklijst(Lijst(na=tweede[-1].zaak_id, aantal=2))
        lijst = [regel.zaak_id for regel in eerste + tweede + derde]
        assert lijst == sorted(Zaak.objects.values_list("pk", flat=True))
        assert len(lijst) == 5


def test_zelfde_convenanttekst_bij_een_ander_convenant(proef):
    """Two municipalities with the same policy: nothing of one is there in the other."""
    ander = maak_proef("proef-veenhoven")
    verstrekt = meld(proef)
    for naam in ("kees", "lies", "wim", "dora"):
        with ander.als(naam):
            assert not Ontvangst.objects.exists()
            assert not Zaak.objects.exists()
            with pytest.raises(NietGevonden):
                trek_in(verstrekt.id, "Elders.")


def test_zonder_context_is_er_niets(proef):
    meld(proef)
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from verstrekkingen_ontvangst")
        assert cursor.fetchone() == (0,)
    with pytest.raises(RuntimeError):
        poort.werklijst()


@pytest.mark.parametrize("aantal", [1, 2, 3])
def test_werklijst_bladert_op_termijn_en_dan_zonder(proef, aantal):
    """The clocks first, of one moment by number, and what has no clock last; nothing twice, nothing missed."""
    zaken_ids = []
    for dagen in (3, None, 1, 3, None):
        zaak = meld(proef).zaak
        assert zaak is not None
        with proef.als("kees"):
            Toegang.objects.filter(content_object=zaak).update(
                termijn=NU + timedelta(days=dagen) if dagen else None
            )
        zaken_ids.append(zaak.pk)
    eerste, tweede, derde, vierde, vijfde = zaken_ids
    gezien: list[int] = []
    with proef.als("kees"):
        while bladzijde := poort.werklijst(Lijst(na=gezien[-1] if gezien else None, aantal=aantal)):
            gezien += [regel.zaak_id for regel in bladzijde]
        assert poort.werklijst(Lijst(na=10**9)) == poort.werklijst()  # no such case: from the start
    assert gezien == [derde, eerste, vierde, tweede, vijfde]


def test_aantallen_tellen_niet_eindeloos(proef, monkeypatch):
    monkeypatch.setattr("convenant.poort.werklijst.MEER", 2)
    for verwacht in ("1", "2", "2+", "2+"):
        meld(proef)
        with proef.als("kees"):
            assert werklijst.aantallen()["open"] == verwacht


def test_het_nummer_van_een_ander_formulier_is_er_niet(proef):
    """A kenmerk of the own group that did something else already does not pass for this act."""
    nummer = uuid4()
    zaak = meld(proef, kenmerk=nummer).zaak
    assert meld(proef, kenmerk=nummer).zaak == zaak
    ander = meld(proef).zaak
    with pytest.raises(NietGevonden):
        meld(proef, zaak=ander, kenmerk=nummer)
    with pytest.raises(NietGevonden), proef.als("kees"):
        poort.verstrek(
            "tip",
            {"tekst": "x"},
            [proef.groep("gemeente", "leerplicht")],
            gegeven={"niet_anoniem": True},
            kenmerk=nummer,
        )
