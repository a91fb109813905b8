"""A clause that was found invalid: what rests on it alone is blocked from that day until an amendment repairs it
(HAA-PR13.1). The rest of the convenant stands.

It is kept on the convenant itself, as its other dates are: every decision of the gate asks it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from convenant.beleid import looptijd as regels
from convenant.beleid.beheer import BEHEER
from convenant.beleid.taal import Beleid
from convenant.partijen.models import Convenant, Deelname, Groep
from convenant.poort.berichten import bericht
from convenant.poort.daad import handel, mag
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.tijd import vandaag

VERKLAREN = "bepaling_ongeldig_verklaren"
EEN_JAAR = timedelta(days=366)


@dataclass(frozen=True)
class Bepaling:
    """An invalid clause as it is shown. `tot`: the first day on which its repair works, None while there is none."""

    eis: str
    vanaf: date
    reden: str
    partij: str
    tot: date | None

    @property
    def is_hersteld(self) -> bool:
        return self.tot is not None and self.tot <= vandaag()


def kiesbaar(beleid: Beleid) -> Sequence[str]:
    """The clauses on which acts rest. Those by which the parties repair the text, and set up the convenant, stay."""
    blijft = {
        verb for weg in regels.samen(beleid) for verb in (weg.voorstellen, weg.instemmen, weg.besluiten)
    }
    blijft |= {VERKLAREN, *BEHEER, *beleid.ook_na_afloop, *beleid.stopt_nooit}
    dragen = [rij.eis for rij in beleid.bevoegdheden if not blijft & set(rij.handelingen)]
    dragen += [rij.eis for rij in beleid.overgangen if rij.handeling not in blijft]
    dragen += [rij.eis for rij in beleid.gegevenssets if rij.handeling not in blijft]
    dragen += [rij.eis for rij in beleid.doelen] + [rij.eis for rij in beleid.grondslagen]
    vast = {rij.eis for rij in beleid.bevoegdheden if blijft & set(rij.handelingen)}
    return sorted(set(dragen) - vast)


def geraakt(beleid: Beleid, eis: str) -> Sequence[str]:
    """The verbs that stop when this clause does not hold, as names of the policy."""
    anders = {
        (rij.soort, rij.functie, verb)
        for rij in beleid.bevoegdheden
        if rij.eis != eis
        for verb in rij.handelingen
    }
    verbs = [
        verb
        for rij in beleid.bevoegdheden
        if rij.eis == eis
        for verb in rij.handelingen
        if (rij.soort, rij.functie, verb) not in anders
    ]
    verbs += [rij.handeling for rij in beleid.overgangen if rij.eis == eis]
    doelen = {rij.naam for rij in beleid.doelen if rij.eis == eis}
    gronden = {rij.naam for rij in beleid.grondslagen if rij.eis == eis}
    # What has another purpose or another ground besides goes on under that.
    verbs += [
        rij.handeling
        for rij in beleid.gegevenssets
        if rij.eis == eis or _weg(rij.doelen, doelen) or _weg(rij.grondslagen, gronden)
    ]
    return [verb for verb in dict.fromkeys(verbs) if verb not in (*beleid.ook_na_afloop, *beleid.stopt_nooit)]


def verklaar(eis: str, vanaf: date, reden: str) -> None:
    """Set down that this clause is invalid. Who may propose an amendment is asked for one. Twice is once.

    Raises Geweigerd, or Ongeldig for a clause no act rests on, that is invalid already, or a day that is over: what was
    done then was done.
    """
    wie = beurt().wie
    with handel(VERKLAREN, onderwerp=eis):
        convenant = Convenant.objects.select_for_update().get(pk=wie.convenant.pk)
        if eis not in kiesbaar(wie.beleid):
            raise Ongeldig({"eis": "Op dit artikel rust geen handeling. Kies een ander artikel."})
        if vanaf < vandaag():
            raise Ongeldig({"vanaf": "Deze dag is voorbij. Vul vandaag of een latere dag in."})
        if vanaf > vandaag() + EEN_JAAR:
            raise Ongeldig({"vanaf": "Deze dag ligt meer dan een jaar weg. Controleer het jaar."})
        eerder = convenant.buiten_werking.get(eis)
        nieuw = {"vanaf": vanaf.isoformat(), "reden": reden, "deelname": wie.deelname.pk, "tot": None}
        if eerder == nieuw:
            return
        if eerder and (eerder["tot"] is None or eerder["tot"] > vandaag().isoformat()):
            raise Ongeldig({"eis": "Dit artikel is al ongeldig verklaard."})
        _zet(convenant, eis, nieuw)
        voorstellen = {weg.voorstellen for weg in regels.samen(wie.beleid) if weg.soort == regels.WIJZIGING}
        bericht(
            Groep.objects.filter(convenant=wie.convenant, handelingen__overlap=list(voorstellen)),
            "Een bepaling is ongeldig",
            "Wat op die bepaling rust, kan niet meer. Stel een wijziging voor die dit herstelt.",
            f"/{wie.convenant.code}/looptijd/",
        )


def herstel(eis: str, vanaf: date) -> None:
    """An amendment repairs it from this day, unless another did. Part of the act that sets that amendment down."""
    convenant = Convenant.objects.select_for_update().get(pk=beurt().wie.convenant.pk)
    if eis in convenant.buiten_werking and convenant.buiten_werking[eis]["tot"] is None:
        _zet(convenant, eis, convenant.buiten_werking[eis] | {"tot": vanaf.isoformat()})


def nu_ongeldig() -> Sequence[str]:
    """The clauses that no amendment repairs yet."""
    return [eis for eis, rij in beurt().wie.convenant.buiten_werking.items() if rij["tot"] is None]


def overzicht() -> Sequence[Bepaling]:
    """Every clause that is or was invalid, the latest first."""
    convenant = beurt().wie.convenant
    if not convenant.buiten_werking:
        return []
    deelnames = Deelname.objects.filter(convenant=convenant).select_related("partij")
    namen = {deelname.pk: deelname.partij.naam for deelname in deelnames}
    kaarten = [
        Bepaling(
            eis,
            date.fromisoformat(rij["vanaf"]),
            rij["reden"],
            namen.get(rij["deelname"], ""),
            date.fromisoformat(rij["tot"]) if rij["tot"] else None,
        )
        for eis, rij in convenant.buiten_werking.items()
    ]
    return sorted(kaarten, key=lambda kaart: kaart.vanaf, reverse=True)


def mag_verklaren() -> bool:
    return mag(VERKLAREN)


def _weg(namen: Sequence[str], ongeldig: Collection[str]) -> bool:
    """Whether none of these is left."""
    return bool(namen) and all(naam in ongeldig for naam in namen)


def _zet(convenant: Convenant, eis: str, waarde: dict[str, object]) -> None:
    convenant.buiten_werking = convenant.buiten_werking | {eis: waarde}
    convenant.save(update_fields=["buiten_werking"])
    beurt().wie.convenant.buiten_werking = convenant.buiten_werking
