"""Paying the rent again, through gate and database: proposal, arrangement, collection that waits, what is not kept."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from convenant.poort import werklijst
from convenant.poort.daad import handel, samen
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.lijst import AAN_ZET, Lijst
from convenant.poort.models import Logregel
from convenant.poort.zaken import zaak_van
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in, vandaag
from huisuitzetting.achterstand import huren, regelen
from huisuitzetting.betaling import handelingen as betaling
from huisuitzetting.betaling.afspraken import Regeling, Voorstel
from huisuitzetting.models import Huurovereenkomst, Opschorting
from tests.huisuitzetting import verhaal_geld as verhaal
from tests.huisuitzetting.huur import AFSPRAAK, ANDER, MELDER
from tests.huisuitzetting.verhaal_geld import AANBOD_REGELING, SCHULDHULP, TROUBLESHOOTER, WIJKTEAM
from tests.huisuitzetting.wijkteam import alleen_schuld
from tests.wereld import NU, Wereld
from tests.werelden import maak
from tests.zaken import tegelijk, velden, zie

ANDERE = Regeling(Decimal("55.00"), 20, date(2027, 1, 1))


def klokstanden(wereld: Wereld, wie: str, zaak: int) -> dict[str, str]:
    return {klok.termijn: klok.stand for klok in zie(wereld, wie, zaak).klokken}


def regeling_van(wereld: Wereld, zaak: int) -> str:
    """How the arrangement stands in the corporatie's own register."""
    with wereld.als(MELDER):
        return Huurovereenkomst.objects.get(zaak=zaak).betalingsregeling


def sets_van(wereld: Wereld, wie: str, zaak: int) -> set[str]:
    return {stuk.gelezen.gegevensset for stuk in zie(wereld, wie, zaak).stukken if stuk.gelezen}


@pytest.mark.eis("HAA-6.2", "HAA-6.2.voorstel")
def test_het_voorstel_gaat_met_vijf_velden_naar_de_corporatie(haarlem: Wereld) -> None:
    zaak = alleen_schuld(haarlem)
    assert klokstanden(haarlem, WIJKTEAM, zaak)["voorstel"] == Klok.LOOPT
    assert verhaal.voorstel(haarlem, zaak) == zaak
    assert velden(haarlem, MELDER, zaak, "voorstel") == {
        "datum_hervatting_lopende_huur": "2026-12-01",
        "bedrag_lopende_huur": "€ 700,00",
        "bedrag_per_termijn": "€ 110,00",
        "aantal_termijnen": 10,
        "startdatum_regeling": "2026-12-01",
    }
    assert zie(haarlem, WIJKTEAM, zaak).stap == "voorstel"
    assert klokstanden(haarlem, WIJKTEAM, zaak)["voorstel"] == Klok.VOLDAAN
    for wie in (SCHULDHULP,):
        assert "voorstel" not in sets_van(haarlem, wie, zaak)


@pytest.mark.eis("HAA-6.2")
def test_na_twee_weken_is_het_voorstel_te_laat(haarlem: Wereld) -> None:
    zaak = alleen_schuld(haarlem)
    with stel_in(NU + timedelta(days=15)):
        verhaal.voorstel(haarlem, zaak)
        (klok,) = [k for k in zie(haarlem, WIJKTEAM, zaak).klokken if k.termijn == "voorstel"]
    assert klok.op_tijd is False


