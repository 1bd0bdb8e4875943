"""Deployment settings: environment variables or `.env`. The programme's own settings live in the database."""

import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.shared.addresses import database_address, is_address, is_local
from bot.shared.errors import Trouble

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")
"""The shape of a token as @BotFather gives it."""

PROXIES = frozenset({"http", "socks4", "socks5"})

TELEGRAM = "https://api.telegram.org"

LARGEST_ID = 2**52
"""Telegram's ids have at most 52 significant bits (Bot API, User)."""


class Settings(BaseSettings):
    """What an operator sets; every field is an environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(
        env_file=".env",
        # With the mark that Windows' editors put before the first line, its name would not be found.
        env_file_encoding="utf-8-sig",
        extra="ignore",
        env_ignore_empty=True,
        hide_input_in_errors=True,
    )

    bot_token: SecretStr | None = None
    data_dir: Path = Path("data")
    database_url: Annotated[str, Field(repr=False)] = ""
    admins: Annotated[frozenset[int], NoDecode] = frozenset()
    telegram_api_url: str = TELEGRAM
    telegram_proxy: SecretStr | None = None
    webhook_url: str = ""
    webhook_secret: SecretStr | None = None
    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=0, le=65535)] = 8081
    messages_per_second: Annotated[float, Field(ge=1, le=1000)] = 29.5
    sandbox_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    default_locale: Literal["ru", "en"] = "ru"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("bot_token")
    @classmethod
    def _token_has_its_shape(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("must look like 123456789:AA…, as @BotFather gives it")
        return token

    @field_validator("admins", mode="before")
    @classmethod
    def _ids_from_commas(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        ids = frozenset(int(part) for part in parts if re.fullmatch(r"[1-9]\d{0,15}", part))
        if len(ids) < len(set(parts)) or any(user_id > LARGEST_ID for user_id in ids):
            raise ValueError("must be Telegram ids separated by commas, for example 123456789,987654321")
        return ids

    @field_validator("log_level", mode="before")
    @classmethod
    def _level_in_capitals(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("telegram_api_url")
    @classmethod
    def _api_address(cls, value: str) -> str:
        if not is_address(value, {"http", "https"}):
            raise ValueError("must be an address that begins with http:// or https://")
        return value.rstrip("/")

    @field_validator("telegram_proxy")
    @classmethod
    def _proxy_address(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not is_address(value.get_secret_value(), PROXIES, with_port=True):
            raise ValueError("must be http://host:port, socks4://host:port or socks5://host:port")
        return value

    @model_validator(mode="after")
    def _parts_agree(self) -> Self:
        if not self.database_url:
            self.database_url = f"sqlite+aiosqlite:///{(self.data_dir / 'bot.sqlite3').as_posix()}"
        self.database_url = database_address(self.database_url)
        if self.webhook_url:
            _check_webhook(self.webhook_url, self.webhook_secret)
        return self


def read_settings(env_file: str | Path | None = ".env") -> Settings:
    """Read the settings; a wrong one is a Trouble that names it, without its value."""
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]  # pydantic-settings' own argument
    except ValidationError as wrong:
        lines = [f"{_name(error['loc'])}: {_reason(error['msg'])}" for error in wrong.errors()]
        raise Trouble("Wrong settings (environment or .env):\n  " + "\n  ".join(lines)) from None
    except UnicodeDecodeError:
        raise Trouble(f"{env_file} is not a text in UTF-8: save it in that encoding.") from None
    except OSError as fault:
        raise Trouble(f"{env_file} cannot be read: {fault.strerror}.") from None


def _name(location: tuple[int | str, ...]) -> str:
    return str(location[0]).upper() if location else "WEBHOOK_URL, WEBHOOK_SECRET or DATABASE_URL"


def _reason(message: str) -> str:
    return message.removeprefix("Value error, ")


def _check_webhook(url: str, secret: SecretStr | None) -> None:
    if not is_address(url, {"https"}) and not (is_address(url, {"http"}) and is_local(url)):
        raise ValueError("WEBHOOK_URL must begin with https:// (Telegram accepts nothing else)")
    if secret is None or not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
        raise ValueError("WEBHOOK_SECRET is needed with WEBHOOK_URL: 1–256 characters of A–Z a–z 0–9 _ -")
