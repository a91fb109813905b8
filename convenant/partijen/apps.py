from django.apps import AppConfig


class PartijenConfig(AppConfig):
    name = "convenant.partijen"
    verbose_name = "Partijen"
    bewaren = {
        "partijen_inrichtingsgebeurtenis": "stays as long as the convenant does: parties and settings, staff by id",
        "partijen_autorisatiegebeurtenis": "stays as long as its autorisatie does: staff by id",
        "partijen_factorherstel": "stays as long as the medewerker does: staff by id",
    }

    def ready(self) -> None:
        from auditlog.registry import auditlog

        from . import models

        for model in (
            models.Partij,
            models.Convenant,
            models.Deelname,
            models.InstellingWaarde,
            models.Medewerker,
            models.Verklaring,
            models.Autorisatie,
        ):
            auditlog.register(model)
        # Who somebody is stays out of the entries: that it changed is enough.
        auditlog.register(models.Account, include_fields=["is_active"])
