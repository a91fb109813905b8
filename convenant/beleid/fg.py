"""The functionaris gegevensbescherming (AVG 37-39): sees how the own party handles data, and changes nothing."""

from collections.abc import Mapping

from .beheer import RECHTEN_INZIEN
from .taal import Bevoegdheid, Functie

FG = "functionaris_gegevensbescherming"
REGISTER_INZIEN = "verwerkingsregister_inzien"
STEEKPROEF_INZIEN = "steekproef_inzien"
# Goes on after the end of a convenant.
VAN_TOEZICHT = ("eigen_logboek_lezen", "signalen_inzien", STEEKPROEF_INZIEN, REGISTER_INZIEN)
# Reading only, of the own party, and no case among it.
INZIEN_DOOR_FG = (*VAN_TOEZICHT, RECHTEN_INZIEN)


def functionarissen(
    functies: tuple[Functie, ...], eis: str, vereist: Mapping[str, tuple[str, ...]]
) -> tuple[Functie, ...]:
    """One per soort of party in `vereist`: registered and granted like its colleagues, and none of their work besides
    (AVG 38.6)."""
    rijen = []
    for soort, feiten in vereist.items():
        collegas = [functie for functie in functies if functie.soort == soort]
        rijen.append(
            Functie(
                soort,
                FG,
                "Ziet toe op het gebruik van gegevens door de eigen partij. Ziet geen zaken en verandert niets.",
                eis,
                registreert=collegas[0].registreert,
                verleent=collegas[0].verleent,
                vereist=feiten,
                onverenigbaar=tuple(functie.naam for functie in collegas),
            )
        )
    return tuple(rijen)


def bevoegdheden_fg(soorten: Mapping[str, object], eis: str) -> tuple[Bevoegdheid, ...]:
    return tuple(Bevoegdheid(FG, soort, INZIEN_DOOR_FG, eis, "partij") for soort in soorten)
