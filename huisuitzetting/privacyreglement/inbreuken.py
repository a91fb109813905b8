"""A breach: written down by who sees it, told to the other parties within a day, kept in the own register until closed.

Each takes the id of an own case and gives it back. The same form twice is one act. Raises NietGevonden for a case that is
not theirs, Geweigerd where the privacyreglement stands in the way, Ongeldig for what cannot be meant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from convenant.beleid import kalender
from convenant.poort import klokken, poort
from convenant.poort.daad import samen
from convenant.poort.dossier import Dossier
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.klokken import klokken_van
from convenant.poort.lezen import Gelezen
from convenant.poort.poort import Herkenning, eerder_gedaan, eerder_in
from convenant.poort.zaken import doe, vergrendel, zaak_van
from convenant.termijnen.models import Klok
from convenant.tijd import nu
from convenant.zaken.models import Zaak
from huisuitzetting.beleid import HAARLEM
from huisuitzetting.dagen import EERSTE, LANG_GELEDEN

from .kring import eigen, gekozen, kopie, laat_weten, te_vervangen

GEZIEN, REGISTER, MELDING = "vastgelegde_inbreuk", "inbreukregister", "inbreukmelding"
AAN_ANDEREN, AAN_AP = "melding_andere_partij", "melding_ap"
BESLUIT_AP = "gemeld_bij_ap"
NIET_BEKEND = "Nog niet bekend"
JA, NEE = "ja", "nee"
RIJ = HAARLEM.gegevensset(REGISTER)
BINNEN = next(termijn for termijn in HAARLEM.termijnen if termijn.actie == AAN_ANDEREN)
LANGSTE_REGEL = 60


@dataclass(frozen=True)
class Inbreuk:
    """What somebody saw. `gebeurd`: when it happened, if known; `bekend`: when it was noticed, from which the clocks run."""

    aard: str
    omvang: str
    gebeurd: datetime | None
    bekend: datetime
    gegevens: str


@samen()
def leg_vast(inbreuk: Inbreuk, kenmerk: UUID) -> int:
    """Write a breach down; the own privacycoordinator has it from now on, and the clocks run (HAA-PR9.1, HAA-PR9.3)."""
    if eerder := eerder_gedaan(kenmerk):
        assert eerder.zaak
        return eerder.zaak.pk
    _toets_momenten(bekend=inbreuk.bekend, gebeurd=inbreuk.gebeurd)
    waarden = {
        "aard_inbreuk": inbreuk.aard,
        "omvang_inbreuk": inbreuk.omvang,
        "datum_tijd_inbreuk": in_tekst(inbreuk.gebeurd) if inbreuk.gebeurd else "",
        "datum_tijd_bekend": in_tekst(inbreuk.bekend),
        "soort_persoonsgegevens": inbreuk.gegevens,
    }
    naar = eigen()
    herkenning = Herkenning(inbreuk.aard.splitlines()[0][:LANGSTE_REGEL], ("aard_inbreuk",))
    zaak = poort.verstrek(GEZIEN, waarden, [naar], kenmerk=kenmerk, herkenning=herkenning).zaak
    assert zaak
    klokken.gebeurt("constatering_inbreuk", zaak=zaak, moment=inbreuk.bekend, groep=naar.pk)
    if naar.pk != beurt().wie.groep:
        laat_weten(zaak, [naar], "Een collega heeft een datalek gemeld")
    return zaak.pk


@samen()
def werk_register_bij(
    zaak_id: int, ingevuld: Mapping[str, str], kenmerk: UUID, gezien: UUID | None = None
) -> int:
    """The own register, parts a to j, as far as known now; whether the AP was told ends the clock for it (HAA-PR9.2).

    `gezien`: the version it was filled in from (versie_van); when a colleague wrote another since, nothing is stored.
    """
    zaak = vergrendel(zaak_van(zaak_id))
    if eerder_in(kenmerk, zaak):
        return zaak_id
    if versie_van(zaak) != gezien:
        raise Ongeldig(
            {"": "Een collega heeft het register intussen bijgewerkt. Open het formulier opnieuw."}
        )
    waarden = {veld: ingevuld.get(veld) or NIET_BEKEND for veld in RIJ.velden}
    bekend, gebeurd = (_moment(waarden[veld]) for veld in ("datum_tijd_bekend", "datum_tijd_inbreuk"))
    _toets_momenten(datum_tijd_bekend=bekend, datum_tijd_inbreuk=gebeurd)
    if waarden[BESLUIT_AP] == NIET_BEKEND and register_van(zaak).get(BESLUIT_AP) in (JA, NEE):
        raise Ongeldig({BESLUIT_AP: "Hierover is al besloten. Kies of het wel of niet is gemeld."})
    poort.verstrek(
        REGISTER, waarden, [eigen()], zaak=zaak, kenmerk=kenmerk, vervangt=te_vervangen(zaak, REGISTER)
    )
    if waarden[BESLUIT_AP] in (JA, NEE) and _loopt(zaak, AAN_AP):
        with doe(zaak, "ap_besluit_vastleggen"):
            klokken.voldaan(AAN_AP, zaak=zaak)
    return zaak_id


@samen()
def meld(zaak_id: int, groepen: Sequence[int], reden_te_laat: str, kenmerk: UUID) -> int:
    """Tell the other parties, after a day with the reason why so late (HAA-PR9.1)."""
    zaak = vergrendel(zaak_van(zaak_id))
    if eerder_in(kenmerk, zaak):
        return zaak_id
    naar = gekozen(groepen, "partijen")
    bekend = bekend_van(zaak)
    ontdekt = _moment(bekend["datum_tijd_bekend"])
    te_laat = any(stand.verlopen for stand in klokken_van(zaak) if stand.actie == AAN_ANDEREN)
    # The register may have put the moment earlier than it was first written down.
    te_laat |= ontdekt is not None and kalender.vervalt_op(BINNEN, ontdekt) <= nu()
    if te_laat and not reden_te_laat.strip():
        raise Ongeldig({"reden": "De 24 uur zijn voorbij. Schrijf op waarom u het nu pas meldt."})
    velden = ("aard_inbreuk", "omvang_inbreuk", "datum_tijd_bekend", "soort_persoonsgegevens")
    waarden = {veld: bekend[veld] for veld in velden}
    if te_laat:
        waarden["reden_te_laat"] = reden_te_laat
    herkenning = Herkenning(bekend["aard_inbreuk"].splitlines()[0][:LANGSTE_REGEL], ("aard_inbreuk",))
    poort.verstrek(MELDING, waarden, naar, zaak=zaak, kenmerk=kenmerk, herkenning=herkenning)
    klokken.voldaan(AAN_ANDEREN, zaak=zaak)
    laat_weten(zaak, naar, "Een andere partij heeft een datalek gemeld")
    return zaak_id


def sluit(zaak_id: int) -> int:
    """Nothing is left to do: the register is complete. Raises Geweigerd while a part is not (HAA-PR9.3)."""
    zaak = vergrendel(zaak_van(zaak_id))
    gegeven = {"onderdelen_a_tot_en_met_j_ingevuld": not ontbreekt(register_van(zaak))}
    with doe(zaak, "inbreuk_sluiten", gegeven=gegeven):
        return zaak_id


def in_dossier(dossier: Dossier) -> Mapping[str, str]:
    """The own register as the page of the case has it; empty when nothing was written in it yet."""
    gelezen = dossier.laatste(REGISTER)
    return _waarden(gelezen) if gelezen else {}


def vooraf(dossier: Dossier) -> Mapping[str, Any]:
    """What the register's form starts with: what stands in it, else what was first seen."""
    gezien = dossier.laatste(GEZIEN)
    waarden = (_waarden(gezien) if gezien else {}) | dict(in_dossier(dossier))
    waarden = {veld: "" if waarde == NIET_BEKEND else waarde for veld, waarde in waarden.items()}
    momenten = {v: datetime.fromisoformat(w) for v, w in waarden.items() if v.startswith("datum_tijd") and w}
    gelezen = dossier.laatste(REGISTER)
    return waarden | momenten | {"gezien": gelezen.id if gelezen else None}


