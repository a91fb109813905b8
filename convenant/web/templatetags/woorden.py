"""Words and dates of the policy as people read them: `{% load woorden %}`."""

from datetime import date

from django import template

register = template.Library()


@register.filter
def woord(naam: str) -> str:
    """A name of the policy as words: onrechtmatige_bewoning -> Onrechtmatige bewoning."""
    return naam.replace("_", " ").capitalize()


@register.filter
def iso_datum(tekst: str) -> str:
    """A stored ISO date the Dutch way, "" when there is none."""
    return date.fromisoformat(tekst).strftime("%d-%m-%Y") if tekst else ""
