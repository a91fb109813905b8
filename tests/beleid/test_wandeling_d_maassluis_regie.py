"""Walk (d): a deviation in Maassluis, everything through the regisseur, the letter before any release."""

import pytest

from brpinzage.beleid.maassluis import MAASSLUIS

from .maassluis import (
    BETROKKENE,
    COLLEGE,
    DIENST,
    KLOK,
    MAASDELTA,
    OUDER,
    REGISSEUR,
    ROVM,
    STEUN,
)
from .wandeling import Wandeling

MELDING = {
    "adres_afwijking": "Proefkade 7",
    "aard_afwijking": "Er staat post op een andere naam.",
    "afwijking_sinds": "2026-01-15",
    "bron": "NCCW",
}
VRAAG = {
    "adres_afwijking": "Proefkade 7",
    "vraag": "Wie staat hier ingeschreven, en sinds wanneer?",
    "gevraagde_gegevens": "naam, adres, datum inschrijving",
    "noodzaak": "Om te zien welke registratie niet klopt.",
}
# What the registers know; the annexes let through less.
BRP = {
    "naam": "P. Bedacht",
    "geboortedatum": "1979-07-01",
    "adres": "Proefkade 7",
    "datum_inschrijving_adres": "2024-11-02",
    "burgerservicenummer": "000000000",
}
NCCW = {
    "naam_huurder": "Q. Verzonnen",
    "adres_huurwoning": "Proefkade 7",
    "ingangsdatum_huur": "2019-05-01",
    "huurachterstand": "geen",
}
MAGAZIJN = {"naam": "P. Bedacht", "adres": "Proefkade 7", "datum_inschrijving_adres": "2024-11-02"}
LEVERING = {
    "naam_huurder": "Q. Verzonnen",
    "adres_huurwoning": "Proefkade 7",
    "ingangsdatum_huur": "2019-05-01",
}
INHOUD_BRIEF = {
    "doeleinden": "Onjuiste inschrijvingen oplossen om woonfraude tegen te gaan.",
    "identiteit_verantwoordelijke": "Het college van Maassluis",
    "rechtsbescherming_en_toezicht": "U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.",
}


@pytest.fixture
def wandeling():
    """The annexes as this municipality filled them in; nobody has been informed yet."""
    wandeling = Wandeling(MAASSLUIS, niet_waar=("betrokkene_geinformeerd",))
    wandeling.instellingen["bijlage_gegevensmagazijn"] = ("naam", "adres", "datum_inschrijving_adres")
    wandeling.instellingen["bijlage_maasdelta"] = ("naam_huurder", "adres_huurwoning", "ingangsdatum_huur")
    return wandeling


@pytest.fixture
def beantwoord(wandeling):
    """Both sources answered, to the regisseur alone."""
    wandeling.stuur("afwijkingsmelding", MAASDELTA, (REGISSEUR, STEUN), MELDING)
    wandeling.doe(REGISSEUR, "in_regie_nemen")
    wandeling.stuur("uitvraag", REGISSEUR, (DIENST, MAASDELTA), VRAAG)
    wandeling.stuur("gegevensmagazijn", DIENST, REGISSEUR, BRP)
    wandeling.stuur("levering_maasdelta", MAASDELTA, REGISSEUR, NCCW)
    return wandeling


@pytest.fixture
def geinformeerd(beantwoord):
    beantwoord.nu_geldt(betrokkene_geinformeerd=True)
    return beantwoord


NA_ANTWOORD = {
    MAASDELTA: {"afwijkingsmelding": MELDING, "uitvraag": VRAAG, "levering_maasdelta": LEVERING},
    DIENST: {"uitvraag": VRAAG, "gegevensmagazijn": MAGAZIJN},
    REGISSEUR: {
        "afwijkingsmelding": MELDING,
        "uitvraag": VRAAG,
        "gegevensmagazijn": MAGAZIJN,
        "levering_maasdelta": LEVERING,
    },
    STEUN: {"afwijkingsmelding": MELDING},
}


def met(beeld, *erbij):
    """What everybody sees, with some copies more: (who, set, values)."""
    nieuw = {wie: dict(sets) for wie, sets in beeld.items()}
    for wie, gegevensset, waarden in erbij:
        nieuw.setdefault(wie, {})[gegevensset] = waarden
    return nieuw


