"""What the console does by the clock. Without arguments or results: the task finds its own work, and may run twice."""

from convenant.celery import app

from . import onderhoud


@app.task
def onderhoud_rechten() -> None:
    onderhoud.onderhoud()
