"""Who has which functie from when until when, and the traces of who decided that."""

import uuid
from datetime import date

from django.db import models

from .convenant import Convenant, Deelname
from .looptijd import geldt
from .mensen import Groep, Medewerker


class Inrichtingsgebeurtenis(models.Model):
    """What was laid down about a convenant or a party to it, and what stood there before; rows are added, never changed.

    `soort` is one of `vastleggen`; `naam` says which setting or declaration. `door` is empty for the command line.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    deelname = models.ForeignKey(Deelname, models.PROTECT, null=True, related_name="+")
    soort = models.CharField(max_length=20)
    naam = models.CharField(max_length=60, blank=True)
    oud = models.JSONField(null=True)
    nieuw = models.JSONField(null=True)
    reden = models.CharField(max_length=500, blank=True)
    moment = models.DateTimeField()
    door = models.ForeignKey("Medewerker", models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["convenant", "-moment"], name="inrichtingsgebeurtenis_op")]

    def __str__(self) -> str:
        return f"{self.soort} in convenant {self.convenant_id}"


class Autorisatie(models.Model):
    """A functie for a medewerker: registered by one pair of eyes, granted by another, from/until (half-open).

    `afgesloten_op`: refused, or taken back before anybody decided. `geschorst_op`: nothing can be done with it for
    now. `bevestigd_op`: when the registering side last said that it is still needed.
    """

    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="autorisaties")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="autorisaties")
    aangemeld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    aangemeld_op = models.DateTimeField()
    verleend_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    afgesloten_op = models.DateTimeField(null=True, blank=True)
    geschorst_op = models.DateTimeField(null=True, blank=True)
    bevestigd_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker", "groep"],
                condition=models.Q(van=None, afgesloten_op=None),
                name="autorisatie_een_aanmelding",
            ),
            models.CheckConstraint(
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("van")),
                name="autorisatie_tot_na_van",
            ),
            models.CheckConstraint(
                condition=models.Q(afgesloten_op=None) | models.Q(van=None),
                name="autorisatie_verleend_of_afgesloten",
            ),
            models.CheckConstraint(
                condition=models.Q(verleend_door=None) | ~models.Q(verleend_door=models.F("aangemeld_door")),
                name="autorisatie_vier_ogen",
            ),
            models.CheckConstraint(
                condition=models.Q(verleend_door=None) | ~models.Q(verleend_door=models.F("medewerker")),
                name="autorisatie_niet_zichzelf",
            ),
            models.CheckConstraint(
                condition=models.Q(verleend_door=None) ^ models.Q(van__isnull=False),
                name="autorisatie_van_bij_verlenen",
            ),
        ]

    def __str__(self) -> str:
        return f"autorisatie {self.pk}"

    def geldt(self, dag: date) -> bool:
        return self.van is not None and self.geschorst_op is None and geldt(self.van, self.tot, dag)


class Autorisatiegebeurtenis(models.Model):
    """What happened to an autorisatie; rows are added, never changed. `door` is empty for the clock."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    autorisatie = models.ForeignKey(Autorisatie, models.PROTECT, related_name="gebeurtenissen")
    soort = models.CharField(max_length=20)
    moment = models.DateTimeField()
    door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    reden = models.CharField(max_length=500, blank=True)
    van = models.DateField(null=True)
    tot = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["autorisatie", "moment"], name="autorisatiegebeurtenis_op")]

    def __str__(self) -> str:
        return f"{self.soort} van autorisatie {self.autorisatie_id}"


class Factorherstel(models.Model):
    """Somebody lost the second factor: one asks to remove it, another allows it; then it is set up anew."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    gevraagd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gevraagd_op = models.DateTimeField()
    reden = models.CharField(max_length=500)
    besloten_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    besloten_op = models.DateTimeField(null=True)
    toegestaan = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker"],
                condition=models.Q(besloten_op=None),
                name="factorherstel_een_vraag",
            ),
            models.CheckConstraint(
                condition=models.Q(besloten_door=None, besloten_op=None, toegestaan=None)
                | (
                    models.Q(besloten_op__isnull=False, toegestaan__isnull=False)
                    & ~models.Q(besloten_door=models.F("gevraagd_door"))
                    & ~models.Q(besloten_door=models.F("medewerker"))
                ),
                name="factorherstel_vier_ogen",
            ),
        ]

    def __str__(self) -> str:
        return f"factorherstel {self.pk}"
