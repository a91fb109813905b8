"""What goes on around the exchange in the demo: a question, a security report, a control, a shortcoming, maintenance."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

from convenant.beleid.kalender import AMSTERDAM, tel
from convenant.demo import Toneel, Verhaal, op
from convenant.tijd import nu, vandaag

from . import controle, onderhoud, rondom, tekortkoming
from .onderhoud import Aankondigen

LID_VAN_ARTIKEL_6 = "6.1"


def verhalen(toneel: Toneel, linde: int, waterkant: int) -> Iterator[Verhaal]:
    """`linde` and `waterkant` are the ids of the deelnames."""
    yield _ondersteuning(toneel)
    yield _beveiligingsprobleem(toneel)
    yield _controle(toneel, str(linde))
    yield _tekortkoming(toneel, str(waterkant))
    yield _onderhoud(toneel)


def _ondersteuning(toneel: Toneel) -> Verhaal:
    yield toneel.geleden(4, 10, 15)
    with toneel.als("anna"):
        vraag = "Wat kies ik als een adres een letter en een toevoeging heeft?"
        zaak = rondom.vraag_ondersteuning(None, "inhoudelijk", vraag, uuid4())
    yield toneel.geleden(3, 14)
    with toneel.als("eva"):
        rondom.beantwoord_ondersteuning(
            zaak, "Vul ze allebei in. De letter staat direct achter het nummer, zoals 7 A.", uuid4()
        )


def _beveiligingsprobleem(toneel: Toneel) -> Verhaal:
    yield toneel.geleden(2, 16, 5)
    with toneel.als("ina"):
        wat = "Een medewerker bleef ingelogd nadat zij de laptop had dichtgedaan."
        rondom.meld_beveiligingsprobleem("inloggen", wat, nu() - timedelta(hours=2), uuid4())


def _controle(toneel: Toneel, linde: str) -> Verhaal:
    yield toneel.geleden(3, 15, 20)
    with toneel.als("frits"):
        vraag = "Hoe stelt uw medewerker vast wie de huurder is? Beschrijf het voor de raadplegingen van vorige maand."
        voor = tel(toneel.nu.astimezone(AMSTERDAM).date(), 10, "werkdagen")
        controle.open_controle(None, linde, vraag, "Uw werkinstructie", voor, uuid4())


def _tekortkoming(toneel: Toneel, waterkant: str) -> Verhaal:
    yield toneel.geleden(8, 9, 45)
    with toneel.als("hugo"):
        feiten = "De corporatie heeft dit jaar niet verklaard hoe zij de gegevens beveiligt."
        zaak = tekortkoming.open_tekortkoming(waterkant, LID_VAN_ARTIKEL_6, feiten, vandaag(), uuid4())
    yield toneel.geleden(5, 16)
    with toneel.als("hugo"):
        afspraak = "De corporatie verklaart haar maatregelen binnen een week."
        wie = "Hugo Wit en Jan Kuiper"
        tekortkoming.leg_overleg_vast(zaak, vandaag(), wie, afspraak, "niet_nagekomen", uuid4())


def _onderhoud(toneel: Toneel) -> Verhaal:
    yield toneel.geleden(1, 9)
    dag = tel(toneel.nu.astimezone(AMSTERDAM).date(), 5, "werkdagen")
    tekst = "Tussen 18.00 en 20.00 uur kunt u niet raadplegen. Wat u al doorgaf, blijft bewaard."
    with toneel.als("hugo"):
        onderhoud.kondig_aan(Aankondigen("Onderhoud vanavond", tekst, op(dag, 7), op(dag, 20)))
