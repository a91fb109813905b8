"""Parties, signatures, declarations, settings and people of a convenant from one file, all or nothing.

The file is TOML, so that a comment may stand beside each line. It gives nobody a right: that takes two people.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from convenant.beleid.instelling import in_woorden
from convenant.partijen import vastleggen
from convenant.partijen.inrichting import InrichtingFout
from convenant.partijen.models import Account, Convenant, Deelname, InstellingWaarde, Partij, Verklaring
from convenant.tijd import vandaag

from . import begin

BESTAND = frozenset({"ingang", "instellingen", "partij"})
PARTIJ = frozenset(
    "naam kvk soort onderdeel_van getekend_op ondertekenaar functie verklaringen instellingen mens".split()
)
MENS = frozenset({"naam", "email", "verklaringen"})


@dataclass
class Verslag:
    """What the file changes, what is wrong with it (place: sentence), and the new accounts to invite."""

    gedaan: list[str] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)
    nieuw: list[Account] = field(default_factory=list)

    def doe(self, plek: str, daad: Callable[[], str]) -> None:
        """One act, in a savepoint; what it changed in words, or "" for nothing."""
        try:
            with transaction.atomic():
                if gedaan := daad():
                    self.gedaan.append(f"{plek}: {gedaan}")
        except InrichtingFout as fout:
            self.fouten.append(f"{plek}: {fout}")


def lees(inhoud: bytes) -> Mapping[str, Any]:
    """The file as data. Raises InrichtingFout with the line when it cannot be read."""
    try:
        return tomllib.loads(inhoud.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        raise InrichtingFout(f"Het bestand is niet te lezen: {fout}") from fout


def voer_uit(convenant: Convenant, inhoud: Mapping[str, Any]) -> Verslag:
    """Do everything the file says that is not so yet; inside a transaction of the caller, who undoes it on errors.

    Raises InrichtingFout for a file of another shape.
    """
    verslag = Verslag()
    _onbekend(verslag, "bestand", inhoud, BESTAND)
    for nummer, rij in enumerate(_rijen(inhoud, "partij"), start=1):
        _partij(verslag, f"partij {nummer} ({rij.get('naam', 'zonder naam')})", convenant, rij)
    _instellingen(verslag, "instellingen", convenant, None, inhoud)
    if "ingang" in inhoud:
        verslag.doe("ingang", partial(_zet_ingang, convenant, inhoud["ingang"]))
    return verslag


def _partij(verslag: Verslag, plek: str, convenant: Convenant, rij: Mapping[str, Any]) -> None:
    _onbekend(verslag, plek, rij, PARTIJ)
    verslag.doe(plek, partial(_sluit_aan, convenant, rij))
    deelname = _deelname(convenant, rij)
    if deelname is None:
        return
    if "getekend_op" in rij:
        verslag.doe(f"{plek}, ondertekening", partial(_teken, deelname, rij))
    for soort, van in _tabel(rij, "verklaringen").items():
        verslag.doe(f"{plek}, verklaringen.{soort}", partial(_verklaar, deelname, soort, van))
    _instellingen(verslag, f"{plek}, instellingen", convenant, deelname, rij)
    for nummer, mens in enumerate(_rijen(rij, "mens"), start=1):
        # By number: an error is read by others than who wrote the file.
        hier = f"{plek}, mens {nummer}"
        _onbekend(verslag, hier, mens, MENS)
        verslag.doe(hier, partial(_neem_in_dienst, verslag, deelname.partij, mens))


def _instellingen(
    verslag: Verslag, plek: str, convenant: Convenant, deelname: Deelname | None, rij: Mapping[str, Any]
) -> None:
    for naam, waarde in _tabel(rij, "instellingen").items():
        verslag.doe(f"{plek}.{naam}", partial(_stel_in, convenant, deelname, naam, waarde))


def _sluit_aan(convenant: Convenant, rij: Mapping[str, Any]) -> str:
    geheel = None
    if naam := _tekst(rij, "onderdeel_van"):
        geheel = Partij.objects.filter(naam__iexact=naam, onderdeel_van=None).first()
        if geheel is None:
            geheel = vastleggen.neem_partij(naam, "", None, convenant)
    partij = vastleggen.neem_partij(_tekst(rij, "naam"), _tekst(rij, "kvk"), geheel, convenant)
    soort = _tekst(rij, "soort")
    if Deelname.objects.filter(convenant=convenant, partij=partij, soort=soort).exists():
        return ""
    vastleggen.sluit_aan(convenant, partij, soort, door=None)
    return f"sluit aan als {soort}"


def _deelname(convenant: Convenant, rij: Mapping[str, Any]) -> Deelname | None:
    return Deelname.objects.filter(
        convenant=convenant, soort=_tekst(rij, "soort"), partij__naam__iexact=_tekst(rij, "naam")
    ).first()


def _teken(deelname: Deelname, rij: Mapping[str, Any]) -> str:
    op, was = _dag(rij["getekend_op"]), deelname.getekend_op
    naam, functie = _tekst(rij, "ondertekenaar"), _tekst(rij, "functie")
    if (op, naam, functie) == (was, deelname.ondertekenaar, deelname.ondertekenaar_functie):
        return ""
    vastleggen.teken(deelname, op=op, naam=naam, functie=functie, door=None)
    return f"getekend op {op:%d-%m-%Y}"


def _verklaar(deelname: Deelname, soort: str, van: Any) -> str:
    if Verklaring.objects.filter(deelname=deelname, soort=soort, van=_dag(van)).exists():
        return ""
    vastleggen.verklaar(deelname, soort, van=_dag(van), door=None)
    return "vastgelegd"


def _stel_in(convenant: Convenant, deelname: Deelname | None, naam: str, waarde: Any) -> str:
    instelling = vastleggen.instelling_van(convenant.beleid, naam)
    if isinstance(waarde, date):
        waarde = waarde.isoformat()
    was = InstellingWaarde.objects.filter(convenant=convenant, deelname=deelname, naam=naam).first()
    vastleggen.stel_in(convenant, deelname, naam, waarde, door=None)
    return "" if was is not None and was.waarde == waarde else in_woorden(instelling, waarde)


def _zet_ingang(convenant: Convenant, dag: Any) -> str:
    if convenant.ingang == _dag(dag):
        return ""
    vastleggen.zet_ingang(convenant, _dag(dag), door=None)
    return f"{dag:%d-%m-%Y}"


def _neem_in_dienst(verslag: Verslag, partij: Partij, rij: Mapping[str, Any]) -> str:
    naam, email = _tekst(rij, "naam"), _tekst(rij, "email")
    if not naam:
        raise InrichtingFout("Vul een naam in.")
    try:
        validate_email(email)
    except ValidationError as fout:
        raise InrichtingFout("Vul een e-mailadres in.") from fout
    medewerker, nieuw = begin.neem_in_dienst(partij, naam, email)
    if nieuw:
        verslag.nieuw.append(medewerker.account)
    gedaan = ["nieuw account"] if nieuw else []
    for soort, van in _tabel(rij, "verklaringen").items():
        dag = _dag(van)
        if dag > vandaag():
            raise InrichtingFout("Een verklaring kan niet in de toekomst liggen.")
        _, gemaakt = Verklaring.objects.get_or_create(medewerker=medewerker, soort=soort, van=dag)
        gedaan += [f"verklaring {soort}"] if gemaakt else []
    return ", ".join(gedaan)


def _onbekend(verslag: Verslag, plek: str, rij: Mapping[str, Any], bekend: frozenset[str]) -> None:
    verslag.fouten += [f"{plek}: {naam} is hier niet bekend." for naam in rij if naam not in bekend]


def _tekst(rij: Mapping[str, Any], naam: str) -> str:
    waarde = rij.get(naam, "")
    if not isinstance(waarde, str):
        raise InrichtingFout(f"Zet {naam} tussen aanhalingstekens.")
    return waarde


def _dag(waarde: Any) -> date:
    if type(waarde) is not date:
        raise InrichtingFout("Schrijf een dag als 2026-12-31, zonder aanhalingstekens.")
    return waarde


def _rijen(rij: Mapping[str, Any], naam: str) -> list[Mapping[str, Any]]:
    rijen = rij.get(naam, [])
    if not isinstance(rijen, list) or not all(isinstance(deel, dict) for deel in rijen):
        raise InrichtingFout(f"{naam} is hier geen lijst: schrijf er [[{naam}]] boven.")
    return rijen


def _tabel(rij: Mapping[str, Any], naam: str) -> Mapping[str, Any]:
    tabel = rij.get(naam, {})
    if not isinstance(tabel, dict):
        raise InrichtingFout(f"{naam} is hier geen tabel van namen en waarden.")
    return tabel
