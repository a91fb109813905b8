"""What the gate does by the clock. Without arguments or results: a task finds its own work, and may run twice."""

import logging

from convenant import sessies
from convenant.celery import app

from . import bijlagen, hartslag, intrekken, klokwerk, post, vrije_dagen

log = logging.getLogger(__name__)


@app.task
def sla() -> None:
    hartslag.sla()


@app.task
def teken_koppen() -> None:
    hartslag.bewaak_logboek()


@app.task
def vernietig_verlopen() -> None:
    intrekken.vernietig_verlopen()


@app.task
def vergeet_sessies() -> None:
    sessies.vergeet_verlopen()


@app.task
def vergeet_bijlagen() -> None:
    bijlagen.vergeet_concepten()


@app.task
def verstuur_berichten() -> None:
    post.verstuur()


@app.task
def ruim_berichten_op() -> None:
    post.ruim_op()


@app.task
def werk_termijnen_bij() -> None:
    if not hartslag.klok_loopt_gelijk():
        log.error("de klok van deze server loopt verkeerd: geen termijn verwerkt")
        return
    try:
        vrije_dagen.verwerk()
    finally:  # in this order, and whatever became of it: what is due does not wait
        for klok in klokwerk.werk_bij():
            doe_wat_volgt.delay(klok)


@app.task
def doe_wat_volgt(klok: int) -> None:
    klokwerk.doe_zelf(klok)
