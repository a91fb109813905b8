"""Heemstede as decision tables: written from docs/eisen/heemstede.yaml, not from the policy."""

from datetime import datetime

import pytest

from brpinzage.beleid.heemstede import HEEMSTEDE
from convenant.beleid.beslissing import Stand, Vraag, beslis
from convenant.beleid.kalender import AMSTERDAM, vervalt_op
from convenant.beleid.register import fouten
from convenant.beleid.taal import BEGIN, INZIEN, ZONDER_ZAAK, Kant

from .tabel import (
    Mag,
    SetRegel,
    Stap,
    alles_waar,
    controleer_geen_andere_stap,
    controleer_mag,
    controleer_set,
    controleer_stap,
    ingevuld,
    params,
    stand,
)

CONTACT, BEHEER = "corporatie/contactpersoon", "corporatie/beheerder"
BURGERZAKEN, AUTORISATIE = "gemeente/burgerzaken", "gemeente/autorisatiebeheerder"
TOEZICHT, CONVENANT = "gemeente/toezichthouder", "gemeente/convenantbeheerder"

NAAM_EN_ADRES = (
    "naam_bewoner",
    "adres_straatnaam",
    "adres_huisnummer",
    "adres_huisletter",
    "adres_huisnummertoevoeging",
    "adres_postcode",
    "adres_woonplaats",
)
VIJF_DOELEN = (
    "onrechtmatige_bewoning",
    "bestandskwaliteit",
    "woningtoewijzing",
    "dienstverlening_brp",
    "dienstverlening_huurder",
)
ALS_CONTACTPERSOON = (
    "geheimhouding_corporatie",
    "deelname_getekend",
    "zonder_winstoogmerk",
    "toegang_niet_ingetrokken",
    "aangewezen",
)
ALS_GEMEENTE = ("geheimhouding_gemeente",)

SETS = [
    SetRegel(
        "HEE-2.5",
        "naam_en_adres",
        NAAM_EN_ADRES,
        (BURGERZAKEN,),
        (CONTACT,),
        "raadplegen",
        (ZONDER_ZAAK,),
        (ZONDER_ZAAK,),
        VIJF_DOELEN,
        ("wet_brp_3_9",),
        vereist=(
            *ALS_CONTACTPERSOON,
            "grondslag_geldig",
            "noodzaak_vermeld",
            "eigen_bezit",
            "identiteit_vastgesteld",
            "geen_geheimhouding_op_adres",
            "niet_te_veel_bewoners",
        ),
        inzage_vereist=ALS_CONTACTPERSOON,
        optioneel=("adres_huisletter", "adres_huisnummertoevoeging"),
        haalt=True,
        afzender_leest=False,
    ),
    SetRegel(
        "HEE-2.2",
        "naam_en_adres_schriftelijk",
        NAAM_EN_ADRES,
        (BURGERZAKEN,),
        (CONTACT,),
        "verzoek_toewijzen",
        ("verzoek_ingediend",),
        ("verzoek_toegewezen",),
        VIJF_DOELEN,
        ("wet_brp_3_9",),
        vereist=(
            *ALS_GEMEENTE,
            "grondslag_geldig",
            "noodzaak_vermeld",
            "eigen_bezit",
            "identiteit_vastgesteld",
        ),
        inzage_vereist=ALS_CONTACTPERSOON,
        optioneel=("adres_huisletter", "adres_huisnummertoevoeging"),
    ),
    SetRegel(
        "HEE-2.6",
        "afwijkingsmelding",
        ("adres", "naam_bewoner_volgens_brp", "aard_afwijking", "toelichting", "datum_raadpleging"),
        (CONTACT,),
        (BURGERZAKEN,),
        "afwijking_melden",
        ("wijkt_af",),
        ("afwijking_gemeld", "afwijking_in_onderzoek", "afwijking_afgehandeld"),
        ("bestandskwaliteit",),
        ("avg_6_1_f",),
        vereist=(*ALS_CONTACTPERSOON, "raadpleging_wijkt_af", "zelfde_doel"),
        inzage_vereist=ALS_GEMEENTE,
    ),
    SetRegel(
        "HEE-OW.7",
        "afwijking_uitkomst",
        ("uitkomst_afwijking",),
        (BURGERZAKEN,),
        (CONTACT,),
        "uitkomst_vastleggen",
        ("afwijking_in_onderzoek",),
        ("afwijking_afgehandeld",),
        ("bestandskwaliteit",),
        ("wet_brp_3_9",),
        vereist=(*ALS_GEMEENTE, "grondslag_geldig"),
        inzage_vereist=ALS_CONTACTPERSOON,
    ),
    SetRegel(
        "HEE-5.9",
        "verhuizing",
        (
            "naam_huurder",
            "oud_adres",
            "nieuw_adres",
            "verhuisdatum",
            "machtiging_document",
            "machtiging_datum",
            "machtiging_ondertekenaar",
        ),
        (CONTACT,),
        (BURGERZAKEN,),
        "verhuizing_doorgeven",
        (BEGIN,),
        ("verhuizing_ontvangen", "verhuizing_in_behandeling", "verhuizing_verwerkt", "verhuizing_geweigerd"),
        ("dienstverlening_brp",),
        ("machtiging_huurder",),
        vereist=(*ALS_CONTACTPERSOON, "schriftelijke_machtiging"),
        inzage_vereist=ALS_GEMEENTE,
    ),
]


