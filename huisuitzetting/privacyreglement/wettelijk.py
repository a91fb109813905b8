"""What an authority asks by law: written down, told to the others at once unless that is forbidden, given or refused.

Each takes the id of an own case and gives it back. The same form twice is one act. Raises NietGevonden for a case that is
not theirs, Geweigerd where the privacyreglement stands in the way, Ongeldig for what cannot be meant.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from convenant.beleid import kalender
from convenant.poort import klokken, poort
from convenant.poort.daad import samen
from convenant.poort.handeling import Ongeldig
from convenant.poort.poort import Herkenning, eerder_gedaan, eerder_in
from convenant.poort.zaken import vergrendel, zaak_van
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.kanten import INSTANTIE
from huisuitzetting.dagen import toets_geweest

from .feiten import KENNISGEVING, VERBOD, WETTELIJK_VERZOEK, is_verboden
from .kring import anderen, eigen, kopie, laat_weten

VERSTREKKING, WEIGERING = "wettelijke_verstrekking", "weigering_wettelijk_verzoek"
IN_KENNISGEVING = ("vragende_instantie", "wettelijke_grondslag", "datum_ontvangst_wettelijk_verzoek")


@dataclass(frozen=True)
class WettelijkVerzoek:
    """Who asks for what on which law. `grond_verbod`: why the others may not know; "" when they may."""

    instantie: str
    grondslag: str
    gevraagd: str
    ontvangen: date
    grond_verbod: str = ""


@samen()
def leg_vast(verzoek: WettelijkVerzoek, kenmerk: UUID) -> int:
    """Write it down, and tell the other parties in the same act, unless the authority forbids that (HAA-PR8.1, HAA-PR8.2)."""
    if eerder := eerder_gedaan(kenmerk):
        assert eerder.zaak
        return eerder.zaak.pk
    toets_geweest(ontvangen=verzoek.ontvangen)
    waarden = {
        "vragende_instantie": verzoek.instantie,
        "wettelijke_grondslag": verzoek.grondslag,
        "gevraagde_gegevens": verzoek.gevraagd,
        "datum_ontvangst_wettelijk_verzoek": verzoek.ontvangen.isoformat(),
    }
    if verzoek.grond_verbod:
        waarden[VERBOD] = verzoek.grond_verbod
    herkenning = Herkenning(verzoek.instantie, ("vragende_instantie",))
    zaak = poort.verstrek(WETTELIJK_VERZOEK, waarden, [eigen()], kenmerk=kenmerk, herkenning=herkenning).zaak
    assert zaak
    gegeven = {"kennisgeving_verboden": bool(verzoek.grond_verbod)}
    klokken.gebeurt("wettelijk_verzoek", zaak=zaak, gegeven=gegeven)
    ontvangen = kalender.begin_van(verzoek.ontvangen)
    klokken.gebeurt("ontvangst_bindend_verzoek", zaak=zaak, moment=ontvangen, gegeven=gegeven)
    if not verzoek.grond_verbod:
        _licht_in(zaak, uuid5(kenmerk, KENNISGEVING))
    return zaak.pk


@samen()
def licht_anderen_in(zaak_id: int, kenmerk: UUID, *, verbod_voorbij: bool) -> int:
    """Tell the others of it after all: the authority forbids it no more (HAA-PR8.2)."""
    zaak = vergrendel(zaak_van(zaak_id))
    if eerder_in(kenmerk, zaak):
        return zaak_id
    if not is_verboden(zaak):
        raise Ongeldig({"": "De andere partijen weten dit al."})
    klokken.hervat("kennisgeving_verboden", zaak=zaak)
    _licht_in(zaak, kenmerk, toegestaan=verbod_voorbij)
    return zaak_id


@samen()
def verstrek(
    zaak_id: int, gegevens: str, kenmerk: UUID, *, wet_gecontroleerd: bool, wie_gecontroleerd: bool
) -> int:
    """What the authority gets: only what it asked for on that law, after both checks (HAA-PR8.1)."""
    zaak = vergrendel(zaak_van(zaak_id))
    if eerder_in(kenmerk, zaak):
        return zaak_id
    grondslag = kopie(zaak, WETTELIJK_VERZOEK).waarde("wettelijke_grondslag")
    poort.verstrek(
        VERSTREKKING,
        {"gevraagde_gegevens": gegevens, "wettelijke_grondslag": grondslag},
        [],
        zaak=zaak,
        gegeven={
            "grondslag_gecontroleerd": wet_gecontroleerd,
            "identiteit_gecontroleerd": wie_gecontroleerd,
        },
        kenmerk=kenmerk,
        extern=INSTANTIE,
    )
    return zaak_id


@samen()
def weiger(zaak_id: int, reden: str, kenmerk: UUID) -> int:
    """Without a law that compels, nothing goes out; the authority hears why (HAA-PR6.1)."""
    zaak = vergrendel(zaak_van(zaak_id))
    if eerder_in(kenmerk, zaak):
        return zaak_id
    instantie = kopie(zaak, WETTELIJK_VERZOEK).waarde("vragende_instantie")
    waarden = {"vragende_instantie": instantie, "reden_weigering": reden}
    poort.verstrek(WEIGERING, waarden, [], zaak=zaak, kenmerk=kenmerk, extern=INSTANTIE)
    return zaak_id


def _licht_in(zaak: Zaak, kenmerk: UUID, *, toegestaan: bool | None = None) -> None:
    """`toegestaan`: typed now, that what stands in the record about a ban holds no more."""
    verzoek, naar = kopie(zaak, WETTELIJK_VERZOEK), anderen()
    waarden = {veld: verzoek.waarde(veld) for veld in IN_KENNISGEVING}
    poort.verstrek(
        KENNISGEVING,
        waarden,
        naar,
        zaak=zaak,
        gegeven={} if toegestaan is None else {"kennisgeving_toegestaan": toegestaan},
        kenmerk=kenmerk,
        herkenning=Herkenning(verzoek.waarde("vragende_instantie"), ("vragende_instantie",)),
    )
    klokken.voldaan("informeren_andere_partij", zaak=zaak)
    klokken.voldaan("kennisgeving_andere_partij", zaak=zaak)
    laat_weten(zaak, naar, "Een instantie vroeg een andere partij om gegevens")
