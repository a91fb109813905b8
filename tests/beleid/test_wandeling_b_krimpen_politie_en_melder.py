"""Walk (b), Krimpen: a police item released by name, a melder's consent given and withdrawn, niet complex."""

from datetime import datetime

import pytest

from convenant.beleid.kalender import AMSTERDAM, vervalt_op
from woonoverlast.beleid import KRIMPEN

from .krimpen import CORPORATIE, KLOK, POLITIE, REGISSEUR, UITVOERDER
from .wandeling import Wandeling

# Two landlords take part in the convenant; only the first is attached to this case.
ANDERE_CORPORATIE = f"{CORPORATIE}@elders"
F = "avg_6_1_f_corporatie"

AANMELDING = {
    "adres_woning": "Lindelaan 12",
    "herkomst_overlast": "woning",
    "soort_overlast": "geluid",
    "doen_of_nalaten": "doen",
    "hinder_in_eigen_woning": "ja",
    "eigen_inzet": "twee gesprekken",
}
BERICHT = {
    veld: AANMELDING[veld]
    for veld in ("adres_woning", "herkomst_overlast", "soort_overlast", "doen_of_nalaten")
}
POLITIEGEGEVEN = {"politiegegevens_artikel_8_wpg": "drie meldingen in mei"}
CONTACT = {
    "naam": "M. Vos",
    "adres": "Lindelaan 14",
    "woonplaats": "Krimpen",
    "telefoon": "0180 000000",
    "email": "m.vos@voorbeeld.example",
}
VERSLAG = {"verslag_melding": "harde muziek na elf uur", "toestemming_delen_contactgegevens": "nee"}
AFSPRAAK = {"partij_afspraak": "corporatie", "afspraak": "wekelijks bezoek", "inspanning": "twee uur"}
BESLUIT = {
    "besluit_complexe_woonoverlast": "nee",
    "reden_niet_alleen_oplosbaar": "de corporatie kan het alleen",
    "reden_gezamenlijk_belang": "geen",
    "randvoorwaarden": "geen",
}


@pytest.mark.eis("KRI-5.3.politie", "KRI-OW.2", "KRI-OW.5", "KRI-6.2", "KRI-6.2.bericht", "KRI-3.1")
def test_politiegegeven_gaat_naar_aangewezen_medewerkers_en_per_gegeven_naar_wie_de_politie_noemt():
    w = Wandeling(KRIMPEN, niet_waar=("samenwerkingsafspraken_bevestigd", "vrijgegeven_door_politie"))

    w.stuur("aanmelding", CORPORATIE, REGISSEUR, AANMELDING, grondslag=F)
    w.iedereen_ziet({CORPORATIE: {"aanmelding": AANMELDING}, REGISSEUR: {"aanmelding": AANMELDING}})

    w.doe(REGISSEUR, "onderzoek_starten")
    assert w.stap == "onderzoeksfase"
    w.nu_geldt(ontvanger_gekoppeld=False)
    w.geweigerd(
        "bericht_sturen",
        gegevensset="bericht_aanmelding",
        van=REGISSEUR,
        aan=ANDERE_CORPORATIE,
        feiten=("ontvanger_gekoppeld",),
    )
    w.nu_geldt(ontvanger_gekoppeld=True)
    w.stuur("bericht_aanmelding", REGISSEUR, POLITIE, AANMELDING)
    beeld = {
        CORPORATIE: {"aanmelding": AANMELDING},
        REGISSEUR: {"aanmelding": AANMELDING, "bericht_aanmelding": BERICHT},
        POLITIE: {"bericht_aanmelding": BERICHT},
    }
    w.iedereen_ziet(beeld)

    def politie_stuurt_naar(aan, *feiten):
        w.geweigerd(
            "politiegegevens_verstrekken",
            gegevensset="politiegegevens",
            van=POLITIE,
            aan=aan,
            feiten=feiten,
        )

    politie_stuurt_naar(REGISSEUR, "samenwerkingsafspraken_bevestigd")
    w.stuur("samenwerkingsafspraken", CORPORATIE, (REGISSEUR, POLITIE), AFSPRAAK, grondslag=F)
    w.doe(POLITIE, "samenwerkingsafspraak_bevestigen")
    w.nu_geldt(samenwerkingsafspraken_bevestigd=True)
    for wie in (CORPORATIE, REGISSEUR, POLITIE):
        beeld[wie] = beeld[wie] | {"samenwerkingsafspraken": AFSPRAAK}
    w.iedereen_ziet(beeld)

    w.stuur("politiegegevens", POLITIE, REGISSEUR, POLITIEGEGEVEN)
    for wie in (REGISSEUR, POLITIE):
        beeld[wie] = beeld[wie] | {"politiegegevens": POLITIEGEGEVEN}
    w.iedereen_ziet(beeld)
    politie_stuurt_naar(CORPORATIE, "vrijgegeven_door_politie")
    w.nu_geldt(aangewezen_voor_politiegegevens=False)
    politie_stuurt_naar(UITVOERDER, "aangewezen_voor_politiegegevens")
    w.nu_geldt(aangewezen_voor_politiegegevens=True)

    w.geweigerd("ontvanger_vrijgeven", wie=REGISSEUR, eisen=("KRI-3.1",))
    w.doe(POLITIE, "ontvanger_vrijgeven")
    w.nu_geldt(vrijgegeven_door_politie=True)
    w.stuur("politiegegevens", POLITIE, CORPORATIE, POLITIEGEGEVEN)
    w.iedereen_ziet(beeld | {CORPORATIE: beeld[CORPORATIE] | {"politiegegevens": POLITIEGEGEVEN}})

    w.doe(POLITIE, "vrijgave_intrekken")
    w.nu_geldt(vrijgegeven_door_politie=False)
    w.iedereen_ziet(beeld)
    w.nu_geldt(aangewezen_voor_politiegegevens=False)  # the designation of the regisseur ended
    zonder = {soort: velden for soort, velden in beeld[REGISSEUR].items() if soort != "politiegegevens"}
    w.iedereen_ziet(beeld | {REGISSEUR: zonder})


