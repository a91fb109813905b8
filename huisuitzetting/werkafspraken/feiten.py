"""The facts of the working agreements: of numbers that are sent, and of meetings that are planned."""

from collections.abc import Mapping

from convenant.poort.feiten import Aanvraag, FeitVraag

from .cijfers import Getallen


def _niet_herleidbaar(aanvraag: Aanvraag) -> bool:
    """No number that is sent lies under the smallest that may be told (HAA-PR2.1.b)."""
    getallen = aanvraag.object
    return isinstance(getallen, Getallen) and getallen.veilig(int(aanvraag.instellingen["kleinste_aantal"]))


WERKAFSPRAKEN: Mapping[str, FeitVraag] = {"niet_herleidbaar": _niet_herleidbaar}
