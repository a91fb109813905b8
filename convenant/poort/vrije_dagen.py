"""A free day laid down while clocks run: those that counted it move on by one werkdag, and say so.

Only what has not run out, and never to an earlier moment. Done by the machine before anything runs out, each day once;
a day that was taken away and laid down again moves no clock twice.
"""

import logging
from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q

from convenant.beleid.kalender import begin_van, einde_van, laatste_dag, tel, vervalt_op
from convenant.beleid.register import register
from convenant.beleid.taal import Termijn
from convenant.termijnen.models import Klok, Klokfeit, VrijeDag
from convenant.tijd import nu

from . import klokken
from .grens import als_systeem

TAAK = "termijnen"
log = logging.getLogger(__name__)


def verwerk() -> None:
    """Every day that was not looked at yet, each in a transaction of its own; one in other hands is left to them."""
    while True:
        with als_systeem(TAAK):
            nieuw = VrijeDag.objects.filter(verwerkt_op=None).select_related("convenant").order_by("pk")
            vrij = nieuw.select_for_update(of=("self",), skip_locked=True).first()
            if vrij is None:
                return
            for klok, termijn in _die_hem_telden(vrij):
                _schuif_op(klok, termijn, vrij)
            vrij.verwerkt_op = nu()
            vrij.save(update_fields=["verwerkt_op"])


def _die_hem_telden(vrij: VrijeDag) -> Iterator[tuple[Klok, Termijn]]:
    """What ran when the day was laid down; what began later knew of it, and what was moved by this day before stays.

    One of a policy that this process does not know keeps its moment; nothing else waits for it.
    """
    al_verplaatst = Klokfeit.objects.filter(
        klok=OuterRef("pk"), soort=Klokfeit.VERPLAATST, reden__startswith=_aanhef(vrij)
    )
    lopend = Klok.objects.filter(
        convenant=vrij.convenant,
        stand__in=Klok.OPEN,
        verlopen_op=None,
        vervalt_op__gt=max(begin_van(vrij.dag), vrij.vastgelegd_op),
        na__lt=begin_van(vrij.dag),
        feiten__soort=Klokfeit.BEGONNEN,
        feiten__moment__lt=vrij.vastgelegd_op,
    )
    for klok in lopend.exclude(Exists(al_verplaatst)).order_by("pk"):
        try:
            termijn = register.geef(vrij.convenant.beleid_code, klok.beleid_versie).termijn(klok.termijn)
        except KeyError:
            log.error("Een klok van onbekend beleid telt een vrije dag mee: %s", vrij.convenant.beleid_code)
            continue
        if termijn.eenheid == "werkdagen" and termijn.richting != "voor":
            yield klok, termijn


def _schuif_op(klok: Klok, termijn: Termijn, vrij: VrijeDag) -> None:
    # Not those that still wait: each of them moves the clock on its own.
    geteld = VrijeDag.objects.filter(~Q(verwerkt_op=None) | Q(pk=vrij.pk), convenant=vrij.convenant)
    dagen = frozenset(geteld.values_list("dag", flat=True))
    if _heeft_genoeg(klok, termijn, dagen):
        return
    tot = einde_van(tel(laatste_dag(klok.vervalt_op), 1, "werkdagen", dagen))
    klokken.verzet(klok, termijn, tot, Klokfeit.VERPLAATST, f"{_aanhef(vrij)}{vrij.omschrijving}", None)


def _heeft_genoeg(klok: Klok, termijn: Termijn, dagen: frozenset[date]) -> bool:
    """Whether the clock gives all its werkdagen without these: it began while the day was free, or moved for one that is
    none any more. Of a number that the convenant chose, or one that was made longer, nothing tells."""
    bekend = not termijn.instelling and klok.verlengd_tot is None
    return bekend and vervalt_op(termijn, klok.na, dagen) <= klok.vervalt_op


def _aanhef(vrij: VrijeDag) -> str:
    """How the reason of every clock begins that this day moved: that is kept, also when the day is taken away."""
    return f"Vrije dag {vrij.dag:%d-%m-%Y}: "
