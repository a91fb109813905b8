"""The clock of another process: it reads how far it is ahead from a file, as all processes of the demo do."""

from datetime import timedelta
from pathlib import Path

from convenant.tijd import nu
from tests.wereld import NU


def voorbij_nu(bestand: Path, dagen: int = 0) -> dict[str, str]:
    """The environment for a process whose clock is past the tests' moment, and so many days more."""
    vooruit = timedelta(days=max(0, (NU - nu()).days + 2) + dagen)
    bestand.write_text(str(vooruit.total_seconds()))
    return {"KLOK_BESTAND": str(bestand)}
