"""Walk (i): somebody reports anonymously. No reporter data anywhere, the date only, the status to parties only."""

import pytest

from convenant.beleid.beslissing import Stand, Vraag, beslis
from convenant.beleid.taal import INZIEN
from meldpunt.beleid import ZOEKLICHT

from .tabel import kant
from .wandeling import Wandeling
from .zoeklicht import BASIS, CORPORATIE, INKOMEN, MELDER, MELDPUNT, WONEN

BURGER = MELDER
MELDING = {
    "adres_straatnaam": "Proefgracht",
    "adres_huisnummer": "7",
    "adres_huisletter": "C",
    "adres_etage": "2",
    "adres_postcode": "1000 AA",
    "adres_woonplaats": "Amsterdam",
    "inhoud_melding": "Elke week andere toeristen.",
    "type_melding": "website",
    "eigenaar_adres": "Corporatie Eigenaar",
    "woning_of_woonboot": "woning",
    "aantal_bewoners": "6",
}
MET_MELDER = MELDING | {"gegevens_melder": "Bo Verzonnen, 06-00000000"}
WOONFRAUDE, WET = "onrechtmatig_gebruik", "huisvestingswet"


@pytest.fixture
def wandeling():
    return Wandeling(ZOEKLICHT, niet_waar=("melder_bekend",))


def meld(wandeling, wie=BURGER, **vraag):
    """Whatever the form sent along: the reporter's details are typed here on purpose."""
    return wandeling.stuur("melding", wie, MELDPUNT, MET_MELDER, doel=WOONFRAUDE, **vraag)


def routeer(wandeling, aan=WONEN):
    waarden = MET_MELDER | {"partij_toegezonden": "Directie Wonen"}
    return wandeling.stuur("routering", MELDPUNT, aan, waarden, doel=WOONFRAUDE, grondslag=WET)


def vraag_stand(wandeling, stand):
    """The citizen, by receipt number; what else the Meldpunt knows is laid out on purpose."""
    weet = {"stand_melding": stand, "status_onderzoek": "onderzoek_loopt"}
    return wandeling.stuur("stand_eigen_melding", MELDPUNT, BURGER, weet)


@pytest.mark.eis("ZOE-4.A1", "ZOE-B1.A1", "ZOE-B1.A2", "ZOE-4.A2", "ZOE-4.A6", "ZOE-B1.A")
def test_een_anonieme_melding_van_begin_tot_eind(wandeling):
    uitkomst = meld(wandeling, grondslag="taak_meldpunt")
    assert uitkomst.alleen_datum
    assert "gegevens_melder" not in uitkomst.velden
    wandeling.iedereen_ziet({MELDPUNT: {"melding": MELDING}, BURGER: {"melding": MELDING}})
    assert vraag_stand(wandeling, "ontvangen").alleen_datum
    burger = {"melding": MELDING, "stand_eigen_melding": {"stand_melding": "ontvangen"}}  # typed and told
    wandeling.iedereen_ziet({MELDPUNT: {"melding": MELDING}, BURGER: burger})

    routeer(wandeling)
    assert wandeling.stap == "melding_gerouteerd"
    doorgezet = {"routering": MELDING | {"partij_toegezonden": "Directie Wonen"}}
    meldpunt = {"melding": MELDING} | doorgezet
    wandeling.iedereen_ziet({MELDPUNT: meldpunt, WONEN: doorgezet, BURGER: burger})

    wandeling.doe(WONEN, "onderzoek_starten")
    status = {"status_onderzoek": "onderzoek_loopt"}
    wandeling.stuur("statusmelding", WONEN, MELDPUNT, status, doel=WOONFRAUDE, grondslag=WET)
    wonen = doorgezet | {"statusmelding": status}
    wandeling.iedereen_ziet({MELDPUNT: meldpunt | {"statusmelding": status}, WONEN: wonen, BURGER: burger})
    vraag_stand(wandeling, "beoordeeld")
    burger["stand_eigen_melding"] = {"stand_melding": "beoordeeld"}
    wandeling.iedereen_ziet({MELDPUNT: meldpunt | {"statusmelding": status}, WONEN: wonen, BURGER: burger})

    wandeling.doe(WONEN, "onderzoek_afronden")
    klaar = {"status_onderzoek": "onderzoek_afgerond"}
    wandeling.stuur("statusmelding", WONEN, MELDPUNT, klaar, doel=WOONFRAUDE, grondslag=WET)
    wonen = doorgezet | {"statusmelding": klaar}
    wandeling.iedereen_ziet({MELDPUNT: meldpunt | {"statusmelding": klaar}, WONEN: wonen, BURGER: burger})
    assert all("06-00000000" not in str(waarden) for *_, waarden in wandeling.kopieen)


