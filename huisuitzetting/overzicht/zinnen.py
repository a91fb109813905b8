"""What happened in a case, what happens now and by when, as one says it to the tenant: plain Dutch, a sentence per verb.

`{wie}` is who did it. Nothing here says more than that it was done: what was written about it stays where it is.
"""

from collections.abc import Mapping

# Who that is, said to the tenant; a corporatie is named by its own name.
WIE: Mapping[str, str] = {
    "swt": "het Sociaal Wijkteam",
    "sdv": "de schulddienstverlening van de gemeente",
    "troubleshooter": "de troubleshooter van de gemeente",
}

# "Op 3 november 2026 …": by the verb that left it on the track.
GEBEURD: Mapping[str, str] = {
    # Between corporatie and tenant.
    "achterstand_vastleggen": "heeft {wie} opgeschreven dat u achterloopt met de huur",
    "contact_zoeken": "heeft {wie} contact met u gezocht over de huur en u gewezen op hulp bij schulden",
    "interventie_vastleggen": "heeft {wie} opgeschreven wat er is gedaan om u te helpen",
    "betalingsregeling_vastleggen": "heeft {wie} opgeschreven of er een betalingsregeling is",
    "brief_versturen": "heeft {wie} u een brief gestuurd over de huur en over het Sociaal Wijkteam",
    # To the Sociaal Wijkteam.
    "melden_achterstand": "heeft {wie} het Sociaal Wijkteam laten weten dat u achterloopt met de huur",
    "melden_met_meer": "heeft {wie} het Sociaal Wijkteam gevraagd om u te helpen. U was daarvan op de hoogte",
    "melden_met_toestemming": "heeft {wie} met uw toestemming het Sociaal Wijkteam gevraagd om u te helpen",
    "melden_aan_troubleshooter": "heeft {wie} de troubleshooter van de gemeente gevraagd om te helpen",
    "toestemming_intrekken": "heeft {wie} opgeschreven dat u uw toestemming hebt ingetrokken",
    # At the Sociaal Wijkteam.
    "bekendheid_controleren": "heeft {wie} gekeken of de gemeente u al hielp",
    "bekendheid_vragen": "heeft {wie} aan de schulddienstverlening gevraagd of die u al hielp",
    "bekendheid_beantwoorden": "heeft {wie} gezegd of zij u al hielp",
    "brp_raadplegen": "heeft {wie} in de basisregistratie gekeken met hoeveel mensen u woont en hoe oud u bent",
    "op_wachtlijst_plaatsen": "heeft {wie} u op de wachtlijst gezet",
    "voorrang_vastleggen": "heeft {wie} bepaald of u voorrang krijgt op de wachtlijst",
    "in_behandeling_nemen": "is {wie} begonnen om u te helpen",
    "niet_in_behandeling_nemen": "heeft {wie} besloten dat het u nu niet kan helpen",
    "contactpoging_vastleggen": "heeft {wie} geprobeerd contact met u te krijgen",
    "aankondiging_versturen": "heeft {wie} u een brief gestuurd over een gesprek",
    "contact_huurder_vastleggen": "heeft {wie} met u gesproken",
    "alleen_schuld_vaststellen": "heeft {wie} vastgesteld dat het alleen om schulden gaat",
    "meer_problematiek_vaststellen": "heeft {wie} vastgesteld dat u bij meer dan schulden hulp kunt gebruiken",
    "regie_beleggen": "heeft {wie} afgesproken wie de hulp aan u regelt",
    "sdv_inschakelen": "heeft {wie} de schulddienstverlening van de gemeente gevraagd om u te helpen",
    "warm_overdragen": "heeft {wie} u met uw toestemming voorgesteld aan een andere organisatie die u helpt",
    "terugkoppelen": "heeft {wie} uw verhuurder laten weten of u wordt geholpen, en niet waarover u praat",
    "extra_terugkoppelen": "heeft {wie} met uw schriftelijke toestemming meer verteld aan uw verhuurder",
    "opschalen": "heeft {wie} de troubleshooter van de gemeente om hulp gevraagd",
    "adviseren": "heeft {wie} advies gegeven",
    # Paying.
    "inventarisatie_delen": "heeft {wie} met u een lijst van uw schulden en inkomsten gemaakt en die gedeeld met wie uw hulp regelt",
    "inventarisatie_gereedmelden": "heeft {wie} laten weten dat de lijst van uw schulden klaar is",
    "voorstel_doen": "heeft {wie} uw verhuurder een voorstel gedaan over het betalen van de huur",
    "nog_geen_regeling_melden": "heeft {wie} uw verhuurder laten weten dat een regeling voor de achterstand nog niet kan",
    "regeling_treffen": "heeft {wie} met u een betalingsregeling afgesproken",
    "incasso_opschorten": "is {wie} gestopt met stappen om het geld te krijgen, omdat u zich aan de afspraken houdt",
    "opschorting_beeindigen": "is {wie} weer begonnen met stappen om het geld te krijgen",
    "niet_nakoming_melden": "heeft {wie} laten weten dat een betaalafspraak niet is nagekomen",
    # Debts.
    "hulp_aanbieden": "heeft {wie} u hulp bij uw geldzaken aangeboden",
    "plan_delen": "heeft {wie} een plan voor uw schulden gemaakt en gedeeld met het Sociaal Wijkteam",
    "geen_regeling_vaststellen": "heeft {wie} vastgesteld dat een betalingsregeling niet lukt",
    "minnelijk_traject_starten": "is {wie} begonnen om met al uw schuldeisers een afspraak te maken",
    "minnelijk_traject_terugkoppelen": "heeft {wie} laten weten hoe het gaat met de afspraken met uw schuldeisers",
    "minnelijk_traject_mislukken": "heeft {wie} vastgesteld dat uw schuldeisers het niet samen eens werden",
    "beoordeling_melden": "heeft {wie} bekeken of u hulp nodig hebt bij het beheren van uw geld",
    "aanbod_doen": "heeft {wie} uw verhuurder een aanbod gedaan om een deel van de schuld terug te betalen",
    "aanbod_aanvaarden": "heeft {wie} het aanbod aangenomen",
    "aanbod_weigeren": "heeft {wie} het aanbod geweigerd",
    "schuldbemiddeling_starten": "is {wie} begonnen met schuldbemiddeling: u betaalt uw schulden af volgens een plan",
    "hersteltermijn_bieden": "heeft {wie} u 14 dagen gegeven om de huur alsnog te betalen",
    "betaling_huur_melden": "heeft {wie} laten weten dat u de huur alsnog hebt betaald",
    "hersteltermijn_verstrijken": "waren de 14 dagen voorbij om de huur alsnog te betalen",
    "traject_beeindigen": "heeft {wie} de hulp bij het afbetalen van uw schulden gestopt",
    "wsnp_verzoeken": "heeft {wie} de rechter gevraagd of u een wettelijke schuldregeling (Wsnp) kunt krijgen",
    "wsnp_toelating_vastleggen": "heeft {wie} opgeschreven dat u een wettelijke schuldregeling (Wsnp) krijgt",
    "wsnp_afwijzing_vastleggen": "heeft {wie} opgeschreven dat u geen wettelijke schuldregeling (Wsnp) krijgt",
    "wsnp_terugkoppelen": "heeft {wie} laten weten hoe het gaat met de wettelijke schuldregeling (Wsnp)",
    # Bailiff and judge.
    "deurwaarder_aankondigen": "heeft {wie} laten weten wanneer de deurwaarder wordt ingeschakeld",
    "deurwaarder_inschakelen": "heeft {wie} een deurwaarder ingeschakeld",
    "deurwaarder_als_afwijking": "heeft {wie} een deurwaarder ingeschakeld, eerder dan is afgesproken",
    "afwijking_melden": "heeft {wie} laten weten waarom het anders is gegaan dan is afgesproken",
    "stand_procedure_melden": "heeft {wie} laten weten hoe ver het is bij de deurwaarder of de rechter",
    "dagvaarden": "heeft {wie} de rechter gevraagd om de huur te beëindigen",
    "vonnis_vastleggen": "heeft {wie} opgeschreven wat de rechter heeft besloten",
    "afwijzing_rechter_vastleggen": "heeft {wie} opgeschreven dat u van de rechter in uw huis mag blijven",
    "ontruimingsdatum_vastleggen": "heeft {wie} opgeschreven op welke dag u uw huis uit moet",
    "ontruimingsdatum_melden": "heeft {wie} de gemeente laten weten op welke dag u uw huis uit moet",
    "laatste_overleg_vastleggen": "heeft {wie} met de anderen overlegd om te voorkomen dat u uw huis uit moet",
    "poging_melden": "heeft {wie} geprobeerd te voorkomen dat u uw huis uit moet",
    "ontruiming_vastleggen": "heeft {wie} opgeschreven dat u uw huis uit bent gezet",
    "ontruiming_als_afwijking": "heeft {wie} opgeschreven dat u uw huis uit bent gezet, zonder dat daarover is overlegd",
    "sleutels_ontvangen": "hebt u de sleutels van uw huis ingeleverd",
    "voorkomen_vastleggen": "heeft {wie} opgeschreven dat u in uw huis kunt blijven",
    "uitkomst_melden": "heeft {wie} de anderen laten weten hoe het is afgelopen",
    "zaak_sluiten": "heeft {wie} uw zaak gesloten",
}

