"""The loading commands: numbers and sentences, never a person."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from brpinzage import laden
from brpinzage.models import Ingeschrevene
from convenant.brp.adres import maak_adres
from convenant.partijen import rechten
from convenant.partijen.models import Account, Convenant
from convenant.poort.models import Logregel
from tests.brpinzage.test_gba import persoon
from tests.brpinzage.test_inlezen import BEZIT_KOP, bestand
from tests.brpinzage.test_laden import NIEUW, kaarten, laad_concept, namen
from tests.wereld import BEGIN, LINDELAAN_12

PEILMOMENT = "2026-11-23T10:00"  # Dutch time, half an hour before the tests' own moment


def opdracht(naam: str, als: str, *vlaggen: str, **opties: str) -> str:
    uit = StringIO()
    delen = [f"--{optie}={waarde}" for optie, waarde in opties.items()]
    call_command(naam, "--convenant=heemstede", f"--als={als}@voorbeeld.nl", *delen, *vlaggen, stdout=uit)
    return uit.getvalue()


def schrijf(tmp_path, inhoud: bytes) -> str:
    pad = tmp_path / "bestand"
    pad.write_bytes(inhoud)
    return str(pad)


UITTREKSEL = bestand("2101AB;12;;;;Nieuwe Bewoner;n1;nee", "9999ZZ;1;;;;Een Ander;x1;nee")


@pytest.mark.eis("HEE-OW.6")
def test_uittreksel_uit_csv_wacht_of_komt_in_gebruik(wereld, tmp_path):
    csv = schrijf(tmp_path, UITTREKSEL)
    uitvoer = opdracht("uittreksel", "eva", csv=csv, peilmoment=PEILMOMENT)
    assert "deelnemende corporaties: 1." in uitvoer
    assert "wacht op bevestiging" in uitvoer
    assert namen(wereld) == ["Fatima Yılmaz", "Willem de Vries"]
    uitvoer = opdracht("uittreksel", "eva", "--activeer", csv=csv, peilmoment="2026-11-23T10:30")
    assert "in gebruik" in uitvoer
    assert "Bewoner" not in uitvoer
    assert namen(wereld) == ["Nieuwe Bewoner"]


@pytest.mark.eis("HEE-OW.6", "HEE-2.5")
def test_uittreksel_uit_personen_zonder_bsn(wereld, tmp_path, als_eigenaar):
    personen = [
        persoon(),
        persoon(burgerservicenummer="999990020", geheimhoudingPersoonsgegevens="1"),
        persoon(burgerservicenummer="999990032", opschortingBijhouding={"reden": {"code": "O"}}),
        persoon(burgerservicenummer="999990044", verblijfplaats={"land": {"code": "0000"}}),
    ]
    pad = schrijf(tmp_path, json.dumps(personen).encode())
    uitvoer = opdracht("brp_extract", "eva", "--activeer", personen=pad)
    assert uitvoer.splitlines() == [
        "Personen weggelaten, overleden: 1.",
        "Personen weggelaten, zonder Nederlands adres: 1.",
        "Rijen geladen op adressen van de deelnemende corporaties: 2.",
        "Rijen overgeslagen, omdat het adres van geen van hen is: 0.",
        "Het uittreksel is in gebruik.",
    ]
    with als_eigenaar():
        rijen = list(Ingeschrevene.objects.order_by("naam").values())
        logboek = list(Logregel.objects.values())
    assert [(rij["naam"], rij["afgeschermd"]) for rij in rijen] == [("", True), ("Sanne Vos", False)]
    assert "99999" not in str((rijen, logboek, uitvoer))


@pytest.mark.eis("HEE-2.3")
def test_bezit_uit_csv(wereld, tmp_path):
    csv = schrijf(tmp_path, bestand("2103EF;1;;;Dorpsplein;Heemstede;;01-06-2020;", kop=BEZIT_KOP))
    assert opdracht("bezit", "jan", csv=csv) == "Adressen bijgewerkt: 1.\n"
    assert namen(wereld, maak_adres("2103EF", "1"), "carla") == []


def test_fouten_staan_er_met_rij_en_kolom_en_er_verandert_niets(wereld, tmp_path):
    csv = schrijf(tmp_path, bestand(*("2101AB;12;;;;;k;nee" for _ in range(30))))
    with pytest.raises(CommandError) as fout:
        opdracht("uittreksel", "eva", csv=csv, peilmoment=PEILMOMENT)
    regels = str(fout.value).splitlines()
    assert regels[1].startswith("rij 2, naam: ")
    assert regels[-1] == "… en nog 39."
    assert kaarten(wereld) == [("actief", 4, 0)]


def test_ouder_dan_wat_in_gebruik_is_laat_ook_het_concept_niet_liggen(wereld, tmp_path):
    laad_concept(wereld, NIEUW)
    csv = schrijf(tmp_path, UITTREKSEL)
    with pytest.raises(CommandError, match="ouder"):
        opdracht("uittreksel", "eva", "--activeer", csv=csv, peilmoment="2026-11-01T10:00")
    assert kaarten(wereld) == [("actief", 4, 0), ("concept", 1, 0)]


@pytest.mark.eis("HEE-PAR.1")
def test_wie_het_niet_mag_hoort_waarom_en_staat_in_het_logboek(wereld, tmp_path):
    with pytest.raises(CommandError) as fout:
        opdracht("uittreksel", "anna", csv=schrijf(tmp_path, UITTREKSEL), peilmoment=PEILMOMENT)
    assert "HEE-" in str(fout.value)
    with wereld.als("frits"):
        assert Logregel.objects.filter(handeling="uittreksel_laden", uitkomst="geweigerd").exists()


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        ({"als": "niemand@voorbeeld.nl"}, "werkt niet in dit convenant"),
        ({"convenant": "elders"}, "werkt niet in dit convenant"),
        ({"csv": "/nergens/bestand.csv"}, "niet te lezen"),
        ({"peilmoment": "gisteren"}, "2026-12-31T08:00"),
        ({"peilmoment": "2026-02-31T08:00"}, "2026-12-31T08:00"),
        ({"peilmoment": "2027-01-01"}, "toekomst"),
    ],
)
def test_een_verkeerde_aanroep_krijgt_een_zin(wereld, tmp_path, opties, zin):
    vast = {"csv": schrijf(tmp_path, UITTREKSEL), "peilmoment": PEILMOMENT, "convenant": "heemstede"}
    delen = [f"--{naam}={waarde}" for naam, waarde in (vast | {"als": "eva@voorbeeld.nl"} | opties).items()]
    with pytest.raises(CommandError, match=zin):
        call_command("uittreksel", *delen)
    with wereld.als("eva"):
        assert [kaart.aantal for kaart in laden.uittreksels()] == [4]


def test_geen_json_of_een_verkeerde_vorm(wereld, tmp_path):
    for inhoud, zin in (
        (b"naam;adres", "geen JSON"),
        (b"{}", "geen lijst"),
        (b"[]", "geen lijst"),
        (b"[3]", "rij 1, persoon"),
        (
            json.dumps([persoon(), persoon(burgerservicenummer=999990019)]).encode(),
            "rij 2, burgerservicenummer",
        ),
        (
            json.dumps([persoon(verblijfplaats={"postcode": "1", "huisnummer": "1"})]).encode(),
            "rij 1, postcode",
        ),
    ):
        with pytest.raises(CommandError, match=zin) as fout:
            opdracht("brp_extract", "eva", personen=schrijf(tmp_path, inhoud))
        assert "99999" not in str(fout.value)
    assert namen(wereld, LINDELAAN_12) == ["Fatima Yılmaz", "Willem de Vries"]


def kaal(naam: str, **opties: str) -> str:
    uit = StringIO()
    call_command(naam, *(f"--{optie}={waarde}" for optie, waarde in opties.items()), stdout=uit)
    return uit.getvalue()


def test_wie_en_waar_hoeven_er_niet_bij_als_er_een_is(wereld, tmp_path):
    personen = schrijf(tmp_path, json.dumps([persoon()]).encode())
    assert "deelnemende corporaties: 1." in kaal("brp_extract", personen=personen)
    rechten.trek_in(wereld.autorisaties["ina"], door=None, reden="Weg.", per=BEGIN)
    csv = schrijf(tmp_path, bestand("2103EF;1;;;Dorpsplein;Heemstede;;01-06-2020;", kop=BEZIT_KOP))
    assert kaal("bezit", csv=csv) == "Adressen bijgewerkt: 1.\n"
    with wereld.als("frits"):
        regels = Logregel.objects.filter(handeling="bezit_bijhouden")
        # One each while the wereld was made, and this one.
        assert regels.filter(medewerker_id=wereld.mensen["jan"].pk).count() == 2


def test_bij_meer_of_geen_hoort_een_zin_zonder_namen(wereld, tmp_path):
    csv = schrijf(tmp_path, bestand("2103EF;1;;;Dorpsplein;Heemstede;;01-06-2020;", kop=BEZIT_KOP))
    with pytest.raises(CommandError) as fout:
        kaal("bezit", csv=csv)
    assert str(fout.value) == "Het aantal accounts dat dit in dit convenant mag, is 2. Noem er een met --als."
    with pytest.raises(CommandError, match="is 0"):
        kaal("bezit", csv=csv, convenant="elders")
    Account.objects.filter(medewerkers__in=[wereld.mensen["ina"], wereld.mensen["jan"]]).update(
        is_active=False
    )
    with pytest.raises(CommandError, match="is 0"):
        kaal("bezit", csv=csv)
    for als in ({}, {"als": "ina@voorbeeld.nl"}):
        Convenant.objects.get_or_create(
            code="elders",
            defaults={"naam": "E", "gemeente": "E", "beleid_code": "heemstede", "beleid_versie": 1},
        )
        with pytest.raises(CommandError) as fout:
            kaal("bezit", csv=csv, **als)
        assert str(fout.value) == "Er zijn 2 convenanten: elders, heemstede. Noem er een met --convenant."


def test_zonder_convenant_een_zin(db, tmp_path):
    with pytest.raises(CommandError, match="Er is nog geen convenant"):
        kaal("bezit", csv=schrijf(tmp_path, b""))
