"""The free days of this convenant, beside those of the law: they are no werkdag (decision 2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from convenant.beleid.kalender import is_werkdag
from convenant.partijen.vastleggen import EERSTE_DAG, gebeurd
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.termijnen.models import VrijeDag
from convenant.tijd import nu, vandaag

from .inrichting import vastgelegd

TOEGEVOEGD, WEGGEHAALD = "vrije_dag", "vrije_dag_weg"
VERSTE = timedelta(days=3 * 366)  # beyond it, somebody mistyped a year


@dataclass(frozen=True)
class Dag:
    """One free day, as it is shown."""

    id: int
    dag: date
    omschrijving: str

    @property
    def voorbij(self) -> bool:
        return self.dag < vandaag()


def dagen() -> Sequence[Dag]:
    """Those of this convenant, the latest first."""
    rijen = VrijeDag.objects.filter(convenant=beurt().wie.convenant).order_by("-dag")
    return [Dag(rij.pk, rij.dag, rij.omschrijving) for rij in rijen]


def dag(nummer: int) -> Dag:
    """Raises NietGevonden."""
    gevonden = next((rij for rij in dagen() if rij.id == nummer), None)
    if gevonden is None:
        raise NietGevonden
    return gevonden


def voeg_toe(dag: date, omschrijving: str) -> None:
    """From now on it is no werkdag here; clocks that run move on by it, once (poort/vrije_dagen.py).

    Raises Geweigerd, and Ongeldig for a day that is free already.
    """
    wie = beurt().wie
    with vastgelegd(f"vrije dag {dag:%d-%m-%Y}"):
        if not EERSTE_DAG <= dag <= vandaag() + VERSTE:
            raise Ongeldig({"dag": "Deze dag ligt te ver weg. Controleer het jaar."})
        if not is_werkdag(dag):
            raise Ongeldig({"dag": "Deze dag telt al niet mee. Het is weekend, of een feestdag van de wet."})
        _, nieuw = VrijeDag.objects.get_or_create(
            convenant=wie.convenant,
            dag=dag,
            defaults={
                "omschrijving": omschrijving,
                "vastgelegd_op": nu(),
                "vastgelegd_door": wie.medewerker,
            },
        )
        if not nieuw:
            raise Ongeldig({"dag": "Deze dag staat er al. Kies een andere dag."})
        gebeurd(wie.convenant, TOEGEVOEGD, wie.medewerker, nieuw=_in_het_kort(dag, omschrijving))


def haal_weg(nummer: int, reden: str) -> None:
    """A mistake: it counts again for what begins from now on; what was moved stays where it is.

    Raises Geweigerd or NietGevonden.
    """
    rij, wie = dag(nummer), beurt().wie
    with vastgelegd(f"vrije dag {rij.dag:%d-%m-%Y} weg"):
        VrijeDag.objects.filter(pk=nummer, convenant=wie.convenant).delete()
        oud = _in_het_kort(rij.dag, rij.omschrijving)
        gebeurd(wie.convenant, WEGGEHAALD, wie.medewerker, oud=oud, reden=reden)


def _in_het_kort(dag: date, omschrijving: str) -> dict[str, str]:
    return {"dag": dag.isoformat(), "omschrijving": omschrijving}