@pytest.mark.eis("HAA-6.3", "HAA-6.3.bericht")
def test_zonder_regeling_hoort_de_corporatie_dat_in_dezelfde_daad(haarlem: Wereld) -> None:
    zaak, kenmerk = alleen_schuld(haarlem), uuid4()
    for _ in range(2):  # the same form twice
        with haarlem.als(WIJKTEAM):
            betaling.doe_voorstel(
                zaak, Voorstel(date(2026, 12, 1), Decimal(700), None), nog_niet=True, kenmerk=kenmerk
            )
    bericht = {"regeling_achterstand_nog_niet_mogelijk": True, "datum_bericht": vandaag().isoformat()}
    assert velden(haarlem, MELDER, zaak, "nog_geen_regeling") == bericht
    stukken = [s.gelezen.gegevensset for s in zie(haarlem, MELDER, zaak).stukken if s.gelezen]
    assert stukken.count("voorstel") == stukken.count("nog_geen_regeling") == 1
    assert set(velden(haarlem, MELDER, zaak, "voorstel")) == {
        "datum_hervatting_lopende_huur",
        "bedrag_lopende_huur",
    }


@pytest.mark.eis("HAA-6.3")
def test_een_voorstel_zonder_regeling_en_zonder_bericht_gaat_niet(haarlem: Wereld) -> None:
    zaak = alleen_schuld(haarlem)
    with haarlem.als(WIJKTEAM), pytest.raises(Geweigerd, match="HAA-6.3"):
        betaling.doe_voorstel(
            zaak, Voorstel(date(2026, 12, 1), Decimal(700), None), nog_niet=False, kenmerk=uuid4()
        )
    assert zie(haarlem, WIJKTEAM, zaak).stap == "alleen_schuld"


@pytest.mark.eis("HAA-6.2")
@pytest.mark.parametrize(
    ("regeling", "veld"),
    [
        (Regeling(Decimal(0), 10, date(2026, 12, 1)), "bedrag_per_termijn"),
        (Regeling(Decimal(100), 121, date(2026, 12, 1)), "aantal_termijnen"),
        (Regeling(Decimal(100), 0, date(2026, 12, 1)), "aantal_termijnen"),
        (Regeling(Decimal(100), 10, date(2025, 12, 1)), "startdatum_regeling"),
        (Regeling(Decimal(100), 10, date(2036, 12, 1)), "startdatum_regeling"),
    ],
)
def test_wat_niet_kan_wordt_bij_het_veld_gezegd(haarlem: Wereld, regeling: Regeling, veld: str) -> None:
    zaak = alleen_schuld(haarlem)
    with haarlem.als(WIJKTEAM), pytest.raises(Ongeldig) as fout:
        betaling.doe_voorstel(
            zaak, Voorstel(date(2026, 12, 1), Decimal(700), regeling), nog_niet=False, kenmerk=uuid4()
        )
    assert set(fout.value.fouten) == {veld}


@pytest.mark.eis("HAA-6.4", "HAA-6.4.regeling")
def test_de_regeling_gaat_naar_wijkteam_en_sdv_en_houdt_de_klokken(haarlem: Wereld) -> None:
    zaak = verhaal.voorstel(haarlem, alleen_schuld(haarlem))
    with haarlem.als(MELDER):
        huur = huren.geef(huren.huur_van(zaak_van(zaak)).pk)
        assert huur.betalingsregeling == ""
    verhaal.regeling(haarlem, zaak)
    verwacht = {
        "bedrag_per_termijn": "€ 110,00",
        "aantal_termijnen": 10,
        "startdatum_regeling": "2026-12-01",
        "einddatum_regeling": "2027-09-01",
    }
    for wie in (WIJKTEAM, SCHULDHULP):
        assert velden(haarlem, wie, zaak, "regeling") == verwacht
    assert regeling_van(haarlem, zaak) == "loopt"


@pytest.mark.eis("HAA-6.4")
def test_afwijken_van_het_voorstel_vraagt_een_reden(haarlem: Wereld) -> None:
    zaak = verhaal.voorstel(haarlem, alleen_schuld(haarlem))
    with haarlem.als(MELDER), pytest.raises(Ongeldig) as fout:
        betaling.tref_regeling(zaak, ANDERE, "", uuid4())
    assert set(fout.value.fouten) == {"afwijking"}
    with haarlem.als(MELDER):
        betaling.tref_regeling(zaak, ANDERE, "De huurder kan niet meer missen.", uuid4())
    gekregen = velden(haarlem, WIJKTEAM, zaak, "regeling")
    assert gekregen["afwijking_van_voorstel"] == "De huurder kan niet meer missen."


