"""Intake at the Sociaal Wijkteam: is the tenant known, and is the report taken on, put on the waiting list, or not.

`kenmerk` belongs to the form: sent twice, it is one act. Each gives the id of the case.
"""

from datetime import date
from uuid import UUID

from django.urls import reverse

from convenant.poort import poort
from convenant.poort.berichten import bericht
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.poort.lezen import beeindig_kopie, eigen_kopie
from convenant.poort.zaken import doe, neem_toegang, vergrendel, verstuurd, zaak_van
from convenant.tijd import vandaag
from convenant.verstrekkingen.models import Verstrekking
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.kanten import SDV
from huisuitzetting.melding.wijkteams import wijkteam_van
from huisuitzetting.models import Interventie, Wachtlijstplek

from .feiten import AFWIJZEN, NEMEN, zet_redenen_terug
from .gemeld import eigen_groep, gemelde_gegevens, herkenning, ja_nee, ontvangen_op, uit_melding

VRAAG, ANTWOORD, VOORRANG = "vraag_bekendheid", "antwoord_bekendheid", "voorrang"
PLAATSEN, SLUITEN = "op_wachtlijst_plaatsen", "zaak_sluiten"
# A choice, so that no text about people is kept.
REDENEN = {
    "opgelost": "Er is een oplossing: de huurder kan blijven wonen",
    "overgedragen": "De hulp is overgedragen aan een andere organisatie",
    "hulp_geweigerd": "De huurder wil geen hulp",
    "verhuisd": "De huurder is verhuisd",
    "overleden": "De huurder is overleden",
    "geen_rol": "Het wijkteam kan hier niets meer doen",
}


def controleer_bekendheid(zaak_id: int, stapp: bool, sdv: bool, kenmerk: UUID) -> int:
    """Whether the tenant stands in STAPP and in the SDV system; yes or no, nothing of what stands there (HAA-3.8).

    The SDV person who was asked has no business with the case any more.
    """
    zaak = zaak_van(zaak_id)
    if not poort.eerder_in(kenmerk, zaak):
        waarden = {"bekend_in_stapp": ja_nee(stapp), "bekend_bij_sdv": ja_nee(sdv)}
        poort.verstrek("bekendheid_controle", waarden, [eigen_groep()], zaak=zaak, kenmerk=kenmerk)
        neem_toegang(zaak, poort.groep_van(SDV), VRAAG)
    return zaak_id


def vraag_bekendheid(zaak_id: int, geen_sdv_in_wijkteam: bool, kenmerk: UUID) -> int:
    """Ask the contact person of SDV whether the tenant is known there (HAA-3.8).

    Raises Geweigerd when there is an SDV'er in the team, Ongeldig when it was asked already.
    """
    zaak = zaak_van(zaak_id)
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    if verstuurd(zaak, VRAAG):
        raise Ongeldig({"": "U hebt dit al aan SDV gevraagd. Wacht op het antwoord."})
    gemeld = gemelde_gegevens(zaak)
    sdv = poort.groep_van(SDV)
    poort.verstrek(
        VRAAG,
        uit_melding(gemeld, "naam", "geboortedatum", "adres"),
        [sdv],
        zaak=zaak,
        gegeven={"geen_sdv_in_wijkteam": geen_sdv_in_wijkteam},
        kenmerk=kenmerk,
        herkenning=herkenning(gemeld),
    )
    bericht(
        [sdv],
        f"Vraag van het wijkteam: zaak {zaak.nummer}",
        "Het Sociaal Wijkteam vraagt of een huurder bij SDV bekend is. Antwoord met ja of nee.",
        adres_van(zaak),
    )
    return zaak_id


def beantwoord_bekendheid(zaak_id: int, bekend: bool, kenmerk: UUID) -> int:
    """SDV answers yes or no; what it was given to look it up by is destroyed with it (HAA-3.8)."""
    zaak = zaak_van(zaak_id)
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    wijkteam = wijkteam_van(zaak)
    poort.verstrek(ANTWOORD, {"bekend_bij_sdv": ja_nee(bekend)}, [wijkteam], zaak=zaak, kenmerk=kenmerk)
    for vraag in Verstrekking.objects.filter(zaak=zaak, gegevensset=VRAAG):
        if kopie := eigen_kopie(vraag.pk):
            beeindig_kopie(kopie)
    bericht(
        [wijkteam],
        f"Antwoord van SDV: zaak {zaak.nummer}",
        "SDV heeft uw vraag beantwoord.",
        adres_van(zaak),
    )
    return zaak_id


