"""One small Heemstede per module, in a transaction that is never committed; each test gets it untouched."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from convenant.tijd import stel_in
from tests.wereld import NU, Wereld, maak_wereld, neem_fgs_aan


@pytest.fixture(scope="module")
def gedeelde_wereld(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Wereld]:
    with django_db_blocker.unblock(), transaction.atomic():
        wereld = maak_wereld()
        neem_fgs_aan(wereld)
        yield wereld
        transaction.set_rollback(True)


@pytest.fixture
def wereld(gedeelde_wereld: Wereld, db: None) -> Iterator[Wereld]:
    """The small Heemstede of tests/wereld.py, on its Monday morning; what a test does to it is undone."""
    with stel_in(NU):
        yield deepcopy(gedeelde_wereld)
