"""Cases of the demo that are with the Sociaal Wijkteam or came past it, each in another step."""

from collections.abc import Callable, Generator, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

from convenant.beleid.kalender import AMSTERDAM
from convenant.demo import Toneel, Verhaal
from convenant.tijd import vandaag

from . import demo_huren
from .betaling import handelingen as betaling
from .betaling.afspraken import Regeling, Voorstel
from .demo_achterstand import MELDERS, dagen, huur_van, tot_de_brief
from .melding import handelingen as melding
from .melding import toestemmingen
from .melding.feiten import Signaal
from .melding.toestemmingen import Instemming
from .ontruiming import einden, troubleshooter
from .ontruiming import handelingen as rechtsgang
from .schuldhulp import handelingen as schuldhulp
from .wijkteam import contact, hulp, terugkoppeling
from .wijkteam import handelingen as wijkteam
from .wijkteam.hulp import Regievoering

# Goes on until the case is reported, and gives its id.
Begin = Generator[datetime, None, int]


def verhalen(toneel: Toneel) -> Iterator[Verhaal]:
    yield _wachtlijst(toneel)
    yield _wacht_ook(toneel)
    yield _wacht_geheim(toneel)
    yield _in_behandeling(toneel)
    yield _opgeschort(toneel)
    yield _verbroken(toneel)
    yield _aanbod(toneel)
    yield _ontruiming(toneel)
    yield _voorkomen(toneel)
    yield _met_toestemming(toneel)


def _gemeld(toneel: Toneel, partij: str, wie: str, *, contact: int, brief: int, gemeld: int) -> Begin:
    yield from tot_de_brief(toneel, partij, wie, contact=contact, brief=brief)
    yield dagen(toneel, gemeld, 11)
    with toneel.als(MELDERS[partij]):
        return melding.meld_achterstand(huur_van(demo_huren.contractnummer(partij, wie)), uuid4())


def _opgepakt(toneel: Toneel, zaak: int, dag: int, wie: str, *, bereikt: bool) -> Verhaal:
    """Taken on two days after it came, an attempt the day after, and the five items back. Who was reached has somebody who leads."""
    yield dagen(toneel, dag, 9, 30)
    with toneel.als(wie):
        wijkteam.controleer_bekendheid(zaak, False, True, uuid4())
    with toneel.als(wie):
        wijkteam.neem_in_behandeling(zaak, "", uuid4())
    yield dagen(toneel, dag - 1, 13, 10)
    with toneel.als(wie):
        _poging(zaak, "direct_aanbellen" if bereikt else "telefonische_aankondiging", bereikt=bereikt)
    if bereikt:
        with toneel.als(wie):
            hulp.beleg_regie(zaak, Regievoering(toneel.mensen[wie].pk), uuid4())
    yield dagen(toneel, dag - 2, 16)
    with toneel.als(wie):
        gelegd = "ja" if bereikt else "nee"
        terugkoppeling.koppel_terug(zaak, gelegd, "ja", "nee", None, uuid4())


def _poging(zaak: int, wijze: str, *, bereikt: bool) -> None:
    contact.leg_contactpoging_vast(zaak, wijze, vandaag(), bereikt=bereikt, afgezien=False, kenmerk=uuid4())


def _wachtlijst(toneel: Toneel) -> Verhaal:
    """With priority, for there are children; the letter about a visit has gone."""
    zaak = yield from _gemeld(toneel, "meeuw", "wachtlijst", contact=50, brief=32, gemeld=11)
    yield dagen(toneel, 9, 10)
    with toneel.als("bram"):
        wijkteam.controleer_bekendheid(zaak, False, False, uuid4())
    with toneel.als("bram"):
        wijkteam.plaats_op_wachtlijst(zaak, "huurder_met_kinderen_tot_18", uuid4())
    yield dagen(toneel, 7, 15)
    with toneel.als("bram"):
        contact.kondig_aan(zaak, vandaag() + timedelta(days=10), True, uuid4())
    with toneel.als("bram"):
        terugkoppeling.koppel_terug(zaak, "nee", "nog_niet", "nee", None, uuid4())


