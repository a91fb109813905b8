"""The teams of a party in the convenant one works in: who answers for which postcodes (HAA-2.1.c)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from convenant.beleid.taal import Functie
from convenant.partijen import teams
from convenant.partijen.inrichting import InrichtingFout
from convenant.partijen.models import Autorisatie, Deelname, Groep, Teampostcode
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.tijd import vandaag

from .inrichting import geef_deelname, vastgelegd


@dataclass(frozen=True)
class Team:
    """One group of a functie with teams; `naam` is "" for the one that is always there. `mensen`: how many work in it
    today."""

    id: int
    functie: str
    naam: str
    postcodes: str
    mensen: int
    open: bool


@dataclass(frozen=True)
class Verdeling:
    """How a party divides one functie. `zonder`: postcodes between the lowest and the highest that no team covers."""

    functie: Functie
    teams: Sequence[Team]
    zonder: str

    @property
    def rest(self) -> Team | None:
        """Who answers for what no team covers, when somebody does."""
        return next((team for team in self.teams if not team.naam and team.open), None)


def heeft_teams(deelname_id: int) -> bool:
    """Whether the text lets this party divide a functie. Raises NietGevonden."""
    return bool(teams.functies_per_team(geef_deelname(deelname_id)))


def verdelingen(deelname_id: int) -> Sequence[Verdeling]:
    """Every functie that this party can divide, with its teams by name. Raises NietGevonden when there is none."""
    deelname = geef_deelname(deelname_id)
    functies = _functies(deelname)
    rijen = list(deelname.groepen.order_by("team"))
    mensen = _mensen(rijen)
    van_team: dict[int, list[str]] = {}
    for groep_id, postcode in Teampostcode.objects.filter(deelname=deelname).values_list("groep", "postcode"):
        van_team.setdefault(groep_id, []).append(postcode)
    gevonden = []
    for functie in functies:
        eigen = [rij for rij in rijen if rij.functie == functie.naam]
        bezet = [postcode for rij in eigen for postcode in van_team.get(rij.pk, ())]
        regels = [_team(rij, van_team.get(rij.pk, []), mensen[rij.pk]) for rij in eigen]
        gevonden.append(Verdeling(functie, regels, teams.zonder_team(bezet)))
    return gevonden


def team(deelname_id: int, groep_id: int) -> Team:
    """Raises NietGevonden for a group of another party, or of a functie without teams."""
    groep = _groep(deelname_id, groep_id)
    return _team(groep, teams.postcodes_van(groep), _mensen([groep])[groep.pk])


def maak(deelname_id: int, functie: str, naam: str, postcodes: str) -> None:
    """A new team. Raises Geweigerd, Ongeldig or NietGevonden."""
    deelname = geef_deelname(deelname_id)
    _functies(deelname)
    gelezen = _lees(postcodes)
    with vastgelegd(f"team erbij deelname {deelname.pk}"):
        teams.maak(deelname, functie, naam, gelezen, door=beurt().wie.medewerker)


def hernoem(deelname_id: int, groep_id: int, naam: str) -> None:
    """Raises Geweigerd, Ongeldig (a name that another has) or NietGevonden."""
    groep = _groep(deelname_id, groep_id)
    with vastgelegd(f"naam team {groep.pk}"):
        teams.hernoem(groep, naam, door=beurt().wie.medewerker)


def zet_postcodes(deelname_id: int, groep_id: int, postcodes: str, *, gezien: str, over: bool) -> None:
    """What it answers for from now on. Raises Geweigerd, Ongeldig or NietGevonden."""
    groep, gelezen = _groep(deelname_id, groep_id), _lees(postcodes)
    with vastgelegd(f"postcodes team {groep.pk}"):
        teams.zet_postcodes(groep, gelezen, gezien=gezien, over=over, door=beurt().wie.medewerker)


def sluit(deelname_id: int, groep_id: int, reden: str) -> None:
    """Raises Geweigerd, Ongeldig (an open case, somebody still in it) or NietGevonden."""
    groep = _groep(deelname_id, groep_id)
    with vastgelegd(f"team {groep.pk} sluiten"):
        teams.sluit(groep, reden, door=beurt().wie.medewerker)


def heropen(deelname_id: int, groep_id: int, reden: str) -> None:
    """Raises Geweigerd, Ongeldig or NietGevonden."""
    groep = _groep(deelname_id, groep_id)
    with vastgelegd(f"team {groep.pk} heropenen"):
        teams.heropen(groep, reden, door=beurt().wie.medewerker)


def _lees(postcodes: str) -> tuple[str, ...]:
    try:
        return teams.lees_postcodes(postcodes)
    except InrichtingFout as fout:
        raise Ongeldig({"postcodes": str(fout)}) from fout


def _functies(deelname: Deelname) -> Sequence[Functie]:
    functies = teams.functies_per_team(deelname)
    if not functies:
        raise NietGevonden
    return functies


def _groep(deelname_id: int, groep_id: int) -> Groep:
    deelname = geef_deelname(deelname_id)
    namen = [functie.naam for functie in _functies(deelname)]
    groepen = Groep.objects.select_related("deelname__convenant", "convenant")
    groep = groepen.filter(pk=groep_id, deelname=deelname, functie__in=namen).first()
    if groep is None:
        raise NietGevonden
    return groep


def _mensen(groepen: Sequence[Groep]) -> Counter[int]:
    rijen = Autorisatie.objects.filter(
        groep__in=groepen, van__isnull=False, medewerker__account__is_active=True
    )
    dag = vandaag()
    lopend = (rij for rij in rijen.select_related("medewerker") if rij.geldt(dag))
    return Counter(rij.groep_id for rij in lopend if rij.medewerker.is_in_dienst(dag))


def _team(groep: Groep, postcodes: Sequence[str], mensen: int) -> Team:
    reeksen = teams.als_reeksen(postcodes)
    return Team(groep.pk, groep.functie, groep.team, reeksen, mensen, groep.gesloten_op is None)
