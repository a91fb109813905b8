from django.apps import AppConfig


class ZakenConfig(AppConfig):
    name = "convenant.zaken"
    verbose_name = "Zaken"
