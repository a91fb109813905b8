from collections import Counter
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from brpinzage.gba import lees_personen
from brpinzage.laden import LADEN, activeer_uittreksel, laad_uittreksel
from brpinzage.management.opdracht import moment, open_bestand, stand, vraag_wie, werk_als
from convenant.tijd import nu


class Command(BaseCommand):
    help = (
        "Maakt een uittreksel uit personen in de vorm van de BRP (GBA); met --activeer komt het in gebruik."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--personen", required=True, metavar="BESTAND", help="een JSON-lijst van personen"
        )
        parser.add_argument(
            "--peilmoment",
            type=moment,
            metavar="MOMENT",
            help="wanneer de personen zijn opgevraagd; standaard nu",
        )
        parser.add_argument("--activeer", action="store_true", help="neem het in gebruik; het vorige vervalt")
        vraag_wie(parser)

    def handle(
        self,
        *args: object,
        personen: str,
        peilmoment: datetime | None,
        activeer: bool,
        convenant: str | None,
        als: str | None,
        **_: Any,
    ) -> None:
        """One transaction: loaded and in use, or nothing. Prints numbers, never a person."""
        weggelaten: Counter[str] = Counter()
        with open_bestand(personen) as bestand, werk_als(LADEN, convenant, als):
            uittreksel = laad_uittreksel(lees_personen(bestand, weggelaten), peilmoment or nu())
            if activeer:
                activeer_uittreksel(uittreksel)
            regels = stand(uittreksel)
        for reden, aantal in sorted(weggelaten.items()):
            self.stdout.write(f"Personen weggelaten, {reden}: {aantal}.")
        self.stdout.write(regels)
