import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from convenant.beleid.register import register
from convenant.beleid.uitvoer import als_json, als_tekst


class Command(BaseCommand):
    help = "Het beleid van de convenanten: als tekst per artikel, of met --json voor machines."
    requires_system_checks: list[str] = []  # reads no table

    def add_arguments(self, parser: CommandParser) -> None:
        codes = sorted({beleid.code for beleid in register})
        parser.add_argument("code", nargs="?", choices=codes, metavar="CODE", help=", ".join(codes))
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        gekozen = [beleid for beleid in register if not options["code"] or beleid.code == options["code"]]
        if options["json"]:
            self.stdout.write(json.dumps(als_json(gekozen), ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n\n".join(als_tekst(beleid) for beleid in gekozen))
