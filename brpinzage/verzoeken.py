"""The written route (HEE-2.2): a corporatie asks for one own address, burgerzaken grants or refuses.

The same questions, the same fields and the same log as a raadpleging. What burgerzaken grants is kept as long as a
raadpleging (HEE-14), and not only until the day ends: it is the municipality's written decision, which both must be able
to show, and there is no screen to look again tomorrow.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from convenant.beleid import kalender
from convenant.brp.adres import Adres
from convenant.poort import poort
from convenant.poort.dossier import Dossier
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.intrekken import trek_in as trek_verstrekking_in
from convenant.poort.lezen import Gelezen
from convenant.poort.poort import Herkenning, Verstrekt, groep_van
from convenant.poort.zaken import doe, opener, vergrendel, zaak_van
from convenant.tijd import nu
from convenant.verstrekkingen.models import Ontvangst, Raadpleging, Verstrekking
from convenant.zaken.models import Zaak

from . import bevragen
from .beleid.heemstede.kanten import BURGERZAKEN
from .feiten import Gevraagd
from .handelingen import Identiteit, adres_van, zoek_op

VERZOEK, TOEWIJZING, WEIGERING = "schriftelijk_verzoek", "naam_en_adres_schriftelijk", "verzoek_weigering"
NIEMAND = "Niemand ingeschreven op dit adres"
ADRES_VELDEN = ("adres_postcode", "adres_huisnummer")


ZONDER_STRAAT = (
    "Van dit adres staat in uw bezit geen straat of woonplaats. Vraag uw beheerder om dat aan te vullen."
)


@dataclass(frozen=True)
class Verzoek:
    """What is asked: as for a raadpleging, one address, one doel, why, and whose identity was established how."""

    adres: Adres
    doel: str
    noodzaak: str
    identiteit: Identiteit


def vraag(verzoek: Verzoek, kenmerk: UUID) -> int:
    """Send the request; the id of its case. Raises Geweigerd with reason and article, as a raadpleging does."""
    opgezocht = zoek_op(verzoek.adres)
    if opgezocht.bezit and not (opgezocht.volledig.straatnaam and opgezocht.volledig.woonplaats):
        raise Ongeldig({"": ZONDER_STRAAT})
    identiteit = verzoek.identiteit
    waarden = _adresvelden(opgezocht.volledig) | {
        "noodzaak": verzoek.noodzaak,
        "naam_huurder": identiteit.naam,
        "hoedanigheid": identiteit.rol,
        "soort_document": identiteit.document,
        "datum_identiteit": identiteit.datum.isoformat() if identiteit.datum else "",
    }
    verstrekt = poort.verstrek(
        VERZOEK,
        waarden,
        [groep_van(BURGERZAKEN)],
        doel=verzoek.doel,
        gegeven=_feiten(verzoek),
        kenmerk=kenmerk,
        herkenning=Herkenning(opgezocht.regel, ADRES_VELDEN, opgezocht.volledig.sleutel),
        object=opgezocht,
        onderwerp=opgezocht.regel,
    )
    _leg_vast(verstrekt, verzoek, opgezocht.regel)
    assert verstrekt.zaak is not None
    return verstrekt.zaak.pk


def wijs_toe(zaak_id: int, namen: Sequence[str], kenmerk: UUID) -> int:
    """Grant: these names and the address go to who asked. The request is weighed again, with the stock of today.

    Raises Ongeldig for a name that is more than a name (HEE-2.5); Geweigerd when the request does not hold any more.
    """
    if not namen:
        raise Ongeldig({"namen": "Vul de namen in, of kruis aan dat niemand is ingeschreven."})
    if any(teken.isdigit() for naam in namen for teken in naam):
        raise Ongeldig({"namen": "Geef alleen namen. Laat nummers en datums weg."})
    zaak = vergrendel(zaak_van(zaak_id))
    verzoek, regel = _lees(zaak)
    verstrekt = poort.verstrek(
        TOEWIJZING,
        {"naam_bewoner": list(namen)} | _adresvelden(verzoek.adres),
        [opener(zaak)],
        zaak=zaak,
        doel=verzoek.doel,
        gegeven=_feiten(verzoek),
        kenmerk=kenmerk,
        bewaren_tot=_bewaren_tot(),
        object=Gevraagd(zaak.pk, opener(zaak)),
        onderwerp=regel,
    )
    _leg_vast(verstrekt, verzoek, regel)
    return zaak_id


def weiger(zaak_id: int, reden: str, kenmerk: UUID) -> int:
    """Refuse, with the reason in writing. The id of the case."""
    zaak = vergrendel(zaak_van(zaak_id))
    _, regel = _lees(zaak)
    poort.verstrek(
        WEIGERING,
        {"reden_weigering": reden},
        [opener(zaak)],
        zaak=zaak,
        gegeven={"reden_vermeld": bool(reden.strip())},
        kenmerk=kenmerk,
        object=Gevraagd(zaak.pk, opener(zaak)),
        onderwerp=regel,
    )
    return zaak_id


def trek_in(zaak_id: int, reden: str) -> int:
    """The corporatie does not need it any more: what it asked is destroyed at every holder, the case ends."""
    if not reden.strip():
        raise Ongeldig({"reden": "Schrijf op waarom u dit intrekt."})
    zaak = zaak_van(zaak_id)
    with doe(zaak, "verzoek_intrekken"):
        eigen = Verstrekking.objects.filter(
            zaak=zaak, gegevensset=VERZOEK, door_groep_id=beurt().wie.groep, ingetrokken_op=None
        )
        for verstrekking in eigen:
            trek_verstrekking_in(verstrekking.pk, reden)
    return zaak_id


@dataclass(frozen=True)
class Gevonden:
    """What burgerzaken found in the BRP in this case: who can be named, and how many need a decision first."""

    namen: tuple[str, ...]
    afgeschermd: int
    opgeschort: int


def gevonden(dossier: Dossier) -> Gevonden | None:
    """The latest look in the live BRP in this case that is still readable, if any; looking again is logged.

    Who is hidden is counted and not named (HEE-3.3), nor who died or left.
    """
    antwoorden = bevragen.antwoorden(dossier.id) if "verzoek_toewijzen" in dossier.handelingen else []
    if not antwoorden:
        return None
    (laatste, _), *_ = antwoorden
    mensen = bevragen.antwoord(dossier.id, laatste).personen
    return Gevonden(
        tuple(mens.naam for mens in mensen if not mens.geheimhouding and not mens.opschorting),
        sum(mens.geheimhouding for mens in mensen),
        sum(bool(mens.opschorting) for mens in mensen),
    )


def _lees(zaak: Zaak) -> tuple[Verzoek, str]:
    """The request in the own copy, and its address as a line. Raises NietGevonden, or Geweigerd when it was withdrawn."""
    eigen = Ontvangst.objects.filter(verstrekking__zaak=zaak, verstrekking__gegevensset=VERZOEK)
    kopie = eigen.filter(groep_id=beurt().wie.groep).first()
    if kopie is None:
        raise NietGevonden
    gelezen = poort.lees(kopie.pk)
    verzoek = Verzoek(adres_van(gelezen), gelezen.doel, gelezen.waarde("noodzaak"), _identiteit(gelezen))
    return verzoek, verzoek.adres.regel


def _identiteit(gelezen: Gelezen) -> Identiteit:
    return Identiteit(
        gelezen.waarde("naam_huurder"),
        gelezen.waarde("hoedanigheid"),
        gelezen.waarde("soort_document"),
        date.fromisoformat(gelezen.waarde("datum_identiteit")),
    )


def _feiten(verzoek: Verzoek) -> dict[str, bool]:
    return {
        "noodzaak_vermeld": bool(verzoek.noodzaak.strip()),
        "identiteit_vastgesteld": verzoek.identiteit.vastgesteld,
    }


def _adresvelden(adres: Adres) -> dict[str, Any]:
    delen = ("straatnaam", "huisnummer", "huisletter", "huisnummertoevoeging", "postcode", "woonplaats")
    return {f"adres_{deel}": getattr(adres, deel) for deel in delen}


def _leg_vast(verstrekt: Verstrekt, verzoek: Verzoek, regel: str) -> None:
    """Why, and whose identity: beside the log line, as of a raadpleging, for who supervises."""
    identiteit = asdict(verzoek.identiteit)
    datum = verzoek.identiteit.datum
    Raadpleging.objects.get_or_create(
        verstrekking_id=verstrekt.id,
        defaults={
            "convenant": beurt().wie.convenant,
            "groep_id": beurt().wie.groep,
            "adres": regel,
            "noodzaak": verzoek.noodzaak,
            "identiteit": identiteit | {"datum": datum.isoformat() if datum else ""},
        },
    )


def _bewaren_tot() -> datetime:
    wie = beurt().wie
    termijn = wie.beleid.bewaartermijn("raadpleging")
    ingevuld: Any = wie.instellingen[termijn.instelling]
    return kalender.bewaren_tot(replace(termijn, duur=ingevuld["duur"], eenheid=ingevuld["eenheid"]), nu())