def in_tekst(moment: datetime) -> str:
    """A moment as a value of a set: to the minute, in Dutch time."""
    return timezone.localtime(moment).isoformat(timespec="minutes")


def ontbreekt(register: Mapping[str, str]) -> list[str]:
    """The fields of the register that are not filled in yet; only how many people it hit may stay open."""
    leeg = ("", NIET_BEKEND)
    return [v for v in RIJ.velden if v not in RIJ.optioneel and register.get(v, "") in leeg]


def register_van(zaak: Zaak) -> Mapping[str, str]:
    """The own register of this breach as it stands; empty when nothing was written in it yet."""
    try:
        return _waarden(kopie(zaak, REGISTER))
    except NietGevonden:
        return {}


def versie_van(zaak: Zaak) -> UUID | None:
    """Which version of the own register stands now; None when nothing was written in it yet."""
    try:
        return kopie(zaak, REGISTER).id
    except NietGevonden:
        return None


def bekend_van(zaak: Zaak) -> Mapping[str, str]:
    """What is known of a breach: as first seen, and what the register says since."""
    in_register = {v: w for v, w in register_van(zaak).items() if w != NIET_BEKEND}
    return _waarden(kopie(zaak, GEZIEN)) | in_register


def _waarden(gelezen: Gelezen) -> dict[str, str]:
    return {veld.naam: veld.waarde for veld in gelezen.velden}


def _loopt(zaak: Zaak, actie: str) -> bool:
    return any(stand.actie == actie and stand.stand in Klok.OPEN for stand in klokken_van(zaak))


def _moment(tekst: str) -> datetime | None:
    """A value of the register as a moment; None for what is not known yet."""
    return None if tekst in ("", NIET_BEKEND) else datetime.fromisoformat(tekst)


def _toets_momenten(**momenten: datetime | None) -> None:
    """When it was noticed and when it happened, by the field each stands in, in that order."""
    for veld, moment in momenten.items():
        if moment is not None and moment.date() < EERSTE:
            raise Ongeldig({veld: LANG_GELEDEN})
        if moment is not None and moment > nu():
            raise Ongeldig({veld: "Dit moment is nog niet geweest. Controleer de datum en de tijd."})
    veld = next(iter(momenten))
    bekend, gebeurd = momenten.values()
    if bekend and gebeurd and gebeurd > bekend:
        raise Ongeldig({veld: "Dit is voordat het gebeurde. Controleer de datum en de tijd."})
