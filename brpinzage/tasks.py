"""What brpinzage does by the clock. Without arguments or results: a task finds its own work, and may run twice."""

from convenant.celery import app

from . import laden


@app.task
def vergeet_concepten() -> None:
    laden.vergeet_concepten()
