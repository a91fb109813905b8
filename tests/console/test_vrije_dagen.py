"""Free days of one convenant: laid down by who sets up, counted by every clock in werkdagen, moving what runs already."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from convenant.beleid.kalender import AMSTERDAM
from convenant.console import inrichting, vrije_dagen
from convenant.partijen.models import Inrichtingsgebeurtenis
from convenant.poort import klokken, klokwerk, tasks
from convenant.poort import vrije_dagen as machine
from convenant.poort.grens import als_systeem
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.termijnen.models import Klok, Klokfeit, VrijeDag
from convenant.tijd import stel_in
from tests import werelden
from tests.schermen.klant import titel
from tests.wereld import NU, Wereld

# A Monday morning: five werkdagen are Tuesday to Monday the 30th, a controle may take as long as was agreed.
BRUGDAG = date(2026, 11, 26)
MAANDAG, DINSDAG = datetime(2026, 12, 1, tzinfo=AMSTERDAM), datetime(2026, 12, 2, tzinfo=AMSTERDAM)


EEN_UUR, TWEE_UUR = NU + timedelta(hours=1), NU + timedelta(hours=2)


def voeg_toe(wereld: Wereld, dag: date = BRUGDAG, reden: str = "Brugdag.", op: datetime = EEN_UUR) -> None:
    """An hour after the clocks of these tests began."""
    with stel_in(op), wereld.als("hugo"):
        vrije_dagen.voeg_toe(dag, reden)


def begin(wereld: Wereld, sleutel: str = "1", **anders: Any) -> None:
    with wereld.als("anna"):
        klokken.gebeurt("raadpleging_wijkt_af", sleutel=sleutel, **anders)


@pytest.fixture
def klok(als_eigenaar: Callable) -> Callable[..., Klok]:
    def lees(sleutel: str = "1") -> Klok:
        with als_eigenaar():
            return Klok.objects.get(sleutel=sleutel)

    return lees


def verplaatst(als_eigenaar: Callable) -> list[tuple[str, datetime, str]]:
    with als_eigenaar():
        feiten = Klokfeit.objects.filter(soort=Klokfeit.VERPLAATST).order_by("pk")
        return list(feiten.values_list("klok__sleutel", "gepland", "reden"))


@pytest.mark.eis("HEE-2.6")
def test_wat_daarna_begint_telt_de_dag_niet_mee(
    wereld: Wereld, klok: Callable, als_eigenaar: Callable
) -> None:
    voeg_toe(wereld)
    with stel_in(TWEE_UUR):
        begin(wereld)
        machine.verwerk()
    assert klok().vervalt_op == DINSDAG
    assert verplaatst(als_eigenaar) == []


@pytest.mark.eis("HEE-2.6")
def test_wat_al_loopt_schuift_een_dag_op_en_zegt_waarom(
    wereld: Wereld, klok: Callable, als_eigenaar: Callable
) -> None:
    begin(wereld)
    assert klok().vervalt_op == MAANDAG
    voeg_toe(wereld)
    for _ in range(2):
        machine.verwerk()
    rij = klok()
    assert (rij.vervalt_op, rij.stand, rij.verlengd_tot) == (DINSDAG, Klok.LOOPT, None)
    assert rij.volgende == datetime(2026, 11, 30, tzinfo=AMSTERDAM)  # the warning moves along
    assert verplaatst(als_eigenaar) == [("1", DINSDAG, "Vrije dag 26-11-2026: Brugdag.")]


@pytest.mark.eis("HEE-2.6")
@pytest.mark.parametrize(
    ("dag", "tot"),
    [
        (date(2026, 11, 24), DINSDAG),  # the first day that counts
        (date(2026, 11, 30), DINSDAG),  # the last: it would have ended on a free day
        (date(2026, 11, 23), MAANDAG),  # the day of the event never counted
        (date(2026, 12, 1), MAANDAG),  # after it
        (date(2026, 11, 20), MAANDAG),  # and before it
    ],
)
def test_alleen_een_dag_die_meetelde_verplaatst(
    wereld: Wereld, klok: Callable, dag: date, tot: datetime
) -> None:
    begin(wereld)
    voeg_toe(wereld, dag)
    machine.verwerk()
    assert klok().vervalt_op == tot


@pytest.mark.eis("HEE-2.6")
def test_twee_dagen_zijn_twee_dagen(wereld: Wereld, klok: Callable, als_eigenaar: Callable) -> None:
    """The second lies where the first one moved the clock to."""
    begin(wereld)
    voeg_toe(wereld, BRUGDAG)
    voeg_toe(wereld, date(2026, 12, 1), "Gemeentehuis dicht.")
    machine.verwerk()
    assert klok().vervalt_op == datetime(2026, 12, 3, tzinfo=AMSTERDAM)
    assert len(verplaatst(als_eigenaar)) == 2


@pytest.mark.eis("HEE-2.6")
def test_wat_verlopen_of_klaar_is_verandert_niet(
    wereld: Wereld, klok: Callable, als_eigenaar: Callable
) -> None:
    begin(wereld, "voldaan")
    with wereld.als("anna"):
        klokken.voldaan("afwijking_melden", sleutel="voldaan")
    begin(wereld, "verlopen")
    with stel_in(MAANDAG + timedelta(hours=9)):
        klokwerk.werk_bij()
        voeg_toe(wereld, op=MAANDAG + timedelta(hours=9))
        machine.verwerk()
    assert {klok("voldaan").vervalt_op, klok("verlopen").vervalt_op} == {MAANDAG}
    assert verplaatst(als_eigenaar) == []


@pytest.mark.eis("HEE-2.6")
def test_de_machine_die_stilstond_verplaatst_voor_zij_laat_verlopen(
    wereld: Wereld, klok: Callable, als_eigenaar: Callable
) -> None:
    """Laid down in time, looked at too late: the day counts all the same."""
    begin(wereld)
    voeg_toe(wereld)
    with stel_in(MAANDAG + timedelta(hours=9)):
        machine.verwerk()
        klokwerk.werk_bij()
    assert (klok().vervalt_op, klok().verlopen_op) == (DINSDAG, None)


@pytest.mark.eis("HEE-2.6", "HAA-3.5", "HAA-6.2")
def test_een_vrije_dag_geldt_in_een_convenant_en_voor_werkdagen(
    wereld: Wereld, als_eigenaar: Callable
) -> None:
    haarlem = werelden.maak("haarlem")
    with haarlem.als("corporatie/melder"):
        klokken.gebeurt("ontvangst_melding", sleutel="h")
    begin(wereld)

    def momenten() -> dict[str, datetime]:
        with als_eigenaar():
            return dict(Klok.objects.filter(convenant=haarlem.convenant).values_list("termijn", "vervalt_op"))

    voor = momenten()
    voeg_toe(wereld)
    machine.verwerk()
    assert momenten() == voor
    with stel_in(EEN_UUR), haarlem.als("gemeente/beleidsadviseur"):
        vrije_dagen.voeg_toe(BRUGDAG, "Brugdag.")
    machine.verwerk()
    na = momenten()
    assert na["contact_door_wijkteam"] == voor["contact_door_wijkteam"] + timedelta(days=1) == DINSDAG
    assert na["voorstel"] == voor["voorstel"]  # two weeks are fourteen days, whatever is free


@pytest.mark.eis("KRI-12.8.afdwingen")
def test_een_dag_later_is_nooit_een_dag_eerder(db: None, als_eigenaar: Callable) -> None:
    """Three werkdagen before a moment: one more free day would make it earlier than it was said to be."""
    with stel_in(NU):
        krimpen = werelden.maak("krimpen")
        with krimpen.als("gemeente/regisseur"):
            klokken.gebeurt("einde_termijn_verzoek", sleutel="1", moment=NU + timedelta(days=21))
        with stel_in(EEN_UUR), krimpen.als("gemeente/beheerder"):
            vrije_dagen.voeg_toe(date(2026, 12, 11), "Brugdag.")
        machine.verwerk()
    with als_eigenaar():
        # Back from Monday 14 December: 11, 10 and 9.
        assert Klok.objects.get().vervalt_op == datetime(2026, 12, 10, tzinfo=AMSTERDAM)


@pytest.mark.eis("HEE-2.6")
def test_weghalen_laat_staan_wat_is_opgeschoven(wereld: Wereld, klok: Callable) -> None:
    begin(wereld)
    voeg_toe(wereld)
    machine.verwerk()
    with wereld.als("hugo"):
        (dag,) = vrije_dagen.dagen()
        vrije_dagen.haal_weg(dag.id, "Toch open.")
        assert vrije_dagen.dagen() == []
    machine.verwerk()
    with stel_in(TWEE_UUR):
        begin(wereld, "2")
    assert (klok().vervalt_op, klok("2").vervalt_op) == (DINSDAG, MAANDAG)


@pytest.mark.eis("HEE-2.6")
def test_een_dag_verplaatst_een_klok_maar_een_keer(
    wereld: Wereld, klok: Callable, als_eigenaar: Callable
) -> None:
    """Taken away and laid down again, before and after the machine saw it; another day still counts."""
    begin(wereld)
    for nummer in range(4):
        op = EEN_UUR + nummer * timedelta(minutes=2)
        voeg_toe(wereld, reden=f"Brugdag {nummer}.", op=op)
        if nummer:
            machine.verwerk()
        with stel_in(op), wereld.als("hugo"):
            vrije_dagen.haal_weg(vrije_dagen.dagen()[0].id, "Toch open.")
    assert verplaatst(als_eigenaar) == [("1", DINSDAG, "Vrije dag 26-11-2026: Brugdag 1.")]
    voeg_toe(wereld, date(2026, 11, 27), op=TWEE_UUR)
    machine.verwerk()
    assert klok().vervalt_op == datetime(2026, 12, 3, tzinfo=AMSTERDAM)


@pytest.mark.eis("HAA-3.5")
def test_wie_zijn_werkdagen_al_heeft_krijgt_er_geen_bij(db: None, als_eigenaar: Callable) -> None:
    """It began while the day was free, which was then taken away and laid down again; or it moved for one that is none now."""
    haarlem = werelden.maak("haarlem")

    def leg(dag: date, minuten: int) -> None:
        with stel_in(NU + timedelta(minutes=minuten)):
            with haarlem.als("gemeente/beleidsadviseur"):
                vrije_dagen.voeg_toe(dag, "Brugdag.")
            machine.verwerk()

    def haal_weg() -> None:
        with haarlem.als("gemeente/beleidsadviseur"):
            vrije_dagen.haal_weg(vrije_dagen.dagen()[0].id, "Toch open.")

    def begin_op(minuten: int, sleutel: str) -> None:
        with stel_in(NU + timedelta(minutes=minuten)), haarlem.als("corporatie/melder"):
            klokken.gebeurt("ontvangst_melding", sleutel=sleutel)

    def momenten() -> list[datetime]:
        with als_eigenaar():
            klok = Klok.objects.filter(convenant=haarlem.convenant, termijn="contact_door_wijkteam")
            return list(klok.order_by("pk").values_list("vervalt_op", flat=True))

    begin_op(0, "voor")
    leg(BRUGDAG, 1)
    begin_op(2, "erna")
    assert momenten() == [DINSDAG, DINSDAG]
    haal_weg()
    leg(BRUGDAG, 3)
    haal_weg()
    leg(date(2026, 11, 27), 4)
    assert momenten() == [DINSDAG, DINSDAG]


@pytest.mark.eis("HEE-2.6")
def test_een_klok_van_onbekend_beleid_houdt_de_andere_niet_op(
    wereld: Wereld, klok: Callable, als_eigenaar: Callable
) -> None:
    begin(wereld, "0")
    begin(wereld, "1")
    with als_eigenaar():
        Klok.objects.filter(sleutel="0").update(beleid_versie=99)
    voeg_toe(wereld)
    machine.verwerk()
    assert (klok("0").vervalt_op, klok("1").vervalt_op) == (MAANDAG, DINSDAG)
    with als_eigenaar():
        assert VrijeDag.objects.get().verwerkt_op is not None


def test_wat_om_is_verloopt_ook_als_het_opschuiven_niet_lukt(
    wereld: Wereld, klok: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The task fails, so that it is seen; the clocks of all convenanten have gone on all the same."""

    def stuk() -> None:
        raise RuntimeError("stuk")

    begin(wereld)
    monkeypatch.setattr(machine, "verwerk", stuk)
    with stel_in(MAANDAG), pytest.raises(RuntimeError, match="stuk"):
        tasks.werk_termijnen_bij()
    assert klok().verlopen_op == MAANDAG


