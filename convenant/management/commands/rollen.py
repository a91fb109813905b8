import os

import psycopg
from django.core.management.base import BaseCommand, CommandError, CommandParser

from convenant.management.rollen import RolError, richt_in


class Command(BaseCommand):
    help = (
        "Maakt de databaserollen convenant_eigenaar en convenant_app, de database en hun rechten; mag vaker."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--ontwikkeling",
            action="store_true",
            help="de eigenaar mag ook databases maken en als convenant_app werken, zoals de proeven doen",
        )

    def handle(self, *args: object, **options: bool) -> None:
        """Reads DATABASE_BEHEER_URL, DATABASE_OWNER_URL and DATABASE_URL; only here the first is used."""
        names = ["DATABASE_BEHEER_URL", "DATABASE_OWNER_URL", "DATABASE_URL"]
        if missing := [name for name in names if not os.environ.get(name)]:
            raise CommandError(f"Deze adressen ontbreken in de omgeving: {', '.join(missing)}.")
        try:
            richt_in(*(os.environ[name] for name in names), ontwikkeling=options["ontwikkeling"])
        except (RolError, psycopg.Error) as error:
            raise CommandError(str(error)) from error
