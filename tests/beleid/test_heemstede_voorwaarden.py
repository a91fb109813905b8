"""Heemstede's clocks, retention, settings, purposes, grounds and refusals: written from docs/eisen/heemstede.yaml."""

from dataclasses import replace
from datetime import datetime

import pytest

from brpinzage.beleid.heemstede import HEEMSTEDE
from convenant.beleid.beslissing import Stand, Vraag, beslis
from convenant.beleid.kalender import AMSTERDAM, vervalt_op
from convenant.beleid.register import fouten
from convenant.beleid.taal import INZIEN, Kant

from .heemstede import NA_AFLOOP
from .heemstede.feiten import FEITEN, VERZWEGEN
from .tabel import alles_waar, controleer_na_afloop, ingevuld, stand

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
    berekend = {termijn.na for termijn in HEEMSTEDE.termijnen if termijn.eenheid != "afgesproken"}
    assert {klok[1] for klok in KLOKKEN} == berekend


@pytest.mark.eis("HEE-4")
def test_de_dag_van_het_antwoord_op_een_controle_kiest_wie_vraagt():
    (termijn,) = (termijn for termijn in HEEMSTEDE.termijnen if termijn.eenheid == "afgesproken")
    assert (termijn.na, termijn.actie, termijn.richting) == (
        "controle_gevraagd",
        "controle_beantwoorden",
        "binnen",
    )
    assert (termijn.verantwoordelijk, termijn.zien) == (
        Kant("corporatie", "beheerder"),
        (Kant("gemeente", "toezichthouder"),),
    )


