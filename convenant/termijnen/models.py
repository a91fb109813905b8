"""Clocks that run: one row for a Termijn of the policy and one subject, and what happened to it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from convenant.partijen.models import Convenant, Groep, Medewerker
from convenant.zaken.models import Zaak


class Klok(models.Model):
    """A running Termijn. Written through functions only (convenant/termijnen/sql.py).

    `groep` must act, the groups in `zien` may know; of a case only those that have it. `vervalt_op` is half-open.
    `verlopen_op`: when it was seen to have gone by unmet. `volgende`: when the machine has to look at it again, None when
    never. `sleutel` tells one subject of a kind from another: the id of the case, a deelname, an autorisatie.
    """

    LOOPT, OPGESCHORT, VOLDAAN = "loopt", "opgeschort", "voldaan"
    INGETROKKEN, VERVALLEN = "ingetrokken", "vervallen"
    OPEN = (LOOPT, OPGESCHORT)

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+", db_index=False)
    beleid_versie = models.PositiveIntegerField()
    termijn = models.CharField(max_length=60)
    eis = models.CharField(max_length=40)
    onderwerp = models.CharField(max_length=20)
    sleutel = models.CharField(max_length=40)
    zaak = models.ForeignKey(Zaak, models.CASCADE, null=True, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, null=True, related_name="+", db_index=False)
    zien = ArrayField(models.BigIntegerField(), default=list)
    na = models.DateTimeField()
    vervalt_op = models.DateTimeField()
    volgende = models.DateTimeField(null=True)
    stand = models.CharField(max_length=12, default=LOOPT)
    verlopen_op = models.DateTimeField(null=True)
    voldaan_op = models.DateTimeField(null=True)
    voldaan_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    verlengd_tot = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            # The same event twice is one clock; of one duty about one subject only one runs.
            models.UniqueConstraint(
                fields=["convenant", "termijn", "sleutel", "na"],
                condition=~Q(stand="ingetrokken"),
                name="klok_een_per_gebeurtenis",
            ),
            models.UniqueConstraint(
                fields=["convenant", "termijn", "sleutel"],
                condition=Q(stand__in=("loopt", "opgeschort")),
                name="klok_een_lopend",
            ),
            models.CheckConstraint(
                condition=Q(stand__in=("loopt", "opgeschort", "voldaan", "ingetrokken", "vervallen")),
                name="klok_stand",
            ),
            models.CheckConstraint(
                condition=Q(stand="voldaan", voldaan_op__isnull=False)
                | (~Q(stand="voldaan") & Q(voldaan_op=None)),
                name="klok_voldaan_op",
            ),
        ]
        indexes = [
            models.Index(fields=["volgende"], condition=Q(stand="loopt"), name="klok_volgende"),
            models.Index(
                fields=["groep", "vervalt_op"],
                condition=Q(stand__in=("loopt", "opgeschort")),
                name="klok_groep",
            ),
            # What was met in time and what went by, in a period.
            models.Index(
                fields=["convenant", "voldaan_op"],
                condition=Q(voldaan_op__isnull=False, verlopen_op__isnull=True),
                name="klok_op_tijd",
            ),
            models.Index(
                fields=["convenant", "verlopen_op"],
                condition=Q(verlopen_op__isnull=False),
                name="klok_te_laat",
            ),
            models.Index(
                fields=["convenant", "vervalt_op"],
                condition=Q(zaak=None, stand="loopt"),
                name="klok_zonder_zaak",
            ),
        ]

    def __str__(self) -> str:
        return f"klok {self.pk}"


class Klokfeit(models.Model):
    """Something that happened to a clock, once: `gepland` is the moment it was meant for, `moment` when it was done.

    `soort`: begonnen | waarschuwing | verlopen | voldaan | opgeschort | hervat | verlengd | verplaatst | ingetrokken |
    vervallen.
    """

    BEGONNEN, VERLENGD, VERPLAATST = "begonnen", "verlengd", "verplaatst"

    klok = models.ForeignKey(Klok, models.CASCADE, related_name="feiten", db_index=False)
    soort = models.CharField(max_length=12)
    gepland = models.DateTimeField()
    moment = models.DateTimeField()
    door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    reden = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["klok", "soort", "gepland"], name="klokfeit_een_keer")]

    def __str__(self) -> str:
        return f"klokfeit {self.pk}"


class VrijeDag(models.Model):
    """A day that is no werkdag in one convenant, beside those of the law (decision 2).

    `vastgelegd_door` is empty for the command line. `verwerkt_op`: when the clocks that ran already were moved on.
    """

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+", db_index=False)
    dag = models.DateField()
    omschrijving = models.CharField(max_length=100)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    verwerkt_op = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["convenant", "dag"], name="vrijedag_een_keer")]

    def __str__(self) -> str:
        return f"vrije dag {self.dag}"
