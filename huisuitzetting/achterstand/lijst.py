"""The own tenancies by what is due, a page at a time; the counts come from the same filter as the lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from convenant.poort.grens import beurt
from convenant.tijd import vandaag
from huisuitzetting.models import Contactpoging, Herinneringsbrief, Huurovereenkomst, Opschorting

from .wat_nu import BRIEF, CONTACT, MELDEN, SLUITEN

PER_PAGINA = 50
REGELING = {
    "": "",
    "loopt": "regeling: bedrag en einde ontbreken",
    "verbroken": "regeling niet nagekomen",
    "afgelopen": "regeling afgelopen",
}
TE_LAAT, ALLE = "te-laat", "alle"
FILTERS = (TE_LAAT, CONTACT, BRIEF, MELDEN, SLUITEN, ALLE)


@dataclass(frozen=True)
class Zoeken:
    """What the list is searched for: a contract number, or a postcode with or without number."""

    contractnummer: str = ""
    postcode: str = ""
    huisnummer: int | None = None


@dataclass(frozen=True)
class Regel:
    """One tenancy in the list."""

    id: int
    naam: str
    adres: str
    te_doen: str
    uiterlijk: date | None
    te_laat: bool
    schuld: str
    regeling: str


def bladzijde(filter: str, zoeken: Zoeken, na: int | None = None) -> tuple[Sequence[Regel], int | None]:
    """What is due first on top, after this one; and where to go on (None at the end)."""
    rijen = _gezocht(zoeken).filter(_van(filter)).order_by("uiterlijk", "pk")
    plek = _eigen().filter(pk=na).values_list("uiterlijk").first() if na is not None else None
    if plek is not None:
        later = Q(uiterlijk=plek[0], pk__gt=na)
        if plek[0] is not None:  # without a day comes last
            later |= Q(uiterlijk__gt=plek[0]) | Q(uiterlijk=None)
        rijen = rijen.filter(later if plek[0] is not None else Q(uiterlijk=None, pk__gt=na))
    gevonden = [_regel(huur) for huur in rijen[: PER_PAGINA + 1]]
    return gevonden[:PER_PAGINA], gevonden[PER_PAGINA - 1].id if len(gevonden) > PER_PAGINA else None


def aantallen() -> Mapping[str, int]:
    """How many there are behind each filter, in one walk over the rows."""
    rijen = (
        _eigen()
        .order_by()
        .values("te_doen")
        .annotate(alle=Count("pk"), te_laat=Count("pk", filter=_van(TE_LAAT)))
    )
    per_soort = list(rijen)
    gevonden = {rij["te_doen"]: rij["alle"] for rij in per_soort}
    return {naam: gevonden.get(naam, 0) for naam in FILTERS} | {
        TE_LAAT: sum(rij["te_laat"] for rij in per_soort),
        ALLE: sum(gevonden.values()),
    }


def zelfde_adres(huur: Huurovereenkomst) -> bool:
    """Whether another own tenancy stands at this address: two people are two, whatever they share."""
    anderen = _eigen().filter(postcode=huur.postcode, huisnummer=huur.huisnummer, huisletter=huur.huisletter)
    return anderen.filter(huisnummertoevoeging=huur.huisnummertoevoeging).exclude(pk=huur.pk).exists()


def pogingen(huur: Huurovereenkomst) -> Sequence[Contactpoging]:
    """The attempts at contact in the case of this tenancy, the latest first."""
    if huur.zaak_id is None:
        return []
    rijen = Contactpoging.objects.filter(zaak=huur.zaak_id).select_related("medewerker__account")
    return list(rijen.order_by("-dag", "-pk"))


def brief(huur: Huurovereenkomst) -> Herinneringsbrief | None:
    return Herinneringsbrief.objects.filter(zaak=huur.zaak_id).first() if huur.zaak_id else None


def opschortingen(huur: Huurovereenkomst) -> Sequence[Opschorting]:
    """What the corporatie recorded when collection was to wait (HAA-5.1), the latest first."""
    return list(Opschorting.objects.filter(zaak=huur.zaak_id).order_by("-pk")) if huur.zaak_id else []


def _eigen() -> QuerySet[Huurovereenkomst]:
    """Said once more than the fence does, so that the indexes are used."""
    return Huurovereenkomst.objects.filter(groep=beurt().wie.groep)


def _gezocht(zoeken: Zoeken) -> QuerySet[Huurovereenkomst]:
    rijen = _eigen()
    if zoeken.contractnummer:
        rijen = rijen.filter(contractnummer=zoeken.contractnummer)
    if zoeken.postcode:
        rijen = rijen.filter(postcode=zoeken.postcode)
    return rijen.filter(huisnummer=zoeken.huisnummer) if zoeken.huisnummer else rijen


def _van(filter: str) -> Q:
    if filter == TE_LAAT:
        return Q(uiterlijk__lt=vandaag())
    return Q(te_doen=filter) if filter != ALLE else Q(pk__isnull=False)


def _regel(huur: Huurovereenkomst) -> Regel:
    return Regel(
        huur.pk,
        huur.naam,
        huur.adres,
        huur.te_doen,
        huur.uiterlijk,
        huur.uiterlijk is not None and huur.uiterlijk < vandaag(),
        euro(huur),
        _regeling(huur),
    )


def _regeling(huur: Huurovereenkomst) -> str:
    """How the arrangement stands, in the words of the list; of one that was in order before today too."""
    tot = huur.regeling_geldt_tot
    if tot is not None:
        return f"regeling tot en met {tot:%d-%m-%Y}" if tot >= vandaag() else REGELING["afgelopen"]
    return REGELING[huur.betalingsregeling]


def euro(huur: Huurovereenkomst) -> str:
    """What is owed, as people write it: € 1.050,00."""
    return "€ " + f"{huur.schuld:,.2f}".translate(str.maketrans(",.", ".,"))