@pytest.mark.eis("HAA-5.1", "HAA-5.1.opschorting")
def test_opschorten_vraagt_drie_dingen_en_geeft_alleen_de_datum(haarlem: Wereld) -> None:
    zaak = verhaal.regeling(haarlem, verhaal.voorstel(haarlem, alleen_schuld(haarlem)))
    with haarlem.als(MELDER), pytest.raises(Geweigerd, match="HAA-5.1"):
        betaling.schort_op(zaak, vandaag(), vandaag(), " ", uuid4())
    with haarlem.als(MELDER), pytest.raises(Ongeldig):
        betaling.schort_op(zaak, vandaag(), vandaag() + timedelta(days=1), "Belt zelf.", uuid4())
    with haarlem.als(MELDER):
        regelen.leg_vast(huren.huur_van(zaak_van(zaak)).pk, "verbroken")
    with haarlem.als(MELDER), pytest.raises(Geweigerd, match="HAA-3.4"):
        betaling.schort_op(zaak, vandaag(), vandaag(), "Belt zelf.", uuid4())
    with haarlem.als(MELDER):
        regelen.leg_vast(huren.huur_van(zaak_van(zaak)).pk, "loopt", AFSPRAAK)
    assert verhaal.opgeschort(haarlem, zaak) == zaak
    for wie in (WIJKTEAM, SCHULDHULP):
        assert velden(haarlem, wie, zaak, "opschorting") == {"datum_opschorting": vandaag().isoformat()}
    with haarlem.als(MELDER):
        (rij,) = Opschorting.objects.filter(zaak=zaak)
        assert rij.goede_wil == "Belt zelf en komt elke afspraak na."
    for wie in (WIJKTEAM, SCHULDHULP):
        with haarlem.als(wie):
            assert not Opschorting.objects.exists()


@pytest.mark.eis("HAA-5.1", "HAA-5.1.einde")
@pytest.mark.parametrize(
    ("voorwaarde", "stand"), [("betalingsregeling", "verbroken"), ("goede_wil", "loopt")]
)
def test_vervalt_een_voorwaarde_dan_hoort_het_wijkteam_dat_eerst(
    haarlem: Wereld, voorwaarde: str, stand: str
) -> None:
    zaak = verhaal.regeling(haarlem, verhaal.voorstel(haarlem, alleen_schuld(haarlem)))
    verhaal.opgeschort(haarlem, zaak)
    with haarlem.als(MELDER):
        betaling.beeindig_opschorting(zaak, vandaag(), voorwaarde, uuid4())
    assert velden(haarlem, WIJKTEAM, zaak, "einde_opschorting") == {
        "datum_einde_opschorting": vandaag().isoformat(),
        "vervallen_voorwaarde": voorwaarde,
    }
    assert "einde_opschorting" not in sets_van(haarlem, SCHULDHULP, zaak)
    assert zie(haarlem, WIJKTEAM, zaak).stap == "incasso_hervat"
    assert regeling_van(haarlem, zaak) == stand


