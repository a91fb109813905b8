"""What the frame around a page shows: whose product, who is at work, where one can go.

The gate's middleware hangs these on the request; the context processor `huisstijl` hands them to the templates.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.http import HttpRequest

DEFAULT_THEME = "voorbeeldstad"
# A theme is a file in static/themes (tools/make_theme.py); adding the file is enough.
THEMES = frozenset(
    path.stem for path in (Path(__file__).resolve().parents[2] / "static" / "themes").glob("*.css")
)


@dataclass(frozen=True)
class Huisstijl:
    """Name and theme of a municipality. Without a name the product shows its own; an unknown theme is the default."""

    gemeente: str = ""
    thema: str = DEFAULT_THEME

    def __post_init__(self) -> None:
        if self.thema not in THEMES:
            object.__setattr__(self, "thema", DEFAULT_THEME)


@dataclass(frozen=True)
class Workplace:
    """Who is at the screen and as what; decides what may be seen, so it is always in sight."""

    person: str
    functie: str
    partij: str
    convenant: str
    switch_url: str = ""


@dataclass(frozen=True)
class MenuItem:
    """One line of the side navigation. A page marks itself by giving its context `nav=key`."""

    key: str
    icon: str
    label: str
    url: str
    count: int = 0
    uitleg: str = ""


@dataclass(frozen=True)
class Blok:
    """One block of the page where work begins, brought by a convenant app: its template and what stands in it."""

    template: str
    inhoud: Mapping[str, Any]


class FramedRequest(HttpRequest):
    """A request on which the frame has been hung; for type hints only."""

    huisstijl: Huisstijl
    workplace: Workplace
    menu: Iterable[MenuItem] | Callable[[], Iterable[MenuItem]]


def huisstijl(request: HttpRequest) -> dict[str, Any]:
    """Context processor. `request.menu` may be a callable, so that counts cost nothing on pages without a menu."""
    return {
        "huisstijl": getattr(request, "huisstijl", Huisstijl()),
        "workplace": getattr(request, "workplace", None),
        "menu": getattr(request, "menu", ()),
    }
