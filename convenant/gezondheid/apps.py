from django.apps import AppConfig


class GezondheidConfig(AppConfig):
    name = "convenant.gezondheid"
    verbose_name = "Gezondheid"
