"""A small invented Heemstede for tests through gate and database: two corporaties, a municipality, their people.

Personas: anna and bert consult for corporatie De Linde, carla for corporatie Waterkant, dirk works at De Linde without
autorisatie, eva is burgerzaken, frits toezichthouder, gerda autorisatiebeheerder, hugo convenantbeheerder, ina and jan
are the corporaties' beheerders. `neem_fgs_aan` adds lotte and otto, functionarissen gegevensbescherming of De Linde and
of the municipality.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from brpinzage import handelingen, laden
from brpinzage.handelingen import Identiteit
from brpinzage.rijen import Bezitrij, Persoonsrij
from convenant.beleid.fg import FG
from convenant.brp.adres import Adres, maak_adres
from convenant.partijen import inrichting, rechten
from convenant.partijen.models import Account, Autorisatie, Convenant, Deelname, Groep, Medewerker, Partij
from convenant.poort.grens import Beurt, binnen
from convenant.poort.wie import werkplekken
from convenant.tijd import stel_in
from tests.tables import once

NU = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)  # a Monday, half past ten in the Netherlands
BEGIN = date(2020, 6, 1)
BEWAARTERMIJNEN = {
    "bewaartermijn_raadpleging": {"duur": 5, "eenheid": "jaren"},
    "bewaartermijn_afwijking": {"duur": 1, "eenheid": "jaren"},
    "bewaartermijn_verhuizing": {"duur": 1, "eenheid": "jaren"},
    "bewaartermijn_logboek": {"duur": 5, "eenheid": "jaren"},
}
LINDELAAN_12 = maak_adres("2101 AB", "12", "", "", "Lindelaan", "Heemstede")
LINDELAAN_14A = maak_adres("2101AB", "14", "a", "2", "Lindelaan", "Heemstede", "0397010000001401")
KADE_3 = maak_adres("2102 CD", "3", "", "", "Kade", "Heemstede")


@dataclass
class Wereld:
    convenant: Convenant
    deelnames: dict[str, Deelname] = field(default_factory=dict)
    mensen: dict[str, Medewerker] = field(default_factory=dict)
    autorisaties: dict[str, Autorisatie] = field(default_factory=dict)

    @contextmanager
    def als(self, naam: str) -> Iterator[Beurt]:
        """Work as this persona inside the gate's border."""
        (wie, *_) = werkplekken(self.mensen[naam].account, self.convenant)
        with binnen(wie) as beurt:
            yield beurt

    def groep(self, deelname: str, functie: str) -> Groep:
        return Groep.objects.get(deelname=self.deelnames[deelname], functie=functie, team="")

    def raadpleeg(self, naam: str, adres: Adres, **anders: object) -> UUID:
        """A raadpleging as this persona, with everything in order but for what is said otherwise."""
        with self.als(naam):
            return handelingen.raadpleeg(adres, **(aanvraag() | anders))


def aanvraag() -> dict[str, Any]:
    return {
        "doel": "bestandskwaliteit",
        "noodzaak": "Huurder meldt zich voor medehuur.",
        "identiteit": Identiteit("R. Vink", "huurder", "paspoort", date(2026, 11, 20)),
        "kenmerk": uuid4(),
    }


@once
def maak_wereld() -> Wereld:
    """The people and the convenant, then stock and extract through the gate's own handelingen."""
    convenant = inrichting.maak_convenant(
        code="heemstede",
        naam="BRP-inzage Heemstede",
        gemeente="Heemstede",
        gemeentecode="0397",
        beleid_code="heemstede",
        beleid_versie=1,
        ingang=BEGIN,
        instellingen=BEWAARTERMIJNEN,
    )
    wereld = Wereld(convenant)
    # The day before, whatever day the tests run on and whoever is the first to ask for this world.
    with stel_in(NU - timedelta(days=1)):
        _sluit_aan(wereld)
        _neem_aan(wereld)
    with stel_in(NU):
        _vul(wereld)
    return wereld