# What happens now, by the step of the case as the reader may know it.
NU: Mapping[str, str] = {
    "bij_corporatie": "Uw verhuurder is nu aan zet.",
    "bij_gemeente": "De gemeente is nu aan zet.",
    "bij_meer_partijen": "Uw verhuurder en de gemeente zijn nu aan zet.",
    "afgerond": "Uw zaak is klaar. U hoeft niets te doen.",
    "achterstand": "Uw verhuurder neemt contact met u op over de huur. U mag ook zelf bellen.",
    "contact": "Uw verhuurder stuurt u een brief als de huur niet is betaald. Kunt u niet betalen? Bel dan nu.",
    "herinnerd": "Blijft er een achterstand, dan vraagt uw verhuurder het Sociaal Wijkteam om u te helpen.",
    "gemeld": "Het Sociaal Wijkteam bekijkt uw zaak en neemt contact met u op.",
    "beoordeeld": "Het Sociaal Wijkteam beslist of het u nu kan helpen.",
    "wachtlijst": "U staat op de wachtlijst van het Sociaal Wijkteam. Het wijkteam neemt contact met u op.",
    "niet_in_behandeling": "Het Sociaal Wijkteam helpt u nu niet. Bel het wijkteam als u toch hulp wilt.",
    "in_behandeling": "Het Sociaal Wijkteam probeert u te spreken.",
    "contact_huurder": "Het Sociaal Wijkteam bekijkt samen met u welke hulp u nodig hebt.",
    "alleen_schuld": "Het Sociaal Wijkteam maakt met u een voorstel om de huur weer te betalen.",
    "meer_problematiek": "Het Sociaal Wijkteam regelt hulp en maakt met u een voorstel om de huur weer te betalen.",
    "voorstel": "Uw verhuurder bekijkt het voorstel en maakt met u een afspraak over het betalen.",
    "regeling": "Er is een betalingsregeling. Betaal de huur en de afspraak op tijd.",
    "opgeschort": "U houdt zich aan de afspraken. Zolang u dat doet, vraagt uw verhuurder het geld niet op een andere manier.",
    "incasso_hervat": "Uw verhuurder neemt weer stappen om het geld te krijgen. Bel meteen als u niet kunt betalen.",
    "verbroken": "Een betaalafspraak is niet nagekomen. Bel meteen: misschien kan er een nieuwe afspraak komen.",
    "geen_regeling": "Een betalingsregeling lukt niet. De schulddienstverlening kijkt naar al uw schulden samen.",
    "minnelijk_traject": "De schulddienstverlening probeert een afspraak te maken met al uw schuldeisers.",
    "aanbod": "Uw verhuurder beslist over het aanbod van de schulddienstverlening.",
    "aanbod_afgewezen": "Uw verhuurder heeft het aanbod geweigerd. De schulddienstverlening bekijkt wat er nog kan.",
    "schuldbemiddeling": "U betaalt uw schulden af volgens een plan. Betaal ook elke maand de huur.",
    "hersteltermijn": "U hebt 14 dagen om de huur alsnog te betalen. Lukt dat niet? Bel dan meteen.",
    "te_beeindigen": "De huur is niet op tijd betaald. De schulddienstverlening beslist of de hulp stopt.",
    "traject_beeindigd": "De hulp bij het afbetalen van uw schulden is gestopt. Uw verhuurder kan een deurwaarder inschakelen.",
    "minnelijk_mislukt": "Uw schuldeisers werden het niet samen eens. Vraag of u een wettelijke schuldregeling (Wsnp) kunt krijgen.",
    "wsnp_verzocht": "De rechter beslist of u een wettelijke schuldregeling (Wsnp) krijgt.",
    "wsnp": "U hebt een wettelijke schuldregeling (Wsnp). Betaal elke maand de huur.",
    "wsnp_afgewezen": "U krijgt geen wettelijke schuldregeling (Wsnp). Bel om te vragen wat er nog kan.",
    "deurwaarder": "De deurwaarder vraagt u om te betalen. Een regeling kan nog: bel meteen.",
    "dagvaarding": "De rechter beslist of u in uw huis mag blijven. Een regeling kan nog: bel meteen.",
    "vonnis": "De rechter heeft besloten dat u uw huis uit moet. Een regeling kan nog: bel meteen.",
    "ontruimingsdatum_bekend": "Er is een dag waarop u uw huis uit moet. Bel meteen: wij proberen dat samen te voorkomen.",
    "voorkomen": "U kunt in uw huis blijven.",
    "sleutels_ingeleverd": "U hebt de sleutels ingeleverd en huurt dit huis niet meer.",
    "ontruimd": "U bent uit uw huis gezet. Hebt u geen plek om te slapen? Bel het Sociaal Wijkteam.",
    "gestopt": "U hebt uw toestemming ingetrokken. Er wordt niets meer gedeeld.",
    "gesloten": "Uw zaak is gesloten. U hoeft niets te doen.",
}

