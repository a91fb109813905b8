"""Whom an act of this stretch is about and who hears of it."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from convenant.partijen.models import Groep
from convenant.poort.berichten import bericht
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.poort import groep_van
from convenant.poort.zaken import heeft_toegang, opener, vergrendel, zaak_van
from convenant.tijd import vandaag
from convenant.verstrekkingen.models import Verstrekking
from convenant.zaken.models import Zaak
from huisuitzetting.achterstand.huren import huur_van
from huisuitzetting.achterstand.huren import vergrendel as vergrendel_huur
from huisuitzetting.beleid.kanten import SDV, TROUBLESHOOTER
from huisuitzetting.dagen import toets_geweest
from huisuitzetting.melding.wijkteams import wijkteam_van
from huisuitzetting.models import Huurovereenkomst

from .feiten import is_ingeschakeld

CONTRACT = "avg_6_1_b"
WIE_REGIE = "Leg vast wie de regie voert, ook als u dat al deed. Dan hoort de troubleshooter het."
NIET_BEKEND = "niet bekend"  # a tenant without telephone must be told of all the same


def eigen_zaak(zaak_id: int) -> tuple[Zaak, Huurovereenkomst]:
    """A case with the own tenancy it is about, both locked, the tenancy first as everywhere. Raises NietGevonden."""
    zaak = zaak_van(zaak_id)
    eigen = huur_van(zaak)
    if eigen is None:
        if opener(zaak).pk != beurt().wie.groep:
            raise NietGevonden
        raise Ongeldig(
            {"": "Bij deze zaak hoort geen huur uit uw lijst met achterstanden. Dit kan dan niet."}
        )
    huur = vergrendel_huur(eigen.pk)
    assert huur.zaak
    return vergrendel(huur.zaak), huur


def grondslag_in(zaak: Zaak) -> str:
    """Of the corporatie the contract; of the gemeente its one ground, which needs no choice."""
    return CONTRACT if opener(zaak).pk == beurt().wie.groep else ""


def gemeente(zaak: Zaak) -> list[Groep]:
    """Wijkteam and SDV; nobody before the handover, for until then nobody there may know of it."""
    team = wijkteam_van(zaak)
    return [team, groep_van(SDV)] if heeft_toegang(zaak, team) else []


def gemelde(zaak: Zaak) -> list[Groep]:
    """The same, for what makes no sense without them. Raises Ongeldig before the handover."""
    groepen = gemeente(zaak)
    if not groepen:
        raise Ongeldig({"": "Deze huurder is nog niet bij het wijkteam gemeld. Dat moet eerst."})
    return groepen


def betrokkenen(zaak: Zaak) -> list[Groep]:
    """Those of the gemeente who have the case, the troubleshooter when asked in as far as the own group knows."""
    groepen = [groep for groep in gemeente(zaak) if heeft_toegang(zaak, groep)]
    return [*groepen, groep_van(TROUBLESHOOTER)] if is_ingeschakeld(zaak, beurt().wie) else groepen


def laat_weten(zaak: Zaak, groepen: Iterable[Groep], onderwerp: str, erbij: str = "") -> None:
    """A message to who got something: which case, and nothing of what. `erbij`: what to do now. Part of an act."""
    pad = f"/{beurt().wie.convenant.code}/zaken/{zaak.pk}/"
    bericht(
        groepen, onderwerp, f"Het gaat om zaak {zaak.nummer}. {erbij or 'Open de zaak om het te lezen.'}", pad
    )


def vraag_wie_regie_voert(zaak: Zaak) -> None:
    """The wijkteam hears that another brought the troubleshooter in: only the team may tell who leads (HAA-2.2.1.regie). Part of an act."""
    team = wijkteam_van(zaak)
    if team.pk != beurt().wie.groep and heeft_toegang(zaak, team):
        laat_weten(zaak, [team], "De troubleshooter is erbij", WIE_REGIE)


def toets_dag(dag: date, niet_voor: date | None, zin: str) -> None:
    """A day that has been, not before another. Raises Ongeldig at the field `dag`."""
    if dag > vandaag():
        raise Ongeldig({"dag": "Deze dag is nog niet geweest. Vul in wanneer het is gebeurd."})
    toets_geweest(dag=dag)
    if niet_voor is not None and dag < niet_voor:
        raise Ongeldig({"dag": zin})


def te_vervangen(zaak: Zaak, gegevensset: str) -> UUID | None:
    """What the own group sent of this set last, which a newer one takes the place of."""
    eigen = Verstrekking.objects.filter(zaak=zaak, gegevensset=gegevensset, door_groep_id=beurt().wie.groep)
    laatste = eigen.filter(vervangen_op=None, ingetrokken_op=None).order_by("-moment").first()
    return laatste.pk if laatste else None
