"""Who may not know in which step a case is, learns it from nothing: page, list, track, unread mark (HAA-PR5.3.corporatie)."""

from collections.abc import Iterator

import pytest

from convenant.poort import dossier, poort, werklijst, zaken
from convenant.poort.zaken import begin_zaak, doe
from convenant.tijd import stel_in
from convenant.verstrekkingen.models import Ontvangst, Verstrekking
from convenant.zaken.models import Gebeurtenis, Zaak
from huisuitzetting.beleid.kanten import HUURDER
from tests import werelden
from tests.wereld import NU, Wereld

MELDER, SWT = "corporatie/melder", "gemeente/swt"
FEITEN = dict.fromkeys(
    (
        "eigen_huurder",
        "niet_alleen_strafbaar_feit",
        "gewezen_op_sdv",
        "zelf_contact_gezocht",
        "brief_met_vier_onderdelen",
        "huurder_maakt_geen_bezwaar",
        "verantwoordelijk_wijkteam",
    ),
    True,
)
BRIEF = {
    "delen_met_swt": "Wij delen uw gegevens met het wijkteam.",
    "welke_gegevens": "Naam en adres.",
    "doel_van_delen": "Hulp.",
    "reactie_swt_te_verwachten": "Binnen een week.",
}
MELDING = {
    "naam": "R. Vink",
    "adres": "Kade 3",
    "telefoonnummer": "0612345678",
    "geboortedatum": "1980-01-01",
    "aantal_ingeschreven_bewoners": 2,
    "datum_ontstaan_betalingsachterstand": "2026-09-01",
    "periode_betalingsachterstand": "september tot november",
}


def controleer_bekendheid(haarlem: Wereld, zaak: Zaak) -> None:
    with haarlem.als(SWT):
        poort.verstrek(
            "bekendheid_controle",
            {"bekend_in_stapp": "ja", "bekend_bij_sdv": "nee"},
            [haarlem.groep("gemeente", "swt")],
            zaak=zaak,
            gegeven=FEITEN,
        )


@pytest.fixture
def haarlem(db: None) -> Iterator[Wereld]:
    with stel_in(NU):
        yield werelden.maak("haarlem")


def tot_en_met_brief(haarlem: Wereld) -> Zaak:
    with haarlem.als(MELDER):
        with begin_zaak("achterstand_vastleggen", gegeven=FEITEN) as zaak:
            pass
        with doe(zaak, "contact_zoeken", gegeven=FEITEN):
            pass
        poort.verstrek(
            "herinneringsbrief",
            BRIEF,
            [],
            zaak=zaak,
            grondslag="avg_6_1_b",
            gegeven=FEITEN,
            extern=HUURDER,
        )
        return Zaak.objects.get(pk=zaak.pk)


def meld(haarlem: Wereld) -> Zaak:
    zaak = tot_en_met_brief(haarlem)
    with haarlem.als(MELDER):
        poort.verstrek(
            "melding_achterstand",
            MELDING,
            [haarlem.groep("gemeente", "swt")],
            zaak=zaak,
            grondslag="avg_6_1_b",
            gegeven=FEITEN,
        )
    return zaak


def gezien(haarlem: Wereld, naam: str, zaak: Zaak) -> tuple[str, str, bool, list[str]]:
    """What this persona sees of the frame: in the list, on the page, whether it is news, and the track."""
    with haarlem.als(naam):
        (regel,) = werklijst.werklijst()
        gelezen = dossier.lees_zaak(zaak.pk)
        return regel.stap, gelezen.stap, regel.ongelezen, [spoor.handeling for spoor in gelezen.spoor]


def te_kiezen(haarlem: Wereld, naam: str) -> dict[str, int]:
    """How long the list of a step is; what the list offers to choose is what has cases there."""
    with haarlem.als(naam):
        _, met_zaken = werklijst.stand_van_zaken(werklijst.groepsgenoten())
        lengte = {
            stap: len(werklijst.werklijst(werklijst.Lijst(stap=stap)))
            for stap in ("bij_gemeente", "wachtlijst")
        }
        assert met_zaken == [stap for stap, aantal in lengte.items() if aantal]
        assert {*lengte} <= {*werklijst.stappen()}
        return lengte


@pytest.mark.eis("HAA-B2.1")
def test_een_brief_aan_de_huurder_blijft_bij_wie_hem_stuurde(haarlem, als_eigenaar):
    zaak = tot_en_met_brief(haarlem)
    with als_eigenaar():
        brief = Verstrekking.objects.get(zaak=zaak)
        (kopie,) = Ontvangst.objects.filter(verstrekking=brief)
    assert (brief.gegevensset, brief.aan_extern) == ("herinneringsbrief", "betrokkene/huurder")
    assert kopie.groep_id == haarlem.groep("corporatie", "melder").pk
    with haarlem.als(MELDER):
        assert dossier.lees_zaak(zaak.pk).stap == "herinnerd"


