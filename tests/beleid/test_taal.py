"""The words of the policy language that no single convenant explains."""

from dataclasses import replace

import pytest

from convenant.beleid.beslissing import Stand, Vraag, beslis, doorsnede
from convenant.beleid.register import fouten
from convenant.beleid.taal import (
    BEGIN,
    INZIEN,
    Beleid,
    Bevoegdheid,
    Doel,
    Feit,
    Functie,
    Gegevensset,
    Grondslag,
    Kant,
    Lijst,
    Overgang,
    Veldgrens,
)

A, B = Kant("partij", "gever"), Kant("partij", "lezer")
BELEID = Beleid(
    code="proef",
    versie=1,
    naam="Proef",
    functies=(Functie("partij", "gever", "Geeft.", "P-1"), Functie("partij", "lezer", "Leest.", "P-1")),
    bevoegdheden=(
        Bevoegdheid("gever", "partij", ("geven", INZIEN), "P-1"),
        Bevoegdheid("lezer", "partij", (INZIEN,), "P-1"),
    ),
    doelen=(Doel("bellen", "Bellen.", "P-2"), Doel("tellen", "Tellen.", "P-2")),
    grondslagen=(Grondslag("taak", "Een taak.", "P-3"),),
    gegevenssets=(
        Gegevensset(
            "contact",
            ("telefoon", "soort"),
            van=(A,),
            aan=(B,),
            handeling="geven",
            doelen=("bellen", "tellen"),
            grondslagen=("taak",),
            grenzen=(Veldgrens(("telefoon",), "P-4", doelen=("bellen",)),),
            eis="P-5",
        ),
    ),
)
(CONTACT,) = BELEID.gegevenssets


def test_grens_opent_een_veld_alleen_voor_haar_doelen():
    def velden(handeling, wie, tegenpartij, doel):
        vraag = Vraag(wie, handeling, gegevensset="contact", tegenpartij=tegenpartij, doel=doel)
        return beslis(BELEID, vraag, Stand()).velden

    assert velden("geven", A, B, "bellen") == ("telefoon", "soort")
    assert velden("geven", A, B, "tellen") == ("soort",)
    assert velden(INZIEN, B, None, "bellen") == ("telefoon", "soort")
    assert velden(INZIEN, B, None, "tellen") == ("soort",)
    assert velden(INZIEN, B, None, "") == ("soort",)


def test_grens_met_een_doel_dat_de_set_niet_kent_laadt_niet():
    fout_beleid = BELEID.anders(
        gegevenssets=(_anders(grenzen=(Veldgrens(("soort",), "P-4", doelen=("weten",)),)),)
    )
    assert any("onbekend doel weten" in fout for fout in fouten(fout_beleid))


def test_set_zonder_persoonsgegevens_deelt_geen_veld_met_een_set_die_ze_heeft():
    telling = _anders(naam="telling", velden=("aantal",), grenzen=(), persoonsgegeven=False)
    assert list(fouten(BELEID.anders(gegevenssets=(CONTACT, telling)))) == []
    lek = _anders(naam="telling", velden=("aantal", "telefoon"), grenzen=(), persoonsgegeven=False)
    assert any("telefoon" in fout for fout in fouten(BELEID.anders(gegevenssets=(CONTACT, lek))))


@pytest.mark.parametrize("deel", ["doelen", "grondslagen"])
def test_set_over_personen_heeft_een_doel_en_een_grondslag(deel):
    """Without one of them it does not load; had it loaded, it would not go either (AVG 5 and 6)."""
    zonder = BELEID.anders(gegevenssets=(_anders(**{deel: (), "grenzen": ()}),))
    assert list(fouten(zonder)) == ["contact: over personen, maar zonder doel of grondslag"]
    vraag = Vraag(A, "geven", gegevensset="contact", tegenpartij=B, doel="bellen")
    assert beslis(BELEID, vraag, Stand()).mag
    assert not beslis(zonder, vraag, Stand()).mag


def test_set_over_niemand_gaat_zonder_doel_en_grondslag():
    """What nobody is concerned in needs no purpose; one it does name is weighed all the same."""
    telling = {"velden": ("aantal",), "grenzen": (), "persoonsgegeven": False}
    vraag = Vraag(A, "geven", gegevensset="contact", tegenpartij=B, doel="bellen")
    leeg = BELEID.anders(gegevenssets=(_anders(**telling, doelen=(), grondslagen=()),))
    assert list(fouten(leeg)) == []
    uitkomst = beslis(leeg, vraag, Stand())
    assert (uitkomst.mag, uitkomst.doel, uitkomst.grondslag) == (True, "", "")
    met_doel = BELEID.anders(gegevenssets=(_anders(**telling),))
    assert not beslis(met_doel, replace(vraag, doel="iets anders"), Stand()).mag
    assert beslis(met_doel, vraag, Stand()).doel == "bellen"


def test_wie_aan_zet_is():
    """The step waits for whoever must act next, not for whoever may correct; at its end for nobody."""
    stappen = (
        Overgang(BEGIN, "geven", "gegeven", (A,), "P-1"),
        Overgang("gegeven", "verbeteren", "gegeven", (A,), "P-1", vrij=True),
        Overgang("gegeven", "lezen", "gelezen", (B,), "P-1"),
        Overgang("gelezen", "heropenen", "gegeven", (A,), "P-1", vrij=True),
        Overgang("gegeven", "weggooien", "weg", (A, B), "P-1", vrij=True),
    )
    beleid = BELEID.anders(overgangen=stappen)
    assert (beleid.aan_zet(BEGIN), beleid.aan_zet("gegeven"), beleid.aan_zet("gelezen")) == ((A,), (B,), ())
    assert [stap for stap in beleid.stappen if beleid.is_einde(stap)] == ["weg"]


def test_zonder_het_feit_blijft_alleen_de_datum_van_een_verstrekking():
    """Refused too: the log may not tell when somebody tried. Who reads it later has a time of his own."""
    stil = BELEID.anders(
        gegevenssets=(_anders(tijdstip_mits="bekend"),),
        feiten=(Feit("bekend", "zaak", "Bekend.", "Onbekend.", "P-6"),),
    )

    def alleen_datum(stand, **vraag):
        gesteld = Vraag(**{"wie": A, "handeling": "geven", "tegenpartij": B, "doel": "bellen"} | vraag)
        return beslis(stil, replace(gesteld, gegevensset="contact"), stand).alleen_datum

    assert alleen_datum(Stand())
    assert alleen_datum(Stand(), wie=B)
    assert not alleen_datum(Stand({"bekend": True}))
    assert not alleen_datum(Stand(), wie=B, handeling=INZIEN)
    gewoon = Vraag(A, "geven", gegevensset="contact", tegenpartij=B, doel="bellen")
    assert not beslis(BELEID, gewoon, Stand()).alleen_datum
    twee_versies = (beslis(BELEID, gewoon, Stand()), beslis(stil, gewoon, Stand()))
    assert doorsnede(twee_versies).alleen_datum
    assert list(fouten(BELEID.anders(gegevenssets=(_anders(tijdstip_mits="bekend"),)))) == [
        "onbekend feit: bekend"
    ]


def test_een_lijst_staat_er_een_keer():
    kleuren = Lijst("kleuren", ("rood", "groen"), "P-7")
    assert BELEID.anders(lijsten=(kleuren,)).lijst("kleuren").waarden == ("rood", "groen")
    assert any("dubbel" in fout for fout in fouten(BELEID.anders(lijsten=(kleuren, kleuren))))


def _anders(**velden):
    return type(CONTACT)(**{**vars(CONTACT), **velden})
