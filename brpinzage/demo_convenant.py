"""The demo of Heemstede: invented parties and people, set up by two pairs of eyes; stock and extract through the gate."""

from uuid import uuid4

from django.db import transaction

from convenant.partijen import inrichting
from convenant.partijen.models import Account, Convenant, Deelname, Groep, Medewerker, Partij
from convenant.poort.grens import binnen
from convenant.poort.handeling import Geweigerd
from convenant.poort.wie import DEMO_DOMEIN, werkplekken
from convenant.tijd import nu, vandaag

from . import demo_personen, demo_zaken, handelingen, laden
from .demo_personen import INGANG
from .handelingen import Identiteit

CODE = "heemstede"
BEWAARTERMIJNEN = {
    "bewaartermijn_raadpleging": {"duur": 5, "eenheid": "jaren"},
    "bewaartermijn_afwijking": {"duur": 1, "eenheid": "jaren"},
    "bewaartermijn_verhuizing": {"duur": 1, "eenheid": "jaren"},
    "bewaartermijn_logboek": {"duur": 5, "eenheid": "jaren"},
}
CORPORATIE = ("zonder_winstoogmerk", "mandaat_woningtoewijzing")
PARTIJEN = {  # key: name, soort, declarations
    "gemeente": ("Gemeente Heemstede", "gemeente", ()),
    "linde": ("Wonen De Linde", "corporatie", CORPORATIE),
    "waterkant": ("Stichting Waterkant", "corporatie", ("zonder_winstoogmerk",)),
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
    "dirk": ("Dirk Peters", "linde", "", "", ""),
    "ivo": ("Ivo Blom", "gemeente", "", "", ""),
}


def laad(wachtwoord: str) -> None:
    """Set up the convenant, its people, stock and extract, and a first day of raadplegingen; does nothing when there."""
    with transaction.atomic():
        if Convenant.objects.filter(code=CODE).exists():
            return
        convenant = inrichting.maak_convenant(
            code=CODE,
            naam="BRP-inzage Heemstede",
            gemeente="Heemstede",
            gemeentecode="0397",
            beleid_code="heemstede",
            beleid_versie=1,
            ingang=INGANG,
            instellingen=BEWAARTERMIJNEN,
        )
        deelnames = {sleutel: _sluit_aan(convenant, *partij) for sleutel, partij in PARTIJEN.items()}
        mensen = {
            sleutel: _neem_aan(sleutel, naam, deelnames[partij], wachtwoord)
            for sleutel, (naam, partij, *_) in MENSEN.items()
        }
        _autoriseer(mensen, deelnames)
    _vul(convenant, mensen)


def _sluit_aan(convenant: Convenant, naam: str, soort: str, verklaringen: tuple[str, ...]) -> Deelname:
    partij = Partij.objects.create(naam=naam)
    return inrichting.sluit_aan(
        convenant, partij, soort, getekend_op=INGANG, ondertekenaar="De directeur", verklaringen=verklaringen
    )


def _neem_aan(sleutel: str, naam: str, deelname: Deelname, wachtwoord: str) -> Medewerker:
    account = Account.objects.create_user(sleutel + DEMO_DOMEIN, wachtwoord, naam=naam)
    return inrichting.neem_in_dienst(account, deelname.partij, van=INGANG, verklaringen=("geheimhouding",))


def _autoriseer(mensen: dict[str, Medewerker], deelnames: dict[str, Deelname]) -> None:
    for sleutel, (_, partij, functie, aanmelder, verlener) in MENSEN.items():
        if functie:
            groep = Groep.objects.get(deelname=deelnames[partij], functie=functie)
            autorisatie = inrichting.meld_aan(mensen[sleutel], groep, door=mensen[aanmelder])
            inrichting.verleen(autorisatie, door=mensen[verlener], van=INGANG)


def _vul(convenant: Convenant, mensen: dict[str, Medewerker]) -> None:
    def als(sleutel: str):
        return binnen(werkplekken(mensen[sleutel].account, convenant)[0])

    for beheerder, partij in (("ina", "linde"), ("jan", "waterkant")):
        with als(beheerder):
            laden.werk_bezit_bij(demo_personen.bezit(partij))
    with als("eva"):
        laden.activeer_uittreksel(laden.laad_uittreksel(demo_personen.ingeschrevenen(), nu()))
    for adres in demo_personen.voorbeelden():
        try:
            with als("anna"):
                handelingen.raadpleeg(
                    adres,
                    doel="bestandskwaliteit",
                    noodzaak="De huurder vraagt medehuur aan.",
                    identiteit=Identiteit("R. Vink", "huurder", "paspoort", vandaag()),
                    kenmerk=uuid4(),
                )
        except Geweigerd:
            continue  # the demo shows refusals too
    demo_zaken.laad(als)
