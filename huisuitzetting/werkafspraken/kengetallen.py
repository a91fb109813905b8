"""The figures for the evaluation: each party tells its own numbers per half year, and who evaluates reads them all.

What the system counted is taken from there; what happened elsewhere is typed in (HAA-9.5).
"""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid5

from django.db import connection

from convenant.beleid.beslissing import Vraag
from convenant.partijen.models import Deelname
from convenant.poort import poort
from convenant.poort.daad import Daad, toets_vooraf
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.poort.poort import Gekregen
from convenant.tijd import vandaag

from . import tellen
from .cijfers import (
    DOELGROEPEN,
    REDENEN,
    SOORTEN,
    Cijfer,
    Getal,
    Getallen,
    Halfjaar,
    Regel,
    per_jaar,
    te_vertellen,
    voltooid,
)
from .ontvangers import groepen_die_krijgen

WIJKTEAM, SDV, CORPORATIE = "telling_wijkteam", "telling_sdv", "telling_corporatie"
DELEN = {WIJKTEAM: "telling_wijkteam_delen", SDV: "telling_sdv_delen", CORPORATIE: "telling_corporatie_delen"}
HALFJAREN_TERUG = 4
# What each number is called, in the order in which they are shown.
MELDINGEN = {soort: f"Meldingen: {naam}" for soort, naam in SOORTEN.items()}
CRISISLIJST = "Huurders op de crisislijst, op de laatste dag"
UITZETTINGEN = "Uitzettingen:"
ALLE_CELLEN = [(doelgroep, reden) for doelgroep in DOELGROEPEN for reden in REDENEN]
UITZETTING_VAN = {
    (groep, reden): f"{UITZETTINGEN} {DOELGROEPEN[groep].lower()}, {REDENEN[reden].lower()}"
    for groep, reden in ALLE_CELLEN
}
INGELEVERD, VOORKOMEN = "Sleutels ingeleverd", "Uitzettingen voorkomen na een melding"
ALLES = [*MELDINGEN.values(), CRISISLIJST, *UITZETTING_VAN.values(), INGELEVERD, VOORKOMEN]
VAN_CORPORATIE = (
    "aantal_huisuitzettingen_per_doelgroep_en_reden",
    "aantal_vrijwillig_ingeleverde_sleutels",
    "aantal_voorkomen_huisuitzettingen_na_melding_swt",
)
Cellen = Mapping[tuple[str, str], int]


def perioden() -> list[Halfjaar]:
    """Of which half years numbers can be told."""
    return voltooid(vandaag(), HALFJAREN_TERUG)


def periode_van(sleutel: str) -> Halfjaar:
    """Raises Ongeldig for a half year that is not over or too long ago."""
    gevonden = next((periode for periode in perioden() if periode.sleutel == sleutel), None)
    if gevonden is None:
        raise Ongeldig({"periode": "Kies een halfjaar dat voorbij is."})
    return gevonden


def kleinste() -> int:
    """Under which number none is told, as the convenant set it."""
    return int(beurt().wie.instellingen["kleinste_aantal"])


def meldingen(periode: Halfjaar) -> Sequence[tuple[str, str, Getal]]:
    """How many handovers of which kind each corporatie sent: (corporatie, kind, number as it may be told) (HAA-9.5.1).

    The database gives them to whose functie tells them, and to nobody else.
    """
    _toets(WIJKTEAM)
    geteld = _geteld(tellen.MELDING, periode)
    corporaties = Deelname.objects.filter(convenant=beurt().wie.convenant, soort="corporatie")
    return [
        (deelname.partij.naam, soort, te_vertellen(geteld.get(f"{deelname.pk}:{soort}", 0), kleinste()))
        for deelname in corporaties.select_related("partij").order_by("partij__naam")
        for soort in SOORTEN
    ]


def deel_wijkteam(sleutel: str, kenmerk: UUID) -> None:
    """Tell how many handovers there were, as the system counted them."""
    rijen = meldingen(periode_van(sleutel))
    waarden = {"periode": sleutel, "aantal_meldingen_via_corporatie": [list(rij) for rij in rijen]}
    getallen = [getal for _, _, getal in rijen]
    _deel(WIJKTEAM, waarden, getallen, kenmerk, _eerder(WIJKTEAM).get((sleutel,)))


def deel_sdv(sleutel: str, aantal: int, kenmerk: UUID) -> None:
    """Tell how many tenants stood on the crisis list on the last day of the half year (HAA-9.5.2)."""
    periode_van(sleutel)
    getal = te_vertellen(aantal, kleinste())
    waarden = {"periode": sleutel, "aantal_huurders_op_crisislijst_sdv": getal}
    _deel(SDV, waarden, [getal], kenmerk, _eerder(SDV).get((sleutel,)))


def geteld_bij_corporatie(sleutel: str) -> tuple[Cellen, int, int]:
    """What the system counted of the own corporatie: evictions per group and reason, keys, prevented."""
    periode = periode_van(sleutel)
    _toets(CORPORATIE)
    uitzettingen, sleutels, voorkomen = (
        _geteld(maat, periode) for maat in (tellen.UITZETTING, tellen.SLEUTELS, tellen.VOORKOMEN)
    )
    cellen = {_cel(waarde): aantal for waarde, aantal in uitzettingen.items()}
    return cellen, sum(sleutels.values()), sum(voorkomen.values())


