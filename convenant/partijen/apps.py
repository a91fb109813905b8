from django.apps import AppConfig


class PartijenConfig(AppConfig):
    name = "convenant.partijen"
    verbose_name = "Partijen"
