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
