"""A last word to who stops working with the data: the duty of secrecy goes on (HEE-3.9, ZOE-10.5)."""

from datetime import date

from convenant.partijen.models import Convenant, Medewerker
from convenant.poort.berichten import bericht_aan
from convenant.poort.grens import beurt
from convenant.tijd import nu, vandaag

from .models import Feit

ONDERWERP = "Uw geheimhouding blijft gelden"
TEKST = (
    "Uw werk in dit convenant is afgelopen. Wat u over bewoners hebt gezien of gehoord, blijft geheim. Dat geldt ook na "
    "het einde van het convenant en als u ergens anders werkt."
)


def is_gezegd(medewerker: Medewerker, convenant: Convenant, sinds: date) -> bool:
    """Whether this person heard it on that day or later."""
    gezegd = Feit.objects.filter(convenant=convenant, medewerker=medewerker, soort=Feit.AFSCHEID)
    return gezegd.filter(dag__gte=sinds).exists()


def meld(medewerker: Medewerker, convenant: Convenant | None = None) -> bool:
    """Tell this person, once for each time the work here ends; whether it was told now.

    Part of an act that ends somebody's last functie, or of the clock, which says of which convenant.
    """
    in_convenant = convenant or beurt().wie.convenant
    feit = {
        "convenant": in_convenant,
        "medewerker": medewerker,
        "soort": Feit.AFSCHEID,
        "dag": vandaag(),
    }
    if Feit.objects.filter(**feit).exists():
        return False
    Feit.objects.create(**feit, moment=nu())
    # By mail, whatever was chosen: there is nothing left to read it in.
    bericht_aan(
        [medewerker],
        ONDERWERP,
        TEKST,
        f"/{in_convenant.code}/openbaar/",
        convenant=in_convenant,
        dringend=True,
    )
    return True