@pytest.mark.eis("HEE-2.6")
@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        (date(2026, 11, 28), "telt al niet mee"),  # a Saturday
        (date(2026, 12, 25), "telt al niet mee"),
        (BRUGDAG, "staat er al"),
        (date(1899, 12, 29), "te ver weg"),
        (date(2062, 11, 27), "te ver weg"),
    ],
)
def test_wat_geen_vrije_dag_kan_zijn(wereld: Wereld, dag: date, zin: str) -> None:
    voeg_toe(wereld)
    with pytest.raises(Ongeldig) as fout:
        voeg_toe(wereld, dag)
    assert zin in fout.value.fouten["dag"]
    with wereld.als("hugo"):
        assert [rij.dag for rij in vrije_dagen.dagen()] == [BRUGDAG]


@pytest.mark.eis("HEE-2.6")
@pytest.mark.parametrize("wie", ["anna", "eva", "frits", "gerda", "ina"])
def test_niemand_anders_legt_een_vrije_dag_vast(wereld: Wereld, als_eigenaar: Callable, wie: str) -> None:
    voeg_toe(wereld)
    with als_eigenaar():
        (nummer,) = VrijeDag.objects.values_list("pk", flat=True)
    for daad in (
        lambda: vrije_dagen.voeg_toe(date(2026, 11, 27), "Vrij."),
        lambda: vrije_dagen.haal_weg(nummer, "Niet vrij."),
    ):
        with pytest.raises(Geweigerd), wereld.als(wie):
            daad()
    rij = {
        "convenant": wereld.convenant,
        "dag": date(2026, 11, 27),
        "omschrijving": "Vrij",
        "vastgelegd_op": NU,
    }
    with wereld.als(wie), pytest.raises(DatabaseError), transaction.atomic():
        VrijeDag.objects.create(**rij)
    with wereld.als(wie):
        assert VrijeDag.objects.filter(pk=nummer).delete()[0] == 0
        VrijeDag.objects.get(pk=nummer)


