"""The chain: silent when it holds, naming the first broken line when it was edited, cut, swapped or rewritten."""

import json
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from convenant.poort import logboek
from convenant.poort.handeling import Geweigerd
from convenant.poort.models import Logregel
from tests.wereld import KADE_3, LINDELAAN_12, Wereld


@pytest.fixture(autouse=True)
def koppen(tmp_path: Path, settings) -> Path:
    settings.LOGBOEK_KOPPEN = str(tmp_path / "koppen")
    return tmp_path / "koppen"


@pytest.fixture
def vol(wereld: Wereld) -> Wereld:
    wereld.raadpleeg("anna", LINDELAAN_12)
    with pytest.raises(Geweigerd):
        wereld.raadpleeg("carla", LINDELAAN_12)
    wereld.raadpleeg("carla", KADE_3)
    return wereld


@pytest.fixture
def knoei(als_eigenaar):
    """Change rows behind the application's back, as who owns the tables and switches the trigger off."""

    def doe(opdracht: str) -> None:
        with als_eigenaar(), connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")
            cursor.execute("alter table poort_logregel disable trigger onveranderlijk")
            cursor.execute(opdracht)
            cursor.execute("alter table poort_logregel enable trigger onveranderlijk")

    return doe


def breuk(wereld: Wereld) -> str:
    return logboek.eerste_breuk(wereld.convenant.pk)


def laatste(als_eigenaar) -> int:
    with als_eigenaar():
        return Logregel.objects.order_by("-volg").first().volg  # type: ignore[union-attr]


def test_een_gave_keten_zwijgt(vol, capsys):
    call_command("controleer_logboek")
    logboek.teken_koppen()
    call_command("controleer_logboek")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("opdracht", "melding"),
    [
        ("update poort_logregel set eis = 'HEE-1' where volg = 4", "regel 4 is gewijzigd"),
        (
            "update poort_logregel set moment = moment + interval '1 second' where volg = 2",
            "regel 2 is gewijzigd",
        ),
        ("delete from poort_logregel where volg = 3", "er ontbreekt een regel voor regel 4"),
        ("delete from poort_logregel where volg = 1", "er ontbreekt een regel voor regel 2"),
        (
            "update poort_logregel set volg = case volg when 2 then 3 else 2 end where volg in (2, 3)",
            "regel 2 is gewijzigd",
        ),
        ("update poort_logbetrokkene set sleutel = sha256('x')", "de betrokkenen bij regel"),
        (
            "update poort_logregel set vorige = '', hash = logregel_hash(poort_logregel) where volg = 3",
            "regel 3",
        ),
    ],
)
def test_geknoei_noemt_de_eerste_regel(vol, knoei, opdracht, melding):
    if "volg = case" in opdracht:
        knoei("alter table poort_logregel drop constraint logregel_volg")
    knoei(opdracht)
    assert breuk(vol).startswith(melding)
    with pytest.raises(CommandError, match=melding):
        call_command("controleer_logboek")


def test_ingevoegde_regel(vol, knoei, als_eigenaar):
    knoei(
        """insert into poort_logregel select (jsonb_populate_record(r, jsonb_build_object('id', 999999, 'volg',
            (select max(volg) + 1 from poort_logregel)))).* from poort_logregel r where volg = 2"""
    )
    assert breuk(vol) == f"regel {laatste(als_eigenaar)} is gewijzigd"


def test_afgeknipte_staart(vol, knoei, als_eigenaar):
    knoei(f"delete from poort_logregel where volg = {laatste(als_eigenaar)}")
    assert breuk(vol) == "het logboek is aan het einde afgeknipt"


def test_afgeknipte_staart_met_bijgewerkte_kop(vol, knoei, als_eigenaar):
    """Who also sets the head back is caught by the head that was signed outside the database."""
    logboek.teken_koppen()
    weg = laatste(als_eigenaar)
    knoei(f"delete from poort_logregel where volg = {weg}")
    knoei(
        "update poort_logkop k set volg = k.volg - 1, hash = (select hash from poort_logregel r where r.volg = k.volg - 1)"
    )
    assert breuk(vol) == f"regel {weg} is weg, terwijl haar kop is getekend"


def test_geheel_herschreven(vol, knoei):
    """A rewrite of the whole chain that fits in itself does not fit the signed head."""
    logboek.teken_koppen()
    knoei(
        """do $$ declare r poort_logregel; vorige bytea := ''; begin
        for r in select * from poort_logregel order by volg loop
          r.doel := 'iets anders'; r.vorige := vorige; r.hash := logregel_hash(r); vorige := r.hash;
          update poort_logregel set doel = r.doel, vorige = r.vorige, hash = r.hash where id = r.id;
        end loop; update poort_logkop set hash = vorige; end $$"""
    )
    assert "herschreven na het tekenen" in breuk(vol)


