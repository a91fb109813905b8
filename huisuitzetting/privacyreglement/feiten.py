"""The facts of the privacyreglement, from what was sent: whose request it is, and whether the others may know."""

from collections.abc import Mapping

from convenant.poort.feiten import Aanvraag, FeitVraag
from convenant.poort.handeling import NietGevonden
from convenant.poort.zaken import opener, verstuurd
from convenant.verstrekkingen.models import Ontvangst
from convenant.zaken.models import Zaak

DOORGESTUURD, WETTELIJK_VERZOEK = "doorgestuurd_verzoek", "wettelijk_verzoek"
KENNISGEVING, VERBOD = "kennisgeving_wettelijk_verzoek", "grond_verbod_kennisgeving"


def blijft_bij_de_partij(aanvraag: Aanvraag) -> bool:
    """What is written down goes to the own party. An own copy was."""
    ontvanger = aanvraag.ontvanger
    return ontvanger is None or ontvanger.deelname_id == aanvraag.wie.deelname.pk


def gaat_naar_een_ander(aanvraag: Aanvraag) -> bool:
    """Who passes a request on says by whom it is for whose processing it is; the own is not passed on (HAA-PR10.3)."""
    ontvanger = aanvraag.ontvanger
    return ontvanger is not None and ontvanger.deelname_id != aanvraag.wie.deelname.pk


def is_verantwoordelijk(aanvraag: Aanvraag) -> bool:
    """Whom a request was passed on to; else the party that wrote the request or the breach down (HAA-PR10.2, HAA-PR9.2)."""
    zaak, wie = aanvraag.zaak, aanvraag.wie
    if zaak is None:
        return False
    doorgestuurd = Ontvangst.objects.filter(
        groep_id=wie.groep, verstrekking__zaak=zaak, verstrekking__gegevensset=DOORGESTUURD
    )
    if eigen := doorgestuurd.select_related("verstrekking").first():
        return eigen.verstrekking.door_groep_id != wie.groep
    return _geopend_door(zaak) == wie.deelname.pk


def is_van_eigen_partij(aanvraag: Aanvraag) -> bool:
    """Who is only told of a breach, or of what an authority asked, has nothing to do in that case."""
    return aanvraag.zaak is not None and _geopend_door(aanvraag.zaak) == aanvraag.wie.deelname.pk


def is_verboden(zaak: Zaak | None) -> bool:
    """Whether the authority forbade to tell the others: then the ground stands in the own record (HAA-PR8.2)."""
    van = Ontvangst.objects.filter(
        verstrekking__zaak=zaak, verstrekking__gegevensset=WETTELIJK_VERZOEK, velden__contains=[VERBOD]
    )
    return zaak is not None and van.exists()


def _geopend_door(zaak: Zaak) -> int | None:
    try:
        return opener(zaak).deelname_id
    except NietGevonden:
        return None


def _weten_het(aanvraag: Aanvraag) -> bool:
    return verstuurd(aanvraag.zaak, KENNISGEVING) is not None or is_verboden(aanvraag.zaak)


PRIVACYREGLEMENT: Mapping[str, FeitVraag] = {
    "eigen_administratie": blijft_bij_de_partij,
    "eigen_register": blijft_bij_de_partij,
    "andere_partij_verantwoordelijk": gaat_naar_een_ander,
    "verantwoordelijk_voor_verwerking": is_verantwoordelijk,
    "zaak_van_eigen_partij": is_van_eigen_partij,
    "kennisgeving_toegestaan": lambda aanvraag: not is_verboden(aanvraag.zaak),
    "kennisgeving_verboden": lambda aanvraag: is_verboden(aanvraag.zaak),
    "anderen_weten_het": _weten_het,
}
