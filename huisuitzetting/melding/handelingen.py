"""The handover to the Sociaal Wijkteam (HAA-2.1.c, HAA-B2.1.b): exactly the fields of its ground, once per case."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from convenant.beleid import kalender
from convenant.beleid.beslissing import Vraag
from convenant.beleid.taal import ZONDER_ZAAK
from convenant.poort import klokken, poort
from convenant.poort.daad import Daad
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.poort import Herkenning
from convenant.poort.zaken import zaak_van
from convenant.tijd import nu, vandaag
from convenant.zaken.models import Zaak
from huisuitzetting.achterstand import huren
from huisuitzetting.adres import zoeksleutel
from huisuitzetting.beleid.kanten import SWT, TROUBLESHOOTER
from huisuitzetting.dagen import toets_geweest
from huisuitzetting.models import Huurovereenkomst
from huisuitzetting.ontruiming import afwijkingen
from huisuitzetting.werkafspraken import tellen

from .feiten import MET_ACHTERSTAND, MET_MEER
from .wijkteams import wijkteam_van as wijkteam_van
from .wijkteams import wijkteam_voor

ONTVANGST, GEINFORMEERD = "ontvangst_melding", "huurder_geinformeerd"
AAN_TROUBLESHOOTER, GRONDSLAG = "melding_aan_troubleshooter", "avg_6_1_b"
GEEN_TELEFOON = "Het telefoonnummer ontbreekt. Vul het in bij de gegevens van de huurder."
# What one handover meets at the corporatie: the clauses ask for it in three words.
MET_MELDING = ("melding_bij_swt", "contact_met_swt", "swt_inschakelen")


def meld_achterstand(huur_id: int, kenmerk: UUID) -> int:
    """Report an own tenant with arrears to the wijkteam, in seven fields; the case's id (HAA-B2.1.b).

    Raises Geweigerd with what stands in the way (no letter, no attempt, the tenant's no), Ongeldig for what is missing.
    """
    huur = huren.vergrendel(huur_id)
    if eerder := _eerder(kenmerk, huur):
        return eerder
    return _meld(huur, MET_ACHTERSTAND, kenmerk, zonder_contacttermijn=False)


def meld_met_meer(huur_id: int, geinformeerd_op: date, kenmerk: UUID) -> int:
    """The same, when there is more than arrears: after the tenant was told, and on the same day (HAA-3.2). What more there is
    stands nowhere; the wijkteam is not held to five days for its contact (HAA-3.5). The case's id.

    Raises Ongeldig when the tenant was not told yet, else as meld_achterstand.
    """
    huur = huren.vergrendel(huur_id)
    if eerder := _eerder(kenmerk, huur):
        return eerder
    if geinformeerd_op > vandaag():
        raise Ongeldig({"geinformeerd_op": "Deze dag is nog niet geweest. Vertel het de huurder eerst."})
    toets_geweest(geinformeerd_op=geinformeerd_op)
    gegeven = {"huurder_geinformeerd": True}
    return _meld(
        huur, MET_MEER, kenmerk, zonder_contacttermijn=True, gegeven=gegeven, geinformeerd_op=geinformeerd_op
    )


def meld_zaak(zaak_id: int, kenmerk: UUID) -> int:
    """meld_achterstand, from the case of the tenancy. Raises NietGevonden for another's, or one without tenancy."""
    return meld_achterstand(_huur_van(zaak_id).pk, kenmerk)


def meld_zaak_met_meer(zaak_id: int, geinformeerd_op: date, kenmerk: UUID) -> int:
    """meld_met_meer, from the case of the tenancy."""
    return meld_met_meer(_huur_van(zaak_id).pk, geinformeerd_op, kenmerk)


def meld_aan_troubleshooter(zaak_id: int, kenmerk: UUID) -> int:
    """The same seven fields to the troubleshooter, once he is called in (HAA-B2.1.b, HAA-2.2.3); the case's id."""
    huur = _huur_van(zaak_id)
    poort.verstrek(
        AAN_TROUBLESHOOTER,
        gegevens_van(huur),
        [poort.groep_van(TROUBLESHOOTER)],
        zaak=huur.zaak,
        grondslag=GRONDSLAG,
        kenmerk=kenmerk,
        object=huur,
        herkenning=_van_huur(huur),
    )
    return zaak_id


def gegevens_van(huur: Huurovereenkomst) -> Mapping[str, Any]:
    """The seven fields, all filled in. Raises Ongeldig with a sentence that says what to do."""
    if not huur.telefoonnummer:
        raise Ongeldig({"": GEEN_TELEFOON})
    return huren.zeven_gegevens(huur)


def wat_gaat_mee(zaak_id: int) -> Sequence[tuple[str, Any]]:
    """What a handover of this own case would hold. Raises as gegevens_van."""
    return tuple(gegevens_van(_huur_van(zaak_id)).items())


def wat_belet(zaak_id: int) -> Sequence[tuple[str, str]]:
    """What stands in the way of a handover of this own case because of arrears: sentences with their clause."""
    return belet(_huur_van(zaak_id))


def belet(huur: Huurovereenkomst) -> Sequence[tuple[str, str]]:
    """The same, of a tenancy; weighed, not done."""
    wie = beurt().wie
    try:
        wijkteam = wijkteam_voor(huur.postcode)
    except Ongeldig as fout:
        return [(fout.fouten[""], "HAA-2.1.c")]
    vraag = Vraag(
        wie.kant,
        "melden_achterstand",
        huur.zaak.stap if huur.zaak else ZONDER_ZAAK,
        MET_ACHTERSTAND,
        SWT,
        grondslag=GRONDSLAG,
    )
    uitkomst = poort.weeg(Daad(vraag, huur, zaak=huur.zaak, ontvanger=wijkteam))
    redenen = [] if uitkomst.mag else [(r.tekst, r.eis) for r in uitkomst.voor_mens(wie.beleid)]
    return [*redenen, *([] if huur.telefoonnummer else [(GEEN_TELEFOON, "HAA-B2.1.b")])]


def _meld(
    huur: Huurovereenkomst,
    gegevensset: str,
    kenmerk: UUID,
    *,
    zonder_contacttermijn: bool,
    gegeven: Mapping[str, bool] | None = None,
    geinformeerd_op: date | None = None,
) -> int:
    zaak = poort.verstrek(
        gegevensset,
        gegevens_van(huur),
        [wijkteam_voor(huur.postcode, huur.zaak)],
        zaak=huur.zaak,
        grondslag=GRONDSLAG,
        gegeven=gegeven,
        kenmerk=kenmerk,
        object=huur,
        herkenning=_van_huur(huur),
    ).zaak
    assert zaak
    if geinformeerd_op is not None:
        # Told today and reported today is at once; told before is late, and that stays known.
        moment = nu() if geinformeerd_op == vandaag() else kalender.begin_van(geinformeerd_op)
        klokken.gebeurt(GEINFORMEERD, zaak=zaak, moment=moment)
    begin_klokken(zaak, zonder_contacttermijn=zonder_contacttermijn, zonder_huurachterstand=False)
    afwijkingen.verstuur_na_melding(zaak)
    tellen.melding(gegevensset)
    huren.bewaar(huur)
    return zaak.pk


def herkenning(naam: str, adres: str, adres_sleutel: str = "") -> Herkenning:
    """What the holders of a case know it by in their lists, and find it by."""
    return Herkenning(f"{naam}, {adres}", ("naam", "adres"), adres_sleutel)


def _van_huur(huur: Huurovereenkomst) -> Herkenning:
    return herkenning(huur.naam, huur.adres, zoeksleutel(huur.postcode, huur.huisnummer))


def begin_klokken(zaak: Zaak, **feiten: bool) -> None:
    """The wijkteam's clocks run from receipt (HAA-3.5, HAA-3.7, HAA-6.2); those of the corporatie are met."""
    klokken.gebeurt(ONTVANGST, zaak=zaak, gegeven=feiten)
    for actie in MET_MELDING:
        klokken.voldaan(actie, zaak=zaak)


def _huur_van(zaak_id: int) -> Huurovereenkomst:
    huur = huren.huur_van(zaak_van(zaak_id))
    if huur is None:
        raise NietGevonden
    return huur


def _eerder(kenmerk: UUID, huur: Huurovereenkomst) -> int | None:
    """The case this form was sent for already. Raises NietGevonden when that was about another tenancy."""
    eerder = poort.eerder_gedaan(kenmerk)
    if eerder is None:
        return None
    if eerder.zaak is None or eerder.zaak != huur.zaak:
        raise NietGevonden
    return eerder.zaak.pk
