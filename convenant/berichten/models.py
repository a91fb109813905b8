"""Messages to people who work here, and the mail that tells of them: written in the transaction of the act, sent by a task."""

import uuid

from django.db import models

from convenant.partijen.models import Account, Convenant


class Post(models.Model):
    """One mail to one account: about one message, or (`dag`) about all that came since the day before at seven.

    `na`: not tried before this moment; whoever sends it moves it on meanwhile. `fout` is the kind of the last failure. The
    row stays some time after it is sent: by its number a mail that comes back is known.
    """

    WACHT, VERSTUURD, MISLUKT = "wacht", "verstuurd", "mislukt"
    SERVER, ONTVANGER = "server", "ontvanger"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+", db_index=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    dag = models.DateField(null=True)
    gemaakt_op = models.DateTimeField()
    na = models.DateTimeField()
    stand = models.CharField(max_length=10, default=WACHT)
    pogingen = models.PositiveIntegerField(default=0)
    geprobeerd_op = models.DateTimeField(null=True)
    fout = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "convenant", "dag"], name="post_een_per_dag"),
        ]
        indexes = [
            models.Index(
                fields=["pogingen", "gemaakt_op"], condition=models.Q(stand="wacht"), name="post_wacht"
            ),
            models.Index(fields=["gemaakt_op"], name="post_op"),
        ]

    def __str__(self) -> str:
        return f"post {self.pk}"


class Bericht(models.Model):
    """One message to one account: fixed sentences and an address in this product, nothing about a person.

    `dringend` goes by mail whatever the person chose. `te_mailen` until it is decided whether and in which mail it goes.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+", db_index=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    onderwerp = models.CharField(max_length=150)
    tekst = models.TextField()
    pad = models.CharField(max_length=200)
    gemaakt_op = models.DateTimeField()
    dringend = models.BooleanField(default=False)
    gelezen_op = models.DateTimeField(null=True)
    te_mailen = models.BooleanField(default=True)
    post = models.ForeignKey(Post, models.SET_NULL, null=True, related_name="berichten")

    class Meta:
        indexes = [
            models.Index(fields=["account", "convenant", "-gemaakt_op"], name="bericht_van_account"),
            models.Index(
                fields=["account", "convenant"],
                condition=models.Q(gelezen_op=None),
                name="bericht_ongelezen",
            ),
            models.Index(fields=["gemaakt_op"], condition=models.Q(te_mailen=True), name="bericht_te_mailen"),
            models.Index(fields=["gemaakt_op"], name="bericht_op"),
        ]

    def __str__(self) -> str:
        return f"bericht {self.pk}"


class Postkeuze(models.Model):
    """How somebody wants to hear of messages in one convenant; without a row: each at once, by mail."""

    METEEN, DAG, GEEN = "meteen", "dag", "geen"

    convenant = models.ForeignKey(Convenant, models.PROTECT, related_name="+", db_index=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    wijze = models.CharField(max_length=10)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "convenant"], name="postkeuze_uniek")]

    def __str__(self) -> str:
        return f"keuze van account {self.account_id}"


class Postfout(models.Model):
    """Mail to an account comes back. Counts only while the account still has this `adres`.

    After a hard failure no mail goes out until an administrator said that the address is right (`vrijgegeven_op`).
    `code` is what the mail server called it (RFC 3463), where it did.
    """

    HARD, ZACHT = "hard", "zacht"

    account = models.OneToOneField(Account, models.PROTECT, related_name="+")
    adres = models.EmailField()
    soort = models.CharField(max_length=10)
    code = models.CharField(max_length=12, blank=True)
    aantal = models.PositiveIntegerField(default=1)
    eerste_op = models.DateTimeField()
    laatste_op = models.DateTimeField()
    vrijgegeven_op = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"postfout van account {self.account_id}"
