"""Teams as they are set up: who may, which postcodes, what every change leaves behind, and two at once."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from convenant.beleid.register import register
from convenant.beleid.taal import Kant
from convenant.console import inrichting as console
from convenant.console import teams as beheer
from convenant.partijen import teams
from convenant.partijen.inrichting import InrichtingFout, werk_groepen_bij
from convenant.partijen.models import Groep, Teampostcode
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.poort import groep_van, groepen_van
from convenant.tijd import stel_in
from tests.schermen.klant import BACKEND
from tests.wereld import NU, Wereld
from tests.werelden import CODES, maak
from tests.zaken import tegelijk

ADVISEUR, TEAMLEIDER = "gemeente/beleidsadviseur", "gemeente/teamleider"
SWT = Kant("gemeente", "swt")
OOST, WEST = "Wijkteam Oost", "Wijkteam West"
Eigenaar = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def haarlem(db: None) -> Iterator[Wereld]:
    wereld = maak("haarlem")
    with stel_in(NU):
        yield wereld


@pytest.fixture
def vast_haarlem(transactional_db: None) -> Iterator[Wereld]:
    wereld = maak("haarlem")
    with stel_in(NU):
        yield wereld


def gemeente(wereld: Wereld) -> int:
    return wereld.deelnames["gemeente"].pk


def maak_team(wereld: Wereld, naam: str, postcodes: str) -> int:
    with wereld.als(ADVISEUR):
        beheer.maak(gemeente(wereld), "swt", naam, postcodes)
    return Groep.objects.get(team=naam).pk


def fouten(wereld: Wereld, wat: Callable[[], None]) -> dict[str, str]:
    with wereld.als(ADVISEUR), pytest.raises(Ongeldig) as fout:
        wat()
    return dict(fout.value.fouten)


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("", ""),
        ("2011", "2011"),
        ("2013, 2011 2012;2015", "2011-2013, 2015"),
        ("2011-2013\n2012 – 2014, 2019 t/m 2020", "2011-2014, 2019-2020"),
    ],
)
def test_postcodes_worden_gelezen_zoals_mensen_ze_schrijven(tekst: str, gelezen: str) -> None:
    assert teams.als_reeksen(teams.lees_postcodes(tekst)) == gelezen


@pytest.mark.parametrize("tekst", ["2011 AB", "0111", "201", "20111", "2011-", "oost", "2015-2011"])
def test_wat_geen_postcode_is_wordt_teruggegeven(tekst: str) -> None:
    with pytest.raises(InrichtingFout):
        teams.lees_postcodes(tekst)


def test_wat_tussen_de_teams_ligt() -> None:
    assert teams.zonder_team([]) == ""
    assert teams.zonder_team(["2011", "2012", "2015", "2019"]) == "2013-2014, 2016-2018"


@pytest.mark.eis("HAA-2.1.c", "HAA-2.F1")
def test_een_team_erbij_en_wat_het_achterlaat(haarlem: Wereld, als_eigenaar: Eigenaar) -> None:
    with haarlem.als(ADVISEUR):
        beheer.maak(gemeente(haarlem), "swt", "  Wijkteam   Oost ", "2011-2013")
        (verdeling,) = beheer.verdelingen(gemeente(haarlem))
        assert [(t.naam, t.postcodes, t.mensen, t.open) for t in verdeling.teams] == [
            ("", "", 1, True),
            (OOST, "2011-2013", 0, True),
        ]
        laatste = console.geschiedenis()[0][0]
        assert (laatste.soort, laatste.naam, laatste.nieuw) == ("team", "swt", f"{OOST}, 2011-2013")
    groep, zonder_naam = Groep.objects.get(team=OOST), haarlem.groep("gemeente", "swt")
    assert groep.handelingen == zonder_naam.handelingen
    assert groep.handelingen
    assert groep.naam == f"Sociaal Wijkteam, {OOST}"
    with als_eigenaar():
        Groep.objects.filter(pk=groep.pk).update(handelingen=[])
        assert werk_groepen_bij() == 1
    assert Groep.objects.get(pk=groep.pk).handelingen == zonder_naam.handelingen


@pytest.mark.eis("HAA-2.1.c")
def test_wat_niet_kan_staat_bij_het_veld_of_erboven(haarlem: Wereld) -> None:
    maak_team(haarlem, OOST, "2011-2013")
    deelname = gemeente(haarlem)
    assert fouten(haarlem, lambda: beheer.maak(deelname, "swt", "wijkteam oost", "")) == {
        "": "Er is al een team wijkteam oost. Kies een andere naam, of open dat team weer."
    }
    assert fouten(haarlem, lambda: beheer.maak(deelname, "swt", WEST, "2013-2015")) == {
        "": f"Postcode 2013 hoort al bij {OOST}."
    }
    assert fouten(haarlem, lambda: beheer.maak(deelname, "sdv", WEST, "")) == {
        "": "Het convenant kent voor deze functie geen teams."
    }
    assert fouten(haarlem, lambda: beheer.maak(deelname, "swt", WEST, "21")) == {
        "postcodes": "21 is geen postcode. Schrijf vier cijfers, of een reeks zoals 2011-2019."
    }
    assert not Groep.objects.filter(team=WEST).exists()


@pytest.mark.eis("HAA-2.1.c")
def test_postcodes_gaan_over_alleen_als_dat_is_gezegd(haarlem: Wereld) -> None:
    oost, west = maak_team(haarlem, OOST, "2011-2013"), maak_team(haarlem, WEST, "2015")

    def neem(over: bool, gezien: str = "2015") -> None:
        beheer.zet_postcodes(gemeente(haarlem), west, "2013, 2015", gezien=gezien, over=over)

    assert fouten(haarlem, lambda: neem(over=False)) == {"": f"Postcode 2013 hoort al bij {OOST}."}
    assert "intussen veranderd" in fouten(haarlem, lambda: neem(over=True, gezien="2016"))[""]
    with haarlem.als(ADVISEUR):
        neem(over=True)
        assert [beheer.team(gemeente(haarlem), groep).postcodes for groep in (oost, west)] == [
            "2011-2012",
            "2013, 2015",
        ]
        (verdeling,) = beheer.verdelingen(gemeente(haarlem))
        assert verdeling.zonder == "2014"
        regels = [regel for regel in console.geschiedenis()[0] if regel.soort == "teampostcodes"]
    assert {(regel.oud, regel.nieuw) for regel in regels} == {
        (f"{OOST}, 2011-2013", f"{OOST}, 2011-2012"),
        (f"{WEST}, 2015", f"{WEST}, 2013, 2015"),
    }
    assert teams.team_voor(haarlem.convenant, SWT, "2013 AB").team == WEST
    assert teams.team_voor(haarlem.convenant, SWT, "2099").team == ""


@pytest.mark.eis("HAA-2.1.c")
def test_sluiten_en_weer_openen(haarlem: Wereld) -> None:
    west = maak_team(haarlem, WEST, "2015")
    deelname = gemeente(haarlem)
    with haarlem.als(ADVISEUR):
        beheer.sluit(deelname, west, "Samen met Oost.")
        assert not beheer.team(deelname, west).open
        assert [groep.team for groep in groepen_van(SWT)] == [""]
    assert not Teampostcode.objects.exists()
    assert "al gesloten" in fouten(haarlem, lambda: beheer.sluit(deelname, west, "Nog eens."))[""]
    zonder_naam = haarlem.groep("gemeente", "swt").pk
    assert fouten(haarlem, lambda: beheer.sluit(deelname, zonder_naam, "Weg.")) == {
        "": "Dit is het enige team. Maak eerst een ander team."
    }
    with haarlem.als(ADVISEUR):
        beheer.heropen(deelname, west, "Toch apart.")
        assert [groep.team for groep in groepen_van(SWT)] == ["", WEST]
        soorten = {regel.soort for regel in console.geschiedenis()[0]}
        assert {"team", "team_gesloten", "team_heropend"} <= soorten
    assert "al open" in fouten(haarlem, lambda: beheer.heropen(deelname, west, "Nog eens."))[""]


@pytest.mark.eis("HAA-2.1.c", "HAA-9.1")
def test_een_andere_naam_en_de_oude_is_vrij(haarlem: Wereld) -> None:
    """The same group, so with the same people, cases and postcodes; both names stand in the history."""
    oost, west = maak_team(haarlem, OOST, "2011"), maak_team(haarlem, WEST, "2015")
    deelname = gemeente(haarlem)
    assert "al een team" in fouten(haarlem, lambda: beheer.hernoem(deelname, oost, f" {WEST.upper()} "))[""]
    assert "een naam" in fouten(haarlem, lambda: beheer.hernoem(deelname, oost, "  "))[""]
    zonder = haarlem.groep("gemeente", "swt").pk
    assert "altijd" in fouten(haarlem, lambda: beheer.hernoem(deelname, zonder, "Midden"))[""]
    with haarlem.als(ADVISEUR):
        beheer.hernoem(deelname, oost, "Wijkteam  Schalkwijk")
        beheer.hernoem(deelname, oost, "Wijkteam Schalkwijk")
        beheer.hernoem(deelname, west, "wijkteam west")
        assert beheer.team(deelname, oost).postcodes == "2011"
        regels = [regel for regel in console.geschiedenis()[0] if regel.soort == "team_hernoemd"]
    assert sorted((regel.oud, regel.nieuw) for regel in regels) == [
        (OOST, "Wijkteam Schalkwijk"),
        (WEST, "wijkteam west"),
    ]
    assert Groep.objects.get(pk=oost).team == "Wijkteam Schalkwijk"
    assert maak_team(haarlem, OOST, "2012") != oost


def test_een_functie_met_teams_heeft_niet_een_groep(haarlem: Wereld) -> None:
    with haarlem.als(ADVISEUR):
        with pytest.raises(ValueError, match="verdeeld over teams"):
            groep_van(SWT)
        assert groep_van(Kant("gemeente", "sdv")).functie == "sdv"


@pytest.mark.eis("HAA-9.1")
def test_alleen_wie_het_convenant_beheert(haarlem: Wereld) -> None:
    oost = maak_team(haarlem, OOST, "2011")
    for wie in haarlem.autorisaties:
        if wie != ADVISEUR:
            with pytest.raises(Geweigerd), haarlem.als(wie):
                beheer.maak(gemeente(haarlem), "swt", WEST, "2015")
            with pytest.raises(Geweigerd), haarlem.als(wie):
                beheer.sluit(gemeente(haarlem), oost, "Weg.")
    assert list(Groep.objects.exclude(team="").values_list("team", flat=True)) == [OOST]


SCHRIJVEN = {
    "postcode": """insert into partijen_teampostcode (convenant_id, deelname_id, functie, groep_id, postcode)
        select convenant_id, deelname_id, functie, group_id, '2015' from partijen_groep where group_id = %s""",
    "weg": "delete from partijen_teampostcode where groep_id = %s",
    "sluiten": "select team_zet(%s, now())",
    "hernoemen": "select team_hernoem(%s, 'Ander')",
}


@pytest.mark.parametrize("wat", SCHRIJVEN)
def test_de_database_laat_niemand_anders_teams_indelen(haarlem: Wereld, wat: str) -> None:
    oost = maak_team(haarlem, OOST, "2011")
    for wie in (TEAMLEIDER, "gemeente/swt", "corporatie/melder"):
        with haarlem.als(wie), pytest.raises(DatabaseError, match="no right to set up"):
            schrijf(SCHRIJVEN[wat], oost)


def schrijf(opdracht: str, *waarden: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)


def test_de_database_kent_alleen_postcodes_van_een_open_team(haarlem: Wereld) -> None:
    oost, zonder_naam = maak_team(haarlem, OOST, "2011"), haarlem.groep("gemeente", "swt").pk
    sdv = haarlem.groep("gemeente", "sdv").pk
    with haarlem.als(ADVISEUR):
        for groep in (zonder_naam, sdv):
            with pytest.raises(DatabaseError, match="not an open team"):
                schrijf(SCHRIJVEN["postcode"], groep)
        beheer.sluit(gemeente(haarlem), oost, "Weg.")
        with pytest.raises(DatabaseError, match="not an open team"):
            schrijf(SCHRIJVEN["postcode"], oost)


@pytest.mark.eis("HAA-2.1.c")
def test_twee_die_tegelijk_dezelfde_postcode_nemen(vast_haarlem: Wereld) -> None:
    deelname = gemeente(vast_haarlem)

    def neem(naam: str) -> str:
        """Each a team of its own, with the same postcode."""
        try:
            beheer.maak(deelname, "swt", naam, "2011")
        except Ongeldig as fout:
            return fout.fouten[""]
        return naam

    uit = tegelijk(vast_haarlem, (ADVISEUR, lambda: neem(OOST)), (ADVISEUR, lambda: neem(WEST)))
    assert sorted(zin.startswith("Postcode 2011 hoort al bij") for zin in uit) == [False, True]
    assert Teampostcode.objects.count() == 1


def klant(wereld: Wereld, wie: str) -> Client:
    client = Client()
    client.force_login(wereld.mensen[wie].account, backend=BACKEND)
    return client


@pytest.mark.eis("HAA-2.1.c")
def test_de_schermen(haarlem: Wereld) -> None:
    """From the page of the party: make, change, close, open; what is wrong comes back with what was typed."""
    client, deelname = klant(haarlem, ADVISEUR), gemeente(haarlem)
    lijst = reverse("inrichting_teams", args=["haarlem", deelname])
    partij = client.get(reverse("inrichting_partij", args=["haarlem", deelname])).content.decode()
    assert lijst in partij
    assert "Alles wat niet bij een team hoort" in client.get(lijst).content.decode()
    fout = client.post(lijst, {"functie": "swt", "naam": OOST, "postcodes": "twintig"}).content.decode()
    assert "twintig is geen postcode" in fout
    assert f'value="{OOST}"' in fout
    gemaakt = client.post(lijst, {"functie": "swt", "naam": OOST, "postcodes": "2011, 2013"}, follow=True)
    tekst = gemaakt.content.decode()
    assert f"{OOST} staat klaar." in tekst
    assert "ontbreken: 2012" in tekst
    oost = Groep.objects.get(team=OOST).pk
    postcodes = reverse("inrichting_team", args=["haarlem", deelname, oost])
    gezien = {"postcodes": "2011-2013", "gezien": "2011, 2013"}
    assert "2011, 2013" in client.get(postcodes).content.decode()
    assert "zijn bewaard" in client.post(postcodes, gezien, follow=True).content.decode()
    naam = reverse("inrichting_team_naam", args=["haarlem", deelname, oost])
    assert naam in client.get(reverse("inrichting_teams", args=["haarlem", deelname])).content.decode()
    assert f'value="{OOST}"' in client.get(naam).content.decode()
    hernoemd = client.post(naam, {"naam": "Wijkteam Noord"}, follow=True).content.decode()
    assert f"{OOST} heet nu Wijkteam Noord." in hernoemd
    sluiten = reverse("inrichting_team_sluiten", args=["haarlem", deelname, oost])
    assert client.post(sluiten, {"reden": ""}).status_code == 200
    assert "is gesloten" in client.post(sluiten, {"reden": "Klaar."}, follow=True).content.decode()
    assert client.get(sluiten).status_code == 404
    assert client.get(postcodes).status_code == 404
    openen = reverse("inrichting_team_openen", args=["haarlem", deelname, oost])
    assert "is weer open" in client.post(openen, {"reden": "Toch."}, follow=True).content.decode()
    geschiedenis = client.get(reverse("inrichting_geschiedenis", args=["haarlem"])).content.decode()
    for wat in (
        "Team erbij",
        "Postcodes van een team",
        "Naam van een team",
        "Team gesloten",
        "Team weer open",
    ):
        assert wat in geschiedenis


def test_elders_zijn_er_geen_teams(db: None) -> None:
    """A party without such a functie has no page for it, and a group of another functie is none."""
    with stel_in(NU):
        haarlem = maak("haarlem")
        client = klant(haarlem, ADVISEUR)
        corporatie = haarlem.deelnames["corporatie"].pk
        assert client.get(reverse("inrichting_teams", args=["haarlem", corporatie])).status_code == 404
        partij = client.get(reverse("inrichting_partij", args=["haarlem", corporatie])).content.decode()
        assert "Teams bekijken" not in partij
        sdv = haarlem.groep("gemeente", "sdv").pk
        pad = reverse("inrichting_team_sluiten", args=["haarlem", gemeente(haarlem), sdv])
        assert client.get(pad).status_code == 404
        with haarlem.als(ADVISEUR), pytest.raises(NietGevonden):
            beheer.team(gemeente(haarlem), sdv)


def test_alleen_haarlem_kent_ze() -> None:
    met = {code for code in CODES for functie in register.geef(code, 1).functies if functie.per_team}
    assert met == {"haarlem"}
