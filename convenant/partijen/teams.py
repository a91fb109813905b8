"""Teams: a party divides the people of one functie, each team answering for postcodes of its own (HAA-2.1.c, HAA-2.F1).

The group without a name is there from the start and answers for what no team covers, until it is closed. Who may change
teams is asked by the console; the rules here hold whoever asks, and each change leaves one line of history.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Q

from convenant.beleid.taal import Functie, Kant
from convenant.tijd import nu

from .inrichting import InrichtingFout, maak_groep
from .models import Convenant, Deelname, Groep, Medewerker, Teampostcode
from .vastleggen import gebeurd, op_slot

TEAM, POSTCODES, GESLOTEN, HEROPEND = "team", "teampostcodes", "team_gesloten", "team_heropend"
HERNOEMD = "team_hernoemd"
_DEEL = re.compile(r"([1-9][0-9]{3})(?:-([1-9][0-9]{3}))?")
_BLIJFT_OPEN = {
    "zaken": "Dit team heeft nog zaken die lopen. Rond die eerst af.",
    "mensen": "Er zitten nog mensen in dit team, of iemand is ervoor aangemeld. Beëindig dat eerst.",
}


class GeenTeam(InrichtingFout):
    """Nobody answers for this postcode."""


def functies_per_team(deelname: Deelname) -> Sequence[Functie]:
    """The functies whose people this party may divide."""
    functies = deelname.convenant.beleid.functies
    return [rij for rij in functies if rij.soort == deelname.soort and rij.per_team]


def groepen_van(convenant: Convenant, kant: Kant) -> Sequence[Groep]:
    """Every group of this functie that is open, the one without a name first."""
    rijen = Groep.objects.filter(
        convenant=convenant, deelname__soort=kant.soort, functie=kant.functie, gesloten_op=None
    )
    return list(rijen.select_related("deelname__partij").order_by("team", "pk"))


def team_voor(convenant: Convenant, kant: Kant, postcode: str) -> Groep:
    """Who answers for this postcode ("2011 AB" or its four digits): its team, else the group without a name.

    Raises GeenTeam when nobody does.
    """
    cijfers = postcode.strip()[:4]
    open_groepen = Groep.objects.filter(
        Q(postcodes__postcode=cijfers) | Q(team=""),
        convenant=convenant,
        deelname__soort=kant.soort,
        functie=kant.functie,
        gesloten_op=None,
    )
    # A team with a name comes before the one without.
    if groep := open_groepen.select_related("deelname__partij").order_by("-team", "pk").first():
        return groep
    raise GeenTeam(f"Voor postcode {cijfers} is geen team ingericht. Vraag wie het convenant beheert.")


def lees_postcodes(tekst: str) -> tuple[str, ...]:
    """ "2011-2013, 2015" as the four digits of each. Raises InrichtingFout for what is no postcode."""
    gevonden: set[int] = set()
    for deel in re.split(r"[,;\s]+", re.sub(r"\s*(?:-|–|t/m)\s*", "-", tekst.strip())):
        past = _DEEL.fullmatch(deel)
        if deel and past is None:
            raise InrichtingFout(
                f"{deel[:20]} is geen postcode. Schrijf vier cijfers, of een reeks zoals 2011-2019."
            )
        if past is not None:
            van, tot = int(past[1]), int(past[2] or past[1])
            if tot < van:
                raise InrichtingFout(f"De reeks {deel} loopt terug. Schrijf eerst het laagste nummer.")
            gevonden.update(range(van, tot + 1))
    return tuple(str(nummer) for nummer in sorted(gevonden))


def als_reeksen(postcodes: Iterable[str]) -> str:
    """The other way round: as few words as it takes."""
    reeksen: list[tuple[int, int]] = []
    for nummer in sorted(int(postcode) for postcode in postcodes):
        if reeksen and reeksen[-1][1] == nummer - 1:
            reeksen[-1] = (reeksen[-1][0], nummer)
        else:
            reeksen.append((nummer, nummer))
    return ", ".join(str(van) if van == tot else f"{van}-{tot}" for van, tot in reeksen)


def zonder_team(postcodes: Iterable[str]) -> str:
    """What lies between the lowest and the highest of these and is none of them."""
    bezet = {int(postcode) for postcode in postcodes}
    tussen = range(min(bezet), max(bezet)) if bezet else ()
    return als_reeksen(str(nummer) for nummer in tussen if nummer not in bezet)


@transaction.atomic
def maak(
    deelname: Deelname, functie: str, naam: str, postcodes: Sequence[str], *, door: Medewerker | None
) -> Groep:
    """A new team. Raises InrichtingFout without a name, for a name that is there, and for another team's postcode."""
    op_slot(deelname.convenant)
    rij = next((rij for rij in functies_per_team(deelname) if rij.naam == functie), None)
    if rij is None:
        raise InrichtingFout("Het convenant kent voor deze functie geen teams.")
    naam = _vrije_naam(deelname, functie, naam)
    groep = maak_groep(deelname, rij, naam)
    _neem(groep, postcodes, over=False)
    nieuw = {"team": groep.team, "postcodes": als_reeksen(postcodes)}
    gebeurd(deelname.convenant, TEAM, door, deelname=deelname, naam=functie, nieuw=nieuw)
    return groep


