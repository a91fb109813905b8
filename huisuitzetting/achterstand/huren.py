"""What a corporatie does about arrears before anybody else is told: keep them, seek contact, write, arrange.

Each takes the id of an own tenancy, locks it, and leaves it with what is due next. Raises NietGevonden for one that is
not there or another's.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from convenant.beleid import kalender
from convenant.beleid.beslissing import Vraag
from convenant.beleid.taal import BEGIN
from convenant.poort import klokken, poort
from convenant.poort.daad import Daad, verricht
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.zaken import begin_zaak, doe, verstuurd, zaak_van, zet_label
from convenant.tijd import nu, vandaag
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.kanten import HUURDER
from huisuitzetting.beleid.stappen import RECHTER
from huisuitzetting.models import Contactpoging, Herinneringsbrief, Huurovereenkomst

from .feiten import MELDINGEN, over
from .huur import Huur, fouten_in
from .wat_nu import VOOR_CONTACT, Huurstand, WatNu, drempel_bereikt, wat_nu

VASTLEGGEN, CONTACT_ZOEKEN, BRIEF_VERSTUREN = "achterstand_vastleggen", "contact_zoeken", "brief_versturen"
HERINNERINGSBRIEF = "herinneringsbrief"
SLUITEN = "zaak_sluiten"
ANDERE_HUURDER = "Bij deze huurder loopt een zaak. De geboortedatum kan nu niet veranderen. Is er een andere huurder? Sluit dan eerst de zaak."
# A choice, so that no text about people is kept.
REDENEN = {
    "betaald": "De huurder heeft de achterstand betaald",
    "huur_beeindigd": "De huur is beëindigd",
    "overleden": "De huurder is overleden",
    "vergissing": "Er was geen achterstand",
    "afgerond": "De uitkomst is vastgelegd",
}
ONTSTAAN, DREMPEL, DEURWAARDER = (
    "ontstaan_huurachterstand",
    "schuld_bereikt_1_5_maand_huur",
    "inschakelen_deurwaarder",
)
# What one attempt at contact meets: three clauses ask for it within the month.
MET_CONTACT = ("huurder_actief_informeren", "actief_contact_met_huurder", "contact_en_wijzen_op_sdv")


def geef(huur_id: int) -> Huurovereenkomst:
    """An own tenancy, to show. Raises NietGevonden."""
    huur = Huurovereenkomst.objects.filter(pk=huur_id, groep=beurt().wie.groep).select_related("zaak").first()
    if huur is None:
        raise NietGevonden
    return huur


def huur_van(zaak: Zaak) -> Huurovereenkomst | None:
    """The own tenancy this case is about."""
    return Huurovereenkomst.objects.filter(zaak=zaak).select_related("zaak").first()


def nu_te_doen(huur: Huurovereenkomst) -> WatNu:
    return wat_nu(stand_van(huur), vandaag())


def stand_van(huur: Huurovereenkomst) -> Huurstand:
    """What wat_nu.py asks of a row."""
    return Huurstand(
        _eigen_stap(huur),
        huur.schuld,
        huur.achterstand_sinds,
        huur.regeling_geldt_tot,
        huur.deurwaarder_op,
        huur.drempel_bereikt_op,
        huur.alleen_strafbaar_feit,
        huur.bezwaar_doorgeven,
    )


def _eigen_stap(huur: Huurovereenkomst) -> str:
    """How far the corporatie is with its own stretch: a bailiff or judge who came too early takes away nothing of it (HAA-B4.2)."""
    stap = huur.zaak.stap if huur.zaak else BEGIN
    if stap not in RECHTER or not over(huur, "nog_niet_gemeld")["nog_niet_gemeld"]:
        return stap
    gedaan = over(huur, "zelf_contact_gezocht", "brief_met_vier_onderdelen")
    if not gedaan["zelf_contact_gezocht"]:
        return "achterstand"
    return "herinnerd" if gedaan["brief_met_vier_onderdelen"] else "contact"


@contextmanager
def bijhouden(onderwerp: str) -> Iterator[None]:
    """The act of keeping arrears while no case opens: none of the facts of a case is at stake."""
    feiten = {"eigen_huurder": True, "niet_alleen_strafbaar_feit": True}
    vraag = Vraag(beurt().wie.kant, VASTLEGGEN, BEGIN)
    with verricht(Daad(vraag, gegeven=feiten, onderwerp=onderwerp)):
        yield


def leg_vast(huur: Huur, huur_id: int | None = None) -> int:
    """Keep a tenancy by hand, or correct one; its id.

    Raises Ongeldig when the contract number is known already, and for another tenant while a case runs.
    """
    toets(huur)
    with bijhouden(f"huurovereenkomst {huur_id or 'nieuw'}"):
        if huur_id is None:
            een_tegelijk()
            if Huurovereenkomst.objects.filter(
                groep=beurt().wie.groep, contractnummer=huur.contractnummer
            ).exists():
                raise Ongeldig(
                    {"contractnummer": "Dit contractnummer staat al in de lijst. Pas die huur aan."}
                )
            rij = Huurovereenkomst(convenant=beurt().wie.convenant, groep_id=beurt().wie.groep)
        else:
            rij = vergrendel(huur_id)
            if rij.contractnummer != huur.contractnummer:
                raise Ongeldig({"contractnummer": "Het contractnummer kan niet veranderen."})
        if rij.pk and rij.geboortedatum != huur.geboortedatum:
            _wordt_van_een_ander(rij)
        was = stand_van(rij) if rij.pk else None
        if rij.zaak and _begint_opnieuw(rij, huur):
            rij.zaak = None
        for veld, waarde in vars(huur).items():
            if waarde is not None or veld in ("achterstand_sinds", "deurwaarder_op"):
                setattr(rij, veld, waarde)
        rij.ontleend_aan = Huurovereenkomst.HAND
        if was is not None and rij.zaak:
            zet_klokken(rij, was)
        bewaar(rij)
    return rij.pk


def _wordt_van_een_ander(rij: Huurovereenkomst) -> None:
    """Another birthday is another tenant, who starts anew: nothing of the one before stays with the row.

    Raises Ongeldig while the case of the one before runs.
    """
    if lopende_zaak(rij):
        raise Ongeldig({"geboortedatum": ANDERE_HUURDER})
    if rij.zaak:
        rij.zaak, rij.gesloten_om, rij.drempel_bereikt_op = None, "", None
        rij.betalingsregeling = ""
        rij.regeling_sinds = rij.regeling_per_maand = rij.regeling_tot = None
        rij.bewind = rij.alleen_strafbaar_feit = rij.bezwaar_doorgeven = False


def _begint_opnieuw(rij: Huurovereenkomst, huur: Huur) -> bool:
    """Whether arrears began after those of a case that has ended: that case stays as it is, a new one may begin."""
    if lopende_zaak(rij) or huur.achterstand_sinds is None or rij.achterstand_sinds is None:
        return False
    return huur.achterstand_sinds > rij.achterstand_sinds


def een_tegelijk() -> None:
    """Who adds tenancies to the own list waits for whoever does so at the same time."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('huren'), %s::int)", [beurt().wie.groep])


