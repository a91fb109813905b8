"""The wijkteam asks the BRP who lives with a tenant, only to put a waiting list that is too long in order (HAA-B2.4)."""

import json
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brpinzage.simulator.bron import Bron
from convenant.brp.adres import Adres, maak_adres
from convenant.partijen.models import InstellingWaarde
from convenant.poort.handeling import Geweigerd, KoppelingMislukt, NietGevonden, Ongeldig
from convenant.poort.models import Logregel
from convenant.tijd import stel_in, vandaag
from convenant.verstrekkingen.models import Ontvangst
from huisuitzetting.achterstand import huren
from huisuitzetting.adres import adresregel, lees_adres
from huisuitzetting.melding import toestemmingen
from huisuitzetting.melding.toestemmingen import Instemming
from huisuitzetting.wijkteam import brp, handelingen
from tests.brp.gateway import antwoord, fout, gateway
from tests.brpinzage.ophalen import GEHEIM, GEMEENTE, KANARIE, VERTROKKEN, aangesloten, bsn, persoon
from tests.brpinzage.ophalen import brp as simulator
from tests.brpinzage.test_bevragen import Buiten
from tests.huisuitzetting.huur import ANDER, MELDER
from tests.huisuitzetting.verhaal import GEKOZEN, SIGNAAL, kies_velden
from tests.huisuitzetting.wijkteam import SWT, beoordeeld, op_wachtlijst
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.eis("HAA-B2.4")]
HUIS = maak_adres("2012 AB", "12", straatnaam="Spaarnelaan", woonplaats="Haarlem")
NIET_DAAR = {"inOnderzoek": {"aanduidingGegevensInOnderzoek": "089999", "datumIngangOnderzoek": "20260301"}}
TWIJFEL = {"inOnderzoek": {"aanduidingGegevensInOnderzoek": "080000", "datumIngangOnderzoek": "20260301"}}


def mens(nummer: int, geboren: str, **anders: Any) -> dict[str, Any]:
    return persoon(nummer, "Mens", HUIS, geboorte={"datum": geboren}, **anders)


def verblijf(nummer: int, geboren: str, **anders: Any) -> dict[str, Any]:
    """Somebody whose address is said to be something else than just known."""
    wie = mens(nummer, geboren)
    wie["verblijfplaats"] |= anders
    return wie


HUURDER = mens(1, "19840517")
# A child that turned eighteen on the day of the report, one the day after, and one born in a year that does not tell.
GEZIN = [HUURDER, mens(2, "20081123"), mens(3, "20081124"), mens(4, "20080000")]


def stel_capaciteit(wereld: Wereld, hoeveel: int) -> None:
    InstellingWaarde.objects.update_or_create(
        convenant=wereld.convenant, naam="capaciteit_wijkteam", defaults={"waarde": hoeveel}
    )


@pytest.fixture
def zaak(haarlem: Wereld) -> int:
    """One case waits, and that is more than the wijkteam can take on."""
    haarlem.convenant.gemeentecode = GEMEENTE
    haarlem.convenant.save()
    stel_capaciteit(haarlem, 0)
    return op_wachtlijst(haarlem)


def vraag(wereld: Wereld, zaak: int, wie: str = SWT, kenmerk: UUID | None = None) -> UUID:
    with Buiten(wereld, wie):
        return brp.vraag(zaak, kenmerk or uuid4())


def gekregen(wereld: Wereld, zaak: int) -> dict[str, Any]:
    with wereld.als(SWT):
        kopie = brp.antwoord(zaak)
    return {veld.naam: veld.waarde for veld in kopie.velden} if kopie else {}


def regels(als_eigenaar: Any) -> list[Logregel]:
    with als_eigenaar():
        return list(Logregel.objects.filter(handeling=brp.HANDELING).order_by("volg"))


def aantal_kopieen(als_eigenaar: Any) -> int:
    with als_eigenaar():
        return Ontvangst.objects.filter(verstrekking__gegevensset=brp.SET).count()


