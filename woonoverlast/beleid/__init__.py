"""Krimpen: police, municipalities and landlords tackle complex nuisance together (docs/eisen/krimpen.yaml).

By theme: `partijen` (who and why), `zaak` (the case), `gegevens` (categories of data), `vragen` (the table of six
steps), `bewaren`, `incident`, `informeren`, `rechten`, `convenantbeheer`.
"""

from convenant.beleid.taal import Beleid

from . import bewaren, convenantbeheer, gegevens, incident, informeren, partijen, rechten, vragen, zaak

KRIMPEN = Beleid(
    code="krimpen",
    versie=1,
    naam="Regionaal convenant aanpak woonoverlast",
    functies=partijen.FUNCTIES,
    partijsoorten=partijen.PARTIJSOORTEN,
    bevoegdheden=(
        *partijen.BEVOEGDHEDEN,
        *zaak.BEVOEGDHEDEN,
        *gegevens.BEVOEGDHEDEN,
        *vragen.BEVOEGDHEDEN,
        *bewaren.BEVOEGDHEDEN,
        *incident.BEVOEGDHEDEN,
        *informeren.BEVOEGDHEDEN,
        *rechten.BEVOEGDHEDEN,
        *convenantbeheer.BEVOEGDHEDEN,
    ),
    doelen=partijen.DOELEN,
    grondslagen=partijen.GRONDSLAGEN,
    feiten=(
        *partijen.FEITEN,
        *zaak.FEITEN,
        *gegevens.FEITEN,
        *vragen.FEITEN,
        *bewaren.FEITEN,
        *incident.FEITEN,
        *informeren.FEITEN,
        *rechten.FEITEN,
        *convenantbeheer.FEITEN,
    ),
    gegevenssets=(
        *gegevens.GEGEVENSSETS,
        *vragen.GEGEVENSSETS,
        *bewaren.GEGEVENSSETS,
        *incident.GEGEVENSSETS,
        *informeren.GEGEVENSSETS,
        *rechten.GEGEVENSSETS,
    ),
    overgangen=(
        *zaak.OVERGANGEN,
        *bewaren.OVERGANGEN,
        *incident.OVERGANGEN,
        *rechten.OVERGANGEN,
        *convenantbeheer.OVERGANGEN,
    ),
    termijnen=(
        *bewaren.TERMIJNEN,
        *incident.TERMIJNEN,
        *informeren.TERMIJNEN,
        *rechten.TERMIJNEN,
        *convenantbeheer.TERMIJNEN,
    ),
    bewaartermijnen=bewaren.BEWAARTERMIJNEN,
    instellingen=(*bewaren.INSTELLINGEN, *incident.INSTELLINGEN, *rechten.INSTELLINGEN),
    neutraal="Dit kan hier niet. Vraag het aan de regisseur van de gemeente.",
)
