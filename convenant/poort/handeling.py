"""What an act can come to besides success, and how a view says which act it is."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404

from convenant.beleid.beslissing import Reden


class Geweigerd(Exception):
    """The convenant does not allow it. `redenen` is what the actor may hear, each with its article."""

    def __init__(self, redenen: tuple[Reden, ...]):
        super().__init__("; ".join(reden.eis for reden in redenen))
        self.redenen = redenen


class Ongeldig(Exception):
    """What was typed cannot be right. `fouten` maps a field name ("" for the whole) to one Dutch sentence.

    `logzin` is what the log says of it: nothing of what was typed.
    """

    logzin = "De invoer is niet geldig."

    def __init__(self, fouten: dict[str, str]):
        super().__init__(", ".join(fouten))
        self.fouten = fouten


class NietGevonden(Http404):
    """Not there or not yours: the same answer, and no line in the log that tells them apart."""


class KoppelingMislukt(Exception):
    """A source outside could not be asked, or its answer not be used. `code` and `zin` say nothing of a person.

    `wacht` is how many seconds the source asks us to stay away, 0 when it does not say.
    """

    def __init__(self, code: str, zin: str, wacht: int = 0):
        super().__init__(code)
        self.code, self.zin, self.wacht = code, zin, wacht


@dataclass(frozen=True)
class Pagina:
    """What a view declares: the verb its visitor must have, or why anyone may open it.

    `uit_adres`: the verb is part of the address (`handeling`); one the policy does not know is not there.
    `eigen_transacties`: the view is not wrapped in one transaction, but opens its own with `grens.stuk`.
    `verse_factor`: the second factor is asked again when it was given too long ago (convenant/inloggen).
    """

    handelingen: tuple[str, ...] = ()
    uit_adres: bool = False
    open_omdat: str = ""
    eigen_transacties: bool = False
    verse_factor: bool = False


def pagina(*handelingen: str, eigen_transacties: bool = False, verse_factor: bool = False) -> Callable:
    """Declares that a view may be opened by whose functie has one of these verbs. The gate holds it to that.

    Without verbs it is open to everyone who works in the convenant of its URL, and shows nothing of anyone.
    """

    def merk(view: Callable) -> Callable:
        view.pagina = Pagina(  # type: ignore[attr-defined]
            handelingen=handelingen, eigen_transacties=eigen_transacties, verse_factor=verse_factor
        )
        return view

    return merk


def pagina_van_handeling(*, verse_factor: bool = False) -> Callable:
    """Declares that a view is opened by whose functie has the verb that its address names."""

    def merk(view: Callable) -> Callable:
        view.pagina = Pagina(uit_adres=True, verse_factor=verse_factor)  # type: ignore[attr-defined]
        return view

    return merk


def open_pagina(reden: str, *, eigen_transacties: bool = False) -> Callable:
    """Declares that a view shows nothing of anyone, and why it needs no gate."""

    def merk(view: Callable) -> Callable:
        view.pagina = Pagina(open_omdat=reden, eigen_transacties=eigen_transacties)  # type: ignore[attr-defined]
        return view

    return merk
