"""Tenancies with arrears from VERA 4.3: what its services answer to GET, put together in one JSON file.

The file is an object of lists. It is read twice, in pieces: first what belongs to an agreement is added up (`delen`), then each
agreement becomes the row that a CSV file would have had (`rijen`). What its codes mean is in `codes`.
"""

from .rijen import open_bestand

__all__ = ["open_bestand"]
