"""A case and the work list as the colleagues of a group have them, with a deviation as the example (HEE-2.6)."""

import pytest

from brpinzage import afwijkingen
from convenant.poort import dossier, toewijzen, werklijst
from convenant.poort.handeling import Geweigerd
from convenant.poort.lijst import AAN_ZET, Lijst
from convenant.poort.models import Logregel
from convenant.verstrekkingen.models import Ontvangst
from tests.brpinzage.test_afwijkingen import meld
from tests.wereld import LINDELAAN_12, NU
from tests.zaken import zie

pytestmark = pytest.mark.eis("HEE-2.6")


def test_alleen_wie_aan_zet_is_staat_in_de_lijst_als_aan_zet(wereld):
    zaak = meld(wereld)
    for naam, aan_zet in (("anna", False), ("bert", False), ("eva", True)):
        gezien = zie(wereld, naam, zaak)
        assert gezien.eigen_zet is aan_zet
        with wereld.als(naam):
            assert [r.zaak_id for r in werklijst.werklijst(Lijst(AAN_ZET))] == ([zaak] if aan_zet else [])
    assert zie(wereld, "eva", zaak).handelingen == ("onderzoek_starten",)
    assert set(zie(wereld, "anna", zaak).handelingen) == {"afwijking_melden", "afwijking_intrekken"}


def test_nieuw_tot_iemand_kijkt(wereld):
    zaak = meld(wereld)

    def ongelezen(naam: str) -> bool:
        with wereld.als(naam):
            return next(r.ongelezen for r in werklijst.werklijst() if r.zaak_id == zaak)

    assert (ongelezen("eva"), ongelezen("anna"), ongelezen("bert")) == (True, False, True)
    zie(wereld, "eva", zaak)
    assert ongelezen("eva") is False
    with wereld.als("eva"):
        afwijkingen.start_onderzoek(zaak)
    assert (ongelezen("eva"), ongelezen("anna")) == (False, True)


def test_zoeken_op_nummer_kenmerk_en_adres_in_eigen_zaken(wereld):
    zaak = meld(wereld)
    nummer = zie(wereld, "anna", zaak).nummer
    with wereld.als("anna"):
        dossier.geef_kenmerk(zaak, " HD-2026/7 ")
        assert dossier.lees_zaak(zaak).kenmerk == "HD-2026/7"

    def gevonden(naam: str, tekst: str, sleutel: str = "") -> list[int]:
        with wereld.als(naam):
            return [regel.zaak_id for regel in werklijst.zoek(tekst, sleutel)]

    assert gevonden("anna", nummer) == gevonden("eva", nummer) == [zaak]
    assert gevonden("bert", "HD-2026/7") == [zaak]
    assert gevonden("eva", "HD-2026/7") == []  # another group's own affair
    assert gevonden("eva", "", LINDELAAN_12.sleutel) == [zaak]
    for naam in ("carla", "hugo", "frits"):
        assert gevonden(naam, nummer) == gevonden(naam, "", LINDELAAN_12.sleutel) == []


def test_een_zaak_openen_is_een_regel_met_de_getoonde_kopieen(wereld):
    zaak = meld(wereld)
    gezien = zie(wereld, "eva", zaak)
    (stuk,) = gezien.stukken
    with wereld.als("frits"):
        (regel,) = Logregel.objects.filter(handeling="zaak_inzien", medewerker_id=wereld.mensen["eva"].pk)
    assert regel.object == f"{gezien.nummer} {stuk.gelezen.id if stuk.gelezen else ''}"


@pytest.mark.eis("HEE-7.1")
def test_met_ingetrokken_toegang_gaat_geen_zaak_meer_open(wereld, als_eigenaar):
    zaak = meld(wereld)
    with als_eigenaar():
        wereld.deelnames["linde"].toegang_ingetrokken_op = NU
        wereld.deelnames["linde"].save()
    for doe in (
        lambda: dossier.lees_zaak(zaak),
        lambda: werklijst.werklijst(),
        lambda: werklijst.zoek("x"),
        lambda: dossier.geef_kenmerk(zaak, "x"),
        lambda: toewijzen.wijs_toe(zaak, None, None),
        lambda: afwijkingen.trek_in(zaak, "Fout."),
    ):
        with pytest.raises(Geweigerd, match="HEE-7.1"), wereld.als("anna"):
            doe()
    zie(wereld, "eva", zaak)  # what was sent stays with who received it


@pytest.mark.eis("HEE-14")
def test_een_kopie_die_voorbij_is_wordt_niet_meer_gevonden(wereld, als_eigenaar):
    """Before the task destroys it too: what is over is over."""
    zaak = meld(wereld)
    with wereld.als("eva"):
        assert [regel.zaak_id for regel in werklijst.zoek("", LINDELAAN_12.sleutel)] == [zaak]
    with als_eigenaar():
        Ontvangst.objects.update(bewaren_tot=NU)
    with wereld.als("eva"):
        assert werklijst.zoek("", LINDELAAN_12.sleutel) == []
