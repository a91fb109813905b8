"""Explaining a decision without performing it: what the screen would say, for a case number or an address."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import apps

from convenant.beleid.beslissing import Reden, Vraag
from convenant.beleid.taal import INZIEN
from convenant.zaken.models import Zaak

from .daad import Daad, weeg
from .grens import beurt
from .logboek import TOEGESTAAN


@dataclass(frozen=True)
class Uitleg:
    """One question with its answer, as the screen would give it."""

    vraag: str
    mag: bool
    redenen: tuple[Reden, ...]


def leg_uit(tekst: str) -> Sequence[Uitleg]:
    """Why the actor may do what at this case number or address. Empty when nothing answers to the text.

    A case that is not there and one that is not theirs give the same: nothing. The question is logged, the text is not.
    """
    huidig = beurt()
    huidig.regels.append(huidig.regel("waarom_vragen", TOEGESTAAN))
    zaak = Zaak.objects.filter(nummer=tekst).first()
    if zaak is not None:
        return [_over_set(zaak, rij.naam) for rij in huidig.wie.beleid.gegevenssets]
    uitleggers = (getattr(config, "leg_adres_uit", None) for config in apps.get_app_configs())
    return [
        Uitleg(*deel)
        for uitlegger in uitleggers
        if uitlegger
        for deel in uitlegger(huidig.wie.beleid.code, tekst)
    ]


def _over_set(zaak: Zaak, gegevensset: str) -> Uitleg:
    wie = beurt().wie
    uitkomst = weeg(Daad(Vraag(wie.kant, INZIEN, zaak.stap, gegevensset), zaak=zaak))
    return Uitleg(f"{gegevensset} inzien", uitkomst.mag, uitkomst.voor_mens(wie.beleid))