def test_gezin_en_leeftijd_op_de_dag_van_de_melding(haarlem: Wereld, zaak: int, als_eigenaar: Any) -> None:
    with stel_in(NU + timedelta(days=1)), simulator(Bron(GEZIN)):
        vraag(haarlem, zaak)
    assert gekregen(haarlem, zaak) == {
        "gezinssamenstelling": "2 volwassenen, 1 kind onder 18, 1 persoon van onbekende leeftijd",
        "leeftijd": 42,
    }
    vooraf, daarna = regels(als_eigenaar)
    assert (vooraf.uitkomst, daarna.uitkomst) == ("toegestaan", "toegestaan")
    assert {vooraf.doel, daarna.doel} == {"vroegsignalering"}
    assert {vooraf.eis, daarna.eis} == {"HAA-B2.4"}
    assert len(daarna.betrokkenen) == 4


def test_wat_wordt_gevraagd_is_de_geboortedatum_op_dit_adres(haarlem: Wereld, zaak: int) -> None:
    leeg = antwoord({"type": "ZoekMetPostcodeEnHuisnummer", "personen": []})
    with gateway(leeg) as poort, aangesloten(poort.url), pytest.raises(brp.GeenUitkomst):
        vraag(haarlem, zaak)
    ((_, lading),) = poort.vragen
    gesteld = json.loads(lading)
    assert (gesteld["postcode"], gesteld["huisnummer"]) == ("2012AB", 12)
    gevraagd = {veld for veld in gesteld["fields"] if "adresregel" not in veld}
    assert gevraagd == {"burgerservicenummer", "geboorte.datum"}


def test_de_wachtlijst_is_niet_te_lang(haarlem: Wereld, zaak: int) -> None:
    stel_capaciteit(haarlem, 1)
    with gateway(fout(500, "x")) as poort, aangesloten(poort.url):
        with pytest.raises(Geweigerd) as weigering:
            vraag(haarlem, zaak)
        (reden,) = weigering.value.redenen
        assert (reden.eis, "niet te lang" in reden.tekst) == ("HAA-B2.4", True)
        op_wachtlijst(haarlem, contractnummer="H-2")
        with pytest.raises(KoppelingMislukt):
            vraag(haarlem, zaak)
        assert poort.vragen


def test_alleen_op_de_wachtlijst(haarlem: Wereld, zaak: int) -> None:
    ander = beoordeeld(haarlem, contractnummer="H-2")
    with gateway(fout(500, "x")) as poort, aangesloten(poort.url):
        with pytest.raises(Geweigerd):
            vraag(haarlem, ander)
        for wie in (MELDER, ANDER, "gemeente/sdv", "gemeente/troubleshooter"):
            with pytest.raises((Geweigerd, NietGevonden)):
                vraag(haarlem, zaak, wie)
        assert poort.vragen == []


@pytest.mark.parametrize(
    ("personen", "zin"),
    [
        ([], brp.NIEMAND),
        ([mens(2, "19900101")], brp.NIEMAND),
        ([mens(1, "19840517", **VERTROKKEN)], brp.NIEMAND),
        ([verblijf(1, "19840517", **NIET_DAAR)], brp.NIEMAND),
        ([HUURDER, mens(2, "19840517")], brp.MEER),
        ([mens(1, "19840517", **GEHEIM)], brp.GEHEIM),
        ([HUURDER, mens(2, "19900101", **GEHEIM)], brp.GEHEIM),
        ([verblijf(1, "19840517", **TWIJFEL)], brp.ONDERZOEK),
        ([mens(nummer, "19840517") for nummer in range(40)], brp.TE_VEEL),
    ],
)
def test_zonder_bruikbaar_antwoord_blijft_er_niets(
    haarlem: Wereld, zaak: int, als_eigenaar: Any, caplog: Any, personen: list[dict[str, Any]], zin: str
) -> None:
    caplog.set_level("DEBUG")
    with simulator(Bron(personen)), pytest.raises(brp.GeenUitkomst) as geen:
        vraag(haarlem, zaak)
    assert geen.value.scherm == zin
    assert aantal_kopieen(als_eigenaar) == 0
    _, mislukt = regels(als_eigenaar)
    assert (mislukt.uitkomst, mislukt.redenen, mislukt.betrokkenen) == (
        "mislukt",
        [[brp.VOOR_HET_LOGBOEK, ""]],
        [],
    )
    for verboden in (KANARIE, bsn(1), "19840517", "1984-05-17"):
        assert verboden not in caplog.text


