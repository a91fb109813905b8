"""The people of a party: who comes, what they declared, who goes, and what stays of their work."""

import re
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail

from brpinzage import afwijkingen
from brpinzage.afwijkingen import Bevinding
from convenant.berichten.models import Bericht
from convenant.console import autorisaties, mensen
from convenant.console.daden import VERLENEN
from convenant.console.mensen import VERTROKKEN, Zoek
from convenant.console.onderhoud import onderhoud
from convenant.partijen import inrichting, rechten
from convenant.partijen.models import Account, Autorisatie, Groep, Medewerker, Verklaring
from convenant.poort import dossier, toewijzen
from convenant.poort.feiten import Aanvraag, verklaring_van_derde
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.wie import Wie, werkplekken
from convenant.tijd import stel_in
from convenant.zaken.models import Toegang
from tests.console.conftest import VANDAAG
from tests.console.spel import doe, functies, meld_aan, neem_aan, uitslag
from tests.wereld import LINDELAAN_12, NU, Wereld

MORGEN = VANDAAG + timedelta(days=1)


def namen(wereld: Wereld, wie: str, **zoek: object) -> list[str]:
    with wereld.als(wie):
        return [mens.naam for mens in mensen.lijst(Zoek(**zoek), 1).object_list]


@pytest.mark.eis("HEE-PAR.2", "HEE-5.5")
def test_ieder_ziet_de_eigen_mensen(wereld: Wereld):
    assert namen(wereld, "ina") == ["Anna", "Bert", "Dirk", "Ina"]
    assert namen(wereld, "jan") == ["Carla", "Jan"]
    assert namen(wereld, "hugo") == ["Eva", "Frits", "Gerda", "Hugo", "Ivo"]


@pytest.mark.parametrize("wie", ["ina", "hugo"])
def test_een_ander_is_er_niet(wereld: Wereld, wie: str):
    with wereld.als(wie), pytest.raises(NietGevonden):
        mensen.een(wereld.mensen["carla"].pk)


def test_zoeken_op_naam_en_mail(wereld: Wereld):
    assert namen(wereld, "ina", tekst="ann") == ["Anna"]
    assert namen(wereld, "ina", tekst="BERT@voorbeeld") == ["Bert"]
    assert namen(wereld, "ina", tekst="carla") == []


def test_nieuw_account_krijgt_een_uitnodiging(wereld: Wereld, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        nieuw = neem_aan(wereld, "ina", "linde", "lies")
    assert not nieuw.account.has_usable_password()
    assert [post.to for post in mail.outbox] == [["lies@voorbeeld.nl"]]
    assert re.search(r"/account/password/reset/key/\S+", mail.outbox[0].body)


def test_een_bestaand_account_wordt_medewerker_en_niemand_hoort_dat_het_bestond(wereld: Wereld, klant):
    """Carla also works for De Linde: the same answer as for somebody nobody knew."""
    velden = {
        "deelname": wereld.deelnames["linde"].pk,
        "naam": "Iemand",
        "van": "23-11-2026",
        "organisatie": "",
    }
    antwoorden = [
        klant("ina").post("/heemstede/mensen/nieuw/", velden | {"email": adres})
        for adres in ("carla@voorbeeld.nl", "onbekend@voorbeeld.nl")
    ]
    assert [re.sub(r"\d+", "N", antwoord.url) for antwoord in antwoorden] == ["/heemstede/mensen/N/"] * 2
    assert antwoorden[0].content == antwoorden[1].content
    assert Account.objects.filter(email="carla@voorbeeld.nl").count() == 1
    assert Account.objects.get(email="carla@voorbeeld.nl").medewerkers.count() == 2


def test_wat_iemand_elders_deed_staat_er_niet(wereld: Wereld):
    Account.objects.filter(email="carla@voorbeeld.nl").update(last_login=NU - timedelta(days=3))
    with wereld.als("ina"):
        nieuw = mensen.neem_aan(wereld.deelnames["linde"].pk, "Carla", "Carla@Voorbeeld.nl", VANDAAG)
        mens, functies_, verklaringen, _ = mensen.een(nieuw)
    assert (mens.ingelogd_op, mens.functies, list(functies_), list(verklaringen)) == (None, (), [], [])


def test_twee_keer_dezelfde_kan_niet(wereld: Wereld):
    with wereld.als("ina"), pytest.raises(Ongeldig, match="email"):
        mensen.neem_aan(wereld.deelnames["linde"].pk, "Dirk", "DIRK@voorbeeld.nl", VANDAAG)


@pytest.mark.eis("HAA-2.F1")
def test_wie_elders_in_dienst_is_staat_er_zo(wereld: Wereld):
    """Whoever works here for another employer needs more than the own staff; nobody becomes own staff by being typed in."""
    with wereld.als("ina"):
        pk = mensen.neem_aan(
            wereld.deelnames["linde"].pk, "Lies", "lies@voorbeeld.nl", VANDAAG, " Thuiszorg Voorbeeld "
        )
        assert mensen.een(pk)[0].organisatie == "Thuiszorg Voorbeeld"
    derde = verklaring_van_derde("instemming_partijen")
    wie = Wie(wereld.convenant, wereld.deelnames["linde"], Medewerker.objects.get(pk=pk))
    assert not derde(Aanvraag(wie))
    assert derde(Aanvraag(replace(wie, medewerker=wereld.mensen["dirk"])))


def test_niet_bij_een_andere_partij(wereld: Wereld):
    with wereld.als("ina"), pytest.raises(NietGevonden):
        mensen.neem_aan(wereld.deelnames["waterkant"].pk, "Lies", "lies@voorbeeld.nl", VANDAAG)


@pytest.mark.eis("HEE-3.5")
def test_verklaring_vastgelegd_met_wijze_en_versie(wereld: Wereld):
    with wereld.als("ina"):
        pk = mensen.neem_aan(wereld.deelnames["linde"].pk, "Lies", "lies@voorbeeld.nl", VANDAAG)
        assert mensen.een(pk)[0].ontbreekt == ("geheimhouding",)
        for _ in range(2):  # the same form again
            mensen.leg_vast(pk, "geheimhouding", "ambtseed", "2026-1", VANDAAG)
        mens, _, verklaringen, gevraagd = mensen.een(pk)
    assert mens.ontbreekt == ()
    (vastgelegd,) = verklaringen
    assert (vastgelegd.wijze, vastgelegd.versie, vastgelegd.vastgelegd_door) == ("ambtseed", "2026-1", "Ina")
    assert [(rij.soort, rij.feit.eis) for rij in gevraagd] == [("geheimhouding", "HEE-3.5")]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"van": MORGEN}, "van"), ({"tot": VANDAAG}, "tot_en_met"), ({"soort": "iets_anders"}, "soort")],
)
def test_een_verklaring_die_niet_kan(wereld: Wereld, anders: dict, veld: str):
    velden = {"soort": "geheimhouding", "wijze": "contract", "versie": "1", "van": VANDAAG} | anders
    with wereld.als("ina"), pytest.raises(Ongeldig) as fout:
        mensen.leg_vast(wereld.mensen["dirk"].pk, **velden)
    assert set(fout.value.fouten) == {veld}


