"""The clock of the demo, on top of every page: `{% load demo %}{% klok %}`. Elsewhere there is nothing of it."""

from typing import Any

from django import template
from django.conf import settings

from convenant.tijd import nu
from convenant.web.demo import STAPPEN, KlokForm

register = template.Library()


@register.inclusion_tag("web/demo_klok.html", takes_context=True)
def klok(context: dict[str, Any]) -> dict[str, Any]:
    """Not on the pages that say what went wrong: they are rendered without a request, the same for everybody."""
    request = context.get("request")
    if settings.KLOK_BESTAND is None or request is None:
        return {}
    return {
        "nu": nu(),
        "stappen": STAPPEN,
        "form": KlokForm(auto_id="klok_%s"),
        "terug": request.get_full_path() if request.method == "GET" else "",
    }
