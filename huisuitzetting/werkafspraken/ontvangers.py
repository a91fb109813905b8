"""To which groups a set of the working agreements goes: all that the convenant names."""

from convenant.beleid.taal import Kant
from convenant.partijen.models import Groep
from convenant.poort.grens import beurt


def groepen_die_krijgen(gegevensset: str) -> list[Groep]:
    wie = beurt().wie
    kanten = wie.beleid.gegevensset(gegevensset).aan
    groepen = Groep.objects.filter(convenant=wie.convenant).select_related("deelname")
    return [g for g in groepen if any(kant.past(Kant(g.deelname.soort, g.functie)) for kant in kanten)]
