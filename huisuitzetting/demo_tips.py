"""What to try as each person of the demo."""

TIPS = {
    "mila": (
        "Kijk bij Huurachterstanden bij wie u vandaag iets moet doen. Vier huurders staan klaar om te melden.",
        "Open een huurder en leg een contactpoging vast. Daarna kan de brief, en pas dan de melding.",
    ),
    "noud": ("Noud werkt met Mila aan dezelfde huurders. Zet een zaak op uw naam.",),
    "petra": ("Petra leidt het werk bij De Zilvermeeuw. Zij ziet geen zaken van huurders.",),
    "quinten": (
        "Quinten verleent autorisaties bij De Zilvermeeuw. Kijk wie toegang heeft en wie dat bevestigde.",
    ),
    "ruud": ("Vergelijk met Mila: Ruud ziet alleen de huurders van zijn eigen corporatie.",),
    "saskia": ("Meld een collega aan als melder. Teun beslist daarover.",),
    "teun": ("Beslis over wie Saskia aanmeldt.",),
    "fatma": ("Open bij Zaken wat De Zilvermeeuw vandaag meldde. U ziet zeven gegevens, en niet meer.",),
    "bram": ("Bram zit in hetzelfde wijkteam als Fatma. Verdeel samen het werk.",),
    "zora": ("Zora ziet een zaak pas als het wijkteam haar inschakelt.",),
    "youssef": ("Youssef ziet een zaak pas als hij is ingeschakeld.",),
    "wilma": ("Wilma leidt het wijkteam. Van een zaak ziet zij alleen of die te laat is.",),
    "bea": ("Kijk bij Inrichting wat nog mist: bij Stichting Trekvaart werkt nog niemand.",),
    "karin": ("Karin behandelt vragen van inwoners en verleent autorisaties bij de gemeente.",),
    "victor": ("Zoek een knop die iets verandert. Die is er niet.",),
}
