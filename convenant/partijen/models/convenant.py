"""The convenant, the parties to it, and what they filled in."""

from datetime import date

from django.db import models

from convenant.beleid.register import register
from convenant.beleid.taal import Beleid

from .looptijd import geldt


class Partij(models.Model):
    """An organisation; possibly part of another (three directies under one signature)."""

    naam = models.CharField(max_length=200)
    kvk_nummer = models.CharField("KvK-nummer", max_length=8, blank=True)
    onderdeel_van = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="onderdelen"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kvk_nummer"],
                condition=~models.Q(kvk_nummer="") & models.Q(onderdeel_van=None),
                name="partij_kvk_nummer_uniek",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class Convenant(models.Model):
    """A signed instance of a Beleid. `code` is its place in the URL; `ingang` and `einde` are half-open.

    `buiten_werking`: the clauses that were found invalid, as `Ongeldig` tells them (convenant/looptijd/ongeldig.py).
    `gemeentecode`: the four digits of the municipality, where it has a link of its own to the BRP.
    """

    code = models.SlugField(unique=True)
    naam = models.CharField(max_length=200)
    gemeente = models.CharField(max_length=100)
    gemeentecode = models.CharField(max_length=4, blank=True)
    huisstijl = models.SlugField(default="voorbeeldstad")
    beleid_code = models.CharField(max_length=40)
    beleid_versie = models.PositiveIntegerField()
    ingang = models.DateField(null=True, blank=True)
    einde = models.DateField(null=True, blank=True)
    vervallen_op = models.DateField("vervallen van rechtswege op", null=True, blank=True)
    grondslag_verlopen_op = models.DateField(null=True, blank=True)
    buiten_werking = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(einde=None) | models.Q(einde__gte=models.F("ingang")),
                name="convenant_einde_na_ingang",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def beleid(self) -> Beleid:
        """Raises KeyError when no app declares this policy."""
        return register.geef(self.beleid_code, self.beleid_versie)

    def is_van_kracht(self, dag: date) -> bool:
        return self.ingang is not None and geldt(self.ingang, self.einde, dag)

    def ongeldig(self, dag: date) -> dict[str, str]:
        """The clauses that do not hold on this day, each with the sentence that says so."""
        zinnen = {}
        for eis, rij in self.buiten_werking.items():
            vanaf, tot = date.fromisoformat(rij["vanaf"]), rij["tot"]
            if geldt(vanaf, date.fromisoformat(tot) if tot else None, dag):
                zinnen[eis] = f"Dit artikel is ongeldig sinds {vanaf:%d-%m-%Y}. Reden: {rij['reden']}"
        return zinnen


class Deelname(models.Model):
    """A Partij in a Convenant, as one soort of party; `getekend_op` is empty until its signature is recorded."""

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="deelnames")
    partij = models.ForeignKey(Partij, models.PROTECT, related_name="deelnames")
    soort = models.CharField(max_length=40)
    getekend_op = models.DateField(null=True, blank=True)
    ondertekenaar = models.CharField(max_length=200, blank=True)
    ondertekenaar_functie = models.CharField(max_length=200, blank=True)
    einde = models.DateField(null=True, blank=True)
    toegang_ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["convenant", "partij", "soort"], name="deelname_uniek"),
        ]

    def __str__(self) -> str:
        return f"{self.partij} in {self.convenant}"

    def is_getekend(self, dag: date) -> bool:
        return self.getekend_op is not None and geldt(self.getekend_op, self.einde, dag)


class InstellingWaarde(models.Model):
    """What a party to the convenant filled in where the text leaves something open (Instelling in the Beleid)."""

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="instellingen")
    deelname = models.ForeignKey(Deelname, models.PROTECT, null=True, blank=True)
    naam = models.CharField(max_length=60)
    waarde = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["convenant", "deelname", "naam"], nulls_distinct=False, name="instelling_uniek"
            )
        ]

    def __str__(self) -> str:
        return self.naam
