"""The facts of the working agreements: of numbers that are sent, and of a meeting that is planned."""

from collections.abc import Mapping

from convenant.poort.feiten import Aanvraag, FeitVraag

from .cijfers import Getallen
from .overleg import Overlegplan, nog_te_plannen


def _niet_herleidbaar(aanvraag: Aanvraag) -> bool:
    """No number that is sent lies under the smallest that may be told (HAA-PR2.1.b)."""
    getallen = aanvraag.object
    return isinstance(getallen, Getallen) and getallen.veilig(int(aanvraag.instellingen["kleinste_aantal"]))


def _hooguit_twee_overleggen(aanvraag: Aanvraag) -> bool:
    """Of the meeting that is planned: one of two in its calendar year, or with a reason (HAA-9.4)."""
    plan = aanvraag.object
    return isinstance(plan, Overlegplan) and (bool(plan.reden.strip()) or nog_te_plannen(plan.dag) > 0)


WERKAFSPRAKEN: Mapping[str, FeitVraag] = {
    "niet_herleidbaar": _niet_herleidbaar,
    "hooguit_twee_overleggen_of_reden": _hooguit_twee_overleggen,
}
