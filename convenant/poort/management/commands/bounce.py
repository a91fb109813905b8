import sys
from typing import Any

from django.core.management.base import BaseCommand

from convenant.poort import postfout

# A report of a failure is a page at most; what is longer is read no further.
HOOGSTENS = 1024 * 1024


class Command(BaseCommand):
    help = (
        "Leest van stdin een mail die terugkwam, zoals de mailserver hem aflevert. De beheerder ziet dan bij wie de mail"
        " niet aankomt. Wat niet van ons is, verandert niets."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Always ends well: a mail server would send back what we refuse, to whoever sent it."""
        van_ons = postfout.verwerk(sys.stdin.buffer.read(HOOGSTENS))
        self.stdout.write("Verwerkt." if van_ons else "Niet van ons, of er mislukte niets.")
