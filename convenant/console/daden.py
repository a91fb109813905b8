"""What somebody does with an autorisatie, through the gate: decided, in a savepoint, with its line in the log.

Each act names its form by a `kenmerk`: sent twice, it is done once. What another side decides about is not there.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from convenant.beleid.beslissing import Reden
from convenant.looptijd import afscheid
from convenant.partijen import rechten
from convenant.partijen.models import Autorisatie, Groep, Medewerker
from convenant.poort.berichten import bericht, bericht_aan
from convenant.poort.daad import handel, mag
from convenant.poort.feiten import VAST_IN_EEN_VERZOEK, Aanvraag, Feiten
from convenant.poort.grens import beurt
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.wie import Wie
from convenant.poort.zaken import geef_werk_terug
from convenant.tijd import vandaag

from . import kring
from .autorisaties import AANGEMELD, GEPLAND, GESCHORST, LOOPT, stand_van

VERLENEN, WEIGEREN, TERUGNEMEN, INTREKKEN = "verlenen", "weigeren", "terugnemen", "intrekken"
SCHORSEN, HERVATTEN, BEVESTIGEN = "schorsen", "hervatten", "bevestigen"
# Which state an act asks, and which verb gives it to which side.
STANDEN = {
    VERLENEN: (AANGEMELD,),
    WEIGEREN: (AANGEMELD,),
    TERUGNEMEN: (AANGEMELD,),
    INTREKKEN: (LOOPT, GEPLAND, GESCHORST),
    SCHORSEN: (LOOPT, GEPLAND),
    HERVATTEN: (GESCHORST,),
    BEVESTIGEN: (LOOPT,),
}
BIJ_VERLENER = {
    VERLENEN: "autorisatie_verlenen",
    WEIGEREN: "autorisatie_weigeren",
    INTREKKEN: "autorisatie_intrekken",
    SCHORSEN: "autorisatie_schorsen",
    HERVATTEN: "autorisatie_hervatten",
}
BIJ_AANMELDER = {
    TERUGNEMEN: "medewerker_aanmelden",
    INTREKKEN: "medewerker_afmelden",
    SCHORSEN: "autorisatie_schorsen",
    BEVESTIGEN: "autorisaties_bevestigen",
}
# Not by who asked for it, nor by who it is about.
DOOR_EEN_ANDER = (VERLENEN, WEIGEREN)
NIET_VOOR_ZICHZELF = (HERVATTEN, BEVESTIGEN)
LAATSTE = (
    "Zonder u kan niemand hier nog medewerkers aanmelden of functies verlenen. Zorg eerst voor een opvolger. Lukt dat"
    " niet, vraag dan de technisch beheerder om de opdracht eerste_beheerder."
)


def kan(autorisatie_id: int) -> list[str]:
    """What the actor can do with this one now, in the order of a page. Raises NietGevonden."""
    autorisatie = kring.geef(autorisatie_id)
    stand = stand_van(autorisatie, vandaag())
    return [
        daad
        for daad, standen in STANDEN.items()
        if stand in standen and _handeling(daad, autorisatie) and not _zelf(daad, autorisatie)
    ]


def gaat_over(autorisatie_id: int, daad: str) -> bool:
    """Whether this is the actor's to decide, in whatever state it is. Raises NietGevonden."""
    return bool(_handeling(daad, kring.geef(autorisatie_id)))


def meld_aan(medewerker_id: int, groep_id: int, kenmerk: UUID) -> int:
    """Ask a functie for somebody of a party the actor keeps; the id of the autorisatie. Raises NietGevonden, Ongeldig."""
    medewerker, groep = _te_melden(medewerker_id, groep_id)
    nummer = _nummer(kenmerk, medewerker_id)
    if kring.al_gebeurd(nummer):
        return Autorisatie.objects.get(gebeurtenissen=nummer).pk
    with (
        handel("medewerker_aanmelden", object=groep, onderwerp=f"medewerker {medewerker_id} {groep.naam}"),
        kring.in_een_zin(),
    ):
        autorisatie = rechten.meld_aan(medewerker, groep, door=_ik(), kenmerk=nummer)
        _vertel_verleners(groep)
    return autorisatie.pk


def _te_melden(medewerker_id: int, groep_id: int) -> tuple[Medewerker, Groep]:
    medewerker, _ = kring.mijn_mens(medewerker_id)
    for groep in kring.groepen():
        if (
            groep.pk == groep_id
            and groep.deelname.partij_id == medewerker.partij_id
            and kring.registreert(groep)
        ):
            return medewerker, groep
    raise NietGevonden


