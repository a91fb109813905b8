from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from convenant.poort.wie import demo_personas, demo_werkt_door
from convenant.tijd import nu

WACHTWOORD = "welkom-in-de-demo"  # of invented people, in a database that production settings refuse


class Command(BaseCommand):
    help = "Laadt de demo (verzonnen mensen, langs de poort), of toont met --tabel de accounts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--tabel", action="store_true", help="toont alleen de accounts")

    def handle(self, *args: object, **options: bool) -> None:
        """Asks every app that has a demo to load it; what is there already stays. Refuses outside the demo."""
        if not settings.DEMO:
            raise CommandError("De demo laadt alleen waar de instelling DEMO aanstaat.")
        if not options["tabel"]:
            for config in apps.get_app_configs():
                if hasattr(config, "laad_demo"):
                    config.laad_demo(WACHTWOORD)
            demo_werkt_door(nu())
        rijen = [
            (p.account.naam, p.account.email, p.partij, p.functie or "geen autorisatie")
            for p in demo_personas()
        ]
        breedtes = [max(map(len, kolom)) for kolom in zip(*rijen, strict=True)] if rijen else []
        for rij in rijen:
            self.stdout.write(
                "  ".join(tekst.ljust(breedte) for tekst, breedte in zip(rij, breedtes, strict=True))
            )
        self.stdout.write(f"Wachtwoord van iedereen: {WACHTWOORD}")