@pytest.mark.eis("HEE-3.5")
def test_zonder_verklaring_werkt_een_functie_niet_meer(wereld: Wereld, klant):
    anna = wereld.mensen["anna"]
    assert klant("anna").get("/heemstede/zaken/").status_code == 200
    with wereld.als("ina"):
        mensen.beeindig_verklaring(anna.pk, Verklaring.objects.get(medewerker=anna).pk)
    antwoord = klant("anna").get("/heemstede/zaken/")
    assert antwoord.status_code == 403
    assert "artikel 3.5" in antwoord.content.decode()


@pytest.mark.eis("HEE-5.5", "HEE-5.6")
def test_wie_weggaat_houdt_niets_over(wereld: Wereld):
    open_aanmelding = meld_aan(wereld, "ina", "anna", "linde", "beheerder")
    with wereld.als("ina"):
        mensen.meld_af(wereld.mensen["anna"].pk, "Andere baan.", VANDAAG)
    assert functies(wereld, "anna") == set()
    assert "beslist" in uitslag(wereld, "gerda", VERLENEN, open_aanmelding)
    assert namen(wereld, "ina") == ["Bert", "Dirk", "Ina"]
    assert namen(wereld, "ina", stand=VERTROKKEN) == ["Anna"]
    with wereld.als("ina"):
        _, gebeurd = autorisaties.een(wereld.autorisaties["anna"].pk)
    assert (gebeurd[0].soort, gebeurd[0].reden) == ("ingetrokken", "Andere baan.")
    with wereld.als("ina"), pytest.raises(Ongeldig):
        mensen.meld_af(wereld.mensen["anna"].pk, "Nog eens.", VANDAAG)


def test_wie_later_weggaat_werkt_tot_die_dag(wereld: Wereld):
    with wereld.als("ina"):
        mensen.meld_af(wereld.mensen["anna"].pk, "Andere baan.", MORGEN)
    assert functies(wereld, "anna") == {"contactpersoon"}
    with stel_in(NU + timedelta(days=1)):
        assert functies(wereld, "anna") == set()


def test_niet_met_terugwerkende_kracht(wereld: Wereld):
    with wereld.als("ina"), pytest.raises(Ongeldig) as fout:
        mensen.meld_af(wereld.mensen["anna"].pk, "Weg.", VANDAAG - timedelta(days=1))
    assert set(fout.value.fouten) == {"per"}


