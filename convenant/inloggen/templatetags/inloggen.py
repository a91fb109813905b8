"""What a page at work says about the time that one stays signed in."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.conf import settings

from convenant.inloggen import sessie
from convenant.partijen.models import Convenant
from convenant.poort.wie import convenanten_van

register = template.Library()


@register.inclusion_tag("account/bezig.html", takes_context=True)
def bezig(context: dict[str, Any]) -> dict[str, int]:
    """The block that static/app/bezig.js warns with: how long one may sit still, and how long this sign-in can last."""
    return {"stil": settings.IDLE_SECONDEN, "rest": sessie.resterend(context["request"])}


@register.simple_tag(takes_context=True)
def eigen_convenanten(context: dict[str, Any]) -> Sequence[Convenant]:
    """Where who is signed in works today: what is set up per convenant is reached from the own account."""
    return convenanten_van(context["request"].user)
