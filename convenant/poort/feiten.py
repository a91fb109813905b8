"""Where the facts that conditions name come from. Each app registers its own; a fact is asked only when needed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from convenant.beleid.taal import Beleid
from convenant.partijen.models import Autorisatie, Deelname, Groep, Verklaring
from convenant.tijd import vandaag
from convenant.zaken.models import Zaak

from .wie import Wie


@dataclass(frozen=True)
class Aanvraag:
    """What a fact may look at: who asks, the object of the act (its type is the app's affair), what the act itself
    brings along (`gegeven`: facts about the request that no row can answer), the case it happens in, and the group
    that would get something."""

    wie: Wie
    object: object = None
    gegeven: Mapping[str, bool] = field(default_factory=dict)
    zaak: Zaak | None = None
    ontvanger: Groep | None = None

    @property
    def instellingen(self) -> Mapping[str, Any]:
        """What the convenant and this party filled in."""
        return self.wie.instellingen


# Facts the act itself brings along, or that hang on a row only the act has in hand. No other can be given.
GEGEVEN_BIJ_DE_DAAD = frozenset({"aanvraag", "zaak", "verstrekking", "betrokkene"})

VAST_IN_EEN_VERZOEK = frozenset({"convenant", "deelname", "medewerker"})

FeitVraag = Callable[[Aanvraag], bool]
_vragen: dict[str, Mapping[str, FeitVraag]] = {}
_alleen_toegang: set[str] = set()


def registreer(beleid_code: str, vragen: Mapping[str, FeitVraag], *, alleen_toegang: bool = False) -> None:
    """The facts of one policy. Called once, from the app's `ready`. `alleen_toegang`: so far only those that say who
    may work there; every other condition fails."""
    _vragen[beleid_code] = vragen
    (_alleen_toegang.add if alleen_toegang else _alleen_toegang.discard)(beleid_code)


def vragen_van(beleid_code: str) -> Mapping[str, FeitVraag]:
    return _vragen.get(beleid_code, {})


def te_beantwoorden(beleid: Beleid) -> set[str]:
    """The facts of this policy that must have an answer of ours."""
    namen = {feit.naam for feit in beleid.feiten if feit.over not in GEGEVEN_BIJ_DE_DAAD}
    if beleid.code not in _alleen_toegang:
        return namen
    van_functies = {naam for functie in beleid.functies for naam in functie.vereist}
    return namen & {*van_functies, *beleid.altijd_vereist, *beleid.altijd_bij_inzage}


class Feiten(Mapping[str, bool]):
    """The facts of one decision, each asked at most once and only when the decision needs it.

    `vast` keeps what cannot change within one request, for its other decisions.

    Raises ValueError when an act gives a fact that only the gate may establish.
    """

    def __init__(self, beleid: Beleid, aanvraag: Aanvraag, vast: dict[str, bool]):
        self._aanvraag = aanvraag
        self._vast = vast
        self._beleid = beleid
        self._vragen = vragen_van(beleid.code)
        self._bekend: dict[str, bool] = dict(aanvraag.gegeven)
        if mis := [naam for naam in self._bekend if beleid.feit(naam).over not in GEGEVEN_BIJ_DE_DAAD]:
            raise ValueError(f"Niet aan de daad om te zeggen: {', '.join(mis)}.")

    def __getitem__(self, naam: str) -> bool:
        if naam not in self._bekend:
            staat = self._vast if self._beleid.feit(naam).over in VAST_IN_EEN_VERZOEK else self._bekend
            if naam not in staat:
                staat[naam] = self._vragen[naam](self._aanvraag)
            self._bekend[naam] = staat[naam]
        return self._bekend[naam]

    def get(self, naam: str, anders: Any = None) -> Any:
        """`anders` only where nobody answers: an answer that fails is a fault of ours, not a no."""
        return self[naam] if naam in self._bekend or naam in self._vragen else anders

    def __iter__(self) -> Iterator[str]:
        return iter(self._bekend)

    def __len__(self) -> int:
        return len(self._bekend)


def convenant_actief(aanvraag: Aanvraag) -> bool:
    return aanvraag.wie.convenant.is_van_kracht(vandaag())


def niet_vervallen(aanvraag: Aanvraag) -> bool:
    vervallen_op = aanvraag.wie.convenant.vervallen_op
    return vervallen_op is None or vandaag() < vervallen_op


def grondslag_geldig(aanvraag: Aanvraag) -> bool:
    verlopen_op = aanvraag.wie.convenant.grondslag_verlopen_op
    return verlopen_op is None or vandaag() < verlopen_op


def deelname_getekend(aanvraag: Aanvraag) -> bool:
    return aanvraag.wie.deelname.is_getekend(vandaag())


def toegang_niet_ingetrokken(aanvraag: Aanvraag) -> bool:
    return aanvraag.wie.deelname.toegang_ingetrokken_op is None


def convenant_niet_beeindigd(aanvraag: Aanvraag) -> bool:
    einde = aanvraag.wie.convenant.einde
    return einde is None or vandaag() < einde


def alle_partijen_getekend(aanvraag: Aanvraag) -> bool:
    """The own party has signed, and so has everyone who takes part, as long as that has yet to bring the convenant into
    force: who is let in later holds nobody up."""
    wie, dag = aanvraag.wie, vandaag()
    if not wie.deelname.is_getekend(dag):
        return False
    deelnames = [d for d in wie.convenant.deelnames.all() if d.einde is None or dag < d.einde]
    return wie.convenant.is_van_kracht(dag) or all(d.is_getekend(dag) for d in deelnames)


def heeft_getekend(aanvraag: Aanvraag) -> bool:
    """The own party signed, whether it still takes part or not."""
    getekend_op = aanvraag.wie.deelname.getekend_op
    return getekend_op is not None and getekend_op <= vandaag()


def doet_mee(aanvraag: Aanvraag) -> bool:
    """The own party has not left."""
    einde = aanvraag.wie.deelname.einde
    return einde is None or vandaag() < einde


def aangemeld_door_eigen_partij(aanvraag: Aanvraag) -> bool:
    """Of the autorisatie about which somebody decides: registered by somebody of the party it is for."""
    autorisatie = aanvraag.object
    return (
        isinstance(autorisatie, Autorisatie)
        and autorisatie.aangemeld_door.partij_id == autorisatie.groep.deelname.partij_id
    )


@dataclass(frozen=True)
class Verklaard:
    """The fact that a party or a person has declared this and still does. The console reads from it what to ask.

    `van_derden`: asked only of who is employed elsewhere.
    """

    verklaring: str
    van_medewerker: bool
    van_derden: bool = False

    def __call__(self, aanvraag: Aanvraag) -> bool:
        wie = aanvraag.wie
        if self.van_derden and not wie.medewerker.organisatie:
            return True
        over = Q(medewerker=wie.medewerker) if self.van_medewerker else Q(deelname=wie.deelname)
        return _geldt(over, self.verklaring)


def verklaring_van_deelname(soort: str) -> FeitVraag:
    """The fact that the party has declared this and still does."""
    return Verklaard(soort, van_medewerker=False)


def verklaring_van(deelname: Deelname, soort: str) -> bool:
    """Whether this party has declared this and still does."""
    return _geldt(Q(deelname=deelname), soort)


def verklaring_van_medewerker(soort: str) -> FeitVraag:
    """The fact that this person has signed this and it still holds."""
    return Verklaard(soort, van_medewerker=True)


def verklaring_van_derde(soort: str) -> FeitVraag:
    """The same, of who is employed by another organisation than the party."""
    return Verklaard(soort, van_medewerker=True, van_derden=True)


def _geldt(over: Q, soort: str) -> bool:
    dag = vandaag()
    return Verklaring.objects.filter(over, Q(tot=None) | Q(tot__gt=dag), soort=soort, van__lte=dag).exists()
