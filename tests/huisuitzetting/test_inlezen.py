"""A file of arrears: what it would change, its faults per row, and what becomes of arrears that shrink or vanish."""

import time
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection
from django.test import override_settings

from convenant.bestand import GETOOND, BestandFout
from convenant.poort import dossier
from convenant.poort.grens import als_systeem
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.zaken import doe, zaak_van
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from huisuitzetting.achterstand import huren, inlezen
from huisuitzetting.achterstand.inlezen import Voorbeeld
from huisuitzetting.models import Huurovereenkomst, Inleesrij, Inlezing
from tests.huisuitzetting.huur import ANDER, MELDER, REGELING_IN_BESTAND, leg_vast, maak_csv, regel
from tests.wereld import NU, Wereld


def lees(wereld: Wereld, *rijen: dict[str, str], heel: bool = True, wie: str = MELDER) -> UUID:
    with wereld.als(wie):
        return inlezen.lees(maak_csv(*rijen), heel=heel)


def voorbeeld(wereld: Wereld, inlezing: UUID, wie: str = MELDER) -> Voorbeeld:
    with wereld.als(wie):
        return inlezen.voorbeeld(inlezing)


def verwerk(wereld: Wereld, *rijen: dict[str, str], heel: bool = True, overslaan: bool = False) -> None:
    inlezing = lees(wereld, *rijen, heel=heel)
    with wereld.als(MELDER):
        inlezen.verwerk(inlezing, fouten_overslaan=overslaan)


def huren_van(wereld: Wereld, wie: str = MELDER) -> dict[str, Huurovereenkomst]:
    with wereld.als(wie):
        return {huur.contractnummer: huur for huur in Huurovereenkomst.objects.select_related("zaak")}


def test_een_bestand_verandert_niets_voor_het_is_bevestigd(haarlem: Wereld) -> None:
    inlezing = lees(haarlem, regel(), regel(contractnummer="H-2", schuld="1.050,00"))
    kaart = voorbeeld(haarlem, inlezing)
    assert (kaart.rijen, kaart.fouten, kaart.aantallen["nieuw"]) == (2, 0, 2)
    assert huren_van(haarlem) == {}
    with haarlem.als(MELDER):
        inlezen.verwerk(inlezing)
        with pytest.raises(Ongeldig):
            inlezen.verwerk(inlezing)
    gekomen = huren_van(haarlem)
    assert (gekomen["H-1001"].te_doen, gekomen["H-1001"].uiterlijk) == ("contact", date(2026, 12, 1))
    # One and a half month's rent is owed: the day on which the file said so.
    assert (gekomen["H-2"].te_doen, gekomen["H-2"].uiterlijk) == ("contact", NU.date())
    assert gekomen["H-2"].schuld == Decimal(1050)
    assert gekomen["H-1001"].postcode == "2012 AB"
    with haarlem.als(MELDER):
        assert not Inlezing.objects.exists()
        assert not Inleesrij.objects.exists()


