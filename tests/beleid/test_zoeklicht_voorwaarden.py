"""Zoeklicht: functies, clocks, keeping, settings, purposes, grounds and refusals."""

from dataclasses import replace
from datetime import datetime

import pytest

from convenant.beleid.beslissing import Stand, Vraag, beslis
from convenant.beleid.kalender import AMSTERDAM, vervalt_op
from convenant.beleid.taal import BEGIN, INZIEN, ZONDER_ZAAK
from meldpunt.beleid import ZOEKLICHT

from .tabel import Als, alles_waar, controleer_functie, ingevuld, kant, params, stand
from .zoeklicht import (
    ALS_MEDEWERKER,
    BASIS,
    BEHEER,
    CORPORATIE,
    FGS,
    GEMEENTE,
    INKOMEN,
    LOKET,
    MELDPUNT,
    SECRETARIAAT,
    STUURGROEP,
    TOEZICHT,
    VAN_CORPORATIE,
    WONEN,
)


def _als(eis, functie, vereist=ALS_MEDEWERKER, **meer):
    beheerder = functie.split("/")[0] + "/beheerder"
    return Als(eis, functie, beheerder, beheerder, vereist, **meer)


FUNCTIES = [
    _als("ZOE-4.A2", MELDPUNT),
    _als("ZOE-4.B5", TOEZICHT),
    _als("ZOE-PAR.1", WONEN),
    _als("ZOE-PAR.1", INKOMEN),
    _als("ZOE-PAR.1", BASIS),
    _als("ZOE-PAR.2", CORPORATIE),
    *(_als("ZOE-10.4", functie) for functie in BEHEER),
    *(
        _als(
            "ZOE-11.5",
            functie,
            (*ALS_MEDEWERKER, "managementniveau"),
            maximum=1,
            onverenigbaar=("behandelaar", "meldpunt", "toezichthouder"),
        )
        for functie in STUURGROEP
    ),
    _als("ZOE-8.2", LOKET),
    _als("ZOE-11.4", SECRETARIAAT),
    *(
        _als("ZOE-6.V", functie, ("geheimhouding_getekend",), onverenigbaar=collegas)
        for functie, collegas in zip(
            FGS,
            (
                ("meldpunt", "toezichthouder", "behandelaar", "beheerder", "stuurgroeplid"),
                ("behandelaar", "beheerder", "stuurgroeplid"),
                ("behandelaar", "beheerder", "stuurgroeplid"),
                ("behandelaar", "beheerder", "stuurgroeplid"),
                ("beheerder", "loket_persoonsgegevens", "secretariaat_stuurgroep"),
            ),
            strict=True,
        )
    ),
]


@pytest.mark.parametrize("regel", params(FUNCTIES))
def test_functie(regel):
    controleer_functie(ZOEKLICHT, regel)


@pytest.mark.eis("ZOE-11.3", "ZOE-11.5")
def test_elke_functie_heeft_een_rij():
    """The AFWC speaks through the corporaties' own seats (decision 34): there is no functie for it."""
    assert {f"{f.soort}/{f.naam}" for f in ZOEKLICHT.functies} == {regel.functie for regel in FUNCTIES}