def test_van_een_ander_convenant_is_hij_er_niet(wereld: Wereld) -> None:
    haarlem = werelden.maak("haarlem")
    with haarlem.als("gemeente/beleidsadviseur"):
        vrije_dagen.voeg_toe(BRUGDAG, "Brugdag.")
        (dag,) = vrije_dagen.dagen()
    with wereld.als("hugo"), pytest.raises(NietGevonden):
        vrije_dagen.haal_weg(dag.id, "Niet van mij.")
    with als_systeem("termijnen"):
        assert klokken.vrije_dagen(haarlem.convenant) == {BRUGDAG}
        assert klokken.vrije_dagen(wereld.convenant) == frozenset()


def test_de_geschiedenis_zegt_wie_wat_vastlegde(wereld: Wereld, als_eigenaar: Callable) -> None:
    voeg_toe(wereld)
    with stel_in(TWEE_UUR), wereld.als("hugo"):
        vrije_dagen.haal_weg(vrije_dagen.dagen()[0].id, "Toch open.")
        nieuwste, eerste = inrichting.geschiedenis()[0]
    assert (eerste.soort, eerste.nieuw, eerste.door) == ("vrije_dag", "26-11-2026, Brugdag.", "Hugo")
    assert (nieuwste.soort, nieuwste.oud, nieuwste.reden) == (
        "vrije_dag_weg",
        "26-11-2026, Brugdag.",
        "Toch open.",
    )
    with als_eigenaar():
        assert Inrichtingsgebeurtenis.objects.filter(door=wereld.mensen["hugo"]).count() == 2


