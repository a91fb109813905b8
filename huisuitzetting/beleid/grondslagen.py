"""The purposes (article 1, PR2) and the legal grounds per step (bijlage 2)."""

from convenant.beleid.taal import Doel, Feit, Grondslag, Verbod

FEITEN = (
    Feit(
        "niet_herleidbaar",
        "aanvraag",
        "De gegevens zijn niet tot een persoon te herleiden.",
        "Deze gegevens zijn tot een persoon te herleiden. Voor beleid en evaluatie gebruikt u alleen aantallen.",
        "HAA-PR2.1.b",
    ),
)

DOELEN = (
    Doel("uitzetting_voorkomen", "Schulden beperken en huisuitzetting voorkomen.", "HAA-1.1"),
    Doel("vroegsignalering", "Achterstanden vroeg zien en hulp bieden.", "HAA-PR2.1.a"),
    Doel("betaalritme", "Het betalen van de huur zo snel mogelijk herstellen.", "HAA-PR2.2.a"),
    Doel(
        "beleidsevaluatie",
        "Beleid maken en evalueren, zonder personen.",
        "HAA-PR2.1.b",
        ("niet_herleidbaar",),
    ),
    Doel("uitvoering_reglement", "Taken en verantwoordelijkheden van het reglement uitvoeren.", "HAA-PR1.1"),
)

# A public body has no legitimate interest to rely on (decision 4): b and f are the corporatie's alone.
GRONDSLAGEN = (
    Grondslag("avg_6_1_a", "De betrokkene heeft toestemming gegeven (artikel 6 lid 1 a AVG).", "HAA-B2.2"),
    Grondslag("avg_6_1_b", "De huurovereenkomst (artikel 6 lid 1 b AVG).", "HAA-B2.1", ("corporatie",)),
    Grondslag(
        "avg_6_1_f",
        "Gerechtvaardigd belang: dat de huur weer wordt betaald (artikel 6 lid 1 f AVG).",
        "HAA-B2.1",
        ("corporatie",),
    ),
    Grondslag(
        "avg_6_1_e",
        "Publieke taak: schuldhulpverlening en maatschappelijke ondersteuning (artikel 6 lid 1 e AVG, Wgs, Wmo).",
        "HAA-B2.3",
        ("gemeente", "bron", "systeem"),
    ),
    Grondslag("avg_6_1_c", "Een wettelijke verplichting (artikel 6 lid 1 c AVG).", "HAA-PR2.3"),
)

CONTRACT = ("avg_6_1_b", "avg_6_1_f")
TAAK = ("avg_6_1_e",)
TOESTEMMING = ("avg_6_1_a",)
PLICHT = ("avg_6_1_c",)

VERBODEN = (
    Verbod(("burgerservicenummer",), "gemeente", "HAA-B2.1.b"),
    Verbod(("voorrangsgroep", "reden_afwijking_volgorde"), "corporatie", "HAA-3.6"),
    Verbod(("bekend_in_stapp", "bekend_bij_sdv"), "corporatie", "HAA-3.8"),
    Verbod(("gezinssamenstelling", "leeftijd", "verblijfsstatus"), "corporatie", "HAA-B2.4"),
    Verbod(("schuldeisers", "bedragen_schulden", "inkomen", "plan_schuldaanpak"), "corporatie", "HAA-2.2.2"),
    Verbod(
        ("gespreksverslag", "achtergrond_betalingsachterstand", "medische_gegevens", "regievoerder"),
        "corporatie",
        "HAA-B2.6.b",
    ),
)
