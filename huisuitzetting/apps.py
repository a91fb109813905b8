from django.apps import AppConfig

from convenant.beleid.register import register
from huisuitzetting.beleid import HAARLEM


class HuisuitzettingConfig(AppConfig):
    name = "huisuitzetting"
    verbose_name = "Huisuitzetting"

    def ready(self) -> None:
        # A policy that contradicts itself stops the start here.
        register.voeg_toe(HAARLEM)

        # Facts ask models, which exist only now.
        from convenant.poort.feiten import registreer

        from . import feiten

        registreer(HAARLEM.code, feiten.HAARLEM, alleen_toegang=True)
