"""Maassluis, clocks, retention and settings: written from docs/eisen/maassluis.yaml, not from the policy."""

from datetime import datetime

import pytest

from brpinzage.beleid.maassluis import MAASSLUIS
from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.kalender import AMSTERDAM, vervalt_op

from .maassluis import BEHEER, COLLEGE, DIENST, MAASDELTA, REGISSEUR
from .tabel import kant, stand

# clause, event, act, richting, subject, who, event on, runs out at (None: at once), warnings in days before
KLOKKEN = [
    (
        "MAA-12.2",
        "verkrijging_van_betrokkene",
        "betrokkene_informeren",
        "voor",
        "verstrekking",
        "",
        "2026-03-10 11:00",
        None,
        (),
    ),
    (
        "MAA-12.3",
        "eerste_vastlegging",
        "betrokkene_informeren",
        "binnen",
        "verstrekking",
        COLLEGE,
        "2026-03-10 11:00",
        None,
        (),
    ),
    (
        "MAA-14.2",
        "ontvangst_inzageverzoek",
        "schriftelijk_antwoord",
        "binnen",
        "verzoek",
        COLLEGE,
        "2026-03-10 11:00",  # 28 days later, across the start of summer time
        "2026-04-08 00:00",
        (14, 7),
    ),
    (
        "MAA-15.2",
        "ontvangst_correctieverzoek",
        "beslissing_correctie",
        "binnen",
        "verzoek",
        COLLEGE,
        "2026-12-04 23:59",  # ends on a free day and does not shift (decision 2)
        "2027-01-02 00:00",
        (14, 7),
    ),
    (
        "MAA-15.3",
        "beslissing_correctie",
        "uitvoering_correctie",
        "binnen",
        "verzoek",
        COLLEGE,
        "2026-02-02 09:00",
        "2026-03-03 00:00",
        (14, 7),
    ),
    (
        "MAA-15.4",
        "ontvangst_correctieverzoek",
        "gemotiveerde_schriftelijke_weigering",
        "binnen",
        "verzoek",
        COLLEGE,
        "2026-12-04 09:00",
        "2027-01-02 00:00",
        (14, 7),
    ),
    (
        "MAA-16.2",
        "ontvangst_verzet",
        "beoordeling_verzet",
        "binnen",
        "verzoek",
        COLLEGE,
        "2026-06-01 00:00",
        "2026-06-30 00:00",
        (14, 7),
    ),
    (
        "MAA-17.2",
        "vaststelling_wijziging",
        "inwerkingtreding_wijziging",
        "binnen",
        "convenant",
        BEHEER,
        "2026-03-15 10:00",  # works from 15 April on, and not earlier
        "2026-04-15 00:00",
        (),
    ),
    (
        "MAA-19",
        "kalenderjaar_vierde_kwartaal",
        "evaluatie",
        "elke",
        "convenant",
        REGISSEUR,
        "2025-12-31 12:00",  # due 31 December; the task opens on 1 October
        "2027-01-01 00:00",
        (91,),
    ),
    (
        "MAA-21",
        "laatste_ondertekening",
        "inwerkingtreding",
        "binnen",
        "convenant",
        "",
        "2012-02-22 16:00",
        "2012-02-23 00:00",
        (),
    ),
    (
        "MAA-21",
        "laatste_ondertekening",
        "inwerkingtreding",
        "binnen",
        "convenant",
        "",
        "2026-05-01 10:00",  # a Friday: the day after is a Saturday
        "2026-05-02 00:00",
        (),
    ),
    (
        "MAA-23",
        "ondertekening",
        "publicatie_staatscourant",
        "binnen",
        "convenant",
        BEHEER,
        "2012-02-22 16:00",
        "2012-03-23 00:00",
        (7,),
    ),
]


@pytest.mark.parametrize(
    "klok",
    [pytest.param(klok, marks=pytest.mark.eis(klok[0]), id=f"{klok[0]}-{klok[6]}") for klok in KLOKKEN],
)
def test_klok(klok):
    """The moment is the midnight at which the last day ends; None: the event itself."""
    eis, gebeurtenis, actie, richting, onderwerp, wie, na, tot, waarschuw = klok
    moment = datetime.fromisoformat(na).replace(tzinfo=AMSTERDAM)
    (termijn,) = [t for t in MAASSLUIS.termijnen_na(gebeurtenis) if t.actie == actie]
    assert (termijn.eis, termijn.richting, termijn.onderwerp) == (eis, richting, onderwerp)
    assert str(termijn.verantwoordelijk or "") == wie
    assert termijn.waarschuw == waarschuw
    assert (termijn.opgeschort_door, termijn.drempel, termijn.bron) == ((), None, "")
    verwacht = datetime.fromisoformat(tot).replace(tzinfo=AMSTERDAM) if tot else moment
    assert vervalt_op(termijn, moment) == verwacht


