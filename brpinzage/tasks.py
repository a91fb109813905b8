"""What brpinzage does by the clock. Without arguments or results: a task finds its own work, and may run twice."""

from convenant.celery import app

from . import laden, ophaalwerk

BEURT = 10  # seconds: other tasks of the same worker wait no longer than this and one batch


@app.task
def vergeet_concepten() -> None:
    laden.vergeet_concepten()


@app.task
def haal_uittreksels_op() -> None:
    ophaalwerk.werk_door(BEURT)
