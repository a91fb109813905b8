"""Haarlem: preventing evictions, the gemeente and three corporaties (docs/eisen/haarlem.yaml).

One file per stretch of the road from arrears to a prevented eviction, one for who takes part, one for purposes and
grounds, one for the working agreements (4, 9, 10), three for the privacyreglement (bijlage 1) and one for what is kept.
"""

from convenant.beleid.fg import VAN_TOEZICHT
from convenant.beleid.taal import Beleid

from . import (
    betaling,
    bewaring,
    grondslagen,
    inbreuken,
    kanten,
    melding,
    ontruiming,
    rechten,
    reglement,
    schuldhulp,
    stappen,
    terugkoppeling,
    werkafspraken,
    wijkteam,
)

HAARLEM = Beleid(
    code="haarlem",
    versie=1,
    naam="Convenant Preventie huisuitzettingen, gemeente Haarlem en woningcorporaties",
    functies=kanten.FUNCTIES,
    partijsoorten=kanten.PARTIJSOORTEN,
    bevoegdheden=(
        *kanten.BEVOEGDHEDEN,
        *melding.BEVOEGDHEDEN,
        *terugkoppeling.BEVOEGDHEDEN,
        *wijkteam.BEVOEGDHEDEN,
        *betaling.BEVOEGDHEDEN,
        *schuldhulp.BEVOEGDHEDEN,
        *ontruiming.BEVOEGDHEDEN,
        *stappen.BEVOEGDHEDEN,
        *werkafspraken.BEVOEGDHEDEN,
        *rechten.BEVOEGDHEDEN,
        *inbreuken.BEVOEGDHEDEN,
        *reglement.BEVOEGDHEDEN,
    ),
    doelen=grondslagen.DOELEN,
    grondslagen=grondslagen.GRONDSLAGEN,
    feiten=(
        *kanten.FEITEN,
        *grondslagen.FEITEN,
        *melding.FEITEN,
        *terugkoppeling.FEITEN,
        *wijkteam.FEITEN,
        *betaling.FEITEN,
        *schuldhulp.FEITEN,
        *ontruiming.FEITEN,
        *stappen.FEITEN,
        *werkafspraken.FEITEN,
        *rechten.FEITEN,
        *inbreuken.FEITEN,
        *reglement.FEITEN,
    ),
    gegevenssets=(
        *melding.GEGEVENSSETS,
        *terugkoppeling.GEGEVENSSETS,
        *wijkteam.GEGEVENSSETS,
        *betaling.GEGEVENSSETS,
        *schuldhulp.GEGEVENSSETS,
        *ontruiming.GEGEVENSSETS,
        *werkafspraken.GEGEVENSSETS,
        *rechten.GEGEVENSSETS,
        *inbreuken.GEGEVENSSETS,
        *reglement.GEGEVENSSETS,
    ),
    overgangen=(
        *melding.OVERGANGEN,
        *wijkteam.OVERGANGEN,
        *betaling.OVERGANGEN,
        *schuldhulp.OVERGANGEN,
        *ontruiming.OVERGANGEN,
        *stappen.OVERGANGEN,
        *werkafspraken.OVERGANGEN,
        *rechten.OVERGANGEN,
        *inbreuken.OVERGANGEN,
        *reglement.OVERGANGEN,
    ),
    termijnen=(
        *melding.TERMIJNEN,
        *terugkoppeling.TERMIJNEN,
        *betaling.TERMIJNEN,
        *schuldhulp.TERMIJNEN,
        *ontruiming.TERMIJNEN,
        *werkafspraken.TERMIJNEN,
        *rechten.TERMIJNEN,
        *inbreuken.TERMIJNEN,
        *reglement.TERMIJNEN,
    ),
    bewaartermijnen=(*wijkteam.BEWAARTERMIJNEN, *bewaring.BEWAARTERMIJNEN),
    instellingen=(
        *melding.INSTELLINGEN,
        *wijkteam.INSTELLINGEN,
        *werkafspraken.INSTELLINGEN,
        *bewaring.INSTELLINGEN,
    ),
    verboden=grondslagen.VERBODEN,
    altijd_vereist=("alle_partijen_getekend",),
    altijd_bij_inzage=("alle_partijen_getekend",),
    ook_na_afloop=VAN_TOEZICHT,
    elke_vorm="HAA-PR3.2",
    neutraal="Dit is niet te zien of niet te doen. Vraag het aan uw contactpersoon bij de gemeente Haarlem.",
)

__all__ = ["HAARLEM"]
