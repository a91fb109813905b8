"""Who may do what, as what, and in which step (the parties, artikel 2 to 10).

Written from docs/eisen/heemstede.yaml, not from the policy.
"""

from convenant.beleid.taal import BEGIN, INZIEN, ZONDER_ZAAK

from ..tabel import (
    AANMELDEN,
    INRICHTEN,
    RECHTEN,
    REGISTER,
    SCHORSEN,
    VAN_FG,
    VERLENEN,
    Als,
    Mag,
    Stap,
    elk,
    reikt,
)
from .kanten import (
    ALS_CONTACTPERSOON,
    ALS_CORPORATIE,
    ALS_GEMEENTE,
    AUTORISATIE,
    BEHEER,
    BURGERZAKEN,
    CONTACT,
    CONVENANT,
    FG_CORPORATIE,
    FG_GEMEENTE,
    FGS,
    TOEZICHT,
)

LEZEN_MEE = (CONTACT, BEHEER, BURGERZAKEN, TOEZICHT, CONVENANT)
ZIEN_RECHTEN = (BEHEER, AUTORISATIE, CONVENANT, *FGS)
RECHTEN_BEREIK = (*reikt("convenant", AUTORISATIE, CONVENANT), *reikt("partij", BEHEER, *FGS))

BEVOEGDHEDEN = [
    Mag("HEE-OW.8", "raadplegen", (CONTACT,), ALS_CONTACTPERSOON),
    Mag("HEE-OW.8", INZIEN, LEZEN_MEE),
    Mag("HEE-2.2", INZIEN, LEZEN_MEE),
    Mag("HEE-4", INZIEN, LEZEN_MEE),
    Mag("HEE-7.1", INZIEN, LEZEN_MEE),
    Mag("HEE-2.2", "schriftelijk_verzoeken", (CONTACT,)),
    Mag("HEE-2.2", "verzoek_intrekken", (CONTACT,)),
    Mag("HEE-2.2", "verzoek_toewijzen", (BURGERZAKEN,), ALS_GEMEENTE),
    Mag("HEE-2.2", "verzoek_weigeren", (BURGERZAKEN,), ("reden_vermeld",)),
    Mag("HEE-OW.5", "beoordelen_overeenkomst", (CONTACT,)),
    Mag("HEE-OW.5", "beoordelen_afwijking", (CONTACT,)),
    Mag("HEE-2.6", "afwijking_melden", (CONTACT,)),
    Mag("HEE-2.6", "afwijking_intrekken", (CONTACT,)),
    Mag("HEE-2.6", "onderzoek_starten", (BURGERZAKEN,)),
    Mag("HEE-2.6", "uitkomst_vastleggen", (BURGERZAKEN,)),
    Mag("HEE-OW.7", "tussenstand_melden", (BURGERZAKEN,)),
    Mag("HEE-OW.7", "cijfers_inzien", (BURGERZAKEN, TOEZICHT, CONVENANT), ALS_GEMEENTE),
    Mag("HEE-11.1", "brp_bevragen", (BURGERZAKEN,), ALS_GEMEENTE),
    Mag("HEE-3.8", "verhuizing_doorgeven", (CONTACT,)),
    Mag("HEE-3.8", "verhuizing_intrekken", (CONTACT,)),
    Mag("HEE-5.9", "verhuizing_behandelen", (BURGERZAKEN,)),
    Mag("HEE-5.9", "verhuizing_verwerken", (BURGERZAKEN,)),
    Mag("HEE-5.9", "verhuizing_weigeren", (BURGERZAKEN,)),
    Mag("HEE-5.7", "ondersteuning_vragen", (CONTACT,)),
    Mag("HEE-5.7", "vraag_sluiten", (CONTACT,)),
    Mag("HEE-5.7", "ondersteuning_beantwoorden", (BURGERZAKEN,)),
    Mag("HEE-6.1", "beveiliging_verklaren", (BEHEER,)),
    Mag("HEE-6.2", "beveiligingsprobleem_melden", (CONTACT, BEHEER)),
    Mag("HEE-6.2", "beveiligingsprobleem_afhandelen", (CONVENANT,)),
    *(
        Mag(eis, "eigen_logboek_lezen", (CONTACT, BEHEER, *FGS), bereik=reikt("partij", BEHEER, *FGS))
        for eis in ("HEE-4", "HEE-3.3")
    ),
    Mag("HEE-4", "logboek_lezen", (TOEZICHT,), ALS_GEMEENTE, bereik=((TOEZICHT, "convenant"),)),
    Mag("HEE-4", "logboek_uitvoeren", (TOEZICHT,), bereik=((TOEZICHT, "convenant"),)),
    Mag("HEE-4", "steekproef_trekken", (TOEZICHT,), bereik=((TOEZICHT, "convenant"),)),
    Mag("HEE-4", "steekproef_beoordelen", (TOEZICHT,), bereik=((TOEZICHT, "convenant"),)),
    *(
        Mag(
            eis,
            "signalen_inzien",
            (TOEZICHT, *FGS),
            bereik=((TOEZICHT, "convenant"), *reikt("partij", *FGS)),
        )
        for eis in ("HEE-4", "HEE-3.3")
    ),
    Mag("HEE-3.3", "steekproef_inzien", FGS, bereik=reikt("partij", *FGS)),
    *(
        Mag(eis, REGISTER, (CONVENANT, *FGS), bereik=reikt("partij", *FGS))
        for eis in ("HEE-PAR.2", "HEE-3.3")
    ),
    Mag("HEE-4", "controle_openen", (TOEZICHT,)),
    Mag("HEE-4", "controle_beantwoorden", (BEHEER,)),
    Mag("HEE-4", "controle_afronden", (TOEZICHT,)),
    *elk("HEE-5.6", (BEHEER, CONVENANT), *AANMELDEN),
    *elk("HEE-PAR.1", (BEHEER, CONVENANT), *AANMELDEN),
    Mag("HEE-5.6", SCHORSEN, (BEHEER, AUTORISATIE, CONVENANT)),
    Mag("HEE-PAR.1", SCHORSEN, (BEHEER, AUTORISATIE, CONVENANT)),
    Mag("HEE-5.6", "autorisatie_verlenen", (AUTORISATIE,), ("aangemeld_door_corporatie",)),
    *elk(
        "HEE-5.6",
        (AUTORISATIE,),
        "autorisatie_weigeren",
        "autorisatie_intrekken",
        "autorisatie_hervatten",
        "factor_herstel_toestaan",
    ),
    *(
        Mag(eis, RECHTEN, ZIEN_RECHTEN, bereik=RECHTEN_BEREIK)
        for eis in ("HEE-5.5", "HEE-5.6", "HEE-3.6", "HEE-3.3")
    ),
    Mag("HEE-PAR.2", INRICHTEN, (CONVENANT,)),
    Mag("HEE-2.3", "bezit_bijhouden", (BEHEER,)),
    Mag("HEE-OW.6", "uittreksel_laden", (BURGERZAKEN,), ALS_GEMEENTE),
    Mag("HEE-3.2", "doorgifte_vragen", (CONTACT,)),
    Mag("HEE-3.2", "doorgifte_toestaan", (BURGERZAKEN,), ("toestemming_leverancier",)),
    Mag("HEE-3.2", "doorgifte_weigeren", (BURGERZAKEN,)),
    Mag("HEE-7.1", "tekortkoming_openen", (CONVENANT,)),
    Mag("HEE-7.1", "overleg_vastleggen", (CONVENANT,)),
    Mag("HEE-7.1", "nakoming_vastleggen", (CONVENANT,)),
    Mag("HEE-7.1", "toegang_intrekken", (CONVENANT,), ("overleg_zonder_nakoming",)),
    Mag("HEE-7.1", "toegang_herstellen", (CONVENANT,)),
    Mag("HEE-9.2", "vervallen_verklaren", (CONVENANT,)),
    Mag("HEE-9.3", "opzeggen", (BEHEER, CONVENANT)),
    Mag("HEE-12.1", "overmacht_melden", (BEHEER, CONVENANT)),
    Mag("HEE-5.8", "onderhoud_aankondigen", (CONVENANT,)),
    Mag("HEE-5.2", "handreiking_plaatsen", (CONVENANT,)),
    Mag("HEE-5.2", "handreiking_bevestigen", (CONTACT,)),
    Mag("HEE-5.3", "handreiking_wijzigen", (CONVENANT,), ("raadpleging_partijen_vastgelegd",)),
    Mag("HEE-10.1", "wijziging_voorstellen", (BEHEER, CONVENANT)),
    Mag("HEE-10.1", "wijziging_instemmen", (BEHEER, CONVENANT)),
    Mag("HEE-10.1", "wijziging_weigeren", (BEHEER, CONVENANT)),
    Mag("HEE-10.1", "wijziging_aannemen", (CONVENANT,), ("alle_partijen_stemmen_in",)),
]

