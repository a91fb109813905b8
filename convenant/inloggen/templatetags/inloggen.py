"""What a page at work says about the time that one stays signed in."""

from typing import Any

from django import template
from django.conf import settings

from convenant.inloggen import sessie

register = template.Library()


@register.inclusion_tag("account/bezig.html", takes_context=True)
def bezig(context: dict[str, Any]) -> dict[str, int]:
    """The block that static/app/bezig.js warns with: how long one may sit still, and how long this sign-in can last."""
    return {"stil": settings.IDLE_SECONDEN, "rest": sessie.resterend(context["request"])}
