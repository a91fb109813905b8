"""The contact list: handed in, worked in, sent to everybody; old versions stay, and it says who is missing."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from convenant.berichten.models import Bericht
from convenant.console import inrichting
from convenant.partijen import teams
from convenant.partijen.models import InstellingWaarde
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.zaken import zaak_van
from convenant.tijd import stel_in
from convenant.zaken.models import Zaak
from huisuitzetting.werkafspraken import contactlijst
from huisuitzetting.werkafspraken.contact import Contact, bijgewerkt
from tests.huisuitzetting.teams import verdeel
from tests.schermen.klant import log_in
from tests.tables import als_eigenaar
from tests.wereld import NU, Wereld

ADVISEUR, MANAGER, TEAMLEIDER = "gemeente/beleidsadviseur", "corporatie/manager", "gemeente/teamleider"
IEDEREEN = (
    "corporatie/melder",
    "corporatie/melder@ander",
    "corporatie/manager",
    "corporatie/manager@ander",
    "corporatie/privacycoordinator",
    "corporatie/privacycoordinator@ander",
    "gemeente/swt",
    "gemeente/sdv",
    "gemeente/troubleshooter",
    "gemeente/teamleider",
    "gemeente/beleidsadviseur",
    "gemeente/privacycoordinator",
)
MELDER, ANDERE_MELDER = "Melder, corporatie haarlem", "Melder, corporatie@ander haarlem"
WIJKTEAM = "Sociaal Wijkteam, gemeente haarlem"
IRIS = Contact("Iris Blom", MELDER, "023 1234567", "iris@corporatie.voorbeeld.nl", date(2026, 11, 23))
FORMULIER = {
    "naam": "Iris Blom",
    "functie": MELDER,
    "telefoonnummer": "023 1234567",
    "mailadres": "iris@corporatie.voorbeeld.nl",
    "vanaf": "23-11-2026",
    "tot": "",
}


def lever_aan(wereld: Wereld, contact: Contact = IRIS, wie: str = MANAGER) -> int:
    with wereld.als(wie):
        return contactlijst.lever_aan(contact, uuid4())


def verwerk(wereld: Wereld, zaak: int, contact: Contact = IRIS, vervangt: Contact | None = None) -> None:
    with wereld.als(ADVISEUR):
        contactlijst.verwerk(zaak, contact, vervangt, uuid4())


def namen(wereld: Wereld, wie: str) -> list[str]:
    with wereld.als(wie):
        versie = contactlijst.lees()
        return [contact.naam for contact in versie.contacten] if versie else []


def adres(naam: str, *delen: object) -> str:
    return reverse(naam, args=["haarlem", *delen])


def tekst(client: Client, waar: str) -> str:
    antwoord = client.get(waar)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


@pytest.mark.eis("HAA-4.1", "HAA-4.2", "HAA-4.2.wijziging", "HAA-4.3", "HAA-4.3.lijst")
def test_een_wijziging_gaat_via_de_beleidsadviseur_naar_iedereen(haarlem: Wereld) -> None:
    zaak = lever_aan(haarlem)
    for wie in IEDEREEN:
        assert namen(haarlem, wie) == []
    with haarlem.als(ADVISEUR):
        assert zaak_van(zaak).stap == "contactwijziging_aangeleverd"
    for wie in ("corporatie/manager@ander", TEAMLEIDER, "corporatie/melder", "gemeente/swt"):
        with haarlem.als(wie), pytest.raises(NietGevonden):
            zaak_van(zaak)
    verwerk(haarlem, zaak)
    for wie in IEDEREEN:
        assert namen(haarlem, wie) == ["Iris Blom"]
    with haarlem.als(MANAGER):
        assert zaak_van(zaak).stap == "contactwijziging_verwerkt"


@pytest.mark.eis("HAA-4.1", "HAA-4.3")
def test_iedereen_krijgt_bericht_en_daar_staat_niemand_in(haarlem: Wereld) -> None:
    verwerk(haarlem, lever_aan(haarlem))
    with als_eigenaar():
        berichten = list(Bericht.objects.filter(convenant=haarlem.convenant))
        van_lijst = {b.account_id for b in berichten if b.pad == "/haarlem/contactlijst/"}
    assert van_lijst == {haarlem.mensen[wie].account_id for wie in IEDEREEN if wie != ADVISEUR}
    for bericht in berichten:
        assert "Iris" not in f"{bericht.onderwerp}{bericht.tekst}{bericht.pad}"


@pytest.mark.eis("HAA-4.2", "HAA-4.3")
@pytest.mark.parametrize(
    "wie", [w for w in IEDEREEN if w not in (MANAGER, "corporatie/manager@ander", TEAMLEIDER)]
)
def test_alleen_wie_leidt_geeft_een_wijziging_door(haarlem: Wereld, wie: str) -> None:
    with haarlem.als(wie), pytest.raises((Geweigerd, Ongeldig)):
        contactlijst.lever_aan(IRIS, uuid4())
    zaak = lever_aan(haarlem)
    if wie != ADVISEUR:
        with haarlem.als(wie), pytest.raises((Geweigerd, NietGevonden)):
            contactlijst.verwerk(zaak, IRIS, None, uuid4())
        with haarlem.als(wie), pytest.raises(Geweigerd):
            contactlijst.verspreid(IRIS, None, uuid4())


@pytest.mark.eis("HAA-4.2")
def test_een_partij_geeft_alleen_eigen_contactpersonen_door(haarlem: Wereld) -> None:
    for functie in (WIJKTEAM, ANDERE_MELDER, "Verzonnen"):
        with haarlem.als(MANAGER), pytest.raises(Ongeldig):
            contactlijst.lever_aan(Contact("X", functie, "023 1234567", "x@x.nl", date(2026, 1, 1)), uuid4())
    lever_aan(haarlem, Contact("Wim", WIJKTEAM, "023 1234567", "w@x.nl", date(2026, 1, 1)), TEAMLEIDER)


def test_hetzelfde_formulier_is_een_wijziging_en_een_lijst(haarlem: Wereld) -> None:
    kenmerk = uuid4()
    with haarlem.als(MANAGER):
        zaak = contactlijst.lever_aan(IRIS, kenmerk)
        assert contactlijst.lever_aan(IRIS, kenmerk) == zaak
    kenmerk = uuid4()
    for _ in range(2):
        with haarlem.als(ADVISEUR):
            contactlijst.verwerk(zaak, IRIS, None, kenmerk)
            assert len(contactlijst.versies()) == 1
    with haarlem.als(ADVISEUR), pytest.raises(Geweigerd):
        contactlijst.verwerk(zaak, IRIS, None, uuid4())


@pytest.mark.eis("HAA-4.3", "HAA-4.3.lijst")
def test_een_nieuwe_lijst_bewaart_de_oude(haarlem: Wereld) -> None:
    verwerk(haarlem, lever_aan(haarlem))
    joost = Contact("Joost Mol", MELDER, "023 7654321", "joost@x.nl", date(2026, 12, 1))
    with stel_in(NU + timedelta(days=1)):
        verwerk(haarlem, lever_aan(haarlem, joost), joost, vervangt=IRIS)
        with haarlem.als("gemeente/swt"):
            nu, oud = (contactlijst.lees(kopie.id) for kopie in contactlijst.versies())
    assert nu
    assert oud
    assert (nu.huidig, oud.huidig) == (True, False)
    assert [(c.naam, c.tot) for c in nu.contacten] == [("Iris Blom", date(2026, 11, 30)), ("Joost Mol", None)]
    assert list(oud.contacten) == [IRIS]


def test_wie_vertrok_gaat_uit_de_volgende_lijst_en_wie_al_erin_stond_staat_er_een_keer() -> None:
    dag = date(2026, 12, 1)
    weg = Contact("Weg", MELDER, "1", "w@x.nl", date(2026, 1, 1), date(2026, 11, 30))
    anders = Contact("iris blom", MELDER, "2", "i@x.nl", dag)
    assert bijgewerkt([weg, IRIS], anders, None, dag) == [anders]
    morgen = Contact("Nieuw", MELDER, "3", "n@x.nl", dag)
    assert bijgewerkt([IRIS], morgen, IRIS, dag) == [morgen]


@pytest.mark.eis("HAA-B3")
def test_de_lijst_zegt_wie_er_nog_mist(haarlem: Wereld) -> None:
    with haarlem.als(ADVISEUR):
        mist = contactlijst.te_noemen([])
    assert set(mist) == {
        MELDER,
        ANDERE_MELDER,
        WIJKTEAM,
        "Schulddienstverlening (SDV), gemeente haarlem",
        "Troubleshooter, gemeente haarlem",
    }
    later = Contact("Later", WIJKTEAM, "1", "l@x.nl", date(2026, 11, 24))
    with haarlem.als(ADVISEUR):
        assert set(mist) - set(contactlijst.te_noemen([IRIS, later])) == {MELDER}
    with stel_in(NU + timedelta(days=1)), haarlem.als(ADVISEUR):
        assert set(mist) - set(contactlijst.te_noemen([IRIS, later])) == {MELDER, WIJKTEAM}


@pytest.mark.eis("HAA-B3")
def test_zonder_iemand_bij_elke_post_gaat_het_convenant_niet_open(haarlem: Wereld) -> None:
    """The setting keeps the convenant closed while it is empty, and takes no list that lacks somebody."""
    InstellingWaarde.objects.filter(convenant=haarlem.convenant, naam="contactlijst").delete()
    with haarlem.als(ADVISEUR), pytest.raises(Geweigerd) as dicht:
        contactlijst.verspreid(IRIS, None, uuid4())
    assert "HAA-B3" in {reden.eis for reden in dicht.value.redenen}
    with haarlem.als(ADVISEUR):
        nodig = [f"{functie}: R. de Vries, 023 1234567" for functie in contactlijst.te_noemen([])]
    for lijst in (["ingevuld"], nodig[1:], [*nodig[1:], f"{MELDER}:  "]):
        with haarlem.als(ADVISEUR), pytest.raises(Ongeldig) as fout:
            inrichting.stel_in("contactlijst", lijst, gezien=None)
        assert MELDER in fout.value.fouten[""]
    with haarlem.als(ADVISEUR):
        inrichting.stel_in("contactlijst", nodig, gezien=None)
    with haarlem.als(ADVISEUR):
        contactlijst.verspreid(IRIS, None, uuid4())


# --- screens


def stuur(client: Client, waar: str, velden: Mapping[str, str]) -> str:
    antwoord = client.post(waar, {"kenmerk": str(uuid4()), **velden}, follow=True)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


@pytest.mark.eis("HAA-4.2", "HAA-4.3")
def test_doorgeven_en_verwerken_op_het_scherm(
    haarlem: Wereld, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    manager, adviseur = log_in(haarlem, MANAGER), log_in(haarlem, ADVISEUR)
    assert "Er is nog geen contactlijst" in tekst(manager, adres("contactlijst"))
    nieuw = adres("zaak_nieuw", contactlijst.AANLEVEREN)
    assert "WIJKTEAM" not in tekst(manager, nieuw)
    fout = stuur(manager, nieuw, FORMULIER | {"telefoonnummer": "bel maar", "tot": "22-11-2026"})
    assert "alleen cijfers" in fout
    assert 'value="Iris Blom"' in fout
    assert "Deze dag ligt voor de eerste dag" in stuur(manager, nieuw, FORMULIER | {"tot": "22-11-2026"})
    assert "De wijziging is verstuurd" in stuur(manager, nieuw, FORMULIER)
    with haarlem.als(ADVISEUR):
        zaak = Zaak.objects.get().pk
    assert "In de contactlijst zetten" in tekst(adviseur, adres("zaak", zaak))
    assert "verspreid" in stuur(
        adviseur, adres("zaakhandeling", zaak, contactlijst.VERWERKEN), {"vervangt": ""}
    )
    with django_assert_max_num_queries(40):
        pagina = tekst(manager, adres("contactlijst"))
    assert "iris@corporatie.voorbeeld.nl" in pagina
    assert adres("contact_wijzigen", 0) in pagina
    assert adres("contact_wijzigen", 0) not in tekst(log_in(haarlem, TEAMLEIDER), adres("contactlijst"))
    assert 'value="Iris Blom"' in tekst(manager, adres("contact_wijzigen", 0))
    assert log_in(haarlem, TEAMLEIDER).get(adres("contact_wijzigen", 0)).status_code == 404


@pytest.mark.eis("HAA-4.3")
def test_de_beleidsadviseur_zet_zelf_iemand_in_de_lijst(haarlem: Wereld) -> None:
    adviseur = log_in(haarlem, ADVISEUR)
    pagina = stuur(
        adviseur, adres("contactlijst_verspreiden"), FORMULIER | {"functie": WIJKTEAM, "vervangt": ""}
    )
    assert "De nieuwe contactlijst is verspreid" in pagina
    assert "Iris Blom" in pagina
    wissel = FORMULIER | {"functie": WIJKTEAM, "naam": "Joost", "vervangt": f"Iris Blom ({WIJKTEAM})"}
    pagina = stuur(adviseur, adres("contactlijst_verspreiden"), wissel)
    assert "Joost" in pagina
    assert "Iris Blom" not in pagina.partition("Alle versies")[0]
    oud = list(adviseur.get(adres("contactlijst")).context["versies"])[1]
    oude_pagina = tekst(adviseur, adres("contactlijst_versie", oud.id))
    assert "Dit is een oude lijst" in oude_pagina
    assert "Iris Blom" in oude_pagina
    assert log_in(haarlem, "gemeente/swt").get(adres("contactlijst_versie", oud.id)).status_code == 404
    assert log_in(haarlem, MANAGER).get(adres("contactlijst_verspreiden")).status_code == 403


@pytest.mark.eis("HAA-B3", "HAA-2.F1")
def test_elk_wijkteam_staat_met_zijn_eigen_naam_in_de_lijst(haarlem: Wereld) -> None:
    verdeel(haarlem)
    zuid = teams.maak(haarlem.deelnames["gemeente"], "swt", "Wijkteam Zuid", ("2023",), door=None)
    with haarlem.als(ADVISEUR):
        genoemd = [post.functie for post in contactlijst.posten() if post.nodig]
    assert {"Wijkteam Oost, gemeente haarlem", "Wijkteam West, gemeente haarlem"} <= set(genoemd)
    assert len(set(genoemd)) == len(genoemd)
    teams.sluit(zuid, "Samengevoegd met Oost.", door=None)
    with haarlem.als(ADVISEUR):
        assert {post.functie for post in contactlijst.posten() if post.nodig} == {*genoemd} - {
            "Wijkteam Zuid, gemeente haarlem"
        }