def neem_in_behandeling(zaak_id: int, reden: str, kenmerk: UUID) -> int:
    """Take a report on. Raises Geweigerd when somebody on the waiting list comes first and no `reden` is given (HAA-3.6)."""
    zaak = vergrendel(zaak_van(zaak_id))
    van_wachtlijst = zaak.stap == "wachtlijst"
    with doe(zaak, NEMEN, gegeven={"volgorde_gevolgd": True} if reden else {}):
        if reden and van_wachtlijst:
            _leg_voorrang_vast(zaak, "", reden, kenmerk)
    return zaak_id


def plaats_op_wachtlijst(zaak_id: int, voorrangsgroep: str, kenmerk: UUID) -> int:
    """Put a report on the waiting list, with the group that gives it priority if any (HAA-3.6)."""
    zaak = vergrendel(zaak_van(zaak_id))
    with doe(zaak, PLAATSEN):
        plek = Wachtlijstplek.objects.create(
            zaak=zaak,
            convenant=beurt().wie.convenant,
            groep_id=beurt().wie.groep,
            ontvangen_op=ontvangen_op(zaak),
        )
        zet_redenen_terug(plek)
    if voorrangsgroep:
        _leg_voorrang_vast(zaak, voorrangsgroep, "", kenmerk)
    return zaak_id


def leg_voorrang_vast(zaak_id: int, voorrangsgroep: str, reden: str, kenmerk: UUID) -> int:
    """To which priority group the tenant belongs, or why the order is left; instead of what was kept before.

    Raises Ongeldig without either, Geweigerd for a case that is not on the list.
    """
    zaak = zaak_van(zaak_id)
    if not (voorrangsgroep or reden):
        raise Ongeldig({"voorrangsgroep": "Kies een voorrangsgroep, of schrijf op waarom u afwijkt."})
    _leg_voorrang_vast(zaak, voorrangsgroep, reden, kenmerk)
    return zaak_id


def _leg_voorrang_vast(zaak: Zaak, voorrangsgroep: str, reden: str, kenmerk: UUID) -> None:
    if poort.eerder_in(kenmerk, zaak):
        return
    ingevuld = {"voorrangsgroep": voorrangsgroep, "reden_afwijking_volgorde": reden}
    eerder = Verstrekking.objects.filter(zaak=zaak, gegevensset=VOORRANG, door_groep_id=beurt().wie.groep)
    poort.verstrek(
        VOORRANG,
        {veld: waarde for veld, waarde in ingevuld.items() if waarde},
        [eigen_groep()],
        zaak=zaak,
        kenmerk=kenmerk,
        vervangt=eerder.filter(vervangen_op=None).values_list("pk", flat=True).first()
        if voorrangsgroep
        else None,
    )
    plek = Wachtlijstplek.objects.get(zaak=zaak)
    krijgt_voorrang = bool(voorrangsgroep) and not plek.heeft_voorrang
    plek.heeft_voorrang = plek.heeft_voorrang or krijgt_voorrang
    plek.reden_vermeld = plek.reden_vermeld or bool(reden)
    plek.save(update_fields=["heeft_voorrang", "reden_vermeld"])
    if krijgt_voorrang:
        zet_redenen_terug(plek)


def neem_niet_in_behandeling(zaak_id: int) -> int:
    """The wijkteam does not take the report on; the corporatie hears so by the feedback (HAA-3.7)."""
    with doe(zaak_van(zaak_id), AFWIJZEN):
        return zaak_id


def sluit(zaak_id: int, reden: str, kenmerk: UUID) -> int:
    """End the case, for one of REDENEN, which the own group alone keeps. Its clocks end with it."""
    zaak = zaak_van(zaak_id)
    with doe(zaak, SLUITEN, gegeven={"reden_vermeld": reden in REDENEN}):
        bewaar_interventie(zaak, "zaak_gesloten", reden, vandaag(), kenmerk)
    return zaak_id


def bewaar_interventie(zaak: Zaak, soort: str, resultaat: str, dag: date, kenmerk: UUID) -> None:
    """A line in the own group's log of interventions (HAA-1.2). Part of an act."""
    wie = beurt().wie
    Interventie.objects.create(
        convenant=wie.convenant,
        groep_id=wie.groep,
        zaak=zaak,
        dag=dag,
        soort=soort,
        resultaat=resultaat,
        medewerker=wie.medewerker,
        kenmerk=kenmerk,
    )


def adres_van(zaak: Zaak) -> str:
    """The page of the case, for a message."""
    return reverse("zaak", args=[beurt().wie.convenant.code, zaak.pk])
