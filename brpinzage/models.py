"""Own stock of the corporaties and the limited extract of the BRP. Read and written through the gate only."""

import uuid

from django.db import models
from django.db.models.expressions import RawSQL

from convenant.partijen.models import Convenant, Deelname, Groep

from .adres import Adres
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


class Uittreksel(models.Model):
    """One whole extract of the BRP (HEE-OW.6), dated. `concept` until confirmed, then the one before is destroyed."""

    CONCEPT, ACTIEF, VERVANGEN = "concept", "actief", "vervangen"

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

    `persoon_sleutel` is an opaque key made by the municipality, never shown.
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
