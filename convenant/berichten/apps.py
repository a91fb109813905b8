from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    name = "convenant.berichten"
    verbose_name = "Berichten"
    bewaren = {"berichten_bericht": "deleted when it is sent, else after a week"}
