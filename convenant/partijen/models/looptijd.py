"""From one day until another, as the text counts."""

from datetime import date


def geldt(van: date, tot: date | None, dag: date) -> bool:
    return van <= dag and (tot is None or dag < tot)