FUNCTIES = [
    Als("HEE-5.4", CONTACT, BEHEER, AUTORISATIE, ALS_CONTACTPERSOON, maximum=2),
    Als("HEE-5.6", BEHEER, BEHEER, AUTORISATIE, ALS_CORPORATIE),
    Als("HEE-PAR.1", BURGERZAKEN, CONVENANT, AUTORISATIE, ALS_GEMEENTE),
    Als(
        "HEE-PAR.1",
        AUTORISATIE,
        CONVENANT,
        AUTORISATIE,
        ALS_GEMEENTE,
        onverenigbaar=("burgerzaken", "toezichthouder"),
    ),
    Als("HEE-4", TOEZICHT, CONVENANT, AUTORISATIE, ALS_GEMEENTE, onverenigbaar=("burgerzaken",)),
    Als("HEE-7.1", CONVENANT, CONVENANT, AUTORISATIE, ALS_GEMEENTE),
    Als(
        "HEE-3.3",
        FG_CORPORATIE,
        BEHEER,
        AUTORISATIE,
        ("geheimhouding_corporatie",),
        onverenigbaar=("contactpersoon", "beheerder"),
    ),
    Als(
        "HEE-3.3",
        FG_GEMEENTE,
        CONVENANT,
        AUTORISATIE,
        ALS_GEMEENTE,
        onverenigbaar=("burgerzaken", "autorisatiebeheerder", "toezichthouder", "convenantbeheerder"),
    ),
]

