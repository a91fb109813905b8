"""The functies, who registers and who grants them, and the verbs of each (artikel 5)."""

from convenant.beleid.beheer import AANMELDEN, INRICHTEN, RECHTEN_INZIEN, VERLENEN
from convenant.beleid.fg import REGISTER_INZIEN, bevoegdheden_fg, functionarissen
from convenant.beleid.taal import INZIEN, Bevoegdheid, Functie, Partijsoort

from .kanten import AUTORISATIEBEHEERDER, BEHEERDER, CONVENANTBEHEERDER

CORPORATIE_VEREIST = (
    "geheimhouding_corporatie",
    "deelname_getekend",
    "zonder_winstoogmerk",
    "toegang_niet_ingetrokken",
)
GEMEENTE_VEREIST = ("geheimhouding_gemeente",)

_FUNCTIES = (
    Functie(
        "corporatie",
        "contactpersoon",
        "Raadpleegt naam en adres bij het eigen bezit.",
        "HEE-5.4",
        registreert=BEHEERDER,
        verleent=AUTORISATIEBEHEERDER,
        maximum=2,
        vereist=(*CORPORATIE_VEREIST, "aangewezen"),
    ),
    Functie(
        "corporatie",
        "beheerder",
        "Meldt medewerkers aan en houdt de gegevens van de corporatie bij.",
        "HEE-5.6",
        registreert=BEHEERDER,
        verleent=AUTORISATIEBEHEERDER,
        vereist=CORPORATIE_VEREIST,
    ),
    Functie(
        "gemeente",
        "burgerzaken",
        "Laadt het uittreksel en behandelt verzoeken, afwijkingen en verhuizingen.",
        "HEE-PAR.1",
        registreert=CONVENANTBEHEERDER,
        verleent=AUTORISATIEBEHEERDER,
        vereist=GEMEENTE_VEREIST,
    ),
    Functie(
        "gemeente",
        "autorisatiebeheerder",
        "Verleent en weigert autorisaties. Ziet geen gegevens van inwoners.",
        "HEE-PAR.1",
        registreert=CONVENANTBEHEERDER,
        verleent=AUTORISATIEBEHEERDER,
        vereist=GEMEENTE_VEREIST,
        onverenigbaar=("burgerzaken", "toezichthouder"),
    ),
    Functie(
        "gemeente",
        "toezichthouder",
        "Controleert elke raadpleging en elke weigering.",
        "HEE-4",
        registreert=CONVENANTBEHEERDER,
        verleent=AUTORISATIEBEHEERDER,
        vereist=GEMEENTE_VEREIST,
        onverenigbaar=("burgerzaken",),
    ),
    Functie(
        "gemeente",
        "convenantbeheerder",
        "Beheert het convenant: partijen, looptijd, tekortkomingen.",
        "HEE-7.1",
        registreert=CONVENANTBEHEERDER,
        verleent=AUTORISATIEBEHEERDER,
        vereist=GEMEENTE_VEREIST,
    ),
)
PARTIJSOORTEN = (
    Partijsoort("gemeente", "HEE-PAR.1", maximum=1),
    Partijsoort("corporatie", "HEE-PAR.2"),
)
FG_VEREIST = {"corporatie": ("geheimhouding_corporatie",), "gemeente": GEMEENTE_VEREIST}
FUNCTIES = (*_FUNCTIES, *functionarissen(_FUNCTIES, "HEE-3.3", FG_VEREIST))

