"""The facts of bailiff, judge and troubleshooter, from rows and from what was sent."""

from collections.abc import Mapping
from datetime import date

from django.db import connection
from django.utils import timezone

from convenant.beleid import kalender
from convenant.poort.feiten import FeitVraag
from convenant.poort.wie import Wie
from convenant.poort.zaken import verstuurd
from convenant.tijd import vandaag
from convenant.verstrekkingen.models import Verstrekking
from convenant.zaken.models import Zaak
from huisuitzetting.achterstand.feiten import MELDINGEN, regeling_geldt, van_zaak
from huisuitzetting.achterstand.wat_nu import VOORDRACHT
from huisuitzetting.beleid import HAARLEM
from huisuitzetting.beleid.kanten import MELDER
from huisuitzetting.models import Huurovereenkomst, Procedure

SCHAKELT_IN = ("opschaling", "ontruimingsdatum")
NAAR_DE_RECHTER, NA_VONNIS = HAARLEM.termijn("naar_de_rechter"), HAARLEM.termijn("ontruiming")


def vroegste_deurwaarder(zaak: Zaak | None) -> date | None:
    """The first day that is two weeks after corporatie and wijkteam had contact; None when they had none (HAA-3.4)."""
    gemeld = verstuurd(zaak, *MELDINGEN)
    return timezone.localtime(gemeld).date() + VOORDRACHT if gemeld else None


def mag_naar_deurwaarder(zaak: Zaak | None, dag: date) -> bool:
    """Whether the bailiff could be called in on this day: two weeks after contact, or next to a kept arrangement."""
    vroegst, huur = vroegste_deurwaarder(zaak), van_zaak(zaak)
    regeling = huur is not None and regeling_geldt(huur, dag)
    return regeling or (vroegst is not None and vroegst <= dag)


def mag_naar_rechter(huur: Huurovereenkomst | None, dag: date) -> bool:
    """Whether three months had passed on this day since the arrears began (HAA-B4.6)."""
    if huur is None or huur.achterstand_sinds is None:
        return False
    return kalender.tel(huur.achterstand_sinds, NAAR_DE_RECHTER.duur, NAAR_DE_RECHTER.eenheid) <= dag


def vroegste_ontruiming(vonnis_op: date) -> date:
    """Four weeks after the judgment (HAA-B4.10)."""
    return kalender.tel(vonnis_op, NA_VONNIS.duur, NA_VONNIS.eenheid)


def is_ingeschakeld(zaak: Zaak | None, wie: Wie) -> bool:
    """Whether the troubleshooter was asked in, or told of the day of an eviction (HAA-2.2.3, HAA-8.1).

    For a corporatie that is what it sent itself: it learns nothing of what the wijkteam asked.
    """
    if not MELDER.past(wie.kant):
        return verstuurd(zaak, *SCHAKELT_IN) is not None
    eigen = Verstrekking.objects.filter(zaak=zaak, gegevensset__in=SCHAKELT_IN, door_groep_id=wie.groep)
    return zaak is not None and eigen.filter(ingetrokken_op=None).exists()


def deurwaarder_sinds(zaak: Zaak) -> date | None:
    """The day of the bailiff in this round, for whoever has the case; None without one."""
    with connection.cursor() as cursor:
        cursor.execute("select zaak_deurwaarder_op(%s)", [zaak.pk])
        return cursor.fetchone()[0]


def is_overlegd(zaak: Zaak | None) -> bool:
    """Whether corporatie, wijkteam and SDV tried once more together since the bailiff was called in (HAA-B4.7)."""
    procedure = Procedure.objects.filter(zaak=zaak).first() if zaak else None
    overleg = verstuurd(zaak, "laatste_overleg")
    return procedure is not None and overleg is not None and overleg >= procedure.begonnen_op


ONTRUIMING: Mapping[str, FeitVraag] = {
    "twee_weken_na_contact_of_regeling": lambda aanvraag: mag_naar_deurwaarder(aanvraag.zaak, vandaag()),
    "drie_maanden_achterstand_of_reden": lambda aanvraag: mag_naar_rechter(
        van_zaak(aanvraag.zaak), vandaag()
    ),
    "gezamenlijk_overleg_gehouden": lambda aanvraag: is_overlegd(aanvraag.zaak),
    "troubleshooter_ingeschakeld": lambda aanvraag: is_ingeschakeld(aanvraag.zaak, aanvraag.wie),
}
