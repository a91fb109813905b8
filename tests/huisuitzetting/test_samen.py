"""Two people at once, on two connections: what one did the other finds done, and nobody waits for ever."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.db import connection

from convenant.poort.handeling import Geweigerd
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from convenant.verstrekkingen.models import Verstrekking
from huisuitzetting.achterstand import aflopen, huren, regelen
from huisuitzetting.achterstand.regeling import Afspraak
from huisuitzetting.betaling import handelingen as betaling
from huisuitzetting.melding import handelingen as melding
from huisuitzetting.models import Huurovereenkomst
from huisuitzetting.wijkteam import terugkoppeling
from tests.huisuitzetting import verhaal_geld
from tests.huisuitzetting.huur import AFSPRAAK, MELDER
from tests.huisuitzetting.teams import geef
from tests.huisuitzetting.test_huren import lopend
from tests.huisuitzetting.verhaal import gemeld, herinnerd
from tests.huisuitzetting.wijkteam import SWT, alleen_schuld
from tests.wereld import NU, Wereld
from tests.werelden import maak, neem_aan
from tests.zaken import tegelijk, velden

COLLEGA, WIJKCOLLEGA = "melder_twee", "wijkteam_twee"
KORT = Afspraak(NU.date(), AFSPRAAK.per_maand, NU.date() + timedelta(days=30))


@pytest.fixture
def wereld(transactional_db: None) -> Iterator[Wereld]:
    """Haarlem, really committed, with a second melder at the corporatie and a second person at the wijkteam."""
    with stel_in(NU):
        wereld = maak("haarlem")
        for wie, partij, functie in ((COLLEGA, "corporatie", "melder"), (WIJKCOLLEGA, "gemeente", "swt")):
            neem_aan(wereld, partij, wie)
            geef(wereld, wie, wereld.groep(partij, functie))
        yield wereld


def van(wereld: Wereld, wie: str, gegevensset: str) -> int:
    """How many times the set was sent."""
    with wereld.als(wie):
        return Verstrekking.objects.filter(gegevensset=gegevensset).count()


@pytest.mark.eis("HAA-2.1.c", "HAA-B2.1.b")
@pytest.mark.parametrize("zelfde", [True, False])
def test_twee_collegas_melden_dezelfde_huurder(wereld: Wereld, zelfde: bool) -> None:
    huur, kenmerk = herinnerd(wereld), uuid4()
    uitkomsten = tegelijk(
        wereld,
        *(
            (wie, partial(melding.meld_achterstand, huur, kenmerk if zelfde else uuid4()))
            for wie in (MELDER, COLLEGA)
        ),
    )
    geweigerd = [uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, Geweigerd)]
    assert len(geweigerd) == (0 if zelfde else 1)
    (zaak,) = {uitkomst for uitkomst in uitkomsten if not isinstance(uitkomst, Geweigerd)}
    with stel_in(NU):
        assert van(wereld, SWT, "melding_achterstand") == 1
        assert velden(wereld, SWT, zaak, "melding_achterstand")["naam"] == "Samira Visser"
        with wereld.als(SWT):
            assert Klok.objects.filter(zaak=zaak, termijn="terugkoppeling").count() == 1


@pytest.mark.eis("HAA-B2.6", "HAA-3.7")
@pytest.mark.parametrize(("zelfde", "keer"), [(True, 1), (False, 2)])
def test_twee_van_het_wijkteam_koppelen_terug(wereld: Wereld, zelfde: bool, keer: int) -> None:
    zaak, kenmerk = gemeld(wereld), uuid4()
    uitkomsten = tegelijk(
        wereld,
        *(
            (
                wie,
                partial(
                    terugkoppeling.koppel_terug,
                    zaak,
                    "nee",
                    "nog_niet",
                    "nee",
                    None,
                    kenmerk if zelfde else uuid4(),
                ),
            )
            for wie in (SWT, WIJKCOLLEGA)
        ),
    )
    assert uitkomsten == [zaak, zaak]
    with stel_in(NU):
        assert van(wereld, MELDER, "terugkoppeling") == keer
        with wereld.als(SWT):
            standen = Klok.objects.filter(zaak=zaak, termijn__startswith="terugkoppeling")
            assert [klok.stand for klok in standen] == [Klok.VOLDAAN, Klok.VOLDAAN]


@pytest.mark.eis("HAA-6.4")
def test_twee_collegas_treffen_een_regeling(wereld: Wereld) -> None:
    zaak = verhaal_geld.voorstel(wereld, alleen_schuld(wereld))
    uitkomsten = tegelijk(
        wereld,
        *(
            (wie, partial(betaling.tref_regeling, zaak, verhaal_geld.AANBOD_REGELING, "", uuid4()))
            for wie in (MELDER, COLLEGA)
        ),
    )
    assert zaak in uitkomsten
    assert len([uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, Geweigerd)]) == 1
    with stel_in(NU):
        assert van(wereld, MELDER, "regeling") == 1


@pytest.mark.eis("HAA-3.4", "HAA-3.9")
def test_de_een_legt_een_regeling_vast_en_de_ander_dat_zij_brak(wereld: Wereld) -> None:
    huur = herinnerd(wereld)
    with stel_in(NU), wereld.als(MELDER):
        zaak = huren.geef(huur).zaak_id
    assert zaak
    tegelijk(
        wereld,
        (MELDER, partial(regelen.leg_vast, huur, "loopt", KORT)),
        (COLLEGA, partial(regelen.leg_vast, huur, "verbroken")),
    )
    # Whoever was last: the register, what is due and the clock say the same.
    with stel_in(NU):
        klok = lopend(wereld, zaak)["melden_bij_anderhalve_maand"]
        with wereld.als(MELDER):
            rij = Huurovereenkomst.objects.get(pk=huur)
    assert (rij.betalingsregeling, rij.te_doen, klok) in (
        ("loopt", "", Klok.OPGESCHORT),
        ("verbroken", "melden", Klok.LOOPT),
    )


@pytest.mark.eis("HAA-3.4")
def test_de_taak_laat_staan_wat_iemand_in_handen_heeft(wereld: Wereld) -> None:
    huur = herinnerd(wereld)
    with wereld.als(MELDER):
        regelen.leg_vast(huur, "loopt", KORT)

    def taak() -> int:
        try:
            return aflopen.laat_aflopen()
        finally:
            connection.close()

    with stel_in(NU + timedelta(days=31)), ThreadPoolExecutor(1) as ander:
        with wereld.als(MELDER):
            huren.vergrendel(huur)
            assert ander.submit(taak).result(20) == 0
        assert ander.submit(taak).result(20) == 1
        assert ander.submit(taak).result(20) == 0
