"""Walk (e): a corporatie of Heemstede looks up an address of its own stock, without a case."""

import pytest

from brpinzage.beleid.heemstede import HEEMSTEDE
from convenant.beleid.taal import ZONDER_ZAAK

from .wandeling import Wandeling

A, B = "corporatie/contactpersoon@A", "corporatie/contactpersoon@B"
BURGERZAKEN = "gemeente/burgerzaken"

# Everything the register knows of the address; the convenant lets through name and address alone.
REGISTER = {
    "naam_bewoner": "T. Voorbeeld",
    "adres_straatnaam": "Proefweg",
    "adres_huisnummer": "12",
    "adres_huisletter": "B",
    "adres_postcode": "2100 AA",
    "adres_woonplaats": "Heemstede",
    "geboortedatum": "1980-02-29",
    "burgerservicenummer": "000000000",
}
NAAM_EN_ADRES = {
    "naam_bewoner": "T. Voorbeeld",
    "adres_straatnaam": "Proefweg",
    "adres_huisnummer": "12",
    "adres_huisletter": "B",
    "adres_postcode": "2100 AA",
    "adres_woonplaats": "Heemstede",
}


@pytest.fixture
def wandeling():
    return Wandeling(HEEMSTEDE, ZONDER_ZAAK, bewaren={"naam_en_adres": "geraadpleegde_gegevens"})


def raadpleeg(wandeling, wie, doel="onrechtmatige_bewoning"):
    return wandeling.stuur("naam_en_adres", BURGERZAKEN, wie, REGISTER, doel=doel)


def geweigerd(wandeling, wie, feiten):
    return wandeling.geweigerd(
        "raadplegen",
        gegevensset="naam_en_adres",
        van=BURGERZAKEN,
        aan=wie,
        doel="onrechtmatige_bewoning",
        feiten=feiten,
    )


@pytest.mark.eis("HEE-2.5", "HEE-2.2", "HEE-OW.8")
def test_eigen_adres_geeft_naam_en_adres_aan_wie_vroeg(wandeling):
    uitkomst = raadpleeg(wandeling, A)
    assert (uitkomst.doel, uitkomst.grondslag) == ("onrechtmatige_bewoning", "wet_brp_3_9")
    assert {"HEE-1.a", "HEE-2.4", "HEE-2.5"} <= {reden.eis for reden in uitkomst.redenen}
    wandeling.iedereen_ziet({A: {"naam_en_adres": NAAM_EN_ADRES}})


@pytest.mark.eis("HEE-3.3")
def test_geheim_adres_en_vol_adres_geven_dezelfde_zin(wandeling):
    wandeling.nu_geldt(geen_geheimhouding_op_adres=False)
    geheim = geweigerd(wandeling, A, {"geen_geheimhouding_op_adres"})
    wandeling.nu_geldt(geen_geheimhouding_op_adres=True, niet_te_veel_bewoners=False)
    vol = geweigerd(wandeling, A, {"niet_te_veel_bewoners"})
    assert geheim.voor_mens(HEEMSTEDE) == vol.voor_mens(HEEMSTEDE)
    assert [reden.tekst for reden in vol.voor_mens(HEEMSTEDE)] == [HEEMSTEDE.neutraal]
    wandeling.iedereen_ziet({})


@pytest.mark.eis("HEE-2.3")
def test_buiten_eigen_bezit_geweigerd_met_reden_en_artikel(wandeling):
    """The address belongs to A: B is refused and told why, whatever A saw before."""
    raadpleeg(wandeling, A)
    wandeling.nu_geldt(eigen_bezit=False)
    (reden,) = geweigerd(wandeling, B, {"eigen_bezit"}).voor_mens(HEEMSTEDE)
    assert reden.eis == "HEE-2.3"
    wandeling.iedereen_ziet({A: {"naam_en_adres": NAAM_EN_ADRES}})


@pytest.mark.eis("HEE-2.3", "HEE-3.3")
def test_buiten_eigen_bezit_verraadt_geen_geheimhouding(wandeling):
    wandeling.nu_geldt(eigen_bezit=False)
    open_adres = geweigerd(wandeling, B, {"eigen_bezit"})
    wandeling.nu_geldt(geen_geheimhouding_op_adres=False)
    geheim_adres = geweigerd(wandeling, B, {"eigen_bezit", "geen_geheimhouding_op_adres"})
    assert geheim_adres.voor_mens(HEEMSTEDE) == open_adres.voor_mens(HEEMSTEDE)


@pytest.mark.eis("HEE-3.7")
def test_zonder_vaststelling_van_identiteit_geweigerd(wandeling):
    wandeling.nu_geldt(identiteit_vastgesteld=False)
    geweigerd(wandeling, A, {"identiteit_vastgesteld"})
    wandeling.iedereen_ziet({})


@pytest.mark.eis("HEE-14")
def test_de_volgende_dag_is_het_resultaat_weg(wandeling):
    raadpleeg(wandeling, A)
    wandeling.later(hours=14, minutes=59)  # 10 March, 23:59
    wandeling.iedereen_ziet({A: {"naam_en_adres": NAAM_EN_ADRES}})
    wandeling.later(minutes=1)
    wandeling.iedereen_ziet({})


@pytest.mark.eis("HEE-9.5", "HEE-7.1")
@pytest.mark.parametrize("feit", ["convenant_actief", "toegang_niet_ingetrokken"])
def test_gesloten_toegang_sluit_ook_wat_er_al_is(wandeling, feit):
    raadpleeg(wandeling, A)
    wandeling.nu_geldt(**{feit: False})
    geweigerd(wandeling, A, {feit})
    wandeling.iedereen_ziet({})


@pytest.mark.eis("HEE-2.6", "HEE-3.1", "HEE-OW.7")
def test_afwijking_gaat_naar_de_gemeente_en_de_uitkomst_terug(wandeling):
    """Only the municipality and the reporting corporatie hold the report; the other corporatie never sees it.

    The report goes for the doel of its raadpleging, whatever that is (decision 76)."""
    doel = raadpleeg(wandeling, A, "onrechtmatige_bewoning").doel
    wandeling.doe(A, "beoordelen_afwijking")
    melding = {
        "adres": "Proefweg 12 B",
        "naam_bewoner_volgens_brp": "T. Voorbeeld",
        "aard_afwijking": "andere_bewoner",
        "toelichting": "Het contract staat op een andere naam.",
        "datum_raadpleging": "2026-03-10",
    }
    wandeling.nu_geldt(zelfde_doel=False)
    wandeling.geweigerd(
        "afwijking_melden",
        gegevensset="afwijkingsmelding",
        van=A,
        aan=BURGERZAKEN,
        doel="bestandskwaliteit",
        feiten={"zelfde_doel"},
    )
    wandeling.nu_geldt(zelfde_doel=True)
    assert wandeling.stuur("afwijkingsmelding", A, BURGERZAKEN, melding, doel=doel).doel == doel
    assert wandeling.stap == "afwijking_gemeld"
    wandeling.iedereen_ziet({A: {"afwijkingsmelding": melding}, BURGERZAKEN: {"afwijkingsmelding": melding}})
    wandeling.doe(BURGERZAKEN, "onderzoek_starten")
    uitkomst = {"uitkomst_afwijking": "brp_aangepast"}
    wandeling.stuur("afwijking_uitkomst", BURGERZAKEN, A, uitkomst)
    assert wandeling.stap == "afwijking_afgehandeld"
    beide = {"afwijkingsmelding": melding, "afwijking_uitkomst": uitkomst}
    wandeling.iedereen_ziet({A: beide, BURGERZAKEN: beide})