@pytest.mark.parametrize(
    ("kolom", "cel"),
    [
        ("contractnummer", ""),
        ("naam", ""),
        ("naam", "a" * 201),
        ("naam", "=SOM(A1)"),
        ("naam", "ZoÃ« Visser"),
        ("geboortedatum", "17-05-1856"),
        ("geboortedatum", "24-11-2026"),
        ("geboortedatum", "31-02-1984"),
        ("geboortedatum", "mei 1984"),
        ("telefoonnummer", "bel haar moeder"),
        ("huisnummer", "12a"),
        ("huisnummer", "0"),
        ("huisletter", "AB"),
        ("huisnummertoevoeging", "driehoog links"),
        ("postcode", "0012AB"),
        ("aantal_ingeschreven_bewoners", "0"),
        ("aantal_ingeschreven_bewoners", "100"),
        ("huur_per_maand", "0"),
        ("huur_per_maand", "-700"),
        ("huur_per_maand", "700 euro"),
        ("schuld", "-0,01"),
        ("schuld", "1.23.456"),
        ("schuld", "99999999"),
        ("achterstand_sinds", "24-11-2026"),
        ("achterstand_sinds", ""),
        ("straatnaam", "Spaarne\u0007laan"),
    ],
)
def test_een_fout_per_cel_en_niets_verwerkt(haarlem: Wereld, kolom: str, cel: str) -> None:
    inlezing = lees(haarlem, regel(contractnummer="H-2"), regel(**{kolom: cel}))
    kaart = voorbeeld(haarlem, inlezing)
    assert [(fout.rij, fout.kolom) for fout in kaart.eerste_fouten] == [(3, kolom)]
    if len(cel) > 3:
        assert cel not in kaart.eerste_fouten[0].zin, "a fault never repeats what stands in the cell"
    with haarlem.als(MELDER), pytest.raises(Ongeldig):
        inlezen.verwerk(inlezing)
    assert huren_van(haarlem) == {}
    with haarlem.als(MELDER):
        inlezen.verwerk(inlezing, fouten_overslaan=True)
    assert list(huren_van(haarlem)) == ["H-2"]


@pytest.mark.parametrize(
    ("cel", "bedrag"),
    [("1234,5", "1234.50"), ("1.234,56", "1234.56"), ("1234.56", "1234.56"), ("€ 1.234", "1234"), ("0", "0")],
)
def test_bedragen_zoals_mensen_ze_schrijven(haarlem: Wereld, cel: str, bedrag: str) -> None:
    inlezing = lees(haarlem, regel(schuld=cel))
    with haarlem.als(MELDER):
        assert [rij.schuld for rij in Inleesrij.objects.filter(inlezing=inlezing)] == [Decimal(bedrag)]


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"naam;schuld\nA;1",
        ";".join(regel()).encode(),
        b"PK\x03\x04\x00\x00",
        (";".join([*regel(), "bsn"]) + "\n").encode(),
        (";".join([*regel(), "naam"]) + "\n").encode(),
        (";".join(regel()) + '\n"H-1;' + "x" * 20_000).encode(),
    ],
)
def test_wat_geen_bestand_met_huren_is(haarlem: Wereld, inhoud: bytes) -> None:
    with haarlem.als(MELDER), pytest.raises(Ongeldig) as fout:
        inlezen.lees(BytesIO(inhoud), heel=True)
    assert list(fout.value.fouten) == ["bestand"]
    with haarlem.als(MELDER):
        assert not Inlezing.objects.exists()


@override_settings(INLEZEN_MAX_BYTES=200)
def test_te_groot(haarlem: Wereld) -> None:
    with pytest.raises(Ongeldig):
        lees(haarlem, regel())


def test_letters_van_windows(haarlem: Wereld) -> None:
    bestand = BytesIO(maak_csv(regel(naam="Zoë Núñez")).getvalue().decode().encode("cp1252"))
    with haarlem.als(MELDER):
        inlezing = inlezen.lees(bestand, heel=True)
        assert [rij.naam for rij in Inleesrij.objects.filter(inlezing=inlezing)] == ["Zoë Núñez"]


def test_een_nummer_met_landcode_en_regeleinden_van_een_oude_mac(haarlem: Wereld) -> None:
    rij = regel(telefoonnummer="+31 6 12345678", schuld="1100") | {"deurwaarder_op": "20-12-2026"}
    bestand = BytesIO(maak_csv(rij).getvalue().replace(b"\r\n", b"\n").replace(b"\n", b"\r"))
    with haarlem.als(MELDER):
        inlezen.verwerk(inlezen.lees(bestand, heel=True))
        inlezen.verwerk(inlezen.lees(maak_csv(rij | {"deurwaarder_op": "21-12-2026"}), heel=True))
    huur = huren_van(haarlem)["H-1001"]
    assert (huur.telefoonnummer, huur.deurwaarder_op) == ("+31 6 12345678", date(2026, 12, 21))


