"""Walk (h), Krimpen: one request of betrokkene, answered by every party for its own part (article 12)."""

import pytest

from woonoverlast.beleid import KRIMPEN

from .krimpen import BURGEMEESTER, CORPORATIE, KLOK, POLITIE, REGISSEUR, VERHUURDER, VERZOEKER
from .wandeling import Wandeling

VERZOEK = {
    "naam_verzoeker": "J. de Wit",
    "adres_verzoeker": "Lindelaan 12",
    "soort_verzoek": "inzage",
    "omschrijving_verzoek": "alles wat u van mij hebt",
    "datum_ontvangst": "2026-03-10",
}
BERICHT = {
    "naam_verzoeker": "J. de Wit",
    "soort_verzoek": "inzage",
    "datum_ontvangst": "2026-03-10",
    "aangesproken_partij": "Woonstede",
}
KREGEN = "gemeente, politie"
GEZAMENLIJK = {
    "besluit": "toegewezen",
    "plan_van_aanpak": "het plan",
    "behandelende_partij": "burgemeester",
    "partijen_met_gegevens": KREGEN,
}
EIGEN = {
    "besluit": "deels_toegewezen",
    "eigen_gegevens": "het huurdossier",
    "behandelende_partij": "Woonstede",
    "partijen_met_gegevens": KREGEN,
}
AFWIJZING_AVG = {
    "besluit": "deels_toegewezen",
    "grond_afwijzing": "artikel 41 lid 1 i UAVG",
    "motivering": "het verslag noemt de melder",
}
POLITIEDEEL = {"besluit": "deels_toegewezen", "behandelende_partij": "politie"}
AFWIJZING_WPG = {"besluit": "deels_toegewezen", "grond_afwijzing": "artikel 27 lid 1 a Wpg"}

NOG_NIET = (
    "identiteit_vastgesteld",
    "andere_partijen_geinformeerd",
    "alle_partijen_afgestemd",
    "einde_termijn_nabij",
    "alle_delen_beantwoord",
    "grond_uavg_41",
    "grond_wpg_27",
    "alleen_politietaak",
)


@pytest.mark.eis("KRI-12.1", "KRI-12.2", "KRI-12.3", "KRI-12.5", "KRI-12.6", "KRI-12.7", "KRI-12.8")
def test_verzoek_wordt_gesplitst_afgestemd_en_per_deel_beantwoord():
    w = Wandeling(KRIMPEN, niet_waar=NOG_NIET)

    w.geweigerd(
        "verzoek_registreren",
        gegevensset="verzoek",
        van=VERZOEKER,
        aan=CORPORATIE,
        feiten=("identiteit_vastgesteld",),
    )
    w.nu_geldt(identiteit_vastgesteld=True)
    w.stuur("verzoek", VERZOEKER, CORPORATIE, VERZOEK)
    assert w.stap == "verzoek_ontvangen"
    w.iedereen_ziet({CORPORATIE: {"verzoek": VERZOEK}})

    w.geweigerd("verzoek_splitsen", wie=CORPORATIE, feiten=("andere_partijen_geinformeerd",))
    w.nu_geldt(ontvanger_in_samenwerkingsverband=False)
    w.geweigerd(
        "partijen_informeren",
        gegevensset="bericht_verzoek",
        van=CORPORATIE,
        aan=VERHUURDER,
        feiten=("ontvanger_in_samenwerkingsverband",),
    )
    w.nu_geldt(ontvanger_in_samenwerkingsverband=True)
    w.stuur("bericht_verzoek", CORPORATIE, (BURGEMEESTER, POLITIE), VERZOEK | BERICHT)
    w.nu_geldt(andere_partijen_geinformeerd=True)
    beeld = {
        CORPORATIE: {"verzoek": VERZOEK, "bericht_verzoek": BERICHT},
        BURGEMEESTER: {"bericht_verzoek": BERICHT},
        POLITIE: {"bericht_verzoek": BERICHT},
    }
    w.iedereen_ziet(beeld)

    w.doe(CORPORATIE, "verzoek_splitsen")
    assert w.stap == "verzoek_gesplitst"
    w.iedereen_ziet(beeld)
    w.geweigerd(
        "gezamenlijk_deel_beantwoorden",
        gegevensset="antwoord_gezamenlijk_deel",
        van=BURGEMEESTER,
        aan=VERZOEKER,
        eisen=("KRI-12.3.gezamenlijk",),
    )

    for wie in (CORPORATIE, BURGEMEESTER, POLITIE):
        w.geweigerd("afstemming_vaststellen", wie=KLOK, feiten=("alle_partijen_afgestemd",))
        w.doe(wie, "afstemming_bevestigen")
    w.geweigerd("afstemming_afdwingen", wie=REGISSEUR, feiten=("einde_termijn_nabij",))
    w.nu_geldt(alle_partijen_afgestemd=True)
    w.doe(KLOK, "afstemming_vaststellen")
    assert w.stap == "verzoek_afgestemd"
    w.iedereen_ziet(beeld)

    _gezamenlijk_deel(w, beeld)
    _eigen_deel(w, beeld)
    _politiedeel(w, beeld)

    w.geweigerd("verzoek_afhandelen", wie=KLOK, feiten=("alle_delen_beantwoord",))
    w.nu_geldt(alle_delen_beantwoord=True)
    w.doe(KLOK, "verzoek_afhandelen")
    assert w.stap == "verzoek_afgehandeld"
    w.iedereen_ziet(beeld)


