"""What ends a convenant or a participation, and what the clock did about it. Set down once; the running period is
computed, never stored."""

import uuid

from django.db import models

from convenant.partijen.models import Convenant, Deelname, Medewerker


class Beeindiging(models.Model):
    """A notice, a decision to end, or the law that overtakes the text (`wet`), as one party recorded it.

    `werkt_op`: the first day on which what it ends is no longer there. `alles`: the convenant, else the own
    participation. `eerder`: the end that stood there before, which comes back when it is withdrawn.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    deelname = models.ForeignKey(Deelname, models.PROTECT, related_name="+")
    handeling = models.CharField(max_length=60)
    alles = models.BooleanField()
    ontvangen_op = models.DateField()
    werkt_op = models.DateField()
    redenen = models.TextField(blank=True)
    wet = models.CharField(max_length=300, blank=True)
    eerder = models.DateField(null=True)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["deelname", "handeling"],
                condition=models.Q(ingetrokken_op=None),
                name="beeindiging_een_tegelijk",
            ),
            models.CheckConstraint(
                condition=models.Q(ingetrokken_op=None) ^ models.Q(ingetrokken_door__isnull=False),
                name="beeindiging_ingetrokken_door_iemand",
            ),
        ]

    def __str__(self) -> str:
        return f"beeindiging {self.pk}"


class Brief(models.Model):
    """The letter of a notice: `kop` (name and type) and `inhoud`, sealed with a key of its own."""

    beeindiging = models.OneToOneField(Beeindiging, models.PROTECT, primary_key=True, related_name="+")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    kop = models.BinaryField()
    inhoud = models.BinaryField()
    sleutel = models.BinaryField()

    def __str__(self) -> str:
        return f"brief {self.pk}"


class Feit(models.Model):
    """Something that happens by itself, once: extended in silence, reminded, said goodbye. `dag`: over which date."""

    VERLENGD, HERINNERD, AFSCHEID = "verlengd", "herinnerd", "afscheid"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    soort = models.CharField(max_length=20)
    dag = models.DateField()
    moment = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["convenant", "medewerker", "soort", "dag"],
                nulls_distinct=False,
                name="looptijdfeit_een_keer",
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.dag}"


class Eindverslag(models.Model):
    """What the end of one participation closed, and what was still open that day (HEE-9.5).

    `autorisaties`: ids of those that ended. `zaken`: [number, step] of each case its groups had open.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    deelname = models.ForeignKey(Deelname, models.PROTECT, related_name="+")
    einde = models.DateField()
    gemaakt_op = models.DateTimeField()
    autorisaties = models.JSONField()
    zaken = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["deelname", "einde"], name="eindverslag_een_per_einde")
        ]

    def __str__(self) -> str:
        return f"eindverslag {self.pk}"


class Voorstel(models.Model):
    """What the parties decide together (`soort`: of which kind), as one of them proposed it; `stap` as the policy has it.

    `dag`: from when an amendment is to work, or the last day of the convenant. `werkt_op`: the first day on which it really
    does, once decided. `bedoeld`: the document says in so many words that it is an amendment. `herstelt`: the clause that
    was found invalid and that it repairs.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    deelname = models.ForeignKey(Deelname, models.PROTECT, related_name="+")
    kenmerk = models.UUIDField(unique=True)
    soort = models.CharField(max_length=20)
    stap = models.CharField(max_length=60)
    onderwerp = models.CharField(max_length=200)
    redenen = models.TextField()
    dag = models.DateField()
    bedoeld = models.BooleanField(default=False)
    herstelt = models.CharField(max_length=40, blank=True)
    voorgesteld_op = models.DateTimeField()
    voorgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    besloten_op = models.DateTimeField(null=True)
    besloten_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    werkt_op = models.DateField(null=True)
    reden_weigering = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(besloten_op=None, werkt_op=None, reden_weigering="")
                | models.Q(besloten_op__isnull=False)
                & (models.Q(werkt_op=None) ^ models.Q(reden_weigering="")),
                name="voorstel_aangenomen_of_geweigerd",
            ),
            models.CheckConstraint(
                condition=models.Q(besloten_op=None) ^ models.Q(besloten_door__isnull=False),
                name="voorstel_besloten_door_iemand",
            ),
        ]

    def __str__(self) -> str:
        return f"voorstel {self.pk}"


class Akkoord(models.Model):
    """That one party agrees: who signed for it, in which functie, and by what authority (`bevoegdheid`)."""

    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="akkoorden")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    deelname = models.ForeignKey(Deelname, models.PROTECT, related_name="+")
    naam = models.CharField(max_length=100)
    functie = models.CharField(max_length=100)
    bevoegdheid = models.CharField(max_length=200)
    getekend_op = models.DateField()
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["voorstel", "deelname"], name="akkoord_een_per_partij")
        ]

    def __str__(self) -> str:
        return f"akkoord {self.pk}"


class Stuk(models.Model):
    """A document: the proposal itself, or what a party signed (`akkoord`). Sealed with a key of its own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="+")
    akkoord = models.OneToOneField(Akkoord, models.PROTECT, null=True, related_name="stuk")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    kop = models.BinaryField()
    inhoud = models.BinaryField()
    sleutel = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["voorstel"],
                condition=models.Q(akkoord=None),
                name="stuk_een_per_voorstel",
            )
        ]

    def __str__(self) -> str:
        return f"stuk {self.pk}"
