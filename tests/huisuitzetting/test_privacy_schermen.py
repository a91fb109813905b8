"""The screens of the privacyreglement: the page with the registers, the forms, the letter."""

import io
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from convenant.tijd import stel_in
from huisuitzetting.privacyreglement import verzoeken
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.huisuitzetting import privacy
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.privacy import ANDER, CORPORATIE, GEMEENTE, VANDAAG
from tests.huisuitzetting.recht import klok, stap
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld


def adres(naam: str, *delen: object) -> str:
    return reverse(naam, args=["haarlem", *delen])


def tekst(client: Client, waar: str) -> str:
    antwoord = client.get(waar)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def vul(client: Client, waar: str, **velden: object) -> Any:
    """Open a form and send it; what comes back."""
    form = client.get(waar).context["form"]
    ingevuld = {naam: form[naam].value() or "" for naam in form.fields}
    return client.post(waar, ingevuld | velden)


def fouten(antwoord: Any) -> dict[str, list[str]]:
    return dict(antwoord.context["form"].errors)


INGEVULD = {
    "naam": "Joost Bakker",
    "adres": "Kinderhuissingel 8, Haarlem",
    "soort": "inzage",
    "ontvangen": privacy.op(VANDAAG),
    "zelf": "zelf",
}


@pytest.mark.eis("HAA-PR10.2", "HAA-PR10.3")
def test_van_verzoek_tot_brief(haarlem: Wereld) -> None:
    client = log_in(haarlem, CORPORATIE)
    nieuw = adres("zaak_nieuw", "verzoek_vastleggen")
    zonder = fouten(vul(client, nieuw, ontvangen="", soort=""))
    assert set(zonder) == {"naam", "adres", "soort", "ontvangen", "kopie", "zelf"}
    antwoord = vul(client, nieuw, **INGEVULD, kopie=geladen("brief.pdf", maak_pdf()))
    zaak = int(antwoord["Location"].rstrip("/").split("/")[-1])
    pagina = tekst(client, adres("zaak", zaak))
    for woord in ("Joost Bakker", "brief.pdf", "Beantwoorden", "Doorsturen", "Meer tijd nemen"):
        assert woord in pagina
    assert "Brief aan de betrokkene" not in pagina
    assert client.get(adres("privacybrief", zaak)).status_code == 404
    handeling = adres("zaakhandeling", zaak, "verzoek_beantwoorden")
    assert set(fouten(vul(client, handeling))) == {"besluit", "uitleg"}
    assert vul(client, handeling, besluit="Afgewezen", uitleg="Wij hebben niets van u.").status_code == 302
    assert "Brief aan de betrokkene" in tekst(client, adres("zaak", zaak))
    with pikepdf.open(io.BytesIO(client.get(adres("privacybrief", zaak)).content)) as pdf:
        assert len(pdf.pages) == 1
    for wie in (ANDER, GEMEENTE):
        assert log_in(haarlem, wie).get(adres("privacybrief", zaak)).status_code == 404
    assert log_in(haarlem, MELDER).get(adres("privacybrief", zaak)).status_code == 403


@pytest.mark.eis("HAA-PR10.3")
def test_doorsturen_kiest_uit_de_andere_partijen(haarlem: Wereld) -> None:
    zaak = privacy.verzoek(haarlem, zelf=False)
    client, waar = log_in(haarlem, CORPORATIE), adres("zaakhandeling", zaak, "verzoek_doorsturen")
    namen = [naam for _, naam in client.get(waar).context["form"].fields["partij"].choices]
    assert namen == ["corporatie@ander haarlem", "gemeente haarlem"]
    assert fouten(vul(client, waar)) == {
        "partij": ["Maak een keuze bij ‘Welke partij is verantwoordelijk voor deze verwerking?’."]
    }
    assert vul(client, waar, partij=privacy.groep(haarlem, GEMEENTE)).status_code == 302
    ander = log_in(haarlem, GEMEENTE)
    assert "Verzoek van Joost Bakker" in tekst(ander, adres("privacy"))
    antwoord = vul(
        client, adres("zaakhandeling", zaak, "verzoek_beantwoorden"), besluit="Toegewezen", uitleg="Ja."
    )
    assert "niet verantwoordelijk" in str(fouten(antwoord))


