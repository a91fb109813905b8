"""A file with arrears that was read and waits for a decision; destroyed when that is taken."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from convenant.partijen.models import Convenant, Groep


class Inlezing(models.Model):
    """One file of the own group; the next one takes its place. `heel`: who is not in it has no arrears any more.

    `kolommen`: what the file says something about. `fouten`, `rijen` and `overgeslagen` (what was left out on purpose) count; of
    the faults the first are kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField()
    heel = models.BooleanField()
    kolommen = ArrayField(models.CharField(max_length=40), default=list)
    rijen = models.PositiveIntegerField(default=0)
    fouten = models.PositiveIntegerField(default=0)
    overgeslagen = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["groep"], name="inlezing_een_per_groep")]

    def __str__(self) -> str:
        return f"inlezing {self.pk}"


class Inleesrij(models.Model):
    """A row of the file without faults, as Huur holds it; `rij` is its number in the file."""

    inlezing = models.ForeignKey(Inlezing, models.PROTECT, related_name="+")
    rij = models.PositiveIntegerField()
    contractnummer = models.CharField(max_length=40)
    naam = models.CharField(max_length=200)
    geboortedatum = models.DateField()
    telefoonnummer = models.CharField(max_length=20, blank=True)
    straatnaam = models.CharField(max_length=100)
    huisnummer = models.PositiveIntegerField()
    huisletter = models.CharField(max_length=1, blank=True)
    huisnummertoevoeging = models.CharField(max_length=8, blank=True)
    postcode = models.CharField(max_length=7)
    plaats = models.CharField(max_length=100)
    aantal_ingeschreven_bewoners = models.PositiveSmallIntegerField()
    huur_per_maand = models.DecimalField(max_digits=7, decimal_places=2)
    schuld = models.DecimalField(max_digits=9, decimal_places=2)
    achterstand_sinds = models.DateField(null=True)
    deurwaarder_op = models.DateField(null=True)
    bewind = models.BooleanField(null=True)
    alleen_strafbaar_feit = models.BooleanField(null=True)
    bezwaar_doorgeven = models.BooleanField(null=True)
    betalingsregeling = models.CharField(max_length=10, null=True)  # noqa: DJ001  (not said is not none)
    regeling_sinds = models.DateField(null=True)
    regeling_per_maand = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    regeling_tot = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["inlezing", "contractnummer"], name="inleesrij_uniek")]

    def __str__(self) -> str:
        return f"inleesrij {self.pk}"


class Inleesfout(models.Model):
    """What is wrong with one cell; the sentence holds nothing of what stands in it."""

    inlezing = models.ForeignKey(Inlezing, models.PROTECT, related_name="+")
    rij = models.PositiveIntegerField()
    kolom = models.CharField(max_length=40, blank=True)
    zin = models.CharField(max_length=300)

    def __str__(self) -> str:
        return f"inleesfout {self.pk}"
