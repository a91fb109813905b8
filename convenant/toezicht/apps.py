from django.apps import AppConfig


class ToezichtConfig(AppConfig):
    name = "convenant.toezicht"
    verbose_name = "Toezicht"
    werkruimte = "convenant.web.toezicht_urls"
    bewaren = {
        "toezicht_steekproef": "bewaren_tot: as long as the lines of the log it is drawn from",
        "toezicht_steekproefregel": "with its sample",
        "toezicht_uitvoer": "bewaren_tot: as long as the lines of the log that were taken out",
    }