def doe(daad: str, autorisatie_id: int, kenmerk: UUID, **gegevens: Any) -> None:
    """One act on one autorisatie: `van` and `tot` (half-open) to grant it, `reden` for the others; none to confirm.

    Raises NietGevonden for what another decides about, Ongeldig, and Geweigerd with what is missing.
    """
    autorisatie = kring.geef(autorisatie_id)
    handeling = _handeling(daad, autorisatie)
    if not handeling:
        raise NietGevonden
    nummer = _nummer(kenmerk, autorisatie_id)
    if kring.al_gebeurd(nummer):
        return
    with handel(handeling, object=autorisatie, onderwerp=f"autorisatie {autorisatie_id}"), kring.in_een_zin():
        _DADEN[daad](autorisatie, kenmerk=nummer, **gegevens)


def bevestig_alle(ids: Sequence[int], kenmerk: UUID) -> int:
    """Confirm each of these that still can be; how many. Raises NietGevonden for one of another side."""
    gelukt = 0
    for autorisatie_id in ids:
        try:
            doe(BEVESTIGEN, autorisatie_id, kenmerk)
            gelukt += 1
        except Ongeldig:
            continue  # withdrawn or suspended while the list stood on the screen; the refusal is in the log
    return gelukt


def _verleen(autorisatie: Autorisatie, kenmerk: UUID, van: date, tot: date | None) -> None:
    if van < vandaag():
        raise Ongeldig({"van": "Een functie kan niet eerder beginnen dan vandaag."})
    if tot is not None and tot <= van:
        raise Ongeldig({"tot_en_met": "De laatste dag ligt voor de eerste dag. Kies een latere laatste dag."})
    _toets_wat_nodig_is(autorisatie)
    rechten.verleen(autorisatie, door=_ik(), van=van, tot=tot, kenmerk=kenmerk)
    _vertel(autorisatie, "U hebt een functie gekregen", "Iemand heeft u een functie verleend.")
    _vertel_aanmelders(autorisatie, "Een functie is verleend", "Een aangemelde functie is verleend.")


def _weiger(autorisatie: Autorisatie, kenmerk: UUID, reden: str) -> None:
    rechten.weiger(autorisatie, door=_ik(), reden=reden, kenmerk=kenmerk)
    _vertel_aanmelders(autorisatie, "Een functie is geweigerd", "Een aangemelde functie is geweigerd.")


def _neem_terug(autorisatie: Autorisatie, kenmerk: UUID, reden: str) -> None:
    rechten.neem_terug(autorisatie, door=_ik(), reden=reden, kenmerk=kenmerk)


def _trek_in(autorisatie: Autorisatie, kenmerk: UUID, reden: str) -> None:
    """At once; the cases of that person in that group are the group's again."""
    toets_laatste(autorisatie)
    rechten.trek_in(autorisatie, door=_ik(), reden=reden, kenmerk=kenmerk)
    geef_werk_terug(autorisatie.medewerker_id, autorisatie.groep_id)
    if not werkt_hier_nog(autorisatie.medewerker):
        afscheid.meld(autorisatie.medewerker)
    _vertel_betrokkenen(autorisatie, "Een functie is ingetrokken", "Een functie is ingetrokken.")


def _schors(autorisatie: Autorisatie, kenmerk: UUID, reden: str) -> None:
    toets_laatste(autorisatie)
    rechten.schors(autorisatie, door=_ik(), reden=reden, kenmerk=kenmerk)
    _vertel_betrokkenen(autorisatie, "Een functie is geschorst", "Een functie is geschorst.")


def _hervat(autorisatie: Autorisatie, kenmerk: UUID, reden: str) -> None:
    """A right does not come back without what it rests on."""
    _toets_wat_nodig_is(autorisatie)
    rechten.hervat(autorisatie, door=_ik(), reden=reden, kenmerk=kenmerk)
    _vertel_betrokkenen(autorisatie, "Een functie is hervat", "Een functie werkt weer.")


def _bevestig(autorisatie: Autorisatie, kenmerk: UUID) -> None:
    rechten.bevestig(autorisatie, door=_ik(), kenmerk=kenmerk)


_DADEN: dict[str, Callable[..., None]] = {
    VERLENEN: _verleen,
    WEIGEREN: _weiger,
    TERUGNEMEN: _neem_terug,
    INTREKKEN: _trek_in,
    SCHORSEN: _schors,
    HERVATTEN: _hervat,
    BEVESTIGEN: _bevestig,
}


def _toets_wat_nodig_is(autorisatie: Autorisatie) -> None:
    if redenen := ontbreekt(autorisatie):
        raise Geweigerd(tuple(redenen))


