from django.apps import AppConfig


class PoortConfig(AppConfig):
    name = "convenant.poort"
    verbose_name = "Poort"
