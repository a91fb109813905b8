"""Bailiff, judge and the day of eviction: what the corporatie does, told in the same act to whoever must hear it.

Each takes the id of an own case and gives it back. The same form twice is one act. Raises NietGevonden for a case that
is not of an own tenant, Geweigerd where the convenant stands in the way, Ongeldig for a day that cannot be.
"""

from datetime import date, timedelta
from uuid import UUID, uuid5

from convenant.beleid import kalender
from convenant.poort import klokken, poort
from convenant.poort.daad import samen
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.poort import eerder_in, groep_van
from convenant.poort.zaken import doe, heeft_toegang
from convenant.tijd import nu, vandaag
from convenant.zaken.models import Zaak
from huisuitzetting.achterstand import huren
from huisuitzetting.beleid.kanten import TROUBLESHOOTER
from huisuitzetting.beleid.ontruiming import DEURWAARDER_KAN_NA
from huisuitzetting.dagen import toets_binnen_jaar
from huisuitzetting.melding.handelingen import herkenning
from huisuitzetting.melding.wijkteams import wijkteam_van
from huisuitzetting.models import Afwijking, Huurovereenkomst, Procedure

from . import afwijkingen
from .feiten import mag_naar_deurwaarder, mag_naar_rechter, vroegste_deurwaarder, vroegste_ontruiming
from .kring import (
    CONTRACT,
    NIET_BEKEND,
    WIE_REGIE,
    eigen_zaak,
    gemeente,
    laat_weten,
    te_vervangen,
    toets_dag,
)

AANKONDIGEN, INSCHAKELEN = "deurwaarder_aankondigen", "deurwaarder_inschakelen"
ALS_AFWIJKING, DAGVAARDEN, VONNIS = "deurwaarder_als_afwijking", "dagvaarden", "vonnis_vastleggen"
DATUM, DATUM_GEMEENTE = "ontruimingsdatum", "ontruimingsdatum_wijkteam_en_sdv"
DATUM_BEKEND = "De datum van een ontruiming is bekend"
TOEGEWEZEN = "toewijzing_vonnis"


@samen()
def kondig_deurwaarder_aan(zaak_id: int, dag: date, kenmerk: UUID) -> int:
    """The wijkteam hears on which day the bailiff will be called in: the contact that must precede it (HAA-3.4)."""
    zaak, huur = eigen_zaak(zaak_id)
    if eerder_in(kenmerk, zaak):
        return zaak_id
    vroegst = vroegste_deurwaarder(zaak)
    if dag < vandaag():
        raise Ongeldig({"dag": "Deze dag is al geweest. Kies een dag die nog komt."})
    toets_binnen_jaar(dag=dag)
    if not mag_naar_deurwaarder(zaak, dag) and vroegst is not None:
        zin = f"Dat is te vroeg: het kan twee weken na uw melding. Kies een dag vanaf {vroegst:%d-%m-%Y}."
        raise Ongeldig({"dag": zin})
    team = wijkteam_van(zaak)
    poort.verstrek(
        "aankondiging_deurwaarder",
        {"geplande_datum_deurwaarder": dag.isoformat()},
        [team],
        zaak=zaak,
        grondslag=CONTRACT,
        kenmerk=kenmerk,
        vervangt=te_vervangen(zaak, "aankondiging_deurwaarder"),
    )
    laat_weten(zaak, [team], "Een corporatie kondigt de deurwaarder aan")
    klokken.voldaan("contact_met_swt", zaak=zaak)
    huur.deurwaarder_op = dag
    huren.bewaar(huur)
    return zaak_id


@samen()
def schakel_deurwaarder_in(zaak_id: int, dag: date, kenmerk: UUID) -> int:
    """The bailiff is called in, two weeks after contact with the wijkteam or beside an arrangement (HAA-2.1.c, HAA-3.4)."""
    zaak, huur = eigen_zaak(zaak_id)
    if eerder_in(kenmerk, zaak):
        return zaak_id
    toets_dag(dag, huur.achterstand_sinds, "Op deze dag was er nog geen achterstand. Controleer de datum.")
    gegeven = {"twee_weken_na_contact_of_regeling": mag_naar_deurwaarder(zaak, dag)}
    with doe(zaak, INSCHAKELEN, gegeven=gegeven):
        _begin(huur, zaak, dag)
    _meld_stand(zaak, "deurwaarder", dag, kenmerk)
    huren.bewaar(huur)
    return zaak_id