@pytest.mark.parametrize("regel", params(SETS))
def test_gegevensset(regel):
    controleer_set(HEEMSTEDE, regel)


def test_elke_gegevensset_heeft_een_rij():
    assert {regel.naam for regel in SETS} == {gegevensset.naam for gegevensset in HEEMSTEDE.gegevenssets}


BEVOEGDHEDEN = [
    Mag("HEE-OW.8", "raadplegen", (CONTACT,), ALS_CONTACTPERSOON),
    Mag("HEE-2.2", INZIEN, (CONTACT, BURGERZAKEN)),
    Mag("HEE-OW.8", INZIEN, (CONTACT, BURGERZAKEN)),
    Mag("HEE-2.2", "schriftelijk_verzoeken", (CONTACT,)),
    Mag("HEE-2.2", "verzoek_toewijzen", (BURGERZAKEN,), ALS_GEMEENTE),
    Mag("HEE-2.2", "verzoek_weigeren", (BURGERZAKEN,), ("reden_vermeld",)),
    Mag("HEE-OW.5", "beoordelen_overeenkomst", (CONTACT,)),
    Mag("HEE-OW.5", "beoordelen_afwijking", (CONTACT,)),
    Mag("HEE-2.6", "afwijking_melden", (CONTACT,)),
    Mag("HEE-2.6", "onderzoek_starten", (BURGERZAKEN,)),
    Mag("HEE-2.6", "uitkomst_vastleggen", (BURGERZAKEN,)),
    Mag("HEE-3.8", "verhuizing_doorgeven", (CONTACT,)),
    Mag("HEE-5.9", "verhuizing_behandelen", (BURGERZAKEN,)),
    Mag("HEE-5.9", "verhuizing_verwerken", (BURGERZAKEN,)),
    Mag("HEE-5.9", "verhuizing_weigeren", (BURGERZAKEN,)),
    Mag("HEE-5.7", "ondersteuning_vragen", (CONTACT,)),
    Mag("HEE-5.7", "ondersteuning_beantwoorden", (BURGERZAKEN,)),
    Mag("HEE-6.2", "beveiligingsprobleem_melden", (CONTACT, BEHEER)),
    Mag("HEE-4", "eigen_logboek_lezen", (CONTACT, BEHEER)),
    Mag("HEE-4", "logboek_lezen", (TOEZICHT,), ALS_GEMEENTE),
    Mag("HEE-4", "steekproef_trekken", (TOEZICHT,)),
    Mag("HEE-5.6", "medewerker_aanmelden", (BEHEER,)),
    Mag("HEE-5.6", "medewerker_afmelden", (BEHEER,)),
    Mag("HEE-5.6", "autorisatie_verlenen", (AUTORISATIE,), ("aangemeld_door_corporatie",)),
    Mag("HEE-5.6", "autorisatie_weigeren", (AUTORISATIE,)),
    Mag("HEE-2.3", "bezit_bijhouden", (BEHEER,)),
    Mag("HEE-OW.6", "uittreksel_laden", (BURGERZAKEN,), ALS_GEMEENTE),
    Mag("HEE-3.2", "doorgifte_toestaan", (BURGERZAKEN,), ("toestemming_leverancier",)),
    Mag("HEE-7.1", "tekortkoming_openen", (CONVENANT,)),
    Mag("HEE-7.1", "overleg_vastleggen", (CONVENANT,)),
    Mag("HEE-7.1", "nakoming_vastleggen", (CONVENANT,)),
    Mag("HEE-7.1", "toegang_intrekken", (CONVENANT,), ("overleg_zonder_nakoming",)),
    Mag("HEE-9.2", "vervallen_verklaren", (CONVENANT,)),
    Mag("HEE-9.3", "opzeggen", (BEHEER, CONVENANT)),
    Mag("HEE-12.1", "overmacht_melden", (BEHEER, CONVENANT)),
    Mag("HEE-5.8", "onderhoud_aankondigen", (CONVENANT,)),
    Mag("HEE-5.2", "handreiking_plaatsen", (CONVENANT,)),
    Mag("HEE-5.3", "handreiking_wijzigen", (CONVENANT,), ("raadpleging_partijen_vastgelegd",)),
    Mag("HEE-10.1", "wijziging_voorstellen", (BEHEER, CONVENANT)),
    Mag("HEE-10.1", "wijziging_instemmen", (BEHEER, CONVENANT)),
    Mag("HEE-10.1", "wijziging_weigeren", (BEHEER, CONVENANT)),
    Mag("HEE-10.1", "wijziging_aannemen", (CONVENANT,), ("alle_partijen_stemmen_in",)),
]


