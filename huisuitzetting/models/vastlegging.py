"""What a party records under the privacyreglement (bijlage 1): of the parties themselves, not about tenants."""

import uuid

from django.db import models

from convenant.partijen.models import Convenant, Deelname, Medewerker


class Vastlegging(models.Model):
    """One record of a party, by the verb that made it (`handeling`): the norm it follows, a check of it, its information
    text.

    `wat`: the choice that belongs to the verb. `geldig_tot`: the last day of what it proves. A document is sealed as `kop`
    (name and type) and `inhoud`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    deelname = models.ForeignKey(Deelname, models.PROTECT, related_name="+")
    kenmerk = models.UUIDField(unique=True)
    handeling = models.CharField(max_length=60)
    dag = models.DateField()
    wat = models.CharField(max_length=60)
    tekst = models.TextField(blank=True)
    geldig_tot = models.DateField(null=True)
    kop = models.BinaryField(null=True)
    inhoud = models.BinaryField(null=True)
    sleutel = models.BinaryField(null=True)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kop=None, inhoud=None, sleutel=None)
                | models.Q(kop__isnull=False, inhoud__isnull=False, sleutel__isnull=False),
                name="vastlegging_document_heel",
            ),
            models.CheckConstraint(
                condition=models.Q(geldig_tot=None) | models.Q(geldig_tot__gte=models.F("dag")),
                name="vastlegging_geldig_na_dag",
            ),
        ]

    def __str__(self) -> str:
        return f"vastlegging {self.pk}"
