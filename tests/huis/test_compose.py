"""docker-compose.yml gives the same system as `make demo`; no engine runs here, so the commands are compared."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from convenant.poort import hartslag
from convenant.settings import base

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
PROCFILE = dict(line.split(": ", 1) for line in (ROOT / "Procfile").read_text().splitlines())


def _words(command: str, *without: str) -> list[str]:
    """The words of a command, less options (with their value) that differ with a reason."""
    found = " ".join(shlex.split(command))
    for option in without:
        found = re.sub(rf" {option}( [^- ]\S*)?", "", found)
    return found.split()


def test_web_is_the_same_but_for_where_it_listens():
    assert _words(SERVICES["web"]["command"], "--bind") == _words(PROCFILE["web"], "--bind")


def test_worker_and_beat_are_together_the_worker_of_the_demo():
    demo = PROCFILE["worker"]
    assert _words(SERVICES["worker"]["command"]) == _words(demo, "--beat", "--schedule")
    beat = _words(SERVICES["beat"]["command"].replace(" beat ", " worker "), "--schedule")
    assert beat == _words(demo, "--beat", "--schedule", "--concurrency")
    assert "--beat" in demo


def test_the_tables_are_made_by_the_commands_of_the_demo():
    steps = re.findall(r"manage\.py (\w+)", SERVICES["inrichten"]["command"])
    demo = re.findall(r'manage\("(\w+)"', (ROOT / "tools" / "demo.py").read_text())
    assert steps == [step for step in demo if step != "demo"]


def test_every_secret_of_the_settings_is_given_and_only_the_one_container_knows_the_owner():
    asked = set(re.findall(r'= env\("(\w+)"\)', Path(base.__file__).read_text())) | {"DATABASE_URL"}
    for name in ("web", "worker", "beat", "inrichten"):
        assert asked <= SERVICES[name]["environment"].keys()
    knowing = [
        name for name, service in SERVICES.items() if "DATABASE_OWNER_URL" in service.get("environment", {})
    ]
    assert knowing == ["inrichten"]


def test_only_the_worker_can_sign_the_log_and_reach_its_heads():
    signing = [name for name, s in SERVICES.items() if "LOGBOEK_SLEUTEL" in s.get("environment", {})]
    reaching = [name for name, s in SERVICES.items() if "logboek:/srv/logboek" in s.get("volumes", [])]
    assert signing == reaching == ["worker"]
    assert SERVICES["web"]["environment"].keys() <= SERVICES["worker"]["environment"].keys()
    assert set(SERVICES["web"]["volumes"]) < set(SERVICES["worker"]["volumes"])


def test_each_part_says_itself_whether_it_works(live_server):
    """What the containers run as their check, on the server of this test and on its database."""
    web = SERVICES["web"]["healthcheck"]["test"].replace("http://127.0.0.1:8000", live_server.url)
    subprocess.run([sys.executable, *shlex.split(web)[1:]], check=True)
    with pytest.raises(CommandError):
        call_command(*_words(SERVICES["worker"]["healthcheck"]["test"])[2:])
    hartslag.sla()
    for name in ("worker", "beat"):
        call_command(*_words(SERVICES[name]["healthcheck"]["test"])[2:])


def test_no_secret_stands_in_the_file():
    example = dict(
        line.split("=", 1)
        for line in (ROOT / ".env.example").read_text().splitlines()
        if line and line[0] != "#"
    )
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text()))
    assert asked == example.keys()
    assert not any(value for name, value in example.items() if name not in ("DOMEIN", "EMAIL_URL"))


@pytest.mark.parametrize("name", ["web", "worker", "beat", "postgres", "redis", "inrichten"])
def test_only_the_proxy_is_reachable_from_outside(name):
    assert "ports" not in SERVICES[name]


def test_the_image_has_every_application():
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    packages = {
        app.split(".")[0] for app in base.INSTALLED_APPS if (ROOT / app.split(".")[0] / "apps.py").exists()
    }
    assert packages <= {line[1:] for line in lines if line.startswith("!")}
