"""An arrangement at the corporatie: all of it must be known, and it holds until its last day or the first missed payment."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from convenant.poort.grens import als_systeem
from convenant.poort.handeling import Geweigerd, Ongeldig
from convenant.poort.models import Logregel
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in, vandaag
from huisuitzetting.achterstand import huren, inlezen, regelen
from huisuitzetting.achterstand.regeling import Afspraak
from huisuitzetting.models import Huurovereenkomst
from huisuitzetting.ontruiming import handelingen as rechtsgang
from huisuitzetting.tasks import laat_regelingen_aflopen
from tests.huisuitzetting import verhaal_geld
from tests.huisuitzetting.huur import (
    AFSPRAAK,
    HUUR,
    MELDER,
    MET_REGELING,
    REGELING_IN_BESTAND,
    leg_vast,
    maak_csv,
    regel,
)
from tests.huisuitzetting.recht import klok
from tests.huisuitzetting.test_huren import contact, lopend, rij
from tests.huisuitzetting.verhaal import herinnerd
from tests.huisuitzetting.wijkteam import alleen_schuld
from tests.schermen.klant import log_in
from tests.tables import als_eigenaar
from tests.wereld import NU, Wereld

VANDAAG = NU.date()
MELDKLOK = "melden_bij_anderhalve_maand"
# The last day is in a month.
KORT = Afspraak(VANDAAG, Decimal("300.00"), VANDAAG + timedelta(days=30))
NA_AFLOOP = NU + timedelta(days=31)


def regel_af(wereld: Wereld, huur: int, stand: str = "loopt", afspraak: Afspraak | None = KORT) -> None:
    with wereld.als(MELDER):
        regelen.leg_vast(huur, stand, afspraak if stand == "loopt" else None)


def lees_in(wereld: Wereld, **anders: str) -> Huurovereenkomst:
    with wereld.als(MELDER):
        inlezen.verwerk(inlezen.lees(maak_csv(regel(schuld="1100") | anders), heel=False))
        return Huurovereenkomst.objects.select_related("zaak").get()


@pytest.mark.eis("HAA-3.4")
@pytest.mark.parametrize(
    ("afspraak", "velden"),
    [
        (None, {"regeling_sinds", "regeling_per_maand", "regeling_tot"}),
        (replace(KORT, per_maand=Decimal(0)), {"regeling_per_maand"}),
        (replace(KORT, tot=VANDAAG - timedelta(days=1)), {"regeling_tot"}),
        (Afspraak(date(2026, 1, 1), Decimal(10), VANDAAG - timedelta(days=1)), {"regeling_tot"}),
        (replace(KORT, tot=date(2037, 1, 1)), {"regeling_tot"}),
        (replace(KORT, sinds=date(2028, 1, 1), tot=date(2028, 2, 1)), {"regeling_sinds"}),
        (replace(KORT, sinds=date(1926, 11, 23)), {"regeling_sinds"}),
    ],
)
def test_een_regeling_die_niet_kan_loopt_niet(
    haarlem: Wereld, afspraak: Afspraak | None, velden: set[str]
) -> None:
    huur = herinnerd(haarlem)
    with haarlem.als(MELDER), pytest.raises(Ongeldig) as fout:
        regelen.leg_vast(huur, "loopt", afspraak)
    assert set(fout.value.fouten) == velden
    assert (rij(haarlem, huur).te_doen, rij(haarlem, huur).betalingsregeling) == ("melden", "")


@pytest.mark.eis("HAA-3.4", "HAA-B4.2", "HAA-2.1.c")
def test_de_regeling_houdt_de_melding_tegen_tot_en_met_haar_laatste_dag(haarlem: Wereld) -> None:
    huur = herinnerd(haarlem)
    zaak = rij(haarlem, huur).zaak_id
    regel_af(haarlem, huur)
    with stel_in(NA_AFLOOP - timedelta(days=1)):
        laat_regelingen_aflopen()
        assert lopend(haarlem, zaak)[MELDKLOK] == Klok.OPGESCHORT
        assert rij(haarlem, huur).te_doen == ""
        with haarlem.als(MELDER):
            deurwaarder_kan(zaak, KORT.tot)
    with stel_in(NA_AFLOOP):
        # Before the task came by the exception has lapsed already.
        with haarlem.als(MELDER):
            with pytest.raises(Geweigerd) as weigering:
                deurwaarder_kan(zaak, vandaag())
            assert [reden.feit for reden in weigering.value.redenen] == ["twee_weken_na_contact_of_regeling"]
            deurwaarder_kan(zaak, KORT.tot)  # written down later
            assert huren.nu_te_doen(huren.geef(huur)).te_doen == "melden"
        for _ in range(2):
            laat_regelingen_aflopen()
        assert lopend(haarlem, zaak)[MELDKLOK] == Klok.LOOPT
        na = rij(haarlem, huur)
        assert (na.betalingsregeling, na.te_doen, na.uiterlijk) == ("afgelopen", "melden", VANDAAG)
        with als_eigenaar():
            (regel_,) = Logregel.objects.filter(handeling=regelen.REGELING, soort="systeem")
        assert na.zaak
        assert (regel_.object, regel_.eis) == (na.zaak.nummer, "HAA-3.4")


def deurwaarder_kan(zaak: int, dag: date) -> None:
    """Call in the bailiff on this day, and undo it. Raises Geweigerd when that may not be."""
    with transaction.atomic():
        rechtsgang.schakel_deurwaarder_in(zaak, dag, uuid4())
        transaction.set_rollback(True)


@pytest.mark.eis("HAA-3.4")
def test_zonder_zaak_en_met_een_deurwaarder_zonder_melding_staat_ook_weer_in_de_lijst_wat_moet(
    haarlem: Wereld,
) -> None:
    zonder, bij_deurwaarder = leg_vast(haarlem), herinnerd(haarlem, contractnummer="H-2")
    zaak = rij(haarlem, bij_deurwaarder).zaak_id
    for huur in (zonder, bij_deurwaarder):
        regel_af(haarlem, huur)
    with haarlem.als(MELDER):
        rechtsgang.schakel_deurwaarder_in(zaak, VANDAAG, uuid4())
    assert rij(haarlem, bij_deurwaarder).te_doen == ""
    with stel_in(NA_AFLOOP):
        laat_regelingen_aflopen()
        assert rij(haarlem, bij_deurwaarder).te_doen == "melden"
        assert (rij(haarlem, zonder).te_doen, rij(haarlem, zonder).betalingsregeling) == (
            "contact",
            "afgelopen",
        )


@pytest.mark.eis("HAA-3.4", "HAA-3.9")
def test_wie_een_keer_niet_betaalt_is_de_uitzondering_kwijt_ook_als_het_einde_al_voorbij_is(
    haarlem: Wereld,
) -> None:
    huur = herinnerd(haarlem)
    zaak = rij(haarlem, huur).zaak_id
    regel_af(haarlem, huur)
    with stel_in(NA_AFLOOP):
        regel_af(haarlem, huur, "verbroken")
        assert lopend(haarlem, zaak)[MELDKLOK] == Klok.LOOPT
    # What it was stays known; that there is none leaves nothing of it.
    assert rij(haarlem, huur).regeling_tot == KORT.tot
    regel_af(haarlem, huur, "")
    na = rij(haarlem, huur)
    assert (na.regeling_sinds, na.regeling_per_maand, na.regeling_tot) == (None, None, None)


@pytest.mark.eis("HAA-3.4")
def test_een_regeling_uit_een_bestand_telt_pas_mee_als_zij_er_helemaal_in_staat(haarlem: Wereld) -> None:
    zonder = lees_in(haarlem, betalingsregeling="loopt")
    assert (zonder.regeling_onbekend, zonder.regeling_geldt_tot) == (True, None)
    zaak = contact(haarlem, zonder.pk)
    assert lopend(haarlem, zaak)[MELDKLOK] == Klok.LOOPT
    met = lees_in(haarlem, **REGELING_IN_BESTAND)
    assert (met.regeling_sinds, met.regeling_per_maand, met.regeling_tot) == (
        AFSPRAAK.sinds,
        AFSPRAAK.per_maand,
        AFSPRAAK.tot,
    )
    assert (met.te_doen, lopend(haarlem, zaak)[MELDKLOK]) == ("", Klok.OPGESCHORT)
    # The next file says no more than that it runs: then it is the same one.
    assert lees_in(haarlem, betalingsregeling="loopt").regeling_tot == AFSPRAAK.tot
    assert lees_in(haarlem, betalingsregeling="verbroken").regeling_tot == AFSPRAAK.tot
    # After it was broken that is not enough: the exception has lapsed (HAA-3.9).
    weer = lees_in(haarlem, betalingsregeling="loopt")
    assert (weer.regeling_onbekend, weer.te_doen) == (True, "brief")
    assert lopend(haarlem, zaak)[MELDKLOK] == Klok.LOOPT
    regel_af(haarlem, weer.pk)
    assert lopend(haarlem, zaak)[MELDKLOK] == Klok.OPGESCHORT
    assert lees_in(haarlem, betalingsregeling="geen").regeling_sinds is None


@pytest.mark.eis("HAA-3.4")
@pytest.mark.parametrize(
    ("anders", "kolom"),
    [
        ({"regeling_tot": ""}, "regeling_tot"),
        ({"regeling_per_maand": "-5"}, "regeling_per_maand"),
        ({"regeling_sinds": "01-12-2027"}, "regeling_sinds"),
        ({"regeling_tot": "01-11-2026"}, "regeling_tot"),
        ({"betalingsregeling": "geen"}, "betalingsregeling"),
    ],
)
def test_een_halve_regeling_in_een_bestand_is_een_fout(
    haarlem: Wereld, anders: dict[str, str], kolom: str
) -> None:
    with haarlem.als(MELDER):
        gelezen = inlezen.lees(maak_csv(regel() | REGELING_IN_BESTAND | anders), heel=False)
        assert kolom in [fout.kolom for fout in inlezen.voorbeeld(gelezen).eerste_fouten]


def test_een_regeling_die_voorbij_is_in_een_bestand_is_geen_fout_en_loopt_niet(haarlem: Wereld) -> None:
    gelezen = lees_in(
        haarlem, **REGELING_IN_BESTAND | {"regeling_sinds": "01-01-2026", "regeling_tot": "22-11-2026"}
    )
    with haarlem.als(MELDER):
        assert not huren.stand_van(gelezen).regeling_loopt(VANDAAG)
    zaak = contact(haarlem, gelezen.pk)
    assert lopend(haarlem, zaak)[MELDKLOK] == Klok.LOOPT


@pytest.mark.eis("HAA-6.4", "HAA-3.4")
def test_de_regeling_van_de_zaak_staat_met_bedrag_en_einde_in_het_register(haarlem: Wereld) -> None:
    zaak = verhaal_geld.regeling(haarlem, verhaal_geld.voorstel(haarlem, alleen_schuld(haarlem)))
    with haarlem.als(MELDER):
        huur = Huurovereenkomst.objects.get(zaak=zaak)
    assert (huur.regeling_sinds, huur.regeling_per_maand, huur.regeling_tot) == (
        date(2026, 12, 1),
        Decimal("110.00"),
        date(2027, 9, 1),
    )
    gehouden = klok(haarlem, zaak, "naar_de_rechter")
    assert gehouden
    assert gehouden.stand == Klok.OPGESCHORT
    with stel_in(NU.replace(year=2027, month=9, day=2)):
        laat_regelingen_aflopen()
        verder = klok(haarlem, zaak, "naar_de_rechter")
        assert verder
        assert verder.stand == Klok.LOOPT


def test_alleen_de_taak_laat_regelingen_aflopen(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem, **MET_REGELING)
    for doe in ("select huur_regelingen_voorbij('{}', '{}', 5)", f"select huur_te_doen({huur}, '', null)"):
        with (
            haarlem.als(MELDER),
            pytest.raises(DatabaseError, match="alleen de taak"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(doe)
        with pytest.raises(DatabaseError), als_systeem("bewaring"), connection.cursor() as cursor:
            cursor.execute(doe)


@pytest.mark.eis("HAA-3.4")
def test_het_scherm_vraagt_alle_drie_en_laat_de_regeling_zien(haarlem: Wereld) -> None:
    huur, client = herinnerd(haarlem), log_in(haarlem, MELDER)
    pagina, formulier = f"/haarlem/huren/{huur}/", f"/haarlem/huren/{huur}/regeling/"
    leeg = client.post(formulier, {"stand": "loopt", "regeling_per_maand": "€ 1.050,00"}).content.decode()
    assert leeg.count("Een regeling heeft een begin, een bedrag per maand en een einde.") >= 2
    assert 'value="€ 1.050,00"' in leeg
    fout = client.post(
        formulier,
        {
            "stand": "loopt",
            "regeling_sinds": "01-12-2026",
            "regeling_per_maand": "0",
            "regeling_tot": "01-11-2026",
        },
    ).content.decode()
    assert "Vul een bedrag in van meer dan 0 euro." in fout
    assert "Het einde ligt voor het begin" in fout
    goed = {
        "stand": "loopt",
        "regeling_sinds": "01-12-2026",
        "regeling_per_maand": "€ 1.050,00",
        "regeling_tot": "01-09-2027",
    }
    assert client.post(formulier, goed).status_code == 302
    tekst = " ".join(client.get(pagina).content.decode().split())
    assert "€ 1.050,00 per maand, van 1 december 2026 tot en met 1 september 2027" in tekst
    assert "tot en met 1 september 2027.</p>" in tekst
    assert 'value="1050,00"' in client.get(formulier).content.decode()
    assert "regeling tot en met 01-09-2027" in client.get("/haarlem/huren/").content.decode()
    assert client.post(formulier, {"stand": "verbroken"}).status_code == 302
    tekst = " ".join(client.get(pagina).content.decode().split())
    assert "niet nagekomen" in tekst
    assert "Melden bij het wijkteam" in tekst


@pytest.mark.eis("HAA-3.4")
def test_het_scherm_vraagt_om_wat_het_bestand_niet_zei(haarlem: Wereld) -> None:
    huur = lees_in(haarlem, betalingsregeling="loopt")
    client = log_in(haarlem, MELDER)
    tekst = client.get(f"/haarlem/huren/{huur.pk}/").content.decode()
    assert "Vul de betalingsregeling aan" in tekst
    assert "bedrag en einde ontbreken" in client.get("/haarlem/huren/").content.decode()
    assert HUUR.naam in tekst
