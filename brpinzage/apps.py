from django.apps import AppConfig

from brpinzage.beleid.heemstede import HEEMSTEDE
from brpinzage.beleid.maassluis import MAASSLUIS
from convenant.beleid.register import register


class BrpinzageConfig(AppConfig):
    name = "brpinzage"
    verbose_name = "BRP-inzage"

    def ready(self) -> None:
        # A policy that contradicts itself stops the start here.
        register.voeg_toe(HEEMSTEDE)
        register.voeg_toe(MAASSLUIS)

        # Facts ask models, which exist only now.
        from convenant.poort.feiten import registreer

        from . import feiten

        registreer(HEEMSTEDE.code, feiten.HEEMSTEDE)
