"""What of others' CSS and fonts is fetched: exact versions with hashes, from no named place, and none of it in git."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tools import vendor_frontend

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = json.loads((ROOT / "frontend" / "package.json").read_text())
LOCK = json.loads((ROOT / "frontend" / "package-lock.json").read_text())


def test_every_locked_package_has_a_hash_and_no_address() -> None:
    packages = {path: entry for path, entry in LOCK["packages"].items() if path}
    assert len(packages) > 30
    assert {path for path, entry in packages.items() if not entry["integrity"].startswith("sha512-")} == set()
    assert {path for path, entry in packages.items() if "resolved" in entry} == set()


def test_package_json_names_exact_versions_and_the_lock_file_has_the_same() -> None:
    assert LOCK["packages"][""]["dependencies"] == PACKAGE["dependencies"]
    for name, version in PACKAGE["dependencies"].items():
        assert LOCK["packages"][f"node_modules/{name}"]["version"] == version


def test_no_script_of_a_package_runs() -> None:
    settings = (ROOT / "frontend" / ".npmrc").read_text().splitlines()
    assert {"ignore-scripts=true", "omit-lockfile-registry-resolved=true"} <= set(settings)


def test_git_ignores_what_is_built() -> None:
    ignored = subprocess.run(["git", "check-ignore", "-q", "static/vendor/nlds/tokens.css"], cwd=ROOT)
    assert ignored.returncode == 0


def test_the_built_folder_is_what_the_lock_file_gives_with_licences() -> None:
    assert vendor_frontend.up_to_date(), "doe: python -m tools.vendor_frontend"
    manifest = json.loads((vendor_frontend.VENDOR / "VENDOR.json").read_text())
    assert {package["license"] for package in manifest["packages"].values()} == {"EUPL-1.2", "OFL-1.1"}
    assert {"nlds/LICENSE-EUPL-1.2.md", "fonts/source-sans-3/LICENSE"} <= manifest["sha256"].keys()


def test_a_changed_file_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "vendor"
    shutil.copytree(vendor_frontend.VENDOR, copy)
    monkeypatch.setattr(vendor_frontend, "VENDOR", copy)
    assert vendor_frontend.up_to_date()
    with (copy / "nlds" / "components.css").open("a") as sheet:
        sheet.write("body { display: none }")
    assert not vendor_frontend.up_to_date()


def test_every_class_of_ours_in_a_template_has_a_rule() -> None:
    sheets = "".join(path.read_text() for path in (ROOT / "static" / "app").glob("*.css"))
    known = set(re.findall(r"\.(app-[\w-]+)", sheets))
    unknown = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "templates").rglob("*.html")
        for value in re.findall(r'class="([^"]*)"', re.sub(r"{%.*?%}|{{.*?}}", " ", path.read_text()))
        for name in value.split()
        if name.startswith("app-") and not name.endswith("--") and name not in known
    }
    assert unknown == set()
