"""What goes on around the exchange: help, security, force majeure and passing on, through gate and database."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from brpinzage import rondom
from convenant.berichten.models import Bericht
from convenant.poort import bijlagen, dossier, werklijst
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.lijst import AAN_ZET, GESLOTEN, Lijst
from convenant.poort.tellingen import cijfers
from convenant.tijd import vandaag
from tests.bijlagen.bestanden import maak_pdf
from tests.wereld import NU, Wereld
from tests.zaken import velden


def label(wereld: Wereld, naam: str, zaak: int) -> str:
    with wereld.als(naam):
        return dossier.lees_zaak(zaak).label


def niet_voor(wereld: Wereld, zaak: int, *namen: str) -> None:
    for naam in namen:
        with wereld.als(naam), pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)


def berichten(als_eigenaar) -> list[tuple[str, str]]:
    """Who gets mail with which subject."""
    with als_eigenaar():
        rijen = Bericht.objects.order_by("account__email")
        return [(rij.account.email.partition("@")[0], rij.onderwerp) for rij in rijen]


def geteld(wereld: Wereld) -> dict[tuple[str, str], int]:
    maand = vandaag().replace(day=1)
    with wereld.als("hugo"):
        return {(c.maat, c.waarde): c.aantal for c in cijfers(maand, maand + timedelta(days=31))}


# Help


def vraag(wereld: Wereld) -> int:
    with wereld.als("anna"):
        return rondom.vraag_ondersteuning(None, "technisch", "De knop doet niets.", uuid4())


@pytest.mark.eis("HEE-5.7", "HEE-5.7.vraag", "HEE-5.7.antwoord")
def test_een_vraag_een_antwoord_en_doorvragen(wereld):
    zaak = vraag(wereld)
    assert velden(wereld, "eva", zaak, "ondersteuningsvraag") == {
        "soort_vraag": "technisch",
        "vraag": "De knop doet niets.",
    }
    assert label(wereld, "eva", zaak) == "Technische vraag"
    niet_voor(wereld, zaak, "carla", "ina", "hugo", "frits", "gerda")
    with wereld.als("eva"):
        rondom.beantwoord_ondersteuning(zaak, "Ververs de pagina.", uuid4())
    assert velden(wereld, "bert", zaak, "ondersteuningsantwoord") == {
        "antwoord_op_vraag": "Ververs de pagina."
    }
    with wereld.als("bert"):
        assert rondom.vraag_ondersteuning(zaak, "inhoudelijk", "En welk doel kies ik dan?", uuid4()) == zaak
    with wereld.als("eva"):
        assert [r.zaak_id for r in werklijst.werklijst(Lijst(AAN_ZET))] == [zaak]
        rondom.beantwoord_ondersteuning(zaak, "Kies woningtoewijzing.", uuid4())
    with wereld.als("anna"):
        rondom.sluit_vraag(zaak)
        assert [r.zaak_id for r in werklijst.werklijst(Lijst(GESLOTEN))] == [zaak]


@pytest.mark.eis("HEE-5.7")
def test_een_vraag_alleen_van_de_soorten_die_er_zijn(wereld):
    with wereld.als("anna"), pytest.raises(Ongeldig):
        rondom.vraag_ondersteuning(None, "juridisch", "Mag dit?", uuid4())
    for naam in ("ina", "eva", "frits"):
        with wereld.als(naam), pytest.raises(Geweigerd):
            rondom.vraag_ondersteuning(None, "technisch", "Mag dit?", uuid4())


@pytest.mark.eis("HEE-5.7")
def test_hetzelfde_formulier_twee_keer_is_een_vraag(wereld):
    nummer = uuid4()
    zaken = set()
    for _ in range(2):
        with wereld.als("anna"):
            zaken.add(rondom.vraag_ondersteuning(None, "technisch", "De knop doet niets.", nummer))
    assert len(zaken) == 1
    assert geteld(wereld) == {("ondersteuningsvraag", "technisch"): 1}


# Security


@pytest.mark.eis("HEE-6.2", "HEE-6.2.melding", "HEE-6.2.maatregel")
@pytest.mark.parametrize("melder", ["anna", "ina"])
def test_een_beveiligingsprobleem_gaat_direct_naar_de_convenantbeheerder(wereld, als_eigenaar, melder):
    gezien, nummer = NU - timedelta(minutes=95), uuid4()
    for _ in range(2):  # sent twice: one case, one mail
        with wereld.als(melder):
            zaak = rondom.meld_beveiligingsprobleem("inloggen", "Ik kwam er zonder code in.", gezien, nummer)
    assert velden(wereld, "hugo", zaak, "beveiligingsmelding") == {
        "wat_werkt_niet": "Ik kwam er zonder code in.",
        "onderdeel": "inloggen",
        "geconstateerd_op": gezien.isoformat(timespec="minutes"),
    }
    assert label(wereld, "hugo", zaak) == "Inloggen, gemeld 1 uur, 35 minuten na constatering"
    anderen = {"anna", "ina"} - {melder}
    niet_voor(wereld, zaak, "carla", "jan", "eva", "frits", "gerda", *anderen)
    with wereld.als("hugo"):
        nummer_van_zaak = dossier.lees_zaak(zaak).nummer
    assert berichten(als_eigenaar) == [("hugo", f"Beveiligingsprobleem gemeld: zaak {nummer_van_zaak}")]
    with wereld.als("hugo"):
        rondom.handel_beveiligingsprobleem_af(zaak, "De code wordt weer gevraagd.", uuid4())
    assert velden(wereld, melder, zaak, "beveiligingsmaatregel") == {
        "maatregel": "De code wordt weer gevraagd."
    }
    assert geteld(wereld) == {
        ("beveiligingsmelding", "gemeld"): 1,
        ("beveiligingsmaatregel", "afgehandeld"): 1,
    }


@pytest.mark.eis("HEE-6.2")
def test_een_moment_in_de_toekomst_kan_niet(wereld, als_eigenaar):
    with wereld.als("anna"), pytest.raises(Ongeldig) as fout:
        rondom.meld_beveiligingsprobleem("inloggen", "Iets.", NU + timedelta(minutes=1), uuid4())
    assert set(fout.value.fouten) == {"datum"}
    assert berichten(als_eigenaar) == []


@pytest.mark.eis("HEE-6.2")
def test_alleen_een_corporatie_meldt(wereld):
    for naam in ("eva", "frits", "hugo", "gerda"):
        with wereld.als(naam), pytest.raises(Geweigerd):
            rondom.meld_beveiligingsprobleem("inloggen", "Iets.", NU, uuid4())


# Force majeure


@pytest.mark.eis("HEE-12.1", "HEE-12.1.melding")
@pytest.mark.parametrize(
    ("melder", "ontvangers"), [("ina", ["hugo", "jan"]), ("hugo", ["ina", "jan"]), ("jan", ["hugo", "ina"])]
)
def test_overmacht_gaat_naar_alle_andere_partijen(wereld, als_eigenaar, melder, ontvangers):
    with wereld.als(melder):
        pdf = SimpleUploadedFile("brand.pdf", maak_pdf(), "application/pdf")
        stuk = bijlagen.concept(bijlagen.neem_aan(pdf))
        assert stuk is not None
        zaak = rondom.meld_overmacht("Brand in het kantoor.", date(2026, 11, 22), stuk.waarde, uuid4())
    for naam in ontvangers:
        assert velden(wereld, naam, zaak, "overmachtmelding") == {
            "wat_overmacht": "Brand in het kantoor.",
            "overmacht_sinds": "2026-11-22",
            "bewijsstuk": stuk.waarde,
        }
        with wereld.als(naam):
            assert bijlagen.lees_bijlage(stuk.id).naam == "brand.pdf"
    partij = wereld.mensen[melder].partij.naam
    assert label(wereld, ontvangers[0], zaak) == f"Overmacht bij {partij}"
    niet_voor(wereld, zaak, "anna", "carla", "eva", "frits", "gerda")
    assert [naam for naam, _ in berichten(als_eigenaar)] == ontvangers


@pytest.mark.eis("HEE-12.1")
def test_overmacht_zonder_bewijsstuk_en_niet_van_morgen(wereld):
    with wereld.als("ina"):
        with pytest.raises(Ongeldig):
            rondom.meld_overmacht("Storm.", date(2026, 11, 24), None, uuid4())
        zaak = rondom.meld_overmacht("Storm.", date(2026, 11, 23), None, uuid4())
    assert set(velden(wereld, "jan", zaak, "overmachtmelding")) == {"wat_overmacht", "overmacht_sinds"}
    with wereld.als("jan"):
        assert dossier.lees_zaak(zaak).aan_zet == ()


# Passing on


def vraag_doorgifte(wereld: Wereld) -> int:
    with wereld.als("anna"):
        return rondom.vraag_doorgifte("Bureau Zon", "Een onderzoek.", "Namen en adressen.", uuid4())


@pytest.mark.eis("HEE-3.2", "HEE-3.2.verzoek", "HEE-3.2.toestemming")
def test_doorgifte_alleen_als_de_leverancier_schriftelijk_instemt(wereld):
    zaak = vraag_doorgifte(wereld)
    assert velden(wereld, "eva", zaak, "doorgifteverzoek") == {
        "ontvanger_doorgifte": "Bureau Zon",
        "doel_doorgifte": "Een onderzoek.",
        "gegevens_doorgifte": "Namen en adressen.",
    }
    with wereld.als("eva"), pytest.raises(Geweigerd, match="HEE-3.2"):
        rondom.sta_doorgifte_toe(zaak, "Alleen dit jaar.", ingestemd=False, kenmerk=uuid4())
    with wereld.als("eva"):
        rondom.sta_doorgifte_toe(zaak, "Alleen dit jaar.", ingestemd=True, kenmerk=uuid4())
    assert velden(wereld, "anna", zaak, "doorgiftetoestemming") == {
        "voorwaarden_doorgifte": "Alleen dit jaar."
    }
    niet_voor(wereld, zaak, "carla", "ina", "hugo", "frits")


@pytest.mark.eis("HEE-3.2", "HEE-3.2.weigering")
def test_doorgifte_weigeren_zegt_waarom(wereld):
    zaak = vraag_doorgifte(wereld)
    with wereld.als("eva"):
        with pytest.raises(Ongeldig):
            rondom.weiger_doorgifte(zaak, "", uuid4())
        rondom.weiger_doorgifte(zaak, "Dit doel staat niet in het convenant.", uuid4())
    assert velden(wereld, "anna", zaak, "doorgifteweigering") == {
        "reden_doorgifte": "Dit doel staat niet in het convenant."
    }
    assert geteld(wereld) == {("doorgifteverzoek", "gevraagd"): 1, ("doorgifteweigering", "geweigerd"): 1}