@pytest.mark.eis("ZOE-B1.A1", "ZOE-B1.A2")
def test_wie_zijn_naam_geeft_ziet_die_doorgaan_naar_wie_moet_handelen(wandeling):
    """The same walk with a known reporter: the difference is the one field, and a time."""
    wandeling.nu_geldt(melder_bekend=True)
    uitkomst = meld(wandeling, grondslag="taak_meldpunt")
    assert not uitkomst.alleen_datum
    assert wandeling.ziet(MELDPUNT) == {"melding": MET_MELDER}
    routeer(wandeling)
    assert wandeling.ziet(WONEN) == {"routering": MET_MELDER | {"partij_toegezonden": "Directie Wonen"}}
    wandeling.nu_geldt(melder_bekend=False)
    assert "gegevens_melder" not in wandeling.ziet(WONEN)["routering"]


@pytest.mark.eis("ZOE-4.A1")
def test_de_melder_leest_nooit_iets_terug(wandeling):
    meld(wandeling, grondslag="taak_meldpunt")
    for gegevensset in ZOEKLICHT.gegevenssets:
        vraag = Vraag(kant(BURGER), INZIEN, wandeling.stap, gegevensset.naam)
        assert not beslis(ZOEKLICHT, vraag, Stand(wandeling.feiten, wandeling.instellingen)).mag
    wandeling.nu_geldt(ontvangstnummer_klopt=False)
    wandeling.geweigerd(
        "stand_opvragen",
        gegevensset="stand_eigen_melding",
        van=MELDPUNT,
        aan=BURGER,
        feiten={"ontvangstnummer_klopt"},
    )


@pytest.mark.eis("ZOE-4.A6.bericht", "ZOE-4.A6.stand", "ZOE-4.A6")
def test_de_stand_van_het_onderzoek_gaat_alleen_naar_de_partij_die_meldde(wandeling):
    """Decision 58: a citizen never hears that an inquiry at an address runs."""
    bericht = {"doel": WOONFRAUDE, "grondslag": WET}
    wandeling.nu_geldt(melder_bekend=True)
    meld(wandeling, CORPORATIE, grondslag="gerechtvaardigd_belang")
    routeer(wandeling)
    wandeling.geweigerd(
        "partij_informeren",
        gegevensset="statusbericht",
        van=MELDPUNT,
        aan=CORPORATIE,
        eisen={"ZOE-4.A6.bericht"},
        **bericht,
    )
    wandeling.doe(WONEN, "onderzoek_starten")
    wandeling.geweigerd(
        "partij_informeren",
        gegevensset="statusbericht",
        van=MELDPUNT,
        aan=BURGER,
        eisen={"ZOE-4.A6.bericht"},
        **bericht,
    )
    wandeling.nu_geldt(ontvanger_deed_de_melding=False)
    wandeling.geweigerd(
        "partij_informeren",
        gegevensset="statusbericht",
        van=MELDPUNT,
        aan=BASIS,
        feiten={"ontvanger_deed_de_melding"},
        **bericht,
    )
    wandeling.nu_geldt(ontvanger_deed_de_melding=True)
    status = {"status_onderzoek": "onderzoek_loopt"}
    wandeling.stuur("statusbericht", MELDPUNT, CORPORATIE, status | MET_MELDER, **bericht)
    assert wandeling.ziet(CORPORATIE) == {"melding": MET_MELDER, "statusbericht": status}
    assert wandeling.ziet(BURGER) == wandeling.ziet(BASIS) == wandeling.ziet(INKOMEN) == {}


@pytest.mark.eis("ZOE-4.A2", "ZOE-4.A5", "ZOE-2.1", "ZOE-DEF.woonfraude", "ZOE-PAR.2")
@pytest.mark.parametrize(
    ("aan", "feit"),
    [
        (INKOMEN, "is_handelende_partij"),
        (BASIS, "directiemelding_naar_wonen"),
        (WONEN, "woonfraude_omschreven"),
        (WONEN, "fraude_hangt_samen_met_wonen"),
        (CORPORATIE, "is_eigenaar"),
    ],
)
def test_routeren_gaat_alleen_naar_wie_moet_handelen(wandeling, aan, feit):
    meld(wandeling, grondslag="taak_meldpunt")
    wandeling.nu_geldt(**{feit: False})
    wandeling.geweigerd(
        "routeren",
        gegevensset="routering",
        van=MELDPUNT,
        aan=aan,
        doel=WOONFRAUDE,
        grondslag=WET,
        feiten={feit},
    )
    assert wandeling.ziet(aan) == {}
