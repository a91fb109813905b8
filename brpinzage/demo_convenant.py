"""The demo of Heemstede: invented parties and people, set up by two pairs of eyes; the rest through the gate."""

from datetime import date, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction

from convenant.beleid.fg import FG
from convenant.partijen import inrichting, rechten
from convenant.partijen.models import Account, Convenant, Deelname, Groep, Medewerker, Partij
from convenant.poort.wie import DEMO_DOMEIN
from convenant.tijd import nu, stel_in, vandaag

from . import demo_maand, demo_rondom, demo_weken, demo_zaken
from .demo_toneel import Toneel, op, vertel

CODE = "heemstede"
# When the functies were last confirmed: nearly everyone in time, one of them not.
BEVESTIGD, TE_LAAT = timedelta(days=40), timedelta(days=190)
BEWAARTERMIJNEN = {
    "bewaartermijn_raadpleging": {"duur": 5, "eenheid": "jaren"},
    "bewaartermijn_afwijking": {"duur": 1, "eenheid": "jaren"},
    "bewaartermijn_verhuizing": {"duur": 1, "eenheid": "jaren"},
    "bewaartermijn_logboek": {"duur": 5, "eenheid": "jaren"},
}
CORPORATIE = ("zonder_winstoogmerk", "mandaat_woningtoewijzing")
PARTIJEN = {  # key: name, an invented KvK number, soort, declarations
    "gemeente": ("Gemeente Heemstede", "99000001", "gemeente", ()),
    "linde": ("Wonen De Linde", "99000002", "corporatie", CORPORATIE),
    "waterkant": ("Stichting Waterkant", "99000003", "corporatie", ("zonder_winstoogmerk",)),
}
MENSEN = {  # key: name, party, functie, who registers, who grants
    "anna": ("Anna de Graaf", "linde", "contactpersoon", "ina", "gerda"),
    "carlo": ("Carlo Visser", "waterkant", "contactpersoon", "jan", "gerda"),
    "eva": ("Eva Bos", "gemeente", "burgerzaken", "hugo", "gerda"),
    "frits": ("Frits van Dam", "gemeente", "toezichthouder", "hugo", "gerda"),
    "gerda": ("Gerda Postma", "gemeente", "autorisatiebeheerder", "hugo", "ivo"),
    "hugo": ("Hugo Wit", "gemeente", "convenantbeheerder", "gerda", "ivo"),
    "ina": ("Ina Mulder", "linde", "beheerder", "dirk", "gerda"),
    "jan": ("Jan Kuiper", "waterkant", "beheerder", "carlo", "gerda"),
    "lotte": ("Lotte Smit", "linde", FG, "ina", "gerda"),
    "otto": ("Otto Haan", "gemeente", FG, "hugo", "gerda"),
    "dirk": ("Dirk Peters", "linde", "", "", ""),
    "ivo": ("Ivo Blom", "gemeente", "", "", ""),
}


@transaction.atomic
def laad(wachtwoord: str) -> None:
    """Set up the convenant and its people, and let them work for some weeks; does nothing when it is there."""
    if Convenant.objects.filter(code=CODE).exists():
        return
    ingang = _ingang()
    with stel_in(op(ingang, 9)):
        convenant = inrichting.maak_convenant(
            code=CODE,
            naam="BRP-inzage Heemstede",
            gemeente="Heemstede",
            gemeentecode="0397",
            beleid_code="heemstede",
            beleid_versie=1,
            ingang=ingang,
            instellingen=BEWAARTERMIJNEN,
        )
        deelnames = {sleutel: _sluit_aan(convenant, ingang, *partij) for sleutel, partij in PARTIJEN.items()}
        versleuteld = make_password(wachtwoord)
        mensen = {
            sleutel: _neem_aan(sleutel, naam, deelnames[partij], ingang, versleuteld)
            for sleutel, (naam, partij, *_) in MENSEN.items()
        }
    _autoriseer(mensen, deelnames, ingang)
    toneel = Toneel(convenant, mensen, nu())
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


def _sluit_aan(
    convenant: Convenant,
    ingang: date,
    naam: str,
    kvk_nummer: str,
    soort: str,
    verklaringen: tuple[str, ...],
) -> Deelname:
    partij = Partij.objects.create(naam=naam, kvk_nummer=kvk_nummer)
    return inrichting.sluit_aan(
        convenant, partij, soort, getekend_op=ingang, ondertekenaar="De directeur", verklaringen=verklaringen
    )


def _neem_aan(sleutel: str, naam: str, deelname: Deelname, ingang: date, versleuteld: str) -> Medewerker:
    """With a password that was hashed once for all of them: that takes longest of it all."""
    account = Account.objects.create(email=sleutel + DEMO_DOMEIN, password=versleuteld, naam=naam)
    return inrichting.neem_in_dienst(account, deelname.partij, van=ingang, verklaringen=("geheimhouding",))


def _autoriseer(mensen: dict[str, Medewerker], deelnames: dict[str, Deelname], ingang: date) -> None:
    for sleutel, (_, partij, functie, aanmelder, verlener) in MENSEN.items():
        if functie:
            groep = Groep.objects.get(deelname=deelnames[partij], functie=functie)
            with stel_in(op(ingang, 9)):
                autorisatie = rechten.meld_aan(mensen[sleutel], groep, door=mensen[aanmelder])
            with stel_in(op(ingang, 10)):
                autorisatie = rechten.verleen(autorisatie, door=mensen[verlener], van=ingang)
            with stel_in(nu() - (BEVESTIGD if sleutel != "carlo" else TE_LAAT)):
                rechten.bevestig(autorisatie, door=mensen[aanmelder])