def test_fouten_die_lezen_zinloos_maken_komen_met_wat_ervoor_stond(haarlem: Wereld) -> None:
    stuk = maak_csv(*[regel(postcode="x")] * 30).getvalue() + b'\n"H-2";"Jan "de" Wit"\n'
    with haarlem.als(MELDER), pytest.raises(BestandFout) as fout:
        inlezen.lees(BytesIO(stuk), heel=True)
    assert (fout.value.aantal, fout.value.rijen[0].kolom, len(fout.value.rijen)) == (60, "postcode", GETOOND)


def test_twee_huren_op_een_adres_blijven_twee(haarlem: Wereld) -> None:
    verwerk(haarlem, regel(), regel(contractnummer="H-2", naam="Tweede Huurder"))
    assert {huur.naam for huur in huren_van(haarlem).values()} == {"Samira Visser", "Tweede Huurder"}


def test_een_contractnummer_twee_keer_is_een_fout(haarlem: Wereld) -> None:
    kaart = voorbeeld(haarlem, lees(haarlem, regel(), regel(naam="Ander")))
    assert [(fout.rij, fout.kolom) for fout in kaart.eerste_fouten] == [(3, "contractnummer")]
    assert kaart.rijen == 1


@pytest.mark.eis("HAA-2.1", "HAA-B4.2")
def test_schuld_die_krimpt_verdwijnt_en_terugkomt(haarlem: Wereld) -> None:
    verwerk(haarlem, regel(schuld="1100"), regel(contractnummer="H-2"), regel(contractnummer="H-3"))
    zaak = begin(haarlem, "H-1001")
    begin(haarlem, "H-2")
    assert "melden_bij_anderhalve_maand" in lopend(haarlem, zaak)
    inlezing = lees(haarlem, regel(schuld="300"))
    aantallen = voorbeeld(haarlem, inlezing).aantallen
    assert (aantallen["lager"], aantallen["weg"]) == (1, 2)
    with haarlem.als(MELDER):
        inlezen.verwerk(inlezing)
    over = huren_van(haarlem)
    # Without a case the row is gone; with one it stays, as the case's history, and asks to close it.
    assert over.keys() == {"H-1001", "H-2"}
    assert (over["H-2"].schuld, over["H-2"].te_doen) == (Decimal(0), "sluiten")
    assert (over["H-1001"].te_doen, over["H-1001"].uiterlijk) == ("brief", None)
    assert "melden_bij_anderhalve_maand" not in lopend(haarlem, zaak)
    with stel_in(NU + timedelta(days=2)):
        verwerk(haarlem, regel(schuld="1400"))
        assert huren_van(haarlem)["H-1001"].uiterlijk == date(2026, 11, 25)
        assert "melden_bij_anderhalve_maand" in lopend(haarlem, zaak)


def test_een_aanvulling_laat_de_rest_staan(haarlem: Wereld) -> None:
    verwerk(haarlem, regel(), regel(contractnummer="H-2"))
    verwerk(haarlem, regel(schuld="800"), heel=False)
    assert {nr: huur.schuld for nr, huur in huren_van(haarlem).items()} == {"H-1001": 800, "H-2": 700}


def test_wie_een_fout_overslaat_verklaart_niemand_schuldenvrij(haarlem: Wereld) -> None:
    verwerk(haarlem, regel(), regel(contractnummer="H-2"))
    verwerk(haarlem, regel(schuld="800"), regel(contractnummer="H-2", schuld="-5"), overslaan=True)
    assert {nr: huur.schuld for nr, huur in huren_van(haarlem).items()} == {"H-1001": 800, "H-2": 700}


