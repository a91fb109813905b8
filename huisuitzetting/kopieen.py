"""What the own group holds of a case, for an act that builds on it."""

from convenant.poort import poort
from convenant.poort.grens import beurt
from convenant.poort.lezen import Gelezen
from convenant.verstrekkingen.models import Ontvangst
from convenant.zaken.models import Zaak


def laatste(zaak: Zaak, gegevensset: str) -> Gelezen | None:
    """The newest own copy of this set, opened; None without one. Raises Geweigerd when it may not be read now."""
    eigen = Ontvangst.objects.filter(
        verstrekking__zaak=zaak, verstrekking__gegevensset=gegevensset, groep_id=beurt().wie.groep
    )
    geldig = eigen.filter(verstrekking__vervangen_op=None, vernietigd_op=None)
    kopie = geldig.order_by("-verstrekking__moment", "-pk").values_list("pk", flat=True).first()
    return poort.lees(kopie) if kopie else None
