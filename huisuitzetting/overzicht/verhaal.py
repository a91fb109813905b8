"""The track of a case told to the tenant: out of the page its reader sees, and nothing beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from convenant.poort.dossier import Dossier, Spoor, lees_zaak
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden
from convenant.poort.klokken import Klokstand
from convenant.poort.poort import groep_van
from convenant.poort.wie import Wie
from convenant.poort.zaken import opener, zaak_van
from convenant.tijd import nu, vandaag
from convenant.web.klokken import klokken
from convenant.zaken.models import Zaak
from huisuitzetting.beleid import HAARLEM
from huisuitzetting.beleid.kanten import MELDER, SDV, SWT
from huisuitzetting.melding.wijkteams import wijkteam_van
from huisuitzetting.werkafspraken import contactlijst
from huisuitzetting.werkafspraken.contact import Contact
from huisuitzetting.werkafspraken.ontvangers import naam_van

from .zinnen import GEBEURD, NU, UITERLIJK, VASTGELEGD, WIE

# Whose tenant it is, and who helps the tenant: they speak with the tenant.
VOOR = (MELDER.functie, SWT.functie)


@dataclass(frozen=True)
class Gebeurd:
    """One thing that happened, as the end of a sentence that begins with its day."""

    dag: datetime
    zin: str


@dataclass(frozen=True)
class Uiterlijk:
    """What must be done by when; `meteen`: there is no day for it, `verlopen`: it was not done in time."""

    tot: datetime
    zin: str
    meteen: bool
    verlopen: bool


@dataclass(frozen=True)
class Vastgelegd:
    titel: str
    dag: datetime
    velden: Sequence[tuple[str, object]]
    vorm: str
    gegeven_op: date | None


@dataclass(frozen=True)
class Verhaal:
    """What the tenant reads."""

    maker: str
    nummer: str
    label: str
    gebeurd: Sequence[Gebeurd]
    vastgelegd: Sequence[Vastgelegd]
    nu: str
    uiterlijk: Sequence[Uiterlijk]
    bellen: Sequence[tuple[str, Contact]]


def papieren(wie: Wie, dossier: Dossier) -> Sequence[tuple[str, str]]:
    """The paper of this case for who speaks with the tenant; none of a case that is not about one."""
    if wie.beleid.code == HAARLEM.code and wie.functie in VOOR and dossier.stap in NU:
        return [("zaak_overzicht", "Overzicht voor de huurder")]
    return []


def vertel(zaak_id: int) -> Verhaal:
    """One reading of the case, logged as such. Raises NietGevonden for a case that is not there, not theirs, or not
    about a tenant, and for who does not speak with the tenant; Geweigerd when it may not be read now."""
    wie = beurt().wie
    dossier = lees_zaak(zaak_id)
    if not papieren(wie, dossier):
        raise NietGevonden
    return Verhaal(
        WIE.get(wie.functie, wie.deelname.partij.naam),
        dossier.nummer,
        dossier.label,
        [Gebeurd(rij.moment, GEBEURD[rij.handeling].format(wie=_wie(rij))) for rij in dossier.spoor],
        list(_vastgelegd(dossier)),
        NU[dossier.stap],
        [
            _uiterlijk(plicht.klok)
            for plicht in klokken(wie.beleid, dossier.klokken).plichten
            if plicht.klok.stand == "loopt" and plicht.klok.actie in UITERLIJK
        ],
        list(_bellen(zaak_van(zaak_id))),
    )


def _bellen(zaak: Zaak) -> Iterator[tuple[str, Contact]]:
    """Who stands in the contact list for the corporatie, the wijkteam of the case and the SDV, each as a tenant says it."""
    lijst = contactlijst.lees()
    for titel, groep in (
        ("Uw verhuurder", opener(zaak)),
        ("Het Sociaal Wijkteam", wijkteam_van(zaak)),
        ("De schulddienstverlening", groep_van(SDV)),
    ):
        for contact in lijst.contacten if lijst else ():
            if contact.functie == naam_van(groep) and contact.geldt(vandaag()):
                yield titel, contact


def _wie(rij: Spoor) -> str:
    return WIE.get(rij.functie, rij.partij)


def _uiterlijk(klok: Klokstand) -> Uiterlijk:
    return Uiterlijk(
        klok.vervalt_op, UITERLIJK[klok.actie], klok.na == klok.vervalt_op, klok.vervalt_op <= nu()
    )


def _vastgelegd(dossier: Dossier) -> Iterator[Vastgelegd]:
    for gegevensset, (titel, namen) in VASTGELEGD.items():
        if kopie := dossier.laatste(gegevensset):
            gevuld = [
                (namen[veld.naam], veld.waarde) for veld in kopie.velden if veld.naam in namen and veld.waarde
            ]
            yield Vastgelegd(titel, kopie.moment, gevuld, kopie.vorm, kopie.gegeven_op)
