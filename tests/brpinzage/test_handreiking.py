"""The guide for contactpersonen: placed, changed after a consultation, confirmed (HEE-5.2, 5.3)."""

from datetime import date, timedelta

import pytest

from brpinzage import handreiking
from brpinzage.handreiking import Raadpleging
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.tijd import stel_in
from tests.brpinzage.test_rondom import berichten
from tests.brpinzage.test_tekortkoming import ingetrokken
from tests.wereld import NU, Wereld

pytestmark = pytest.mark.eis("HEE-5.3")


def raadpleging(wereld: Wereld, **anders: object) -> Raadpleging:
    partijen = tuple(str(wereld.deelnames[naam].pk) for naam in ("linde", "waterkant"))
    return Raadpleging(
        **({"op": date(2026, 11, 20), "partijen": partijen, "reacties": "Akkoord."} | anders)  # type: ignore[arg-type]
    )


def plaats(wereld: Wereld, tekst: str = "Zo werkt het.") -> None:
    with wereld.als("hugo"):
        handreiking.plaats(tekst)


def wijzig(wereld: Wereld, vorige: int = 1, **anders: object) -> None:
    with wereld.als("hugo"):
        handreiking.wijzig("Zo werkt het nu.", raadpleging(wereld, **anders), vorige)


def bevestigd(wereld: Wereld) -> list[str]:
    with wereld.als("hugo"):
        return [lezer.naam for lezer in handreiking.lezers() if lezer.bevestigd_op]


@pytest.mark.eis("HEE-5.2")
def test_elke_contactpersoon_leest_en_bevestigt_de_geldige_versie(wereld, als_eigenaar):
    plaats(wereld)
    assert [naam for naam, _ in berichten(als_eigenaar)] == ["anna", "bert", "carla"]
    for naam in ("anna", "carla"):
        with wereld.als(naam):
            assert handreiking.te_bevestigen()
            versie = handreiking.geldige()
            assert versie is not None
            assert versie.tekst == "Zo werkt het."
            handreiking.bevestig(1)
            handreiking.bevestig(1)  # twice is once
            assert not handreiking.te_bevestigen()
    assert bevestigd(wereld) == ["Anna", "Carla"]
    with wereld.als("hugo"):
        assert [(lezer.naam, lezer.partij) for lezer in handreiking.lezers()] == [
            ("Anna", "De Linde"),
            ("Bert", "De Linde"),
            ("Carla", "Waterkant"),
        ]


@pytest.mark.eis("HEE-5.2")
def test_alleen_een_contactpersoon_bevestigt_en_alleen_de_gemeente_plaatst(wereld):
    plaats(wereld)
    for naam in ("hugo", "ina", "eva"):
        with wereld.als(naam):
            assert not handreiking.te_bevestigen()
            with pytest.raises(Geweigerd):
                handreiking.bevestig(1)
    for naam in ("anna", "ina", "eva", "frits", "gerda"):
        with wereld.als(naam), pytest.raises(Geweigerd):
            handreiking.plaats("Iets anders.")


@pytest.mark.parametrize(
    "anders",
    [{"partijen": ()}, {"partijen": None}, {"op": date(2026, 11, 24)}, {"reacties": "  "}],
    ids=["niemand", "een ontbreekt", "morgen", "zonder reacties"],
)
def test_geen_wijziging_zonder_vastgelegde_raadpleging_van_alle_partijen(wereld, anders):
    plaats(wereld)
    if anders == {"partijen": None}:
        anders = {"partijen": (str(wereld.deelnames["linde"].pk),)}
    with pytest.raises(Geweigerd, match="HEE-5.3"):
        wijzig(wereld, **anders)
    with wereld.als("hugo"):
        geldig = handreiking.geldige()
    assert geldig is not None
    assert geldig.nummer == 1


def test_een_nieuwe_versie_laat_de_oude_vervallen_en_vraagt_opnieuw(wereld):
    plaats(wereld)
    with wereld.als("anna"):
        handreiking.bevestig(1)
    with stel_in(NU + timedelta(hours=1)):
        wijzig(wereld)
    with wereld.als("anna"):
        assert handreiking.te_bevestigen()
        assert [versie.nummer for versie in handreiking.versies()] == [2]
        with pytest.raises(NietGevonden):
            handreiking.versie(1)  # the earlier one is for the municipality
        with pytest.raises(Ongeldig):
            handreiking.bevestig(1)
    assert bevestigd(wereld) == []
    with wereld.als("hugo"):
        assert [(v.nummer, v.vervallen_op) for v in handreiking.versies()] == [
            (2, None),
            (1, NU + timedelta(hours=1)),
        ]
        nieuw = handreiking.versie(2)
    assert (nieuw.geraadpleegd_op, nieuw.partijen, nieuw.reacties) == (
        date(2026, 11, 20),
        ("De Linde", "Waterkant"),
        "Akkoord.",
    )


def test_twee_wijzigingen_van_dezelfde_versie_kan_niet(wereld):
    plaats(wereld)
    wijzig(wereld)
    with pytest.raises(Ongeldig):
        wijzig(wereld, vorige=1)
    with pytest.raises(Ongeldig):
        plaats(wereld)


@pytest.mark.eis("HEE-7.1")
def test_zonder_toegang_ook_geen_handreiking(wereld):
    plaats(wereld)
    ingetrokken(wereld)
    with wereld.als("anna"), pytest.raises(Geweigerd, match="HEE-7.1"):
        handreiking.toets_lezen()
    with wereld.als("anna"), pytest.raises(Geweigerd, match="HEE-7.1"):
        handreiking.bevestig(1)
