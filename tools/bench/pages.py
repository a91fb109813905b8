"""The pages that are measured, for one party: each asked through the server, and its SQL once more by itself."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.test import Client as InProcess

from convenant.tijd import vandaag

from .bare import replay, statements_of
from .client import SESSION, Answer, Client
from .fill import Filler
from .gate import gate_and_log
from .measure import AT_ONCE, Ask, ask_often, percentiles
from .people import Party

OPENED = 50  # cases that are opened in turn
HEAD = f"""{"":40}{"server":>16}{"database":>10}{"klant":>16}{"vragen":>8}{"kale SQL":>10}{"keer":>6}
{"milliseconden":40}{"p50":>8}{"p95":>8}{"p50":>10}{"p50":>8}{"p95":>8}{"":8}{"p50":>10}"""


@dataclass(frozen=True)
class Page:
    """One measured request; `again` does the same in this process, for its SQL."""

    name: str
    ask: Ask
    again: Callable[[InProcess], object]
    good: int = 200


def measure(port: int, fill: Filler, party: Party, name: str, times: int, warm_up: int) -> None:
    """Print a line per page and number of people at once."""
    crowd = [Client(port, party.contactpersoon) for _ in range(max(AT_ONCE))]
    for page in _pages(fill, party, crowd[0]):
        ask_often(crowd, page.ask, warm_up * len(crowd), page.good)
        bare, _ = percentiles(replay(_statements(page, crowd[0]), times))
        for people in AT_ONCE:
            seen = ask_often(crowd[:people], page.ask, times, page.good)
            print(
                f"{page.name + ', ' + name + ', ' + str(people) + ' tegelijk':40}{seen.app50:8.1f}{seen.app95:8.1f}"
                f"{seen.db50:10.1f}{seen.client50:8.1f}{seen.client95:8.1f}{seen.queries:8}{bare:10.1f}"
                f"{seen.app50 / bare:6.1f}",
                flush=True,
            )
    half, most = percentiles(gate_and_log(party, times))
    print(f"{'poort en logboek alleen, ' + name:40}{half:8.1f}{most:8.1f}", flush=True)


def _pages(fill: Filler, party: Party, prepared: Client) -> Iterator[Page]:
    begin = f"/{party.convenant.code}/"
    yield _read("werklijst", begin + "zaken/")
    yield _read("dashboard", begin + "dashboard/")
    cases = [f"{begin}zaken/{case}/" for case in fill.seal(party, OPENED)]
    yield Page(
        "zaak",
        lambda client, number: client.get(cases[number % len(cases)]),
        lambda client: client.get(cases[0], secure=True),
    )
    yield _read("logboek", begin + "logboek/")
    yield _raadpleging(begin, fill.addresses(party, OPENED), prepared)


def _read(name: str, path: str) -> Page:
    return Page(name, lambda client, _: client.get(path), lambda client: client.get(path, secure=True))


def _raadpleging(begin: str, addresses: Sequence[tuple[str, str]], prepared: Client) -> Page:
    """Confirming the last step; the steps before it are sent too, and not measured."""

    def ask(client: Client, number: int) -> Answer:
        return client.post(
            *_last_step(begin, _until_last_step(client, begin, addresses[number % len(addresses)]))
        )

    ready = _last_step(begin, _until_last_step(prepared, begin, addresses[0]))
    return Page("raadpleging", ask, lambda client: client.post(*ready, secure=True), good=302)


def _until_last_step(client: Client, begin: str, address: tuple[str, str]) -> UUID:
    kenmerk = uuid4()
    for step, fields in (
        ("adres", {"postcode": address[0], "huisnummer": address[1]}),
        ("doel", {"doel": "bestandskwaliteit", "noodzaak": "De huurder vraagt medehuur aan."}),
        (
            "identiteit",
            {
                "vastgesteld": "ja",
                "naam": "A. Proefpersoon",
                "rol": "huurder",
                "document": "paspoort",
                "datum": f"{vandaag():%d-%m-%Y}",
            },
        ),
    ):
        client.post(*_step(begin, kenmerk, step, fields))
    return kenmerk


def _last_step(begin: str, kenmerk: UUID) -> tuple[str, dict[str, str]]:
    return _step(begin, kenmerk, "controle", {})


def _step(begin: str, kenmerk: UUID, step: str, fields: dict[str, str]) -> tuple[str, dict[str, str]]:
    form = {f"raadplegen-{begin.strip('/')}-{kenmerk}-current_step": step}
    return f"{begin}raadplegen/{kenmerk}/{step}/", form | {
        f"{step}-{name}": value for name, value in fields.items()
    }


def _statements(page: Page, client: Client) -> list[str]:
    here = InProcess(SERVER_NAME="localhost")
    here.cookies[SESSION] = client.cookies[SESSION]
    return statements_of(lambda: page.again(here))
