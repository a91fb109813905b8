"""Setting up the convenant one works in: parties, signatures, declarations, settings, the start. One verb for all of it.

What is laid down is checked in `partijen.vastleggen`; here the gate decides, and leaves a line in the log.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import Q
from django.utils.module_loading import import_string

from convenant.beleid.beheer import INRICHTEN
from convenant.beleid.beslissing import Vraag
from convenant.beleid.instelling import in_woorden
from convenant.beleid.taal import Instelling
from convenant.partijen import vastleggen
from convenant.partijen.inrichting import InrichtingFout
from convenant.partijen.models import (
    Deelname,
    Inrichtingsgebeurtenis,
    InstellingWaarde,
    Partij,
    Verklaring,
)
from convenant.poort.daad import Daad, handel, toets_vooraf
from convenant.poort.feiten import Verklaard, vragen_van
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.tijd import vandaag

from . import checklist
from .checklist import Gebrek, Stand
from .stand import stand_van

PER_PAGINA = 50


@dataclass(frozen=True)
class Verklaringrij:
    """A declaration of a party (half-open), and the clause of the fact that asks for it."""

    id: int
    soort: str
    van: date
    tot: date | None
    versie: str

    @property
    def loopt(self) -> bool:
        return self.van <= vandaag() and (self.tot is None or vandaag() < self.tot)


@dataclass(frozen=True)
class Partijrij:
    """A party that takes part, as it is shown."""

    id: int
    naam: str
    kvk_nummer: str
    onderdeel_van: str
    soort: str
    getekend_op: date | None
    ondertekenaar: str
    ondertekenaar_functie: str
    einde: date | None


@dataclass(frozen=True)
class Gevonden:
    """A party that exists already."""

    id: int
    naam: str
    kvk_nummer: str
    onderdeel_van: str


@dataclass(frozen=True)
class Instellingrij:
    """A setting of the text with what was filled in (None: nothing) and what holds, in words."""

    instelling: Instelling
    ingevuld: Any

    @property
    def naam(self) -> str:
        return self.instelling.naam

    @property
    def geldt(self) -> str:
        waarde = self.instelling.standaard if self.ingevuld is None else self.ingevuld
        return in_woorden(self.instelling, waarde)

    @property
    def ontbreekt(self) -> bool:
        return self.ingevuld is None and self.instelling.standaard is None


@dataclass(frozen=True)
class Gebeurtenis:
    """One line of the history; `door` is "" for the command line."""

    moment: datetime
    soort: str
    naam: str
    partij: str
    oud: str
    nieuw: str
    reden: str
    door: str


def toets() -> None:
    """Before a form opens: refuse who may not set up. Raises Geweigerd."""
    over = ("convenant", "deelname", "medewerker")
    toets_vooraf(Daad(Vraag(beurt().wie.kant, INRICHTEN)), over=over)


def te_doen() -> tuple[Stand, list[Gebrek]]:
    """How the convenant stands, and what keeps it from going live."""
    wie = beurt().wie
    stand = stand_van(wie)
    return stand, checklist.gebreken(wie.beleid, stand)


def partijen() -> Sequence[Partijrij]:
    """Who takes part, by soort and name."""
    return [_partijrij(rij) for rij in _deelnames().order_by("soort", "partij__naam", "pk")]


def partij(deelname_id: int) -> Partijrij:
    """Raises NietGevonden."""
    return _partijrij(geef_deelname(deelname_id))


def soorten() -> Sequence[str]:
    """Every soort of party the text knows."""
    return list(dict.fromkeys(functie.soort for functie in beurt().wie.beleid.functies))


def gehelen() -> Sequence[Gevonden]:
    """The organisations here that another party can be part of."""
    hier = Partij.objects.filter(
        Q(deelnames__convenant=beurt().wie.convenant)
        | Q(onderdelen__deelnames__convenant=beurt().wie.convenant)
    )
    return [_gevonden(rij) for rij in hier.filter(onderdeel_van=None).distinct().order_by("naam", "pk")]


def zoek(tekst: str) -> Sequence[Gevonden]:
    """Parties that exist already, ten at most."""
    gevonden = vastleggen.zoek_partijen(tekst, beurt().wie.convenant)
    return [_gevonden(rij) for rij in gevonden.select_related("onderdeel_van")[:10]]


def te_kiezen(partij_id: int) -> Gevonden:
    """A party that could be found. Raises NietGevonden."""
    return _gevonden(_te_kiezen(partij_id))


def sluit_aan(
    soort: str,
    *,
    partij: int | None = None,
    naam: str = "",
    kvk_nummer: str = "",
    onderdeel_van: int | None = None,
) -> int:
    """Let a party join: one that exists (`partij`), or one by name and KvK number. The id of its deelname.

    Raises Geweigerd, Ongeldig or NietGevonden.
    """
    wie = beurt().wie
    with vastgelegd(f"partij als {soort}"):
        if partij is not None:
            gekozen = _te_kiezen(partij)
        else:
            geheel = None if onderdeel_van is None else _te_kiezen(onderdeel_van)
            gekozen = vastleggen.neem_partij(naam, kvk_nummer, geheel, wie.convenant)
        return vastleggen.sluit_aan(wie.convenant, gekozen, soort, door=wie.medewerker).pk


def teken(deelname_id: int, *, op: date, naam: str, functie: str, reden: str = "") -> None:
    """Record or correct a signature. Raises Geweigerd, Ongeldig or NietGevonden."""
    deelname = geef_deelname(deelname_id)
    with vastgelegd(f"ondertekening deelname {deelname.pk}"):
        vastleggen.teken(
            deelname, op=op, naam=naam, functie=functie, reden=reden, door=beurt().wie.medewerker
        )


def gevraagde_verklaringen(deelname_id: int) -> Mapping[str, str]:
    """What a party of this soort declares on paper: verklaring -> the clause that asks for it. Raises NietGevonden."""
    beleid = beurt().wie.beleid
    vragen = vragen_van(beleid.code)
    return {
        vraag.verklaring: beleid.feit(naam).eis
        for naam in checklist.vereist_van(beleid, geef_deelname(deelname_id).soort)
        if isinstance(vraag := vragen.get(naam), Verklaard) and not vraag.van_medewerker
    }


def verklaringen(deelname_id: int) -> Sequence[Verklaringrij]:
    """Every declaration of the party that is asked of it, the newest first. Raises NietGevonden."""
    soorten = gevraagde_verklaringen(deelname_id)
    rijen = Verklaring.objects.filter(deelname=deelname_id, soort__in=soorten).order_by("-van", "-pk")
    return [Verklaringrij(rij.pk, rij.soort, rij.van, rij.tot, rij.versie) for rij in rijen]


def verklaar(deelname_id: int, soort: str, *, van: date, tot: date | None, versie: str) -> None:
    """Record what a party declared; `tot` is half-open. Raises Geweigerd, Ongeldig or NietGevonden."""
    if soort not in gevraagde_verklaringen(deelname_id):
        raise NietGevonden
    deelname = geef_deelname(deelname_id)
    with vastgelegd(f"verklaring {soort} deelname {deelname.pk}"):
        vastleggen.verklaar(deelname, soort, van=van, tot=tot, versie=versie, door=beurt().wie.medewerker)


def beeindig_verklaring(deelname_id: int, verklaring_id: int, *, per: date, reden: str) -> None:
    """Raises Geweigerd, Ongeldig or NietGevonden."""
    deelname = geef_deelname(deelname_id)
    soorten = gevraagde_verklaringen(deelname_id)
    verklaring = Verklaring.objects.filter(pk=verklaring_id, deelname=deelname, soort__in=soorten).first()
    if verklaring is None:
        raise NietGevonden
    with vastgelegd(f"einde verklaring {verklaring.soort} deelname {deelname.pk}"):
        vastleggen.beeindig_verklaring(verklaring, per=per, reden=reden, door=beurt().wie.medewerker)


def instellingen(deelname_id: int | None = None) -> Sequence[Instellingrij]:
    """What the text leaves open: of the convenant, or of one party. Raises NietGevonden."""
    wie = beurt().wie
    deelname = None if deelname_id is None else geef_deelname(deelname_id)
    rijen = InstellingWaarde.objects.filter(convenant=wie.convenant, deelname=deelname)
    ingevuld = {rij.naam: rij.waarde for rij in rijen}
    van = "convenant" if deelname is None else "deelname"
    return [Instellingrij(rij, ingevuld.get(rij.naam)) for rij in wie.beleid.instellingen if rij.van == van]


def instelling(naam: str, deelname_id: int | None = None) -> Instellingrij:
    """Raises NietGevonden when the text leaves no such thing open here."""
    rij = next((rij for rij in instellingen(deelname_id) if rij.naam == naam), None)
    if rij is None:
        raise NietGevonden
    return rij


def stel_in(naam: str, waarde: Any, *, gezien: Any, deelname_id: int | None = None) -> None:
    """Fill in a setting, or take it back to the standard of the text (None). Raises Geweigerd, Ongeldig, NietGevonden.

    What only the app of a text can tell of a value, its AppConfig names per policy and setting: `toets_instelling` gives
    a function from the value to what is wrong with it, "" when nothing is.
    """
    instelling(naam, deelname_id)
    deelname = None if deelname_id is None else geef_deelname(deelname_id)
    over = f" deelname {deelname.pk}" if deelname else ""
    wie = beurt().wie
    with vastgelegd(f"instelling {naam}{over}"):
        for config in apps.get_app_configs():
            pad = getattr(config, "toets_instelling", {}).get(wie.beleid.code, {}).get(naam)
            if pad and waarde is not None and (zin := import_string(pad)(waarde)):
                raise Ongeldig({"": zin})
        vastleggen.stel_in(wie.convenant, deelname, naam, waarde, gezien=gezien, door=wie.medewerker)


def ingang() -> tuple[date | None, date | None]:
    """The day the convenant is in force from, and the first day the text allows (None: somebody must still sign)."""
    getekend_op = [deelname.getekend_op for deelname in _deelnames()]
    wie = beurt().wie
    return wie.convenant.ingang, vastleggen.eerste_ingang(wie.beleid, getekend_op)


def zet_ingang(dag: date, reden: str = "") -> None:
    """Raises Geweigerd or Ongeldig."""
    wie = beurt().wie
    with vastgelegd("ingang"):
        vastleggen.zet_ingang(wie.convenant, dag, reden=reden, door=wie.medewerker)


def geschiedenis(
    *, deelname_id: int | None = None, naam: str = "", bladzijde: int = 1
) -> tuple[Sequence[Gebeurtenis], bool]:
    """What was laid down, the newest first, fifty at a time, and whether there is more. Raises NietGevonden."""
    rijen = Inrichtingsgebeurtenis.objects.filter(convenant=beurt().wie.convenant)
    if deelname_id is not None:
        rijen = rijen.filter(deelname=geef_deelname(deelname_id))
    if naam:
        rijen = rijen.filter(naam=naam)
    vanaf = (bladzijde - 1) * PER_PAGINA
    gekozen = rijen.select_related("deelname__partij", "door__account").order_by("-moment", "-pk")
    lijst = [_gebeurtenis(rij) for rij in gekozen[vanaf : vanaf + PER_PAGINA + 1]]
    return lijst[:PER_PAGINA], len(lijst) > PER_PAGINA


@contextmanager
def vastgelegd(onderwerp: str) -> Iterator[None]:
    """The act: decided, in a savepoint, with its line; what the rules refuse comes back to the form."""
    with handel(INRICHTEN, onderwerp=onderwerp):
        try:
            yield
        except InrichtingFout as fout:
            raise Ongeldig({"": str(fout)}) from fout


def _deelnames():
    return Deelname.objects.filter(convenant=beurt().wie.convenant).select_related(
        "partij__onderdeel_van", "convenant"
    )


def geef_deelname(deelname_id: int) -> Deelname:
    rij = _deelnames().filter(pk=deelname_id).first()
    if rij is None:
        raise NietGevonden
    return rij


def _te_kiezen(partij_id: int) -> Partij:
    """A party that could be found: by its KvK number, or because it takes part here."""
    convenant = beurt().wie.convenant
    bekend = (
        ~Q(kvk_nummer="") | Q(deelnames__convenant=convenant) | Q(onderdelen__deelnames__convenant=convenant)
    )
    rij = Partij.objects.filter(bekend, pk=partij_id).first()
    if rij is None:
        raise NietGevonden
    return rij


def _partijrij(rij: Deelname) -> Partijrij:
    partij = _gevonden(rij.partij)
    return Partijrij(
        rij.pk,
        partij.naam,
        partij.kvk_nummer,
        partij.onderdeel_van,
        rij.soort,
        rij.getekend_op,
        rij.ondertekenaar,
        rij.ondertekenaar_functie,
        rij.einde,
    )


def _gevonden(rij: Partij) -> Gevonden:
    return Gevonden(rij.pk, rij.naam, rij.kvk_nummer, rij.onderdeel_van.naam if rij.onderdeel_van else "")


def _gebeurtenis(rij: Inrichtingsgebeurtenis) -> Gebeurtenis:
    return Gebeurtenis(
        rij.moment,
        rij.soort,
        rij.naam,
        rij.deelname.partij.naam if rij.deelname else "",
        _in_woorden(rij, rij.oud),
        _in_woorden(rij, rij.nieuw),
        rij.reden,
        rij.door.account.naam if rij.door else "",
    )


def _in_woorden(rij: Inrichtingsgebeurtenis, waarde: Any) -> str:
    """A value of the history as people read it."""
    if waarde is None:
        return ""
    if rij.soort == vastleggen.INSTELLING:
        bekend = {instelling.naam: instelling for instelling in beurt().wie.beleid.instellingen}
        return in_woorden(bekend[rij.naam], waarde) if rij.naam in bekend else str(waarde)
    delen = waarde.values() if isinstance(waarde, dict) else [waarde]
    return ", ".join(_datum(str(deel)).replace("_", " ") for deel in delen if deel)


def _datum(tekst: str) -> str:
    try:
        return f"{date.fromisoformat(tekst):%d-%m-%Y}"
    except ValueError:
        return tekst
