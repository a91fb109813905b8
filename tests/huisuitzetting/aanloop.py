"""A case on its way to a proposal, moved by the core itself."""

from convenant.poort import poort
from convenant.poort.poort import groep_van
from convenant.poort.zaken import doe, zaak_van
from huisuitzetting.beleid.kanten import SDV, SWT
from tests.huisuitzetting import verhaal_geld as verhaal
from tests.huisuitzetting.verhaal import gemeld
from tests.wereld import Wereld

WIJKTEAM, SCHULDHULP, TROUBLESHOOTER = verhaal.WIJKTEAM, verhaal.SCHULDHULP, "gemeente/troubleshooter"
CONTROLE = {"bekend_in_stapp": "nee", "bekend_bij_sdv": "nee"}
INSCHAKELING = {
    "naam": "Samira Visser",
    "adres": "Spaarnelaan 12, 2012 AB Haarlem",
    "telefoonnummer": "06 12345678",
    "geboortedatum": "1984-05-17",
    "datum_ontstaan_betalingsachterstand": "2026-11-01",
    "periode_betalingsachterstand": "minder dan 1 maand",
}


def alleen_schuld(wereld: Wereld, **anders: object) -> int:
    """Reported, taken up, and found to be debt alone; SDV has been called in. The case's id."""
    zaak_id = gemeld(wereld, **anders)
    with wereld.als(WIJKTEAM):
        zaak = zaak_van(zaak_id)
        poort.verstrek("bekendheid_controle", CONTROLE, [groep_van(SWT)], zaak=zaak)
        for handeling in ("in_behandeling_nemen", "contact_huurder_vastleggen", "alleen_schuld_vaststellen"):
            with doe(zaak_van(zaak_id), handeling):
                pass
        poort.verstrek("sdv_inschakeling", INSCHAKELING, [groep_van(SDV)], zaak=zaak_van(zaak_id))
    return zaak_id


def vul_betaling(wereld: Wereld) -> None:
    """A row of the corporatie and one of SDV about a case in which collection waits."""
    zaak = verhaal.voorstel(wereld, alleen_schuld(wereld, contractnummer="H-1002"))
    verhaal.beoordeeld(wereld, zaak)
    verhaal.regeling(wereld, zaak)
    verhaal.opgeschort(wereld, zaak)
