"""The FG of every party in all five convenanten: the same pages open, with that convenant's own policy on them."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from convenant.beleid.fg import FG
from convenant.poort.handeling import Geweigerd
from convenant.poort.logboek_lezen import bladzijde, deelnemers
from convenant.poort.poort import handel
from convenant.tijd import stel_in, vandaag
from convenant.toezicht import signalen
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld
from tests.werelden import CODES, maak

pytestmark = pytest.mark.eis("HEE-3.3", "MAA-OW.6", "ZOE-6.V", "HAA-PR7.3", "KRI-10.1")
PADEN = (
    "",
    "logboek/",
    "signalen/",
    "steekproeven/",
    "verwerkingsregister/",
    "verwerkingsregister/csv/",
    "beleid/",
)


@pytest.fixture(params=CODES)
def wereld(request: pytest.FixtureRequest, db: None) -> Iterator[Wereld]:
    with stel_in(NU):
        yield maak(request.param)


def fgs(wereld: Wereld) -> list[str]:
    return [naam for naam in wereld.autorisaties if f"/{FG}" in naam]


def test_elke_pagina_van_de_fg_opent(wereld: Wereld):
    assert fgs(wereld)
    for naam in fgs(wereld):
        client = log_in(wereld, naam)
        for pad in PADEN:
            antwoord = client.get(f"/{wereld.convenant.code}/{pad}")
            assert antwoord.status_code == 200, (naam, pad)


def test_het_register_is_dat_van_dit_convenant_en_van_de_eigen_soort(wereld: Wereld):
    """By hand: what names the own soort as giver, receiver or controller."""
    for naam in fgs(wereld):
        soort = naam.split("/")[0]
        inhoud = log_in(wereld, naam).get(f"/{wereld.convenant.code}/verwerkingsregister/").content.decode()
        eigen = [
            rij.naam
            for rij in wereld.convenant.beleid.gegevenssets
            if rij.persoonsgegeven
            and soort in {*(kant.soort for kant in rij.van + rij.aan), rij.verantwoordelijke}
        ]
        assert len(re.findall("<summary>", inhoud)) == len(eigen), naam


def test_signalen_tellen_de_eigen_partij(wereld: Wereld):
    """Three refusals of one colleague are a signal at the own party and nowhere else; each number is its list."""
    fg = fgs(wereld)[0]
    deelname = wereld.autorisaties[fg].groep.deelname_id
    collega, ander = (
        next(
            naam
            for naam, recht in wereld.autorisaties.items()
            if naam != fg and (recht.groep.deelname_id == deelname) is eigen
        )
        for eigen in (True, False)
    )
    for wie in (collega, ander):
        for _ in range(3):
            with wereld.als(wie), pytest.raises(Geweigerd), handel("steekproef_inzien"):
                pass
    with wereld.als(fg):
        gevonden = signalen.signalen(vandaag() - timedelta(days=1), vandaag())
        (telling,) = next(s for s in gevonden if s.soort == "weigeringen").tellingen
        regels, _ = bladzijde(telling.filter, deelnemers())
    assert telling.aantal == len(regels) == 3
    assert telling.filter.medewerker == wereld.mensen[collega].pk
