"""Settings: each wrong one is named with the reason, and never shown."""

from pathlib import Path

import pytest

from bot.settings import Settings, read_settings
from bot.shared.errors import Trouble
from tests.telegram import TOKEN

SHAPE = (
    "DATABASE_URL must look like postgresql+asyncpg://user:password@host/name; "
    "write @ in the password as %40 and % as %25"
)
OPTIONS = "DATABASE_URL may have ?ssl=require (or another mode), host and port, nothing else"
FILE = "DATABASE_URL must name a file: sqlite+aiosqlite:///folder/file.sqlite3"
IDS = "ADMINS: must be Telegram ids separated by commas, for example 123456789,987654321"
API = "TELEGRAM_API_URL: must be an address that begins with http:// or https://"
PROXY = "TELEGRAM_PROXY: must be http://host:port, socks4://host:port or socks5://host:port"
PORT = "HTTP_PORT: Input should be a valid integer, unable to parse string as an integer"
HTTPS = "WEBHOOK_URL must begin with https:// (Telegram accepts nothing else)"
SECRET = "WEBHOOK_SECRET is needed with WEBHOOK_URL: 1–256 characters of A–Z a–z 0–9 _ -"
PARTS = "WEBHOOK_URL, WEBHOOK_SECRET or DATABASE_URL: "


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of the machine's own settings."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def set_all(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


WRONG: list[tuple[dict[str, str], str]] = [
    ({"BOT_TOKEN": "hunter2"}, "BOT_TOKEN: must look like 123456789:AA…, as @BotFather gives it"),
    ({"BOT_TOKEN": TOKEN + " "}, "BOT_TOKEN: must look like 123456789:AA…, as @BotFather gives it"),
    ({"ADMINS": "hunter2"}, IDS),
    ({"ADMINS": "0"}, IDS),
    ({"ADMINS": "-5"}, IDS),
    ({"ADMINS": "5;6"}, IDS),
    ({"ADMINS": str(2**52 + 1)}, IDS),
    ({"ADMINS": "9" * 5000}, IDS),
    ({"TELEGRAM_API_URL": "hunter2"}, API),
    ({"TELEGRAM_API_URL": "ftp://hunter2"}, API),
    ({"TELEGRAM_API_URL": "http://"}, API),
    ({"TELEGRAM_API_URL": "http://[hunter2"}, API),
    ({"TELEGRAM_API_URL": "http://host:hunter2"}, API),
    ({"TELEGRAM_PROXY": "hunter2"}, PROXY),
    ({"TELEGRAM_PROXY": "socks5://user:hunter2@host"}, PROXY),
    ({"TELEGRAM_PROXY": "https://user:hunter2@host:1080"}, PROXY),
    ({"TELEGRAM_PROXY": "socks5://:1080"}, PROXY),
    ({"HTTP_PORT": "hunter2"}, PORT),
    ({"HTTP_PORT": "65536"}, "HTTP_PORT: Input should be less than or equal to 65535"),
    ({"SANDBOX_PORT": "-1"}, "SANDBOX_PORT: Input should be greater than or equal to 0"),
    ({"MESSAGES_PER_SECOND": "0"}, "MESSAGES_PER_SECOND: Input should be greater than or equal to 1"),
    ({"DEFAULT_LOCALE": "de"}, "DEFAULT_LOCALE: Input should be 'ru' or 'en'"),
    ({"LOG_LEVEL": "loud"}, "LOG_LEVEL: Input should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
    ({"DATABASE_URL": "hunter2"}, PARTS + SHAPE),
    ({"DATABASE_URL": "postgresql://bot:secret@hunter2@host/name"}, PARTS + SHAPE),
    ({"DATABASE_URL": "postgresql://bot:hunter2@host:port/name"}, PARTS + SHAPE),
    (
        {"DATABASE_URL": "mysql://bot:hunter2@host/name"},
        PARTS + "DATABASE_URL must be a sqlite+aiosqlite:/// or a postgresql+asyncpg:// address",
    ),
    ({"DATABASE_URL": "postgresql://bot:hunter2@host/name?sslmode=hunter2"}, PARTS + OPTIONS),
    ({"DATABASE_URL": "postgresql://bot:hunter2@host/name?channel_binding=require"}, PARTS + OPTIONS),
    ({"DATABASE_URL": "sqlite://"}, PARTS + FILE),
    ({"DATABASE_URL": "sqlite+aiosqlite:///:memory:"}, PARTS + FILE),
    ({"DATABASE_URL": "sqlite:///file:bot.sqlite3?mode=ro&uri=true"}, PARTS + FILE),
    ({"WEBHOOK_URL": "http://example.org/hook", "WEBHOOK_SECRET": "hunter2"}, PARTS + HTTPS),
    ({"WEBHOOK_URL": "https://[hunter2", "WEBHOOK_SECRET": "hunter2"}, PARTS + HTTPS),
    ({"WEBHOOK_URL": "https://example.org/hook"}, PARTS + SECRET),
    ({"WEBHOOK_URL": "https://example.org/hook", "WEBHOOK_SECRET": "hunter 2"}, PARTS + SECRET),
]


@pytest.mark.parametrize(("values", "reason"), WRONG, ids=[f"{v} {n}" for n, (v, _) in enumerate(WRONG)])
def test_a_wrong_setting_is_named_with_its_reason_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], reason: str
) -> None:
    set_all(monkeypatch, values)
    with pytest.raises(Trouble) as told:
        read_settings()
    assert str(told.value) == f"Wrong settings (environment or .env):\n  {reason}"
    assert "hunter" not in str(told.value)


