"""The verbs of Heemstede. What loads extract and stock stands in laden.py."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from convenant.beleid.beslissing import Reden, Vraag
from convenant.beleid.kalender import AMSTERDAM, bewaren_tot
from convenant.brp.adres import Adres, lees_regel
from convenant.poort import poort
from convenant.poort.feiten import Aanvraag, Feiten
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.poort.poort import Daad, Gelezen, Kopie, Levering
from convenant.tijd import nu, vandaag

from .feiten import Opgezocht
from .laden import actief_uittreksel, houd_uittreksel_vast, uittreksels
from .models import Bezit, Ingeschrevene

SET = "naam_en_adres"
DOCUMENTEN = ("paspoort", "identiteitskaart", "rijbewijs", "verblijfsdocument")
ROLLEN = ("huurder", "aspirant_huurder")


@dataclass(frozen=True)
class Identiteit:
    """How the identity of the (aspirant-)huurder was established (HEE-3.7): no number, no copy."""

    naam: str
    rol: str
    document: str
    datum: date | None

    @property
    def vastgesteld(self) -> bool:
        ingevuld = bool(self.naam.strip()) and self.rol in ROLLEN and self.document in DOCUMENTEN
        return ingevuld and self.datum is not None and self.datum <= vandaag()


IEDEREEN = ("convenant", "deelname", "medewerker")  # what can be known before anything is typed


def toets_toegang() -> None:
    """Raises Geweigerd when this person may not consult at all, before anything is typed."""
    poort.toets_vooraf(_daad(None), IEDEREEN)


def toets_adres(adres: Adres) -> None:
    """Raises Geweigerd when the address is not own stock today; the refusal is logged with what was typed."""
    poort.toets_vooraf(_daad(zoek_op(adres)), IEDEREEN, ("eigen_bezit",))


def toets_identiteit(adres: Adres, identiteit: Identiteit) -> None:
    """Raises Geweigerd when the identity was not established before today ended (HEE-3.7)."""
    gegeven = {"identiteit_vastgesteld": identiteit.vastgesteld}
    daad = replace(_daad(zoek_op(adres)), gegeven=gegeven)
    poort.toets_vooraf(daad, IEDEREEN, ("eigen_bezit", "identiteit_vastgesteld"))


def _daad(opgezocht: Opgezocht | None) -> Daad:
    """The raadpleging as far as it is known; its doel is chosen later, so one without conditions stands in."""
    wie = beurt().wie
    rij = wie.beleid.gegevensset(SET)
    vrij = next(naam for naam in rij.doelen if not wie.beleid.doel(naam).vereist)
    vraag = Vraag(wie.kant, rij.handeling, gegevensset=SET, tegenpartij=rij.van[0], doel=vrij)
    return Daad(vraag, opgezocht, onderwerp=opgezocht.regel if opgezocht else "")


def volledig(adres: Adres) -> str:
    """The address as the own stock writes it."""
    return zoek_op(adres).regel


def zoek_op(adres: Adres) -> Opgezocht:
    """The address with what the own stock of today knows of it."""
    return Opgezocht(adres, _zoek(adres))


def doelen() -> tuple[tuple[str, str], ...]:
    """The purposes to choose from, with their sentence; one this party can never have is left out (HEE-1.c)."""
    wie = beurt().wie
    beleid = wie.beleid
    feiten = Feiten(beleid, Aanvraag(wie), beurt().vast)
    return tuple(
        (naam, beleid.doel(naam).uitleg)
        for naam in beleid.gegevensset(SET).doelen
        if all(feiten[feit] for feit in beleid.doel(naam).vereist if beleid.feit(feit).over == "deelname")
    )


def leg_uit(tekst: str) -> list[tuple[str, bool, tuple[Reden, ...]]]:
    """Why the actor may consult this address or not, as far as it hangs on what is known before anything is typed.

    `tekst` is "1234 AB 12", with letter and addition behind it. Empty when it is no address.
    """
    adres = lees_regel(tekst)
    if adres is None:
        return []
    gegeven = {feit.naam: True for feit in beurt().wie.beleid.feiten if feit.over == "aanvraag"}
    houd_uittreksel_vast()
    bezit = _zoek(adres)
    daad = replace(_daad(Opgezocht(adres, bezit)), gegeven=gegeven)
    uitkomst = poort.weeg_op_adres(daad, bezit.pk if bezit else None)
    return [("raadplegen", uitkomst.mag, uitkomst.voor_mens(beurt().wie.beleid))]


def raadpleeg(adres: Adres, *, doel: str, noodzaak: str, identiteit: Identiteit, kenmerk: UUID) -> UUID:
    """Who is registered at one own address; the id of the own copy, readable until the day ends (decision 62).

    `kenmerk` belongs to the form: sent twice, it is one raadpleging. Raises Geweigerd with reason and article.
    """
    houd_uittreksel_vast()
    bezit = _zoek(adres)
    opgezocht = Opgezocht(adres, bezit)
    return poort.raadpleeg(
        SET,
        lambda: _lever(bezit),
        kenmerk=kenmerk,
        woning_id=bezit.pk if bezit else None,
        adres=opgezocht.regel,
        object=opgezocht,
        doel=doel,
        gegeven={
            "noodzaak_vermeld": bool(noodzaak.strip()),
            "identiteit_vastgesteld": identiteit.vastgesteld,
        },
        noodzaak=noodzaak,
        identiteit={**asdict(identiteit), "datum": identiteit.datum.isoformat() if identiteit.datum else ""},
        bewaren_tot=bewaren_tot(beurt().wie.beleid.bewaartermijn("geraadpleegde_gegevens"), nu()),
    )


@dataclass(frozen=True)
class Resultaat:
    """An opened raadpleging as the screen shows it."""

    id: UUID
    adres: str
    namen: tuple[str, ...]
    peilmoment: datetime | None
    gelezen: Gelezen
    doel: str
    grondslag: str


def eerder(kenmerk: UUID) -> UUID | None:
    """The own copy that this form already led to, if any."""
    return poort.eigen_kopie(kenmerk)


def resultaat(ontvangst_id: UUID) -> Resultaat:
    """Open the own copy of a raadpleging; the look is logged. Raises NietGevonden or Geweigerd as `poort.lees`."""
    gelezen = poort.lees(ontvangst_id)
    beleid = beurt().wie.beleid
    uittreksel = next((kaart for kaart in uittreksels() if str(kaart.id) == gelezen.bron), None)
    return Resultaat(
        ontvangst_id,
        adres_van(gelezen).regel,
        tuple(gelezen.waarde("naam_bewoner")),
        uittreksel.peilmoment if uittreksel else None,
        gelezen,
        beleid.doel(gelezen.doel).uitleg,
        beleid.grondslag(gelezen.grondslag).tekst,
    )


def adres_van(gelezen: Gelezen) -> Adres:
    """The address that stands in parts in an opened copy."""
    delen = ("postcode", "huisnummer", "huisletter", "huisnummertoevoeging", "straatnaam", "woonplaats")
    aanwezig = {veld.naam: veld.waarde for veld in gelezen.velden}
    return Adres(**{deel: aanwezig.get(f"adres_{deel}", "") for deel in delen})


def van_vandaag() -> Sequence[Kopie]:
    """Own raadplegingen that are still readable, the latest first; one log line."""
    return poort.eigen_kopieen(SET)


def _zoek(adres: Adres) -> Bezit | None:
    """The own row of today for an address: by BAG id, which knows no notation, else by its key.

    Two dwellings can share a postcode and number: a row with another BAG id than the one asked for is another dwelling.
    """
    vandaag_eigen = Bezit.objects.filter(Q(tot=None) | Q(tot__gt=vandaag()), van__lte=vandaag())
    if not adres.bag_id:
        return vandaag_eigen.filter(adres_sleutel=adres.sleutel).first()
    op_bag_id = vandaag_eigen.filter(bag_id=adres.bag_id).first()
    return op_bag_id or vandaag_eigen.filter(adres_sleutel=adres.sleutel, bag_id="").first()


def _lever(bezit: Bezit | None) -> Levering:
    uittreksel = actief_uittreksel()
    if bezit is None or uittreksel is None:
        raise Ongeldig({"": "Er is nog geen uittreksel van de BRP. Vraag de gemeente om het te laden."})
    if bezit.van > uittreksel.geladen_op.astimezone(AMSTERDAM).date():
        zin = "Dit adres kwam in uw bezit na het laatste uittreksel. Probeer het na het volgende uittreksel opnieuw."
        raise Ongeldig({"": zin})
    if Ingeschrevene.objects.filter(afgeschermd=True).exists():
        raise RuntimeError("Een afgeschermd adres kwam door de toets.")  # weighed before: cannot be
    ingeschreven = sorted(Ingeschrevene.objects.values_list("naam", "persoon_sleutel"))
    if any(
        not sleutel for _, sleutel in ingeschreven
    ):  # asked of the BRP, without an answer that could be used
        zin = "De gemeente kon dit adres niet ophalen bij de BRP. Vraag het schriftelijk aan de gemeente."
        raise Ongeldig({"": zin})
    waarden = {
        "naam_bewoner": [naam for naam, _ in ingeschreven],
        "adres_straatnaam": bezit.straatnaam,
        "adres_huisnummer": bezit.huisnummer,
        "adres_huisletter": bezit.huisletter,
        "adres_huisnummertoevoeging": bezit.huisnummertoevoeging,
        "adres_postcode": bezit.postcode,
        "adres_woonplaats": bezit.woonplaats,
    }
    return Levering(waarden, tuple(sleutel for _, sleutel in ingeschreven), str(uittreksel.id))
