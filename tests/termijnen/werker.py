"""The application as the tests that kill start it: it is loaded once, and each worker or beat is forked from it on request.

On a line of standard input the name of a part, on one of standard output its process. When nobody asks any more, all of
them end. Portions are small, so that there is something to kill between, and beat asks again at once.
"""

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

import django

django.setup()

from convenant.celery import app  # noqa: E402
from convenant.poort import klokwerk  # noqa: E402

KAART = Path(os.environ["PROEF_MAP"])
TAAK = "convenant.poort.tasks.werk_termijnen_bij"


def main() -> None:
    klokwerk.PER_KEER = int(os.environ["PROEF_PER_KEER"])
    app.conf.beat_schedule = {"termijnen": {"task": TAAK, "schedule": 0.2, "options": {"expires": 5}}}
    app.conf.beat_max_loop_interval = 0.2
    app.loader.import_default_modules()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who is killed is mourned by nobody
    delen = []
    for naam in sys.stdin:
        if (deel := os.fork()) == 0:
            _word(naam.strip())
        delen.append(deel)
        print(deel, flush=True)
    for deel in delen:
        with suppress(ProcessLookupError):
            os.killpg(deel, signal.SIGKILL)


def _word(naam: str) -> None:
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    uit = os.open(KAART / f"{naam}.txt", os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    for oud in (1, 2):
        os.dup2(uit, oud)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    if naam.startswith("beat"):
        app.start(["beat", "--schedule", str(KAART / naam)])
    else:
        app.start(["worker", "--concurrency", "2", "--hostname", f"{naam}@proef"])
    os._exit(0)


if __name__ == "__main__":
    main()