@pytest.mark.eis("MAA-INL.3", "MAA-3", "MAA-6.2", "MAA-6.3", "MAA-6.4", "MAA-1.5")
def test_alles_gaat_naar_de_regisseur_en_niet_verder(wandeling):
    wandeling.stuur("afwijkingsmelding", MAASDELTA, (REGISSEUR, STEUN), MELDING)
    gemeld = {wie: {"afwijkingsmelding": MELDING} for wie in (MAASDELTA, REGISSEUR, STEUN)}
    wandeling.iedereen_ziet(gemeld)
    wandeling.doe(REGISSEUR, "in_regie_nemen")
    wandeling.iedereen_ziet(gemeld)
    wandeling.stuur("uitvraag", REGISSEUR, DIENST, VRAAG)
    wandeling.iedereen_ziet(met(gemeld, (DIENST, "uitvraag", VRAAG), (REGISSEUR, "uitvraag", VRAAG)))
    wandeling.stuur("uitvraag", REGISSEUR, MAASDELTA, VRAAG)
    wandeling.stuur("gegevensmagazijn", DIENST, REGISSEUR, BRP)
    wandeling.stuur("levering_maasdelta", MAASDELTA, REGISSEUR, NCCW)
    assert wandeling.stap == "beantwoord"
    wandeling.iedereen_ziet(NA_ANTWOORD)


@pytest.mark.eis("MAA-3", "MAA-6.2")
def test_geen_weg_om_de_regisseur_heen(wandeling):
    wandeling.stap = "uitvraag"
    for aan in (MAASDELTA, ROVM, STEUN, COLLEGE):
        wandeling.geweigerd(
            "beantwoorden", gegevensset="gegevensmagazijn", van=DIENST, aan=aan, eisen={"MAA-6.4"}
        )
    wandeling.geweigerd(
        "beantwoorden", gegevensset="levering_maasdelta", van=MAASDELTA, aan=DIENST, eisen={"MAA-6.3"}
    )
    wandeling.iedereen_ziet({})


@pytest.mark.eis("MAA-12.3", "MAA-6.2.vrijgave", "MAA-9.3.magazijn")
def test_zonder_brief_geen_vrijgave_en_geen_antwoord(beantwoord):
    for handeling, gegevensset in (
        ("vrijgeven", "vrijgave_magazijn"),
        ("vergelijken", "vergelijking_magazijn"),
    ):
        weigering = beantwoord.geweigerd(
            handeling,
            gegevensset=gegevensset,
            van=REGISSEUR,
            aan=MAASDELTA,
            feiten={"betrokkene_geinformeerd"},
        )
        (reden,) = weigering.voor_mens(MAASSLUIS)
        assert reden.eis == "MAA-12.3"
    assert beantwoord.stap == "beantwoord"
    beantwoord.iedereen_ziet(NA_ANTWOORD)


@pytest.mark.eis("MAA-12.1", "MAA-12.3", "MAA-12.5")
def test_de_brief_gaat_uit_en_dan_pas_is_de_betrokkene_geinformeerd():
    """The task of one betrokkene of fifteen, beside the case: two letters, and only the college keeps copies."""
    taak = Wandeling(MAASSLUIS, niet_waar=("brief_verstuurd", "vertegenwoordiger_ingelicht"))
    taak.doe(KLOK, "informatietaak_openen")
    taak.geweigerd("informeren_afronden", COLLEGE, feiten={"brief_verstuurd", "vertegenwoordiger_ingelicht"})
    taak.stuur("informatiebrief", COLLEGE, BETROKKENE, INHOUD_BRIEF)
    taak.nu_geldt(brief_verstuurd=True)
    taak.geweigerd("informeren_afronden", COLLEGE, feiten={"vertegenwoordiger_ingelicht"})
    taak.stuur("informatiebrief_vertegenwoordiger", COLLEGE, OUDER, INHOUD_BRIEF)
    taak.nu_geldt(vertegenwoordiger_ingelicht=True)
    taak.doe(COLLEGE, "informeren_afronden")
    assert taak.stap == "geinformeerd"
    taak.iedereen_ziet(
        {
            BETROKKENE: {"informatiebrief": INHOUD_BRIEF},
            OUDER: {"informatiebrief_vertegenwoordiger": INHOUD_BRIEF},
            COLLEGE: {
                "informatiebrief": INHOUD_BRIEF,
                "informatiebrief_vertegenwoordiger": INHOUD_BRIEF,
            },
        }
    )