@pytest.mark.parametrize("regel", params(BEVOEGDHEDEN))
def test_bevoegdheid(regel):
    controleer_mag(HEEMSTEDE, regel)


def test_elke_handeling_heeft_een_rij():
    verwacht = {handeling for rij in HEEMSTEDE.bevoegdheden for handeling in rij.handelingen}
    assert {regel.handeling for regel in BEVOEGDHEDEN} == verwacht


STAPPEN = [
    Stap("HEE-2.2", BEGIN, "schriftelijk_verzoeken", "verzoek_ingediend", (CONTACT,)),
    Stap("HEE-2.2", "verzoek_ingediend", "verzoek_toewijzen", "verzoek_toegewezen", (BURGERZAKEN,)),
    Stap(
        "HEE-2.2",
        "verzoek_ingediend",
        "verzoek_weigeren",
        "verzoek_geweigerd",
        (BURGERZAKEN,),
        ("reden_vermeld",),
    ),
    Stap("HEE-OW.5", ZONDER_ZAAK, "beoordelen_overeenkomst", "komt_overeen", (CONTACT,)),
    Stap("HEE-OW.5", ZONDER_ZAAK, "beoordelen_afwijking", "wijkt_af", (CONTACT,)),
    Stap("HEE-2.6", "wijkt_af", "afwijking_melden", "afwijking_gemeld", (CONTACT,)),
    Stap("HEE-2.6", "afwijking_gemeld", "onderzoek_starten", "afwijking_in_onderzoek", (BURGERZAKEN,)),
    Stap("HEE-2.6", "afwijking_in_onderzoek", "uitkomst_vastleggen", "afwijking_afgehandeld", (BURGERZAKEN,)),
    Stap("HEE-5.9", BEGIN, "verhuizing_doorgeven", "verhuizing_ontvangen", (CONTACT,)),
    Stap(
        "HEE-5.9",
        "verhuizing_ontvangen",
        "verhuizing_behandelen",
        "verhuizing_in_behandeling",
        (BURGERZAKEN,),
    ),
    Stap(
        "HEE-5.9", "verhuizing_in_behandeling", "verhuizing_verwerken", "verhuizing_verwerkt", (BURGERZAKEN,)
    ),
    Stap(
        "HEE-5.9",
        "verhuizing_in_behandeling",
        "verhuizing_weigeren",
        "verhuizing_geweigerd",
        (BURGERZAKEN,),
        ("reden_vermeld",),
    ),
    Stap("HEE-7.1", BEGIN, "tekortkoming_openen", "tekortkoming_open", (CONVENANT,)),
    Stap("HEE-7.2", "tekortkoming_open", "overleg_vastleggen", "tekortkoming_overlegd", (CONVENANT,)),
    Stap("HEE-7.2", "tekortkoming_overlegd", "nakoming_vastleggen", "tekortkoming_nagekomen", (CONVENANT,)),
    Stap(
        "HEE-7.1",
        "tekortkoming_overlegd",
        "toegang_intrekken",
        "toegang_ingetrokken",
        (CONVENANT,),
        ("overleg_zonder_nakoming",),
    ),
    Stap("HEE-10.1", BEGIN, "wijziging_voorstellen", "wijziging_voorgesteld", (BEHEER, CONVENANT)),
    Stap(
        "HEE-10.1",
        "wijziging_voorgesteld",
        "wijziging_aannemen",
        "wijziging_aangenomen",
        (CONVENANT,),
        ("alle_partijen_stemmen_in",),
    ),
    Stap(
        "HEE-10.1", "wijziging_voorgesteld", "wijziging_weigeren", "wijziging_verworpen", (BEHEER, CONVENANT)
    ),
]


