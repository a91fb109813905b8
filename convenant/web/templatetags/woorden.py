"""Words and dates of the policy as people read them: `{% load woorden %}`."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from django import template
from django.template.defaultfilters import date as datum
from django.utils import timezone

from convenant.beleid.beheer import AANMELDEN, INRICHTEN
from convenant.beleid.taal import Kant
from convenant.beleid.woorden import in_woorden, midden_in_zin
from convenant.poort.wie import Wie

register = template.Library()

ENKELVOUD = {
    "uren": "uur",
    "dagen": "dag",
    "werkdagen": "werkdag",
    "weken": "week",
    "maanden": "maand",
    "kalendermaanden": "kalendermaand",
    "jaren": "jaar",
}
MEERVOUD = {"uren": "uur", "jaren": "jaar"}  # Dutch counts these in the singular
DAARNA = {
    "vernietigen": "daarna worden ze vernietigd",
    "anonimiseren": "daarna worden ze anoniem gemaakt",
    "niet_actief": "daarna gaan ze op slot",
}

ADRESDELEN = {
    "straatnaam",
    "straatcode",
    "huisnummer",
    "huisletter",
    "huisnummertoevoeging",
    "etage",
    "postcode",
    "woonplaats",
    "stadsdeel",
}


@register.filter
def woord(naam: str) -> str:
    """A name of the policy as words: onrechtmatige_bewoning -> Onrechtmatige bewoning."""
    return in_woorden(naam)


register.filter("midden_in_zin", midden_in_zin)


@register.filter
def met_team(functie: str, team: str) -> str:
    """A functie with the team in it, whose name stands as it was given: swt, Oost -> Sociaal Wijkteam, Oost."""
    return f"{woord(functie)}, {team}" if team else woord(functie)


@register.filter
def opsomming(namen: Iterable[str]) -> str:
    """Several names of the policy in one line: ["college", "directie_wonen"] -> College, directie wonen."""
    tekst = ", ".join(midden_in_zin(naam) for naam in namen)
    return tekst[:1].upper() + tekst[1:]


@register.filter
def bewaartijd(duur: int | None, eenheid: str) -> str:
    """How long something is kept: 1, "jaren" -> 1 jaar; None when the convenant has not said."""
    if duur is None:
        return "de organisaties moeten dit nog vaststellen"
    if eenheid == "einde_dag":
        return "tot het einde van de dag"
    if eenheid == "direct" or duur == 0:
        return "niet langer dan nodig"
    return f"{duur} {ENKELVOUD.get(eenheid, eenheid) if duur == 1 else MEERVOUD.get(eenheid, eenheid)}"


@register.filter
def daarna(wat: str) -> str:
    """What happens after the retention: vernietigen -> daarna worden ze vernietigd."""
    return DAARNA[wat]


@register.filter
def veldnaam(naam: str) -> str:
    """The name of a field as it stands before its value: adres_huisnummer -> Huisnummer, but adres_verzoeker as it is."""
    deel = naam.removeprefix("adres_")
    return woord(deel if deel in ADRESDELEN else naam)


@register.filter
def onderwerp(tekst: str) -> str:
    """What a line of the log is about: an address as it stands, an id by its first characters."""
    if zaak := re.fullmatch(r"(\d{4}-\d{6})((?: [0-9a-f-]{36})*)", tekst):
        aantal = zaak[2].count(" ")
        return f"zaak {zaak[1]}" + (f", {aantal} {'kopie' if aantal == 1 else 'kopieën'}" if aantal else "")
    return f"kenmerk {tekst[:8]}" if re.fullmatch(r"[0-9a-f-]{36}", tekst) else tekst


@register.filter
def iso_datum(tekst: str) -> str:
    """A stored ISO date the Dutch way, "" when there is none."""
    return date.fromisoformat(tekst).strftime("%d-%m-%Y") if tekst else ""


@register.filter
def regels(waarde: Any) -> list[str]:
    """The value of a field as the lines people read: a list item by item, a date the Dutch way, a word of the policy
    as words."""
    if isinstance(waarde, list):
        return [regel for deel in waarde for regel in regels(deel)]
    if isinstance(waarde, bool):
        return ["Ja" if waarde else "Nee"]
    tekst = str(waarde)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", tekst):
        return [datum(date.fromisoformat(tekst), "j F Y")]
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[+-]\d{2}:\d{2}", tekst):
        return [datum(timezone.localtime(datetime.fromisoformat(tekst)), "j F Y, H:i") + " uur"]
    return [woord(tekst) if re.fullmatch(r"[a-z]+(_[a-z0-9]+)*", tekst) else tekst]


@register.filter
@lru_cache(1024)  # the same few days on each of fifty lines
def tot_en_met(moment: datetime) -> str:
    """A half-open end as people say it: midnight after Friday is 'tot en met' Friday (decision 70)."""
    return datum(timezone.localtime(moment - timedelta(microseconds=1)), "j F Y")


@register.filter
def dag_ervoor(dag: date) -> str:
    """A half-open end that is a date: 'tot en met' the day before (decision 70)."""
    return datum(dag - timedelta(days=1), "j F Y")


@register.filter
def aan_zet(kanten: tuple[Kant, ...]) -> str:
    """Whose move it is: 'De gemeente is aan zet (Sociaal Wijkteam)', or without who there, where that may not be known."""
    kant = kanten[0]
    functie = f" ({midden_in_zin(kant.functie)})" if kant.functie else ""
    return f"De {kant.soort.replace('_', ' ')} is aan zet{functie}"


@register.filter
def wie_helpt(wie: Wie) -> str:
    """Whom to ask in this convenant, by what the functie is called: whoever sets up at the gemeente, elsewhere whoever registers."""
    bij_gemeente = wie.deelname.soort == "gemeente"
    handelingen = {INRICHTEN} if bij_gemeente else set(AANMELDEN)
    rijen = (rij for rij in wie.beleid.bevoegdheden if handelingen & set(rij.handelingen))
    functie = next((rij.functie for rij in rijen if rij.soort == wie.deelname.soort), "beheerder")
    return f"de {midden_in_zin(functie)} van {'de gemeente' if bij_gemeente else wie.deelname.partij.naam}"


DELEN = {
    "OW": "overweging",
    "PAR": "partijen",
    "OND": "ondertekening",
    "DEF": "definitie",
    "INL": "inleiding",
}


@register.filter
def artikel(eis: str) -> str:
    """A clause id as people name it: HEE-2.5 -> artikel 2.5, HEE-OW.8 -> overweging 8, HAA-B2.1 -> bijlage 2.1.

    The word behind the id of a set is ours, not the text's: HEE-2.2.weigering -> artikel 2.2.
    """
    _, _, plaats = re.sub(r"(?<=\d)\.[a-z]{2,}$", "", eis).partition("-")
    deel, _, rest = plaats.partition(".")
    if deel in DELEN:
        return f"{DELEN[deel]} {rest}".strip()
    if bijlage := re.fullmatch(r"B(\d.*)", plaats):
        return f"bijlage {bijlage[1]}"
    if reglement := re.fullmatch(r"PR\.?(.*)", plaats):
        return f"reglement artikel {reglement[1]}"
    return f"artikel {plaats}" if plaats else ""
