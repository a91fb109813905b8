"""An extract from the live BRP when it does not go well: no answer, a wrong one, or nobody who may go on."""

from datetime import timedelta

import pytest

from brpinzage import ophaalwerk, ophalen
from convenant.brp.adres import maak_adres
from convenant.poort.handeling import Geweigerd, Ongeldig
from convenant.tijd import stel_in
from tests.brp.gateway import antwoord, fout, gateway, zwijg
from tests.brpinzage.ophalen import (
    KANARIE,
    aangesloten,
    begin,
    brp,
    drie_woningen,
    namen,
    neem_in_bezit,
    neem_in_gebruik,
    persoon_in_antwoord,
    rijen,
    stand,
    werk,
)
from tests.wereld import KADE_3, LINDELAAN_12, LINDELAAN_14A, NU

pytestmark = pytest.mark.django_db(transaction=True)


def test_de_brp_ligt_er_halverwege_uit_en_daarna_gaat_het_verder(vaste_wereld, als_eigenaar):
    een = persoon_in_antwoord("Lindelaan 12", "2101 AB")
    with gateway(een, fout(503, "notAvailable")) as poort, aangesloten(poort.url):
        begin(vaste_wereld)
        werk()
        voortgang = stand(vaste_wereld)
        assert (voortgang.gedaan, voortgang.loopt) == (1, True)
        assert voortgang.zin == "De BRP is nu niet bereikbaar. Probeer het later opnieuw."
        assert voortgang.niet_voor == NU + timedelta(minutes=1)
        gevraagd = len(poort.vragen)
        werk()
        assert len(poort.vragen) == gevraagd
    with brp(drie_woningen()), stel_in(NU + timedelta(minutes=1)):
        werk()
        assert (stand(vaste_wereld).is_klaar, stand(vaste_wereld).zin) == (True, "")
    assert [naam for _, naam, _ in rijen(als_eigenaar)] == [f"Proef {KANARIE}", "", f"Sjaak {KANARIE}"]


@pytest.mark.parametrize(
    ("gedrag", "zin"),
    [
        (fout(429, "tooManyRequests"), "krijgt nu te veel vragen"),
        (fout(500, "serverError"), "Er ging iets mis bij de BRP"),
        (zwijg, "antwoordt niet op tijd"),
    ],
)
def test_wat_overgaat_wacht_een_minuut(vaste_wereld, gedrag, zin):
    with gateway(gedrag) as poort, aangesloten(poort.url, seconden="0.3"):
        begin(vaste_wereld)
        werk()
    voortgang = stand(vaste_wereld)
    assert zin in voortgang.zin
    assert (voortgang.loopt, voortgang.gedaan) == (True, 0)
    assert voortgang.niet_voor == NU + timedelta(minutes=1)


def test_zo_lang_als_de_brp_vraagt(vaste_wereld):
    later = antwoord(
        {"code": "tooManyRequests"}, "429 Te veel", "application/problem+json", Retry_After="900"
    )
    with gateway(later) as poort, aangesloten(poort.url):
        begin(vaste_wereld)
        werk()
        assert len(poort.vragen) == 1
    assert stand(vaste_wereld).niet_voor == NU + timedelta(minutes=15)


@pytest.mark.parametrize(
    ("gedrag", "zin"),
    [
        (fout(401, "authentication"), "herkent deze aansluiting niet"),
        (fout(403, "unauthorizedField"), "mag een van deze gegevens niet opvragen"),
        (antwoord(b"<html>onderhoud</html>", soort="text/html"), "is niet te lezen"),
        (antwoord(b"", "302 Found", Location="https://elders.example/"), "verwijst naar een ander adres"),
    ],
)
def test_wat_niet_overgaat_wacht_op_een_mens(vaste_wereld, gedrag, zin):
    with gateway(gedrag) as poort, aangesloten(poort.url):
        nummer = begin(vaste_wereld)
        werk()
        assert zin in stand(vaste_wereld).zin
        assert stand(vaste_wereld).gepauzeerd
        with stel_in(NU + timedelta(hours=2)):
            werk()
        assert len(poort.vragen) == 1
    with brp(drie_woningen()):
        with vaste_wereld.als("eva"):
            ophalen.hervat(nummer)
        werk()
    assert stand(vaste_wereld).is_klaar


def test_een_doel_zonder_koppen_wacht_op_een_mens(vaste_wereld):
    """A setting that was forgotten: nothing is asked, and nobody waits for a worker that falls over each time."""
    with (
        gateway(fout(500, "x")) as poort,
        aangesloten(poort.url, koppen='{"bestandskwaliteit": {"X-Doel": "1"}}'),
    ):
        begin(vaste_wereld)
        werk(2)
        assert poort.vragen == []
    assert stand(vaste_wereld).gepauzeerd
    assert "niet goed ingesteld" in stand(vaste_wereld).zin


@pytest.mark.eis("HEE-3.3")
def test_een_adres_zonder_bruikbaar_antwoord_blijft_dicht(vaste_wereld, als_eigenaar):
    """Too many people, or an answer about another address: nobody is named, and no empty house is shown."""
    elders = persoon_in_antwoord("Dorpsstraat 9", "9999 ZZ")
    leeg = antwoord({"type": "ZoekMetAdresseerbaarObjectIdentificatie", "personen": []})
    with gateway(elders, leeg, fout(400, "tooManyResults")) as poort, aangesloten(poort.url):
        begin(vaste_wereld)
        werk()
    voortgang = stand(vaste_wereld)
    assert dict(voortgang.soorten) == {
        "De BRP gaf personen op een ander adres. Er is niets van bewaard. Meld dit aan de beheerder.": 1,
        "Er staan meer mensen ingeschreven dan de BRP in één keer geeft.": 1,
    }
    assert (voortgang.gedaan, voortgang.zonder_antwoord, voortgang.is_klaar) == (3, 2, True)
    assert KANARIE not in str(rijen(als_eigenaar))
    neem_in_gebruik(vaste_wereld)
    with pytest.raises(Geweigerd) as weigering:
        vaste_wereld.raadpleeg("carla", KADE_3)
    assert [reden.tekst for reden in weigering.value.redenen] == [
        "Dit adres is niet te raadplegen. Vraag het schriftelijk aan de gemeente."
    ]
    with pytest.raises(Ongeldig) as ongeldig:
        vaste_wereld.raadpleeg("anna", LINDELAAN_12)
    assert "kon dit adres niet ophalen" in ongeldig.value.fouten[""]
    assert namen(vaste_wereld, "anna", LINDELAAN_14A) == []


def test_geen_enkel_bruikbaar_antwoord_is_geen_zaak_van_een_adres(vaste_wereld, als_eigenaar):
    neem_in_bezit(
        vaste_wereld, *(maak_adres("2103 AA", str(n), "", "", "Laan", "Heemstede") for n in range(1, 31))
    )
    with gateway(persoon_in_antwoord("Dorpsstraat 9", "9999 ZZ")) as poort, aangesloten(poort.url):
        begin(vaste_wereld)
        werk()
        assert len(poort.vragen) == ophaalwerk.PER_KEER
    assert (stand(vaste_wereld).gepauzeerd, stand(vaste_wereld).gedaan) == (True, 0)
    assert "ander adres" in stand(vaste_wereld).zin
