"""The facts of a case with arrears, from the corporatie's own rows about the tenancy."""

from collections.abc import Callable, Mapping
from datetime import date

from django.db.models import QuerySet

from convenant.beleid.taal import Kant
from convenant.poort.feiten import Aanvraag, FeitVraag
from convenant.poort.grens import beurt
from convenant.poort.zaken import opener, verstuurd
from convenant.tijd import vandaag
from convenant.zaken.models import Zaak
from huisuitzetting.models import Contactpoging, Herinneringsbrief, Huurovereenkomst, Toestemming

MELDER_ZELF = Kant("corporatie", "melder")
MELDINGEN = ("melding_achterstand", "melding_met_meer", "melding_met_toestemming")
VAN_HUUR: Mapping[str, Callable[[Huurovereenkomst], bool]] = {
    "eigen_huurder": lambda huur: huur.groep_id == beurt().wie.groep,
    "niet_alleen_strafbaar_feit": lambda huur: not huur.alleen_strafbaar_feit,
    "zelf_contact_gezocht": lambda huur: _pogingen(huur).exists(),
    "gewezen_op_sdv": lambda huur: _pogingen(huur).filter(gewezen_op_sdv=True).exists(),
    "brief_met_vier_onderdelen": lambda huur: Herinneringsbrief.objects.filter(zaak=huur.zaak_id).exists(),
    "huurder_maakt_geen_bezwaar": lambda huur: not huur.bezwaar_doorgeven,
    "betalingsregeling_loopt": lambda huur: regeling_geldt(huur, vandaag()),
    "zonder_huurachterstand": lambda huur: huur.schuld == 0,
    "nog_niet_gemeld": lambda huur: verstuurd(huur.zaak, *MELDINGEN) is None,
}


def over(huur: Huurovereenkomst, *namen: str) -> dict[str, bool]:
    """These facts of a tenancy, for an act that gives them."""
    return {naam: VAN_HUUR[naam](huur) for naam in namen}


def regeling_geldt(huur: Huurovereenkomst, dag: date) -> bool:
    """Whether on this day there was an arrangement that is kept, of which all is known (HAA-3.4)."""
    tot = huur.regeling_geldt_tot
    return tot is not None and dag <= tot


def _pogingen(huur: Huurovereenkomst) -> QuerySet[Contactpoging]:
    return Contactpoging.objects.filter(zaak=huur.zaak_id) if huur.zaak_id else Contactpoging.objects.none()


def _vraag(naam: str) -> FeitVraag:
    """Answered of the tenancy the act is about, else of the own one of the case; without one it does not hold."""

    def antwoord(aanvraag: Aanvraag) -> bool:
        huur = aanvraag.object
        if not isinstance(huur, Huurovereenkomst):
            huur = van_zaak(aanvraag.zaak)
        return huur is not None and VAN_HUUR[naam](huur)

    return antwoord


def van_zaak(zaak: Zaak | None) -> Huurovereenkomst | None:
    """The own tenancy a case is about."""
    eigen = Huurovereenkomst.objects.filter(zaak=zaak, groep=beurt().wie.groep)
    return eigen.select_related("zaak").first() if zaak else None


def _eigen_huurder(aanvraag: Aanvraag) -> bool:
    """Of who sends: the own group keeps the tenancy, or the consent it reported the tenant with. Of who gets something:
    it opened the case. Of an own copy that is read: a melder has cases of own tenants only, for none but the corporatie
    that rents to them opens one or gets a copy of one (HAA-PAR.2)."""
    if aanvraag.wie.kant == MELDER_ZELF:
        return aanvraag.object is None or _vraag("eigen_huurder")(aanvraag) or _met_toestemming(aanvraag.zaak)
    ontvanger = aanvraag.ontvanger
    return aanvraag.zaak is not None and ontvanger is not None and opener(aanvraag.zaak) == ontvanger


def _met_toestemming(zaak: Zaak | None) -> bool:
    eigen = Toestemming.objects.filter(zaak=zaak, groep=beurt().wie.groep, soort=Toestemming.Soort.MELDING)
    return zaak is not None and eigen.exists()


HUUR: Mapping[str, FeitVraag] = {naam: _vraag(naam) for naam in VAN_HUUR} | {"eigen_huurder": _eigen_huurder}
