from django.apps import AppConfig


class ConsoleConfig(AppConfig):
    name = "convenant.console"
    verbose_name = "Autorisatieconsole"
    werkruimte = "convenant.web.console_urls"
