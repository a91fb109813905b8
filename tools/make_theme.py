"""Write a municipality's theme: a small file that overrides the design system's --basis-* colours.

    python -m tools.make_theme veenhoven --accent "#1f6b2e" --link "#0b5c92"    # static/themes/veenhoven.css
    python -m tools.make_theme --dark                                           # static/app/dark.css, for all themes

From one or two brand colours it makes scales of equal steps in the OKLCH colour space (Björn Ottosson's Oklab),
for light and dark screens, and stops when a text would stand under 4.5:1 on its background.
"""

import argparse
import math
import sys
from collections.abc import Iterator
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "static"
WHITE = "#ffffff"

# token -> step of the scale; the same names exist with "inverse-" for text on a filled background
LIGHT = {
    "bg-document": 0, "bg-subtle": 50, "bg-default": 100, "bg-hover": 200, "bg-active": 200,
    "border-subtle": 300, "border-default": 400, "border-hover": 500, "border-active": 500,
    "color-subtle": 400, "color-default": 500, "color-hover": 600, "color-active": 600, "color-document": 700,
}  # fmt: skip
LIGHT_INVERSE = {
    "bg-document": 600, "bg-subtle": 700, "bg-default": 500, "bg-hover": 600, "bg-active": 600,
    "border-subtle": 400, "border-default": 300, "border-hover": 200, "border-active": 200,
    "color-subtle": 300, "color-default": 0, "color-hover": 0, "color-active": 0, "color-document": 0,
}  # fmt: skip
# token -> lightness between 0 (black) and 1 (white)
DARK = {
    "bg-document": 0.205, "bg-subtle": 0.235, "bg-default": 0.27, "bg-hover": 0.31, "bg-active": 0.35,
    "border-subtle": 0.42, "border-default": 0.66, "border-hover": 0.74, "border-active": 0.78,
    "color-subtle": 0.76, "color-default": 0.84, "color-hover": 0.90, "color-active": 0.90, "color-document": 0.95,
}  # fmt: skip
DARK_INVERSE = {
    "bg-document": 0.86, "bg-subtle": 0.90, "bg-default": 0.80, "bg-hover": 0.88, "bg-active": 0.88,
    "border-subtle": 0.70, "border-default": 0.60, "border-hover": 0.50, "border-active": 0.50,
    "color-subtle": 0.34, "color-default": 0.20, "color-hover": 0.16, "color-active": 0.16, "color-document": 0.16,
}  # fmt: skip
# the colours that are the same in every municipality
SHARED = {
    "default": "#51606f", "info": "#00568b", "negative": "#c3262d",
    "positive": "#157b31", "warning": "#ac501b", "highlight": "#8a7410",
}  # fmt: skip


def to_linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def to_gamma(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def linear_rgb(colour: str) -> list[float]:
    return [to_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5)]


def luminance(colour: str) -> float:
    return sum(
        weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear_rgb(colour), strict=True)
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, between 1 and 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def to_lch(colour: str) -> tuple[float, float, float]:
    """Lightness 0-1, chroma and hue (radians) of a hexadecimal colour."""
    r, g, b = linear_rgb(colour)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def from_lch(lightness: float, chroma: float, hue: float) -> str:
    """The hexadecimal colour; chroma is lowered until a screen can show it."""
    while True:
        a, b = chroma * math.cos(hue), chroma * math.sin(hue)
        long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
        medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
        short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
        channels = (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        )
        if chroma < 0.001 or all(-0.0005 <= channel <= 1.0005 for channel in channels):
            return "#" + "".join(
                f"{round(255 * to_gamma(min(1, max(0, channel)))):02x}" for channel in channels
            )
        chroma *= 0.96


