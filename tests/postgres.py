"""A temporary PostgreSQL cluster for the tests, from the binaries installed on the machine."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CLUSTER_USER = "postgres" if os.geteuid() == 0 else None
"""PostgreSQL refuses to run as root; then the cluster belongs to this system user."""


def binaries() -> Path | None:
    """Return the folder of `initdb`, None where PostgreSQL's server is not installed."""
    folders = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    found = shutil.which("initdb")
    if found:
        folders.append(Path(found).resolve().parent)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


@contextmanager
def cluster() -> Iterator[str]:
    """Run a cluster on a free port of 127.0.0.1; yield the URL of its `postgres` database."""
    folder = binaries()
    if folder is None:
        raise RuntimeError("PostgreSQL's server is not installed")
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    if CLUSTER_USER:
        shutil.chown(home, CLUSTER_USER)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = home / "data"
    _run(folder / "initdb", "-D", data, "-U", "bot", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    options = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories={home} -p {port} -c fsync=off"
    _run(
        folder / "pg_ctl",
        "-D",
        data,
        "-l",
        home / "log",
        "-o",
        options + " -c max_connections=200",
        "-w",
        "start",
    )
    try:
        yield f"postgresql+asyncpg://bot@127.0.0.1:{port}/postgres"
    finally:
        _run(folder / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(home, ignore_errors=True)


def _run(*command: str | Path) -> None:
    subprocess.run(  # noqa: S603  (the server's own binaries, found above)
        [str(part) for part in command], check=True, user=CLUSTER_USER, cwd="/", stdout=subprocess.DEVNULL
    )
