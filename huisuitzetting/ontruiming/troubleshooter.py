"""The troubleshooter: asked in, advises the gemeente, tries once more, and sees which evictions come (2.2.3, 8)."""

from datetime import date
from uuid import UUID, uuid5

from convenant.poort import poort
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.poort.poort import eerder_in, groep_van
from convenant.poort.zaken import opener, vergrendel, zaak_van
from convenant.tijd import vandaag
from convenant.verstrekkingen.models import Ontvangst
from convenant.zaken.models import Zaak
from huisuitzetting.achterstand.huren import huur_van
from huisuitzetting.beleid.kanten import SWT, TROUBLESHOOTER
from huisuitzetting.melding.handelingen import herkenning
from huisuitzetting.wijkteam.hulp import REGIE, vertel_regie

from .kring import NIET_BEKEND, gemeente, gemelde, grondslag_in, laat_weten, toets_dag, vraag_wie_regie_voert

OPSCHALEN, ADVISEREN, POGING = "opschalen", "adviseren", "poging_melden"
WIE_IS_HET = ("naam", "adres", "telefoonnummer")


def schaal_op(zaak_id: int, grond: str, vraag: str, kenmerk: UUID) -> int:
    """Ask the troubleshooter in, on ground a or b, with the question; it gets this case and no other (HAA-2.2.3).

    Raises Ongeldig before the handover, and when the own group holds no copy that says who the tenant is.
    """
    zaak = vergrendel(zaak_van(zaak_id))
    if eerder_in(kenmerk, zaak):
        return zaak_id
    gemelde(zaak)
    wie = _wie_is_het(zaak)
    poort.verstrek(
        "opschaling",
        wie | {"grond_opschaling": grond, "vraag_aan_troubleshooter": vraag},
        [groep_van(TROUBLESHOOTER)],
        zaak=zaak,
        grondslag=grondslag_in(zaak),
        kenmerk=kenmerk,
        herkenning=herkenning(wie["naam"], wie["adres"]),
    )
    if SWT.past(beurt().wie.kant):
        vertel_regie(zaak, groep_van(TROUBLESHOOTER), uuid5(kenmerk, REGIE))
    else:
        vraag_wie_regie_voert(zaak)
    laat_weten(zaak, [groep_van(TROUBLESHOOTER)], "Er is een vraag voor u")
    return zaak_id


def adviseer(zaak_id: int, advies: str, kenmerk: UUID) -> int:
    """Advice to wijkteam and SDV; the corporatie does not read it (HAA-2.2.3.advies)."""
    zaak = vergrendel(zaak_van(zaak_id))
    if eerder_in(kenmerk, zaak):
        return zaak_id
    waarden = {"advies": advies, "datum_advies": vandaag().isoformat()}
    groepen = gemelde(zaak)
    poort.verstrek("advies_troubleshooter", waarden, groepen, zaak=zaak, kenmerk=kenmerk)
    laat_weten(zaak, groepen, "De troubleshooter geeft advies")
    return zaak_id


def meld_poging(zaak_id: int, dag: date, uitkomst: str, kenmerk: UUID) -> int:
    """An attempt at an arrangement before the day of eviction, and what came of it, without a word more (HAA-8.2)."""
    zaak = vergrendel(zaak_van(zaak_id))
    if eerder_in(kenmerk, zaak):
        return zaak_id
    toets_dag(dag, None, "")
    waarden = {"datum_poging": dag.isoformat(), "uitkomst_poging": uitkomst}
    groepen = [opener(zaak), *gemeente(zaak)]
    poort.verstrek("poging_troubleshooter", waarden, groepen, zaak=zaak, kenmerk=kenmerk)
    laat_weten(zaak, groepen, "De troubleshooter deed een poging")
    return zaak_id


def _wie_is_het(zaak: Zaak) -> dict[str, str]:
    """Name, address and telephone from what the own group holds itself."""
    if huur := huur_van(zaak):
        telefoon = huur.telefoonnummer or NIET_BEKEND
        return dict(zip(WIE_IS_HET, (huur.naam, huur.adres, telefoon), strict=True))
    eigen = Ontvangst.objects.filter(
        verstrekking__zaak=zaak,
        groep_id=beurt().wie.groep,
        velden__contains=list(WIE_IS_HET),
        vernietigd_op=None,
    )
    kopie = eigen.order_by("-verstrekking__moment").first()
    if kopie is None:
        zin = "Uw groep heeft zelf geen naam en adres van deze huurder gekregen. Vraag het wijkteam om op te schalen."
        raise Ongeldig({"": zin})
    gelezen = poort.lees(kopie.pk)
    return {veld: gelezen.waarde(veld) for veld in WIE_IS_HET}