BEVOEGDHEDEN = (
    Bevoegdheid("contactpersoon", "corporatie", ("raadplegen", INZIEN), "HEE-OW.8"),
    Bevoegdheid("contactpersoon", "corporatie", ("schriftelijk_verzoeken", "verzoek_intrekken"), "HEE-2.2"),
    Bevoegdheid(
        "contactpersoon", "corporatie", ("beoordelen_overeenkomst", "beoordelen_afwijking"), "HEE-OW.5"
    ),
    Bevoegdheid("contactpersoon", "corporatie", ("afwijking_melden", "afwijking_intrekken"), "HEE-2.6"),
    Bevoegdheid("contactpersoon", "corporatie", ("verhuizing_doorgeven", "verhuizing_intrekken"), "HEE-3.8"),
    Bevoegdheid("contactpersoon", "corporatie", ("ondersteuning_vragen", "vraag_sluiten"), "HEE-5.7"),
    Bevoegdheid("contactpersoon", "corporatie", ("beveiligingsprobleem_melden",), "HEE-6.2"),
    Bevoegdheid("contactpersoon", "corporatie", ("doorgifte_vragen",), "HEE-3.2"),
    Bevoegdheid("contactpersoon", "corporatie", ("handreiking_bevestigen",), "HEE-5.2"),
    Bevoegdheid("contactpersoon", "corporatie", ("eigen_logboek_lezen",), "HEE-4", "groep"),
    Bevoegdheid("beheerder", "corporatie", AANMELDEN, "HEE-5.6"),
    Bevoegdheid("beheerder", "corporatie", (RECHTEN_INZIEN,), "HEE-5.5", "partij"),
    Bevoegdheid("beheerder", "corporatie", ("bezit_bijhouden",), "HEE-2.3"),
    Bevoegdheid("beheerder", "corporatie", ("eigen_logboek_lezen",), "HEE-4", "partij"),
    Bevoegdheid("beheerder", "corporatie", ("controle_beantwoorden", INZIEN), "HEE-4"),
    Bevoegdheid("beheerder", "corporatie", ("beveiligingsprobleem_melden",), "HEE-6.2"),
    Bevoegdheid("beheerder", "corporatie", ("beveiliging_verklaren",), "HEE-6.1"),
    Bevoegdheid(
        "beheerder",
        "corporatie",
        ("wijziging_voorstellen", "wijziging_instemmen", "wijziging_weigeren"),
        "HEE-10.1",
    ),
    Bevoegdheid("beheerder", "corporatie", ("opzeggen",), "HEE-9.3"),
    Bevoegdheid("beheerder", "corporatie", ("overmacht_melden",), "HEE-12.1"),
    Bevoegdheid("burgerzaken", "gemeente", ("uittreksel_laden",), "HEE-OW.6"),
    Bevoegdheid("burgerzaken", "gemeente", ("verzoek_toewijzen", "verzoek_weigeren", INZIEN), "HEE-2.2"),
    Bevoegdheid("burgerzaken", "gemeente", ("onderzoek_starten", "uitkomst_vastleggen"), "HEE-2.6"),
    Bevoegdheid("burgerzaken", "gemeente", ("tussenstand_melden", "cijfers_inzien"), "HEE-OW.7"),
    Bevoegdheid("burgerzaken", "gemeente", ("brp_bevragen",), "HEE-11.1"),
    Bevoegdheid(
        "burgerzaken",
        "gemeente",
        ("verhuizing_behandelen", "verhuizing_verwerken", "verhuizing_weigeren"),
        "HEE-5.9",
    ),
    Bevoegdheid("burgerzaken", "gemeente", ("ondersteuning_beantwoorden",), "HEE-5.7"),
    Bevoegdheid("burgerzaken", "gemeente", ("doorgifte_weigeren",), "HEE-3.2"),
    Bevoegdheid(
        "burgerzaken", "gemeente", ("doorgifte_toestaan",), "HEE-3.2", vereist=("toestemming_leverancier",)
    ),
    Bevoegdheid(
        "autorisatiebeheerder",
        "gemeente",
        tuple(handeling for handeling in VERLENEN if handeling != "autorisatie_verlenen"),
        "HEE-5.6",
    ),
    Bevoegdheid("autorisatiebeheerder", "gemeente", (RECHTEN_INZIEN,), "HEE-5.6", "convenant"),
    Bevoegdheid(
        "autorisatiebeheerder",
        "gemeente",
        ("autorisatie_verlenen",),
        "HEE-5.6",
        vereist=("aangemeld_door_corporatie",),
    ),
    Bevoegdheid(
        "toezichthouder",
        "gemeente",
        (
            "logboek_lezen",
            "logboek_uitvoeren",
            "steekproef_trekken",
            "steekproef_beoordelen",
            "signalen_inzien",
        ),
        "HEE-4",
        "convenant",
    ),
    Bevoegdheid("toezichthouder", "gemeente", ("controle_openen", "controle_afronden", INZIEN), "HEE-4"),
    Bevoegdheid("toezichthouder", "gemeente", ("cijfers_inzien",), "HEE-OW.7"),
    Bevoegdheid(
        "convenantbeheerder",
        "gemeente",
        (
            "tekortkoming_openen",
            "overleg_vastleggen",
            "nakoming_vastleggen",
            "toegang_intrekken",
            "toegang_herstellen",
            INZIEN,
        ),
        "HEE-7.1",
    ),
    Bevoegdheid("convenantbeheerder", "gemeente", AANMELDEN, "HEE-PAR.1"),
    Bevoegdheid("convenantbeheerder", "gemeente", (RECHTEN_INZIEN,), "HEE-3.6", "convenant"),
    Bevoegdheid("convenantbeheerder", "gemeente", (INRICHTEN, REGISTER_INZIEN), "HEE-PAR.2"),
    Bevoegdheid("convenantbeheerder", "gemeente", ("beveiligingsprobleem_afhandelen",), "HEE-6.2"),
    Bevoegdheid("convenantbeheerder", "gemeente", ("cijfers_inzien",), "HEE-OW.7"),
    Bevoegdheid("convenantbeheerder", "gemeente", ("opzeggen",), "HEE-9.3"),
    Bevoegdheid("convenantbeheerder", "gemeente", ("vervallen_verklaren",), "HEE-9.2"),
    Bevoegdheid("convenantbeheerder", "gemeente", ("onderhoud_aankondigen",), "HEE-5.8"),
    Bevoegdheid("convenantbeheerder", "gemeente", ("overmacht_melden",), "HEE-12.1"),
    Bevoegdheid("convenantbeheerder", "gemeente", ("handreiking_plaatsen",), "HEE-5.2"),
    Bevoegdheid(
        "convenantbeheerder",
        "gemeente",
        ("handreiking_wijzigen",),
        "HEE-5.3",
        vereist=("raadpleging_partijen_vastgelegd",),
    ),
    Bevoegdheid(
        "convenantbeheerder",
        "gemeente",
        ("wijziging_voorstellen", "wijziging_instemmen", "wijziging_weigeren", "wijziging_aannemen"),
        "HEE-10.1",
    ),
    *bevoegdheden_fg(FG_VEREIST, "HEE-3.3"),
)