def _sluit_aan(wereld: Wereld) -> None:
    corporatie = ("zonder_winstoogmerk", "mandaat_woningtoewijzing")
    for sleutel, naam, soort, verklaringen in (
        ("gemeente", "Gemeente Heemstede", "gemeente", ()),
        ("linde", "De Linde", "corporatie", corporatie),
        ("waterkant", "Waterkant", "corporatie", corporatie),
    ):
        wereld.deelnames[sleutel] = inrichting.sluit_aan(
            wereld.convenant,
            Partij.objects.create(naam=naam),
            soort,
            getekend_op=BEGIN,
            ondertekenaar="De directeur",
            verklaringen=verklaringen,
        )


FUNCTIES = {
    "hugo": ("gemeente", "convenantbeheerder", "gerda", "ivo"),
    "gerda": ("gemeente", "autorisatiebeheerder", "hugo", "ivo"),
    "eva": ("gemeente", "burgerzaken", "hugo", "gerda"),
    "frits": ("gemeente", "toezichthouder", "hugo", "gerda"),
    "ina": ("linde", "beheerder", "dirk", "gerda"),
    "jan": ("waterkant", "beheerder", "carla", "gerda"),
    "anna": ("linde", "contactpersoon", "ina", "gerda"),
    "bert": ("linde", "contactpersoon", "ina", "gerda"),
    "carla": ("waterkant", "contactpersoon", "jan", "gerda"),
}
WERKGEVER = {naam: deelname for naam, (deelname, *_) in FUNCTIES.items()} | {
    "dirk": "linde",
    "ivo": "gemeente",
}


def _neem_aan(wereld: Wereld) -> None:
    for naam, deelname in WERKGEVER.items():
        _neem_in_dienst(wereld, naam, deelname)
    for naam, functie in FUNCTIES.items():
        _autoriseer(wereld, naam, *functie)


def neem_fgs_aan(wereld: Wereld) -> None:
    for naam, deelname, aanmelder in (("lotte", "linde", "ina"), ("otto", "gemeente", "hugo")):
        _neem_in_dienst(wereld, naam, deelname)
        _autoriseer(wereld, naam, deelname, FG, aanmelder, "gerda")


def _neem_in_dienst(wereld: Wereld, naam: str, deelname: str) -> None:
    account = Account.objects.create_user(
        f"{naam}@voorbeeld.nl", "wachtwoord-van-niemand", naam=naam.capitalize()
    )
    wereld.mensen[naam] = inrichting.neem_in_dienst(
        account, wereld.deelnames[deelname].partij, van=BEGIN, verklaringen=("geheimhouding",)
    )


def _autoriseer(
    wereld: Wereld, naam: str, deelname: str, functie: str, aanmelder: str, verlener: str
) -> None:
    autorisatie = rechten.meld_aan(
        wereld.mensen[naam], wereld.groep(deelname, functie), door=wereld.mensen[aanmelder]
    )
    wereld.autorisaties[naam] = rechten.verleen(autorisatie, door=wereld.mensen[verlener], van=BEGIN)


def _vul(wereld: Wereld) -> None:
    with wereld.als("ina"):
        laden.werk_bezit_bij([Bezitrij(adres, BEGIN) for adres in (LINDELAAN_12, LINDELAAN_14A)])
    with wereld.als("jan"):
        laden.werk_bezit_bij([Bezitrij(KADE_3, BEGIN)])
    laad(
        wereld,
        Persoonsrij(LINDELAAN_12, "Fatima Yılmaz", "p1"),
        Persoonsrij(LINDELAAN_12, "Willem de Vries", "p2"),
        Persoonsrij(LINDELAAN_14A, "Joke van 't Hof", "p3"),
        Persoonsrij(KADE_3, "Sjaak Bakker", "p4"),
    )


def laad(wereld: Wereld, *rijen: Persoonsrij) -> UUID:
    """A new extract of these rows, put into use."""
    from convenant.tijd import nu

    with wereld.als("eva"):
        uittreksel = laden.laad_uittreksel(rijen, nu())
        laden.activeer_uittreksel(uittreksel)
    return uittreksel
