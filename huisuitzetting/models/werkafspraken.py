"""Evaluations, meetings and annexes of the working agreements: of those who work by them, not about tenants."""

import uuid

from django.db import models

from convenant.partijen.models import Convenant, Deelname, Groep, Medewerker
from convenant.zaken.models import Zaak


class Evaluatie(models.Model):
    """One evaluation (HAA-9.2). `cijfers`: [year, of whom, what, first half, second half, year], as they stood when it was
    opened. `deelnemers`: functies by name. `voortgezet_tot`: the first day that a decision to go on does not cover."""

    class Besluit(models.TextChoices):
        VOORTZETTEN = "voortzetten", "Een jaar voortzetten"
        NIET_VOORTZETTEN = "niet_voortzetten", "Niet voortzetten"

    zaak = models.OneToOneField(Zaak, models.PROTECT, primary_key=True, related_name="+")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    kenmerk = models.UUIDField(unique=True)
    dag = models.DateField()
    agenda = models.TextField()
    deelnemers = models.JSONField()
    cijfers = models.JSONField()
    verslag = models.TextField(blank=True)
    besluit = models.CharField(max_length=20, blank=True, choices=Besluit)
    besloten_op = models.DateField(null=True)
    voortgezet_tot = models.DateField(null=True)
    besluit_kenmerk = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(besluit="", besloten_op=None)
                | ~models.Q(besluit="") & models.Q(besloten_op__isnull=False) & ~models.Q(verslag=""),
                name="evaluatie_besluit_met_verslag",
            )
        ]

    def __str__(self) -> str:
        return f"evaluatie {self.pk}"


class Overleg(models.Model):
    """A meeting on whether the agreements still fit (HAA-9.4). `reden`: why there is a third in the year."""

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    kenmerk = models.UUIDField(unique=True)
    dag = models.DateField()
    onderwerp = models.CharField(max_length=300)
    reden = models.CharField(max_length=500, blank=True)
    gepland_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"overleg {self.pk}"


class AanvullendeAfspraak(models.Model):
    """An annex for one corporatie (HAA-OW.6): a document, sealed as `kop` (name and type) and `inhoud`, from a day until
    and including another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    deelname = models.ForeignKey(Deelname, models.PROTECT, related_name="+")
    kenmerk = models.UUIDField(unique=True)
    titel = models.CharField(max_length=200)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    kop = models.BinaryField()
    inhoud = models.BinaryField()
    sleutel = models.BinaryField()
    toegevoegd_op = models.DateTimeField()
    toegevoegd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("vanaf")),
                name="afspraak_tot_na_vanaf",
            )
        ]

    def __str__(self) -> str:
        return f"aanvullende afspraak {self.pk}"
