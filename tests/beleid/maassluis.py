"""Who takes part in Maassluis and what acting as each takes: written from docs/eisen/maassluis.yaml."""

from brpinzage.beleid.maassluis import MAASSLUIS
from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.taal import INZIEN

from .tabel import alle_kanten, alle_stappen, controleer_set, fg, kant, stand

DIENST, ROVM, MAASDELTA = "dienstverlening/medewerker", "rovm/medewerker", "corporatie/medewerker"
REGISSEUR, STEUN = "rovm/regisseur", "rovm/ondersteuning"
COLLEGE, BEHEER = "college/verantwoordelijke", "college/convenantbeheerder"
TEKENAARS = ("dienstverlening/tekeningsbevoegde", "rovm/tekeningsbevoegde", "corporatie/tekeningsbevoegde")
FGS = fg("dienstverlening", "rovm", "corporatie", "college")
BETROKKENE, OUDER = "betrokkene/betrokkene", "betrokkene/wettelijk_vertegenwoordiger"
DERDE, KLOK = "derde/derde", "systeem/klok"
MEDEWERKERS = (DIENST, ROVM, MAASDELTA)
HOUDERS = (*MEDEWERKERS, REGISSEUR)

ALS_COLLEGE = ("geheimhouding_opgelegd", "richtlijnen_aanvaard")
ALS_REGISSEUR = ("convenant_getekend", "partij_aangesloten", "geheimhouding_regie", *ALS_COLLEGE)
ALS_MEDEWERKER = ("convenant_getekend", "partij_aangesloten", "niet_beeindigd", *ALS_COLLEGE)
LEEST_ALS_REGISSEUR = (*ALS_REGISSEUR, "toegang_tot_zaak")
LEEST_ALS_AFDELING = (*ALS_MEDEWERKER, "toegang_tot_zaak")

# Every exchange for the purpose of article 5.1.
UITWISSELING = (
    "in_werking",
    "niet_beeindigd",
    "verwerking_in_register",
    "register_dekt_velden",
    "regisseur_actief",
    "afweging_vastgelegd",
    "noodzaak_per_veld",
)

VELDEN_MAGAZIJN = (
    "naam",
    "geboortedatum",
    "jonger_dan_zestien",
    "adres",
    "datum_inschrijving_adres",
    "datum_vertrek_adres",
)
VELDEN_MAASDELTA = (
    "naam_huurder",
    "naam_medehuurder",
    "adres_huurwoning",
    "ingangsdatum_huur",
    "einddatum_huur",
)


def controleer(regel):
    """The row holds, for exactly its fields whatever the annex selects."""
    controleer_set(MAASSLUIS, regel)
    assert MAASSLUIS.gegevensset(regel.naam).velden == regel.velden


def controleer_wat_naar_buiten_gaat(regel, nodig):
    """Paper outside; here one copy stays with the sender, in exactly these steps and on exactly these facts."""
    afzender = kant(regel.van[0])
    for stap in alle_stappen(MAASSLUIS):
        for wie in alle_kanten(MAASSLUIS):
            mag = beslis(MAASSLUIS, Vraag(wie, INZIEN, stap, regel.naam), stand(MAASSLUIS)).mag
            assert mag is (wie == afzender and stap in regel.leesbaar), f"{wie} in {stap}"
    vraag = Vraag(afzender, INZIEN, regel.leesbaar[0], regel.naam)
    for feit in MAASSLUIS.feiten:
        mag = beslis(MAASSLUIS, vraag, stand(MAASSLUIS, (feit.naam,))).mag
        assert mag is (feit.naam not in nodig), feit.naam
