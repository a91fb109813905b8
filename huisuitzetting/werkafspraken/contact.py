"""Contact persons as values: the list of bijlage 3, how it travels as a set, and whom it lacks (HAA-B3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

# Under which name each functie stands in the list.
FUNCTIENAMEN = {
    "melder": "Melder",
    "manager": "Manager",
    "swt": "Sociaal Wijkteam",
    "sdv": "Schulddienstverlening (SDV)",
    "troubleshooter": "Troubleshooter",
    "teamleider": "Teamleider Sociaal Wijkteam",
    "beleidsadviseur": "Beleidsadviseur",
    "privacycoordinator": "Privacycoördinator",
}


@dataclass(frozen=True)
class Contact:
    """One contact person. `functie` says what for and where, as it stands in the list; `tot` is the last day."""

    naam: str
    functie: str
    telefoonnummer: str
    mailadres: str
    vanaf: date
    tot: date | None = None

    def geldt(self, dag: date) -> bool:
        return self.vanaf <= dag and not self.is_weg(dag)

    def is_weg(self, dag: date) -> bool:
        return self.tot is not None and self.tot < dag

    def is_dezelfde(self, ander: "Contact") -> bool:
        """The same person for the same functie, as far as a name tells."""
        return (self.naam.casefold(), self.functie) == (ander.naam.casefold(), ander.functie)


@dataclass(frozen=True)
class Post:
    """What the list has people for: a functie at a party. `nodig`: the list may not lack it (HAA-B3)."""

    functie: str
    deelname: int
    nodig: bool


VELDEN = {
    "naam_contactpersoon": "naam",
    "functie_contactpersoon": "functie",
    "telefoonnummer_contactpersoon": "telefoonnummer",
    "mailadres_contactpersoon": "mailadres",
    "contactpersoon_vanaf": "vanaf",
    "contactpersoon_tot": "tot",
}


def als_waarden(contact: Contact) -> dict[str, Any]:
    """One person as the values of a set; without a last day the field stays away."""
    waarden = {veld: getattr(contact, deel) for veld, deel in VELDEN.items()}
    return {
        veld: waarde.isoformat() if isinstance(waarde, date) else waarde
        for veld, waarde in waarden.items()
        if waarde is not None
    }


def uit_waarden(waarden: Mapping[str, Any]) -> Contact:
    tot = waarden.get("contactpersoon_tot")
    tekst = {deel: waarden[veld] for veld, deel in VELDEN.items() if deel not in ("vanaf", "tot")}
    vanaf = date.fromisoformat(waarden["contactpersoon_vanaf"])
    return Contact(**tekst, vanaf=vanaf, tot=date.fromisoformat(tot) if tot else None)


def lijst_als_waarden(contacten: Sequence[Contact]) -> dict[str, list[str]]:
    """The whole list in one set: per field one value per person, in the same order."""
    rijen = [als_waarden(contact) for contact in contacten]
    return {veld: [rij.get(veld, "") for rij in rijen] for veld in VELDEN}


def lijst_uit_waarden(waarden: Mapping[str, Sequence[str]]) -> list[Contact]:
    return [
        uit_waarden(dict(zip(VELDEN, rij, strict=True)))
        for rij in zip(*(waarden[veld] for veld in VELDEN), strict=True)
    ]


def bijgewerkt(
    lijst: Iterable[Contact], contact: Contact, vervangt: Contact | None, dag: date
) -> list[Contact]:
    """The list with this person in it, in the place of another where it replaces one; who left before today goes.

    Who is replaced by somebody else leaves on the day before.
    """
    nieuw = [contact]
    for ander in lijst:
        if ander.is_weg(dag) or ander.is_dezelfde(contact):
            continue
        if vervangt is not None and ander == vervangt:
            laatste = date.fromordinal(contact.vanaf.toordinal() - 1)
            ander = replace(ander, tot=min(laatste, ander.tot or laatste))
            if ander.is_weg(dag):
                continue
        nieuw.append(ander)
    return sorted(nieuw, key=lambda een: (een.functie, een.vanaf, een.naam))


def ontbreekt(posten: Iterable[Post], lijst: Iterable[Contact], dag: date) -> list[Post]:
    """What has nobody today and may not be without (HAA-B3)."""
    bezet = {contact.functie for contact in lijst if contact.geldt(dag)}
    return [post for post in posten if post.nodig and post.functie not in bezet]