def test_open_werk_is_weer_van_de_groep(wereld: Wereld, als_eigenaar):
    ontvangst = wereld.raadpleeg("anna", LINDELAAN_12)
    with wereld.als("anna"):
        zaak = afwijkingen.wijkt_af(ontvangst, Bevinding(["mist", "mist"], "anders", "Onbekend."))
        toewijzen.wijs_toe(zaak, wereld.mensen["anna"].pk, None)
    with wereld.als("ina"):
        mensen.meld_af(wereld.mensen["anna"].pk, "Andere baan.", VANDAAG)
    with wereld.als("bert"):
        gelezen = dossier.lees_zaak(zaak)
        assert gelezen.behandelaar is None
        # What anna kept and did not send is there for bert too.
        afwijkingen.meld(zaak, "anders", "Onbekend.", uuid4())
    with als_eigenaar():
        assert not Toegang.objects.filter(behandelaar=wereld.mensen["anna"].pk).exists()


def test_de_laatste_meldt_zichzelf_niet_af(wereld: Wereld):
    with wereld.als("ina"), pytest.raises(Ongeldig) as fout:
        mensen.meld_af(wereld.mensen["ina"].pk, "Ik stop.", VANDAAG)
    assert "eerste_beheerder" in fout.value.fouten[""]
    assert functies(wereld, "ina") == {"beheerder"}


def test_wie_al_een_account_heeft_hoort_waar_hij_in_de_lijst_staat(wereld: Wereld, als_eigenaar):
    """So that nobody is taken on unnoticed; who is new gets the invitation instead."""
    with wereld.als("ina"):
        mensen.neem_aan(wereld.deelnames["linde"].pk, "C.", "carla@voorbeeld.nl", VANDAAG)
        mensen.neem_aan(wereld.deelnames["linde"].pk, "Nieuw", "nieuw@voorbeeld.nl", VANDAAG)
    with als_eigenaar():
        post = Bericht.objects.filter(onderwerp=mensen.TOEGEVOEGD[0])
        assert [bericht.account.email for bericht in post.select_related("account")] == ["carla@voorbeeld.nl"]


@pytest.mark.eis("HEE-PAR.2")
def test_iemand_gaat_naar_een_andere_partij(wereld: Wereld):
    """Anna leaves De Linde for Waterkant: nothing goes along, and there she is new."""
    with wereld.als("ina"):
        mensen.meld_af(wereld.mensen["anna"].pk, "Naar Waterkant.", VANDAAG)
    with wereld.als("jan"):
        nieuw = mensen.neem_aan(wereld.deelnames["waterkant"].pk, "Anna", "anna@voorbeeld.nl", VANDAAG)
        assert mensen.een(nieuw)[0].ontbreekt == ("geheimhouding",)
        mensen.leg_vast(nieuw, "geheimhouding", "contract", "", VANDAAG)
    assert functies(wereld, "anna") == set()
    wereld.mensen["anna"] = Medewerker.objects.get(pk=nieuw)
    aanmelding = meld_aan(wereld, "jan", "anna", "waterkant", "contactpersoon")
    doe(wereld, "gerda", VERLENEN, aanmelding)
    with wereld.als("anna") as beurt:
        assert beurt.wie.deelname == wereld.deelnames["waterkant"]


def test_wie_in_twee_convenanten_werkt_verliest_door_weggaan_beide(wereld: Wereld):
    """The rows of the other convenant are closed by the clock; nothing can be done with them before that."""
    ander = inrichting.maak_convenant(
        code="elders",
        naam="Elders",
        gemeente="Elders",
        beleid_code="heemstede",
        beleid_versie=1,
        ingang=VANDAAG,
        instellingen={},
    )
    deelname = inrichting.sluit_aan(
        ander, wereld.deelnames["linde"].partij, "corporatie", getekend_op=VANDAAG
    )
    groep = Groep.objects.get(deelname=deelname, functie="contactpersoon")
    anna = wereld.mensen["anna"]
    elders = rechten.meld_aan(anna, groep, door=wereld.mensen["ina"])
    rechten.verleen(elders, door=wereld.mensen["gerda"], van=VANDAAG)
    assert [wie.functie for wie in werkplekken(anna.account, ander)] == ["contactpersoon"]
    with wereld.als("ina"):
        mensen.meld_af(anna.pk, "Weg.", VANDAAG)
    assert werkplekken(anna.account, ander) == []
    onderhoud()
    assert Autorisatie.objects.get(pk=elders.pk).tot == VANDAAG


def test_mail_aan_wie_beslist(wereld: Wereld, als_eigenaar):
    meld_aan(wereld, "ina", "dirk", "linde", "beheerder")
    with als_eigenaar():
        (bericht,) = Bericht.objects.select_related("account")
        assert (bericht.account.email, bericht.pad) == ("gerda@voorbeeld.nl", "/heemstede/autorisaties/")
        assert "Dirk" not in bericht.onderwerp + bericht.tekst


@pytest.mark.parametrize("wie", ["anna", "eva", "frits", "gerda", "dirk"])
def test_wie_niemand_aanmeldt_ziet_niemand(wereld: Wereld, wie: str):
    with wereld.als(wie), pytest.raises(NietGevonden):
        mensen.een(wereld.mensen["dirk"].pk)
