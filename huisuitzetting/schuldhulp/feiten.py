"""The facts of debt counselling, from what was sent and done in the case."""

from collections.abc import Mapping

from convenant.poort.feiten import Aanvraag, FeitVraag
from convenant.poort.zaken import verstuurd
from convenant.zaken.models import Gebeurtenis


def beoordeling_sdv_vastgelegd(aanvraag: Aanvraag) -> bool:
    """SDV let the corporatie know that it looked into budgetbeheer and beschermingsbewind (HAA-7.4)."""
    return verstuurd(aanvraag.zaak, "beoordeling_sdv") is not None


def geen_betalingsregeling_mogelijk(aanvraag: Aanvraag) -> bool:
    """SDV recorded that (HAA-7.1)."""
    vastgesteld = Gebeurtenis.objects.filter(zaak=aanvraag.zaak, handeling="geen_regeling_vaststellen")
    return aanvraag.zaak is not None and vastgesteld.exists()


SCHULDHULP: Mapping[str, FeitVraag] = {
    "beoordeling_sdv_vastgelegd": beoordeling_sdv_vastgelegd,
    "geen_betalingsregeling_mogelijk": geen_betalingsregeling_mogelijk,
}