@pytest.mark.eis("HAA-3.4")
def test_wat_het_bestand_niet_zegt_blijft(haarlem: Wereld) -> None:
    verwerk(
        haarlem,
        regel(schuld="1100") | REGELING_IN_BESTAND | {"deurwaarder_op": "20-12-2026", "bewind": "ja"},
    )
    zaak = begin(haarlem, "H-1001")
    verwerk(haarlem, regel(schuld="1100"))
    huur = huren_van(haarlem)["H-1001"]
    assert (huur.betalingsregeling, huur.deurwaarder_op, huur.bewind) == ("loopt", date(2026, 12, 20), True)
    assert lopend(haarlem, zaak)["melden_bij_anderhalve_maand"] == Klok.OPGESCHORT
    verwerk(
        haarlem, regel(schuld="1100") | {"betalingsregeling": "verbroken", "deurwaarder_op": "", "bewind": ""}
    )
    huur = huren_van(haarlem)["H-1001"]
    assert (huur.betalingsregeling, huur.deurwaarder_op, huur.bewind) == ("verbroken", None, True)
    assert lopend(haarlem, zaak)["melden_bij_anderhalve_maand"] == Klok.LOOPT
    assert "melden_voor_deurwaarder" not in lopend(haarlem, zaak)


@pytest.mark.eis("HAA-PAR.2")
def test_het_bestand_van_de_een_raakt_de_ander_niet(haarlem: Wereld) -> None:
    leg_vast(haarlem, ANDER, naam="Bob de Groot")
    inlezing = lees(haarlem, regel(contractnummer="H-2"))
    with haarlem.als(ANDER):
        assert inlezen.wacht() is None
        with pytest.raises(NietGevonden):
            inlezen.voorbeeld(inlezing)
        with pytest.raises(Ongeldig):
            inlezen.verwerk(inlezing)
    with haarlem.als(MELDER):
        inlezen.verwerk(inlezing)
    assert [huur.naam for huur in huren_van(haarlem, ANDER).values()] == ["Bob de Groot"]
    assert list(huren_van(haarlem)) == ["H-2"]


def test_het_volgende_bestand_komt_in_de_plaats_en_weggooien_laat_niets(haarlem: Wereld) -> None:
    eerste = lees(haarlem, regel())
    tweede = lees(haarlem, regel(contractnummer="H-2"))
    with haarlem.als(MELDER):
        assert inlezen.wacht() == tweede
        with pytest.raises(Ongeldig):
            inlezen.gooi_weg(eerste)
        inlezen.gooi_weg(tweede)
        assert not Inleesrij.objects.exists()
    assert huren_van(haarlem) == {}


def test_waar_niemand_op_terugkomt_is_na_een_dag_weg(haarlem: Wereld) -> None:
    lees(haarlem, regel())
    with stel_in(NU + timedelta(hours=23)):
        assert inlezen.vergeet() == 0
    with stel_in(NU + timedelta(days=1, minutes=1)):
        assert inlezen.vergeet() == 1
    with (
        pytest.raises(DatabaseError, match="bewaring"),
        als_systeem("systeem"),
        connection.cursor() as cursor,
    ):
        cursor.execute("select inlezingen_vergeten(now())")


def test_na_een_gesloten_zaak_begint_nieuwe_achterstand_opnieuw(haarlem: Wereld) -> None:
    verwerk(haarlem, regel())
    zaak = begin(haarlem, "H-1001")
    with (
        haarlem.als(MELDER),
        doe(zaak_van(zaak), "zaak_sluiten", gegeven={"reden_vermeld": True, "eigen_huurder": True}),
    ):
        pass
    verwerk(haarlem, regel(schuld="900"))
    assert huren_van(haarlem)["H-1001"].zaak_id == zaak
    with stel_in(NU + timedelta(days=60)):
        verwerk(haarlem, regel(schuld="800", achterstand_sinds="01-01-2027"))
        opnieuw = huren_van(haarlem)["H-1001"]
        assert (opnieuw.zaak_id, opnieuw.te_doen, opnieuw.uiterlijk) == (None, "contact", date(2027, 2, 1))
        assert begin(haarlem, "H-1001") != zaak


