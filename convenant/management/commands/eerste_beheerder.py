from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.db.models import Q

from convenant.console import begin
from convenant.management.tweetal import begin_samen, vraag_adres, vraag_mens
from convenant.partijen.inrichting import InrichtingFout
from convenant.partijen.models import Deelname


class Command(BaseCommand):
    help = (
        "De eerste mens van een partij, of een nieuwe als er niemand over is die kan aanmelden of verlenen. Een tweede"
        " mens bevestigt: wie er nog over is in de keten, of anders ook een nieuwe."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("convenant", help="de code van het convenant")
        parser.add_argument("partij", help="naam of KvK-nummer van de partij")
        parser.add_argument("functie", help="voor welke functie de keten stuk is, zoals beheerder")
        parser.add_argument(
            "--weg",
            action="store_true",
            help="wie er over is, is niet meer te bereiken: vraagt wie, en meldt die af",
        )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """All or nothing. Raises CommandError, and then nothing changed."""
        deelname = _deelname(options["convenant"], options["partij"], options["functie"])
        try:
            keten = begin.keten_van(deelname, options["functie"])
            if options["weg"] and not keten.heel:
                keten = begin.zonder(keten, vraag_adres("wie er niet meer te bereiken is"))
        except InrichtingFout as fout:
            raise CommandError(f"{fout} Er is niets veranderd.") from fout
        if keten.heel:
            raise CommandError("De keten van deze functie werkt. Gebruik de console. Er is niets veranderd.")
        over = keten.aanmelders | keten.verleners
        eerste_groep = keten.verlenen if keten.aanmelders else keten.aanmelden
        tweede_groep = keten.aanmelden if keten.aanmelders else keten.verlenen
        eerste = begin.neem_in_dienst(
            eerste_groep.deelname.partij, *vraag_mens(f"de nieuwe {eerste_groep.functie.replace('_', ' ')}")
        )
        wie = (
            "wie er nog over is in de keten"
            if over
            else f"de nieuwe {tweede_groep.functie.replace('_', ' ')}"
        )
        tweede = begin.neem_in_dienst(tweede_groep.deelname.partij, *vraag_mens(wie))
        functies = begin_samen(keten, eerste, tweede)
        self.stdout.write(f"Verleend bij {deelname.partij.naam}: {', '.join(functies)}.")


def _deelname(convenant: str, partij: str, functie: str) -> Deelname:
    rijen = Deelname.objects.filter(
        Q(partij__naam__iexact=partij) | Q(partij__kvk_nummer=partij),
        convenant__code=convenant,
        groepen__functie=functie,
    ).select_related("convenant", "partij")
    rijen = rijen.distinct()  # a functie can have several teams
    if len(rijen) != 1:
        raise CommandError(f"Er is niet precies een partij {partij} met de functie {functie} in {convenant}.")
    return rijen[0]