def test_brp_niet_bereikbaar_of_niet_aangesloten(haarlem: Wereld, zaak: int, als_eigenaar: Any) -> None:
    with pytest.raises(Ongeldig) as zonder:
        vraag(haarlem, zaak)
    assert zonder.value.fouten[""] == brp.GEEN_AANSLUITING
    with (
        gateway(fout(503, "notAvailable")) as poort,
        aangesloten(poort.url),
        pytest.raises(KoppelingMislukt) as weg,
    ):
        vraag(haarlem, zaak)
    assert weg.value.zin == "De BRP is nu niet bereikbaar. Probeer het later opnieuw."
    assert aantal_kopieen(als_eigenaar) == 0


def test_hetzelfde_formulier_twee_keer_is_een_vraag(haarlem: Wereld, zaak: int, als_eigenaar: Any) -> None:
    kenmerk = uuid4()
    with simulator(Bron(GEZIN)):
        assert vraag(haarlem, zaak, kenmerk=kenmerk) == vraag(haarlem, zaak, kenmerk=kenmerk)
    assert (aantal_kopieen(als_eigenaar), len(regels(als_eigenaar))) == (1, 2)


def test_wat_bekend_is_wordt_niet_nog_eens_gevraagd(haarlem: Wereld, zaak: int, als_eigenaar: Any) -> None:
    """Another form, as of a colleague who opened the page before the answer came."""
    with simulator(Bron(GEZIN)):
        eerst = vraag(haarlem, zaak)
    with gateway(fout(500, "x")) as poort, aangesloten(poort.url):
        assert vraag(haarlem, zaak) == eerst
        assert poort.vragen == []
    assert (aantal_kopieen(als_eigenaar), len(regels(als_eigenaar))) == (1, 2)


def test_waar_het_niet_mag_doet_een_aansluiting_er_niet_toe(haarlem: Wereld, zaak: int) -> None:
    with pytest.raises(Geweigerd):
        vraag(haarlem, beoordeeld(haarlem, contractnummer="H-2"))


def test_zonder_geboortedatum_in_de_melding_gaat_er_geen_vraag_uit(haarlem: Wereld) -> None:
    """With consent the convenant may have chosen fewer fields."""
    haarlem.convenant.gemeentecode = GEMEENTE
    haarlem.convenant.save()
    stel_capaciteit(haarlem, 0)
    kies_velden(haarlem, [veld for veld in GEKOZEN if veld != "geboortedatum"])
    with haarlem.als(MELDER):
        instemming = Instemming(vandaag(), "schriftelijk")
        zaak = toestemmingen.meld(
            SIGNAAL, instemming, uuid4(), eigen_huurder=True, alleen_strafbaar_feit=False
        )
    with haarlem.als(SWT):
        handelingen.controleer_bekendheid(zaak, False, False, uuid4())
    with haarlem.als(SWT):
        handelingen.plaats_op_wachtlijst(zaak, "", uuid4())
    with gateway(fout(500, "x")) as poort, aangesloten(poort.url):
        with pytest.raises(Ongeldig) as onvolledig:
            vraag(haarlem, zaak)
        assert onvolledig.value.fouten == {"": brp.ONVOLLEDIG}
        assert poort.vragen == []


@pytest.mark.parametrize("wie", [SWT, MELDER])
def test_van_de_wachtlijst_af_is_het_weg(haarlem: Wereld, zaak: int, als_eigenaar: Any, wie: str) -> None:
    with simulator(Bron(GEZIN)):
        kopie = vraag(haarlem, zaak)
    assert gekregen(haarlem, zaak)
    with haarlem.als(wie):
        if wie == SWT:
            handelingen.neem_in_behandeling(zaak, "", uuid4())
        else:
            huren.sluit(zaak, "betaald")
    assert gekregen(haarlem, zaak) == {}
    with als_eigenaar():
        over = Ontvangst.objects.get(pk=kopie)
    assert (over.waarden, over.sleutel) == (None, None)


