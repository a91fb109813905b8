from typing import Any

from django import template
from django.forms import BaseForm
from django.urls import reverse

from ..register import staat_aan

register = template.Library()

VELDEN = ("postcode", "huisnummer", "huisletter", "huisnummertoevoeging", "zegel")


@register.inclusion_tag("adressen/zoeker.html", takes_context=True)
def adreszoeker(context: dict[str, Any], form: BaseForm) -> dict[str, Any]:
    """`{% adreszoeker form %}` above a form that is MetAdreszoeker. Nothing without a script or without a register."""
    return {
        "aan": staat_aan(),
        "id": form["postcode"].auto_id.replace("postcode", "adreszoeker"),
        "velden": [(veld, form[veld].auto_id) for veld in VELDEN],
        "url": reverse("adres_zoeken", args=[context["request"].wie.convenant.code]),
    }
