"""What no test through gate and database can notice of a convenant that is built, each with its reason.

Of these a decision table must notice the change. An entry goes when the product carries the row out.
"""

import re
from dataclasses import dataclass

from .rij import Mutant


@dataclass(frozen=True)
class Uitzondering:
    """Mutants whose row and change match these patterns as a whole, and why the gate shows nothing of them."""

    rij: str
    wat: str
    reden: str

    def geldt(self, mutant: Mutant) -> bool:
        return bool(re.fullmatch(self.rij, mutant.rij) and re.fullmatch(self.wat, mutant.wat))


ZONDER_POORT = (
    Uitzondering(
        "verbod .*", ".*", "a policy that sends such a field does not load: there is nothing to try"
    ),
    Uitzondering(
        "gegevensset .*",
        "persoonsgegeven: True wordt False",
        "held against the other sets when the policy loads",
    ),
    Uitzondering(
        "gegevensset .*", "bestaan_zichtbaar: .*", "on a case of Heemstede there is nobody else to know it"
    ),
    Uitzondering("gegevensset .*", "verantwoordelijke: .*", "says who answers for it; no act depends on it"),
    Uitzondering("gegevensset .*", "wijze: .*", "Heemstede shows and compares nothing; built with Maassluis"),
    Uitzondering(
        "gegevensset (naam_en_adres|brp_op_adres)",
        "optioneel: .*",
        "what a source hands over is not typed: nothing is demanded of it",
    ),
    Uitzondering(
        "gegevensset afwijking_(tussenstand|uitkomst)",
        "optioneel: .*",
        "the only field, from a closed list: without it nothing is left to send",
    ),
    Uitzondering(
        ".*", ".*(ook voor|van:|aan:|door:) bron/brp.*", "nobody signs in or receives as a source outside"
    ),
    Uitzondering(
        ".*",
        "(.* ook voor|(van|aan|door):) systeem/klok( erbij)?",
        "nobody signs in as the clock: it does what is registered for it",
    ),
    Uitzondering(
        "gegevensset zaakkader_.*",
        "(optioneel|grondslagen|doelen|inzage_in|vereist|inzage_vereist|afzender_bewaart|initiatief|van|persoonsgegeven).*",
        "the frame of a case is no copy: it is drawn with the case; who sees which of it is tried",
    ),
    Uitzondering(
        "gegevensset overmachtmelding", "initiatief: .*", "who may send may receive: either may start"
    ),
    Uitzondering(
        "gegevensset brp_op_adres", "afzender_bewaart: .*", "the BRP signs in nowhere to read a copy"
    ),
    Uitzondering(
        "overgang (begin|zonder_zaak) - .*", "vrij: .*", "before there is a case, none waits for anybody"
    ),
    Uitzondering(
        "bevoegdheid (?!.*logboek_lezen).*", "bereik: .*", "only the log has a reach beyond the own group"
    ),
    Uitzondering(
        "grondslag .*", "soorten: .* erbij", "no set names this ground for a supplier of another soort"
    ),
    Uitzondering(
        "partijsoort gemeente",
        "minimum een lager",
        "who is told that a party is missing works at a gemeente: there is one",
    ),
    Uitzondering(
        "termijn herinnering_afwijking",
        "duur een langer",
        "the setting gives the number, which has this one as its standard",
    ),
    Uitzondering(
        "bewaartermijn .*", "(daarna|na|vier_ogen|afkoeling|vast) ?.*", "retention of cases and log: issue 5"
    ),
)


def zonder_poort(mutant: Mutant) -> bool:
    return any(uitzondering.geldt(mutant) for uitzondering in ZONDER_POORT)
