"""The privacyreglement in the demo: a request that waits for an answer, and a breach the others know of."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from uuid import uuid4

from django.core.files.base import ContentFile

from convenant.demo import Toneel, Verhaal
from convenant.partijen.models import Groep
from convenant.poort import bijlagen
from convenant.poort.zaken import zaak_van
from convenant.tijd import nu, vandaag
from convenant.web.pdf import als_pdf

from .privacyreglement import inbreuken, kring, verzoeken
from .privacyreglement.inbreuken import Inbreuk
from .privacyreglement.verzoeken import Verzoek


def verhalen(toneel: Toneel) -> Iterator[Verhaal]:
    yield _verzoek(toneel)
    yield _datalek(toneel)


def _verzoek(toneel: Toneel) -> Verhaal:
    """A tenant asks De Zilvermeeuw what the gemeente keeps of her; it went on to the gemeente, which has yet to answer."""
    yield toneel.geleden(6, 10)
    with toneel.als("quinten"):
        brief = als_pdf("huisuitzetting/demo_verzoek.html", {"dag": vandaag()})
        kopie = bijlagen.concept(bijlagen.neem_aan(ContentFile(brief, "brief.pdf")))
        assert kopie
        verzoek = Verzoek(
            "Carla van Verzonnen",
            "Kleverlaan 12, 2023 JC Haarlem",
            "inzage",
            vandaag(),
            kopie.waarde,
            zelf=False,
        )
        zaak = verzoeken.leg_vast(verzoek, uuid4())
    yield toneel.geleden(4, 14)
    with toneel.als("quinten"):
        verzoeken.stuur_door(zaak, _gemeente(kring.anderen()).pk, uuid4())


def _datalek(toneel: Toneel) -> Verhaal:
    """A letter in the wrong letter box: seen by a melder, told to the gemeente; the register is half filled in."""
    yield toneel.geleden(3, 9)
    with toneel.als("noud"):
        lek = Inbreuk(
            "Een herinneringsbrief viel bij de buren in de bus.",
            "Een huurder",
            nu() - timedelta(hours=20),
            nu() - timedelta(minutes=30),
            "Naam, adres en hoogte van de achterstand",
        )
        zaak = inbreuken.leg_vast(lek, uuid4())
    yield toneel.geleden(3, 11)
    with toneel.als("quinten"):
        inbreuken.meld(zaak, [_gemeente(kring.anderen()).pk], "", uuid4())
    with toneel.als("quinten"):
        bekend = inbreuken.bekend_van(zaak_van(zaak))
        register = {
            "oorzaak_inbreuk": "Het huisnummer klopte niet in het bestand.",
            "categorieen_betrokkenen": "Huurders",
            "gemeld_bij_ap": "nee",
            "reden_wel_of_niet_gemeld": "De buren gaven de brief ongeopend terug.",
        }
        inbreuken.werk_register_bij(zaak, {**bekend, **register}, uuid4())


def _gemeente(groepen: Sequence[Groep]) -> Groep:
    return next(groep for groep in groepen if groep.deelname.soort == "gemeente")