@pytest.mark.eis("MAA-12.3")
def test_uitstel_kan_alleen_met_reden_en_herzieningsdatum_en_loopt_af():
    taak = Wandeling(MAASSLUIS, niet_waar=("uitzondering_gemotiveerd",))
    taak.doe(KLOK, "informatietaak_openen")
    taak.geweigerd("uitzondering_vastleggen", COLLEGE, feiten={"uitzondering_gemotiveerd"})
    taak.nu_geldt(uitzondering_gemotiveerd=True)
    taak.geweigerd("uitzondering_vastleggen", REGISSEUR, eisen={"MAA-12.3"})
    taak.doe(COLLEGE, "uitzondering_vastleggen")
    assert taak.stap == "informeren_uitgesteld"
    taak.geweigerd("informeren_afronden", COLLEGE, eisen={"MAA-12.1"})
    taak.doe(KLOK, "informeren_hervatten")
    assert taak.stap == "informeren_open"
    taak.iedereen_ziet({})


@pytest.mark.eis("MAA-9.3", "MAA-9.3.magazijn")
def test_vergelijken_geeft_een_antwoord_en_nooit_de_waarde(geinformeerd):
    """Maasdelta may verify, not ask: it learns that another name is registered, not which."""
    geinformeerd.nu_geldt(mag_opvragen=False)
    geinformeerd.geweigerd(
        "vrijgeven", gegevensset="vrijgave_magazijn", van=REGISSEUR, aan=MAASDELTA, feiten={"mag_opvragen"}
    )
    geinformeerd.stuur(
        "vergelijking_magazijn",
        REGISSEUR,
        MAASDELTA,
        {"naam": "P. Bedacht", "adres": "Proefkade 7"},
        voorgelegd={"naam": "Q. Verzonnen", "adres": "proefkade 7", "datum_inschrijving_adres": "2019-05-01"},
    )
    antwoord = {"naam": "afwijkend", "adres": "ja", "datum_inschrijving_adres": "nee"}
    assert geinformeerd.stap == "vergeleken"
    geinformeerd.iedereen_ziet(
        met(
            NA_ANTWOORD,
            (MAASDELTA, "vergelijking_magazijn", antwoord),
            (REGISSEUR, "vergelijking_magazijn", antwoord),
        )
    )
    assert "P. Bedacht" not in str(geinformeerd.ziet(MAASDELTA))


@pytest.mark.eis("MAA-9.3")
def test_zonder_autorisatie_ook_geen_antwoord(geinformeerd):
    geinformeerd.nu_geldt(mag_verifieren=False)
    geinformeerd.geweigerd(
        "vergelijken",
        gegevensset="vergelijking_magazijn",
        van=REGISSEUR,
        aan=MAASDELTA,
        feiten={"mag_verifieren"},
    )
    geinformeerd.iedereen_ziet(NA_ANTWOORD)


@pytest.mark.eis("MAA-6.2.vrijgave", "MAA-5.2", "MAA-1.8")
def test_vrijgave_van_een_paar_velden_aan_een_partij(geinformeerd):
    """ROVM gets the name; Maasdelta gets nothing, and does not learn that ROVM got something."""
    geinformeerd.stuur("vrijgave_magazijn", REGISSEUR, ROVM, MAGAZIJN, velden=("naam",))
    assert geinformeerd.stap == "vrijgegeven"
    naam = {"naam": "P. Bedacht"}
    alleen_naam = met(NA_ANTWOORD, (ROVM, "vrijgave_magazijn", naam), (REGISSEUR, "vrijgave_magazijn", naam))
    geinformeerd.iedereen_ziet(alleen_naam)
    huurder = {"naam_huurder": "Q. Verzonnen"}
    geinformeerd.stuur("vrijgave_maasdelta", REGISSEUR, DIENST, LEVERING, velden=("naam_huurder",))
    geinformeerd.iedereen_ziet(
        met(
            alleen_naam,
            (DIENST, "vrijgave_maasdelta", huurder),
            (REGISSEUR, "vrijgave_maasdelta", huurder),
        )
    )


@pytest.mark.eis("MAA-6.2.vrijgave", "MAA-6.4")
def test_veld_buiten_de_bijlage_of_buiten_het_convenant_gaat_niet(geinformeerd):
    for veld in ("geboortedatum", "burgerservicenummer"):
        geinformeerd.geweigerd(
            "vrijgeven",
            gegevensset="vrijgave_magazijn",
            van=REGISSEUR,
            aan=ROVM,
            velden=(veld,),
            eisen={"MAA-6.2.vrijgave"},
        )
    geinformeerd.iedereen_ziet(NA_ANTWOORD)


