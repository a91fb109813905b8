"""Who has to do with a case of the privacyreglement: the privacycoordinators, each for the own party."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from convenant.partijen.models import Groep
from convenant.poort import poort
from convenant.poort.berichten import bericht
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.lezen import Gelezen
from convenant.verstrekkingen.models import Ontvangst, Verstrekking
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.kanten import PRIVACY

FUNCTIES = {kant.functie for kant in PRIVACY}


def eigen() -> Groep:
    """The privacycoordinators of the own party."""
    return next(groep for groep in _groepen() if groep.deelname_id == beurt().wie.deelname.pk)


def anderen() -> Sequence[Groep]:
    """Those of the other parties, by name."""
    return [groep for groep in _groepen() if groep.deelname_id != beurt().wie.deelname.pk]


def gekozen(groepen: Iterable[int], veld: str) -> Sequence[Groep]:
    """Those of the other parties with these ids. Raises Ongeldig at `veld` when one is not among them, or without any."""
    per_id = {groep.pk: groep for groep in anderen()}
    nummers = list(groepen)
    if not nummers or set(nummers) - per_id.keys():
        raise Ongeldig({veld: "Kies een partij uit de lijst."})
    return [per_id[nummer] for nummer in nummers]


def kopie(zaak: Zaak, *gegevenssets: str) -> Gelezen:
    """The own group's latest copy of one of these sets, opened. Raises NietGevonden without one."""
    van = Ontvangst.objects.filter(verstrekking__zaak=zaak, verstrekking__gegevensset__in=gegevenssets)
    eigen_kopie = van.filter(groep_id=beurt().wie.groep, verstrekking__vervangen_op=None)
    laatste = eigen_kopie.order_by("-verstrekking__moment").first()
    if laatste is None:
        raise NietGevonden
    return poort.lees(laatste.pk)


def te_vervangen(zaak: Zaak, gegevensset: str) -> UUID | None:
    """What the own group wrote of this set last, which a newer one takes the place of."""
    van = Verstrekking.objects.filter(zaak=zaak, gegevensset=gegevensset, door_groep_id=beurt().wie.groep)
    laatste = van.filter(vervangen_op=None).order_by("-moment").first()
    return laatste.pk if laatste else None


def laat_weten(zaak: Zaak, groepen: Iterable[Groep], onderwerp: str) -> None:
    """A message to who got something: which case, and nothing of what. Part of an act."""
    pad = f"/{beurt().wie.convenant.code}/zaken/{zaak.pk}/"
    bericht(groepen, onderwerp, f"Het gaat om zaak {zaak.nummer}. Open de zaak om het te lezen.", pad)


def _groepen() -> Sequence[Groep]:
    open_groepen = Groep.objects.filter(
        convenant=beurt().wie.convenant, gesloten_op=None, functie__in=FUNCTIES
    )
    return list(open_groepen.select_related("deelname__partij").order_by("deelname__partij__naam", "pk"))
