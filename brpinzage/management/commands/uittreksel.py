from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from brpinzage.inlezen import lees_uittreksel
from brpinzage.laden import LADEN, activeer_uittreksel, laad_uittreksel
from brpinzage.management.opdracht import moment, open_bestand, stand, vraag_wie, werk_als


class Command(BaseCommand):
    help = "Laadt een uittreksel van de BRP uit een CSV-bestand; met --activeer komt het meteen in gebruik."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--csv", required=True, metavar="BESTAND", help="wie staat waar ingeschreven")
        parser.add_argument(
            "--peilmoment", required=True, type=moment, metavar="MOMENT", help="wanneer het is gemaakt"
        )
        parser.add_argument("--activeer", action="store_true", help="neem het in gebruik; het vorige vervalt")
        vraag_wie(parser)

    def handle(
        self,
        *args: object,
        csv: str,
        peilmoment: datetime,
        activeer: bool,
        convenant: str | None,
        als: str | None,
        **_: Any,
    ) -> None:
        """One transaction: loaded and in use, or nothing."""
        with open_bestand(csv) as bestand, werk_als(LADEN, convenant, als):
            uittreksel = laad_uittreksel(lees_uittreksel(bestand), peilmoment)
            if activeer:
                activeer_uittreksel(uittreksel)
            regels = stand(uittreksel)
        self.stdout.write(regels)
