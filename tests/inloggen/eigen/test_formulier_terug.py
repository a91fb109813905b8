"""What was typed when the sign-in ran out comes back: to the same person, in the same browser, within the hour."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from convenant import sessies
from convenant.sessies import SessionStore
from convenant.tijd import stel_in
from tests.inloggen.eigen.app import App
from tests.inloggen.eigen.test_factor import OPNIEUW, naar
from tests.schermen.klant import ADRES, DOEL, IDENTITEIT, Formulieren
from tests.wereld import NU

LOGIN, FORMULIER = reverse("account_login"), reverse("formulier")
WACHTWOORD = "vier-paarden-in-de-wei"
LATER = NU + timedelta(minutes=40)


def log_in(client: Client, account, app: App) -> None:
    client.post(LOGIN, {"login": account.email, "password": WACHTWOORD})
    client.post(reverse("mfa_authenticate"), {"code": app.herstelcode()})


def verborgen(html: str) -> dict[str, str]:
    """The fields that the page sends again."""
    formulier = html[html.index('<form method="post" action="/heemstede/') :]
    velden = re.findall(r'name="([^"]+)" value="([^"]*)"', formulier[: formulier.index("</form>")])
    return {naam: waarde for naam, waarde in velden if naam != "csrfmiddlewaretoken"}


def halverwege(client: Client) -> Formulieren:
    """The wizard of a raadpleging, two steps done."""
    wizard = Formulieren(client)
    wizard.stuur("adres", ADRES)
    wizard.stuur("doel", DOEL)
    return wizard


def test_na_inloggen_gaat_de_wizard_verder_waar_zij_was(anna, ingelogd) -> None:
    client, app = ingelogd(anna)
    wizard = halverwege(client)
    with stel_in(LATER):
        antwoord = wizard.stuur("identiteit", IDENTITEIT)
        assert antwoord.url == f"{LOGIN}?next=%2Faccount%2Fformulier%2F&verlopen=1"
        log_in(client, anna, app)
        html = client.get(FORMULIER).content.decode()
        assert "U was bezig met een formulier" in html
        assert verborgen(html) == wizard.velden("identiteit", IDENTITEIT)
        assert naar(client.post(wizard.url("identiteit"), verborgen(html))) == wizard.url("controle")
        assert "R. Vink" in client.get(wizard.url("controle")).content.decode()
        assert naar(client.get(FORMULIER)) == "/", "sent is done"


def test_wie_alleen_een_link_volgde_houdt_de_stappen_die_hij_al_had_verstuurd(anna, ingelogd) -> None:
    client, app = ingelogd(anna)
    wizard = halverwege(client)
    with stel_in(LATER):
        assert naar(client.get(wizard.url("identiteit"))) == LOGIN
        log_in(client, anna, app)
        assert client.get(wizard.url("identiteit")).status_code == 200
        assert naar(client.get(FORMULIER)) == "/"


def test_de_volgende_aan_hetzelfde_bureau_krijgt_er_niets_van(wereld, anna, ingelogd) -> None:
    client, app = ingelogd(anna)
    bert = wereld.mensen["bert"].account
    _, van_bert = ingelogd(bert)
    wizard = halverwege(client)
    with stel_in(LATER):
        wizard.stuur("identiteit", IDENTITEIT)
        assert "R. Vink" not in client.get(LOGIN).content.decode()
        assert naar(client.get(FORMULIER)) == LOGIN
        log_in(client, bert, van_bert)
        assert naar(client.get(FORMULIER)) == "/"
        assert "Vink" not in str(dict(client.session.items()))
        client.post(reverse("account_logout"))
        log_in(client, anna, app)
        assert naar(client.get(FORMULIER)) == "/", "what another made go, stays gone"


def test_in_een_andere_browser_is_het_er_niet(anna, ingelogd) -> None:
    client, app = ingelogd(anna)
    with stel_in(LATER):
        halverwege(client)
        ander = Client()
        log_in(ander, anna, app)
        assert naar(ander.get(FORMULIER)) == "/"


def test_na_een_uur_is_het_weg(anna, ingelogd) -> None:
    client, app = ingelogd(anna)
    wizard = halverwege(client)
    with stel_in(LATER):
        wizard.stuur("identiteit", IDENTITEIT)
    with stel_in(LATER + timedelta(hours=1, seconds=1)):
        log_in(client, anna, app)
        assert naar(client.get(FORMULIER)) == "/"
        assert "Vink" not in str(dict(client.session.items()))


def test_ook_de_rij_zelf_is_na_een_uur_op(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    wizard = halverwege(client)
    with stel_in(LATER):
        wizard.stuur("identiteit", IDENTITEIT)
    rij = Session.objects.get(pk=client.cookies["sessionid"].value)
    assert "Vink" not in rij.session_data
    # Django dates the row by the machine's own clock.
    assert 3590 < SessionStore(rij.pk).get_expiry_age() <= 3600
    with stel_in(rij.expire_date):
        sessies.vergeet_verlopen()
    assert not Session.objects.filter(pk=rij.pk).exists()


def test_weggooien(anna, ingelogd) -> None:
    client, app = ingelogd(anna)
    wizard = halverwege(client)
    with stel_in(LATER):
        wizard.stuur("identiteit", IDENTITEIT)
        log_in(client, anna, app)
        assert naar(client.post(FORMULIER)) == "/"
        assert naar(client.get(FORMULIER)) == "/"
        assert "Vink" not in str(dict(client.session.items()))


def test_een_verse_factor_verliest_niets(anna, ingelogd) -> None:
    client, app = ingelogd(anna)
    wizard = halverwege(client)
    with stel_in(NU + timedelta(minutes=16)):
        antwoord = wizard.stuur("identiteit", IDENTITEIT)
        assert antwoord.url == f"{OPNIEUW}?next=%2Faccount%2Fformulier%2F"
        assert naar(client.post(antwoord.url, {"code": app.herstelcode()})) == FORMULIER
        html = client.get(FORMULIER).content.decode()
        assert naar(client.post(wizard.url("identiteit"), verborgen(html))) == wizard.url("controle")


def test_een_bestand_wordt_niet_bewaard_en_dat_staat_er(wereld, ingelogd) -> None:
    eva = wereld.mensen["eva"].account
    client, app = ingelogd(eva)
    with stel_in(LATER):
        bestand = SimpleUploadedFile("uittreksel.csv", b"postcode;huisnummer\n")
        client.post("/heemstede/uittreksel/nieuw/", {"bestand": bestand, "toelichting": "Nieuw"})
        log_in(client, eva, app)
        html = client.get(FORMULIER).content.decode()
        assert "Bestanden zijn niet bewaard" in html
        assert verborgen(html) == {"toelichting": "Nieuw"}
        assert "postcode;huisnummer" not in str(dict(client.session.items()))


def test_een_wachtwoord_wordt_niet_bewaard(anna, ingelogd) -> None:
    client, app = ingelogd(anna)
    with stel_in(LATER):
        antwoord = client.post(reverse("account_change_password"), {"oldpassword": "geheim-geheim-geheim"})
        assert antwoord.url == f"{LOGIN}?next=%2Faccount%2Fpassword%2Fchange%2F&onderbroken=1"
        assert "geheim-geheim" not in str(dict(client.session.items()))
        log_in(client, anna, app)
        assert naar(client.get(FORMULIER)) == "/"


def test_wat_een_script_vraagt_is_geen_formulier(anna, ingelogd) -> None:
    client, app = ingelogd(anna)
    koppen = {"Sec-Fetch-Mode": "cors"}
    with stel_in(LATER):
        antwoord = client.post("/heemstede/adres/zoeken/", {"zoek": "Lindelaan"}, headers=koppen)
        assert naar(antwoord) == LOGIN
        log_in(client, anna, app)
        assert naar(client.get(FORMULIER)) == "/"


def test_een_sessie_die_helemaal_weg_is_zegt_dat_er_niets_is_bewaard(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    Session.objects.all().delete()
    antwoord = client.post(f"/heemstede/raadplegen/{uuid4()}/adres/", ADRES)
    assert "onderbroken=1" in antwoord.url
    assert "wat u net verstuurde niet opgeslagen" in client.get(antwoord.url).content.decode()


def test_tekens_van_html_blijven_tekst(anna, ingelogd) -> None:
    client, app = ingelogd(anna)
    wizard = halverwege(client)
    with stel_in(LATER):
        wizard.stuur("identiteit", IDENTITEIT | {"naam": '"><script>alert(1)</script>'})
        log_in(client, anna, app)
        html = client.get(FORMULIER).content.decode()
        assert "<script>alert" not in html
        assert "&quot;&gt;&lt;script&gt;" in html


def test_een_formulier_dat_wacht_overleeft_een_tweede_keer_inloggen(anna, ingelogd) -> None:
    client, app = ingelogd(anna)
    wizard = halverwege(client)
    with stel_in(LATER):
        wizard.stuur("identiteit", IDENTITEIT)
        log_in(client, anna, app)
    with stel_in(LATER + timedelta(minutes=31)):
        assert naar(client.get("/heemstede/")) == LOGIN
        log_in(client, anna, app)
        assert "23 november om 11:10 uur" in client.get(FORMULIER).content.decode()
    with stel_in(LATER + timedelta(minutes=61)):
        assert naar(client.get(FORMULIER)) == "/", "an hour from when it was sent, however often one signs in"


@pytest.mark.parametrize(
    ("vandaan", "waar"), [("same-origin", FORMULIER), ("cross-site", None), (None, None)]
)
def test_een_oud_tabblad_na_opnieuw_inloggen(anna, ingelogd, vandaan: str | None, waar: str | None) -> None:
    """Signing in changes the token of the forms: one of our own pages is not lost for that, another's is refused."""
    _, app = ingelogd(anna)
    client = Client(enforce_csrf_checks=True)
    token = client.get(LOGIN).cookies["csrftoken"].value
    client.post(LOGIN, {"login": anna.email, "password": WACHTWOORD, "csrfmiddlewaretoken": token})
    code = {"code": app.herstelcode(), "csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    client.post(reverse("mfa_authenticate"), code)
    pad = f"/heemstede/raadplegen/{uuid4()}/adres/"
    koppen = {"Sec-Fetch-Site": vandaan} if vandaan else {}
    antwoord = client.post(pad, ADRES | {"csrfmiddlewaretoken": token}, headers=koppen)
    if waar is None:
        assert antwoord.status_code == 403
        assert naar(client.get(FORMULIER)) == "/"
    else:
        assert naar(antwoord) == waar
        assert verborgen(client.get(FORMULIER).content.decode()) == ADRES
