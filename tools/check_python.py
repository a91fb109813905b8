"""Says in one sentence why this Python cannot make the environment; runs on any Python, so no modern syntax."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the whole point
    sys.exit(
        "Convenant heeft Python 3.11 of nieuwer nodig; dit is Python {}.{}. "
        "Installeer een nieuwere of noem er een: make PYTHON=python3.12 demo".format(*sys.version_info[:2])
    )
try:
    import ensurepip  # noqa: F401
    import venv  # noqa: F401
except ImportError:
    sys.exit(
        "Deze Python kan geen omgeving maken: venv ontbreekt. Installeer het; op Debian: apt install python3-venv"
    )
