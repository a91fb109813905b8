"""Moves (HEE-3.8, HEE-5.9): a corporatie passes on that a tenant moves, when the tenant authorised it in writing.

Neither address has to be own stock that day. Artikel 2.3 limits what a corporatie may ask, not what it may tell; artikel
5.9 speaks of every tenant, and a tenant moves from anywhere to anywhere. What carries the report is the machtiging. The
own stock only lends the new address its street.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from convenant.brp.adres import Adres, maak_adres
from convenant.poort import poort
from convenant.poort.dossier import Dossier
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.intrekken import trek_in as trek_verstrekking_in
from convenant.poort.poort import Herkenning, groep_van
from convenant.poort.tellingen import tel
from convenant.poort.zaken import doe, opener, vergrendel, zaak_van
from convenant.tijd import vandaag
from convenant.verstrekkingen.models import Ontvangst, Verstrekking
from convenant.zaken.models import Zaak

from .beleid.heemstede.kanten import BURGERZAKEN
from .handelingen import volledig

VERHUIZING, WEIGERING = "verhuizing", "verhuizing_weigering"
HUURDER, GEMACHTIGDE = "huurder", "gemachtigde"
GEMACHTIGD_OP = "door de huurder schriftelijk gemachtigd op"
# The Wet BRP takes a report from four weeks before the move; what is long ago is a slip of the pen.
VOORAF, ACHTERAF = timedelta(weeks=4), timedelta(days=5 * 365)


@dataclass(frozen=True)
class Machtiging:
    """The tenant's written authorisation (HEE-3.8): the document or where the signed paper lies, its day, who signed.

    `document` is the value of an upload; None with `op_papier`: then the paper stays with the corporatie, and goes as
    the statement of who signed when. A gemachtigde was authorised by the tenant in writing, on `gemachtigd_op`.
    """

    datum: date | None
    document: Mapping[str, Any] | None = None
    op_papier: bool = False
    ondertekenaar: str = HUURDER
    gemachtigde: str = ""
    gemachtigd_op: date | None = None

    @property
    def is_schriftelijk(self) -> bool:
        """Whether it is there, signed by who may, and not dated in the future."""
        if not (self.document or self.op_papier) or self.datum is None or self.datum > vandaag():
            return False
        if self.ondertekenaar == HUURDER:
            return True
        namens = bool(self.gemachtigde.strip()) and self.gemachtigd_op is not None
        return self.ondertekenaar == GEMACHTIGDE and namens and self.gemachtigd_op <= self.datum  # type: ignore[operator]


@dataclass(frozen=True)
class Verhuizing:
    """Who moves from where to where, and when. The old address is as the tenant gives it: it may be abroad."""

    naam_huurder: str
    oud_adres: str
    nieuw_adres: Adres
    verhuisdatum: date
    machtiging: Machtiging


def geef_door(verhuizing: Verhuizing, kenmerk: UUID, zaak_id: int | None = None) -> int:
    """Report the move to the municipality; with a case, a better version of what was reported there. The case's id.

    Raises Ongeldig for what cannot be right, Geweigerd without a written machtiging (HEE-3.8).
    """
    _toets(verhuizing)
    zaak = vergrendel(zaak_van(zaak_id)) if zaak_id else None
    adres = volledig(verhuizing.nieuw_adres)
    verstrekt = poort.verstrek(
        VERHUIZING,
        _waarden(verhuizing, adres),
        [groep_van(BURGERZAKEN)],
        zaak=zaak,
        gegeven={"schriftelijke_machtiging": verhuizing.machtiging.is_schriftelijk},
        kenmerk=kenmerk,
        vervangt=_verstuurd(zaak).pk if zaak else None,
        herkenning=Herkenning(adres, ("nieuw_adres",), verhuizing.nieuw_adres.sleutel),
    )
    assert verstrekt.zaak is not None
    return verstrekt.zaak.pk


def doorgegeven(dossier: Dossier) -> Verhuizing | None:
    """What the own group reported in this case, to correct it. A file cannot be sent twice: it is chosen anew."""
    gelezen = dossier.laatste(VERHUIZING)
    if gelezen is None:
        return None
    sleutel = Ontvangst.objects.values_list("adres_sleutel", flat=True).get(pk=gelezen.id)
    ondertekenaar, *namens = gelezen.waarde("machtiging_ondertekenaar")
    machtiging = Machtiging(
        date.fromisoformat(gelezen.waarde("machtiging_datum")),
        op_papier=isinstance(gelezen.waarde("machtiging_document"), str),
        ondertekenaar=ondertekenaar,
        gemachtigde=namens[0] if namens else "",
        gemachtigd_op=date.fromisoformat(namens[-1]) if namens else None,
    )
    return Verhuizing(
        gelezen.waarde("naam_huurder"),
        gelezen.waarde("oud_adres"),
        maak_adres(*sleutel.split("|")),
        date.fromisoformat(gelezen.waarde("verhuisdatum")),
        machtiging,
    )


def trek_in(zaak_id: int, reden: str) -> int:
    """The move is off: what was reported is destroyed at every holder, the case ends. The case's id."""
    if not reden.strip():
        raise Ongeldig({"reden": "Schrijf op waarom u dit intrekt."})
    zaak = zaak_van(zaak_id)
    with doe(zaak, "verhuizing_intrekken"):
        for verstrekking in _eigen(zaak).filter(ingetrokken_op=None):
            trek_verstrekking_in(verstrekking.pk, reden)
    tel(VERHUIZING, "ingetrokken")
    return zaak_id


