"""The facts Krimpen's conditions name about who works there; those of a case come with its screens."""

from collections.abc import Mapping

from convenant.poort import feiten as kern
from convenant.poort.feiten import FeitVraag

KRIMPEN: Mapping[str, FeitVraag] = {
    "convenant_actief": kern.convenant_actief,
    "deelname_getekend": kern.deelname_getekend,
    "geheimhouding_getekend": kern.verklaring_van_medewerker("geheimhouding"),
    "betrouwbaarheid_aangetoond": kern.verklaring_van_medewerker("betrouwbaarheid"),
}
