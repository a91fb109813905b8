from django.apps import AppConfig

from convenant.beleid.register import register
from meldpunt.beleid import ZOEKLICHT


class MeldpuntConfig(AppConfig):
    name = "meldpunt"
    verbose_name = "Meldpunt"

    def ready(self) -> None:
        # A policy that contradicts itself stops the start here.
        register.voeg_toe(ZOEKLICHT)

        # Facts ask models, which exist only now.
        from convenant.poort.feiten import registreer

        from . import feiten

        registreer(ZOEKLICHT.code, feiten.ZOEKLICHT, alleen_toegang=True)