def _wacht_ook(toneel: Toneel) -> Verhaal:
    """Of the other corporatie, without priority: only the BRP tells an age that goes first. The feedback is still to come."""
    zaak = yield from _gemeld(toneel, "bolwerk", "wacht_ook", contact=48, brief=30, gemeld=4)
    yield from _laat_wachten(toneel, zaak, 3)


def _wacht_geheim(toneel: Toneel) -> Verhaal:
    """One more than the wijkteam can take on; of this household the BRP tells nothing."""
    zaak = yield from _gemeld(toneel, "meeuw", "wacht_geheim", contact=47, brief=31, gemeld=3)
    yield from _laat_wachten(toneel, zaak, 2)


def _laat_wachten(toneel: Toneel, zaak: int, dag: int) -> Verhaal:
    yield dagen(toneel, dag, 10)
    with toneel.als("fatma"):
        wijkteam.controleer_bekendheid(zaak, True, False, uuid4())
    with toneel.als("fatma"):
        wijkteam.plaats_op_wachtlijst(zaak, "", uuid4())


def _in_behandeling(toneel: Toneel) -> Verhaal:
    zaak = yield from _gemeld(toneel, "meeuw", "in_behandeling", contact=55, brief=40, gemeld=10)
    yield from _opgepakt(toneel, zaak, 8, "fatma", bereikt=False)
    yield dagen(toneel, 2, 17, 20)
    with toneel.als("fatma"):
        _poging(zaak, "direct_aanbellen", bereikt=False)


def _met_regeling(toneel: Toneel, wie: str, *, contact: int, brief: int, gemeld: int) -> Begin:
    """Reached, only debt, a proposal, an arrangement of the corporatie; a week later collection waits."""
    zaak = yield from _gemeld(toneel, "meeuw", wie, contact=contact, brief=brief, gemeld=gemeld)
    yield from _opgepakt(toneel, zaak, gemeld - 2, "bram", bereikt=True)
    yield dagen(toneel, gemeld - 6, 14)
    with toneel.als("bram"):
        hulp.stel_alleen_schuld_vast(zaak, uuid4())
    yield dagen(toneel, gemeld - 10, 10)
    regeling = Regeling(Decimal(75), 18, _eerste_van_de_maand(vandaag()))
    with toneel.als("bram"):
        voorstel = Voorstel(regeling.start, Decimal(680), regeling)
        betaling.doe_voorstel(zaak, voorstel, False, uuid4())
    yield dagen(toneel, gemeld - 14, 9)
    with toneel.als("mila"):
        betaling.tref_regeling(zaak, regeling, "", uuid4())
    yield dagen(toneel, gemeld - 21, 9)
    with toneel.als("mila"):
        betaling.schort_op(
            zaak, vandaag(), vandaag(), "De huurder belt zelf en komt op elke afspraak.", uuid4()
        )
    return zaak


def _opgeschort(toneel: Toneel) -> Verhaal:
    yield from _met_regeling(toneel, "opgeschort", contact=85, brief=75, gemeld=60)


def _verbroken(toneel: Toneel) -> Verhaal:
    zaak = yield from _met_regeling(toneel, "verbroken", contact=89, brief=80, gemeld=66)
    yield dagen(toneel, 2, 10, 15)
    with toneel.als("mila"):
        betaling.meld_niet_nakoming(zaak, vandaag(), "regeling_achterstand", uuid4())


