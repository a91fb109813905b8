"""Who of the own group handles a case: assign it, take it, take it over from a colleague, hand it back.

What the screen showed goes along: two who take over at once cannot both have it, and the second hears who has.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse

from convenant.partijen.models import Medewerker

from .berichten import bericht_aan
from .grens import beurt
from .handeling import Geweigerd, NietGevonden, Ongeldig
from .lijst import IEDEREEN, OPEN, VAN_MIJ
from .werklijst import Groepsgenoten, groepsgenoten
from .zaken import eigen_regel

ONBEKEND = "Deze collega werkt hier niet meer. Kies iemand uit de lijst."
WEG = "Deze zaak is er niet meer voor uw groep."


@dataclass(frozen=True)
class Toegewezen:
    """What became of one case: it went from the one colleague to the other, or it did not and `fout` says why.

    `van` and `aan` are ids, None for the group as a whole.
    """

    zaak_id: int
    nummer: str
    van: int | None
    aan: int | None
    fout: str = ""


def wijs_toe(zaak_id: int, aan: int | None, was: int | None) -> Toegewezen:
    """Give a case to a colleague, or with None back to the group; `was` is who had it on the screen.

    Whom it concerns gets a message. Raises Ongeldig when `aan` does not work in this group today, or when somebody else
    has the case by now; NietGevonden and Geweigerd as opening it does.
    """
    gedaan = _wijs_toe(zaak_id, aan, was, groepsgenoten())
    _zeg([gedaan])
    return gedaan


def wijs_alle_toe(zaken: Sequence[tuple[int, int | None]], aan: int | None) -> list[Toegewezen]:
    """The same for several cases, each with who had it on the screen. What does not succeed says why; the rest goes on.

    By number, so that two who do this at once wait for each other in one order.
    """
    groep = groepsgenoten()
    gedaan = [_probeer(zaak_id, aan, was, groep) for zaak_id, was in sorted(zaken, key=lambda paar: paar[0])]
    _zeg(gedaan)
    return gedaan


def _probeer(zaak_id: int, aan: int | None, was: int | None, groep: Groepsgenoten) -> Toegewezen:
    mislukt = Toegewezen(zaak_id, "", was, aan)
    try:
        return _wijs_toe(zaak_id, aan, was, groep)
    except Ongeldig as fout:
        return replace(mislukt, fout=next(iter(fout.fouten.values())))
    except NietGevonden:
        return replace(mislukt, fout=WEG)
    except Geweigerd as weigering:
        return replace(mislukt, fout=weigering.redenen[0].tekst)


def _wijs_toe(zaak_id: int, aan: int | None, was: int | None, groep: Groepsgenoten) -> Toegewezen:
    with eigen_regel(zaak_id, "zaak_toewijzen") as (zaak, toegang):
        if aan is not None and aan not in groep.werken:
            raise Ongeldig({"behandelaar": ONBEKEND})
        nu_van = toegang.behandelaar_id if toegang.behandelaar_id in groep.werken else None
        if nu_van not in (was, aan):
            wie = f"van {groep.werken[nu_van]}" if nu_van else "van niemand"
            raise Ongeldig({"behandelaar": f"Zaak {zaak.nummer} is intussen {wie}. Er is niets veranderd."})
        toegang.behandelaar_id = aan
        toegang.save(update_fields=["behandelaar"])
        return Toegewezen(zaak.pk, zaak.nummer, nu_van, aan)


def _zeg(gedaan: Sequence[Toegewezen]) -> None:
    """One message to each colleague about all that came, one about all that went; who did it needs none."""
    gelukt = [rij for rij in gedaan if not rij.fout and rij.van != rij.aan]
    mensen = {mens for rij in gelukt for mens in (rij.van, rij.aan) if mens} - {beurt().wie.medewerker.pk}
    for mens in Medewerker.objects.select_related("account").filter(pk__in=mensen).order_by("pk"):
        gekregen = [rij for rij in gelukt if rij.aan == mens.pk]
        kwijt = [rij for rij in gelukt if rij.van == mens.pk]
        _bericht(mens, "U bent nu de behandelaar van", gekregen, VAN_MIJ)
        _bericht(mens, "U bent niet meer de behandelaar van", kwijt, IEDEREEN)


def _bericht(mens: Medewerker, zin: str, zaken: Sequence[Toegewezen], lijst_van: str) -> None:
    if not zaken:
        return
    code = beurt().wie.convenant.code
    if len(zaken) == 1:
        wat, pad = f"zaak {zaken[0].nummer}", reverse("zaak", args=[code, zaken[0].zaak_id])
    else:
        wat = f"{len(zaken)} zaken"
        pad = f"{reverse('zaken', args=[code])}?{urlencode({'stand': OPEN, 'van': lijst_van})}"
    bericht_aan([mens], f"{zin} {wat}", f"{zin} {wat}. Een collega heeft dit gedaan.", pad)
