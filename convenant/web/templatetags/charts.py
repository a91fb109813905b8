"""`{% load charts %}`: a chart in the page, and a bar in a row of a table. The numbers always stand beside it as text."""

from collections.abc import Sequence
from typing import Any

from django import template

from convenant.poort.werklijst import MEER
from convenant.toezicht.rapportage import VIJF, Aantal
from convenant.web.charts import Chart

register = template.Library()


@register.filter
def lot(number: int) -> str:
    """A number as it stands on the screen: nobody counts on from MEER."""
    return f"{MEER}+" if number > MEER else str(number)


@register.filter
def gerond(aantal: Aantal) -> str:
    """A number of the management report: 15, 0, or that it is fewer than five."""
    return f"minder dan {VIJF}" if aantal.weinig else str(aantal.rond)


@register.inclusion_tag("nl/bar_chart.html")
def bar_chart(chart: Chart, name: str, title: str, description: str, caption: str = "") -> dict[str, Any]:
    """`name` makes its ids unique in the page; `description` says in a sentence what there is to see."""
    return {
        "chart": chart,
        "name": name,
        "title": title,
        "description": description,
        "caption": caption,
    }


@register.inclusion_tag("nl/row_bar.html")
def row_bar(whole: int, *parts: int) -> dict[str, Any]:
    """The parts of a whole in one line, for the eye only: the row says the same in numbers."""
    return {"parts": _stacked(parts, whole)}


def _stacked(parts: Sequence[int], whole: int) -> list[tuple[int, float, float]]:
    """(number of the part, where it begins, how long it is), in hundredths of the whole."""
    stacked, begin = [], 0.0
    for number, part in enumerate(parts, start=1):
        length = 100 * part / whole if whole else 0.0
        if part:
            stacked.append((number, round(begin, 2), round(length, 2)))
        begin += length
    return stacked
