"""Fills the database, asks the server, and prints what it took. Started by `python -m tools.bench`."""

import argparse
import platform
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import django
import psutil

django.setup()

# What follows needs the settings.
from . import clocks, pages, stock  # noqa: E402
from .fill import filler  # noqa: E402
from .people import give_password, make_people  # noqa: E402
from .server import server  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("zaken", type=int, nargs="+")
    parser.add_argument("--keer", type=int, required=True)
    parser.add_argument("--vooraf", type=int, required=True)
    parser.add_argument("--rijen", type=int, required=True)
    parser.add_argument("--convenanten", type=int, required=True)
    options = parser.parse_args()
    # A request to end must stop the server too.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    memory = psutil.virtual_memory().total / 1024**3
    print(
        f"{platform.machine()}, {psutil.cpu_count()} kernen, {memory:.0f} GB, Python {platform.python_version()}\n"
    )
    with _timed("mensen en partijen"):
        parties = make_people(options.convenanten)
    large, small, csv_of, vera_of = parties[0], parties[-1], parties[1], parties[2]
    give_password(large.contactpersoon, small.contactpersoon, csv_of.beheerder, vera_of.beheerder)
    with filler(parties) as fill, server() as web:
        with _timed("bezit en uittreksels"):
            fill.stock()
        for total in options.zaken:
            with _timed(f"{total} zaken"):
                fill.cases(total)
                fill.clocks()
            print(f"\n{total} zaken in {options.convenanten} convenanten\n{pages.HEAD}")
            for name, party in (("groot", large), ("klein", small)):
                pages.measure(web.port, fill, party, name, options.keer, options.vooraf)
            clocks.measure(fill)
        if options.rijen:
            stock.measure(web, csv_of, vera_of, options.rijen)


@contextmanager
def _timed(what: str) -> Iterator[None]:
    print(f"Klaarzetten: {what} ", end="", flush=True)
    begin = time.monotonic()
    yield
    print(f"({time.monotonic() - begin:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
