"""The facts Zoeklicht's conditions name about who works there; those of a case come with its screens."""

from collections.abc import Mapping

from convenant.poort import feiten as kern
from convenant.poort.feiten import FeitVraag

ZOEKLICHT: Mapping[str, FeitVraag] = {
    "convenant_actief": kern.convenant_actief,
    "is_partij": kern.heeft_getekend,
    "niet_uitgetreden": kern.doet_mee,
    "geheimhouding_getekend": kern.verklaring_van_medewerker("geheimhouding"),
    "managementniveau": kern.verklaring_van_medewerker("managementniveau"),
}
