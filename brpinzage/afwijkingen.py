"""Deviations (HEE-2.6): what a raadpleging showed beside the own file, reported, looked into, and answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from convenant.beleid.beslissing import Vraag
from convenant.poort import klokken, poort
from convenant.poort.daad import Daad, verricht
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.poort.intrekken import trek_in as trek_verstrekking_in
from convenant.poort.lezen import beeindig_kopie, is_weg
from convenant.poort.poort import Herkenning, groep_van
from convenant.poort.tellingen import tel
from convenant.poort.zaken import begin_zaak, doe, opener, vergrendel, zaak_van, zet_label
from convenant.verstrekkingen.models import Ontvangst, Raadpleging, Verstrekking
from convenant.zaken.models import Zaak

from .beleid.heemstede.kanten import BURGERZAKEN
from .handelingen import adres_van
from .models import Afwijking

MELDING, UITKOMST, TUSSENSTAND = "afwijkingsmelding", "afwijking_uitkomst", "afwijking_tussenstand"
OORDELEN = ("komt_overeen", "wijkt_af", "mist")
IN_WOORDEN = {
    "komt_overeen": "komt overeen",
    "wijkt_af": "wijkt af van onze administratie",
    "mist": "staat niet in onze administratie",
}
# It deviated, its doel is kept, and it was not granted without an identity established (HEE-2.6, 3.1, 3.7).
UIT_DE_RAADPLEGING = dict.fromkeys(("raadpleging_wijkt_af", "zelfde_doel", "identiteit_vastgesteld"), True)
NIEMAND = "Niemand ingeschreven volgens het uittreksel"
NAMEN_WEG = "De namen van deze raadpleging zijn vernietigd. Raadpleeg het adres opnieuw, dan kunt u de melding afmaken."


@dataclass(frozen=True)
class Bevinding:
    """What the corporatie found: a judgement per name, in the order of the raadpleging, and what is wrong."""

    oordelen: Sequence[str]
    aard: str
    toelichting: str


def komt_overeen(ontvangst_id: UUID) -> None:
    """Every name fits the own file: a judgement in the log, and no case (HEE-OW.5)."""
    raadpleging, _ = _open(ontvangst_id)
    vraag = Vraag(beurt().wie.kant, "beoordelen_overeenkomst")
    with verricht(Daad(vraag, onderwerp=str(raadpleging.pk))):
        pass


def wijkt_af(ontvangst_id: UUID, bevinding: Bevinding) -> int:
    """Keep the deviation as a case of the own group until it is reported; its id (HEE-2.6).

    An address has one such case: a new raadpleging of it, by whichever colleague, goes on with that case.
    """
    raadpleging, sleutel = _open(ontvangst_id)
    houder = beurt().wie.groep
    with connection.cursor() as cursor:  # of two colleagues at once the second finds the case of the first
        cursor.execute(
            "select pg_advisory_xact_lock(hashtext(%s), %s::int)", [f"afwijking {sleutel}", houder]
        )
    eerder = Afwijking.objects.select_for_update().filter(groep_id=houder, adres_sleutel=sleutel).first()
    if eerder is not None:
        vraag = Vraag(beurt().wie.kant, "beoordelen_afwijking")
        with verricht(Daad(vraag, onderwerp=str(raadpleging.pk))):
            _vul(eerder, raadpleging, bevinding).save()
        return eerder.zaak_id
    with begin_zaak("beoordelen_afwijking") as zaak:
        afwijking = Afwijking(
            zaak=zaak, convenant=beurt().wie.convenant, groep_id=houder, adres_sleutel=sleutel
        )
        _vul(afwijking, raadpleging, bevinding).save(force_insert=True)
        zet_label(zaak, raadpleging.adres)
        klokken.gebeurt("raadpleging_wijkt_af", zaak=zaak)
    return zaak.pk


def concept(zaak_id: int) -> Afwijking | None:
    """What is kept for a deviation that was not sent yet."""
    return Afwijking.objects.filter(zaak_id=zaak_id).first()


def meld(zaak_id: int, aard: str, toelichting: str, kenmerk: UUID) -> int:
    """Send the deviation to the municipality, once; later it replaces what was sent (correction). The case's id.

    The names of the raadpleging go with the first report, and are destroyed here (decision 62). Raises Ongeldig when
    they are gone already.
    """
    zaak = vergrendel(zaak_van(zaak_id))
    afwijking = concept(zaak_id)
    if afwijking is None:
        return _verbeter(zaak, aard, toelichting, kenmerk)
    kopie = Ontvangst.objects.get(verstrekking_id=afwijking.raadpleging_id)
    if is_weg(kopie):
        raise Ongeldig({"": NAMEN_WEG})
    raadpleging = afwijking.raadpleging
    waarden = {
        "adres": afwijking.adres,
        "naam_bewoner_volgens_brp": _namen(poort.lees(kopie.pk).waarde("naam_bewoner"), afwijking.oordelen),
        "aard_afwijking": aard,
        "toelichting": toelichting,
        "datum_raadpleging": raadpleging.moment.date().isoformat(),
    }
    _verstuur(zaak, waarden, raadpleging.doel, kenmerk, afwijking.adres_sleutel)
    zet_label(zaak, afwijking.adres)
    beeindig_kopie(kopie.pk)
    afwijking.delete()
    tel("afwijking", "gemeld")
    return zaak.pk


def _verbeter(zaak: Zaak, aard: str, toelichting: str, kenmerk: UUID) -> int:
    """A better version of what was sent; names, address and purpose stay those of the raadpleging."""
    vorige = _laatste_melding(zaak)
    kopie = Ontvangst.objects.get(verstrekking=vorige)
    waarden = {veld.naam: veld.waarde for veld in poort.lees(kopie.pk).velden}
    waarden |= {"aard_afwijking": aard, "toelichting": toelichting}
    _verstuur(zaak, waarden, vorige.doel, kenmerk, kopie.adres_sleutel, vervangt=vorige.pk)
    return zaak.pk


def _verstuur(
    zaak: Zaak,
    waarden: Mapping[str, object],
    doel: str,
    kenmerk: UUID,
    adres_sleutel: str,
    vervangt: UUID | None = None,
) -> None:
    poort.verstrek(
        MELDING,
        waarden,
        [groep_van(BURGERZAKEN)],
        zaak=zaak,
        doel=doel,
        gegeven=UIT_DE_RAADPLEGING,
        kenmerk=kenmerk,
        vervangt=vervangt,
        herkenning=Herkenning(str(waarden["adres"]), ("adres",), adres_sleutel),
    )


def trek_in(zaak_id: int, reden: str) -> int:
    """It was no deviation after all: what was sent is destroyed at every holder, the case ends. The case's id."""
    if not reden.strip():
        raise Ongeldig({"reden": "Schrijf op waarom u dit intrekt."})
    zaak = zaak_van(zaak_id)
    with doe(zaak, "afwijking_intrekken"):
        if Afwijking.objects.filter(zaak_id=zaak_id).delete()[0]:
            zet_label(zaak, "")  # of what was never sent no address stays
            klokken.trek_in("raadpleging_wijkt_af", zaak=zaak)
        for melding in Verstrekking.objects.filter(zaak=zaak, gegevensset=MELDING, ingetrokken_op=None):
            trek_verstrekking_in(melding.pk, reden)
    tel("afwijking", "ingetrokken")
    return zaak.pk


