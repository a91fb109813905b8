"""A municipality's theme is made by tools/make_theme.py, never by hand, and is readable."""

import re
import shlex
from pathlib import Path

import pytest

from tools import make_theme

STATIC = Path(__file__).resolve().parents[2] / "static"
THEMES = sorted((STATIC / "themes").glob("*.css"))


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.stem)
def test_a_theme_is_what_its_first_line_makes(path: Path) -> None:
    command = re.fullmatch(r"/\* python -m tools.make_theme (.*) \*/", path.read_text().splitlines()[0])
    assert command is not None
    name, _, accent, _, link = shlex.split(command[1])
    assert name == path.stem
    assert path.read_text() == "".join(make_theme.theme(name, accent, link))


def test_the_shared_dark_colours_are_what_the_tool_makes() -> None:
    assert (STATIC / "app" / "dark.css").read_text() == "".join(make_theme.shared_dark())


def test_there_is_a_default_theme_and_another_one() -> None:
    assert {"voorbeeldstad", "veenhoven"} <= {path.stem for path in THEMES}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_the_ratio_of_wcag(one: str, other: str, ratio: float) -> None:
    assert make_theme.contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert make_theme.contrast(other, one) == make_theme.contrast(one, other)


@pytest.mark.parametrize("colour", ["#00577d", "#1f6b2e", "#c3262d", "#123456"])
def test_a_colour_survives_the_way_to_oklch_and_back(colour: str) -> None:
    assert make_theme.from_lch(*make_theme.to_lch(colour)) == colour


@pytest.mark.parametrize("brand", ["#ffd700", "#00a0e0", "#7f7f7f", "#ffffff", "#000000"])
def test_any_brand_colour_gives_readable_text(brand: str) -> None:
    steps = make_theme.scale(brand)
    assert make_theme.contrast(steps[500], make_theme.WHITE) >= 4.5
    make_theme.light("accent-1", brand)
    make_theme.dark("accent-1", brand)


def test_unreadable_text_is_refused() -> None:
    grey = dict.fromkeys(make_theme.LIGHT, "#888888")
    with pytest.raises(SystemExit, match=r"Nodig is 4\.5:1"):
        make_theme.named("accent-1", grey, grey)
