"""The track of a case on paper for the tenant: a sentence for every verb on its road, and no more than the reader sees."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pikepdf
import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from convenant.beleid.taal import BEGIN
from convenant.poort.dossier import lees_zaak
from convenant.poort.models import Logregel
from convenant.poort.poort import verstrek
from convenant.poort.zaken import geef_toegang, zaak_van
from convenant.tijd import stel_in
from huisuitzetting.beleid import HAARLEM
from huisuitzetting.overzicht.verhaal import vertel
from huisuitzetting.overzicht.zinnen import GEBEURD, NU, UITERLIJK, VASTGELEGD
from huisuitzetting.werkafspraken import contactlijst
from huisuitzetting.werkafspraken.contact import Contact
from tests.huisuitzetting.huur import ANDER, MELDER
from tests.huisuitzetting.verhaal import gemeld
from tests.schermen.klant import log_in
from tests.tables import als_eigenaar
from tests.wereld import NU as NOVEMBER
from tests.wereld import Wereld

SWT = "gemeente/swt"
# Words of the trade: they stand on screens, never in what a tenant reads.
VAKTAAL = (
    "incasso",
    "minnelijk",
    "prognose",
    "regievoerder",
    "problematiek",
    "verstrek",
    "betrokkene",
    "interventie",
)


def op_de_weg() -> tuple[set[str], set[str]]:
    """The steps of a case about a tenant, and every verb that can leave a line on its track."""
    stappen: set[str] = set()
    te_gaan = ["achterstand", "gemeld"]
    while te_gaan:
        stap = te_gaan.pop()
        if stap not in stappen:
            stappen.add(stap)
            te_gaan += [rij.naar for rij in HAARLEM.overgangen if rij.van == stap]
    verder = {rij.handeling for rij in HAARLEM.overgangen if {rij.van, rij.naar} & stappen}
    sets = {
        rij.handeling
        for rij in HAARLEM.gegevenssets
        if stappen.intersection(rij.verzenden_in) and not any(kant.soort == "systeem" for kant in rij.van)
    }
    return stappen, verder | sets | {"interventie_vastleggen", "betalingsregeling_vastleggen"}


@pytest.mark.vergelijking
def test_elke_handeling_en_elke_stap_op_de_weg_heeft_een_zin() -> None:
    stappen, handelingen = op_de_weg()
    assert BEGIN not in stappen
    assert set(GEBEURD) == handelingen
    assert set(NU) == stappen | {"bij_corporatie", "bij_gemeente", "bij_meer_partijen", "afgerond"}
    assert set(UITERLIJK) <= {rij.actie for rij in HAARLEM.termijnen}
    velden = {rij.naam: set(rij.velden) for rij in HAARLEM.gegevenssets}
    assert all(set(namen) <= velden[naam] for naam, (_, namen) in VASTGELEGD.items())


@pytest.mark.parametrize("zin", [*GEBEURD.values(), *NU.values(), *UITERLIJK.values()])
def test_een_zin_is_kort_en_zonder_vaktaal(zin: str) -> None:
    assert not [woord for woord in VAKTAAL if woord in zin.lower()]
    assert all(len(deel.split()) <= 21 for deel in zin.replace(":", ".").split("."))


def papier(wereld: Wereld, wie: str, zaak: int) -> str:
    """What stands on it for this reader, before it becomes a PDF."""
    with wereld.als(wie):
        return render_to_string(
            "huisuitzetting/overzicht_huurder.html", {"verhaal": vertel(zaak), "partij": "X"}
        )


@pytest.mark.eis("HAA-2.2.1", "HAA-PR5.3")
def test_elk_vertelt_wat_het_zelf_ziet(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    with haarlem.als(SWT):
        gegevens = {"bekend_in_stapp": "nee", "bekend_bij_sdv": "nee"}
        verstrek("bekendheid_controle", gegevens, [haarlem.groep("gemeente", "swt")], zaak=zaak_van(zaak))
    van_melder, van_wijkteam = (papier(haarlem, wie, zaak) for wie in (MELDER, SWT))
    gekeken = "Op 23 november 2026 heeft het Sociaal Wijkteam gekeken of de gemeente u al hielp."
    assert gekeken in van_wijkteam
    assert "Uiterlijk op 30 november 2026 neemt het Sociaal Wijkteam contact met u op." in van_wijkteam
    assert NU["beoordeeld"] in van_wijkteam
    # The corporatie knows what it did itself and that the gemeente is to act; not what the wijkteam did.
    assert "heeft corporatie haarlem u een brief gestuurd" in van_melder
    assert NU["bij_gemeente"] in van_melder
    assert gekeken not in van_melder
    with haarlem.als(MELDER):
        assert van_melder.count("<li>Op ") == len(lees_zaak(zaak).spoor)


@pytest.mark.eis("HAA-3.5")
def test_wat_te_laat_is_staat_er_eerlijk(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    assert "niet op tijd gebeurd" not in papier(haarlem, SWT, zaak)
    with stel_in(NOVEMBER + timedelta(days=9)):
        assert "neemt het Sociaal Wijkteam contact met u op. Dat is niet op tijd gebeurd." in papier(
            haarlem, SWT, zaak
        )


@pytest.mark.eis("HAA-B3")
def test_wie_de_huurder_kan_bellen(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    with haarlem.als("gemeente/beleidsadviseur"):
        for naam, functie in (
            ("Iris Blom", "Melder, corporatie haarlem"),
            ("Ander Mens", "Melder, corporatie@ander haarlem"),
            ("Wim Wijk", "Sociaal Wijkteam, gemeente haarlem"),
        ):
            mens = Contact(naam, functie, "023 1234567", "x@voorbeeld.nl", NOVEMBER.date())
            contactlijst.verspreid(mens, None, uuid4())
    for wie in (MELDER, SWT):
        tekst = papier(haarlem, wie, zaak)
        assert "Iris Blom" in tekst
        assert "Wim Wijk" in tekst
        assert "Ander Mens" not in tekst


def test_hoeveel_vragen_het_kost(haarlem: Wereld, django_assert_max_num_queries: Any) -> None:
    zaak = gemeld(haarlem)
    with haarlem.als(SWT), django_assert_max_num_queries(40):
        vertel(zaak)


def test_de_pdf_komt_van_de_zaak_en_staat_in_het_logboek(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    adres = reverse("zaak_overzicht", args=["haarlem", zaak])
    client = log_in(haarlem, SWT)
    assert f'href="{adres}"' in client.get(reverse("zaak", args=["haarlem", zaak])).content.decode()
    with als_eigenaar():
        eerder = Logregel.objects.filter(handeling="zaak_inzien").count()
    antwoord = client.get(adres)
    with pikepdf.open(BytesIO(antwoord.content)) as pdf:
        assert (str(pdf.Root.Lang), pdf.docinfo["/Title"]) == ("nl", "Overzicht van uw zaak")
    with als_eigenaar():
        assert Logregel.objects.filter(handeling="zaak_inzien").count() == eerder + 1


@pytest.mark.parametrize("wie", [ANDER, "gemeente/sdv", "gemeente/troubleshooter", "gemeente/teamleider"])
def test_voor_een_ander_is_er_geen_overzicht(haarlem: Wereld, wie: str) -> None:
    zaak = gemeld(haarlem)
    client = log_in(haarlem, wie)
    antwoorden = [
        client.get(reverse("zaak_overzicht", args=["haarlem", nummer])) for nummer in (zaak, 987654)
    ]
    assert {antwoord.status_code for antwoord in antwoorden} == {404}
    assert antwoorden[0].content == antwoorden[1].content


def test_wie_de_zaak_heeft_maar_niet_met_de_huurder_spreekt_krijgt_geen_papier(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    with haarlem.als(SWT):
        geef_toegang(zaak_van(zaak), [haarlem.groep("gemeente", "sdv")], "proef", "HAA-2.2.2")
    client = log_in(haarlem, "gemeente/sdv")
    assert client.get(reverse("zaak", args=["haarlem", zaak])).status_code == 200
    assert client.get(reverse("zaak_overzicht", args=["haarlem", zaak])).status_code == 404