@transaction.atomic
def hernoem(groep: Groep, naam: str, *, door: Medewerker | None) -> None:
    """Another name for the same team: its people, cases and postcodes stay. Raises InrichtingFout for the group without a
    name, without a new one, and for the name of another."""
    op_slot(groep.convenant)
    groep.refresh_from_db()
    if not groep.team:
        raise InrichtingFout("Het team zonder naam is er altijd. Maak een nieuw team.")
    was, nieuw = groep.team, _vrije_naam(groep.deelname, groep.functie, naam, behalve=groep)
    if nieuw == was:
        return
    with connection.cursor() as cursor:
        cursor.execute("select team_hernoem(%s::int, %s)", [groep.pk, nieuw])
    gebeurd(
        groep.convenant,
        HERNOEMD,
        door,
        deelname=groep.deelname,
        naam=groep.functie,
        oud={"team": was},
        nieuw={"team": nieuw},
    )


@transaction.atomic
def zet_postcodes(
    groep: Groep,
    postcodes: Sequence[str],
    *,
    gezien: str | None = None,
    over: bool = False,
    door: Medewerker | None,
) -> None:
    """What the team answers for from now on; cases that run stay where they are. `over`: also what is another team's.

    `gezien`: what stood there when the actor looked. Raises InrichtingFout when that changed, for a closed team or the
    group without a name, and for another team's postcode.
    """
    op_slot(groep.convenant)
    groep.refresh_from_db()
    if groep.gesloten_op is not None or not groep.team:
        raise InrichtingFout("Dit team heeft geen postcodes: het is gesloten, of het heeft geen naam.")
    was = postcodes_van(groep)
    if gezien is not None and gezien != als_reeksen(was):
        raise InrichtingFout(
            "Een collega heeft dit intussen veranderd. Kijk wat er nu staat en stuur het opnieuw."
        )
    if set(was) == set(postcodes):
        return
    Teampostcode.objects.filter(groep=groep).exclude(postcode__in=postcodes).delete()
    _neem(groep, [postcode for postcode in postcodes if postcode not in was], over=over, door=door)
    _veranderd(groep, was, postcodes, door)


def postcodes_van(groep: Groep) -> Sequence[str]:
    return list(
        Teampostcode.objects.filter(groep=groep).order_by("postcode").values_list("postcode", flat=True)
    )


