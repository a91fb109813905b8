"""Krimpen: the steps of a case, an incident, a request, a change and an accession."""

import pytest

from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.taal import BEGIN
from woonoverlast.beleid import KRIMPEN

from .krimpen import (
    AANGESPROKEN,
    AFSLUITEN,
    BEHEERDERS,
    BESPREKING,
    BURGEMEESTER,
    CORPORATIE,
    KLOK,
    ONDERZOEK,
    OVERLEGSTAP,
    PLAN,
    POLITIE,
    REGISSEUR,
    UITVOERDER,
    UITVOERING,
    VERHUURDER,
)
from .tabel import (
    Stap,
    controleer_geen_andere_stap,
    controleer_stap,
    kant,
    params,
    stand,
)

IEDER = (REGISSEUR, UITVOERDER, POLITIE, CORPORATIE, VERHUURDER)
LEZERS = (*IEDER, BURGEMEESTER, *BEHEERDERS)
ONDERTEKENAARS = (BURGEMEESTER, *BEHEERDERS)
F_PARTIJEN = (CORPORATIE, VERHUURDER)

STAPPEN = [
    Stap(
        "KRI-6.2",
        BEGIN,
        "aanmelden",
        "aangemeld",
        IEDER,
        ("uitvoeringsplan_geldig", "overlast_vanuit_woning", "eigen_inzet_beschreven"),
    ),
    Stap("KRI-6.2", "aangemeld", "onderzoek_starten", ONDERZOEK, (REGISSEUR,)),
    Stap(
        "KRI-5.1.S2", ONDERZOEK, "overleg_beginnen", OVERLEGSTAP, (REGISSEUR,), ("interventies_beantwoord",)
    ),
    Stap(
        "KRI-5.1.S2.V1",
        OVERLEGSTAP,
        "niet_complex_besluiten",
        "niet_complex",
        (REGISSEUR,),
        ("besluit_niet_complex",),
    ),
    Stap(
        "KRI-9.9.a",
        "niet_complex",
        "uitzondering_vastleggen",
        "enkelvoudig",
        (REGISSEUR,),
        ("rol_enkelvoudig_of_woonfraude",),
    ),
    Stap("KRI-9.9.a", "niet_complex", "vernietigen", "vernietigd", (KLOK,)),
    Stap(
        "KRI-6.1",
        OVERLEGSTAP,
        "gezamenlijke_aanpak_besluiten",
        PLAN,
        (REGISSEUR,),
        ("besluit_complex", "gedeeld_belang", "samen_is_juiste_aanpak", "voldoende_capaciteit"),
    ),
    Stap(
        "KRI-1.1.21",
        PLAN,
        "plan_vaststellen",
        UITVOERING,
        (REGISSEUR,),
        ("plan_compleet", "alle_partijen_akkoord", "overlastgever_geinformeerd"),
    ),
    Stap("KRI-6.2.c", UITVOERING, "instrument_inzetten", UITVOERING, IEDER, ("instrument_in_plan",)),
    Stap(
        "KRI-OW.6",
        UITVOERING,
        "zware_maatregel_inzetten",
        UITVOERING,
        IEDER,
        ("instrument_in_plan", "lichter_is_niet_genoeg", "hinder_beoordeeld"),
    ),
    Stap("KRI-5.1.S5", UITVOERING, "voortgang_bespreken", BESPREKING, (REGISSEUR,)),
    Stap("KRI-5.1.S5", BESPREKING, "bijstellen", PLAN, (REGISSEUR,), ("voortgangsrapportage_vastgesteld",)),
    Stap(
        "KRI-5.1.S5", BESPREKING, "doorgaan", UITVOERING, (REGISSEUR,), ("voortgangsrapportage_vastgesteld",)
    ),
    Stap(
        "KRI-6.2.d",
        BESPREKING,
        "aanpak_stoppen",
        AFSLUITEN,
        (REGISSEUR,),
        ("voortgangsrapportage_vastgesteld", "doelen_bereikt_of_reden"),
    ),
    Stap(
        "KRI-5.1.S6",
        AFSLUITEN,
        "zaak_sluiten",
        "niet_actief",
        (REGISSEUR,),
        ("afsluitrapportage_vastgesteld",),
    ),
    Stap(
        "KRI-9.4.c",
        "niet_actief",
        "heropenen",
        "heropend",
        (REGISSEUR,),
        ("herleeft_of_andere_aanpak",),
    ),
    Stap("KRI-9.4.c", "heropend", "hergebruik_beeindigen", "niet_actief", (REGISSEUR,)),
    Stap("KRI-9.5", "niet_actief", "vernietigen", "vernietigd", (KLOK,), ("niet_herleefd",)),
    # incidents
    Stap(
        "KRI-10.3",
        BEGIN,
        "incident_melden",
        "incident_gemeld",
        LEZERS,
        ("voldoet_aan_interne_criteria",),
    ),
    Stap(
        "KRI-10.4",
        "incident_gemeld",
        "gezamenlijk_lek_toewijzen",
        "incident_bij_burgemeester",
        (KLOK,),
        ("raakt_gezamenlijk_deel",),
    ),
    Stap(
        "KRI-10.5",
        "incident_gemeld",
        "eigen_lek_toewijzen",
        "incident_bij_partij",
        (KLOK,),
        ("raakt_eigen_deel",),
    ),
    Stap(
        "KRI-10.4",
        "incident_bij_burgemeester",
        "gezamenlijk_lek_afhandelen",
        "incident_afgehandeld",
        (BURGEMEESTER,),
    ),
    Stap("KRI-10.5", "incident_bij_partij", "eigen_lek_afhandelen", "incident_afgehandeld", BEHEERDERS),
    # requests
    Stap("KRI-12.1", BEGIN, "verzoek_registreren", "verzoek_ontvangen", AANGESPROKEN),
    Stap(
        "KRI-12.3",
        "verzoek_ontvangen",
        "verzoek_splitsen",
        "verzoek_gesplitst",
        AANGESPROKEN,
        ("andere_partijen_geinformeerd",),
    ),
    Stap(
        "KRI-12.8",
        "verzoek_gesplitst",
        "afstemming_vaststellen",
        "verzoek_afgestemd",
        (KLOK,),
        ("alle_partijen_afgestemd",),
    ),
    Stap(
        "KRI-12.8",
        "verzoek_gesplitst",
        "afstemming_afdwingen",
        "verzoek_afgestemd",
        (REGISSEUR,),
        ("einde_termijn_nabij",),
    ),
    Stap(
        "KRI-12.3",
        "verzoek_afgestemd",
        "verzoek_afhandelen",
        "verzoek_afgehandeld",
        (KLOK,),
        ("alle_delen_beantwoord",),
    ),
    Stap("KRI-12.4", BEGIN, "bezwaar_registreren", "bezwaar_ontvangen", F_PARTIJEN),
    Stap("KRI-12.4", "bezwaar_ontvangen", "bezwaar_beslissen", "bezwaar_besloten", F_PARTIJEN),
    # change and accession
    Stap(
        "KRI-14.2",
        BEGIN,
        "wijziging_voorstellen",
        "wijziging_voorgesteld",
        ONDERTEKENAARS,
        ("aanpassing_nodig",),
    ),
    Stap(
        "KRI-14.3",
        "wijziging_voorgesteld",
        "wijziging_aannemen",
        "wijziging_aangenomen",
        (BURGEMEESTER,),
        ("alle_partijen_getekend",),
    ),
    Stap("KRI-14.3", "wijziging_voorgesteld", "wijziging_verwerpen", "wijziging_verworpen", (BURGEMEESTER,)),
    Stap(
        "KRI-15.2",
        BEGIN,
        "toetreding_registreren",
        "toetreding_aangevraagd",
        (BURGEMEESTER,),
        ("publieke_of_maatschappelijke_taak",),
    ),
    Stap(
        "KRI-15.3",
        "toetreding_aangevraagd",
        "toetreding_toestaan",
        "toetreding_besloten",
        (BURGEMEESTER,),
        ("reden_besluit_vermeld",),
    ),
    Stap(
        "KRI-15.3",
        "toetreding_aangevraagd",
        "toetreding_weigeren",
        "toetreding_geweigerd",
        (BURGEMEESTER,),
        ("reden_besluit_vermeld",),
    ),
    Stap(
        "KRI-15.3",
        "toetreding_besloten",
        "toetreding_aankondigen",
        "toetreding_aangekondigd",
        (BURGEMEESTER,),
    ),
    Stap(
        "KRI-15.5",
        "toetreding_aangekondigd",
        "toetreding_voltooien",
        "toegetreden",
        (BURGEMEESTER,),
        ("addendum_aanvaard", "addendum_getekend"),
    ),
]


