from django.apps import AppConfig


class BijlagenConfig(AppConfig):
    name = "convenant.bijlagen"
    verbose_name = "Bijlagen"
    bewaren = {
        "bijlagen_bijlage": "a concept after a day; else with the last key to it",
        "bijlagen_bijlagesleutel": "with the copy of its holder: withdrawn, expired or destroyed",
    }

    def ready(self) -> None:
        from . import beeld, pdf

        beeld.leer_heic()
        pdf.stel_grenzen()
