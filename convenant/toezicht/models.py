"""What supervision leaves behind: monthly samples with a judgement per line, and what was taken out of the log."""

import uuid

from django.db import models

from convenant.partijen.models import Convenant, Medewerker


class Steekproef(models.Model):
    """One month's draw from the raadplegingen. Made by the database from `zaad`, so that anyone can draw it again.

    `maand` is its first day, `uit` how many raadplegingen there were to draw from.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    maand = models.DateField()
    zaad = models.CharField(max_length=64)
    omvang = models.PositiveIntegerField()
    uit = models.PositiveIntegerField()
    getrokken_op = models.DateTimeField()
    getrokken_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    afgerond_op = models.DateTimeField(null=True)
    afgerond_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    bewaren_tot = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["convenant", "maand"], name="steekproef_een_per_maand"),
            models.CheckConstraint(
                condition=models.Q(afgerond_op=None) ^ models.Q(afgerond_door__isnull=False),
                name="steekproef_afgerond_door_iemand",
            ),
        ]

    def __str__(self) -> str:
        return f"steekproef {self.pk}"


class Steekproefregel(models.Model):
    """One drawn line of the log (`volg`) and what the supervisor thinks of it."""

    IN_ORDE, VRAAG, NIET_IN_ORDE = "in_orde", "vraag_stellen", "niet_in_orde"
    OORDELEN = (IN_ORDE, VRAAG, NIET_IN_ORDE)

    steekproef = models.ForeignKey(Steekproef, models.PROTECT, related_name="regels")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    plaats = models.PositiveIntegerField()
    volg = models.BigIntegerField()
    oordeel = models.CharField(max_length=20, blank=True)
    toelichting = models.TextField(blank=True)
    beoordeeld_op = models.DateTimeField(null=True)
    beoordeeld_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["steekproef", "plaats"], name="steekproefregel_plaats"),
            models.UniqueConstraint(fields=["steekproef", "volg"], name="steekproefregel_een_keer"),
            models.CheckConstraint(
                condition=models.Q(oordeel="", beoordeeld_op=None, beoordeeld_door=None)
                | models.Q(
                    oordeel__in=("in_orde", "vraag_stellen", "niet_in_orde"),
                    beoordeeld_op__isnull=False,
                    beoordeeld_door__isnull=False,
                ),
                name="steekproefregel_oordeel",
            ),
            models.CheckConstraint(
                condition=models.Q(oordeel__in=("", "in_orde")) | ~models.Q(toelichting=""),
                name="steekproefregel_toelichting",
            ),
        ]

    def __str__(self) -> str:
        return f"steekproefregel {self.pk}"


class Uitvoer(models.Model):
    """One time that lines left the log: who, when, in which form, what for, and by which filter they were chosen."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    moment = models.DateTimeField()
    vorm = models.CharField(max_length=10)
    waarvoor = models.CharField(max_length=500)
    filter = models.JSONField()
    aantal = models.PositiveIntegerField()
    bewaren_tot = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["convenant", "-moment"], name="uitvoer_moment")]

    def __str__(self) -> str:
        return f"uitvoer {self.pk}"