@samen()
def leg_deurwaarder_te_vroeg_vast(zaak_id: int, dag: date, reden: str, kenmerk: UUID) -> int:
    """The bailiff was called in too early: the record stays true, wijkteam and teamleider hear it (decision 63).

    Before the handover it is only kept. Raises Ongeldig when it is no deviation at all.
    """
    zaak, huur = eigen_zaak(zaak_id)
    if _is_vastgelegd(kenmerk, Afwijking.Soort.DEURWAARDER, zaak):
        return zaak_id
    toets_dag(dag, huur.achterstand_sinds, "Op deze dag was er nog geen achterstand. Controleer de datum.")
    if zaak.stap in DEURWAARDER_KAN_NA and mag_naar_deurwaarder(zaak, dag):
        raise Ongeldig({"": "Dit wijkt niet af van het convenant. Kies ‘Deurwaarder inschakelen’."})
    with doe(zaak, ALS_AFWIJKING, gegeven={"afwijking_met_reden": bool(reden.strip())}):
        _begin(huur, zaak, dag)
        afwijkingen.leg_vast(huur, zaak, Afwijking.Soort.DEURWAARDER, dag, reden, kenmerk)
    _meld_stand(zaak, "deurwaarder", dag, kenmerk)
    afwijkingen.verstuur(zaak)
    huren.bewaar(huur)
    return zaak_id


@samen()
def dagvaard(zaak_id: int, dag: date, reden: str, kenmerk: UUID) -> int:
    """The judge is asked to end the tenancy: from three months on, earlier with a reason, as afwijking (HAA-B4.6)."""
    zaak, huur = eigen_zaak(zaak_id)
    if eerder_in(kenmerk, zaak) or _is_vastgelegd(kenmerk, Afwijking.Soort.RECHTER, zaak):
        return zaak_id
    procedure = _procedure(zaak)
    toets_dag(dag, procedure.deurwaarder_op, _NA.format("de deurwaarder is ingeschakeld"))
    te_vroeg = not mag_naar_rechter(huur, dag)
    if te_vroeg and not reden.strip():
        zin = (
            "De achterstand was toen nog geen drie maanden. Schrijf op waarom u eerder naar de rechter ging."
        )
        raise Ongeldig({"reden": zin})
    with doe(zaak, DAGVAARDEN, gegeven={"drie_maanden_achterstand_of_reden": True}):
        procedure.dagvaarding_op = dag
        procedure.save(update_fields=["dagvaarding_op"])
        klokken.voldaan("verzoek_ontbinding_rechter", zaak=zaak)
        if te_vroeg:
            afwijkingen.leg_vast(huur, zaak, Afwijking.Soort.RECHTER, dag, reden, kenmerk)
    _meld_stand(zaak, "dagvaarding", dag, kenmerk)
    afwijkingen.verstuur(zaak)
    huren.bewaar(huur)
    return zaak_id


@samen()
def leg_vonnis_vast(zaak_id: int, dag: date, kenmerk: UUID) -> int:
    """The judge granted it: four weeks later the home can be vacated (HAA-B4.9, HAA-B4.10)."""
    zaak, huur = eigen_zaak(zaak_id)
    if eerder_in(kenmerk, zaak):
        return zaak_id
    procedure = _procedure(zaak)
    toets_dag(dag, procedure.dagvaarding_op, _NA.format("u naar de rechter ging"))
    with doe(zaak, VONNIS):
        procedure.vonnis_op = dag
        procedure.save(update_fields=["vonnis_op"])
        klokken.gebeurt(TOEGEWEZEN, zaak=zaak, moment=kalender.begin_van(dag))
    _meld_stand(zaak, "vonnis", dag, kenmerk)
    huren.bewaar(huur)
    return zaak_id


@samen()
def leg_ontruimingsdatum_vast(zaak_id: int, dag: date, kenmerk: UUID) -> int:
    """The day of eviction, or a later one: the troubleshooter hears it by this act, wijkteam and SDV too (HAA-8.1)."""
    zaak, huur = eigen_zaak(zaak_id)
    if eerder_in(kenmerk, zaak):
        return zaak_id
    procedure = _procedure(zaak)
    if procedure.vonnis_op is None:
        raise NietGevonden
    _toets_ontruimingsdatum(procedure, dag)
    waarden = {
        "naam": huur.naam,
        "adres": huur.adres,
        "telefoonnummer": huur.telefoonnummer or NIET_BEKEND,
        "datum_vonnis": procedure.vonnis_op.isoformat(),
        "datum_ontruiming": dag.isoformat(),
    }
    groepen, nieuw = gemeente(zaak), not heeft_toegang(zaak, groep_van(TROUBLESHOOTER))
    poort.verstrek(
        DATUM,
        waarden,
        [groep_van(TROUBLESHOOTER)],
        zaak=zaak,
        grondslag=CONTRACT,
        gegeven={"vier_weken_na_vonnis": dag >= vroegste_ontruiming(procedure.vonnis_op)},
        kenmerk=kenmerk,
        vervangt=te_vervangen(zaak, DATUM),
        herkenning=herkenning(huur.naam, huur.adres),
    )
    if groepen:
        poort.verstrek(
            DATUM_GEMEENTE,
            {"datum_ontruiming": dag.isoformat()},
            groepen,
            zaak=zaak,
            grondslag=CONTRACT,
            kenmerk=uuid5(kenmerk, DATUM_GEMEENTE),
            vervangt=te_vervangen(zaak, DATUM_GEMEENTE),
        )
    team, anderen = groepen[:1], [*groepen[1:], groep_van(TROUBLESHOOTER)]
    laat_weten(zaak, team, DATUM_BEKEND, WIE_REGIE if nieuw else "")
    laat_weten(zaak, anderen, DATUM_BEKEND)
    procedure.ontruiming_op = dag
    procedure.save(update_fields=["ontruiming_op"])
    _zet_klokken(zaak, procedure.vonnis_op, dag)
    huren.bewaar(huur)
    return zaak_id