@transaction.atomic
def sluit(groep: Groep, reden: str, *, door: Medewerker | None) -> None:
    """Nobody is brought into it any more, and its postcodes are free.

    Raises InrichtingFout while it has an open case or somebody in it, and for the last group of its functie.
    """
    op_slot(groep.convenant)
    groep.refresh_from_db()
    if groep.gesloten_op is not None:
        raise InrichtingFout("Dit team is al gesloten.")
    anderen = Groep.objects.filter(deelname=groep.deelname_id, functie=groep.functie, gesloten_op=None)
    if not anderen.exclude(pk=groep.pk).exists():
        raise InrichtingFout("Dit is het enige team. Maak eerst een ander team.")
    if houdt_open := _zet(groep, nu()):
        raise InrichtingFout(_BLIJFT_OPEN[houdt_open])
    was = postcodes_van(groep)
    Teampostcode.objects.filter(groep=groep).delete()
    oud = {"team": groep.team, "postcodes": als_reeksen(was)}
    gebeurd(
        groep.convenant, GESLOTEN, door, deelname=groep.deelname, naam=groep.functie, oud=oud, reden=reden
    )


@transaction.atomic
def heropen(groep: Groep, reden: str, *, door: Medewerker | None) -> None:
    """A closed team takes people and postcodes again. Raises InrichtingFout when it is open."""
    op_slot(groep.convenant)
    groep.refresh_from_db()
    if groep.gesloten_op is None:
        raise InrichtingFout("Dit team is al open.")
    _zet(groep, None)
    nieuw = {"team": groep.team}
    gebeurd(
        groep.convenant, HEROPEND, door, deelname=groep.deelname, naam=groep.functie, nieuw=nieuw, reden=reden
    )


def _vrije_naam(deelname: Deelname, functie: str, naam: str, behalve: Groep | None = None) -> str:
    naam = " ".join(naam.split())
    if not naam:
        raise InrichtingFout("Geef het team een naam.")
    gelijk = Groep.objects.filter(deelname=deelname, functie=functie, team__iexact=naam)
    if gelijk.exclude(pk=behalve.pk if behalve else None).exists():
        raise InrichtingFout(f"Er is al een team {naam}. Kies een andere naam, of open dat team weer.")
    return naam


def _neem(groep: Groep, postcodes: Sequence[str], *, over: bool, door: Medewerker | None = None) -> None:
    bezet = Teampostcode.objects.filter(
        deelname=groep.deelname_id, functie=groep.functie, postcode__in=postcodes
    ).select_related("groep__deelname", "groep__convenant")
    van_anderen: dict[Groep, list[str]] = {}
    for rij in bezet.exclude(groep=groep).order_by("groep__team", "postcode"):
        van_anderen.setdefault(rij.groep, []).append(rij.postcode)
    for ander, codes in van_anderen.items():
        if not over:
            raise InrichtingFout(f"Postcode {als_reeksen(codes)} hoort al bij {ander.team}.")
        was = postcodes_van(ander)
        Teampostcode.objects.filter(groep=ander, postcode__in=codes).delete()
        _veranderd(ander, was, [postcode for postcode in was if postcode not in codes], door)
    Teampostcode.objects.bulk_create(
        Teampostcode(
            convenant_id=groep.convenant_id,
            deelname_id=groep.deelname_id,
            functie=groep.functie,
            groep=groep,
            postcode=postcode,
        )
        for postcode in postcodes
    )


def _veranderd(groep: Groep, was: Iterable[str], wordt: Iterable[str], door: Medewerker | None) -> None:
    gebeurd(
        groep.convenant,
        POSTCODES,
        door,
        deelname=groep.deelname,
        naam=groep.functie,
        oud={"team": groep.team, "postcodes": als_reeksen(was)},
        nieuw={"team": groep.team, "postcodes": als_reeksen(wordt)},
    )


def _zet(groep: Groep, sinds: datetime | None) -> str:
    """What keeps the team open, "" when nothing does."""
    with connection.cursor() as cursor:
        cursor.execute("select team_zet(%s::int, %s::timestamptz)", [groep.pk, sinds])
        return cursor.fetchone()[0]
