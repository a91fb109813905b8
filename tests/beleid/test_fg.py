"""The functionaris gegevensbescherming of every party, in all five: reads of the own party, and nothing besides."""

import pytest

from convenant.beleid.fg import bevoegdheden_fg, functionarissen
from convenant.beleid.register import register
from convenant.beleid.taal import EXTERN, INZIEN, Functie, Kant
from tools.catalogus import CONVENANTEN

from .tabel import VAN_FG

FG = "functionaris_gegevensbescherming"
BAAS, HOOFD = Kant("gemeente", "baas"), Kant("gemeente", "hoofd")
COLLEGAS = (
    Functie("gemeente", "lezer", "Leest.", "X-1", BAAS, HOOFD, vereist=("lid",), maximum=1),
    Functie("gemeente", "baas", "Beheert.", "X-1", HOOFD, BAAS),
    Functie("corporatie", "melder", "Meldt.", "X-1"),
)


def test_is_registered_and_granted_like_the_first_colleague_and_works_with_none():
    """Facts of its own, no maximum; a soort that is not named gets none."""
    (fg,) = functionarissen(COLLEGAS, "X-2", {"gemeente": ("zwijgt",)})
    assert (fg.soort, fg.naam, fg.eis) == ("gemeente", FG, "X-2")
    assert (fg.registreert, fg.verleent) == (BAAS, HOOFD)
    assert (fg.vereist, fg.onverenigbaar, fg.maximum) == (("zwijgt",), ("lezer", "baas"), None)
    (rij,) = bevoegdheden_fg({"gemeente": ()}, "X-2")
    assert (rij.functie, rij.soort, rij.handelingen, rij.eis, rij.bereik) == (
        FG,
        "gemeente",
        VAN_FG,
        "X-2",
        "partij",
    )


@pytest.mark.eis("HEE-3.3", "MAA-OW.6", "ZOE-6.V", "HAA-PR7.3", "KRI-10.1")
@pytest.mark.parametrize("code", CONVENANTEN)
def test_every_party_may_have_one_and_it_changes_nothing(code):
    """No case, no step, no exchange on either end, in any of the five (AVG 38.6)."""
    beleid = register.geef(code)
    soorten = {functie.soort for functie in beleid.functies if functie.soort not in EXTERN}
    assert {functie.soort for functie in beleid.functies if functie.naam == FG} == soorten
    verbs = {verb for rij in beleid.bevoegdheden if rij.functie == FG for verb in rij.handelingen}
    assert verbs == set(VAN_FG)
    assert INZIEN not in verbs
    assert verbs.isdisjoint(overgang.handeling for overgang in beleid.overgangen)
    assert verbs.isdisjoint(gegevensset.handeling for gegevensset in beleid.gegevenssets)
    kanten = {kant for gegevensset in beleid.gegevenssets for kant in gegevensset.van + gegevensset.aan}
    assert FG not in {kant.functie for kant in kanten}
