"""The own stock of a corporatie as its beheerder works with it: look, look back, end, correct, take along (HEE-2.3).

A period can be ended or corrected; one that never was, and that nobody used, can be taken out. Each time the log says so.
"""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date

from defusedcsv import csv
from django.db import connection
from django.db.models import Q, QuerySet

from convenant.beleid.beslissing import Vraag
from convenant.brp.adres import Adres, AdresFout, maak_adres
from convenant.poort import poort
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.poort import Daad
from convenant.tijd import vandaag

from .inlezen import BEZIT
from .models import Bezit
from .voorstel import HANDELING, is_van_ander, vergeet_voorstel, vergrendel_bezit

PER_PAGINA = 50
GERAADPLEEGD = (
    "In deze periode heeft een collega over dit adres geraadpleegd. Daarom blijft de periode staan. "
    "Kies Beëindigen of Verbeteren."
)
# Why a period never was. A choice, so that no text about people ends up in the log.
REDENEN = {
    "adres": "Het adres is verkeerd ingevoerd",
    "niet_van_ons": "De woning is nooit van ons geweest",
    "dubbel": "De woning staat er dubbel in",
    "proef": "Het was alleen een proef",
}


@dataclass(frozen=True)
class Zoeken:
    """What to show of the own stock: on one day, at this postcode and number."""

    dag: date
    postcode: str = ""
    huisnummer: str = ""


@dataclass(frozen=True)
class Woning:
    """One period of one address."""

    id: int
    adres: Adres
    van: date
    tot: date | None

    @property
    def is_nu(self) -> bool:
        return self.geldt_op(vandaag())

    def geldt_op(self, dag: date) -> bool:
        return self.van <= dag and (self.tot is None or dag < self.tot)


def toets_bijhouden() -> None:
    """Raises Geweigerd when this person may not keep the stock, before anything is typed."""
    daad = Daad(Vraag(beurt().wie.kant, HANDELING))
    poort.toets_vooraf(daad, ("convenant", "deelname", "medewerker"))


def bladzijde(zoeken: Zoeken, na: int | None = None) -> tuple[Sequence[Woning], int | None]:
    """The own addresses of that day in the order of the street, after this one; and where to go on (None at the end)."""
    rijen = _eigen().filter(_op(zoeken.dag)).order_by("volgorde", "pk")
    if begin := zoeken.postcode + (zoeken.huisnummer.zfill(5) if zoeken.huisnummer else ""):
        rijen = rijen.filter(volgorde__gte=begin, volgorde__lt=begin + "~")
    if na is not None and (plek := _eigen().filter(pk=na).values_list("volgorde", flat=True).first()):
        rijen = rijen.filter(volgorde__gte=plek).filter(Q(volgorde__gt=plek) | Q(pk__gt=na))
    gevonden = [_woning(rij) for rij in rijen[: PER_PAGINA + 1]]
    return gevonden[:PER_PAGINA], gevonden[PER_PAGINA - 1].id if len(gevonden) > PER_PAGINA else None


def aantal_op(dag: date) -> int:
    """How many own addresses there are on that day."""
    return _eigen().filter(_op(dag)).count()


def woning(woning_id: int) -> Woning:
    """One own period. Raises NietGevonden when it is not there or another's."""
    return _woning(_geef(woning_id))


def geschiedenis(woning_id: int) -> Sequence[Woning]:
    """Every period of the dwelling of this row, the latest first: by address, and by BAG id where it has one."""
    rij = _geef(woning_id)
    zelfde = Q(adres_sleutel=rij.adres_sleutel)
    if rij.bag_id:
        zelfde |= Q(bag_id=rij.bag_id)
    return [_woning(periode) for periode in _eigen().filter(zelfde).order_by("-van", "-pk")]


def beeindig(woning_id: int, per: date) -> None:
    """End one own period: `per` is the first day that it is no longer own. Ended so already: nothing happens.

    Raises Ongeldig when that is not after its first day, or later than it ends already.
    """
    with _wijzig(woning_id) as rij:
        toets_einde(_woning(rij), per)
        rij.tot = per


def toets_einde(woning: Woning, per: date) -> None:
    """Raises Ongeldig when a period cannot end on this day."""
    if per <= woning.van:
        raise Ongeldig({"per": f"Deze woning is van u vanaf {woning.van:%d-%m-%Y}. Kies een latere dag."})
    if woning.tot is not None and woning.tot < per:
        zin = f"Deze woning is al niet meer van u vanaf {woning.tot:%d-%m-%Y}. Kies Verbeteren als dat niet klopt."
        raise Ongeldig({"per": zin})


