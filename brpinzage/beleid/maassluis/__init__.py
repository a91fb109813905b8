"""Maassluis: correct registrations against woonfraude, everything through the regisseur (docs/eisen/maassluis.yaml).

Who may do what stands in `partijen`, the conditions in `feiten` and `feiten_betrokkene`, purposes and grounds in
`gronden`. What goes to whom in which step, by theme: `zaak`, `betrokkene`, `derden`. Clocks, retention and what the
text leaves open: `beheer`.
"""

from convenant.beleid.taal import Beleid

from . import beheer, betrokkene, derden, feiten, feiten_betrokkene, gronden, partijen, zaak

# No fact is needed by every act: after the end the college still answers requests and the clock still destroys.
# What an exchange needs stands at the purpose, what a person needs at the functie.
MAASSLUIS = Beleid(
    code="maassluis",
    versie=1,
    naam="Gegevensuitwisseling gemeente Maassluis en Maasdelta",
    functies=partijen.FUNCTIES,
    partijsoorten=partijen.PARTIJSOORTEN,
    bevoegdheden=partijen.BEVOEGDHEDEN,
    doelen=gronden.DOELEN,
    grondslagen=gronden.GRONDSLAGEN,
    lijsten=gronden.LIJSTEN,
    feiten=(
        *feiten.OVER_HET_CONVENANT,
        *feiten.OVER_WIE,
        *feiten.OVER_DE_ZAAK,
        *feiten_betrokkene.OVER_DE_BETROKKENE,
        *feiten_betrokkene.OVER_EEN_DERDE,
    ),
    gegevenssets=zaak.GEGEVENSSETS + betrokkene.GEGEVENSSETS + derden.GEGEVENSSETS,
    overgangen=zaak.OVERGANGEN + betrokkene.OVERGANGEN + derden.OVERGANGEN + beheer.OVERGANGEN,
    termijnen=beheer.TERMIJNEN,
    bewaartermijnen=beheer.BEWAARTERMIJNEN,
    instellingen=beheer.INSTELLINGEN,
    verboden=beheer.VERBODEN,
    neutraal="Dit is niet te raadplegen. Vraag het aan de regisseur.",
)
