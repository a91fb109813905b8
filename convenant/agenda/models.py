"""The secret address at which a person's own calendar fetches what is due."""

from django.conf import settings
from django.db import models

from convenant.partijen.models import Convenant


class Adres(models.Model):
    """One of a person in a convenant. Only a hash of the secret is kept: who reads the table cannot use it."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    convenant = models.ForeignKey(Convenant, models.CASCADE, related_name="+", db_index=False)
    sleutel_hash = models.CharField(max_length=64, unique=True)
    gemaakt_op = models.DateTimeField()
    geldig_tot = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "convenant"], name="agenda_een_adres")]

    def __str__(self) -> str:
        return f"agenda-adres {self.pk}"