STAPPEN = [
    Stap("HEE-2.2", BEGIN, "schriftelijk_verzoeken", "verzoek_ingediend", (CONTACT,)),
    Stap("HEE-2.2", "verzoek_ingediend", "verzoek_toewijzen", "verzoek_toegewezen", (BURGERZAKEN,)),
    Stap(
        "HEE-2.2",
        "verzoek_ingediend",
        "verzoek_weigeren",
        "verzoek_geweigerd",
        (BURGERZAKEN,),
        ("reden_vermeld",),
    ),
    Stap("HEE-2.2", "verzoek_ingediend", "verzoek_intrekken", "verzoek_ingetrokken", (CONTACT,), vrij=True),
    Stap("HEE-OW.5", ZONDER_ZAAK, "beoordelen_overeenkomst", "komt_overeen", (CONTACT,)),
    Stap("HEE-OW.5", ZONDER_ZAAK, "beoordelen_afwijking", "wijkt_af", (CONTACT,)),
    Stap("HEE-2.6", "wijkt_af", "afwijking_melden", "afwijking_gemeld", (CONTACT,)),
    Stap("HEE-2.6", "afwijking_gemeld", "afwijking_melden", "afwijking_gemeld", (CONTACT,), vrij=True),
    Stap(
        "HEE-2.6",
        "afwijking_in_onderzoek",
        "afwijking_melden",
        "afwijking_in_onderzoek",
        (CONTACT,),
        vrij=True,
    ),
    Stap("HEE-2.6", "wijkt_af", "afwijking_intrekken", "afwijking_ingetrokken", (CONTACT,), vrij=True),
    Stap(
        "HEE-2.6", "afwijking_gemeld", "afwijking_intrekken", "afwijking_ingetrokken", (CONTACT,), vrij=True
    ),
    Stap(
        "HEE-2.6",
        "afwijking_in_onderzoek",
        "afwijking_intrekken",
        "afwijking_ingetrokken",
        (CONTACT,),
        vrij=True,
    ),
    Stap("HEE-2.6", "afwijking_gemeld", "onderzoek_starten", "afwijking_in_onderzoek", (BURGERZAKEN,)),
    Stap(
        "HEE-OW.7",
        "afwijking_in_onderzoek",
        "tussenstand_melden",
        "afwijking_in_onderzoek",
        (BURGERZAKEN,),
        vrij=True,
    ),
    Stap("HEE-2.6", "afwijking_in_onderzoek", "uitkomst_vastleggen", "afwijking_afgehandeld", (BURGERZAKEN,)),
    Stap("HEE-5.9", BEGIN, "verhuizing_doorgeven", "verhuizing_ontvangen", (CONTACT,)),
    Stap(
        "HEE-5.9",
        "verhuizing_ontvangen",
        "verhuizing_doorgeven",
        "verhuizing_ontvangen",
        (CONTACT,),
        vrij=True,
    ),
    Stap(
        "HEE-3.8",
        "verhuizing_ontvangen",
        "verhuizing_intrekken",
        "verhuizing_ingetrokken",
        (CONTACT,),
        vrij=True,
    ),
    Stap(
        "HEE-5.9",
        "verhuizing_ontvangen",
        "verhuizing_behandelen",
        "verhuizing_in_behandeling",
        (BURGERZAKEN,),
    ),
    Stap(
        "HEE-5.9", "verhuizing_in_behandeling", "verhuizing_verwerken", "verhuizing_verwerkt", (BURGERZAKEN,)
    ),
    Stap(
        "HEE-5.9",
        "verhuizing_in_behandeling",
        "verhuizing_weigeren",
        "verhuizing_geweigerd",
        (BURGERZAKEN,),
        ("reden_vermeld",),
    ),
    Stap("HEE-10.1", BEGIN, "wijziging_voorstellen", "wijziging_voorgesteld", (BEHEER, CONVENANT)),
    Stap(
        "HEE-10.1",
        "wijziging_voorgesteld",
        "wijziging_aannemen",
        "wijziging_aangenomen",
        (CONVENANT,),
        ("alle_partijen_stemmen_in",),
    ),
    Stap(
        "HEE-10.1", "wijziging_voorgesteld", "wijziging_weigeren", "wijziging_verworpen", (BEHEER, CONVENANT)
    ),
    Stap("HEE-5.7", BEGIN, "ondersteuning_vragen", "vraag_gesteld", (CONTACT,)),
    Stap("HEE-5.7", "vraag_beantwoord", "ondersteuning_vragen", "vraag_gesteld", (CONTACT,)),
    Stap("HEE-5.7", "vraag_gesteld", "ondersteuning_beantwoorden", "vraag_beantwoord", (BURGERZAKEN,)),
    Stap("HEE-5.7", "vraag_beantwoord", "vraag_sluiten", "vraag_gesloten", (CONTACT,)),
    Stap("HEE-6.2", BEGIN, "beveiligingsprobleem_melden", "beveiliging_gemeld", (CONTACT, BEHEER)),
    Stap(
        "HEE-6.2",
        "beveiliging_gemeld",
        "beveiligingsprobleem_afhandelen",
        "beveiliging_afgehandeld",
        (CONVENANT,),
    ),
    Stap("HEE-12.1", BEGIN, "overmacht_melden", "overmacht_gemeld", (BEHEER, CONVENANT)),
    Stap("HEE-3.2", BEGIN, "doorgifte_vragen", "doorgifte_gevraagd", (CONTACT,)),
    Stap("HEE-3.2", "doorgifte_gevraagd", "doorgifte_toestaan", "doorgifte_toegestaan", (BURGERZAKEN,)),
    Stap("HEE-3.2", "doorgifte_gevraagd", "doorgifte_weigeren", "doorgifte_geweigerd", (BURGERZAKEN,)),
    Stap("HEE-4", BEGIN, "controle_openen", "controle_gevraagd", (TOEZICHT,)),
    Stap("HEE-4", "controle_beantwoord", "controle_openen", "controle_gevraagd", (TOEZICHT,)),
    Stap("HEE-4", "controle_gevraagd", "controle_beantwoorden", "controle_beantwoord", (BEHEER,)),
    Stap("HEE-4", "controle_gevraagd", "controle_afronden", "controle_afgerond", (TOEZICHT,), vrij=True),
    Stap("HEE-4", "controle_beantwoord", "controle_afronden", "controle_afgerond", (TOEZICHT,)),
    Stap("HEE-7.1", BEGIN, "tekortkoming_openen", "tekortkoming_open", (CONVENANT,)),
    Stap("HEE-7.2", "tekortkoming_open", "overleg_vastleggen", "tekortkoming_overlegd", (CONVENANT,)),
    Stap("HEE-7.2", "tekortkoming_overlegd", "overleg_vastleggen", "tekortkoming_overlegd", (CONVENANT,)),
    Stap("HEE-7.2", "tekortkoming_overlegd", "nakoming_vastleggen", "tekortkoming_nagekomen", (CONVENANT,)),
    Stap(
        "HEE-7.1",
        "tekortkoming_overlegd",
        "toegang_intrekken",
        "toegang_ingetrokken",
        (CONVENANT,),
        ("overleg_zonder_nakoming",),
    ),
    Stap(
        "HEE-7.1",
        "toegang_ingetrokken",
        "toegang_herstellen",
        "tekortkoming_nagekomen",
        (CONVENANT,),
        vrij=True,
    ),
]

# Supervision goes on after the end, counts included, and so does who may do what; nothing else does (HEE-4, 9.2, 9.5).
NA_AFLOOP = {
    TOEZICHT: {
        "logboek_lezen",
        "logboek_uitvoeren",
        "steekproef_trekken",
        "steekproef_beoordelen",
        "signalen_inzien",
        "cijfers_inzien",
    },
    BURGERZAKEN: {"cijfers_inzien"},
    CONVENANT: {"cijfers_inzien", *AANMELDEN, SCHORSEN, RECHTEN, INRICHTEN, REGISTER},
    AUTORISATIE: {*VERLENEN, SCHORSEN, RECHTEN},
    CONTACT: {"eigen_logboek_lezen"},
    BEHEER: {"eigen_logboek_lezen", *AANMELDEN, SCHORSEN, RECHTEN},
    FG_CORPORATIE: {*VAN_FG},
    FG_GEMEENTE: {*VAN_FG},
}
