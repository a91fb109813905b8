"""What no package of Python brings: `python -m tools.system` checks it, and installs it where that is allowed."""

import os
import shutil
import subprocess
import sys

PANGO = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]


def install_debian(packages: list[str]) -> bool:
    """Installs Debian packages when this process may; says whether it tried."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installeren: {' '.join(packages)} …", flush=True)
    subprocess.run(["apt-get", "update", "-qq"], stdout=subprocess.DEVNULL)
    apt = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    subprocess.run(apt, stdout=subprocess.DEVNULL, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"})
    return True


def _pango_works() -> bool:
    return subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True).returncode == 0


def main() -> None:
    if not _pango_works() and not (install_debian(PANGO) and _pango_works()):
        raise SystemExit(
            f"Pango ontbreekt; daarmee maakt Convenant brieven. Installeer het (Debian: apt install {' '.join(PANGO)})."
        )


if __name__ == "__main__":
    main()
