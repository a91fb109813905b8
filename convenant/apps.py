import sys

from django.apps import AppConfig


class ConvenantConfig(AppConfig):
    name = "convenant"
    verbose_name = "Convenant"

    def ready(self) -> None:
        # So that every process, not only the worker, sends its tasks to our broker.
        from convenant import celery, storingen  # noqa: F401

        if not sys.stderr.isatty():
            sys.excepthook = storingen.onverwacht
