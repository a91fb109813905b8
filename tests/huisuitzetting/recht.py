"""Acts of bailiff and judge with everything in order but for what is said otherwise."""

from datetime import date
from uuid import uuid4

from convenant.poort import dossier
from convenant.termijnen.models import Klok
from huisuitzetting.ontruiming.einden import Ontruiming
from tests.huisuitzetting.huur import MELDER
from tests.wereld import Wereld

SWT, SDV, TROUBLESHOOTER = "gemeente/swt", "gemeente/sdv", "gemeente/troubleshooter"
TEAMLEIDER = "gemeente/teamleider"
TOEN = Ontruiming(date(2027, 3, 1), "huurder_met_kinderen", "huurschuld")


def ziet(wereld: Wereld, wie: str, zaak: int) -> dict[str, dict[str, object]]:
    """What this persona can read of the case: per set the fields of the newest copy."""
    with wereld.als(wie):
        stukken = dossier.lees_zaak(zaak).stukken
    return {
        s.gelezen.gegevensset: {v.naam: v.waarde for v in s.gelezen.velden}
        for s in stukken
        if s.gelezen and not s.gelezen.vervangen
    }


def stap(wereld: Wereld, zaak: int, wie: str = MELDER) -> str:
    with wereld.als(wie):
        return dossier.lees_zaak(zaak).stap


def klok(wereld: Wereld, zaak: int, termijn: str, wie: str = MELDER) -> Klok | None:
    """The newest clock of this kind that the persona may see."""
    with wereld.als(wie):
        return Klok.objects.filter(zaak=zaak, termijn=termijn).order_by("-pk").first()


def kenmerk():  # type: ignore[no-untyped-def]
    return uuid4()
