"""Every address and every verb × every functie of every convenant, and whoever has none any more.

The cases come from the URL conf and the register; what should come out is written by hand in `paginas` and in the tables
of tests/beleid. Each answer passes through the gate on real rows.

Whether a page opens is two things: which verbs it asks (the same in every convenant: all pages are compared with the
table) and who has them (the same on every page: all verbs are tried for all functies). So the daily dose opens each page in
each convenant for one functie that may and one that may not, in turns, and tries each way of having no autorisatie on
each page in one of the convenanten. The full dose has the whole product.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from itertools import cycle, groupby, product
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from convenant.beleid.beslissing import Reden, Uitkomst, Vraag
from convenant.beleid.fg import FG
from convenant.beleid.register import register
from convenant.partijen import rechten
from convenant.partijen.models import Autorisatie, Medewerker
from convenant.poort import daad, grens
from convenant.poort.daad import Daad
from convenant.tijd import stel_in
from tests import werelden
from tests.schermen.klant import log_in
from tests.schermen.test_url import adressen
from tests.wereld import NU, Wereld

from .paginas import NOG_DICHT, PAGINAS, VAN_DE_HANDELING, VOOR_IEDEREEN, wie_mag

NIEMAND = UUID("6b6fb712-67bf-4c26-8a3a-1bcb4ca7f0ef")
DELEN = {
    "step": "adres",
    "soort": "nieuw",
    "plaats": 1,
    "naam": "onbekend",
    "gegevensset": "onbekend",
    "daad": "intrekken",
}
IN_CONVENANT = {naam: delen for naam, delen in adressen(get_resolver().url_patterns) if "convenant" in delen}
OPEN, GEWEIGERD, NIET_HIER, INLOGGEN = "opent", "geweigerd", "niet hier", "eerst inloggen"


@pytest.fixture(params=werelden.CODES)
def elders(request, db: None) -> Iterator[Wereld]:
    """Each of the five convenanten, with somebody in each functie."""
    with stel_in(NU):
        yield werelden.maak(request.param)


@pytest.fixture(
    params=[
        pytest.param(False, id="dagelijks"),
        pytest.param(True, id="volledig", marks=pytest.mark.volledig),
    ]
)
def volledig(request) -> bool:
    return request.param


def pad(naam: str, code: str) -> str:
    delen = {"convenant": code, "handeling": "bestaat_niet"}
    getallen = (
        "zaak",
        "filter",
        "woning",
        "aankondiging",
        "versie",
        "deelname",
        "team",
        "verklaring",
        "autorisatie",
        "medewerker",
        "vrije_dag",
        "huur",
    )
    for deel in IN_CONVENANT[naam]:
        delen.setdefault(deel, DELEN.get(deel, 0 if deel in getallen else NIEMAND))
    return reverse(naam, kwargs={deel: delen[deel] for deel in IN_CONVENANT[naam]})


def antwoord(client: Client, adres: str) -> str:
    """What a persona is told at an address: "geweigerd" has a reason, what is not there has none."""
    response = client.get(adres)
    if response.status_code == 302 and response.url.startswith(reverse("account_login")):
        return INLOGGEN
    if response.status_code == 500:
        return "storing"
    return {403: GEWEIGERD, 404: NIET_HIER}.get(response.status_code, OPEN)


VERBS = {url: set(handelingen) for url, handelingen in PAGINAS.items()}


@contextmanager
def ongedaan() -> Iterator[None]:
    with suppress(Ongedaan), transaction.atomic():
        yield
        raise Ongedaan


class Ongedaan(Exception):
    pass


def paginas(wereld: Wereld, naam: str, urls: Iterable[str] = PAGINAS) -> dict[str, str]:
    """These addresses of the convenant, for this persona. One that asks for a row that does not exist opens as far as
    the verb goes: not there instead of refused."""
    client = log_in(wereld, naam)
    return {url: antwoord(client, pad(url, wereld.convenant.code)) for url in urls}


def opent(url: str, functie: str, mag: dict[str, frozenset[str]]) -> bool:
    return not PAGINAS[url] or any(functie in mag.get(handeling, ()) for handeling in PAGINAS[url])


def dicht(url: str, mag: dict[str, frozenset[str]]) -> set[str]:
    """What an address says to who may not: refused; where the text knows none of its verbs, there may be no page."""
    return {GEWEIGERD} if VERBS[url] & mag.keys() else {GEWEIGERD, NIET_HIER}


def een_per_functie(wereld: Wereld) -> list[str]:
    """Without the second party of a soort, of which the verbs are tried too."""
    return [naam for naam in wereld.autorisaties if "@" not in naam]


def functie_van(naam: str) -> str:
    return naam.removesuffix("@ander")


def test_elk_adres_staat_in_de_tabel() -> None:
    assert IN_CONVENANT.keys() == {*PAGINAS, *VAN_DE_HANDELING, *VOOR_IEDEREEN}


def patronen(lijst: list) -> Iterator[URLPattern]:
    for patroon in lijst:
        if isinstance(patroon, URLPattern):
            yield patroon
        else:
            yield from patronen(patroon.url_patterns)


def test_elke_pagina_vraagt_haar_handelingen() -> None:
    """No verb less, by which it would stay shut, and none more, by which it would open for another."""
    gevraagd = {}
    for patroon in patronen(get_resolver().url_patterns):
        if patroon.name in PAGINAS:
            pagina = patroon.callback.pagina
            vast = (patroon.default_args["handeling"],) if pagina.uit_adres else pagina.handelingen
            gevraagd[patroon.name] = set(vast)
    assert gevraagd == VERBS


def om_de_beurt(wereld: Wereld, mag: dict[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Per page a persona who may and one who may not; where everyone works, everyone."""
    namen = een_per_functie(wereld)
    yield from ((naam, "werkbegin") for naam in namen)
    for beurt, url in enumerate(PAGINAS):
        for mogen in (True, False):
            if zulke := [naam for naam in namen if opent(url, functie_van(naam), mag) == mogen]:
                yield zulke[beurt % len(zulke)], url


