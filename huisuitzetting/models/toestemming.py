"""Consent of a tenant, kept by who asked for it; others on the case learn at most that it holds and since when."""

from django.db import models

from convenant.partijen.models import Convenant, Groep, Medewerker
from convenant.zaken.models import Zaak


class Toestemming(models.Model):
    """That a tenant agreed, when, how, and who wrote it down (HAA-B2.2, HAA-B2.5.b, HAA-B2.6.b).

    `tekst` is what was agreed to, `aan` the organisation that may get something, where the consent is for one. `gesloten_om`: why
    who reported with it closed the case. `brief`: the act that sent what it is for, of a handover.
    """

    class Soort(models.TextChoices):
        MELDING = "melding", "melden bij het wijkteam"
        OVERDRACHT = "overdracht", "overdragen aan een andere organisatie"
        KLANT_SCHRIFTELIJK = "klant_schriftelijk", "meer vertellen aan de corporatie"

    class Wijze(models.TextChoices):
        SCHRIFTELIJK = "schriftelijk", "Schriftelijk, met handtekening"
        BERICHT = "bericht", "Per e-mail of app"
        MONDELING = "mondeling", "Mondeling"

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    zaak = models.ForeignKey(Zaak, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20, choices=Soort)
    aan = models.CharField(max_length=100, blank=True)
    gegeven_op = models.DateField()
    wijze = models.CharField(max_length=20, choices=Wijze)
    tekst = models.CharField(max_length=500)
    vastgelegd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()
    ingetrokken_op = models.DateField(null=True)
    gesloten_om = models.CharField(max_length=20, blank=True)
    brief = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["zaak", "groep", "soort", "aan"],
                condition=models.Q(ingetrokken_op=None) & ~models.Q(soort="overdracht"),
                name="toestemming_een_tegelijk",
            ),
            models.CheckConstraint(
                condition=models.Q(ingetrokken_op=None)
                | models.Q(ingetrokken_op__gte=models.F("gegeven_op")),
                name="toestemming_eerst_gegeven",
            ),
        ]

    def __str__(self) -> str:
        return f"toestemming {self.pk}"