@pytest.mark.parametrize("regel", params(STAPPEN))
def test_stap(regel):
    controleer_stap(HEEMSTEDE, regel)


@pytest.mark.eis(*dict.fromkeys(regel.eis for regel in STAPPEN))
def test_geen_andere_stap():
    controleer_geen_andere_stap(HEEMSTEDE, STAPPEN)


KLOKKEN = [
    ("HEE-2.6", "raadpleging_wijkt_af", "afwijking_melden", "binnen", "2026-12-23 11:00", "2027-01-01"),
    (
        "HEE-6.2",
        "constatering_beveiliging_werkt_niet",
        "melding_aan_gemeente",
        "binnen",
        "2026-12-23 11:00",
        None,
    ),
    ("HEE-9.1", "inwerkingtreding", "looptijd", "binnen", "2020-06-01 00:00", "2021-06-01"),
    (
        "HEE-9.1.b",
        "einde_lopende_periode",
        "stilzwijgende_verlenging",
        "elke",
        "2021-05-31 00:00",
        "2022-06-01",
    ),
    ("HEE-9.4", "ontvangst_opzegging", "opzegtermijn", "binnen", "2026-03-10 09:00", "2026-06-01"),
    ("HEE-12.1", "overmacht_bekend", "schriftelijke_mededeling_partijen", "binnen", "2026-12-23 11:00", None),
]


@pytest.mark.parametrize(
    "klok",
    [pytest.param(klok, marks=pytest.mark.eis(klok[0]), id=f"{klok[0]}-{klok[2]}") for klok in KLOKKEN],
)
def test_klok(klok):
    """The moment is the midnight at which the last day ends; None: at once."""
    _, gebeurtenis, actie, richting, na, tot = klok
    moment = datetime.fromisoformat(na).replace(tzinfo=AMSTERDAM)
    (termijn,) = HEEMSTEDE.termijnen_na(gebeurtenis)
    assert (termijn.actie, termijn.richting) == (actie, richting)
    verwacht = datetime.fromisoformat(tot).replace(tzinfo=AMSTERDAM) if tot else moment
    assert vervalt_op(termijn, moment) == verwacht


def test_elke_klok_heeft_een_rij():
    assert {klok[1] for klok in KLOKKEN} == {termijn.na for termijn in HEEMSTEDE.termijnen}


BEWAREN = [
    ("geraadpleegde_gegevens", "raadpleging", "vernietigen", 0, "einde_dag", ""),
    ("raadpleging", "raadpleging", "vernietigen", None, "", "bewaartermijn_raadpleging"),
    ("afwijking", "afwijking_afgehandeld", "vernietigen", None, "", "bewaartermijn_afwijking"),
    ("verhuizing", "verhuizing_afgehandeld", "vernietigen", None, "", "bewaartermijn_verhuizing"),
    ("logboek", "logregel", "vernietigen", None, "", "bewaartermijn_logboek"),
]


@pytest.mark.eis("HEE-14")
def test_bewaartermijnen():
    """The text gives no number: each kind has a setting of its own, but the result of a look-up ends with its day."""
    assert [
        (b.naam, b.na, b.daarna, b.duur, b.eenheid, b.instelling) for b in HEEMSTEDE.bewaartermijnen
    ] == BEWAREN
    assert not any(b.vier_ogen or b.afkoeling or b.behoud_als for b in HEEMSTEDE.bewaartermijnen)


RAADPLEGEN = Vraag(
    Kant("corporatie", "contactpersoon"),
    "raadplegen",
    gegevensset="naam_en_adres",
    tegenpartij=Kant("gemeente", "burgerzaken"),
    doel="bestandskwaliteit",
)


@pytest.mark.eis("HEE-14")
@pytest.mark.parametrize("naam", [regel[5] for regel in BEWAREN if regel[5]])
def test_zonder_bewaartermijn_geen_raadpleging(naam):
    assert not beslis(HEEMSTEDE, RAADPLEGEN, stand(HEEMSTEDE, leeg=naam)).mag


@pytest.mark.eis("HEE-3.3", "HEE-11.1", "HEE-2.6")
@pytest.mark.parametrize(
    ("naam", "standaard"),
    [("maximum_bewoners", 20), ("uittreksel_maximaal_oud", 1), ("herinnering_afwijking", 5)],
)
def test_instelling_met_standaard_blokkeert_niet(naam, standaard):
    (instelling,) = [rij for rij in HEEMSTEDE.instellingen if rij.naam == naam]
    assert instelling.standaard == standaard
    assert beslis(HEEMSTEDE, RAADPLEGEN, stand(HEEMSTEDE, leeg=naam)).mag


