"""Requests of a betrokkene: written down, passed on within five working days, answered within a month (article 10)."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from convenant.beleid.kalender import AMSTERDAM
from convenant.partijen.models import Convenant
from convenant.poort import bijlagen, dossier, poort
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.werklijst import werklijst
from convenant.poort.zaken import zaak_van
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from convenant.zaken.models import Zaak
from huisuitzetting.privacyreglement import feiten, kring, verzoeken
from tests.huisuitzetting import privacy
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.privacy import ANDER, CORPORATIE, GEMEENTE, VANDAAG
from tests.huisuitzetting.recht import SWT, klok, stap, ziet
from tests.tables import als_eigenaar
from tests.wereld import NU, Wereld


def beantwoord(wereld: Wereld, zaak: int, wie: str, besluit: str = "Toegewezen. U krijgt alles.") -> None:
    with wereld.als(wie):
        verzoeken.beantwoord(zaak, besluit, None, uuid4())


@pytest.mark.eis("HAA-PR10.2", "HAA-PR10.2.register", "HAA-PR5.1")
def test_alleen_de_eigen_privacycoordinator_ziet_het_verzoek(haarlem: Wereld) -> None:
    zaak = privacy.verzoek(haarlem)
    eigen = ziet(haarlem, CORPORATIE, zaak)["verzoek_betrokkene"]
    assert (eigen["naam_verzoeker"], eigen["soort_verzoek"]) == ("Joost Bakker", "inzage")
    for wie in (ANDER, GEMEENTE, MELDER, SWT, "corporatie/manager"):
        with haarlem.als(wie), pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)
    with haarlem.als(CORPORATIE):
        assert [regel.label for regel in werklijst()] == ["Verzoek van Joost Bakker"]


@pytest.mark.eis("HAA-PR10.2", "HAA-PR10.3")
@pytest.mark.parametrize(("zelf", "doorsturen"), [(True, Klok.OPGESCHORT), (False, Klok.LOOPT)])
def test_de_termijnen_lopen_vanaf_de_dag_van_ontvangst(haarlem: Wereld, zelf: bool, doorsturen: str) -> None:
    """What is about the own processing has not to be passed on: that clock asks for nothing."""
    zaak = privacy.verzoek(haarlem, ontvangen=date(2026, 11, 19), zelf=zelf)
    antwoord = klok(haarlem, zaak, "verzoek_beantwoorden", CORPORATIE)
    door = klok(haarlem, zaak, "verzoek_doorsturen", CORPORATIE)
    assert antwoord
    assert door
    assert antwoord.vervalt_op == datetime(2026, 12, 20, tzinfo=AMSTERDAM)
    assert (door.vervalt_op, door.stand) == (datetime(2026, 11, 27, tzinfo=AMSTERDAM), doorsturen)


@pytest.mark.eis("HAA-PR10.2", "HAA-PR10.2.antwoord")
def test_beantwoord_is_een_brief_en_het_einde(haarlem: Wereld) -> None:
    zaak = privacy.verzoek(haarlem)
    with haarlem.als(CORPORATIE):
        kenmerk = uuid4()
        gegevens = privacy.papier("gegevens.pdf")
        for _ in range(2):
            verzoeken.beantwoord(zaak, "Toegewezen. U krijgt alles.", gegevens, kenmerk)
    brief = ziet(haarlem, CORPORATIE, zaak)["antwoord_betrokkene"]
    assert brief["naam_verzoeker"] == "Joost Bakker"
    assert brief["adres_verzoeker"] == "Kinderhuissingel 8, Haarlem"
    assert brief["besluit_op_verzoek"] == "Toegewezen. U krijgt alles."
    assert brief["gegevens_betrokkene"] == gegevens
    assert stap(haarlem, zaak, CORPORATIE) == "verzoek_beantwoord"
    antwoord = klok(haarlem, zaak, "verzoek_beantwoorden", CORPORATIE)
    assert antwoord
    assert antwoord.stand == Klok.VOLDAAN


@pytest.mark.eis("HAA-PR10.3", "HAA-PR10.3.verzoek")
def test_doorgestuurd_is_het_aan_de_andere_partij(haarlem: Wereld) -> None:
    zaak = privacy.doorgestuurd(haarlem, ontvangen=date(2026, 11, 19))
    gekregen = ziet(haarlem, GEMEENTE, zaak)
    assert set(gekregen) == {"doorgestuurd_verzoek"}
    kopie = gekregen["doorgestuurd_verzoek"]["kopie_verzoek"]
    assert isinstance(kopie, dict)
    assert kopie["naam"] == "verzoek.pdf"
    with haarlem.als(GEMEENTE):
        assert bijlagen.lees_bijlage(kopie["bijlage"]).inhoud.startswith(b"%PDF")
        assert [regel.label for regel in werklijst()] == ["Verzoek van Joost Bakker"]
    with haarlem.als(ANDER), pytest.raises(NietGevonden):
        dossier.lees_zaak(zaak)
    assert privacy.berichten(haarlem, GEMEENTE) == ["Een verzoek van een betrokkene is aan u doorgestuurd"]
    door = klok(haarlem, zaak, "verzoek_doorsturen", CORPORATIE)
    antwoord = klok(haarlem, zaak, "verzoek_beantwoorden", GEMEENTE)
    assert door
    assert door.stand == Klok.VOLDAAN
    assert antwoord
    assert antwoord.groep_id == privacy.groep(haarlem, GEMEENTE)
    assert antwoord.vervalt_op == datetime(2026, 12, 20, tzinfo=AMSTERDAM)


@pytest.mark.eis("HAA-PR10.2")
def test_alleen_wie_verantwoordelijk_is_antwoordt(haarlem: Wereld) -> None:
    zaak = privacy.doorgestuurd(haarlem)
    with pytest.raises(Geweigerd, match="HAA-PR10.2"):
        beantwoord(haarlem, zaak, CORPORATIE)
    with haarlem.als(CORPORATIE), pytest.raises((Geweigerd, Ongeldig)):
        verzoeken.stel_uit(zaak, "Veel stukken.", uuid4())
    beantwoord(haarlem, zaak, GEMEENTE)
    assert stap(haarlem, zaak, CORPORATIE) == "verzoek_beantwoord"
    assert "antwoord_betrokkene" not in ziet(haarlem, CORPORATIE, zaak)
    assert privacy.berichten(haarlem, CORPORATIE) == ["Een verzoek dat u doorstuurde, is beantwoord"]


@pytest.mark.eis("HAA-PR10.3")
@pytest.mark.parametrize("naar", [CORPORATIE, MELDER, SWT])
def test_doorsturen_kan_alleen_naar_een_andere_privacycoordinator(haarlem: Wereld, naar: str) -> None:
    zaak = privacy.verzoek(haarlem, zelf=False)
    with haarlem.als(CORPORATIE), pytest.raises(Ongeldig, match="partij"):
        verzoeken.stuur_door(zaak, privacy.groep(haarlem, naar), uuid4())


@pytest.mark.eis("HAA-PR10.3")
def test_twee_keer_doorsturen_is_een_keer(haarlem: Wereld) -> None:
    zaak, kenmerk = privacy.verzoek(haarlem, zelf=False), uuid4()
    with haarlem.als(CORPORATIE):
        for _ in range(2):
            verzoeken.stuur_door(zaak, privacy.groep(haarlem, GEMEENTE), kenmerk)
        with pytest.raises(Geweigerd):
            verzoeken.stuur_door(zaak, privacy.groep(haarlem, ANDER), uuid4())
    assert len(privacy.berichten(haarlem, GEMEENTE)) == 1


@pytest.mark.eis("HAA-PR10.3", "HAA-PR10.3.pakket")
def test_het_pakket_komt_van_wie_doorstuurde_en_is_goedgekeurd(haarlem: Wereld) -> None:
    zaak = privacy.doorgestuurd(haarlem)
    for anders in ({"nodig": False}, {"goedgekeurd": False}):
        with haarlem.als(CORPORATIE), pytest.raises(Geweigerd, match="HAA-PR10.3"):
            verzoeken.lever_pakket(zaak, privacy.pakket(**anders), uuid4())
    with haarlem.als(GEMEENTE), pytest.raises(Ongeldig) as fout:
        verzoeken.lever_pakket(zaak, privacy.pakket(), uuid4())
    assert "zelf" in fout.value.fouten[""]
    with haarlem.als(CORPORATIE):
        verzoeken.lever_pakket(zaak, privacy.pakket(), uuid4())
    pakket = ziet(haarlem, GEMEENTE, zaak)["pakket_betrokkene"]
    assert pakket["overzicht_systemen"] == "Het huurdersbestand"


@pytest.mark.eis("HAA-PR10.2", "HAA-PR10.2.uitstel")
def test_een_keer_twee_maanden_meer_met_een_brief(haarlem: Wereld) -> None:
    zaak = privacy.verzoek(haarlem, ontvangen=date(2026, 11, 19))
    with haarlem.als(CORPORATIE):
        verzoeken.stel_uit(zaak, "Het zijn veel stukken.", uuid4())
        with pytest.raises(Ongeldig) as fout:
            verzoeken.stel_uit(zaak, "Nog meer.", uuid4())
    assert "al een keer langer" in fout.value.fouten[""]
    brief = ziet(haarlem, CORPORATIE, zaak)["uitstel_antwoord"]
    assert (brief["reden_uitstel"], brief["antwoord_uiterlijk_op"]) == (
        "Het zijn veel stukken.",
        "2027-02-19",
    )
    antwoord = klok(haarlem, zaak, "verzoek_beantwoorden", CORPORATIE)
    assert antwoord
    assert antwoord.vervalt_op == datetime(2027, 2, 20, tzinfo=AMSTERDAM)


@pytest.mark.eis("HAA-PR10.2.uitstel")
def test_na_de_maand_kan_uitstel_niet_meer(haarlem: Wereld) -> None:
    zaak = privacy.verzoek(haarlem)
    with (
        stel_in(NU + timedelta(days=40)),
        haarlem.als(CORPORATIE),
        pytest.raises(Ongeldig) as fout,
    ):
        verzoeken.stel_uit(zaak, "Te laat bedacht.", uuid4())
    assert "loopt niet meer" in fout.value.fouten[""]


@pytest.mark.eis("HAA-PR10.2")
@pytest.mark.parametrize("dag", [VANDAAG + timedelta(days=1), date(1971, 1, 1)])
def test_een_dag_die_niet_kan(haarlem: Wereld, dag: date) -> None:
    with pytest.raises(Ongeldig, match="ontvangen"):
        privacy.verzoek(haarlem, ontvangen=dag)
    with als_eigenaar():
        assert not Zaak.objects.exists()


@pytest.mark.eis("HAA-PR4.4", "HAA-PR10.2")
def test_na_het_einde_van_het_convenant_loopt_het_door(haarlem: Wereld) -> None:
    with als_eigenaar():
        Convenant.objects.filter(pk=haarlem.convenant.pk).update(einde=VANDAAG)
    zaak = privacy.doorgestuurd(haarlem)
    beantwoord(haarlem, zaak, GEMEENTE)
    assert stap(haarlem, zaak, GEMEENTE) == "verzoek_beantwoord"


@pytest.mark.eis("HAA-PR10.2", "HAA-PR10.3")
def test_een_ander_kan_niets_met_een_verzoek_dat_niet_van_hem_is(haarlem: Wereld) -> None:
    zaak = privacy.verzoek(haarlem)
    with pytest.raises(NietGevonden):
        beantwoord(haarlem, zaak, ANDER)
    with haarlem.als(ANDER), pytest.raises(NietGevonden):
        verzoeken.stuur_door(zaak, privacy.groep(haarlem, GEMEENTE), uuid4())
    with haarlem.als(MELDER), pytest.raises(Geweigerd):
        verzoeken.leg_vast(
            verzoeken.Verzoek("A", "B", "inzage", VANDAAG, privacy.papier(), zelf=True), uuid4()
        )


@pytest.mark.eis("HAA-PR5.1", "HAA-PR10.2.register", "HAA-PR10.3")
def test_de_poort_houdt_het_verzoek_bij_de_eigen_partij(haarlem: Wereld) -> None:
    """Whatever an act would ask of it: the record goes to nobody else, and passing on is never to oneself."""
    zaak = privacy.verzoek(haarlem, zelf=False)
    eigen, ander = (
        haarlem.groep("corporatie", "privacycoordinator"),
        haarlem.groep("gemeente", "privacycoordinator"),
    )
    with haarlem.als(CORPORATIE):
        waarden = {veld.naam: veld.waarde for veld in kring.kopie(zaak_van(zaak), verzoeken.VERZOEK).velden}
        waarden["kopie_verzoek"] = privacy.papier()
        with pytest.raises(Geweigerd, match="HAA-PR5.1"):
            poort.verstrek(verzoeken.VERZOEK, waarden, [ander])
        with pytest.raises(Geweigerd, match="HAA-PR10.3"):
            poort.verstrek(feiten.DOORGESTUURD, waarden, [eigen], zaak=zaak_van(zaak))