def _gezamenlijk_deel(w, beeld):
    """Only the burgemeester; the letter names who handles it and who holds data (KRI-12.3, 12.5)."""
    w.geweigerd(
        "gezamenlijk_deel_beantwoorden",
        gegevensset="antwoord_gezamenlijk_deel",
        van=CORPORATIE,
        aan=VERZOEKER,
        eisen=("KRI-12.3.gezamenlijk",),
    )
    w.stuur("antwoord_gezamenlijk_deel", BURGEMEESTER, VERZOEKER, GEZAMENLIJK)
    beeld[BURGEMEESTER] = beeld[BURGEMEESTER] | {"antwoord_gezamenlijk_deel": GEZAMENLIJK}
    beeld[VERZOEKER] = {"antwoord_gezamenlijk_deel": GEZAMENLIJK}
    w.iedereen_ziet(beeld)


def _eigen_deel(w, beeld):
    """The corporatie answers for itself, and refuses a part on a ground of UAVG 41 (KRI-12.6)."""
    w.stuur("antwoord_eigen_deel", CORPORATIE, VERZOEKER, EIGEN)
    w.geweigerd(
        "verzoek_afwijzen",
        gegevensset="afwijzing_avg",
        van=CORPORATIE,
        aan=VERZOEKER,
        feiten=("grond_uavg_41",),
    )
    w.nu_geldt(grond_uavg_41=True)
    w.stuur("afwijzing_avg", CORPORATIE, VERZOEKER, AFWIJZING_AVG)
    brieven = {"antwoord_eigen_deel": EIGEN, "afwijzing_avg": AFWIJZING_AVG}
    beeld[CORPORATIE] = beeld[CORPORATIE] | brieven
    beeld[VERZOEKER] = beeld[VERZOEKER] | brieven
    w.iedereen_ziet(beeld)


