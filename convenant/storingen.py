"""How a fault reaches the console: where it is, and nothing of the values it met."""

import logging
import smtplib
import traceback
from collections.abc import Iterator
from types import TracebackType

import psycopg
from django.core.exceptions import ValidationError
from django.db import Error

# Their messages repeat what was typed or stored: "Key (naam)=(…) already exists", "‘…’ is geen geldige UUID", and a mail
# server that refuses names the address.
VERTELT_WAARDEN = (Error, psycopg.Error, ValidationError, smtplib.SMTPException)
WEGGELATEN = "(weggelaten)"


class Regel(logging.Formatter):
    """Leaves out every message of a chain of faults in which one could hold a value; type, place and SQLSTATE stay."""

    def format(self, record: logging.LogRecord) -> str:
        fout = record.exc_info[1] if record.exc_info else None
        if fout is None or not _vertelt_waarden(fout):
            return super().format(record)
        kaal = logging.makeLogRecord(record.__dict__)
        kaal.msg, kaal.args, kaal.exc_text = _zonder(record.getMessage(), fout), (), None
        return super().format(kaal)

    def formatException(  # noqa: N802  (the name is logging's)
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        if ei[1] is None or not _vertelt_waarden(ei[1]):
            return super().formatException(ei)
        return "\n".join(
            f"{_soort(fout)}\n{''.join(traceback.format_tb(fout.__traceback__)).rstrip()}"
            for fout in _keten(ei[1])
        )


def _keten(fout: BaseException | None) -> Iterator[BaseException]:
    """The fault, what it was raised from, and so on."""
    gezien: set[int] = set()
    while fout is not None and id(fout) not in gezien:
        gezien.add(id(fout))
        yield fout
        fout = fout.__cause__ or fout.__context__


def _vertelt_waarden(fout: BaseException) -> bool:
    return any(isinstance(schakel, VERTELT_WAARDEN) for schakel in _keten(fout))


def _soort(fout: BaseException) -> str:
    naam = f"{type(fout).__module__}.{type(fout).__qualname__}"
    return f"{naam} {fout.sqlstate or ''}".rstrip() if isinstance(fout, psycopg.Error) else naam


def _zonder(tekst: str, fout: BaseException) -> str:
    """Who logs a fault may put its message in the line itself, as Celery does."""
    for schakel in _keten(fout):
        for boodschap in (repr(schakel), str(schakel)):
            if boodschap:
                tekst = tekst.replace(boodschap, WEGGELATEN)
    return tekst