@pytest.mark.eis("KRI-3.3.d", "KRI-5.2", "KRI-5.1.S2.V3", "KRI-2.2")
def test_contactgegevens_van_de_melder_gaan_pas_na_ja_en_sluiten_bij_intrekken():
    w = Wandeling(KRIMPEN, stap="onderzoeksfase", niet_waar=("toestemming_melder", "interventies_beantwoord"))
    melder = CONTACT | VERSLAG
    naar = (REGISSEUR, POLITIE)

    w.stuur("melder", CORPORATIE, naar, melder, doel="onderzoek_en_aanpak", grondslag=F)
    gemaskeerd = {wie: {"melder": VERSLAG} for wie in (CORPORATIE, *naar)}
    w.iedereen_ziet(gemaskeerd)
    for doel in ("communicatie_met_melder", "tevredenheidsonderzoek"):
        w.geweigerd(
            "verstrekken",
            gegevensset="melder",
            van=CORPORATIE,
            aan=REGISSEUR,
            doel=doel,
            grondslag=F,
            feiten=("toestemming_melder",),
        )

    w.geweigerd("overleg_beginnen", wie=REGISSEUR, feiten=("interventies_beantwoord",))
    w.nu_geldt(interventies_beantwoord=True)
    w.doe(REGISSEUR, "overleg_beginnen")
    w.nu_geldt(partij_vraagt_melder=False)
    w.geweigerd(
        "toestemming_vastleggen",
        gegevensset="toestemming_melder_gevraagd",
        van=POLITIE,
        aan=REGISSEUR,
        feiten=("partij_vraagt_melder",),
    )
    w.nu_geldt(partij_vraagt_melder=True)
    gevraagd = {
        "datum_gevraagd": "2026-03-10",
        "wijze_gevraagd": "gesprek",
        "toestemming_communicatie_verloop": "ja",
        "toestemming_tevredenheidsonderzoek": "nee",
    }
    w.stuur("toestemming_melder_gevraagd", CORPORATIE, REGISSEUR, gevraagd, grondslag=F)
    w.nu_geldt(toestemming_melder=True)  # for the purpose of the next exchange
    antwoord = {"toestemming_melder_gevraagd": gevraagd}
    # A yes opens nothing that was sent for another purpose.
    w.iedereen_ziet(
        {
            CORPORATIE: {"melder": VERSLAG} | antwoord,
            REGISSEUR: {"melder": VERSLAG} | antwoord,
            POLITIE: {"melder": VERSLAG},
        }
    )

    ja = melder | {"toestemming_delen_contactgegevens": "ja"}
    w.stuur(
        "melder", CORPORATIE, REGISSEUR, ja, doel="communicatie_met_melder", grondslag="avg_6_1_a_corporatie"
    )
    w.iedereen_ziet(
        {
            CORPORATIE: {"melder": ja} | antwoord,
            REGISSEUR: {"melder": ja} | antwoord,
            POLITIE: {"melder": VERSLAG},
        }
    )
    w.nu_geldt(toestemming_melder=False)  # for the survey the answer was no
    w.geweigerd(
        "verstrekken",
        gegevensset="melder",
        van=CORPORATIE,
        aan=REGISSEUR,
        doel="tevredenheidsonderzoek",
        grondslag=F,
        feiten=("toestemming_melder",),
    )
    w.nu_geldt(toestemming_melder=True)

    w.doe(CORPORATIE, "toestemming_intrekken")
    w.nu_geldt(toestemming_melder=False)
    zonder_contact = VERSLAG | {"toestemming_delen_contactgegevens": "ja"}
    w.iedereen_ziet(
        {
            CORPORATIE: {"melder": zonder_contact} | antwoord,
            REGISSEUR: {"melder": zonder_contact} | antwoord,
            POLITIE: {"melder": VERSLAG},
        }
    )


