"""What ends by the clock. Without arguments or results: it finds its own work."""

from convenant.celery import app

from . import adres


@app.task
def vergeet_adressen() -> None:
    adres.vergeet_verlopen()
