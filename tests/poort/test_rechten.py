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


def _mag_niet(wereld, wie, opdracht, *waarden):
    """Refused to this persona in a request, though the role may write the table."""
    with wereld.als(wie), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)


WIJZIG = "update partijen_autorisatie set {} where id = %s"


@pytest.mark.parametrize("langer", ["tot = null", "tot = tot + 1"])
def test_wat_eindigde_begint_niet_opnieuw(wereld, langer):
    anna = wereld.autorisaties["anna"]
    rechten.trek_in(anna, door=wereld.mensen["gerda"], reden="Weg.")
    for wie in ("ina", "gerda"):
        _mag_niet(wereld, wie, WIJZIG.format(langer), anna.pk)


def test_wat_geweigerd_is_gaat_niet_weer_open(wereld):
    aanmelding = rechten.meld_aan(
        wereld.mensen["dirk"], wereld.groep("linde", "beheerder"), door=wereld.mensen["ina"]
    )
    rechten.weiger(aanmelding, door=wereld.mensen["gerda"], reden="Nee.")
    for wie in ("ina", "gerda"):
        _mag_niet(wereld, wie, WIJZIG.format("afgesloten_op = null"), aanmelding.pk)


def test_hervatten_is_een_eigen_handeling(wereld):
    anna = wereld.autorisaties["anna"]
    rechten.schors(anna, door=wereld.mensen["gerda"], reden="Even niet.")
    _mag_niet(wereld, "ina", WIJZIG.format("geschorst_op = null"), anna.pk)
    with wereld.als("gerda"):
        rechten.hervat(anna, door=wereld.mensen["gerda"], reden="Weer wel.")


@pytest.mark.parametrize(
    ("mens", "deelname", "verlener"),
    [("dirk", "linde", "gerda"), ("carla", "linde", None), ("dirk", "waterkant", None)],
)
def test_niemand_begint_verleend_of_bij_een_ander(wereld, mens, deelname, verlener):
    """By one person in one row, and of somebody else's people or somebody else's functie."""
    door = wereld.mensen[verlener].pk if verlener else None
    _mag_niet(
        wereld,
        "ina",
        """insert into partijen_autorisatie (medewerker_id, groep_id, aangemeld_door_id, aangemeld_op, verleend_door_id, van)
           values (%s, %s, %s, now(), %s, %s)""",
        wereld.mensen[mens].pk,
        wereld.groep(deelname, "beheerder").pk,
        wereld.mensen["ina"].pk,
        door,
        BEGIN if verlener else None,
    )
