"""What to try as each person of the demo."""

TIPS = {
    "mila": (
        "Open bij Huurachterstanden het tabblad Melden. Vier huurders staan klaar: meld ze samen.",
        "Sjoerd Testema betaalt niet meer volgens de afspraak. Kijk wat het wijkteam daarvan weet.",
        "Beslis over het aanbod voor Nadia van 't Verzinsel.",
        "Open de zaak van Kaya Çınarproef en maak het overzicht voor de huurder: alles in gewone woorden.",
        "Zet de klok een week verder en kijk wat er dan eerst moet.",
    ),
    "noud": (
        "Noud werkt met Mila aan dezelfde huurders. Neem een zaak op uw naam.",
        "Lees een bestand in. U ziet eerst wat er verandert, en welke rijen niet kloppen.",
    ),
    "petra": (
        "Petra leidt het werk bij De Zilvermeeuw. Zij ziet geen zaken van huurders.",
        "Kijk bij Cijfers: kleine aantallen zijn niet te zien.",
    ),
    "quinten": (
        "Open Privacy. Van het datalek mist nog een deel van het register: vul het aan en sluit het datalek af.",
        "Leg een verzoek van een betrokkene vast. Stuur het door, of beantwoord het met een brief.",
        "Quinten verleent ook autorisaties bij De Zilvermeeuw. Kijk wie toegang heeft en wie dat bevestigde.",
    ),
    "ruud": (
        "Vergelijk met Mila: Ruud ziet alleen de huurders van zijn eigen corporatie.",
        "Ruud vroeg met toestemming hulp voor Hetty Voorbeeld. Trek de toestemming in: dan is alles weg.",
    ),
    "saskia": (
        "Meld een collega aan als melder. Teun beslist daarover.",
        "Deel de cijfers van het vorige halfjaar. De anderen deden dat al.",
    ),
    "teun": ("Beslis over wie Saskia aanmeldt.",),
    "fatma": (
        "Open bij Zaken wat De Zilvermeeuw vandaag meldde. U ziet zeven gegevens, en niet meer.",
        "Kijk bij Wachtlijst. Hatice Voorbeeld gaat voor: neem een ander, en het wijkteam vraagt waarom.",
        "De wachtlijst is te lang. Kijk bij Cihan van der Proef in de BRP: dan weet u of hij voorgaat.",
        "Zoek contact met Joost Verzonnen en leg vast dat hij er was.",
    ),
    "bram": (
        "Koppel terug over Cihan van der Proef. De corporatie krijgt vijf gegevens, en leest niet dat hij wacht.",
        "Doe een nieuw voorstel voor Sjoerd Testema: de afspraak is niet nagekomen.",
    ),
    "zora": (
        "Zora ziet een zaak pas als het wijkteam haar inschakelt.",
        "Kijk bij Nadia van 't Verzinsel: het aanbod wacht op de corporatie.",
    ),
    "youssef": (
        "Kijk bij Uitzettingen: Oscar de Schijn moet over negen dagen zijn huis uit. Leg een poging vast.",
        "Andere zaken ziet Youssef niet.",
    ),
    "wilma": ("Kijk bij Te laat. Wilma leidt het wijkteam: zij ziet van een zaak het nummer, en geen naam.",),
    "bea": (
        "Open de contactlijst: bij Stichting Trekvaart is nog niemand te bellen.",
        "Bereid de evaluatie van volgende maand voor. Het verslag van de vorige staat erbij.",
        "Kijk bij Inrichting wat nog mist.",
    ),
    "karin": (
        "Open Privacy: De Zilvermeeuw stuurde een verzoek door. Beantwoord het, of neem meer tijd.",
        "Karin weet van het datalek bij De Zilvermeeuw. Het register daarvan ziet zij niet.",
    ),
    "victor": ("Zoek een knop die iets verandert. Die is er niet.",),
}
