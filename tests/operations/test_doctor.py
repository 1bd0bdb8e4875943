"""`doctor`: one line for each thing, and an exit code that scripts can ask."""

from pathlib import Path

import pytest

from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from db.migrate import newest_revision
from tests.operations.conftest import Operator
from tests.process import settings_of

DATABASE = f"database: SQLite data/bot.sqlite3, revision {newest_revision()}, writable"


def lines(text: str) -> list[tuple[str, str]]:
    return [(line[:7].strip(), line[8:]) for line in text.splitlines()]


async def test_everything_in_order(operator: Operator, server: BotApiServer) -> None:
    ended = await operator.run("doctor", **settings_of(server))
    assert (ended.code, ended.err) == (0, "")
    assert lines(ended.out) == [
        ("ok", "settings: understood"),
        ("ok", DATABASE),
        ("ok", f"Bot API: {server.base_url} answers as @mayors_demo_bot"),
        ("ok", "webhook: none, long polling; 0 updates waiting"),
    ]


async def test_wrong_settings_end_the_examination(operator: Operator) -> None:
    ended = await operator.run("doctor", HTTP_PORT="http", BOT_TOKEN="hunter2")
    assert ended.code == 1
    assert ended.out.startswith("TROUBLE settings: Wrong settings")
    assert "HTTP_PORT" in ended.out
    assert "hunter2" not in ended.out + ended.err


async def test_without_a_token_the_database_is_examined_all_the_same(operator: Operator) -> None:
    ended = await operator.run("doctor")
    assert (ended.code, lines(ended.out)) == (
        1,
        [
            ("ok", "settings: understood"),
            ("ok", DATABASE),
            ("TROUBLE", "Bot API: BOT_TOKEN is not set: only the sandbox can run"),
        ],
    )


async def test_a_broken_database_does_not_hide_the_rest(
    operator: Operator, server: BotApiServer, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "bot.sqlite3").write_text("not a database at all, but long enough to look at" * 9)
    ended = await operator.run("doctor", **settings_of(server))
    assert ended.code == 1
    assert [mark for mark, _ in lines(ended.out)] == ["ok", "TROUBLE", "ok", "ok"]
    assert lines(ended.out)[1][1] == (
        "database: The database (SQLite data/bot.sqlite3) is not a database: "
        "DATABASE_URL names another kind of file."
    )


@pytest.mark.parametrize(
    ("hook", "last_error", "mark", "words"),
    [
        ("http://127.0.0.1:9/hook", "", "ok", "webhook: http://127.0.0.1:9/hook; 1 updates waiting"),
        (
            "http://127.0.0.1:9/hook",
            "Connection refused",
            "TROUBLE",
            "webhook: last error: Connection refused; 1 updates waiting",
        ),
        (
            "http://127.0.0.1:8/old",
            "",
            "ok",
            "webhook: Telegram delivers by http://127.0.0.1:8/old now; `run` will change that; "
            "1 updates waiting",
        ),
    ],
)
async def test_the_webhook_as_telegram_sees_it(
    operator: Operator,
    server: BotApiServer,
    world: World,
    anna: int,
    hook: str,
    last_error: str,
    mark: str,
    words: str,
) -> None:
    world.on_webhook_change = lambda: None
    world.change_webhook({"url": hook, "max_connections": 40, "last_error_message": last_error})
    settings = settings_of(server, WEBHOOK_URL="http://127.0.0.1:9/hook", WEBHOOK_SECRET="hunter2")
    ended = await operator.run("doctor", **settings)
    assert lines(ended.out)[-1] == (mark, words)
    assert ended.code == (mark == "TROUBLE")


async def test_a_webhook_state_that_is_not_to_be_had(
    operator: Operator, server: BotApiServer, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.patience.RETRIES_S", ())
    world.faults.server_error(502, methods=["getwebhookinfo"])
    ended = await operator.run("doctor", **settings_of(server))
    assert (ended.code, lines(ended.out)[-1]) == (
        1,
        ("TROUBLE", "webhook: its state is not to be had: Bad Gateway"),
    )
