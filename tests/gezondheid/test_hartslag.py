"""What the machinery finds when it looks at itself, and who may set that down."""

from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, transaction

from convenant.gezondheid.models import LOGBOEK, MAIL, TERMIJNEN, WORKER, Hartslag
from convenant.poort import hartslag, logboek, post
from convenant.poort.berichten import bericht
from convenant.poort.tasks import sla, teken_koppen, verstuur_berichten
from convenant.tijd import stel_in
from tests.wereld import KADE_3, LINDELAAN_12, NU, Wereld


def gevonden() -> dict[str, str]:
    return {slag.naam: slag.fout for slag in Hartslag.objects.all()}


@pytest.fixture(autouse=True)
def _eigen_koppen(tmp_path, settings):
    settings.LOGBOEK_KOPPEN = str(tmp_path / "koppen")


def test_wie_niets_te_melden_heeft_is_gezond(wereld: Wereld) -> None:
    sla()
    teken_koppen()
    assert gevonden() == {WORKER: "", TERMIJNEN: "", MAIL: "", LOGBOEK: ""}


def test_mail_die_blijft_liggen_valt_op_tot_ze_weg_is(wereld: Wereld, monkeypatch) -> None:
    with wereld.als("ina"):
        assert bericht([wereld.groep("gemeente", "burgerzaken")], "Er wacht iets", "Er wacht iets.", "/")
    with monkeypatch.context() as stil, stel_in(NU):
        stil.setattr(post, "_verstuur", lambda lijn, rij: post._server_faalde)
        verstuur_berichten()
    with stel_in(NU + hartslag.LAAT):
        sla()
        assert gevonden()[MAIL] == ""
    with stel_in(NU + hartslag.LAAT + timedelta(seconds=1)):
        sla()
        assert gevonden()[MAIL] == hartslag.TE_LAAT
        verstuur_berichten()
        sla()
    assert gevonden()[MAIL] == ""


def test_sinds_wanneer_blijft_staan_zolang_het_mis_is(wereld: Wereld, settings) -> None:
    teken_koppen()
    goed = Hartslag.objects.get(naam=LOGBOEK)
    settings.LOGBOEK_SLEUTEL = ""
    wereld.raadpleeg("anna", LINDELAAN_12)
    with pytest.raises(ImproperlyConfigured):
        teken_koppen()
    mis = Hartslag.objects.get(naam=LOGBOEK)
    assert (mis.fout, mis.goed_op) == (hartslag.NIET_GETEKEND, goed.goed_op)
    assert mis.moment > goed.moment


@pytest.fixture
def knoei(als_eigenaar):
    def doe(opdracht: str) -> None:
        with als_eigenaar(), connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")
            cursor.execute("alter table poort_logregel disable trigger onveranderlijk")
            cursor.execute(opdracht)
            cursor.execute("alter table poort_logregel enable trigger onveranderlijk")

    return doe


@pytest.mark.parametrize(
    "opdracht",
    [
        "update poort_logregel set eis = 'HEE-1' where volg = (select max(volg) from poort_logregel)",
        "delete from poort_logregel where volg = (select max(volg) from poort_logregel)",
        "delete from poort_logregel where volg = (select max(volg) - 1 from poort_logregel)",
    ],
)
def test_een_gebroken_einde_van_het_logboek_valt_vanzelf_op(
    wereld: Wereld, monkeypatch, knoei, opdracht
) -> None:
    wereld.raadpleeg("anna", LINDELAAN_12)
    wereld.raadpleeg("carla", KADE_3)
    monkeypatch.setattr(logboek, "EINDE", 2)
    teken_koppen()
    assert gevonden()[LOGBOEK] == ""
    knoei(opdracht)
    teken_koppen()
    assert gevonden()[LOGBOEK] == hartslag.GEBROKEN


def test_alleen_het_einde_wordt_bekeken(wereld: Wereld, monkeypatch, knoei) -> None:
    """What lies before it is for `controleer_logboek`, which reads all of it."""
    wereld.raadpleeg("anna", LINDELAAN_12)
    wereld.raadpleeg("carla", KADE_3)
    monkeypatch.setattr(logboek, "EINDE", 2)
    knoei("update poort_logregel set eis = 'HEE-1' where volg = 1")
    teken_koppen()
    assert gevonden()[LOGBOEK] == ""
    assert logboek.eerste_breuk(wereld.convenant.pk) == "regel 1 is gewijzigd"


@pytest.mark.parametrize(
    "opdracht",
    [
        "select hartslag_zet('worker', '')",
        "insert into gezondheid_hartslag values ('worker', now(), now(), '')",
        "update gezondheid_hartslag set fout = ''",
        "delete from gezondheid_hartslag",
    ],
)
def test_niemand_dan_de_taak_legt_vast_hoe_het_gaat(wereld: Wereld, opdracht: str) -> None:
    sla()
    with (
        wereld.als("hugo"),
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(opdracht)
