"""Every convenant of the product, small: a person in each functie, for what must hold in all five.

A persona is called by soort and functie ("corporatie/melder"); of parties there can be several of, a second one works
next door ("corporatie/melder@ander"); somebody without any is "corporatie/zonder_functie". Everything an autorisatie
asks is in order, everything the text leaves open is filled in.
"""

from datetime import date

from convenant.beleid.register import register
from convenant.beleid.taal import Beleid, Functie
from convenant.partijen import inrichting, rechten
from convenant.partijen.models import Account, InstellingWaarde, Medewerker, Partij
from tests.tables import once
from tests.wereld import Wereld

SINDS = date(2025, 1, 6)
CODES = ("heemstede", "maassluis", "zoeklicht", "haarlem", "krimpen")
ZONDER_FUNCTIE = "zonder_functie"
MEER_DAN_EEN = ("corporatie", "particuliere_verhuurder")
VAN_PARTIJ = ("zonder_winstoogmerk", "mandaat_woningtoewijzing")
VAN_MENS = (
    "geheimhouding",
    "geheimhouding_regie",
    "richtlijnen",
    "managementniveau",
    "betrouwbaarheid",
    "wijkteam",
)
INGEVULD = {
    "tekst": "ingevuld",
    "document": "ingevuld",
    "getal": 5,
    "datum": "2026-01-05",
    "duur": {"duur": 1, "eenheid": "jaren"},
    "lijst": ["ingevuld"],
    "velden": [],
    "janee": True,
}


@once
def maak(code: str) -> Wereld:
    """The convenant of this policy, in force since 6 January 2025."""
    beleid = register.geef(code, 1)
    convenant = inrichting.maak_convenant(
        code=code,
        naam=beleid.naam,
        gemeente=code.capitalize(),
        beleid_code=code,
        beleid_versie=1,
        ingang=SINDS,
        instellingen={},
    )
    wereld = Wereld(convenant)
    for soort in dict.fromkeys(functie.soort for functie in beleid.functies):
        for naam in (soort, f"{soort}@ander") if soort in MEER_DAN_EEN else (soort,):
            wereld.deelnames[naam] = inrichting.sluit_aan(
                convenant,
                Partij.objects.create(naam=f"{naam} {code}"),
                soort,
                getekend_op=SINDS,
                ondertekenaar="De directeur",
                verklaringen=VAN_PARTIJ,
            )
    _vul_in(wereld, beleid)
    verlener = neem_aan(wereld, next(iter(wereld.deelnames)), "verlener")
    for sleutel, deelname in wereld.deelnames.items():
        collega = neem_aan(wereld, sleutel, f"{sleutel}/{ZONDER_FUNCTIE}")
        for functie in beleid.functies:
            if deelname.soort == functie.soort:
                _geef(wereld, functie, sleutel, collega, verlener)
    return wereld


def neem_aan(
    wereld: Wereld, deelname: str, naam: str, verklaringen: tuple[str, ...] = VAN_MENS
) -> Medewerker:
    """Somebody new at this party, without any functie."""
    account = Account.objects.create_user(
        f"{naam.replace('/', '-').replace('@', '-')}@{wereld.convenant.code}.voorbeeld.nl", naam=naam
    )
    wereld.mensen[naam] = inrichting.neem_in_dienst(
        account, wereld.deelnames[deelname].partij, van=SINDS, verklaringen=verklaringen
    )
    return wereld.mensen[naam]


def _vul_in(wereld: Wereld, beleid: Beleid) -> None:
    for rij in beleid.instellingen:
        if rij.standaard is None:
            voor = wereld.deelnames.values() if rij.van == "deelname" else (None,)
            for deelname in voor:
                InstellingWaarde.objects.create(
                    convenant=wereld.convenant, deelname=deelname, naam=rij.naam, waarde=INGEVULD[rij.soort]
                )


def _geef(wereld: Wereld, functie: Functie, sleutel: str, door: Medewerker, verlener: Medewerker) -> None:
    naam = f"{functie.soort}/{functie.naam}" + sleutel.removeprefix(functie.soort)
    aanmelding = rechten.meld_aan(
        neem_aan(wereld, sleutel, naam), wereld.groep(sleutel, functie.naam), door=door
    )
    wereld.autorisaties[naam] = rechten.verleen(aanmelding, door=verlener, van=SINDS)
