"""What SDV keeps for itself."""

from django.db import models

from convenant.partijen.models import Convenant, Groep
from convenant.zaken.models import Zaak


class Beoordeling(models.Model):
    """What SDV found the tenant to need (HAA-7.4). Of the own group of SDV: the corporatie hears only that it is done."""

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    zaak = models.ForeignKey(Zaak, models.PROTECT, related_name="+")
    dag = models.DateField()
    budgetbeheer = models.BooleanField()
    beschermingsbewind = models.BooleanField()
    budgetbegeleiding = models.BooleanField()

    def __str__(self) -> str:
        return f"beoordeling {self.pk}"
