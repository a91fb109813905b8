from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from convenant.console.bestand import Verslag, lees, voer_uit
from convenant.inloggen import uitnodiging
from convenant.partijen.inrichting import InrichtingFout
from convenant.partijen.models import Convenant


class Command(BaseCommand):
    help = (
        "Partijen, ondertekeningen, verklaringen, instellingen en mensen uit een TOML-bestand. Laat eerst zien wat er"
        " verandert; met --uitvoeren gebeurt het, alles of niets. Geeft niemand rechten."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="de code van het convenant")
        parser.add_argument("bestand", type=Path)
        parser.add_argument("--uitvoeren", action="store_true", help="zonder dit is het alleen een proef")

    def handle(self, *args: Any, code: str, bestand: Path, uitvoeren: bool, **options: Any) -> None:
        """Raises CommandError with every error, and then nothing changed."""
        verslag = _voer_uit(code, bestand, uitvoeren)
        for regel in verslag.gedaan:
            self.stdout.write(regel)
        if verslag.fouten:
            raise CommandError("\n".join([*verslag.fouten, "Er is niets veranderd."]))
        if not verslag.gedaan:
            self.stdout.write("Alles staat er al zo.")
        elif not uitvoeren:
            self.stdout.write("Dit was een proef. Er is niets veranderd. Met --uitvoeren gebeurt het.")


@transaction.atomic
def _voer_uit(code: str, pad: Path, uitvoeren: bool) -> Verslag:
    convenant = Convenant.objects.filter(code=code).first()
    if convenant is None:
        raise CommandError(f"Er is geen convenant {code}. Begin het eerst met convenant_beginnen.")
    try:
        verslag = voer_uit(convenant, lees(pad.read_bytes()))
    except (InrichtingFout, OSError) as fout:
        raise CommandError(f"{fout} Er is niets veranderd.") from fout
    if verslag.fouten or not uitvoeren:
        transaction.set_rollback(True)
        return verslag
    for account in verslag.nieuw:
        uitnodiging.stuur(account)
    return verslag
