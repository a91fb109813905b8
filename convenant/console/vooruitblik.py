"""What a functie means, out of the Beleid alone: its verbs, what it receives on an invented case, who can see a set."""

from collections.abc import Sequence
from dataclasses import dataclass

from convenant.beleid.beheer import RECHTEN_INZIEN
from convenant.beleid.taal import Bevoegdheid, Functie, Gegevensset, Kant
from convenant.poort.daad import handel
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden

from . import autorisaties, kring
from .autorisaties import LOOPT, Keuze, Recht

# What a field of the invented case holds, by the first of these its name contains; nothing here comes from the database.
VERZONNEN = (
    ("geboortedatum", "4 mei 1980"),
    ("geboorteplaats", "Voorbeeldstad"),
    ("burgerservicenummer", "999990019"),
    ("telefoon", "06 12345678"),
    ("email", "naam@voorbeeld.nl"),
    ("kvk", "12345678"),
    ("postcode", "1234 AB"),
    ("huisnummertoevoeging", "2"),
    ("huisletter", "a"),
    ("huisnummer", "12"),
    ("straat", "Voorbeeldlaan"),
    ("woonplaats", "Voorbeeldstad"),
    ("adres", "Voorbeeldlaan 12, Voorbeeldstad"),
    ("naam", "J. Voorbeeld"),
    ("datum", "16 maart 2026"),
    ("moment", "16 maart 2026, 10:30 uur"),
    ("termijn", "30 maart 2026"),
    ("bedrag", "€ 450,00"),
    ("schuld", "€ 450,00"),
    ("aantal", "2"),
    ("huur", "€ 650,00"),
    ("document", "brief.pdf, 2 bladzijden"),
    ("bijlage", "brief.pdf, 2 bladzijden"),
    ("foto", "foto.jpg"),
)
ANDERS = "Een korte tekst."


@dataclass(frozen=True)
class Ontvangen:
    """One set as the receiver sees it on the invented case: (field, value) pairs, from whom, what for, in which steps."""

    naam: str
    van: tuple[Kant, ...]
    doelen: tuple[str, ...]
    stappen: tuple[str, ...]
    wijze: str
    eis: str
    velden: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Vooruitblik:
    """A functie before somebody gets it."""

    functie: Functie
    bevoegdheden: Sequence[Bevoegdheid]
    ontvangt: Sequence[Ontvangen]
    nodig: Sequence[tuple[str, str]]


def van_functie(soort: str, naam: str) -> Vooruitblik:
    """Raises NietGevonden for a functie the text does not know."""
    beleid = beurt().wie.beleid
    try:
        functie = beleid.functie(soort, naam)
    except KeyError:
        raise NietGevonden from None
    kant = Kant(soort, naam)
    return Vooruitblik(
        functie,
        [rij for rij in beleid.bevoegdheden if (rij.soort, rij.functie) == (soort, naam)],
        [_ontvangen(rij) for rij in beleid.gegevenssets if any(einde.past(kant) for einde in rij.aan)],
        [(beleid.feit(feit).uitleg, beleid.feit(feit).eis) for feit in functie.vereist],
    )


def van_mens(medewerker_id: int) -> tuple[str, Sequence[tuple[Recht, Vooruitblik]]]:
    """What this person can see today: each functie with what it gives. One log line. Raises NietGevonden."""
    rijen = kring.in_bereik().filter(medewerker=medewerker_id)
    eerste = rijen.first()
    if eerste is None:
        raise NietGevonden
    with handel(RECHTEN_INZIEN, onderwerp=f"medewerker {medewerker_id}"):
        lopend = autorisaties.gekozen(Keuze(medewerker=medewerker_id, stand=LOOPT))
        return eerste.medewerker.account.naam, [
            (recht, van_functie(recht.soort, recht.functie)) for recht in autorisaties.als_rechten(lopend)
        ]


def van_set(naam: str) -> tuple[Gegevensset, Sequence[tuple[Kant, str, Sequence[Recht]]]]:
    """Who can see this set today: (functie, "stuurt" or "ontvangt", people in the reader's reach). One log line.

    Raises NietGevonden for a set the text does not know.
    """
    beleid = beurt().wie.beleid
    try:
        rij = beleid.gegevensset(naam)
    except KeyError:
        raise NietGevonden from None
    with handel(RECHTEN_INZIEN, onderwerp=f"gegevensset {naam}"):
        lopend = autorisaties.als_rechten(autorisaties.gekozen(Keuze(stand=LOOPT)))
        kanten = [(kant, "ontvangt") for kant in rij.aan]
        if rij.afzender_bewaart:
            kanten += [(kant, "stuurt") for kant in rij.van]
        return rij, [
            (
                kant,
                wat,
                [recht for recht in lopend if (recht.soort, recht.functie) == (kant.soort, kant.functie)],
            )
            for kant, wat in kanten
        ]


def sets() -> Sequence[Gegevensset]:
    return beurt().wie.beleid.gegevenssets


def _ontvangen(rij: Gegevensset) -> Ontvangen:
    lijsten = {lijst.veld: lijst.waarden for lijst in rij.waarden}
    return Ontvangen(
        rij.naam,
        rij.van,
        rij.doelen,
        rij.inzage_in,
        rij.wijze,
        rij.eis,
        tuple((veld, lijsten[veld][0] if veld in lijsten else verzonnen(veld)) for veld in rij.velden),
    )


def verzonnen(veld: str) -> str:
    """An invented value for a field of this name."""
    return next((waarde for deel, waarde in VERZONNEN if deel in veld), ANDERS)
