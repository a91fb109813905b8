"""A record of each kind under the privacyreglement, for tests."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from convenant.poort import bijlagen
from convenant.tijd import vandaag
from huisuitzetting.vastleggingen import handelingen
from huisuitzetting.vastleggingen.handelingen import NORM, Nieuw
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.wereld import Wereld

EIGEN, BUUR, GEMEENTE = (
    "corporatie/privacycoordinator",
    "corporatie/privacycoordinator@ander",
    "gemeente/privacycoordinator",
)


def leg_vast(
    wereld: Wereld, wie: str, handeling: str = NORM, kenmerk: UUID | None = None, **anders: Any
) -> None:
    with wereld.als(wie):
        velden: dict[str, Any] = {"dag": date(2026, 11, 1), "wat": "BIO", **anders}
        if handeling == NORM:
            papier = bijlagen.concept(bijlagen.neem_aan(geladen("bewijs.pdf", maak_pdf())))
            assert papier
            velden = {"geldig_tot": date(2027, 11, 1), "document": papier.waarde, **velden}
        handelingen.leg_vast(handeling, Nieuw(**velden), kenmerk or uuid4())


def meld_dpia(wereld: Wereld, wie: str, raakt: bool = True, kenmerk: UUID | None = None) -> None:
    with wereld.als(wie):
        handelingen.meld_dpia(
            "Er is een risico.", "Mail zonder sleutel.", vandaag(), raakt, kenmerk or uuid4()
        )
