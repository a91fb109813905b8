"""A free day laid down while clocks run: those that counted it move on by one werkdag, and say so.

Only what has not run out, and never to an earlier moment. Done by the machine before anything runs out, each day once.
"""

from collections.abc import Iterator

from django.db.models import Q

from convenant.beleid.kalender import begin_van, einde_van, laatste_dag, tel
from convenant.beleid.register import register
from convenant.beleid.taal import Termijn
from convenant.termijnen.models import Klok, Klokfeit, VrijeDag
from convenant.tijd import nu

from . import klokken
from .grens import als_systeem

TAAK = "termijnen"


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
    """What ran when the day was laid down; what began later knew of it."""
    lopend = Klok.objects.filter(
        convenant=vrij.convenant,
        stand__in=Klok.OPEN,
        verlopen_op=None,
        vervalt_op__gt=max(begin_van(vrij.dag), vrij.vastgelegd_op),
        na__lt=begin_van(vrij.dag),
        feiten__soort=Klokfeit.BEGONNEN,
        feiten__moment__lt=vrij.vastgelegd_op,
    )
    for klok in lopend.order_by("pk"):
        termijn = register.geef(vrij.convenant.beleid_code, klok.beleid_versie).termijn(klok.termijn)
        if termijn.eenheid == "werkdagen" and termijn.richting != "voor":
            yield klok, termijn


def _schuif_op(klok: Klok, termijn: Termijn, vrij: VrijeDag) -> None:
    # Not those that still wait: each of them moves the clock on its own.
    geteld = VrijeDag.objects.filter(~Q(verwerkt_op=None) | Q(pk=vrij.pk), convenant=vrij.convenant)
    dagen = frozenset(geteld.values_list("dag", flat=True))
    tot = einde_van(tel(laatste_dag(klok.vervalt_op), 1, "werkdagen", dagen))
    reden = f"Vrije dag {vrij.dag:%d-%m-%Y}: {vrij.omschrijving}"
    klokken.verzet(klok, termijn, tot, Klokfeit.VERPLAATST, reden, None)
