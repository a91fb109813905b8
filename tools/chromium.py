"""Where the tests' Chromium is, and how it starts: `python -m tools.chromium` installs it where it can."""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

from tools.system import install_debian

# The first has no window to keep up with, and needs half the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# No calls to its maker's servers: tests see only our own traffic.
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Chromium refuses its sandbox to root.
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
]


def program() -> str:
    """The path of a Chromium. Raises FileNotFoundError when there is none."""
    if found := _found():
        return found
    raise FileNotFoundError("chromium")


def _found() -> str | None:
    for name in NAMES:
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if os.path.exists(own) else None


def install() -> None:
    """Makes sure there is one: Debian's package as root, else Playwright's own. Raises SystemExit when neither works."""
    if _found():
        return
    if not install_debian([NAMES[0]]):
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])
    if not _found():
        raise SystemExit(
            "Chromium ontbreekt en kon niet worden geïnstalleerd. Installeer het zelf (Debian: apt install chromium)."
        )


if __name__ == "__main__":
    install()
