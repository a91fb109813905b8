from django.apps import AppConfig


class AdressenConfig(AppConfig):
    """Looking up addresses while somebody types. Keeps nothing: no table, no cache, no line in any log."""

    name = "convenant.adressen"
    verbose_name = "Adressen"
    werkruimte = "convenant.adressen.urls"

    def ready(self) -> None:
        # An address of the register that others could read along stops the start.
        from .register import controleer

        controleer()
