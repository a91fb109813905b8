"""What a corporatie keeps for itself about collection that waits."""

from django.db import models

from convenant.partijen.models import Convenant, Groep
from convenant.zaken.models import Zaak


class Opschorting(models.Model):
    """That collection waits and why it may (HAA-5.1): since when the running rent is paid, and what shows good will.

    Of the own group of melders; what goes to others is the date alone.
    """

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    zaak = models.ForeignKey(Zaak, models.PROTECT, related_name="+")
    sinds = models.DateField()
    lopende_huur_sinds = models.DateField()
    goede_wil = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(goede_wil=""), name="opschorting_goede_wil"),
        ]

    def __str__(self) -> str:
        return f"opschorting {self.pk}"
