"""What goes back to the corporatie: exactly the five items of HAA-B2.6, no text of anybody's."""

from datetime import date
from uuid import UUID

from convenant.poort import klokken, poort
from convenant.poort.berichten import bericht
from convenant.poort.handeling import Ongeldig
from convenant.poort.zaken import opener, vergrendel, zaak_van
from convenant.termijnen.models import Klok
from convenant.zaken.models import Gebeurtenis, Zaak
from huisuitzetting.beleid.stappen import LOPEND
from huisuitzetting.dagen import toets_binnen_jaar

from .feiten import NEMEN, is_beslist
from .gemeld import JA, NEE, gemelde_gegevens, ja_nee, wie_is
from .handelingen import adres_van

TERUGKOPPELING = "terugkoppeling"
# Not why: that a tenant stands on a waiting list is not the corporatie's to know (HAA-3.6).
NOG_NIET = "nog_niet"
GEEN_DATUM = "nog geen datum afgesproken"


def in_behandeling_op_tijd(zaak: Zaak) -> str:
    """Whether the report was taken on within five werkdagen: ja, nee, or nog_niet while that is open (HAA-3.7)."""
    genomen = Gebeurtenis.objects.filter(zaak=zaak, handeling=NEMEN).values_list("moment", flat=True).first()
    if genomen is None:
        return NEE if is_beslist(zaak) else NOG_NIET
    klok = Klok.objects.filter(zaak=zaak, termijn=TERUGKOPPELING).order_by("na").first()
    return ja_nee(klok is None or genomen < klok.vervalt_op)


def contact_was_er(zaak: Zaak) -> bool:
    """Whether the case came past the contact with the tenant."""
    return Gebeurtenis.objects.filter(zaak=zaak, handeling="contact_huurder_vastleggen").exists()


def koppel_terug(
    zaak_id: int,
    contact_gelegd: str,
    in_behandeling: str,
    incasso_hervat: str,
    datum: date | None,
    kenmerk: UUID,
) -> int:
    """Give the five items back to the corporatie that reported, and to nobody else; meets both clocks (HAA-3.7).

    Raises Ongeldig when the case is closed, or when it is said to be taken on in time and was not.
    """
    zaak = vergrendel(zaak_van(zaak_id))
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    if zaak.stap not in LOPEND:
        raise Ongeldig({"": "Deze zaak is afgerond. U kunt niets meer terugkoppelen."})
    toets_binnen_jaar(datum=datum)
    if in_behandeling == JA and in_behandeling_op_tijd(zaak) != JA:
        raise Ongeldig(
            {
                "in_behandeling": "De melding is niet binnen vijf werkdagen in behandeling genomen. Kies nee of nog niet."
            }
        )
    gemeld = gemelde_gegevens(zaak)
    corporatie = opener(zaak)
    poort.verstrek(
        TERUGKOPPELING,
        {
            "identificerende_gegevens_melding": wie_is(gemeld) or f"zaak {zaak.nummer}",
            "contact_gelegd": contact_gelegd,
            "in_behandeling_binnen_vijf_werkdagen": in_behandeling,
            "incasso_kan_worden_hervat": incasso_hervat,
            "datum_hervatting_en_inloop_betaling": datum.isoformat() if datum else GEEN_DATUM,
        },
        [corporatie],
        zaak=zaak,
        kenmerk=kenmerk,
    )
    klokken.voldaan(TERUGKOPPELING, zaak=zaak)
    bericht(
        [corporatie],
        f"Terugkoppeling van het wijkteam: zaak {zaak.nummer}",
        "Het Sociaal Wijkteam heeft teruggekoppeld. U leest het in de zaak.",
        adres_van(zaak),
    )
    return zaak_id


def stand(zaak_id: int) -> dict[str, str]:
    """What the own rows say already, to fill the form in with."""
    zaak = zaak_van(zaak_id)
    return {
        "contact_gelegd": ja_nee(contact_was_er(zaak)),
        "in_behandeling": in_behandeling_op_tijd(zaak),
    }