def tekst(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.eis("HEE-2.6")
def test_op_het_scherm(klant: Callable[[str], Client], django_assert_max_num_queries: Callable) -> None:
    hugo, hier = klant("hugo"), reverse("inrichting_vrije_dagen", args=["heemstede"])
    assert "Er zijn geen eigen vrije dagen." in tekst(hugo.get(hier))
    assert hier in tekst(hugo.get(reverse("inrichting", args=["heemstede"])))
    fout = hugo.post(hier, {"dag": "28-11-2026", "omschrijving": "Zaterdag"})
    assert "Deze dag telt al niet mee" in tekst(fout)
    assert 'value="Zaterdag"' in tekst(fout)
    goed = hugo.post(hier, {"dag": "26-11-2026", "omschrijving": "Brugdag"}, follow=True)
    assert "De vrije dag is vastgelegd." in tekst(goed)
    assert "26 november 2026" in tekst(goed)
    with django_assert_max_num_queries(22):
        hugo.get(hier)
    nummer = goed.context["dagen"][0].id
    weg = reverse("inrichting_vrije_dag_weg", args=["heemstede", nummer])
    assert titel(hugo.post(weg, {"reden": ""})).startswith("Fout: ")
    assert "De vrije dag is weggehaald." in tekst(hugo.post(weg, {"reden": "Toch open."}, follow=True))
    assert hugo.get(weg).status_code == 404
    assert "Reden: Toch open." in tekst(hugo.get(reverse("inrichting_geschiedenis", args=["heemstede"])))
