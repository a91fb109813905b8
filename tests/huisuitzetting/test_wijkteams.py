"""Several wijkteams: a case goes to the one of the tenant's postcode, and is not there for the others."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from convenant.agenda import feed
from convenant.berichten.models import Bericht
from convenant.console import daden
from convenant.partijen import teams
from convenant.partijen.models import Groep
from convenant.poort import dashboard, dossier, klokken, klokwerk, poort
from convenant.poort.dashboard import Klokkeuze
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.werklijst import groepsgenoten, stand_van_zaken, werklijst, zoek
from convenant.poort.wie import werkplekken
from convenant.poort.zaken import geef_toegang, zaak_van
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in, vandaag
from huisuitzetting.achterstand import huren
from huisuitzetting.beleid import kanten
from huisuitzetting.melding import handelingen as melding
from huisuitzetting.melding.wijkteams import wijkteam_van, wijkteam_voor
from huisuitzetting.models import Huurovereenkomst
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.teams import OOST, WEST, geef, verdeel
from tests.huisuitzetting.verhaal import gemeld, herinnerd
from tests.schermen.klant import BACKEND
from tests.wereld import NU, Wereld

SWT, SDV = "gemeente/swt", "gemeente/sdv"
Eigenaar = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def wijkteams(haarlem: Wereld) -> dict[str, Groep]:
    return verdeel(haarlem)


def klant(wereld: Wereld, wie: str) -> Client:
    client = Client()
    client.force_login(wereld.mensen[wie].account, backend=BACKEND)
    return client


def ziet(wereld: Wereld, wie: str, zaak: int, nummer: str) -> dict[str, bool]:
    """In which places this person meets the case."""
    with wereld.als(wie):
        gezien = {
            "lijst": any(regel.zaak_id == zaak for regel in werklijst()),
            "telling": stand_van_zaken(groepsgenoten())[0]["open"] != "0",
            "zoeken": bool(zoek(nummer)),
            "dashboard": any(regel.zaak_id == zaak for regel in dashboard.termijnen(Klokkeuze())),
        }
        try:
            dossier.lees_zaak(zaak)
            gezien["zaak"] = True
        except NietGevonden:
            gezien["zaak"] = False
    agenda = feed.haal(wereld.mensen[wie].account, wereld.convenant)
    assert agenda is not None
    gezien["agenda"] = nummer in agenda.decode()
    return gezien


@pytest.mark.eis("HAA-2.1.c", "HAA-2.F1")
def test_een_zaak_is_er_alleen_voor_het_team_van_de_postcode(
    haarlem: Wereld, wijkteams: dict[str, Groep]
) -> None:
    zaak = gemeld(haarlem)
    with haarlem.als("oost"):
        nummer = zaak_van(zaak).nummer
    assert set(ziet(haarlem, "oost", zaak, nummer).values()) == {True}
    for ander in ("west", SWT):
        assert set(ziet(haarlem, ander, zaak, nummer).values()) == {False}, ander
    pagina = reverse("zaak", args=["haarlem", zaak])
    assert klant(haarlem, "oost").get(pagina).status_code == 200
    assert klant(haarlem, "west").get(pagina).status_code == 404
    assert klant(haarlem, "west").get(reverse("zaak", args=["haarlem", 10**6])).status_code == 404


@pytest.mark.eis("HAA-2.1.c")
def test_een_bericht_van_de_klok_komt_alleen_bij_dat_team(
    haarlem: Wereld, wijkteams: dict[str, Groep], als_eigenaar: Eigenaar
) -> None:
    gemeld(haarlem)
    with stel_in(NU + timedelta(days=21)):
        klokwerk.werk_bij()
    with als_eigenaar():
        kregen = set(Bericht.objects.values_list("account", flat=True))
    mensen = {wie: haarlem.mensen[wie].account_id for wie in ("oost", "west", SWT)}
    assert {wie for wie, account in mensen.items() if account in kregen} == {"oost"}


@pytest.mark.eis("HAA-2.1.c")
def test_de_klok_is_van_het_team_dat_de_zaak_heeft_ook_als_een_collega_hem_start(
    haarlem: Wereld, wijkteams: dict[str, Groep]
) -> None:
    zaak = gemeld(haarlem)
    with haarlem.als("oost"):
        geef_toegang(zaak_van(zaak), [haarlem.groep("gemeente", "sdv")], "overdracht", "HAA-2.2.2")
    with haarlem.als(SDV):
        klokken.trek_in(melding.ONTVANGST, zaak=zaak_van(zaak))
        klokken.gebeurt(melding.ONTVANGST, zaak=zaak_van(zaak), moment=NU + timedelta(minutes=1))
    with haarlem.als("oost"):
        lopend = [klok for klok in dossier.lees_zaak(zaak).klokken if klok.stand == Klok.LOOPT]
    assert lopend
    assert all(klok.eigen for klok in lopend)
    assert {klok.van for klok in lopend} == {f"gemeente haarlem, Sociaal Wijkteam, {OOST}"}


def meld_aan_team(huur: int, wijkteam: Groep) -> None:
    """The handover as somebody would do it who chose the team."""
    rij = huren.vergrendel(huur)
    poort.verstrek(
        "melding_achterstand",
        huren.zeven_gegevens(rij),
        [wijkteam],
        zaak=rij.zaak,
        grondslag="avg_6_1_b",
        object=rij,
    )


@pytest.mark.eis("HAA-2.1.c")
def test_een_ander_wijkteam_krijgt_de_melding_niet(haarlem: Wereld, wijkteams: dict[str, Groep]) -> None:
    huur = herinnerd(haarlem)
    for verkeerd in (wijkteams[WEST], haarlem.groep("gemeente", "swt")):
        with haarlem.als(MELDER), pytest.raises(Geweigerd) as fout:
            meld_aan_team(huur, verkeerd)
        assert [reden.tekst for reden in fout.value.redenen] == [
            "Dit wijkteam gaat niet over de postcode van de huurder. Kijk in de contactlijst welk wijkteam wel."
        ]


@pytest.mark.eis("HAA-2.1.c")
def test_een_postcode_verhuist_en_wat_loopt_blijft(haarlem: Wereld, wijkteams: dict[str, Groep]) -> None:
    zaak = gemeld(haarlem)
    teams.zet_postcodes(wijkteams[WEST], ("2012", "2015"), over=True, door=None)
    nieuw = gemeld(haarlem, contractnummer="H-2002", naam="Joost Mulder", huisnummer=14)
    with haarlem.als(MELDER):
        assert wijkteam_van(zaak_van(zaak)) == wijkteams[OOST]
        assert wijkteam_van(zaak_van(nieuw)) == wijkteams[WEST]
        # Reported once more, it goes to who has it.
        assert wijkteam_voor("2012 AB", zaak_van(zaak)) == wijkteams[OOST]
        assert wijkteam_voor("2012 AB") == wijkteams[WEST]
    for wie, eigen in (("oost", zaak), ("west", nieuw)):
        with haarlem.als(wie):
            assert [regel.zaak_id for regel in werklijst()] == [eigen], wie


@pytest.mark.eis("HAA-2.1.c")
def test_wat_bij_geen_team_hoort_gaat_naar_het_team_zonder_naam(
    haarlem: Wereld, wijkteams: dict[str, Groep]
) -> None:
    zaak = gemeld(haarlem, postcode="2033 ZZ")
    with haarlem.als(SWT):
        assert [regel.zaak_id for regel in werklijst()] == [zaak]
    with haarlem.als("oost"):
        assert werklijst() == []


@pytest.mark.eis("HAA-2.1.c")
def test_is_er_ook_geen_team_zonder_naam_dan_gaat_er_niets_weg(
    haarlem: Wereld, wijkteams: dict[str, Groep], als_eigenaar: Eigenaar
) -> None:
    huur = herinnerd(haarlem, postcode="2033 ZZ")
    zonder_naam = haarlem.groep("gemeente", "swt")
    with als_eigenaar():
        Groep.objects.filter(pk=zonder_naam.pk).update(gesloten_op=NU)
    with haarlem.als(MELDER), pytest.raises(Ongeldig) as fout:
        melding.meld_achterstand(huur, uuid4())
    zin = "Voor postcode 2033 is geen team ingericht. Vraag wie het convenant beheert."
    assert fout.value.fouten == {"": zin}
    with haarlem.als(MELDER):
        zaak = Huurovereenkomst.objects.get(pk=huur).zaak
        assert zaak
        assert melding.wat_belet(zaak.pk) == [(zin, "HAA-2.1.c")]
    with haarlem.als("oost"):
        assert werklijst() == []


@pytest.mark.eis("HAA-2.F1")
def test_wie_van_team_wisselt_laat_de_zaken_achter(haarlem: Wereld, wijkteams: dict[str, Groep]) -> None:
    """Granted and withdrawn through the console, per team."""
    zaak = gemeld(haarlem)
    oost = haarlem.mensen["oost"]
    with haarlem.als("gemeente/teamleider"):
        nummer = daden.meld_aan(oost.pk, wijkteams[WEST].pk, uuid4())
    with haarlem.als("gemeente/privacycoordinator"):
        daden.doe(daden.VERLENEN, nummer, uuid4(), van=vandaag(), tot=None)
    plekken = werkplekken(oost.account, haarlem.convenant)
    assert [plek.in_woorden for plek in plekken] == [f"Sociaal Wijkteam, {OOST}", f"Sociaal Wijkteam, {WEST}"]
    keuze = klant(haarlem, "oost").get(reverse("werkplek", args=["haarlem"])).content.decode()
    assert f"Werk als Sociaal Wijkteam, {OOST}" in keuze
    assert f"Werk als Sociaal Wijkteam, {WEST}" in keuze
    with haarlem.als("gemeente/privacycoordinator"):
        daden.doe(daden.INTREKKEN, haarlem.autorisaties[f"oost/{OOST}"].pk, uuid4(), reden="Gaat naar West.")
    with haarlem.als("oost") as beurt:
        assert beurt.wie.team == WEST
        assert werklijst() == []
        with pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)
    begin = klant(haarlem, "oost").get(reverse("werkbegin", args=["haarlem"])).content.decode()
    assert f"Sociaal Wijkteam, {WEST}" in begin
    geef(haarlem, SWT, wijkteams[OOST])
    with haarlem.als(SWT):
        assert werklijst() == [], "another role, chosen by hand"


@pytest.mark.eis("HAA-2.F1")
def test_een_aanvraag_noemt_het_team(haarlem: Wereld, wijkteams: dict[str, Groep]) -> None:
    """The list to choose from, the page of the decision, and not a team that closed."""
    nieuw = haarlem.mensen["gemeente/zonder_functie"]
    pagina = reverse("mens_functie", args=["haarlem", nieuw.pk])
    teamleider = klant(haarlem, "gemeente/teamleider")
    kiezen = teamleider.get(pagina).content.decode()
    assert f"Sociaal Wijkteam, {OOST}" in kiezen
    assert f"Sociaal Wijkteam, {WEST}" in kiezen
    rechten_weg(haarlem, "west")
    teams.sluit(wijkteams[WEST], "Samen met Oost.", door=None)
    kiezen = teamleider.get(pagina).content.decode()
    assert f"Sociaal Wijkteam, {WEST}" not in kiezen
    with haarlem.als("gemeente/teamleider"):
        with pytest.raises(Ongeldig) as fout:
            daden.meld_aan(nieuw.pk, wijkteams[WEST].pk, uuid4())
        nummer = daden.meld_aan(nieuw.pk, wijkteams[OOST].pk, uuid4())
    assert fout.value.fouten == {"": "Dit team is gesloten. Kies een ander team."}
    besluit = klant(haarlem, "gemeente/privacycoordinator").get(
        reverse("autorisatie", args=["haarlem", nummer])
    )
    assert f"Sociaal Wijkteam, {OOST} van gemeente/zonder_functie" in besluit.content.decode()


def rechten_weg(wereld: Wereld, wie: str) -> None:
    with wereld.als("gemeente/privacycoordinator"):
        (plek,) = werkplekken(wereld.mensen[wie].account, wereld.convenant)
        assert plek.autorisatie_id
        daden.doe(daden.INTREKKEN, plek.autorisatie_id, uuid4(), reden="Weg.")


@pytest.mark.eis("HAA-2.F1")
def test_een_team_met_werk_of_mensen_blijft_open(haarlem: Wereld, wijkteams: dict[str, Groep]) -> None:
    gemeld(haarlem)
    with haarlem.als("gemeente/beleidsadviseur"):
        for naam, zin in (
            (OOST, "Dit team heeft nog zaken die lopen. Rond die eerst af."),
            (WEST, "Er zitten nog mensen in dit team, of iemand is ervoor aangemeld. Beëindig dat eerst."),
        ):
            with pytest.raises(teams.InrichtingFout) as fout:
                teams.sluit(wijkteams[naam], "Klaar.", door=None)
            assert str(fout.value) == zin
    rechten_weg(haarlem, "west")
    teams.sluit(wijkteams[WEST], "Klaar.", door=None)
    assert teams.team_voor(haarlem.convenant, kanten.SWT, "2015 AA").team == ""
    teams.heropen(wijkteams[WEST], "Toch weer.", door=None)
    teams.zet_postcodes(wijkteams[WEST], ("2015",), door=None)
    assert teams.team_voor(haarlem.convenant, kanten.SWT, "2015 AA").team == WEST
