from django.apps import AppConfig


class PoortConfig(AppConfig):
    name = "convenant.poort"
    verbose_name = "Poort"
    bewaren = {
        "poort_logregel": "bewaartermijn_logboek of the convenant",
        "poort_logbetrokkene": "on a term of its own, its hash stays in the line",
        "poort_logverborgen": "with its line",
        "poort_logkop": "stays with the convenant; holds no person",
    }

    def ready(self) -> None:
        from . import checks  # noqa: F401
