"""What else can be so with a reported tenant: reported again, moved, died, two of them, arrears gone, a bailiff first."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from convenant.poort import dossier, poort
from convenant.poort.dossier import Dossier
from convenant.poort.handeling import Geweigerd, NietGevonden
from convenant.poort.werklijst import werklijst, zoek
from convenant.poort.zaken import opener, zaak_van
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from huisuitzetting.achterstand import huren, inlezen
from huisuitzetting.melding import handelingen as melding
from huisuitzetting.models import Huurovereenkomst
from huisuitzetting.ontruiming import handelingen as rechtsgang
from huisuitzetting.ontruiming import troubleshooter
from tests.huisuitzetting.huur import ANDER, HUUR, MELDER, maak_csv, regel
from tests.huisuitzetting.verhaal import gemeld, herinnerd
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld

SWT, TROUBLESHOOTER, TEAMLEIDER = "gemeente/swt", "gemeente/troubleshooter", "gemeente/teamleider"
TERUGKOPPELING = {
    "identificerende_gegevens_melding": "Samira Visser, Spaarnelaan 12",
    "contact_gelegd": "ja",
    "in_behandeling_binnen_vijf_werkdagen": "ja",
    "incasso_kan_worden_hervat": "nee",
    "datum_hervatting_en_inloop_betaling": "2026-12-01",
}


def lees(wereld: Wereld, zaak: int, wie: str = MELDER) -> Dossier:
    with wereld.als(wie):
        return dossier.lees_zaak(zaak)


def koppel_terug(wereld: Wereld, zaak: int) -> None:
    with wereld.als(SWT):
        rij = zaak_van(zaak)
        poort.verstrek("terugkoppeling", TERUGKOPPELING, [opener(rij)], zaak=rij)


def sluit(wereld: Wereld, zaak: int, reden: str, wie: str = MELDER) -> None:
    with wereld.als(wie):
        huren.sluit(zaak, reden)


def pas_aan(wereld: Wereld, huur: int, **anders: object) -> None:
    with wereld.als(MELDER):
        huren.leg_vast(replace(HUUR, **anders), huur)  # type: ignore[arg-type]


def huur_van(wereld: Wereld, zaak: int) -> Huurovereenkomst:
    with wereld.als(MELDER):
        huur = huren.huur_van(zaak_van(zaak))
    assert huur
    return huur


def meld_opnieuw(wereld: Wereld, huur: int) -> int:
    for stap in (
        lambda: huren.leg_contact_vast(huur, "brief", bereikt=False, gewezen_op_sdv=True, kenmerk=uuid4()),
        lambda: huren.leg_brief_vast(huur, "Herinnering 2027", date(2027, 3, 1), uuid4()),
    ):
        with wereld.als(MELDER):
            stap()
    with wereld.als(MELDER):
        return melding.meld_achterstand(huur, uuid4())


@pytest.mark.eis("HAA-2.1", "HAA-B2.6")
def test_dezelfde_huurder_opnieuw_is_een_nieuwe_zaak(haarlem: Wereld) -> None:
    oud = gemeld(haarlem)
    koppel_terug(haarlem, oud)
    assert lees(haarlem, oud).laatste("terugkoppeling")
    sluit(haarlem, oud, "betaald")
    huur = huur_van(haarlem, oud).pk
    with stel_in(NU + timedelta(days=98)):
        pas_aan(haarlem, huur, schuld=Decimal(1400), achterstand_sinds=date(2027, 1, 15))
        with haarlem.als(MELDER):
            assert (huren.geef(huur).te_doen, huren.geef(huur).zaak_id) == ("contact", None)
        nieuw = meld_opnieuw(haarlem, huur)
        assert nieuw != oud
        for wie in (MELDER, SWT):
            assert lees(haarlem, oud, wie).stap in ("gesloten", "afgerond")
            assert not lees(haarlem, oud, wie).laatste("terugkoppeling")
            assert {
                stuk.gelezen.gegevensset for stuk in lees(haarlem, nieuw, wie).stukken if stuk.gelezen
            } <= {
                "herinneringsbrief",
                "melding_achterstand",
            }
        with haarlem.als(MELDER):
            assert huren.geef(huur).gesloten_om == ""


@pytest.mark.eis("HAA-PAR.2")
def test_verhuisd_naar_een_andere_corporatie(haarlem: Wereld) -> None:
    oud = gemeld(haarlem)
    koppel_terug(haarlem, oud)
    sluit(haarlem, oud, "huur_beeindigd")
    assert huur_van(haarlem, oud).gesloten_om == "huur_beeindigd"
    nieuw = gemeld(haarlem, ANDER, contractnummer="W-77", straatnaam="Kennemerstraat", postcode="2021 EE")
    assert lees(haarlem, nieuw, SWT).laatste("melding_achterstand")
    with haarlem.als(ANDER):
        assert [regel_.zaak_id for regel_ in werklijst()] == [nieuw]
        with pytest.raises(NietGevonden):
            dossier.lees_zaak(oud)
    with haarlem.als(MELDER), pytest.raises(NietGevonden):
        dossier.lees_zaak(nieuw)


@pytest.mark.eis("HAA-B2.6")
def test_een_nieuwe_huurder_op_hetzelfde_adres_erft_niets(haarlem: Wereld) -> None:
    oud = gemeld(haarlem)
    koppel_terug(haarlem, oud)
    nieuw = gemeld(haarlem, contractnummer="H-2", naam="Nieuwe Huurder", geboortedatum=date(1999, 9, 9))
    bij_ander = gemeld(haarlem, ANDER, naam="Derde Huurder")
    for wie, zaak in ((MELDER, nieuw), (ANDER, bij_ander)):
        assert not lees(haarlem, zaak, wie).laatste("terugkoppeling")
        client = log_in(haarlem, wie)
        pagina = client.get(reverse("zaak", args=["haarlem", zaak])).content.decode()
        assert "Samira Visser" not in pagina
        assert "Contact gelegd" not in pagina
    with haarlem.als(ANDER):
        assert [regel_.zaak_id for regel_ in zoek("", "2012AB 12")] == [bij_ander]


@pytest.mark.eis("HAA-2.2.1")
def test_overleden_sluit_de_zaak_ook_bij_het_wijkteam(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    sluit(haarlem, zaak, "overleden")
    huur = huur_van(haarlem, zaak)
    assert (huur.gesloten_om, huur.te_doen) == ("overleden", "")
    for wie in (MELDER, SWT):
        assert not {k.termijn for k in lees(haarlem, zaak, wie).klokken if k.stand in Klok.OPEN}
        assert not lees(haarlem, zaak, wie).laatste("melding_achterstand")


@pytest.mark.eis("HAA-B2.1.b")
def test_twee_huurders_op_een_adres_blijven_twee_zaken(haarlem: Wereld) -> None:
    een = gemeld(haarlem)
    twee = gemeld(haarlem, contractnummer="H-2", naam="Omar Visser", geboortedatum=date(1980, 2, 2))
    assert een != twee
    with haarlem.als(SWT):
        assert {regel_.zaak_id for regel_ in zoek("", "2012AB 12")} == {een, twee}
    for zaak, naam in ((een, "Samira Visser"), (twee, "Omar Visser")):
        kopie = lees(haarlem, zaak, SWT).laatste("melding_achterstand")
        assert kopie
        assert kopie.waarde("naam") == naam
    pagina = log_in(haarlem, MELDER).get(reverse("huur", args=["haarlem", huur_van(haarlem, een).pk]))
    assert "Elke huurder heeft een eigen zaak" in pagina.content.decode()


@pytest.mark.eis("HAA-B2.1.b")
def test_onder_bewind_gaat_de_melding_gewoon_door(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem, bewind=True)
    kopie = lees(haarlem, zaak, SWT).laatste("melding_achterstand")
    assert kopie
    assert "bewind" not in {veld.naam for veld in kopie.velden}
    pagina = log_in(haarlem, MELDER).get(reverse("huur", args=["haarlem", huur_van(haarlem, zaak).pk]))
    assert "Deze huurder staat onder bewind" in pagina.content.decode()


def lees_in(wereld: Wereld, *rijen: dict[str, str]) -> None:
    with wereld.als(MELDER):
        inlezing = inlezen.lees(maak_csv(*rijen), heel=True)
    with wereld.als(MELDER):
        inlezen.verwerk(inlezing)


def standen(wereld: Wereld, zaak: int, wie: str) -> dict[str, str]:
    return {klok.termijn: klok.stand for klok in lees(wereld, zaak, wie).klokken}


@pytest.mark.eis("HAA-2.1", "HAA-3.7", "HAA-6.2")
def test_de_achterstand_verdwijnt_terwijl_de_zaak_bij_het_wijkteam_is(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    assert standen(haarlem, zaak, MELDER)["naar_de_rechter"] == Klok.LOOPT
    lees_in(haarlem, regel(contractnummer="H-2"))
    huur = huur_van(haarlem, zaak)
    assert (huur.schuld, huur.te_doen, huur.zaak_id) == (0, "", zaak)
    assert standen(haarlem, zaak, MELDER)["naar_de_rechter"] == Klok.INGETROKKEN
    bij_wijkteam = standen(haarlem, zaak, SWT)
    assert bij_wijkteam["voorstel"] == Klok.OPGESCHORT
    assert bij_wijkteam["terugkoppeling"] == bij_wijkteam["contact_door_wijkteam"] == Klok.LOOPT
    assert lees(haarlem, zaak, SWT).laatste("melding_achterstand")
    pagina = log_in(haarlem, MELDER).get(reverse("huur", args=["haarlem", huur.pk])).content.decode()
    assert "Er is geen achterstand meer" in pagina
    lees_in(haarlem, regel(schuld="1500,00"))
    assert standen(haarlem, zaak, SWT)["voorstel"] == Klok.LOOPT
    assert huur_van(haarlem, zaak).zaak_id == zaak


@pytest.mark.eis("HAA-B4.2")
def test_minder_achterstand_laat_de_zaak_waar_zij_is(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    lees_in(haarlem, regel(schuld="300,00"))
    huur = huur_van(haarlem, zaak)
    assert (huur.schuld, huur.drempel_bereikt_op, huur.te_doen) == (Decimal("300.00"), None, "")
    assert standen(haarlem, zaak, SWT)["voorstel"] == Klok.LOOPT
    assert lees(haarlem, zaak, SWT).stap == "gemeld"


@pytest.mark.eis("HAA-B4.2", "HAA-3.4.afwijking")
def test_na_een_te_vroege_deurwaarder_kan_nog_een_keer_worden_gemeld(haarlem: Wereld) -> None:
    huur = herinnerd(haarlem)
    with haarlem.als(MELDER):
        zaak = huren.geef(huur).zaak_id
        assert zaak
    with haarlem.als(MELDER):
        rechtsgang.leg_deurwaarder_te_vroeg_vast(zaak, NU.date(), "Vergissing in de planning.", uuid4())
    with haarlem.als(MELDER):
        melding.meld_achterstand(huur, uuid4())
    for wie in (SWT, TEAMLEIDER):
        assert lees(haarlem, zaak, wie).laatste("afwijking")
    assert lees(haarlem, zaak, SWT).stap == "gemeld"
    assert standen(haarlem, zaak, SWT)["terugkoppeling"] == Klok.LOOPT
    with haarlem.als(MELDER), pytest.raises(Geweigerd) as weigering:
        melding.meld_achterstand(huur, uuid4())
    assert "HAA-B2.1.b" in {reden.eis for reden in weigering.value.redenen}


@pytest.mark.eis("HAA-B2.1.b", "HAA-2.2.3")
def test_de_troubleshooter_krijgt_de_zeven_gegevens_pas_als_hij_is_ingeschakeld(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    with haarlem.als(MELDER), pytest.raises(Geweigerd) as weigering:
        melding.meld_aan_troubleshooter(zaak, uuid4())
    assert [reden.eis for reden in weigering.value.redenen] == ["HAA-2.2.3"]
    with haarlem.als(MELDER):
        troubleshooter.schaal_op(zaak, "stagnatie_met_risico", "Kunt u meedenken?", uuid4())
    kenmerk = uuid4()
    for _ in range(2):
        with haarlem.als(MELDER):
            assert melding.meld_aan_troubleshooter(zaak, kenmerk) == zaak
    kopie = lees(haarlem, zaak, TROUBLESHOOTER).laatste("melding_aan_troubleshooter")
    assert kopie
    assert len(kopie.velden) == 7


@pytest.mark.eis("HAA-PR5.3.corporatie")
def test_de_corporatie_leest_in_een_zin_wie_aan_zet_is_en_tot_wanneer(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    gezien = {klok.termijn for klok in lees(haarlem, zaak).klokken if klok.stand in Klok.OPEN}
    assert gezien >= {"terugkoppeling", "terugkoppeling_vijf_gegevens", "voorstel"}
    assert "contact_door_wijkteam" not in standen(haarlem, zaak, MELDER)
    assert "contact_door_wijkteam" in standen(haarlem, zaak, SWT)
    client = log_in(haarlem, MELDER)
    pagina = " ".join(client.get(reverse("zaak", args=["haarlem", zaak])).content.decode().split())
    assert "De gemeente is aan zet" in pagina
    assert "Terugkoppeling kan tot en met 30 november 2026" in pagina
    assert "U bent aan zet" not in pagina
    with stel_in(NU + timedelta(days=9)):
        te_laat = " ".join(client.get(reverse("zaak", args=["haarlem", zaak])).content.decode().split())
    assert "De gemeente is aan zet" in te_laat
