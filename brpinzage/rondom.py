"""What a party tells or asks the other beside the exchange: help, security, force majeure, passing on.

Each of these is a closed set that names no resident (decision 77). `kenmerk` belongs to the form: sent twice, it is one act.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timesince import timesince

from convenant.partijen.models import Groep
from convenant.poort import poort
from convenant.poort.berichten import bericht
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.poort.poort import Herkenning, groep_van
from convenant.poort.tellingen import tel
from convenant.poort.zaken import doe, opener, zaak_van
from convenant.tijd import nu, vandaag
from convenant.zaken.models import Zaak

from .beleid.heemstede.kanten import BURGERZAKEN, CONVENANTBEHEERDER
from .deelnemers import andere_partijen

Waarden = Mapping[str, Any]


def verstuur(
    gegevensset: str,
    waarden: Waarden,
    aan: Sequence[Groep],
    kenmerk: UUID,
    *,
    zaak: Zaak | None = None,
    label: str = "",
    gegeven: Mapping[str, bool] | None = None,
    telt: str = "",
) -> Zaak:
    """Send a set of these, once; the case. Counted as `telt`; `label` is what every holder knows the case by.

    What may be left empty and is, is not sent. Raises as `poort.verstrek`.
    """
    if eerder := poort.eerder_gedaan(kenmerk):
        assert eerder.zaak is not None
        return eerder.zaak
    optioneel = beurt().wie.beleid.gegevensset(gegevensset).optioneel
    ingevuld = {veld: waarde for veld, waarde in waarden.items() if waarde or veld not in optioneel}
    herkenning = Herkenning(label, tuple(ingevuld)) if label else None
    verstrekt = poort.verstrek(
        gegevensset, ingevuld, aan, zaak=zaak, gegeven=gegeven, kenmerk=kenmerk, herkenning=herkenning
    )
    if telt:
        tel(gegevensset, telt)
    assert verstrekt.zaak is not None
    return verstrekt.zaak


def antwoord(
    zaak_id: int,
    gegevensset: str,
    waarden: Waarden,
    kenmerk: UUID,
    *,
    gegeven: Mapping[str, bool] | None = None,
    telt: str = "",
) -> int:
    """Send a set back to the group that opened the case; the case's id."""
    zaak = zaak_van(zaak_id)
    return verstuur(gegevensset, waarden, [opener(zaak)], kenmerk, zaak=zaak, gegeven=gegeven, telt=telt).pk


def vraag_ondersteuning(zaak_id: int | None, soort: str, vraag: str, kenmerk: UUID) -> int:
    """A contactpersoon asks for help, or asks on after an answer (HEE-5.7); the case's id."""
    zaak = zaak_van(zaak_id) if zaak_id else None
    waarden = {"soort_vraag": soort, "vraag": vraag}
    label = "" if zaak else f"{soort.capitalize()}e vraag"
    return verstuur(
        "ondersteuningsvraag", waarden, [groep_van(BURGERZAKEN)], kenmerk, zaak=zaak, label=label, telt=soort
    ).pk


def beantwoord_ondersteuning(zaak_id: int, tekst: str, kenmerk: UUID) -> int:
    return antwoord(zaak_id, "ondersteuningsantwoord", {"antwoord_op_vraag": tekst}, kenmerk)


def sluit_vraag(zaak_id: int) -> int:
    with doe(zaak_van(zaak_id), "vraag_sluiten"):
        pass
    return zaak_id


def meld_beveiligingsprobleem(onderdeel: str, wat: str, geconstateerd_op: datetime, kenmerk: UUID) -> int:
    """What does not work, which part, and when that was noticed (HEE-6.2). The municipality is told at once; the case's id.

    Raises Ongeldig when it was noticed later than now.
    """
    if geconstateerd_op > nu():
        raise Ongeldig({"datum": "Dit moment is nog niet geweest. Controleer de datum en de tijd."})
    waarden = {
        "wat_werkt_niet": wat,
        "onderdeel": onderdeel,
        "geconstateerd_op": geconstateerd_op.isoformat(timespec="minutes"),
    }
    aan = groep_van(CONVENANTBEHEERDER)
    nieuw = poort.eerder_gedaan(kenmerk) is None
    na = timesince(geconstateerd_op, nu()).replace("\xa0", " ")
    zaak = verstuur(
        "beveiligingsmelding",
        waarden,
        [aan],
        kenmerk,
        label=f"{onderdeel.replace('_', ' ').capitalize()}, gemeld {na} na constatering",
        telt="gemeld",
    )
    if nieuw:
        bericht(
            [aan],
            f"Beveiligingsprobleem gemeld: zaak {zaak.nummer}",
            "Een corporatie heeft een beveiligingsprobleem gemeld. Bekijk het vandaag nog.",
            _adres_van(zaak),
        )
    return zaak.pk


def handel_beveiligingsprobleem_af(zaak_id: int, maatregel: str, kenmerk: UUID) -> int:
    return antwoord(zaak_id, "beveiligingsmaatregel", {"maatregel": maatregel}, kenmerk, telt="afgehandeld")


def meld_overmacht(wat: str, sinds: date, bewijsstuk: Mapping[str, Any] | None, kenmerk: UUID) -> int:
    """To every other party at once (HEE-12.1); the case's id. Raises Ongeldig when it began later than today."""
    if sinds > vandaag():
        raise Ongeldig({"sinds": "Deze dag is nog niet geweest. Vul in sinds wanneer er overmacht is."})
    anderen = andere_partijen()
    waarden = {"wat_overmacht": wat, "overmacht_sinds": sinds.isoformat(), "bewijsstuk": bewijsstuk}
    nieuw = poort.eerder_gedaan(kenmerk) is None
    label = f"Overmacht bij {beurt().wie.deelname.partij.naam}"
    zaak = verstuur("overmachtmelding", waarden, anderen, kenmerk, label=label, telt="gemeld")
    if nieuw:
        bericht(
            anderen,
            f"Melding van overmacht: zaak {zaak.nummer}",
            "Een partij bij het convenant heeft overmacht gemeld.",
            _adres_van(zaak),
        )
    return zaak.pk


def vraag_doorgifte(ontvanger: str, doel: str, gegevens: str, kenmerk: UUID) -> int:
    """May these kinds of data go to somebody else, and what for (HEE-3.2); the case's id."""
    waarden = {"ontvanger_doorgifte": ontvanger, "doel_doorgifte": doel, "gegevens_doorgifte": gegevens}
    label = f"Doorgifte aan {ontvanger}"
    return verstuur(
        "doorgifteverzoek", waarden, [groep_van(BURGERZAKEN)], kenmerk, label=label, telt="gevraagd"
    ).pk


def sta_doorgifte_toe(zaak_id: int, voorwaarden: str, ingestemd: bool, kenmerk: UUID) -> int:
    """`ingestemd`: the officer confirms that who supplied the data agrees in writing. Raises Geweigerd without it."""
    return antwoord(
        zaak_id,
        "doorgiftetoestemming",
        {"voorwaarden_doorgifte": voorwaarden},
        kenmerk,
        gegeven={"toestemming_leverancier": ingestemd},
        telt="toegestaan",
    )


def weiger_doorgifte(zaak_id: int, reden: str, kenmerk: UUID) -> int:
    return antwoord(zaak_id, "doorgifteweigering", {"reden_doorgifte": reden}, kenmerk, telt="geweigerd")


def _adres_van(zaak: Zaak) -> str:
    return reverse("zaak", args=[beurt().wie.convenant.code, zaak.pk])
