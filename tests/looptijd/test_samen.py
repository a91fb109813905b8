"""What the parties decide together: nothing holds before each of them signed, and one that does not agree ends it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from convenant.beleid import looptijd as regels
from convenant.beleid.register import register
from convenant.looptijd import beeindigen, voorstellen
from convenant.looptijd.models import Akkoord, Stuk, Voorstel
from convenant.looptijd.voorstellen import Handtekening
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.tijd import stel_in
from tests import werelden
from tests.wereld import NU, Wereld

from .conftest import VANDAAG, brief, einden, log, post
from .samen import ADVISEUR, BUUR, MANAGER, PARTIJEN, stand, stel_voor, teken

EINDE, WIJZIGING = "beeindiging_voorstellen", "wijziging_voorstellen"


@pytest.fixture
def haarlem(db: None):
    with stel_in(NU):
        yield werelden.maak("haarlem")


def besluit(wereld: Wereld, voorstel, wie: str = ADVISEUR) -> None:
    with wereld.als(wie):
        voorstellen.besluit(voorstel)


@pytest.mark.eis("HAA-9.3")
def test_het_convenant_eindigt_pas_als_alle_partijen_tekenden(haarlem: Wereld, als_eigenaar) -> None:
    voorstel = stel_voor(haarlem, MANAGER, EINDE)
    for wie in (MANAGER, ADVISEUR):
        teken(haarlem, voorstel, wie)
        with pytest.raises(Geweigerd) as weigering:
            besluit(haarlem, voorstel)
        assert "HAA-9.3" in {reden.eis for reden in weigering.value.redenen}
        assert einden(haarlem) == {}
    teken(haarlem, voorstel, BUUR)
    kaart = stand(haarlem, voorstel)
    assert (kaart.getekend, kaart.stand, kaart.kan) == (3, "open", ["beeindigen", "beeindiging_weigeren"])
    for _ in range(2):
        besluit(haarlem, voorstel)
    kaart = stand(haarlem, voorstel)
    assert (kaart.stand, kaart.laatste_dag) == ("aangenomen", date(2026, 12, 31))
    assert einden(haarlem) == {"alles": date(2027, 1, 1)}
    assert [regel[2] for regel in log(als_eigenaar, "beeindigen")].count("HAA-9.3") >= 1


@pytest.mark.eis("HAA-9.3")
def test_een_dag_die_voorbij_is_wordt_vandaag(haarlem: Wereld) -> None:
    voorstel = stel_voor(haarlem, MANAGER, EINDE, dag=VANDAAG)
    later = VANDAAG + timedelta(days=10)
    with stel_in(NU + timedelta(days=10)):
        teken(haarlem, voorstel, *PARTIJEN)
        besluit(haarlem, voorstel)
        assert stand(haarlem, voorstel).laatste_dag == later
    assert einden(haarlem) == {"alles": later + timedelta(days=1)}


@pytest.mark.eis("HAA-9.3")
def test_een_partij_die_niet_instemt_houdt_het_einde_tegen(haarlem: Wereld) -> None:
    voorstel = stel_voor(haarlem, ADVISEUR, EINDE)
    teken(haarlem, voorstel, ADVISEUR, MANAGER)
    with haarlem.als(BUUR):
        voorstellen.weiger(voorstel, "Wij willen door.")
    kaart = stand(haarlem, voorstel)
    assert (kaart.stand, kaart.reden_weigering, kaart.kan) == ("geweigerd", "Wij willen door.", ())
    with pytest.raises(Ongeldig):
        teken(haarlem, voorstel, BUUR)
    with pytest.raises(Geweigerd):
        besluit(haarlem, voorstel)
    assert einden(haarlem) == {}


@pytest.mark.eis("HAA-9.3", "HAA-PR13.2")
@pytest.mark.parametrize("handeling", [EINDE, WIJZIGING])
@pytest.mark.parametrize("wie", ["corporatie/melder", "gemeente/swt", "gemeente/teamleider"])
def test_wie_niet_voor_een_partij_spreekt(haarlem: Wereld, wie: str, handeling: str) -> None:
    with pytest.raises(Geweigerd):
        stel_voor(haarlem, wie, handeling)
    voorstel = stel_voor(haarlem, MANAGER, handeling)
    with pytest.raises(Geweigerd):
        teken(haarlem, voorstel, wie)
    with pytest.raises(Geweigerd), haarlem.als(wie):
        voorstellen.weiger(voorstel, "Nee.")
    with pytest.raises(Geweigerd):
        besluit(haarlem, voorstel, wie)
    kaart = stand(haarlem, voorstel, wie)
    assert (kaart.kan, kaart.stuk, kaart.getekend) == ([], None, 0)


@pytest.mark.eis("HAA-PR13.2")
def test_een_wijziging_geldt_pas_als_alle_partijen_tekenden(haarlem: Wereld) -> None:
    voorstel = stel_voor(haarlem, MANAGER, WIJZIGING)
    teken(haarlem, voorstel, ADVISEUR, MANAGER)
    with pytest.raises(Geweigerd) as weigering:
        besluit(haarlem, voorstel)
    assert [reden.eis for reden in weigering.value.redenen] == ["HAA-PR13.2"]
    teken(haarlem, voorstel, BUUR)
    besluit(haarlem, voorstel)
    kaart = stand(haarlem, voorstel)
    assert (kaart.stand, kaart.werkt_op, kaart.laatste_dag) == ("aangenomen", date(2026, 12, 31), None)
    assert {(p.ondertekenaar, p.functie, p.bevoegdheid) for p in kaart.partijen} == {
        ("A. Bestuurder", "bestuurder", "statuten")
    }
    assert einden(haarlem) == {}


@pytest.mark.eis("HAA-PR13.2")
def test_zonder_uitdrukkelijke_bedoeling_geen_wijziging(haarlem: Wereld) -> None:
    voorstel = stel_voor(haarlem, MANAGER, WIJZIGING, bedoeld=False)
    teken(haarlem, voorstel, *PARTIJEN)
    with pytest.raises(Geweigerd) as weigering:
        besluit(haarlem, voorstel)
    assert ["uitdrukkelijk" in reden.tekst for reden in weigering.value.redenen] == [True]


@pytest.mark.eis("HAA-PR13.2")
def test_een_wijziging_wordt_geweigerd_met_een_reden(haarlem: Wereld) -> None:
    voorstel = stel_voor(haarlem, MANAGER, WIJZIGING)
    for _ in range(2):
        with haarlem.als(BUUR):
            voorstellen.weiger(voorstel, "Te ruim.")
    assert stand(haarlem, voorstel).reden_weigering == "Te ruim."
    with pytest.raises(Geweigerd), haarlem.als(ADVISEUR):
        voorstellen.weiger(voorstel, "Ook niet.")


@pytest.mark.eis("HAA-PR13.2")
def test_dezelfde_handeling_twee_keer_is_een_keer(haarlem: Wereld, als_eigenaar) -> None:
    kenmerk = uuid4()
    een, twee = (stel_voor(haarlem, MANAGER, WIJZIGING, kenmerk) for _ in range(2))
    assert een == twee
    for _ in range(2):
        teken(haarlem, een, MANAGER)
    with als_eigenaar():
        assert (Voorstel.objects.count(), Akkoord.objects.count(), Stuk.objects.count()) == (1, 1, 2)


@pytest.mark.eis("HAA-PR13.2")
@pytest.mark.parametrize(("verschil", "mag"), [(-1, False), (0, True), (1, False)])
def test_tekenen_kan_niet_voor_het_voorstel_of_morgen(haarlem: Wereld, verschil: int, mag: bool) -> None:
    voorstel = stel_voor(haarlem, MANAGER, WIJZIGING)
    dag = VANDAAG + timedelta(days=verschil)
    if mag:
        teken(haarlem, voorstel, MANAGER, getekend_op=dag)
    else:
        with pytest.raises(Ongeldig) as fout:
            teken(haarlem, voorstel, MANAGER, getekend_op=dag)
        assert set(fout.value.fouten) == {"getekend_op"}
    assert stand(haarlem, voorstel).getekend == mag


def test_een_voorstel_voor_gisteren_kan_niet(haarlem: Wereld) -> None:
    with pytest.raises(Ongeldig) as fout:
        stel_voor(haarlem, MANAGER, WIJZIGING, dag=VANDAAG - timedelta(days=1))
    assert set(fout.value.fouten) == {"dag"}


@pytest.mark.eis("HAA-PR13.2")
def test_de_stukken_zijn_voor_wie_beslist_en_daarna_voor_iedereen(haarlem: Wereld) -> None:
    voorstel = stel_voor(haarlem, MANAGER, WIJZIGING)
    teken(haarlem, voorstel, *PARTIJEN)
    kaart = stand(haarlem, voorstel)
    stukken = [kaart.stuk, *(partij.stuk for partij in kaart.partijen)]
    assert len({*stukken} - {None}) == 4
    for stuk in stukken:
        with haarlem.als("corporatie/melder"), pytest.raises(NietGevonden):
            voorstellen.lees_stuk(stuk)
    besluit(haarlem, voorstel)
    for stuk in stukken:
        with haarlem.als("corporatie/melder"):
            assert voorstellen.lees_stuk(stuk).inhoud.startswith(b"%PDF")


@pytest.mark.eis("HAA-PR13.2")
def test_wie_moet_tekenen_krijgt_bericht(haarlem: Wereld, als_eigenaar) -> None:
    voorstel = stel_voor(haarlem, MANAGER, WIJZIGING)
    assert post(als_eigenaar) == [
        ("corporatie-manager-ander", "Er is een voorstel over het convenant"),
        ("gemeente-beleidsadviseur", "Er is een voorstel over het convenant"),
    ]
    teken(haarlem, voorstel, *PARTIJEN)
    assert ("gemeente-beleidsadviseur", "Alle partijen hebben getekend") in post(als_eigenaar)


@pytest.mark.eis("HAA-PR13.2")
def test_de_database_laat_niemand_voor_een_ander_tekenen(haarlem: Wereld) -> None:
    voorstel = stel_voor(haarlem, MANAGER, WIJZIGING)
    for wie in (MANAGER, "corporatie/melder@ander"):
        with haarlem.als(wie) as beurt, pytest.raises(DatabaseError), transaction.atomic():
            Akkoord.objects.create(
                voorstel_id=voorstel,
                convenant=haarlem.convenant,
                deelname=haarlem.deelnames["corporatie@ander"],
                naam="X",
                functie="x",
                bevoegdheid="x",
                getekend_op=VANDAAG,
                vastgelegd_op=NU,
                vastgelegd_door=beurt.wie.medewerker,
            )


def test_de_stukken_liggen_verzegeld(haarlem: Wereld, als_eigenaar) -> None:
    stel_voor(haarlem, MANAGER, WIJZIGING)
    with als_eigenaar():
        rij = Stuk.objects.get()
        assert b"%PDF" not in bytes(rij.inhoud)


@pytest.mark.parametrize(
    ("code", "soorten"),
    [
        pytest.param("haarlem", ["wijziging", "beeindiging"], marks=pytest.mark.eis("HAA-9.3")),
        pytest.param("heemstede", ["wijziging"], marks=pytest.mark.eis("HEE-10.1")),
        ("maassluis", []),
        ("zoeklicht", []),
        ("krimpen", []),
    ],
)
def test_wat_elk_convenant_samen_besluit(code: str, soorten: list[str]) -> None:
    """Of a text whose conditions this room cannot answer nothing is offered: Maassluis and Krimpen ask more."""
    assert [weg.soort for weg in voorstellen.wegen(register.geef(code, 1))] == soorten


def test_wat_de_tekst_noemt() -> None:
    weg = {weg.soort: weg for weg in regels.samen(register.geef("haarlem", 1))}
    assert (weg["wijziging"].instemmen, weg["wijziging"].besluiten, weg["wijziging"].weigeren) == (
        "wijziging_ondertekenen",
        "wijziging_vaststellen",
        "wijziging_weigeren",
    )
    assert (weg["beeindiging"].instemmen, weg["beeindiging"].besluiten, weg["beeindiging"].weigeren) == (
        "beeindiging_instemmen",
        "beeindigen",
        "beeindiging_weigeren",
    )


@pytest.mark.eis("HEE-10.1", "HEE-10.2")
def test_een_wijziging_in_heemstede(wereld: Wereld) -> None:
    """Three parties consent; the documents are then there for all of them."""
    voorstel = stel_voor(wereld, "ina", WIJZIGING, bedoeld=False)
    teken(wereld, voorstel, "ina", "hugo")
    with wereld.als("hugo"), pytest.raises(Geweigerd) as weigering:
        voorstellen.besluit(voorstel)
    assert [reden.eis for reden in weigering.value.redenen] == ["HEE-10.1"]
    kaart = stand(wereld, voorstel, "anna")
    assert kaart.stuk is None
    teken(wereld, voorstel, "jan")
    with wereld.als("hugo"):
        voorstellen.besluit(voorstel)
    kaart = stand(wereld, voorstel, "anna")
    with wereld.als("anna"):
        assert all(voorstellen.lees_stuk(p.stuk).inhoud for p in kaart.partijen)
        assert voorstellen.lees_stuk(kaart.stuk).inhoud
    with wereld.als("jan"), pytest.raises(NietGevonden):
        beeindigen.geef(voorstel)


def test_zonder_stuk_tekent_niemand(haarlem: Wereld) -> None:
    voorstel = stel_voor(haarlem, MANAGER, WIJZIGING)
    with haarlem.als(BUUR):
        handtekening = Handtekening("A", "b", "c", VANDAAG, brief() | {"bijlage": str(uuid4())})
        with pytest.raises(Ongeldig):
            voorstellen.teken(voorstel, handtekening)
    assert stand(haarlem, voorstel).getekend == 0
