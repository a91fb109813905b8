"""A tenancy with arrears and what the corporatie did about it; of the own group of melders only."""

from datetime import date

from django.db import models

from convenant.partijen.models import Convenant, Groep, Medewerker
from convenant.zaken.models import Zaak
from huisuitzetting.adres import straat_en_nummer


class Huurovereenkomst(models.Model):
    """A tenancy as the corporatie knows it. Without arrears and without a case the row is gone.

    `te_doen` and `uiterlijk` are what wat_nu.py says, kept to sort and count by. `drempel_bereikt_op`: the day on
    which one and a half month's rent was seen to be owed (decision 67). `zaak` is the case that runs, or ran last; `gesloten_om` why it ended.
    `regeling_tot` is the last day of the arrangement; while one of its three is not known, none runs (HAA-3.4).
    """

    class Regeling(models.TextChoices):
        GEEN = "", "geen"
        LOOPT = "loopt", "loopt en wordt nagekomen"
        VERBROKEN = "verbroken", "niet nagekomen"
        AFGELOPEN = "afgelopen", "de einddatum is voorbij"

    IMPORT, HAND = "import", "hand"

    # No index of their own: the planner would put the two together before it walks the one that is in order (prestaties).
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+", db_index=False)
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+", db_index=False)
    contractnummer = models.CharField(max_length=40)
    naam = models.CharField(max_length=200)
    geboortedatum = models.DateField()
    telefoonnummer = models.CharField(max_length=20, blank=True)
    straatnaam = models.CharField(max_length=100)
    huisnummer = models.PositiveIntegerField()
    huisletter = models.CharField(max_length=1, blank=True)
    huisnummertoevoeging = models.CharField(max_length=8, blank=True)
    postcode = models.CharField(max_length=7)
    plaats = models.CharField(max_length=100)
    aantal_ingeschreven_bewoners = models.PositiveSmallIntegerField()
    huur_per_maand = models.DecimalField(max_digits=7, decimal_places=2)
    schuld = models.DecimalField(max_digits=9, decimal_places=2)
    achterstand_sinds = models.DateField(null=True)
    betalingsregeling = models.CharField(max_length=10, blank=True, choices=Regeling)
    regeling_sinds = models.DateField(null=True)
    regeling_per_maand = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    regeling_tot = models.DateField(null=True)
    deurwaarder_op = models.DateField(null=True)
    bewind = models.BooleanField(default=False)
    alleen_strafbaar_feit = models.BooleanField(default=False)
    bezwaar_doorgeven = models.BooleanField(default=False)
    ontleend_aan = models.CharField(max_length=10)
    bijgewerkt_op = models.DateTimeField()
    drempel_bereikt_op = models.DateField(null=True)
    zaak = models.OneToOneField(Zaak, models.PROTECT, null=True, related_name="+")
    gesloten_om = models.CharField(max_length=20, blank=True)
    te_doen = models.CharField(max_length=20, blank=True)
    uiterlijk = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["groep", "contractnummer"], name="huurovereenkomst_uniek"),
            models.CheckConstraint(condition=models.Q(schuld__gte=0), name="huurovereenkomst_schuld"),
            models.CheckConstraint(condition=models.Q(huur_per_maand__gt=0), name="huurovereenkomst_huur"),
            models.CheckConstraint(
                condition=models.Q(regeling_per_maand__gt=0)
                & models.Q(regeling_tot__gte=models.F("regeling_sinds"))
                | models.Q(regeling_per_maand=None, regeling_sinds=None, regeling_tot=None),
                name="huurovereenkomst_regeling",
            ),
            models.CheckConstraint(
                condition=models.Q(schuld=0) | models.Q(achterstand_sinds__isnull=False),
                name="huurovereenkomst_sinds",
            ),
        ]
        indexes = [
            # What has a day comes first, the earliest on top.
            models.Index(fields=["groep", "uiterlijk", "id"], name="huurovereenkomst_uiterlijk"),
            models.Index(fields=["groep", "te_doen", "uiterlijk", "id"], name="huurovereenkomst_te_doen"),
            # For the task that sees an arrangement end.
            models.Index(
                fields=["regeling_tot"],
                condition=models.Q(betalingsregeling="loopt"),
                name="huurovereenkomst_regeling_tot",
            ),
        ]

    def __str__(self) -> str:
        return f"huurovereenkomst {self.pk}"

    @property
    def regeling_geldt_tot(self) -> date | None:
        """The last day of an arrangement that is kept, or was until then; None without one, and when nobody said until when."""
        gehouden = (self.Regeling.LOOPT, self.Regeling.AFGELOPEN)
        return self.regeling_tot if self.betalingsregeling in gehouden else None

    @property
    def regeling_onbekend(self) -> bool:
        """Whether an arrangement is said to run of which nobody said how much and until when."""
        return self.betalingsregeling == self.Regeling.LOOPT and self.regeling_tot is None

    @property
    def straat_en_nummer(self) -> str:
        return straat_en_nummer(self.straatnaam, self.huisnummer, self.huisletter, self.huisnummertoevoeging)

    @property
    def adres(self) -> str:
        """On one line, as on an envelope."""
        return f"{self.straat_en_nummer}, {self.postcode} {self.plaats}"


class Contactpoging(models.Model):
    """That the corporatie sought contact with the tenant itself (HAA-3.1); what was said stays unwritten.

    `kenmerk` is the form's: sent twice, it is one attempt.
    """

    class Wijze(models.TextChoices):
        BRIEF = "brief", "Brief"
        TELEFOON = "telefoon", "Telefoon"
        HUISBEZOEK = "huisbezoek", "Huisbezoek"

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    zaak = models.ForeignKey(Zaak, models.PROTECT, related_name="+")
    dag = models.DateField()
    wijze = models.CharField(max_length=10, choices=Wijze)
    bereikt = models.BooleanField()
    gewezen_op_sdv = models.BooleanField()
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    kenmerk = models.UUIDField(unique=True)

    class Meta:
        indexes = [models.Index(fields=["zaak", "dag"], name="contactpoging_zaak")]

    def __str__(self) -> str:
        return f"contactpoging {self.pk}"


class Herinneringsbrief(models.Model):
    """That the letter with the four announcements was sent (HAA-B2.1): from here, or from the own system by a template."""

    zaak = models.OneToOneField(Zaak, models.PROTECT, primary_key=True, related_name="+")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    verstuurd_op = models.DateField()
    sjabloon = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return f"herinneringsbrief {self.pk}"