@pytest.mark.eis("HAA-PR10.2.uitstel")
def test_uitstel_geeft_een_brief(haarlem: Wereld) -> None:
    zaak = privacy.verzoek(haarlem)
    client = log_in(haarlem, CORPORATIE)
    waar = adres("zaakhandeling", zaak, "verzoek_uitstellen")
    assert set(fouten(vul(client, waar))) == {"reden"}
    assert vul(client, waar, reden="Veel stukken.").status_code == 302
    assert client.get(adres("privacybrief", zaak))["Content-Type"] == "application/pdf"


@pytest.mark.eis("HAA-PR10.2", "HAA-PR9.3", "HAA-PR8.1")
def test_de_registers_op_een_bladzijde(
    haarlem: Wereld, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = log_in(haarlem, CORPORATIE)
    leeg = tekst(client, adres("privacy"))
    assert leeg.count("Er loopt niets.") == 3
    klaar = privacy.verzoek(haarlem, naam="Ans Bedacht")
    with haarlem.als(CORPORATIE):
        verzoeken.beantwoord(klaar, "Toegewezen.", None, uuid4())
    for nummer in range(4):
        privacy.verzoek(
            haarlem, naam=f"Bedachte Huurder {nummer}", ontvangen=VANDAAG - timedelta(days=nummer)
        )
    with django_assert_max_num_queries(30):
        vol = tekst(client, adres("privacy"))
    lopend, afgehandeld = vol.split("Afgehandeld (1)")
    volgorde = [lopend.index(f"Bedachte Huurder {nummer}") for nummer in (3, 2, 1, 0)]
    assert volgorde == sorted(volgorde)
    assert "Ans Bedacht" in afgehandeld
    assert tekst(log_in(haarlem, GEMEENTE), adres("privacy")).count("Er loopt niets.") == 3


@pytest.mark.eis("HAA-PR10.2")
def test_een_verzoek_dat_te_laat_is_valt_op(haarlem: Wereld) -> None:
    zaak = privacy.verzoek(haarlem)
    with stel_in(NU + timedelta(days=40)):
        assert "te laat" in tekst(log_in(haarlem, CORPORATIE), adres("privacy"))
    assert stap(haarlem, zaak, CORPORATIE) == "verzoek_ontvangen"
    assert klok(haarlem, zaak, "verzoek_beantwoorden", CORPORATIE)


@pytest.mark.eis("HAA-PR9.1", "HAA-PR9.3", "HAA-PR9.2")
def test_een_datalek_van_melding_tot_slot(haarlem: Wereld) -> None:
    melder = log_in(haarlem, MELDER)
    nieuw = adres("zaak_nieuw", "inbreuk_vastleggen")
    assert nieuw in tekst(melder, adres("zaken"))
    verkeerd = fouten(vul(melder, nieuw, bekend="gisteren"))
    assert verkeerd["bekend"] == [
        "Vul bij ‘Wanneer werd het ontdekt?’ een datum en tijd in, bijvoorbeeld 31-12-2026 14:30."
    ]
    antwoord = vul(melder, nieuw, aard="Een usb-stick is weg.", bekend="23-11-2026 09:00", gegevens="Namen")
    zaak = int(antwoord["Location"].rstrip("/").split("/")[-1])
    client = log_in(haarlem, CORPORATIE)
    assert "Een usb-stick is weg." in tekst(client, adres("privacy"))
    assert vul(client, adres("zaakhandeling", zaak, "inbreuk_melden")).status_code == 302  # all by default
    sluiten, bijwerken = (
        adres("zaakhandeling", zaak, naam) for naam in ("inbreuk_sluiten", "inbreukregister_bijwerken")
    )
    assert "j. Waarom wel of niet?" in tekst(client, sluiten)
    assert "Nog niet alle onderdelen" in str(fouten(vul(client, sluiten)))
    form = client.get(bijwerken).context["form"]
    assert form["aard_inbreuk"].value() == "Een usb-stick is weg."
    antwoord = vul(client, bijwerken, datum_tijd_bekend="23-11-2026 09:00", gemeld_bij_ap="nee")
    assert set(fouten(antwoord)) == {"reden_wel_of_niet_gemeld"}
    momenten = {"datum_tijd_bekend": "23-11-2026 09:00", "datum_tijd_inbreuk": "22-11-2026 17:30"}
    assert vul(client, bijwerken, **(privacy.REGISTER | momenten)).status_code == 302
    pagina = tekst(client, adres("zaak", zaak))
    assert "22 november 2026, 17:30 uur" in pagina
    assert "Nog niet ingevuld" not in tekst(client, sluiten)
    assert vul(client, sluiten).status_code == 302
    assert stap(haarlem, zaak, MELDER) == "inbreuk_gesloten"


@pytest.mark.eis("HAA-PR9.1", "HAA-PR10.3", "HAA-PR8.2")
@pytest.mark.parametrize(
    ("maak", "wie", "knoppen", "geen"),
    [
        (privacy.doorgestuurd, GEMEENTE, ["Beantwoorden", "Meer tijd nemen"], ["Gegevens leveren"]),
        (
            privacy.doorgestuurd,
            CORPORATIE,
            ["Gegevens leveren", "Een andere partij is aan zet"],
            ["Beantwoorden", "Meer tijd nemen", "U bent aan zet"],
        ),
        (privacy.bevel, CORPORATIE, ["Verstrekken", "Weigeren"], ["Alsnog laten weten"]),
        (
            privacy.bevel,
            GEMEENTE,
            ["Een andere partij is aan zet"],
            ["Verstrekken", "Weigeren", "U bent aan zet"],
        ),
    ],
)
def test_een_knop_staat_er_alleen_voor_wie_er_iets_mee_moet(
    haarlem: Wereld, maak: Any, wie: str, knoppen: list[str], geen: list[str]
) -> None:
    pagina = tekst(log_in(haarlem, wie), adres("zaak", maak(haarlem)))
    boven, _, _ = pagina.partition("De weg van deze zaak")
    assert [knop for knop in knoppen if knop not in boven] == []
    assert [knop for knop in geen if f'label">{knop}<' in boven or f"<strong>{knop}" in boven] == []


@pytest.mark.eis("HAA-PR8.1", "HAA-PR8.2")
def test_een_wettelijk_verzoek_met_verbod(haarlem: Wereld) -> None:
    client, nieuw = log_in(haarlem, CORPORATIE), adres("zaak_nieuw", "wettelijk_verzoek_vastleggen")
    ingevuld = {"instantie": "Politie", "grondslag": "Sv 126nd", "gevraagd": "Wie er woont"}
    ontvangen = {"ontvangen": privacy.op(VANDAAG)}
    leeg = fouten(vul(client, nieuw, **ontvangen))
    assert set(leeg) == {"instantie", "grondslag", "gevraagd", "verboden"}
    assert set(fouten(vul(client, nieuw, **ingevuld, **ontvangen, verboden="ja"))) == {"grond_verbod"}
    antwoord = vul(client, nieuw, **ingevuld, **ontvangen, verboden="ja", grond_verbod="Een bevel")
    zaak = int(antwoord["Location"].rstrip("/").split("/")[-1])
    assert "Alsnog laten weten" in tekst(client, adres("zaak", zaak))
    verstrek = adres("zaakhandeling", zaak, "wettelijk_verstrekken")
    assert set(fouten(vul(client, verstrek))) == {"gegevens", "wet", "wie"}
    assert (
        vul(client, adres("zaakhandeling", zaak, "wettelijk_verzoek_melden"), voorbij="on").status_code == 302
    )
    assert "Alsnog laten weten" not in tekst(client, adres("zaak", zaak))
    assert "Politie" in tekst(log_in(haarlem, GEMEENTE), adres("privacy"))
