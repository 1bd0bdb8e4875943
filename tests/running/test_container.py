"""What the image holds and how its container lives: Dockerfile, .dockerignore, compose.yaml."""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from tests.running.files import ROOT, read, run


def instructions(name: str) -> list[str]:
    """Return the words of every Dockerfile instruction of a kind, lines joined."""
    joined = read("Dockerfile").replace("\\\n", " ")
    return [" ".join(line.split()) for line in re.findall(rf"^(?:HEALTHCHECK.*?)?{name} (.+)$", joined, re.M)]


def copied() -> set[str]:
    """Return what the Dockerfile takes from the checkout."""
    words = [line.split() for line in instructions("COPY") if not line.startswith("--from")]
    return {source for *sources, _target in words for source in sources}


def test_the_image_gets_what_the_wheel_holds_and_nothing_else() -> None:
    wheel = tomllib.loads(read("pyproject.toml"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert copied() == {*wheel["packages"], *wheel["force-include"], "requirements.lock"}


def test_everything_the_image_copies_is_there_and_not_ignored() -> None:
    ignored, *kept = [line for line in read(".dockerignore").splitlines() if line and line[0] != "#"]
    assert ignored == "*"
    assert {line[1:] for line in kept if line.startswith("!")} == copied()
    assert [name for name in copied() if not (ROOT / name).exists()] == []


def test_the_container_runs_the_bot_as_nobody_special() -> None:
    dockerfile = read("Dockerfile")
    assert instructions("USER") == ["10001:10001"]
    assert dockerfile.index("\nUSER ") > dockerfile.rindex("\nRUN ")
    assert json.loads(instructions("CMD")[-1]) == ["python", "-m", "bot", "run"]
    assert instructions("STOPSIGNAL") == ["SIGTERM"]
    assert instructions("VOLUME") == ["/app/data"]


@pytest.mark.parametrize(("status", "healthy"), [(200, True), (503, False), (None, False)])
def test_the_health_check_tells_a_bot_that_answers_from_others(status: int | None, healthy: bool) -> None:
    _python, *words = json.loads(instructions("CMD")[0])
    with answering(status) as port:
        answer = run(sys.executable, *words, HTTP_PORT=str(port))
    assert (answer.returncode == 0) is healthy


@contextmanager
def answering(status: int | None) -> Iterator[int]:
    """Answer every GET of /healthz with a status on a free port; with None, nobody listens there."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status or 500 if self.path == "/healthz" else 404)
            self.end_headers()

        def log_message(self, *words: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Answer)
    if status is None:
        server.server_close()
        yield server.server_port
        return
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def service(name: str) -> str:
    """Return the lines of one service of compose.yaml."""
    found = re.search(rf"^  {name}:\n((?:    .*\n|\n)+)", read("compose.yaml"), re.M)
    assert found
    return found[1]


def test_compose_publishes_no_port_and_holds_no_secret() -> None:
    compose = read("compose.yaml")
    assert "ports:" not in compose
    assert "env_file: .env\n" in service("bot")
    assert "env_file" not in service("db")
    assert re.findall(r"POSTGRES_PASSWORD: (.*)", compose) == ["${POSTGRES_PASSWORD:?set it in .env}"]
    assert "bot:${POSTGRES_PASSWORD:?set it in .env}@db/bot" in service("bot")


def test_compose_starts_the_bot_when_its_database_is_healthy_and_keeps_both_their_data() -> None:
    assert re.search(r"depends_on:\s+db:\s+condition: service_healthy", service("bot"))
    assert "healthcheck:" in service("db")
    kept = set(re.findall(r"^      - ([a-z-]+):/", service("bot") + service("db"), re.M))
    assert (
        kept == {"bot-data", "db-data"} == set(re.findall(r"^  ([a-z]+-data):$", read("compose.yaml"), re.M))
    )