# "Uiterlijk op 3 november 2026 …": by what a running clock asks. What has no sentence is no affair of the tenant's.
UITERLIJK: Mapping[str, str] = {
    "actief_contact_met_huurder": "zoekt uw verhuurder contact met u",
    "melding_bij_swt": "vraagt uw verhuurder het Sociaal Wijkteam om u te helpen, als de huur dan niet is betaald",
    "contact_met_huurder": "neemt het Sociaal Wijkteam contact met u op",
    "terugkoppeling": "laat het Sociaal Wijkteam uw verhuurder weten of u wordt geholpen",
    "voorstel_doorbetalen_lopende_huur": "doet het Sociaal Wijkteam een voorstel over het betalen van de huur",
    "lopende_huur_alsnog_voldoen": "moet u de huur alsnog hebben betaald",
    "looptijd_schuldbemiddeling": "is de schuldbemiddeling klaar",
}

# Of these own copies the newest is shown, with these fields: what was agreed, or a day one must know.
VASTGELEGD: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "voorstel": (
        "Het voorstel aan uw verhuurder",
        {
            "datum_hervatting_lopende_huur": "U betaalt de huur weer vanaf",
            "bedrag_lopende_huur": "De huur per maand",
            "bedrag_per_termijn": "U lost per keer af",
            "aantal_termijnen": "Hoeveel keer",
            "startdatum_regeling": "De eerste keer",
        },
    ),
    "regeling": (
        "De betalingsregeling",
        {
            "bedrag_per_termijn": "U lost per keer af",
            "aantal_termijnen": "Hoeveel keer",
            "startdatum_regeling": "De eerste keer",
            "einddatum_regeling": "De laatste keer",
        },
    ),
    "aanbod": (
        "Het aanbod aan uw verhuurder",
        {
            "prognosepercentage": "Welk deel van de schuld hij terugkrijgt",
            "looptijd_maanden": "In hoeveel maanden",
        },
    ),
    "ontruimingsdatum": ("Uw huis uit", {"datum_ontruiming": "De dag waarop u uw huis uit moet"}),
    "ontruimingsdatum_wijkteam_en_sdv": (
        "Uw huis uit",
        {"datum_ontruiming": "De dag waarop u uw huis uit moet"},
    ),
}
