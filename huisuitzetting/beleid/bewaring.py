"""How long things are kept, and the settings the text leaves open about it."""

from convenant.beleid.taal import Bewaartermijn, Instelling

# The text has no retention clause at all (decision 6); consent that is withdrawn destroys at once (decision 65).
BEWAARTERMIJNEN = (
    Bewaartermijn(
        "gemeld_met_toestemming",
        "ontvangst",
        "intrekking_toestemming",
        "vernietigen",
        "HAA-B2.2",
        duur=0,
        eenheid="einde_dag",
    ),
    Bewaartermijn(
        "extra_informatie",
        "ontvangst",
        "intrekking_toestemming_klant",
        "vernietigen",
        "HAA-B2.6.b",
        duur=0,
        eenheid="einde_dag",
    ),
    Bewaartermijn(
        "zaak", "zaak", "zaak_gesloten", "vernietigen", "HAA-PR1.4", instelling="bewaartermijn_zaak"
    ),
    Bewaartermijn(
        "verzoek",
        "verzoek",
        "verzoek_beantwoord",
        "vernietigen",
        "HAA-PR10.2",
        instelling="bewaartermijn_verzoek",
    ),
    Bewaartermijn(
        "wettelijk_verzoek",
        "verzoek",
        "wettelijk_verzoek_afgehandeld",
        "vernietigen",
        "HAA-PR8.1",
        instelling="bewaartermijn_wettelijk_verzoek",
    ),
    Bewaartermijn(
        "inbreuk",
        "incident",
        "inbreuk_gesloten",
        "vernietigen",
        "HAA-PR9.3",
        instelling="bewaartermijn_inbreuk",
    ),
    Bewaartermijn(
        "logboek", "logregel", "logregel", "vernietigen", "HAA-PR1.4", instelling="bewaartermijn_logboek"
    ),
)

INSTELLINGEN = (
    Instelling(
        "bewaartermijn_zaak",
        "duur",
        "convenant",
        "convenant",
        "hoe lang een gesloten zaak wordt bewaard.",
        "HAA-PR1.4",
    ),
    Instelling(
        "bewaartermijn_verzoek",
        "duur",
        "convenant",
        "convenant",
        "hoe lang een beantwoord verzoek van een betrokkene wordt bewaard.",
        "HAA-PR10.2",
    ),
    Instelling(
        "bewaartermijn_wettelijk_verzoek",
        "duur",
        "convenant",
        "convenant",
        "hoe lang een wettelijk verzoek van een derde wordt bewaard.",
        "HAA-PR8.1",
    ),
    Instelling(
        "bewaartermijn_inbreuk",
        "duur",
        "convenant",
        "convenant",
        "hoe lang een datalek in het register blijft.",
        "HAA-PR9.3",
    ),
    Instelling(
        "bewaartermijn_logboek",
        "duur",
        "convenant",
        "convenant",
        "hoe lang het logboek wordt bewaard.",
        "HAA-PR1.4",
    ),
    Instelling(
        "controle_om_de",
        "getal",
        "deelname",
        "",
        "om de hoeveel maanden een partij haar beveiliging controleert.",
        "HAA-PR7.3",
        standaard=12,
    ),
)
