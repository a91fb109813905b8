"""Haarlem, who can ever read what: per functie every set, whatever the step."""

import pytest

from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.taal import INZIEN
from huisuitzetting.beleid import HAARLEM

from .haarlem import ADVISEUR, MANAGER, MELDER, PRIVACY_C, PRIVACY_G, SDV, SWT, TEAMLEIDER, TROUBLESHOOTER
from .tabel import kant, stand

TELLINGEN = {"telling_wijkteam", "telling_sdv", "telling_corporatie"}
REGLEMENT = {
    "verzoek_betrokkene",
    "uitstel_antwoord",
    "vastgelegde_inbreuk",
    "wettelijk_verzoek",
    "weigering_wettelijk_verzoek",
    "antwoord_betrokkene",
    "doorgestuurd_verzoek",
    "pakket_betrokkene",
    "inbreukregister",
    "inbreukmelding",
    "kennisgeving_wettelijk_verzoek",
    "wettelijke_verstrekking",
    "dpia_uitkomst",
    "ontwikkeling",
    "contactlijst",
}
# What the corporatie wrote itself, and what comes back: nothing else of the wijkteam, SDV or the troubleshooter.
ZELF_GESTUURD = {
    "vastgelegde_inbreuk",
    "herinneringsbrief",
    "melding_achterstand",
    "melding_aan_troubleshooter",
    "melding_met_meer",
    "melding_met_toestemming",
    "intrekking_toestemming",
    "opschaling",
    "regeling",
    "opschorting",
    "einde_opschorting",
    "niet_nagekomen_volgens_corporatie",
    "akkoord_aanbod",
    "weigering_aanbod",
    "hersteltermijn",
    "huur_alsnog_betaald",
    "aankondiging_deurwaarder",
    "afwijking",
    "stand_procedure",
    "ontruimingsdatum",
    "ontruimingsdatum_wijkteam_en_sdv",
    "laatste_overleg",
    "uitkomst",
}
TERUG_AAN_CORPORATIE = {
    "terugkoppeling",
    "extra_informatie",
    "voorstel",
    "nog_geen_regeling",
    "niet_nagekomen_volgens_wijkteam",
    "status_minnelijk_traject",
    "aanbod",
    "beoordeling_sdv",
    "status_wsnp",
    "einde_traject",
    "poging_troubleshooter",
    "zaakkader_corporatie",
    "contactlijst",
}
ZICHT = [
    pytest.param(
        MELDER, ZELF_GESTUURD | TERUG_AAN_CORPORATIE, marks=pytest.mark.eis("HAA-B2.6", "HAA-PAR.2")
    ),
    pytest.param(
        SWT,
        {
            "melding_achterstand",
            "melding_met_meer",
            "melding_met_toestemming",
            "intrekking_toestemming",
            "terugkoppeling",
            "extra_informatie",
            "bekendheid_controle",
            "vraag_bekendheid",
            "antwoord_bekendheid",
            "brp_gezin_en_leeftijd",
            "voorrang",
            "contactpoging",
            "aankondigingsbrief",
            "regie",
            "sdv_inschakeling",
            "warme_overdracht",
            "opschaling",
            "advies_troubleshooter",
            "zaakkader_gemeente",
            "schuldinventarisatie",
            "inventarisatie_gereed",
            "voorstel",
            "nog_geen_regeling",
            "regeling",
            "opschorting",
            "einde_opschorting",
            "niet_nagekomen_volgens_corporatie",
            "niet_nagekomen_volgens_wijkteam",
            "aanbod_hulp",
            "plan_schuldhulp",
            "status_minnelijk_traject",
            "status_wsnp",
            "einde_traject",
            "aankondiging_deurwaarder",
            "afwijking",
            "stand_procedure",
            "ontruimingsdatum_wijkteam_en_sdv",
            "laatste_overleg",
            "poging_troubleshooter",
            "uitkomst",
            "vastgelegde_inbreuk",
            "contactlijst",
        },
        marks=pytest.mark.eis("HAA-2.2", "HAA-2.2.1", "HAA-PAR.1"),
    ),
    pytest.param(
        SDV,
        {
            "vraag_bekendheid",
            "antwoord_bekendheid",
            "regie",
            "sdv_inschakeling",
            "opschaling",
            "advies_troubleshooter",
            "zaakkader_gemeente",
            "schuldinventarisatie",
            "inventarisatie_gereed",
            "regeling",
            "opschorting",
            "aanbod_hulp",
            "plan_schuldhulp",
            "status_minnelijk_traject",
            "aanbod",
            "akkoord_aanbod",
            "weigering_aanbod",
            "beoordeling_sdv",
            "status_wsnp",
            "hersteltermijn",
            "huur_alsnog_betaald",
            "einde_traject",
            "stand_procedure",
            "ontruimingsdatum_wijkteam_en_sdv",
            "laatste_overleg",
            "poging_troubleshooter",
            "uitkomst",
            "telling_sdv",
            "vastgelegde_inbreuk",
            "contactlijst",
        },
        marks=pytest.mark.eis("HAA-2.2", "HAA-2.2.2", "HAA-PAR.1"),
    ),
    pytest.param(
        TROUBLESHOOTER,
        {
            "melding_aan_troubleshooter",
            "regie",
            "opschaling",
            "advies_troubleshooter",
            "zaakkader_gemeente",
            "ontruimingsdatum",
            "poging_troubleshooter",
            "uitkomst",
            "vastgelegde_inbreuk",
            "contactlijst",
        },
        marks=pytest.mark.eis("HAA-2.2", "HAA-2.2.3", "HAA-PAR.1"),
    ),
    pytest.param(
        TEAMLEIDER,
        {"zaakkader_gemeente", "afwijking", "contactwijziging", "contactlijst", *TELLINGEN},
        marks=pytest.mark.eis("HAA-9.2", "HAA-4.1"),
    ),
    pytest.param(
        MANAGER, {"contactwijziging", "contactlijst", *TELLINGEN}, marks=pytest.mark.eis("HAA-9.2", "HAA-4.1")
    ),
    pytest.param(
        ADVISEUR,
        {"contactwijziging", "contactlijst", *TELLINGEN},
        marks=pytest.mark.eis("HAA-4.2", "HAA-PR2.1.b"),
    ),
    pytest.param(PRIVACY_C, REGLEMENT, marks=pytest.mark.eis("HAA-PR5.1")),
    pytest.param(PRIVACY_G, REGLEMENT, marks=pytest.mark.eis("HAA-PR5.1")),
]


