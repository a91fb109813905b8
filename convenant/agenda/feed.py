"""What is due, for the calendar of one person: the duty, the number of the case, the last day. Nobody's data."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from icalendar import Alarm, Calendar, Event

from convenant.beleid.beslissing import Vraag
from convenant.beleid.kalender import AMSTERDAM
from convenant.beleid.register import register
from convenant.beleid.taal import INZIEN, Beleid
from convenant.beleid.woorden import in_woorden
from convenant.partijen.models import Account, Convenant
from convenant.poort.daad import Daad, weeg
from convenant.poort.grens import binnen
from convenant.poort.logboek import TOEGESTAAN
from convenant.poort.wie import Wie, werkplekken
from convenant.termijnen.models import Klok
from convenant.tijd import nu

HOOGSTENS = 500
HANDELING = "agenda_halen"
OPHALEN_NA = timedelta(hours=6)
# When a calendar speaks of a day that has no hour.
OCHTEND = timedelta(hours=9)


def haal(account: Account, convenant: Convenant) -> bytes | None:
    """The calendar of this person in this convenant, or None: who does not work here any more has none."""
    plekken = [wie for wie in werkplekken(account, convenant) if wie.groep is not None]
    if not plekken:
        return None
    klokken = {klok.pk: klok for wie in plekken for klok in _klokken(wie)}
    eerst = sorted(klokken.values(), key=lambda klok: (klok.vervalt_op, klok.pk))[:HOOGSTENS]
    return _agenda(plekken[0], eerst).to_ical()


def _klokken(wie: Wie) -> list[Klok]:
    """What runs for this functie, read as its person; one line in the log. Cases only where it may read them now.

    Where it may not there is no refusal: a program asks all day, and nobody tried anything.
    """
    with binnen(wie) as beurt:
        uitkomst = weeg(Daad(Vraag(wie.kant, INZIEN)))
        beurt.regels.append(beurt.regel(HANDELING, TOEGESTAAN, alleen_datum=uitkomst.alleen_datum))
        return _lopend(wie, met_zaken=uitkomst.mag)


def _lopend(wie: Wie, *, met_zaken: bool) -> list[Klok]:
    """For the own group to act on, and what it may know of the convenant itself."""
    voor_ons = Q(groep=wie.groep) | Q(zien__contains=[wie.groep], zaak=None)
    klokken = Klok.objects.filter(voor_ons, convenant=wie.convenant, stand=Klok.LOOPT, vervalt_op__gt=nu())
    if not met_zaken:
        klokken = klokken.filter(zaak=None)
    return list(klokken.select_related("zaak").order_by("vervalt_op", "pk")[:HOOGSTENS])


def _agenda(wie: Wie, klokken: list[Klok]) -> Calendar:
    agenda = Calendar()
    agenda.add("prodid", "-//Convenant//Termijnen//NL")
    agenda.add("version", "2.0")
    agenda.add("method", "PUBLISH")
    agenda.add("name", f"Termijnen {wie.convenant.naam}")
    agenda.add("x-wr-calname", f"Termijnen {wie.convenant.naam}")
    agenda.add("refresh-interval", OPHALEN_NA, parameters={"VALUE": "DURATION"})
    agenda.add("x-published-ttl", "PT6H")
    for klok in klokken:
        agenda.add_component(_gebeurtenis(wie.convenant.code, wie.beleid, klok))
    return agenda


def _gebeurtenis(code: str, beleid: Beleid, klok: Klok) -> Event:
    termijn = register.geef(beleid.code, klok.beleid_versie).termijn(klok.termijn)
    tekst = in_woorden(termijn.actie)
    plaats = f"/{code}/zaken/{klok.zaak_id}/" if klok.zaak else f"/{code}/"
    dag = (klok.vervalt_op.astimezone(AMSTERDAM) - timedelta(microseconds=1)).date()
    event = Event()
    event.add("uid", f"termijn-{klok.pk}@{_host()}")
    event.add("dtstamp", nu())
    event.add("dtstart", dag)
    event.add("dtend", dag + timedelta(days=1))
    event.add("summary", f"{tekst}: zaak {klok.zaak.nummer}" if klok.zaak else tekst)
    event.add("description", f"Dit mag tot en met deze dag ({klok.eis}).")
    event.add("url", settings.PUBLIEK_ADRES.rstrip("/") + plaats)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    for alarm in _alarmen(termijn.waarschuw, str(event["summary"])):
        event.add_component(alarm)
    return event


def _alarmen(dagen: tuple[int, ...], tekst: str) -> Iterator[Alarm]:
    for aantal in dagen:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", tekst)
        alarm.add("trigger", OCHTEND - timedelta(days=aantal))
        yield alarm


def _host() -> str:
    return settings.PUBLIEK_ADRES.partition("://")[2].partition("/")[0].partition(":")[0]
