"""The second time through the file: each agreement becomes the row that a CSV file would have had, or its faults."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import BinaryIO, NamedTuple, TypeVar

from convenant.bestand import Fouten, lees_cellen
from convenant.jsonbestand import lees_lijsten
from convenant.tijd import vandaag
from huisuitzetting.achterstand import huurbestand
from huisuitzetting.achterstand.huur import Huur
from huisuitzetting.achterstand.regeling import PER_MAAND, SINDS, TOT

from . import codes
from .delen import GEEN_VERA, Bij, Delen
from .waarden import Ding, VeraFout, bedrag, code, datum, groep, lijst, sleutel, tekst

T = TypeVar("T")
NAMEN = tuple(naam for naam, deel in codes.DEEL.items() if deel == codes.OVEREENKOMSTEN)


class Overslaan(Exception):
    """This agreement is not the tenancy of a dwelling that a person rents now, or it has no arrears and cannot be read."""


class Rol(NamedTuple):
    """One role of one relation: sorted, who had it first, and of two at once always the same."""

    begin: date
    wie: str
    soort: str
    loopt: bool
    relatie: Ding


def open_bestand(bron: BinaryIO, fouten: Fouten) -> tuple[Sequence[str], Iterator[tuple[int, Huur]]]:
    """The columns that the file says something about, and its rows without faults, by the place of the agreement from 1.

    The others are told of in `fouten`; what is no running tenancy of a dwelling is left out and counted. Raises BestandFout
    for what makes reading on useless.
    """
    delen = Delen(bron, fouten)
    kolommen = [*huurbestand.KOLOMMEN.verplicht, "bewind"]
    kolommen += ["betalingsregeling", SINDS, PER_MAAND, TOT] * (codes.REGELINGEN in delen.namen)
    kolommen += ["deurwaarder_op"] * (codes.INCASSOS in delen.namen)
    return kolommen, _rijen(bron, delen, fouten)


def _rijen(bron: BinaryIO, delen: Delen, fouten: Fouten) -> Iterator[tuple[int, Huur]]:
    gezien: dict[str, int] = {}
    plek = 0
    for _, nummer, ding in lees_lijsten(bron, fouten, GEEN_VERA, alleen=NAMEN):
        if not nummer:
            continue
        plek += 1
        try:
            huur, gevonden = _rij(plek, ding, delen, gezien)
        except Overslaan:
            fouten.overgeslagen += 1
            continue
        if huur is not None and not gevonden:
            yield plek, huur
        for kolom, zin in gevonden.items():
            fouten.meld(plek, kolom, _noem(ding) + zin)


def _rij(
    plek: int, ding: Ding, delen: Delen, gezien: dict[str, int]
) -> tuple[Huur | None, Mapping[str, str]]:
    if not sleutel(ding):
        return None, {"overeenkomst": "Het id van de overeenkomst ontbreekt. Vul het in."}
    for naam in (f"id {sleutel(ding)}", f"code {ding.get('code') or plek}"):
        if (eerder := gezien.setdefault(naam, plek)) != plek:
            zin = f"Deze overeenkomst staat ook op plaats {eerder}. Haal een van de twee weg."
            return None, {"contractnummer": zin}
    contract = Contract(ding, delen)
    contract.lees()
    huur = None if contract.fouten else _toets(plek, contract)
    # Nobody does anything with a tenancy without arrears: what is missing there is no reason to stop the others.
    if contract.fouten and not contract.bij.schuld()[0] and not contract.bij.fouten:
        raise Overslaan
    return huur, contract.fouten


def _toets(plek: int, contract: "Contract") -> Huur | None:
    """The same tests, with the same sentences, as for the cells of a CSV file."""
    fouten = Fouten()
    cellen = lees_cellen(plek, contract.cellen.items(), fouten, huurbestand.KOLOMMEN.met_teken)
    contract.fouten |= {fout.kolom: fout.zin for fout in fouten.eerste}
    if cellen is None:
        return None
    huur, gevonden = huurbestand.lees_rij(cellen)
    contract.fouten |= gevonden
    return huur


class Contract:
    """One agreement, with what the other lists say of it, as the cells of a row; `fouten` per column."""

    def __init__(self, ding: Ding, delen: Delen) -> None:
        self.ding = ding
        self.bij = delen.bij.get(sleutel(ding), Bij())
        self.cellen: dict[str, str] = {}
        self.fouten = dict(self.bij.fouten)
        self._delen = delen

    def lees(self) -> None:
        """Fill `cellen` and `fouten`. Raises Overslaan."""
        if self._probeer("overeenkomst", self._toets_loopt) is None:
            return
        rollen = self._probeer("relaties", self._rollen)
        if rollen is not None:
            self._velden(HUURDER, self._probeer("naam", lambda: self._huurder(rollen)))
            wonen = {rol.wie for rol in rollen if rol.loopt and rol.soort in codes.BEWONERS}
            self.cellen |= {"aantal_ingeschreven_bewoners": str(len(wonen)), "bewind": _bewind(rollen)}
        self._velden(OVEREENKOMST, self.ding)
        self._velden(ADRES, self._probeer("straatnaam", self._adres))
        schuld, sinds = self.bij.schuld()
        self.cellen |= {"schuld": _euro(schuld), "achterstand_sinds": _dag(sinds)}
        if codes.REGELINGEN in self._delen.namen:
            regeling = self.bij.regeling()
            self.cellen |= {"betalingsregeling": regeling.stand, **regeling.cellen}
        if codes.INCASSOS in self._delen.namen:
            self.cellen["deurwaarder_op"] = _dag(self.bij.deurwaarder_op)

    def _probeer(self, kolom: str, lees: Callable[[], T]) -> T | None:
        try:
            return lees()
        except VeraFout as fout:
            self.fouten[kolom] = str(fout)
            return None

    def _velden(self, velden: "Velden", ding: Ding | None) -> None:
        for kolom, (waar, lees) in velden.items() if ding is not None else ():
            cel = self._probeer(kolom, lambda lees=lees: lees(ding))  # type: ignore[misc]
            if cel is not None:
                self.cellen[kolom] = cel
            if cel == "" and waar:
                self.fouten[kolom] = f"Dit ontbreekt. In VERA staat het bij {waar}."

    def _toets_loopt(self) -> bool:
        if not code(self.ding, "soort", codes.SOORT) or not code(self.ding, "status", codes.STATUS):
            raise Overslaan
        if (datum(self.ding, "einddatum") or date.max) >= vandaag():
            return True
        if tekst(groep(self.ding, "status"), "code") == codes.LOPEND:
            raise VeraFout("De einddatum is voorbij, maar de status is lopend. Verbeter een van de twee.")
        raise Overslaan

    def _rollen(self) -> Sequence[Rol]:
        """The roles of all relations, those that ended too."""
        rollen = []
        for plek, relatie in enumerate(lijst(self.ding, "relaties")):
            for rol in lijst(relatie, "rollen"):
                begin = datum(rol, "begindatum") or date.min
                loopt = begin <= vandaag() <= (datum(rol, "einddatum") or date.max)
                soort = code(rol, "soort", codes.ROL) if loopt else tekst(groep(rol, "soort"), "code")
                rollen.append(Rol(begin, sleutel(relatie) or f"plek {plek}", soort, loopt, relatie))
        return rollen

    def _huurder(self, rollen: Sequence[Rol]) -> Ding:
        """The person who rents; of two the one who rents longest. Raises Overslaan when only an organisation does."""
        soorten = set()
        huurders = (rol for rol in rollen if rol.loopt and rol.soort == codes.HUURDER)
        for rol in sorted(huurders, key=lambda rol: rol[:2]):
            huurder = self._volledig(codes.RELATIES, rol.relatie)
            soorten.add(soort := code(huurder, "soort", codes.RELATIESOORT))
            if soort == codes.PERSOON and datum(huurder, "overlijdensdatum") is None:
                return huurder
        if soorten == {codes.ORGANISATIE}:
            raise Overslaan
        if codes.PERSOON in soorten:
            raise VeraFout("Volgens dit bestand is de huurder overleden. Noem wie nu huurt.")
        if codes.GROEP in soorten:
            raise VeraFout("De huurder is hier een groep. Noem de persoon die huurt.")
        raise VeraFout("Er is geen huurder: geen van de relaties heeft nu de rol HUU.")

    def _adres(self) -> Ding:
        eenheden = [self._volledig(codes.EENHEDEN, eenheid) for eenheid in lijst(self.ding, "eenheden")]
        if not eenheden:
            raise VeraFout("De woning ontbreekt. In VERA staat zij bij eenheden.")
        woningen = [eenheid for eenheid in eenheden if code(eenheid, "soort", codes.WONING)]
        if not woningen:
            raise Overslaan
        if len(woningen) > 1:
            raise VeraFout("Bij deze overeenkomst staan meer woningen. Lever haar per woning aan.")
        return groep(woningen[0], "adres")

    def _volledig(self, deel: str, ding: Ding) -> Ding:
        """What the agreement says of a relation or unit, and what the list of them adds to that."""
        bekend = self._delen.bekend[deel].get(sleutel(ding), {})
        if bekend is codes.DUBBEL:
            raise VeraFout(
                f"Een id staat meer dan een keer in ‘{deel}’, met andere gegevens. Houd er een over."
            )
        if not bekend and "soort" not in ding:
            raise VeraFout(f"Hier staat alleen een verwijzing. Lever ook de lijst ‘{deel}’ aan.")
        return {**bekend, **{naam: waarde for naam, waarde in ding.items() if waarde is not None}}


def _bewind(rollen: Sequence[Rol]) -> str:
    """Yes with a bewindvoerder, no when the last one ended; never mentioned: not said, because not every system keeps them."""
    lopen = [rol.loopt for rol in rollen if rol.soort == codes.BEWINDVOERDER]
    return "ja" if any(lopen) else "nee" if lopen else ""


def _naam(persoon: Ding) -> str:
    achternaam = tekst(persoon, "achternaam")
    voor = tekst(persoon, "voorletters") or tekst(persoon, "initialen") or tekst(persoon, "voornaam")
    return achternaam and " ".join(
        deel for deel in (voor, tekst(persoon, "tussenvoegsels"), achternaam) if deel
    )


def _telefoon(persoon: Ding) -> str:
    """The number to call first; no secret one, and none that is known to be wrong."""
    nummers = [
        gegeven
        for gegeven in lijst(persoon, "contactgegevens")
        if _code(gegeven, "soort") in codes.TELEFOON
        and _code(gegeven, "status") != codes.ONGELDIG
        and _code(gegeven, "vertrouwelijkheid") != codes.GEHEIM
    ]
    nummers.sort(key=lambda gegeven: _code(gegeven, "voorkeur") != codes.EERSTE)
    return tekst(nummers[0], "waarde") if nummers else ""


def _code(ding: Ding, naam: str) -> str:
    return tekst(groep(ding, naam), "code")


def _euro(bedrag: object) -> str:
    return str(bedrag).replace(".", ",")


def _dag(dag: date | None) -> str:
    return dag.isoformat() if dag else ""


def _noem(ding: Ding) -> str:
    """Which agreement a fault is about: its number says more than its place in the file."""
    nummer = ding.get("code")
    return f"{nummer}: " if isinstance(nummer, str) and nummer.isprintable() and 0 < len(nummer) <= 40 else ""


# Column of a row: where VERA has it, said when it is empty and may not be; and how it is read there.
Velden = Mapping[str, tuple[str, Callable[[Ding], str]]]
OVEREENKOMST: Velden = {
    "contractnummer": ("overeenkomst.code", lambda ding: tekst(ding, "code")),
    "huur_per_maand": ("overeenkomst.brutohuur", lambda ding: _euro(bedrag(ding, "brutohuur"))),
}
HUURDER: Velden = {
    "naam": ("relatie.achternaam", _naam),
    "geboortedatum": ("relatie.geboortedatum", lambda ding: _dag(datum(ding, "geboortedatum"))),
    "telefoonnummer": ("", _telefoon),
}
ADRES: Velden = {
    "straatnaam": ("adres.straatnaam", lambda ding: tekst(ding, "straatnaam")),
    "huisnummer": ("adres.huisnummer", lambda ding: tekst(ding, "huisnummer")),
    "huisletter": ("", lambda ding: tekst(ding, "huisletter")),
    "huisnummertoevoeging": ("", lambda ding: tekst(ding, "huisnummerToevoeging")),
    "postcode": ("adres.postcode", lambda ding: tekst(ding, "postcode")),
    "plaats": ("adres.woonplaats.naam", lambda ding: tekst(groep(ding, "woonplaats"), "naam")),
}
