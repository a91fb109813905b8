"""What the application never writes, its role may not write either."""

import psycopg
import pytest
from auditlog.models import LogEntry
from django.db import DatabaseError, connection, transaction

from convenant.partijen import rechten
from convenant.partijen.models import Account, Groep
from tests.wereld import BEGIN

ALLEEN_LEZEN = """auth_permission auth_group_permissions django_content_type django_migrations
    guardian_groupobjectpermission guardian_userobjectpermission
    partijen_account_groups partijen_account_user_permissions""".split()


def _geweigerd(opdracht: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(opdracht)
    except DatabaseError as fout:
        return isinstance(fout.__cause__, psycopg.errors.InsufficientPrivilege)
    return False


@pytest.mark.parametrize("tabel", ALLEEN_LEZEN)
def test_alleen_te_lezen(db, tabel):
    assert _geweigerd(f"insert into {tabel} default values")
    assert _geweigerd(f"update {tabel} set id = id")
    assert _geweigerd(f"delete from {tabel}")
    assert not _geweigerd(f"select from {tabel}")


@pytest.mark.parametrize(
    "opdracht", ["update auditlog_logentry set changes = null", "delete from auditlog_logentry"]
)
def test_wat_is_bijgehouden_blijft_staan(db, opdracht):
    account = Account.objects.create_user("iemand@voorbeeld.nl", naam="Iemand")
    account.is_active = False
    account.save()
    bijgehouden = LogEntry.objects.filter(object_pk=str(account.pk))
    assert bijgehouden.count() == 2
    assert _geweigerd(opdracht)


def test_een_groep_krijgt_er_geen_recht_bij(wereld):
    kolommen = {veld.column for veld in Groep._meta.fields} - {"group_id"}
    assert kolommen
    for kolom in kolommen:
        assert _geweigerd(f"update partijen_groep set {kolom} = {kolom}"), kolom
    assert _geweigerd("delete from partijen_groep")


def test_inrichten_en_verlenen_gaan_door(wereld):
    """The wereld itself was made in this role; granting locks the row of the group."""
    mensen, groep = wereld.mensen, wereld.groep("gemeente", "burgerzaken")
    autorisatie = rechten.meld_aan(mensen["ivo"], groep, door=mensen["hugo"])
    assert rechten.verleen(autorisatie, door=mensen["gerda"], van=BEGIN).van == BEGIN