def iedereen_overal(wereld: Wereld) -> Iterator[tuple[str, str]]:
    # Seconds of drawing for the same page: one of the FGs sees it, the others see the page it is drawn from.
    fgs = [naam for naam in een_per_functie(wereld) if naam.endswith(FG)]
    for naam, url in product(een_per_functie(wereld), PAGINAS):
        if url != "verwerkingsregister_pdf" or naam not in fgs[1:]:
            yield naam, url


@pytest.mark.eis("HEE-5.5", "MAA-1.3", "ZOE-10.3", "HAA-PR5.3", "KRI-7.1")
def test_elke_pagina_voor_elke_functie(elders: Wereld, volledig: bool) -> None:
    """Open for whose functie has one of its verbs, else refused."""
    code = elders.convenant.code
    mag = wie_mag(code)
    gevallen = sorted(iedereen_overal(elders) if volledig else om_de_beurt(elders, mag))
    mis = {
        (naam, url): gezien
        for naam, van_hem in groupby(gevallen, lambda geval: geval[0])
        for url, gezien in paginas(elders, naam, {url for _, url in van_hem}).items()
        if (code, url) not in NOG_DICHT
        and gezien not in ({OPEN, NIET_HIER} if opent(url, functie_van(naam), mag) else dicht(url, mag))
    }
    assert not mis


def verboden(wereld: Wereld) -> dict[str, set[str]]:
    """Per persona the verbs that the gate refuses because of the functie."""
    handelingen = {
        handeling
        for beleid in register
        if beleid.code == wereld.convenant.code
        for rij in beleid.bevoegdheden
        for handeling in rij.handelingen
    }
    gezien = {}
    for naam in wereld.autorisaties:
        with wereld.als(naam) as beurt:
            gezien[naam] = {
                handeling
                for handeling in handelingen
                if daad.weeg(Daad(Vraag(beurt.wie.kant, handeling))).buiten_functie
            }
    return gezien


def verwacht(wereld: Wereld) -> dict[str, set[str]]:
    mag = wie_mag(wereld.convenant.code)
    return {
        naam: {handeling for handeling, door in mag.items() if functie_van(naam) not in door}
        for naam in wereld.autorisaties
    }


@pytest.mark.eis("HEE-PAR.1", "MAA-PAR.1", "MAA-PAR.2", "ZOE-PAR.1", "HAA-2.2", "KRI-7.1")
@pytest.mark.eis("HEE-5.5", "MAA-1.3", "ZOE-10.3", "HAA-PR5.3")
def test_elke_handeling_voor_elke_functie(elders: Wereld) -> None:
    assert verboden(elders) == verwacht(elders)


