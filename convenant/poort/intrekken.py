"""Undoing an exchange: withdrawn at once for every holder, or replaced by a better one; the act itself stays."""

from uuid import UUID

from django.db import connection

from convenant.tijd import nu
from convenant.verstrekkingen.models import Ontvangst, Verstrekking

from .grens import als_systeem, beurt
from .handeling import NietGevonden, Ongeldig
from .logboek import TOEGESTAAN


def trek_in(verstrekking_id: UUID, reden: str) -> bool:
    """Withdraw what the own group sent: values of every holder are destroyed now, set, moment and reason stay.

    False when it was withdrawn already. Raises NietGevonden when the own group did not send it.
    """
    verstrekking = Verstrekking.objects.filter(pk=verstrekking_id).first()
    if verstrekking is None or verstrekking.door_groep_id != beurt().wie.groep:
        raise NietGevonden
    if not reden.strip():
        raise Ongeldig({"reden": "Schrijf op waarom u dit intrekt."})
    with connection.cursor() as cursor:
        cursor.execute("select verstrekking_trek_in(%s, %s, %s)", [verstrekking_id, reden, nu()])
        gelukt = cursor.fetchone()[0]
    if gelukt:
        _log("intrekken", verstrekking)
    return gelukt


def bevestig(ontvangst_id: UUID) -> None:
    """The receiver confirms that a withdrawal was seen. Raises NietGevonden when the copy is not the own."""
    ontvangst = Ontvangst.objects.select_related("verstrekking").filter(pk=ontvangst_id).first()
    if ontvangst is None or ontvangst.verstrekking.ingetrokken_op is None:
        raise NietGevonden
    if ontvangst.bevestigd_op is None:
        ontvangst.bevestigd_op = nu()
        ontvangst.save(update_fields=["bevestigd_op"])
        _log("intrekking_bevestigen", ontvangst.verstrekking)


def vernietig_verlopen() -> int:
    """Destroy the values of every copy whose time is over; how many. Runs as the task, without a person."""
    with als_systeem("bewaring") as moment, connection.cursor() as cursor:
        cursor.execute("select ontvangsten_vernietig_verlopen(%s)", [moment])
        return cursor.fetchone()[0]


def _log(handeling: str, verstrekking: Verstrekking) -> None:
    huidig = beurt()
    huidig.regels.append(
        huidig.regel(
            handeling,
            TOEGESTAAN,
            gegevensset=verstrekking.gegevensset,
            eis=verstrekking.eis,
            object=str(verstrekking.pk),
        )
    )
