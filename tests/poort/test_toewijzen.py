"""Who handles a case: assign, take, take over, hand back, several at once; and what the colleague hears of it."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from brpinzage import afwijkingen
from brpinzage.afwijkingen import Bevinding
from convenant.berichten.models import Bericht
from convenant.poort import toewijzen, verdeling, werklijst
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.lijst import OPEN, VAN_MIJ, VAN_NIEMAND, VERLOPEN, WEEK, Lijst
from convenant.poort.models import Logregel
from convenant.tijd import stel_in
from tests.brpinzage.test_afwijkingen import FOUT, bevind
from tests.wereld import LINDELAAN_14A, NU, Wereld
from tests.zaken import tegelijk


def tweede(wereld: Wereld) -> int:
    """Another case of De Linde."""
    ontvangst = wereld.raadpleeg("anna", LINDELAAN_14A)
    with wereld.als("anna"):
        return afwijkingen.wijkt_af(ontvangst, Bevinding(["mist"], FOUT.aard, FOUT.toelichting))


@pytest.fixture
def post(als_eigenaar) -> Callable[[], list[tuple[str, str, str]]]:
    """Every message there is: to whom, what it says, and where it leads."""

    def lees() -> list[tuple[str, str, str]]:
        with als_eigenaar():
            rijen = Bericht.objects.select_related("account").order_by("onderwerp")
            return [(rij.account.naam, rij.onderwerp, rij.pad) for rij in rijen]

    return lees


def nummer(wereld: Wereld, zaak: int) -> str:
    with wereld.als("anna"):
        return next(regel.nummer for regel in werklijst.werklijst() if regel.zaak_id == zaak)


def test_toewijzen_overnemen_en_teruggeven(wereld: Wereld) -> None:
    zaak = bevind(wereld)
    bert = wereld.mensen["bert"].pk

    def behandelaar() -> tuple[str, list[int], list[int]]:
        with wereld.als("bert"):
            (regel,) = werklijst.werklijst()
            mij = [r.zaak_id for r in werklijst.werklijst(Lijst(van=VAN_MIJ))]
            niemand = [r.zaak_id for r in werklijst.werklijst(Lijst(van=VAN_NIEMAND))]
            return regel.behandelaar, mij, niemand

    assert behandelaar() == ("", [], [zaak])
    with wereld.als("anna"):
        assert toewijzen.wijs_toe(zaak, bert, None).aan == bert
        assert [r.zaak_id for r in werklijst.werklijst(Lijst(van=str(bert)))] == [zaak]
    assert behandelaar() == ("Bert", [zaak], [])
    with wereld.als("anna"):
        for vreemd in (wereld.mensen["carla"].pk, wereld.mensen["eva"].pk, wereld.mensen["dirk"].pk, 0):
            with pytest.raises(Ongeldig):
                toewijzen.wijs_toe(zaak, vreemd, bert)
        assert toewijzen.wijs_toe(zaak, None, bert).van == bert
    assert behandelaar() == ("", [], [zaak])
    with wereld.als("carla"), pytest.raises(NietGevonden):
        toewijzen.wijs_toe(zaak, None, None)


def test_wie_de_zaak_krijgt_of_kwijtraakt_krijgt_een_bericht(wereld: Wereld, post) -> None:
    """Nobody hears of what they did themselves."""
    zaak = bevind(wereld)
    anna, bert = wereld.mensen["anna"].pk, wereld.mensen["bert"].pk
    with wereld.als("anna"):
        toewijzen.wijs_toe(zaak, anna, None)
    assert post() == []
    with wereld.als("bert"):
        toewijzen.wijs_toe(zaak, bert, anna)
    pad, wat = f"/heemstede/zaken/{zaak}/", f"zaak {nummer(wereld, zaak)}"
    assert post() == [("Anna", f"U bent niet meer de behandelaar van {wat}", pad)]
    with wereld.als("anna"):
        toewijzen.wijs_toe(zaak, bert, bert)  # had it already: nothing to tell
        toewijzen.wijs_toe(zaak, None, bert)
        toewijzen.wijs_toe(zaak, bert, None)
    assert post()[1:] == [
        ("Bert", f"U bent niet meer de behandelaar van {wat}", pad),
        ("Bert", f"U bent nu de behandelaar van {wat}", pad),
    ]


@pytest.mark.django_db(transaction=True)
def test_twee_die_tegelijk_overnemen(vaste_wereld: Wereld) -> None:
    """One has it; the other sees who, and changed nothing."""
    zaak = bevind(vaste_wereld)

    def neem(naam: str) -> str:
        try:
            toewijzen.wijs_toe(zaak, vaste_wereld.mensen[naam].pk, None)
        except Ongeldig as fout:
            return fout.fouten["behandelaar"]
        return ""

    uitkomsten = tegelijk(vaste_wereld, *((naam, partial(neem, naam)) for naam in ("anna", "bert")))
    assert sorted(map(bool, uitkomsten)) == [False, True]
    wie = ("Anna", "Bert")[uitkomsten.index("")]
    assert f"is intussen van {wie}" in "".join(uitkomsten)
    with vaste_wereld.als("anna"):
        assert [regel.behandelaar for regel in werklijst.werklijst()] == [wie]


def test_meer_tegelijk_waarvan_een_deel_niet_lukt(wereld: Wereld, post) -> None:
    """What does not succeed says why, the rest goes on; one line in the log for each, one message in all."""
    eerste, ander = bevind(wereld), tweede(wereld)
    anna, bert = wereld.mensen["anna"].pk, wereld.mensen["bert"].pk
    with wereld.als("anna"):
        toewijzen.wijs_toe(ander, anna, None)
        gedaan = toewijzen.wijs_alle_toe([(ander, None), (eerste, None), (10**9, None)], bert)
    assert [(rij.zaak_id, rij.fout) for rij in gedaan] == [
        (eerste, ""),
        (ander, f"Zaak {nummer(wereld, ander)} is intussen van Anna. Er is niets veranderd."),
        (10**9, toewijzen.WEG),
    ]
    with wereld.als("bert"):
        assert [regel.zaak_id for regel in werklijst.werklijst(Lijst(van=VAN_MIJ))] == [eerste]
        toewijzen.wijs_alle_toe([(eerste, bert), (ander, anna)], None)
    with wereld.als("anna"):
        toewijzen.wijs_alle_toe([(eerste, None), (ander, None)], bert)
        assert Logregel.objects.filter(handeling="zaak_toewijzen", uitkomst="toegestaan").count() == 4
        assert Logregel.objects.filter(uitkomst="geweigerd").count() == 1
    assert ("Bert", "U bent nu de behandelaar van 2 zaken", "/heemstede/zaken/?stand=open&van=mij") in post()


def test_van_wie_vertrok_is_van_de_groep(wereld: Wereld, als_eigenaar) -> None:
    """In the list and in its number too, before anything has run."""
    zaak = bevind(wereld)
    bert = wereld.mensen["bert"].pk
    with wereld.als("anna"):
        toewijzen.wijs_toe(zaak, bert, None)
    with als_eigenaar():
        wereld.autorisaties["bert"].tot = NU.date()
        wereld.autorisaties["bert"].save()
    with wereld.als("anna"):
        (regel,) = werklijst.werklijst(Lijst(van=VAN_NIEMAND))
        assert (regel.zaak_id, regel.behandelaar, regel.behandelaar_id) == (zaak, "", None)
        assert werklijst.aantallen()[VAN_NIEMAND] == "1"
        assert [last.open for last in verdeling.verdeling()] == ["0", "1"]
        assert toewijzen.wijs_toe(zaak, wereld.mensen["anna"].pk, None).van is None


def test_de_verdeling_telt_wat_de_lijst_toont(wereld: Wereld) -> None:
    """Each number is the length of the list behind it: before the clock falls, and after."""
    zaken = [bevind(wereld), tweede(wereld)]
    with wereld.als("anna"):
        toewijzen.wijs_toe(zaken[0], wereld.mensen["bert"].pk, None)
    for dagen, verwacht in ((-1, ("1", "0", "0")), (0, ("1", "0", "1")), (9, ("1", "1", "0"))):
        with stel_in(NU + timedelta(days=dagen)), wereld.als("anna"):
            lasten = verdeling.verdeling()
            assert [last.naam for last in lasten] == ["Anna", "Bert", ""]
            assert (lasten[1].open, lasten[1].verlopen, lasten[1].week) == verwacht
            assert lasten[1].oudste == zaken[0]
            for last in lasten:
                for termijn, aantal in (("", last.open), (VERLOPEN, last.verlopen), (WEEK, last.week)):
                    assert len(werklijst.werklijst(Lijst(OPEN, last.van, termijn=termijn))) == int(aantal)
    with wereld.als("eva"):
        assert [last.open for last in verdeling.verdeling()] == ["0", "0"]
