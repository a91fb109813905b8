"""Around the cases of the demo: the contact list, the figures of the last half year, an annex, evaluations."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile

from convenant.beleid.kalender import AMSTERDAM
from convenant.demo import Mens, Toneel, Verhaal, op
from convenant.partijen.models import Deelname, Groep
from convenant.poort import bijlagen
from convenant.tijd import vandaag

from .werkafspraken import afspraken, contactlijst, evaluaties, kengetallen
from .werkafspraken.afspraken import Nieuw
from .werkafspraken.contact import Contact
from .werkafspraken.ontvangers import naam_van

PAPIER = (
    "Aanvullende afspraak",
    "tussen de gemeente Haarlem en Wonen aan het Bolwerk",
    "",
    "Bij een huisbezoek met het wijkteam is er van de corporatie altijd dezelfde medewerker.",
    "Dit is een verzonnen afspraak, voor de demo.",
)
VERSLAG = (
    "De cijfers zijn besproken. Het wijkteam spreekt huurders sneller dan vorig jaar. "
    "De corporaties melden alle huurders op tijd. Wij gaan een jaar door."
)
IN_DE_LIJST = ("mila", "ruud", "fatma", "zora", "youssef", "petra", "wilma")


def verhalen(toneel: Toneel, mensen: dict[str, Mens]) -> Iterator[Verhaal]:
    yield _contactlijst(toneel, mensen)
    yield _cijfers(toneel)
    yield _afspraak(toneel)
    yield _evaluatie(toneel)
    yield _komende_evaluatie(toneel)


def _contactlijst(toneel: Toneel, mensen: dict[str, Mens]) -> Verhaal:
    """Everyone the tenant or a colleague can call; of Stichting Trekvaart nobody is known yet."""
    for nummer, sleutel in enumerate(IN_DE_LIJST):
        yield op(_dag(toneel) - timedelta(days=212 - 3 * nummer), 10)
        with toneel.als("bea"):
            groep = Groep.objects.select_related("deelname__partij").get(
                convenant=toneel.convenant,
                deelname__partij=toneel.mensen[sleutel].partij,
                functie=mensen[sleutel].functie,
            )
            contact = Contact(
                mensen[sleutel].naam,
                naam_van(groep),
                f"023 000 00 {nummer:02}",
                f"{sleutel}@voorbeeld.nl",
                vandaag(),
            )
            contactlijst.verspreid(contact, None, uuid4())


def _cijfers(toneel: Toneel) -> Verhaal:
    """Each tells its numbers of the half year that ended last, some weeks later; Het Bolwerk has not yet."""
    yield op(_na_het_halfjaar(_dag(toneel)), 11)
    periode = kengetallen.perioden()[0].sleutel
    with toneel.als("wilma"):
        kengetallen.deel_wijkteam(periode, uuid4())
    with toneel.als("zora"):
        kengetallen.deel_sdv(periode, 14, uuid4())
    with toneel.als("petra"):
        kengetallen.deel_corporatie(periode, {("huurder_met_kinderen", "huurschuld"): 6}, 7, 12, uuid4())


def _afspraak(toneel: Toneel) -> Verhaal:
    """One corporatie shares something more, by an annex."""
    yield op(_dag(toneel) - timedelta(days=150), 14)
    met = toneel.mensen["ruud"].partij
    with toneel.als("bea"):
        deelname = Deelname.objects.get(convenant=toneel.convenant, partij=met)
        blad = bijlagen.concept(bijlagen.neem_aan(SimpleUploadedFile("afspraak-bolwerk.pdf", _papier())))
        assert blad
        titel = "Vast aanspreekpunt bij huisbezoeken"
        nieuw = Nieuw(deelname.pk, titel, vandaag() + timedelta(days=14), None, blad.waarde)
        afspraken.voeg_toe(nieuw, uuid4())


def _papier() -> bytes:
    """One page with a few lines."""
    pdf, uit = pikepdf.new(), BytesIO()
    pdf.add_blank_page()
    letter = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=letter))
    regels = " T* ".join(f"({regel}) Tj" for regel in PAPIER)
    pdf.pages[0].Contents = pdf.make_stream(f"BT /F 12 Tf 72 720 Td 20 TL {regels} ET".encode())
    pdf.save(uit)
    return uit.getvalue()


def _evaluatie(toneel: Toneel) -> Verhaal:
    """Held and decided on; its minutes can be read."""
    dag = _dag(toneel) - timedelta(days=100)
    yield op(dag - timedelta(days=21), 10)
    with toneel.als("bea"):
        agenda = "1. Cijfers van het halfjaar\n2. Loopt het contact met het wijkteam goed?\n3. Gaan wij door?"
        zaak = evaluaties.open(dag, agenda, evaluaties.deelnemers(), uuid4())
    yield op(dag, 16)
    with toneel.als("bea"):
        evaluaties.besluit(zaak, evaluaties.VOORTZETTEN, dag, VERSLAG, uuid4())


def _komende_evaluatie(toneel: Toneel) -> Verhaal:
    yield op(_dag(toneel) - timedelta(days=4), 9)
    with toneel.als("bea"):
        agenda = "1. Cijfers van het halfjaar\n2. De wachtlijst van het wijkteam\n3. De contactlijst van Stichting Trekvaart"
        evaluaties.open(_dag(toneel) + timedelta(days=24), agenda, evaluaties.deelnemers(), uuid4())


def _na_het_halfjaar(dag: date) -> date:
    """Some weeks into this half year, or into the one before it."""
    begin = dag.replace(month=1 if dag.month <= 6 else 7, day=1)
    if dag - begin < timedelta(days=25):
        begin = begin.replace(month=1) if begin.month == 7 else begin.replace(year=begin.year - 1, month=7)
    return begin + timedelta(days=20)


def _dag(toneel: Toneel) -> date:
    return toneel.nu.astimezone(AMSTERDAM).date()