def ontbreekt(autorisatie: Autorisatie) -> list[Reden]:
    """What the person, the party or the convenant must have before this functie can be used: each with its article."""
    wie, groep = beurt().wie, autorisatie.groep
    als = Wie(wie.convenant, groep.deelname, autorisatie.medewerker, groep.functie, groep.pk, autorisatie.pk)
    feiten = Feiten(wie.beleid, Aanvraag(als), {})
    nodig = [wie.beleid.feit(naam) for naam in kring.functie_van(groep, wie.beleid).vereist]
    return [
        Reden(feit.gemis, feit.eis, draagt=False, feit=feit.naam)
        for feit in nodig
        if feit.over in VAST_IN_EEN_VERZOEK and not feiten.get(feit.naam, False)
    ]


def ontbreekt_aan(autorisatie_id: int) -> list[Reden]:
    """The same, for the page. Raises NietGevonden."""
    return ontbreekt(kring.geef(autorisatie_id))


def werkt_hier_nog(medewerker: Medewerker) -> bool:
    """Whether this person has a functie in this convenant, now or later, suspended or not."""
    eigen = Autorisatie.objects.filter(
        medewerker=medewerker, groep__convenant=beurt().wie.convenant, van__isnull=False
    )
    return any(
        stand_van(rij, vandaag()) in (LOOPT, GEPLAND, GESCHORST) for rij in eigen.select_related("medewerker")
    )


def toets_laatste(autorisatie: Autorisatie, per: date | None = None) -> None:
    """Nobody leaves a chain behind that nobody can go on with. Raises Ongeldig.

    For oneself only: what must end at once can be ended by another.
    """
    eigen = autorisatie.medewerker.account_id == beurt().wie.medewerker.account_id
    if (
        eigen
        and stand_van(autorisatie, vandaag()) == LOOPT
        and not kring.blijft_iemand(autorisatie, per or vandaag())
    ):
        raise Ongeldig({"": LAATSTE})


def _nummer(kenmerk: UUID, over: int) -> UUID:
    """The number of this form within the own group: a number of another group is just a number here."""
    return uuid5(kenmerk, f"{beurt().wie.groep} {over}")


def _handeling(daad: str, autorisatie: Autorisatie) -> str:
    """The verb by which the actor does this to this one, "" when it is for somebody else to do."""
    kanten = ((BIJ_VERLENER, kring.verleent), (BIJ_AANMELDER, kring.registreert))
    verben = [verben[daad] for verben, is_kant in kanten if daad in verben and is_kant(autorisatie.groep)]
    return next((verb for verb in verben if mag(verb)), "")


def _zelf(daad: str, autorisatie: Autorisatie) -> bool:
    """Whether this is one's own affair, and so somebody else's to decide."""
    ik = beurt().wie.medewerker.account_id
    eigen = autorisatie.medewerker.account_id == ik
    if daad in DOOR_EEN_ANDER:
        return eigen or autorisatie.aangemeld_door.account_id == ik
    return eigen and daad in NIET_VOOR_ZICHZELF


def _ik() -> Medewerker:
    return beurt().wie.medewerker


def _pad(autorisatie: Autorisatie) -> str:
    return f"/{beurt().wie.convenant.code}/autorisaties/{autorisatie.pk}/"


def _vertel(autorisatie: Autorisatie, onderwerp: str, tekst: str) -> None:
    """To the person it is about; what it says stands on the page where work begins."""
    bericht_aan([autorisatie.medewerker], onderwerp, tekst, f"/{beurt().wie.convenant.code}/", dringend=True)


def _vertel_aanmelders(autorisatie: Autorisatie, onderwerp: str, tekst: str) -> None:
    functie = kring.functie_van(autorisatie.groep, beurt().wie.beleid)
    bericht(kring.ketengroepen(autorisatie.groep, functie.registreert), onderwerp, tekst, _pad(autorisatie))


def _vertel_betrokkenen(autorisatie: Autorisatie, onderwerp: str, tekst: str) -> None:
    _vertel(autorisatie, onderwerp, tekst)
    _vertel_aanmelders(autorisatie, onderwerp, tekst)


def _vertel_verleners(groep: Groep) -> None:
    functie = kring.functie_van(groep, beurt().wie.beleid)
    bericht(
        kring.ketengroepen(groep, functie.verleent),
        "Er wacht een aanmelding op u",
        "Iemand is aangemeld voor een functie. U beslist of dat mag.",
        f"/{beurt().wie.convenant.code}/autorisaties/",
    )
