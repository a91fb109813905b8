"""One mail a day, or none: as each person chose."""

from datetime import datetime, timedelta

import pytest

from convenant.berichten.models import Postkeuze
from convenant.poort import berichten, post
from convenant.tijd import stel_in
from tests.wereld import NU

from .conftest import MINUUT, ONDERWERP, PAD, TEKST, kies, later, schrijf


def test_wie_het_een_keer_per_dag_wil_krijgt_om_zeven_uur_een_mail(wereld, postbus):
    kies(wereld, "anna", Postkeuze.DAG)
    kies(wereld, "bert", Postkeuze.GEEN)
    schrijf(wereld)
    schrijf(wereld)
    assert post.verstuur() == 0
    tot_zeven = timedelta(hours=20, minutes=29)  # NU is half past ten in the Netherlands
    assert later(tot_zeven) == 0
    with wereld.als("anna"):
        assert berichten.ongelezen() == 2, "in the application it is there at once"
    assert later(tot_zeven + MINUUT) == 1
    (mail,) = postbus.post
    assert (mail["To"], mail["Subject"]) == (
        "anna@voorbeeld.nl",
        "2 berichten voor u in BRP-inzage Heemstede",
    )
    inhoud = mail.get_payload(decode=True).decode()
    assert inhoud.count(ONDERWERP) == 2
    assert inhoud.count(f"https://convenant.voorbeeld.nl{PAD}?bericht=") == 2
    assert TEKST not in inhoud
    with stel_in(NU + tot_zeven + 2 * MINUUT):
        schrijf(wereld)
        assert post.verstuur() == 0, "one a day"
    assert later(tot_zeven + timedelta(hours=23)) == 0
    assert later(tot_zeven + timedelta(hours=24, minutes=1)) == 1
    assert postbus.post[1]["Subject"] == "1 bericht voor u in BRP-inzage Heemstede"


def test_een_lange_dagmail_noemt_de_eerste_vijftig_en_hoeveel_er_nog_zijn(wereld, postbus):
    kies(wereld, "anna", Postkeuze.DAG)
    kies(wereld, "bert", Postkeuze.GEEN)
    for _ in range(53):
        schrijf(wereld)
    assert later(timedelta(hours=21)) == 1
    (mail,) = postbus.post
    inhoud = mail.get_payload(decode=True).decode()
    assert mail["Subject"] == "53 berichten voor u in BRP-inzage Heemstede"
    assert inhoud.count(ONDERWERP) == 50
    assert "En nog 3. Bekijk ze in de toepassing:" in inhoud
    assert "https://convenant.voorbeeld.nl/heemstede/berichten/\r\n" in inhoud


def test_de_dagmail_gaat_ook_opnieuw_met_hetzelfde_nummer(wereld, postbus):
    kies(wereld, "hugo", Postkeuze.DAG)
    schrijf(wereld, "gemeente", "convenantbeheerder")
    postbus.na_data = "weg"
    assert later(timedelta(hours=21)) == 0
    postbus.na_data = ""
    with stel_in(NU + timedelta(hours=21, minutes=1)):
        schrijf(wereld, "gemeente", "convenantbeheerder")
    assert later(timedelta(hours=21, minutes=6)) == 1
    eerste, tweede = postbus.post
    assert (eerste["Message-ID"], eerste.get_payload()) == (tweede["Message-ID"], tweede.get_payload())


def test_wat_al_gelezen_is_staat_niet_in_de_dagmail(wereld, postbus):
    kies(wereld, "anna", Postkeuze.DAG)
    schrijf(wereld)
    with wereld.als("anna"):
        berichten.lees_alles()
    assert later(timedelta(hours=21)) == 1
    assert postbus.aan == ["bert"]


def test_wat_dringend_is_gaat_altijd_meteen(wereld, postbus):
    kies(wereld, "anna", Postkeuze.DAG)
    kies(wereld, "bert", Postkeuze.GEEN)
    schrijf(wereld, dringend=True)
    assert post.verstuur() == 2
    assert postbus.aan == ["anna", "bert"]


@pytest.mark.parametrize(
    ("moment", "ochtend"),
    [
        ("2026-11-23T05:59:59+00:00", "2026-11-22T07:00:00+01:00"),
        ("2026-11-23T06:00:00+00:00", "2026-11-23T07:00:00+01:00"),
        ("2026-03-29T04:30:00+00:00", "2026-03-28T07:00:00+01:00"),  # the clock went forward that night
        ("2026-03-29T05:00:00+00:00", "2026-03-29T07:00:00+02:00"),
        ("2026-10-25T05:59:00+00:00", "2026-10-24T07:00:00+02:00"),  # and back
        ("2026-10-25T06:00:00+00:00", "2026-10-25T07:00:00+01:00"),
    ],
)
def test_zeven_uur_is_zeven_uur_in_nederland(moment, ochtend):
    assert post.laatste_ochtend(datetime.fromisoformat(moment)).isoformat() == ochtend
