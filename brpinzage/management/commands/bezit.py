from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from brpinzage.inlezen import lees_bezit
from brpinzage.laden import werk_bezit_bij
from brpinzage.management.opdracht import open_bestand, vraag_wie, werk_als


class Command(BaseCommand):
    help = "Werkt het eigen bezit van een corporatie bij uit een CSV-bestand: alles of niets."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--csv", required=True, metavar="BESTAND", help="de adressen met van en tot")
        vraag_wie(parser)

    def handle(self, *args: object, csv: str, convenant: str | None, als: str | None, **options: Any) -> None:
        with open_bestand(csv) as bestand, werk_als("bezit_bijhouden", convenant, als):
            aantal = werk_bezit_bij(lees_bezit(bestand))
        self.stdout.write(f"Adressen bijgewerkt: {aantal}.")
