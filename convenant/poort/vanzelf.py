"""A verb on a case that the text gives to the clock: weighed as any other, done when its clock has run out.

For what is registered with klokwerk.registreer_gevolg. Nobody acts: the track and the log name the clock.
"""

import json
from collections.abc import Mapping

from django.db import connection
from django.urls import reverse

from convenant.beleid.beslissing import Stand, Vraag, beslis, doorsnede
from convenant.beleid.register import register
from convenant.beleid.taal import Kant
from convenant.partijen.models import Convenant, InstellingWaarde
from convenant.tijd import vandaag

from . import logboek
from .berichten import berichten_voor
from .grens import als_systeem, zet_context
from .klokwerk import TAAK
from .zaken import buiten, zonder_stap

KLOK = Kant("systeem", "klok")


def doe_vanzelf(
    convenant: Convenant, zaak_id: int, termijn: str, handeling: str, feiten: Mapping[str, bool]
) -> bool:
    """Move the case on, tell whoever must act then, and leave a line in the log; False when the text does not allow it (any
    more). `feiten` are those the verb asks; whether the convenant is in force is known here.

    In a transaction of its own, and once: the second time the clock does not run any more.
    """
    with als_systeem(TAAK), connection.cursor() as cursor:
        cursor.execute("select * from zaak_voor_klok(%s, %s)", [zaak_id, termijn])
        if (gevonden := cursor.fetchone()) is None:
            return False
        stap, versie, nummer = gevonden
        beleid = convenant.beleid
        stand = Stand(feiten, _instellingen(convenant), convenant.ongeldig(vandaag()))
        versies = {versie, beleid.versie}
        uitkomst = doorsnede(
            tuple(
                beslis(register.geef(beleid.code, nummer_van_tekst), Vraag(KLOK, handeling, stap), stand)
                for nummer_van_tekst in sorted(versies)
            )
        )
        if not uitkomst.mag:
            return False
        naar = uitkomst.naar
        eis = next((reden.eis for reden in uitkomst.redenen if not reden.feit), "")
        cursor.execute(
            "select * from zaak_vanzelf(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s::jsonb)",
            [
                zaak_id,
                termijn,
                handeling,
                naar,
                eis,
                [f"{kant.soort}/{kant.functie}" for kant in beleid.aan_zet(naar)],
                beleid.is_einde(naar),
                zonder_stap(beleid, naar),
                buiten(beleid, naar),
                json.dumps(beleid.vragen(naar)),
            ],
        )
        pad = reverse("zaak", args=[convenant.code, zaak_id])
        berichten_voor(
            (
                groep,
                behandelaar,
                f"Er is een termijn voorbij: zaak {nummer}",
                "U bent nu aan zet. In de zaak ziet u wat u moet doen.",
                pad,
            )
            for groep, behandelaar in cursor.fetchall()
        )
        zet_context(convenant=convenant.pk)
        logboek.schrijf([logboek.van_taak(handeling, nummer, eis=eis)])
    return True


def van_kracht(convenant: Convenant) -> bool:
    """Whether the convenant is in force: then every party that had to has signed."""
    return convenant.is_van_kracht(vandaag())


def _instellingen(convenant: Convenant) -> dict[str, object]:
    gevuld = InstellingWaarde.objects.filter(convenant=convenant, deelname=None)
    standaard = {rij.naam: rij.standaard for rij in convenant.beleid.instellingen}
    return standaard | dict(gevuld.values_list("naam", "waarde"))
