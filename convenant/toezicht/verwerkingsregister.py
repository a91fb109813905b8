"""The register of processing activities (AVG 30): what the policy says, with the parties, their FG and the chosen terms."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from convenant.beleid.fg import FG, REGISTER_INZIEN
from convenant.beleid.uitvoer import Artikel, artikelen
from convenant.beleid.verwerkingen import Bewaring, Verwerking, bewaring, verwerkingen
from convenant.partijen.models import Autorisatie, Deelname
from convenant.poort.daad import bereik_van, handel
from convenant.poort.grens import beurt
from convenant.tijd import vandaag


@dataclass(frozen=True)
class Betrokken:
    """A party to the convenant. `fg`: name and e-mail address of each FG it has today."""

    naam: str
    soort: str
    kvk_nummer: str
    getekend_op: date | None
    is_eigen: bool
    fg: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Register:
    """`alleen_eigen`: only what the reader's own party gives, receives or answers for."""

    partijen: Sequence[Betrokken]
    verwerkingen: Sequence[Verwerking]
    bewaringen: Sequence[Bewaring]
    alleen_eigen: bool

    def verantwoordelijken(self, verwerking: Verwerking) -> list[str]:
        """The parties that answer for it by name; of the reader's own soort only its own party, where it is limited."""
        return [
            partij.naam
            for partij in self.partijen
            if partij.soort in verwerking.verantwoordelijken
            and (partij.is_eigen or not self.alleen_eigen or partij.soort != self._eigen_soort)
        ]

    @property
    def _eigen_soort(self) -> str:
        return next(partij.soort for partij in self.partijen if partij.is_eigen)


def register() -> Register:
    """The register of this convenant, as it is today. One log line. Raises Geweigerd."""
    wie = beurt().wie
    with handel(REGISTER_INZIEN, onderwerp="verwerkingsregister"):
        alleen_eigen = bereik_van(REGISTER_INZIEN) == "partij"
        alle = verwerkingen(wie.beleid, wie.instellingen)
        return Register(
            _partijen(),
            [rij for rij in alle if not alleen_eigen or rij.raakt(wie.deelname.soort)],
            [bewaring(wie.beleid, termijn, wie.instellingen) for termijn in wie.beleid.bewaartermijnen],
            alleen_eigen,
        )


def beleid_in_woorden(zoek: str = "") -> Sequence[Artikel]:
    """The policy per article; with `zoek` the articles in which each of its words occurs. One log line. Raises Geweigerd."""
    woorden = zoek.lower().replace("_", " ").split()
    with handel(REGISTER_INZIEN, onderwerp="beleid"):
        return [artikel for artikel in artikelen(beurt().wie.beleid) if _past(artikel, woorden)]


def _past(artikel: Artikel, woorden: Sequence[str]) -> bool:
    tekst = " ".join((artikel.eis, *artikel.regels)).lower().replace("_", " ")
    return all(woord in tekst for woord in woorden)


def _partijen() -> list[Betrokken]:
    wie, dag = beurt().wie, vandaag()
    functionarissen = _functionarissen(dag)
    rijen = Deelname.objects.filter(Q(einde=None) | Q(einde__gt=dag), convenant=wie.convenant)
    return [
        Betrokken(
            rij.partij.naam,
            rij.soort,
            rij.partij.kvk_nummer,
            rij.getekend_op,
            rij.pk == wie.deelname.pk,
            tuple(functionarissen.get(rij.pk, ())),
        )
        for rij in rijen.select_related("partij").order_by("partij__naam", "pk")
    ]


def _functionarissen(dag: date) -> Mapping[int, list[tuple[str, str]]]:
    """Name and e-mail address of who is FG today, by deelname."""
    gevonden: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    autorisaties = Autorisatie.objects.filter(
        groep__convenant=beurt().wie.convenant, groep__functie=FG, van__isnull=False
    ).select_related("medewerker__account", "groep")
    for autorisatie in autorisaties.order_by("medewerker__account__naam"):
        if autorisatie.geldt(dag) and autorisatie.medewerker.is_in_dienst(dag):
            account = autorisatie.medewerker.account
            gevonden[autorisatie.groep.deelname_id].append((account.naam, account.email))
    return gevonden
