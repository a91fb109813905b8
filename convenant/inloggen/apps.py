from django.apps import AppConfig


class InloggenConfig(AppConfig):
    name = "convenant.inloggen"
    verbose_name = "Inloggen"

    def ready(self) -> None:
        # A provider that cannot prove who somebody is stops the start.
        from .oidc import controleer

        controleer()
