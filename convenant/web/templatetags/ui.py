"""The building blocks of a page: `{% load ui %}`. How to use them: docs/ontwerp-schermen.md."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import slugify

register = template.Library()

ALERT_ICONS = {"error": "octagon-alert", "warning": "triangle-alert", "ok": "circle-check", "info": "info"}


@register.inclusion_tag("nl/button.html")
def button(
    label: str, variant: str = "primary", icon: str = "", icon_end: str = "", name: str = "", value: str = ""
) -> dict[str, Any]:
    """A submit button; variant is primary, secondary, subtle or negative (what cannot be undone)."""
    return {
        "label": label,
        "variant": variant,
        "icon": icon,
        "icon_end": icon_end,
        "name": name,
        "value": value,
    }


@register.inclusion_tag("nl/button.html")
def link_button(
    label: str, url: str, variant: str = "secondary", icon: str = "", icon_end: str = ""
) -> dict[str, Any]:
    """A link that looks like a button."""
    return {"label": label, "url": url, "variant": variant, "icon": icon, "icon_end": icon_end}


@register.inclusion_tag("nl/breadcrumbs.html")
def breadcrumbs(*labels_and_urls: str) -> dict[str, Any]:
    """`{% breadcrumbs "Begin" begin_url "Raadplegen" %}`: label and address in turns, at the end this page's label."""
    *path, current = labels_and_urls
    return {"path": list(zip(path[::2], path[1::2], strict=True)), "current": current}


@register.simple_block_tag
def card(content: str, title: str, extra: str = "", level: int = 2, variant: str = "") -> SafeString:
    """A titled block, a landmark of its own. `extra` is markup beside the title; variant "form" keeps it off paper."""
    return render_to_string(
        "nl/card.html",
        {
            "content": content,
            "title": title,
            "extra": extra,
            "level": level,
            "variant": variant,
            "id": f"h-{slugify(title)}",
        },
    )


@register.simple_block_tag
def alert(content: str, kind: str = "info", title: str = "") -> SafeString:
    """A notice in the page: kind is error, warning, ok or info. Raises KeyError for another kind."""
    return render_to_string(
        "nl/alert.html", {"content": content, "kind": kind, "title": title, "icon": ALERT_ICONS[kind]}
    )


@register.simple_block_tag
def table(content: str, *columns: str, label: str) -> SafeString:
    """A table whose rows become small cards on a phone; `label` is its name for a screen reader.

    A column without a name is not there.
    """
    heads = format_html_join(
        "", '<th scope="col" role="columnheader">{}</th>', ((column,) for column in columns if column)
    )
    return render_to_string("nl/table.html", {"content": content, "heads": heads, "label": label})


@register.simple_block_tag
def row(content: str) -> SafeString:
    # The explicit roles keep it a table for a screen reader when CSS lays the rows out as blocks.
    return format_html('<tr role="row">{}</tr>', content)


@register.simple_block_tag
def head(content: str, sub: str = "") -> SafeString:
    """The cell that names the row; `sub` stands under it in grey."""
    below = format_html('<span class="app-table__sub">{}</span>', sub) if sub else ""
    return format_html('<th scope="row" role="rowheader">{}{}</th>', content, below)


@register.simple_block_tag
def cell(content: str, column: str, css: str = "") -> SafeString:
    """A value; `column` is repeated before it on a phone, where a cell without content is left out.

    css "app-num" aligns numbers, "app-nowrap" keeps a date whole."""
    classes = css if content.strip() else f"{css} app-cell--empty"
    return format_html(
        '<td role="cell" data-label="{}"{}><div>{}</div></td>',
        column,
        format_html(' class="{}"', classes.strip()) if classes else "",
        content,
    )


@register.inclusion_tag("nl/steps.html")
def steps(titles: Sequence[Any], current: int, label: str = "Stappen", form: bool = False) -> dict[str, Any]:
    """Progress: `titles` are texts or (text, when) pairs, `current` counts from 1. Past the end means all is done."""
    pairs = [(title, "") if isinstance(title, str) else title for title in titles]
    states = [
        "checked" if n < current else "current" if n == current else "not-checked"
        for n in range(1, len(pairs) + 1)
    ]
    items = [
        {"title": title, "when": when, "state": state}
        for (title, when), state in zip(pairs, states, strict=True)
    ]
    return {"steps": items, "label": label, "form": form}


WAAROM = (
    ("doel", "Doel"),
    ("grondslag", "Grondslag"),
    ("artikel", "Artikel"),
    ("rol", "Uw rol"),
    ("moment", "Moment"),
)


@register.inclusion_tag("nl/waarom.html")
def waarom(uitleg: Mapping[str, Any], over: str = "") -> dict[str, Any]:
    """Why this person may see this: doel, grondslag, artikel, rol, moment, and `redenen` as (text, article) pairs;
    what is absent is left out.

    With `reden` in the mapping it says why not, with the article if there is one."""
    lines = [(title, uitleg[key]) for key, title in WAAROM if uitleg.get(key)]
    return {
        "lines": lines,
        "redenen": uitleg.get("redenen", ()),
        "reden": uitleg.get("reden", ""),
        "over": over,
    }


@register.inclusion_tag("nl/facts.html")
def facts(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Terms with their values; a list as value becomes a list on the screen."""
    items = [(term, value if isinstance(value, (list, tuple)) else [value]) for term, value in pairs]
    return {"items": items}


@register.inclusion_tag("nl/pagination.html", takes_context=True)
def pagination(
    context: dict[str, Any], page: Page, name: str = "pagina", what: str = "resultaten"
) -> dict[str, Any]:
    """Under a list: `page` is a Page of Django's Paginator; the rest of the query string stays.

    A list without numbers (keyset) includes nl/pagination.html itself, with `previous` and `next` as addresses."""

    def url(number: int) -> str:
        query = context["request"].GET.copy()
        query[name] = str(number)
        return "?" + query.urlencode()

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "previous": url(page.previous_page_number()) if page.has_previous() else "",
        "next": url(page.next_page_number()) if page.has_next() else "",
        "numbers": [(n, url(n) if isinstance(n, int) else "") for n in numbers],
        "current": page.number,
        "info": f"{page.start_index()} tot en met {page.end_index()} van {page.paginator.count} {what}",
    }
