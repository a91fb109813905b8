"""The figures of article 9.5: counted where the system can, told by each party, and never a number under the smallest."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4

import pikepdf
import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from convenant.poort import poort
from convenant.poort.handeling import Geweigerd, Ongeldig
from convenant.tijd import stel_in
from convenant.zaken.models import Telling
from huisuitzetting.werkafspraken import kengetallen, tellen
from huisuitzetting.werkafspraken.cijfers import (
    Getallen,
    Halfjaar,
    halfjaar_van,
    samen,
    te_vertellen,
    voltooid,
)
from tests.huisuitzetting.verhaal import gemeld, gemeld_met_toestemming
from tests.schermen.klant import log_in
from tests.tables import als_eigenaar
from tests.wereld import NU, Wereld

ADVISEUR, TEAMLEIDER, SDV = "gemeente/beleidsadviseur", "gemeente/teamleider", "gemeente/sdv"
MANAGER, ANDERE_MANAGER = "corporatie/manager", "corporatie/manager@ander"
EVALUEERT = (ADVISEUR, TEAMLEIDER, MANAGER, ANDERE_MANAGER)
DICHT = ("corporatie/melder", "gemeente/swt", "gemeente/troubleshooter", "gemeente/privacycoordinator")
VORIG, DAARVOOR = "2026-1", "2025-2"
LEEG: Mapping[tuple[str, str], int] = {}


def gelezen(wereld: Wereld, wie: str) -> dict[int, list[tuple[str, str, str, str, str]]]:
    with wereld.als(wie):
        jaren = kengetallen.overzicht()
    return {
        jaar: [(r.wie, r.wat, r.eerste, r.tweede, r.heel_jaar) for r in regels]
        for jaar, regels in jaren.items()
    }


def tel_meldingen(
    wereld: Wereld, keer: int, wie: str = "corporatie/melder", dag: date = date(2026, 3, 2)
) -> None:
    terug = timedelta(days=(NU.date() - dag).days)
    with stel_in(NU - terug), wereld.als(wie):
        for _ in range(keer):
            tellen.melding("melding_achterstand")


def deel(
    wereld: Wereld, wie: str, cellen: Mapping[tuple[str, str], int] = LEEG, periode: str = VORIG
) -> None:
    with wereld.als(wie):
        kengetallen.deel_corporatie(periode, cellen, 0, 0, uuid4())


def adres(naam: str) -> str:
    return reverse(naam, args=["haarlem"])


def tekst(client: Client, waar: str) -> str:
    antwoord = client.get(waar)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def test_halfjaren() -> None:
    assert [p.sleutel for p in voltooid(date(2026, 11, 23), 3)] == ["2026-1", "2025-2", "2025-1"]
    assert halfjaar_van(date(2026, 6, 30)) == Halfjaar(2026, 1)
    assert halfjaar_van(date(2026, 7, 1)) == Halfjaar(2026, 2)
    assert (Halfjaar(2025, 2).van, Halfjaar(2025, 2).tot) == (date(2025, 7, 1), date(2026, 1, 1))


@pytest.mark.eis("HAA-9.5")
@pytest.mark.parametrize(
    ("aantal", "gezegd"), [(0, 0), (1, "minder dan 5"), (4, "minder dan 5"), (5, 5), (41, 41)]
)
def test_onder_het_kleinste_aantal_staat_er_geen_getal(aantal: int, gezegd: int | str) -> None:
    assert te_vertellen(aantal, 5) == gezegd


def test_een_jaar_komt_uit_wat_er_staat() -> None:
    klein = "minder dan 5"
    assert samen([5, 7]) == "12"
    assert samen([0, 0]) == "0"
    assert samen([0, klein]) == klein
    assert samen([klein, klein]) == "2 tot en met 8"
    assert samen([9, klein]) == "10 tot en met 13"


@pytest.mark.eis("HAA-9.5.1", "HAA-9.5.1.telling")
def test_het_wijkteam_deelt_wat_het_systeem_telde(haarlem: Wereld) -> None:
    tel_meldingen(haarlem, 6)
    tel_meldingen(haarlem, 2, "corporatie/melder@ander")
    tel_meldingen(haarlem, 9, dag=date(2026, 7, 1))
    with haarlem.als(TEAMLEIDER):
        kengetallen.deel_wijkteam(VORIG, uuid4())
    for wie in EVALUEERT:
        regels = gelezen(haarlem, wie)[2026]
        achterstand = {r[0]: r[2] for r in regels if r[1] == "Meldingen: huurachterstand"}
        assert achterstand == {"corporatie haarlem": "6", "corporatie@ander haarlem": "minder dan 5"}
        assert {r[2] for r in regels if r[1] != "Meldingen: huurachterstand"} == {"0"}


@pytest.mark.eis("HAA-9.5.1")
def test_elke_melding_telt_bij_haar_corporatie_en_soort(haarlem: Wereld) -> None:
    gemeld(haarlem)
    gemeld(haarlem, "corporatie/melder@ander")
    gemeld_met_toestemming(haarlem)
    with als_eigenaar():
        geteld = Telling.objects.filter(convenant=haarlem.convenant, maat="melding")
        rijen = set(geteld.values_list("waarde", "aantal"))
    eigen, ander = (haarlem.deelnames[naam].pk for naam in ("corporatie", "corporatie@ander"))
    assert rijen == {
        (f"{eigen}:melding_achterstand", 1),
        (f"{eigen}:melding_met_toestemming", 1),
        (f"{ander}:melding_achterstand", 1),
    }


@pytest.mark.eis("HAA-9.5.2", "HAA-9.5.2.telling")
def test_sdv_deelt_de_crisislijst(haarlem: Wereld) -> None:
    for periode, aantal in ((VORIG, 12), (DAARVOOR, 3), (VORIG, 14)):
        with haarlem.als(SDV):
            kengetallen.deel_sdv(periode, aantal, uuid4())
    wat = ("Schulddienstverlening", "Huurders op de crisislijst, op de laatste dag")
    for wie in (*EVALUEERT, SDV):
        assert gelezen(haarlem, wie) == {2026: [(*wat, "14", "", "")], 2025: [(*wat, "", "minder dan 5", "")]}


@pytest.mark.eis("HAA-9.5.3", "HAA-9.5.3.telling")
def test_de_corporatie_deelt_per_groep_en_reden(haarlem: Wereld) -> None:
    cellen = {("statushouder", "huurschuld"): 7, ("overig", "overlast"): 2}
    with haarlem.als(MANAGER):
        kengetallen.deel_corporatie(VORIG, cellen, 6, 11, uuid4())
    verwacht = {
        "Uitzettingen: statushouder, huurschuld": "7",
        "Uitzettingen: overig, overlast": "minder dan 5",
        "Sleutels ingeleverd": "6",
        "Uitzettingen voorkomen na een melding": "11",
    }
    for wie in EVALUEERT:
        assert {r[1]: r[2] for r in gelezen(haarlem, wie)[2026]} == verwacht
    # Told again, what is none now is told as none.
    with haarlem.als(MANAGER):
        kengetallen.deel_corporatie(VORIG, {("statushouder", "huurschuld"): 8}, 6, 11, uuid4())
    na = {r[1]: r[2] for r in gelezen(haarlem, ADVISEUR)[2026]}
    assert na == verwacht | {
        "Uitzettingen: statushouder, huurschuld": "8",
        "Uitzettingen: overig, overlast": "0",
    }


@pytest.mark.eis("HAA-9.5.3")
def test_wat_een_corporatie_niet_noemt_was_er_niet(haarlem: Wereld) -> None:
    deel(haarlem, MANAGER, {("alleenstaande", "huurschuld"): 6})
    deel(haarlem, MANAGER, {("alleenstaande", "huurschuld"): 6}, DAARVOOR)
    with haarlem.als(MANAGER):
        kengetallen.deel_corporatie("2025-1", {("overig", "anders"): 5}, 0, 0, uuid4())
    jaar = {r[1]: r[2:] for r in gelezen(haarlem, ADVISEUR)[2025]}
    assert jaar["Uitzettingen: alleenstaande, huurschuld"] == ("0", "6", "6")
    assert jaar["Uitzettingen: overig, anders"] == ("5", "0", "5")


@pytest.mark.eis("HAA-9.5.3")
def test_het_systeem_vult_in_wat_het_van_de_eigen_corporatie_weet(haarlem: Wereld) -> None:
    with stel_in(NU - timedelta(days=200)):
        for wie, keer in (("corporatie/melder", 3), ("corporatie/melder@ander", 5)):
            with haarlem.als(wie):
                for _ in range(keer):
                    tellen.uitzetting("overig", "huurschuld")
                tellen.sleutels()
                tellen.voorkomen()
    with haarlem.als(MANAGER):
        assert kengetallen.geteld_bij_corporatie(VORIG) == ({("overig", "huurschuld"): 3}, 1, 1)
        assert kengetallen.geteld_bij_corporatie(DAARVOOR) == ({}, 0, 0)
    manager = log_in(haarlem, MANAGER)
    assert 'name="overig__huurschuld" value="3"' in tekst(manager, adres("kengetallen_delen"))


@pytest.mark.eis("HAA-9.5")
@pytest.mark.parametrize("wie", [*DICHT, ADVISEUR, SDV, MANAGER])
def test_tellingen_leest_alleen_wie_ze_deelt(haarlem: Wereld, wie: str) -> None:
    tel_meldingen(haarlem, 6)
    with haarlem.als(wie):
        assert not Telling.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select * from kengetal_geteld('melding', '2026-01-01', '2026-07-01')")


DELEN: Mapping[str, Callable[[], None]] = {
    TEAMLEIDER: lambda: kengetallen.deel_wijkteam(VORIG, uuid4()),
    SDV: lambda: kengetallen.deel_sdv(VORIG, 9, uuid4()),
    MANAGER: lambda: kengetallen.deel_corporatie(VORIG, LEEG, 0, 0, uuid4()),
}


@pytest.mark.eis("HAA-9.5.1.telling", "HAA-9.5.2.telling", "HAA-9.5.3.telling", "HAA-PR2.1.b")
@pytest.mark.parametrize("wie", [*EVALUEERT, SDV, *DICHT])
def test_ieder_deelt_alleen_het_eigen_getal(haarlem: Wereld, wie: str) -> None:
    for van, doe in DELEN.items():
        if wie.removesuffix("@ander") == van:
            continue
        with haarlem.als(wie), pytest.raises(Geweigerd):
            doe()


@pytest.mark.eis("HAA-PR2.1.b", "HAA-9.5")
def test_een_getal_onder_het_kleinste_gaat_niet_langs_de_poort(haarlem: Wereld) -> None:
    """Whoever would send it as it is, is refused: it need not be this app's own rounding."""
    waarden = {"periode": VORIG, "aantal_huurders_op_crisislijst_sdv": 3}
    for object in (Getallen([3]), None):
        with haarlem.als(SDV), pytest.raises(Geweigerd) as fout:
            poort.verstrek(
                "telling_sdv",
                waarden,
                [haarlem.groep("gemeente", "beleidsadviseur")],
                object=object,
            )
        assert [reden.eis for reden in fout.value.redenen] == ["HAA-PR2.1.b"]