def test_zonder_beslissing_klopt_er_niets(elders: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables lean on the decision: let it say yes to everything, and every persona gets what is not theirs."""

    def ja(*_: object) -> Uitkomst:
        return Uitkomst((Reden("Ja.", "P-1", draagt=True),))

    goed = verwacht(elders)
    with monkeypatch.context() as patch:
        patch.setattr(grens, "beslis", ja)
        patch.setattr(daad, "beslis", ja)
        mag = wie_mag(elders.convenant.code)
        assert all(not gezien and goed[naam] for naam, gezien in verboden(elders).items())
        for naam in elders.autorisaties:
            niet = [url for url in PAGINAS if not opent(url, functie_van(naam), mag)]
            client = log_in(elders, naam, raise_request_exception=False)
            assert niet
            assert GEWEIGERD not in {antwoord(client, pad(url, elders.convenant.code)) for url in niet[:1]}


def verlopen(autorisatie: Autorisatie) -> None:
    Autorisatie.objects.filter(pk=autorisatie.pk).update(tot=NU.date())


def ingetrokken(autorisatie: Autorisatie) -> None:
    rechten.trek_in(autorisatie, door=None, reden="Weg.")


def geschorst(autorisatie: Autorisatie) -> None:
    rechten.schors(autorisatie, door=None, reden="Even niet.")


def aangemeld(autorisatie: Autorisatie) -> None:
    """Registered again and not granted yet."""
    ingetrokken(autorisatie)
    rechten.meld_aan(autorisatie.medewerker, autorisatie.groep, door=autorisatie.verleend_door)


def begint_morgen(autorisatie: Autorisatie) -> None:
    aangemeld(autorisatie)
    nieuw = Autorisatie.objects.get(medewerker=autorisatie.medewerker, van=None)
    ander = Medewerker.objects.exclude(account=autorisatie.medewerker.account).exclude(
        account=autorisatie.verleend_door.account
    )
    rechten.verleen(nieuw, door=ander.first(), van=NU.date() + timedelta(days=1))


# Without functie from the start, or with one that is over or has not begun.
EINDES = (None, verlopen, ingetrokken, geschorst, aangemeld, begint_morgen)


def deel(wereld: Wereld, beurt: int, volledig: bool) -> list[str]:
    """The pages that this convenant has in this turn: each page has its turn in one of the five."""
    plek = werelden.CODES.index(wereld.convenant.code)
    return [
        url
        for nummer, url in enumerate(PAGINAS)
        if volledig or (nummer + beurt) % len(werelden.CODES) == plek
    ]


@pytest.mark.eis("HEE-5.5", "ZOE-10.3", "KRI-7.1")
def test_wie_geen_autorisatie_meer_heeft(elders: Wereld, volledig: bool) -> None:
    """Works there and may nothing: what is open to everyone who works there, and a refusal everywhere else."""
    mag = wie_mag(elders.convenant.code)
    namen = cycle(een_per_functie(elders))
    for beurt, (naam, einde) in enumerate(zip(namen, EINDES, strict=False)):
        with ongedaan():
            if einde is None:
                naam = naam.partition("/")[0] + f"/{werelden.ZONDER_FUNCTIE}"
            else:
                einde(elders.autorisaties[naam])
            gezien = paginas(elders, naam, deel(elders, beurt, volledig))
            anders = {url for url in gezien if PAGINAS[url] and gezien[url] not in dicht(url, mag)}
            open_gebleven = {url for url in gezien if not PAGINAS[url] and gezien[url] == GEWEIGERD}
            assert not anders | open_gebleven, (naam, einde)


@pytest.mark.eis("HEE-PAR.2", "ZOE-PAR.2", "KRI-PAR.2")
def test_wie_hier_niet_werkt(elders: Wereld, volledig: bool) -> None:
    """Of another convenant, out of service, or unknown: nothing is there, whatever the address."""
    ander = werelden.maak("heemstede" if elders.convenant.code != "heemstede" else "krimpen")
    weg = next(iter(elders.autorisaties))
    rechten.meld_af(elders.mensen[weg], door=None, reden="Uit dienst.", convenant=elders.convenant)
    vreemden = ((ander, next(iter(ander.autorisaties))), (elders, weg), (elders, "vreemde"))
    for beurt, (wereld, naam) in enumerate(vreemden):
        client = log_in(wereld, naam)
        gezien = {antwoord(client, pad(url, elders.convenant.code)) for url in deel(elders, beurt, volledig)}
        assert gezien == {NIET_HIER}, naam
    niemand = Client()
    paden = [pad(url, elders.convenant.code) for url in deel(elders, 0, volledig)]
    assert {antwoord(niemand, adres) for adres in paden} == {INLOGGEN}
