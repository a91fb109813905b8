import socketserver
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.apps import apps
from django.conf import settings
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
        wie = parser.add_mutually_exclusive_group(required=True)
        wie.add_argument("--data", metavar="BESTAND", help="een JSON-lijst van personen")
        wie.add_argument("--demo", action="store_true", help="de verzonnen mensen van de demo")
        parser.add_argument("--port", type=int, default=5010, help="standaard 5010; 0 kiest een vrije poort")

    def handle(self, *args: object, data: str | None, port: int, **_: Any) -> None:
        bron = _uit_bestand(data) if data else _van_de_demo()
        with make_server(LOOPBACK, port, toepassing(bron), Server, Stil) as server:
            self.stdout.write(f"{len(bron)} personen op http://{LOOPBACK}:{server.server_port}{PAD}")
            self.stdout.flush()
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                self.stdout.write("Gestopt.")


def _uit_bestand(data: str) -> Bron:
    try:
        return Bron.uit_bestand(Path(data))
    except (BronFout, OSError) as fout:
        raise CommandError(f"Het bestand kan niet worden gebruikt: {fout}") from None


def _van_de_demo() -> Bron:
    if not settings.DEMO:
        raise CommandError("De mensen van de demo zijn er alleen waar de instelling DEMO aanstaat.")
    apps_met_mensen = (config for config in apps.get_app_configs() if hasattr(config, "demo_personen"))
    return Bron(persoon for config in apps_met_mensen for persoon in config.demo_personen())
