"""The screens of the wijkteam: every form once through the browser's road, the two lists, the letter, and who sees none."""

import re
from collections.abc import Mapping
from uuid import uuid4

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from convenant.poort.grens import beurt
from convenant.tijd import vandaag
from huisuitzetting.achterstand import huren
from huisuitzetting.wijkteam import contact, handelingen, hulp
from tests.huisuitzetting.huur import ANDER, MELDER
from tests.huisuitzetting.verhaal import gemeld
from tests.huisuitzetting.wijkteam import SWT, beoordeeld, gesproken, in_behandeling, op_wachtlijst
from tests.schermen.klant import log_in
from tests.wereld import Wereld

SDV = "gemeente/sdv"


@pytest.fixture
def wijkteam(haarlem: Wereld) -> Client:
    return log_in(haarlem, SWT)


def adres(naam: str, *delen: object) -> str:
    return reverse(naam, args=["haarlem", *delen])


def tekst(client: Client, waar: str) -> str:
    antwoord = client.get(waar)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def doe(client: Client, zaak: int, handeling: str, keuze: Mapping[str, str]) -> str:
    """Fill in the form of this verb; the page it leads to."""
    waar = adres("zaakhandeling", zaak, handeling)
    formulier = client.get(waar).context["form"]
    antwoord = client.post(waar, {"kenmerk": formulier["kenmerk"].value(), **keuze})
    assert antwoord.status_code == 302, antwoord.content.decode()
    return tekst(client, antwoord["Location"])


@pytest.mark.eis("HAA-3.8", "HAA-2.2.1", "HAA-B2.5", "HAA-B4.4")
def test_van_melding_tot_alleen_schuld(haarlem: Wereld, wijkteam: Client) -> None:
    zaak = gemeld(haarlem)
    assert "Controle bekendheid vastleggen" in tekst(wijkteam, adres("zaak", zaak))
    doe(wijkteam, zaak, "bekendheid_controleren", {"stapp": "nee", "sdv": "ja"})
    doe(wijkteam, zaak, "in_behandeling_nemen", {})
    doe(wijkteam, zaak, "contact_huurder_vastleggen", {"wijze": "direct_aanbellen", "dag": "23-11-2026"})
    pagina = doe(wijkteam, zaak, "alleen_schuld_vaststellen", {})
    assert "SDV is ingeschakeld" in pagina
    assert "SDV inschakeling" in tekst(log_in(haarlem, SDV), adres("zaak", zaak)).replace("Sdv", "SDV")


@pytest.mark.eis("HAA-3.8")
def test_vraag_en_antwoord_van_sdv(haarlem: Wereld, wijkteam: Client) -> None:
    zaak = gemeld(haarlem)
    waar = adres("zaakhandeling", zaak, "bekendheid_vragen")
    assert "artikel 3.8" in wijkteam.post(waar, {}).content.decode()
    doe(wijkteam, zaak, "bekendheid_vragen", {"geen_sdv": "on"})
    sdv = log_in(haarlem, SDV)
    assert "Samira Visser" in tekst(sdv, adres("zaak", zaak))
    pagina = doe(sdv, zaak, "bekendheid_beantwoorden", {"bekend": "ja"})
    assert "Samira Visser" not in pagina
    formulier = wijkteam.get(adres("zaakhandeling", zaak, "bekendheid_controleren")).context["form"]
    assert formulier["sdv"].value() == "ja"


@pytest.mark.eis("HAA-3.6", "HAA-3.6.voorrang")
def test_de_wachtlijst_vraagt_een_reden_aan_wie_de_volgorde_verlaat(
    haarlem: Wereld, wijkteam: Client
) -> None:
    assert "Niemand wacht" in tekst(wijkteam, adres("wachtlijst"))
    eerst = op_wachtlijst(haarlem, contractnummer="H-1", naam="Anna Eerst")
    zaak = beoordeeld(haarlem, contractnummer="H-2", naam="Bert Later")
    doe(wijkteam, zaak, "op_wachtlijst_plaatsen", {"voorrangsgroep": "geen"})
    lijst = tekst(wijkteam, adres("wachtlijst"))
    assert lijst.index("Anna Eerst") < lijst.index("Bert Later")
    assert "Waarom wijkt u af" not in tekst(wijkteam, adres("zaakhandeling", eerst, "in_behandeling_nemen"))
    assert "Waarom wijkt u af" in tekst(wijkteam, adres("zaakhandeling", zaak, "in_behandeling_nemen"))
    geweigerd = wijkteam.post(adres("zaakhandeling", zaak, "in_behandeling_nemen"), {"reden": ""})
    assert "Er gaat iemand voor op de wachtlijst" in geweigerd.content.decode()
    doe(wijkteam, zaak, "voorrang_vastleggen", {"voorrangsgroep": "verblijfsstatus", "reden": ""})
    lijst = tekst(wijkteam, adres("wachtlijst"))
    assert lijst.index("Bert Later") < lijst.index("Anna Eerst")
    assert "Gaat voor" in lijst
    doe(wijkteam, eerst, "in_behandeling_nemen", {"reden": "De woning is morgen leeg."})
    assert "Anna Eerst" not in tekst(wijkteam, adres("wachtlijst"))