def _politiedeel(w, beeld):
    """What is only for the police task: only the police answers, under the Wpg; nobody else reads it."""
    w.geweigerd(
        "eigen_deel_beantwoorden",
        gegevensset="antwoord_eigen_deel",
        van=POLITIE,
        aan=VERZOEKER,
        eisen=("KRI-12.3.eigen",),
    )
    w.geweigerd(
        "verzoek_afwijzen_wpg",
        gegevensset="afwijzing_wpg",
        van=CORPORATIE,
        aan=VERZOEKER,
        feiten=("alleen_politietaak", "grond_wpg_27"),
        eisen=("KRI-12.7.afwijzing",),
    )
    w.geweigerd(
        "politiedeel_beantwoorden",
        gegevensset="antwoord_politie",
        van=POLITIE,
        aan=VERZOEKER,
        feiten=("alleen_politietaak",),
    )
    w.nu_geldt(alleen_politietaak=True)
    w.stuur("antwoord_politie", POLITIE, VERZOEKER, POLITIEDEEL)
    w.geweigerd(
        "verzoek_afwijzen_wpg",
        gegevensset="afwijzing_wpg",
        van=POLITIE,
        aan=VERZOEKER,
        feiten=("grond_wpg_27",),
    )
    w.nu_geldt(grond_wpg_27=True)
    w.stuur("afwijzing_wpg", POLITIE, VERZOEKER, AFWIJZING_WPG)
    brieven = {"antwoord_politie": POLITIEDEEL, "afwijzing_wpg": AFWIJZING_WPG}
    beeld[POLITIE] = beeld[POLITIE] | brieven
    beeld[VERZOEKER] = beeld[VERZOEKER] | brieven
    w.iedereen_ziet(beeld)


@pytest.mark.eis("KRI-12.8", "KRI-12.8.afdwingen")
def test_regisseur_sluit_de_afstemming_in_de_laatste_drie_werkdagen():
    w = Wandeling(
        KRIMPEN, stap="verzoek_gesplitst", niet_waar=("alle_partijen_afgestemd", "einde_termijn_nabij")
    )
    w.geweigerd("afstemming_afdwingen", wie=REGISSEUR, feiten=("einde_termijn_nabij",))
    w.nu_geldt(einde_termijn_nabij=True)
    w.doe(REGISSEUR, "afstemming_afdwingen")
    assert w.stap == "verzoek_afgestemd"


@pytest.mark.eis("KRI-12.4", "KRI-12.4.bezwaar", "KRI-12.4.besluit")
def test_bezwaar_blokkeert_tot_het_besluit():
    """An objection goes to whoever processes on AVG 6.1 f; meanwhile what it is about stays shut for everyone."""
    zaak = Wandeling(KRIMPEN, stap="uitvoering")
    naam = {"naam": "J. de Wit", "relatie_met_overlastgever": "medehuurder"}
    zaak.stuur(
        "klant_bij_verhuurder",
        CORPORATIE,
        REGISSEUR,
        naam,
        doel="onderzoek_en_aanpak",
        grondslag="avg_6_1_f_corporatie",
        velden=tuple(naam),
    )
    open_ = {wie: {"klant_bij_verhuurder": naam} for wie in (CORPORATIE, REGISSEUR)}
    zaak.iedereen_ziet(open_)

    bezwaar = {
        "naam_verzoeker": "J. de Wit",
        "bijzondere_omstandigheden": "ziekte van een kind",
        "datum_ontvangst": "2026-03-10",
    }
    w = Wandeling(KRIMPEN)
    w.geweigerd(
        "bezwaar_registreren",
        gegevensset="bezwaar",
        van=VERZOEKER,
        aan=BURGEMEESTER,
        eisen=("KRI-12.4.bezwaar", "KRI-12.4"),
    )
    w.stuur("bezwaar", VERZOEKER, CORPORATIE, bezwaar)
    w.iedereen_ziet({CORPORATIE: {"bezwaar": bezwaar}})
    zaak.nu_geldt(niet_geblokkeerd=False)
    zaak.iedereen_ziet({})
    zaak.geweigerd(
        "verstrekken",
        gegevensset="klant_bij_verhuurder",
        van=CORPORATIE,
        aan=POLITIE,
        doel="onderzoek_en_aanpak",
        grondslag="avg_6_1_f_corporatie",
        feiten=("niet_geblokkeerd",),
    )

    besluit = {"besluit": "ongegrond", "motivering": "de overlast weegt zwaarder"}
    w.stuur("besluit_bezwaar", CORPORATIE, VERZOEKER, besluit)
    assert w.stap == "bezwaar_besloten"
    w.iedereen_ziet(
        {
            CORPORATIE: {"bezwaar": bezwaar, "besluit_bezwaar": besluit},
            VERZOEKER: {"besluit_bezwaar": besluit},
        }
    )
    zaak.nu_geldt(niet_geblokkeerd=True)
    zaak.iedereen_ziet(open_)