BEWAREN = [
    ("geraadpleegde_gegevens", "raadpleging", "vernietigen", 0, "einde_dag", ""),
    ("raadpleging", "raadpleging", "vernietigen", None, "", "bewaartermijn_raadpleging"),
    ("afwijking", "afwijking_afgehandeld", "vernietigen", None, "", "bewaartermijn_afwijking"),
    ("verhuizing", "verhuizing_afgehandeld", "vernietigen", None, "", "bewaartermijn_verhuizing"),
    ("verzoek", "verzoek_afgehandeld", "vernietigen", None, "", "bewaartermijn_raadpleging"),
    ("dossier_rondom", "dossier_gesloten", "vernietigen", None, "", "bewaartermijn_logboek"),
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
@pytest.mark.parametrize("naam", sorted({regel[5] for regel in BEWAREN if regel[5]}))
def test_zonder_bewaartermijn_geen_raadpleging(naam):
    assert not beslis(HEEMSTEDE, RAADPLEGEN, stand(HEEMSTEDE, leeg=naam)).mag


@pytest.mark.parametrize(
    ("naam", "standaard"),
    [
        pytest.param(naam, standaard, marks=pytest.mark.eis(eis), id=f"{eis}-{naam}")
        for eis, naam, standaard in [
            ("HEE-3.3", "maximum_bewoners", 20),
            ("HEE-11.1", "uittreksel_maximaal_oud", 1),
            ("HEE-2.6", "herinnering_afwijking", 5),
            ("HEE-3.4", "daglimiet_raadplegingen", 50),
            ("HEE-4", "steekproef_omvang", 25),
        ]
    ],
)
def test_instelling_met_standaard_blokkeert_niet(naam, standaard):
    (instelling,) = [rij for rij in HEEMSTEDE.instellingen if rij.naam == naam]
    assert (instelling.standaard, instelling.blokkeert) == (standaard, "")
    assert beslis(HEEMSTEDE, RAADPLEGEN, stand(HEEMSTEDE, leeg=naam)).mag


@pytest.mark.parametrize(
    ("doel", "feit"),
    [
        pytest.param("woningtoewijzing", "mandaat_aanwezig", marks=pytest.mark.eis("HEE-1.c")),
        pytest.param("dienstverlening_huurder", "identiteit_vastgesteld", marks=pytest.mark.eis("HEE-1.e")),
    ],
)
def test_doel_met_eigen_voorwaarde(doel, feit):
    vraag = replace(RAADPLEGEN, doel=doel)
    assert beslis(HEEMSTEDE, vraag, stand(HEEMSTEDE)).mag
    assert {r.feit for r in beslis(HEEMSTEDE, vraag, stand(HEEMSTEDE, (feit,))).gemis} == {feit}
    assert HEEMSTEDE.doel(doel).vereist == (feit,)  # the set may ask for it as well


@pytest.mark.eis("HEE-1", "HEE-1.a", "HEE-1.b", "HEE-1.d", "HEE-2.1")
def test_doelen_zijn_limitatief():
    assert tuple(doel.naam for doel in HEEMSTEDE.doelen) == (
        "onrechtmatige_bewoning",
        "bestandskwaliteit",
        "woningtoewijzing",
        "dienstverlening_brp",
        "dienstverlening_huurder",
    )
    assert not beslis(HEEMSTEDE, replace(RAADPLEGEN, doel=""), stand(HEEMSTEDE)).mag
    assert not beslis(HEEMSTEDE, replace(RAADPLEGEN, doel="nieuwsgierig"), stand(HEEMSTEDE)).mag


@pytest.mark.eis("HEE-3.3")
@pytest.mark.parametrize("feit", ["geen_geheimhouding_op_adres", "niet_te_veel_bewoners"])
def test_een_neutrale_zin(feit):
    """A hidden person and a crowded address look the same to whoever asks."""
    uitkomst = beslis(HEEMSTEDE, RAADPLEGEN, stand(HEEMSTEDE, (feit,)))
    assert [(r.tekst, r.eis, r.feit) for r in uitkomst.voor_mens(HEEMSTEDE)] == [(HEEMSTEDE.neutraal, "", "")]


@pytest.mark.parametrize(
    ("feit", "eis"),
    [pytest.param(feit, eis, marks=pytest.mark.eis(eis), id=f"{eis}-{feit}") for feit, eis in FEITEN.items()],
)
def test_gemis_wordt_gezegd(feit, eis):
    """What is missing is said with its article; only who lives at an address may not show from a refusal."""
    rij = HEEMSTEDE.feit(feit)
    assert (rij.eis, rij.gemis_zichtbaar) == (eis, feit not in VERZWEGEN)


@pytest.mark.eis("HEE-9.2", "HEE-9.5")
@pytest.mark.parametrize("feit", ["convenant_actief", "niet_vervallen"])
@pytest.mark.parametrize("handeling", ["raadplegen", INZIEN])
def test_zonder_geldend_convenant_gaat_niets_over_en_is_niets_te_zien(handeling, feit):
    vraag = replace(RAADPLEGEN, handeling=handeling)
    assert beslis(HEEMSTEDE, vraag, stand(HEEMSTEDE)).mag
    assert not beslis(HEEMSTEDE, vraag, stand(HEEMSTEDE, (feit,))).mag


@pytest.mark.eis("HEE-2.3", "HEE-3.7", "HEE-5.5", "HEE-9.5")
@pytest.mark.parametrize("feit", ["eigen_bezit", "identiteit_vastgesteld", "aangewezen", "convenant_actief"])
def test_weigering_noemt_reden_en_artikel(feit):
    (reden,) = beslis(HEEMSTEDE, RAADPLEGEN, stand(HEEMSTEDE, (feit,))).voor_mens(HEEMSTEDE)
    assert (reden.tekst, reden.eis) == (HEEMSTEDE.feit(feit).gemis, HEEMSTEDE.feit(feit).eis)


GRONDSLAGEN = [
    ("HEE-2.4", "wet_brp_3_9", ("gemeente",), ("grondslag_geldig",)),
    ("HEE-2.6", "avg_6_1_f", ("corporatie",), ()),
    ("HEE-2.2", "avg_6_1_e", ("gemeente",), ()),
    ("HEE-11.1", "wet_brp_3_8", ("bron",), ()),
    ("HEE-3.8", "machtiging_huurder", ("corporatie",), ()),
]


@pytest.mark.parametrize(
    "regel",
    [
        pytest.param(regel, marks=pytest.mark.eis(regel[0]), id=f"{regel[0]}-{regel[1]}")
        for regel in GRONDSLAGEN
    ],
)
def test_grondslag(regel):
    """Who may rely on it when supplying, and what must hold then."""
    _, naam, soorten, vereist = regel
    grondslag = HEEMSTEDE.grondslag(naam)
    assert (grondslag.soorten, grondslag.vereist) == (soorten, vereist)


@pytest.mark.eis("HEE-2.5", "HEE-5.1")
@pytest.mark.parametrize(
    "veld",
    [
        "geboortedatum",
        "burgerservicenummer",
        "geslacht",
        "burgerlijke_staat",
        "datum_inschrijving",
        "geheimhouding",
        "in_onderzoek",
        "opschorting",
    ],
)
def test_ander_veld_naar_corporatie_laadt_niet(veld):
    """Adding another field to any set a corporatie gets is impossible by configuration (decision 60)."""
    assert list(fouten(HEEMSTEDE)) == []
    for rij in HEEMSTEDE.gegevenssets:
        wijder = replace(rij, velden=(*dict.fromkeys((*rij.velden, veld)),))
        sets = tuple(wijder if s is rij else s for s in HEEMSTEDE.gegevenssets)
        geweigerd = any(f"{veld} mag nooit naar corporatie" in fout for fout in _fouten_met(sets))
        assert geweigerd is any(kant.soort == "corporatie" for kant in rij.aan), rij.naam


def _fouten_met(sets) -> list[str]:
    return list(fouten(HEEMSTEDE.anders(gegevenssets=sets)))


@pytest.mark.eis("HEE-2.5")
def test_artikel_buiten_werking_blokkeert():
    waar = Stand(alles_waar(HEEMSTEDE), ingevuld(HEEMSTEDE), {"HEE-2.5": "Dit artikel is ongeldig."})
    assert not beslis(HEEMSTEDE, RAADPLEGEN, waar).mag


@pytest.mark.eis("HEE-4", "HEE-9.2", "HEE-9.5")
@pytest.mark.parametrize("feit", ["convenant_actief", "niet_vervallen"])
def test_na_afloop_gaat_alleen_het_toezicht_door(feit):
    """Supervision goes on after the end, counts included, and so does who may do what; nothing else does."""
    controleer_na_afloop(HEEMSTEDE, feit, NA_AFLOOP)
