"""Rights as they are read: the matrix with its filters, CSV, the history, who sees what; each within the own reach."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from convenant.beleid.register import register
from convenant.console import autorisaties, uitvoer, vooruitblik
from convenant.console.autorisaties import Keuze, Terugblik
from convenant.console.daden import INTREKKEN, SCHORSEN, VERLENEN
from convenant.partijen.models import Account
from convenant.poort.handeling import NietGevonden
from tests.console.conftest import VANDAAG
from tests.console.spel import doe, meld_aan, neem_aan
from tests.wereld import Wereld

GEMEENTE = ["Eva", "Frits", "Gerda", "Hugo"]


def namen(wereld: Wereld, wie: str, **keuze: object) -> list[str]:
    with wereld.als(wie):
        return [recht.naam for recht in autorisaties.lijst(Keuze(**keuze), 1)]


@pytest.mark.eis("HEE-5.5", "HEE-PAR.2")
def test_ieder_binnen_het_eigen_bereik(wereld: Wereld):
    assert namen(wereld, "ina") == ["Anna", "Bert", "Ina"]
    assert namen(wereld, "jan") == ["Carla", "Jan"]
    for wie in ("gerda", "hugo"):
        assert namen(wereld, wie) == ["Anna", "Bert", "Ina", *GEMEENTE, "Carla", "Jan"]


def test_filteren_en_op_volgorde(wereld: Wereld):
    doe(wereld, "gerda", SCHORSEN, wereld.autorisaties["anna"].pk)
    doe(wereld, "gerda", INTREKKEN, wereld.autorisaties["bert"].pk)
    assert namen(wereld, "gerda", stand="geschorst") == ["Anna"]
    assert namen(wereld, "gerda", stand="beeindigd") == ["Bert"]
    assert namen(wereld, "gerda", functie="contactpersoon") == ["Anna", "Carla"]
    assert namen(wereld, "gerda", deelname=wereld.deelnames["waterkant"].pk) == ["Carla", "Jan"]
    assert namen(wereld, "gerda", volgorde="naam")[0] == "Anna"
    neem_aan(wereld, "ina", "linde", "lies")
    aanmelding = meld_aan(wereld, "ina", "lies", "linde", "beheerder")
    doe(wereld, "gerda", VERLENEN, aanmelding, tot=VANDAAG + timedelta(days=10))
    assert namen(wereld, "gerda", eindigt_voor=VANDAAG + timedelta(days=10)) == ["Lies"]
    assert namen(wereld, "gerda", volgorde="tot")[0] == "Lies"


def rijen(tekst: str) -> list[dict[str, str]]:
    assert tekst.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(tekst[1:]), delimiter=";"))


def test_csv_is_de_lijst(wereld: Wereld):
    Account.objects.filter(email="anna@voorbeeld.nl").update(naam="=1+1")
    keuze = Keuze(functie="contactpersoon", volgorde="naam")
    with wereld.als("gerda"):
        gevonden = rijen(uitvoer.rechten(keuze))
    assert [rij["naam"] for rij in gevonden] == ["'=1+1", "Bert", "Carla"]
    assert {rij["functie"] for rij in gevonden} == {"contactpersoon"}
    with wereld.als("ina"):
        assert {rij["partij"] for rij in rijen(uitvoer.rechten(Keuze()))} == {"De Linde"}


def test_de_geschiedenis_van_de_eigen_partij(wereld: Wereld):
    doe(wereld, "ina", INTREKKEN, wereld.autorisaties["bert"].pk)
    with wereld.als("ina"):
        gebeurd = list(autorisaties.geschiedenis(Terugblik(), 1))
        ingetrokken = list(autorisaties.geschiedenis(Terugblik(soort="ingetrokken"), 1))
        assert len(rijen(uitvoer.geschiedenis(Terugblik()))) == len(gebeurd)
    assert {rij.partij for rij in gebeurd} == {"De Linde"}
    assert [(rij.naam, rij.door, rij.reden) for rij in ingetrokken] == [("Bert", "Ina", "Omdat het moet.")]
    with wereld.als("gerda"):
        vandaag = autorisaties.geschiedenis(Terugblik(vanaf=VANDAAG, tot_en_met=VANDAAG), 1)
        assert [rij.soort for rij in vandaag] == ["ingetrokken"]


def test_wat_kan_deze_mens_zien(wereld: Wereld):
    with wereld.als("ina"):
        naam, gezien = vooruitblik.van_mens(wereld.mensen["anna"].pk)
        with pytest.raises(NietGevonden):
            vooruitblik.van_mens(wereld.mensen["carla"].pk)
    ((recht, blik),) = gezien
    assert (naam, recht.functie) == ("Anna", "contactpersoon")
    assert "naam_en_adres" in {rij.naam for rij in blik.ontvangt}


def test_wie_kan_deze_set_zien(wereld: Wereld):
    def wie_ziet(wie: str) -> set[str]:
        with wereld.als(wie):
            _, kanten = vooruitblik.van_set("naam_en_adres")
        return {recht.naam for _, wat, rechten in kanten for recht in rechten if wat == "ontvangt"}

    assert wie_ziet("gerda") == {"Anna", "Bert", "Carla"}
    assert wie_ziet("ina") == {"Anna", "Bert"}
    doe(wereld, "gerda", INTREKKEN, wereld.autorisaties["anna"].pk)
    assert wie_ziet("gerda") == {"Bert", "Carla"}
    with wereld.als("gerda"), pytest.raises(NietGevonden):
        vooruitblik.van_set("bestaat_niet")


@pytest.mark.parametrize("code", ["heemstede", "maassluis", "zoeklicht", "krimpen", "haarlem"])
def test_vooruitblik_van_elke_functie(wereld: Wereld, code: str):
    """Out of the policy alone: not one query, and every field has an invented value."""
    beleid = register.geef(code, 1)
    wereld.convenant.beleid_code, wereld.convenant.beleid_versie = code, 1
    with wereld.als("gerda"):
        for functie in beleid.functies:
            with CaptureQueriesContext(
                connection,
            ) as vragen:
                blik = vooruitblik.van_functie(functie.soort, functie.naam)
            assert not vragen.captured_queries
            assert all(waarde for rij in blik.ontvangt for _, waarde in rij.velden)


@pytest.mark.parametrize(
    ("wie", "pad", "hoeveel"),
    [("ina", "mensen/", 41), ("gerda", "autorisaties/", 45), ("gerda", "autorisaties/geschiedenis/", 35)],
)
def test_aantal_vragen_groeit_niet_mee(wereld: Wereld, klant, wie: str, pad: str, hoeveel: int):
    """Twenty more people cost not one query more."""

    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert klant(wie).get(f"/heemstede/{pad}").status_code == 200
        return len(vragen)

    eerst = tel()
    for nummer in range(20):
        neem_aan(wereld, "ina", "linde", f"mens{nummer}")
        doe(wereld, "gerda", VERLENEN, meld_aan(wereld, "ina", f"mens{nummer}", "linde", "beheerder"))
    assert tel() == eerst <= hoeveel
