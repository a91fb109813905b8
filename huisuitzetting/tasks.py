"""What huisuitzetting does by the clock. Without arguments or results: a task finds its own work, and may run twice."""

from convenant.celery import app

from .achterstand import aflopen, inlezen


@app.task
def vergeet_inlezingen() -> None:
    inlezen.vergeet()


@app.task
def laat_regelingen_aflopen() -> None:
    aflopen.laat_aflopen()