KLOKKEN = [
    (
        "ZOE-3.2",
        "vorig_communicatieoverleg",
        "overleg_communicatie",
        "elke",
        "2026-03-10 09:00",
        "2027-03-11 00:00",
    ),
    ("ZOE-11.6", "vorig_werkplan", "vaststellen_werkplan", "elke", "2026-01-31 09:00", "2027-02-01 00:00"),
    ("ZOE-13.4", "vorige_evaluatie", "evaluatie", "elke", "2024-02-29 12:00", "2025-03-01 00:00"),
    ("ZOE-10.1", "laatste_risicoanalyse", "risicoanalyse", "elke", "2026-03-10 09:00", "2029-03-11 00:00"),
    (
        "ZOE-10.2",
        "constatering_beveiligingsgebrek",
        "kennisgeving_partijen",
        "binnen",
        "2026-12-23 11:00",
        "2026-12-23 11:00",
    ),
    (
        "ZOE-10.4",
        "vorige_bevestiging_autorisaties",
        "bevestiging_autorisaties",
        "elke",
        "2026-01-15 09:00",
        "2026-07-16 00:00",
    ),
    (
        "ZOE-10.8",
        "inbreuk_bekend",
        "melding_betrokken_partijen",
        "binnen",
        "2026-12-24 17:30",
        "2026-12-25 17:30",
    ),
    (
        "ZOE-10.9",
        "datalek_bekend",
        "melding_betrokken_partijen",
        "binnen",
        "2026-12-24 17:30",
        "2026-12-25 17:30",
    ),
    (
        "ZOE-10.10",
        "datalek_bekend",
        "melding_autoriteit_persoonsgegevens",
        "binnen",
        "2026-12-24 17:30",
        "2026-12-27 17:30",
    ),
    (
        "ZOE-8.1",
        "ontvangst_rechtenverzoek",
        "antwoord_aan_betrokkene",
        "binnen",
        "2026-01-31 09:00",
        "2026-03-01 00:00",
    ),
    (
        "ZOE-4.D4",
        "vorige_levering_huisvestingsvergunning",
        "levering_huisvestingsvergunning",
        "elke",
        "2026-03-31 09:00",
        "2026-07-01 00:00",
    ),
    (
        "ZOE-B1.A3.3",
        "verzending_signaal_aan_inkomen",
        "terugkoppeling_inkomen",
        "binnen",
        "2025-12-31 16:00",
        "2026-03-01 00:00",
    ),
    (
        "ZOE-B1.A3.5",
        "ontvangst_doorgifte_wonen",
        "resultaat_corporatie",
        "binnen",
        "2026-02-20 10:00",
        "2026-04-21 00:00",
    ),
    ("ZOE-13.1", "inwerkingtreding", "looptijd", "binnen", "2020-04-01 00:00", "2024-04-01 00:00"),
    (
        "ZOE-13.2",
        "einde_lopende_periode",
        "stilzwijgende_verlenging",
        "elke",
        "2024-03-31 00:00",
        "2025-04-01 00:00",
    ),
    ("ZOE-13.3", "ontvangst_opzegging", "opzegtermijn", "binnen", "2026-05-05 09:00", "2027-05-06 00:00"),
]


@pytest.mark.parametrize(
    "klok",
    [pytest.param(klok, marks=pytest.mark.eis(klok[0]), id=f"{klok[0]}-{klok[2]}") for klok in KLOKKEN],
)
def test_klok(klok):
    """A day ends at midnight: the moment shown is the first one too late. Hours count exactly."""
    eis, gebeurtenis, actie, richting, na, tot = klok
    (termijn,) = [t for t in ZOEKLICHT.termijnen_na(gebeurtenis) if t.eis == eis]
    assert (termijn.actie, termijn.richting) == (actie, richting)
    assert termijn.eerste_dag_telt is (actie == "looptijd")
    moment = datetime.fromisoformat(na).replace(tzinfo=AMSTERDAM)
    assert vervalt_op(termijn, moment) == datetime.fromisoformat(tot).replace(tzinfo=AMSTERDAM)


def test_elke_klok_heeft_een_rij():
    assert sorted(klok[0] for klok in KLOKKEN) == sorted(termijn.eis for termijn in ZOEKLICHT.termijnen)


@pytest.mark.eis("ZOE-B1.A3.3", "ZOE-10.1", "ZOE-13.1", "ZOE-8.1")
def test_waarschuwingen():
    """Six weeks after the signal, six months before the risk analysis, fifteen months before the end."""
    dagen = {termijn.eis: termijn.waarschuw for termijn in ZOEKLICHT.termijnen if termijn.waarschuw}
    assert dagen == {"ZOE-B1.A3.3": (18,), "ZOE-10.1": (183,), "ZOE-13.1": (456,), "ZOE-8.1": (7,)}


BEWAREN = [
    ("ZOE-10.11", "melding", "onderzoek_afgerond", "bewaartermijn_melding"),
    ("ZOE-10.11", "dossier", "zaak_gesloten", "bewaartermijn_dossier"),
    ("ZOE-10.11", "bestand", "project_beeindigd", "bewaartermijn_bestand"),
    ("ZOE-10.11", "verzoek", "rechtenverzoek_beantwoord", "bewaartermijn_verzoek"),
    ("ZOE-10.11", "incident", "incident_afgehandeld", "bewaartermijn_incident"),
    ("ZOE-10.11", "logboek", "logregel", "bewaartermijn_logboek"),
    ("ZOE-10.12", "wettelijk_maximum", "zaak_geopend", "wettelijke_bewaartermijn"),
]
MELDEN = Vraag(kant("publiek/melder"), "melden", BEGIN, "melding", kant(MELDPUNT), "rechtvaardige_verdeling")