@pytest.mark.eis("HAA-PR5.3.corporatie", "HAA-PR5.3.gemeente")
def test_de_corporatie_ziet_bij_wie_de_zaak_ligt_en_niet_hoe_ver(haarlem):
    zaak = meld(haarlem)
    eigen = ["achterstand_vastleggen", "contact_zoeken", "brief_versturen", "melden_achterstand"]
    assert gezien(haarlem, MELDER, zaak) == ("bij_gemeente", "bij_gemeente", False, eigen)
    controleer_bekendheid(haarlem, zaak)
    # Nor when the wijkteam began.
    assert gezien(haarlem, MELDER, zaak) == ("bij_gemeente", "bij_gemeente", False, eigen)
    with haarlem.als(SWT), doe(Zaak.objects.get(pk=zaak.pk), "op_wachtlijst_plaatsen", gegeven=FEITEN):
        pass
    # The waiting list is not there for the corporatie: not even that something happened.
    assert gezien(haarlem, MELDER, zaak) == ("bij_gemeente", "bij_gemeente", False, eigen)
    assert te_kiezen(haarlem, MELDER) == {"bij_gemeente": 1, "wachtlijst": 0}
    assert te_kiezen(haarlem, SWT) == {"bij_gemeente": 0, "wachtlijst": 1}
    stap, pagina, _, spoor = gezien(haarlem, SWT, zaak)
    assert (stap, pagina) == ("wachtlijst", "wachtlijst")
    assert spoor == [*eigen, "bekendheid_controleren", "op_wachtlijst_plaatsen"]


@pytest.mark.eis("HAA-PR5.3.corporatie")
def test_wie_aan_zet_is_zonder_wie_daar(haarlem):
    zaak = meld(haarlem)
    with haarlem.als(MELDER):
        gelezen = dossier.lees_zaak(zaak.pk)
    assert [(kant.soort, kant.functie) for kant in gelezen.aan_zet if kant.soort == "gemeente"] == [
        ("gemeente", "")
    ]


@pytest.mark.eis("HAA-PR5.3.corporatie")
def test_opnieuw_toegang_krijgen_zegt_niets_over_de_stap(haarlem):
    zaak = meld(haarlem)
    controleer_bekendheid(haarlem, zaak)
    with haarlem.als(SWT):
        zaken.geef_toegang(
            zaken.zaak_van(zaak.pk), [haarlem.groep("corporatie", "melder")], "opnieuw", "HAA-3.7"
        )
    assert gezien(haarlem, MELDER, zaak)[:2] == ("bij_gemeente", "bij_gemeente")


@pytest.mark.eis("HAA-B2.6")
def test_een_kopie_voor_de_corporatie_is_wel_nieuws(haarlem):
    zaak = meld(haarlem)
    controleer_bekendheid(haarlem, zaak)
    gezien(haarlem, MELDER, zaak)  # with whom it is, she knows by now
    with haarlem.als(SWT):
        poort.verstrek(
            "terugkoppeling",
            {
                "identificerende_gegevens_melding": zaak.nummer,
                "contact_gelegd": "ja",
                "in_behandeling_binnen_vijf_werkdagen": "ja",
                "incasso_kan_worden_hervat": "nee",
                "datum_hervatting_en_inloop_betaling": "2026-12-01",
            },
            [haarlem.groep("corporatie", "melder")],
            zaak=zaak,
            gegeven=FEITEN,
        )
    stap, _, nieuw, _ = gezien(haarlem, MELDER, zaak)
    assert (stap, nieuw) == ("bij_gemeente", True)


@pytest.mark.eis("HAA-PR5.3.corporatie")
def test_ook_de_tabel_geeft_de_stappen_van_een_ander_niet(haarlem):
    zaak = meld(haarlem)
    reden = FEITEN | {"reden_vermeld": True, "terugkoppeling_gegeven": True}
    with haarlem.als(SWT), doe(Zaak.objects.get(pk=zaak.pk), "zaak_sluiten", gegeven=reden):
        pass
    with haarlem.als(MELDER):
        assert set(Gebeurtenis.objects.values_list("groep_id", flat=True)) == {
            haarlem.groep("corporatie", "melder").pk
        }
        (regel,) = werklijst.werklijst(werklijst.Lijst(stand=werklijst.GESLOTEN))
        assert regel.stap == "gesloten"