def _aanbod(toneel: Toneel) -> Verhaal:
    """No arrangement: SDV speaks with all creditors, and its offer waits for the corporatie."""
    zaak = yield from _gemeld(toneel, "meeuw", "aanbod", contact=118, brief=100, gemeld=85)
    yield from _opgepakt(toneel, zaak, 83, "fatma", bereikt=True)
    yield dagen(toneel, 79, 11)
    with toneel.als("fatma"):
        hulp.stel_alleen_schuld_vast(zaak, uuid4())
    yield dagen(toneel, 75, 11)
    with toneel.als("fatma"):
        voorstel = Voorstel(_eerste_van_de_maand(vandaag()), Decimal(740), None)
        betaling.doe_voorstel(zaak, voorstel, True, uuid4())
    yield dagen(toneel, 65, 10)
    with toneel.als("zora"):
        schuldhulp.stel_geen_regeling_vast(zaak)
    yield dagen(toneel, 62, 10)
    with toneel.als("zora"):
        schuldhulp.start_minnelijk_traject(zaak, vandaag(), uuid4())
    yield dagen(toneel, 8, 15)
    with toneel.als("zora"):
        schuldhulp.meld_beoordeling(
            zaak,
            "Budgetbeheer zolang de schuldbemiddeling loopt",
            uuid4(),
            budgetbeheer=True,
            beschermingsbewind=False,
            budgetbegeleiding=False,
        )
    yield dagen(toneel, 3, 10)
    with toneel.als("zora"):
        schuldhulp.doe_aanbod(zaak, Decimal(32), 36, uuid4())


def _ontruiming(toneel: Toneel) -> Verhaal:
    """Everything was tried; there is a day of eviction, and the troubleshooter tries once more."""
    zaak = yield from _gemeld(toneel, "meeuw", "ontruiming", contact=205, brief=195, gemeld=180)
    yield from _opgepakt(toneel, zaak, 178, "fatma", bereikt=True)
    yield dagen(toneel, 172, 11)
    with toneel.als("fatma"):
        hulp.stel_meer_vast(zaak, None, uuid4())
    with toneel.als("fatma"):
        hulp.schakel_sdv_in(zaak, uuid4())
    yield dagen(toneel, 168, 11)
    with toneel.als("fatma"):
        regeling = Regeling(Decimal(90), 24, _eerste_van_de_maand(vandaag()))
        betaling.doe_voorstel(zaak, Voorstel(regeling.start, Decimal(750), regeling), False, uuid4())
    for geleden, stap in (
        (140, lambda: rechtsgang.schakel_deurwaarder_in(zaak, vandaag(), uuid4())),
        (110, lambda: rechtsgang.dagvaard(zaak, vandaag(), "", uuid4())),
        (30, lambda: rechtsgang.leg_vonnis_vast(zaak, vandaag(), uuid4())),
        (16, lambda: rechtsgang.leg_ontruimingsdatum_vast(zaak, _dag(toneel, 9), uuid4())),
    ):
        yield from _doet_mila(toneel, geleden, stap)
    yield dagen(toneel, 5, 14)
    with toneel.als("youssef"):
        troubleshooter.meld_poging(zaak, vandaag(), "niet_bereikt", uuid4())


def _doet_mila(toneel: Toneel, geleden: int, stap: Callable[[], int]) -> Verhaal:
    yield dagen(toneel, geleden, 9, 45)
    with toneel.als("mila"):
        stap()


def _voorkomen(toneel: Toneel) -> Verhaal:
    zaak = yield from _met_regeling(toneel, "voorkomen", contact=175, brief=165, gemeld=150)
    yield dagen(toneel, 6, 11, 30)
    with toneel.als("mila"):
        einden.leg_voorkomen_vast(zaak, vandaag(), uuid4())


def _met_toestemming(toneel: Toneel) -> Verhaal:
    """No arrears: the tenant asked for help."""
    yield dagen(toneel, 2, 15, 5)
    straat, postcode = demo_huren.STRATEN["bolwerk"][0]
    signaal = Signaal(
        naam="Hetty Voorbeeld",
        geboortedatum=date(1948, 4, 9),
        telefoonnummer="06 00000900",
        adres=f"{straat} 90, {postcode} Haarlem",
        postcode=postcode,
        huisnummer=90,
        signaalcategorie="zorgen_om_huishouden",
    )
    with toneel.als("ruud"):
        toestemmingen.meld(
            signaal,
            Instemming(vandaag(), "schriftelijk"),
            uuid4(),
            eigen_huurder=True,
            alleen_strafbaar_feit=False,
        )


def _eerste_van_de_maand(dag: date) -> date:
    """The first of the next month."""
    return (dag.replace(day=1) + timedelta(days=32)).replace(day=1)


def _dag(toneel: Toneel, over: int) -> date:
    return toneel.nu.astimezone(AMSTERDAM).date() + timedelta(days=over)
