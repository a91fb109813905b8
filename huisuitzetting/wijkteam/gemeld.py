"""What a corporatie reported, as the wijkteam's own acts use it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from convenant.beleid.woorden import midden_in_zin
from convenant.partijen.models import Groep
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.lezen import lees
from convenant.poort.poort import Herkenning
from convenant.poort.zaken import verstuurd
from convenant.verstrekkingen.models import Ontvangst
from convenant.zaken.models import Zaak
from huisuitzetting.achterstand.feiten import MELDINGEN

JA, NEE = "ja", "nee"
NIET_GEMELD = "De corporatie gaf dit niet door: {velden}. Zonder kunt u dit niet versturen."
Waarden = Mapping[str, Any]


def ja_nee(waarde: bool) -> str:
    """A yes or no that also shows when it is no."""
    return JA if waarde else NEE


def eigen_groep() -> Groep:
    """The own group, for what it records for itself."""
    return Groep.objects.select_related("deelname").get(pk=beurt().wie.groep)


def gemelde_gegevens(zaak: Zaak) -> Waarden:
    """The fields of the own copy of the report; opening it is logged. Raises NietGevonden without one."""
    kopieen = Ontvangst.objects.filter(verstrekking__zaak=zaak, groep_id=beurt().wie.groep)
    kopie = (
        kopieen.filter(verstrekking__gegevensset__in=MELDINGEN)
        .order_by("-verstrekking__moment")
        .values_list("pk", flat=True)
        .first()
    )
    if kopie is None:
        raise NietGevonden
    return {veld.naam: veld.waarde for veld in lees(kopie).velden}


def uit_melding(gemeld: Waarden, *velden: str) -> dict[str, Any]:
    """These fields of the report, to send on. Raises Ongeldig naming what is missing: the convenant may have chosen fewer."""
    ontbreekt = [midden_in_zin(veld) for veld in velden if not gemeld.get(veld)]
    if ontbreekt:
        raise Ongeldig({"": NIET_GEMELD.format(velden=" en ".join(ontbreekt))})
    return {veld: gemeld[veld] for veld in velden}


def ontvangen_op(zaak: Zaak) -> datetime:
    """When the report came in."""
    return verstuurd(zaak, *MELDINGEN) or zaak.geopend_op


def herkenning(gemeld: Waarden) -> Herkenning:
    """What others the wijkteam brings in know the case by: as the wijkteam itself."""
    return Herkenning(wie_is(gemeld), ("naam", "adres"))


def wie_is(gemeld: Waarden) -> str:
    """Name and address as they were reported; with consent the convenant may have chosen fewer fields."""
    return ", ".join(str(gemeld[veld]) for veld in ("naam", "adres") if gemeld.get(veld))
