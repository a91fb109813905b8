"""Articles 1, 2 and 5: the seven purposes, the legal grounds, and what holds for every exchange."""

from convenant.beleid.taal import Doel, Feit, Grondslag

from .kanten import SOORTEN_DIRECTIE

DOELEN = (
    Doel("rechtvaardige_verdeling", "Betaalbare woningen eerlijk verdelen.", "ZOE-1.a"),
    Doel("onrechtmatig_gebruik", "Onrechtmatig gebruik van huurwoningen beëindigen.", "ZOE-1.b"),
    Doel("leefbaarheid_veiligheid", "Woning en buurt leefbaar en veilig houden.", "ZOE-1.c"),
    Doel(
        "rechtmatige_uitkering",
        "Zorgen dat wie een uitkering krijgt, daar recht op heeft.",
        "ZOE-1.d",
        ("inkomen_behandelt",),
    ),
    Doel(
        "juistheid_brp",
        "Zorgen dat de gegevens in de BRP kloppen.",
        "ZOE-1.e",
        ("basisinformatie_behandelt",),
    ),
    Doel(
        "toewijzing_verhuur",
        "Woningen onder de liberalisatiegrens toewijzen en verhuren volgens de regels.",
        "ZOE-1.f",
        ("eigenaar_behandelt",),
    ),
    Doel(
        "verhuisgegevens",
        "Verhuizingen goed in de BRP verwerken, namens huurders die dat willen.",
        "ZOE-1.g",
        ("instemming_huurder",),
    ),
    # Two duties of the law itself; no set of bijlage I may name them.
    Doel("rechten_en_informatie", "Mensen informeren en hun rechten uitvoeren.", "ZOE-8.1"),
    Doel("beveiliging", "Beveiliging bewaken en inbreuken melden.", "ZOE-10.8"),
)
WOONFRAUDE = (
    "rechtvaardige_verdeling",
    "onrechtmatig_gebruik",
    "leefbaarheid_veiligheid",
    "toewijzing_verhuur",
)
FRAUDE = (*WOONFRAUDE, "rechtmatige_uitkering", "juistheid_brp")


def _wet(naam: str, tekst: str, eis: str) -> Grondslag:
    tekst = f"{tekst} (artikel 6 lid 1 c en e AVG)."
    return Grondslag(naam, tekst, eis, SOORTEN_DIRECTIE, ("wet_geldt",))


def _corporatie(naam: str, tekst: str, eis: str, *vereist: str) -> Grondslag:
    return Grondslag(naam, tekst, eis, ("corporatie",), vereist)


GRONDSLAGEN = (
    _wet("wet_brp", "Wet BRP, artikel 2.34, 2.38, 2.39, 2.43, 2.45 en 3.9", "ZOE-5.G.a"),
    _wet("besluit_brp", "Besluit BRP, artikel 27 en 28", "ZOE-5.G.b"),
    _wet("huisvestingswet", "Huisvestingswet 2014, artikel 4, 8, 21, 22, 24, 32, 33 en 34", "ZOE-5.G.c"),
    _wet("leegstandwet", "Leegstandwet", "ZOE-5.G.d"),
    _wet("participatiewet_ioaw", "Participatiewet, artikel 7 en 53a, en Ioaw, artikel 14 en 34", "ZOE-5.G.e"),
    _wet("opiumwet", "Opiumwet, artikel 3", "ZOE-5.G.f"),
    _wet("wabo_omgevingswet", "Wabo, artikel 5.2 en 5.19, nu de Omgevingswet", "ZOE-5.G.g"),
    _wet("woningwet_92a", "Woningwet, artikel 92a", "ZOE-5.G.h"),
    _corporatie("woningwet_corporatie", "Woningwet, artikel 19, 45, 47 en 48.", "ZOE-5.C.a"),
    _corporatie("btiv", "BTIV 2015, artikel 56 met bijlage 5 en artikel 57.", "ZOE-5.C.b"),
    _corporatie("wet_brp_corporatie", "Wet BRP, artikel 2.39 en artikel 2.49 lid 1 onder c.", "ZOE-5.C.c"),
    _corporatie("huurovereenkomst", "De huurovereenkomst (artikel 6 lid 1 b AVG).", "ZOE-5.C.d"),
    _corporatie(
        "meewerkplicht_toezicht",
        "De plicht om mee te werken met de toezichthouder (artikel 6 lid 1 c AVG).",
        "ZOE-5.C.e",
        "verzoek_toezichthouder",
    ),
    _corporatie(
        "leefbaarheid",
        "Leefbaarheid als taak van algemeen belang (artikel 6 lid 1 e AVG).",
        "ZOE-5.C.f",
        "belang_afgewogen",
    ),
    _corporatie(
        "gerechtvaardigd_belang",
        "Het belang om bij te dragen aan de taak van de gemeente (artikel 6 lid 1 f AVG).",
        "ZOE-5.C.g",
        "belang_afgewogen",
    ),
    Grondslag(
        "taak_meldpunt",
        "Het meldpunt hoort bij de taak van algemeen belang van de gemeente (artikel 6 lid 1 e AVG).",
        "ZOE-5.G",
        ("publiek", "directie_wonen"),
    ),
    Grondslag("plicht_avg", "De AVG verplicht hiertoe (artikel 6 lid 1 c AVG).", "ZOE-6.R1"),
    Grondslag("geen_persoonsgegevens", "Hierin staan geen persoonsgegevens.", "ZOE-B1.F"),
)
GEMEENTE = tuple(rij.naam for rij in GRONDSLAGEN if rij.soorten == SOORTEN_DIRECTIE)
BRP = ("wet_brp", "besluit_brp")
TOEZICHT_WONEN = ("huisvestingswet", "leegstandwet", "opiumwet", "wabo_omgevingswet", "woningwet_92a")
CORPORATIES = tuple(rij.naam for rij in GRONDSLAGEN if rij.soorten == ("corporatie",))