def test_vervalste_kop(vol, koppen):
    logboek.teken_koppen()
    kop = json.loads(koppen.read_text())
    koppen.write_text(json.dumps(kop | {"volg": kop["volg"] - 1}) + "\n")
    assert "vervalst" in breuk(vol)


def test_een_halve_laatste_regel_is_een_breuk_en_geen_fout(vol, koppen):
    """A disk that filled up while writing: reading goes on, signing goes on, and it is told."""
    logboek.teken_koppen()
    gaaf = koppen.read_text()
    koppen.write_text(gaaf + gaaf[:40])
    assert breuk(vol) == "regel 2 van het bestand met koppen is niet te lezen"
    vol.raadpleeg("anna", LINDELAAN_12)
    assert logboek.teken_koppen() == 1
    assert koppen.read_text().startswith(gaaf + gaaf[:40] + "\n")
    assert breuk(vol) == "regel 2 van het bestand met koppen is niet te lezen"
    koppen.write_text("".join(regel for i, regel in enumerate(koppen.read_text().splitlines(True)) if i != 1))
    assert breuk(vol) == ""


@pytest.mark.parametrize("regel", ["{}", "[]", "3", "x", '{"convenant": 1}'])
def test_een_regel_van_iets_anders_is_een_breuk(vol, koppen, regel):
    koppen.write_text(regel + "\n")
    assert "regel 1 van het bestand met koppen" in breuk(vol)


@pytest.mark.parametrize("weg", [0, 1])
def test_een_kop_uit_het_midden_weg(vol, koppen, weg):
    for _ in range(3):
        logboek.teken_koppen()
        vol.raadpleeg("anna", LINDELAAN_12)
    assert breuk(vol) == ""
    regels = koppen.read_text().splitlines(True)
    volgende = json.loads(regels[weg + 1])["volg"]
    koppen.write_text("".join(regel for i, regel in enumerate(regels) if i != weg))
    assert breuk(vol) == f"een getekende kop voor die van regel {volgende} is weg"


def test_verwisselde_koppen(vol, koppen):
    for _ in range(2):
        logboek.teken_koppen()
        vol.raadpleeg("anna", LINDELAAN_12)
    koppen.write_text("".join(reversed(koppen.read_text().splitlines(True))))
    assert "is weg" in breuk(vol)


def test_zonder_sleutel_een_zin(vol, settings):
    logboek.teken_koppen()
    settings.LOGBOEK_SLEUTEL = ""
    for doe in (logboek.teken_koppen, lambda: breuk(vol)):
        with pytest.raises(ImproperlyConfigured, match="waar de sleutel is"):
            doe()


def test_koppen_worden_een_keer_getekend(vol):
    assert logboek.teken_koppen() == 1
    assert logboek.teken_koppen() == 0
    vol.raadpleeg("anna", LINDELAAN_12)
    assert logboek.teken_koppen() == 1


def test_kind_dat_verdwijnt_breekt_de_keten_niet(vol, knoei):
    knoei("delete from poort_logbetrokkene")
    assert breuk(vol) == ""


@pytest.mark.parametrize(
    "opdracht",
    [
        "update poort_logregel set eis = ''",
        "delete from poort_logregel",
        "truncate poort_logregel",
        "insert into poort_logregel (convenant_id, volg) values (1, 1)",
        "update poort_logkop set volg = 0",
    ],
)
def test_de_applicatie_kan_er_niet_bij(vol, opdracht):
    geweigerd = pytest.raises(DatabaseError, match="permission denied")
    with vol.als("frits"), geweigerd, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)


def test_zelfs_de_eigenaar_wijzigt_niet_per_ongeluk(vol, als_eigenaar):
    with (
        pytest.raises(DatabaseError, match="niet te wijzigen"),
        als_eigenaar(),
        connection.cursor() as cursor,
    ):
        cursor.execute("delete from poort_logregel")


def test_regel_voor_een_ander_convenant_of_groep_kan_niet(vol):
    with vol.als("anna") as beurt, pytest.raises(DatabaseError, match="andere groep"), transaction.atomic():
        logboek.schrijf(
            [
                beurt.regel("raadplegen", "toegestaan").__class__(
                    **{**vars(beurt.regel("x", "y")), "groep_id": 1}
                )
            ]
        )


@pytest.mark.eis("HEE-4")
def test_dezelfde_persoon_heeft_in_een_ander_convenant_een_andere_sleutel():
    assert logboek.pseudoniem(1, "p1") == logboek.pseudoniem(1, "p1")
    assert logboek.pseudoniem(1, "p1") != logboek.pseudoniem(2, "p1")


def test_geen_persoonsgegeven_in_de_regels(vol, als_eigenaar):
    with als_eigenaar():
        tekst = str(list(Logregel.objects.values()))
    for gegeven in ("Yılmaz", "Vries", "Bakker", "Vink", "medehuur"):
        assert gegeven not in tekst
