"""The past month of the demo: stock, extract and guide, then raadplegingen for the toezichthouder to look at."""

from collections.abc import Iterator
from datetime import datetime
from itertools import cycle
from uuid import uuid4

from convenant.brp.adres import Adres
from convenant.demo import Toneel, Verhaal, op
from convenant.poort.handeling import Geweigerd
from convenant.tijd import nu, vandaag

from . import beveiliging, demo_personen, handelingen, handreiking, laden
from .handelingen import Identiteit

REDENEN = (  # doel, why
    ("bestandskwaliteit", "De huurder vraagt medehuur aan."),
    ("dienstverlening_huurder", "De huurder vraagt of de inschrijving van haar zoon rond is."),
    ("onrechtmatige_bewoning", "Buren zeggen dat hier andere mensen wonen."),
    ("bestandskwaliteit", "De huur is opgezegd, maar de sleutel is niet ingeleverd."),
)
HANDREIKING = """Wat u nodig hebt
Een doel uit het convenant, en een huurder van wie u vandaag het paspoort, de identiteitskaart of het rijbewijs hebt gezien.

Wat u doet
Vul het adres in. Kies het doel en schrijf op waarom u dit adres nodig hebt. Bekijk alleen wat u nodig hebt.

Wat u niet doet
Kijk nooit voor uzelf, uw familie of uw buren. Schrijf namen niet over in een mail. De gemeente controleert elke maand."""
MAATREGELEN = """Medewerkers loggen in met twee stappen. Laptops zijn versleuteld en gaan na vijf minuten op slot.
Elk kwartaal controleren wij wie toegang heeft."""


def verhalen(toneel: Toneel) -> Iterator[Verhaal]:
    yield _begin(toneel)
    yield _nieuw_uittreksel(toneel)
    bewoond = zip(cycle(REDENEN), _van_beide(), strict=False)
    for dag, (reden, (wie, adres)) in zip(toneel.werkdagen_vorige_maand()[1:], bewoond, strict=False):
        yield _raadpleegt(toneel, op(dag, 9 + dag.day % 8, dag.day), wie, adres, *reden)
    yield from _opvallend(toneel)
    for adres in demo_personen.voorbeelden():
        yield _raadpleegt(toneel, toneel.nu, "anna", adres, *REDENEN[0])


def _van_beide() -> Iterator[tuple[str, Adres]]:
    """Addresses that may be consulted, two of De Linde for each of Waterkant."""
    linde, waterkant = (demo_personen.adressen(partij) for partij in ("linde", "waterkant"))
    for nummer in range(0, 18, 2):
        yield "anna", linde[nummer]
        yield "carlo", waterkant[nummer]
        yield "anna", linde[nummer + 1]


def _begin(toneel: Toneel) -> Verhaal:
    yield op(toneel.werkdagen_vorige_maand()[0], 8)
    for beheerder, partij in (("ina", "linde"), ("jan", "waterkant")):
        with toneel.als(beheerder):
            laden.werk_bezit_bij(demo_personen.bezit(partij))
    with toneel.als("ina"):
        beveiliging.verklaar(MAATREGELEN)
    with toneel.als("hugo"):
        handreiking.plaats(HANDREIKING)
    with toneel.als("anna"):
        handreiking.bevestig(1)
    _laad_uittreksel(toneel)


def _nieuw_uittreksel(toneel: Toneel) -> Verhaal:
    yield toneel.nu
    _laad_uittreksel(toneel)


def _laad_uittreksel(toneel: Toneel) -> None:
    with toneel.als("eva"):
        laden.activeer_uittreksel(laden.laad_uittreksel(demo_personen.ingeschrevenen(), nu()))


def _opvallend(toneel: Toneel) -> Iterator[Verhaal]:
    """What the signals count: one address three times, one look at night, somebody who goes on trying."""
    drie_keer = demo_personen.adressen("linde")[1]
    for dagen, reden in ((6, 0), (5, 3), (3, 1)):
        yield _raadpleegt(toneel, toneel.geleden(dagen, 11, dagen), "anna", drie_keer, *REDENEN[reden])
    laat = demo_personen.adressen("waterkant")[4]
    yield _raadpleegt(toneel, toneel.geleden(4, 22, 47), "carlo", laat, *REDENEN[2])
    for nummer in range(3):
        vreemd = demo_personen.adressen("linde")[nummer]
        yield _raadpleegt(toneel, toneel.geleden(2, 16, nummer), "carlo", vreemd, *REDENEN[2])


def _raadpleegt(
    toneel: Toneel, moment: datetime, wie: str, adres: Adres, doel: str, noodzaak: str
) -> Verhaal:
    yield moment
    try:
        with toneel.als(wie):
            handelingen.raadpleeg(
                adres,
                doel=doel,
                noodzaak=noodzaak,
                identiteit=Identiteit("R. Vink", "huurder", "paspoort", vandaag()),
                kenmerk=uuid4(),
            )
    except Geweigerd:
        return  # the demo shows refusals too
