"""Every order and every part of the work list: nothing twice, nothing missed, forward and back, along an index."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import product

import pytest
from django.db import connection

from convenant.poort import dossier, werklijst, zaken
from convenant.poort.lijst import (
    GESLOTEN,
    NIEUWSTE,
    OP_KENMERK,
    OP_STAP,
    OP_TERMIJN,
    OPEN,
    VAN_NIEMAND,
    VERLOPEN,
    WEEK,
    ZONDER,
    Lijst,
    basis,
    rijen_sql,
)
from convenant.tijd import stel_in
from convenant.zaken.models import Toegang
from tests.poort.test_verstrek import meld
from tests.proef import maak_proef
from tests.tables import once
from tests.wereld import NU, Wereld

VOLGORDES = (OP_TERMIJN, NIEUWSTE, OP_KENMERK, OP_STAP)
# days left, own reference, and whether leerplicht took it up: each column with equals and, where it can, without a value
ZAKEN = (
    (3, "B-2", False),
    (None, "", True),
    (-1, "", False),
    (3, "A-1", True),
    (None, "B-2", False),
    (20, "", True),
)


@once
def maak_zaken() -> tuple[Wereld, list[int]]:
    """Six cases of lies, as ZAKEN says."""
    with stel_in(NU):
        proef = maak_proef()
        ids = []
        for dagen, kenmerk, opgepakt in ZAKEN:
            zaak = meld(proef).zaak
            assert zaak is not None
            with proef.als("lies"):
                if opgepakt:
                    with zaken.doe(zaak, "oppakken"):
                        pass
                termijn = NU + timedelta(days=dagen) if dagen else None
                Toegang.objects.filter(content_object=zaak).update(termijn=termijn)
                dossier.geef_kenmerk(zaak.pk, kenmerk)
            ids.append(zaak.pk)
    return proef, ids


@pytest.fixture
def lijst(db: None) -> Callable[..., list[int]]:
    """`lijst(Lijst(…))`: which of the six, by their place in ZAKEN."""
    proef, ids = maak_zaken()

    def geef(gevraagd: Lijst) -> list[int]:
        with stel_in(NU), proef.als("lies"):
            return [ids.index(regel.zaak_id) for regel in werklijst.werklijst(gevraagd)]

    return geef


@pytest.mark.parametrize(
    ("volgorde", "verwacht"),
    [
        (OP_TERMIJN, [2, 0, 3, 5, 1, 4]),
        (NIEUWSTE, [5, 4, 3, 2, 1, 0]),
        (OP_KENMERK, [3, 0, 4, 1, 2, 5]),
        (OP_STAP, [2, 0, 4, 3, 5, 1]),  # gemeld, in_behandeling; in each what comes first
    ],
)
def test_elke_volgorde(lijst, volgorde: str, verwacht: Sequence[int]) -> None:
    assert lijst(Lijst(volgorde=volgorde)) == verwacht


@pytest.mark.parametrize(("volgorde", "aantal"), list(product(VOLGORDES, (1, 2, 4))))
def test_bladeren_heen_en_terug(db: None, volgorde: str, aantal: int) -> None:
    """Page by page it is the whole list, and the way back gives the same pages."""
    proef, _ = maak_zaken()
    with stel_in(NU), proef.als("lies"):
        alles = [regel.zaak_id for regel in werklijst.werklijst(Lijst(volgorde=volgorde))]
        heen, bladzijde = [], werklijst.blader(Lijst(volgorde=volgorde, aantal=aantal))
        assert bladzijde.vorige is None
        heen.append(bladzijde)
        while bladzijde.volgende:
            bladzijde = werklijst.blader(Lijst(volgorde=volgorde, na=bladzijde.volgende, aantal=aantal))
            heen.append(bladzijde)
        assert [regel.zaak_id for blad in heen for regel in blad.regels] == alles
        terug = [bladzijde]
        while bladzijde.vorige:
            bladzijde = werklijst.blader(Lijst(volgorde=volgorde, voor=bladzijde.vorige, aantal=aantal))
            terug.append(bladzijde)
        assert [blad.regels for blad in terug] == [blad.regels for blad in reversed(heen)]


@pytest.mark.parametrize(
    ("deel", "verwacht"),
    [
        ({"stap": "in_behandeling"}, [3, 5, 1]),
        ({"stap": "gemeld", "termijn": ZONDER}, [4]),
        ({"termijn": VERLOPEN}, [2]),
        ({"termijn": WEEK}, [0, 3]),
        ({"termijn": WEEK, "stap": "gemeld", "van": VAN_NIEMAND}, [0]),
        ({"nieuw": True}, [2, 0, 4]),  # what lies took up herself she has seen
        ({"nieuw": True, "volgorde": NIEUWSTE, "stand": OPEN}, [4, 2, 0]),
        ({"stand": GESLOTEN}, []),
    ],
)
def test_elk_deel(lijst, deel: dict[str, object], verwacht: Sequence[int]) -> None:
    assert lijst(Lijst(**deel)) == verwacht


def test_te_laat_is_op_het_moment_zelf(db: None) -> None:
    """Half-open: what is due at midnight is late from midnight on, and not before."""
    proef, ids = maak_zaken()
    for moment, verwacht in ((-1, []), (0, [ids[2]])):
        with stel_in(NU - timedelta(days=1) + timedelta(seconds=moment)), proef.als("lies"):
            assert [regel.zaak_id for regel in werklijst.werklijst(Lijst(termijn=VERLOPEN))] == verwacht


def test_wat_intussen_is_afgerond_is_geen_plaats_in_de_lijst(db: None) -> None:
    """Whoever finishes the last case of a page goes on at the start, and misses nothing."""
    proef, ids = maak_zaken()
    with stel_in(NU), proef.als("lies"):
        (eerste,) = werklijst.werklijst(Lijst(volgorde=OP_STAP, stap="in_behandeling", aantal=1))
        zaak = zaken.zaak_van(eerste.zaak_id)
        with zaken.doe(zaak, "antwoorden"):
            pass
        verder = werklijst.werklijst(Lijst(volgorde=OP_STAP, stap="in_behandeling", na=eerste.zaak_id))
        assert [regel.zaak_id for regel in verder] == [ids[5], ids[1]]
        assert [regel.zaak_id for regel in werklijst.werklijst(Lijst(GESLOTEN))] == [eerste.zaak_id]


# Of so few cases the index by case is in the same order as that of the group, and as good.
INDEX = {
    OP_TERMIJN: ("toegang_lijst",),
    NIEUWSTE: ("toegang_nieuwste", "toegang_zaak"),
    OP_KENMERK: ("toegang_kenmerk",),
    OP_STAP: ("toegang_stap",),
}


@pytest.mark.parametrize(("volgorde", "terug"), list(product(VOLGORDES, (False, True))))
def test_elke_volgorde_loopt_langs_een_index(db: None, volgorde: str, terug: bool) -> None:
    """From an anchor on, both ways: never by sorting all there is. Equal references are sorted among themselves."""
    proef, ids = maak_zaken()
    with stel_in(NU), proef.als("lies") as beurt:
        anker = Toegang.objects.get(content_object=ids[0], group_id=beurt.wie.groep)
        plaats = {"voor": ids[0]} if terug else {"na": ids[0]}
        sql, waarden = rijen_sql(Lijst(volgorde=volgorde, **plaats), anker, [])
        with connection.cursor() as cursor:
            cursor.execute(
                "set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off"
            )
            cursor.execute(f"explain {sql}", basis() | waarden)
            plan = "\n".join(regel for (regel,) in cursor.fetchall())
    assert any(index in plan for index in INDEX[volgorde]), plan
    assert "->  Sort" not in plan, plan
    assert "Disabled: true" not in plan, plan