@pytest.mark.eis("MAA-15.2", "MAA-15.3", "MAA-15.4")
def test_beslissen_en_uitvoeren_zijn_twee_klokken():
    """Decision 17; a refusal has the same four weeks as a decision."""
    na_ontvangst = {t.eis for t in MAASSLUIS.termijnen_na("ontvangst_correctieverzoek")}
    assert na_ontvangst == {"MAA-15.2", "MAA-15.4"}
    assert {t.eis for t in MAASSLUIS.termijnen_na("beslissing_correctie")} == {"MAA-15.3"}


def test_elke_klok_heeft_een_rij():
    assert {(k[0], k[1]) for k in KLOKKEN} == {(t.eis, t.na) for t in MAASSLUIS.termijnen}


ONDERZOEK = ("onderzoeksbesluit",)
BEWAREN = [
    ("geen_afwijking", "zaak", "gesloten_geen_afwijking", ONDERZOEK),
    ("verbeterd", "zaak", "gesloten_registratie_verbeterd", ONDERZOEK),
    ("woonfraude", "zaak", "gesloten_woonfraude_vermoed", ONDERZOEK),
    ("verzoek", "zaak", "verzoek_afgehandeld", ()),
    ("derde", "zaak", "derdenverzoek_afgehandeld", ()),
    ("logboek", "logregel", "logregel", ()),
]


@pytest.mark.eis("MAA-10.1", "MAA-10.2")
def test_bewaartermijnen():
    """The text gives no number: a setting per outcome. Only a decision for research keeps a closed case longer."""
    assert [(b.naam, b.onderwerp, b.na, b.behoud_als) for b in MAASSLUIS.bewaartermijnen] == BEWAREN
    for rij in MAASSLUIS.bewaartermijnen:
        assert (rij.daarna, rij.duur, rij.instelling) == ("vernietigen", None, f"bewaartermijn_{rij.naam}")
        assert not rij.vier_ogen
        assert rij.afkoeling == 0


MELDEN = Vraag(kant(MAASDELTA), "aanmelden", "begin", "afwijkingsmelding", kant(REGISSEUR))
LEVEREN = Vraag(kant(MAASDELTA), "beantwoorden", "uitvraag", "levering_maasdelta", kant(REGISSEUR))
MAGAZIJN = Vraag(kant(DIENST), "beantwoorden", "uitvraag", "gegevensmagazijn", kant(REGISSEUR))
# clause, setting, what it holds up while empty
INSTELLINGEN = [
    ("MAA-6.3", "bijlage_maasdelta", (LEVEREN,)),
    ("MAA-6.4", "bijlage_gegevensmagazijn", (MAGAZIJN,)),
    ("MAA-12.1", "identiteit_verantwoordelijke", (MELDEN, LEVEREN, MAGAZIJN)),
    *(("MAA-10.1", f"bewaartermijn_{rij[0]}", (MELDEN, LEVEREN, MAGAZIJN)) for rij in BEWAREN),
]


@pytest.mark.parametrize(
    "regel", [pytest.param(rij, marks=pytest.mark.eis(rij[0]), id=rij[1]) for rij in INSTELLINGEN]
)
def test_lege_instelling_houdt_precies_dit_tegen(regel):
    eis, naam, dicht = regel
    for vraag in (MELDEN, LEVEREN, MAGAZIJN):
        assert beslis(MAASSLUIS, vraag, stand(MAASSLUIS)).mag
        uitkomst = beslis(MAASSLUIS, vraag, stand(MAASSLUIS, leeg=naam))
        assert uitkomst.mag is (vraag not in dicht), vraag.gegevensset
        if vraag in dicht:
            assert eis in {reden.eis for reden in uitkomst.gemis}
            assert any(reden.tekst.startswith("Nog niet ingevuld:") for reden in uitkomst.gemis)


@pytest.mark.eis("MAA-1.5", "MAA-6.3", "MAA-6.4", "MAA-10.1", "MAA-12.1")
def test_geen_instelling_vult_zichzelf():
    assert {rij.naam for rij in MAASSLUIS.instellingen} == {rij[1] for rij in INSTELLINGEN}
    assert {rij.standaard for rij in MAASSLUIS.instellingen} == {None}