@pytest.mark.eis("HAA-B2.6", "HAA-3.7")
def test_terugkoppelen_met_wat_al_bekend_is(haarlem: Wereld, wijkteam: Client) -> None:
    zaak = gesproken(haarlem)
    formulier = wijkteam.get(adres("zaakhandeling", zaak, "terugkoppelen")).context["form"]
    assert (formulier["contact_gelegd"].value(), formulier["in_behandeling"].value()) == ("ja", "ja")
    assert not [veld for veld in formulier if veld.field.widget.__class__.__name__ == "Textarea"]
    keuze = {"contact_gelegd": "ja", "in_behandeling": "ja", "incasso": "ja", "datum": "01-12-2026"}
    doe(wijkteam, zaak, "terugkoppelen", keuze)
    pagina = tekst(log_in(haarlem, MELDER), adres("zaak", zaak))
    assert "1 december 2026" in pagina
    assert "Terugkoppeling" in pagina
    with haarlem.als(MELDER):
        huren.sluit(zaak, "betaald")
    terug = wijkteam.get(adres("zaakhandeling", zaak, "terugkoppelen"))
    assert terug.status_code == 302
    assert "afgerond" in wijkteam.post(adres("zaakhandeling", zaak, "terugkoppelen"), keuze).content.decode()


@pytest.mark.eis("HAA-2.2.1", "HAA-3.10")
def test_regie_bij_een_ander_vraagt_wie_waar_en_overleg(haarlem: Wereld, wijkteam: Client) -> None:
    zaak = gesproken(haarlem)
    waar = adres("zaakhandeling", zaak, "meer_problematiek_vaststellen")
    fout = wijkteam.post(waar, {"medewerker": "elders"}).content.decode()
    for zin in ("wie de regie voert", "bij welke organisatie", "Overleg eerst met de huurder"):
        assert zin in fout
    with haarlem.als(SWT):
        ik = beurt().wie.medewerker.pk
    doe(wijkteam, zaak, "regie_beleggen", {"medewerker": str(ik)})
    assert "Wie voert de regie" not in tekst(wijkteam, waar)
    assert "Meer problematiek" in doe(wijkteam, zaak, "meer_problematiek_vaststellen", {})


@pytest.mark.eis("HAA-B2.5.brief")
def test_de_aankondigingsbrief_als_pdf(haarlem: Wereld, wijkteam: Client) -> None:
    zaak = in_behandeling(haarlem)
    assert wijkteam.get(adres("aankondiging_pdf", zaak)).status_code == 404
    fout = wijkteam.post(adres("aankondiging", zaak), {"datum_gesprek": "01-11-2026", "afzeggen": "ja"})
    assert "al geweest" in fout.content.decode()
    goed = wijkteam.post(adres("aankondiging", zaak), {"datum_gesprek": "27-11-2026", "afzeggen": "ja"})
    assert goed["Location"] == adres("aankondiging", zaak)
    assert "Laatste brief (PDF)" in tekst(wijkteam, adres("aankondiging", zaak))
    pdf = wijkteam.get(adres("aankondiging_pdf", zaak))
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")
    waarden = {"naam": "Samira Visser", "adres": "Spaarnelaan 12", "datum_gesprek": "2026-11-27"}
    for afzeggen, zin in (("ja", "U mag het gesprek afzeggen"), ("nee", "een andere dag")):
        brief = render_to_string(
            "huisuitzetting/aankondigingsbrief.html", waarden | {"afzegmogelijkheid": afzeggen}
        )
        assert zin in brief
        assert "27 november 2026" in brief
    assert "achterstand" not in brief
    for wie in (MELDER, ANDER):
        assert log_in(haarlem, wie).get(adres("aankondiging_pdf", zaak)).status_code == 403


