from django.apps import AppConfig

from convenant.beleid.register import register
from woonoverlast.beleid import KRIMPEN


class WoonoverlastConfig(AppConfig):
    name = "woonoverlast"
    verbose_name = "Woonoverlast"

    def ready(self) -> None:
        # A policy that contradicts itself stops the start here.
        register.voeg_toe(KRIMPEN)
