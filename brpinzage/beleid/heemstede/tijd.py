"""Clocks, retention and what the text leaves open (artikel 9 and 14)."""

from convenant.beleid.taal import Bewaartermijn, Instelling, Termijn

from .kanten import CONTACTPERSOON, CONVENANTBEHEERDER

TERMIJNEN = (
    Termijn(
        "herinnering_afwijking",
        "verstrekking",
        "raadpleging_wijkt_af",
        5,
        "werkdagen",
        "afwijking_melden",
        "HEE-2.6",
        verantwoordelijk=CONTACTPERSOON,
        bron="voorstel",
    ),
    Termijn(
        "melding_beveiliging",
        "incident",
        "constatering_beveiliging_werkt_niet",
        0,
        "direct",
        "melding_aan_gemeente",
        "HEE-6.2",
        verantwoordelijk=CONTACTPERSOON,
    ),
    Termijn(
        "looptijd",
        "convenant",
        "inwerkingtreding",
        1,
        "jaren",
        "looptijd",
        "HEE-9.1",
        verantwoordelijk=CONVENANTBEHEERDER,
        waarschuw=(91,),
        eerste_dag_telt=True,
    ),
    Termijn(
        "verlenging",
        "convenant",
        "einde_lopende_periode",
        1,
        "jaren",
        "stilzwijgende_verlenging",
        "HEE-9.1.b",
        richting="elke",
    ),
    Termijn("opzegging", "deelname", "ontvangst_opzegging", 2, "kalendermaanden", "opzegtermijn", "HEE-9.4"),
    Termijn(
        "melding_overmacht",
        "incident",
        "overmacht_bekend",
        0,
        "direct",
        "schriftelijke_mededeling_partijen",
        "HEE-12.1",
    ),
)

BEWAARTERMIJNEN = (
    Bewaartermijn(
        "geraadpleegde_gegevens",
        "ontvangst",
        "raadpleging",
        "vernietigen",
        "HEE-14",
        duur=0,
        eenheid="einde_dag",
    ),
    Bewaartermijn(
        "raadpleging",
        "raadpleging",
        "raadpleging",
        "vernietigen",
        "HEE-14",
        instelling="bewaartermijn_raadpleging",
    ),
    Bewaartermijn(
        "afwijking",
        "zaak",
        "afwijking_afgehandeld",
        "vernietigen",
        "HEE-14",
        instelling="bewaartermijn_afwijking",
    ),
    Bewaartermijn(
        "verhuizing",
        "zaak",
        "verhuizing_afgehandeld",
        "vernietigen",
        "HEE-14",
        instelling="bewaartermijn_verhuizing",
    ),
    Bewaartermijn(
        "logboek", "logregel", "logregel", "vernietigen", "HEE-14", instelling="bewaartermijn_logboek"
    ),
)

INSTELLINGEN = (
    Instelling(
        "bewaartermijn_raadpleging",
        "duur",
        "convenant",
        "convenant",
        "hoe lang een raadpleging wordt bewaard.",
        "HEE-14",
    ),
    Instelling(
        "bewaartermijn_afwijking",
        "duur",
        "convenant",
        "convenant",
        "hoe lang een afwijkingsmelding wordt bewaard.",
        "HEE-14",
    ),
    Instelling(
        "bewaartermijn_verhuizing",
        "duur",
        "convenant",
        "convenant",
        "hoe lang een verhuizing wordt bewaard.",
        "HEE-14",
    ),
    Instelling(
        "bewaartermijn_logboek",
        "duur",
        "convenant",
        "convenant",
        "hoe lang het logboek wordt bewaard.",
        "HEE-14",
    ),
    Instelling(
        "maximum_bewoners",
        "getal",
        "convenant",
        "",
        "bij hoeveel bewoners een adres niet meer te raadplegen is.",
        "HEE-3.3",
        standaard=20,
    ),
    Instelling(
        "uittreksel_maximaal_oud",
        "getal",
        "convenant",
        "",
        "na hoeveel dagen de gemeente een waarschuwing krijgt dat het uittreksel oud is.",
        "HEE-11.1",
        standaard=1,
    ),
    Instelling(
        "herinnering_afwijking",
        "getal",
        "convenant",
        "",
        "na hoeveel werkdagen de corporatie een herinnering krijgt.",
        "HEE-2.6",
        standaard=5,
    ),
)
