"""Cases of the demo about an address: deviations, moves and written requests, each in another step."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import uuid4

from django.core.files.base import ContentFile

from convenant.brp.adres import Adres
from convenant.demo import Toneel, Verhaal
from convenant.poort import poort
from convenant.poort.bijlagen import concept, neem_aan
from convenant.tijd import vandaag
from convenant.web.pdf import als_pdf

from . import afwijkingen, demo_personen, handelingen, verhuizingen, verzoeken
from .afwijkingen import Bevinding
from .handelingen import Identiteit
from .verhuizingen import Machtiging, Verhuizing
from .verzoeken import Verzoek

TOELICHTING = "In onze administratie staat hier iemand anders, sinds vorig jaar."
TE_LAAT = (
    "De datum van de verhuizing ligt voor de datum van de machtiging. Vraag de huurder een nieuwe machtiging."
)


def verhalen(toneel: Toneel) -> Iterator[Verhaal]:
    bewaard, gemeld, onderzocht, klaar = demo_personen.adressen("linde")[4:8]
    yield _afwijking(toneel, bewaard, 0)
    yield _afwijking(toneel, gemeld, 1)
    yield _afwijking(toneel, onderzocht, 2)
    yield _afwijking(toneel, klaar, 3)
    yield _verhuizing_ontvangen(toneel)
    yield _verhuizing_geweigerd(toneel)
    yield _verhuizing_verwerkt(toneel)
    yield _verzoek_wacht(toneel)
    yield _verzoek_toegewezen(toneel)


def _afwijking(toneel: Toneel, adres: Adres, stappen: int) -> Verhaal:
    """Found (today, for then it can still be reported), reported, being looked into, ended."""
    yield toneel.nu if stappen == 0 else toneel.geleden(2 * stappen, 9, 20)
    with toneel.als("anna"):
        ontvangst = handelingen.raadpleeg(
            adres,
            doel="onrechtmatige_bewoning",
            noodzaak="Buren zeggen dat hier andere mensen wonen.",
            identiteit=_identiteit(),
            kenmerk=uuid4(),
        )
    with toneel.als("anna"):
        namen = poort.lees(ontvangst).waarde("naam_bewoner")
        oordelen = ["wijkt_af" if nummer == 0 else "komt_overeen" for nummer in range(len(namen))]
        zaak = afwijkingen.wijkt_af(ontvangst, Bevinding(oordelen, "andere_bewoner", TOELICHTING))
    if stappen == 0:
        return
    with toneel.als("anna"):
        afwijkingen.meld(zaak, "andere_bewoner", TOELICHTING, uuid4())
    if stappen == 1:
        return
    yield toneel.geleden(2 * stappen - 1, 13)
    with toneel.als("eva"):
        afwijkingen.start_onderzoek(zaak)
    yield toneel.geleden(2 * stappen - 2, 10)
    with toneel.als("eva"):
        if stappen == 2:
            afwijkingen.meld_tussenstand(zaak, uuid4())
        else:
            afwijkingen.leg_uitkomst_vast(zaak, "brp_aangepast", uuid4())


def _verhuizing_ontvangen(toneel: Toneel) -> Verhaal:
    yield toneel.geleden(1, 14, 10)
    _geef_door(toneel, "anna", "J. Roos", demo_personen.adressen("linde")[9])


def _verhuizing_geweigerd(toneel: Toneel) -> Verhaal:
    yield toneel.geleden(7, 10, 30)
    zaak = _geef_door(toneel, "anna", "S. de Boom", demo_personen.adressen("linde")[19])
    yield toneel.geleden(6, 9)
    with toneel.als("eva"):
        verhuizingen.behandel(zaak)
        verhuizingen.weiger(zaak, TE_LAAT, uuid4())


def _verhuizing_verwerkt(toneel: Toneel) -> Verhaal:
    yield toneel.geleden(5, 15, 40)
    zaak = _geef_door(toneel, "carlo", "M. Golf", demo_personen.adressen("waterkant")[9])
    yield toneel.geleden(4, 9, 30)
    with toneel.als("eva"):
        verhuizingen.behandel(zaak)
    yield toneel.geleden(3, 9, 10)
    with toneel.als("eva"):
        verhuizingen.verwerk(zaak)


def _geef_door(toneel: Toneel, wie: str, huurder: str, adres: Adres) -> int:
    getekend, verhuist = vandaag() - timedelta(days=2), vandaag() + timedelta(days=8)
    inhoud = als_pdf("brpinzage/demo_machtiging.html", _op_papier(huurder, adres, getekend, verhuist))
    with toneel.als(wie):
        document = concept(neem_aan(ContentFile(inhoud, "machtiging.pdf")))
        assert document
        oud = "Kade 12, 1999 ZZ Elders"
        machtiging = Machtiging(getekend, document.waarde)
        return verhuizingen.geef_door(Verhuizing(huurder, oud, adres, verhuist, machtiging), uuid4())


def _op_papier(huurder: str, adres: Adres, getekend: date, verhuist: date) -> dict[str, object]:
    return {"huurder": huurder, "adres": adres.regel, "getekend": getekend, "verhuist": verhuist}


def _verzoek_wacht(toneel: Toneel) -> Verhaal:
    """About the address with somebody hidden, which cannot be consulted: that is what the written route is for."""
    yield toneel.geleden(1, 11, 20)
    verborgen = next(
        adres
        for adres in demo_personen.adressen("linde")
        if (adres.postcode, adres.huisnummer) == demo_personen.VERBORGEN
    )
    with toneel.als("anna"):
        verzoeken.vraag(_verzoek(verborgen), uuid4())


def _verzoek_toegewezen(toneel: Toneel) -> Verhaal:
    yield toneel.geleden(6, 13, 30)
    adres = demo_personen.adressen("waterkant")[6]
    with toneel.als("carlo"):
        zaak = verzoeken.vraag(_verzoek(adres), uuid4())
    yield toneel.geleden(5, 11)
    namen = [rij.naam for rij in demo_personen.ingeschrevenen() if rij.adres == adres]
    with toneel.als("eva"):
        verzoeken.wijs_toe(zaak, namen, uuid4())


def _verzoek(adres: Adres) -> Verzoek:
    noodzaak = "De huurder vraagt wie er nog op haar adres staat ingeschreven."
    return Verzoek(adres, "dienstverlening_huurder", noodzaak, _identiteit())


def _identiteit() -> Identiteit:
    return Identiteit("R. Vink", "huurder", "paspoort", vandaag())
