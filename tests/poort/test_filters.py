"""Saved parts of the work list: one's own, by name, one of them how the list opens."""

import pytest

from convenant.poort import filters
from convenant.poort.handeling import NietGevonden, Ongeldig
from tests.wereld import Wereld

TE_LAAT = {"stand": "open", "termijn": "verlopen"}


def test_van_wie_het_bewaarde_en_van_niemand_anders(wereld: Wereld) -> None:
    """Not of the colleague in the same functie either."""
    with wereld.als("anna"):
        nummer = filters.bewaar("Wat te laat is", TE_LAAT)
        assert [(rij.naam, rij.keuze, rij.standaard) for rij in filters.filters()] == [
            ("Wat te laat is", TE_LAAT, False)
        ]
    with wereld.als("bert"):
        assert filters.filters() == []
        for doe in (
            lambda: filters.geef(nummer),
            lambda: filters.wijzig(nummer, "Van mij", False),
            lambda: filters.verwijder(nummer),
        ):
            with pytest.raises(NietGevonden):
                doe()
        filters.bewaar("Wat te laat is", TE_LAAT)  # the same name is no clash
    with wereld.als("anna"):
        filters.verwijder(nummer)
        assert filters.filters() == []


def test_hoogstens_een_opent_de_lijst(wereld: Wereld) -> None:
    with wereld.als("anna"):
        een, ander = filters.bewaar("Een", TE_LAAT, True), filters.bewaar("Ander", TE_LAAT, True)
        assert [(rij.naam, rij.standaard) for rij in filters.filters()] == [("Ander", True), ("Een", False)]
        filters.wijzig(een, "Eerste", True)
        filters.wijzig(ander, "Ander", False)
        assert [(rij.naam, rij.standaard) for rij in filters.filters()] == [
            ("Ander", False),
            ("Eerste", True),
        ]


def test_een_naam_maar_een_keer_en_niet_eindeloos_veel(wereld: Wereld) -> None:
    with wereld.als("anna"):
        filters.bewaar("0", TE_LAAT)
        with pytest.raises(Ongeldig) as fout:
            filters.bewaar("0", {})
        assert fout.value.fouten == {"naam": filters.DUBBEL}
        nummer = filters.bewaar("1", TE_LAAT)
        with pytest.raises(Ongeldig):
            filters.wijzig(nummer, "0", False)
        for volgende in range(2, filters.MEESTE):
            filters.bewaar(str(volgende), TE_LAAT)
        with pytest.raises(Ongeldig) as fout:
            filters.bewaar("een te veel", TE_LAAT)
        assert fout.value.fouten == {"naam": filters.VOL}
        assert len(filters.filters()) == filters.MEESTE
