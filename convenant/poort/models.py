"""The log: one line per act, chained per convenant. Written by one database function, read through the gate."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import HashIndex
from django.db import models


class Logregel(models.Model):
    """One act: who, functie, set, doel, article, object, outcome. No value of a person stands in it.

    Everything but `hash` itself is covered by the hash, in the form of the row as jsonb.
    """

    convenant = models.ForeignKey("partijen.Convenant", models.DO_NOTHING, related_name="+", db_index=False)
    volg = models.BigIntegerField()
    moment = models.DateTimeField()
    medewerker_id = models.BigIntegerField(null=True)
    groep_id = models.IntegerField(null=True)
    deelname_id = models.BigIntegerField(null=True)
    soort = models.TextField()
    functie = models.TextField()
    handeling = models.TextField()
    gegevensset = models.TextField()
    doel = models.TextField()
    grondslag = models.TextField()
    eis = models.TextField()
    object = models.TextField()
    uitkomst = models.TextField()
    redenen = models.JSONField()
    verborgen = models.BinaryField(null=True)
    betrokkenen = ArrayField(models.BinaryField())
    vorige = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["convenant", "volg"], name="logregel_volg")]
        indexes = [
            models.Index(fields=["groep_id", "-volg"], name="logregel_groep"),
            models.Index(fields=["deelname_id", "-volg"], name="logregel_deelname"),
            # Today's raadplegingen of one person (the daily limit), and what somebody did in a period.
            models.Index(fields=["medewerker_id", "moment"], name="logregel_medewerker"),
            models.Index(fields=["convenant", "moment"], name="logregel_moment"),
            # What a refusal was about can be too long for a b-tree.
            HashIndex(fields=["object"], name="logregel_object"),
        ]

    def __str__(self) -> str:
        return f"logregel {self.volg}"


class LogBetrokkene(models.Model):
    """A data subject of one line, by pseudonymous key. Goes on its own term; its hash stays in the line."""

    convenant = models.ForeignKey("partijen.Convenant", models.DO_NOTHING, related_name="+")
    volg = models.BigIntegerField()
    sleutel = models.BinaryField()
    zout = models.BinaryField()

    def __str__(self) -> str:
        return f"betrokkene bij logregel {self.volg}"


class LogVerborgen(models.Model):
    """Reasons the actor may not hear (`Feit.gemis_zichtbaar`), for who supervises; its hash stands in the line."""

    convenant = models.ForeignKey("partijen.Convenant", models.DO_NOTHING, related_name="+")
    volg = models.BigIntegerField()
    redenen = models.JSONField()
    zout = models.BinaryField()

    def __str__(self) -> str:
        return f"verborgen redenen bij logregel {self.volg}"


class LogKop(models.Model):
    """The last line of a convenant's chain. Updated only by the function that writes the log."""

    convenant = models.OneToOneField(
        "partijen.Convenant", models.DO_NOTHING, primary_key=True, related_name="+"
    )
    volg = models.BigIntegerField()
    hash = models.BinaryField()

    def __str__(self) -> str:
        return f"kop {self.volg}"
