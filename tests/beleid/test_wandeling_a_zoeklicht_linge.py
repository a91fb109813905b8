"""Walk (a): the process Linge, A3.1 to A3.5, with both clocks. Every step only its receiver and its list."""

from datetime import datetime

import pytest

from convenant.beleid.kalender import AMSTERDAM, vervalt_op
from meldpunt.beleid import ZOEKLICHT

from .wandeling import Wandeling
from .zoeklicht import BASIS, INKOMEN, MELDPUNT, WONEN

EIGENAAR, ANDERE = "corporatie/behandelaar@eigenaar", "corporatie/behandelaar@andere"

ADRES = {
    "adres_straatnaam": "Proefgracht",
    "adres_huisnummer": "7",
    "adres_postcode": "1000 AA",
    "adres_woonplaats": "Amsterdam",
}
MELDING = ADRES | {
    "adres_huisletter": "C",
    "inhoud_melding": "De uitkering lijkt niet te kloppen met wie er woont.",
    "type_melding": "website",
    "naam_corporatie": "Corporatie Eigenaar",
    "naam_medewerker_corporatie": "M. de Proef",
    "datum_constatering": "2026-03-09",
}
SIGNAAL = ADRES | {
    "inhoud_melding": "De uitkering lijkt niet te kloppen met wie er woont.",
    "namen_ingeschreven_bewoners": "Ans Voorbeeld",
    "geboortedatum_ingeschreven_bewoners": "1980-01-01",
    "namen_aangetroffen_bewoners": "Bo Verzonnen",
    "geboortedatum_aangetroffen_bewoners": "1990-02-02",
    "identiteitsbewijs_aangetroffen_bewoners": "paspoort VERZ0NNEN1",
    "eigenaar_adres": "Corporatie Eigenaar",
    "naam_behandelaar": "K. Meldpunt",
    "datum_constatering": "2026-03-09",
}
TERUGKOPPELING = ADRES | {
    "namen_aanwezige_bewoners": "Bo Verzonnen",
    "geboortedatum_aanwezige_bewoners": "1990-02-02",
    "status_onderzoek": "beeindigd",
    "datum_constatering": "2026-04-01",
}
RESULTAAT = ADRES | {
    "type_fraude": "woonfraude",
    "start_beeindiging_huurcontract": "ja",
    "naam_corporatie": "Corporatie Eigenaar",
}
# Somebody's whole knowledge; each list lets through its own part. The benefit itself has no field anywhere.
MEER_DAN_MAG = {"bedrag_uitkering": "1.000 euro", "burgerservicenummer": "000000000"}


@pytest.fixture
def wandeling():
    return Wandeling(ZOEKLICHT)


def meld(wandeling):
    return wandeling.stuur(
        "linge_melding", EIGENAAR, MELDPUNT, MELDING | MEER_DAN_MAG, grondslag="woningwet_corporatie"
    )


@pytest.mark.eis(
    "ZOE-B1.A3", "ZOE-B1.A3.1", "ZOE-B1.A3.2", "ZOE-B1.A3.3", "ZOE-B1.A3.4", "ZOE-B1.A3.5", "ZOE-4.A3"
)
def test_vijf_stappen_en_wie_wat_ziet(wandeling):
    meld(wandeling)
    assert wandeling.stap == "linge_gemeld"
    corporatie = {"linge_melding": MELDING}
    meldpunt = {"linge_melding": MELDING}
    wandeling.iedereen_ziet({EIGENAAR: corporatie, MELDPUNT: meldpunt})

    wandeling.stuur("linge_signaal", MELDPUNT, INKOMEN, SIGNAAL | MEER_DAN_MAG)
    assert wandeling.stap == "linge_signaal_gegeven"
    meldpunt |= {"linge_signaal": SIGNAAL}
    inkomen = {"linge_signaal": SIGNAAL}
    wandeling.iedereen_ziet({EIGENAAR: corporatie, MELDPUNT: meldpunt, INKOMEN: inkomen})

    wandeling.stuur("linge_terugkoppeling", INKOMEN, (MELDPUNT, WONEN), TERUGKOPPELING | MEER_DAN_MAG)
    assert wandeling.stap == "linge_teruggekoppeld"
    meldpunt |= {"linge_terugkoppeling": TERUGKOPPELING}
    inkomen |= {"linge_terugkoppeling": TERUGKOPPELING}
    wonen = {"linge_terugkoppeling": TERUGKOPPELING}
    wandeling.iedereen_ziet({EIGENAAR: corporatie, MELDPUNT: meldpunt, INKOMEN: inkomen, WONEN: wonen})

    wandeling.stuur("linge_doorgifte", WONEN, EIGENAAR, TERUGKOPPELING, grondslag="huisvestingswet")
    assert wandeling.stap == "linge_doorgezonden"
    wonen |= {"linge_doorgifte": TERUGKOPPELING}
    corporatie |= {"linge_doorgifte": TERUGKOPPELING}
    wandeling.iedereen_ziet({EIGENAAR: corporatie, MELDPUNT: meldpunt, INKOMEN: inkomen, WONEN: wonen})

    wandeling.stuur(
        "linge_resultaat", EIGENAAR, MELDPUNT, RESULTAAT | MEER_DAN_MAG, grondslag="huurovereenkomst"
    )
    assert wandeling.stap == "linge_resultaat_gemeld"
    corporatie |= {"linge_resultaat": RESULTAAT}
    meldpunt |= {"linge_resultaat": RESULTAAT}
    wandeling.iedereen_ziet({EIGENAAR: corporatie, MELDPUNT: meldpunt, INKOMEN: inkomen, WONEN: wonen})
    assert "paspoort" not in str(wandeling.ziet(EIGENAAR)) + str(wandeling.ziet(WONEN))

    wandeling.doe(MELDPUNT, "linge_sluiten")
    wandeling.iedereen_ziet({})


