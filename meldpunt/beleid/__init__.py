"""Zoeklicht: fraud with homes in Amsterdam, three directies and nine corporaties (docs/eisen/zoeklicht.yaml).

One file per activity of article 4 (A to F), one for who takes part, and one each for the grounds (1, 2, 5), the rights of
persons (8), security and keeping (10) and the Stuurgroep with the life of the convenant (3, 9, 11, 13).
"""

from convenant.beleid.fg import VAN_TOEZICHT
from convenant.beleid.taal import Beleid, handelingen

from . import (
    a_linge,
    a_meldpunt,
    aansturing,
    b_combiteams,
    beveiliging,
    c_afstemming,
    d_bestanden,
    e_f_rapportage,
    grondslagen,
    kanten,
    rechten,
)

ZOEKLICHT = Beleid(
    code="zoeklicht",
    versie=1,
    naam="Convenant Zoeklicht, gemeente Amsterdam en woningcorporaties",
    functies=kanten.FUNCTIES,
    partijsoorten=kanten.PARTIJSOORTEN,
    bevoegdheden=(
        *a_meldpunt.BEVOEGDHEDEN,
        *a_linge.BEVOEGDHEDEN,
        *b_combiteams.BEVOEGDHEDEN,
        *c_afstemming.BEVOEGDHEDEN,
        *d_bestanden.BEVOEGDHEDEN,
        *e_f_rapportage.BEVOEGDHEDEN,
        *rechten.BEVOEGDHEDEN,
        *beveiliging.BEVOEGDHEDEN,
        *aansturing.BEVOEGDHEDEN,
    ),
    doelen=grondslagen.DOELEN,
    grondslagen=grondslagen.GRONDSLAGEN,
    feiten=(
        *kanten.FEITEN,
        *grondslagen.FEITEN,
        *a_meldpunt.FEITEN,
        *b_combiteams.FEITEN,
        *c_afstemming.FEITEN,
        *d_bestanden.FEITEN,
        *e_f_rapportage.FEITEN,
        *rechten.FEITEN,
        *beveiliging.FEITEN,
        *aansturing.FEITEN,
    ),
    gegevenssets=(
        *a_meldpunt.GEGEVENSSETS,
        *a_linge.GEGEVENSSETS,
        *b_combiteams.GEGEVENSSETS,
        *c_afstemming.GEGEVENSSETS,
        *d_bestanden.GEGEVENSSETS,
        *e_f_rapportage.GEGEVENSSETS,
        *rechten.GEGEVENSSETS,
        *beveiliging.GEGEVENSSETS,
        *aansturing.GEGEVENSSETS,
    ),
    overgangen=(
        *a_meldpunt.OVERGANGEN,
        *a_linge.OVERGANGEN,
        *b_combiteams.OVERGANGEN,
        *c_afstemming.OVERGANGEN,
        *d_bestanden.OVERGANGEN,
        *rechten.OVERGANGEN,
        *beveiliging.OVERGANGEN,
        *aansturing.OVERGANGEN,
    ),
    termijnen=(
        *a_linge.TERMIJNEN,
        *d_bestanden.TERMIJNEN,
        *rechten.TERMIJNEN,
        *beveiliging.TERMIJNEN,
        *aansturing.TERMIJNEN,
    ),
    bewaartermijnen=beveiliging.BEWAARTERMIJNEN,
    instellingen=(
        *a_meldpunt.INSTELLINGEN,
        *d_bestanden.INSTELLINGEN,
        *e_f_rapportage.INSTELLINGEN,
        *beveiliging.INSTELLINGEN,
        *aansturing.INSTELLINGEN,
    ),
    verboden=b_combiteams.VERBODEN,
    lijsten=(*aansturing.LIJSTEN, *rechten.LIJSTEN),
    altijd_vereist=("convenant_actief",),
    altijd_bij_inzage=("convenant_actief",),
    ook_na_afloop=(
        *handelingen(*rechten.BEVOEGDHEDEN),
        "incident_vastleggen",
        "incident_melden",
        "incident_behandelen",
        "incident_afhandelen",
        *VAN_TOEZICHT,
    ),
    neutraal="Dit is niet te zien of niet te doen. Vraag het aan het secretariaat van de Stuurgroep.",
)

__all__ = ["ZOEKLICHT"]
