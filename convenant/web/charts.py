"""Charts without script or style: Python computes where everything goes, a template writes it down as SVG."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

TICKS = 4
LETTER = 7  # how wide one is, about, in the size of the template
# Colours for paper, where no style sheet reaches into an SVG; on screen the classes of static/app/charts.css win.
FILLS = ("#00577d", "#a8cfe8")


@dataclass(frozen=True)
class Series:
    """What one colour stands for: a value per label."""

    name: str
    values: Sequence[float]


@dataclass(frozen=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    number: int
    fill: str


@dataclass(frozen=True)
class Mark:
    """A label or a line of the grid, and where it stands."""

    text: str
    at: float


@dataclass(frozen=True)
class Chart:
    """The drawing in units of its view box; `labels` run along the bottom, `ticks` up the side."""

    width: int
    height: int
    left: int
    base: float
    bars: Sequence[Bar]
    labels: Sequence[Mark]
    ticks: Sequence[Mark]
    legend: Sequence[tuple[int, str]]


def grouped_bars(
    labels: Sequence[str], series: Sequence[Series], *, width: int = 300, height: int = 190, smallest: int = 1
) -> Chart:
    """Bars side by side per label; `smallest` is the least that the lines of the grid may be apart.

    Drawn for the width it is shown at: scaled down, its words become too small.
    """
    left, top, bottom = 30, 10, 28
    base = height - bottom
    step = max(smallest, tick_step(max((value for one in series for value in one.values), default=0)))
    scale = (base - top) / (step * TICKS)
    slot = (width - left) / max(len(labels), 1)
    thick = min(18, slot * 0.76 / len(series))
    # Labels that would run into each other are left out, the same number between each two.
    every = ceil((LETTER * max(map(len, labels), default=0) + 4) / slot)

    def bars() -> Iterator[Bar]:
        for number, one in enumerate(series):
            for place, value in enumerate(one.values):
                x = left + slot * (place + 0.5) + thick * (number - len(series) / 2)
                tall = value * scale
                yield Bar(_near(x), _near(base - tall), _near(thick), _near(tall), number + 1, FILLS[number])

    return Chart(
        width,
        height,
        left,
        base,
        list(bars()),
        [Mark(labels[place], _near(left + slot * (place + 0.5))) for place in range(0, len(labels), every)],
        [Mark(str(step * tick), _near(base - step * tick * scale)) for tick in range(TICKS + 1)],
        [(number + 1, one.name) for number, one in enumerate(series)],
    )


def tick_step(highest: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50, … of which TICKS reach the highest value: a whole number, as what is counted."""
    size = 1
    while True:
        for step in (1, 2, 5):
            if step * size * TICKS >= highest:
                return step * size
        size *= 10


def _near(value: float) -> float:
    return round(value, 1)