def verbeter(
    woning_id: int, *, straatnaam: str, woonplaats: str, bag_id: str, van: date, tot: date | None
) -> None:
    """Correct what was written wrongly of one own period. Postcode and number make the address, and stay.

    Raises Ongeldig for what cannot be: no days, the same dwelling twice, or another corporatie's on those days.
    """
    with _wijzig(woning_id) as rij:
        try:
            adres = maak_adres(
                **(asdict(rij.adres) | {"straatnaam": straatnaam, "woonplaats": woonplaats, "bag_id": bag_id})
            )
        except AdresFout as fout:
            raise Ongeldig({fout.veld: str(fout)}) from None
        if tot is not None and tot <= van:
            raise Ongeldig({"tot": "De einddatum ligt niet na de begindatum. Controleer beide datums."})
        if _eigen_overlap(rij, adres, van, tot):
            raise Ongeldig(
                {"van": "Deze woning is voor een deel van deze dagen al van u. Controleer de datums."}
            )
        if is_van_ander(adres, van, tot):
            zin = "Deze woning staat voor deze dagen in het bezit van een andere corporatie. Controleer adres en datums."
            raise Ongeldig({"van": zin})
        rij.straatnaam, rij.woonplaats, rij.bag_id = adres.straatnaam, adres.woonplaats, adres.bag_id
        rij.van, rij.tot = van, tot


def verwijder(woning_id: int, reden: str) -> None:
    """Take out one own period that never was, for one of REDENEN. What it was stays in the log.

    Raises Ongeldig when somebody of the own party consulted about the address in it: then it was used, and stays.
    """
    regel = _geef(woning_id).adres.regel
    with poort.handel(HANDELING, onderwerp=f"{regel}, verwijderd: {REDENEN[reden]}"):
        vergrendel_bezit()
        with connection.cursor() as cursor:
            cursor.execute("select bezit_verwijder(%s)", [woning_id])
            if not cursor.fetchone()[0]:
                raise Ongeldig({"": GERAADPLEEGD})
        vergeet_voorstel()


def uitvoer() -> str:
    """The whole own stock with all its periods, as the CSV that can be loaded again. One log line."""
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";")
    schrijver.writerow(BEZIT.verplicht)
    with poort.handel(HANDELING, onderwerp="uitvoer van het eigen bezit"):
        for rij in _eigen().order_by("volgorde", "van").iterator():
            tot = rij.tot.isoformat() if rij.tot else ""
            delen = {**vars(rij.adres), "van": rij.van.isoformat(), "tot": tot}
            schrijver.writerow([delen[kolom] for kolom in BEZIT.verplicht])
    return tekst.getvalue()


@contextmanager
def _wijzig(woning_id: int) -> Iterator[Bezit]:
    """One own period, locked and saved afterwards; what was proposed from a file no longer holds."""
    regel = _geef(woning_id).adres.regel
    with poort.handel(HANDELING, onderwerp=regel):
        vergrendel_bezit()
        rij = _geef(woning_id)
        yield rij
        rij.save(update_fields=["straatnaam", "woonplaats", "bag_id", "van", "tot"])
        vergeet_voorstel()


def _eigen_overlap(rij: Bezit, adres: Adres, van: date, tot: date | None) -> bool:
    anders = _eigen().filter(adres_sleutel=rij.adres_sleutel).exclude(pk=rij.pk)
    if adres.bag_id:
        anders = anders.filter(Q(bag_id__in=("", adres.bag_id)) | Q(van=van))
    if tot is not None:
        anders = anders.filter(van__lt=tot)
    return anders.filter(Q(tot=None) | Q(tot__gt=van)).exists()


def _eigen() -> QuerySet[Bezit]:
    """Said once more than the fence does, so that the indexes are used."""
    return Bezit.objects.filter(deelname=beurt().wie.deelname)


def _op(dag: date) -> Q:
    return Q(Q(tot=None) | Q(tot__gt=dag), van__lte=dag)


def _geef(woning_id: int) -> Bezit:
    rij = _eigen().filter(pk=woning_id).first()
    if rij is None:
        raise NietGevonden
    return rij


def _woning(rij: Bezit) -> Woning:
    return Woning(rij.pk, rij.adres, rij.van, rij.tot)
