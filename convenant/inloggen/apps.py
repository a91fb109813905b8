from django.apps import AppConfig


class InloggenConfig(AppConfig):
    name = "convenant.inloggen"
    verbose_name = "Inloggen"
