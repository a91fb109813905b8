"""The register of processing activities (AVG 30) as far as a policy itself says it: one row per Gegevensset about people."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .taal import BEGIN, EXTERN, ZONDER_ZAAK, Beleid, Bewaartermijn, Doel, Gegevensset, Grondslag, Kant

# The policy names fields, not kinds of people. Who they are about, the fields and the name of the set say themselves.
PERSONEN = (
    ("melder", "melders"),
    ("overlastgever", "overlastgevers"),
    ("(?<!ver)huurder", "huurders"),
    ("bewoner|ingeschreven|aangetroffen", "bewoners"),
    ("gezin|familie|zestien|minderjarig", "gezinsleden en kinderen"),
    ("eigenaar", "eigenaren"),
    ("vergunninghouder", "vergunninghouders"),
    ("verzoek|bezwaar|verzet|inzage", "mensen die een verzoek doen"),
    ("medewerker|contactpersoon|behandelaar|professional", "medewerkers van partijen"),
)
ANDEREN = "de mensen om wie het gaat"

# As people say it: 5 jaar and 48 uur, but 6 weken.
ENKELVOUD = {
    "dagen": "dag",
    "werkdagen": "werkdag",
    "weken": "week",
    "maanden": "maand",
    "kalendermaanden": "kalendermaand",
}
ALTIJD_ENKELVOUD = {"jaren": "jaar", "uren": "uur"}
DAARNA = {
    "vernietigen": "daarna vernietigd",
    "anonimiseren": "daarna anoniem gemaakt",
    "niet_actief": "daarna niet meer actief",
}
# About what the product keeps beside the exchange, or about exchanges without a case.
LOGREGEL, ZONDER_ZAAK_BEWAARD = "logregel", frozenset({"ontvangst", "raadpleging"})


@dataclass(frozen=True)
class Bewaring:
    """How long something is kept, in words. `ingevuld` is False while the convenant has not chosen."""

    naam: str
    onderwerp: str
    tekst: str
    eis: str
    ingevuld: bool


@dataclass(frozen=True)
class Verwerking:
    """One kind of exchange: who answers for it (soorten of party), why, about whom, what, to whom, how long."""

    naam: str
    eis: str
    verantwoordelijken: tuple[str, ...]
    gezamenlijk: bool
    doelen: tuple[Doel, ...]
    grondslagen: tuple[Grondslag, ...]
    personen: tuple[str, ...]
    velden: tuple[str, ...]
    van: tuple[Kant, ...]
    aan: tuple[Kant, ...]
    bewaringen: tuple[Bewaring, ...]

    def raakt(self, soort: str) -> bool:
        """Whether parties of this soort give, receive or answer for it."""
        return soort in self.verantwoordelijken or soort in {kant.soort for kant in self.van + self.aan}


def verwerkingen(beleid: Beleid, instellingen: Mapping[str, Any]) -> tuple[Verwerking, ...]:
    """Every exchange of personal data the policy knows, in the order of the text."""
    return tuple(_verwerking(beleid, rij, instellingen) for rij in beleid.gegevenssets if rij.persoonsgegeven)


def _verwerking(beleid: Beleid, rij: Gegevensset, instellingen: Mapping[str, Any]) -> Verwerking:
    gekozen = (instellingen.get(rij.velden_uit) or ()) if rij.velden_uit else rij.velden
    return Verwerking(
        rij.naam,
        rij.eis,
        _verantwoordelijken(rij),
        rij.verantwoordelijke == "gezamenlijk",
        tuple(beleid.doel(naam) for naam in rij.doelen),
        tuple(beleid.grondslag(naam) for naam in rij.grondslagen),
        personen(rij),
        tuple(veld for veld in rij.velden if veld in gekozen),
        rij.van,
        rij.aan,
        tuple(bewaring(beleid, termijn, instellingen) for termijn in _termijnen(beleid, rij)),
    )


def _verantwoordelijken(rij: Gegevensset) -> tuple[str, ...]:
    kanten = {"van": rij.van, "aan": rij.aan, "gezamenlijk": rij.van + rij.aan}.get(rij.verantwoordelijke)
    if kanten is None:
        return (rij.verantwoordelijke,)
    return tuple(dict.fromkeys(kant.soort for kant in kanten if kant.soort not in EXTERN))


def personen(rij: Gegevensset) -> tuple[str, ...]:
    """The kinds of people a set is about, in words."""
    namen = " ".join((rij.naam, *rij.velden))
    return tuple(wie for stam, wie in PERSONEN if re.search(stam, namen)) or (ANDEREN,)


def _termijnen(beleid: Beleid, rij: Gegevensset) -> list[Bewaartermijn]:
    """The terms that can end it: its own where the text gives one, else those of a case, or of what has none."""
    if eigen := [termijn for termijn in beleid.bewaartermijnen if termijn.naam == rij.naam]:
        return eigen
    zonder_zaak = set(rij.verzenden_in + rij.inzage_in) <= {BEGIN, ZONDER_ZAAK}
    return [
        termijn
        for termijn in beleid.bewaartermijnen
        if termijn.onderwerp != LOGREGEL and (termijn.onderwerp in ZONDER_ZAAK_BEWAARD) is zonder_zaak
    ]


def bewaring(beleid: Beleid, termijn: Bewaartermijn, instellingen: Mapping[str, Any]) -> Bewaring:
    """One term with the value the convenant chose."""
    duur = _duur(termijn, instellingen)
    delen = [duur or f"nog niet ingevuld: {_instelling(beleid, termijn.instelling)}", DAARNA[termijn.daarna]]
    delen += [f"tenzij: {beleid.feit(naam).uitleg.rstrip('.')}" for naam in termijn.behoud_als]
    return Bewaring(termijn.naam, termijn.onderwerp, ", ".join(delen), termijn.eis, bool(duur))


def _duur(termijn: Bewaartermijn, instellingen: Mapping[str, Any]) -> str:
    waarde: Any = {"duur": termijn.duur, "eenheid": termijn.eenheid}
    if termijn.instelling:
        waarde = instellingen.get(termijn.instelling)
    na = termijn.na.replace("_", " ")
    if not waarde:
        return ""
    if not isinstance(waarde, Mapping):
        return f"volgens {waarde}"
    if waarde["eenheid"] == "einde_dag":
        return f"tot het einde van de dag van: {na}"
    if waarde["eenheid"] == "direct":
        return f"direct bij: {na}"
    aantal, eenheid = int(waarde["duur"]), str(waarde["eenheid"])
    woord = ALTIJD_ENKELVOUD.get(eenheid) or (ENKELVOUD.get(eenheid, eenheid) if aantal == 1 else eenheid)
    return f"{aantal} {woord} na: {na}"


def _instelling(beleid: Beleid, naam: str) -> str:
    return next(rij.uitleg.rstrip(".") for rij in beleid.instellingen if rij.naam == naam)