@pytest.mark.parametrize(
    "regel", [pytest.param(rij, marks=pytest.mark.eis(rij[0]), id=rij[1]) for rij in BEWAREN]
)
def test_bewaartermijn(regel):
    """The text gives no number: each party fills its table, and takes no part before that."""
    _, naam, na, instelling = regel
    termijn = ZOEKLICHT.bewaartermijn(naam)
    assert (termijn.na, termijn.daarna, termijn.instelling) == (na, "vernietigen", instelling)
    assert (termijn.duur, termijn.vier_ogen, termijn.afkoeling, termijn.behoud_als) == (None, False, 0, ())
    leeg = beslis(ZOEKLICHT, MELDEN, stand(ZOEKLICHT, leeg=instelling))
    assert [reden.eis for reden in leeg.gemis] == [termijn.eis]


def test_elke_bewaartermijn_heeft_een_rij():
    assert {rij[1] for rij in BEWAREN} == {termijn.naam for termijn in ZOEKLICHT.bewaartermijnen}


STANDAARD = [
    ("ZOE-4.D4", "levering_huisvestingsvergunning", 3),
    ("ZOE-4.F", "kleinste_aantal", 5),
    ("ZOE-9.1", "privacyverklaring", ""),
    ("ZOE-9.2", "publicatie", ""),
    ("ZOE-10.9", "incidentprocedure", ""),
]


@pytest.mark.parametrize(
    ("naam", "standaard"), [pytest.param(*rij[1:], marks=pytest.mark.eis(rij[0])) for rij in STANDAARD]
)
def test_instelling_met_standaard_blokkeert_niet(naam, standaard):
    (instelling,) = [rij for rij in ZOEKLICHT.instellingen if rij.naam == naam]
    assert instelling.standaard == standaard
    assert beslis(ZOEKLICHT, MELDEN, stand(ZOEKLICHT, leeg=naam)).mag


def test_elke_instelling_heeft_een_rij():
    namen = {rij[3] for rij in BEWAREN} | {rij[1] for rij in STANDAARD} | {"velden_verhuizing"}
    assert namen == {instelling.naam for instelling in ZOEKLICHT.instellingen}


DOELEN = [
    ("ZOE-1.a", "rechtvaardige_verdeling", ()),
    ("ZOE-1.b", "onrechtmatig_gebruik", ()),
    ("ZOE-1.c", "leefbaarheid_veiligheid", ()),
    ("ZOE-1.d", "rechtmatige_uitkering", ("inkomen_behandelt",)),
    ("ZOE-1.e", "juistheid_brp", ("basisinformatie_behandelt",)),
    ("ZOE-1.f", "toewijzing_verhuur", ("eigenaar_behandelt",)),
    ("ZOE-1.g", "verhuisgegevens", ("instemming_huurder",)),
    ("ZOE-8.1", "rechten_en_informatie", ()),
    ("ZOE-10.8", "beveiliging", ()),
]


@pytest.mark.parametrize(
    ("eis", "naam", "vereist"), [pytest.param(*rij, marks=pytest.mark.eis(rij[0])) for rij in DOELEN]
)
def test_doel(eis, naam, vereist):
    doel = ZOEKLICHT.doel(naam)
    assert (doel.eis, doel.vereist) == (eis, vereist)
    for gegevensset in ZOEKLICHT.gegevenssets:
        if naam in gegevensset.doelen:
            vraag = Vraag(kant(MELDPUNT), gegevensset.handeling, gegevensset=gegevensset.naam, doel=naam)
            gemis = {r.feit for r in beslis(ZOEKLICHT, vraag, stand(ZOEKLICHT, vereist)).gemis}
            assert set(vereist) <= gemis


@pytest.mark.eis("ZOE-1", "ZOE-6.R2")
def test_zeven_doelen_en_twee_plichten_van_de_avg():
    """The two duties serve articles 8 and 10 and the citizen's own report, never a list of bijlage I or II."""
    zeven, plichten = [rij[1] for rij in DOELEN[:7]], {"rechten_en_informatie", "beveiliging"}
    assert [doel.naam for doel in ZOEKLICHT.doelen] == [rij[1] for rij in DOELEN]
    for gegevensset in ZOEKLICHT.gegevenssets:
        assert gegevensset.doelen
        van_bijlage = gegevensset.eis.removeprefix("ZOE-").startswith(("B1", "B2"))
        assert set(gegevensset.doelen) <= (set(zeven) if van_bijlage else {*zeven, *plichten})
    assert not beslis(ZOEKLICHT, replace(MELDEN, doel=""), stand(ZOEKLICHT)).mag
    assert not beslis(ZOEKLICHT, replace(MELDEN, doel="nieuwsgierig"), stand(ZOEKLICHT)).mag