def scale(brand: str) -> dict[int, str]:
    """Steps 0 (white) to 700 (nearly black); 500 is the brand colour itself when it is dark enough for text."""
    _, chroma, hue = to_lch(brand)
    steps = {0: WHITE}
    for step, lightness, share in ((50, 0.985, 0.08), (100, 0.96, 0.16), (200, 0.92, 0.3), (300, 0.84, 0.55)):
        steps[step] = from_lch(lightness, chroma * share, hue)

    def darker(ratio: float, start: float) -> str:
        lightness = start
        while lightness > 0 and contrast(from_lch(lightness, chroma, hue), steps[100]) < ratio:
            lightness -= 0.005
        return from_lch(max(lightness, 0), chroma, hue)

    steps[400] = darker(4.6, 0.65)
    readable = contrast(brand, WHITE) >= 5.5 and contrast(brand, steps[100]) >= 4.6
    steps[500] = brand if readable else darker(6.0, 0.6)
    steps[600] = darker(max(8.5, contrast(steps[500], steps[100]) + 1.8), 0.5)
    steps[700] = darker(13.5, 0.4)
    return steps


def light(role: str, brand: str) -> dict[str, str]:
    steps = scale(brand)
    return named(
        role, {t: steps[s] for t, s in LIGHT.items()}, {t: steps[s] for t, s in LIGHT_INVERSE.items()}
    )


def dark(role: str, brand: str) -> dict[str, str]:
    _, chroma, hue = to_lch(brand)

    def colour(lightness: float) -> str:
        return from_lch(lightness, chroma * (0.25 if lightness < 0.45 else 0.75), hue)

    return named(
        role, {t: colour(x) for t, x in DARK.items()}, {t: colour(x) for t, x in DARK_INVERSE.items()}
    )


def named(role: str, plain: dict[str, str], inverse: dict[str, str]) -> dict[str, str]:
    """The tokens of one role by full name. Stops when a text would not be readable on its background."""
    pairs = [
        (plain[fg], plain[bg]) for fg in ("color-default", "color-document") for bg in LIGHT if "bg" in bg
    ]
    pairs += [(plain["color-subtle"], plain[bg]) for bg in ("bg-document", "bg-subtle", "bg-default")]
    pairs += [
        (inverse["color-default"], inverse["bg-default"]),
        (inverse["color-hover"], inverse["bg-hover"]),
    ]
    for text, background in pairs:
        if contrast(text, background) < 4.5:
            sys.exit(f"{role}: {text} op {background} is {contrast(text, background):.1f}:1. Nodig is 4.5:1.")
    prefix = f"--basis-color-{role}-"
    return {prefix + t: c for t, c in plain.items()} | {
        prefix + "inverse-" + t: c for t, c in inverse.items()
    }


def rule(selector: str, tokens: dict[str, str]) -> str:
    return selector + " {\n" + "".join(f"  {name}: {value};\n" for name, value in tokens.items()) + "}\n"


def dark_rule(selector: str, tokens: dict[str, str]) -> str:
    return "@media screen and (prefers-color-scheme: dark) {\n" + rule(selector, tokens) + "}\n"


def theme(name: str, accent: str, link: str) -> Iterator[str]:
    yield f'/* python -m tools.make_theme {name} --accent "{accent}" --link "{link}" */\n'
    # Voorbeeld derives every action colour from accent-1, except the background of the primary button.
    button = {"--basis-color-action-1-inverse-bg-default": "var(--basis-color-accent-1-inverse-bg-default)"}
    yield rule(f".{name}-theme", light("accent-1", accent) | light("action-2", link) | button)
    yield dark_rule(f".{name}-theme", dark("accent-1", accent) | dark("action-2", link))


def shared_dark() -> Iterator[str]:
    yield "/* python -m tools.make_theme --dark */\n"
    tokens = {"color-scheme": "dark"}
    for role, colour in SHARED.items():
        tokens |= dark(role, colour)
    yield dark_rule(".voorbeeld-theme", tokens)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("name", nargs="?", help="of the theme; it becomes the file name and the CSS class")
    parser.add_argument("--accent", help="brand colour as #rrggbb")
    parser.add_argument("--link", help="colour of links; the accent when left out")
    parser.add_argument("--dark", action="store_true", help="write the dark colours that all themes share")
    asked = parser.parse_args()
    if asked.dark:
        path, parts = STATIC / "app" / "dark.css", shared_dark()
    elif asked.name and asked.accent:
        path = STATIC / "themes" / f"{asked.name}.css"
        parts = theme(asked.name, asked.accent, asked.link or asked.accent)
    else:
        parser.error("give a name and --accent, or --dark")
    text = "".join(parts)  # built first: a colour that fails leaves the old file as it was
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


if __name__ == "__main__":
    main()
