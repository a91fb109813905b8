from django.apps import AppConfig


class BrpinzageConfig(AppConfig):
    name = "brpinzage"
    verbose_name = "BRP-inzage"
