from django.apps import AppConfig


class VerstrekkingenConfig(AppConfig):
    name = "convenant.verstrekkingen"
    verbose_name = "Verstrekkingen"
