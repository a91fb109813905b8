"""Own stock of the corporaties and the limited extract of the BRP. Read and written through the gate only."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.expressions import RawSQL

from convenant.brp.adres import Adres
from convenant.partijen.models import Autorisatie, Convenant, Deelname, Groep, Medewerker, Verklaring

from .rijen import LANGSTE_NAAM


class Woningperiode(models.Model):
    """An address from/until (half-open)."""

    adres_sleutel = models.CharField(max_length=40)
    bag_id = models.CharField(max_length=16, blank=True)
    straatnaam = models.CharField(max_length=100, blank=True)
    huisnummer = models.CharField(max_length=5)
    huisletter = models.CharField(max_length=1, blank=True)
    huisnummertoevoeging = models.CharField(max_length=8, blank=True)
    postcode = models.CharField(max_length=7)
    woonplaats = models.CharField(max_length=100, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        abstract = True

    @property
    def adres(self) -> Adres:
        return Adres(
            self.postcode,
            self.huisnummer,
            self.huisletter,
            self.huisnummertoevoeging,
            self.straatnaam,
            self.woonplaats,
            self.bag_id,
        )


class Bezit(Woningperiode):
    """An address in the stock of one corporatie; the history stays.

    `volgorde` sorts as people do, 2 before 12, and begins with the postcode: lists are walked and searched by it.
    """

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    deelname = models.ForeignKey(Deelname, models.PROTECT, related_name="+")
    volgorde = models.GeneratedField(
        expression=RawSQL(
            "replace(postcode, ' ', '') || lpad(huisnummer, 5, '0') || upper(huisletter) || upper(huisnummertoevoeging)",
            (),
        ),
        output_field=models.CharField(max_length=24, db_collation="C"),
        db_persist=True,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["deelname", "adres_sleutel", "van"], name="bezit_uniek"),
            models.CheckConstraint(
                condition=models.Q(tot=None) | models.Q(tot__gt=models.F("van")), name="bezit_tot_na_van"
            ),
        ]
        indexes = [
            models.Index(fields=["deelname", "adres_sleutel"], name="bezit_adres"),
            models.Index(fields=["deelname", "volgorde", "id"], name="bezit_volgorde"),
            models.Index(fields=["convenant", "adres_sleutel"], name="bezit_convenant_adres"),
            models.Index(fields=["convenant", "bag_id"], condition=~models.Q(bag_id=""), name="bezit_bag"),
        ]

    def __str__(self) -> str:
        return f"bezit {self.pk}"


class Bezitvoorstel(models.Model):
    """A stock file that was read and waits for confirmation; one per corporatie. Confirmed or not, it is destroyed.

    `heel`: the file is the whole stock, so that what is not in it ends on `per`. `overgeslagen` counts units that are
    no dwelling.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    deelname = models.ForeignKey(Deelname, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField()
    heel = models.BooleanField(default=False)
    per = models.DateField(null=True)
    overgeslagen = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"bezitvoorstel {self.pk}"


class Bezitvoorstelrij(Woningperiode):
    """One row of a proposal; `rij` is its number in the file."""

    voorstel = models.ForeignKey(Bezitvoorstel, models.PROTECT, related_name="+")
    rij = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["voorstel", "adres_sleutel"], name="bezitvoorstelrij_adres")]

    def __str__(self) -> str:
        return f"bezitvoorstelrij {self.pk}"


class Afwijking(models.Model):
    """A deviation that was found but not reported yet (HEE-2.6): the own group's concept, gone when it is sent.

    `raadpleging` is the act whose names it is about; those stay there, and `oordelen` follows their order.
    """

    zaak = models.OneToOneField("zaken.Zaak", models.PROTECT, primary_key=True, related_name="+")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    raadpleging = models.ForeignKey("verstrekkingen.Verstrekking", models.PROTECT, related_name="+")
    adres = models.CharField(max_length=400)
    adres_sleutel = models.CharField(max_length=40)
    oordelen = models.JSONField()
    aard = models.CharField(max_length=60)
    toelichting = models.TextField()

    def __str__(self) -> str:
        return f"afwijking {self.pk}"


class Uittreksel(models.Model):
    """One whole extract of the BRP (HEE-OW.6), dated. `concept` until confirmed, then the one before is destroyed.

    `ophalen`: not whole yet, being asked of the live BRP (Ophaling).
    """

    OPHALEN, CONCEPT, ACTIEF, VERVANGEN = "ophalen", "concept", "actief", "vervangen"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    peilmoment = models.DateTimeField()
    geladen_op = models.DateTimeField()
    status = models.CharField(max_length=10, default=CONCEPT)
    aantal = models.PositiveIntegerField(default=0)
    buiten_bezit = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["convenant"], condition=models.Q(status="actief"), name="uittreksel_een_actief"
            )
        ]

    def __str__(self) -> str:
        return f"uittreksel {self.pk}"


