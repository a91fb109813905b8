"""The invented convenant of tests/proef.py with clocks of every kind."""

from convenant.beleid.taal import Instelling, Termijn
from tests.proef import DOCENT, LEERPLICHT, PROEF, WIJKTEAM

ANTWOORD = Termijn(
    "antwoord",
    "zaak",
    "verzuim_melden",
    5,
    "werkdagen",
    "antwoorden",
    "P-8",
    verantwoordelijk=LEERPLICHT,
    waarschuw=(3, 1),
    opgeschort_door=("toestemming",),
    verlenging=(2, "weken"),
    zien=(DOCENT,),
)
KLOKPROEF = PROEF.anders(
    code="klokproef",
    instellingen=(Instelling("dagen", "getal", "convenant", "", "hoeveel dagen.", "P-9", standaard=3),),
    termijnen=(
        ANTWOORD,
        Termijn("klacht", "zaak", "klacht", 2, "dagen", "antwoorden", "P-9", verantwoordelijk=LEERPLICHT),
        Termijn(
            "oppakken",
            "zaak",
            "verzuim_melden",
            9,
            "dagen",
            "oppakken",
            "P-3",
            verantwoordelijk=LEERPLICHT,
            instelling="dagen",
        ),
        Termijn(
            "navraag", "zaak", "antwoord_verlopen", 1, "dagen", "navragen", "P-3", verantwoordelijk=WIJKTEAM
        ),
        Termijn("afspraak", "verzoek", "vraag", 0, "afgesproken", "komen", "P-9", waarschuw=(1,)),
        Termijn(
            "evaluatie",
            "convenant",
            "vorige_evaluatie",
            1,
            "jaren",
            "evaluatie",
            "P-9",
            richting="elke",
            verantwoordelijk=LEERPLICHT,
        ),
        Termijn(
            "overleg", "convenant", "kalenderjaar", 2, "keer_per_jaar", "overleg", "P-9", richting="maximaal"
        ),
        Termijn("opruimen", "convenant", "afloop", 3, "dagen", "opruimen_proef", "P-9"),
        Termijn("lek", "incident", "lek_gezien", 24, "uren", "lek_melden", "P-9"),
    ),
)
