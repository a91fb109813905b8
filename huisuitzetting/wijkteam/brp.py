"""Household composition and age from the BRP, to put a waiting list that is too long in order (HAA-B2.4).

One search at the address of the reported tenant, for birth dates only: docs/adr/0050-brp-voor-de-wachtlijst.md.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.conf import settings

from convenant.beleid.beslissing import Vraag
from convenant.beleid.kalender import AMSTERDAM
from convenant.brp import Antwoord, Datum, Persoon, brp_van
from convenant.brp.adres import Adres
from convenant.brp.velden import velden_van
from convenant.poort import poort
from convenant.poort.buiten import bevraag
from convenant.poort.daad import Daad
from convenant.poort.grens import beurt, stuk
from convenant.poort.handeling import KoppelingMislukt, Ongeldig
from convenant.poort.lezen import Gelezen
from convenant.poort.poort import Levering
from convenant.poort.zaken import zaak_van
from convenant.verstrekkingen.models import Ontvangst
from convenant.zaken.models import Zaak
from huisuitzetting.adres import lees_adres

from .gemeld import gemelde_gegevens, ontvangen_op

SET, HANDELING, DOEL, BRON = "brp_gezin_en_leeftijd", "brp_raadplegen", "vroegsignalering", "BRP"
NU_AL = ("convenant", "deelname", "medewerker", "zaak")
VOLWASSEN = 18

GEEN_AANSLUITING = "De gemeente heeft geen eigen aansluiting op de BRP. Leg de voorrang zelf vast."
ONVOLLEDIG = (
    "In de melding staat geen volledig adres of geen geboortedatum. U kunt dit niet aan de BRP vragen."
)
NIETS_BEWAARD = "Er is niets van het antwoord bewaard."
NIEMAND = f"De BRP kent op het adres van de melding niemand met deze geboortedatum. {NIETS_BEWAARD}"
MEER = f"De BRP kent op het adres van de melding meer mensen met deze geboortedatum. {NIETS_BEWAARD}"
TE_VEEL = f"Op dit adres staan meer mensen ingeschreven dan de BRP in één keer geeft. {NIETS_BEWAARD}"
GEHEIM = f"Van iemand op dit adres zijn de gegevens geheim. U krijgt ze daarom niet. {NIETS_BEWAARD}"
ONDERZOEK = f"De BRP onderzoekt of de gegevens van dit adres kloppen. {NIETS_BEWAARD}"
VOOR_HET_LOGBOEK = "Het antwoord van de BRP was niet te gebruiken. Er is niets van bewaard."


class GeenUitkomst(KoppelingMislukt):
    """The BRP answered, but nothing that may be kept. `scherm` tells who asked why; the log does not hear it."""

    def __init__(self, scherm: str):
        super().__init__("geen_uitkomst", VOOR_HET_LOGBOEK)
        self.scherm = scherm


def toets(zaak_id: int) -> None:
    """Raises NietGevonden, or Geweigerd with reason and article when the BRP may not be asked about this case now."""
    poort.toets_vooraf(_daad(zaak_van(zaak_id)), NU_AL)


def vraag(zaak_id: int, kenmerk: UUID) -> UUID:
    """Ask the BRP about the household of the reported tenant; the id of the own copy, kept while the case waits. Of a case that has
    an answer it is that one: what is known is not asked again.

    Call it outside any transaction (`pagina(..., eigen_transacties=True)`). The same `kenmerk` again asks nothing.
    Raises Geweigerd, NietGevonden, Ongeldig for what the report lacks or without a link to the BRP, GeenUitkomst when
    its answer is of no use, and KoppelingMislukt when it gives none.
    """
    with stuk():
        toets(zaak_id)
        if eerder := _kopie(zaak_id):
            return eerder
        zaak = zaak_van(zaak_id)
        adres, geboren = _van_melding(zaak)
        dag = ontvangen_op(zaak).astimezone(AMSTERDAM).date()

    def roep(daad: Daad) -> Levering:
        return _lever(_zoek(adres), geboren, dag)

    return bevraag(lambda: _daad(zaak_van(zaak_id)), roep, kenmerk=kenmerk, bewaren_tot=None)


def antwoord(zaak_id: int) -> Gelezen | None:
    """The latest own copy of this case, opened, which is logged; None when there is none. Raises as `poort.lees`."""
    kopie = _kopie(zaak_id)
    return poort.lees(kopie) if kopie else None


def _kopie(zaak_id: int) -> UUID | None:
    eigen = Ontvangst.objects.filter(
        verstrekking__zaak_id=zaak_id,
        verstrekking__gegevensset=SET,
        groep_id=beurt().wie.groep or 0,
        vernietigd_op=None,
    )
    return eigen.order_by("-verstrekking__moment").values_list("pk", flat=True).first()


def _daad(zaak: Zaak) -> Daad:
    """The act as it stands now."""
    wie = beurt().wie
    rij = wie.beleid.gegevensset(SET)
    return Daad(
        Vraag(wie.kant, HANDELING, zaak.stap, SET, rij.van[0], DOEL), zaak=zaak, onderwerp=zaak.nummer
    )


def _van_melding(zaak: Zaak) -> tuple[Adres, date]:
    """What the corporatie reported; with consent the convenant may have chosen fewer fields."""
    if not settings.BRP.get(beurt().wie.convenant.gemeentecode, {}).get("url"):
        raise Ongeldig({"": GEEN_AANSLUITING})
    gemeld = gemelde_gegevens(zaak)
    adres, geboren = lees_adres(gemeld.get("adres", "")), gemeld.get("geboortedatum")
    if adres is None or not geboren:
        raise Ongeldig({"": ONVOLLEDIG})
    return adres, geboren if isinstance(geboren, date) else date.fromisoformat(geboren)


def _zoek(adres: Adres) -> Antwoord:
    wie = beurt().wie
    velden = velden_van(wie.beleid.gegevensset(SET).velden)
    client = brp_van(wie.convenant.gemeentecode)
    return client.zoek_op_adres(adres, velden=velden, doel=DOEL, gebruiker=f"m{wie.medewerker.pk}")


def _lever(gevonden: Antwoord, geboren: date, dag: date) -> Levering:
    """The two fields, on the day the report came in. Whoever is not there any more is no part of the household."""
    if gevonden.te_veel:
        raise GeenUitkomst(TE_VEEL)
    gezin = [p for p in gevonden.personen if not (p.opschorting or p.vastgesteld_niet_op_adres)]
    if any(persoon.geheimhouding for persoon in gezin):
        raise GeenUitkomst(GEHEIM)
    if any(persoon.in_onderzoek for persoon in gezin):
        raise GeenUitkomst(ONDERZOEK)
    huurders = [persoon for persoon in gezin if _is_geboren_op(persoon, geboren)]
    if len(huurders) != 1:
        raise GeenUitkomst(MEER if huurders else NIEMAND)
    waarden = {"gezinssamenstelling": _samenstelling(gezin, dag), "leeftijd": _leeftijd(geboren, dag)}
    return Levering(waarden, tuple(persoon.sleutel for persoon in gevonden.personen), BRON)


def _is_geboren_op(persoon: Persoon, dag: date) -> bool:
    datum = persoon.geboortedatum
    return datum is not None and (datum.jaar, datum.maand, datum.dag) == (dag.year, dag.month, dag.day)


def _samenstelling(gezin: Sequence[Persoon], dag: date) -> str:
    """For example: 2 volwassenen, 1 kind onder 18."""
    volwassen = [_is_volwassen(persoon.geboortedatum, dag) for persoon in gezin]
    delen = (
        (volwassen.count(True), "volwassene", "volwassenen"),
        (volwassen.count(False), "kind onder 18", "kinderen onder 18"),
        (volwassen.count(None), "persoon van onbekende leeftijd", "personen van onbekende leeftijd"),
    )
    return ", ".join(f"{aantal} {een if aantal == 1 else meer}" for aantal, een, meer in delen if aantal)


def _is_volwassen(datum: Datum | None, dag: date) -> bool | None:
    """None when the birth date does not tell. Without month or day both ends of what it may be have to agree."""
    if datum is None or not datum.jaar:
        return None
    vroegst = (datum.jaar, datum.maand or 1, datum.dag or 1)
    laatst = (datum.jaar, datum.maand or 12, datum.dag or 31)
    grens = (dag.year - VOLWASSEN, dag.month, dag.day)
    return vroegst <= grens if (vroegst <= grens) == (laatst <= grens) else None


def _leeftijd(geboren: date, dag: date) -> int:
    return dag.year - geboren.year - ((dag.month, dag.day) < (geboren.month, geboren.day))