def behandel(zaak_id: int) -> int:
    """Burgerzaken takes the report up; from here the corporatie cannot change it any more."""
    with doe(zaak_van(zaak_id), "verhuizing_behandelen"):
        pass
    return zaak_id


def verwerk(zaak_id: int) -> int:
    """The move stands in the BRP: the corporatie sees that it is done, and nothing of the BRP (HEE-5.9)."""
    with doe(zaak_van(zaak_id), "verhuizing_verwerken"):
        pass
    tel(VERHUIZING, "verwerkt")
    return zaak_id


def weiger(zaak_id: int, reden: str, kenmerk: UUID) -> int:
    """The move cannot be processed; the corporatie hears why."""
    zaak = vergrendel(zaak_van(zaak_id))
    if poort.eigen_kopie(kenmerk) is None:  # the same form again is counted once
        poort.verstrek(
            WEIGERING,
            {"reden_weigering": reden},
            [opener(zaak)],
            zaak=zaak,
            gegeven={"reden_vermeld": bool(reden.strip())},
            kenmerk=kenmerk,
        )
        tel(VERHUIZING, "geweigerd")
    return zaak_id


def _toets(verhuizing: Verhuizing) -> None:
    """Raises Ongeldig for a move that cannot be."""
    fouten = {}
    if _is_zelfde(verhuizing.oud_adres, verhuizing.nieuw_adres):
        fouten["oud_adres"] = "Het oude en het nieuwe adres zijn hetzelfde. Controleer ze allebei."
    if verhuizing.verhuisdatum > vandaag() + VOORAF:
        fouten["verhuisdatum"] = (
            "U kunt een verhuizing vanaf vier weken van tevoren doorgeven. Doe het later."
        )
    if verhuizing.verhuisdatum < vandaag() - ACHTERAF:
        fouten["verhuisdatum"] = "Deze datum is meer dan vijf jaar geleden. Controleer hem."
    if fouten:
        raise Ongeldig(fouten)


def _is_zelfde(getypt: str, adres: Adres) -> bool:
    """Whether a typed line names this address: its postcode, and its number where a part of the line ends."""
    postcode, *nummer = adres.sleutel.split("|")
    patroon = rf"{postcode[:4]}\s*{postcode[4:]}"
    if not re.search(patroon, getypt, re.IGNORECASE):
        return False
    delen = re.split(rf"[,;\n]|{patroon}", getypt, flags=re.IGNORECASE)
    slot = re.compile(rf"(.*\D)?{_kaal(''.join(nummer))}")
    return any(slot.fullmatch(_kaal(deel)) for deel in delen)


def _kaal(tekst: str) -> str:
    return re.sub(r"[^a-z0-9]", "", tekst.lower())


def _waarden(verhuizing: Verhuizing, adres: str) -> dict[str, Any]:
    machtiging = verhuizing.machtiging
    datum = machtiging.datum.isoformat() if machtiging.datum else ""
    return {
        "naam_huurder": verhuizing.naam_huurder,
        "oud_adres": verhuizing.oud_adres,
        "nieuw_adres": adres,
        "verhuisdatum": verhuizing.verhuisdatum.isoformat(),
        "machtiging_document": machtiging.document or _verklaring(verhuizing),
        "machtiging_datum": datum,
        "machtiging_ondertekenaar": _ondertekenaar(machtiging),
    }


def _ondertekenaar(machtiging: Machtiging) -> list[str]:
    if machtiging.ondertekenaar == HUURDER:
        return [HUURDER]
    gemachtigd_op = machtiging.gemachtigd_op.isoformat() if machtiging.gemachtigd_op else ""
    return [GEMACHTIGDE, machtiging.gemachtigde, GEMACHTIGD_OP, gemachtigd_op]


def _verklaring(verhuizing: Verhuizing) -> str:
    """Who signed when, for a paper that stays where it is."""
    machtiging = verhuizing.machtiging
    if not machtiging.op_papier or machtiging.datum is None:
        return ""
    naam = machtiging.gemachtigde if machtiging.ondertekenaar == GEMACHTIGDE else verhuizing.naam_huurder
    partij = beurt().wie.deelname.partij.naam
    return f"Op papier bij {partij}. Getekend door {naam} op {machtiging.datum:%d-%m-%Y}."


def _eigen(zaak: Zaak):
    return Verstrekking.objects.filter(zaak=zaak, gegevensset=VERHUIZING, door_groep_id=beurt().wie.groep)


def _verstuurd(zaak: Zaak) -> Verstrekking:
    """The own report that still holds. Raises NietGevonden when this case has none."""
    laatste = _eigen(zaak).filter(vervangen_op=None, ingetrokken_op=None).order_by("-moment").first()
    if laatste is None:
        raise NietGevonden
    return laatste
