"""The facts Heemstede's conditions name, each with the only queries it may cause."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection

from convenant.brp.adres import Adres
from convenant.looptijd import voorstellen
from convenant.partijen.models import Autorisatie, Groep
from convenant.poort import feiten as kern
from convenant.poort.feiten import Aanvraag, FeitVraag, Verklaard
from convenant.poort.grens import beurt
from convenant.poort.logboek import TOEGESTAAN
from convenant.poort.models import Logregel
from convenant.tijd import begin_van_de_dag, nu, vandaag

from .models import Bezit, Ingeschrevene

RAADPLEGEN = "raadplegen"


@dataclass(frozen=True)
class Opgezocht:
    """The address of one raadpleging: as typed, and the row of the own stock it was found at, if any."""

    adres: Adres
    bezit: Bezit | None

    @property
    def volledig(self) -> Adres:
        """With street and town where the own stock knows them, else as typed."""
        return self.bezit.adres if self.bezit else self.adres

    @property
    def regel(self) -> str:
        return self.volledig.regel


@dataclass(frozen=True)
class Gevraagd:
    """A written request as the municipality decides on it, and the group that asked."""

    zaak_id: int
    groep: Groep


def eigen_bezit(aanvraag: Aanvraag) -> bool:
    """In the own stock today (HEE-2.3); of a written request, in that of who asked, as long as that party takes part."""
    if isinstance(aanvraag.object, Gevraagd):
        vrager = aanvraag.object.groep.deelname
        if vrager.toegang_ingetrokken_op or not vrager.is_getekend(vandaag()):
            return False
        with connection.cursor() as cursor:
            cursor.execute("select verzoek_in_bezit(%s)", [aanvraag.object.zaak_id])
            return cursor.fetchone()[0]
    bezit = _bezit(aanvraag)
    return bezit is not None and bezit.van <= vandaag() and (bezit.tot is None or vandaag() < bezit.tot)


def geen_geheimhouding_op_adres(aanvraag: Aanvraag) -> bool:
    """Nobody at the address is hidden (HEE-3.3). Sees only the address the raadpleging opened."""
    return not Ingeschrevene.objects.filter(afgeschermd=True).exclude(persoon_sleutel="").exists()


def niet_te_veel_bewoners(aanvraag: Aanvraag) -> bool:
    """Nor so many that the BRP names nobody (`Ingeschrevene`: a row that is no person)."""
    if Ingeschrevene.objects.filter(afgeschermd=True, persoon_sleutel="").exists():
        return False
    maximum = aanvraag.instellingen["maximum_bewoners"]
    return Ingeschrevene.objects.count() <= int(str(maximum))


def binnen_daglimiet(aanvraag: Aanvraag) -> bool:
    """Below the number of raadplegingen one person may do in a day (HEE-3.4).

    Two of one person at once wait for each other: the second counts what the first did, and what it does itself.
    """
    wie = aanvraag.wie
    maximum = aanvraag.instellingen["daglimiet_raadplegingen"]
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('daglimiet'), %s::int)", [wie.medewerker.pk])
    in_dit_verzoek = sum(
        (regel.handeling, regel.uitkomst) == (RAADPLEGEN, TOEGESTAAN) for regel in beurt().regels
    )
    vandaag_al = Logregel.objects.filter(
        convenant=wie.convenant,
        medewerker_id=wie.medewerker.pk,
        handeling=RAADPLEGEN,
        uitkomst=TOEGESTAAN,
        moment__gte=begin_van_de_dag(nu()),
    )
    return vandaag_al.count() + in_dit_verzoek < int(str(maximum))


def aangewezen(aanvraag: Aanvraag) -> bool:
    """Registered by somebody of the own corporatie (HEE-5.5)."""
    wie = aanvraag.wie
    return Autorisatie.objects.filter(
        pk=wie.autorisatie_id or 0, aangemeld_door__partij=wie.deelname.partij_id
    ).exists()


@dataclass(frozen=True)
class VanVrager(Verklaard):
    """What the own party declared (HEE-1.c); of a written request, the one that asked."""

    van_medewerker: bool = False

    def __call__(self, aanvraag: Aanvraag) -> bool:
        if isinstance(aanvraag.object, Gevraagd):
            return kern.verklaring_van(aanvraag.object.groep.deelname, self.verklaring)
        return super().__call__(aanvraag)


def _bezit(aanvraag: Aanvraag) -> Bezit | None:
    return aanvraag.object.bezit if isinstance(aanvraag.object, Opgezocht) else None


HEEMSTEDE: Mapping[str, FeitVraag] = {
    "convenant_actief": kern.convenant_actief,
    "niet_vervallen": kern.niet_vervallen,
    "grondslag_geldig": kern.grondslag_geldig,
    "deelname_getekend": kern.deelname_getekend,
    "toegang_niet_ingetrokken": kern.toegang_niet_ingetrokken,
    "zonder_winstoogmerk": kern.verklaring_van_deelname("zonder_winstoogmerk"),
    "mandaat_aanwezig": VanVrager("mandaat_woningtoewijzing"),
    "geheimhouding_corporatie": kern.verklaring_van_medewerker("geheimhouding"),
    "geheimhouding_gemeente": kern.verklaring_van_medewerker("geheimhouding"),
    "alle_partijen_stemmen_in": voorstellen.FEITEN["alle_partijen_stemmen_in"],
    "aangewezen": aangewezen,
    "aangemeld_door_corporatie": kern.aangemeld_door_eigen_partij,
    "binnen_daglimiet": binnen_daglimiet,
    "eigen_bezit": eigen_bezit,
    "geen_geheimhouding_op_adres": geen_geheimhouding_op_adres,
    "niet_te_veel_bewoners": niet_te_veel_bewoners,
}

# Who may work there; what happens in a case waits for its own screens.
MAASSLUIS: Mapping[str, FeitVraag] = {
    "convenant_getekend": kern.heeft_getekend,
    "partij_aangesloten": kern.doet_mee,
    "niet_beeindigd": kern.convenant_niet_beeindigd,
    "geheimhouding_opgelegd": kern.verklaring_van_medewerker("geheimhouding"),
    "geheimhouding_regie": kern.verklaring_van_medewerker("geheimhouding_regie"),
    "richtlijnen_aanvaard": kern.verklaring_van_medewerker("richtlijnen"),
}
