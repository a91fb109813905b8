"""The handover to the Sociaal Wijkteam (HAA-2.1.c, HAA-B2.1.b): exactly the fields of its ground, once per case."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from convenant.beleid import kalender
from convenant.poort import klokken, poort
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.poort import Herkenning
from convenant.tijd import nu, vandaag
from convenant.zaken.models import Zaak
from huisuitzetting.achterstand import huren
from huisuitzetting.models import Huurovereenkomst
from huisuitzetting.ontruiming import afwijkingen
from huisuitzetting.werkafspraken import tellen

from .feiten import MET_ACHTERSTAND, MET_MEER
from .wijkteams import wijkteam_van as wijkteam_van
from .wijkteams import wijkteam_voor

ONTVANGST, GEINFORMEERD = "ontvangst_melding", "huurder_geinformeerd"
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
    gegeven = {"huurder_geinformeerd": True}
    return _meld(
        huur, MET_MEER, kenmerk, zonder_contacttermijn=True, gegeven=gegeven, geinformeerd_op=geinformeerd_op
    )


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
        huren.zeven_gegevens(huur),
        [wijkteam_voor(huur.postcode)],
        zaak=huur.zaak,
        grondslag="avg_6_1_b",
        gegeven=gegeven,
        kenmerk=kenmerk,
        object=huur,
        herkenning=herkenning(huur.naam, huur.adres),
    ).zaak
    assert zaak
    if geinformeerd_op is not None:
        # Told today and reported today is at once; told before is late, and that stays known.
        moment = nu() if geinformeerd_op == vandaag() else kalender.begin_van(geinformeerd_op)
        klokken.gebeurt(GEINFORMEERD, zaak=zaak, moment=moment)
    begin_klokken(zaak, zonder_contacttermijn=zonder_contacttermijn, zonder_huurachterstand=False)
    afwijkingen.verstuur(zaak)
    tellen.melding(gegevensset)
    huren.bewaar(huur)
    return zaak.pk


def herkenning(naam: str, adres: str) -> Herkenning:
    """What corporatie and wijkteam know the case by in their lists."""
    return Herkenning(f"{naam}, {adres}", ("naam", "adres"))


def begin_klokken(zaak: Zaak, **feiten: bool) -> None:
    """The wijkteam's clocks run from receipt (HAA-3.5, HAA-3.7, HAA-6.2); those of the corporatie are met."""
    klokken.gebeurt(ONTVANGST, zaak=zaak, gegeven=feiten)
    for actie in MET_MELDING:
        klokken.voldaan(actie, zaak=zaak)


def _eerder(kenmerk: UUID, huur: Huurovereenkomst) -> int | None:
    """The case this form was sent for already. Raises NietGevonden when that was about another tenancy."""
    eerder = poort.eerder_gedaan(kenmerk)
    if eerder is None:
        return None
    if eerder.zaak is None or eerder.zaak != huur.zaak:
        raise NietGevonden
    return eerder.zaak.pk