@pytest.mark.eis("HAA-PR5.3")
def test_de_corporatie_ziet_er_niets_van(haarlem: Wereld, zaak: int) -> None:
    with simulator(Bron(GEZIN)):
        vraag(haarlem, zaak)
    waar = reverse("zaak", args=["haarlem", zaak])
    melder = log_in(haarlem, MELDER).get(waar)
    assert melder.status_code == 200
    for woord in ("BRP", "volwassenen", "Gezinssamenstelling", "42"):
        assert woord not in melder.content.decode().split("<main")[1]
    with haarlem.als(MELDER):
        assert not Ontvangst.objects.filter(verstrekking__gegevensset=brp.SET).exists()
    assert log_in(haarlem, ANDER).get(waar).status_code == 404


# --- the screen


def tekst(client: Client, waar: str) -> str:
    pagina = client.get(waar)
    assert pagina.status_code == 200
    return " ".join(pagina.content.decode().split())


def test_van_de_wachtlijst_naar_het_antwoord(haarlem: Wereld, zaak: int) -> None:
    wijkteam = log_in(haarlem, SWT)
    lijst, waar = reverse("wachtlijst", args=["haarlem"]), reverse("brp_wachtlijst", args=["haarlem", zaak])
    assert waar in tekst(wijkteam, lijst)
    formulier = wijkteam.get(waar).context["form"]
    scherm = tekst(wijkteam, waar)
    assert "Vraag het de BRP" in scherm
    assert "Doel: " in scherm
    kenmerk = {"kenmerk": formulier["kenmerk"].value()}
    with simulator(Bron([mens(1, "19840517", **GEHEIM)])):
        assert brp.GEHEIM in wijkteam.post(waar, kenmerk).content.decode()
    with simulator(Bron(GEZIN)):
        assert wijkteam.post(waar, kenmerk)["Location"] == waar
    scherm = tekst(wijkteam, waar)
    assert "2 volwassenen, 1 kind onder 18" in scherm
    assert "42 jaar" in scherm
    assert "Vraag het de BRP" not in scherm
    assert KANARIE not in scherm
    assert waar in tekst(wijkteam, reverse("zaak", args=["haarlem", zaak]))
    with CaptureQueriesContext(connection) as vragen:
        assert wijkteam.get(waar).status_code == 200
    assert len(vragen) <= 35


def test_het_scherm_weigert_met_het_artikel(haarlem: Wereld, zaak: int) -> None:
    stel_capaciteit(haarlem, 1)
    wijkteam = log_in(haarlem, SWT)
    lijst, waar = reverse("wachtlijst", args=["haarlem"]), reverse("brp_wachtlijst", args=["haarlem", zaak])
    assert waar not in tekst(wijkteam, lijst)
    geweigerd = wijkteam.get(waar)
    assert geweigerd.status_code == 403
    assert "De wachtlijst is niet te lang" in geweigerd.content.decode()


@pytest.mark.parametrize(
    "adres",
    [
        HUIS,
        maak_adres("2012 AB", "12", "A", "2", "Plein 1940", "Haarlem"),
        maak_adres("2012 AB", "12", "", "II", "Spaarnelaan", "Haarlem"),
    ],
)
def test_het_adres_van_de_melding_is_terug_te_lezen(adres: Adres) -> None:
    delen = (adres.huisletter, adres.huisnummertoevoeging, adres.postcode, adres.woonplaats)
    assert lees_adres(adresregel(adres.straatnaam, int(adres.huisnummer), *delen)) == adres
    assert lees_adres("Onbekend") is None


def test_een_schrikkelkind_is_pas_daarna_achttien() -> None:
    assert brp._leeftijd(date(2008, 2, 29), date(2026, 2, 28)) == 17
