"""The screens of this stretch: forms with their sentences, the evictions that come, and what is late without a name."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from convenant.poort.zaken import doe, zaak_van
from convenant.tijd import stel_in
from huisuitzetting.ontruiming import handelingen, schermen, troubleshooter
from tests.huisuitzetting import verhaal
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.recht import SDV, SWT, TEAMLEIDER, TROUBLESHOOTER, stap, ziet
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld


def adres(naam: str, *delen: object) -> str:
    return reverse(naam, args=["haarlem", *delen])


def tekst(client: Client, waar: str) -> str:
    antwoord = client.get(waar)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def dagen(aantal: int) -> Any:
    return stel_in(NU + timedelta(days=aantal))


def vul(client: Client, zaak: int, handeling: str, **velden: object) -> Any:
    """Open the form of a verb and send it; what comes back."""
    waar = adres("zaakhandeling", zaak, handeling)
    form = client.get(waar).context["form"]
    ingevuld = {naam: form[naam].value() or "" for naam in form.fields}
    if isinstance(dag := ingevuld.get("dag"), date):
        ingevuld["dag"] = f"{dag:%d-%m-%Y}"
    return client.post(waar, ingevuld | velden)


@pytest.mark.eis("HAA-8.1", "HAA-B4.10", "HAA-8.2")
def test_de_dichtstbijzijnde_ontruiming_staat_bovenaan(
    haarlem: Wereld, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    laat = verhaal.ontruimingsdatum(haarlem)
    with dagen(57), haarlem.als(MELDER):
        handelingen.leg_ontruimingsdatum_vast(laat, (NU + timedelta(days=100)).date(), uuid4())
    verhaal.ontruimingsdatum(haarlem, contractnummer="H-2", naam="Bob de Groot", huisnummer=14)
    zonder_datum = verhaal.gemeld(haarlem, contractnummer="H-3", naam="Nog Geen Datum", huisnummer=16)
    with haarlem.als(MELDER):
        troubleshooter.schaal_op(zonder_datum, "stagnatie_met_risico", "Wat nu?", uuid4())
    klant = log_in(haarlem, TROUBLESHOOTER)
    with dagen(80):
        pagina = tekst(klant, adres("uitzettingen"))
        assert pagina.index("Bob de Groot") < pagina.index("Samira Visser")
        assert "nog 4 dagen" in pagina
        assert "nog 20 dagen" in pagina
        assert "Nog Geen Datum" not in pagina
        assert "De corporatie is aan zet" in pagina
        assert pagina.count("Nog geen poging") == 2
        with haarlem.als(TROUBLESHOOTER):
            troubleshooter.meld_poging(laat, (NU + timedelta(days=80)).date(), "niet_bereikt", uuid4())
        assert tekst(klant, adres("uitzettingen")).count("Nog geen poging") == 1
        with django_assert_max_num_queries(22):
            klant.get(adres("uitzettingen"))
    with dagen(84):
        assert "vandaag" in tekst(klant, adres("uitzettingen"))
    with dagen(85):
        assert "de dag is geweest" in tekst(klant, adres("uitzettingen"))


@pytest.mark.eis("HAA-8.1")
def test_wat_voorbij_is_staat_er_niet_meer(haarlem: Wereld) -> None:
    verhaal.voorkomen(haarlem)
    klant = log_in(haarlem, TROUBLESHOOTER)
    assert "Er komen geen uitzettingen aan." in tekst(klant, adres("uitzettingen"))
    for wie in (MELDER, SWT, SDV, TEAMLEIDER):
        assert log_in(haarlem, wie).get(adres("uitzettingen")).status_code == 403


@pytest.mark.eis("HAA-3.5", "HAA-2.2.1")
def test_de_teamleider_ziet_wat_te_laat_is_en_geen_naam(
    haarlem: Wereld, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    zaak = verhaal.gemeld(haarlem)
    klant = log_in(haarlem, TEAMLEIDER)
    with dagen(6):
        assert "Er is niets te laat." in tekst(klant, adres("te_laat"))
    with dagen(10):
        pagina = tekst(klant, adres("te_laat"))
        with haarlem.als(MELDER):
            nummer = zaak_van(zaak).nummer
        # Contact and feedback: the two clauses about feedback are one duty.
        assert pagina.count(nummer) == 2
        assert "Contact met huurder" in pagina
        assert "30 november 2026" in pagina
        assert "Nog niet belegd" in pagina
        for naam in ("Samira", "Visser", "Spaarnelaan", "2012"):
            assert naam not in pagina
        assert f"/zaken/{zaak}/" not in pagina
        assert klant.get(adres("zaak", zaak)).status_code == 404
        with django_assert_max_num_queries(22):
            klant.get(adres("te_laat"))
        for wie in (MELDER, SWT, SDV, TROUBLESHOOTER, "gemeente/beleidsadviseur", "corporatie/manager"):
            assert log_in(haarlem, wie).get(adres("te_laat")).status_code == 403
            with haarlem.als(wie), pytest.raises(DatabaseError), transaction.atomic():
                connection.cursor().execute("select * from zaken_te_laat(now(), '{}', '{}', 0, 50)")


@pytest.mark.eis("HAA-2.2.1")
def test_een_aangenomen_zaak_zonder_regie_staat_bij_de_teamleider(haarlem: Wereld) -> None:
    zaak = verhaal.gemeld(haarlem)
    with haarlem.als(SWT):
        for handeling in ("bekendheid_controleren", "in_behandeling_nemen"):
            with doe(zaak_van(zaak), handeling):
                pass
    klant = log_in(haarlem, TEAMLEIDER)
    with dagen(7):
        assert "Regie beleggen" not in tekst(klant, adres("te_laat"))
    with dagen(8):
        assert tekst(klant, adres("te_laat")).count("Regie beleggen") == 1


@pytest.mark.eis("HAA-3.4.afwijking")
def test_de_teamleider_vindt_de_afwijking_met_de_reden(haarlem: Wereld) -> None:
    zaak = verhaal.gemeld(haarlem)
    klant = log_in(haarlem, MELDER)
    assert vul(klant, zaak, "deurwaarder_als_afwijking", reden="").status_code == 200
    gelukt = vul(klant, zaak, "deurwaarder_als_afwijking", reden="De huurder vertrekt.")
    assert gelukt["Location"] == adres("zaak", zaak)
    leider = log_in(haarlem, TEAMLEIDER)
    assert adres("zaak", zaak) in tekst(leider, adres("te_laat"))
    pagina = tekst(leider, adres("zaak", zaak))
    assert "De huurder vertrekt." in pagina
    assert "Samira" not in pagina
    assert "Spaarnelaan" not in pagina


@pytest.mark.eis("HAA-2.1.c", "HAA-3.4")
def test_te_vroeg_zegt_waarom_en_verliest_niets(haarlem: Wereld) -> None:
    zaak = verhaal.gemeld(haarlem)
    klant = log_in(haarlem, MELDER)
    pagina = vul(klant, zaak, "deurwaarder_aankondigen", dag="25-11-2026").content.decode()
    assert "Kies een dag vanaf 07-12-2026." in pagina
    assert "25-11-2026" in pagina
    pagina = vul(klant, zaak, "deurwaarder_inschakelen", dag="23-11-2026").content.decode()
    assert "nog geen twee weken geleden contact" in pagina
    assert "artikel 3.4" in pagina


@pytest.mark.eis("HAA-B4.10")
def test_de_eerste_dag_die_mag_staat_er_al(haarlem: Wereld) -> None:
    zaak = verhaal.vonnis(haarlem)
    klant = log_in(haarlem, MELDER)
    with dagen(56):
        assert "15-02-2027" in tekst(klant, adres("zaakhandeling", zaak, "ontruimingsdatum_vastleggen"))
        assert vul(klant, zaak, "ontruimingsdatum_vastleggen").status_code == 302
        assert "16-02-2027" in tekst(klant, adres("zaakhandeling", zaak, "ontruimingsdatum_vastleggen"))


@pytest.mark.eis("HAA-B4.7")
def test_een_overleg_zonder_een_van_de_drie_is_geen_laatste_overleg(haarlem: Wereld) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    klant = log_in(haarlem, SWT)
    with dagen(70):
        velden: dict[str, Any] = {"dag": "01-02-2027", "uitkomst": "geen_regeling"}
        twee = vul(klant, zaak, "laatste_overleg_vastleggen", partijen=["corporatie", "wijkteam"], **velden)
        assert "corporatie, wijkteam en SDV samen" in twee.content.decode()
        drie = ["corporatie", "wijkteam", "schulddienstverlening"]
        assert vul(klant, zaak, "laatste_overleg_vastleggen", partijen=drie, **velden).status_code == 302
        assert ziet(haarlem, SDV, zaak)["laatste_overleg"]["deelnemende_partijen"] == drie


@pytest.mark.eis("HAA-9.5.3", "HAA-B4.7")
def test_van_vonnis_tot_ontruimd_door_de_formulieren(haarlem: Wereld) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    klant = log_in(haarlem, MELDER)
    keuze = {"doelgroep": "alleenstaande", "waardoor": "huurschuld"}
    with dagen(84):
        geweigerd = vul(klant, zaak, "ontruiming_vastleggen", **keuze)
        assert "gezamenlijke overleg" in geweigerd.content.decode()
        zonder = vul(klant, zaak, "ontruiming_als_afwijking", reden="Wijkteam was er niet.", **keuze)
        assert zonder["Location"] == adres("zaak", zaak)
    assert stap(haarlem, zaak) == "ontruimd"


@pytest.mark.eis("HAA-PR5.3.corporatie", "HAA-8.2.poging")
def test_na_een_poging_staan_de_eigen_handelingen_nog_vooraan(haarlem: Wereld) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    with dagen(60):
        with haarlem.als(TROUBLESHOOTER):
            troubleshooter.meld_poging(zaak, (NU + timedelta(days=60)).date(), "niet_bereikt", uuid4())
        context = log_in(haarlem, MELDER).get(adres("zaak", zaak)).context
    assert {"Ontruiming vastleggen", "Uitzetting voorkomen"} <= {h.titel for h, _ in context["knoppen"]}
    assert "Datum van ontruiming" in {h.titel for h, _ in context["meer"]}


@pytest.mark.eis("HAA-8.1", "HAA-2.2.3")
def test_wie_iets_krijgt_heeft_een_bericht_zonder_naam(haarlem: Wereld) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    for wie in (TROUBLESHOOTER, SWT, SDV):
        pagina = tekst(log_in(haarlem, wie), adres("berichten"))
        assert "De datum van een ontruiming is bekend" in pagina
        assert f"/haarlem/zaken/{zaak}/" in pagina or "Open de zaak" in pagina
        assert "Samira" not in pagina
        assert "Spaarnelaan" not in pagina
    assert "ontruiming" not in tekst(log_in(haarlem, TEAMLEIDER), adres("berichten"))


def test_elke_handeling_van_dit_deel_heeft_een_scherm(haarlem: Wereld) -> None:
    with haarlem.als(MELDER) as beurt:
        bekend = {h for b in beurt.wie.beleid.bevoegdheden for h in b.handelingen}
    assert schermen.ONTRUIMING.keys() <= bekend
