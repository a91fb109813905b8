"""Where a corporatie is with bailiff and judge, and what it did outside the convenant; of the own group only."""

from django.db import models

from convenant.partijen.models import Convenant, Groep
from convenant.zaken.models import Zaak


class Procedure(models.Model):
    """The days of the way to the judge in one case (bijlage 4). Called in again, the bailiff begins a new round.

    `begonnen_op`: when this round began; what was talked over before it belongs to the one before (HAA-B4.7).
    """

    zaak = models.OneToOneField(Zaak, models.PROTECT, primary_key=True, related_name="+")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    begonnen_op = models.DateTimeField()
    deurwaarder_op = models.DateField()
    dagvaarding_op = models.DateField(null=True)
    vonnis_op = models.DateField(null=True)
    ontruiming_op = models.DateField(null=True)

    def __str__(self) -> str:
        return f"procedure {self.pk}"


class Afwijking(models.Model):
    """What was done outside the convenant, with the reason (decision 63). Told as soon as the wijkteam has the case.

    `kenmerk` is the form's: sent twice, it is one. `verstuurd_op`: None while nobody could be told.
    """

    class Soort(models.TextChoices):
        DEURWAARDER = "deurwaarder_te_vroeg", "Te vroeg naar de deurwaarder"
        RECHTER = "rechter_te_vroeg", "Te vroeg naar de rechter"
        OVERLEG = "ontruiming_zonder_overleg", "Ontruimd zonder laatste overleg"

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    zaak = models.ForeignKey(Zaak, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=30, choices=Soort)
    dag = models.DateField()
    reden = models.CharField(max_length=500)
    verstuurd_op = models.DateTimeField(null=True)
    kenmerk = models.UUIDField(unique=True)

    def __str__(self) -> str:
        return f"afwijking {self.pk}"
