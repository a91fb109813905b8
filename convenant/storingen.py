"""What the processes write about themselves: one line per event, with keys from a list and nothing of the values they met.

Our own sentences stand there whole: they hold numbers and codes. Of what a library says only its pattern stands there
("Not Found: %s"), never what it fills in. Of a fault: its type, its SQLSTATE and where it was; most messages repeat what
was typed or stored.
"""

import logging
import sys
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import psycopg
import structlog
from django.core.exceptions import ImproperlyConfigured
from structlog.stdlib import ProcessorFormatter
from structlog.typing import EventDict, WrappedLogger

# What may stand in a line, in this order. `request` is the number that somebody can name who got an error page.
SLEUTELS = (
    *("time", "level", "logger", "event", "request", "route", "method", "status", "ms", "convenant", "task"),
    *("error", "frames"),
)
WEGGELATEN = "(weggelaten)"
# Says what is missing in the settings, to who has to repair them.
ZEGT_WAT_ER_IS = (ImproperlyConfigured,)
WORTEL = str(Path(__file__).resolve().parents[1])
PAKKETTEN = "site-packages/"


def opmaak(json: bool) -> ProcessorFormatter:
    """The one formatter of every process: a line of JSON each, or readable ones."""
    return ProcessorFormatter(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
            _zin,
            _fout,
            _alleen_bekende,
            structlog.processors.JSONRenderer(ensure_ascii=False) if json else _leesbaar,
        ],
        use_get_message=False,
        pass_foreign_args=True,
    )


def onverwacht(soort: type[BaseException], fout: BaseException, waar: TracebackType | None) -> None:
    """For what nothing caught, in a process that nobody sits at (sys.excepthook)."""
    if issubclass(soort, KeyboardInterrupt):
        sys.__excepthook__(soort, fout, waar)
    else:
        logging.getLogger("convenant").critical("onverwachte fout", exc_info=(soort, fout, waar))


def _zin(_: WrappedLogger, __: str, regel: EventDict) -> EventDict:
    record: logging.LogRecord = regel["_record"]
    waarden = regel.pop("positional_args", ())
    if not isinstance(record.msg, str):
        regel["event"] = type(record.msg).__name__
    elif _is_van_ons(record.pathname):
        regel["event"] = record.msg % _zonder_boodschap(waarden) if waarden else record.msg
        # Of others not even these: what Django calls `request` is all of it.
        regel.update(
            (sleutel, record.__dict__[sleutel]) for sleutel in SLEUTELS if sleutel in record.__dict__
        )
    elif not waarden:
        # It may have been filled in before it came here.
        regel["event"], regel["frames"] = WEGGELATEN, [_plek(record.pathname, record.lineno, record.funcName)]
    return regel


def _zonder_boodschap(waarden: Any) -> Any:
    if isinstance(waarden, Mapping):
        return {naam: _kaal(waarde) for naam, waarde in waarden.items()}
    return tuple(_kaal(waarde) for waarde in waarden)


def _kaal(waarde: object) -> object:
    return _soort(waarde) if isinstance(waarde, BaseException) else waarde


def _fout(_: WrappedLogger, __: str, regel: EventDict) -> EventDict:
    if info := regel.pop("exc_info", None):
        keten = list(_keten(info[1]))
        regel["error"] = [_soort(fout) for fout in keten]
        regel["frames"] = [plek for fout in keten for plek in _plekken(fout.__traceback__)]
    return regel


def _keten(fout: BaseException | None) -> Iterator[BaseException]:
    """The fault, what it was raised from, and so on."""
    gezien: set[int] = set()
    while fout is not None and id(fout) not in gezien:
        gezien.add(id(fout))
        yield fout
        fout = fout.__cause__ or fout.__context__


def _soort(fout: BaseException) -> str:
    naam = f"{type(fout).__module__}.{type(fout).__qualname__}".removeprefix("builtins.")
    if isinstance(fout, ZEGT_WAT_ER_IS):
        return f"{naam}: {fout}"
    return f"{naam} {fout.sqlstate or ''}".rstrip() if isinstance(fout, psycopg.Error) else naam


def _plekken(waar: TracebackType | None) -> Iterator[str]:
    """Our own lines, and the last one, wherever that is."""
    stappen = traceback.extract_tb(waar)
    for nummer, stap in enumerate(stappen, 1):
        if _is_van_ons(stap.filename) or nummer == len(stappen):
            yield _plek(stap.filename, stap.lineno, stap.name)


def _is_van_ons(bestand: str) -> bool:
    return bestand.startswith(WORTEL) and PAKKETTEN not in bestand


def _plek(bestand: str, nummer: int | None, naam: str | None) -> str:
    pad = bestand.removeprefix(f"{WORTEL}/").rpartition(PAKKETTEN)[2]
    return f"{pad}:{nummer} {naam}"


def _alleen_bekende(_: WrappedLogger, __: str, regel: EventDict) -> EventDict:
    return {sleutel: regel[sleutel] for sleutel in SLEUTELS if regel.get(sleutel) not in (None, "", [])}


def _leesbaar(_: WrappedLogger, __: str, regel: EventDict) -> str:
    level, logger, event = (regel.pop(sleutel, "") for sleutel in ("level", "logger", "event"))
    onder = [f"  {deel}" for sleutel in ("error", "frames") for deel in regel.pop(sleutel, ())]
    rest = " ".join(f"{sleutel}={waarde}" for sleutel, waarde in regel.items() if sleutel != "time")
    return "\n".join([f"{level.upper()} {logger}: {event} {rest}".rstrip(), *onder])
