"""A file through gate and database: who holds it, who does not, and when it is gone."""

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from cryptography.exceptions import InvalidTag
from django.db import DatabaseError, connection, transaction

from convenant.bijlagen.models import Bijlage, Bijlagesleutel
from convenant.poort import bijlagen, poort, zaken
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.intrekken import trek_in, vernietig_verlopen
from convenant.poort.models import Logregel
from convenant.tijd import stel_in
from convenant.verstrekkingen.models import Ontvangst
from tests.bijlagen.bestanden import SVG, geladen, maak_jpeg, maak_pdf
from tests.bijlagen.conftest import HERKENBAAR, PDF
from tests.wereld import NU

IEDEREEN = ("kees", "lies", "wim", "dora")


def houders(waarde: dict, als_eigenaar) -> list[str]:
    with als_eigenaar():
        rijen = Bijlagesleutel.objects.filter(bijlage_id=waarde["bijlage"]).order_by("groep__functie")
        return list(rijen.values_list("groep__functie", flat=True))


def test_wie_de_kopie_heeft_leest_het_bestand(neem_aan, stuur, leest, als_eigenaar):
    waarde = neem_aan()
    assert waarde | {"bijlage": ""} == {
        "bijlage": "",
        "naam": "machtiging Noor.pdf",
        "soort": "application/pdf",
        "omvang": len(PDF),
    }
    stuur(reden=waarde)
    for naam in ("kees", "lies", "wim"):
        assert leest(naam, waarde) == PDF
    with pytest.raises(NietGevonden):
        leest("dora", waarde)
    assert houders(waarde, als_eigenaar) == ["docent", "leerplicht", "wijkteam"]


def test_de_kopie_zegt_waar_het_bestand_is(proef, neem_aan, stuur):
    waarde = neem_aan()
    verstrekt = stuur(reden=waarde)
    with proef.als("lies"):
        gelezen = poort.lees(Ontvangst.objects.get(verstrekking=verstrekt.id).pk)
    assert gelezen.waarde("reden") == waarde


def test_lezen_staat_in_het_logboek(neem_aan, stuur, leest, als_eigenaar):
    waarde = neem_aan()
    stuur(reden=waarde)
    leest("lies", waarde)
    with als_eigenaar():
        regel = Logregel.objects.get(object=waarde["bijlage"])
    assert (regel.handeling, regel.uitkomst, regel.gegevensset, regel.eis) == (
        "inzien",
        "toegestaan",
        "verzuimmelding",
        "P-7",
    )


def test_wie_het_veld_niet_krijgt_krijgt_geen_sleutel(neem_aan, stuur, leest, als_eigenaar):
    """Without consent the copies of the receivers have no such field."""
    waarde = neem_aan()
    stuur(reden=waarde, toestemming=False)
    assert houders(waarde, als_eigenaar) == ["docent"]
    assert leest("kees", waarde) == PDF
    for naam in ("lies", "wim"):
        with pytest.raises(NietGevonden):
            leest(naam, waarde)


def test_ingetrokken_toestemming_sluit_ook_het_bestand(neem_aan, stuur, leest, als_eigenaar, monkeypatch):
    waarde = neem_aan()
    stuur(reden=waarde)
    monkeypatch.setattr("tests.proef.INGETROKKEN", ["ouder"])
    with pytest.raises(Geweigerd):
        leest("lies", waarde)
    assert leest("kees", waarde) == PDF
    with als_eigenaar():
        regels = Logregel.objects.filter(object=waarde["bijlage"]).order_by("pk")
        assert [regel.uitkomst for regel in regels] == ["geweigerd", "toegestaan"]


def test_lezen_volgt_de_stap(proef, neem_aan, stuur, leest):
    waarde = neem_aan()
    zaak = stuur("leerplicht", reden=waarde).zaak
    with proef.als("lies"):
        with zaken.doe(zaak, "oppakken"):
            pass
        poort.verstrek("antwoord", {"status": "bezocht"}, [proef.groep("school", "docent")], zaak=zaak)
    with pytest.raises(Geweigerd):
        leest("lies", waarde)


