"""Contact, feedback and help: attempts that meet the clock, five items back and not one more, SDV always at debt."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from convenant.berichten.models import Bericht
from convenant.poort.dossier import Dossier, lees_zaak
from convenant.poort.grens import beurt
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.klokken import klokken_van
from convenant.poort.zaken import zaak_van
from convenant.tijd import stel_in, vandaag
from convenant.verstrekkingen.models import Ontvangst
from huisuitzetting.achterstand import huren
from huisuitzetting.melding import toestemmingen
from huisuitzetting.melding.toestemmingen import Instemming
from huisuitzetting.models import Interventie, Regie, Toestemming
from huisuitzetting.ontruiming import handelingen as ontruiming
from huisuitzetting.wijkteam import (
    contact,
    feiten,
    handelingen,
    hulp,
    terugkoppeling,
    toestemming,
    wachtlijst,
)
from tests.huisuitzetting.huur import ANDER, MELDER
from tests.huisuitzetting.test_wijkteam_toestemming import gesprek
from tests.huisuitzetting.verhaal import GEKOZEN, SIGNAAL, gemeld, kies_velden
from tests.huisuitzetting.wijkteam import (
    SWT,
    alleen_schuld,
    beoordeeld,
    gesproken,
    in_behandeling,
    meer,
    op_wachtlijst,
    teruggekoppeld,
)
from tests.wereld import NU, Wereld

SDV = "gemeente/sdv"
BEL = "direct_aanbellen"
VIJF = [
    "identificerende_gegevens_melding",
    "contact_gelegd",
    "in_behandeling_binnen_vijf_werkdagen",
    "incasso_kan_worden_hervat",
    "datum_hervatting_en_inloop_betaling",
]


def lees(wereld: Wereld, wie: str, zaak: int) -> Dossier:
    with wereld.als(wie):
        return lees_zaak(zaak)


def klok(wereld: Wereld, zaak: int, termijn: str) -> str:
    with wereld.als(SWT):
        return next(stand.stand for stand in klokken_van(zaak_van(zaak)) if stand.termijn == termijn)


def poging(zaak: int, wijze: str = BEL, *, bereikt: bool = False, afgezien: bool = False) -> int:
    return contact.leg_contactpoging_vast(
        zaak, wijze, vandaag(), bereikt=bereikt, afgezien=afgezien, kenmerk=uuid4()
    )


@pytest.mark.eis("HAA-3.5", "HAA-B2.5", "HAA-B2.5.poging")
@pytest.mark.parametrize(
    "wijze",
    [
        "brief_met_afzegmogelijkheid",
        "brief_zonder_afzegmogelijkheid",
        "telefonische_aankondiging",
        "direct_aanbellen",
    ],
)
def test_een_poging_in_elk_van_de_vier_vormen_haalt_de_termijn(haarlem: Wereld, wijze: str) -> None:
    zaak = gemeld(haarlem)
    assert klok(haarlem, zaak, "contact_door_wijkteam") == "loopt"
    with haarlem.als(SWT):
        poging(zaak, wijze)
    assert klok(haarlem, zaak, "contact_door_wijkteam") == "voldaan"
    vastgelegd = lees(haarlem, SWT, zaak).laatste("contactpoging")
    assert vastgelegd
    assert (vastgelegd.waarde("wijze_contact"), vastgelegd.waarde("bereikt")) == (wijze, "nee")
    met_afzeggen = wijze == "brief_met_afzegmogelijkheid"
    assert ("afgezien" in {veld.naam for veld in vastgelegd.velden}) == met_afzeggen


@pytest.mark.eis("HAA-3.5")
def test_de_wachtlijst_houdt_de_contacttermijn_niet_tegen(haarlem: Wereld) -> None:
    zaak = op_wachtlijst(haarlem)
    with stel_in(NU + timedelta(days=8)), haarlem.als(SWT):
        (rij,) = wachtlijst.te_spreken()
        assert (rij.zaak, rij.te_laat) == (zaak, True)
        (wachtend,) = wachtlijst.wachtenden()
        assert wachtend.te_laat


@pytest.mark.eis("HAA-B2.5", "HAA-B2.5.poging")
def test_afzien_kan_alleen_na_een_brief_die_dat_zegt(haarlem: Wereld) -> None:
    zaak = in_behandeling(haarlem)
    with haarlem.als(SWT), pytest.raises(Ongeldig) as fout:
        poging(zaak, BEL, bereikt=True, afgezien=True)
    assert list(fout.value.fouten) == ["uitkomst"]
    with haarlem.als(SWT):
        poging(zaak, "brief_met_afzegmogelijkheid", bereikt=True, afgezien=True)
    assert lees(haarlem, SWT, zaak).stap == "in_behandeling"


def test_een_dag_die_niet_kan_wordt_gezegd(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    for dag in (vandaag() + timedelta(days=1), vandaag() - timedelta(days=1)):
        with haarlem.als(SWT), pytest.raises(Ongeldig) as fout:
            contact.leg_contactpoging_vast(zaak, BEL, dag, bereikt=False, afgezien=False, kenmerk=uuid4())
        assert list(fout.value.fouten) == ["dag"]


@pytest.mark.eis("HAA-B2.5")
def test_wie_spreekt_in_een_zaak_in_behandeling_is_een_stap_verder(haarlem: Wereld) -> None:
    zaak = beoordeeld(haarlem)
    with haarlem.als(SWT):
        poging(zaak, bereikt=True)
    assert lees(haarlem, SWT, zaak).stap == "beoordeeld"
    with haarlem.als(SWT):
        handelingen.neem_in_behandeling(zaak, "", uuid4())
    kenmerk = uuid4()
    for _ in range(2):
        with haarlem.als(SWT):
            contact.leg_contactpoging_vast(
                zaak, BEL, vandaag(), bereikt=True, afgezien=False, kenmerk=kenmerk
            )
    dossier = lees(haarlem, SWT, zaak)
    assert dossier.stap == "contact_huurder"
    pogingen = [s for s in dossier.stukken if s.gelezen and s.gelezen.gegevensset == "contactpoging"]
    assert len(pogingen) == 2


@pytest.mark.eis("HAA-3.5")
def test_contacten_van_vandaag_op_volgorde_van_de_klok(haarlem: Wereld) -> None:
    with stel_in(NU + timedelta(days=1)):
        later = gemeld(haarlem, contractnummer="H-2")
    eerst = gemeld(haarlem, contractnummer="H-1")
    with haarlem.als(SWT):
        assert [rij.zaak for rij in wachtlijst.te_spreken()] == [eerst, later]
        poging(eerst)
    with haarlem.als(SWT):
        rijen = wachtlijst.te_spreken()
    assert [(rij.zaak, rij.pogingen) for rij in rijen] == [(later, 0), (eerst, 1)]
    klaar = gesproken(haarlem, contractnummer="H-3")
    with haarlem.als(SWT):
        assert klaar not in [rij.zaak for rij in wachtlijst.te_spreken()]


@pytest.mark.eis("HAA-B2.5.brief")
def test_de_aankondigingsbrief_gaat_naar_de_huurder_en_telt_als_poging(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    with haarlem.als(SWT), pytest.raises(Ongeldig):
        contact.kondig_aan(zaak, vandaag() - timedelta(days=1), True, uuid4())
    with haarlem.als(SWT):
        contact.kondig_aan(zaak, vandaag() + timedelta(days=3), True, uuid4())
    dossier = lees(haarlem, SWT, zaak)
    brief = dossier.laatste("aankondigingsbrief")
    assert brief
    assert [veld.naam for veld in brief.velden] == ["naam", "adres", "datum_gesprek", "afzegmogelijkheid"]
    gelegd = dossier.laatste("contactpoging")
    assert gelegd
    assert gelegd.waarde("wijze_contact") == "brief_met_afzegmogelijkheid"
    assert klok(haarlem, zaak, "contact_door_wijkteam") == "voldaan"


@pytest.mark.eis("HAA-B2.6", "HAA-3.7")
def test_terugkoppelen_is_vijf_gegevens_aan_wie_meldde(haarlem: Wereld) -> None:
    zaak = gesproken(haarlem)
    kenmerk = uuid4()
    for _ in range(2):
        with haarlem.als(SWT):
            terugkoppeling.koppel_terug(zaak, "ja", "ja", "nee", vandaag() + timedelta(days=9), kenmerk)
    gelezen = lees(haarlem, MELDER, zaak).laatste("terugkoppeling")
    assert gelezen
    assert [veld.naam for veld in gelezen.velden] == VIJF
    assert [veld.waarde for veld in gelezen.velden][1:] == ["ja", "ja", "nee", "2026-12-02"]
    assert "Samira Visser" in gelezen.waarde("identificerende_gegevens_melding")
    for termijn in ("terugkoppeling", "terugkoppeling_vijf_gegevens"):
        assert klok(haarlem, zaak, termijn) == "voldaan"
    with haarlem.als(ANDER), pytest.raises(NietGevonden):
        zaak_van(zaak)
    mens = haarlem.mensen[MELDER]
    with haarlem.als(MELDER):
        van_haar = Bericht.objects.filter(account=mens.account, onderwerp__startswith="Terugkoppeling")
        assert [b.onderwerp.startswith("Terugkoppeling") for b in van_haar] == [True]
        assert "Visser" not in van_haar.get().tekst


@pytest.mark.eis("HAA-3.7")
@pytest.mark.parametrize("stap", ["gemeld", "wachtlijst", "niet_in_behandeling"])
def test_terugkoppelen_kan_ook_als_de_melding_niet_in_behandeling_is(haarlem: Wereld, stap: str) -> None:
    zaak = {"gemeld": gemeld, "wachtlijst": op_wachtlijst, "niet_in_behandeling": beoordeeld}[stap](haarlem)
    if stap == "niet_in_behandeling":
        with haarlem.als(SWT):
            handelingen.neem_niet_in_behandeling(zaak)
    with haarlem.als(SWT), pytest.raises(Ongeldig) as fout:
        terugkoppeling.koppel_terug(zaak, "nee", "ja", "nee", None, uuid4())
    assert list(fout.value.fouten) == ["in_behandeling"]
    teruggekoppeld(haarlem, zaak)
    gelezen = lees(haarlem, MELDER, zaak).laatste("terugkoppeling")
    assert gelezen
    verwacht = "nee" if stap == "niet_in_behandeling" else "nog_niet"
    assert gelezen.waarde("in_behandeling_binnen_vijf_werkdagen") == verwacht
    assert "wachtlijst" not in str(gelezen.velden)


@pytest.mark.eis("HAA-3.7", "HAA-B2.6")
def test_te_laat_in_behandeling_is_nee(haarlem: Wereld) -> None:
    zaak = beoordeeld(haarlem)
    with stel_in(NU + timedelta(days=10)):
        with haarlem.als(SWT):
            handelingen.neem_in_behandeling(zaak, "", uuid4())
        with haarlem.als(SWT):
            assert terugkoppeling.stand(zaak) == {"contact_gelegd": "nee", "in_behandeling": "nee"}


@pytest.mark.eis("HAA-B2.6")
def test_na_sluiten_is_terugkoppelen_over(haarlem: Wereld) -> None:
    zaak = gesproken(haarlem)
    with haarlem.als(MELDER):
        huren.sluit(zaak, "betaald")
    with haarlem.als(SWT), pytest.raises(Ongeldig) as fout:
        terugkoppeling.koppel_terug(zaak, "ja", "ja", "ja", None, uuid4())
    assert "afgerond" in fout.value.fouten[""]


@pytest.mark.eis("HAA-B4.4", "HAA-B4.4.sdv")
def test_bij_alleen_schuld_start_sdv_altijd(haarlem: Wereld) -> None:
    zaak = alleen_schuld(haarlem)
    assert lees(haarlem, SWT, zaak).stap == "alleen_schuld"
    gekregen = lees(haarlem, SDV, zaak).laatste("sdv_inschakeling")
    assert gekregen
    assert [veld.naam for veld in gekregen.velden] == [
        "naam",
        "adres",
        "telefoonnummer",
        "geboortedatum",
        "datum_ontstaan_betalingsachterstand",
        "periode_betalingsachterstand",
    ]
    with haarlem.als(SWT), pytest.raises(Ongeldig):
        hulp.schakel_sdv_in(zaak, uuid4())


@pytest.mark.eis("HAA-3.10", "HAA-B4.3")
def test_meer_dan_schuld_vraagt_eerst_regie(haarlem: Wereld) -> None:
    zaak = gesproken(haarlem)
    with haarlem.als(SWT), pytest.raises(Geweigerd) as fout:
        hulp.stel_meer_vast(zaak, None, uuid4())
    assert [reden.eis for reden in fout.value.redenen] == ["HAA-3.10"]
    elders = hulp.Regievoering(None, "Bo de Wit", "Stichting Thuis")
    with haarlem.als(SWT), pytest.raises(Ongeldig) as ongeldig:
        hulp.stel_meer_vast(zaak, elders, uuid4())
    assert list(ongeldig.value.fouten) == ["overlegd_op"]
    with haarlem.als(SWT):
        hulp.stel_meer_vast(zaak, hulp.Regievoering(None, "Bo de Wit", "Stichting Thuis", vandaag()), uuid4())
    dossier = lees(haarlem, SWT, zaak)
    assert dossier.stap == "meer_problematiek"
    regie = dossier.laatste("regie")
    assert regie
    assert regie.waarde("organisatie_regievoerder") == "Stichting Thuis"


@pytest.mark.eis("HAA-2.2.1", "HAA-2.2.1.regie")
def test_wie_de_regie_voert_weten_wijkteam_en_sdv_niet_de_corporatie(haarlem: Wereld) -> None:
    zaak = alleen_schuld(haarlem)
    with haarlem.als(SDV):
        assert feiten.regievoerder(zaak_van(zaak)) is None
    with haarlem.als(SWT):
        ik = beurt().wie.medewerker.pk
        hulp.beleg_regie(zaak, hulp.Regievoering(ik), uuid4())
    for wie in (SWT, SDV):
        regie = lees(haarlem, wie, zaak).laatste("regie")
        assert regie
        assert (regie.waarde("regievoerder"), regie.waarde("organisatie_regievoerder")) == (
            SWT,
            "gemeente haarlem",
        )
    with haarlem.als(SDV):
        assert feiten.regievoerder(zaak_van(zaak)) == ik
        assert not Regie.objects.exists()
    assert lees(haarlem, MELDER, zaak).laatste("regie") is None
    with haarlem.als(MELDER):
        assert feiten.regievoerder(zaak_van(zaak)) is None


@pytest.mark.eis("HAA-1.2")
def test_interventies_zijn_van_de_eigen_groep(haarlem: Wereld) -> None:
    zaak = meer(haarlem)
    kenmerk = uuid4()
    for _ in range(2):
        with haarlem.als(SWT):
            hulp.leg_interventie_vast(zaak, "inkomen", "loopt", vandaag(), kenmerk)
    with haarlem.als(SWT):
        assert [(rij.soort, rij.resultaat) for rij in hulp.ingrepen(zaak)] == [
            ("Inkomen of toeslag aangevraagd", "Loopt nog")
        ]
    with haarlem.als(MELDER):
        assert hulp.ingrepen(zaak) == []
        assert not Interventie.objects.exists()
    with haarlem.als(SWT), pytest.raises(Ongeldig):
        hulp.leg_interventie_vast(zaak, "inkomen", "loopt", vandaag() + timedelta(days=1), uuid4())


@pytest.mark.eis("HAA-B2.6.b", "HAA-3.6", "HAA-3.8")
def test_de_corporatie_krijgt_van_het_werk_van_het_wijkteam_geen_kopie(haarlem: Wereld) -> None:
    zaak = meer(haarlem)
    teruggekoppeld(haarlem, zaak)
    with haarlem.als(MELDER):
        kopieen = Ontvangst.objects.filter(verstrekking__zaak=zaak).select_related("verstrekking")
        assert {kopie.verstrekking.gegevensset for kopie in kopieen} == {
            "herinneringsbrief",
            "melding_achterstand",
            "terugkoppeling",
        }
        gezien = lees_zaak(zaak)
    assert {spoor.eigen for spoor in gezien.spoor} == {True}
    assert gezien.stap == "bij_gemeente"


@pytest.mark.eis("HAA-B2.2", "HAA-B2.5", "HAA-3.8")
@pytest.mark.parametrize("weg", ["geboortedatum", "naam", "adres"])
def test_wat_de_melding_niet_heeft_wordt_genoemd(haarlem: Wereld, weg: str) -> None:
    kies_velden(haarlem, [veld for veld in GEKOZEN if veld != weg])
    zonder: dict[str, Any] = {weg: None if weg == "geboortedatum" else ""}
    with haarlem.als(MELDER):
        zaak = toestemmingen.meld(
            replace(SIGNAAL, **zonder),
            Instemming(vandaag(), "schriftelijk"),
            uuid4(),
            eigen_huurder=True,
            alleen_strafbaar_feit=False,
        )
    versturen = [lambda: handelingen.vraag_bekendheid(zaak, True, uuid4())]
    if weg != "geboortedatum":
        versturen += [
            lambda: contact.kondig_aan(zaak, vandaag(), True, uuid4()),
            lambda: toestemming.draag_over(zaak, gesprek(), uuid4()),
        ]
    for verstuur in versturen:
        with haarlem.als(SWT), pytest.raises(Ongeldig) as fout:
            verstuur()
        assert f": {weg}." in fout.value.fouten[""]
    with haarlem.als(SWT):
        assert not Toestemming.objects.exists()


@pytest.mark.eis("HAA-3.5", "HAA-B2.5", "HAA-B4.4.sdv")
def test_een_te_vroege_deurwaarder_legt_het_wijkteam_niet_stil(haarlem: Wereld) -> None:
    zaak = op_wachtlijst(haarlem)
    al_gezocht = op_wachtlijst(haarlem, contractnummer="H-2")
    with haarlem.als(SWT):
        poging(al_gezocht)
    for van in (zaak, al_gezocht):
        with haarlem.als(MELDER):
            ontruiming.leg_deurwaarder_te_vroeg_vast(van, vandaag(), "Spoed.", uuid4())
    with haarlem.als(SWT):
        te_spreken = wachtlijst.te_spreken()
        assert [(rij.zaak, rij.stap) for rij in te_spreken] == [(zaak, "deurwaarder")]
        assert te_spreken[0].uiterlijk is not None
    with haarlem.als(SWT):
        contact.kondig_aan(zaak, vandaag() + timedelta(days=1), True, uuid4())
    with haarlem.als(SWT):
        poging(zaak, bereikt=True)
    with haarlem.als(SWT):
        hulp.schakel_sdv_in(zaak, uuid4())
    assert klok(haarlem, zaak, "contact_door_wijkteam") == "voldaan"
    gezien = lees(haarlem, SWT, zaak)
    assert gezien.stap == "deurwaarder"
    assert gezien.laatste("aankondigingsbrief")
    assert lees(haarlem, SDV, zaak).laatste("sdv_inschakeling")
    with haarlem.als(SWT):
        assert not wachtlijst.te_spreken()