FEITEN = (
    Feit(
        "convenant_actief",
        "convenant",
        "Het convenant is van kracht.",
        "Het convenant is niet van kracht. De toegang is gesloten.",
        "ZOE-13.1",
    ),
    Feit(
        "inkomen_behandelt",
        "zaak",
        "Directie Inkomen behandelt deze zaak.",
        "Voor dit doel moet Directie Inkomen de zaak behandelen. Kies een ander doel of zet de zaak door.",
        "ZOE-1.d",
    ),
    Feit(
        "basisinformatie_behandelt",
        "zaak",
        "Directie Basisinformatie behandelt deze zaak.",
        "Voor dit doel moet Directie Basisinformatie de zaak behandelen. Kies een ander doel of zet de zaak door.",
        "ZOE-1.e",
    ),
    Feit(
        "eigenaar_behandelt",
        "zaak",
        "De corporatie die eigenaar is, behandelt deze zaak.",
        "Voor dit doel moet de corporatie die eigenaar is de zaak behandelen. Kies een ander doel.",
        "ZOE-1.f",
    ),
    Feit(
        "instemming_huurder",
        "betrokkene",
        "De huurder stemt in met het doorgeven van de verhuizing.",
        "De huurder heeft nog niet ingestemd. Leg de instemming vast, met datum en vorm.",
        "ZOE-OW.IX",
    ),
    Feit(
        "wet_geldt",
        "verstrekking",
        "De gekozen wet geldt vandaag.",
        "De gekozen wet geldt vandaag niet meer. Kies de wet die haar heeft vervangen.",
        "ZOE-5.G",
    ),
    Feit(
        "verzoek_toezichthouder",
        "verstrekking",
        "De gemeentelijke toezichthouder heeft om de gegevens gevraagd.",
        "Deze grondslag geldt alleen als antwoord op een verzoek van de toezichthouder. Koppel het verzoek of kies een andere grondslag.",
        "ZOE-5.C.e",
    ),
    Feit(
        "belang_afgewogen",
        "verstrekking",
        "Uw organisatie heeft het belang afgewogen.",
        "Schrijf kort op waarom uw belang zwaarder weegt dan dat van de betrokkene.",
        "ZOE-5.C",
    ),
    Feit(
        "noodzaak_vermeld",
        "verstrekking",
        "U hebt opgeschreven waarom het nodig is.",
        "Schrijf op waarom deze gegevens nodig zijn voor de taak van de ontvanger.",
        "ZOE-2.2",
    ),
    Feit(
        "verstrekking_niet_opgeschort",
        "ontvanger",
        "De verstrekking aan deze partij is niet opgeschort.",
        "De verstrekking aan deze partij is opgeschort vanwege de beveiliging. Wacht op het besluit dat dit is hersteld.",
        "ZOE-10.2",
    ),
    Feit(
        "bijzondere_gegevens_verantwoord",
        "verstrekking",
        "Er staan geen bijzondere persoonsgegevens in, of de taak en de uitzondering zijn vermeld.",
        "Haal de bijzondere persoonsgegevens eruit, of vermeld de taak en de uitzondering van artikel 9 AVG.",
        "ZOE-7.2",
    ),
    Feit(
        "gevoelig_veld_verantwoord",
        "verstrekking",
        "De reden voor dit gevoelige gegeven is vermeld.",
        "Dit gegeven is gevoelig. Vermeld apart waarom het nodig is, of laat het weg.",
        "ZOE-6.R3",
    ),
    Feit(
        "fraude_hangt_samen_met_wonen",
        "zaak",
        "De zaak heeft te maken met woonfraude.",
        "Uitkerings- of inschrijffraude zonder verband met wonen hoort niet bij Zoeklicht. Zet haar door naar de bevoegde partij.",
        "ZOE-2.1",
    ),
    Feit(
        "woonfraude_omschreven",
        "zaak",
        "De vorm van woonfraude staat vast, en bij strijd met het huurcontract ook de geschonden wet; of het is geen woonfraude.",
        "Kies een van de vier vormen van woonfraude. Kies bij strijd met het huurcontract ook de wet die is geschonden.",
        "ZOE-DEF.woonfraude",
    ),
    Feit(
        "uitkeringsfraude_door_woonsituatie",
        "zaak",
        "De woon- of leefsituatie is de reden van het vermoeden, en de zaak gaat naar Directie Inkomen; of het is geen uitkeringsfraude.",
        "Uitkeringsfraude gaat alleen naar Directie Inkomen, en alleen als de woon- of leefsituatie de reden is.",
        "ZOE-DEF.uitkeringsfraude",
    ),
    Feit(
        "inschrijffraude_naar_basisinformatie",
        "zaak",
        "De zaak gaat naar Directie Basisinformatie; of het is geen inschrijffraude.",
        "Inschrijffraude gaat naar Directie Basisinformatie. Kies die directie als ontvanger.",
        "ZOE-DEF.inschrijffraude",
    ),
    Feit(
        "conclusie_vastgelegd",
        "zaak",
        "De conclusie over de feitelijke woonsituatie is vastgelegd.",
        "Leg eerst de conclusie vast: vastgesteld, niet vast te stellen of niet onderzocht.",
        "ZOE-2.3",
    ),
)

# What every exchange between parties needs.
DELEN = ("noodzaak_vermeld", "verstrekking_niet_opgeschort", "bijzondere_gegevens_verantwoord")
