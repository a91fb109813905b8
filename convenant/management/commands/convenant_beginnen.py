from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from convenant.beleid.beheer import INRICHTEN
from convenant.beleid.register import register
from convenant.beleid.taal import Beleid, Bevoegdheid
from convenant.console import begin
from convenant.management.tweetal import begin_samen, vraag_mens
from convenant.partijen import inrichting, vastleggen
from convenant.partijen.inrichting import InrichtingFout
from convenant.partijen.models import Convenant, Deelname


class Command(BaseCommand):
    help = (
        "Begint een convenant: de eerste partij, en twee mensen die elkaar het recht geven om aan te melden en te"
        " verlenen. Namen en adressen vraagt de opdracht zelf; beide mensen bevestigen met een code uit hun mail."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="de plek in het adres, zoals heemstede")
        parser.add_argument("--beleid", required=True, choices=sorted({b.code for b in register}))
        parser.add_argument("--naam", required=True)
        parser.add_argument("--gemeente", required=True)
        parser.add_argument("--gemeentecode", default="", help="vier cijfers, voor de koppeling met de BRP")
        parser.add_argument("--huisstijl", default="voorbeeldstad")
        parser.add_argument("--partij", required=True, help="de naam van de eerste partij")
        parser.add_argument("--kvk", default="", help="haar KvK-nummer")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """All or nothing; what is there already is used. Raises CommandError, and then nothing changed."""
        try:
            deelname = self._deelname(**options)
            keten = begin.keten_van(deelname, _inrichter(deelname.convenant.beleid).functie)
        except InrichtingFout as fout:
            raise CommandError(f"{fout} Er is niets veranderd.") from fout
        if keten.heel:
            raise CommandError(
                "De keten van dit convenant werkt al. Gebruik de console. Er is niets veranderd."
            )
        mensen = [
            begin.neem_in_dienst(groep.deelname.partij, *vraag_mens(f"de {groep.functie.replace('_', ' ')}"))
            for groep in (keten.aanmelden, keten.verlenen)
        ]
        functies = begin_samen(keten, *mensen)
        self.stdout.write(
            f"Het convenant {deelname.convenant.code} is begonnen. Verleend: {', '.join(functies)}."
        )

    def _deelname(self, **options: Any) -> Deelname:
        convenant = _convenant(**options)
        soort = _inrichter(convenant.beleid).soort
        partij = vastleggen.neem_partij(options["partij"], options["kvk"], None, convenant)
        bestaand = Deelname.objects.filter(convenant=convenant, partij=partij, soort=soort).first()
        return bestaand or vastleggen.sluit_aan(convenant, partij, soort, door=None)


def _convenant(code: str, beleid: str, naam: str, gemeente: str, **options: Any) -> Convenant:
    bestaand = Convenant.objects.filter(code=code).first()
    if bestaand is not None:
        if bestaand.beleid_code != beleid:
            raise InrichtingFout(f"Het convenant {code} bestaat al, met een ander beleid.")
        return bestaand
    return inrichting.maak_convenant(
        code=code,
        naam=naam,
        gemeente=gemeente,
        gemeentecode=options["gemeentecode"],
        huisstijl=options["huisstijl"],
        beleid_code=beleid,
        beleid_versie=register.geef(beleid).versie,
        instellingen={},
    )


def _inrichter(beleid: Beleid) -> Bevoegdheid:
    """The functie that sets the convenant up."""
    return next(rij for rij in beleid.bevoegdheden if INRICHTEN in rij.handelingen)
