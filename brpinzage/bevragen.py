"""Burgerzaken looks in the live BRP who is registered at the address of a case (decision 59).

What is found is burgerzaken's alone and readable until the day ends: a corporatie never gets more than the names of its
own address (HEE-2.5), and hears nothing of geheimhouding, onderzoek or opschorting (decision 60).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from convenant.beleid.beslissing import Vraag
from convenant.beleid.kalender import einde_van
from convenant.brp import KoppelingMislukt, Persoon, brp_van
from convenant.brp.adres import Adres, maak_adres
from convenant.brp.velden import velden_van
from convenant.poort import poort
from convenant.poort.buiten import bevraag
from convenant.poort.daad import Daad
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.lezen import Gelezen
from convenant.poort.poort import Levering
from convenant.poort.zaken import zaak_van
from convenant.tijd import nu, vandaag
from convenant.verstrekkingen.models import Ontvangst
from convenant.zaken.models import Zaak

from .gba import NAAM_ONBEKEND
from .ophalen import GEEN_AANSLUITING, heeft_aansluiting

SET = "brp_op_adres"
HANDELING = "brp_bevragen"
BRON = "BRP"
IEDEREEN = ("convenant", "deelname", "medewerker")
NIET_OP_ADRES = "Vastgesteld is dat deze persoon niet op dit adres woont."


@dataclass(frozen=True)
class Ingeschreven:
    """Somebody at the address, and what the municipality must know of it. None of it goes to a corporatie."""

    naam: str
    geheimhouding: bool
    in_onderzoek: tuple[str, ...]
    opschorting: str


@dataclass(frozen=True)
class BrpAntwoord:
    """What the BRP said of one address."""

    adres: Adres
    personen: tuple[Ingeschreven, ...]
    gelezen: Gelezen


def toets_bevragen(zaak_id: int) -> Sequence[Adres]:
    """The addresses of the case, by its own copies. Raises NietGevonden, or Geweigerd when they may not be asked now."""
    zaak = zaak_van(zaak_id)
    poort.toets_vooraf(_daad(zaak), IEDEREEN)
    return _adressen(zaak)


def antwoorden(zaak_id: int) -> Sequence[tuple[UUID, datetime]]:
    """The own copies of this case that are still readable, the latest first: id and moment, no value."""
    kopieen = Ontvangst.objects.filter(
        verstrekking__zaak_id=zaak_id,
        verstrekking__gegevensset=SET,
        groep_id=beurt().wie.groep or 0,
        vernietigd_op=None,
        bewaren_tot__gt=nu(),
    )
    return list(kopieen.order_by("-verstrekking__moment").values_list("pk", "verstrekking__moment"))


def bevraag_adres(zaak_id: int, adres: Adres, kenmerk: UUID) -> UUID:
    """Ask the BRP who is registered at this address of the case; the id of the own copy, readable until the day ends.

    Call it outside any transaction (`pagina(..., eigen_transacties=True)`). `kenmerk` belongs to the form: sent twice, it
    is one question. Raises Geweigerd with reason and article, NietGevonden for a case or an address of it that is not
    theirs, Ongeldig without a link to the BRP, and KoppelingMislukt when the BRP gives no answer that can be used.
    """
    if not heeft_aansluiting():
        raise Ongeldig({"": GEEN_AANSLUITING})

    def maak() -> Daad:
        zaak = zaak_van(zaak_id)
        if adres.sleutel not in {van_zaak.sleutel for van_zaak in _adressen(zaak)}:
            raise NietGevonden
        return _daad(zaak)

    eigen_nummer = uuid5(kenmerk, str(beurt().wie.groep))
    return bevraag(
        maak, lambda daad: _vraag(adres, daad), kenmerk=eigen_nummer, bewaren_tot=einde_van(vandaag())
    )


def antwoord(zaak_id: int, ontvangst_id: UUID) -> BrpAntwoord:
    """Open the own copy; the look is logged. Raises NietGevonden or Geweigerd as `poort.lees`."""
    if not Ontvangst.objects.filter(pk=ontvangst_id, verstrekking__zaak_id=zaak_id).exists():
        raise NietGevonden
    gelezen = poort.lees(ontvangst_id)
    if gelezen.gegevensset != SET:
        raise NietGevonden
    delen = ("postcode", "huisnummer", "huisletter", "huisnummertoevoeging", "straatnaam", "woonplaats")
    adres = Adres(**{deel: gelezen.waarde(f"adres_{deel}") for deel in delen})
    kolommen = [
        gelezen.waarde(naam) for naam in ("naam_bewoner", "geheimhouding", "in_onderzoek", "opschorting")
    ]
    personen = tuple(Ingeschreven(n, g, tuple(o), s) for n, g, o, s in zip(*kolommen, strict=True))
    return BrpAntwoord(adres, personen, gelezen)


def _adressen(zaak: Zaak) -> Sequence[Adres]:
    """What was corrected since was no address of this case after all."""
    kopieen = Ontvangst.objects.filter(
        verstrekking__zaak=zaak, verstrekking__vervangen_op=None, groep_id=beurt().wie.groep or 0
    )
    sleutels = kopieen.exclude(adres_sleutel="").values_list("adres_sleutel", flat=True)
    return [maak_adres(*sleutel.split("|")) for sleutel in sorted(set(sleutels))]


def _daad(zaak: Zaak) -> Daad:
    """The act as it stands now."""
    wie = beurt().wie
    rij = wie.beleid.gegevensset(SET)
    vraag = Vraag(wie.kant, rij.handeling, zaak.stap, SET, rij.van[0], _doel(zaak))
    return Daad(vraag, zaak=zaak, onderwerp=zaak.nummer)


def _doel(zaak: Zaak) -> str:
    """What the case is about; looking up what is registered, where that asks something of the corporatie alone."""
    wie = beurt().wie
    kopieen = Ontvangst.objects.filter(verstrekking__zaak=zaak, groep_id=wie.groep or 0)
    doel = kopieen.order_by("verstrekking__moment").values_list("verstrekking__doel", flat=True).first()
    return doel if doel and not wie.beleid.doel(doel).vereist else "bestandskwaliteit"


def _vraag(adres: Adres, daad: Daad) -> Levering:
    wie = beurt().wie
    velden = velden_van(wie.beleid.gegevensset(SET).velden)
    client = brp_van(wie.convenant.gemeentecode)
    gevonden = client.zoek_op_adres(
        adres, velden=velden, doel=daad.vraag.doel, gebruiker=f"m{wie.medewerker.pk}"
    )
    if gevonden.te_veel:
        raise KoppelingMislukt("te_veel_bewoners")
    personen = sorted(gevonden.personen, key=lambda persoon: persoon.volledige_naam)
    waarden = {
        "naam_bewoner": [persoon.volledige_naam or NAAM_ONBEKEND for persoon in personen],
        "geheimhouding": [persoon.geheimhouding for persoon in personen],
        "in_onderzoek": [_onderzoek(persoon) for persoon in personen],
        "opschorting": [
            persoon.opschorting.omschrijving if persoon.opschorting else "" for persoon in personen
        ],
        "adres_straatnaam": adres.straatnaam,
        "adres_huisnummer": adres.huisnummer,
        "adres_huisletter": adres.huisletter,
        "adres_huisnummertoevoeging": adres.huisnummertoevoeging,
        "adres_postcode": adres.postcode,
        "adres_woonplaats": adres.woonplaats,
    }
    return Levering(waarden, tuple(persoon.sleutel for persoon in personen), BRON)


def _onderzoek(persoon: Persoon) -> list[str]:
    """What is being looked into, in words: the name, the address, or that nobody lives there any more."""
    zinnen = [NIET_OP_ADRES] if persoon.vastgesteld_niet_op_adres else []
    for deel in persoon.in_onderzoek:
        wat = "De naam" if deel.veld.startswith("naam") else "Het adres"
        sinds = f" sinds {deel.sinds.tekst}" if deel.sinds and deel.sinds.tekst else ""
        zinnen.append(f"{wat} is in onderzoek{sinds}.")
    return list(dict.fromkeys(zinnen))