def _tot_het_besluit() -> Wandeling:
    """A case in the overleg with personal data at three parties, and the answer: not complex."""
    w = Wandeling(
        KRIMPEN,
        stap="gezamenlijk_overleg",
        niet_waar=("besluit_niet_complex", "complexiteit_beantwoord", "rol_enkelvoudig_of_woonfraude"),
    )
    w.stuur("melder", CORPORATIE, REGISSEUR, CONTACT | VERSLAG, doel="onderzoek_en_aanpak", grondslag=F)
    w.stuur("politiegegevens", POLITIE, REGISSEUR, POLITIEGEGEVEN)
    w.iedereen_ziet(
        {
            CORPORATIE: {"melder": VERSLAG},
            REGISSEUR: {"melder": VERSLAG, "politiegegevens": POLITIEGEGEVEN},
            POLITIE: {"politiegegevens": POLITIEGEGEVEN},
        }
    )
    w.geweigerd(
        "overleg_beantwoorden",
        gegevensset="oorzaak_overlast",
        van=POLITIE,
        aan=REGISSEUR,
        feiten=("complexiteit_beantwoord",),
    )
    w.geweigerd(
        "overleg_beantwoorden",
        gegevensset="is_er_complexe_woonoverlast",
        van=REGISSEUR,
        aan=POLITIE,
        velden=("besluit_complexe_woonoverlast", "naam"),
        eisen=("KRI-5.1.S2.V1",),
    )
    w.stuur("is_er_complexe_woonoverlast", REGISSEUR, (POLITIE, CORPORATIE), BESLUIT)
    w.geweigerd("niet_complex_besluiten", wie=REGISSEUR, feiten=("besluit_niet_complex",))
    w.nu_geldt(besluit_niet_complex=True)
    w.geweigerd("niet_complex_besluiten", wie=CORPORATIE, eisen=("KRI-5.1.S2.V1",))
    w.doe(REGISSEUR, "niet_complex_besluiten")
    assert w.stap == "niet_complex"
    return w


ALLEEN_HET_BESLUIT = {
    wie: {"is_er_complexe_woonoverlast": BESLUIT} for wie in (REGISSEUR, POLITIE, CORPORATIE)
}


@pytest.mark.eis("KRI-9.9.a", "KRI-5.1.S2.V1", "KRI-5.1")
def test_niet_complex_sluit_alle_persoonsgegevens_en_vernietigt():
    w = _tot_het_besluit()
    w.iedereen_ziet(ALLEEN_HET_BESLUIT)
    (klok,) = KRIMPEN.termijnen_na("besluit_geen_complexe_woonoverlast")
    assert vervalt_op(klok, w.moment) == datetime(2026, 3, 18, tzinfo=AMSTERDAM)
    w.geweigerd("vernietigen", wie=REGISSEUR, eisen=("KRI-9.8", "KRI-9.9.a"))
    w.geweigerd("uitzondering_vastleggen", wie=REGISSEUR, feiten=("rol_enkelvoudig_of_woonfraude",))
    w.doe(KLOK, "vernietigen")
    assert w.stap == "vernietigd"
    w.iedereen_ziet({})


@pytest.mark.eis("KRI-9.9.a")
def test_met_een_rol_bij_enkelvoudige_overlast_houdt_de_gemeente_alleen_haar_eigen_dossier():
    w = _tot_het_besluit()
    w.nu_geldt(rol_enkelvoudig_of_woonfraude=True)
    w.doe(REGISSEUR, "uitzondering_vastleggen")
    assert w.stap == "enkelvoudig"
    w.iedereen_ziet({})
    w.geweigerd("vernietigen", wie=KLOK, eisen=("KRI-9.9.a",))
    w.doe(REGISSEUR, "eigen_dossier_bijhouden")
