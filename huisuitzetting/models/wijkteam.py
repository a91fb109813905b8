"""What the Sociaal Wijkteam keeps about its own work; of the own group only, and without a word of any conversation."""

from django.db import models

from convenant.partijen.models import Convenant, Groep, Medewerker
from convenant.zaken.models import Zaak

from .toestemming import Toestemming


class Wachtlijstplek(models.Model):
    """A place on the waiting list, there as long as the case is in that step (HAA-3.6).

    Which group gives priority, and why the order was left, stand in the own copies of the set `voorrang`; here only what the
    order needs.
    """

    zaak = models.OneToOneField(Zaak, models.CASCADE, primary_key=True, related_name="+")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    ontvangen_op = models.DateTimeField()
    heeft_voorrang = models.BooleanField(default=False)
    reden_vermeld = models.BooleanField(default=False)

    class Meta:
        indexes = [
            # Whoever has priority first, then by receipt.
            models.Index(
                fields=["groep", "-heeft_voorrang", "ontvangen_op", "zaak"], name="wachtlijstplek_volgorde"
            )
        ]

    def __str__(self) -> str:
        return f"wachtlijstplek {self.pk}"


class Regie(models.Model):
    """That somebody leads the case (HAA-2.2.1): a member of the team, or `medewerker` is empty and it is elsewhere.

    Name and organisation stand in the copies of the set `regie`. `overlegd_op`: when the tenant was consulted about help from
    another organisation (HAA-3.10).
    """

    zaak = models.OneToOneField(Zaak, models.CASCADE, primary_key=True, related_name="+")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    overlegd_op = models.DateField(null=True)
    belegd_op = models.DateTimeField()

    def __str__(self) -> str:
        return f"regie {self.pk}"


class Interventie(models.Model):
    """An intervention in the tenant's money trouble (HAA-1.2), chosen from lists; `kenmerk` is the form's."""

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="+")
    dag = models.DateField()
    soort = models.CharField(max_length=40)
    resultaat = models.CharField(max_length=40)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    kenmerk = models.UUIDField(unique=True)

    class Meta:
        indexes = [models.Index(fields=["zaak", "groep", "dag"], name="interventie_zaak")]

    def __str__(self) -> str:
        return f"interventie {self.pk}"


class Bewijsstuk(models.Model):
    """The signed paper of a consent: `kop` (name and type) and `inhoud`, sealed with a key of its own (HAA-B2.6.b)."""

    toestemming = models.OneToOneField(Toestemming, models.CASCADE, primary_key=True, related_name="+")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    kop = models.BinaryField()
    inhoud = models.BinaryField()
    sleutel = models.BinaryField()

    def __str__(self) -> str:
        return f"bewijsstuk {self.pk}"
