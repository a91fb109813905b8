"""Days and amounts nobody can have meant: each gets a sentence at its field, and nothing is recorded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest

from convenant.poort.handeling import Ongeldig
from convenant.tijd import vandaag
from huisuitzetting.betaling import handelingen as betaling
from huisuitzetting.betaling.afspraken import Voorstel
from huisuitzetting.dagen import (
    EERSTE,
    JAAR_VERDER,
    LANG_GELEDEN,
    NIET_GEWEEST,
    toets_binnen_jaar,
    toets_geweest,
)
from huisuitzetting.melding import handelingen as melding
from huisuitzetting.ontruiming import handelingen as rechtsgang
from huisuitzetting.schuldhulp import handelingen as schuldhulp
from huisuitzetting.wijkteam import contact, hulp, terugkoppeling, toestemming
from tests.huisuitzetting import verhaal_geld
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.test_wijkteam_toestemming import gesprek
from tests.huisuitzetting.verhaal import gemeld, herinnerd
from tests.huisuitzetting.verhaal_geld import AANBOD_REGELING, SCHULDHULP
from tests.huisuitzetting.wijkteam import SWT, alleen_schuld, gesproken
from tests.wereld import Wereld

GEBOREN, VER = date(1985, 3, 4), date(9999, 1, 1)


def veld_van(wereld: Wereld, wie: str, daad: Callable[[], object]) -> list[str]:
    """At which fields this act is stopped."""
    with wereld.als(wie), pytest.raises(Ongeldig) as fout:
        daad()
    return list(fout.value.fouten)


def zinnen(toets: Callable[..., None], *dagen: date | None) -> list[str]:
    """What it says of each of these days, "" for nothing."""
    try:
        toets(**{f"veld{n}": dag for n, dag in enumerate(dagen)})
    except Ongeldig as fout:
        return [fout.fouten.get(f"veld{n}", "") for n in range(len(dagen))]
    return [""] * len(dagen)


def test_wat_van_een_dag_niet_kan() -> None:
    dag = vandaag()
    morgen, gisteren_van_2000 = dag + timedelta(days=1), EERSTE - timedelta(days=1)
    assert zinnen(toets_geweest, dag, EERSTE, None) == ["", "", ""]
    assert zinnen(toets_geweest, morgen, gisteren_van_2000) == [NIET_GEWEEST, LANG_GELEDEN]
    jaar = dag.replace(year=dag.year + 1)
    assert zinnen(toets_binnen_jaar, dag, morgen, jaar, None) == ["", "", "", ""]
    assert zinnen(toets_binnen_jaar, jaar + timedelta(days=1), GEBOREN) == [JAAR_VERDER, LANG_GELEDEN]


@pytest.mark.eis("HAA-3.2")
def test_de_dag_waarop_de_huurder_het_hoorde(haarlem: Wereld) -> None:
    huur = herinnerd(haarlem)
    for dag in (GEBOREN, VER):
        meld = partial(melding.meld_met_meer, huur, dag, uuid4())
        assert veld_van(haarlem, MELDER, meld) == ["geinformeerd_op"]


@pytest.mark.eis("HAA-B2.6", "HAA-B2.5.b")
def test_dagen_bij_het_wijkteam(haarlem: Wereld) -> None:
    zaak = gesproken(haarlem)
    elders = hulp.Regievoering(None, "Noor Vonk", "Stichting Thuis", GEBOREN)
    for veld, daad in (
        ("datum", lambda: terugkoppeling.koppel_terug(zaak, "ja", "ja", "ja", VER, uuid4())),
        ("datum", lambda: terugkoppeling.koppel_terug(zaak, "ja", "ja", "ja", GEBOREN, uuid4())),
        (
            "datum_driegesprek",
            lambda: toestemming.draag_over(zaak, gesprek(datum_driegesprek=GEBOREN), uuid4()),
        ),
        ("datum_driegesprek", lambda: toestemming.draag_over(zaak, gesprek(datum_driegesprek=VER), uuid4())),
        ("gegeven_op", lambda: toestemming.draag_over(zaak, gesprek(gegeven_op=GEBOREN), uuid4())),
        ("overlegd_op", lambda: hulp.beleg_regie(zaak, elders, uuid4())),
        ("dag", lambda: hulp.leg_interventie_vast(zaak, "anders", "loopt", GEBOREN, uuid4())),
        ("datum_gesprek", lambda: contact.kondig_aan(zaak, VER, True, uuid4())),
    ):
        assert veld_van(haarlem, SWT, daad) == [veld]


@pytest.mark.eis("HAA-6.2", "HAA-5.1", "HAA-3.9")
def test_dagen_en_bedragen_van_een_regeling(haarlem: Wereld) -> None:
    zaak = alleen_schuld(haarlem)
    goed = Voorstel(vandaag(), Decimal(700), AANBOD_REGELING)
    for veld, voorstel in (
        ("hervatting", replace(goed, hervatting=GEBOREN)),
        ("hervatting", replace(goed, hervatting=VER)),
        ("lopende_huur", replace(goed, lopende_huur=Decimal(0))),
        ("startdatum_regeling", replace(goed, regeling=replace(AANBOD_REGELING, start=VER))),
        ("startdatum_regeling", replace(goed, regeling=replace(AANBOD_REGELING, start=GEBOREN))),
        ("bedrag_per_termijn", replace(goed, regeling=replace(AANBOD_REGELING, bedrag=Decimal(0)))),
    ):
        doe_voorstel = partial(betaling.doe_voorstel, zaak, voorstel, False, uuid4())
        assert veld_van(haarlem, SWT, doe_voorstel) == [veld]
    verhaal_geld.regeling(haarlem, verhaal_geld.voorstel(haarlem, zaak))
    dag = vandaag()
    for velden, daad in (
        (["sinds", "lopende_huur_sinds"], lambda: betaling.schort_op(zaak, GEBOREN, GEBOREN, "Ja", uuid4())),
        (["sinds"], lambda: betaling.beeindig_opschorting(zaak, VER, "goede_wil", uuid4())),
        (["dag"], lambda: betaling.meld_niet_nakoming(zaak, GEBOREN, "lopende_huur", uuid4())),
    ):
        assert veld_van(haarlem, MELDER, daad) == velden
    with haarlem.als(MELDER):
        assert betaling.schort_op(zaak, dag, dag, "Belt zelf.", uuid4()) == zaak
    bied_aan = partial(schuldhulp.bied_hulp_aan, zaak, "anders", GEBOREN, uuid4())
    assert veld_van(haarlem, SCHULDHULP, bied_aan) == ["dag"]


@pytest.mark.eis("HAA-3.4")
def test_een_deurwaarder_over_tien_jaar(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    kondig_aan = rechtsgang.kondig_deurwaarder_aan
    assert veld_van(haarlem, MELDER, lambda: kondig_aan(zaak, VER, uuid4())) == ["dag"]
