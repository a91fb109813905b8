"""Contact with the tenant: every attempt in one of the four forms, and the letter that announces a visit (HAA-B2.5)."""

from datetime import date
from uuid import UUID, uuid5

from django.utils import timezone

from convenant.poort import klokken, poort
from convenant.poort.handeling import Ongeldig
from convenant.poort.zaken import doe, vergrendel, zaak_van
from convenant.tijd import vandaag
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.kanten import HUURDER
from huisuitzetting.dagen import toets_binnen_jaar

from .gemeld import eigen_groep, gemelde_gegevens, ja_nee, ontvangen_op, uit_melding

POGING, BRIEF = "contactpoging", "aankondigingsbrief"
MET_AFZEGGEN, ZONDER_AFZEGGEN = "brief_met_afzegmogelijkheid", "brief_zonder_afzegmogelijkheid"
CONTACT = "contact_huurder_vastleggen"
GEVRAAGD = "contact_met_huurder"  # what the clock of HAA-3.5 asks for
NIET_AFGEZIEN = "Alleen bij een brief met afzegmogelijkheid kan de huurder afzien. Kies een andere uitkomst."


def leg_contactpoging_vast(
    zaak_id: int, wijze: str, dag: date, *, bereikt: bool, afgezien: bool, kenmerk: UUID
) -> int:
    """An attempt; it meets the clock of HAA-3.5, reached or not. With who was spoken to in a case taken on, it moves on.

    Raises Ongeldig for a day that cannot be, or a tenant who declines what could not be declined.
    """
    zaak = vergrendel(zaak_van(zaak_id))
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    _toets(zaak, wijze, dag, afgezien)
    if bereikt and not afgezien and zaak.stap == "in_behandeling":
        with doe(zaak, CONTACT):
            _bewaar(zaak, wijze, dag, bereikt, afgezien, kenmerk)
    else:
        _bewaar(zaak, wijze, dag, bereikt, afgezien, kenmerk)
    klokken.voldaan(GEVRAAGD, zaak=zaak)
    return zaak_id


def kondig_aan(zaak_id: int, datum_gesprek: date, afzeggen: bool, kenmerk: UUID) -> int:
    """Send the tenant a letter that announces the visit; that is an attempt at contact too (HAA-B2.5).

    Raises Ongeldig for a day that has been, and without a name or address in the report.
    """
    zaak = vergrendel(zaak_van(zaak_id))
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    if datum_gesprek < vandaag():
        raise Ongeldig({"datum_gesprek": "Deze dag is al geweest. Kies de dag waarop u langskomt."})
    toets_binnen_jaar(datum_gesprek=datum_gesprek)
    poort.verstrek(
        BRIEF,
        {
            **uit_melding(gemelde_gegevens(zaak), "naam", "adres"),
            "datum_gesprek": datum_gesprek.isoformat(),
            "afzegmogelijkheid": ja_nee(afzeggen),
        },
        [],
        zaak=zaak,
        kenmerk=kenmerk,
        extern=HUURDER,
    )
    wijze = MET_AFZEGGEN if afzeggen else ZONDER_AFZEGGEN
    _bewaar(zaak, wijze, vandaag(), False, False, uuid5(kenmerk, POGING))
    klokken.voldaan(GEVRAAGD, zaak=zaak)
    return zaak_id


def _toets(zaak: Zaak, wijze: str, dag: date, afgezien: bool) -> None:
    if afgezien and wijze != MET_AFZEGGEN:
        raise Ongeldig({"uitkomst": NIET_AFGEZIEN})
    if dag > vandaag():
        raise Ongeldig({"dag": "Deze dag is nog niet geweest. Vul in wanneer u contact zocht."})
    if dag < timezone.localtime(ontvangen_op(zaak)).date():
        raise Ongeldig({"dag": "Op deze dag was de zaak nog niet gemeld. Controleer de datum."})


def _bewaar(zaak: Zaak, wijze: str, dag: date, bereikt: bool, afgezien: bool, kenmerk: UUID) -> None:
    waarden = {"wijze_contact": wijze, "datum_contactpoging": dag.isoformat(), "bereikt": ja_nee(bereikt)}
    if wijze == MET_AFZEGGEN:
        waarden["afgezien"] = ja_nee(afgezien)
    poort.verstrek(POGING, waarden, [eigen_groep()], zaak=zaak, kenmerk=kenmerk)
