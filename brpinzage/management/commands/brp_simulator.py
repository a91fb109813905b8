import socketserver
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.core.management.base import BaseCommand, CommandError, CommandParser

from brpinzage.simulator.bron import Bron, BronFout
from brpinzage.simulator.server import PAD, toepassing

LOOPBACK = "127.0.0.1"


class Server(socketserver.ThreadingMixIn, WSGIServer):
    """Answers several at a time, and does not wait for them when it stops."""

    daemon_threads = True


class Stil(WSGIRequestHandler):
    """Writes no line per question."""

    def log_message(self, format: str, *args: Any) -> None:
        return


class Command(BaseCommand):
    help = "De BRP Personen API op deze computer, met de personen uit een bestand. Voor ontwikkeling en demo."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--data", required=True, metavar="BESTAND", help="een JSON-lijst van personen")
        parser.add_argument("--port", type=int, default=5010, help="standaard 5010; 0 kiest een vrije poort")

    def handle(self, *args: object, data: str, port: int, **_: Any) -> None:
        try:
            bron = Bron.uit_bestand(Path(data))
        except (BronFout, OSError) as fout:
            raise CommandError(f"Het bestand kan niet worden gebruikt: {fout}") from None
        with make_server(LOOPBACK, port, toepassing(bron), Server, Stil) as server:
            self.stdout.write(f"{len(bron)} personen op http://{LOOPBACK}:{server.server_port}{PAD}")
            self.stdout.flush()
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                self.stdout.write("Gestopt.")
