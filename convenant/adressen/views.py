"""The one address behind every address form: what was typed in, addresses out."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from convenant.lijn import GeenAntwoord
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina

from .register import zoek
from .voorstel import Adresvoorstel

HOOGSTENS_GETOOND = 10
MINUUT = 60
GEEN = "Geen adres gevonden. Vul het adres hieronder zelf in."
STORING = "Zoeken lukt nu niet. Vul het adres hieronder zelf in."
TE_VAAK = "U hebt vaak gezocht. Wacht een minuut, of vul het adres hieronder zelf in."


@pagina(eigen_transacties=True)
@require_POST
def zoeken(request: Verzoek, convenant: str) -> HttpResponse:
    """Addresses of this municipality for what is typed. A POST, so that no address stands in an address; not logged: a
    register of addresses knows of nobody who lives there. It reads nothing of ours, so no transaction waits for it."""
    assert request.wie is not None
    if _te_vaak(request.wie.medewerker.account_id):
        return _antwoord([], TE_VAAK, 429)
    try:
        gevonden = zoek(request.POST.get("tekst", ""), request.wie.convenant.gemeente)
    except GeenAntwoord:
        return _antwoord([], STORING)
    return _antwoord([_als_json(adres) for adres in gevonden[:HOOGSTENS_GETOOND]], _melding(len(gevonden)))


def _antwoord(voorstellen: list[dict[str, str]], melding: str, status: int = 200) -> HttpResponse:
    return JsonResponse({"voorstellen": voorstellen, "melding": melding}, status=status)


def _als_json(adres: Adresvoorstel) -> dict[str, str]:
    return {
        "regel": adres.regel,
        "postcode": f"{adres.postcode[:4]} {adres.postcode[4:]}",
        "huisnummer": adres.huisnummer,
        "huisletter": adres.huisletter,
        "huisnummertoevoeging": adres.huisnummertoevoeging,
        "zegel": adres.zegel,
    }


def _melding(aantal: int) -> str:
    if aantal > HOOGSTENS_GETOOND:
        return f"Dit zijn de eerste {HOOGSTENS_GETOOND} adressen. Typ verder om minder te zien."
    return {0: GEEN, 1: "1 adres gevonden."}.get(aantal, f"{aantal} adressen gevonden.")


def _te_vaak(account: int) -> bool:
    """Counts a minute from the first question. The key tells nothing (convenant/cache.py), the value is a number."""
    sleutel = f"adres_zoeken:{account}"
    cache.add(sleutel, 0, MINUUT)
    try:
        return cache.incr(sleutel) > settings.ADRESREGISTER_PER_MINUUT
    except ValueError:  # the minute ended in between
        return False