def voorgestelde_datum(zaak_id: int) -> date | None:
    """The first day that may be chosen for the eviction: four weeks after the judgment, or the day after the one known."""
    procedure = Procedure.objects.filter(zaak=zaak_id).first()
    if procedure is None or procedure.vonnis_op is None:
        return None
    bekend = procedure.ontruiming_op
    return bekend + timedelta(days=1) if bekend else vroegste_ontruiming(procedure.vonnis_op)


def bekende_datum(zaak_id: int) -> date | None:
    """The day that was told."""
    return Procedure.objects.filter(zaak=zaak_id).values_list("ontruiming_op", flat=True).first()


def _zet_klokken(zaak: Zaak, vonnis_op: date, dag: date) -> None:
    """What counts from now is the chosen day; that the troubleshooter must hear it is done already."""
    klokken.gebeurt("datum_uitzetting_bekend", zaak=zaak)
    klokken.voldaan("bericht_aan_troubleshooter", zaak=zaak)
    klokken.trek_in(TOEGEWEZEN, zaak=zaak)
    klokken.gebeurt(
        TOEGEWEZEN, zaak=zaak, moment=kalender.begin_van(vonnis_op), afgesproken=kalender.einde_van(dag)
    )


def _toets_ontruimingsdatum(procedure: Procedure, dag: date) -> None:
    assert procedure.vonnis_op
    if procedure.ontruiming_op is not None and dag <= procedure.ontruiming_op:
        bekend = f"{procedure.ontruiming_op:%d-%m-%Y}"
        raise Ongeldig({"dag": f"De datum is al {bekend}, en dat weten de anderen. Kies een latere datum."})
    if dag > kalender.tel(procedure.vonnis_op, 1, "jaren"):
        raise Ongeldig({"dag": "Dat is meer dan een jaar na het vonnis. Controleer het jaar."})


def _begin(huur: Huurovereenkomst, zaak: Zaak, dag: date) -> None:
    """A new round: of an earlier one, before an arrangement that was broken, nothing counts any more."""
    Procedure.objects.update_or_create(
        zaak=zaak,
        defaults={
            "convenant": huur.convenant,
            "groep": huur.groep,
            "begonnen_op": nu(),
            "deurwaarder_op": dag,
            "dagvaarding_op": None,
            "vonnis_op": None,
            "ontruiming_op": None,
        },
    )
    huur.deurwaarder_op = dag


def _procedure(zaak: Zaak) -> Procedure:
    procedure = Procedure.objects.filter(zaak=zaak).first()
    if procedure is None:
        raise Ongeldig({"": "Leg eerst vast dat de deurwaarder is ingeschakeld."})
    return procedure


def _is_vastgelegd(kenmerk: UUID, soort: str, zaak: Zaak) -> bool:
    afwijking = Afwijking.objects.filter(kenmerk=uuid5(kenmerk, soort)).first()
    if afwijking and afwijking.zaak_id != zaak.pk:
        raise NietGevonden
    return afwijking is not None


def _meld_stand(zaak: Zaak, stap: str, dag: date, kenmerk: UUID) -> None:
    """Wijkteam and SDV hear how far it is (HAA-B4.5)."""
    if groepen := gemeente(zaak):
        poort.verstrek(
            "stand_procedure",
            {"stap_procedure": stap, "datum_procedure": dag.isoformat()},
            groepen,
            zaak=zaak,
            grondslag=CONTRACT,
            kenmerk=kenmerk,
        )
        laat_weten(zaak, groepen, f"De rechtsgang gaat verder: {stap}")


_NA = "Dat is voor de dag waarop {}. Controleer de datum."
