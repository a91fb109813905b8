"""The gateway of the BRP tests does here what it does there: whatever it is told."""

from tests.brp.gateway import Gedrag, antwoord, druppel, gateway, stroom, zwijg

__all__ = ["Gedrag", "antwoord", "druppel", "gateway", "stroom", "zwijg"]
