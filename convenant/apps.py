from django.apps import AppConfig


class ConvenantConfig(AppConfig):
    name = "convenant"
    verbose_name = "Convenant"

    def ready(self) -> None:
        # So that every process, not only the worker, sends its tasks to our broker.
        from convenant import celery  # noqa: F401
