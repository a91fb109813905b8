"""The people of the parties, what they declared, and the groups they work in."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from convenant.beleid.woorden import midden_in_zin

from .account import Account
from .convenant import Convenant, Deelname, Partij
from .looptijd import geldt


class Medewerker(models.Model):
    """An Account at one Partij, from/until (half-open).

    `organisatie`: who employs a person that works for the party without being its own (HAA-2.F1); else empty.
    """

    account = models.ForeignKey(Account, models.PROTECT, related_name="medewerkers")
    partij = models.ForeignKey(Partij, models.PROTECT, related_name="medewerkers")
    organisatie = models.CharField(max_length=200, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("van")),
                name="medewerker_tot_na_van",
            ),
            models.UniqueConstraint(
                fields=["account", "partij"], condition=models.Q(tot=None), name="medewerker_een_keer"
            ),
        ]

    def __str__(self) -> str:
        return f"medewerker {self.pk}"

    def is_in_dienst(self, dag: date) -> bool:
        return geldt(self.van, self.tot, dag)


class Verklaring(models.Model):
    """Something declared on paper about a deelname or a medewerker: geheimhouding, mandaat, geen winstoogmerk.

    `soort` is the name the convenant app's facts ask for; `wijze` what it rests on (contract, aanstelling, ambtseed,
    verklaring) and `versie` which text was signed.
    """

    soort = models.CharField(max_length=40)
    wijze = models.CharField(max_length=40, blank=True)
    versie = models.CharField(max_length=40, blank=True)
    vastgelegd_door = models.ForeignKey("Medewerker", models.PROTECT, null=True, blank=True, related_name="+")
    deelname = models.ForeignKey(Deelname, models.PROTECT, null=True, blank=True, related_name="verklaringen")
    medewerker = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, blank=True, related_name="verklaringen"
    )
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(deelname=None) ^ models.Q(medewerker=None), name="verklaring_over_een"
            ),
            models.CheckConstraint(
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("van")),
                name="verklaring_tot_na_van",
            ),
        ]

    def __str__(self) -> str:
        return f"verklaring {self.pk}"


class Groep(models.Model):
    """A set of people that can be given something: everyone with one functie at one deelname, or in one team of it.

    One-to-one with Django's Group, which carries the object permissions. `handelingen`: the verbs the Beleid gives
    this functie, so that the database's fence can ask for one. `leest_logboek` mirrors the Beleid for
    the database's fence: this group reads the log of the whole convenant, `partij_logboek` that of its own party.
    `maximum`: the most people that may have the functie at once. `team`: its name, "" for the group every functie has;
    `gesloten_op`: since when nobody is brought into it any more.
    """

    group = models.OneToOneField("auth.Group", models.PROTECT, primary_key=True)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="groepen")
    deelname = models.ForeignKey(Deelname, models.PROTECT, related_name="groepen")
    functie = models.CharField(max_length=60)
    team = models.CharField(max_length=40, blank=True, default="")
    gesloten_op = models.DateTimeField(null=True, blank=True)
    handelingen = ArrayField(models.CharField(max_length=60), default=list)
    leest_logboek = models.BooleanField(default=False)
    partij_logboek = models.BooleanField(default=False)
    maximum = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("deelname", "functie", Lower("team"), name="groep_uniek"),
        ]

    def __str__(self) -> str:
        return f"{self.naam} bij deelname {self.deelname_id}"

    @property
    def naam(self) -> str:
        """The functie, with the team when it has a name: as people read it."""
        return functie_in_team(self.functie, self.team)


def functie_in_team(functie: str, team: str) -> str:
    """A functie in words, with the name of the team where there is one."""
    woorden = midden_in_zin(functie)
    return f"{woorden}, {team}" if team else woorden


class Teampostcode(models.Model):
    """Four digits of a postcode for which one team of a functie answers at a party; no two answer for the same."""

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    deelname = models.ForeignKey(Deelname, models.PROTECT, related_name="+")
    functie = models.CharField(max_length=60)
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="postcodes")
    postcode = models.CharField(max_length=4)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["deelname", "functie", "postcode"], name="teampostcode_uniek"),
            models.CheckConstraint(
                condition=models.Q(postcode__regex="^[1-9][0-9]{3}$"), name="teampostcode_vier_cijfers"
            ),
        ]

    def __str__(self) -> str:
        return self.postcode
