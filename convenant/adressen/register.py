"""Finding an address while somebody types, in the register that the settings name (docs/adr/0024-adresregister.md).

What somebody types here points at a person they look into: it stays out of every log, cache and address of ours.
"""

import logging
from collections.abc import Callable, Mapping, Sequence

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from convenant.lijn import GeenAntwoord, is_beschermd

from .bag import Bag
from .bron import Bron
from .demo import Demo
from .lezen import lees
from .pdok import Pdok
from .voorstel import BAG_ID, Adresvoorstel, kaal

BRONNEN: Mapping[str, Callable[[str, str, float], Bron]] = {"demo": Demo, "bag": Bag, "pdok": Pdok}

logger = logging.getLogger(__name__)


def zoek(tekst: str, gemeente: str) -> Sequence[Adresvoorstel]:
    """The addresses of this municipality that begin as typed, the best first; without those all that come near.

    `tekst` is "2101ab12", "Lindelaan 12 A-2" or a BAG id. Raises GeenAntwoord when the register gives none.
    """
    zoektekst = lees(tekst)
    if zoektekst.is_bag_id:
        return op_bag_id(zoektekst.tekst, gemeente)
    if not zoektekst.genoeg:
        return []
    gevonden = _vraag(lambda bron: bron.zoek(zoektekst, gemeente))
    begin = kaal(zoektekst.tekst)
    return sorted((adres for adres in gevonden if adres.begint_met(begin)), key=_volgorde) or gevonden


def op_bag_id(bag_id: str, gemeente: str) -> Sequence[Adresvoorstel]:
    """The addresses of one verblijfsobject, ligplaats or standplaats here; none for a number that is no such id.

    Raises GeenAntwoord when the register gives none.
    """
    if not BAG_ID.fullmatch(bag_id):
        return []
    return _vraag(lambda bron: bron.op_bag_id(bag_id, gemeente))


def staat_aan() -> bool:
    return bool(settings.ADRESREGISTER)


def controleer() -> None:
    """Raises ImproperlyConfigured for a register that is not known, or a line to it that can be read along."""
    if staat_aan() and settings.ADRESREGISTER not in BRONNEN:
        raise ImproperlyConfigured(f"ADRESREGISTER is one of {', '.join(BRONNEN)}, or empty.")
    if settings.ADRESREGISTER_URL and not is_beschermd(settings.ADRESREGISTER_URL):
        raise ImproperlyConfigured("ADRESREGISTER_URL is reached over https only.")


def _vraag(stel: Callable[[Bron], Sequence[Adresvoorstel]]) -> Sequence[Adresvoorstel]:
    """Each address once. Where no register is set there are none."""
    if not staat_aan():
        return []
    bron = BRONNEN[settings.ADRESREGISTER](
        settings.ADRESREGISTER_URL, settings.ADRESREGISTER_SLEUTEL, settings.ADRESREGISTER_SECONDEN
    )
    try:
        return list(dict.fromkeys(stel(bron)))
    except GeenAntwoord as fout:
        logger.warning("adressen: %s", fout.code)
        raise


def _volgorde(adres: Adresvoorstel) -> tuple[str, int, str]:
    return kaal(adres.straatnaam), int(adres.huisnummer), adres.nummer
