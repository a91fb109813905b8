"""Can see it all and change nothing: every address and every verb, opened and sent by an FG, and no table differs."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import resolve

from brpinzage import afwijkingen
from brpinzage.afwijkingen import Bevinding
from convenant.beleid.beslissing import Stand, Vraag, beslis
from convenant.beleid.register import register
from convenant.beleid.taal import Beleid, Kant
from convenant.poort.daad import Daad, weeg
from convenant.poort.handeling import Pagina
from convenant.tijd import vandaag
from convenant.toezicht import steekproef
from tests.schermen.klant import log_in, tabellen
from tests.schermen.test_url import ALLE, pad
from tests.toezicht.conftest import op, raadpleeg
from tests.wereld import LINDELAAN_12, LINDELAAN_14A, Wereld, neem_fgs_aan

pytestmark = pytest.mark.eis("HEE-3.3")
# By hand, not from the policy: everything an FG may do, in every convenant.
LEZEN = {
    "eigen_logboek_lezen",
    "signalen_inzien",
    "steekproef_inzien",
    "verwerkingsregister_inzien",
    "rechten_inzien",
}
FG = "functionaris_gegevensbescherming"
# Sent, it reads: the filter of the log, which waits in the session.
LEEST_WAT_IS_GESTUURD = {"logboek"}


def functionarissen() -> Iterator[tuple[Beleid, Kant]]:
    for beleid in register:
        yield from ((beleid, Kant(rij.soort, FG)) for rij in beleid.functies if rij.naam == FG)


@pytest.mark.parametrize(
    ("beleid", "kant"), list(functionarissen()), ids=lambda deel: getattr(deel, "code", str(deel))
)
def test_elke_handeling_van_elk_convenant(beleid: Beleid, kant: Kant):
    """With every fact true and every setting filled: an FG reads, and nothing else is granted in any step."""
    alles = Stand(
        {feit.naam: True for feit in beleid.feiten},
        {rij.naam: rij.standaard or 1 for rij in beleid.instellingen},
    )
    handelingen = {handeling for rij in beleid.bevoegdheden for handeling in rij.handelingen}
    handelingen |= {rij.handeling for rij in beleid.gegevenssets}
    gekregen = {
        handeling
        for handeling in handelingen
        for stap in ("zonder_zaak", "begin", *beleid.stappen)
        if beslis(beleid, Vraag(kant, handeling, stap), alles).mag
    }
    assert gekregen == LEZEN
    in_sets = [
        rij.naam for rij in beleid.gegevenssets if any(kant.past(ander) for ander in rij.van + rij.aan)
    ]
    assert in_sets == []


@pytest.fixture
def stad(wereld: Wereld) -> Wereld:
    """The small Heemstede with work in it: raadplegingen, a case, a sample of last month, and two FG."""
    neem_fgs_aan(wereld)
    for dag in (5, 6):
        raadpleeg(wereld, "anna", LINDELAAN_12, op(dag))
    return wereld


@pytest.fixture
def echt(stad: Wereld) -> dict[str, object]:
    """Parts of addresses of things that are really there."""
    ontvangst = stad.raadpleeg("anna", LINDELAAN_14A)
    with stad.als("anna"):
        zaak = afwijkingen.wijkt_af(ontvangst, Bevinding(["mist"], "anders", "Onbekend."))
        afwijkingen.meld(zaak, "anders", "Onbekend.", uuid4())
    with stad.als("frits"):
        steekproef_id = steekproef.trek()
    return {"ontvangst": ontvangst, "zaak": zaak, "steekproef_id": steekproef_id, "plaats": 1}


def paden(stad: Wereld, echt: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Every address in a convenant, once for each verb where the verb is part of it; one's own account stands in none."""
    handelingen = sorted({h for rij in stad.convenant.beleid.bevoegdheden for h in rij.handelingen})
    for naam, delen in ALLE.items():
        if "convenant" not in delen:
            continue
        for handeling in handelingen if "handeling" in delen else [""]:
            yield naam, pad(naam, delen, **(echt | {"handeling": handeling}))


