from typing import Any

from django.apps import AppConfig

from convenant.beleid.register import register
from convenant.beleid.taal import INZIEN
from huisuitzetting.beleid import HAARLEM
from huisuitzetting.demo_tips import TIPS


class HuisuitzettingConfig(AppConfig):
    name = "huisuitzetting"
    verbose_name = "Huisuitzetting"
    werkruimte = "huisuitzetting.urls"
    menu = {
        "haarlem": (
            (
                ("achterstand_vastleggen",),
                "hand-coins",
                "Huurachterstanden",
                "huren",
                "Bij welke huurders moet u nu iets doen, en wanneer?",
            ),
            (
                (INZIEN,),
                "contact",
                "Contactlijst",
                "contactlijst",
                "Wie kunt u bellen of mailen bij elke partij?",
            ),
            (
                (
                    "telling_wijkteam_delen",
                    "telling_sdv_delen",
                    "telling_corporatie_delen",
                    "evaluatie_openen",
                ),
                "chart-column",
                "Cijfers",
                "kengetallen",
                "Hoeveel meldingen en uitzettingen waren er per halfjaar? Zonder namen.",
            ),
            (
                ("evaluatie_openen", "telling_wijkteam_delen", "telling_corporatie_delen"),
                "clipboard-list",
                "Evaluatie",
                "evaluaties",
                "Wanneer evalueren wij, en wat is er besloten?",
            ),
            (
                (INZIEN,),
                "file-text",
                "Aanvullende afspraken",
                "afspraken",
                "Wat is er met een corporatie apart afgesproken?",
            ),
            (
                ("norm_vastleggen", "dpia_melden"),
                "file-check",
                "Vastleggingen",
                "vastleggingen",
                "Wat legden de partijen vast, en wat meldden zij elkaar?",
            ),
            (
                ("poging_melden",),
                "calendar-clock",
                "Uitzettingen",
                "uitzettingen",
                "Welke ontruimingen komen eraan, en over hoeveel dagen?",
            ),
            (
                ("te_late_zaken_lezen",),
                "alarm-clock",
                "Te laat bij het wijkteam",
                "te_laat",
                "Welke termijnen zijn niet gehaald, en bij welk team?",
            ),
            (
                ("verzoek_vastleggen",),
                "shield-check",
                "Privacy",
                "privacy",
                "Wie vroeg naar zijn gegevens, wat lekte er, en wat moet er nu?",
            ),
            (
                ("contactpoging_vastleggen",),
                "phone",
                "Contact zoeken",
                "contacten",
                "Met welke huurders zoekt u vandaag contact?",
            ),
            (
                ("op_wachtlijst_plaatsen",),
                "list-ordered",
                "Wachtlijst",
                "wachtlijst",
                "Wie wacht er, en wie gaat voor?",
            ),
        ),
    }
    zaakhandelingen = {"haarlem": "huisuitzetting.zaakformulieren.HANDELINGEN"}
    papieren = {"haarlem": "huisuitzetting.papieren.papieren"}
    demo_tips = TIPS
    toets_instelling = {
        "haarlem": {"contactlijst": "huisuitzetting.werkafspraken.contactlijst.fout_in_begin"},
    }
    bewaren = {
        "huisuitzetting_evaluatie": "stays with the convenant: agenda, minutes and decision, no tenant",
        "huisuitzetting_aanvullendeafspraak": "stays with the convenant: an agreement of parties, no tenant",
        "huisuitzetting_vastlegging": "stays with the convenant: what a party recorded of itself, no tenant",
        "huisuitzetting_overleg": "stays with the convenant: when and what about, no tenant",
        "huisuitzetting_huurovereenkomst": "bewaartermijn_zaak after its case; without a case when its arrears are gone",
        "huisuitzetting_contactpoging": "with its case",
        "huisuitzetting_herinneringsbrief": "with its case",
        "huisuitzetting_toestemming": "with its case",
        "huisuitzetting_procedure": "with its case",
        "huisuitzetting_afwijking": "with its case",
        "huisuitzetting_opschorting": "with its case",
        "huisuitzetting_beoordeling": "with its case",
        "huisuitzetting_wachtlijstplek": "gone when the case leaves the waiting list",
        "huisuitzetting_regie": "with its case",
        "huisuitzetting_interventie": "with its case",
        "huisuitzetting_bewijsstuk": "with its consent; at once when that is withdrawn",
        "huisuitzetting_inlezing": "destroyed when it is decided on or thrown away, else after a day",
        "huisuitzetting_inleesrij": "with its file",
        "huisuitzetting_inleesfout": "with its file: a row number and a sentence, no person",
    }

    def ready(self) -> None:
        # A policy that contradicts itself stops the start here.
        register.voeg_toe(HAARLEM)

        # Facts ask models, which exist only now.
        from convenant.poort.feiten import registreer
        from convenant.poort.klokwerk import registreer_gevolg

        from . import feiten
        from .schuldhulp import klok

        registreer(HAARLEM.code, feiten.HAARLEM)
        registreer_gevolg(klok.ALSNOG_VOLDOEN, klok.laat_verstrijken)

    def laad_demo(self, wachtwoord: str) -> None:
        """The demo of this app, through its own handelingen."""
        from . import demo_convenant

        demo_convenant.laad(wachtwoord)

    def demo_personen(self) -> list[dict[str, Any]]:
        """Whom the BRP of the demo knows, in its own shape."""
        from . import demo_brp

        return demo_brp.personen()

    def zoeksleutel(self, beleid_code: str, tekst: str) -> str:
        """What a case about this postcode and number is found by, or "" when it is neither."""
        from .achterstand.huurbestand import ADRES
        from .adres import zoeksleutel

        gevonden = ADRES.fullmatch(tekst.strip().upper()) if beleid_code == HAARLEM.code else None
        return zoeksleutel(gevonden[1] + gevonden[2], int(gevonden[3])) if gevonden and gevonden[3] else ""
