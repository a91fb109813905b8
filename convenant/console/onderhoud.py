"""What the clock does to rights, each day: it closes what leavers left open, suspends what nobody uses, and reminds."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta

from django.db.models import Max, Q

from convenant.beleid.kalender import AMSTERDAM
from convenant.beleid.taal import Beleid, Kant
from convenant.looptijd import afscheid
from convenant.looptijd import klok as looptijd
from convenant.partijen import rechten
from convenant.partijen.inrichting import InrichtingFout
from convenant.partijen.models import Autorisatie, Autorisatiegebeurtenis, Convenant, Groep, Medewerker
from convenant.poort.berichten import bericht
from convenant.poort.grens import als_systeem
from convenant.poort.zaken import geef_werk_terug
from convenant.tijd import nu

from . import bevestiging, kring

TAAK = "rechten"
ONGEBRUIKT = timedelta(days=90)
LAAT = timedelta(days=31)  # as long as the clock may have stood still
VERTROKKEN = "Uit dienst."
RESPIJT = timedelta(days=30)
NIET_BEVESTIGD = "Niet op tijd bevestigd."
NIET_GEBRUIKT = "Negentig dagen niet ingelogd."
HERINNERD = "herinnerd"


def onderhoud() -> None:
    """Safe to run twice, or late: each step looks at what is so now, and leaves behind that it was done."""
    with als_systeem(TAAK) as moment:
        dag = moment.astimezone(AMSTERDAM).date()
        rechten.sluit_vertrokken(VERTROKKEN)
        for medewerker in Medewerker.objects.filter(tot__lte=dag):
            geef_werk_terug(medewerker.pk)
        _schors_ongebruikt(dag)
        _schors_onbevestigd(dag)
        _herinner(dag)
    with als_systeem(looptijd.TAAK):
        _zeg_gedag(dag)


def _zeg_gedag(dag: date) -> None:
    """Whoever has no functie left since some days hears that the duty of secrecy goes on, once (HEE-3.9, ZOE-10.5)."""
    einde: dict[tuple[Medewerker, Convenant], date] = {}
    verleend = Autorisatie.objects.filter(van__isnull=False).select_related(
        "medewerker__account", "groep__convenant"
    )
    for autorisatie in verleend:
        sleutel = autorisatie.medewerker, autorisatie.groep.convenant
        ends = (tot for tot in (autorisatie.tot, autorisatie.medewerker.tot) if tot is not None)
        einde[sleutel] = max(einde.get(sleutel, date.min), min(ends, default=date.max))
    for (medewerker, convenant), laatste in einde.items():
        if dag - LAAT <= laatste <= dag and not afscheid.is_gezegd(medewerker, convenant, sinds=laatste):
            afscheid.meld(medewerker, convenant)


def _schors_ongebruikt(dag: date) -> None:
    """Not signed in for ninety days, counted from the grant (or when it was resumed) where that is later."""
    geraakt = []
    for autorisatie in _lopend(dag):
        gegeven = autorisatie.gegeven_op  # type: ignore[attr-defined]
        sinds = max(filter(None, (autorisatie.medewerker.account.last_login, gegeven)))
        begin = max(sinds.astimezone(AMSTERDAM).date(), autorisatie.van or dag)
        if dag - begin >= ONGEBRUIKT:
            with suppress(InrichtingFout):  # somebody ended it a moment ago
                rechten.schors(autorisatie, door=None, reden=NIET_GEBRUIKT)
                geraakt.append(autorisatie)
    _mail(
        geraakt,
        "Een functie is geschorst",
        "Een medewerker heeft negentig dagen niet ingelogd. De functie is daarom geschorst.",
    )


def _schors_onbevestigd(dag: date) -> None:
    """Nobody said that it is still needed, a month after the last day to say so. Not for who registers or grants: without
    them nobody could say anything any more."""
    geraakt = []
    for autorisatie in _lopend(dag):
        beleid = autorisatie.groep.deelname.convenant.beleid
        kant = Kant(autorisatie.groep.deelname.soort, autorisatie.groep.functie)
        laatste = bevestiging.uiterlijk(autorisatie, beleid)
        assert laatste is not None, "what runs was granted"
        if dag > laatste + RESPIJT and not is_keten(beleid, kant):
            with suppress(InrichtingFout):  # somebody ended it a moment ago
                rechten.schors(autorisatie, door=None, reden=NIET_BEVESTIGD)
                geraakt.append(autorisatie)
    _mail(
        geraakt,
        "Een functie is geschorst",
        "Van een of meer functies is niet op tijd bevestigd dat ze nog nodig zijn. Ze zijn daarom geschorst.",
    )


def is_keten(beleid: Beleid, kant: Kant) -> bool:
    """Whether this functie registers or grants others."""
    einden = (einde for functie in beleid.functies for einde in (functie.registreert, functie.verleent))
    return any(einde is not None and einde.past(kant) for einde in einden)


def _herinner(dag: date) -> None:
    """Once per warning: that it was given stands in the history, and counts until the next confirmation."""
    geraakt = []
    for autorisatie in _lopend(dag):
        beleid = autorisatie.groep.deelname.convenant.beleid
        laatste = bevestiging.uiterlijk(autorisatie, beleid)
        assert laatste is not None, "what runs was granted"
        voorbij = [
            dagen for dagen in bevestiging.waarschuwt(beleid) if dag >= laatste - timedelta(days=dagen)
        ]
        if voorbij and not _al_herinnerd(autorisatie, min(voorbij)):
            Autorisatiegebeurtenis.objects.create(
                autorisatie=autorisatie, soort=HERINNERD, moment=nu(), reden=_reden(min(voorbij))
            )
            geraakt.append(autorisatie)
    _mail(
        geraakt,
        "Bevestig de functies van uw medewerkers",
        "Van een of meer functies moet u zeggen of ze nog nodig zijn.",
    )


def _reden(dagen: int) -> str:
    return f"{dagen} dagen van tevoren."


def _al_herinnerd(autorisatie: Autorisatie, dagen: int) -> bool:
    sinds = autorisatie.bevestigd_op or datetime.min.replace(tzinfo=AMSTERDAM)
    herinnerd = Autorisatiegebeurtenis.objects.filter(
        autorisatie=autorisatie, soort=HERINNERD, moment__gt=sinds, reden=_reden(dagen)
    )
    return herinnerd.exists()


def _lopend(dag: date) -> Iterable[Autorisatie]:
    """What can be used today, with the moment it was last given."""
    gegeven = Max(
        "gebeurtenissen__moment", filter=Q(gebeurtenissen__soort__in=(rechten.VERLEEND, rechten.HERVAT))
    )
    rijen = Autorisatie.objects.filter(
        Q(tot=None) | Q(tot__gt=dag),
        Q(medewerker__tot=None) | Q(medewerker__tot__gt=dag),
        van__lte=dag,
        geschorst_op=None,
    )
    return rijen.select_related("medewerker__account", "groep__deelname__convenant").annotate(
        gegeven_op=gegeven
    )


def _mail(geraakt: Iterable[Autorisatie], onderwerp: str, tekst: str) -> None:
    """One mail per registering functie and convenant, however many rights it is about."""
    wie: dict[int, dict[int, Groep]] = {}
    convenanten = {}
    for autorisatie in geraakt:
        convenant = autorisatie.groep.deelname.convenant
        convenanten[convenant.pk] = convenant
        registreert = kring.functie_van(autorisatie.groep, convenant.beleid).registreert
        groepen = {groep.pk: groep for groep in kring.ketengroepen(autorisatie.groep, registreert)}
        wie.setdefault(convenant.pk, {}).update(groepen)
    for sleutel, groepen in wie.items():
        convenant = convenanten[sleutel]
        bericht(groepen.values(), onderwerp, tekst, f"/{convenant.code}/autorisaties/", convenant=convenant)
