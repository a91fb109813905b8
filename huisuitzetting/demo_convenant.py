"""The demo of Haarlem: invented parties and people, set up by two pairs of eyes; the rest through the gate."""

from datetime import date

from django.db import transaction

from convenant.beleid.fg import FG
from convenant.demo import Deelnemer, Mens, richt_in, vertel
from convenant.partijen.models import Convenant
from convenant.tijd import vandaag

from . import demo_achterstand, demo_bestuur, demo_privacy, demo_zaken

CODE = "haarlem"
JAAR = {"duur": 1, "eenheid": "jaren"}
INSTELLINGEN = {
    "bewaartermijn_zaak": JAAR,
    "bewaartermijn_verzoek": JAAR,
    "bewaartermijn_wettelijk_verzoek": JAAR,
    "bewaartermijn_inbreuk": {"duur": 3, "eenheid": "jaren"},
    "bewaartermijn_logboek": {"duur": 5, "eenheid": "jaren"},
    "velden_melding_met_toestemming": [
        "naam",
        "adres",
        "telefoonnummer",
        "geboortedatum",
        "signaalcategorie",
        "datum_toestemming",
    ],
    "contactlijst": [
        "Melder, Woonstichting De Zilvermeeuw: Mila Kok, 023 000 00 00",
        "Melder, Wonen aan het Bolwerk: Ruud Vos, 023 000 00 01",
        "Melder, Stichting Trekvaart: centrale, 023 000 00 09",
        "Sociaal Wijkteam, Gemeente Haarlem: Fatma Aydin, 023 000 00 02",
        "Schulddienstverlening (SDV), Gemeente Haarlem: Zora Hendriks, 023 000 00 03",
        "Troubleshooter, Gemeente Haarlem: Youssef Amrani, 023 000 00 04",
    ],
    "privacyreglement": "Privacyreglement preventie huisuitzettingen, bijlage 1 van het convenant",
    # Three wait, so the BRP may be asked (HAA-B2.4).
    "capaciteit_wijkteam": 2,
}
PARTIJEN = {
    "gemeente": Deelnemer("Gemeente Haarlem", "99000011", "gemeente"),
    "meeuw": Deelnemer("Woonstichting De Zilvermeeuw", "99000012", "corporatie"),
    "bolwerk": Deelnemer("Wonen aan het Bolwerk", "99000013", "corporatie"),
    "trekvaart": Deelnemer("Stichting Trekvaart", "99000014", "corporatie"),
}
WIJKTEAM = ("geheimhouding", "wijkteam")
# At each party the manager or teamleider registers and the privacycoordinator grants; the first of them at each other's.
MENSEN = {
    "mila": Mens("Mila Kok", "meeuw", "melder", "petra", "quinten"),
    "noud": Mens("Noud Smeets", "meeuw", "melder", "petra", "quinten"),
    "petra": Mens("Petra Zwart", "meeuw", "manager", "quinten", "teun"),
    "quinten": Mens("Quinten Maas", "meeuw", "privacycoordinator", "petra", "teun"),
    "ruud": Mens("Ruud Vos", "bolwerk", "melder", "saskia", "teun"),
    "saskia": Mens("Saskia Haas", "bolwerk", "manager", "teun", "karin"),
    "teun": Mens("Teun Schouten", "bolwerk", "privacycoordinator", "saskia", "karin"),
    "fatma": Mens("Fatma Aydin", "gemeente", "swt", "wilma", "karin", WIJKTEAM),
    "bram": Mens("Bram Koster", "gemeente", "swt", "wilma", "karin", WIJKTEAM),
    "zora": Mens("Zora Hendriks", "gemeente", "sdv", "wilma", "karin"),
    "youssef": Mens("Youssef Amrani", "gemeente", "troubleshooter", "wilma", "karin"),
    "wilma": Mens("Wilma Dekker", "gemeente", "teamleider", "karin", "quinten"),
    "bea": Mens("Bea Vermeer", "gemeente", "beleidsadviseur", "wilma", "karin"),
    "karin": Mens("Karin Bakker", "gemeente", "privacycoordinator", "wilma", "quinten"),
    "victor": Mens("Victor Blok", "gemeente", FG, "wilma", "karin"),
}


@transaction.atomic
def laad(wachtwoord: str) -> None:
    """Set up the convenant and its people, and let them work for some months; does nothing when it is there."""
    if Convenant.objects.filter(code=CODE).exists():
        return
    convenant = {
        "code": CODE,
        "naam": "Preventie huisuitzettingen Haarlem",
        "gemeente": "Haarlem",
        "gemeentecode": "0392",
        "beleid_code": "haarlem",
        "beleid_versie": 1,
        "ingang": _ingang(),
        "instellingen": INSTELLINGEN,
    }
    toneel, _ = richt_in(convenant, PARTIJEN, MENSEN, wachtwoord)
    vertel(
        [
            *demo_achterstand.verhalen(toneel),
            *demo_zaken.verhalen(toneel),
            *demo_bestuur.verhalen(toneel, MENSEN),
            *demo_privacy.verhalen(toneel),
        ]
    )


def _ingang() -> date:
    """In January of last year."""
    return date(vandaag().year - 1, 1, 6)