def start_onderzoek(zaak_id: int) -> int:
    """Burgerzaken takes the report up."""
    with doe(zaak_van(zaak_id), "onderzoek_starten"):
        pass
    return zaak_id


def meld_tussenstand(zaak_id: int, kenmerk: UUID) -> int:
    """The reporter hears that the investigation still runs."""
    zaak = zaak_van(zaak_id)
    waarden = {"tussenstand_afwijking": "onderzoek_loopt"}
    poort.verstrek(TUSSENSTAND, waarden, [opener(zaak)], zaak=zaak, kenmerk=kenmerk)
    return zaak_id


def leg_uitkomst_vast(zaak_id: int, uitkomst: str, kenmerk: UUID) -> int:
    """What came of it goes back to the reporter (HEE-OW.7), and is counted."""
    zaak = vergrendel(zaak_van(zaak_id))
    if poort.eerder_gedaan(kenmerk) is None:  # the same form again is counted once
        waarden = {"uitkomst_afwijking": uitkomst}
        poort.verstrek(UITKOMST, waarden, [opener(zaak)], zaak=zaak, kenmerk=kenmerk)
        tel("uitkomst_afwijking", uitkomst)
    return zaak_id


def _open(ontvangst_id: UUID) -> tuple[Raadpleging, str]:
    """The look-up of an own copy that still shows its names, and the key of its address. Raises as `poort.lees`."""
    sleutel = adres_van(poort.lees(ontvangst_id)).sleutel
    return Raadpleging.objects.get(verstrekking__ontvangsten=ontvangst_id), sleutel


def _vul(afwijking: Afwijking, raadpleging: Raadpleging, bevinding: Bevinding) -> Afwijking:
    afwijking.raadpleging_id = raadpleging.pk
    afwijking.adres = raadpleging.adres
    afwijking.oordelen = list(bevinding.oordelen)
    afwijking.aard, afwijking.toelichting = bevinding.aard, bevinding.toelichting
    return afwijking


def _namen(namen: Sequence[str], oordelen: Sequence[str]) -> list[str]:
    """The names that do not fit, each with what is wrong; all of them when the deviation is somebody the BRP lacks."""
    paren = [(naam, oordeel) for naam, oordeel in zip(namen, oordelen, strict=True) if oordeel != OORDELEN[0]]
    paren = paren or list(zip(namen, oordelen, strict=True))
    return [f"{naam}: {IN_WOORDEN[oordeel]}" for naam, oordeel in paren] or [NIEMAND]


def _laatste_melding(zaak: Zaak) -> Verstrekking:
    """Raises Ongeldig when there is nothing of the own group to correct."""
    eigen = Verstrekking.objects.filter(
        zaak=zaak,
        gegevensset=MELDING,
        door_groep_id=beurt().wie.groep,
        vervangen_op=None,
        ingetrokken_op=None,
    )
    melding = eigen.order_by("-moment").first()
    if melding is None:
        raise Ongeldig({"": "Er is geen melding van uw groep om te verbeteren."})
    return melding
