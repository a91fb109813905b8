"""Reporting a tenant without arrears: with recorded consent only, and undone at once when it is withdrawn (HAA-3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from convenant.poort import klokken, poort
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.zaken import doe, vergrendel, zaak_van
from convenant.tijd import nu, vandaag
from convenant.zaken.models import Gebeurtenis
from huisuitzetting.achterstand.huur import fout_in_geboortedatum
from huisuitzetting.adres import zoeksleutel
from huisuitzetting.beleid.kanten import MELDER
from huisuitzetting.models import Huurovereenkomst, Toestemming
from huisuitzetting.werkafspraken import tellen

from .feiten import MET_TOESTEMMING, Signaal, toestemming_sinds
from .handelingen import ONTVANGST, begin_klokken, herkenning
from .wijkteams import wijkteam_van, wijkteam_voor

MELDEN, INTREKKEN, INTREKKING = "melden_met_toestemming", "toestemming_intrekken", "intrekking_toestemming"
SLUITEN = "zaak_sluiten"
# A choice, so that no text about people is kept.
REDENEN = {
    "geholpen": "De huurder is geholpen",
    "toestemming_weg": "De huurder trok zijn toestemming in",
    "huur_beeindigd": "De huur is beëindigd",
    "overleden": "De huurder is overleden",
    "vergissing": "De melding was een vergissing",
}
INGESTEMD = "De corporatie mag het Sociaal Wijkteam vragen om te helpen, en geeft daarvoor door: {velden}."

VELDEN = {"signaalcategorie": "waarom zij hulp vraagt", "datum_toestemming": "wanneer u toestemming gaf"}


@dataclass(frozen=True)
class Instemming:
    """When and how the tenant agreed, as typed."""

    gegeven_op: date
    wijze: str


def gekozen_velden() -> Sequence[str]:
    """What may go of a tenant without arrears: the convenant chose it, for the text gives no list (HAA-B2.2)."""
    return beurt().wie.instellingen.get("velden_" + MET_TOESTEMMING) or ()


def ingestemd_met() -> str:
    """What the tenant is asked to agree to."""
    woorden = [VELDEN.get(veld, veld) for veld in gekozen_velden()]
    opgesomd = " en ".join([", ".join(woorden[:-1]), woorden[-1]]) if len(woorden) > 1 else "".join(woorden)
    return INGESTEMD.format(velden=opgesomd)


def meld(
    signaal: Signaal,
    instemming: Instemming,
    kenmerk: UUID,
    *,
    eigen_huurder: bool,
    alleen_strafbaar_feit: bool,
) -> int:
    """Report an own tenant without arrears to the wijkteam, with consent; the case's id.

    Raises Geweigerd for another's tenant or when a criminal offence is the only cause (HAA-1.3), Ongeldig for what cannot
    be, or when the own list says that there are arrears: then another ground fits.
    """
    if eerder := poort.eerder_gedaan(kenmerk):
        assert eerder.zaak
        return eerder.zaak.pk
    _toets(signaal, instemming)
    gegevens = {
        "naam": signaal.naam,
        "adres": signaal.adres,
        "telefoonnummer": signaal.telefoonnummer,
        "geboortedatum": signaal.geboortedatum.isoformat() if signaal.geboortedatum else "",
        "signaalcategorie": signaal.signaalcategorie,
        "datum_toestemming": instemming.gegeven_op.isoformat(),
    }
    zaak = poort.verstrek(
        MET_TOESTEMMING,
        {veld: waarde for veld, waarde in gegevens.items() if waarde},
        [wijkteam_voor(signaal.postcode)],
        gegeven={
            "eigen_huurder": eigen_huurder,
            "niet_alleen_strafbaar_feit": not alleen_strafbaar_feit,
            "toestemming_huurder": True,
        },
        kenmerk=kenmerk,
        object=signaal,
        herkenning=herkenning(signaal.naam, signaal.adres, zoeksleutel(signaal.postcode, signaal.huisnummer)),
    ).zaak
    assert zaak
    Toestemming.objects.create(
        convenant=beurt().wie.convenant,
        groep_id=beurt().wie.groep,
        zaak=zaak,
        soort=Toestemming.Soort.MELDING,
        gegeven_op=instemming.gegeven_op,
        wijze=instemming.wijze,
        tekst=ingestemd_met(),
        vastgelegd_door=beurt().wie.medewerker,
        vastgelegd_op=nu(),
    )
    begin_klokken(zaak, zonder_contacttermijn=True, zonder_huurachterstand=True)
    tellen.melding(MET_TOESTEMMING)
    return zaak.pk


def trek_in(zaak_id: int, dag: date, kenmerk: UUID) -> int:
    """The tenant withdrew consent, told by corporatie or wijkteam: a case that runs stops, every copy is destroyed at once, of
    one that was closed too; the wijkteam learns only that, and when. The case's id; twice is once.
    """
    zaak = vergrendel(zaak_van(zaak_id))
    if Gebeurtenis.objects.filter(zaak=zaak, handeling=INTREKKEN).exists():
        return zaak.pk
    _toets_intrekking(dag, toestemming_sinds(zaak))
    if MELDER.past(beurt().wie.kant):
        wijkteam = [wijkteam_van(zaak)]
        poort.verstrek(
            INTREKKING, {"datum_intrekking": dag.isoformat()}, wijkteam, zaak=zaak, kenmerk=kenmerk
        )
    else:
        with doe(zaak, INTREKKEN):
            pass
    with connection.cursor() as cursor:
        cursor.execute("select melding_toestemming_intrekken(%s, %s)", [zaak.pk, dag])
    klokken.trek_in(ONTVANGST, zaak=zaak)
    return zaak.pk


def sluit(zaak_id: int, reden: str) -> int:
    """End the case of a tenant reported with consent, for one of REDENEN; the case's id (HAA-2.1)."""
    zaak = zaak_van(zaak_id)
    eigen = Toestemming.objects.filter(zaak=zaak, groep=beurt().wie.groep, soort=Toestemming.Soort.MELDING)
    if not eigen.exists():
        raise NietGevonden
    with doe(zaak, SLUITEN, gegeven={"reden_vermeld": reden in REDENEN}):
        eigen.update(gesloten_om=reden)
    return zaak_id


def _toets(signaal: Signaal, instemming: Instemming) -> None:
    fouten = {}
    if signaal.geboortedatum and (fout := fout_in_geboortedatum(signaal.geboortedatum)):
        fouten["geboortedatum"] = fout
    if instemming.gegeven_op > vandaag():
        fouten["gegeven_op"] = "Deze dag is nog niet geweest. Vul in wanneer de huurder toestemming gaf."
    if _heeft_achterstand(signaal):
        fouten[""] = (
            "In uw eigen lijst heeft deze huurder een achterstand. Meld hem vanaf zijn pagina bij Huurachterstanden."
        )
    if fouten:
        raise Ongeldig(fouten)


def _heeft_achterstand(signaal: Signaal) -> bool:
    if signaal.geboortedatum is None:
        return False
    eigen = Huurovereenkomst.objects.filter(groep=beurt().wie.groep, schuld__gt=0)
    return eigen.filter(postcode=signaal.postcode, geboortedatum=signaal.geboortedatum).exists()


def _toets_intrekking(dag: date, sinds: date | None) -> None:
    if dag > vandaag():
        raise Ongeldig(
            {"dag": "Deze dag is nog niet geweest. Vul in wanneer de huurder zijn toestemming introk."}
        )
    if sinds is not None and dag < sinds:
        raise Ongeldig({"dag": "Op deze dag was er nog geen toestemming. Controleer de datum."})
