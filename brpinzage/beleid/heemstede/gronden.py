"""The five purposes and the grounds (artikel 1 and 2)."""

from convenant.beleid.taal import Doel, Grondslag

DOELEN = (
    Doel("onrechtmatige_bewoning", "Onrechtmatige bewoning opsporen.", "HEE-1.a"),
    Doel("bestandskwaliteit", "De BRP en het bestand van de corporatie verbeteren.", "HEE-1.b"),
    Doel(
        "woningtoewijzing", "Woningen beter toewijzen, namens de gemeente.", "HEE-1.c", ("mandaat_aanwezig",)
    ),
    Doel("dienstverlening_brp", "Inwoners helpen bij hun inschrijving in de BRP.", "HEE-1.d"),
    Doel(
        "dienstverlening_huurder",
        "Huurders en aspirant-huurders helpen.",
        "HEE-1.e",
        ("identiteit_vastgesteld",),
    ),
)
TE_RAADPLEGEN = tuple(doel.naam for doel in DOELEN)

GRONDSLAGEN = (
    Grondslag(
        "wet_brp_3_9",
        "Artikel 3.9 Wet BRP, met de verordening (2018) en het reglement (2014) van de gemeente.",
        "HEE-2.4",
        ("gemeente",),
        ("grondslag_geldig",),
    ),
    Grondslag(
        "avg_6_1_f",
        "Gerechtvaardigd belang van de corporatie (artikel 6 lid 1 f AVG).",
        "HEE-2.6",
        ("corporatie",),
    ),
    Grondslag(
        "avg_6_1_e",
        "Taak van algemeen belang van de gemeente (artikel 6 lid 1 e AVG).",
        "HEE-2.2",
        ("gemeente",),
    ),
    Grondslag(
        "wet_brp_3_8",
        "Gebruik van de BRP binnen de gemeente (artikel 3.8 Wet BRP).",
        "HEE-11.1",
        ("bron",),
    ),
    Grondslag(
        "machtiging_huurder", "De schriftelijke machtiging van de huurder.", "HEE-3.8", ("corporatie",)
    ),
)