@pytest.mark.eis("HAA-3.9", "HAA-3.9.corporatie", "HAA-3.9.wijkteam")
@pytest.mark.parametrize(
    ("wie", "ander", "gegevensset"),
    [
        (MELDER, WIJKTEAM, "niet_nagekomen_volgens_corporatie"),
        (WIJKTEAM, MELDER, "niet_nagekomen_volgens_wijkteam"),
    ],
)
def test_wie_het_merkt_zegt_het_meteen_en_de_klokken_lopen_weer(
    haarlem: Wereld, wie: str, ander: str, gegevensset: str
) -> None:
    # A bailiff is planned, so the duty to be in touch before that runs.
    zaak = verhaal.voorstel(haarlem, alleen_schuld(haarlem))
    plan_deurwaarder(haarlem, zaak)
    assert klokstanden(haarlem, MELDER, zaak)["melden_voor_deurwaarder"] == Klok.LOOPT
    verhaal.regeling(haarlem, zaak)
    assert klokstanden(haarlem, MELDER, zaak)["melden_voor_deurwaarder"] == Klok.OPGESCHORT
    verhaal.verbroken(haarlem, zaak, wie)
    assert velden(haarlem, ander, zaak, gegevensset) == {
        "datum_niet_nagekomen": vandaag().isoformat(),
        "afspraak": "regeling_achterstand",
    }
    assert regeling_van(haarlem, zaak) == "verbroken"
    assert klokstanden(haarlem, MELDER, zaak)["melden_voor_deurwaarder"] == Klok.LOOPT
    (klok,) = [k for k in zie(haarlem, wie, zaak).klokken if k.termijn == "niet_nagekomen"]
    assert (klok.stand, klok.op_tijd) == (Klok.VOLDAAN, True)
    with haarlem.als(MELDER):  # the next move is the corporatie's too
        assert zaak in [regel.zaak_id for regel in werklijst.werklijst(Lijst(AAN_ZET))]
    assert gegevensset not in sets_van(haarlem, SCHULDHULP, zaak)


def plan_deurwaarder(wereld: Wereld, zaak: int) -> None:
    with wereld.als(MELDER):
        huur = huren.huur_van(zaak_van(zaak))
        invoer = {veld: getattr(huur, veld) for veld in huren.Huur.__dataclass_fields__}
        huren.leg_vast(huren.Huur(**(invoer | {"deurwaarder_op": date(2027, 2, 1)})), huur.pk)


@pytest.mark.eis("HAA-3.9")
def test_een_dag_die_nog_moet_komen_is_niet_gemist(haarlem: Wereld) -> None:
    zaak = verhaal.regeling(haarlem, verhaal.voorstel(haarlem, alleen_schuld(haarlem)))
    with haarlem.als(WIJKTEAM), pytest.raises(Ongeldig) as fout:
        betaling.meld_niet_nakoming(zaak, vandaag() + timedelta(days=1), "lopende_huur", uuid4())
    assert set(fout.value.fouten) == {"dag"}
    assert regeling_van(haarlem, zaak) == "loopt"


@pytest.mark.eis("HAA-3.9")
def test_een_geweigerde_melding_laat_het_register_van_de_corporatie_staan(haarlem: Wereld) -> None:
    zaak = verhaal.voorstel(haarlem, alleen_schuld(haarlem))
    with haarlem.als(MELDER):
        regelen.leg_vast(huren.huur_van(zaak_van(zaak)).pk, "loopt", AFSPRAAK)
    with haarlem.als(WIJKTEAM), pytest.raises(Geweigerd):  # nothing was agreed in the case yet
        betaling.meld_niet_nakoming(zaak, vandaag(), "lopende_huur", uuid4())
    assert regeling_van(haarlem, zaak) == "loopt"


@pytest.mark.eis("HAA-PAR.2")
def test_een_andere_corporatie_ziet_en_doet_niets(haarlem: Wereld) -> None:
    zaak = verhaal.voorstel(haarlem, alleen_schuld(haarlem))
    for daad in (
        lambda: betaling.tref_regeling(zaak, AANBOD_REGELING, "", uuid4()),
        lambda: betaling.meld_niet_nakoming(zaak, vandaag(), "lopende_huur", uuid4()),
        lambda: betaling.schort_op(zaak, vandaag(), vandaag(), "Belt zelf.", uuid4()),
    ):
        for wie in (ANDER, TROUBLESHOOTER):
            with haarlem.als(wie), pytest.raises(NietGevonden):
                daad()