def test_several_wrong_settings_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, {"ADMINS": "me", "HTTP_PORT": "http"})
    with pytest.raises(Trouble) as told:
        read_settings()
    assert str(told.value).splitlines()[1:] == [f"  {IDS}", f"  {PORT}"]


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        ("postgres://bot@host/name", "postgresql+asyncpg://bot@host/name"),
        ("postgresql+psycopg2://bot:a%40b@host:5433/name", "postgresql+asyncpg://bot:a%40b@host:5433/name"),
        ("postgresql://bot:a/b:c@host/name", "postgresql+asyncpg://bot:a%2Fb%3Ac@host/name"),
        ("postgres://bot@host/name?sslmode=require", "postgresql+asyncpg://bot@host/name?ssl=require"),
        ("sqlite:///some/file.db", "sqlite+aiosqlite:///some/file.db"),
        ("", "sqlite+aiosqlite:///data/bot.sqlite3"),
    ],
)
def test_the_address_of_the_database_gets_the_driver(
    monkeypatch: pytest.MonkeyPatch, given: str, understood: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", given)
    assert read_settings().database_url == understood


def test_admins_are_ids_with_commas_and_spaces_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMINS", f" 5, 6,,5,{2**52}")
    assert read_settings().admins == {5, 6, 2**52}


def test_an_empty_setting_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, dict.fromkeys(("BOT_TOKEN", "HTTP_PORT", "WEBHOOK_URL", "LOG_LEVEL"), ""))
    settings = read_settings()
    assert (settings.bot_token, settings.http_port, settings.log_level) == (None, 8081, "INFO")


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/hook", "http://[::1]/hook", "http://localhost/hook"])
def test_on_the_own_machine_a_webhook_needs_no_certificate(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    set_all(monkeypatch, {"WEBHOOK_URL": url, "WEBHOOK_SECRET": "hunter2"})
    assert read_settings().webhook_url == url


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("HTTP_PORT=1\nLOG_LEVEL=debug\nUNKNOWN=1\n")
    monkeypatch.setenv("HTTP_PORT", "2")
    settings = read_settings()
    assert (settings.http_port, settings.log_level) == (2, "DEBUG")


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xef\xbb\xbfADMINS=5\r\nHTTP_PORT=1\r\n")
    settings = read_settings()
    assert (settings.admins, settings.http_port) == (frozenset({5}), 1)


def test_a_file_in_another_encoding_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("# порт\nHTTP_PORT=1\n".encode("cp1251"))
    with pytest.raises(Trouble, match=r"\.env is not a text in UTF-8: save it in that encoding\."):
        read_settings()


def test_secrets_are_not_in_the_settings_words(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(
        monkeypatch,
        {
            "BOT_TOKEN": TOKEN,
            "DATABASE_URL": "postgresql://bot:hunter2@host/name",
            "TELEGRAM_PROXY": "socks5://user:hunter2@host:1080",
            "WEBHOOK_URL": "https://example.org/hook",
            "WEBHOOK_SECRET": "hunter2",
        },
    )
    words = repr(read_settings()) + str(read_settings())
    assert "hunter2" not in words
    assert TOKEN not in words


def test_the_example_names_every_setting_and_its_default(tmp_path: Path) -> None:
    example = Path(__file__).resolve().parents[1] / ".env.example"
    shown = dict(
        line.removeprefix("#").split("=", 1)
        for line in example.read_text().splitlines()
        if "=" in line
        if line.startswith("#") and line[1:2].isupper()
    )
    shown.pop("POSTGRES_PASSWORD")  # compose.yaml reads it, the bot does not
    assert {name.lower() for name in shown} == set(Settings.model_fields)
    (tmp_path / ".env").write_text("".join(f"{name}={value}\n" for name, value in shown.items()))
    assert read_settings() == Settings(_env_file=None)  # type: ignore[call-arg]  # pydantic-settings' own
