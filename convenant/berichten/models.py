"""Mail that waits to be sent: written in the transaction of the act, sent by a task."""

import uuid

from django.db import models

from convenant.partijen.models import Account, Convenant


class Bericht(models.Model):
    """One mail to one account: fixed sentences and an address in this product, nothing about a person.

    Whoever sends it takes it until `genomen_tot`; the row goes when it is sent.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    onderwerp = models.CharField(max_length=150)
    tekst = models.TextField()
    pad = models.CharField(max_length=200)
    gemaakt_op = models.DateTimeField()
    genomen_tot = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"bericht {self.pk}"
