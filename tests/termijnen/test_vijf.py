"""Each clock of the five texts on the real engine and in the real database, against a table typed from the texts."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from convenant.beleid.kalender import drempel_bereikt, nog_toegestaan, vervalt_op, volgende_start
from convenant.beleid.register import register
from convenant.beleid.taal import Termijn
from convenant.partijen.models import Groep
from convenant.poort import klokken, klokwerk
from convenant.poort.grens import als_systeem
from convenant.poort.handeling import Ongeldig
from convenant.termijnen.models import Klok, Klokfeit
from convenant.tijd import stel_in
from tests import werelden
from tests.wereld import Wereld

from .tabel import GRENZEN, KLOKKEN, Rij, lokaal

SLEUTEL = "proef 1"


def rijen(*keuze: Rij) -> list[object]:
    return [pytest.param(rij, marks=pytest.mark.eis(rij.eis), id=f"{rij.eis}-{rij.naam}") for rij in keuze]


def start(wereld: Wereld, rij: Rij, **gegeven: bool) -> None:
    """What the text says has happened, seen by a colleague of who must act, or by who saw it; else by the system."""
    wat = {
        "sleutel": SLEUTEL,
        "moment": lokaal(rij.op),
        "afgesproken": lokaal(rij.vervalt) if rij.afgesproken else None,
        "gegeven": gegeven,
    }
    if wie := rij.door or collega(wereld, rij.wie):
        with wereld.als(wie):
            klokken.gebeurt(rij.gebeurtenis, **wat)
    else:
        with als_systeem("termijnen"):
            klokken.gebeurt(rij.gebeurtenis, convenant=wereld.convenant, **wat)


def collega(wereld: Wereld, wie: str) -> str:
    """Somebody else at the same party; "" when there is nobody."""
    soort = wie.partition("/")[0]
    return next(
        (
            naam
            for naam in wereld.autorisaties
            if naam.startswith(f"{soort}/") and "@" not in naam and naam != wie
        ),
        "",
    )


@pytest.mark.parametrize("rij", rijen(*KLOKKEN))
def test_klok(rij: Rij, db: None, als_eigenaar: Callable) -> None:
    """Started by its event, due then, warned of on those days, with whom the text names; once, and not held."""
    vervalt = lokaal(rij.vervalt or rij.op)
    with stel_in(lokaal(rij.gezien_op or rij.op)):
        wereld = werelden.maak(rij.code)
        start(wereld, rij)
        start(wereld, rij)
    with als_eigenaar():
        klok = Klok.objects.get(termijn=rij.naam)
        wie = namen([klok.groep_id])
        ziet = namen(klok.zien)
    assert (klok.eis, klok.onderwerp, klok.stand) == (rij.eis, rij.onderwerp, Klok.LOOPT)
    assert (klok.na, klok.vervalt_op) == (lokaal(rij.op), vervalt)
    assert wie == {rij.wie or rij.door} - {""}
    assert rij.onderwerp in ("convenant", "deelname") or ziet == set(rij.ziet)
    termijn = klok_van(rij)
    assert (termijn.actie, termijn.richting) == (rij.actie, rij.richting)
    moet = [("waarschuwing", lokaal(dag)) for dag in rij.waarschuwt] + [("verlopen", vervalt)]
    assert klok.volgende == moet[0][1]
    with stel_in(vervalt):
        zelf = klokwerk.werk_bij()
    if klok.pk not in zelf:
        with als_eigenaar():
            gedaan = Klokfeit.objects.filter(klok=klok).exclude(soort="begonnen").order_by("gepland")
            assert list(gedaan.values_list("soort", "gepland")) == moet


def namen(groepen: list[int]) -> set[str]:
    rijen = Groep.objects.filter(pk__in=groepen).select_related("deelname")
    return {f"{groep.deelname.soort}/{groep.functie}" for groep in rijen}


def klok_van(rij: Rij) -> Termijn:
    return register.geef(rij.code, 1).termijn(rij.naam)


@pytest.mark.parametrize("rij", rijen(*(rij for rij in KLOKKEN if rij.opgeschort)))
def test_opgeschort_en_hervat(rij: Rij, db: None, als_eigenaar: Callable) -> None:
    """Held from its start by a ground in the text, and by no other; later it goes on, its moment where it was."""
    begin = lokaal(rij.gezien_op or rij.op)
    for feit in rij.opgeschort:
        with stel_in(begin), transaction.atomic():
            wereld = werelden.maak(rij.code)
            start(wereld, rij, **{feit: True}, iets_anders=True)
            assert stand(rij, als_eigenaar) == (Klok.OPGESCHORT, lokaal(rij.vervalt or rij.op))
            with wereld.als(rij.wie or rij.door):
                klokken.hervat(feit, sleutel=SLEUTEL)
            assert stand(rij, als_eigenaar) == (Klok.LOOPT, lokaal(rij.vervalt or rij.op))
            with wereld.als(rij.wie or rij.door):
                klokken.opgeschort("iets_anders", sleutel=SLEUTEL)
            assert stand(rij, als_eigenaar)[0] == Klok.LOOPT
            transaction.set_rollback(True)


def stand(rij: Rij, als_eigenaar: Callable) -> tuple[str, object]:
    with als_eigenaar():
        return Klok.objects.values_list("stand", "vervalt_op").get(termijn=rij.naam)


@pytest.mark.parametrize("rij", rijen(*(rij for rij in KLOKKEN if rij.langer)))
def test_een_keer_langer_en_niet_nog_een_keer(rij: Rij, db: None, als_eigenaar: Callable) -> None:
    with stel_in(lokaal(rij.op)):
        wereld = werelden.maak(rij.code)
        start(wereld, rij)
        with wereld.als(rij.wie or rij.door):
            klokken.verleng(rij.naam, "Het zijn veel stukken.", sleutel=SLEUTEL)
        assert stand(rij, als_eigenaar) == (Klok.LOOPT, lokaal(rij.langer))
        with wereld.als(rij.wie or rij.door), pytest.raises(Ongeldig):
            klokken.verleng(rij.naam, "Het zijn er nog meer.", sleutel=SLEUTEL)
    assert stand(rij, als_eigenaar) == (Klok.LOOPT, lokaal(rij.langer))


@pytest.mark.parametrize("rij", rijen(*KLOKKEN))
def test_niets_anders_schort_op_of_maakt_langer(rij: Rij) -> None:
    termijn = klok_van(rij)
    assert termijn.opgeschort_door == rij.opgeschort
    assert bool(termijn.verlenging) is bool(rij.langer)


@pytest.mark.parametrize("rij", rijen(*(rij for rij in KLOKKEN if rij.richting == "elke")))
def test_wat_terugkeert(rij: Rij) -> None:
    """The next round lasts as long as this one, and a month later met is no excuse to skip a period."""
    termijn, verviel = klok_van(rij), lokaal(rij.vervalt)
    op_tijd = verviel - timedelta(days=1)
    vervalt = vervalt_op(termijn, volgende_start(termijn, op_tijd, verviel))
    assert vervalt == vervalt_op(termijn, op_tijd)
    assert vervalt > verviel


@pytest.mark.parametrize(
    ("code", "naam", "eis", "aantal", "wie"),
    [pytest.param(*rij, marks=pytest.mark.eis(rij[2]), id=rij[2]) for rij in GRENZEN],
)
def test_zoveel_keer_per_jaar(code: str, naam: str, eis: str, aantal: int, wie: str) -> None:
    termijn = register.geef(code, 1).termijn(naam)
    keren = [lokaal(f"2026-{maand:02}-15 10:00") for maand in range(1, aantal + 1)]
    over = [nog_toegestaan(termijn, keren[:n], lokaal("2026-12-31 23:59")) for n in range(aantal + 1)]
    assert over == list(range(aantal, -1, -1))
    assert nog_toegestaan(termijn, keren, lokaal("2027-01-01")) == aantal
    assert (termijn.eis, termijn.actie, str(termijn.verantwoordelijk)) == (eis, naam, wie)


@pytest.mark.eis("HAA-B4.2")
@pytest.mark.parametrize(("schuld", "bereikt"), [("1199.99", False), ("1200.00", True), ("2000.00", True)])
def test_anderhalve_maand_huur_schuld(schuld: str, bereikt: bool) -> None:
    """Rent owed, not time passed (decision 67)."""
    termijn = register.geef("haarlem", 1).termijn("melden_bij_anderhalve_maand")
    assert drempel_bereikt(termijn, Decimal(schuld), Decimal(800)) is bereikt


@pytest.mark.parametrize("code", werelden.CODES)
def test_elke_klok_heeft_een_rij(code: str) -> None:
    getypt = [rij.naam for rij in KLOKKEN if rij.code == code] + [rij[1] for rij in GRENZEN if rij[0] == code]
    assert sorted(getypt) == sorted(termijn.naam for termijn in register.geef(code, 1).termijnen)
