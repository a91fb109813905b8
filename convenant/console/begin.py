"""Where a chain begins, or begins again: two people give each other the functies that register and grant.

Only the commands use this, with both people at hand; when the chain works there is nothing to begin.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.core.mail import send_mail
from django.db import transaction

from convenant.beleid.taal import Functie, Kant
from convenant.partijen import rechten
from convenant.partijen.inrichting import InrichtingFout
from convenant.partijen.models import Account, Convenant, Deelname, Groep, Medewerker, Partij, Verklaring
from convenant.poort.feiten import Verklaard, vragen_van
from convenant.poort.grens import binnen
from convenant.poort.logboek import TOEGESTAAN
from convenant.poort.wie import werkplekken
from convenant.tijd import vandaag

from .checklist import keten_heel
from .stand import houders_van

HANDELING = "keten_begonnen"
WIJZE, VERSIE = "verklaring", "begin van de keten"
WEG = "Niet meer te bereiken; de keten begint opnieuw"
AFGEMELD = """U was niet te bereiken, en zonder u kon er niemand meer worden toegelaten. Daarom bent u afgemeld en is er met twee
andere mensen opnieuw begonnen. Klopt dit niet? Bel dan meteen de convenantbeheerder.
"""


@dataclass(frozen=True)
class Keten:
    """Who brings people into one functie: the group that registers, the group that grants, and who is in them now."""

    deelname: Deelname
    functie: Functie
    aanmelden: Groep
    verlenen: Groep
    aanmelders: frozenset[int]
    verleners: frozenset[int]

    @property
    def heel(self) -> bool:
        return keten_heel(self.aanmelders, self.verleners)

    def groepen(self, tweede: Account | None) -> tuple[Groep, ...]:
        """What the first person gets, and the second when nobody is left who could be it.

        Raises InrichtingFout when the chain works, or when somebody is left and the second is somebody else.
        """
        over = self.aanmelders | self.verleners
        if self.heel:
            raise InrichtingFout("De keten werkt: er zijn twee mensen die kunnen aanmelden en verlenen.")
        if not over:
            return self.aanmelden, self.verlenen
        if tweede is None or tweede.pk not in over:
            raise InrichtingFout(
                "Er is nog iemand over in de keten. Die persoon is de tweede, niemand anders."
            )
        return (self.verlenen,) if tweede.pk in self.aanmelders else (self.aanmelden,)


def keten_van(deelname: Deelname, functie: str) -> Keten:
    """The chain of this functie at this party. Raises InrichtingFout for a functie that the text gives no chain."""
    beleid = deelname.convenant.beleid
    rij = next((f for f in beleid.functies if (f.soort, f.naam) == (deelname.soort, functie)), None)
    if rij is None or rij.registreert is None or rij.verleent is None:
        raise InrichtingFout(f"Het convenant kent hier geen functie {functie} met twee paar ogen.")
    houders = houders_van(deelname.convenant, vandaag())
    eerste, tweede = _groep(deelname, rij.registreert), _groep(deelname, rij.verleent)
    return Keten(deelname, rij, eerste, tweede, _in(houders, eerste), _in(houders, tweede))


def neem_in_dienst(partij: Partij, naam: str, email: str) -> tuple[Medewerker, bool]:
    """The person with this address at this party, and whether the account is new and must be invited."""
    email = email.strip().lower()
    account = Account.objects.filter(email=email).first()
    nieuw = account is None
    if account is None:
        account = Account.objects.create_user(email, naam=naam.strip())
    dag = vandaag()
    for medewerker in Medewerker.objects.filter(account=account, partij=partij):
        if medewerker.is_in_dienst(dag):
            return medewerker, nieuw
    return Medewerker.objects.create(account=account, partij=partij, van=dag), nieuw


@transaction.atomic
def zonder(keten: Keten, email: str) -> Keten:
    """The chain after somebody who is in it has gone for good; that person is told.

    Raises InrichtingFout for somebody who is not in it.
    """
    gegaan = Account.objects.filter(pk__in=keten.aanmelders | keten.verleners, email=email).first()
    if gegaan is None:
        raise InrichtingFout("Deze persoon zit niet in de keten.")
    partijen = {groep.deelname.partij_id for groep in (keten.aanmelden, keten.verlenen)}
    for medewerker in Medewerker.objects.filter(account=gegaan, partij__in=partijen, tot=None):
        rechten.meld_af(medewerker, convenant=keten.deelname.convenant, door=None, reden=WEG)
    transaction.on_commit(partial(send_mail, "U bent afgemeld", AFGEMELD, None, [gegaan.email]))
    return keten_van(keten.deelname, keten.functie.naam)


@transaction.atomic
def begin(keten: Keten, eerste: Medewerker, tweede: Medewerker) -> list[str]:
    """Give the first person what is missing, granted by the second, and the second by the first when nobody was left.

    Both have confirmed, and with it declared what their functies ask of a person. Leaves the history of each grant,
    and a line in the log. The functies given. Raises InrichtingFout.
    """
    convenant = Convenant.objects.select_for_update(no_key=True).get(pk=keten.deelname.convenant_id)
    if eerste.account_id == tweede.account_id:
        raise InrichtingFout("Dit zijn niet twee verschillende mensen.")
    # As it is now: somebody else may have begun it meanwhile.
    keten = keten_van(keten.deelname, keten.functie.naam)
    groepen = keten.groepen(tweede.account)
    paren = [(eerste, groepen[0], tweede)]
    if len(groepen) == 2:
        paren.append((tweede, groepen[1], eerste))
    for mens, groep, ander in paren:
        _leg_verklaringen_vast(mens, groep)
        aanmelding = rechten.meld_aan(mens, groep, door=mens, reden="Begin van de keten")
        rechten.verleen(aanmelding, door=ander, van=vandaag())
    _schrijf(convenant, tweede, paren)
    return [groep.functie for _, groep, _ in paren]


def te_verklaren(groep: Groep) -> Mapping[str, str]:
    """What a functie asks a person to have declared: verklaring -> in words."""
    beleid = groep.convenant.beleid
    vragen = vragen_van(beleid.code)
    return {
        vraag.verklaring: beleid.feit(naam).uitleg
        for naam in beleid.functie(groep.deelname.soort, groep.functie).vereist
        if isinstance(vraag := vragen.get(naam), Verklaard) and vraag.van_medewerker
    }


def _leg_verklaringen_vast(mens: Medewerker, groep: Groep) -> None:
    dag = vandaag()
    for soort in te_verklaren(groep):
        lopend = Verklaring.objects.filter(medewerker=mens, soort=soort, tot=None, van__lte=dag)
        if not lopend.exists():
            Verklaring.objects.create(medewerker=mens, soort=soort, van=dag, wijze=WIJZE, versie=VERSIE)


def _schrijf(
    convenant: Convenant, tweede: Medewerker, paren: Sequence[tuple[Medewerker, Groep, Medewerker]]
) -> None:
    """The line in the log, of the second person."""
    plek = next(p for p in werkplekken(tweede.account, convenant) if p.medewerker == tweede)
    with binnen(plek) as beurt:
        for _, groep, _ in paren:
            eis = convenant.beleid.functie(groep.deelname.soort, groep.functie).eis
            onderwerp = f"{groep.functie} deelname {groep.deelname_id}"
            beurt.regels.append(beurt.regel(HANDELING, TOEGESTAAN, object=onderwerp, eis=eis))


def _groep(deelname: Deelname, kant: Kant) -> Groep:
    groepen = Groep.objects.filter(
        convenant=deelname.convenant_id, deelname__soort=kant.soort, functie=kant.functie
    ).select_related("deelname__partij", "convenant")
    if kant.soort == deelname.soort:
        groepen = groepen.filter(deelname=deelname)
    if len(groepen) != 1:
        raise InrichtingFout(f"Er is niet precies een partij van de soort {kant.soort.replace('_', ' ')}.")
    return groepen[0]


def _in(houders: Mapping[int, Mapping[str, frozenset[int]]], groep: Groep) -> frozenset[int]:
    return houders.get(groep.deelname_id, {}).get(groep.functie, frozenset())