def verklaard(adres: str) -> Pagina:
    return resolve(adres).func.pagina  # type: ignore[attr-defined]


def is_van_iedereen(adres: str) -> bool:
    """A page that names no verb: choosing a place to work, finding an address."""
    return not verklaard(adres).handelingen and not verklaard(adres).uit_adres


def mag_open(adres: str) -> bool:
    """A page of everyone, or of one of the reading verbs; what has its verb in its address is a deed on a case."""
    pagina = verklaard(adres)
    return is_van_iedereen(adres) or bool(LEZEN & set(pagina.handelingen))


@pytest.mark.parametrize("wie", ["lotte", "otto"])
def test_elk_adres_geopend(stad, echt, als_eigenaar: Callable, wie: str):
    client, eerst = log_in(stad, wie), stand(als_eigenaar)
    fout = {}
    for naam, adres in paden(stad, echt):
        status = client.get(adres).status_code
        # 404: not there for this party (a line of another; a verb that is no deed on a case), 405: only to be sent.
        goed = (200, 302, 404, 405) if mag_open(adres) else (403, 404)
        if status not in goed:
            fout[naam, adres] = status
    assert fout == {}
    assert stand(als_eigenaar) == eerst


@pytest.mark.parametrize("wie", ["lotte", "otto"])
def test_elk_adres_gestuurd(stad, echt, als_eigenaar: Callable, wie: str):
    """With fields that would do for whoever may: nothing is done, and no row of any table differs."""
    client, eerst = log_in(stad, wie), stand(als_eigenaar)
    velden = {
        "oordeel": "in_orde",
        "toelichting": "Akkoord.",
        "vorm": "csv",
        "waarvoor": "Om te kijken of het kan.",
        "werkplek": "0",
        "tekst": "Lindelaan 12",
        "reden": "Omdat het kan.",
        "medewerker": str(stad.mensen["anna"].pk),
        "kenmerk": str(uuid4()),
    }
    fout = {}
    for naam, adres in paden(stad, echt):
        status = client.post(adres, velden).status_code
        leest = naam in LEEST_WAT_IS_GESTUURD or is_van_iedereen(adres)
        goed = (200, 302, 404, 405) if leest else (403, 404, 405)
        if status not in goed:
            fout[naam, adres] = status
    assert fout == {}
    assert stand(als_eigenaar) == eerst


def stand(als_eigenaar: Callable) -> dict[str, tuple[int, str]]:
    with als_eigenaar():
        return tabellen()


@pytest.mark.parametrize("wie", ["lotte", "otto"])
def test_elke_handeling_door_de_poort(stad: Wereld, wie: str):
    """Weighed with the real facts: of all verbs of Heemstede the reading ones, and no other."""
    handelingen = {h for rij in stad.convenant.beleid.bevoegdheden for h in rij.handelingen}
    with stad.als(wie) as beurt:
        assert {h for h in handelingen if weeg(Daad(Vraag(beurt.wie.kant, h))).mag} == LEZEN


@pytest.mark.parametrize("geval", ["ingetrokken", "convenant_voorbij"])
def test_zonder_recht_niets_en_na_afloop_nog_wel(stad: Wereld, geval: str):
    """Withdrawing bites at the next request; supervision goes on after the end of the convenant."""
    client: Client = log_in(stad, "lotte")
    assert client.get("/heemstede/verwerkingsregister/").status_code == 200
    if geval == "ingetrokken":
        stad.autorisaties["lotte"].tot = vandaag()
        stad.autorisaties["lotte"].save()
    else:
        stad.convenant.einde = vandaag()
        stad.convenant.save()
    for adres in ("verwerkingsregister", "beleid", "logboek", "signalen", "steekproeven"):
        verwacht = 200 if geval == "convenant_voorbij" else 403
        assert client.get(f"/heemstede/{adres}/").status_code == verwacht, adres