def toets(huur: Huur) -> None:
    """Raises Ongeldig for what cannot be, with a sentence per field."""
    if fouten := fouten_in(huur):
        raise Ongeldig(fouten)


def leg_contact_vast(huur_id: int, wijze: str, *, bereikt: bool, gewezen_op_sdv: bool, kenmerk: UUID) -> int:
    """An attempt at contact of the corporatie itself; the id of the case, which the first attempt opens (HAA-3.1).

    The first that also points to the schulddienstverlening meets the month's clocks (HAA-B4.1).
    """
    huur = vergrendel(huur_id)
    if huur.zaak and Contactpoging.objects.filter(kenmerk=kenmerk, zaak=huur.zaak).exists():
        return huur.zaak.pk
    zaak = lopende_zaak(huur) or _open(huur)
    vooruit = zaak.stap in VOOR_CONTACT and gewezen_op_sdv
    # An attempt that moves nothing is kept all the same: the text counts on every one.
    handeling = CONTACT_ZOEKEN if vooruit else "interventie_vastleggen"
    gegeven = {"gewezen_op_sdv": True, **over(huur, "eigen_huurder")} if vooruit else {}
    with doe(zaak, handeling, gegeven=gegeven):
        Contactpoging.objects.create(
            convenant=huur.convenant,
            groep=huur.groep,
            zaak=zaak,
            dag=vandaag(),
            wijze=wijze,
            bereikt=bereikt,
            gewezen_op_sdv=gewezen_op_sdv,
            medewerker=beurt().wie.medewerker,
            kenmerk=kenmerk,
        )
        if gewezen_op_sdv:
            for actie in MET_CONTACT:
                klokken.voldaan(actie, zaak=zaak)
    bewaar(huur)
    return zaak.pk


