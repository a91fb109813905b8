"""The case and who may see it. Rows are read and written through the gate only."""

from django.db import models
from guardian.models import GroupObjectPermissionBase

from convenant.partijen.models import Convenant, Groep, Medewerker


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
    copied from the zaak, because sort order and label tell something too. The label goes with the copy it comes from
    (`label_van`). `geldig_tot` is the latest of its grounds, None without end. `kenmerk` and `behandelaar` are the
    group's own affair. `aan_zet`: the step waits for this group. `wijziging` counts what happened to the case.
    What lists and numbers are made of moves along with the case: `stap`, since which day this group has it (`sinds`), and on which
    day it closed (`gesloten_op`, None while it is open). Who sees no steps (`ziet_spoor`) has in `stap` with whom the case is.

    No index on the convenant alone: a third of all rows share one, and the planner would take it (docs/prestaties.md).
    """

    content_object = models.ForeignKey(Zaak, models.CASCADE, db_column="zaak_id", related_name="toegangen")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+", db_index=False)
    open = models.BooleanField(default=True)
    termijn = models.DateTimeField(null=True)
    label = models.CharField(max_length=200, blank=True)
    label_van = models.UUIDField(null=True)
    geldig_tot = models.DateTimeField(null=True)
    kenmerk = models.CharField(max_length=40, blank=True, db_default="")
    behandelaar = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    aan_zet = models.BooleanField(db_default=False)
    wijziging = models.PositiveIntegerField(db_default=0)
    stap = models.CharField(max_length=60, db_default="")
    sinds = models.DateField(null=True)
    gesloten_op = models.DateField(null=True)
    ziet_spoor = models.BooleanField(db_default=True)

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
            models.Index(
                fields=["group", "aan_zet", "termijn", "content_object"],
                condition=models.Q(open=True),
                name="toegang_aan_zet",
            ),
            models.Index(
                fields=["group", "behandelaar", "termijn", "content_object"],
                condition=models.Q(open=True),
                name="toegang_behandelaar",
            ),
            models.Index(
                fields=["group", "stap", "termijn", "content_object"],
                condition=models.Q(open=True),
                name="toegang_stap",
            ),
            models.Index(
                fields=["group", "-content_object"], condition=models.Q(open=True), name="toegang_nieuwste"
            ),
            models.Index(
                fields=["group", "-content_object"], condition=models.Q(open=False), name="toegang_gesloten"
            ),
            models.Index(
                fields=["group", "kenmerk"], condition=~models.Q(kenmerk=""), name="toegang_kenmerk"
            ),
            models.Index(fields=["label_van"], condition=~models.Q(label_van=None), name="toegang_label_van"),
            models.Index(fields=["group", "sinds", "content_object"], name="toegang_sinds"),
            models.Index(
                fields=["group", "gesloten_op", "content_object"],
                condition=models.Q(open=False),
                name="toegang_gesloten_op",
            ),
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


class Gebeurtenis(models.Model):
    """What happened to a case: who did which verb, and the step it is in since. Everyone on the case reads it.

    Of what a clock brought about nobody is the doer.
    """

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="+")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, null=True, related_name="+")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    handeling = models.CharField(max_length=60)
    stap = models.CharField(max_length=60)
    eis = models.CharField(max_length=40)
    moment = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["zaak", "id"], name="gebeurtenis_zaak")]

    def __str__(self) -> str:
        return f"gebeurtenis {self.pk}"


class Telling(models.Model):
    """How often something happened in a month: no ids, so that it outlives the cases and opens no list."""

    convenant = models.ForeignKey(Convenant, models.CASCADE, related_name="+")
    maand = models.DateField()
    maat = models.CharField(max_length=60)
    waarde = models.CharField(max_length=60)
    aantal = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["convenant", "maand", "maat", "waarde"], name="telling_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.maat} {self.waarde}: {self.aantal}"


class Gezien(models.Model):
    """Up to which change of a case a colleague has seen it: the others of the group have it still unread."""

    toegang = models.ForeignKey(Toegang, models.CASCADE, related_name="+")
    groep = models.ForeignKey(Groep, models.CASCADE, related_name="+")
    medewerker = models.ForeignKey(Medewerker, models.CASCADE, related_name="+")
    wijziging = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["toegang", "medewerker"], name="gezien_uniek")]

    def __str__(self) -> str:
        return f"gezien {self.pk}"


class Werkfilter(models.Model):
    """A part of the work list that somebody goes back to: a name and the choices, those of the address of that list.

    Of one person in one functie. `standaard`: how the list opens.
    """

    convenant = models.ForeignKey(Convenant, models.CASCADE, related_name="+", db_index=False)
    groep = models.ForeignKey(Groep, models.CASCADE, related_name="+", db_index=False)
    medewerker = models.ForeignKey(Medewerker, models.CASCADE, related_name="+")
    naam = models.CharField(max_length=40)
    keuze = models.JSONField()
    standaard = models.BooleanField(db_default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["groep", "medewerker", "naam"], name="werkfilter_uniek"),
            models.UniqueConstraint(
                fields=["groep", "medewerker"],
                condition=models.Q(standaard=True),
                name="werkfilter_standaard",
            ),
        ]

    def __str__(self) -> str:
        return f"werkfilter {self.pk}"
