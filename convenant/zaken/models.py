"""The case and who may see it. Rows are read and written through the gate only."""

from django.db import models
from guardian.models import GroupObjectPermissionBase

from convenant.partijen.models import Convenant, Groep


class Zaak(models.Model):
    """The one case table. A zaak never changes convenant; `beleid_versie` is the text it was opened under."""

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    beleid_versie = models.PositiveIntegerField()
    nummer = models.CharField(max_length=20)
    stap = models.CharField(max_length=60)
    geopend_op = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["convenant", "nummer"], name="zaak_nummer_uniek")]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.nummer


class Zaakteller(models.Model):
    """The last case number of a year in one convenant. Kept by the function that opens a case."""

    convenant = models.ForeignKey(Convenant, models.CASCADE, related_name="+")
    jaar = models.PositiveSmallIntegerField()
    laatste = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["convenant", "jaar"], name="zaakteller_uniek")]

    def __str__(self) -> str:
        return f"{self.jaar}: {self.laatste}"


class Toegang(GroupObjectPermissionBase):
    """Gives a group a zaak. The work list is an index scan over these rows.

    `termijn` is the clock that counts for this group and `label` what its own set allows to show; neither is
    copied from the zaak, because sort order and label tell something too. `geldig_tot` is the latest of its
    grounds, None without end.
    """

    content_object = models.ForeignKey(Zaak, models.CASCADE, db_column="zaak_id", related_name="toegangen")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    open = models.BooleanField(default=True)
    termijn = models.DateTimeField(null=True)
    label = models.CharField(max_length=200, blank=True)
    geldig_tot = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "permission", "content_object"], name="toegang_uniek")
        ]
        indexes = [
            models.Index(
                fields=["group", "termijn", "content_object"],
                condition=models.Q(open=True),
                name="toegang_lijst",
            ),
            models.Index(fields=["content_object", "group"], name="toegang_zaak"),
        ]

    def __str__(self) -> str:
        return f"toegang {self.pk}"


class Toegangsgrond(models.Model):
    """Why a group has a zaak: one row per ground, so that granting again never overwrites history."""

    toegang = models.ForeignKey(Toegang, models.CASCADE, related_name="gronden")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    grond = models.CharField(max_length=60)
    eis = models.CharField(max_length=40)
    van = models.DateTimeField()
    tot = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"grond {self.pk}"
