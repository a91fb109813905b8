"""Words and dates of the policy as people read them: `{% load woorden %}`."""

import re
from datetime import date

from django import template

register = template.Library()


@register.filter
def woord(naam: str) -> str:
    """A name of the policy as words: onrechtmatige_bewoning -> Onrechtmatige bewoning."""
    return naam.replace("_", " ").capitalize()


@register.filter
def onderwerp(tekst: str) -> str:
    """What a line of the log is about: an address as it stands, an id by its first characters."""
    return f"kenmerk {tekst[:8]}" if re.fullmatch(r"[0-9a-f-]{36}", tekst) else tekst


@register.filter
def iso_datum(tekst: str) -> str:
    """A stored ISO date the Dutch way, "" when there is none."""
    return date.fromisoformat(tekst).strftime("%d-%m-%Y") if tekst else ""


DELEN = {
    "OW": "overweging",
    "PAR": "partijen",
    "OND": "ondertekening",
    "DEF": "definitie",
    "INL": "inleiding",
}


@register.filter
def artikel(eis: str) -> str:
    """A clause id as people name it: HEE-2.5 -> artikel 2.5, HEE-OW.8 -> overweging 8, HAA-B2.1 -> bijlage 2.1."""
    _, _, plaats = eis.partition("-")
    deel, _, rest = plaats.partition(".")
    if deel in DELEN:
        return f"{DELEN[deel]} {rest}".strip()
    if bijlage := re.fullmatch(r"B(\d.*)", plaats):
        return f"bijlage {bijlage[1]}"
    if reglement := re.fullmatch(r"PR\.?(.*)", plaats):
        return f"reglement artikel {reglement[1]}"
    return f"artikel {plaats}" if plaats else ""
