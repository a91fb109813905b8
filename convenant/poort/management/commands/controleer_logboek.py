from django.core.management.base import BaseCommand, CommandError

from convenant.partijen.models import Convenant
from convenant.poort.logboek import eerste_breuk


class Command(BaseCommand):
    help = (
        "Controleert de keten van het logboek per convenant; zwijgt, of noemt de eerste regel die niet klopt."
    )

    def handle(self, *args: object, **options: object) -> None:
        """Exits with an error that names each convenant with its first broken line; reads no content."""
        breuken = [
            f"{convenant.code}: {breuk}"
            for convenant in Convenant.objects.order_by("code")
            if (breuk := eerste_breuk(convenant.pk))
        ]
        if breuken:
            raise CommandError("Het logboek klopt niet. " + "; ".join(breuken))
