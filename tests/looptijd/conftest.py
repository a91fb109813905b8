"""The small Heemstede, and what the tests of its end share."""

from collections.abc import Iterator
from datetime import date

import pytest

from convenant.berichten.models import Bericht
from convenant.looptijd import beeindigen
from convenant.looptijd.beeindigen import Invoer
from convenant.partijen.models import Convenant
from convenant.poort import bijlagen
from convenant.poort.models import Logregel
from convenant.tijd import stel_in
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.wereld import NU, Wereld, maak_wereld

VANDAAG = date(2026, 11, 23)


@pytest.fixture
def wereld(db: None) -> Iterator[Wereld]:
    """On its Monday in November 2026: in the period from 1 June 2026 up to and including 31 May 2027."""
    with stel_in(NU):
        yield maak_wereld()


def zeg_op(wereld: Wereld, wie: str, handeling: str = "opzeggen", **anders: object) -> object:
    """Give notice as this persona, received today unless said otherwise."""
    with wereld.als(wie):
        return beeindigen.leg_vast(Invoer(handeling, **({"ontvangen_op": VANDAAG} | anders)))


def brief() -> dict[str, str]:
    """A letter that somebody has just uploaded; inside the border."""
    concept = bijlagen.concept(bijlagen.neem_aan(geladen("opzegging.pdf", maak_pdf())))
    assert concept is not None
    return concept.waarde


def einden(wereld: Wereld) -> dict[str, date | None]:
    """Every date that the facts read, by what it ends."""
    convenant = Convenant.objects.get(pk=wereld.convenant.pk)
    eigen = {naam: type(d).objects.get(pk=d.pk).einde for naam, d in wereld.deelnames.items()}
    return {
        naam: dag
        for naam, dag in (eigen | {"alles": convenant.einde, "wet": convenant.vervallen_op}).items()
        if dag is not None
    }


def post(als_eigenaar) -> list[tuple[str, str]]:
    """(first part of the address, subject) of the mail that waits."""
    with als_eigenaar():
        rijen = Bericht.objects.order_by("account__email").values_list("account__email", "onderwerp")
        return [(adres.partition("@")[0], onderwerp) for adres, onderwerp in rijen]


def log(als_eigenaar, *handelingen: str) -> list[tuple[str, str, str]]:
    """(verb, object, clause) of the lines of these verbs, in order."""
    with als_eigenaar():
        rijen = Logregel.objects.filter(handeling__in=handelingen).order_by("volg")
        return list(rijen.values_list("handeling", "object", "eis"))
