"""What a privacycoordinator writes down, for the tests of the privacyreglement."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from convenant.berichten.models import Bericht
from convenant.poort import bijlagen
from huisuitzetting.privacyreglement import inbreuken, verzoeken, wettelijk
from huisuitzetting.privacyreglement.inbreuken import Inbreuk
from huisuitzetting.privacyreglement.verzoeken import Pakket, Verzoek
from huisuitzetting.privacyreglement.wettelijk import WettelijkVerzoek
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.tables import als_eigenaar
from tests.wereld import NU, Wereld

CORPORATIE, ANDER = "corporatie/privacycoordinator", "corporatie/privacycoordinator@ander"
GEMEENTE = "gemeente/privacycoordinator"
VANDAAG = NU.date()
INBREUK = Inbreuk(
    "Een brief ging naar het verkeerde adres.",
    "",
    NU - timedelta(hours=30),
    NU - timedelta(hours=2),
    "Naam, adres en hoogte van de achterstand",
)
REGISTER = {
    "aard_inbreuk": "Een brief ging naar het verkeerde adres.",
    "oorzaak_inbreuk": "Een oud adres in het bestand",
    "datum_tijd_inbreuk": "2026-11-22T03:00+01:00",
    "datum_tijd_bekend": "2026-11-23T07:00+01:00",
    "categorieen_betrokkenen": "Huurders",
    "soort_persoonsgegevens": "Naam, adres en hoogte van de achterstand",
    "versleuteld_gehackt_of_ontoegankelijk_gemaakt": "Nee, leesbaar",
    "informatiepunt_personen_instanties": "Onze privacycoördinator",
    "informatiepunt_contactgegevens": "privacy@corporatie.voorbeeld.nl",
    "geconstateerde_gevolgen": "De buren weten van de achterstand",
    "vermoedelijke_gevolgen": "Geen andere",
    "getroffen_of_voorgestelde_maatregelen": "Brief teruggehaald, adres verbeterd",
    "gemeld_bij_ap": "nee",
    "reden_wel_of_niet_gemeld": "Een brief, meteen terug, ongeopend",
}
BEVEL = WettelijkVerzoek(
    "Politie Noord-Holland", "Wetboek van Strafvordering, artikel 126nd", "Wie er woont", VANDAAG
)


def papier(naam: str = "verzoek.pdf") -> dict[str, Any]:
    """A file of the own group, as a form gives it."""
    concept = bijlagen.concept(bijlagen.neem_aan(geladen(naam, maak_pdf())))
    assert concept
    return concept.waarde


def verzoek(wereld: Wereld, wie: str = CORPORATIE, **anders: Any) -> int:
    """Somebody asks what is kept of him; the case's id."""
    with wereld.als(wie):
        basis = Verzoek("Joost Bakker", "Kinderhuissingel 8, Haarlem", "inzage", VANDAAG, papier(), zelf=True)
        return verzoeken.leg_vast(replace(basis, **anders), uuid4())


def doorgestuurd(wereld: Wereld, van: str = CORPORATIE, naar: str = GEMEENTE, **anders: Any) -> int:
    """The same, about the processing of another party, and passed on to it."""
    zaak = verzoek(wereld, van, **({"zelf": False} | anders))
    with wereld.als(van):
        return verzoeken.stuur_door(zaak, groep(wereld, naar), uuid4())


def pakket(**anders: Any) -> Pakket:
    """A package of the own group."""
    return replace(
        Pakket(
            "Gemeld op 3 november", papier("stukken.pdf"), "Het huurdersbestand", nodig=True, goedgekeurd=True
        ),
        **anders,
    )


def inbreuk(wereld: Wereld, wie: str = CORPORATIE, **anders: Any) -> int:
    """A breach, noticed two hours ago; the case's id."""
    with wereld.als(wie):
        return inbreuken.leg_vast(replace(INBREUK, **anders), uuid4())


def bevel(wereld: Wereld, wie: str = CORPORATIE, **anders: Any) -> int:
    """The police asks by law; the case's id."""
    with wereld.als(wie):
        return wettelijk.leg_vast(replace(BEVEL, **anders), uuid4())


def berichten(wereld: Wereld, wie: str) -> list[str]:
    """What this persona was told, none of it with a name."""
    with als_eigenaar():
        regels = list(Bericht.objects.filter(account=wereld.mensen[wie].account).order_by("pk"))
    assert not any("Bakker" in regel.onderwerp + regel.tekst for regel in regels)
    return [regel.onderwerp for regel in regels]


def groep(wereld: Wereld, wie: str) -> int:
    """The id of the group of this persona."""
    return wereld.autorisaties[wie].groep_id


def op(dag: date) -> str:
    """As a form takes it."""
    return f"{dag:%d-%m-%Y}"
