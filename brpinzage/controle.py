"""A control of one corporatie (HEE-4): questions, answers with documents, and what the municipality found."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from convenant.beleid.kalender import einde_van
from convenant.poort import klokken
from convenant.poort.handeling import Ongeldig
from convenant.poort.zaken import zaak_van, zet_label
from convenant.tijd import vandaag

from .deelnemers import beheerder_van, corporatie_van, gekozen_beheerder
from .rondom import antwoord, verstuur


def open_controle(
    zaak_id: int | None, corporatie: str, vraag: str, stukken: str, antwoord_voor: date, kenmerk: UUID
) -> int:
    """Ask a chosen corporatie, or ask on after an answer; the case's id.

    Raises Ongeldig when the day of the answer has been.
    """
    if antwoord_voor < vandaag():
        raise Ongeldig({"antwoord_voor": "Deze dag is al geweest. Kies vandaag of een latere dag."})
    zaak = zaak_van(zaak_id) if zaak_id else None
    beheerder = beheerder_van(corporatie_van(zaak)) if zaak else gekozen_beheerder(corporatie)
    naam = beheerder.deelname.partij.naam
    waarden = {
        "controlevraag": vraag,
        "gevraagde_stukken": stukken,
        "antwoord_voor": antwoord_voor.isoformat(),
    }
    label = f"Controle bij {naam}"
    gestuurd = verstuur(
        "controlevragen", waarden, [beheerder], kenmerk, zaak=zaak, label=label, telt="gesteld"
    )
    zet_label(gestuurd, label)
    klokken.gebeurt("controle_gevraagd", zaak=gestuurd, afgesproken=einde_van(antwoord_voor))
    return gestuurd.pk


def beantwoord(zaak_id: int, tekst: str, stukken: Mapping[str, Any] | None, kenmerk: UUID) -> int:
    """The corporatie answers inside the case, with a document where that was asked."""
    waarden = {"antwoord_op_controle": tekst, "stukken": stukken}
    return antwoord(zaak_id, "controleantwoord", waarden, kenmerk)


def rond_af(zaak_id: int, bevinding: str, kenmerk: UUID) -> int:
    """What was found, with or without an answer; the case ends."""
    zaak = zaak_van(zaak_id)
    aan = [beheerder_van(corporatie_van(zaak))]
    return verstuur(
        "controlebevinding", {"bevinding": bevinding}, aan, kenmerk, zaak=zaak, telt="afgerond"
    ).pk
