"""Haarlem with two wijkteams beside the one without a name, each with somebody in it."""

from convenant.partijen import rechten, teams
from convenant.partijen.models import Groep
from tests.wereld import Wereld
from tests.werelden import SINDS, neem_aan

OOST, WEST = "Wijkteam Oost", "Wijkteam West"
POSTCODES = {OOST: ("2011", "2012"), WEST: ("2015",)}


def verdeel(wereld: Wereld) -> dict[str, Groep]:
    """The two teams by name; "oost" and "west" work in them."""
    gemaakt = {
        naam: teams.maak(wereld.deelnames["gemeente"], "swt", naam, postcodes, door=None)
        for naam, postcodes in POSTCODES.items()
    }
    for naam, groep in gemaakt.items():
        wie = naam.rpartition(" ")[2].lower()
        neem_aan(wereld, "gemeente", wie)
        geef(wereld, wie, groep)
    return gemaakt


def geef(wereld: Wereld, wie: str, groep: Groep) -> None:
    """Let this person work in this team."""
    aanmelding = rechten.meld_aan(wereld.mensen[wie], groep, door=wereld.mensen["gemeente/zonder_functie"])
    wereld.autorisaties[f"{wie}/{groep.team}"] = rechten.verleen(
        aanmelding, door=wereld.mensen["verlener"], van=SINDS
    )
