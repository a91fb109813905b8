"""What the end of a convenant does by the clock. Without arguments or results: it finds its own work."""

from convenant.celery import app

from . import klok


@app.task
def werk_looptijd_bij() -> None:
    klok.werk_bij()