@pytest.mark.eis("ZOE-B1.A3")
def test_een_stap_opent_pas_na_de_vorige(wandeling):
    """Nobody can skip ahead, and nobody can take a step twice."""
    stappen = [
        ("linge_signaal", "linge_signaal_geven", MELDPUNT, INKOMEN, {}),
        ("linge_terugkoppeling", "linge_terugkoppelen", INKOMEN, WONEN, {}),
        ("linge_doorgifte", "linge_doorzenden", WONEN, EIGENAAR, {"grondslag": "huisvestingswet"}),
        ("linge_resultaat", "linge_resultaat_melden", EIGENAAR, MELDPUNT, {"grondslag": "btiv"}),
    ]
    eisen = ["ZOE-B1.A3.2", "ZOE-B1.A3.3", "ZOE-B1.A3.4", "ZOE-B1.A3.5"]
    waarden = [SIGNAAL, TERUGKOPPELING, TERUGKOPPELING, RESULTAAT]

    def te_vroeg(vanaf):
        for (gegevensset, handeling, van, aan, vraag), eis in zip(
            stappen[vanaf:], eisen[vanaf:], strict=True
        ):
            wandeling.geweigerd(
                handeling, gegevensset=gegevensset, van=van, aan=aan, eisen={eis, "ZOE-B1.A3"}, **vraag
            )

    te_vroeg(0)
    meld(wandeling)
    for nummer, (gegevensset, _, van, aan, vraag) in enumerate(stappen):
        te_vroeg(nummer + 1)
        wandeling.stuur(gegevensset, van, aan, waarden[nummer], **vraag)
    wandeling.geweigerd("linge_sluiten", wie=INKOMEN, eisen={"ZOE-2.3"})


@pytest.mark.eis("ZOE-B1.A3.4", "ZOE-PAR.2")
def test_alleen_de_eigenaar_krijgt_de_doorgifte(wandeling):
    """Another corporatie reported: the owner gets the names, the reporter does not."""
    wandeling.stuur("linge_melding", ANDERE, MELDPUNT, MELDING, grondslag="woningwet_corporatie")
    wandeling.stuur("linge_signaal", MELDPUNT, INKOMEN, SIGNAAL)
    wandeling.stuur("linge_terugkoppeling", INKOMEN, (MELDPUNT, WONEN), TERUGKOPPELING)
    wandeling.nu_geldt(is_eigenaar=False)
    wandeling.geweigerd(
        "linge_doorzenden",
        gegevensset="linge_doorgifte",
        van=WONEN,
        aan=ANDERE,
        grondslag="huisvestingswet",
        feiten={"is_eigenaar"},
    )
    assert wandeling.ziet(ANDERE) == {"linge_melding": MELDING}
    wandeling.nu_geldt(is_eigenaar=True)
    wandeling.stuur("linge_doorgifte", WONEN, EIGENAAR, TERUGKOPPELING, grondslag="huisvestingswet")
    assert wandeling.ziet(ANDERE) == {"linge_melding": MELDING}
    assert wandeling.ziet(EIGENAAR) == {"linge_doorgifte": TERUGKOPPELING}


@pytest.mark.eis("ZOE-B1.A3.2", "ZOE-4.A3")
def test_het_signaal_gaat_naar_inkomen_en_niemand_anders(wandeling):
    meld(wandeling)
    for aan in (WONEN, BASIS, EIGENAAR):
        wandeling.geweigerd(
            "linge_signaal_geven", gegevensset="linge_signaal", van=MELDPUNT, aan=aan, eisen={"ZOE-B1.A3.2"}
        )
    wandeling.nu_geldt(inkomen_behandelt=False)
    wandeling.geweigerd(
        "linge_signaal_geven",
        gegevensset="linge_signaal",
        van=MELDPUNT,
        aan=INKOMEN,
        feiten={"inkomen_behandelt"},
    )


@pytest.mark.eis("ZOE-B1.A3.3", "ZOE-B1.A3.5")
def test_twee_klokken_van_twee_maanden(wandeling):
    """One runs from the sending to Inkomen, the other from the receipt by the corporatie (decision 30)."""
    meld(wandeling)
    wandeling.stuur("linge_signaal", MELDPUNT, INKOMEN, SIGNAAL)
    assert wandeling.moment == datetime(2026, 3, 10, 9, tzinfo=AMSTERDAM)
    eerste = vervalt_op(ZOEKLICHT.termijn("linge_terugkoppeling"), wandeling.moment)
    assert eerste == datetime(2026, 5, 11, tzinfo=AMSTERDAM)  # 10 May is the last day, a Sunday
    wandeling.later(days=61)
    wandeling.stuur("linge_terugkoppeling", INKOMEN, (MELDPUNT, WONEN), TERUGKOPPELING)
    assert wandeling.moment < eerste
    wandeling.later(days=3)
    wandeling.stuur("linge_doorgifte", WONEN, EIGENAAR, TERUGKOPPELING, grondslag="huisvestingswet")
    tweede = vervalt_op(ZOEKLICHT.termijn("linge_resultaat"), wandeling.moment)
    assert tweede == datetime(2026, 7, 14, tzinfo=AMSTERDAM)
    wandeling.later(days=62)
    assert wandeling.moment > tweede  # late, and still it must be told: a clock forbids nothing
    wandeling.stuur("linge_resultaat", EIGENAAR, MELDPUNT, RESULTAAT, grondslag="huurovereenkomst")