@pytest.mark.eis("MAA-OW.5", "MAA-16.1")
@pytest.mark.parametrize("feit", ["geen_beroepsgeheim", "geen_verzet"])
def test_beroepsgeheim_en_verzet_houden_vrijgave_tegen(geinformeerd, feit):
    geinformeerd.nu_geldt(**{feit: False})
    for gegevensset, handeling in (
        ("vrijgave_magazijn", "vrijgeven"),
        ("vergelijking_magazijn", "vergelijken"),
    ):
        geinformeerd.geweigerd(handeling, gegevensset=gegevensset, van=REGISSEUR, aan=ROVM, feiten={feit})
    geinformeerd.iedereen_ziet(NA_ANTWOORD)


@pytest.mark.eis("MAA-2.3", "MAA-INL.3.uitkomst", "MAA-1.10", "MAA-10.1")
def test_overleg_en_sluiten_laten_alleen_de_uitkomst_over(geinformeerd):
    geinformeerd.stuur("vrijgave_magazijn", REGISSEUR, ROVM, MAGAZIJN, velden=("naam",))
    uitnodiging = {"datum_overleg": "2026-03-17", "genodigde_partijen": "alle drie", "zaaknummer": "M-12"}
    partijen = (DIENST, ROVM, MAASDELTA)
    geinformeerd.stuur("overleg_uitnodiging", REGISSEUR, partijen, uitnodiging)
    assert geinformeerd.stap == "in_overleg"
    naam = {"naam": "P. Bedacht"}
    geinformeerd.iedereen_ziet(
        met(
            NA_ANTWOORD,
            (ROVM, "vrijgave_magazijn", naam),
            (REGISSEUR, "vrijgave_magazijn", naam),
            *((wie, "overleg_uitnodiging", uitnodiging) for wie in (*partijen, REGISSEUR)),
        )
    )
    geinformeerd.nu_geldt(woonfraude_vermoed=False)
    uitkomst = {
        "uitkomst": "vervuild_nccw",
        "verbeterde_registratie": "nccw",
        "vormen_woonfraude": "onrechtmatige_doorverhuur",
    }
    geinformeerd.stuur("uitkomst", REGISSEUR, partijen, uitkomst)
    zonder_vorm = {"uitkomst": "vervuild_nccw", "verbeterde_registratie": "nccw"}
    assert geinformeerd.stap == "gesloten"
    gesloten = {wie: {"uitkomst": zonder_vorm} for wie in (*partijen, REGISSEUR)}
    geinformeerd.iedereen_ziet(gesloten)
    geinformeerd.nu_geldt(bewaartermijn_verstreken=False)
    geinformeerd.geweigerd("vernietigen", KLOK, feiten={"bewaartermijn_verstreken"})
    geinformeerd.iedereen_ziet(gesloten)
    geinformeerd.nu_geldt(bewaartermijn_verstreken=True)
    geinformeerd.doe(KLOK, "vernietigen")
    geinformeerd.iedereen_ziet({})


@pytest.mark.eis("MAA-2.3", "MAA-INL.3.uitkomst")
def test_wie_niet_in_de_zaak_zit_hoort_de_uitkomst_niet(geinformeerd):
    """Nothing was released, so the case closes without ROVM ever having known of it."""
    geinformeerd.nu_geldt(partij_in_zaak=False)
    geinformeerd.geweigerd(
        "sluiten", gegevensset="uitkomst", van=REGISSEUR, aan=ROVM, feiten={"partij_in_zaak"}
    )
    geinformeerd.nu_geldt(partij_in_zaak=True)
    uitkomst = {"uitkomst": "geen_afwijking", "verbeterde_registratie": "geen"}
    geinformeerd.stuur("uitkomst", REGISSEUR, (DIENST, MAASDELTA), uitkomst)
    geinformeerd.iedereen_ziet({wie: {"uitkomst": uitkomst} for wie in (DIENST, MAASDELTA, REGISSEUR)})


@pytest.mark.eis("MAA-20")
def test_na_het_einde_van_het_convenant_zien_de_partijen_niets_meer(geinformeerd):
    geinformeerd.stuur("vrijgave_magazijn", REGISSEUR, ROVM, MAGAZIJN, velden=("naam",))
    geinformeerd.nu_geldt(niet_beeindigd=False)
    geinformeerd.geweigerd(
        "vrijgeven", gegevensset="vrijgave_magazijn", van=REGISSEUR, aan=ROVM, feiten={"niet_beeindigd"}
    )
    naam = {"naam": "P. Bedacht"}
    regie = met({REGISSEUR: NA_ANTWOORD[REGISSEUR]}, (REGISSEUR, "vrijgave_magazijn", naam))
    geinformeerd.iedereen_ziet({**regie, STEUN: NA_ANTWOORD[STEUN]})
