"""Many tenants at once: looked at beforehand, sent once, and what cannot go stays with its reason."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from convenant.poort.handeling import NietGevonden
from convenant.tijd import stel_in
from convenant.verstrekkingen.models import Verstrekking
from huisuitzetting.achterstand import huren
from huisuitzetting.melding import reeks
from huisuitzetting.melding.forms import ReeksForm
from tests.huisuitzetting.huur import ANDER, MELDER
from tests.huisuitzetting.verhaal import herinnerd
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld

PAGINA = reverse("huren_melden", args=["haarlem"])


def zonder_telefoon(wereld: Wereld, huur: int) -> None:
    with wereld.als(MELDER):
        rij = huren.vergrendel(huur)
        rij.telefoonnummer = ""
        rij.save()


def gemeld(wereld: Wereld) -> int:
    with wereld.als(MELDER):
        return Verstrekking.objects.filter(gegevensset="melding_achterstand").count()


@pytest.mark.eis("HAA-B4.2", "HAA-B2.1.b")
def test_wat_kan_gaat_en_de_rest_blijft_met_zijn_reden(haarlem: Wereld) -> None:
    goed = [herinnerd(haarlem, contractnummer=f"H-{n}", naam=f"Huurder {n}") for n in range(3)]
    slecht = herinnerd(haarlem, contractnummer="H-9", naam="Zonder Telefoon")
    herinnerd(haarlem, ANDER)
    zonder_telefoon(haarlem, slecht)
    with haarlem.als(MELDER):
        kandidaten, totaal = reeks.kandidaten()
    assert totaal == 4
    assert {rij.huur: bool(rij.belet) for rij in kandidaten} == dict.fromkeys(goed, False) | {slecht: True}
    nummer = uuid4()
    for moment in (NU, NU + timedelta(days=1)):
        with stel_in(moment), haarlem.als(MELDER):
            uitslag = reeks.meld([*goed, slecht], nummer)
        assert {rij.huur for rij in uitslag if rij.zaak} == set(goed)
        (rij,) = [rij for rij in uitslag if not rij.zaak]
        assert rij.belet[0][0].startswith("Het telefoonnummer ontbreekt")
        assert gemeld(haarlem) == 3
    with haarlem.als(MELDER):
        assert huren.geef(slecht).te_doen == "melden"
        assert huren.geef(goed[0]).te_doen == ""


@pytest.mark.eis("HAA-B2.1", "HAA-3.4")
def test_wat_intussen_niet_meer_mag_blijft_achter(haarlem: Wereld) -> None:
    huur = herinnerd(haarlem)
    with haarlem.als(MELDER):
        kandidaten, _ = reeks.kandidaten()
        assert not kandidaten[0].belet
        rij = huren.vergrendel(huur)
        rij.bezwaar_doorgeven = True
        rij.save()
    with haarlem.als(MELDER):
        (uitslag,) = reeks.meld([huur], uuid4())
    assert [eis for _, eis in uitslag.belet] == ["HAA-PR10.2"]
    assert gemeld(haarlem) == 0


@pytest.mark.eis("HAA-PAR.2")
def test_die_van_een_ander_gaat_niet_mee(haarlem: Wereld) -> None:
    eigen, vreemd = herinnerd(haarlem), herinnerd(haarlem, ANDER)
    with haarlem.als(MELDER), pytest.raises(NietGevonden):
        reeks.meld([eigen, vreemd], uuid4())


def test_het_formulier_kent_hooguit_veertig() -> None:
    assert ReeksForm({"huren": [str(n) for n in range(40)]}).is_valid()
    te_veel = ReeksForm({"huren": [str(n) for n in range(41)]})
    assert te_veel.errors["huren"] == ["Kies niet meer dan 40 huurders tegelijk."]
    assert ReeksForm({}).errors["huren"] == ["Kies ten minste één huurder om te melden."]
    for onzin in ("x", "1" * 19, "-1", "١"):
        assert "huren" in ReeksForm({"huren": [onzin]}).errors


@pytest.fixture
def melder(haarlem: Wereld) -> Client:
    return log_in(haarlem, MELDER)


def tekst(antwoord: object) -> str:
    return " ".join(antwoord.content.decode().split())  # type: ignore[attr-defined]


def test_de_bladzijde_van_kijken_tot_gemeld(haarlem: Wereld, melder: Client) -> None:
    leeg = tekst(melder.get(PAGINA))
    assert "U hoeft nu niemand te melden." in leeg
    huur = herinnerd(haarlem, naam="Samira Visser")
    slecht = herinnerd(haarlem, contractnummer="H-9", naam="Zonder Telefoon")
    zonder_telefoon(haarlem, slecht)
    assert reverse("huren_melden", args=["haarlem"]) in tekst(
        melder.get(reverse("huren", args=["haarlem"]) + "?wat=melden")
    )
    pagina = melder.get(PAGINA)
    assert "Het telefoonnummer ontbreekt" in tekst(pagina)
    assert f'value="{huur}"' in tekst(pagina)
    assert f'value="{slecht}"' not in tekst(pagina)
    assert "Kies ten minste één huurder" in tekst(melder.post(PAGINA, {}))
    verstuur = {"kenmerk": str(pagina.context["kenmerk"]), "huren": [str(huur)]}
    for _ in range(2):
        assert "1 huurder gemeld" in tekst(melder.post(PAGINA, verstuur))
    assert gemeld(haarlem) == 1


def test_een_volle_bladzijde_vraagt_niet_meer_dan_nodig(haarlem: Wereld, melder: Client) -> None:
    aantallen = []
    for reeks_ in (range(2), range(2, 12)):
        for n in reeks_:
            herinnerd(haarlem, contractnummer=f"H-{n}", schuld=Decimal(1200))
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            assert melder.get(PAGINA).status_code == 200
        aantallen.append(len(vragen))
    per_huurder = (aantallen[1] - aantallen[0]) / 10
    assert per_huurder <= 6