@pytest.mark.parametrize("regel", params(STAPPEN))
def test_stap(regel):
    controleer_stap(KRIMPEN, regel)


@pytest.mark.eis(*dict.fromkeys(regel.eis for regel in STAPPEN))
def test_geen_andere_stap():
    controleer_geen_andere_stap(KRIMPEN, STAPPEN)
    assert len(STAPPEN) == len(KRIMPEN.overgangen)


WEIGERINGEN = [
    # verb, step, fact, clause of the reason
    ("aanmelden", BEGIN, "uitvoeringsplan_geldig", "KRI-OW.3"),
    ("aanmelden", BEGIN, "overlast_vanuit_woning", "KRI-1.1.29"),
    ("aanmelden", BEGIN, "eigen_inzet_beschreven", "KRI-OW.4"),
    ("overleg_beginnen", ONDERZOEK, "interventies_beantwoord", "KRI-5.1.S1.V3"),
    ("gezamenlijke_aanpak_besluiten", OVERLEGSTAP, "besluit_complex", "KRI-1.1.6"),
    ("gezamenlijke_aanpak_besluiten", OVERLEGSTAP, "voldoende_capaciteit", "KRI-6.1"),
    ("plan_vaststellen", PLAN, "overlastgever_geinformeerd", "KRI-4.2"),
    ("zware_maatregel_inzetten", UITVOERING, "hinder_beoordeeld", "KRI-1.1.9"),
    ("doorgaan", BESPREKING, "voortgangsrapportage_vastgesteld", "KRI-1.1.28"),
    ("zaak_sluiten", AFSLUITEN, "afsluitrapportage_vastgesteld", "KRI-1.1.3"),
    ("archiefkopie_maken", "niet_actief", "nodig_voor_archief", "KRI-9.7"),
]


@pytest.mark.parametrize(
    ("handeling", "stap", "feit", "eis"),
    [pytest.param(*rij, marks=pytest.mark.eis(rij[-1])) for rij in WEIGERINGEN],
)
def test_weigering_noemt_reden_en_artikel(handeling, stap, feit, eis):
    vraag = Vraag(kant(REGISSEUR), handeling, stap)
    (reden,) = beslis(KRIMPEN, vraag, stand(KRIMPEN, (feit,))).voor_mens(KRIMPEN)
    assert (reden.tekst, reden.eis) == (KRIMPEN.feit(feit).gemis, eis)
