import uuid
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from convenant.beleid.register import register
from convenant.beleid.taal import Beleid
from convenant.beleid.woorden import midden_in_zin
from convenant.tijd import nu


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> "Account":
        """Makes an account; without a password nobody can sign in with it until one is set."""
        account = self.model(email=email.lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, email: str | None) -> "Account":
        return self.get(email=(email or "").lower())


class Account(AbstractBaseUser, PermissionsMixin):
    """A person who signs in, by e-mail address. What the person may do follows from Medewerker and Autorisatie.

    No account is superuser: the database refuses it, so no code has to reckon with one.
    """

    email = models.EmailField("e-mailadres", unique=True)
    naam = models.CharField("naam", max_length=200)
    is_active = models.BooleanField("actief", default=True)
    date_joined = models.DateTimeField("aangemaakt op", default=nu, editable=False)

    objects = AccountManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(is_superuser=False), name="account_geen_superuser"),
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="account_email_kleine_letters"
            ),
        ]

    def __str__(self) -> str:
        # Ends up in logs and audit entries, so it names nobody.
        return f"account {self.pk}"

    def get_full_name(self) -> str:
        return self.naam


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
        return self.ingang is not None and _geldt(self.ingang, self.einde, dag)


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
        return self.getekend_op is not None and _geldt(self.getekend_op, self.einde, dag)


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
        return _geldt(self.van, self.tot, dag)


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
        return self.van is not None and self.geschorst_op is None and _geldt(self.van, self.tot, dag)


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


def _geldt(van: date, tot: date | None, dag: date) -> bool:
    return van <= dag and (tot is None or dag < tot)