@pytest.mark.eis("HAA-1.2")
def test_interventies_vanuit_de_zaak(haarlem: Wereld, wijkteam: Client) -> None:
    zaak = in_behandeling(haarlem)
    waar = adres("interventies", zaak)
    assert waar in tekst(wijkteam, adres("zaak", zaak))
    assert "Nog geen interventies" in tekst(wijkteam, waar)
    keuze = {"soort": "inkomen", "resultaat": "loopt", "dag": "24-11-2026"}
    assert "nog niet geweest" in wijkteam.post(waar, keuze).content.decode()
    assert wijkteam.post(waar, keuze | {"dag": "23-11-2026"})["Location"] == waar
    assert [rij.resultaat for rij in wijkteam.get(waar).context["rijen"]] == ["Loopt nog"]
    assert log_in(haarlem, MELDER).get(waar).context["rijen"] == []
    assert log_in(haarlem, ANDER).get(waar).status_code == 404


def test_wie_wijkteam_niet_is_heeft_de_lijsten_niet(haarlem: Wereld) -> None:
    op_wachtlijst(haarlem)
    for wie in (MELDER, SDV, "gemeente/beleidsadviseur"):
        client = log_in(haarlem, wie)
        for naam in ("wachtlijst", "contacten"):
            assert client.get(adres(naam)).status_code == 403


def test_de_lijsten_doen_even_veel_vragen_aan_de_database(
    haarlem: Wereld, wijkteam: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for nummer in range(4):
        op_wachtlijst(haarlem, contractnummer=f"H-{nummer}")
    wijkteam.get(adres("wachtlijst"))
    with django_assert_max_num_queries(22):
        wijkteam.get(adres("wachtlijst"))
    with django_assert_max_num_queries(22):
        wijkteam.get(adres("contacten"))


@pytest.mark.eis("HAA-B2.6.b", "HAA-3.6", "HAA-3.8", "HAA-2.2.1.regie")
def test_in_geen_scherm_van_de_corporatie_staat_het_werk_van_het_wijkteam(haarlem: Wereld) -> None:
    """Case, list, search, dashboard, messages, log and agenda of the corporatie: the same words before and after."""
    zaak = op_wachtlijst(haarlem, "verblijfsstatus")
    melder = log_in(haarlem, MELDER)
    paginas = [
        adres("zaak", zaak),
        adres("zaken"),
        adres("dashboard"),
        adres("berichten"),
        adres("werkbegin"),
    ]
    eerder = {waar: _kern(tekst(melder, waar)) for waar in paginas}
    with haarlem.als(SWT):
        handelingen.leg_voorrang_vast(zaak, "vijfenzestig_plus", "Reden die niemand leest.", uuid4())
    with haarlem.als(SWT):
        handelingen.neem_in_behandeling(zaak, "", uuid4())
    with haarlem.als(SWT):
        contact.leg_contactpoging_vast(
            zaak,
            "telefonische_aankondiging",
            vandaag(),
            bereikt=True,
            afgezien=False,
            kenmerk=uuid4(),
        )
    with haarlem.als(SWT):
        hulp.stel_meer_vast(zaak, hulp.Regievoering(beurt().wie.medewerker.pk), uuid4())
    assert {waar: _kern(tekst(melder, waar)) for waar in paginas} == eerder
    toezicht = log_in(haarlem, "corporatie/functionaris_gegevensbescherming")
    for client, waar in (*((melder, waar) for waar in paginas), (toezicht, adres("logboek"))):
        # Not the choices of the filter, which name every verb there is.
        pagina = re.sub(r"<select.*?</select>", "", tekst(client, waar)).lower()
        for woord in (
            "wachtlijst",
            "voorrang",
            "verblijfsstatus",
            "bekendheid",
            "contactpoging",
            "regievoerder",
        ):
            assert woord not in pagina, f"{woord} in {waar}"


def _kern(pagina: str) -> str:
    """Without what is new on every page by itself: tokens and ids of forms."""
    return re.sub(r'(csrfmiddlewaretoken" value|nonce|name="kenmerk" value)="[^"]*"', "", pagina)
