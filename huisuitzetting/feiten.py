"""The facts Haarlem's conditions name: about who works there, and about a tenancy with arrears."""

from collections.abc import Mapping

from convenant.looptijd import voorstellen
from convenant.poort import feiten as kern
from convenant.poort.feiten import FeitVraag

from .achterstand.feiten import HUUR
from .melding.feiten import MELDING
from .ontruiming.feiten import ONTRUIMING
from .privacyreglement.feiten import PRIVACYREGLEMENT
from .schuldhulp.feiten import SCHULDHULP
from .werkafspraken.feiten import WERKAFSPRAKEN
from .wijkteam.feiten import WIJKTEAM

HAARLEM: Mapping[str, FeitVraag] = {
    "alle_partijen_getekend": kern.alle_partijen_getekend,
    "convenant_van_kracht": kern.convenant_actief,
    "geheimhouding_in_contract": kern.verklaring_van_medewerker("geheimhouding"),
    # Employed by the party itself, or the others agreed in writing beforehand (HAA-PR5.6).
    "derde_toegestaan": kern.verklaring_van_derde("instemming_partijen"),
    "lid_van_wijkteam": kern.verklaring_van_medewerker("wijkteam"),
    "aangemeld_door_eigen_partij": kern.aangemeld_door_eigen_partij,
    **HUUR,
    **MELDING,
    **ONTRUIMING,
    **PRIVACYREGLEMENT,
    **SCHULDHULP,
    **WERKAFSPRAKEN,
    **WIJKTEAM,
    **voorstellen.FEITEN,
}
