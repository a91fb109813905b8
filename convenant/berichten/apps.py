from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    name = "convenant.berichten"
    verbose_name = "Berichten"
    bewaren = {
        "berichten_bericht": "deleted after ninety days",
        "berichten_post": "deleted after two weeks: until then a mail that comes back is known by its number",
        "berichten_postkeuze": "kept with the account: a choice of staff by id",
        "berichten_postfout": "deleted when a mail arrives again, and half a year after the last failure",
    }