def test_intrekken_vernietigt_het_bestand(proef, neem_aan, stuur, leest, als_eigenaar):
    waarde, blijft = neem_aan(), neem_aan()
    verstrekt = stuur(reden=waarde)
    stuur(reden=blijft)
    with proef.als("kees"):
        trek_in(verstrekt.id, "Verkeerde geadresseerde.")
    for naam in IEDEREEN:
        with pytest.raises(NietGevonden):
            leest(naam, waarde)
    with als_eigenaar():
        assert [str(rij.pk) for rij in Bijlage.objects.all()] == [blijft["bijlage"]]
        assert set(Bijlagesleutel.objects.values_list("bijlage_id", flat=True)) == {UUID(blijft["bijlage"])}


def test_een_houder_verliest_de_sleutel_met_de_kopie(neem_aan, stuur, leest, als_eigenaar):
    """The ciphertext stays as long as somebody holds it, and goes with the last."""
    waarde = neem_aan()
    verstrekt = stuur(reden=waarde)
    with als_eigenaar():
        Ontvangst.objects.filter(verstrekking=verstrekt.id, groep__functie="leerplicht").update(
            waarden=None, sleutel=None, vernietigd_op=NU
        )
    with pytest.raises(NietGevonden):
        leest("lies", waarde)
    assert leest("wim", waarde) == PDF
    with als_eigenaar():
        assert Bijlage.objects.exists()
        Ontvangst.objects.filter(vernietigd_op=None).update(waarden=None, sleutel=None, vernietigd_op=NU)
        assert not Bijlage.objects.exists()
        assert not Bijlagesleutel.objects.exists()


def test_na_de_bewaartijd_is_het_bestand_weg(neem_aan, stuur, leest, als_eigenaar):
    waarde = neem_aan()
    stuur(reden=waarde, bewaren_tot=NU + timedelta(hours=1))
    with stel_in(NU + timedelta(hours=1)):
        with pytest.raises(Geweigerd):  # not destroyed yet, and shut already
            leest("lies", waarde)
        vernietig_verlopen()
        with pytest.raises(NietGevonden):
            leest("lies", waarde)
    with als_eigenaar():
        assert not Bijlage.objects.exists()


def test_een_concept_is_alleen_van_de_eigen_groep(proef, neem_aan, leest):
    waarde = neem_aan()
    for naam in ("dora", "lies", "wim"):
        with proef.als(naam):
            assert bijlagen.concept(UUID(waarde["bijlage"])) is None
            bijlagen.vergeet(UUID(waarde["bijlage"]))
            assert not Bijlage.objects.exists()
    with pytest.raises(NietGevonden):
        leest("kees", waarde)  # it is nobody's copy yet
    with proef.als("kees"):
        assert bijlagen.concept(UUID(waarde["bijlage"]))
        bijlagen.vergeet(UUID(waarde["bijlage"]))
        assert bijlagen.concept(UUID(waarde["bijlage"])) is None
        assert not Bijlage.objects.exists()


def test_een_concept_leeft_een_dag(proef, neem_aan, stuur, leest, als_eigenaar):
    oud, gehecht = neem_aan(), neem_aan()
    stuur(reden=gehecht)
    assert bijlagen.vergeet_concepten() == 0
    with stel_in(NU + timedelta(hours=12)):
        nieuw = neem_aan()
    with stel_in(NU + timedelta(days=1)):
        assert bijlagen.vergeet_concepten() == 1
        assert bijlagen.vergeet_concepten() == 0
        assert leest("lies", gehecht) == PDF
    with als_eigenaar():
        assert {str(rij.pk) for rij in Bijlage.objects.all()} == {nieuw["bijlage"], gehecht["bijlage"]}
    with pytest.raises(Ongeldig) as fout:
        stuur(reden=oud)
    assert fout.value.fouten == {"reden": "Dit bestand is er niet meer. Kies het opnieuw."}


def test_alleen_de_taak_vergeet_concepten(proef):
    with (
        pytest.raises(DatabaseError, match="alleen de taak"),
        proef.als("kees"),
        connection.cursor() as cursor,
    ):
        cursor.execute("select bijlagen_vergeet_concepten()")


