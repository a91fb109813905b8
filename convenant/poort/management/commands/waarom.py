import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from convenant.partijen.models import Account, Convenant
from convenant.poort.grens import binnen
from convenant.poort.uitleg import Uitleg, leg_uit
from convenant.poort.wie import werkplekken


class Command(BaseCommand):
    help = "Legt uit wat iemand mag bij een zaaknummer of adres, dat op de standaardinvoer staat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("account", help="e-mailadres")
        parser.add_argument("convenant", help="code, zoals in de URL")

    def handle(self, *args: object, account: str, convenant: str, **_: Any) -> None:
        """Prints every reason with its article, for each functie of the account. Performs nothing; reads no values."""
        # From standard input, so that no address stands in a list of processes or a history of commands.
        tekst = (self._invoer() or "").strip()
        mens = Account.objects.filter(email=account.lower()).first()
        tekst_convenant = Convenant.objects.filter(code=convenant).first()
        plekken = werkplekken(mens, tekst_convenant) if mens and tekst_convenant else ()
        if not plekken:
            raise CommandError("Dit account werkt niet in dit convenant.")
        for wie in plekken:
            self.stdout.write(
                f"Als {wie.functie or 'medewerker zonder autorisatie'} bij {wie.deelname.partij.naam}:"
            )
            with binnen(wie):
                for uitleg in leg_uit(tekst):
                    self._toon(uitleg)

    def _invoer(self) -> str:
        return sys.stdin.readline()

    def _toon(self, uitleg: Uitleg) -> None:
        self.stdout.write(f"  {'ja ' if uitleg.mag else 'nee'} {uitleg.vraag}")
        for reden in uitleg.redenen:
            eis = f" ({reden.eis})" if reden.eis else ""
            self.stdout.write(f"      {'+' if reden.draagt else '-'} {reden.tekst}{eis}")
