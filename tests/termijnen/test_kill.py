"""Real workers that are really killed, two beats, a Redis that is emptied, a week in which nothing ran: every clock that
ran out is set down and told of once, and none is left."""

import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from django.db import connection

from convenant.beleid import kalender
from convenant.berichten.models import Bericht
from convenant.termijnen.models import Klok, Klokfeit
from convenant.tijd import nu, stel_in
from convenant.zaken.models import Telling
from tests.tables import als_eigenaar, zonder_triggers
from tests.wereld import NU, Wereld, maak_wereld

from .machine import Machine, machine

pytestmark = pytest.mark.django_db(transaction=True)
NAAM = "herinnering_afwijking"
NOG_NIET = 20
WEEK = timedelta(days=7)
ZAKEN = """
insert into zaken_zaak (id, convenant_id, beleid_versie, nummer, stap, geopend_op)
  select n, %(convenant)s, 1, 'K-' || n, 'afwijking_geconstateerd', now() from unnest(%(nummers)s::int[]) n;
insert into zaken_toegang (group_id, permission_id, zaak_id, convenant_id, open, label, behandelaar_id)
  select %(groep)s, p.id, n, %(convenant)s, true, '', %(wie)s from unnest(%(nummers)s::int[]) n, auth_permission p
  join django_content_type c on c.id = p.content_type_id where c.app_label = 'zaken' and p.codename = 'view_zaak';
"""


@pytest.fixture
def wereld() -> Wereld:
    with stel_in(NU):
        return maak_wereld()


def leg_klaar(wereld: Wereld, aantal: int, kans: Random) -> None:
    """So many clocks that run out in the week to come, each on a case that anna handles, and some that do not."""
    beleid, groep = wereld.convenant.beleid, wereld.groep("linde", "contactpersoon")
    termijn, moment = beleid.termijn(NAAM), nu() + WEEK
    nummers = list(range(1, aantal + NOG_NIET + 1))
    klokken = []
    for nummer in nummers:
        geleden = kans.uniform(0.01, 1) * WEEK if nummer <= aantal else -timedelta(days=5)
        vervalt = moment - geleden
        eerste, _ = kalender.momenten(termijn, vervalt)[0]
        klokken.append(
            Klok(
                convenant=wereld.convenant,
                beleid_versie=beleid.versie,
                termijn=NAAM,
                eis=termijn.eis,
                onderwerp="zaak",
                sleutel=str(nummer),
                zaak_id=nummer,
                groep=groep,
                na=vervalt - WEEK,
                vervalt_op=vervalt,
                volgende=eerste,
            )
        )
    with zonder_triggers(), connection.cursor() as cursor:
        cursor.execute(
            ZAKEN,
            {
                "convenant": wereld.convenant.pk,
                "groep": groep.pk,
                "wie": wereld.mensen["anna"].pk,
                "nummers": nummers,
            },
        )
        Klok.objects.bulk_create(klokken)


def na_een_week_stilstand(kaart: Path) -> datetime:
    """The clock of every process that starts from here: a week on, and nothing ran meanwhile."""
    (kaart / "klok").write_text(str(WEEK.total_seconds()))
    return nu() + WEEK


def gedaan() -> int:
    with als_eigenaar():
        return Klok.objects.exclude(verlopen_op=None).count()


def wacht_tot(aantal: int, delen: Machine) -> None:
    """Half a minute without anything done is too long, also for who was just killed."""
    bij, einde = gedaan(), time.monotonic() + 30
    while bij < aantal:
        vorige, bij = bij, gedaan()
        if bij > vorige:
            einde = time.monotonic() + 30
        elif time.monotonic() > einde:
            pytest.fail(f"{bij} of {aantal}\n{delen.geschreven()}")
        delen.herstel()
        time.sleep(0.01)


def dood_onderweg(delen: Machine, aantal: int, kills: int, kans: Random) -> Counter[str]:
    """Kill when so much is done, a little later: never before anything was, nor after all of it."""
    gedood: Counter[str] = Counter()
    for bij in sorted(kans.sample(range(1, aantal), kills)):
        wacht_tot(bij, delen)
        time.sleep(kans.uniform(0, 0.02))
        gedood[delen.dood(kans)] += 1
    return gedood


def alles_een_keer(aantal: int, begonnen: datetime) -> None:
    with als_eigenaar():
        om = Klok.objects.exclude(verlopen_op=None)
        assert set(om.values_list("stand", "volgende")) == {("loopt", None)}
        assert om.count() == aantal
        assert not om.filter(zaak__gt=aantal).exists()
        feiten = Counter(Klokfeit.objects.values_list("klok__zaak", "soort"))
        assert feiten == Counter(
            {(zaak, soort): 1 for zaak in range(1, aantal + 1) for soort in ("waarschuwing", "verlopen")}
        )
        # Late rather than never, and the log says that it was: done now, meant for then.
        assert not Klokfeit.objects.filter(moment__lt=begonnen).exists()
        post = Counter(Bericht.objects.values_list("pad", "account__naam"))
        assert post == Counter({(f"/heemstede/zaken/{zaak}/", "Anna"): 1 for zaak in range(1, aantal + 1)})
        (telling,) = Telling.objects.filter(maat=f"termijn:{NAAM}")
        assert (telling.waarde, telling.aantal) == ("te_laat", aantal)


def test_een_week_stilstand_en_dan_sneuvelen_er_vier(wereld: Wereld, tmp_path: Path) -> None:
    kans, aantal = Random(5), 300
    leg_klaar(wereld, aantal, kans)
    begonnen = na_een_week_stilstand(tmp_path)
    with machine(tmp_path, per_keer=5) as delen:
        gedood = dood_onderweg(delen, aantal, 4, kans)
        wacht_tot(aantal, delen)
    assert gedood["kind"]
    alles_een_keer(aantal, begonnen)


@pytest.mark.volledig
@pytest.mark.parametrize("zaad", [1, 2])
def test_vijftig_sneuvelen_tijdens_tienduizend(wereld: Wereld, tmp_path: Path, zaad: int) -> None:
    kans, aantal = Random(zaad), 10_000
    leg_klaar(wereld, aantal, kans)
    begonnen = na_een_week_stilstand(tmp_path)
    with machine(tmp_path, per_keer=50) as delen:
        gedood = dood_onderweg(delen, aantal, 49, kans)
        delen.herstart_redis()
        wacht_tot(aantal, delen)
    assert gedood["kind"] > 20
    assert len(gedood) > 2, "not only what is started again by itself"
    alles_een_keer(aantal, begonnen)