def deel_corporatie(sleutel: str, cellen: Cellen, sleutels: int, voorkomen: int, kenmerk: UUID) -> None:
    """Tell the evictions per group and reason, the keys handed in and what was prevented (HAA-9.5.3).

    A set names one group and reason, so each that has a number goes by itself, and one when none has; told before and
    none now is told again.
    """
    periode_van(sleutel)
    eerder = _eerder(CORPORATIE, "doelgroep", "reden")
    te_doen = [cel for cel in ALLE_CELLEN if cellen.get(cel) or (sleutel, *cel) in eerder] or [
        ALLE_CELLEN[-1]
    ]
    grens = kleinste()
    for doelgroep, reden in te_doen:
        getallen = [te_vertellen(n, grens) for n in (cellen.get((doelgroep, reden), 0), sleutels, voorkomen)]
        over = {"periode": sleutel, "doelgroep": doelgroep, "reden": reden}
        waarden = over | dict(zip(VAN_CORPORATIE, getallen, strict=True))
        eigen = uuid5(kenmerk, f"{doelgroep}:{reden}")
        _deel(CORPORATIE, waarden, getallen, eigen, eerder.get((sleutel, doelgroep, reden)))


def overzicht() -> Mapping[int, Sequence[Regel]]:
    """Everything that was told to the own functie, per year."""
    kant = beurt().wie.kant
    cijfers: list[Cijfer] = []
    for naam, lees in ((WIJKTEAM, _van_wijkteam), (SDV, _van_sdv), (CORPORATIE, _van_corporatie)):
        rij = beurt().wie.beleid.gegevensset(naam)
        if any(lezer.past(kant) for lezer in (*rij.aan, *rij.van)):
            for gekregen in poort.alle_kopieen(naam):
                cijfers += lees(gekregen)
    cijfers += _nullen(cijfers)
    return per_jaar(sorted(cijfers, key=_volgorde))


def _nullen(cijfers: Sequence[Cijfer]) -> list[Cijfer]:
    """A corporatie tells what there was; of a half year that it told of, what it does not name was none."""
    uitzettingen = [cijfer for cijfer in cijfers if cijfer.wat.startswith(UITZETTINGEN)]
    verteld = {(cijfer.wie, cijfer.periode) for cijfer in uitzettingen}
    genoemd = sorted({(cijfer.wie, cijfer.wat) for cijfer in uitzettingen})
    return [
        Cijfer(periode, wie, wat, 0) for wie, periode in sorted(verteld) for van, wat in genoemd if van == wie
    ]


def te_delen() -> str:
    """The set of numbers the own functie tells, "" when it tells none."""
    return next((naam for naam, handeling in DELEN.items() if poort.mag(handeling)), "")


def _volgorde(cijfer: Cijfer) -> tuple[int, str, int]:
    """The handovers, the crisis list, then corporatie by corporatie; as the text names them, in whatever order they came."""
    plaats, sdv = ALLES.index(cijfer.wat), ALLES.index(CRISISLIJST)
    return (plaats >= sdv) + (plaats > sdv), cijfer.wie, plaats


def _van_wijkteam(rij: Gekregen) -> list[Cijfer]:
    periode = _waarde(rij, "periode")
    return [
        Cijfer(periode, corporatie, MELDINGEN[soort], getal)
        for corporatie, soort, getal in rij.gelezen.waarde("aantal_meldingen_via_corporatie")
    ]


def _van_sdv(rij: Gekregen) -> list[Cijfer]:
    getal = rij.gelezen.waarde("aantal_huurders_op_crisislijst_sdv")
    return [Cijfer(_waarde(rij, "periode"), "Schulddienstverlening", CRISISLIJST, getal, optelbaar=False)]


def _van_corporatie(rij: Gekregen) -> list[Cijfer]:
    wat = (UITZETTING_VAN[_waarde(rij, "doelgroep"), _waarde(rij, "reden")], INGELEVERD, VOORKOMEN)
    return [
        Cijfer(_waarde(rij, "periode"), rij.partij, naam, rij.gelezen.waarde(veld))
        for naam, veld in zip(wat, VAN_CORPORATIE, strict=True)
    ]


def _deel(
    gegevensset: str,
    waarden: Mapping[str, object],
    getallen: Sequence[Getal],
    kenmerk: UUID,
    eerder: UUID | None,
) -> None:
    """Send numbers to who evaluates, in the place of what was told before about the same."""
    if poort.eerder_gedaan(kenmerk):
        return
    poort.verstrek(
        gegevensset,
        waarden,
        groepen_die_krijgen(gegevensset),
        # Of the corporatie's two grounds its interest in paying again; a public task has one only.
        grondslag="avg_6_1_f" if beurt().wie.deelname.soort == "corporatie" else "",
        object=Getallen(getallen),
        kenmerk=kenmerk,
        vervangt=eerder,
    )


def _eerder(gegevensset: str, *ook: str) -> Mapping[tuple[str, ...], UUID]:
    """What the own party told before, by its half year and these fields. Who tells at the same time waits."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_advisory_xact_lock(hashtext(%s), %s::int)", [gegevensset, beurt().wie.groep]
        )
    eigen = [rij for rij in poort.alle_kopieen(gegevensset) if rij.deelname == beurt().wie.deelname.pk]
    return {tuple(_waarde(rij, veld) for veld in ("periode", *ook)): rij.verstrekking for rij in eigen}


def _toets(gegevensset: str) -> None:
    """Raises Geweigerd, before the database would, for whose functie does not tell these numbers."""
    toets_vooraf(Daad(Vraag(beurt().wie.kant, DELEN[gegevensset])), ())


def _geteld(maat: str, periode: Halfjaar) -> Mapping[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select waarde, aantal from kengetal_geteld(%s, %s, %s)", [maat, periode.van, periode.tot]
        )
        return dict(cursor.fetchall())


def _cel(waarde: str) -> tuple[str, str]:
    _, doelgroep, reden = waarde.split(":")
    return doelgroep, reden


def _waarde(rij: Gekregen, veld: str) -> str:
    return str(rij.gelezen.waarde(veld))
