"""The exchange as a stored act, and the copies that hold its values."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from convenant.partijen.models import Convenant, Groep
from convenant.zaken.models import Zaak


class Verstrekking(models.Model):
    """One party gave named data to another: set, doel, grondslag, article, moment; never values.

    Stays as long as its longest copy. `door_groep` performed the verb, `van_groep` supplied; they differ when the
    receiver fetched (a raadpleging). `bron` says which version of the source was read (an uittreksel). `aan_extern`: the
    kant of a receiver who never signs in, as "soort/functie"; only the sender has a copy of that. `vorm`: how it had been given
    already, besides here ("" when only here), on the day `gegeven_op`.
    """

    class Vorm(models.TextChoices):
        MONDELING = "mondeling", "Mondeling"
        OP_PAPIER = "op_papier", "Op papier"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+", db_index=False)
    beleid_versie = models.PositiveIntegerField()
    zaak = models.ForeignKey(Zaak, models.PROTECT, null=True, related_name="+")
    gegevensset = models.CharField(max_length=60)
    eis = models.CharField(max_length=40)
    doel = models.CharField(max_length=60)
    grondslag = models.CharField(max_length=60)
    redenen = models.JSONField()
    van_groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    door_groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    moment = models.DateTimeField()
    bron = models.CharField(max_length=60, blank=True)
    aan_extern = models.CharField(max_length=80, blank=True, db_default="")
    vorm = models.CharField(max_length=10, blank=True, choices=Vorm, db_default="")
    gegeven_op = models.DateField(null=True)
    vervangt = models.OneToOneField("self", models.PROTECT, null=True, related_name="vervangen_door")
    vervangen_op = models.DateTimeField(null=True)
    ingetrokken_op = models.DateTimeField(null=True)
    intrekreden = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(vorm="") ^ models.Q(gegeven_op__isnull=False),
                name="verstrekking_vorm_met_dag",
            )
        ]

    def __str__(self) -> str:
        return f"verstrekking {self.pk}"


class Ontvangst(models.Model):
    """The own copy of one holder: exactly the permitted fields, as sent, sealed with a key of its own.

    Destroying a copy is deleting its key and values; that it was there stays until its Verstrekking goes.
    `adres_sleutel` is what the own group finds it by; it dies with the values.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    verstrekking = models.ForeignKey(Verstrekking, models.PROTECT, related_name="ontvangsten")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+", db_index=False)
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    velden = ArrayField(models.CharField(max_length=60))
    waarden = models.BinaryField(null=True)
    sleutel = models.BinaryField(null=True)
    bewaren_tot = models.DateTimeField(null=True)
    geopend_op = models.DateTimeField(null=True)
    bevestigd_op = models.DateTimeField(null=True)
    vernietigd_op = models.DateTimeField(null=True)
    adres_sleutel = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["verstrekking", "groep"], name="ontvangst_een_per_houder"),
            models.CheckConstraint(
                condition=models.Q(vernietigd_op=None) ^ models.Q(waarden=None, sleutel=None),
                name="ontvangst_vernietigd_zonder_waarden",
            ),
        ]
        indexes = [
            models.Index(fields=["groep", "-bewaren_tot"], name="ontvangst_groep"),
            models.Index(
                fields=["bewaren_tot"],
                condition=models.Q(vernietigd_op=None),
                name="ontvangst_te_vernietigen",
            ),
            models.Index(
                fields=["groep", "adres_sleutel"],
                condition=~models.Q(adres_sleutel=""),
                name="ontvangst_adres",
            ),
        ]

    def __str__(self) -> str:
        return f"ontvangst {self.pk}"


class Raadpleging(models.Model):
    """What was asked to get a Verstrekking without a case: why, and whose identity was established how.

    The texts hold names; they live here, with a term of their own, and not in the log.
    """

    verstrekking = models.OneToOneField(
        Verstrekking, models.PROTECT, primary_key=True, related_name="raadpleging"
    )
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    adres = models.CharField(max_length=400)
    noodzaak = models.TextField()
    identiteit = models.JSONField()

    def __str__(self) -> str:
        return f"raadpleging {self.pk}"
