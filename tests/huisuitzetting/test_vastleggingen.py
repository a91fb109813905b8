"""What the parties record of themselves and tell each other under the privacyreglement."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.tijd import stel_in
from huisuitzetting.models import Vastlegging
from huisuitzetting.vastleggingen import handelingen as vast
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.looptijd.conftest import post
from tests.looptijd.test_scherm import tekst
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld

from .vastleggen import BUUR, EIGEN, GEMEENTE, leg_vast, meld_dpia

ANDEREN = ("corporatie/melder", "corporatie/manager", "gemeente/swt", "gemeente/beleidsadviseur")
WAT = {vast.NORM: "BIO", vast.CONTROLE: "Wij voldoen", vast.TEKST: "Website"}


def adres(naam: str, *delen: object) -> str:
    return reverse(naam, args=["haarlem", *delen])


def gezien(wereld: Wereld, wie: str) -> set[tuple[str, str]]:
    with wereld.als(wie):
        return {(kaart.handeling, kaart.wat) for kaart in vast.overzicht()}


@pytest.mark.eis("HAA-PR7.2", "HAA-PR7.3", "HAA-PR10.1")
@pytest.mark.parametrize("handeling", WAT)
def test_elke_partij_legt_haar_eigen_norm_controle_en_tekst_vast(haarlem: Wereld, handeling: str) -> None:
    leg_vast(haarlem, EIGEN, handeling, wat=WAT[handeling])
    for wie in (EIGEN, BUUR, GEMEENTE):
        with haarlem.als(wie):
            (kaart,) = vast.overzicht()
        assert (kaart.handeling, kaart.wat, kaart.partij) == (handeling, WAT[handeling], "corporatie haarlem")
    for wie in ANDEREN:
        assert gezien(haarlem, wie) == set()
        with pytest.raises(Geweigerd):
            leg_vast(haarlem, wie, vast.CONTROLE, wat="Wij voldoen")
        assert log_in(haarlem, wie).get(adres("vastleggingen")).status_code == 403


@pytest.mark.eis("HAA-PR7.2")
def test_een_bewijs_verloopt(haarlem: Wereld) -> None:
    leg_vast(haarlem, EIGEN, geldig_tot=date(2026, 11, 23))
    for dagen, verlopen in ((0, False), (1, True)):
        with stel_in(NU + timedelta(days=dagen)):
            with haarlem.als(BUUR):
                (kaart,) = vast.overzicht()
                assert kaart.is_verlopen is verlopen
            assert ("Verlopen" in tekst(log_in(haarlem, BUUR).get(adres("vastleggingen")))) is verlopen


@pytest.mark.eis("HAA-PR7.3")
def test_na_een_jaar_is_er_weer_een_controle_nodig(haarlem: Wereld) -> None:
    def nodig(dag: int, wie: str = EIGEN) -> bool:
        with stel_in(NU + timedelta(days=dag)), haarlem.als(wie):
            return vast.controle_nodig()

    assert nodig(0)
    leg_vast(haarlem, EIGEN, vast.CONTROLE, wat="Wij voldoen", dag=NU.date())
    assert not nodig(0)
    assert not nodig(364)
    assert nodig(365)
    assert nodig(0, BUUR)


@pytest.mark.eis("HAA-PR7.4")
def test_wat_een_dpia_vond_gaat_naar_alle_partijen(haarlem: Wereld, als_eigenaar) -> None:
    with pytest.raises(Geweigerd) as weigering:
        meld_dpia(haarlem, EIGEN, raakt=False)
    assert {reden.eis for reden in weigering.value.redenen} == {"HAA-PR7.4"}
    kenmerk = uuid4()
    for _ in range(2):
        meld_dpia(haarlem, EIGEN, kenmerk=kenmerk)
    for wie in (EIGEN, BUUR, GEMEENTE):
        with haarlem.als(wie):
            (melding,) = vast.meldingen()
        assert (melding.soort, melding.partij, melding.eigen) == (
            "dpia_uitkomst",
            "corporatie haarlem",
            wie == EIGEN,
        )
        assert dict(melding.velden)["tekortkomingen_uitwisseling"] == "Mail zonder sleutel."
    assert [adres_ for adres_, _ in post(als_eigenaar)] == [
        "corporatie-privacycoordinator-ander",
        "gemeente-privacycoordinator",
    ]


@pytest.mark.eis("HAA-PR11.1")
def test_een_ontwikkeling_gaat_naar_alle_partijen(haarlem: Wereld) -> None:
    gemeente = log_in(haarlem, GEMEENTE)
    velden = {"soort": "overig", "dag": "23-11-2026", "omschrijving": "Er komt een nieuwe wet."}
    pagina = gemeente.post(
        adres("vastlegging_nieuw", "ontwikkeling_melden"), velden | {"kenmerk": str(uuid4())}, follow=True
    )
    assert "Gemeld." in tekst(pagina)
    for wie in (EIGEN, BUUR, GEMEENTE):
        assert "Er komt een nieuwe wet." in tekst(log_in(haarlem, wie).get(adres("vastleggingen")))


def test_een_dag_die_nog_komt(haarlem: Wereld) -> None:
    morgen = NU.date() + timedelta(days=1)
    with haarlem.als(EIGEN):
        with pytest.raises(Ongeldig):
            vast.meld_ontwikkeling("overig", "x", morgen, uuid4())
        with pytest.raises(NietGevonden):
            vast.leg_vast(vast.DPIA, vast.Nieuw(morgen, "x"), uuid4())
    with pytest.raises(Ongeldig):
        leg_vast(haarlem, EIGEN, geldig_tot=date(2026, 10, 1))


@pytest.mark.eis("HAA-PR7.3")
def test_twee_keer_is_een_keer_en_het_document_ligt_verzegeld(haarlem: Wereld, als_eigenaar) -> None:
    kenmerk = uuid4()
    for _ in range(2):
        leg_vast(haarlem, EIGEN, kenmerk=kenmerk)
    with als_eigenaar():
        rij = Vastlegging.objects.get()
        assert b"%PDF" not in bytes(rij.inhoud)
    gelezen = log_in(haarlem, BUUR).get(adres("vastlegging_document", rij.pk))
    assert gelezen.content.startswith(b"%PDF")
    assert log_in(haarlem, BUUR).get(adres("vastlegging_document", uuid4())).status_code == 404
    assert log_in(haarlem, "corporatie/melder").get(adres("vastlegging_document", rij.pk)).status_code == 403


@pytest.mark.eis("HAA-PR7.3")
def test_de_database_laat_niemand_voor_een_ander_vastleggen(haarlem: Wereld) -> None:
    for wie, handeling in ((BUUR, vast.NORM), ("corporatie/manager", vast.NORM)):
        with haarlem.als(wie) as beurt, pytest.raises(DatabaseError), transaction.atomic():
            Vastlegging.objects.create(
                convenant=haarlem.convenant,
                deelname=haarlem.deelnames["corporatie"],
                kenmerk=uuid4(),
                handeling=handeling,
                dag=NU.date(),
                wat="BIO",
                vastgelegd_op=NU,
                vastgelegd_door=beurt.wie.medewerker,
            )


@pytest.mark.eis("HAA-PR7.2", "HAA-PR7.3", "HAA-PR10.1")
def test_vastleggen_op_het_scherm(haarlem: Wereld) -> None:
    eigen = log_in(haarlem, EIGEN)
    assert "Er is nog niets vastgelegd." in tekst(eigen.get(adres("vastleggingen")))
    formulieren: dict[str, dict[str, Any]] = {
        vast.NORM: {"geldig_tot": "01-11-2027", "document": geladen("bewijs.pdf", maak_pdf())},
        vast.CONTROLE: {"wat": "Wij voldoen", "tekst": "Niets."},
        vast.TEKST: {"wat": "Website", "tekst": "Wij delen gegevens met het wijkteam."},
    }
    for handeling, velden in formulieren.items():
        leeg = eigen.post(adres("vastlegging_nieuw", handeling), {"dag": ""})
        assert "Vul een datum in, bijvoorbeeld 31-12-2026." in tekst(leeg)
        alles = {"dag": "01-11-2026", "wat": "BIO", "kenmerk": str(uuid4())} | velden
        assert "Vastgelegd." in tekst(eigen.post(adres("vastlegging_nieuw", handeling), alles, follow=True))
    pagina = tekst(eigen.get(adres("vastleggingen")))
    for zin in ("Norm voor de beveiliging: BIO", "Controle van de norm: Wij voldoen"):
        assert zin in pagina
    geweigerd = eigen.post(
        adres("vastlegging_nieuw", vast.DPIA),
        {
            "dag": "01-11-2026",
            "samenvatting": "Een risico.",
            "tekortkomingen": "Geen.",
            "kenmerk": str(uuid4()),
        },
    )
    assert "raakt de uitwisseling niet. Delen is dan niet nodig. (reglement artikel 7.4)" in tekst(geweigerd)
    assert "Een risico." in geweigerd.content.decode()


@pytest.mark.eis("HAA-PR1.4", "HAA-PR5.5")
def test_wat_iemand_bekijkt_en_doet_staat_in_het_logboek_van_de_eigen_partij(haarlem: Wereld) -> None:
    """What the AVG asks of every party: it can see who of its own did what, and nothing of another's."""
    leg_vast(haarlem, EIGEN)
    log_in(haarlem, EIGEN).get(adres("vastleggingen"))
    for wie, ziet in ((EIGEN, True), (BUUR, False), (GEMEENTE, False)):
        pagina = log_in(haarlem, wie).get("/haarlem/logboek/").content.decode()
        regels = pagina.partition('aria-label="Regels"')[2]
        assert ("Norm vastleggen" in regels) is ziet
        assert ("Inzien" in regels) is ziet


def test_hoeveel_er_gevraagd_wordt(haarlem: Wereld, django_assert_max_num_queries) -> None:
    eigen = log_in(haarlem, EIGEN)
    for _ in range(3):
        leg_vast(haarlem, EIGEN)
        meld_dpia(haarlem, EIGEN)
    with django_assert_max_num_queries(35):
        eigen.get(adres("vastleggingen"))
