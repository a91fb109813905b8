"""An uploaded file, sealed with a key of its own, and that key wrapped once for each holder."""

import uuid

from django.db import models

from convenant.partijen.models import Convenant, Groep
from convenant.verstrekkingen.models import Ontvangst, Verstrekking


class Bijlage(models.Model):
    """A file as it was checked. A concept of the group that uploaded it until it stands in field `veld` of an exchange.

    `kop` (name, type, size, pages) and `inhoud` are sealed with the same key: a name of a file may name a person.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField()
    verstrekking = models.ForeignKey(Verstrekking, models.PROTECT, null=True, related_name="+")
    veld = models.CharField(max_length=60, blank=True)
    kop = models.BinaryField()
    inhoud = models.BinaryField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verstrekking=None, veld="")
                | (models.Q(verstrekking__isnull=False) & ~models.Q(veld="")),
                name="bijlage_concept_of_veld",
            )
        ]
        indexes = [
            models.Index(
                fields=["gemaakt_op"], condition=models.Q(verstrekking=None), name="bijlage_te_vergeten"
            )
        ]

    def __str__(self) -> str:
        return f"bijlage {self.pk}"


class Bijlagesleutel(models.Model):
    """The key of a file for one holder, through that holder's copy; deleting it destroys the file for that holder.

    Without a copy it is the key to the own concept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    bijlage = models.ForeignKey(Bijlage, models.PROTECT, related_name="sleutels")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    ontvangst = models.ForeignKey(Ontvangst, models.PROTECT, null=True, related_name="+")
    sleutel = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bijlage", "groep"], name="bijlagesleutel_een_per_houder")
        ]

    def __str__(self) -> str:
        return f"bijlagesleutel {self.pk}"