def leg_brief_vast(huur_id: int, sjabloon: str, verstuurd_op: date, kenmerk: UUID) -> int:
    """That the letter with the four announcements went to the huurder, by this template; the case's id (HAA-B2.1).

    Raises Geweigerd when the case is not in the step for it.
    """
    huur = vergrendel(huur_id)
    zaak = lopende_zaak(huur)
    if zaak is None or huur.achterstand_sinds is None:
        raise Ongeldig({"": "Leg eerst vast dat u contact hebt gezocht met de huurder."})
    if verstuurd_op > vandaag():
        raise Ongeldig(
            {"verstuurd_op": "Deze dag is nog niet geweest. Vul in wanneer de brief is verstuurd."}
        )
    if verstuurd_op < huur.achterstand_sinds:
        raise Ongeldig({"verstuurd_op": "Op deze dag was er nog geen achterstand. Controleer de datum."})
    onderdelen = beurt().wie.beleid.gegevensset(HERINNERINGSBRIEF).velden
    poort.verstrek(
        HERINNERINGSBRIEF,
        dict.fromkeys(onderdelen, "staat in de brief"),
        [],
        zaak=zaak,
        grondslag="avg_6_1_b",
        kenmerk=kenmerk,
        object=huur,
        extern=HUURDER,
    )
    Herinneringsbrief.objects.get_or_create(
        zaak=zaak,
        defaults={
            "convenant": huur.convenant,
            "groep": huur.groep,
            "verstuurd_op": verstuurd_op,
            "sjabloon": sjabloon,
        },
    )
    bewaar(huur)
    return zaak.pk


def sluit(zaak_id: int, reden: str) -> int:
    """End the case of an own tenancy, for one of REDENEN; the case's id (HAA-2.1). Its clocks end with it."""
    huur = huur_van(zaak_van(zaak_id))
    if huur is None:
        raise NietGevonden
    huur = vergrendel(huur.pk)
    assert huur.zaak
    with doe(huur.zaak, SLUITEN, gegeven={"reden_vermeld": reden in REDENEN, **over(huur, "eigen_huurder")}):
        huur.gesloten_om = reden
    bewaar(huur)
    return zaak_id


def zet_klokken(huur: Huurovereenkomst, was: Huurstand) -> None:
    """The clocks of the case follow what changed about the arrears. Part of an act."""
    zaak = lopende_zaak(huur)
    if zaak is None:
        return
    _zet_drempel(huur)
    if huur.schuld == 0:
        for gebeurtenis in (ONTSTAAN, DREMPEL):
            klokken.trek_in(gebeurtenis, zaak=zaak)
    elif was.drempel_bereikt_op != huur.drempel_bereikt_op:
        if huur.drempel_bereikt_op is None:
            klokken.trek_in(DREMPEL, zaak=zaak)
        elif verstuurd(zaak, *MELDINGEN) is None:  # who was reported already is not reported again
            _gebeurt(DREMPEL, huur, huur.drempel_bereikt_op)
    if was.schuld == 0 < huur.schuld and huur.achterstand_sinds:
        _gebeurt(ONTSTAAN, huur, huur.achterstand_sinds)
    if (was.schuld == 0) != (huur.schuld == 0):
        verander = klokken.opgeschort if huur.schuld == 0 else klokken.hervat
        verander("zonder_huurachterstand", zaak=zaak)
    stand = stand_van(huur)
    if was.regeling_tot != stand.regeling_tot:
        verander = klokken.opgeschort if stand.regeling_loopt(vandaag()) else klokken.hervat
        verander("betalingsregeling_loopt", zaak=zaak)
    if was.deurwaarder_op != huur.deurwaarder_op:
        klokken.trek_in(DEURWAARDER, zaak=zaak)
        if huur.deurwaarder_op:
            _gebeurt(DEURWAARDER, huur, huur.deurwaarder_op)