@pytest.mark.parametrize(
    ("doel", "feit"),
    [
        pytest.param("woningtoewijzing", "mandaat_aanwezig", marks=pytest.mark.eis("HEE-1.c")),
        pytest.param("dienstverlening_huurder", "identiteit_vastgesteld", marks=pytest.mark.eis("HEE-1.e")),
    ],
)
def test_doel_met_eigen_voorwaarde(doel, feit):
    vraag = Vraag(**{**vars(RAADPLEGEN), "doel": doel})
    assert beslis(HEEMSTEDE, vraag, stand(HEEMSTEDE)).mag
    assert {r.feit for r in beslis(HEEMSTEDE, vraag, stand(HEEMSTEDE, (feit,))).gemis} == {feit}


@pytest.mark.eis("HEE-1", "HEE-1.a", "HEE-1.b", "HEE-1.d", "HEE-2.1")
def test_doelen_zijn_limitatief():
    assert tuple(doel.naam for doel in HEEMSTEDE.doelen) == VIJF_DOELEN
    assert not beslis(HEEMSTEDE, Vraag(**{**vars(RAADPLEGEN), "doel": ""}), stand(HEEMSTEDE)).mag
    assert not beslis(HEEMSTEDE, Vraag(**{**vars(RAADPLEGEN), "doel": "nieuwsgierig"}), stand(HEEMSTEDE)).mag


@pytest.mark.parametrize(
    "feit",
    [
        pytest.param(naam, marks=pytest.mark.eis(eis))
        for naam, eis in [
            ("geen_geheimhouding_op_adres", "HEE-3.3"),
            ("niet_te_veel_bewoners", "HEE-3.3"),
        ]
    ],
)
def test_een_neutrale_zin(feit):
    """A hidden person and a crowded address look the same to whoever asks."""
    uitkomst = beslis(HEEMSTEDE, RAADPLEGEN, stand(HEEMSTEDE, (feit,)))
    assert [(r.tekst, r.eis, r.feit) for r in uitkomst.voor_mens(HEEMSTEDE)] == [(HEEMSTEDE.neutraal, "", "")]


@pytest.mark.eis("HEE-2.3", "HEE-3.7", "HEE-5.5", "HEE-9.5")
@pytest.mark.parametrize("feit", ["eigen_bezit", "identiteit_vastgesteld", "aangewezen", "convenant_actief"])
def test_weigering_noemt_reden_en_artikel(feit):
    (reden,) = beslis(HEEMSTEDE, RAADPLEGEN, stand(HEEMSTEDE, (feit,))).voor_mens(HEEMSTEDE)
    assert (reden.tekst, reden.eis) == (HEEMSTEDE.feit(feit).gemis, HEEMSTEDE.feit(feit).eis)


@pytest.mark.eis("HEE-5.4")
def test_ten_hoogste_twee_contactpersonen():
    assert HEEMSTEDE.functie("corporatie", "contactpersoon").maximum == 2


@pytest.mark.eis("HEE-5.6", "HEE-5.4")
def test_corporatie_meldt_aan_en_gemeente_verleent():
    contactpersoon = HEEMSTEDE.functie("corporatie", "contactpersoon")
    assert contactpersoon.registreert == Kant("corporatie", "beheerder")
    assert contactpersoon.verleent == Kant("gemeente", "autorisatiebeheerder")


@pytest.mark.eis("HEE-2.4")
def test_grondslag_is_van_de_gemeente():
    assert HEEMSTEDE.grondslag("wet_brp_3_9").soorten == ("gemeente",)


@pytest.mark.eis("HEE-2.5", "HEE-5.1")
def test_ander_veld_naar_corporatie_laadt_niet():
    """Adding a birth date to the set is impossible by configuration."""
    (eerste, *rest) = HEEMSTEDE.gegevenssets
    wijder = type(eerste)(**{**vars(eerste), "velden": (*eerste.velden, "geboortedatum")})
    assert list(fouten(HEEMSTEDE)) == []
    assert any("geboortedatum" in fout for fout in fouten(HEEMSTEDE.anders(gegevenssets=(wijder, *rest))))


@pytest.mark.eis("HEE-2.5")
def test_artikel_buiten_werking_blokkeert():
    waar = Stand(alles_waar(HEEMSTEDE), ingevuld(HEEMSTEDE), frozenset({"HEE-2.5"}))
    assert not beslis(HEEMSTEDE, RAADPLEGEN, waar).mag
