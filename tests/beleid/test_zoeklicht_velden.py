"""Zoeklicht: closed lists, what an anonymous melder leaves, ID numbers and corporaties, blocked fields."""

from dataclasses import replace

import pytest

from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.register import fouten
from convenant.beleid.taal import BEGIN, Kant
from meldpunt.beleid import ZOEKLICHT

from .tabel import stand

SOORTEN_VERZOEK = (
    "informatie",
    "inzage",
    "verbetering_aanvulling_verwijdering_afscherming",
    "wissing",
    "beperking",
    "bezwaar",
)
WEIGERINGSGRONDEN = (
    "veiligheid_van_de_staat",
    "strafbare_feiten",
    "gewichtige_economische_of_financiele_belangen",
    "toezicht_op_naleving",
    "bescherming_betrokkene_of_ander",
)
WAARDEN = [
    ("ZOE-B1.A1", "melding", {"type_melding": ("telefonisch", "website")}),
    ("ZOE-B1.A1", "melding_per_telefoon", {"type_melding": ("telefonisch", "website")}),
    ("ZOE-B1.A3.1", "linge_melding", {"type_melding": ("telefonisch", "website")}),
    ("ZOE-B1.A3.3", "linge_terugkoppeling", {"status_onderzoek": ("gestart", "beeindigd")}),
    ("ZOE-B1.A3.5", "linge_resultaat", {"start_beeindiging_huurcontract": ("ja", "nee")}),
    ("ZOE-4.A6", "statusmelding", {"status_onderzoek": ("onderzoek_loopt", "onderzoek_afgerond")}),
    ("ZOE-4.A6.bericht", "statusbericht", {"status_onderzoek": ("onderzoek_loopt", "onderzoek_afgerond")}),
    ("ZOE-4.A6.stand", "stand_eigen_melding", {"stand_melding": ("ontvangen", "beoordeeld")}),
    (
        "ZOE-4.C.maatregel",
        "voorgenomen_maatregel",
        {"soort_maatregel": ("bestuursrechtelijk", "civielrechtelijk")},
    ),
    ("ZOE-8.1.doorsturen", "rechtenverzoek_doorgestuurd", {"soort_verzoek": SOORTEN_VERZOEK}),
    ("ZOE-8.2.verzoek", "rechtenverzoek", {"soort_verzoek": SOORTEN_VERZOEK}),
    (
        "ZOE-8.3.advies",
        "advies_over_inzage",
        {"advies": ("geen_bezwaar", "negatief"), "weigeringsgrond": WEIGERINGSGRONDEN},
    ),
    ("ZOE-8.1.antwoord", "antwoord_aan_betrokkene", {"weigeringsgrond": WEIGERINGSGRONDEN}),
    ("ZOE-8.4", "antwoord_aan_betrokkene", {"weigeringsgrond": WEIGERINGSGRONDEN}),
    ("ZOE-10.8.melding", "incidentmelding", {"kwalificatie": ("beveiligingsincident", "datalek")}),
    (
        "ZOE-4.B2.aanwijzing",
        "aanwijzingsbesluit",
        {"soort_aanwijzing": ("gebied", "thema", "object", "soort_personen")},
    ),
]


@pytest.mark.parametrize(
    ("naam", "waarden"), [pytest.param(*rij[1:], marks=pytest.mark.eis(rij[0])) for rij in WAARDEN]
)
def test_waarden_zijn_gesloten(naam, waarden):
    assert {w.veld: w.waarden for w in ZOEKLICHT.gegevensset(naam).waarden} == waarden


def test_elke_gesloten_lijst_van_een_veld_heeft_een_rij():
    assert {rij[1] for rij in WAARDEN} == {s.naam for s in ZOEKLICHT.gegevenssets if s.waarden}


LIJSTEN = [
    ("ZOE-4.A1", "soorten_fraude", ("woonfraude", "uitkeringsfraude", "inschrijffraude")),
    (
        "ZOE-DEF.woonfraude",
        "vormen_woonfraude",
        (
            "zonder_huisvestingsvergunning",
            "zonder_voorraadvergunning",
            "strijd_woningwet_of_wabo",
            "strijd_huurcontract_en_wet",
        ),
    ),
    (
        "ZOE-B1.A",
        "soorten_melder",
        ("burger", "organisatie", "gemeentelijke_dienst", "corporatie", "anoniem"),
    ),
    ("ZOE-2.3", "conclusies", ("vastgesteld", "niet_vast_te_stellen", "niet_onderzocht")),
    ("ZOE-4", "activiteiten", ("A", "B", "C", "D", "E", "F")),
    (
        "ZOE-B1.D",
        "soorten_bestand",
        ("D1_meldingen", "D2_signalen_brp", "D3_corporaties", "D4_huisvestingsvergunning"),
    ),
    ("ZOE-8.1", "soorten_verzoek", SOORTEN_VERZOEK),
]


@pytest.mark.parametrize(
    ("naam", "waarden"), [pytest.param(*rij[1:], marks=pytest.mark.eis(rij[0])) for rij in LIJSTEN]
)
def test_lijst_is_gesloten(naam, waarden):
    assert ZOEKLICHT.lijst(naam).waarden == waarden


def test_elke_lijst_heeft_een_rij():
    assert {rij[1] for rij in LIJSTEN} == {lijst.naam for lijst in ZOEKLICHT.lijsten}