def herbereken(huur: Huurovereenkomst) -> None:
    """What is due now, kept on the row. Whoever moves the case on calls this in the same act."""
    stand = wat_nu(stand_van(huur), vandaag())
    huur.te_doen, huur.uiterlijk = stand.te_doen, stand.uiterlijk


def _open(huur: Huurovereenkomst) -> Zaak:
    """Open the case of these arrears, with the clocks that count from their first day (HAA-2.1, HAA-3.1).

    Raises Geweigerd when they come from a criminal offence alone (HAA-1.3), Ongeldig when there are none.
    """
    if huur.schuld == 0 or huur.achterstand_sinds is None:
        raise Ongeldig({"": "Deze huurder heeft geen achterstand. Er is niets om op te volgen."})
    with begin_zaak(VASTLEGGEN, gegeven=over(huur, "niet_alleen_strafbaar_feit", "eigen_huurder")) as zaak:
        huur.zaak, huur.gesloten_om = zaak, ""
        zet_label(zaak, huur.adres)
        _zet_drempel(huur)
        _gebeurt(ONTSTAAN, huur, huur.achterstand_sinds)
        if huur.drempel_bereikt_op:
            _gebeurt(DREMPEL, huur, huur.drempel_bereikt_op)
        if huur.deurwaarder_op:
            _gebeurt(DEURWAARDER, huur, huur.deurwaarder_op)
        huur.save()
    return zaak


def _gebeurt(gebeurtenis: str, huur: Huurovereenkomst, dag: date) -> None:
    feiten = over(huur, "betalingsregeling_loopt")
    # What came to be today is due from now: at midnight nobody knew.
    moment = nu() if dag == vandaag() else kalender.begin_van(dag)
    klokken.gebeurt(gebeurtenis, zaak=huur.zaak, moment=moment, gegeven=feiten)


def _zet_drempel(huur: Huurovereenkomst) -> None:
    if not drempel_bereikt(huur.schuld, huur.huur_per_maand):
        huur.drempel_bereikt_op = None
    elif huur.drempel_bereikt_op is None:
        huur.drempel_bereikt_op = vandaag()


def bewaar(huur: Huurovereenkomst) -> None:
    """Keep a locked tenancy, with what is due in the step its case is in now. The last thing an act does to it."""
    if huur.zaak:
        huur.zaak.refresh_from_db()
    _zet_drempel(huur)
    herbereken(huur)
    huur.bijgewerkt_op = nu()
    huur.save()


def vergrendel(huur_id: int) -> Huurovereenkomst:
    """An own tenancy, locked until the end of the request. Raises NietGevonden."""
    rijen = Huurovereenkomst.objects.select_for_update(of=("self",)).select_related("zaak")
    huur = rijen.filter(pk=huur_id, groep=beurt().wie.groep).first()
    if huur is None:
        raise NietGevonden
    return huur


def lopende_zaak(huur: Huurovereenkomst) -> Zaak | None:
    """The case of this tenancy that has not ended."""
    zaak = huur.zaak
    return None if zaak is None or beurt().wie.beleid.is_einde(zaak.stap) else zaak


def zeven_gegevens(huur: Huurovereenkomst) -> Mapping[str, Any]:
    """What a handover of arrears may hold, and nothing else (HAA-B2.1.b)."""
    sinds = huur.achterstand_sinds
    if sinds is None:
        raise Ongeldig({"": "Deze huurder heeft geen achterstand. Er is niets om te melden."})
    return {
        "naam": huur.naam,
        "adres": huur.adres,
        "telefoonnummer": huur.telefoonnummer,
        "geboortedatum": huur.geboortedatum.isoformat(),
        "aantal_ingeschreven_bewoners": huur.aantal_ingeschreven_bewoners,
        "datum_ontstaan_betalingsachterstand": sinds.isoformat(),
        "periode_betalingsachterstand": periode(sinds, vandaag()),
    }


def periode(sinds: date, tot: date) -> str:
    """How long, in whole months."""
    maanden = (tot.year - sinds.year) * 12 + tot.month - sinds.month - (tot.day < sinds.day)
    return "minder dan 1 maand" if maanden < 1 else "1 maand" if maanden == 1 else f"{maanden} maanden"
