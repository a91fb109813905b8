from typing import Any

from django.core.management.base import BaseCommand

from convenant.partijen.inrichting import werk_groepen_bij


class Command(BaseCommand):
    help = (
        "Geeft elke groep de handelingen die het beleid van haar convenant nu noemt. Doe dit na elke migrate."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Works as the owner of the database (manage.py)."""
        aantal = werk_groepen_bij()
        if options["verbosity"]:
            self.stdout.write(f"{aantal} groepen bijgewerkt.")