@pytest.mark.eis("HAA-9.5")
def test_een_halfjaar_dat_nog_loopt_kan_niet(haarlem: Wereld) -> None:
    for periode in ("2026-2", "2027-1", "1999-1", "x"):
        with haarlem.als(SDV), pytest.raises(Ongeldig):
            kengetallen.deel_sdv(periode, 9, uuid4())


def test_hetzelfde_formulier_is_een_telling(haarlem: Wereld) -> None:
    kenmerk = uuid4()
    for aantal in (9, 10):
        with haarlem.als(SDV):
            kengetallen.deel_sdv(VORIG, aantal, kenmerk)
    with haarlem.als(SDV):
        (rij,) = poort.alle_kopieen("telling_sdv")
    assert rij.gelezen.waarde("aantal_huurders_op_crisislijst_sdv") == 9


# --- screens


@pytest.mark.eis("HAA-9.5", "HAA-PR2.1.b")
def test_de_pagina_is_voor_wie_evalueert(
    haarlem: Wereld, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    deel(haarlem, MANAGER, {("alleenstaande", "huurschuld"): 6})
    for wie in EVALUEERT:
        client = log_in(haarlem, wie)
        with django_assert_max_num_queries(40):
            assert "alleenstaande, huurschuld" in tekst(client, adres("kengetallen"))
        regels = client.get(adres("kengetallen_csv")).content.decode().splitlines()
        assert "2026;corporatie haarlem;Uitzettingen: alleenstaande, huurschuld;6;;" in regels
        assert client.get(adres("kengetallen_pdf")).content.startswith(b"%PDF")
    assert "alleenstaande" not in tekst(log_in(haarlem, SDV), adres("kengetallen"))
    for wie in DICHT:
        for naam in ("kengetallen", "kengetallen_csv", "kengetallen_pdf", "kengetallen_delen"):
            assert log_in(haarlem, wie).get(adres(naam)).status_code == 403
    assert log_in(haarlem, ADVISEUR).get(adres("kengetallen_delen")).status_code == 403


@pytest.mark.eis("HAA-9.5.1", "HAA-9.5.2", "HAA-9.5.3")
def test_delen_op_het_scherm(haarlem: Wereld) -> None:
    tel_meldingen(haarlem, 6)
    velden = {"kenmerk": str(uuid4()), "periode": VORIG}
    teamleider, sdv, manager = (log_in(haarlem, wie) for wie in (TEAMLEIDER, SDV, MANAGER))
    assert "Deel het eerste halfjaar 2026" in tekst(teamleider, adres("kengetallen_delen"))
    assert "zijn gedeeld" in teamleider.post(adres("kengetallen_delen"), velden, follow=True).content.decode()
    fout = sdv.post(adres("kengetallen_delen"), velden | {"aantal": "veel"}).content.decode()
    assert "heel getal" in fout
    assert 'value="veel"' in fout
    sdv.post(adres("kengetallen_delen"), velden | {"aantal": "15"})
    mis = {"overig__anders": "-1", "sleutels": "", "voorkomen": "0"}
    fout = manager.post(adres("kengetallen_delen"), velden | mis).content.decode()
    assert "Vul ‘Hoeveel huurders leverden zelf de sleutels in?’ in." in fout
    assert 'value="-1"' in fout
    manager.post(
        adres("kengetallen_delen"), velden | {"overig__anders": "8", "sleutels": "0", "voorkomen": "0"}
    )
    regels = log_in(haarlem, ADVISEUR).get(adres("kengetallen")).context["jaren"][2026]
    assert {(regel.wat, regel.eerste) for regel in regels if regel.eerste != "0"} == {
        ("Meldingen: huurachterstand", "6"),
        ("Huurders op de crisislijst, op de laatste dag", "15"),
        ("Uitzettingen: overig, anders", "8"),
    }


@pytest.mark.eis("HAA-9.5", "HAA-PR2.1.b")
def test_geen_klein_getal_is_te_vinden(haarlem: Wereld) -> None:
    """Whoever evaluates gets the same from every page, file and copy when each one to four is another one to four."""
    gezien = []
    for klein, ander in ((1, 4), (3, 2)):
        with transaction.atomic():
            for periode, dag in (
                (VORIG, date(2026, 2, 2)),
                (DAARVOOR, date(2025, 9, 1)),
                ("2025-1", date(2025, 3, 3)),
            ):
                tel_meldingen(haarlem, klein, dag=dag)
                tel_meldingen(haarlem, ander, "corporatie/melder@ander", dag=dag)
                with haarlem.als(TEAMLEIDER):
                    kengetallen.deel_wijkteam(periode, uuid4())
                with haarlem.als(SDV):
                    kengetallen.deel_sdv(periode, klein, uuid4())
                cellen = {("overig", "overlast"): klein, ("statushouder", "huurschuld"): ander}
                with haarlem.als(MANAGER):
                    kengetallen.deel_corporatie(periode, cellen, klein, ander, uuid4())
            gezien.append([alles_van(haarlem, wie) for wie in (ADVISEUR, ANDERE_MANAGER)])
            transaction.set_rollback(True)
    assert gezien[0] == gezien[1]
    assert str(gezien[0]).count("minder dan 5") > 40
    assert "2 tot en met 8" in str(gezien[0])


def alles_van(wereld: Wereld, wie: str) -> tuple[object, ...]:
    client = log_in(wereld, wie)
    with wereld.als(wie):
        sets = ("telling_wijkteam", "telling_sdv", "telling_corporatie")
        kopieen = sorted(
            str([v.waarde for v in k.gelezen.velden]) for naam in sets for k in poort.alle_kopieen(naam)
        )
    pdf = client.get(adres("kengetallen_pdf")).content
    with pikepdf.open(BytesIO(pdf)) as document:
        bladen = [blad.Contents.read_bytes() for blad in document.pages]
    pagina = tekst(client, adres("kengetallen")).partition("<main")[2]
    return pagina, client.get(adres("kengetallen_csv")).content, kopieen, bladen