@pytest.mark.parametrize(
    "welk", ["van een ander", "al gehecht", "bestaat niet", "andere naam", "geen kenmerk"]
)
def test_wat_niet_te_hechten_is_stuurt_niets(proef, neem_aan, stuur, als_eigenaar, welk):
    """One sentence for all of them: what is not yours is not there."""
    waarde = neem_aan(wie="lies" if welk == "van een ander" else "kees")
    if welk == "al gehecht":
        stuur(reden=waarde)
    waarde |= {
        "bestaat niet": {"bijlage": str(uuid4())},
        "andere naam": {"naam": "huurcontract.pdf"},
        "geen kenmerk": {"bijlage": "x"},
    }.get(welk, {})
    with als_eigenaar():
        eerder = Ontvangst.objects.count()
    with pytest.raises(Ongeldig) as fout:
        stuur(reden=waarde)
    assert fout.value.fouten == {"reden": "Dit bestand is er niet meer. Kies het opnieuw."}
    with als_eigenaar():
        assert Ontvangst.objects.count() == eerder


def test_een_weigering_laat_het_concept_staan(proef, neem_aan, stuur):
    """Who corrects the form finds the file still there."""
    waarde = neem_aan()
    with pytest.raises(Ongeldig):
        stuur(reden=waarde, kleur="paars")
    stuur(reden=waarde)


def test_niemand_maakt_zelf_een_sleutel(proef, neem_aan, stuur):
    """The database asks for whom a key is, whatever the application says."""
    waarde = neem_aan()
    stuur("leerplicht", reden=waarde)
    with proef.als("kees") as beurt:
        for groep in (proef.groep("gemeente", "wijkteam"), proef.groep("school", "directeur")):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Bijlagesleutel.objects.create(
                    convenant=beurt.wie.convenant,
                    bijlage_id=waarde["bijlage"],
                    groep=groep,
                    sleutel=b"x",
                )


def test_een_slecht_bestand_laat_niets_achter(proef, als_eigenaar):
    with proef.als("kees"), pytest.raises(Ongeldig) as fout:
        bijlagen.neem_aan(geladen("x.pdf", SVG))
    assert set(fout.value.fouten) == {"bestand"}
    with als_eigenaar():
        assert not Bijlage.objects.exists()


@pytest.mark.parametrize("wat", ["inhoud", "kop", "sleutel"])
def test_wat_van_een_andere_rij_komt_opent_niet(neem_aan, stuur, leest, als_eigenaar, wat):
    een, ander = neem_aan(), neem_aan(maak_jpeg(), "foto.jpg")
    stuur(reden=een)
    stuur(reden=ander)
    with als_eigenaar():
        if wat == "sleutel":
            van = Bijlagesleutel.objects.get(bijlage_id=een["bijlage"], groep__functie="wijkteam")
            Bijlagesleutel.objects.filter(bijlage_id=een["bijlage"], groep__functie="leerplicht").update(
                sleutel=van.sleutel
            )
        else:
            van = Bijlage.objects.get(pk=ander["bijlage"])
            Bijlage.objects.filter(pk=een["bijlage"]).update(**{wat: getattr(van, wat)})
    with pytest.raises(InvalidTag):
        leest("lies", een)


def stukken() -> Iterator[bytes]:
    """Every row of every table as the database writes it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
        )
        for (tabel,) in cursor.fetchall():
            cursor.execute(f"select t::text from {tabel} t")
            for (rij,) in cursor.fetchall():
                yield rij.encode()


def test_nergens_staat_het_bestand_leesbaar(neem_aan, stuur, als_eigenaar):
    waarde = neem_aan(naam="machtiging lepelaarskolonie.pdf")
    stuur(reden=waarde)
    with als_eigenaar():
        alles = b"".join(stukken())
    assert waarde["bijlage"].encode() in alles, "the search must look at the right rows"
    for woord in (HERKENBAAR, b"lepelaarskolonie", PDF[:64]):
        assert woord not in alles
        assert woord.hex().encode() not in alles
    for pad in Path(tempfile.gettempdir()).glob("*.upload*"):
        assert HERKENBAAR not in pad.read_bytes()


def test_twee_bladzijden_en_een_foto(proef, neem_aan):
    for inhoud, naam, bladzijden in ((maak_pdf(2), "a.pdf", 2), (maak_jpeg(), "a.jpg", 0)):
        waarde = neem_aan(inhoud, naam)
        with proef.als("kees"):
            concept = bijlagen.concept(UUID(waarde["bijlage"]))
        assert concept
        assert concept.kop.bladzijden == bladzijden
