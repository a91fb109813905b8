"""What supervision does by the clock. Without arguments or results: a task finds its own work, and may run twice."""

from django.db import connection

from convenant.celery import app
from convenant.poort.grens import als_systeem


@app.task
def vernietig_toezicht() -> None:
    with als_systeem("bewaring") as moment, connection.cursor() as cursor:
        cursor.execute("select toezicht_vernietig_verlopen(%s)", [moment])
