from django.apps import AppConfig


class WoonoverlastConfig(AppConfig):
    name = "woonoverlast"
    verbose_name = "Woonoverlast"