@pytest.mark.eis("ZOE-B1.A1", "ZOE-4.A6.stand")
@pytest.mark.parametrize(
    ("wie", "handeling", "gegevensset"),
    [
        (Kant("publiek", "melder"), "melden", "melding"),
        (Kant("directie_wonen", "meldpunt"), "melding_opnemen", "melding_per_telefoon"),
        (Kant("publiek", "melder"), "stand_opvragen", "stand_eigen_melding"),
    ],
)
def test_van_een_anonieme_melder_blijft_alleen_de_datum(wie, handeling, gegevensset):
    """Decision 68."""
    vraag = Vraag(wie, handeling, BEGIN, gegevensset)
    assert beslis(ZOEKLICHT, vraag, stand(ZOEKLICHT, ("melder_bekend",))).alleen_datum
    assert not beslis(ZOEKLICHT, vraag, stand(ZOEKLICHT)).alleen_datum


@pytest.mark.eis("ZOE-B1.A3.2")
def test_een_identiteitsbewijs_gaat_ook_bij_een_ruimere_lijst_nooit_naar_een_corporatie():
    """Decision 27: were a corporatie ever added to the receivers, the document would still stay behind."""
    signaal = ZOEKLICHT.gegevensset("linge_signaal")
    wijder = replace(signaal, aan=(*signaal.aan, Kant("corporatie", "behandelaar")))
    beleid = ZOEKLICHT.anders(
        gegevenssets=tuple(wijder if s is signaal else s for s in ZOEKLICHT.gegevenssets)
    )
    vraag = Vraag(
        Kant("directie_wonen", "meldpunt"),
        "linge_signaal_geven",
        "linge_gemeld",
        "linge_signaal",
        Kant("corporatie", "behandelaar"),
    )
    uitkomst = beslis(beleid, vraag, stand(beleid))
    assert uitkomst.mag
    assert "identiteitsbewijs_aangetroffen_bewoners" not in uitkomst.velden


@pytest.mark.eis("ZOE-B1.WP", "ZOE-OW.IX.verhuizing")
def test_zonder_addendum_gaat_er_geen_verhuizing_door():
    """The setting selects the fields; empty, it blocks this set and nothing else."""
    corporatie, basis = Kant("corporatie", "behandelaar"), Kant("directie_basisinformatie", "behandelaar")
    verhuizing = Vraag(
        corporatie, "verhuizing_doorgeven", BEGIN, "verhuizing", basis, grondslag="huurovereenkomst"
    )
    leeg = stand(ZOEKLICHT, leeg="velden_verhuizing")
    assert {r.eis for r in beslis(ZOEKLICHT, verhuizing, leeg).gemis} >= {"ZOE-B1.WP"}
    kort = Vraag(corporatie, "terugmelden_kort", BEGIN, "terugmelding_brp_kort", basis)
    assert beslis(ZOEKLICHT, kort, leeg).mag
    gekozen = stand(ZOEKLICHT)
    gekozen.instellingen["velden_verhuizing"] = ("oud_adres", "nieuw_adres")
    assert beslis(ZOEKLICHT, verhuizing, gekozen).velden == ("oud_adres", "nieuw_adres")


@pytest.mark.eis("ZOE-B1.B.rapport", "ZOE-B2")
def test_zonder_de_grens_op_het_id_nummer_laadt_het_beleid_niet():
    """The report goes to corporaties too: the number stays behind, or there is no policy."""
    rapport = ZOEKLICHT.gegevensset("rapport_van_bevindingen")
    assert list(fouten(ZOEKLICHT)) == []
    for veld in ("id_nummer_aangetroffen_bewoners", "identiteitsbewijs_aangetroffen_bewoners"):
        velden = tuple(dict.fromkeys((*rapport.velden, veld)))
        open_rapport = replace(rapport, velden=velden, grenzen=rapport.grenzen[1:])
        beleid = ZOEKLICHT.anders(
            gegevenssets=tuple(open_rapport if s is rapport else s for s in ZOEKLICHT.gegevenssets)
        )
        assert f"rapport_van_bevindingen: {veld} mag nooit naar corporatie (ZOE-B1.B.rapport)" in fouten(
            beleid
        )


@pytest.mark.eis("ZOE-3.1", "ZOE-B1.F", "ZOE-11.3", "ZOE-11.4")
def test_de_stuurgroep_en_haar_secretariaat_krijgen_niets_over_een_persoon():
    """Decision 24: designation without names, and figures. Nothing that shares a field with personal data loads."""
    krijgt = [
        s.naam
        for s in ZOEKLICHT.gegevenssets
        if any(k.functie in ("stuurgroeplid", "secretariaat_stuurgroep") for k in s.van + s.aan)
    ]
    assert krijgt == ["resultaten", "aanwijzingsbesluit"]
    assert not any(ZOEKLICHT.gegevensset(naam).persoonsgegeven for naam in krijgt)
    besluit = ZOEKLICHT.gegevensset("aanwijzingsbesluit")
    met_naam = replace(besluit, velden=(*besluit.velden, "namen_huurders"))
    beleid = ZOEKLICHT.anders(
        gegevenssets=tuple(met_naam if s is besluit else s for s in ZOEKLICHT.gegevenssets)
    )
    assert any("namen_huurders" in fout for fout in fouten(beleid))
