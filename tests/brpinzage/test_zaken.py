"""A case and the work list as the colleagues of a group have them, with a deviation as the example (HEE-2.6)."""

import pytest

from brpinzage import afwijkingen
from convenant.poort import dossier, werklijst
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.models import Logregel
from convenant.poort.werklijst import AAN_ZET, VAN_MIJ, VAN_NIEMAND, Lijst
from convenant.verstrekkingen.models import Ontvangst
from tests.brpinzage.test_afwijkingen import bevind, meld
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


def test_toewijzen_overnemen_en_teruggeven(wereld):
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
        assert dossier.wijs_toe(zaak, bert) == "Bert"
    assert behandelaar() == ("Bert", [zaak], [])
    with wereld.als("anna"):
        for vreemd in (wereld.mensen["carla"].pk, wereld.mensen["eva"].pk, wereld.mensen["dirk"].pk, 0):
            with pytest.raises(Ongeldig):
                dossier.wijs_toe(zaak, vreemd)
        assert dossier.wijs_toe(zaak, None) == ""
    assert behandelaar() == ("", [], [zaak])
    with wereld.als("carla"), pytest.raises(NietGevonden):
        dossier.wijs_toe(zaak, None)


def test_wie_vertrekt_geeft_zijn_werk_terug(wereld, als_eigenaar):
    zaak = bevind(wereld)
    with wereld.als("anna"):
        dossier.wijs_toe(zaak, wereld.mensen["bert"].pk)
    with als_eigenaar():
        wereld.autorisaties["bert"].tot = NU.date()
        wereld.autorisaties["bert"].save()
    with wereld.als("anna"):
        assert [(r.zaak_id, r.behandelaar) for r in werklijst.werklijst(Lijst(van=VAN_NIEMAND))] == [
            (zaak, "")
        ]
        assert dossier.lees_zaak(zaak).behandelaar is None


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
        lambda: dossier.wijs_toe(zaak, None),
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