class Ingeschrevene(models.Model):
    """Who is registered at an address: a name, and nothing else of the BRP. A hidden person has no name here.

    `persoon_sleutel` is an opaque key made by the municipality, never shown. Without one the row is no person: the BRP
    named nobody at this address, because there are too many (`afgeschermd`) or its answer could not be used.
    """

    uittreksel = models.ForeignKey(Uittreksel, models.PROTECT, related_name="+")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    adres_sleutel = models.CharField(max_length=40)
    bag_id = models.CharField(max_length=16, blank=True)
    # In the BRP: voornamen 200, voorvoegsel 10, geslachtsnaam 200, and a title.
    naam = models.CharField(max_length=LANGSTE_NAAM, blank=True)
    persoon_sleutel = models.CharField(max_length=64)
    afgeschermd = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(afgeschermd=False) | models.Q(naam=""),
                name="ingeschrevene_afgeschermd_zonder_naam",
            )
        ]
        indexes = [
            models.Index(fields=["uittreksel", "adres_sleutel"], name="ingeschrevene_adres"),
            models.Index(fields=["uittreksel", "bag_id"], name="ingeschrevene_bag"),
        ]

    def __str__(self) -> str:
        return f"ingeschrevene {self.pk}"


class Ophaling(models.Model):
    """Making an extract from the live BRP, address by address; its id is the extract's.

    It asks in the name of an autorisatie: of who started it, or resumed it last. `wacht_op` is the code of what it
    waits for, until `niet_voor` or, in `pauze`, until somebody resumes it. `uitkomsten` counts addresses per outcome.
    """

    LOOPT, PAUZE, GESTOPT, KLAAR = "loopt", "pauze", "gestopt", "klaar"
    OPEN = (LOOPT, PAUZE)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    autorisatie = models.ForeignKey(Autorisatie, models.PROTECT, related_name="+")
    begonnen_op = models.DateTimeField()
    status = models.CharField(max_length=10, default=LOOPT)
    wacht_op = models.CharField(max_length=40, blank=True)
    niet_voor = models.DateTimeField(null=True)
    totaal = models.PositiveIntegerField(default=0)
    uitkomsten = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["convenant"],
                condition=models.Q(status__in=("loopt", "pauze")),
                name="ophaling_een_tegelijk",
            )
        ]

    def __str__(self) -> str:
        return f"ophaling {self.pk}"


class Ophaaladres(models.Model):
    """An address that an Ophaling asks, or has asked. A worker takes it for a while (`bewijs`, `genomen_tot`)."""

    ophaling = models.ForeignKey(Ophaling, models.CASCADE, related_name="+")
    adres_sleutel = models.CharField(max_length=40)
    bag_id = models.CharField(max_length=16, blank=True)
    gedaan = models.BooleanField(default=False)
    bewijs = models.UUIDField(null=True)
    genomen_tot = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ophaling", "adres_sleutel", "bag_id"], name="ophaaladres_uniek")
        ]
        indexes = [
            models.Index(
                fields=["ophaling", "id"], condition=models.Q(gedaan=False), name="ophaaladres_te_doen"
            )
        ]

    def __str__(self) -> str:
        return f"ophaaladres {self.pk}"


class Aankondiging(models.Model):
    """Maintenance that the municipality announces (HEE-5.8): on every page from `van` until `tot`."""

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    titel = models.CharField(max_length=100)
    tekst = models.TextField()
    van = models.DateTimeField()
    tot = models.DateTimeField()
    gemaakt_op = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tot__gt=models.F("van")), name="aankondiging_tot_na_van"
            )
        ]
        indexes = [
            models.Index(
                fields=["convenant", "tot"],
                condition=models.Q(ingetrokken_op=None),
                name="aankondiging_loopt",
            )
        ]

    def __str__(self) -> str:
        return f"aankondiging {self.pk}"


class Handreiking(models.Model):
    """One version of the guide for contactpersonen. After the first, none without the parties having been consulted."""

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    versie = models.PositiveIntegerField()
    tekst = models.TextField()
    geplaatst_op = models.DateTimeField()
    vervallen_op = models.DateTimeField(null=True)
    geraadpleegd_op = models.DateField(null=True)
    geraadpleegde_partijen = ArrayField(models.CharField(max_length=200), default=list)
    reacties = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["convenant", "versie"], name="handreiking_versie_uniek"),
            models.UniqueConstraint(
                fields=["convenant"], condition=models.Q(vervallen_op=None), name="handreiking_een_geldig"
            ),
            models.CheckConstraint(
                condition=models.Q(versie=1)
                | (models.Q(geraadpleegd_op__isnull=False) & ~models.Q(reacties="")),
                name="handreiking_na_raadpleging",
            ),
        ]

    def __str__(self) -> str:
        return f"handreiking versie {self.versie}"


class Handreikingbevestiging(models.Model):
    """A contactpersoon has read a version."""

    handreiking = models.ForeignKey(Handreiking, models.PROTECT, related_name="+")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    groep = models.ForeignKey(Groep, models.PROTECT, related_name="+")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    moment = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["handreiking", "medewerker"], name="handreikingbevestiging_uniek")
        ]

    def __str__(self) -> str:
        return f"bevestiging {self.pk}"


class Beveiligingsmaatregelen(models.Model):
    """How a corporatie secures what it receives (HEE-6.1), as its yearly Verklaring says."""

    verklaring = models.OneToOneField(Verklaring, models.PROTECT, primary_key=True, related_name="+")
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+")
    deelname = models.ForeignKey(Deelname, models.PROTECT, related_name="+")
    tekst = models.TextField()

    def __str__(self) -> str:
        return f"maatregelen {self.pk}"
