"""Steps of the wijkteam's stretch of a story, each through the gate; the next builds on the one before."""

from uuid import uuid4

from convenant.poort import bijlagen
from convenant.poort.grens import beurt
from convenant.tijd import vandaag
from huisuitzetting.wijkteam import contact, handelingen, hulp, terugkoppeling, toestemming
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.huisuitzetting.verhaal import gemeld
from tests.wereld import Wereld

SWT = "gemeente/swt"


def beoordeeld(wereld: Wereld, **anders: object) -> int:
    """Reported, and looked up in STAPP and at SDV; the case's id."""
    zaak = gemeld(wereld, **anders)
    with wereld.als(SWT):
        return handelingen.controleer_bekendheid(zaak, False, False, uuid4())


def op_wachtlijst(wereld: Wereld, voorrang: str = "", **anders: object) -> int:
    """On the waiting list, in a priority group if one is named."""
    zaak = beoordeeld(wereld, **anders)
    with wereld.als(SWT):
        return handelingen.plaats_op_wachtlijst(zaak, voorrang, uuid4())


def in_behandeling(wereld: Wereld, **anders: object) -> int:
    zaak = beoordeeld(wereld, **anders)
    with wereld.als(SWT):
        return handelingen.neem_in_behandeling(zaak, "", uuid4())


def gesproken(wereld: Wereld, **anders: object) -> int:
    """The wijkteam spoke to the tenant."""
    zaak = in_behandeling(wereld, **anders)
    with wereld.als(SWT):
        return contact.leg_contactpoging_vast(
            zaak, "direct_aanbellen", vandaag(), bereikt=True, afgezien=False, kenmerk=uuid4()
        )


def teruggekoppeld(wereld: Wereld, zaak: int) -> int:
    with wereld.als(SWT):
        op_tijd = terugkoppeling.stand(zaak)["in_behandeling"]
    with wereld.als(SWT):
        return terugkoppeling.koppel_terug(zaak, "nee", op_tijd, "nee", None, uuid4())


def alleen_schuld(wereld: Wereld, **anders: object) -> int:
    """Only debt, so SDV is in."""
    zaak = gesproken(wereld, **anders)
    with wereld.als(SWT):
        return hulp.stel_alleen_schuld_vast(zaak, uuid4())


def meer(wereld: Wereld, **anders: object) -> int:
    """More than debt; the wijkteam itself leads."""
    zaak = gesproken(wereld, **anders)
    with wereld.als(SWT):
        ik = hulp.Regievoering(beurt().wie.medewerker.pk)
        return hulp.stel_meer_vast(zaak, ik, uuid4())


def vul_wijkteam(wereld: Wereld) -> None:
    """A row in each table of the wijkteam."""
    op_wachtlijst(wereld, "vijfenzestig_plus", contractnummer="W-1")
    zaak = meer(wereld, contractnummer="W-2")
    with wereld.als(SWT):
        hulp.leg_interventie_vast(zaak, "inkomen", "loopt", vandaag(), uuid4())
    vertel_meer(wereld, zaak)


def vertel_meer(wereld: Wereld, zaak: int, *, getekend: bool = True) -> int:
    """The corporatie hears more, with the client's signature."""
    with wereld.als(SWT):
        papier = bijlagen.concept(bijlagen.neem_aan(geladen("toestemming.pdf", maak_pdf())))
        assert papier
        bewijs = toestemming.Getekend(vandaag(), "Dat er budgetbeheer komt.", papier.waarde)
        return toestemming.vertel_meer(
            zaak, "Budgetbeheer", "Vanaf januari loopt budgetbeheer.", bewijs if getekend else None, uuid4()
        )