DRIE = ("directie_wonen", "directie_inkomen", "directie_basisinformatie")
GRONDSLAGEN = [
    *(
        (f"ZOE-5.G.{letter}", naam, DRIE, ("wet_geldt",))
        for letter, naam in zip("abcdefgh", GEMEENTE, strict=True)
    ),
    *(
        (f"ZOE-5.C.{letter}", naam, ("corporatie",), vereist)
        for letter, naam, vereist in zip(
            "abcdefg",
            VAN_CORPORATIE,
            ((), (), (), (), ("verzoek_toezichthouder",), ("belang_afgewogen",), ("belang_afgewogen",)),
            strict=True,
        )
    ),
    ("ZOE-5.G", "taak_meldpunt", ("publiek", "directie_wonen"), ()),
    ("ZOE-6.R1", "plicht_avg", (), ()),
    ("ZOE-B1.F", "geen_persoonsgegevens", (), ()),
]


@pytest.mark.parametrize(
    "regel",
    [pytest.param(rij, marks=pytest.mark.eis(rij[0]), id=f"{rij[0]}-{rij[1]}") for rij in GRONDSLAGEN],
)
def test_grondslag(regel):
    """Who may rely on it when supplying, and what must hold then."""
    eis, naam, soorten, vereist = regel
    grondslag = ZOEKLICHT.grondslag(naam)
    assert (grondslag.eis, grondslag.soorten, grondslag.vereist) == (eis, soorten, vereist)


@pytest.mark.eis("ZOE-5.G", "ZOE-5.C")
def test_de_gemeente_beroept_zich_nooit_op_een_gerechtvaardigd_belang():
    """Decision 4; and no ground is left without a row."""
    assert [g.naam for g in ZOEKLICHT.grondslagen] == [rij[1] for rij in GRONDSLAGEN]
    for naam in VAN_CORPORATIE:
        vraag = Vraag(
            kant(WONEN),
            "status_melden",
            "melding_onderzoek_loopt",
            "statusmelding",
            kant(MELDPUNT),
            grondslag=naam,
        )
        gemis = beslis(ZOEKLICHT, replace(vraag, doel="onrechtmatig_gebruik"), stand(ZOEKLICHT)).gemis
        assert [reden.eis for reden in gemis] == ["ZOE-4.A6"]


@pytest.mark.eis("ZOE-6.V")
def test_elke_partij_is_verantwoordelijk_voor_wat_zij_verstrekt():
    """Only for what the public reports is the receiver responsible."""
    anders = {s.naam: s.verantwoordelijke for s in ZOEKLICHT.gegevenssets if s.verantwoordelijke != "van"}
    assert anders == {"melding": "aan", "melding_per_telefoon": "aan"}


@pytest.mark.eis("ZOE-13.1")
@pytest.mark.parametrize("handeling", ["melden", "routeren", INZIEN, "opzeggen"])
def test_zonder_geldend_convenant_gaat_niets_over_en_is_niets_te_zien(handeling):
    assert ZOEKLICHT.altijd_vereist == ZOEKLICHT.altijd_bij_inzage == ("convenant_actief",)
    for functie in (MELDPUNT, "publiek/melder", CORPORATIE):
        vraag = Vraag(kant(functie), handeling, ZONDER_ZAAK)
        gemis = beslis(ZOEKLICHT, vraag, stand(ZOEKLICHT, ("convenant_actief",))).gemis
        assert "ZOE-13.1" in {reden.eis for reden in gemis}


@pytest.mark.eis("ZOE-B1.A2")
def test_artikel_buiten_werking_blokkeert():
    vraag = Vraag(
        kant(MELDPUNT),
        "routeren",
        "melding_ontvangen",
        "routering",
        kant(WONEN),
        "onrechtmatig_gebruik",
        "huisvestingswet",
    )
    waar = alles_waar(ZOEKLICHT), ingevuld(ZOEKLICHT)
    assert beslis(ZOEKLICHT, vraag, Stand(*waar)).mag
    assert not beslis(ZOEKLICHT, vraag, Stand(*waar, {"ZOE-B1.A2": "Dit artikel is ongeldig."})).mag
