"""The machine of the clocks: claims what is due, warns, and sets down what ran out.

Everything here may come late, twice, at once with another, or be killed halfway: a row and what follows from it are one
transaction, and a row that somebody else has in hand is left to them. Mail is written in it and sent afterwards.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import connection
from django.template.defaultfilters import date as datum
from django.urls import reverse

from convenant.beleid import kalender
from convenant.beleid.register import register
from convenant.beleid.taal import Beleid, Termijn
from convenant.beleid.woorden import midden_in_zin
from convenant.partijen.models import Convenant
from convenant.termijnen.models import Klok, Klokfeit
from convenant.zaken.models import Zaak

from . import klokken
from .berichten import berichten_voor
from .grens import als_systeem

TAAK = "termijnen"
PER_KEER = 500
OPNIEUW_NA = timedelta(minutes=5)
log = logging.getLogger(__name__)

# What the system does by itself when a clock with this actie runs out, which nobody has to meet: it gets the convenant and
# the clock's sleutel.
Gevolg = Callable[[Convenant, str], None]
_gevolgen: dict[str, Gevolg] = {}


def registreer_gevolg(actie: str, doe: Gevolg) -> None:
    """`doe` has transactions of its own and may come twice: then it finds its work done."""
    _gevolgen[actie] = doe


class Rij(NamedTuple):
    """A row of klok_werk, in the order of its columns."""

    klok: int
    convenant: int
    versie: int
    termijn: str
    sleutel: str
    zaak: int | None
    nummer: str | None
    groep: int | None
    behandelaar: int | None
    vervalt_op: datetime
    volgende: datetime | None
    verlopen_op: datetime | None


@dataclass(frozen=True)
class Werk:
    """A due clock with what the policy says of it: the moments that have come, and the next one."""

    rij: Rij
    convenant: Convenant
    beleid: Beleid
    termijn: Termijn
    geweest: tuple[tuple[datetime, str], ...]
    volgende: datetime | None

    @property
    def verloopt(self) -> bool:
        """Whether it runs out now: it had not before."""
        is_om = bool(self.geweest) and self.geweest[-1][1] == kalender.VERLOPEN
        return is_om and self.rij.verlopen_op is None


def werk_bij() -> list[int]:
    """Everything that is due now, in portions. Gives the clocks at which the system itself must act (`doe_zelf`)."""
    eigen: list[int] = []
    while True:
        gevonden, erbij = _een_portie()
        eigen += erbij
        if not gevonden:
            return eigen


def doe_zelf(klok_id: int) -> None:
    """What the system does when this clock runs out; then it is set down. Killed in between, it is done again."""
    with als_systeem(TAAK) as moment:
        gevonden = _neem(moment, klok_id)
    for werk in gevonden:
        if werk.verloopt:
            _gevolgen[werk.termijn.actie](werk.convenant, werk.rij.sleutel)
        with als_systeem(TAAK) as moment:
            # Of a case somebody can still keep it from coming to that; told once, however often this runs.
            if werk.rij.zaak is not None and not werk.verloopt and _is_nieuw(werk):
                _meld([werk])
            _leg_vast([werk], moment, te_laat=False)
            if werk.verloopt:
                with connection.cursor() as cursor:
                    cursor.execute("select klok_loop_af(%s, %s)", [werk.rij.klok, moment])


def vanzelf(beleid: Beleid) -> list[str]:
    """The clocks at which nobody has to do anything: the system does."""
    return [rij.naam for rij in beleid.termijnen if rij.actie in _gevolgen]


def _een_portie() -> tuple[int, list[int]]:
    with als_systeem(TAAK) as moment:
        gevonden = _neem(moment)
        eigen = [werk.rij.klok for werk in gevonden if werk.termijn.actie in _gevolgen]
        mensenwerk = [werk for werk in gevonden if werk.termijn.actie not in _gevolgen]
        _leg_vast(mensenwerk, moment)
        _laat_volgen(mensenwerk)
        _meld(mensenwerk)
        # Each in a task of its own: one that fails holds up nobody else's. Asked again when nothing came of it.
        _schuif(eigen, moment + OPNIEUW_NA)
        # Last: another process waits from here on, for the same row of figures.
        _tel_te_laat(mensenwerk, moment)
    return len(gevonden), eigen


def _neem(moment: datetime, alleen: int | None = None) -> list[Werk]:
    """Some that are due and that nobody has in hand, locked until the end of the transaction; or this one."""
    with connection.cursor() as cursor:
        cursor.execute("select * from klok_werk(%s, %s, %s)", [moment, PER_KEER, alleen])
        rijen = [Rij(*rij) for rij in cursor.fetchall()]
    convenanten = Convenant.objects.in_bulk({rij.convenant for rij in rijen})
    werken = [_lees(rij, convenanten[rij.convenant], moment) for rij in rijen]
    _schuif([rij.klok for rij, werk in zip(rijen, werken, strict=True) if werk is None], moment + OPNIEUW_NA)
    return [werk for werk in werken if werk is not None]


def _lees(rij: Rij, convenant: Convenant, moment: datetime) -> Werk | None:
    """None for a policy that this process does not know yet: it is left to one that does."""
    try:
        beleid = register.geef(convenant.beleid_code, rij.versie)
        termijn = beleid.termijn(rij.termijn)
    except KeyError:
        log.error("Een klok van onbekend beleid wacht: %s, versie %s", convenant.beleid_code, rij.versie)
        return None
    alle = kalender.momenten(termijn, rij.vervalt_op)
    geweest = [(gepland, soort) for gepland, soort in alle if gepland <= moment]
    if rij.volgende is not None:
        geweest = [(gepland, soort) for gepland, soort in geweest if gepland >= rij.volgende]
    volgende = next((gepland for gepland, _ in alle if gepland > moment), None)
    return Werk(rij, convenant, beleid, termijn, tuple(geweest), volgende)


def _leg_vast(werken: Sequence[Werk], moment: datetime, te_laat: bool = True) -> None:
    """Each moment that came, once, and when to look again. What nobody had to meet is not late."""
    Klokfeit.objects.bulk_create(
        (
            Klokfeit(klok_id=werk.rij.klok, soort=soort, gepland=gepland, moment=moment)
            for werk in werken
            for gepland, soort in werk.geweest
        ),
        ignore_conflicts=True,
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "update termijnen_klok k set volgende = v.volgende,"
            " verlopen_op = coalesce(k.verlopen_op, case when v.verloopt then %s::timestamptz end)"
            " from unnest(%s::bigint[], %s::timestamptz[], %s::boolean[]) v(id, volgende, verloopt) where k.id = v.id",
            [
                moment,
                [werk.rij.klok for werk in werken],
                [werk.volgende for werk in werken],
                [te_laat and werk.verloopt for werk in werken],
            ],
        )


def _schuif(welke: Sequence[int], tot: datetime) -> None:
    if welke:
        Klok.objects.filter(pk__in=welke).update(volgende=tot)


def _tel_te_laat(werken: Iterable[Werk], moment: datetime) -> None:
    te_laat = Counter((werk.convenant.pk, werk.termijn.naam) for werk in werken if werk.verloopt)
    with connection.cursor() as cursor:
        for (convenant, naam), aantal in sorted(te_laat.items()):
            cursor.execute("select klok_verloop(%s, %s, %s, %s)", [convenant, naam, aantal, moment])


def _laat_volgen(werken: Iterable[Werk]) -> None:
    """The clocks that the policy starts when this one has run out."""
    for werk in werken:
        gebeurtenis = f"{werk.termijn.naam}_verlopen"
        if werk.verloopt and werk.beleid.termijnen_na(gebeurtenis):
            zaak = Zaak(pk=werk.rij.zaak, beleid_versie=werk.rij.versie) if werk.rij.zaak else None
            klokken.gebeurt(
                gebeurtenis,
                zaak=zaak,
                sleutel=werk.rij.sleutel,
                moment=werk.rij.vervalt_op,
                convenant=werk.convenant,
            )


def _meld(werken: Iterable[Werk]) -> None:
    """Tell who must act: of several moments that came at once only the last, of one duty only its first clock."""
    te_melden = [werk for werk in werken if werk.geweest and werk.rij.groep and not _al_te_laat(werk)]
    berichten_voor(_bericht(werk) for werk in te_melden)


def _is_nieuw(werk: Werk) -> bool:
    if not werk.geweest:
        return False
    gepland, soort = werk.geweest[-1]
    return not Klokfeit.objects.filter(klok=werk.rij.klok, soort=soort, gepland=gepland).exists()


def _al_te_laat(werk: Werk) -> bool:
    """Whether an earlier clock of the same duty ran out before: then they have been told."""
    ander = [
        rij.naam
        for rij in werk.beleid.termijnen
        if rij.actie == werk.termijn.actie and rij is not werk.termijn
    ]
    eerder = Klok.objects.filter(
        convenant=werk.convenant,
        termijn__in=ander,
        sleutel=werk.rij.sleutel,
        zaak=werk.rij.zaak,
        stand=Klok.LOOPT,
        verlopen_op__isnull=False,
        vervalt_op__lt=werk.rij.vervalt_op,
    )
    return bool(ander) and eerder.exists()


def _bericht(werk: Werk) -> tuple[int, int | None, str, str, str]:
    """To whom, and what: link and number, the act and its last day; nothing of what the case is about."""
    rij, actie = werk.rij, midden_in_zin(werk.termijn.actie)
    waarvan = f"zaak {rij.nummer}" if rij.nummer else "het convenant"
    laatste = datum(kalender.laatste_dag(rij.vervalt_op), "j F Y")
    if werk.geweest[-1][1] == kalender.VERLOPEN:
        onderwerp, zin = (
            f"Een termijn is verlopen: {waarvan}",
            f"moest uiterlijk op {laatste}, en is nog niet gedaan",
        )
    else:
        onderwerp, zin = f"Een termijn loopt bijna af: {waarvan}", f"moet uiterlijk op {laatste}"
    code = werk.convenant.code
    pad = reverse("zaak", args=[code, rij.zaak]) if rij.zaak else reverse("looptijd", args=[code])
    assert rij.groep is not None
    return rij.groep, rij.behandelaar, onderwerp, f"{actie.capitalize()}: dit {zin}.", pad