@pytest.mark.eis("HAA-3.9", "HAA-6.2", "HAA-6.4")
def test_verhaal_van_een_verbroken_regeling(haarlem: Wereld) -> None:
    """Given a kept arrangement, when the tenant stops paying, then both know the same day and the wijkteam proposes anew."""
    zaak = verhaal.regeling(haarlem, verhaal.voorstel(haarlem, alleen_schuld(haarlem)))
    verhaal.opgeschort(haarlem, zaak)
    with stel_in(NU + timedelta(days=40)):
        verhaal.verbroken(haarlem, zaak, WIJKTEAM)
        assert velden(haarlem, MELDER, zaak, "niet_nagekomen_volgens_wijkteam")["afspraak"]
        assert zie(haarlem, WIJKTEAM, zaak).stap == "verbroken"
        verhaal.voorstel(haarlem, zaak)
        verhaal.regeling(haarlem, zaak)
        assert zie(haarlem, WIJKTEAM, zaak).stap == "regeling"
        assert regeling_van(haarlem, zaak) == "loopt"
    geen_namen = {"regievoerder", "gespreksverslag", "bekend_in_stapp"}
    gezien = {veld.naam for s in zie(haarlem, MELDER, zaak).stukken if s.gelezen for veld in s.gelezen.velden}
    assert not gezien & geen_namen


def test_wie_twee_dingen_tegelijk_doet_laat_bij_weigering_geen_spoor(haarlem: Wereld) -> None:
    with haarlem.als(MELDER), pytest.raises(Geweigerd):
        doe_samen("betalingsregeling_vastleggen", "voorstel_doen")
    with haarlem.als(MELDER):
        eigen = Logregel.objects.filter(handeling__in=("betalingsregeling_vastleggen", "voorstel_doen"))
        assert list(eigen.values_list("handeling", "uitkomst")) == [("voorstel_doen", "geweigerd")]


def doe_samen(*handelingen: str) -> None:
    with samen():
        for handeling in handelingen:
            with handel(handeling, onderwerp="iets"):
                pass


@pytest.mark.eis("HAA-3.9", "HAA-6.4")
@pytest.mark.parametrize(
    ("wie", "stand"),
    [
        (WIJKTEAM, "loopt"),  # never that one runs
        (WIJKTEAM, ""),  # that is SDV's to end
        (SCHULDHULP, "verbroken"),  # and this the wijkteam's
        (ANDER, "verbroken"),  # not its case
    ],
)
def test_niemand_schrijft_meer_in_het_register_van_de_corporatie(
    haarlem: Wereld, wie: str, stand: str
) -> None:
    zaak = verhaal.regeling(haarlem, verhaal.voorstel(haarlem, alleen_schuld(haarlem)))
    with haarlem.als(MELDER):
        rij = zaak_van(zaak)
    with haarlem.als(wie), pytest.raises(DatabaseError), transaction.atomic():
        betaling.beeindig_regeling_bij_corporatie(rij, stand)
    assert regeling_van(haarlem, zaak) == "loopt"


@pytest.mark.eis("HAA-3.9")
def test_merken_beiden_het_tegelijk_dan_wachten_zij_niet_op_elkaar(transactional_db: None) -> None:
    with stel_in(NU):
        wereld = maak("haarlem")
        zaak = verhaal.regeling(wereld, verhaal.voorstel(wereld, alleen_schuld(wereld)))
    uitkomsten = tegelijk(
        wereld,
        *(
            (wie, partial(betaling.meld_niet_nakoming, zaak, NU.date(), "lopende_huur", uuid4()))
            for wie in (MELDER, WIJKTEAM)
        ),
    )
    assert zaak in uitkomsten
    assert [uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, Geweigerd)]
    with stel_in(NU):
        assert regeling_van(wereld, zaak) == "verbroken"
        assert zie(wereld, WIJKTEAM, zaak).stap == "verbroken"
