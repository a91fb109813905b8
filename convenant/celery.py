"""The Celery application; tasks carry ids only, and their results are not kept."""

import logging
import logging.config
import os
import time
from typing import Any

from celery import Celery, Task
from celery.signals import setup_logging
from celery.utils.log import get_multiprocessing_logger
from django.conf import settings
from structlog.contextvars import bound_contextvars

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "convenant.settings.productie")
log = logging.getLogger("convenant.taak")


class Taak(Task):
    """Writes of itself that it ran, or failed, and no argument: Celery's own line would hold those and the message."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        with bound_contextvars(task=self.name):
            begonnen = time.monotonic()
            resultaat = super().__call__(*args, **kwargs)
            log.info("taak", extra={"ms": round((time.monotonic() - begonnen) * 1000)})
        return resultaat

    def on_failure(self, exc: Exception, task_id: str, args: Any, kwargs: Any, einfo: Any) -> None:
        log.error("taak mislukt", exc_info=exc, extra={"task": self.name})


app = Celery("convenant", task_cls=Taak)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def schrijf_als_de_rest(**_: Any) -> None:
    """Celery's own way to leave the log to us; without it, it adds handlers that write messages with their values."""
    get_multiprocessing_logger()  # made when it is first asked for, and then keeps apart what it says of its processes
    logging.config.dictConfig(settings.LOGGING)