def begin(wereld: Wereld, contractnummer: str) -> int:
    """The case of this tenancy, with contact made."""
    huur = huren_van(wereld)[contractnummer]
    with wereld.als(MELDER):
        return huren.leg_contact_vast(huur.pk, "brief", bereikt=False, gewezen_op_sdv=True, kenmerk=uuid4())


def lopend(wereld: Wereld, zaak: int) -> dict[str, str]:
    with wereld.als(MELDER):
        klokken = dossier.lees_zaak(zaak).klokken
    return {klok.termijn: klok.stand for klok in klokken if klok.stand in Klok.OPEN}


@pytest.mark.volledig
def test_vijftigduizend_met_driehonderd_fouten_binnen_een_minuut(haarlem: Wereld) -> None:
    rijen = (
        regel(
            contractnummer=f"H-{nr}",
            huisnummer=str(nr % 9000 + 1),
            schuld="-1" if nr % 167 == 0 else str(nr % 2000 + 1),
        )
        for nr in range(50_000)
    )
    bestand = maak_csv(*rijen)
    eerder = hoogste_geheugen(opnieuw=True)
    begonnen = time.monotonic()
    with haarlem.als(MELDER):
        inlezing = inlezen.lees(bestand, heel=True)
    kaart = voorbeeld(haarlem, inlezing)
    assert (kaart.fouten, kaart.rijen, len(kaart.eerste_fouten)) == (300, 49_700, inlezen.FOUTEN_GETOOND)
    with haarlem.als(MELDER):
        inlezen.verwerk(inlezing, fouten_overslaan=True)
    duur, meer = time.monotonic() - begonnen, hoogste_geheugen() - eerder
    assert len(huren_van(haarlem)) == 49_700
    assert duur < 60, f"{duur:.0f} s"
    assert meer < 60, f"{meer} MB"


def hoogste_geheugen(*, opnieuw: bool = False) -> int:
    """The most this process ever used, in MB; `opnieuw` forgets what it used before."""
    if opnieuw:
        Path("/proc/self/clear_refs").write_text("5")
    regels = Path("/proc/self/status").read_text().splitlines()
    return int(next(regel.split()[1] for regel in regels if regel.startswith("VmHWM:"))) // 1024


@pytest.mark.eis("HAA-2.1")
def test_een_andere_huurder_komt_niet_op_de_zaak_van_de_vorige(haarlem: Wereld) -> None:
    ander = regel(naam="Karel Nieuw", geboortedatum="01-01-1990", schuld="800,00")
    huur = leg_vast(haarlem)
    te_vroeg = lees(haarlem, ander)
    assert voorbeeld(haarlem, te_vroeg).fouten == 0, "without a case it is a correction"
    with haarlem.als(MELDER):
        zaak = huren.leg_contact_vast(huur, "brief", bereikt=False, gewezen_op_sdv=True, kenmerk=uuid4())
    with haarlem.als(MELDER), pytest.raises(Ongeldig):
        inlezen.verwerk(te_vroeg)
    kaart = voorbeeld(haarlem, lees(haarlem, ander, regel(contractnummer="H-2")))
    assert (kaart.rijen, kaart.fouten) == (1, 1)
    assert [(fout.rij, fout.kolom) for fout in kaart.eerste_fouten] == [(2, "geboortedatum")]
    verwerk(haarlem, ander, regel(contractnummer="H-2"), overslaan=True)
    na = huren_van(haarlem)
    assert (na["H-1001"].naam, na["H-1001"].zaak_id, na["H-1001"].schuld) == ("Samira Visser", zaak, 700)
    assert "H-2" in na
    with haarlem.als(MELDER):
        huren.sluit(zaak, "huur_beeindigd")
    verwerk(haarlem, ander)
    na = huren_van(haarlem)
    assert (na["H-1001"].naam, na["H-1001"].zaak_id, na["H-1001"].gesloten_om) == ("Karel Nieuw", None, "")
    assert na["H-1001"].te_doen == "contact"
