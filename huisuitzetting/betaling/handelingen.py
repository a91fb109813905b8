"""Paying the rent again (articles 3.9, 5 and 6): a proposal, an arrangement, collection that waits, and what is not kept.

Each takes the id of an own case and the number of its form, and gives the id back. Raises NietGevonden, Geweigerd as the
gate does, and Ongeldig for what cannot be. Who writes a tenancy locks it before the case, as the acts of arrears do.
"""

from datetime import date
from uuid import UUID, uuid5

from django.db import connection

from convenant.partijen.models import Groep
from convenant.poort import klokken, poort
from convenant.poort.daad import samen
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.poort.poort import groep_van
from convenant.poort.zaken import opener, zaak_van
from convenant.tijd import vandaag
from convenant.zaken.models import Zaak
from huisuitzetting.achterstand import huren, regelen
from huisuitzetting.achterstand.regeling import GEEN_BEDRAG, Afspraak
from huisuitzetting.beleid.kanten import MELDER, SDV
from huisuitzetting.dagen import toets_binnen_jaar, toets_geweest
from huisuitzetting.kopieen import laatste
from huisuitzetting.melding.wijkteams import wijkteam_van
from huisuitzetting.models import Huurovereenkomst, Opschorting
from huisuitzetting.ontruiming.kring import gemelde

from .afspraken import Regeling, Voorstel, fouten_in, regeling_uit

VOORSTEL, NOG_GEEN, REGELING, OPSCHORTING = "voorstel", "nog_geen_regeling", "regeling", "opschorting"
EINDE_OPSCHORTING = "einde_opschorting"
CONTRACT = "avg_6_1_b"  # the corporatie has two grounds; the tenancy is the one it stands on
VOLGENS_CORPORATIE, VOLGENS_WIJKTEAM = "niet_nagekomen_volgens_corporatie", "niet_nagekomen_volgens_wijkteam"
MET_REGELING = "betalingsregeling_loopt"
LOOPT, VERBROKEN = Huurovereenkomst.Regeling.LOOPT, Huurovereenkomst.Regeling.VERBROKEN


def doe_voorstel(zaak_id: int, voorstel: Voorstel, nog_niet: bool, kenmerk: UUID) -> int:
    """The wijkteam proposes how the tenant pays again; without the arrears it says so in the same act (HAA-6.2, HAA-6.3).

    Meets the clock of two weeks.
    """
    zaak = zaak_van(zaak_id)
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    if nog_niet and voorstel.regeling:
        raise Ongeldig({"nog_niet_mogelijk": "U vulde ook een regeling in. Kies een van de twee."})
    toets_binnen_jaar(hervatting=voorstel.hervatting)
    if voorstel.lopende_huur <= 0:
        raise Ongeldig({"lopende_huur": GEEN_BEDRAG})
    if voorstel.regeling and (fouten := fouten_in(voorstel.regeling, vandaag())):
        raise Ongeldig(fouten)
    with samen():
        poort.verstrek(
            VOORSTEL,
            voorstel.waarden,
            [opener(zaak)],
            zaak=zaak,
            gegeven={"achterstand_in_voorstel_of_gemeld": nog_niet or voorstel.regeling is not None},
            kenmerk=kenmerk,
        )
        klokken.voldaan("voorstel_doorbetalen_lopende_huur", zaak=zaak)
        if nog_niet:
            meld_nog_geen_regeling(zaak_id, uuid5(kenmerk, NOG_GEEN))
    return zaak_id


def meld_nog_geen_regeling(zaak_id: int, kenmerk: UUID) -> int:
    """The corporatie hears that the arrears cannot be arranged yet, and not why (HAA-6.3)."""
    zaak = zaak_van(zaak_id)
    waarden = {"regeling_achterstand_nog_niet_mogelijk": True, "datum_bericht": vandaag().isoformat()}
    poort.verstrek(NOG_GEEN, waarden, [opener(zaak)], zaak=zaak, kenmerk=kenmerk)
    return zaak_id


def tref_regeling(zaak_id: int, regeling: Regeling, afwijking: str, kenmerk: UUID) -> int:
    """The corporatie arranged this with the tenant; wijkteam and SDV hear it (HAA-6.4). It holds the clocks of arrears.

    Raises Ongeldig when it deviates from the proposal without a reason.
    """
    zaak = zaak_van(zaak_id)
    huur = eigen_huur(zaak)
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    fouten = fouten_in(regeling, vandaag())
    voorstel = voorgesteld(zaak)
    if voorstel not in (None, regeling) and not afwijking.strip():
        fouten["afwijking"] = "Dit is anders dan het wijkteam voorstelde. Schrijf op waarom."
    if fouten:
        raise Ongeldig(fouten)
    waarden = regeling.waarden | {"einddatum_regeling": regeling.einde.isoformat()}
    if afwijking.strip():
        waarden["afwijking_van_voorstel"] = afwijking.strip()
    with samen():
        poort.verstrek(REGELING, waarden, gemelde(zaak), zaak=zaak, grondslag=CONTRACT, kenmerk=kenmerk)
        klokken.trek_in("toewijzing_vonnis", zaak=zaak)  # nothing counts down to an eviction any more
        bewaar(huur, LOOPT, Afspraak(regeling.start, regeling.bedrag, regeling.einde))
    return zaak_id


