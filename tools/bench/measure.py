"""What is measured: each measurement asks the server many times, by one or four people at once, and keeps the times."""

import itertools
import statistics
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from .client import Answer, Client

AT_ONCE = (1, 4)
# One request of a measurement: by this client, the so manieth.
Ask = Callable[[Client, int], Answer]


@dataclass(frozen=True)
class Times:
    """Milliseconds: the server's own and those of who asked."""

    app50: float
    app95: float
    db50: float
    client50: float
    client95: float
    queries: int


def ask_often(clients: Sequence[Client], ask: Ask, times: int, good: int) -> Times:
    """Divide so many requests over the clients, all at once. Raises RuntimeError for an answer with another status."""
    number = itertools.count()

    def work(client: Client) -> list[Answer]:
        return [_checked(ask(client, next(number)), good) for _ in range(times // len(clients))]

    with ThreadPoolExecutor(len(clients)) as threads:
        answers = [answer for some in threads.map(work, clients) for answer in some]
    return Times(
        *percentiles([answer.app for answer in answers]),
        statistics.median(answer.db for answer in answers),
        *percentiles([answer.client for answer in answers]),
        max(answer.queries for answer in answers),
    )


def percentiles(times: Sequence[float]) -> tuple[float, float]:
    """p50 and p95."""
    if len(times) < 2:
        return times[0], times[0]
    return statistics.median(times), statistics.quantiles(times, n=20, method="inclusive")[-1]


def _checked(answer: Answer, good: int) -> Answer:
    if answer.status != good:
        raise RuntimeError(f"De server antwoordde {answer.status} in plaats van {good}.")
    return answer
