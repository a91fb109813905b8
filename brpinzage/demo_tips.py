"""What to try as each person of the demo."""

TIPS = {
    "anna": (
        "Raadpleeg Vlinderpad 1: postcode 2100 AA, huisnummer 1.",
        "Raadpleeg Krekelstraat 7 A: postcode 2100 AB. Dat mag niet: vraag het schriftelijk.",
        "Geef bij Zaken een verhuizing door. Zonder machtiging van de huurder gaat dat niet.",
        "Zet de klok bovenaan een week verder. U hebt een afwijking niet gemeld: dat leest u bij Berichten.",
    ),
    "carlo": (
        "Raadpleeg Vlinderpad 1. Het is niet van uw corporatie, dus het convenant weigert.",
        "Lees de handreiking van de gemeente en bevestig dat.",
    ),
    "eva": (
        "Haal een nieuw uittreksel op uit de BRP van de demo.",
        "Open de zaak van Vlinderpad 7A en kijk in de BRP: een adres is daar in onderzoek.",
        "Beslis over het verzoek van Krekelstraat 7A. Daar woont iemand met geheimhouding.",
    ),
    "frits": (
        "Trek de steekproef van vorige maand en beoordeel een regel.",
        "Kijk bij Signalen: één adres is vaak geraadpleegd, en iemand raadpleegde laat op de avond.",
        "Zoek in het logboek op wie er is geweigerd, met reden en artikel.",
        "Kijk op het dashboard bij welke corporatie een termijn voorbij is, en open de lijst.",
    ),
    "gerda": (
        "Gerda verleent autorisaties. Zij ziet geen gegevens van inwoners.",
        "Zet de klok drie weken verder. Niemand bevestigde de functie van Carlo: zij wordt opgeschort.",
    ),
    "hugo": (
        "Trek de toegang van Stichting Waterkant in: open de zaak van artikel 6.1. Carlo kan daarna niets meer.",
        "Handel het beveiligingsprobleem van Wonen De Linde af.",
        "Kondig onderhoud aan. Het staat dan op elke pagina.",
        "Maak bij Rapportage een PDF. Wat er minder dan vijf keer gebeurde, is niet te tellen.",
        "Zet de klok een maand verder. Dan leest u bij Berichten dat het convenant vanzelf wordt verlengd.",
    ),
    "ina": (
        "Beantwoord de vraag van de toezichthouder.",
        "Laad bij Bezit een lijst met woningen en bekijk eerst wat er verandert.",
    ),
    "jan": (
        "Verklaar bij Beveiliging wat uw corporatie doet.",
        "Bekijk de tekortkoming die de gemeente heeft geopend.",
    ),
    "lotte": (
        "Kijk bij Signalen wie van Wonen De Linde vaak werd geweigerd, en open de regels.",
        "Open het verwerkingsregister en maak er een PDF van. Lees een artikel na in het beleid.",
        "Zoek een knop die iets verandert. Die is er niet.",
    ),
    "otto": (
        "Vergelijk met Lotte: Otto ziet het logboek van de gemeente, en geen regel van een corporatie.",
        "Zoek in het beleid op machtiging.",
    ),
    "dirk": ("Dirk heeft geen autorisatie. Hij ziet niets.",),
    "ivo": ("Ivo heeft geen autorisatie, al werkt hij bij de gemeente. Hij ziet niets.",),
}
