"""Which verbs open which address: any one of them is enough, none at all is for everyone who works there."""

from tests.beleid.heemstede import BEVOEGDHEDEN as HEEMSTEDE
from tests.beleid.tabel import Mag
from tests.beleid.test_haarlem_handelingen import HANDELINGEN as HAARLEM
from tests.beleid.test_krimpen_bevoegdheden import BEVOEGDHEDEN as KRIMPEN
from tests.beleid.test_maassluis_bevoegdheden import BEVOEGDHEDEN as MAASSLUIS
from tests.beleid.test_zoeklicht_handelingen import BEVOEGDHEDEN as ZOEKLICHT

IEDEREEN: tuple[str, ...] = ()
INZIEN = ("inzien",)
LOGBOEK = ("logboek_lezen", "eigen_logboek_lezen")
REGISTER = ("verwerkingsregister_inzien",)
STEEKPROEF = ("steekproef_trekken", "steekproef_beoordelen", "steekproef_inzien")
CIJFERS = ("cijfers_inzien",)
INRICHTEN = ("convenant_inrichten",)
AANMELDEN = ("medewerker_aanmelden",)
VERLENEN = ("autorisatie_verlenen", "autorisatie_hervatten")
DAAD = (
    *AANMELDEN,
    *VERLENEN,
    "medewerker_afmelden",
    "autorisaties_bevestigen",
    "autorisatie_schorsen",
    "autorisatie_weigeren",
    "autorisatie_intrekken",
    "factor_herstel_vragen",
    "factor_herstel_toestaan",
)
RECHTEN = ("rechten_inzien",)
BEZIT = ("bezit_bijhouden",)
HUREN = ("achterstand_vastleggen",)
EVALUEERT = ("evaluatie_openen", "telling_wijkteam_delen", "telling_corporatie_delen")
TELLINGEN = ("telling_wijkteam_delen", "telling_sdv_delen", "telling_corporatie_delen")
VASTLEGGINGEN = (
    "norm_vastleggen",
    "controle_vastleggen",
    "informatietekst_vastleggen",
    "dpia_melden",
    "ontwikkeling_melden",
)

