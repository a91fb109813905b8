"""What happens by itself: a convenant comes into force, is extended in silence, warns of a notice day, and closes.

Access does not wait for this: facts ask the dates themselves. Everything here may come late, twice or after a kill.
"""

import json
from datetime import date

from django.db import connection
from django.db.models import Q

from convenant import sessies
from convenant.beleid import looptijd as regels
from convenant.partijen import rechten
from convenant.partijen.models import Autorisatie, Convenant, Deelname, Groep, Medewerker
from convenant.poort import logboek
from convenant.poort.berichten import bericht
from convenant.poort.feiten import Aanvraag, vragen_van
from convenant.poort.grens import als_systeem, zet_context
from convenant.poort.logboek import Regel, van_taak
from convenant.poort.wie import Wie
from convenant.tijd import nu, vandaag

from . import afscheid, stand, termijnen
from .beeindigen import EEN_DAG, betrokken_groepen
from .models import Eindverslag, Feit

TAAK = "looptijd"
VERLENGD, GESLOTEN, IN_WERKING = "stilzwijgend_verlengd", "toegang_gesloten", "in_werking_getreden"
OVER = ("convenant", "deelname")


def werk_bij() -> None:
    """Every convenant up to today, each in a transaction of its own."""
    for convenant_id in Convenant.objects.order_by("pk").values_list("pk", flat=True):
        werk_convenant_bij(convenant_id)


def werk_bij_na(convenant: Convenant, sleutel: str) -> None:
    """A period or a notice has run out: what follows is found by its dates."""
    werk_convenant_bij(convenant.pk)


def werk_convenant_bij(convenant_id: int) -> None:
    with als_systeem(TAAK):
        # Two at once wait here: the second finds everything done.
        convenant = Convenant.objects.select_for_update().get(pk=convenant_id)
        regels_log = [
            *_treed_in_werking(convenant),
            *_verleng(convenant),
            *_sluit(convenant),
        ]
        _herinner(convenant)
        termijnen.zet(convenant, vandaag())
        if regels_log:
            zet_context(convenant=convenant.pk)
            logboek.schrijf(regels_log)


def _treed_in_werking(convenant: Convenant) -> list[Regel]:
    if not stand.bepaal_ingang(convenant):
        return []
    rij = regels.termijn(convenant.beleid, regels.INWERKINGTREDING)
    return [van_taak(IN_WERKING, f"per {convenant.ingang:%d-%m-%Y}", eis=rij.eis if rij else "")]


def _verleng(convenant: Convenant) -> list[Regel]:
    """Set down every extension that has begun; no access ever waited for it."""
    bekend = set(Feit.objects.filter(convenant=convenant, soort=Feit.VERLENGD).values_list("dag", flat=True))
    rij = regels.termijn(convenant.beleid, regels.VERLENGING)
    lijnen = []
    for periode in stand.perioden_tot(convenant, vandaag())[1:]:
        if rij is None or periode.tot is None or periode.van in bekend:
            continue
        Feit.objects.create(convenant=convenant, soort=Feit.VERLENGD, dag=periode.van, moment=nu())
        lijnen.append(van_taak(VERLENGD, f"tot en met {periode.tot - EEN_DAG:%d-%m-%Y}", eis=rij.eis))
    return lijnen


def _herinner(convenant: Convenant) -> None:
    """Once for each end: this is when notice can still be given for it."""
    nu_stand = stand.stand(convenant, vandaag())
    if nu_stand.ingang is None or nu_stand.einde is not None:
        return
    te_doen = regels.te_herinneren(convenant.beleid, nu_stand.ingang, nu_stand.ondertekend, vandaag())
    if te_doen is None:
        return
    periode, uiterlijk = te_doen
    feit = {"convenant": convenant, "soort": Feit.HERINNERD, "dag": periode.tot}
    if Feit.objects.filter(**feit).exists():
        return
    Feit.objects.create(**feit, moment=nu())
    bericht(
        {*betrokken_groepen(convenant), *_verantwoordelijken(convenant)},
        "Het convenant wordt vanzelf verlengd",
        f"Wie dat niet wil, zegt op. Een opzegging die uiterlijk op {uiterlijk:%d-%m-%Y} is ontvangen, werkt nog voor "
        "het einde van deze periode.",
        f"/{convenant.code}/looptijd/",
        convenant=convenant,
    )


