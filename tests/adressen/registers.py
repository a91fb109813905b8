"""The BAG API and the Locatieserver on loopback, each over the same few invented addresses. They keep what was asked."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import parse_qsl
from wsgiref.simple_server import make_server

from brpinzage.management.commands.brp_simulator import LOOPBACK, Server, Stil

GEMEENTEN = {"2023": ("0397", "Heemstede"), "1024": ("0363", "Amsterdam")}


@dataclass(frozen=True)
class Woning:
    straat: str
    nummer: int
    letter: str
    toevoeging: str
    postcode: str
    volg: int
    plaats: str = "2023"

    @property
    def bag_id(self) -> str:
        return f"{GEMEENTEN[self.plaats][0]}01{self.volg:010}"

    @property
    def regel(self) -> str:
        return f"{self.straat} {self.nummer}{self.letter}{self.toevoeging} {self.postcode} {GEMEENTEN[self.plaats][1]}"


WONINGEN = (
    Woning("Lindelaan", 12, "", "", "2101AB", 1200),
    Woning("Lindelaan", 14, "", "", "2101AB", 1400),
    # The stock of De Linde calls this one 14 A-2.
    Woning("Lindelaan", 14, "A", "II", "2101AB", 1401),
    Woning("Lindelaan", 14, "", "hs", "2101AB", 1402),
    Woning("Lindelaan", 14, "", "bis", "2101AB", 1403),
    Woning("Lindelaan", 14, "", "III", "2101AB", 1404),
    Woning("IJsselkade", 3, "", "", "2102CD", 300),
    Woning("Plein 1944", 7, "", "", "2103EF", 700),
    # Across the border, with the same street.
    Woning("Lindelaan", 12, "", "", "1011AB", 9912, "1024"),
)


@dataclass
class RegisterServer:
    """`vragen` are (path, fields, headers) as they came in; `woningen` may be replaced."""

    woningen: tuple[Woning, ...] = WONINGEN
    vragen: list[tuple[str, list[tuple[str, str]], dict[str, str]]] = field(default_factory=list)
    url: str = ""

    @classmethod
    @contextmanager
    def draai(cls) -> Iterator[Self]:
        eigen = cls()
        with make_server(LOOPBACK, 0, eigen._beantwoord, Server, Stil) as server:
            eigen.url = f"http://{LOOPBACK}:{server.server_port}"
            thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
            thread.start()
            try:
                yield eigen
            finally:
                server.shutdown()
                thread.join()

    def _beantwoord(self, omgeving: dict[str, Any], begin: Callable[..., Any]) -> list[bytes]:
        velden = parse_qsl(omgeving["QUERY_STRING"], keep_blank_values=True)
        koppen = {naam[5:].lower(): waarde for naam, waarde in omgeving.items() if naam.startswith("HTTP_")}
        self.vragen.append((omgeving["PATH_INFO"], velden, koppen))
        soort, status, inhoud = self.antwoord(omgeving["PATH_INFO"], velden, koppen)
        begin(f"{status} Antwoord", [("Content-Type", soort)])
        return [json.dumps(inhoud).encode()]

    def antwoord(
        self, pad: str, velden: list[tuple[str, str]], koppen: Mapping[str, str]
    ) -> tuple[str, int, Any]:
        raise NotImplementedError


class BagServer(RegisterServer):
    def antwoord(
        self, pad: str, velden: list[tuple[str, str]], koppen: Mapping[str, str]
    ) -> tuple[str, int, Any]:
        if koppen.get("x_api_key") != "sleutel-van-niemand":
            fout = {"status": 403, "title": "Nee", "type": "about:blank", "detail": "Nee", "instance": "x"}
            return "application/problem+json", 403, fout
        inhoud = {"/adressen": self._adressen, "/adressen/zoek": self._zoek, "/bronhouders": self._houders}
        return "application/hal+json", 200, inhoud[pad](dict(velden))

    def _adressen(self, gevraagd: dict[str, str]) -> dict[str, Any]:
        sleutels = ("adresseerbaarObjectIdentificatie", "zoekresultaatIdentificatie")
        gevonden = [
            woning
            for woning in self.woningen
            if any(gevraagd.get(sleutel, "").endswith(woning.bag_id) for sleutel in sleutels)
            or (gevraagd.get("postcode"), gevraagd.get("huisnummer")) == (woning.postcode, str(woning.nummer))
        ]
        return {"_embedded": {"adressen": [self.adres(woning) for woning in gevonden]}} if gevonden else {}

    def _zoek(self, gevraagd: dict[str, str]) -> dict[str, Any]:
        woorden = gevraagd["zoek"].lower().replace(",", " ").split()
        gevonden = [
            {"omschrijving": woning.regel, "identificatie": f"adr-{woning.bag_id}"}
            for woning in self.woningen
            if all(woord in woning.regel.lower() for woord in woorden)
        ]
        return {"_embedded": {"zoekresultaten": gevonden}} if gevonden else {}

    def _houders(self, gevraagd: dict[str, str]) -> dict[str, Any]:
        code, naam = GEMEENTEN[gevraagd["woonplaatsIdentificatie"]]
        return {"_embedded": {"bronhouders": [{"bronhouder": {"code": code, "naam": naam}}]}}

    def adres(self, woning: Woning) -> dict[str, Any]:
        delen: dict[str, Any] = {
            "openbareRuimteNaam": woning.straat,
            "korteNaam": woning.straat[:24],
            "huisnummer": woning.nummer,
            "huisletter": woning.letter,
            "huisnummertoevoeging": woning.toevoeging,
            "postcode": woning.postcode,
            "woonplaatsNaam": GEMEENTEN[woning.plaats][1],
            "nummeraanduidingIdentificatie": woning.bag_id[:4] + "20" + woning.bag_id[6:],
            "openbareRuimteIdentificatie": woning.bag_id[:4] + "300000000001",
            "woonplaatsIdentificatie": woning.plaats,
            "adresseerbaarObjectIdentificatie": woning.bag_id,
        }
        return {naam: deel for naam, deel in delen.items() if deel != ""}


class PdokServer(RegisterServer):
    """Knows the filters that we use, and refuses a parameter that version 3.1 does not know."""

    BEKEND = frozenset({"q", "fq", "fl", "rows"})

    def antwoord(
        self, pad: str, velden: list[tuple[str, str]], koppen: Mapping[str, str]
    ) -> tuple[str, int, Any]:
        if {naam for naam, _ in velden} - self.BEKEND or pad not in ("/suggest", "/free"):
            return "application/json", 400, {"error": "unknown"}
        filters = dict(waarde.split(":", 1) for naam, waarde in velden if naam == "fq")
        woorden = dict(velden)["q"].replace("*:*", "").replace(",", " ").split()
        gevraagd = dict(velden)["fl"].split(",")
        docs = [
            {naam: waarde for naam, waarde in self.doc(woning).items() if naam in gevraagd}
            for woning in self.woningen
            if filters["gemeentenaam"] == f'"{GEMEENTEN[woning.plaats][1]}"'
            and filters.get("adresseerbaarobject_id", f'"{woning.bag_id}"') == f'"{woning.bag_id}"'
            and all(woord in woning.regel.lower() for woord in woorden)
        ]
        return "application/json", 200, {"response": {"numFound": len(docs), "start": 0, "docs": docs}}

    def doc(self, woning: Woning) -> dict[str, Any]:
        delen: dict[str, Any] = {
            "straatnaam": woning.straat,
            "huisnummer": woning.nummer,
            "huisletter": woning.letter,
            "huisnummertoevoeging": woning.toevoeging,
            "postcode": woning.postcode,
            "woonplaatsnaam": GEMEENTEN[woning.plaats][1],
            "gemeentenaam": GEMEENTEN[woning.plaats][1],
            "adresseerbaarobject_id": woning.bag_id,
            "weergavenaam": woning.regel,
        }
        return {naam: deel for naam, deel in delen.items() if deel != ""}