PAGINAS = {
    "werkbegin": IEDEREEN,
    "werkplek": IEDEREEN,
    "berichten": IEDEREEN,
    "berichten_keuze": IEDEREEN,
    "logboek": LOGBOEK,
    "logboek_uitvoer": ("logboek_uitvoeren",),
    "dashboard": INZIEN,
    "dashboard_zaken": INZIEN,
    "dashboard_termijnen": INZIEN,
    "zaken": INZIEN,
    "zaak_zoeken": INZIEN,
    "zaken_verdeling": INZIEN,
    "zaken_toewijzen": INZIEN,
    "zaak_filters": INZIEN,
    "zaak_filter": INZIEN,
    "zaak_filter_weg": INZIEN,
    "zaak": INZIEN,
    "zaak_kenmerk": INZIEN,
    "zaak_behandelaar": INZIEN,
    "zaak_bevestigen": INZIEN,
    "bijlage": INZIEN,
    "adres_zoeken": IEDEREEN,
    "agenda": IEDEREEN,
    "agenda_maken": IEDEREEN,
    "agenda_intrekken": IEDEREEN,
    "steekproeven": STEEKPROEF,
    "steekproef": ("steekproef_beoordelen", "steekproef_inzien"),
    "steekproef_regel": ("steekproef_beoordelen", "steekproef_inzien"),
    "signalen": ("signalen_inzien",),
    "rapportage": CIJFERS,
    "rapportage_csv": CIJFERS,
    "rapportage_pdf": CIJFERS,
    "verwerkingsregister": REGISTER,
    "verwerkingsregister_csv": REGISTER,
    "verwerkingsregister_pdf": REGISTER,
    "beleid": REGISTER,
    "raadplegen": ("raadplegen",),
    "raadplegen_nieuw": ("raadplegen",),
    "raadplegen_stap": ("raadplegen",),
    "raadplegen_schriftelijk": ("schriftelijk_verzoeken",),
    "machtigingsformulier": ("verhuizing_doorgeven",),
    "raadpleging": INZIEN,
    "vergelijken": ("beoordelen_afwijking",),
    "uittreksels": ("uittreksel_laden",),
    "uittreksel_nieuw": ("uittreksel_laden",),
    "uittreksel": ("uittreksel_laden",),
    "ophalen": ("uittreksel_laden",),
    "brp_bevragen": ("brp_bevragen",),
    "brp_antwoord": ("brp_bevragen",),
    "bezit": BEZIT,
    "bezit_nieuw": BEZIT,
    "bezit_uitvoer": BEZIT,
    "bezit_voorstel": BEZIT,
    "bezit_wijzigingen": BEZIT,
    "bezit_woning": BEZIT,
    "bezit_einde": BEZIT,
    "bezit_verbeteren": BEZIT,
    "bezit_verwijderen": BEZIT,
    "beveiligingsprobleem": ("beveiligingsprobleem_melden",),
    "beveiliging": ("beveiliging_verklaren",),
    "onderhoud": IEDEREEN,
    "onderhoud_nieuw": ("onderhoud_aankondigen",),
    "onderhoud_intrekken": ("onderhoud_aankondigen",),
    "handreiking": ("handreiking_bevestigen", "handreiking_plaatsen"),
    "handreiking_nieuw": ("handreiking_plaatsen",),
    "handreiking_versie": ("handreiking_plaatsen",),
    "huren": HUREN,
    "huur_nieuw": HUREN,
    "huren_inlezen": HUREN,
    "huren_inlezing": HUREN,
    "huren_melden": ("melden_achterstand",),
    "huur": HUREN,
    "zaak_huur": HUREN,
    "uitzettingen": ("poging_melden",),
    "te_laat": ("te_late_zaken_lezen",),
    "privacy": ("verzoek_vastleggen",),
    "privacybrief": ("verzoek_vastleggen",),
    "zaak_overzicht": INZIEN,
    "huur_aanpassen": HUREN,
    "huur_contact": ("contact_zoeken",),
    "huur_brief": ("brief_versturen",),
    "huur_brief_pdf": ("brief_versturen",),
    "huur_regeling": ("betalingsregeling_vastleggen",),
    "contactlijst": INZIEN,
    "contactlijst_verspreiden": ("contactlijst_verspreiden",),
    "contactlijst_versie": INZIEN,
    "contact_wijzigen": ("contactwijziging_aanleveren",),
    "kengetallen": ("evaluatie_openen", *TELLINGEN),
    "kengetallen_csv": ("evaluatie_openen", *TELLINGEN),
    "kengetallen_pdf": ("evaluatie_openen", *TELLINGEN),
    "kengetallen_delen": TELLINGEN,
    "wachtlijst": ("op_wachtlijst_plaatsen",),
    "brp_wachtlijst": ("brp_raadplegen",),
    "contacten": ("contactpoging_vastleggen",),
    "aankondiging": ("aankondiging_versturen",),
    "aankondiging_pdf": ("aankondiging_versturen",),
    "evaluaties": EVALUEERT,
    "evaluatie": EVALUEERT,
    "evaluatie_nieuw": ("evaluatie_openen",),
    "evaluatie_besluit": ("voortzetten",),
    "overleg_nieuw": ("overleg_plannen",),
    "afspraken": INZIEN,
    "afspraak": INZIEN,
    "afspraak_nieuw": ("aanvullende_afspraak_toevoegen",),
    "vastleggingen": VASTLEGGINGEN,
    "vastlegging_document": VASTLEGGINGEN,
    "extra_terugkoppeling": ("extra_terugkoppelen",),
    "interventies": ("interventie_vastleggen",),
    "overdracht": ("warm_overdragen",),
    "overdracht_pdf": ("warm_overdragen",),
    "mensen": AANMELDEN,
    "mens_nieuw": AANMELDEN,
    "mens": AANMELDEN,
    "mens_functie": AANMELDEN,
    "mens_verklaring": AANMELDEN,
    "mens_verklaring_einde": AANMELDEN,
    "mens_uitnodigen": AANMELDEN,
    "mens_adres": AANMELDEN,
    "mens_afmelden": ("medewerker_afmelden",),
    "mens_factor": ("factor_herstel_vragen",),
    "autorisaties": RECHTEN,
    "autorisaties_uitvoer": RECHTEN,
    "autorisaties_geschiedenis": RECHTEN,
    "autorisaties_geschiedenis_uitvoer": RECHTEN,
    "autorisaties_mens": RECHTEN,
    "autorisaties_sets": RECHTEN,
    "autorisaties_set": RECHTEN,
    "autorisaties_bevestigen": ("autorisaties_bevestigen",),
    "autorisatie": RECHTEN,
    "autorisatie_verlenen": VERLENEN,
    "autorisatie_hervatten": VERLENEN,
    "autorisatie_daad": DAAD,
    "factor_beslissen": ("factor_herstel_toestaan",),
    "looptijd": IEDEREEN,
    "looptijd_eindverslag": INRICHTEN,
    "looptijd_intrekken": ("opzeggen", "beeindigen", "vervallen_verklaren"),
    "looptijd_brief": ("opzeggen", "beeindigen", *INRICHTEN),
    "looptijd_ongeldig": ("bepaling_ongeldig_verklaren",),
    "looptijd_stuk": IEDEREEN,
    "looptijd_voorstel": IEDEREEN,
    "machine": INRICHTEN,
    "inrichting": INRICHTEN,
    "inrichting_ingang": INRICHTEN,
    "inrichting_vrije_dagen": INRICHTEN,
    "inrichting_vrije_dag_weg": INRICHTEN,
    "inrichting_geschiedenis": INRICHTEN,
    "inrichting_instelling": INRICHTEN,
    "inrichting_instelling_partij": INRICHTEN,
    "inrichting_aansluiten": INRICHTEN,
    "inrichting_partij": INRICHTEN,
    "inrichting_ondertekening": INRICHTEN,
    "inrichting_verklaring": INRICHTEN,
    "inrichting_verklaring_einde": INRICHTEN,
    "inrichting_teams": INRICHTEN,
    "inrichting_team": INRICHTEN,
    "inrichting_team_naam": INRICHTEN,
    "inrichting_team_sluiten": INRICHTEN,
    "inrichting_team_openen": INRICHTEN,
}
# The verb is part of the address: it is the verb that opens it.
VAN_DE_HANDELING = (
    "zaak_nieuw",
    "zaakhandeling",
    "looptijd_vastleggen",
    "looptijd_voorstellen",
    "looptijd_beslissen",
    "vastlegging_nieuw",
)
# Reading asks a fact about one case there (MAA-9.2), so list and dashboard stay shut until Maassluis has screens of its own.
NOG_DICHT = {
    ("maassluis", pagina) for pagina in ("zaken", "zaken_verdeling", "dashboard", "dashboard_termijnen")
}
# For who works nowhere too.
VOOR_IEDEREEN = ("openbaar",)


def wie_mag(code: str) -> dict[str, frozenset[str]]:
    """Every verb of this convenant with the functies that have it ("soort/functie")."""
    regels: list[Mag] = {
        "heemstede": HEEMSTEDE,
        "maassluis": MAASSLUIS,
        "zoeklicht": ZOEKLICHT,
        "haarlem": HAARLEM,
        "krimpen": KRIMPEN,
    }[code]
    door: dict[str, set[str]] = {}
    for regel in regels:
        door.setdefault(regel.handeling, set()).update(regel.door)
    return {handeling: frozenset(functies) for handeling, functies in door.items()}