def leesbaar(wie, *niet_waar):
    """The names of the sets `wie` can read in some step."""
    zo = stand(HAARLEM, niet_waar)
    return {
        gegevensset.naam
        for gegevensset in HAARLEM.gegevenssets
        for stap in gegevensset.inzage_in
        if beslis(HAARLEM, Vraag(kant(wie), INZIEN, stap, gegevensset.naam), zo).mag
    }


@pytest.mark.parametrize(("wie", "leest"), ZICHT)
def test_een_functie_leest_deze_sets_en_geen_andere(wie, leest):
    assert leesbaar(wie) == leest


@pytest.mark.parametrize(
    ("wie", "feit", "blijft"),
    [
        pytest.param(
            MELDER,
            "eigen_huurder",
            {"contactlijst", "vastgelegde_inbreuk"},
            marks=pytest.mark.eis("HAA-PAR.2"),
        ),
        pytest.param(
            SWT,
            "verantwoordelijk_wijkteam",
            {
                "contactlijst",
                "schuldinventarisatie",
                "vastgelegde_inbreuk",
            },  # the regievoerder's own condition guards the second
            marks=pytest.mark.eis("HAA-2.1.c"),
        ),
    ],
)
def test_buiten_de_eigen_zaak_is_niets_te_lezen(wie, feit, blijft):
    """What somebody sent is guarded like what he got."""
    assert leesbaar(wie, feit) == blijft


@pytest.mark.eis("HAA-OND")
def test_zonder_vier_handtekeningen_is_niets_te_lezen():
    for functie in HAARLEM.functies:
        assert leesbaar(f"{functie.soort}/{functie.naam}", "alle_partijen_getekend") == set()


@pytest.mark.parametrize(
    "naam",
    [
        pytest.param("bekendheid_controle", marks=pytest.mark.eis("HAA-B2.3")),
        pytest.param("voorrang", marks=pytest.mark.eis("HAA-3.6.voorrang")),
        pytest.param("contactpoging", marks=pytest.mark.eis("HAA-B2.5.poging")),
        pytest.param("inbreukregister", marks=pytest.mark.eis("HAA-PR9.3")),
    ],
)
def test_eigen_aantekening_blijft_bij_wie_haar_maakt(naam):
    """Both ends are the same, with the same condition."""
    gegevensset = HAARLEM.gegevensset(naam)
    assert gegevensset.van == gegevensset.aan
    assert all(einde.mits for einde in gegevensset.van)


@pytest.mark.eis("HAA-PR4.1", "HAA-PR4.2", "HAA-PR4.3", "HAA-9.3")
def test_het_reglement_begint_en_eindigt_met_het_convenant():
    """One end for both, and no verb that ends the reglement alone."""
    handelingen = {handeling for rij in HAARLEM.bevoegdheden for handeling in rij.handelingen}
    assert {verb for verb in handelingen if "beeindig" in verb} == {
        "beeindiging_voorstellen",
        "beeindiging_instemmen",
        "beeindiging_weigeren",
        "beeindigen",
        "opschorting_beeindigen",
        "traject_beeindigen",
    }
    assert not beslis(
        HAARLEM, Vraag(kant(SWT), "terugkoppelen"), stand(HAARLEM, ("alle_partijen_getekend",))
    ).mag
