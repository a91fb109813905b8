"""The own waiting list in its order, and whom to contact today, each with one line in the log."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q

from convenant.beleid.beslissing import Vraag
from convenant.beleid.taal import INZIEN
from convenant.poort.daad import Daad, verricht
from convenant.poort.grens import beurt
from convenant.poort.zaken import zaak_van
from convenant.termijnen.models import Klok
from convenant.tijd import nu
from convenant.verstrekkingen.models import Verstrekking
from convenant.zaken.models import Toegang
from huisuitzetting.beleid.stappen import RECHTER

from .contact import POGING
from .feiten import gaat_iemand_voor, wachtlijst

TE_SPREKEN = ("gemeld", "beoordeeld", "wachtlijst", "in_behandeling")
CONTACTKLOK = "contact_door_wijkteam"
MEESTE = 200  # more nobody rings in a day; the rest comes up as these are done


@dataclass(frozen=True)
class Wachtend:
    """One case on the waiting list. `termijn`: the nearest of the own clocks; `te_laat`: it has gone by."""

    zaak: int
    nummer: str
    label: str
    ontvangen_op: datetime
    voorrang: bool
    termijn: datetime | None
    te_laat: bool


@dataclass(frozen=True)
class TeSpreken:
    """A tenant with whom there was no contact yet. `uiterlijk`: until when the convenant asks for it, None without a term."""

    zaak: int
    nummer: str
    label: str
    stap: str
    uiterlijk: datetime | None
    te_laat: bool
    pogingen: int
    laatste: datetime | None


def moet_reden(zaak_id: int) -> bool:
    """Whether taking this case on leaves the order of the waiting list."""
    return gaat_iemand_voor(zaak_van(zaak_id))


def is_te_lang() -> bool:
    """Whether more cases wait than the convenant says the wijkteam can take on (HAA-B2.4)."""
    capaciteit = beurt().wie.instellingen.get("capaciteit_wijkteam")
    return capaciteit is not None and wachtlijst().count() > int(capaciteit)


def wachtenden() -> Sequence[Wachtend]:
    """Everyone on the own waiting list, in the order in which they are helped (HAA-3.6)."""
    with _gezien():
        plekken = list(wachtlijst().select_related("zaak"))
        toegangen = _toegangen([plek.zaak_id for plek in plekken])
        return [
            Wachtend(
                plek.zaak_id,
                plek.zaak.nummer,
                toegangen[plek.zaak_id].label,
                plek.ontvangen_op,
                plek.heeft_voorrang,
                toegangen[plek.zaak_id].termijn,
                _voorbij(toegangen[plek.zaak_id].termijn),
            )
            for plek in plekken
            if plek.zaak_id in toegangen
        ]


def te_spreken() -> Sequence[TeSpreken]:
    """The own cases without contact: what the term of HAA-3.5 asks for first, then those that have none, by receipt.
    A bailiff who came early does not end the term."""
    with _gezien():
        lopend = Klok.objects.filter(termijn=CONTACTKLOK, stand=Klok.LOOPT)
        toegangen = Toegang.objects.filter(
            Q(stap__in=TE_SPREKEN) | Q(stap__in=RECHTER, content_object__in=lopend.values("zaak")),
            group_id=beurt().wie.groep or 0,
            open=True,
        )
        rijen = {rij.content_object_id: rij for rij in toegangen.select_related("content_object")}
        klokken = dict(lopend.filter(zaak__in=rijen).values_list("zaak_id", "vervalt_op"))
        pogingen = _pogingen(list(rijen))
        gevonden = [
            TeSpreken(
                zaak,
                rij.content_object.nummer,
                rij.label,
                rij.stap,
                klokken.get(zaak),
                _voorbij(klokken.get(zaak)),
                *pogingen.get(zaak, (0, None)),
            )
            for zaak, rij in rijen.items()
        ]
        gevonden.sort(key=lambda rij: (rij.uiterlijk is None, rij.uiterlijk or nu(), rij.zaak))
        return gevonden[:MEESTE]


@contextmanager
def _gezien() -> Iterator[None]:
    """Reading a list is an act of the functie, as of the work list."""
    with verricht(Daad(Vraag(beurt().wie.kant, INZIEN))) as (werk,):
        werk.aanvulling |= {"handeling": "werklijst_zien"}
        yield


def _toegangen(zaken: Sequence[int]) -> dict[int, Toegang]:
    rijen = Toegang.objects.filter(group_id=beurt().wie.groep or 0, content_object__in=zaken)
    return {rij.content_object_id: rij for rij in rijen}


def _pogingen(zaken: Sequence[int]) -> dict[int, tuple[int, datetime | None]]:
    """How often contact was sought, and when last: that a copy is there, not what stands in it."""
    rijen = Verstrekking.objects.filter(zaak__in=zaken, gegevensset=POGING, door_groep_id=beurt().wie.groep)
    geteld = rijen.values("zaak").annotate(aantal=Count("pk"), laatste=Max("moment")).order_by()
    return {rij["zaak"]: (rij["aantal"], rij["laatste"]) for rij in geteld}


def _voorbij(moment: datetime | None) -> bool:
    return moment is not None and moment <= nu()
