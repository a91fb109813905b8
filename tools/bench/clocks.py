"""How fast the machine sets down what ran out: by one process, and by two at once as the worker has them."""

import time
from multiprocessing import get_context

from django.db import connection

from convenant.poort import klokwerk

from .fill import Filler

HEAD = f"\n{'Termijnen verwerken':40}{'rijen':>10}{'berichten':>10}{'seconden':>10}{'rijen/s':>10}"


def measure(fill: Filler) -> None:
    """Print a line for one and for two processes, each with all that is due."""
    print(HEAD)
    for processes in (1, 2):
        due = fill.make_due()
        taken = _work(processes)
        told = fill.told()
        print(f"{processes} proces(sen){'':28}{due:10}{told:10}{taken:10.1f}{due / taken:10.0f}", flush=True)
        if (left := fill.still_due()) or told != due:
            raise RuntimeError(f"{left} rijen bleven liggen, {told} van {due} berichten.")


def _work(processes: int) -> float:
    connection.close()  # none of the processes may have it from us
    working = [get_context("fork").Process(target=klokwerk.werk_bij) for _ in range(processes)]
    begin = time.monotonic()
    for process in working:
        process.start()
    for process in working:
        process.join()
    return time.monotonic() - begin