def _verantwoordelijken(convenant: Convenant) -> set[Groep]:
    rij = regels.termijn(convenant.beleid, regels.LOOPTIJD)
    if rij is None or rij.verantwoordelijk is None:
        return set()
    kant = rij.verantwoordelijk
    return set(Groep.objects.filter(convenant=convenant, deelname__soort=kant.soort, functie=kant.functie))


def _sluit(convenant: Convenant) -> list[Regel]:
    lijnen = []
    for deelname in Deelname.objects.filter(convenant=convenant).order_by("pk"):
        deelname.convenant = convenant
        einde = stand.einde_van_deelname(deelname)
        if einde is None or vandaag() < einde:
            continue
        if Eindverslag.objects.filter(deelname=deelname, einde=einde).exists():
            continue
        _sluit_deelname(deelname, einde)
        lijnen.append(
            van_taak(
                GESLOTEN,
                f"einde {einde - EEN_DAG:%d-%m-%Y}",
                deelname_id=deelname.pk,
                eis=_eis_van_einde(convenant),
            )
        )
    return lijnen


def _sluit_deelname(deelname: Deelname, einde: date) -> None:
    """Withdraw what nothing can be done with any more, end those sessions, say what was still open, and say goodbye."""
    convenant = deelname.convenant
    verleend = Autorisatie.objects.filter(groep__deelname=deelname, van__isnull=False)
    mensen = list(Medewerker.objects.filter(autorisaties__in=verleend).select_related("account").distinct())
    gesloten = [
        autorisatie
        for autorisatie in verleend.select_related("medewerker", "groep")
        if (autorisatie.tot is None or autorisatie.tot > vandaag()) and not _gaat_door(deelname, autorisatie)
    ]
    for autorisatie in gesloten:
        rechten.trek_in(autorisatie, door=None, reden="Het convenant of de deelname is geëindigd.", per=einde)
    sessies.beeindig(_zonder_werk({autorisatie.medewerker.account_id for autorisatie in gesloten}))
    for medewerker in mensen:
        if not _al_gezegd(convenant, medewerker):
            afscheid.meld(medewerker, convenant)
    Eindverslag.objects.create(
        convenant=convenant,
        deelname=deelname,
        einde=einde,
        gemaakt_op=nu(),
        autorisaties=[autorisatie.pk for autorisatie in gesloten],
        zaken=_open_zaken(deelname),
    )
    bericht(
        betrokken_groepen(convenant),
        "De toegang van een partij is gesloten",
        "Het convenant of de deelname van een partij is geëindigd. Het eindverslag staat klaar.",
        f"/{convenant.code}/looptijd/",
        convenant=convenant,
    )


def _zonder_werk(accounts: set[int]) -> set[int]:
    """Those who can do nothing anywhere any more: somebody else's typing in another convenant goes on."""
    lopend = Autorisatie.objects.filter(
        Q(tot=None) | Q(tot__gt=vandaag()), medewerker__account__in=accounts, van__isnull=False
    )
    return accounts - set(lopend.values_list("medewerker__account", flat=True))


def _gaat_door(deelname: Deelname, autorisatie: Autorisatie) -> bool:
    """Whether something is left to do with this autorisatie: supervision, who had which rights, winding up."""
    beleid, vragen = deelname.convenant.beleid, vragen_van(deelname.convenant.beleid_code)
    wie = Wie(
        deelname.convenant,
        deelname,
        autorisatie.medewerker,
        autorisatie.groep.functie,
        autorisatie.groep_id,
        autorisatie.pk,
    )
    feiten = {
        feit.naam: vragen[feit.naam](Aanvraag(wie))
        for feit in beleid.feiten
        if feit.over in OVER and feit.naam in vragen
    }
    return bool(regels.gaat_door(beleid, wie.kant, feiten))


def _al_gezegd(convenant: Convenant, medewerker: Medewerker) -> bool:
    """Who left before the end has been told already, unless that person came back since."""
    laatste = Autorisatie.objects.filter(
        medewerker=medewerker, groep__convenant=convenant, van__isnull=False
    ).latest("van")
    return Feit.objects.filter(
        convenant=convenant, medewerker=medewerker, soort=Feit.AFSCHEID, dag__gte=laatste.van
    ).exists()


def _open_zaken(deelname: Deelname) -> list[list[str]]:
    with connection.cursor() as cursor:
        cursor.execute("select looptijd_open_zaken(%s)", [deelname.pk])
        return json.loads(cursor.fetchone()[0])


def _eis_van_einde(convenant: Convenant) -> str:
    """The clause of the convenant that says when it ends."""
    rij = regels.termijn(convenant.beleid, regels.OPZEGTERMIJN)
    return rij.eis if rij else ""
