"""Two beheerders at once, on real connections: one confirmation counts, and one dwelling goes to one corporatie."""

from collections.abc import Callable

import pytest

from brpinzage import voorstel
from brpinzage.rijen import Bezitrij
from convenant.poort.handeling import Ongeldig
from tests.brpinzage.test_laden_samen import Draad, wacht_tot_er_een_wacht
from tests.brpinzage.test_voorstel import PLEIN_1, VANDAAG, bevestig, bezit_van, leg_voor

pytestmark = pytest.mark.eis("HEE-2.3")


def tegelijk(wereld, eerste: Callable[[], object], tweede: Callable[[], object]) -> object:
    """What becomes of the second, while the first holds the stock and has not ended."""
    with wereld.als("ina"):
        eerste()
        draad = Draad(tweede)
        wacht_tot_er_een_wacht()
    return draad.klaar()


def test_twee_keer_tegelijk_bevestigen_is_een_keer(vaste_wereld):
    id = leg_voor(vaste_wereld, Bezitrij(PLEIN_1, VANDAAG), heel=True)
    uitkomst = tegelijk(vaste_wereld, lambda: voorstel.bevestig(id), lambda: bevestig(vaste_wereld, id))
    assert isinstance(uitkomst, Ongeldig)
    assert uitkomst.fouten == {"": voorstel.WEG}
    assert bezit_van(vaste_wereld) == [PLEIN_1.sleutel]


def test_twee_corporaties_krijgen_niet_tegelijk_dezelfde_woning(vaste_wereld):
    van_ina = leg_voor(vaste_wereld, Bezitrij(PLEIN_1, VANDAAG))
    van_jan = leg_voor(vaste_wereld, Bezitrij(PLEIN_1, VANDAAG), naam="jan")
    uitkomst = tegelijk(
        vaste_wereld, lambda: voorstel.bevestig(van_ina), lambda: bevestig(vaste_wereld, van_jan, "jan")
    )
    assert isinstance(uitkomst, Ongeldig)
    assert PLEIN_1.sleutel in bezit_van(vaste_wereld)
    assert PLEIN_1.sleutel not in bezit_van(vaste_wereld, "jan")
