"""How long there is left, and what is late, in words: `{% load termijnen %}`."""

from datetime import datetime, timedelta

from django import template
from django.template.defaultfilters import date as datum
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from convenant.tijd import nu, vandaag

register = template.Library()

# From so many days on it is urgent.
DRINGEND = 2


@register.filter
def uiterste(moment: datetime) -> str:
    """The due moment as people say it: tot en met 27 november 2026, or to the minute where the clock counts hours."""
    plaatselijk = timezone.localtime(moment)
    if plaatselijk.hour or plaatselijk.minute:
        return f"uiterlijk {datum(plaatselijk, 'j F Y, H:i')} uur"
    return f"tot en met {datum(laatste_dag(moment), 'j F Y')}"


@register.filter
def resterend(moment: datetime) -> str:
    """nog 3 dagen, vandaag, 2 dagen te laat."""
    dagen = _dagen(moment)
    if moment <= nu():
        return f"{_aantal(-dagen)} te laat" if dagen else "te laat"
    return f"nog {_aantal(dagen)}" if dagen else "nog vandaag"


@register.simple_tag
def haast(moment: datetime) -> SafeString:
    """The same with a colour: late, urgent, or neither."""
    tekst = resterend(moment)
    if moment <= nu():
        return format_html('<span class="utrecht-status-badge utrecht-status-badge--danger">{}</span>', tekst)
    if _dagen(moment) <= DRINGEND:
        return format_html(
            '<span class="utrecht-status-badge utrecht-status-badge--warning">{}</span>', tekst
        )
    return format_html('<span class="app-muted app-nowrap">{}</span>', tekst)


@register.filter
def laatste_dag(moment: datetime) -> datetime:
    """Half-open: midnight after Friday is Friday (decision 70)."""
    return timezone.localtime(moment - timedelta(microseconds=1))


def _dagen(moment: datetime) -> int:
    return (laatste_dag(moment).date() - vandaag()).days


def _aantal(dagen: int) -> str:
    return "1 dag" if dagen == 1 else f"{dagen} dagen"
