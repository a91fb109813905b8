"""The demo of Heemstede: invented parties and people, set up by two pairs of eyes; the rest through the gate."""

from datetime import date, timedelta

from django.db import transaction

from convenant.beleid.fg import FG
from convenant.demo import Deelnemer, Mens, richt_in, vertel
from convenant.partijen.models import Convenant
from convenant.tijd import vandaag

from . import demo_maand, demo_rondom, demo_weken, demo_zaken

CODE = "heemstede"
BEWAARTERMIJNEN = {
    "bewaartermijn_raadpleging": {"duur": 5, "eenheid": "jaren"},
    "bewaartermijn_afwijking": {"duur": 1, "eenheid": "jaren"},
    "bewaartermijn_verhuizing": {"duur": 1, "eenheid": "jaren"},
    "bewaartermijn_logboek": {"duur": 5, "eenheid": "jaren"},
}
CORPORATIE = ("zonder_winstoogmerk", "mandaat_woningtoewijzing")
PARTIJEN = {
    "gemeente": Deelnemer("Gemeente Heemstede", "99000001", "gemeente"),
    "linde": Deelnemer("Wonen De Linde", "99000002", "corporatie", CORPORATIE),
    "waterkant": Deelnemer("Stichting Waterkant", "99000003", "corporatie", ("zonder_winstoogmerk",)),
}
MENSEN = {
    "anna": Mens("Anna de Graaf", "linde", "contactpersoon", "ina", "gerda"),
    "carlo": Mens("Carlo Visser", "waterkant", "contactpersoon", "jan", "gerda"),
    "eva": Mens("Eva Bos", "gemeente", "burgerzaken", "hugo", "gerda"),
    "frits": Mens("Frits van Dam", "gemeente", "toezichthouder", "hugo", "gerda"),
    "gerda": Mens("Gerda Postma", "gemeente", "autorisatiebeheerder", "hugo", "ivo"),
    "hugo": Mens("Hugo Wit", "gemeente", "convenantbeheerder", "gerda", "ivo"),
    "ina": Mens("Ina Mulder", "linde", "beheerder", "dirk", "gerda"),
    "jan": Mens("Jan Kuiper", "waterkant", "beheerder", "carlo", "gerda"),
    "lotte": Mens("Lotte Smit", "linde", FG, "ina", "gerda"),
    "otto": Mens("Otto Haan", "gemeente", FG, "hugo", "gerda"),
    "dirk": Mens("Dirk Peters", "linde"),
    "ivo": Mens("Ivo Blom", "gemeente"),
}


@transaction.atomic
def laad(wachtwoord: str) -> None:
    """Set up the convenant and its people, and let them work for some weeks; does nothing when it is there."""
    if Convenant.objects.filter(code=CODE).exists():
        return
    convenant = {
        "code": CODE,
        "naam": "BRP-inzage Heemstede",
        "gemeente": "Heemstede",
        "gemeentecode": "0397",
        "beleid_code": "heemstede",
        "beleid_versie": 1,
        "ingang": _ingang(),
        "instellingen": BEWAARTERMIJNEN,
    }
    toneel, deelnames = richt_in(convenant, PARTIJEN, MENSEN, wachtwoord, te_laat="carlo")
    vertel(
        [
            *demo_maand.verhalen(toneel),
            *demo_zaken.verhalen(toneel),
            *demo_rondom.verhalen(toneel, deelnames["linde"].pk, deelnames["waterkant"].pk),
            *demo_weken.verhalen(toneel, deelnames["linde"].pk, deelnames["waterkant"].pk),
        ]
    )


def _ingang() -> date:
    """Some years ago, on a day that makes the reminder of the next extension come within a month (HEE-9.1)."""
    over_drie_maanden = vandaag() + timedelta(days=91)
    periode_tot = (over_drie_maanden.replace(day=1) + timedelta(days=31)).replace(day=1)
    return periode_tot.replace(year=periode_tot.year - 6)