def voorgesteld(zaak: Zaak) -> Regeling | None:
    """The arrangement in the newest proposal that the own group holds, if it names one."""
    voorstel = laatste(zaak, VOORSTEL)
    return regeling_uit({veld.naam: veld.waarde for veld in voorstel.velden}) if voorstel else None


def schort_op(zaak_id: int, sinds: date, lopende_huur_sinds: date, goede_wil: str, kenmerk: UUID) -> int:
    """Collection waits, while three things hold: the running rent is paid, there is good will, the arrangement is kept
    (HAA-5.1). The explanation of the good will stays with the corporatie.
    """
    zaak = zaak_van(zaak_id)
    huur = eigen_huur(zaak)
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    toets_geweest(sinds=sinds, lopende_huur_sinds=lopende_huur_sinds)
    with samen():
        poort.verstrek(
            OPSCHORTING,
            {"datum_opschorting": sinds.isoformat()},
            wijkteam_en_sdv(zaak),
            zaak=zaak,
            grondslag=CONTRACT,
            gegeven={"lopende_huur_hervat": True, "goede_wil_getoond": bool(goede_wil.strip())},
            kenmerk=kenmerk,
        )
        Opschorting.objects.create(
            zaak=zaak,
            convenant=beurt().wie.convenant,
            groep_id=beurt().wie.groep,
            sinds=sinds,
            lopende_huur_sinds=lopende_huur_sinds,
            goede_wil=goede_wil.strip(),
        )
        bewaar(huur)
    return zaak_id


def beeindig_opschorting(zaak_id: int, sinds: date, voorwaarde: str, kenmerk: UUID) -> int:
    """Collection goes on, because this condition lapsed; the wijkteam hears it first (HAA-5.1)."""
    zaak = zaak_van(zaak_id)
    huur = eigen_huur(zaak)
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    toets_geweest(sinds=sinds)
    with samen():
        poort.verstrek(
            EINDE_OPSCHORTING,
            {"datum_einde_opschorting": sinds.isoformat(), "vervallen_voorwaarde": voorwaarde},
            [wijkteam_van(zaak)],
            zaak=zaak,
            grondslag=CONTRACT,
            kenmerk=kenmerk,
        )
        bewaar(huur, VERBROKEN if voorwaarde == "betalingsregeling" else None)
    return zaak_id


def meld_niet_nakoming(zaak_id: int, dag: date, afspraak: str, kenmerk: UUID) -> int:
    """What was agreed is not kept: who finds out tells the other side at once, and the arrangement is broken (HAA-3.9)."""
    zaak = zaak_van(zaak_id)
    corporatie = beurt().wie.kant.past(MELDER)
    huur = eigen_huur(zaak) if corporatie else None
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    toets_geweest(dag=dag)
    with samen():
        if not corporatie:
            beeindig_regeling_bij_corporatie(zaak, VERBROKEN)
        poort.verstrek(
            VOLGENS_CORPORATIE if corporatie else VOLGENS_WIJKTEAM,
            {"datum_niet_nagekomen": dag.isoformat(), "afspraak": afspraak},
            [wijkteam_van(zaak) if corporatie else opener(zaak)],
            zaak=zaak,
            grondslag=CONTRACT if corporatie else "",
            kenmerk=kenmerk,
        )
        # Whoever records it tells it in the same act: from then on the other knows.
        klokken.gebeurt("niet_nakomen_betaalafspraak", zaak=zaak)
        klokken.voldaan("wederzijds_informeren", zaak=zaak)
        if not corporatie:
            klokken.hervat(MET_REGELING, zaak=zaak)
        bewaar(huur, VERBROKEN)
    return zaak_id


def beeindig_regeling_bij_corporatie(zaak: Zaak, stand: str) -> None:
    """The register of the corporatie follows what the gemeente records: broken, or ended by the schuldbemiddeling. Nobody
    else writes that row; the function does, and nothing else of it. Part of an act, before anything that locks the case.
    """
    with connection.cursor() as cursor:
        cursor.execute("select huur_regeling_eindigt(%s, %s)", [zaak.pk, stand])


def eigen_huur(zaak: Zaak) -> Huurovereenkomst | None:
    """The own tenancy, locked; without one the gate says what is missing."""
    huur = huren.huur_van(zaak)
    return huren.vergrendel(huur.pk) if huur else None


def bewaar(
    huur: Huurovereenkomst | None, regeling: str | None = None, afspraak: Afspraak | None = None
) -> None:
    """The own register after an act that moved the case; None leaves the arrangement as it is."""
    if huur is None:
        return
    if regeling is not None:
        regelen.zet(huur, regeling, afspraak)
    huren.bewaar(huur)


def wijkteam_en_sdv(zaak: Zaak) -> list[Groep]:
    return [wijkteam_van(zaak), groep_van(SDV)]
