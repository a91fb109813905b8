"""The signs of life of the machinery: what was found the last time that it looked at itself."""

from datetime import timedelta

from django.db import models
from django.db.models import Exists, F, Q, QuerySet
from django.db.models.functions import Now  # noqa: TID251  (see Hartslag)

WORKER, TERMIJNEN, MAIL, LOGBOEK = "worker", "termijnen", "mail", "logboek"
# The task comes every half minute; a worker that is busy with something long is not dead yet.
STIL_NA = timedelta(minutes=3)


class Hartslag(models.Model):
    """One row per part. `fout` is a code, "" when it was well; `goed_op` when it was last.

    By the clock of the database and not by `nu()`: nothing legal hangs on it, and a web server or worker whose own clock
    is wrong must not look alive.
    """

    naam = models.CharField(max_length=20, primary_key=True)
    moment = models.DateTimeField()
    goed_op = models.DateTimeField(null=True)
    fout = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return self.naam


def met_stilte() -> QuerySet[Hartslag]:
    """All parts, each with how long it has been silent (`stil`)."""
    return Hartslag.objects.annotate(stil=Now() - F("moment"))


def loopt_achter() -> Exists:
    """For a query that is made anyway: whether the machinery has stopped, or does not keep up with the clocks.

    A machine that never began is not behind: there is nothing yet that it could have missed.
    """
    stil = Q(naam=WORKER, moment__lt=Now() - STIL_NA)
    return Exists(Hartslag.objects.filter(stil | Q(naam=TERMIJNEN) & ~Q(fout="")))
