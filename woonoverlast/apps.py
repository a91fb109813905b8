from django.apps import AppConfig

from convenant.beleid.register import register
from woonoverlast.beleid import KRIMPEN


class WoonoverlastConfig(AppConfig):
    name = "woonoverlast"
    verbose_name = "Woonoverlast"

    def ready(self) -> None:
        # A policy that contradicts itself stops the start here.
        register.voeg_toe(KRIMPEN)

        # Facts ask models, which exist only now.
        from convenant.poort.feiten import registreer

        from . import feiten

        registreer(KRIMPEN.code, feiten.KRIMPEN, alleen_toegang=True)
