"""What the wijkteam does once it spoke to the tenant: only debt or more, SDV always at debt, who leads, interventions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from convenant.partijen.models import Groep, Medewerker
from convenant.poort import poort
from convenant.poort.berichten import bericht
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.werklijst import collegas
from convenant.poort.zaken import doe, heeft_toegang, vergrendel, verstuurd, zaak_van
from convenant.tijd import nu, vandaag
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.kanten import SDV, TROUBLESHOOTER
from huisuitzetting.dagen import toets_geweest
from huisuitzetting.kopieen import laatste
from huisuitzetting.models import Interventie, Regie

from .gemeld import eigen_groep, gemelde_gegevens, herkenning
from .handelingen import adres_van, bewaar_interventie

ALLEEN_SCHULD, MEER = "alleen_schuld_vaststellen", "meer_problematiek_vaststellen"
REGIE, INSCHAKELING, INTERVENTIE = "regie", "sdv_inschakeling", "interventie_vastleggen"
GEEN_ACHTERSTAND = "De corporatie meldde geen huurachterstand. SDV start dan geen traject voor huurschuld."
# Choices, so that nothing of a conversation is kept (HAA-1.2).
SOORTEN = {
    "budgetadvies": "Advies over geld",
    "inkomen": "Inkomen of toeslag aangevraagd",
    "regeling": "Geholpen bij een betalingsregeling",
    "bewind": "Bewind besproken of aangevraagd",
    "verwijzing": "Verwezen naar andere hulp",
    "anders": "Andere hulp bij geld",
}
RESULTATEN = {
    "gelukt": "Gelukt",
    "loopt": "Loopt nog",
    "niet_gelukt": "Niet gelukt",
    "huurder_wil_niet": "De huurder wil niet",
}


@dataclass(frozen=True)
class Regievoering:
    """Who leads: `medewerker` of the own team, or `naam` at another `organisatie` after `overlegd_op` with the tenant."""

    medewerker: int | None
    naam: str = ""
    organisatie: str = ""
    overlegd_op: date | None = None


@dataclass(frozen=True)
class Ingreep:
    """One intervention as the own group kept it."""

    dag: date
    soort: str
    resultaat: str
    wie: str


def stel_alleen_schuld_vast(zaak_id: int, kenmerk: UUID) -> int:
    """Only debt: SDV starts, always, in the same act (HAA-B4.4). Raises Ongeldig when no arrears were reported."""
    zaak = vergrendel(zaak_van(zaak_id))
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    with doe(zaak, ALLEEN_SCHULD):
        _schakel_sdv_in(zaak, kenmerk)
    return zaak_id


def stel_meer_vast(zaak_id: int, regie: Regievoering | None, kenmerk: UUID) -> int:
    """More than debt: somebody must support with regie first (HAA-3.10). Raises Geweigerd when nobody does."""
    zaak = vergrendel(zaak_van(zaak_id))
    if regie is not None:
        _beleg(zaak, regie, kenmerk)
    with doe(zaak, MEER):
        return zaak_id


def schakel_sdv_in(zaak_id: int, kenmerk: UUID) -> int:
    """Bring SDV in with what was reported, nothing of the conversation (HAA-B4.4). Raises Ongeldig when it is in already."""
    zaak = vergrendel(zaak_van(zaak_id))
    if not poort.eerder_in(kenmerk, zaak):
        if verstuurd(zaak, INSCHAKELING):
            raise Ongeldig({"": "SDV is al ingeschakeld in deze zaak."})
        _schakel_sdv_in(zaak, kenmerk)
    return zaak_id


def _schakel_sdv_in(zaak: Zaak, kenmerk: UUID) -> None:
    gemeld = gemelde_gegevens(zaak)
    velden = beurt().wie.beleid.gegevensset(INSCHAKELING).velden
    if not all(gemeld.get(veld) for veld in velden):
        raise Ongeldig({"": GEEN_ACHTERSTAND})
    sdv = poort.groep_van(SDV)
    poort.verstrek(
        INSCHAKELING,
        {veld: gemeld[veld] for veld in velden},
        [sdv],
        zaak=zaak,
        kenmerk=kenmerk,
        herkenning=herkenning(gemeld),
    )
    vertel_regie(zaak, sdv, uuid5(kenmerk, REGIE))
    bericht(
        [sdv],
        f"Start een traject: zaak {zaak.nummer}",
        "Het Sociaal Wijkteam schakelt u in bij een huurder met huurschuld.",
        adres_van(zaak),
    )


def vertel_regie(zaak: Zaak, groep: Groep, kenmerk: UUID) -> None:
    """Who comes in later hears too who leads, as far as the wijkteam knows (HAA-2.2.1.regie). Part of an act of the team."""
    regie = laatste(zaak, REGIE)
    if regie is not None:
        waarden = {veld.naam: veld.waarde for veld in regie.velden}
        poort.verstrek(REGIE, waarden, [groep], zaak=zaak, kenmerk=kenmerk)


def beleg_regie(zaak_id: int, regie: Regievoering, kenmerk: UUID) -> int:
    """Who leads the case and at which organisation; to SDV and troubleshooter when they are in (HAA-2.2.1, HAA-2.2.1.regie).

    Raises Ongeldig for somebody who does not work in the team, or elsewhere without a day of consultation (HAA-3.10).
    """
    _beleg(vergrendel(zaak_van(zaak_id)), regie, kenmerk)
    return zaak_id


def _beleg(zaak: Zaak, regie: Regievoering, kenmerk: UUID) -> None:
    if poort.eerder_in(kenmerk, zaak):
        return
    naam, organisatie = _wie(regie)
    poort.verstrek(
        REGIE,
        {"regievoerder": naam, "organisatie_regievoerder": organisatie},
        [eigen_groep(), *_in_de_zaak(zaak)],
        zaak=zaak,
        kenmerk=kenmerk,
    )
    wie = beurt().wie
    Regie.objects.update_or_create(
        zaak=zaak,
        defaults={
            "convenant": wie.convenant,
            "groep_id": wie.groep,
            "medewerker_id": regie.medewerker,
            "overlegd_op": regie.overlegd_op,
            "belegd_op": nu(),
        },
    )


def _wie(regie: Regievoering) -> tuple[str, str]:
    """Name and organisation."""
    if regie.medewerker is not None:
        mensen = collegas()
        if regie.medewerker not in mensen:
            raise Ongeldig({"medewerker": "Deze collega werkt hier niet meer. Kies iemand uit de lijst."})
        mens = Medewerker.objects.select_related("partij").get(pk=regie.medewerker)
        return mensen[regie.medewerker], mens.organisatie or mens.partij.naam
    fouten = {}
    if not regie.naam:
        fouten["naam"] = "Vul in wie de regie voert."
    if not regie.organisatie:
        fouten["organisatie"] = "Vul in bij welke organisatie."
    if regie.overlegd_op is None:
        fouten["overlegd_op"] = "Overleg eerst met de huurder, en vul in wanneer dat was."
    elif regie.overlegd_op > vandaag():
        fouten["overlegd_op"] = "Deze dag is nog niet geweest. Vul in wanneer u met de huurder overlegde."
    if fouten:
        raise Ongeldig(fouten)
    toets_geweest(overlegd_op=regie.overlegd_op)
    return regie.naam, regie.organisatie


def _in_de_zaak(zaak: Zaak) -> Sequence[Groep]:
    """SDV and the troubleshooter, as far as they have the case."""
    anderen = (poort.groep_van(kant) for kant in (SDV, TROUBLESHOOTER))
    return [groep for groep in anderen if heeft_toegang(zaak, groep)]


def heeft_regie(zaak_id: int) -> bool:
    """Whether the own group knows who leads this case."""
    return Regie.objects.filter(zaak=zaak_van(zaak_id)).exists()


def regie_van(zaak_id: int) -> Regievoering | None:
    """Who leads this case, as far as the own group laid it down; None when nobody does yet."""
    regie = laatste(zaak_van(zaak_id), REGIE)
    rij = Regie.objects.filter(zaak=zaak_van(zaak_id)).first()
    if regie is None or rij is None:
        return None
    naam, organisatie = regie.waarde("regievoerder"), regie.waarde("organisatie_regievoerder")
    return Regievoering(rij.medewerker_id, naam, organisatie, rij.overlegd_op)


def leg_interventie_vast(zaak_id: int, soort: str, resultaat: str, dag: date, kenmerk: UUID) -> int:
    """An intervention in the own group's log (HAA-1.2). Raises Ongeldig for a day that has yet to come."""
    zaak = vergrendel(zaak_van(zaak_id))
    nummer = uuid5(kenmerk, INTERVENTIE)
    if eerder := Interventie.objects.filter(kenmerk=nummer).first():
        if eerder.zaak_id != zaak.pk:
            raise NietGevonden
        return zaak_id
    toets_geweest(dag=dag)
    with doe(zaak, INTERVENTIE):
        bewaar_interventie(zaak, soort, resultaat, dag, nummer)
    return zaak_id


def ingrepen(zaak_id: int) -> Sequence[Ingreep]:
    """The own group's interventions in this case, the latest first."""
    rijen = Interventie.objects.filter(zaak=zaak_van(zaak_id), groep=beurt().wie.groep)
    return [
        Ingreep(
            rij.dag,
            SOORTEN.get(rij.soort, "Zaak gesloten"),
            RESULTATEN.get(rij.resultaat, ""),
            rij.medewerker.account.naam,
        )
        for rij in rijen.select_related("medewerker__account").order_by("-dag", "-pk")
    ]
