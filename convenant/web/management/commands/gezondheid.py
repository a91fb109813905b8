from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from convenant.web.gezondheid import UITLEG, delen


class Command(BaseCommand):
    help = "Zegt per onderdeel van de machine of het werkt; met namen erachter alleen die onderdelen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("onderdelen", nargs="*", metavar="onderdeel", choices=[*UITLEG, []])

    def handle(self, *args: object, **options: list[str]) -> None:
        """Exits with an error when one of them does not work, so that whoever starts it can restart that part."""
        gevraagd = [deel for deel in delen() if deel.naam in (options["onderdelen"] or UITLEG)]
        for deel in gevraagd:
            uitleg = UITLEG[deel.naam]
            self.stdout.write(f"{uitleg.naam}: {'werkt' if deel.goed else uitleg.gevolg + ' ' + uitleg.doe}")
        if not all(deel.goed for deel in gevraagd):
            raise CommandError("Niet alles werkt.")
