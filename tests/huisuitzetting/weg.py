"""Whole roads of a case through the product's own verbs, with every value that a person fills in taken from `Waarden`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from convenant.tijd import stel_in, vandaag
from huisuitzetting.betaling import handelingen as betaling
from huisuitzetting.betaling.afspraken import Regeling, Voorstel
from huisuitzetting.ontruiming import einden, troubleshooter
from huisuitzetting.ontruiming import handelingen as rechtsgang
from huisuitzetting.schuldhulp import handelingen as schuldhulp
from huisuitzetting.schuldhulp import herstel
from huisuitzetting.wijkteam import contact, handelingen, hulp, terugkoppeling
from tests.huisuitzetting import verhaal
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.zicht import SDV, TEAM, TEAMLEIDER, TROUBLESHOOTER
from tests.wereld import Wereld

EIGEN = "eigen"  # what a group keeps for itself stands in no set
BIJ_SDV, BIJ_TEAM = "eigen van sdv", "eigen van het wijkteam"
EERSTE_BETALING = date(2027, 3, 1)
REGELING = Regeling(Decimal("110.00"), 10, EERSTE_BETALING)


class Waarden:
    """Each value in two versions: the second where `anders(gegevensset, veld)` says so. `veranderd` are those it gave."""

    def __init__(self, anders: Callable[[str, str], bool] = lambda gegevensset, veld: False) -> None:
        self.anders = anders
        self.veranderd: set[tuple[str, str]] = set()

    def __call__(self, gegevensset: str, veld: str, een: Any, ander: Any) -> Any:
        if not self.anders(gegevensset, veld):
            return een
        self.veranderd.add((gegevensset, veld))
        return ander


@dataclass(frozen=True)
class Weg:
    """One road: `speel` walks it from a moment on and gives the moment it ends; `krijgen`: which sets each persona can read then, written by
    hand from the text."""

    naam: str
    speel: Callable[[Wereld, Waarden, datetime], datetime]
    krijgen: Mapping[str, tuple[str, ...]]


class Loop:
    """Walks on: each act some minutes after the one before."""

    def __init__(self, wereld: Wereld, begin: datetime) -> None:
        self.wereld, self.nu = wereld, begin

    def wacht(self, dagen: int) -> None:
        self.nu += timedelta(days=dagen)

    def doe(self, wie: str, daad: Callable[..., Any], *args: Any, **anders: Any) -> Any:
        self.nu += timedelta(minutes=5)
        with stel_in(self.nu), self.wereld.als(wie):
            args = tuple(arg() if callable(arg) else arg for arg in args)
            return daad(*args, **anders)


def gemeld(loop: Loop, w: Waarden, **anders: Any) -> int:
    """What the corporatie knows of the tenant; some of it is in the seven fields, some in none."""
    with stel_in(loop.nu):
        return verhaal.gemeld(
            loop.wereld,
            naam=w("melding_achterstand", "naam", "Samira Visser", "Iemand Anders"),
            telefoonnummer=w("melding_achterstand", "telefoonnummer", "06 12345678", "06 87654321"),
            bewind=w(EIGEN, "bewind", False, True),
            aantal_ingeschreven_bewoners=w("melding_achterstand", "aantal_ingeschreven_bewoners", 3, 5),
            **anders,
        )


def _intake(loop: Loop, w: Waarden, zaak: int) -> None:
    """Looked up, on the waiting list with priority, taken on, rung twice, led by somebody."""
    loop.doe(TEAM, handelingen.vraag_bekendheid, zaak, True, uuid4())
    loop.doe(
        SDV,
        handelingen.beantwoord_bekendheid,
        zaak,
        w("antwoord_bekendheid", "bekend_bij_sdv", False, True),
        uuid4(),
    )
    stapp = w("bekendheid_controle", "bekend_in_stapp", False, True)
    loop.doe(TEAM, handelingen.controleer_bekendheid, zaak, stapp, False, uuid4())
    groep = w("voorrang", "voorrangsgroep", "huurder_met_kinderen_tot_18", "verblijfsstatus")
    loop.doe(TEAM, handelingen.plaats_op_wachtlijst, zaak, groep, uuid4())
    loop.wacht(1)
    loop.doe(TEAM, handelingen.neem_in_behandeling, zaak, "", uuid4())
    wijze = w("contactpoging", "wijze_contact", "telefonische_aankondiging", "brief_zonder_afzegmogelijkheid")
    loop.doe(
        TEAM,
        contact.leg_contactpoging_vast,
        zaak,
        wijze,
        vandaag,
        bereikt=False,
        afgezien=False,
        kenmerk=uuid4(),
    )
    loop.doe(
        TEAM,
        contact.leg_contactpoging_vast,
        zaak,
        "direct_aanbellen",
        vandaag,
        bereikt=True,
        afgezien=False,
        kenmerk=uuid4(),
    )
    naam = w("regie", "regievoerder", "Wilma Regisseur", "Ander Persoon")
    regie = hulp.Regievoering(None, naam, "Proefzorg", loop.nu.date())
    loop.doe(TEAM, hulp.beleg_regie, zaak, regie, uuid4())
    soort = w(BIJ_TEAM, "soort_interventie", "budgetadvies", "inkomen")
    loop.doe(TEAM, hulp.leg_interventie_vast, zaak, soort, "gelukt", vandaag, uuid4())
    loop.doe(TEAM, hulp.stel_alleen_schuld_vast, zaak, uuid4())
    gelegd = w("terugkoppeling", "contact_gelegd", "nee", "ja")
    op_tijd = loop.doe(TEAM, lambda: terugkoppeling.stand(zaak)["in_behandeling"])
    loop.doe(TEAM, terugkoppeling.koppel_terug, zaak, gelegd, op_tijd, "nee", None, uuid4())


def _schuldhulp(wereld: Wereld, w: Waarden, begin: datetime) -> datetime:
    """The troubleshooter's advice, the debt counsellor's work, an offer and the recovery period."""
    loop = Loop(wereld, begin)
    zaak = gemeld(loop, w)
    _intake(loop, w, zaak)
    vraag = w("opschaling", "vraag_aan_troubleshooter", "Wie kan helpen?", "Mag zij blijven?")
    loop.doe(TEAM, troubleshooter.schaal_op, zaak, "vraag_zonder_oplossing", vraag, uuid4())
    advies = w("advies_troubleshooter", "advies", "Vraag bewind aan.", "Zoek een kleinere woning.")
    loop.doe(TROUBLESHOOTER, troubleshooter.adviseer, zaak, advies, uuid4())
    hulpsoort = w("aanbod_hulp", "soort_hulp", "budgetbeheer", "anders")
    loop.doe(SDV, schuldhulp.bied_hulp_aan, zaak, hulpsoort, vandaag, uuid4())
    plan = w("plan_schuldhulp", "plan_betaling", "Eerst de huur.", "Eerst het licht.")
    loop.doe(SDV, schuldhulp.deel_plan, zaak, plan, "Schulden in kaart.", vandaag, uuid4())
    loop.doe(SDV, schuldhulp.stel_geen_regeling_vast, zaak)
    loop.doe(SDV, schuldhulp.start_minnelijk_traject, zaak, vandaag, uuid4())
    percentage = w("aanbod", "prognosepercentage", Decimal("4.50"), Decimal("7.25"))
    loop.doe(SDV, schuldhulp.doe_aanbod, zaak, percentage, 36, uuid4())
    loop.doe(
        SDV,
        schuldhulp.meld_beoordeling,
        zaak,
        "",
        uuid4(),
        budgetbeheer=w(BIJ_SDV, "budgetbeheer", True, False),
        beschermingsbewind=False,
        budgetbegeleiding=True,
    )
    loop.doe(MELDER, schuldhulp.aanvaard_aanbod, zaak, uuid4())
    loop.wacht(40)
    loop.doe(MELDER, herstel.bied_hersteltermijn, zaak, vandaag, vandaag, uuid4())
    return loop.nu


def _ontruimd(wereld: Wereld, w: Waarden, begin: datetime) -> datetime:
    """An arrangement that is broken, the judge, a last attempt, and the eviction."""
    loop = Loop(wereld, begin)
    zaak = gemeld(loop, w, contractnummer="H-2002", huisnummer=14, achterstand_sinds=date(2026, 7, 1))
    _intake(loop, w, zaak)
    huur = w("voorstel", "bedrag_lopende_huur", Decimal(700), Decimal(650))
    loop.doe(TEAM, betaling.doe_voorstel, zaak, Voorstel(EERSTE_BETALING, huur, REGELING), False, uuid4())
    bedrag = w("regeling", "bedrag_per_termijn", Decimal("110.00"), Decimal("105.00"))
    loop.doe(
        MELDER,
        betaling.tref_regeling,
        zaak,
        Regeling(bedrag, 10, EERSTE_BETALING),
        "Anders gevraagd." if bedrag != REGELING.bedrag else "",
        uuid4(),
    )
    goede_wil = w(EIGEN, "goede_wil", "Belt zelf.", "Komt langs.")
    loop.doe(MELDER, betaling.schort_op, zaak, vandaag, vandaag, goede_wil, uuid4())
    loop.wacht(20)
    loop.doe(
        TEAM,
        betaling.meld_niet_nakoming,
        zaak,
        vandaag,
        w("niet_nagekomen_volgens_wijkteam", "afspraak", "lopende_huur", "regeling_achterstand"),
        uuid4(),
    )
    loop.doe(MELDER, rechtsgang.schakel_deurwaarder_in, zaak, vandaag, uuid4())
    loop.doe(MELDER, rechtsgang.dagvaard, zaak, vandaag, "", uuid4())
    loop.doe(MELDER, rechtsgang.leg_vonnis_vast, zaak, vandaag, uuid4())
    loop.doe(
        MELDER, rechtsgang.leg_ontruimingsdatum_vast, zaak, lambda: vandaag() + timedelta(weeks=4), uuid4()
    )
    uitkomst = w("poging_troubleshooter", "uitkomst_poging", "geen_regeling", "niet_bereikt")
    loop.doe(TROUBLESHOOTER, troubleshooter.meld_poging, zaak, vandaag, uitkomst, uuid4())
    partijen = ["corporatie", "wijkteam", "schulddienstverlening"]
    loop.doe(
        MELDER,
        einden.leg_overleg_vast,
        zaak,
        vandaag,
        partijen,
        w("laatste_overleg", "uitkomst_overleg", "geen_regeling", "vervolgafspraak"),
        uuid4(),
    )
    loop.wacht(28)
    doelgroep = w(EIGEN, "doelgroep", "alleenstaande", "huurder_met_kinderen")
    loop.doe(
        MELDER,
        lambda: einden.leg_ontruiming_vast(
            zaak, einden.Ontruiming(vandaag(), doelgroep, "huurschuld"), uuid4()
        ),
    )
    return loop.nu


# Whom the waiting list put first, and what SDV was asked, nobody reads any more.
VAN_CORPORATIE = ("herinneringsbrief", "melding_achterstand", "terugkoppeling")
VAN_TEAM = (
    "melding_achterstand",
    "antwoord_bekendheid",
    "bekendheid_controle",
    "contactpoging",
    "regie",
    "sdv_inschakeling",
    "terugkoppeling",
)
VAN_SDV = ("antwoord_bekendheid", "regie", "sdv_inschakeling")
WEGEN = (
    Weg(
        "schuldhulp",
        _schuldhulp,
        {
            MELDER: (
                *VAN_CORPORATIE,
                "status_minnelijk_traject",
                "aanbod",
                "beoordeling_sdv",
                "akkoord_aanbod",
                "hersteltermijn",
            ),
            TEAM: (
                *VAN_TEAM,
                "opschaling",
                "advies_troubleshooter",
                "aanbod_hulp",
                "plan_schuldhulp",
                "status_minnelijk_traject",
            ),
            SDV: (
                *VAN_SDV,
                "advies_troubleshooter",
                "aanbod_hulp",
                "plan_schuldhulp",
                "status_minnelijk_traject",
                "aanbod",
                "beoordeling_sdv",
                "akkoord_aanbod",
                "hersteltermijn",
            ),
            TROUBLESHOOTER: ("opschaling", "advies_troubleshooter", "regie"),
        },
    ),
    Weg(
        "ontruimd",
        _ontruimd,
        {
            MELDER: (
                *VAN_CORPORATIE,
                "voorstel",
                "regeling",
                "opschorting",
                "niet_nagekomen_volgens_wijkteam",
                "stand_procedure",
                "ontruimingsdatum",
                "ontruimingsdatum_wijkteam_en_sdv",
                "laatste_overleg",
                "poging_troubleshooter",
                "uitkomst",
            ),
            TEAM: (
                *VAN_TEAM,
                "voorstel",
                "regeling",
                "opschorting",
                "niet_nagekomen_volgens_wijkteam",
                "stand_procedure",
                "ontruimingsdatum_wijkteam_en_sdv",
                "laatste_overleg",
                "poging_troubleshooter",
                "uitkomst",
            ),
            SDV: (
                *VAN_SDV,
                "regeling",
                "opschorting",
                "stand_procedure",
                "ontruimingsdatum_wijkteam_en_sdv",
                "laatste_overleg",
                "poging_troubleshooter",
                "uitkomst",
            ),
            TROUBLESHOOTER: ("ontruimingsdatum", "poging_troubleshooter", "uitkomst"),
        },
    ),
)
assert TEAMLEIDER not in {naam for weg in WEGEN for naam in weg.krijgen}, (
    "a teamleider hears of what is late, and no more"
)
